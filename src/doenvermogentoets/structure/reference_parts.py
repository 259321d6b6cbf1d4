"""The parts of a reference: artikelen, leden, onderdelen, aanhef and sentences, read one after the other from a given place.

What they point at is a matter of their surroundings and not known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from doenvermogentoets.months import MONTHS
from doenvermogentoets.structure.numbers import ordinal

WS = r"[ \t\u00a0\r\n]+"
NUM = r"(?:\d+(?:[a-z]{1,12}\d{0,2})?(?:[.:]\d+[a-z]{0,3})*|[IVXLC]+[a-zA-Z]?(?![\w])|[A-Z]\d{1,3}(?![\w]))"
CHAPTER_NUM = r"[A-Z]{1,2} \d{1,3}[a-z]{0,2}(?![\w°])"
"""An artikel numbered within a chapter that has a letter («artikel Y 13», Kieswet)."""
_NUMBER = re.compile(rf"{CHAPTER_NUM}|{NUM}")
_ONDERDEEL = re.compile(r"(?:[a-z]{1,2}\d?|\d{1,2}|[A-Z][a-z]?)(?![\w°º])|\d{1,2}[°º]")
_NO_LETTER = frozenset(("de", "en", "of", "is", "in", "op", "te", "al", "er", "om", "na", "nu", "zo", "ze", "je", "we", "me", "uw"))
"""Words of one or two letters that are no letters of onderdelen («onder de»)."""
_RANK = re.compile(r"[A-Za-zë]{1,24}(?:de|ste)(?![\w])")
_LID_WORD = re.compile(rf"{WS}(?:lid|leden)(?![\w])")
SEPARATOR = re.compile(
    rf",?{WS}(?:en|of|tot{WS}en{WS}met|tot|dan{WS}wel|onderscheidenlijk|respectievelijk|alsmede|en/of|juncto|jo\.?){WS}|,[ \t\u00a0\r\n]*"
)
_RANGE = re.compile(rf"{WS}(?:tot{WS}en{WS}met|t/m){WS}")
COMMA = re.compile(r",?[ \t\u00a0\r\n]+")
_AANHEF = re.compile(
    rf"(?:(?:de{WS})?(?:aanhef|slotzin|slotalinea)|(?:de{WS})?(?:[a-zë]+(?:de|ste)){WS}(?:(?:en|"
    rf"of){WS}[a-zë]+(?:de|ste){WS})?(?:(?:vol)?zin(?:nen)?|alinea)|(?:de{WS})?(?:[a-zë]+(?:de|"
    rf"ste)){WS}(?:sub)?onderdeel)(?![\w])"
)
_ARTIKEL_AGAIN = re.compile(rf"(?:de{WS})?artikel(?:en)?{WS}")
_LID_NUMBER = re.compile(r"\d{1,2}[a-z]?(?![\w])")
_EXCEPT = re.compile(rf",?{WS}met{WS}uitzondering{WS}van{WS}")
_AND = re.compile(rf",?{WS}(?:en|of){WS}|,{WS}")
_ONDER_WORD = re.compile(rf"(?:de{WS}|het{WS})?(?:(?:sub)?onderde(?:el|len)|onder|sub){WS}", re.IGNORECASE)
_LID_NUMBERS = re.compile(rf"(?:lid|leden){WS}(?=\d)")
_OPENING = re.compile(rf"(?:het|de){WS}")
UNIT_OF_MEASURE = re.compile(
    rf"{WS}(?:{'|'.join(MONTHS)}|dagen|"
    rf"weken|maanden?|jaren?|uren?|uur|procent|euro|personen|meter|km|%|[mk]?[gm]\b)|[ ]?%|[.,]\d|/"
)


@dataclass(slots=True)
class Item:
    """One artikel (or division) in a reference, with the leden and onderdelen named with it."""

    number: str | None
    ranged: bool = False
    leden: list[str] = field(default_factory=list)
    lid_ranges: list[tuple[str, str]] = field(default_factory=list)
    onderdelen: list[str] = field(default_factory=list)
    onderdeel_ranges: list[tuple[str, str]] = field(default_factory=list)


class Parts:
    """Reads parts in ``text``, never past ``limit`` (a code-point offset that moves with the range that is scanned)."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.limit = 0

    def artikelen(self, at: int) -> tuple[list[Item], int]:
        """``3``, ``3, tweede lid``, ``3, 4 en 7, eerste lid``, ``4 tot en met 6``."""
        text, limit = self._text, self.limit
        items: list[Item] = []
        end = at
        ranged = False
        while True:
            match = _NUMBER.match(text, at, limit)
            if match is None or (items and UNIT_OF_MEASURE.match(text, match.end(), limit)):
                break
            item = Item(match[0], ranged)
            items.append(item)
            # «artikel 7.2.2., eerste lid»: the number is printed with a full stop
            dotted = match.end() + (text[match.end() : match.end() + 2] == ".,")
            end = self.details(dotted, item)
            end = match.end() if end == dotted else end
            separator = SEPARATOR.match(text, end, limit)
            if separator is None:
                break
            ranged = bool(_RANGE.match(text, end, limit))
            at = separator.end()
            word = _ARTIKEL_AGAIN.match(text, at, limit)
            if word is not None:
                at = word.end()
        return items, end

    def details(self, at: int, item: Item) -> int:
        """Leden, onderdelen, aanhef and sentences after an artikel number; returns where they end."""
        text, limit = self._text, self.limit
        end = at
        while True:
            progress = None
            for pattern in (COMMA, _AND, _EXCEPT):
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

    def _leden(self, at: int, item: Item) -> int | None:
        """«eerste lid», «het eerste en derde lid», «eerste tot en met vierde lid», «lid 2»."""
        text, limit = self._text, self.limit
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
            separator = SEPARATOR.match(text, at, limit)
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

    def _numbered(self, at: int, item: Item) -> int | None:
        text, limit = self._text, self.limit
        end = None
        while True:
            match = _LID_NUMBER.match(text, at, limit)
            if match is None or (end is not None and UNIT_OF_MEASURE.match(text, match.end(), limit)):
                return end
            item.leden.append(match[0])
            end = match.end()
            separator = SEPARATOR.match(text, end, limit)
            if separator is None:
                return end
            at = separator.end()

    def _aanhef(self, at: int) -> int | None:
        match = _AANHEF.match(self._text, at, self.limit)
        return match.end() if match is not None else None

    def _onder(self, at: int, item: Item) -> int | None:
        word = _ONDER_WORD.match(self._text, at, self.limit)
        if word is None:
            return None
        end = self.onderdelen(word.end(), item)
        return end if end > word.end() else None

    def onderdelen(self, at: int, item: Item) -> int:
        """``a``, ``a en b``, ``a tot en met d``, ``b, onder 1°``."""
        text, limit = self._text, self.limit
        end = at
        ranged = False
        nested = bool(item.onderdelen)
        while True:
            match = _ONDERDEEL.match(text, at, limit)
            if match is not None and match[0] in _NO_LETTER:
                return end
            if match is None or (end > at - 40 and item.onderdelen and UNIT_OF_MEASURE.match(text, match.end(), limit)):
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
            separator = SEPARATOR.match(text, end, limit)
            if separator is None:
                return end
            following = _ONDERDEEL.match(text, separator.end(), limit)
            if following is None or following[0] in _NO_LETTER:
                return end
            if separator[0].strip() in ("", ",") and not _listed(text, following.end(), limit):
                return end
            ranged = bool(_RANGE.match(text, end, limit))
            at = separator.end()

    def leden_only(self, at: int) -> tuple[list[Item], int]:
        item = Item(None)
        end = self._leden(at, item)
        if end is None:
            return [], at
        return [item], self.details(end, item)


def _listed(text: str, at: int, limit: int) -> bool:
    """Whether an onderdeel letter after a comma is part of an enumeration: another separator follows it."""
    return bool(SEPARATOR.match(text, at, limit)) or at >= limit
