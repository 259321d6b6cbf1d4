"""The provisions of a bill that let somebody deviate: its hardship clauses, and exemptions for what they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.norms.hardheidsclausule import Clausule, clausules
from doenvermogentoets_checks.toelichting.clausule_woorden import lijsten


@dataclass(frozen=True, slots=True, eq=False)
class Afwijkbepaling:
    """A provision that lets somebody deviate; ``clausule`` when it is a hardship clause, ``units`` what it names otherwise."""

    provision: Provision
    clausule: Clausule | None
    units: frozenset[Unit]

    def covers(self, unit: Unit) -> bool:
        if self.clausule is not None:
            return self.clausule.covers(unit)
        return bool({unit, *unit.ancestors()} & self.units)

    @property
    def beperkt(self) -> bool:
        """It is for what it names, and not for the whole regulation."""
        return self.clausule.algemeen is None and self.clausule.reikwijdte is not None if self.clausule is not None else bool(self.units)


_known: WeakKeyDictionary[Analysis, tuple[Afwijkbepaling, ...]] = WeakKeyDictionary()


def afwijkbepalingen(bill: Analysis) -> Sequence[Afwijkbepaling]:
    """The provisions of a bill that let somebody deviate: hardship clauses and exemptions."""
    found = _known.get(bill)
    if found is None:
        by_provision = {c.provision: c for c in clausules(bill)}
        text = bill.document.text
        found = _known[bill] = tuple(
            Afwijkbepaling(p, by_provision.get(p), frozenset() if p in by_provision else _noemt(bill, p))
            for p in bill.provisions
            if p in by_provision or lijsten().ontheft.search(text[p.span])
        )
    return found


def _noemt(bill: Analysis, provision: Provision) -> frozenset[Unit]:
    """The units that a provision names: artikelen and leden of them, and leden of its own artikel."""
    units: set[Unit] = set()
    for reference in bill.document.references:
        if not provision.span.contains(reference.span):
            continue
        for target in reference.targets:
            if target.artikel and not target.regeling and target.lid:
                found = bill.find(target.artikel, target.lid)
                units |= {found.unit} if found is not None else set()
            elif target.artikel and not target.regeling:
                units |= {p.unit.artikel for p in bill.provisions if p.unit.artikel is not None and p.unit.artikel.number == target.artikel}
    return frozenset(units)
