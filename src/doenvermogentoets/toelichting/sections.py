"""Sections and paragraphs of a toelichting, and the place in the bill that a heading speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from doenvermogentoets.document import Document, Unit, UnitKind
from doenvermogentoets.structure.unwritten import without_unwritten
from doenvermogentoets.text import Span

_ARTIKELSGEWIJS = re.compile(r"\bartikels?gewij(s|ze)\b|\btoelichting (per artikel|op de artikelen)\b", re.I)
_ALGEMEEN = re.compile(r"^\W*(?:(?:[ivx]+|[a-d])\W+)?algeme(?:en|ne)(?: deel| gedeelte| toelichting)?\W*$", re.I)
_NUMBER = r"(?:\d+[a-z]{0,3}(?:[.:]\d+[a-z]{0,3})*|[IVXLC]+[A-Za-z]?)"
_ARTIKEL = re.compile(rf"\bartikel(?:en)?\s+({_NUMBER}(?:(?:\s*,\s*|\s+en\s+|\s*,?\s+tot en met\s+|\s*[-–]\s*){_NUMBER})*)(?![\w.])", re.I)
_ONDERDEEL = re.compile(
    r"\b[Oo]nderde(?:el|len)\s+((?:[IVX]{3,5}|[A-Z][A-Za-z]?)\b(?:(?:\s*,\s*|\s*,?\s+en\s+|\s+tot\s+en\s+met\s+)(?:[IVX]{3,5}|[A-Z][A-Za-z]?)\b)*)"
)
_LETTER_RANGE = re.compile(r"\b([A-Z])\s+tot\s+en\s+met\s+([A-Z])\b")
_EN_ROMEINS = re.compile(r"\ben\s+([IVXLC]+[A-Za-z]?)\s*\(")
_RANGE = re.compile(r"^(\d+)$")
ORDINALS = [
    "eerste",
    "tweede",
    "derde",
    "vierde",
    "vijfde",
    "zesde",
    "zevende",
    "achtste",
    "negende",
    "tiende",
    "elfde",
    "twaalfde",
    "dertiende",
    "veertiende",
    "vijftiende",
    "zestiende",
]
_LID = re.compile(rf"\b({'|'.join(ORDINALS)})\b(?=(?:[^.;]{{0,60}}?)\b(?:lid|leden)\b)", re.I)


@dataclass(frozen=True, slots=True)
class Place:
    """What a heading says it explains: an artikel of the bill or, in brackets, of the amended law; ``onderdeel`` of a wijziging."""

    artikel: str
    onderdeel: str = ""
    lid: str = ""


@dataclass(eq=False, slots=True)
class Section:
    """A heading with the paragraphs directly under it.

    Attributes:
        heading: text of the heading, empty for what stands before the first one.
        span: range of the heading.
        parent: the section it is part of.
        places: what it explains, in the artikelsgewijs part.
        artikelsgewijs: it belongs to the artikelsgewijs part.
    """

    heading: str
    span: Span | None
    unit: Unit | None
    parent: Section | None = None
    places: tuple[Place, ...] = ()
    artikelsgewijs: bool = False
    alineas: list[Alinea] = field(default_factory=list)

    @property
    def path(self) -> tuple[str, ...]:
        """The headings from the outermost to this one."""
        above = self.parent.path if self.parent is not None else ()
        return (*above, self.heading) if self.heading else above

    def within(self, other: Section) -> bool:
        section: Section | None = self
        while section is not None and section is not other:
            section = section.parent
        return section is other


@dataclass(eq=False, frozen=True, slots=True)
class Alinea:
    """One paragraph of the toelichting; ``text`` is the document's text over ``span``, with spaces for what is still to be written."""

    span: Span
    text: str
    section: Section
    unit: Unit

    def sub(self, start: int, end: int) -> Span:
        """Document range of a part of :attr:`text`."""
        return Span(self.span.start + start, self.span.start + end)


def lids(text: str) -> set[str]:
    """Numbers of the leden that are named («het eerste en derde lid» gives 1 and 3)."""
    return {str(ORDINALS.index(m.group(1).lower()) + 1) for m in _LID.finditer(text)}


def places(heading: str) -> tuple[Place, ...]:
    """The artikelen (and wijzigingsonderdelen) that a heading of the artikelsgewijs part names.

    «Artikel I, onderdeel B (artikel 18)» gives both the instruction and the amended artikel, «Artikelen 4 tot en met 6» gives three.
    """
    out: list[Place] = []
    onderdelen = [
        letter for listed in _ONDERDEEL.findall(heading) for letter in re.findall(r"[IVX]{3,5}\b|[A-Z][A-Za-z]?", _spelled(listed))
    ]
    named = next(iter(lids(heading)), "") if len(lids(heading)) == 1 else ""
    for match in _ARTIKEL.finditer(heading):
        listed = re.sub(r"\s*,?\s*\btot en met\s+", "–", match.group(1))
        for part in re.split(r"\s*,?\s+en\s+|\s*,\s*", listed):
            first, *rest = re.split(r"\s*[-–]\s*", part.strip())
            spread = [first, *rest]
            if rest and _RANGE.match(first) and _RANGE.match(rest[0]) and 0 < int(rest[0]) - int(first) < 100:
                spread = [str(n) for n in range(int(first), int(rest[0]) + 1)]
            out.extend(Place(number, onderdelen[0] if onderdelen and not out and number.isupper() else "", named) for number in spread)
    out.extend(Place(number) for number in _EN_ROMEINS.findall(heading))
    # «Onderdeel G (artikel 20)»: the artikel is that of the amended law, and the onderdeel belongs to the artikel of a heading above
    out.extend(Place("", letter) for letter in (onderdelen[1:] if any(p.onderdeel for p in out) else onderdelen))
    return tuple(out)


def _spelled(listed: str) -> str:
    """«B tot en met D» with the letters in between."""
    return _LETTER_RANGE.sub(lambda m: " ".join(chr(n) for n in range(ord(m[1]), ord(m[2]) + 1)) or m[0], listed)


def _own_text(document: Document, unit: Unit) -> Iterator[Span]:
    content = document.text.content
    for span in unit.own:
        start, end = span.start, span.end
        while start < end and content[start].isspace():
            start += 1
        while end > start and content[end - 1].isspace():
            end -= 1
        if end > start:
            yield Span(start, end)


def _heading(document: Document, unit: Unit) -> tuple[str, Span] | None:
    span = unit.heading_span
    if span is None:
        return None
    text = document.text[span]
    lead = len(text) - len(text.lstrip())
    tail = len(text.rstrip())
    return (text.strip(), Span(span.start + lead, span.start + tail)) if tail > lead else None


def sections(document: Document) -> tuple[Section, ...]:
    """The sections of a toelichting in document order; the first may be without heading."""
    top = Section("", None, None)
    out = [top]
    by_unit: dict[Unit, Section] = {}
    state = {"artikelsgewijs": False}
    for unit in document.root.walk():
        above = next((by_unit[a] for a in unit.ancestors() if a in by_unit), None)
        heading = _heading(document, unit) if unit.kind not in (UnitKind.DOCUMENT, UnitKind.LID, UnitKind.ONDERDEEL) else None
        if heading is not None:
            text, span = heading
            if _ARTIKELSGEWIJS.search(text):
                state["artikelsgewijs"] = True
            elif _ALGEMEEN.match(text):
                state["artikelsgewijs"] = False
            named = places(text)
            inside = state["artikelsgewijs"] or (above.artikelsgewijs if above is not None else False) or bool(named and _starts(text))
            section = Section(text, span, unit, above, named if inside else (), inside)
            by_unit[unit] = section
            out.append(section)
            above = section
        target = above if above is not None else (out[-1] if len(out) > 1 and unit.parent is document.root else top)
        if unit.kind in (UnitKind.OPSCHRIFT, UnitKind.SLOTFORMULIER):
            continue
        for span in _own_text(document, unit):
            written = without_unwritten(document.text[span])
            if written.strip():  # «[PM doenvermogentoets volgt]» gives account of nothing yet
                target.alineas.append(Alinea(span, written, target, unit))
    return tuple(s for s in out if s.heading or s.alineas)


def _starts(heading: str) -> bool:
    return re.match(r"\W*(?:artikel(?:en)?|onderde(?:el|len))\b", heading, re.I) is not None
