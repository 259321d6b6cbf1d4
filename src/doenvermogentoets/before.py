"""Which findings are there only because of tracked changes: they are not found in the text from before those.

A way out that is struck through is gone from the text that is checked, while whoever reads the file still sees it. What that causes stands
on words that nobody touched, so the words of the finding cannot show it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from doenvermogentoets.changes import in_changes
from doenvermogentoets.document import Document, UnitKind
from doenvermogentoets.engine import Result
from doenvermogentoets.errors import UserError
from doenvermogentoets.findings import Finding

_MOST = 3
"""Struck passages that are quoted with one finding."""
_LONG = 160
"""Code points of such a passage."""
_LEAST, _PHRASE = 2, 5
"""Words of a passage: one word that went seldom was a way out. Beside inserted words a short passage is what these came in the place of."""
_WITHOUT = "In de tekst zonder de bijgehouden wijzigingen is deze bevinding er niet, of is zij lichter."


def told(result: Result, check_before: Callable[[], Result]) -> list[Finding]:
    """The findings of a result, with what was struck at those that the text from before the tracked changes does not have.

    Args:
        check_before: checks that text; not asked where there are no tracked changes.
    """
    if not any(document.source.tracked for document in result.documents()):
        return result.findings
    try:
        before = check_before()
    except UserError:  # everything was inserted
        return result.findings
    old = {id(document): document for document in before.documents()}
    new = {id(finding) for finding in _new(result, before)}
    return [replace(finding, struck=_struck(finding, list(old.values()))) if id(finding) in new else finding for finding in result.findings]


def by_changes(finding: Finding) -> bool:
    """Whether a finding stands on inserted words, or is there only because of a tracked change (as :func:`told` says)."""
    return bool(finding.struck) or in_changes(finding)


def _new(result: Result, before: Result) -> Iterator[Finding]:
    """The findings that the other result has not, or lighter: the same check on the same words, in the same artikel where that is there."""
    left: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in [*before.findings, *(aside.finding for aside in before.suppressed)]:
        left[_key(finding)].append(finding)
    waiting = []
    for finding in result.findings:
        same = left[_key(finding)]
        match = next((f for f in same if _artikel(f) == _artikel(finding) and f.severity.rank <= finding.severity.rank), None)
        if match is None:
            waiting.append(finding)
        else:
            same.remove(match)
    for finding in waiting:  # in an artikel with another number
        same = left[_key(finding)]
        match = next((f for f in same if f.severity.rank <= finding.severity.rank), None)
        if match is None:
            yield finding
        else:
            same.remove(match)


def _key(finding: Finding) -> tuple[str, str]:
    return finding.code, "" if finding.whole else " ".join(finding.quote.split())


def _artikel(finding: Finding) -> str:
    artikel = finding.unit.artikel if finding.unit is not None else None
    return artikel.number if artikel is not None else ""


def _struck(finding: Finding, documents: list[Document]) -> str:
    """What to tell: what was struck in the same artikel, if anything was."""
    number = _artikel(finding)
    now = " ".join(finding.document.text.content.split())
    inserted = in_changes(finding)
    passages = [
        passage
        for document in documents
        if document.name == finding.document.name
        for passage in dict.fromkeys(_passages(document, number))
        if len(passage.split()) >= (_PHRASE if inserted else _LEAST) and passage not in now  # what was only moved is still there
    ]
    if not number or not passages:
        return "" if inserted else f"De bijgehouden wijzigingen zijn nog niet aanvaard. {_WITHOUT}"
    quoted = "; ".join(f"«{p if len(p) <= _LONG else p[: _LONG - 1] + '…'}»" for p in passages[:_MOST])
    return f"In een bijgehouden wijziging die nog niet is aanvaard, is geschrapt: {quoted}. {_WITHOUT}"


def _passages(document: Document, number: str) -> Iterator[str]:
    """What tracked changes take out of the artikel with this number, in the original view."""
    for artikel in document.root.walk():
        if artikel.kind is UnitKind.ARTIKEL and artikel.number == number:
            for span in document.source.changed:
                if span.overlaps(artikel.span):
                    yield " ".join(document.text[span].split()).rstrip(".;")
