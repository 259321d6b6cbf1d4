"""References: «artikel 3, tweede lid, onderdeel b», «het eerste en derde lid», «artikel 8 van de Wet X», with what they point at.

The forms are those of Aanwijzingen voor de regelgeving 3.27 to 3.36 and their older variants. A scanner in one pass: a word that
can start a reference is sought, then its parts are read one after the other.
"""

from __future__ import annotations

import re

from doenvermogentoets.document import Document, Reference, Target, Unit, UnitKind
from doenvermogentoets.structure import laws
from doenvermogentoets.structure.numbers import ordinal
from doenvermogentoets.structure.reference_parts import COMMA, NUM, SEPARATOR, UNIT_OF_MEASURE, WS, Item, Parts
from doenvermogentoets.structure.resolve import Index, expanded
from doenvermogentoets.text import Span

_TRIGGER = re.compile(
    rf"\b(?:"
    rf"(?P<artikel>(?:[Dd]e{WS})?(?:[Aa]rtikel(?:en|s)?|ARTIKEL(?:EN)?){WS})(?={NUM})"
    rf"|(?P<relative>(?:[Dd]it|[Dd]at|[Hh]et{WS}vorige|[Gg]enoemd|[Vv]oornoemd|[Ll]aatstgenoemd|"
    rf"[Ee]erstgenoemd){WS}(?:artikel|lid|onderdeel|hoofdstuk|besluit|wetboek)|[Dd]ie{WS}(?:artikelen|leden|wet|"
    rf"regeling|verordening)|[Dd]eze{WS}artikelen)\b(?!{WS}(?:\d|[IVX]+\b))"  # «zegt dat artikel 12 vervalt» names it
    rf"|(?P<lidnr>[Ll](?:id|eden){WS})(?=\d)"
    rf"|(?P<onder>(?:(?:[Ss]ub)?[Oo]nderde(?:el|len)|onder|sub){WS})(?=(?:[a-z]{{1,2}}\d?|\d{{1,2}}[°º]?|[A-Z][a-z]?)(?![\w]))"
    rf"|(?P<division>(?:[Dd]e{WS})?(?:[Hh]oofdstuk(?:ken)?|[Aa]fdeling(?:en)?|[Pp]aragra(?:af|fen)|"
    rf"[Tt]itel(?:s)?|[Bb]oek|[Bb]ijlagen?|[Tt]abel(?:len)?){WS})(?=(?:{NUM}|[A-Z](?![\w])))"
    rf"|(?P<bijlage>de{WS}bijlage)(?=[ ,.;:)]|$)"
    rf"|(?P<rank>(?:[Hh]et{WS}|[Dd]e{WS})?(?P<rankword>[A-Za-zë]{{3,27}}+(?:(?<=de)|(?<=ste))))(?=[,\s])"
    rf")|(?P<paragraph>§{{1,2}}[ \u00a0]?)(?={NUM})"
)
_DIVISION_NUMBER = re.compile(rf"(?:{NUM}|[A-Z](?![\w]))")
_DIGIT_AFTER = re.compile(r"[ \t\u00a0\r\n]*\d")
_OF_DIVISION = re.compile(rf",?{WS}van{WS}(?:[Hh]oofdstuk|[Aa]fdeling|[Pp]aragraaf|[Tt]itel|[Bb]ijlage){WS}(?:{NUM}|[A-Z](?![\w]))")
_INNER_DIVISION = re.compile(rf",{WS}(?:afdeling(?:en)?|paragra(?:af|fen)|titel(?:s)?){WS}(?={NUM})")
_OF = re.compile(rf"(?:,|,?{WS})van{WS}(?:(de|het|die|deze|dit|dat|genoemde?|voornoemde?|laatstgenoemde?|onze){WS})?")
_LOCAL = re.compile(
    r"(?:wet|besluit|regeling|verordening|wetboek|richtlijn|verdrag|beleidsregels?|reglement|artikel|lid|"
    r"hoofdstuk|afdeling|paragraaf|titel)(?![\w])"
)
_WORD_KIND = {
    "hoofdstuk": UnitKind.HOOFDSTUK, "hoofdstukken": UnitKind.HOOFDSTUK, "afdeling": UnitKind.AFDELING, "afdelingen": UnitKind.AFDELING,
    "paragraaf": UnitKind.PARAGRAAF, "paragrafen": UnitKind.PARAGRAAF, "titel": UnitKind.TITEL,
    "titels": UnitKind.TITEL, "boek": UnitKind.BOEK,
    "bijlage": UnitKind.BIJLAGE, "bijlagen": UnitKind.BIJLAGE, "tabel": UnitKind.TABEL, "tabellen": UnitKind.TABEL,
}  # fmt: skip


def find_references(document: Document) -> tuple[Reference, ...]:
    """All references in the running text and in the headings of a toelichting, in document order."""
    scanner = _Scanner(document)
    for unit in document.root.walk():
        spans = list(unit.own)
        if unit.kind is UnitKind.KOP and unit.heading_span is not None:
            spans.insert(0, unit.heading_span)
        elif unit.heading and unit.heading_span is not None:
            # the number of the unit itself is no reference, its title may hold one
            spans.insert(0, Span(max(unit.heading_span.end - len(unit.heading), unit.heading_span.start), unit.heading_span.end))
        for span in spans:
            scanner.scan(unit, span)
    scanner.found.sort(key=lambda r: r.span)
    return tuple(scanner.found)


class _Scanner:
    def __init__(self, document: Document) -> None:
        self._text = document.text.content
        self._index = Index(document.root)
        self.found: list[Reference] = []
        self._end = 0
        self._parts = Parts(self._text)
        self._last_law: str | None = None
        self._last: Target | None = None
        self._last_number: str | None = None
        self._that: str | None = None

    def scan(self, unit: Unit, span: Span) -> None:
        """Find the references in one range of a unit's text."""
        text = self._text
        self._end = self._parts.limit = span.end
        at = span.start
        self._last = None
        if unit.kind is not UnitKind.ONDERDEEL:
            # «die wet» is a law named in the same lid, its onderdelen included
            self._last_law = None
        while True:
            match = _TRIGGER.search(text, at, span.end)
            if match is None:
                return
            at = self._read(unit, match)

    def _read(self, unit: Unit, match: re.Match[str]) -> int:
        """Read the reference that a trigger starts; returns where to go on."""
        kind = match.lastgroup
        if kind == "rankword":
            kind = "rank"
        start = match.start()
        if kind == "rank":
            if ordinal(match["rankword"]) is None:
                return match.end()
            items, end = self._parts.leden_only(match.start("rankword"))
        elif kind == "lidnr":
            items, end = self._parts.leden_only(start)
        elif kind == "artikel":
            items, end = self._parts.artikelen(match.end())
        elif kind == "onder":
            item = Item(None)
            end = self._parts.onderdelen(match.end(), item)
            items = [item] if item.onderdelen else []
        elif kind in ("division", "paragraph"):
            return self._division(unit, match)
        elif kind == "bijlage":
            self._add(unit, Span(start, match.end()), [Target(kind=UnitKind.BIJLAGE)])
            return match.end()
        else:
            return self._relative(unit, match)
        if not items or end <= start:
            return match.end()
        self._that = None
        end, law = self._law(end)
        targets = [t for item in items for t in self._targets(item, unit, law)]
        self._add(unit, Span(start, end), targets)
        return end

    # -- the regulation ---------------------------------------------------------------------------------------------

    def _law(self, at: int) -> tuple[int, str | None]:
        """«van de Wet X», «van die wet», «Awb» after the parts; the end of the reference and the regulation (``None``: this one)."""
        text, limit = self._text, self._end
        division = _OF_DIVISION.match(text, at, limit)
        if division is not None and laws.name_at(text, division.end(), limit) is None:
            at = division.end()
        match = _OF.match(text, at, limit)
        if match is not None:
            local = _LOCAL.match(text, match.end(), limit)
            if local is not None and match[1] is not None:
                return self._local(at, match, local)
            named = laws.name_at(text, match.end(), limit)
            if named is not None:
                self._last_law = named[0]
                return named[1], named[0]
            return at, None
        gap = COMMA.match(text, at, limit)
        if gap is not None and "," not in gap[0]:
            short = laws.abbreviation(text, gap.end(), limit)
            if short is not None:
                self._last_law = short[0]
                return short[1], short[0]
        return at, None

    def _local(self, at: int, match: re.Match[str], local: re.Match[str]) -> tuple[int, str | None]:
        word = local[0]
        if word in ("artikel", "lid", "hoofdstuk", "afdeling", "paragraaf", "titel", "boek"):
            # «het eerste lid van dat artikel», «onderdeel a van het tweede lid»
            if match[1] in ("dat", "dit", "genoemd", "laatstgenoemd", "voornoemd"):
                if self._last is None or match[1] == "dit":
                    return local.end(), None
                self._that = self._last.artikel
                return local.end(), self._last.regeling
            return at, None
        if match[1] in ("deze", "dit"):
            return local.end(), None
        if match[1] in ("die", "dat") or match[1].startswith(("genoemd", "voornoemd", "laatstgenoemd")):
            return local.end(), self._last_law
        if match[1] in ("de", "het") and word in ("wet", "besluit", "regeling", "verordening", "richtlijn", "verdrag"):
            after = laws.name_at(self._text, local.start(), self._end)
            if after is not None and after[1] > local.end():
                self._last_law = after[0]
                return after[1], after[0]
            return local.end(), f"de {word}" if match[1] == "de" else f"het {word}"
        return at, None

    # -- divisions and relative references ---------------------------------------------------------------------------

    def _division(self, unit: Unit, match: re.Match[str]) -> int:
        text, limit = self._text, self._end
        word = (match["division"] or "paragraaf").split()[-1].lower()
        kind = _WORD_KIND.get(word, UnitKind.PARAGRAAF)
        numbers: list[str] = []
        at = end = match.end()
        while True:
            number = _DIVISION_NUMBER.match(text, at, limit)
            if number is None or (numbers and UNIT_OF_MEASURE.match(text, number.end(), limit)):
                break
            numbers.append(number[0])
            end = number.end()
            separator = SEPARATOR.match(text, end, limit)
            if separator is None:
                break
            inner = _INNER_DIVISION.match(text, end, limit)
            if inner is not None:
                at = inner.end()
                continue
            if "," in separator[0] and not _DIGIT_AFTER.match(text, separator.end() - 1, limit):
                break
            at = separator.end()
        end, law = self._law(end)
        law = law or self._amended(unit)
        self._add(unit, Span(match.start(), end), [Target(kind=kind, number=n, regeling=law) for n in numbers])
        return end

    def _relative(self, unit: Unit, match: re.Match[str]) -> int:
        words = match[0].lower().split()
        what = words[-1]
        end = match.end()
        artikel, lid = unit.artikel, unit.lid
        here = Target(artikel.number if artikel else None, lid.number if lid else None, regeling=self._amended(unit))
        last = self._last
        if what in ("wet", "besluit", "wetboek", "regeling", "verordening"):
            if words[0] != "dit" and self._last_law is not None and what != "besluit":
                self._add(unit, Span(match.start(), end), [Target(regeling=self._last_law, kind=UnitKind.DOCUMENT)])
            return end
        if words[0] in ("dit", "deze"):
            target = here if what == "lid" else Target(here.artikel, regeling=here.regeling)
        elif "vorige" in words:
            target = self._previous(unit, what) or here
        elif last is not None:
            target = last if what in ("lid", "leden", "onderdeel") else Target(last.artikel, regeling=last.regeling)
        else:
            target = here
        item_end = end
        if what in ("artikel", "lid"):
            item = Item(target.artikel)
            item_end = self._parts.details(end, item)
            if item.leden or item.onderdelen:
                target = Target(
                    target.artikel,
                    item.leden[0] if item.leden else target.lid,
                    item.onderdelen[0] if item.onderdelen else None,
                    target.regeling,
                )
        self._add(unit, Span(match.start(), item_end), [target])
        return item_end

    def _previous(self, unit: Unit, what: str) -> Target | None:
        node = unit.lid if what == "lid" else unit.artikel
        if node is None or node.parent is None:
            return None
        siblings = [c for c in node.parent.children if c.kind is node.kind]
        i = siblings.index(node)
        if not i:
            return None
        artikel = siblings[i - 1].artikel
        return Target(artikel.number if artikel else None, siblings[i - 1].number if what == "lid" else None)

    # -- targets ----------------------------------------------------------------------------------------------------

    def _amended(self, unit: Unit) -> str | None:
        """In inserted text and in instructions «artikel 5» is that of the amended law."""
        node: Unit | None = unit
        while node is not None:
            if node.inserted or node.instruction:
                return node.regeling or None
            node = node.parent
        return None

    def _targets(self, item: Item, unit: Unit, law: str | None) -> list[Target]:
        number = item.number
        regeling = law or self._amended(unit)
        lid = None
        if number is None:
            artikel = unit.artikel if self._that is None else None
            near = self._last is not None and regeling is None and artikel is None
            number = artikel.number if artikel is not None else (self._last.artikel if near and self._last is not None else None)
            if self._that is not None:
                number = self._that
            elif unit.instruction and unit.amends is not None:
                number = unit.amends.artikel
            if not item.leden and unit.lid is not None and self._that is None:
                lid = unit.lid.number
        leden: list[str | None] = list(expanded(item.leden, item.lid_ranges)) or [lid]
        onderdelen: list[str | None] = list(expanded(item.onderdelen, item.onderdeel_ranges)) or [None]
        if len(leden) > 1:
            out = [Target(number, x, None, regeling) for x in leden[:-1]]
            out += [Target(number, leden[-1], o, regeling) for o in onderdelen]
        else:
            out = [Target(number, leden[0], o, regeling) for o in onderdelen]
        if item.ranged and self._last_number is not None and number is not None:
            between = self._index.between(self._last_number, number) if law is None else []
            out = [Target(n, regeling=regeling) for n in between] + out
        self._last_number = number
        return out

    def _add(self, unit: Unit, span: Span, targets: list[Target]) -> None:
        units: list[Unit] = []
        resolved = True
        for target in targets:
            found = self._index.find(target, unit)
            if found is not None:
                units.append(found)
            elif target.regeling is None:
                resolved = False
        self._last = targets[-1] if targets else None
        self.found.append(Reference(span, tuple(targets), tuple(units), resolved))
