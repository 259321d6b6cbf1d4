"""Which artikelen of the bill the sections and references of a toelichting speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from doenvermogentoets.document import Document, Reference, Unit, UnitKind
from doenvermogentoets.toelichting.sections import Alinea, Place, Section

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Analysis, Provision


class Articles:
    """Sections and references of one toelichting, tied to the artikelen of its bill (inserted ones included)."""

    def __init__(self, bill: Analysis, sections: Sequence[Section], references: Mapping[Alinea, Sequence[Reference]]) -> None:
        self._bill = bill
        self._sections = sections
        self._references = references

    @cached_property
    def _artikelen(self) -> Sequence[tuple[Unit, str, str]]:
        """The artikelen of the bill, with the amending artikel and the wijzigingsonderdeel that insert them."""
        units = dict.fromkeys(p.unit.artikel for p in self._bill.provisions if p.unit.artikel is not None)
        return [(unit, *_instruction(unit)) for unit in units]

    def provisions_at(self, place: Place) -> tuple[Provision, ...]:
        """The provisions of the bill that a place in a heading or reference names."""
        found = []
        for artikel, above, onderdeel in self._artikelen:
            if place.onderdeel and onderdeel != place.onderdeel:
                continue
            if place.artikel and place.artikel not in (artikel.number, above):
                continue
            for provision in self._bill.in_artikel(artikel):
                other = provision.unit.kind is UnitKind.LID and provision.unit.number != place.lid and artikel.number == place.artikel
                if not (place.lid and other):
                    found.append(provision)
        return tuple(found)

    @cached_property
    def explained_in(self) -> Mapping[Unit, tuple[Section, ...]]:
        """Per artikel the sections of the artikelsgewijs part that explain it."""
        out: dict[Unit, list[Section]] = defaultdict(list)
        for section in self._sections:
            for unit in self._units_of(section) if section.places else ():
                out[unit].append(section)
        return {unit: tuple(found) for unit, found in out.items()}

    def _units_of(self, section: Section) -> Iterator[Unit]:
        """The artikelen a heading names: «Artikel I, onderdeel B (artikel 18)» is the artikel 18 that onderdeel B inserts."""
        chain = [s.places for s in line(section)]
        artikelen = {p.artikel for places in chain for p in places if p.artikel}
        onderdelen = {p.onderdeel for places in chain for p in places if p.onderdeel}
        own = {p.artikel for p in section.places if p.artikel}
        letters = {p.onderdeel for p in section.places if p.onderdeel}
        amending = any(a.isupper() and a.isalpha() for a in artikelen)
        for artikel, above, onderdeel in self._artikelen:
            if not above:
                # «Onderdeel D» of a nota van wijziging, whose instructions stand in no artikel
                if artikel.number in own or (onderdeel in letters and not own):
                    yield artikel
                continue
            if onderdelen and onderdeel and onderdeel not in onderdelen:
                continue
            if above in artikelen:
                if artikel.number in own or not own - {above}:
                    yield artikel
            elif not amending and artikel.number in own:
                yield artikel

    @cached_property
    def mentions(self) -> Mapping[Unit, tuple[tuple[Alinea, Reference], ...]]:
        """Per artikel the references to it anywhere in the toelichting."""
        by_number: dict[str, list[Unit]] = defaultdict(list)
        for artikel, _, _ in self._artikelen:
            by_number[artikel.number].append(artikel)
        out: dict[Unit, list[tuple[Alinea, Reference]]] = defaultdict(list)
        for alinea, references in self._references.items():
            for reference in references:
                for target in reference.targets:
                    for unit in by_number.get(target.artikel or "", ()):
                        if same_law(target.regeling, unit, self._bill.document):
                            out[unit].append((alinea, reference))
        return {unit: tuple(dict.fromkeys(found)) for unit, found in out.items()}


def line(section: Section) -> Iterator[Section]:
    """A section and those it is part of, innermost first."""
    current: Section | None = section
    while current is not None:
        yield current
        current = current.parent


def _instruction(unit: Unit | None) -> tuple[str, str]:
    """Number of the amending artikel and letter of the wijzigingsonderdeel above an inserted unit; empty when it is not inserted."""
    artikel = onderdeel = ""
    current = unit.parent if unit is not None and unit.kind is UnitKind.ARTIKEL else unit
    while current is not None:
        if current.kind is UnitKind.WIJZIGINGSONDERDEEL and (not onderdeel or (current.number.isalpha() and not onderdeel.isalpha())):
            onderdeel = current.number  # its letter: the heading of «B, 2» is «Onderdeel B»
        elif current.kind is UnitKind.ARTIKEL:
            artikel = current.number
            break
        current = current.parent
    return artikel, onderdeel


def same_law(regeling: str | None, unit: Unit, bill: Document) -> bool:
    """Whether a reference «artikel 18 van de Wet X» can mean this artikel of the bill (its own, or one it inserts into Wet X)."""
    artikel = unit.artikel
    if regeling is None:
        return True
    if artikel is not None and (artikel.inserted or artikel.regeling):
        known = artikel.regeling.lower()
        return not known or known in regeling.lower() or regeling.lower() in known
    return bool(bill.title) and regeling.lower() in bill.title.lower()
