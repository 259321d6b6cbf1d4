"""Findings that are set aside: by a comment in the draft, by an entry in the settings, or by the baseline.

Every way asks for a reason, survives edits elsewhere in the draft, and is reported when it no longer does anything.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from doenvermogentoets.catalogue import Catalogue, Check, CheckEntry, parse_page
from doenvermogentoets.directives import Directive, directives
from doenvermogentoets.document import Document, Unit, UnitKind
from doenvermogentoets.findings import Finding
from doenvermogentoets.nearest import did_you_mean
from doenvermogentoets.readers.wrap import starts_paragraph
from doenvermogentoets.text import Span

if TYPE_CHECKING:
    from doenvermogentoets.config import SuppressEntry

THEME = "onderdrukking"
UNUSED = "onderdrukking-zonder-effect"
UNKNOWN = "onderdrukking-onbekende-controle"
INCOMPLETE = "onderdrukking-onvolledig"

_QUOTES = str.maketrans(
    dict.fromkeys("«»“”„‟″'‘’‚‛`", '"') | dict.fromkeys("‐‑‒–—−", "-") | {"\u00ad": None, "\u200b": None, "\ufeff": None}
)
_SPACE = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"[.;:!?][\s«»“”\"')]+(?=[A-ZÀ-Þ0-9])|[\r\n]")


@cache
def own_checks() -> tuple[Check, ...]:
    """The pages of what this module itself reports; they are explained and listed like those of any check."""
    folder = files("doenvermogentoets") / "pages"
    names = (UNUSED, UNKNOWN, INCOMPLETE)
    return tuple(parse_page(CheckEntry(THEME, folder / f"{name}.md", "doenvermogentoets.suppress:find_nothing")) for name in names)


def find_nothing(*_: object) -> Iterator[Finding]:
    """The detector of the own checks: what they report comes from :func:`apply_comments`."""
    return iter(())


def normalised(text: str) -> str:
    """Text for comparison: letters composed, white space, quotation marks, dashes and case evened out."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text).translate(_QUOTES)).strip().casefold()


def sentence_of(document: Document, span: Span, *, by_line: bool = False) -> str:
    """The sentence around a span, by punctuation alone.

    Rougher than the sentences of the language pipeline on purpose: a key made of it must not change when the pipeline learns
    another abbreviation.

    Args:
        by_line: it ends where its line ends, also where it runs on in the next. So it was up to 0.1.0, and what was kept then still counts.
    """
    content = document.text.content
    low = max(0, span.start - 2000)
    start = low
    for match in _ends(document, low, span.start, by_line=by_line):
        start = match.end()
    high = min(len(content), span.end + 2000)
    after = next(_ends(document, span.end, high, by_line=by_line), None)
    return content[start : high if after is None else after.start() + 1]


def _ends(document: Document, low: int, high: int, *, by_line: bool = False) -> Iterator[re.Match[str]]:
    """Where sentences end in a range of the text."""
    for match in _SENTENCE_END.finditer(document.text.content, low, high):
        if by_line or match[0] not in "\r\n" or not _runs_on(document, match.start()):
            yield match


def _runs_on(document: Document, line_end: int) -> bool:
    """Whether a sentence goes on in the next line: inside one paragraph, or in plain text with a small letter after no stop.

    So a line that is broken elsewhere, or filled again by an editor, does not make another sentence.
    """
    content = document.text.content
    before = len(content[max(0, line_end - 200) : line_end].rstrip()) + max(0, line_end - 200)
    rest = content[line_end : line_end + 200]
    after = line_end + len(rest) - len(rest.lstrip())
    gap = content[before:after]
    if gap.count("\n") + gap.replace("\r\n", "").count("\r") != 1 or not before or after >= len(content) or content[before - 1] in ".;:!?":
        return False
    if content[after].islower() and document.source.format in ("txt", "md"):
        return not starts_paragraph(content[after : after + 20])
    paragraphs = document.source.paragraphs
    at = bisect_right(paragraphs, before - 1, key=lambda p: p.span.start) - 1
    return at >= 0 and paragraphs[at].span.start < before and after < paragraphs[at].span.end


def context(finding: Finding, *, by_line: bool = False) -> str:
    """Fingerprint of a finding that does not depend on its position: the check and the normalised words and sentence.

    Of a finding about the document as a whole the words are only a place: another first sentence does not make it another finding.
    """
    sentence = "" if finding.whole else sentence_of(finding.document, finding.span, by_line=by_line)
    where = ("", "") if finding.whole else (normalised(finding.quote), normalised(sentence))
    parts = (finding.check, *where)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:20]


def keyed(findings: Iterable[Finding], *, by_line: bool = False) -> list[tuple[Finding, str, int]]:
    """Each finding with its fingerprint and its number (from 1) among those with the same one in its document."""
    seen: Counter[tuple[int, str]] = Counter()
    out = []
    for finding in findings:
        key = context(finding, by_line=by_line)
        seen[id(finding.document), key] += 1
        out.append((finding, key, seen[id(finding.document), key]))
    return out


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that was set aside, why, and by what: ``comment``, ``word`` (an answer in the file), ``settings`` or ``baseline``."""

    finding: Finding
    reason: str
    by: str


@dataclass
class Sifted:
    """What is left of the findings and what was set aside."""

    findings: list[Finding]
    suppressed: list[Suppressed] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Reach:
    directive: Directive
    check: Check
    document: Document
    unit: Unit | None
    span: Span


def apply_comments(findings: Sequence[Finding], documents: Sequence[Document], catalogue: Catalogue, ran: Iterable[str]) -> Sifted:
    """Set aside what comments in the drafts cover, and report comments that are wrong or do nothing.

    Args:
        ran: names of the checks that ran to the end; a comment for another one cannot be called unused.
    """
    reaches: list[_Reach] = []
    reports: list[Finding] = []
    for shared in _by_text(documents):
        found = list(directives(shared[0].source.comments))
        if not found:
            continue
        starts = _Starts(shared)
        for directive in found:
            document, unit, span = starts.covered(directive)
            reaches.extend(_reaches(directive, document, unit, span, catalogue, reports))
    by_check: dict[tuple[int, str], list[_Reach]] = defaultdict(list)
    for reach in reaches:
        by_check[id(reach.document.text), reach.check.name].append(reach)
    sifted = Sifted([])
    used: set[int] = set()
    for finding in findings:
        covering = [
            r for r in by_check.get((id(finding.document.text), finding.check), ()) if r.span.start <= finding.span.start < r.span.end
        ]
        if covering:
            used.update(id(r) for r in covering)
            sifted.suppressed.append(Suppressed(finding, covering[0].directive.reason, "comment"))
        else:
            sifted.findings.append(finding)
    names = set(ran)
    for reach in reaches:
        if id(reach) not in used and reach.check.name in names:
            where = "het bestand" if reach.directive.action == "negeer-bestand" else "de passage hierna"
            reports.append(
                _report(
                    UNUSED,
                    reach.directive,
                    reach.document,
                    reach.unit,
                    reach.span,
                    f"De controle {reach.check.name} vindt niets in {where}.",
                )
            )
    sifted.findings.extend(reports)
    return sifted


def _reaches(
    directive: Directive, document: Document, unit: Unit | None, span: Span, catalogue: Catalogue, reports: list[Finding]
) -> Iterator[_Reach]:
    def report(check: str, message: str) -> None:
        reports.append(_report(check, directive, document, unit, span, message))

    if directive.action not in ("negeer", "negeer-bestand"):
        report(INCOMPLETE, f"«{directive.action}» is hier geen opdracht; mogelijk zijn «negeer» en «negeer-bestand».")
        return
    if not directive.names:
        report(INCOMPLETE, "Er staat niet bij om welke controle het gaat.")
        return
    if not directive.reason:
        report(INCOMPLETE, "Er staat geen reden bij; zet die achter twee streepjes. Tot dan doet deze opmerking niets.")
        return
    for name in directive.names:
        check = catalogue.get(name)
        if check is None and catalogue.unusable:
            continue  # perhaps of a package that cannot be used, and that is told already
        if check is None:
            hint = did_you_mean(name, (c.name for c in catalogue), most=1)
            report(UNKNOWN, f"Er is geen controle «{name}». {hint}".strip())
        else:
            yield _Reach(directive, check, document, unit, span)


def _by_text(documents: Sequence[Document]) -> Iterable[list[Document]]:
    """Documents that are parts of one text (a bill and the toelichting after it) together, so that each comment is read once."""
    out: dict[int, list[Document]] = {}
    for document in documents:
        out.setdefault(id(document.text), []).append(document)
    return out.values()


class _Starts:
    """Where the paragraphs and units of one text start, to find what a comment stands before."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        self._text = documents[0].text
        self._paragraphs = sorted(documents[0].source.paragraphs, key=lambda p: p.span)
        self._begin = [p.span.start for p in self._paragraphs]
        self._units: dict[int, tuple[Document, Unit]] = {}
        for document in documents:
            for unit in document.root.walk():
                if unit.kind is not UnitKind.DOCUMENT:
                    self._units.setdefault(unit.span.start, (document, unit))
        self._starts = sorted(self._units)

    def covered(self, directive: Directive) -> tuple[Document, Unit | None, Span]:
        """Document, unit and range (in the analysed text) that a comment is about: the next paragraph, with all that it heads."""
        end = len(self._text.content)
        if directive.action == "negeer-bestand":
            return self._documents[0], None, Span(0, end)
        at = bisect_left(self._begin, directive.comment.position)
        if at == len(self._paragraphs):
            return self._documents[-1], None, Span(end, end)
        paragraph = self._paragraphs[at].span
        first = bisect_left(self._starts, paragraph.start)
        if first < len(self._starts) and self._starts[first] < max(paragraph.end, paragraph.start + 1):
            document, unit = self._units[self._starts[first]]
            return document, unit, unit.span.to(paragraph)
        owner = next((d for d in self._documents if d.root.span.start <= paragraph.start < d.root.span.end), self._documents[0])
        return owner, None, paragraph


def _report(name: str, directive: Directive, document: Document, unit: Unit | None, near: Span, message: str) -> Finding:
    check = next(c for c in own_checks() if c.name == name)
    meta = check.meta
    text = document.text
    in_text = directive.comment.source if text.source is None else Span(near.start, near.start)
    return Finding(
        check=name,
        code=meta.code,
        theme=check.theme,
        severity=meta.severity,
        confidence=meta.confidence,
        document=document,
        unit=unit,
        span=in_text,
        message=message,
        explanation="",
        question=meta.question,
        ground=meta.ground,
        sources=tuple(meta.sources),
        framework=meta.framework,
        suggestions=check.suggestions,
        shown=directive.comment.source,
    )


def apply_answers(findings: Sequence[Finding], documents: Sequence[Document]) -> Sifted:
    """Set aside what people answered («akkoord») or marked as done in the Word file itself, under a comment of ours."""
    answers: dict[tuple[int, str], list[tuple[Span, str]]] = defaultdict(list)
    codes = {(id(f.document), f.code) for f in findings}
    for document in documents:
        path = document.source.path
        if document.source.format != "docx" or path is None or not any(key == id(document) for key, _ in codes):
            continue
        from doenvermogentoets.word.answers import suppressions

        for code, span, reason in suppressions(path, view=document.source.view):
            answers[id(document), code].append((span, reason))
    sifted = Sifted([])
    for finding in findings:
        found = next(
            (reason for span, reason in answers.get((id(finding.document), finding.code), ()) if _answers(span, finding.span)), None
        )
        if found is None:
            sifted.findings.append(finding)
        else:
            sifted.suppressed.append(Suppressed(finding, found, "word"))
    return sifted


def _answers(commented: Span, found: Span) -> bool:
    """Whether a comment on these words is about a finding: they share a character, or the finding has none of its own and stands there."""
    return commented == found or commented.overlaps(found) or (not found and commented.start <= found.start <= commented.end)


def apply_entries(findings: Sequence[Finding], entries: Sequence[SuppressEntry], catalogue: Catalogue, used: set[int]) -> Sifted:
    """Set aside what the settings name.

    Args:
        entries: from the settings; their checks exist.
        used: gets the index of every entry that did something.
    """
    sifted = Sifted([])
    names = [check.name if (check := catalogue.get(e.check)) is not None else "" for e in entries]
    sentences = [normalised(e.sentence) for e in entries]
    seen: Counter[tuple[int, int]] = Counter()
    places: dict[tuple[int, int], Span] = {}
    for finding in findings:
        match: SuppressEntry | None = None
        told: set[str] = set()
        for index, entry in enumerate(entries):
            if names[index] != finding.check:
                continue
            told = told or {normalised(sentence_of(finding.document, finding.span, by_line=b)).rstrip(".;: ") for b in (False, True)}
            if sentences[index].rstrip(".;: ") not in told:
                continue
            key = (index, id(finding.document))
            if places.get(key) is None or not _same_sentence(finding.document, places[key], finding.span):
                seen[key] += 1
                places[key] = finding.span
            if entry.occurrence in (0, seen[key]):
                used.add(index)
                match = match or entry
        if match is None:
            sifted.findings.append(finding)
        else:
            sifted.suppressed.append(Suppressed(finding, match.reason, "settings"))
    return sifted


def entry_for(finding: Finding, findings: Iterable[Finding]) -> tuple[str, int]:
    """What an entry in the settings must name to set a finding aside: its sentence, and which one if the same check reports that sentence
    more than once (0 if not).

    Args:
        findings: of the same document, in order of place.
    """
    sentence = sentence_of(finding.document, finding.span)
    wanted = normalised(sentence).rstrip(".;: ")
    places: list[Span] = []
    number = 0
    for other in findings:
        if other.check != finding.check or normalised(sentence_of(other.document, other.span)).rstrip(".;: ") != wanted:
            continue
        if not places or not _same_sentence(finding.document, places[-1], other.span):
            places.append(other.span)
        if other.span == finding.span:
            number = len(places)
    return _SPACE.sub(" ", sentence).strip(), number if len(places) > 1 else 0


def _same_sentence(document: Document, one: Span, other: Span) -> bool:
    return next(_ends(document, min(one.end, other.end), max(one.start, other.start)), None) is None
