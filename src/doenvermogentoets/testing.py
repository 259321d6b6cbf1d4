"""Run the examples on a check page: for the tests of the built-in checks and of a package with checks of its own.

An example is a mini draft in plain text. A line with only carets and blanks marks words in the text line above it: each run
of carets is one expected finding, and a run that reaches the end of its line goes on in a run that starts at the first
character of the next line. After a line ``--- toelichting ---`` follows the toelichting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from doenvermogentoets.catalogue import Check, Example, OptionValue
from doenvermogentoets.document import Dossier
from doenvermogentoets.engine import run
from doenvermogentoets.findings import Finding
from doenvermogentoets.packages import remarks_on_page
from doenvermogentoets.text import Span

TOELICHTING = "--- toelichting ---"
_CARETS = re.compile(r"\^+")
_CARET_LINE = re.compile(r"[ \t]*\^[\^ \t]*\Z")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words where a finding stands: part of the example, and range in that part's text (carets removed)."""

    part: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Marked:
    """An example without its carets."""

    bill: str
    toelichting: str | None
    marks: tuple[Mark, ...]


def unmark(example: Example) -> Marked:
    """Take the caret lines out of an example.

    Raises:
        ValueError: carets below no text line, or beyond the end of it.
    """
    bill, found, toelichting = example.text.partition(f"{TOELICHTING}\n")
    bill, marks = _unmark(bill, "ontwerp")
    if not found:
        return Marked(bill, None, tuple(marks))
    toelichting, more = _unmark(toelichting, "toelichting")
    return Marked(bill, toelichting, (*marks, *more))


def _unmark(text: str, part: str) -> tuple[str, list[Mark]]:
    kept: list[str] = []
    spans: list[Span] = []
    start = length = 0
    for line in text.split("\n"):
        if not _CARET_LINE.match(line):
            kept.append(line)
            start, length = length, length + len(line) + 1
            continue
        if not kept or not kept[-1].strip():
            raise ValueError(f"carets below an empty line: {line!r}")
        for run_of_carets in _CARETS.finditer(line):
            if run_of_carets.end() > len(kept[-1]):
                raise ValueError(f"carets beyond the end of {kept[-1]!r}")
            span = Span(start + run_of_carets.start(), start + run_of_carets.end())
            if spans and spans[-1].end == start - 1 and run_of_carets.start() == 0:
                span = Span(spans.pop().start, span.end)
            spans.append(span)
    content = "\n".join(kept)
    return content, [Mark(part, span, content[span.start : span.end]) for span in spans]


def dossier_of(marked: Marked) -> Dossier:
    """Read an example as if it were a draft and its toelichting."""
    from doenvermogentoets.readers import read_text
    from doenvermogentoets.structure import dossier

    toelichting = None if marked.toelichting is None else read_text(marked.toelichting, "toelichting.txt", "txt")
    return dossier(read_text(marked.bill, "ontwerp.txt", "txt"), toelichting)


def findings_in(check: Check, marked: Marked, options: dict[str, OptionValue] | None = None) -> list[Finding]:
    """What ``check`` finds in an example.

    Raises:
        RuntimeError: the check broke.
    """
    result = run(dossier_of(marked), [check], options={check.name: options} if options else None)
    if result.failures:
        # once more without the engine's safety net, so that the reader of the test sees where it broke
        from doenvermogentoets.analysis import analyse
        from doenvermogentoets.catalogue import Options

        list(check.detector(analyse(dossier_of(marked)), Options(check.meta.options, options)))
        raise RuntimeError(f"{check.name}: {result.failures[0].error}")
    return result.findings


def wrong_with(check: Check) -> list[str]:
    """What is wrong with a check, each a sentence in Dutch; nothing if its page is whole and its examples give what they say.

    One call for the tests of a package with checks of its own: ``assert not wrong_with(check)``. «doenvermogentoets doctor» does the same.
    """
    page = check.entry.page.name
    told = [f"{page} {remark}." for remark in remarks_on_page(check)]
    for number, example in enumerate(check.examples, start=1):
        where = f"{page}, voorbeeld {number}"
        try:
            marked = unmark(example)
        except ValueError as error:
            told.append(f"{where}: de tekens ^ staan verkeerd ({error}).")
            continue
        result = run(dossier_of(marked), [check])
        if result.failures:
            told.append(f"{where}: de controle loopt vast ({result.failures[0].error}).")
            continue
        expected = list(marked.marks) if example.expected else []
        told += _differences(where, expected, list(marks_of(result.findings, marked)))
        if example.expected and not expected:
            told.append(f"{where}: er staat geen regel met ^ onder de woorden die worden gevonden.")
    return told


def _differences(where: str, expected: Sequence[Mark], found: Sequence[Mark]) -> Iterator[str]:
    for mark in expected:
        if mark not in found:
            yield f"{where}: «{mark.words}» wordt niet gevonden."
    for mark in found:
        if mark not in expected:
            yield f"{where}: «{mark.words}» wordt gevonden, en dat hoort niet."


def marks_of(findings: Iterable[Finding], marked: Marked) -> Iterator[Mark]:
    """The places of findings, comparable with :attr:`Marked.marks`."""
    for finding in findings:
        part = "toelichting" if finding.document.name == "toelichting.txt" and marked.toelichting is not None else "ontwerp"
        yield Mark(part, finding.span, finding.quote)
