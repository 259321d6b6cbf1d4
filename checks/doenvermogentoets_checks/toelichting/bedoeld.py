"""Which lid a sentence is about, where the place it stands in does not say so but its own words do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from doenvermogentoets.analysis import Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.toelichting import Explanation, Zin

_SURE = 0.45  # from this chance on the place says enough
# Of the telling words of a sentence an artikel must have this share, so many, and so many times what the next artikel has.
_SHARE, _WORDS, _AHEAD = 0.5, 2, 1.4
_CHANCE = 0.65  # what an artikel that is known by words gets


def kansen(explanation: Explanation, zin: Zin) -> Mapping[Provision, float]:
    """Per provision the chance (0 to 1) that a sentence is about it; by its own words where its place leaves that open."""
    shares = explanation.shares(zin)
    artikelen: dict[Unit | None, float] = defaultdict(float)
    for provision, share in shares.items():
        artikelen[provision.unit.artikel] += share
    if max(artikelen.values(), default=0.0) >= _SURE or zin.alinea.section.places:
        return shares
    found = _by_words(explanation, zin)
    return shares if found is None else found


def _by_words(explanation: Explanation, zin: Zin) -> Mapping[Provision, float] | None:
    topics = explanation.by_words
    weights = {word: explanation.weights.of((word,)) for word in zin.roots}
    total = sum(weights.values())
    scores: dict[Unit, float] = {}
    for artikel, own in topics.artikelen.items():
        if any(n.soort in (Soort.DEFINITIE, Soort.SLOT) for p in explanation.bill.in_artikel(artikel) for n in p.norms):
            continue
        shared = [word for word in zin.roots if word in own]
        if len(shared) >= _WORDS:
            scores[artikel] = sum(weights[word] for word in shared)
    ranked = sorted(scores, key=lambda a: -scores[a])
    if not ranked or scores[ranked[0]] < _SHARE * total:
        return None
    if len(ranked) > 1 and scores[ranked[0]] < _AHEAD * scores[ranked[1]]:
        return None
    inside = explanation.bill.in_artikel(ranked[0])
    lids = {p: explanation.weights.of(zin.roots & explanation.provision_roots[p]) for p in inside}
    whole = sum(lids.values())
    return {p: _CHANCE * value / whole for p, value in lids.items() if value} if whole else None
