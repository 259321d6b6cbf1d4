"""From the numbers in a reference to the units of the document."""

from __future__ import annotations

from doenvermogentoets.document import DIVISIONS, Target, Unit, UnitKind
from doenvermogentoets.structure.numbers import arabic_key, letters_key


def expanded(numbers: list[str], ranges: list[tuple[str, str]]) -> list[str]:
    """Numbers with those in between for each range: a, c with (a, c) gives a, b, c."""
    if not ranges:
        return numbers
    out: list[str] = []
    ends = dict(ranges)
    for number in numbers:
        out.append(number)
        last = ends.get(number)
        if last is None:
            continue
        first_key, last_key = arabic_key(number), arabic_key(last)
        if first_key is not None and last_key is not None:
            out += [str(n) for n in range(first_key[0] + 1, min(last_key[0], first_key[0] + 200))]
            continue
        a, b = letters_key(number), letters_key(last)
        if a is not None and b is not None and len(a) == len(b) == 1:
            out += [chr(96 + n) for n in range(a[0] + 1, b[0])]
    return out


_PARTS = (UnitKind.ONDERDEEL, UnitKind.WIJZIGINGSONDERDEEL)


class Index:
    """The units of a document by number, to resolve references within it."""

    def __init__(self, root: Unit) -> None:
        self._artikelen: dict[str, list[Unit]] = {}
        self._divisions: dict[tuple[UnitKind, str], Unit] = {}
        self._order: list[str] = []
        for unit in root.walk():
            if unit.kind is UnitKind.ARTIKEL:
                self._artikelen.setdefault(unit.number.lower(), []).append(unit)
                if not unit.inserted:
                    self._order.append(unit.number)
            elif unit.kind in DIVISIONS or unit.kind is UnitKind.BIJLAGE:
                self._divisions.setdefault((unit.kind, unit.number.lower()), unit)
                if unit.kind is UnitKind.BIJLAGE:
                    self._divisions.setdefault((unit.kind, ""), unit)
        self._place = {number.lower(): i for i, number in reversed(list(enumerate(self._order)))}

    def between(self, first: str, last: str) -> list[str]:
        """Numbers of the artikelen of this document strictly between two, in order; empty if either is not in it."""
        a, b = self._place.get(first.lower()), self._place.get(last.lower())
        return self._order[a + 1 : b] if a is not None and b is not None else []

    def find(self, target: Target, context: Unit) -> Unit | None:
        """The unit a target names, if it is in this document."""
        if target.kind is not UnitKind.ARTIKEL:
            if target.regeling is not None:
                return None
            return self._divisions.get((target.kind, (target.number or "").lower()))
        if target.artikel is None:
            return None
        candidates = self._artikelen.get(target.artikel.lower(), [])
        if target.regeling is None:
            artikel = next((u for u in candidates if not u.inserted), None)
        else:
            artikel = next((u for u in candidates if u.inserted and u.regeling == target.regeling), None)
        own = context.artikel
        if own is not None and own in candidates and own.regeling == (target.regeling or ""):
            artikel = own
        if artikel is None:
            return None
        unit: Unit | None = artikel
        if target.lid is not None:
            unit = next((c for c in artikel.children if c.kind is UnitKind.LID and c.number.lower() == target.lid.lower()), None)
        for part in target.onderdeel.split(".") if target.onderdeel and unit is not None else ():
            unit = (
                next((c for c in unit.children if c.kind in _PARTS and c.number.lower() == part.lower()), None)
                if unit is not None
                else None
            )
        return unit
