"""Whether the toelichting speaks of a provision, as a reader would agree: it names the artikel, or says much the same.

A sentence that only shares a few words with a provision («Het CAK acht het voorstel uitvoerbaar») is not said to be about it.
"""

from __future__ import annotations

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.norms.model import Norm
from doenvermogentoets.report.model import Told
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explained
from doenvermogentoets.toelichting.words import roots

_NAMED = ("artikelsgewijs", "verwijzing")
_SHARED = 2
_WEIGHT = 0.25
"""So many content words, and such a share of the weight of those of the provision, a sentence shares that does not name the artikel."""


def explained(dossier: DossierAnalysis, provision: Provision, norm: Norm | None) -> Explained | None:
    """What the toelichting says of a norm; ``None`` without a toelichting."""
    return dossier.explanation.of(provision, norm) if dossier.explanation is not None else None


def mentions(dossier: DossierAnalysis, found: Explained | None) -> tuple[Span, ...]:
    """The sentences that speak of the provision: that name its artikel or stand under its heading, else that say much the same.

    Under the heading of an artikel of several leden only those about this lid count.
    """
    if found is None or dossier.explanation is None or not found.mentioned:
        return ()
    own = dossier.explanation.provision_roots[found.provision]
    weights = dossier.explanation.weights
    known = weights.of(own)
    named: list[Span] = []
    alike: list[Span] = []
    for relation in found.relations:
        shared = own.intersection(roots(relation.text))
        if relation.telt and (relation.hoe in _NAMED or (named and relation.hoe == "alinea" and shared)):
            named.append(relation.span)
        elif len(shared) >= _SHARED and known and weights.of(shared) >= _WEIGHT * known:
            alike.append(relation.span)
    return tuple(named or alike)


def standing(dossier: DossierAnalysis, found: Explained | None) -> Told:
    """In short what the toelichting does with a provision."""
    if found is None:
        return "geen toelichting gelezen"
    if found.sufficient:
        return "uitgelegd"
    return "genoemd, zonder reden" if mentions(dossier, found) else "niet gevonden"
