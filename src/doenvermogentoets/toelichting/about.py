"""Which provision a sentence of the toelichting is about: what it cites, what its heading explains, or the words they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from doenvermogentoets.document import UnitKind
from doenvermogentoets.toelichting.sections import lids
from doenvermogentoets.toelichting.words import topic
from doenvermogentoets.toelichting.zin import Zin
from doenvermogentoets.wordlists import REMEMBERED

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Provision
    from doenvermogentoets.toelichting.explanation import Explanation

# How much the words around a sentence count beside its own, and the rest of an artikel beside the lid itself.
_BEFORE, _EARLIER, _HEADING, _REST = 0.5, 0.25, 0.5, 0.4
# What it adds when the sentence has the words of the heading of the artikel, or the act of the norm.
_NAMED, _ACT = 0.25, 0.05


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """A provision a sentence may be about.

    Attributes:
        score: share (0 to 1) of the telling words of the sentence and its surroundings; 1 when it is named.
        gedeeld: how many roots the sentence and the one before it share with the artikel.
        genoemd: it is cited in the sentence, or stands under the heading of the artikel.
    """

    provision: Provision
    score: float
    gedeeld: int
    genoemd: bool


def about(explanation: Explanation, zin: Zin) -> Sequence[Kandidaat]:
    """The provisions a sentence may be about, best first; empty when it speaks of another law or of nothing in the bill."""
    cited = [t for r in explanation.cited_in(zin) for t in r.targets]
    if any(t.regeling for t in cited):
        return []
    scores = _scores(explanation, zin)
    numbers = {t.artikel for t in cited if t.artikel}
    named = {p for number in numbers for p in explanation.by_words.by_number.get(number, ())}
    if not named and zin.alinea.section.places:
        # under the heading of an instruction that inserts no artikel the sentence is about that instruction
        named = {p for a, found in explanation.articles.items() if zin.alinea.section in found for p in explanation.bill.in_artikel(a)}
        if not named:
            return []
    of_lid = lids(zin.text)
    if named and of_lid:
        named = {p for p in named if p.unit.kind is not UnitKind.LID or p.unit.number in of_lid} or named
    own = explanation.roots_with_before(zin)
    pool = named or scores.keys()
    found = [Kandidaat(p, scores.get(p, 0.0), len(own & _artikel(explanation, p)), bool(named)) for p in pool]
    return sorted(found, key=lambda k: (-k.score, k.provision.span.start))


def _artikel(explanation: Explanation, provision: Provision) -> frozenset[str]:
    artikel = provision.unit.artikel
    return explanation.by_words.artikelen.get(artikel, frozenset()) if artikel is not None else frozenset()


@lru_cache(maxsize=REMEMBERED)
def _heading(words: str) -> frozenset[str]:
    return topic(words)


def _context(explanation: Explanation, zin: Zin) -> Mapping[str, float]:
    """The roots of a sentence and of what precedes it, with how much they count."""
    zinnen: Sequence[Zin] = explanation.zinnen_of(zin.alinea)
    at = explanation.position(zin)
    out: dict[str, float] = dict.fromkeys(_heading(zin.alinea.section.heading), _HEADING)
    for back, share in ((2, _EARLIER), (1, _BEFORE)):
        if at >= back:
            out.update(dict.fromkeys(zinnen[at - back].roots - out.keys(), share))
    out.update(dict.fromkeys(zin.roots, 1.0))
    return out


def _scores(explanation: Explanation, zin: Zin) -> dict[Provision, float]:
    context = _context(explanation, zin)
    weights = explanation.weights
    telling = {word: share * weights.of((word,)) for word, share in context.items()}
    total = sum(telling.values())
    if not total:
        return {}
    direct: dict[Provision, float] = defaultdict(float)
    by_words = explanation.by_words
    for word, weight in telling.items():
        for provision in by_words.having(word):
            direct[provision] += weight
    artikelen = {p.unit.artikel for p in direct}
    out: dict[Provision, float] = {}
    for artikel in artikelen:
        if artikel is None:
            continue
        heading = by_words.headings.get(artikel, frozenset())
        inside = explanation.bill.in_artikel(artikel)
        around = by_words.artikelen[artikel]
        known = weights.of(heading)
        named = sum(context[w] * weights.of((w,)) for w in heading if w in context) / known if known else 0.0
        whole = sum(weight for word, weight in telling.items() if word in around)
        for provision in inside:
            own = direct.get(provision, 0.0)
            out[provision] = (
                (own + _REST * (whole - own)) / total + _NAMED * named + _ACT * (not by_words.acts[provision].isdisjoint(context))
            )
    return out
