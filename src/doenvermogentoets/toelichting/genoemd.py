"""Whether the toelichting speaks of a provision, as a reader would agree: it names the artikel, or says much the same.

A sentence that only shares a few words with a provision («Het CAK acht het voorstel uitvoerbaar») is not said to be about it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import ZO_GENOEMD, Explained
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import even_lang
from doenvermogentoets.toelichting.runs import GEVOLGEN, same_family
from doenvermogentoets.toelichting.words import roots, topic

if TYPE_CHECKING:
    from doenvermogentoets.document import Unit
    from doenvermogentoets.toelichting.explanation import Explanation

_NAMED = ("artikelsgewijs", "verwijzing")
_SHARED = 2
_WEIGHT = 0.25
"""So many content words, and such a share of the weight of those of the provision, a sentence shares that does not name the artikel."""


class Mentions(NamedTuple):
    """The sentences that speak of a provision; not ``sure`` when they are about its artikel and perhaps about another lid.

    With a number in ``moved`` they name the artikel by its number only: what they tell is what the artikel with that number does.
    """

    spans: tuple[Span, ...] = ()
    sure: bool = True
    moved: str = ""

    @property
    def statement(self) -> str:
        if self.moved:
            return f"dit nummer, maar met wat artikel {self.moved} regelt: de nummers kunnen zijn verschoven"
        return ZO_GENOEMD["genoemd"] if self.sure else "iets over dit artikel, misschien over een ander lid"


def mentions(dossier: DossierAnalysis, found: Explained | None) -> Mentions:
    """The sentences that name the artikel or stand under its heading and are about this lid; else those that say much the same; else
    those about the artikel."""
    if found is None or dossier.explanation is None or not found.relations:
        return Mentions()
    other = moved(dossier.explanation, found)
    if other is not None:
        return Mentions(tuple(r.span for r in found.relations if r.hoe in _NAMED), sure=False, moved=other.number)
    own = dossier.explanation.provision_roots[found.provision]
    weights = dossier.explanation.weights
    known = weights.of(own)
    lengths = [h for h in dossier.explanation.quantities.by_provision.get(found.provision, ()) if h.maat == "duur"]
    named: list[Span] = []
    alike: list[Span] = []
    near: list[Span] = []
    for relation in found.relations:
        shared = own.intersection(roots(relation.text))
        if relation.telt and (relation.hoe in _NAMED or (named and relation.hoe == "alinea" and shared)):
            named.append(relation.span)
        elif len(shared) >= _SHARED and known and weights.of(shared) >= _WEIGHT * known:
            alike.append(relation.span)
        elif relation.telt and any(even_lang(h, o) for h in hoeveelheden(relation.text) for o in lengths):
            alike.append(relation.span)  # its length of time in other words: «in twee werkweken» for ten working days
        elif relation.hoe in _NAMED:
            near.append(relation.span)
    return Mentions(tuple(named or alike or near), sure=bool(named or alike))


# «Deze bepaling geldt niet voor artikel 11a, waarop alleen opschorting volgt»: another artikel is told of to keep it apart.
_NIET_VOOR = re.compile(
    r"\b(?:(?:geldt|gelden|ziet|zien) niet (?:voor|op|bij)|niet van toepassing (?:is )?op|anders dan"
    r"|in tegenstelling tot|te onderscheiden van)\b"
    r"[^.;]{0,40}\bartikel(?:en)? \d",
    re.I,
)


def moved(explanation: Explanation, found: Explained) -> Unit | None:
    """The artikel whose effect the sentences tell that name this one by its number; ``None`` where they fit the one they name.

    After an artikel was put in or moved the bill has new numbers and its toelichting often the old ones.
    """
    artikel = found.provision.unit.artikel
    named = [topic(r.text) for r in found.relations if r.hoe in _NAMED and _NIET_VOOR.search(r.text) is None]
    told = frozenset().union(*named) if named else frozenset()
    if artikel is None or not told & GEVOLGEN:
        return None
    by_artikel: dict[Unit, set[str]] = {}
    for provision, known in explanation.provision_roots.items():
        if provision.unit.artikel is not None:
            by_artikel.setdefault(provision.unit.artikel, set()).update(known)
    own = by_artikel.get(artikel, set())
    mine = own & GEVOLGEN
    if not mine or any(a == b or same_family(a, b) for a in told & GEVOLGEN for b in mine):
        return None
    weigh = explanation.weights.of
    fits = {a: weigh(told & words) for a, words in by_artikel.items() if a is not artikel and told & GEVOLGEN & words}
    best = max(fits, key=lambda a: fits[a], default=None)
    return best if best is not None and fits[best] > weigh(told & own) else None
