"""A sentence of the toelichting beside the artikel it speaks of: which artikel that is, and which quantities stand for the same thing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from doenvermogentoets.document import UnitKind
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid, gelijk, omtrek, zelfde_soort
from doenvermogentoets.toelichting.sections import lids
from doenvermogentoets.toelichting.zin import Zin

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Provision
    from doenvermogentoets.document import Unit
    from doenvermogentoets.toelichting.explanation import Explanation

Hoe = Literal["genoemd", "kop", "woorden"]

# «de aanvraag, bedoeld in artikel 5», «omdat artikel 8 …»: the artikel that is cited says what a word means, or is the reason.
_BEDOELD = re.compile(
    r"\b(?:ingevolge|bedoeld in|genoemd in|vermeld in|omschreven in|in afwijking van|omdat|want|doordat|aangezien)\s*$", re.I
)
# From this chance on a sentence is about an artikel that it does not name.
_SHARE, _TRACE = 0.5, 0.1
_CLEARLY = 0.6  # share that one lid has of what speaks for its artikel
# A word that only the rest of the artikel has counts for so much in what a quantity measures.
_REST = 0.3
_LIMITS = 0.1  # both are a limit
# Letters that two words must share at the beginning, and share of the longer one.
_BEGIN, _SAME = 5, 0.7
_COMMON = 60  # a word around more quantities than this tells nothing
_ALSO_TOLD_AS = ({"duur", "leeftijd"}, {"keer", "aantal"}, {"ritme", "aantal"})  # of different kinds, and perhaps equal
_LONG, _BY_NUMBER = 6, 0.9  # letters of a word that tells something; how sure an equal number with such a word is


@dataclass(frozen=True, slots=True)
class Doel:
    """What a sentence speaks of: the provisions, and how that is known."""

    provisions: Sequence[Provision]
    hoe: Hoe
    zeker: float  # 0 to 1
    lid: Provision | None = None  # the one lid that is named or that has clearly most of the words

    @property
    def artikelen(self) -> tuple[Unit, ...]:
        """In the order of the bill, so that what is reported does not depend on a hash."""
        return tuple(dict.fromkeys(p.unit.artikel for p in self.provisions if p.unit.artikel is not None))


def doel(explanation: Explanation, zin: Zin) -> Doel | None:
    """The artikel a sentence speaks of: by number, by the heading it stands under, or by its words and those around it."""
    cited: list[Provision] = []
    for reference in explanation.references.get(zin.alinea, ()):
        if not zin.span.contains(reference.span):
            continue
        if any(t.regeling for t in reference.targets):
            return None
        if _BEDOELD.search(zin.text[: reference.span.start - zin.span.start]):
            continue
        for target in reference.targets:
            if not target.artikel:
                continue
            inside = explanation.by_words.by_number.get(target.artikel, ())
            if not inside:
                return None  # an artikel the bill does not have
            cited += [p for p in inside if not target.lid or p.unit.kind is not UnitKind.LID or p.unit.number == target.lid] or list(inside)
    if cited:
        return Doel(tuple(dict.fromkeys(cited)), "genoemd", 1.0, cited[0] if len(set(cited)) == 1 else None)
    own = [a for a, found in explanation.articles.items() if zin.alinea.section in found]
    if own:
        inside = [p for a in own for p in explanation.bill.in_artikel(a)]
        leden = lids(zin.text)
        named = [p for p in inside if p.unit.kind is UnitKind.LID and p.unit.number in leden]
        return Doel(tuple(named or inside), "kop", 1.0 if len(own) == 1 else 0.7, named[0] if len(named) == 1 else None)
    if zin.alinea.section.places:
        return None  # under the heading of an instruction that inserts no artikel
    shares = explanation.shares(zin)
    artikelen: dict[Unit, float] = {}
    for provision, share in shares.items():
        if provision.unit.artikel is not None:
            artikelen[provision.unit.artikel] = artikelen.get(provision.unit.artikel, 0.0) + share
    # an artikel with definitions has the words of all others, and is hardly ever what a sentence is about
    defining = sum(artikelen.pop(a) for a in list(artikelen) if _defines(explanation, a))
    best = max(artikelen, key=lambda a: artikelen[a], default=None)
    if best is None or artikelen[best] < _SHARE * (1 - defining) or artikelen[best] < _TRACE:
        return None
    sure = artikelen[best] / (1 - defining) if defining < 1 else 0.0
    return Doel(tuple(explanation.bill.in_artikel(best)), "woorden", sure, _lid(shares, best))


def _lid(shares: Mapping[Provision, float], artikel: Unit) -> Provision | None:
    inside = {p: share for p, share in shares.items() if p.unit.artikel is artikel}
    best = max(inside, key=lambda p: inside[p], default=None)
    return best if best is not None and inside[best] >= _CLEARLY * sum(inside.values()) else None


def doel_van_meer(explanation: Explanation, zin: Zin, least: float) -> Doel | None:
    """The two artikelen that a sentence is about by its words, when they have this chance together and neither alone."""
    if zin.alinea.section.places or explanation.cited_in(zin):
        return None
    artikelen: dict[Unit, float] = defaultdict(float)
    for provision, share in explanation.shares(zin).items():
        if provision.unit.artikel is not None:
            artikelen[provision.unit.artikel] += share
    best = sorted(artikelen, key=lambda a: -artikelen[a])[:2]
    sure = sum(artikelen[a] for a in best)
    if sure < least:
        return None
    inside = [p for a in best for p in explanation.bill.in_artikel(a)]
    return Doel(tuple(sorted(inside, key=lambda p: p.span.start)), "woorden", sure)


_RAW, _AMONG = 0.3, 0.7  # chance of an artikel by its words, and among those that can be meant


def doel_waar(explanation: Explanation, zin: Zin, fits: Callable[[Provision], bool]) -> Doel | None:
    """The artikel a sentence speaks of by its words, among the artikelen with a provision that can be meant."""
    if zin.alinea.section.places:
        return None
    artikelen: dict[Unit, float] = defaultdict(float)
    having: set[Unit] = set()
    shares = explanation.shares(zin)
    for provision, share in shares.items():
        artikel = provision.unit.artikel
        if artikel is not None:
            artikelen[artikel] += share
            if fits(provision):
                having.add(artikel)
    total = sum(artikelen[a] for a in having)
    best = max(having, key=lambda a: artikelen[a], default=None)
    if best is None or artikelen[best] < _RAW or artikelen[best] < _AMONG * total:
        return None
    return Doel(tuple(explanation.bill.in_artikel(best)), "woorden", artikelen[best] / total, _lid(shares, best))


_ANAFOOR = re.compile(r"\b(?:deze|die|dit|dat|daarvan|hiervan|daarbij|daarop|ervan|daarvoor)\b", re.I)


def doel_of_daarvoor(explanation: Explanation, zin: Zin) -> Doel | None:
    """The artikel a sentence speaks of, also when only the sentence before it («deze termijn») or a number of the bill says so."""
    found = _best_doel(explanation, zin)
    before = explanation.before(zin)
    if found is not None or before is None or not _ANAFOOR.search(zin.text):
        return found
    return _best_doel(explanation, before)


def _best_doel(explanation: Explanation, zin: Zin) -> Doel | None:
    """By citation, heading or words; a number that only one artikel has makes it surer."""
    found = doel(explanation, zin)
    if found is not None and found.zeker >= _BY_NUMBER:
        return found
    numbered = _by_number(explanation, zin)
    return numbered if found is None or (numbered is not None and numbered.artikelen == found.artikelen) else found


def _by_number(explanation: Explanation, zin: Zin) -> Doel | None:
    """The one artikel with the number of the sentence and words around it."""
    if zin.alinea.section.places:
        return None
    artikelen: dict[Unit, None] = {}
    for one in hoeveelheden(zin.text):
        for provision, other in explanation.quantities.even_groot(one):
            if provision.unit.artikel is not None and gelijk(one, other) and _telling(one, other):
                artikelen[provision.unit.artikel] = None
    if len(artikelen) != 1:
        return None
    return Doel(tuple(explanation.bill.in_artikel(next(iter(artikelen)))), "woorden", _BY_NUMBER)


def _telling(one: Hoeveelheid, other: Hoeveelheid) -> bool:
    return any(len(w) >= _LONG and (w in other.rol or alike(w, other.rol)) for w in one.rol)


def _defines(explanation: Explanation, artikel: Unit) -> bool:
    inside = explanation.bill.in_artikel(artikel)
    return bool(inside) and all(n.soort is Soort.DEFINITIE for p in inside for n in p.norms)


@dataclass(frozen=True, slots=True)
class Paar:
    """A quantity of the bill that stands for the same thing as one of the toelichting.

    Attributes:
        gelijkenis: share (0 to 1) of the telling words around the one that stand around the other.
        gedeeld: those words, and words of the heading of the artikel.
        rondom: the words that only the rest of the artikel shares.
    """

    provision: Provision
    hoeveelheid: Hoeveelheid
    gelijkenis: float
    gedeeld: frozenset[str]
    rondom: frozenset[str]


class Hoeveelheden:
    """The quantities of a bill, to hold those of its toelichting against."""

    def __init__(self, explanation: Explanation) -> None:
        self._explanation = explanation
        text = explanation.bill.document.text
        self.by_provision: Mapping[Provision, Sequence[Hoeveelheid]] = {
            p: hoeveelheden(text[p.span], p.span.start)
            for p in explanation.bill.provisions
            if not any(n.soort is Soort.DEFINITIE for n in p.norms) and "verstaan onder" not in text[p.span]
        }

    def even_groot(self, one: Hoeveelheid) -> Iterator[tuple[Provision, Hoeveelheid]]:
        """The quantities that can be equal to one by their size: of its own kind those near it, of others all that may be told as it."""
        low, high = omtrek(one)
        for (maat, per), found in self._by_size.items():
            if maat == one.maat and (maat != "euro" or per == one.per):
                first, last = (cut(found, at, key=lambda x: x[1].waarde) for cut, at in ((bisect_left, low), (bisect_right, high)))
                yield from found[first:last]
            elif maat == one.maat or {maat, one.maat} in _ALSO_TOLD_AS:
                yield from found

    @cached_property
    def _by_size(self) -> Mapping[tuple[str, str], Sequence[tuple[Provision, Hoeveelheid]]]:
        """The quantities by what they measure and per what, the smallest first."""
        out: dict[tuple[str, str], list[tuple[Provision, Hoeveelheid]]] = defaultdict(list)
        for provision, found in self.by_provision.items():
            for other in found:
                out[other.maat, other.per].append((provision, other))
        return {kind: sorted(found, key=lambda x: x[1].waarde) for kind, found in out.items()}

    def pairs(self, one: Hoeveelheid, provisions: Sequence[Provision]) -> list[Paar]:
        """The quantities of the same kind in these provisions, the most alike first."""
        found = [self.pair(one, p, h) for p in provisions for h in self.by_provision.get(p, ()) if zelfde_soort(one, h)]
        return sorted(found, key=lambda p: -p.gelijkenis)

    def pair(self, one: Hoeveelheid, provision: Provision, other: Hoeveelheid) -> Paar:
        weights = self._explanation.weights
        unit = provision.unit.artikel
        heading = self._explanation.by_words.headings.get(unit, frozenset()) if unit is not None else frozenset()
        artikel = self._explanation.by_words.artikelen.get(unit, frozenset()) if unit is not None else frozenset()
        total = shared = 0.0
        words: list[str] = []
        around: list[str] = []
        for word, near in one.rol.items():
            weight = weights.of((word,)) if word in weights else 0.0
            theirs = other.rol.get(word, 0.0) or _kindred(word, other.rol)
            if theirs or word in artikel:
                weight = weight or weights.of((alike(word, other.rol),))
                shared += weight * near * (0.5 + theirs / 2 if theirs else _REST)
                (words if theirs or word in heading else around).append(word)
            total += near * weight
        limits = _LIMITS if one.grens and other.grens else 0.0
        return Paar(provision, other, shared / total + limits if total and words else 0.0, frozenset(words), frozenset(around))

    @cached_property
    def _having(self) -> Mapping[str, Sequence[tuple[Provision, Hoeveelheid]]]:
        """The quantities by the words around them; without words that so many have that they tell nothing."""
        out: dict[str, list[tuple[Provision, Hoeveelheid]]] = defaultdict(list)
        for provision, found in self.by_provision.items():
            for other in found:
                for word in other.rol:
                    out[word].append((provision, other))
        return {word: found for word, found in out.items() if len(found) <= _COMMON}

    def best(self, one: Hoeveelheid) -> list[Paar]:
        """The quantities of the same kind in the whole bill with a telling word around them in common, the most alike first."""
        near = {(p, h.span): (p, h) for word in one.rol for p, h in self._having.get(word, ()) if zelfde_soort(one, h)}
        return sorted((self.pair(one, p, h) for p, h in near.values()), key=lambda p: (-p.gelijkenis, p.hoeveelheid.span.start))


def alike(word: str, others: Mapping[str, float]) -> str:
    """The word among others with the same long beginning («afsluiting», «afsluit»); empty when there is none."""
    return next((o for o in others if o[:_BEGIN] == word[:_BEGIN] and _same_begin(word, o)), "") if len(word) >= _BEGIN else ""


def _same_begin(one: str, other: str) -> bool:
    short, long = sorted((len(one), len(other)))
    return short >= _SAME * long and one[: short - 1] == other[: short - 1]


def _kindred(word: str, others: Mapping[str, float]) -> float:
    return others.get(alike(word, others), 0.0)
