"""Whether the toelichting speaks of a provision, as a reader would agree: it names the artikel, or says much the same.

A sentence that only shares a few words with a provision («Het CAK acht het voorstel uitvoerbaar») is not said to be about it.
"""

from __future__ import annotations

from typing import NamedTuple

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import ZO_GENOEMD, Explained
from doenvermogentoets.toelichting.words import roots

_NAMED = ("artikelsgewijs", "verwijzing")
_SHARED = 2
_WEIGHT = 0.25
"""So many content words, and such a share of the weight of those of the provision, a sentence shares that does not name the artikel."""


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
    if found is None or dossier.explanation is None or not found.relations:
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
