"""Whether the toelichting speaks of a provision, as a reader would agree: it names the artikel, or says much the same.

A sentence that only shares a few words with a provision («Het CAK acht het voorstel uitvoerbaar») is not said to be about it.
"""

from __future__ import annotations

from typing import NamedTuple

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.norms.model import Norm
from doenvermogentoets.report.model import Told
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import ZO_GENOEMD, Explained
from doenvermogentoets.toelichting.clausule import ClausuleUitleg, read_clausule
from doenvermogentoets.toelichting.words import roots

_NAMED = ("artikelsgewijs", "verwijzing")
_SHARED = 2
_WEIGHT = 0.25
"""So many content words, and such a share of the weight of those of the provision, a sentence shares that does not name the artikel."""


def explained(dossier: DossierAnalysis, provision: Provision, norm: Norm | None) -> Explained | None:
    """What the toelichting says of a norm; ``None`` without a toelichting."""
    return dossier.explanation.of(provision, norm) if dossier.explanation is not None else None


class Mentions(NamedTuple):
    """The sentences that speak of a provision; not ``sure`` when they are about its artikel and perhaps about another lid."""

    spans: tuple[Span, ...] = ()
    sure: bool = True

    @property
    def statement(self) -> str:
        return ZO_GENOEMD["genoemd"] if self.sure else "iets over dit artikel, misschien over een ander lid"


def mentions(dossier: DossierAnalysis, found: Explained | None) -> Mentions:
    """The sentences that name the artikel or stand under its heading and are about this lid; else those that say much the same; else
    those about the artikel."""
    if found is None or dossier.explanation is None or not found.mentioned:
        return Mentions()
    own = dossier.explanation.provision_roots[found.provision]
    weights = dossier.explanation.weights
    known = weights.of(own)
    named: list[Span] = []
    alike: list[Span] = []
    near: list[Span] = []
    for relation in found.relations:
        shared = own.intersection(roots(relation.text))
        if relation.telt and (relation.hoe in _NAMED or (named and relation.hoe == "alinea" and shared)):
            named.append(relation.span)
        elif len(shared) >= _SHARED and known and weights.of(shared) >= _WEIGHT * known:
            alike.append(relation.span)
        elif relation.hoe in _NAMED:
            near.append(relation.span)
    return Mentions(tuple(named or alike or near), sure=bool(named or alike))


def of_clause(dossier: DossierAnalysis, provision: Provision) -> ClausuleUitleg | None:
    """What the toelichting says of a hardship clause; ``None`` without a toelichting."""
    return read_clausule(dossier.explanation, provision) if dossier.explanation is not None else None


def clause_standing(said: ClausuleUitleg | None) -> Told:
    """In short what the toelichting does with a hardship clause: it is explained by what Ar 5.25 asks, a reason or the cases it is for."""
    if said is None:
        return "geen toelichting gelezen"
    if said.motivated:
        return "uitgelegd"
    return "genoemd, zonder reden" if said.zinnen else "niet gevonden"


def standing(dossier: DossierAnalysis, found: Explained | None) -> Told:
    """In short what the toelichting does with a provision."""
    if found is None:
        return "geen toelichting gelezen"
    if found.sufficient:
        return "uitgelegd"
    return "genoemd, zonder reden" if mentions(dossier, found).spans else "niet gevonden"
