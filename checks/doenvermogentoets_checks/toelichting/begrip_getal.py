"""From which number on somebody falls under a term, told otherwise than in its definition: «vanaf vijf vogels» beside «ten minste één»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, DossierAnalysis
from doenvermogentoets.document import Unit
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid, gelijk, zelfde_eenheid
from doenvermogentoets.toelichting.words import roots
from doenvermogentoets_checks.toelichting.hoe_verteld import patterns

_SHORT = 3  # words: a longer term is hardly ever told in full
_TOLD_OTHERWISE = ("praktijk", "gemiddeld", "voorheen", "verleden", "anderen")

_known: WeakKeyDictionary[Analysis, Mapping[str, tuple[Unit, Sequence[Hoeveelheid]]]] = WeakKeyDictionary()


def grens_van_begrip(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> tuple[Hoeveelheid, Unit, Hoeveelheid] | None:
    """The limit of a sentence, the unit that defines the term, and its limit on the same side, when they differ.

    The term stands in the sentence or the one before it, only one definition has a limit of these things, and no provision has the number.
    """
    words = patterns()
    if any(words[name].search(zin.text) for name in _TOLD_OTHERWISE) or explanation.cited_in(zin):
        return None
    before = explanation.before(zin)
    told = frozenset(roots(zin.text)) | (frozenset(roots(before.text)) if before is not None else frozenset())
    for one in hoeveelheden(zin.text, zin.span.start):
        if not one.grens or one.geschat or one.maat != "aantal":
            continue
        found = list(_limits(dossier.bill, told, one))
        if len(found) == 1 and not gelijk(one, found[0][1]) and not _has(dossier, explanation, one):
            return one, *found[0]
    return None


def _limits(bill: Analysis, told: frozenset[str], one: Hoeveelheid) -> Iterator[tuple[Unit, Hoeveelheid]]:
    """The limits of these things on the same side in the definitions of terms that are told."""
    for term, (unit, found) in _defined(bill).items():
        if set(roots(term)) <= told:
            yield from ((unit, h) for h in found if zelfde_eenheid(h, one) and h.grens == one.grens)


def _defined(bill: Analysis) -> Mapping[str, tuple[Unit, Sequence[Hoeveelheid]]]:
    """The terms with a quantity in their definition."""
    if bill not in _known:
        text = bill.document.text
        read = ((term, d.unit, hoeveelheden(text[d.span], d.span.start)) for term, d in bill.definitions.items())
        _known[bill] = {term: (unit, found) for term, unit, found in read if found and len(term.split()) <= _SHORT}
    return _known[bill]


def _has(dossier: DossierAnalysis, explanation: Explanation, one: Hoeveelheid) -> bool:
    """The bill has this number of these things, in a rule or in a definition."""
    rules = (h for found in explanation.quantities.by_provision.values() for h in found)
    terms = (h for _, found in _defined(dossier.bill).values() for h in found)
    return any(zelfde_eenheid(h, one) and gelijk(h, one) for hs in (rules, terms) for h in hs)
