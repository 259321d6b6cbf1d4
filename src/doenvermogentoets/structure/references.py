"""References: «artikel 3, tweede lid, onderdeel b», «het eerste en derde lid», «artikel 8 van de Wet X», with what they point at.

The forms are those of Aanwijzingen voor de regelgeving 3.27 to 3.36 and their older variants. A scanner in one pass: a word that
can start a reference is sought, then its parts are read one after the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from doenvermogentoets.document import Document, Reference, Target, Unit, UnitKind
from doenvermogentoets.structure import laws
from doenvermogentoets.structure.numbers import ordinal
from doenvermogentoets.structure.resolve import Index, expanded
from doenvermogentoets.text import Span

_S = r"[ \t\u00a0\r\n]+"
_NUM = r"(?:\d+(?:[a-z]{1,12}\d{0,2})?(?:[.:]\d+[a-z]{0,3})*|[IVXLC]+[a-zA-Z]?(?![\w])|[A-Z]\d{1,3}(?![\w]))"
_TRIGGER = re.compile(
    rf"\b(?:"
    rf"(?P<artikel>(?:[Dd]e{_S})?(?:[Aa]rtikel(?:en|s)?|ARTIKEL(?:EN)?){_S})(?={_NUM})"
    rf"|(?P<relative>(?:[Dd]it|[Dd]at|[Hh]et{_S}vorige|[Gg]enoemd|[Vv]oornoemd|[Ll]aatstgenoemd|"
    rf"[Ee]erstgenoemd){_S}(?:artikel|lid|onderdeel|hoofdstuk|besluit|wetboek)|[Dd]ie{_S}(?:artikelen|leden|wet|"
    rf"regeling|verordening)|[Dd]eze{_S}artikelen)\b"
    rf"|(?P<lidnr>[Ll](?:id|eden){_S})(?=\d)"
    rf"|(?P<onder>(?:(?:[Ss]ub)?[Oo]nderde(?:el|len)|onder|sub){_S})(?=(?:[a-z]{{1,2}}\d?|\d{{1,2}}[°º]?|[A-Z][a-z]?)(?![\w]))"
    rf"|(?P<division>(?:[Dd]e{_S})?(?:[Hh]oofdstuk(?:ken)?|[Aa]fdeling(?:en)?|[Pp]aragra(?:af|fen)|"
    rf"[Tt]itel(?:s)?|[Bb]oek|[Bb]ijlagen?|[Tt]abel(?:len)?){_S})(?=(?:{_NUM}|[A-Z](?![\w])))"
    rf"|(?P<bijlage>de{_S}bijlage)(?=[ ,.;:)]|$)"
    rf"|(?P<rank>(?:[Hh]et{_S}|[Dd]e{_S})?(?P<rankword>[A-Za-zë]{{3,27}}+(?:(?<=de)|(?<=ste))))(?=[,\s])"
    rf")|(?P<paragraph>§{{1,2}}[ \u00a0]?)(?={_NUM})"
)
_NUMBER = re.compile(_NUM)
_ONDERDEEL = re.compile(r"(?:[a-z]{1,2}\d?|\d{1,2}|[A-Z][a-z]?)(?![\w°º])|\d{1,2}[°º]")
_NO_LETTER = frozenset(("de", "en", "of", "is", "in", "op", "te", "al", "er", "om", "na", "nu", "zo", "ze", "je", "we", "me", "uw"))
"""Words of one or two letters that are no letters of onderdelen («onder de»)."""
_DIVISION_NUMBER = re.compile(rf"(?:{_NUM}|[A-Z](?![\w]))")
_RANK = re.compile(r"[A-Za-zë]{1,24}(?:de|ste)(?![\w])")
_LID_WORD = re.compile(rf"{_S}(?:lid|leden)(?![\w])")
_SEPARATOR = re.compile(
    rf",?{_S}(?:en|of|tot{_S}en{_S}met|tot|dan{_S}wel|onderscheidenlijk|respectievelijk|alsmede|en/of|juncto|jo\.?){_S}|,[ \t\u00a0\r\n]*"
)
_RANGE = re.compile(rf"{_S}(?:tot{_S}en{_S}met|t/m){_S}")
_COMMA = re.compile(r",?[ \t\u00a0\r\n]+")
_AANHEF = re.compile(
    rf"(?:(?:de{_S})?(?:aanhef|slotzin|slotalinea)|(?:de{_S})?(?:[a-zë]+(?:de|ste)){_S}(?:(?:en|"
    rf"of){_S}[a-zë]+(?:de|ste){_S})?(?:(?:vol)?zin(?:nen)?|alinea)|(?:de{_S})?(?:[a-zë]+(?:de|"
    rf"ste)){_S}(?:sub)?onderdeel)(?![\w])"
)
_ARTIKEL_AGAIN = re.compile(rf"(?:de{_S})?artikel(?:en)?{_S}")
_LID_NUMBER = re.compile(r"\d{1,2}[a-z]?(?![\w])")
_DIGIT_AFTER = re.compile(r"[ \t\u00a0\r\n]*\d")
_EXCEPT = re.compile(rf",?{_S}met{_S}uitzondering{_S}van{_S}")
_OF_DIVISION = re.compile(rf",?{_S}van{_S}(?:[Hh]oofdstuk|[Aa]fdeling|[Pp]aragraaf|[Tt]itel|[Bb]ijlage){_S}(?:{_NUM}|[A-Z](?![\w]))")
_INNER_DIVISION = re.compile(rf",{_S}(?:afdeling(?:en)?|paragra(?:af|fen)|titel(?:s)?){_S}(?={_NUM})")
_AND = re.compile(rf",?{_S}(?:en|of){_S}|,{_S}")
_ONDER_WORD = re.compile(rf"(?:de{_S}|het{_S})?(?:(?:sub)?onderde(?:el|len)|onder|sub){_S}", re.IGNORECASE)
_LID_NUMBERS = re.compile(rf"(?:lid|leden){_S}(?=\d)")
_OPENING = re.compile(rf"(?:het|de){_S}")
_OF = re.compile(rf"(?:,|,?{_S})van{_S}(?:(de|het|die|deze|dit|dat|genoemde?|voornoemde?|laatstgenoemde?|onze){_S})?")
_UNIT_OF_MEASURE = re.compile(
    rf"{_S}(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|dagen|"
    rf"weken|maanden?|jaren?|uren?|uur|procent|euro|personen|meter|km|%|[mk]?[gm]\b)|[ ]?%|[.,]\d|/"
)
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


@dataclass(slots=True)
class _Item:
    """One artikel (or division) in a reference, with the leden and onderdelen named with it."""

    number: str | None
    ranged: bool = False
    leden: list[str] = field(default_factory=list)
    lid_ranges: list[tuple[str, str]] = field(default_factory=list)
    onderdelen: list[str] = field(default_factory=list)
    onderdeel_ranges: list[tuple[str, str]] = field(default_factory=list)


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
        self._last_law: str | None = None
        self._last: Target | None = None
        self._last_number: str | None = None
        self._that: str | None = None

    def scan(self, unit: Unit, span: Span) -> None:
        """Find the references in one range of a unit's text."""
        text = self._text
        self._end = span.end
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
            items, end = self._leden_only(match.start("rankword"))
        elif kind == "lidnr":
            items, end = self._leden_only(start)
        elif kind == "artikel":
            items, end = self._artikelen(match.end())
        elif kind == "onder":
            item = _Item(None)
            end = self._onderdelen(match.end(), item)
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

    # -- parts ------------------------------------------------------------------------------------------------------

    def _artikelen(self, at: int) -> tuple[list[_Item], int]:
        """``3``, ``3, tweede lid``, ``3, 4 en 7, eerste lid``, ``4 tot en met 6``."""
        text, limit = self._text, self._end
        items: list[_Item] = []
        end = at
        ranged = False
        while True:
            match = _NUMBER.match(text, at, limit)
            if match is None or (items and _UNIT_OF_MEASURE.match(text, match.end(), limit)):
                break
            item = _Item(match[0], ranged)
            items.append(item)
            # «artikel 7.2.2., eerste lid»: the number is printed with a full stop
            dotted = match.end() + (text[match.end() : match.end() + 2] == ".,")
            end = self._details(dotted, item)
            end = match.end() if end == dotted else end
            separator = _SEPARATOR.match(text, end, limit)
            if separator is None:
                break
            ranged = bool(_RANGE.match(text, end, limit))
            at = separator.end()
            word = _ARTIKEL_AGAIN.match(text, at, limit)
            if word is not None:
                at = word.end()
        return items, end

    def _details(self, at: int, item: _Item) -> int:
        """Leden, onderdelen, aanhef and sentences after an artikel number; returns where they end."""
        text, limit = self._text, self._end
        end = at
        while True:
            progress = None
            for pattern in (_COMMA, _AND, _EXCEPT):
                gap = pattern.match(text, end, limit)
                if gap is None:
                    continue
                start = gap.end()
                # «artikel 3 en het tweede lid» names a lid of another artikel
                leden = self._leden(start, item) if pattern is not _AND or not _OPENING.match(self._text, start, limit) else None
                progress = leden or self._aanhef(start) or self._onder(start, item)
                if progress is not None:
                    break
            if progress is None:
                return end
            end = progress

    def _leden(self, at: int, item: _Item) -> int | None:
        """«eerste lid», «het eerste en derde lid», «eerste tot en met vierde lid», «lid 2»."""
        text, limit = self._text, self._end
        numbers = _LID_NUMBERS.match(text, at, limit)
        if numbers is not None:
            return self._numbered(numbers.end(), item)
        opening = _OPENING.match(text, at, limit)
        at = opening.end() if opening is not None else at
        ranks: list[tuple[str, bool]] = []
        ranged = False
        while True:
            match = _RANK.match(text, at, limit)
            value = ordinal(match[0]) if match is not None else None
            # no lid enumerates so many; without a bound a long row of rank words would be read again from each of its words
            if match is None or value is None or len(ranks) > 60:
                return None
            ranks.append((str(value), ranged))
            at = match.end()
            word = _LID_WORD.match(text, at, limit)
            if word is not None:
                at = word.end()
                break
            separator = _SEPARATOR.match(text, at, limit)
            if separator is None:
                return None
            ranged = bool(_RANGE.match(text, at, limit))
            at = separator.end()
            again = _OPENING.match(text, at, limit)
            at = again.end() if again is not None else at
        for number, is_end in ranks:
            if is_end and item.leden:
                item.lid_ranges.append((item.leden[-1], number))
            item.leden.append(number)
        return at

    def _numbered(self, at: int, item: _Item) -> int | None:
        text, limit = self._text, self._end
        end = None
        while True:
            match = _LID_NUMBER.match(text, at, limit)
            if match is None or (end is not None and _UNIT_OF_MEASURE.match(text, match.end(), limit)):
                return end
            item.leden.append(match[0])
            end = match.end()
            separator = _SEPARATOR.match(text, end, limit)
            if separator is None:
                return end
            at = separator.end()

    def _aanhef(self, at: int) -> int | None:
        match = _AANHEF.match(self._text, at, self._end)
        return match.end() if match is not None else None

    def _onder(self, at: int, item: _Item) -> int | None:
        word = _ONDER_WORD.match(self._text, at, self._end)
        if word is None:
            return None
        end = self._onderdelen(word.end(), item)
        return end if end > word.end() else None

    def _onderdelen(self, at: int, item: _Item) -> int:
        """``a``, ``a en b``, ``a tot en met d``, ``b, onder 1°``."""
        text, limit = self._text, self._end
        end = at
        ranged = False
        nested = bool(item.onderdelen)
        while True:
            match = _ONDERDEEL.match(text, at, limit)
            if match is not None and match[0] in _NO_LETTER:
                return end
            if match is None or (end > at - 40 and item.onderdelen and _UNIT_OF_MEASURE.match(text, match.end(), limit)):
                return end
            number = match[0].rstrip("°º")
            if nested:
                number = f"{item.onderdelen[-1]}.{number}"
                item.onderdelen[-1:] = [number]
                nested = False
            else:
                if ranged:
                    item.onderdeel_ranges.append((item.onderdelen[-1], number))
                item.onderdelen.append(number)
            end = match.end()
            separator = _SEPARATOR.match(text, end, limit)
            if separator is None:
                return end
            following = _ONDERDEEL.match(text, separator.end(), limit)
            if following is None or following[0] in _NO_LETTER:
                return end
            if separator[0].strip() in ("", ",") and not _listed(text, following.end(), limit):
                return end
            ranged = bool(_RANGE.match(text, end, limit))
            at = separator.end()

    def _leden_only(self, at: int) -> tuple[list[_Item], int]:
        item = _Item(None)
        end = self._leden(at, item)
        if end is None:
            return [], at
        return [item], self._details(end, item)

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
        gap = _COMMA.match(text, at, limit)
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
            if number is None or (numbers and _UNIT_OF_MEASURE.match(text, number.end(), limit)):
                break
            numbers.append(number[0])
            end = number.end()
            separator = _SEPARATOR.match(text, end, limit)
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
            item = _Item(target.artikel)
            item_end = self._details(end, item)
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

    def _targets(self, item: _Item, unit: Unit, law: str | None) -> list[Target]:
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


def _listed(text: str, at: int, limit: int) -> bool:
    """Whether an onderdeel letter after a comma is part of an enumeration: another separator follows it."""
    return bool(_SEPARATOR.match(text, at, limit)) or at >= limit
