"""From paragraphs to a tree of units, with the references and amendments in it."""

from __future__ import annotations

import re

from doenvermogentoets.document import Document, DocumentKind, Dossier, Source, Unit, UnitKind
from doenvermogentoets.structure.amending import changes_draft
from doenvermogentoets.structure.columns import bill_lines
from doenvermogentoets.structure.explanatory import ExplanatoryBuilder, opens_per_artikel, starts_toelichting
from doenvermogentoets.structure.kinds import kind_of, title_of
from doenvermogentoets.structure.labels import tell_apart
from doenvermogentoets.structure.lines import Line, read_lines
from doenvermogentoets.structure.references import find_references
from doenvermogentoets.structure.tree import Builder, finish, is_closing

__all__ = ["bill_alone", "build", "dossier"]


def build(source: Source) -> Document:
    """The structure of one text; a toelichting in the same text is a unit ``KOP`` at the end. Odd structure gives a best-effort tree."""
    bill, explanation = _parts(source)
    if not bill:
        return _explanatory(source, explanation)
    document = _bill(source, bill)
    if explanation:
        document.root.children.extend(_explanatory_units(source, explanation, document.root))
        finish(document.root)
    return _finished(document)


def dossier(bill: Source, toelichting: Source | None = None) -> Dossier:
    """The bill and its toelichting: the file given for it, otherwise the part that follows the bill in the same file."""
    lines, explanation = _parts(bill)
    document = _finished(_bill(bill, lines)) if lines else _explanatory(bill, explanation)
    if toelichting is not None:
        return Dossier(document, _explanatory(toelichting, read_lines(toelichting)), bill.name)
    return Dossier(document, _explanatory(bill, explanation) if lines and explanation else None, bill.name)


def bill_alone(source: Source) -> Document | None:
    """A text as a bill, its toelichting left out; nothing for a text that opens as a toelichting."""
    lines, _ = _parts(source)
    return _bill(source, lines) if lines else None


def _parts(source: Source) -> tuple[list[Line], list[Line]]:
    """The lines of the bill and of the toelichting after it; a text that opens as a toelichting has no bill."""
    lines = bill_lines(source)
    artikel_seen = annex_seen = closed = False
    known: set[str] = set()
    goes_on = _last_of_regulation(lines)
    for i, line in enumerate(lines):
        if (line.heading is not None and line.heading.kind is UnitKind.ARTIKEL) or (not artikel_seen and changes_draft(line.text)):
            artikel_seen = True
            closed = False
            if line.heading is not None:
                known.add(line.heading.number)
        elif artikel_seen and is_closing(line):
            closed = True
        elif artikel_seen and opens_per_artikel(line) and (closed or _starts_again(lines[i + 1 :], known)):
            return lines[:i], lines[i:]
        elif line.heading is not None and line.heading.kind is UnitKind.BIJLAGE:
            annex_seen = True
        elif starts_toelichting(line) and (line.blank_before or line.paragraph.kind is UnitKind.KOP or line.text.isupper()):
            if artikel_seen and _OF_A_PART.match(line.text) and not _OF_REGULATION.search(line.text):
                continue  # «Toelichting op de balans», «Toelichting op artikel 3»: about a part, not the toelichting
            if annex_seen and _of_annex(line, lines[i + 1 : i + 1 + _FIRST_LINES]):
                continue
            if artikel_seen and i < goes_on and not _NAMED.search(line.text):
                continue  # the regulation goes on after it: it explains one provision, a table or a form
            if artikel_seen and _BARE.fullmatch(line.text) and _counts_on(lines[i + 1 : i + 1 + _NEXT_LINES]):
                continue
            if artikel_seen:
                return lines[:i], lines[i:]
            if i < _OPENING_LINES:
                return [], lines
    return lines, []


def _starts_again(following: list[Line], known: set[str]) -> bool:
    """Whether the next artikel was there before: what follows goes over the artikelen, and no new one comes after the heading."""
    numbers = [line.heading.number for line in following if line.heading is not None and line.heading.kind is UnitKind.ARTIKEL]
    return bool(numbers) and numbers[0] in known


def _of_annex(line: Line, following: list[Line]) -> bool:
    """A bare «Toelichting» in an annex explains its table or form, unless it opens like the toelichting of a regulation."""
    if _FULL_NAME.search(line.text) or _OF_REGULATION.search(line.text):
        return False
    return not any(_OPENING.match(after.text) for after in following)


def _last_of_regulation(lines: list[Line]) -> int:
    """Index of the last annex, or of the last «Toelichting» of a text that has one under each of its provisions; -1 if neither."""
    annexes = [i for i, line in enumerate(lines) if line.heading is not None and line.heading.kind is UnitKind.BIJLAGE]
    bare = [i for i, line in enumerate(lines) if _BARE.fullmatch(line.text)]
    if sum(_OF_ARTIKEL.match(line.text) is not None for line in lines) >= _ANNOTATED:
        return len(lines)  # explained per artikel, in the text itself
    return max((*annexes[-1:], *(bare[-1:] if len(bare) >= _ANNOTATED else ())), default=-1)


_OF_ARTIKEL = re.compile(r"\W*toelichting\s+(?:op|bij)\s+(?:de\s+)?artikel(?:en)?\s+\d", re.IGNORECASE)
_OF_A_PART = re.compile(
    r"\W*toelichting\s+(?:op|bij|behorende? bij|voor|amendement|registratie)\b"
    r"(?!\s+(?:de|het)\s+(?:artikelen|regels|bepalingen|ontwerp))",
    re.IGNORECASE,
)


def _counts_on(following: list[Line]) -> bool:
    """The first numbered heading after it goes on with a numbering that began before («5.2.3»): a toelichting begins at 1."""
    first = next((m for line in following if len(line.text) < _SHORT and (m := _NUMBERED.match(line.text))), None)
    return first is not None and int(first.group(1)) > 1


_NUMBERED = re.compile(r"(?:§\s*)?(\d{1,2})(?:\.\d{1,2})+\b")
_NEXT_LINES, _SHORT = 40, 120
_NAMED = re.compile(r"\b(?:memorie|nota) van toelichting\b", re.IGNORECASE)
_BARE = re.compile(r"\W*toelichting\W*", re.IGNORECASE)
_ANNOTATED = 3
"""From so many bare headings on, «Toelichting» is part of the regulation (aanwijzingen with an explanation each)."""
_FULL_NAME = re.compile(r"\b(?:memorie|nota) van toelichting\b|\balgemene toelichting\b", re.IGNORECASE)
_OF_REGULATION = re.compile(
    r"\btoelichting (?:op|bij|behorende bij) (?:de|het) [^.;]{0,80}(?:verordening|besluit|regeling|wet|reglement)", re.IGNORECASE
)
_OPENING = re.compile(r"\W*(?:[\dIVXA-B]{1,4}[.)]?\s+)?(?:algeme|artikels?gewij)", re.IGNORECASE)
_FIRST_LINES = 5
_OPENING_LINES = 15
"""Within so many paragraphs a toelichting that stands by itself says what it is."""


def _bill(source: Source, lines: list[Line]) -> Document:
    builder = Builder(source)
    root = builder.feed(lines)
    return Document(source, kind_of(root, source.text), title_of(root, source.text), root, amendments=builder.amendments)


def _explanatory(source: Source, lines: list[Line]) -> Document:
    root = Unit(UnitKind.DOCUMENT)
    units = _explanatory_units(source, lines, root)
    root.children.extend(units)
    finish(root)
    return _finished(Document(source, DocumentKind.TOELICHTING, title_of(root, source.text), root))


def _finished(document: Document) -> Document:
    tell_apart(document.root)
    document.references = find_references(document)
    return document


def _explanatory_units(source: Source, lines: list[Line], root: Unit) -> list[Unit]:
    """What precedes the heading of the toelichting (a number, a title), then the toelichting as one unit."""
    start = next((i for i, line in enumerate(lines) if starts_toelichting(line)), None)
    if start is None:
        before = len(root.children)
        ExplanatoryBuilder(source.text.content, root).feed(lines)
        loose = root.children[before:]
        del root.children[before:]
        return loose
    units: list[Unit] = []
    if start:
        units.append(Unit(UnitKind.OPSCHRIFT, parent=root, own=[line.span for line in lines[:start]]))
    top = Unit(UnitKind.KOP, heading=lines[start].text, heading_span=lines[start].span, parent=root)
    ExplanatoryBuilder(source.text.content, top).feed(lines[start + 1 :])
    return [*units, top]
