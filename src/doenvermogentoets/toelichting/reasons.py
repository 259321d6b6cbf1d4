"""Whether a sentence gives the reason for a provision: features of the pair, weighed.

No single word decides. A sentence counts for a provision as far as it is about it (:mod:`passages`), it says something that the
provision does not say itself, and it speaks as reasons do: a connective, a consequence, another option that was weighed, the law that asks
for it (``redenen.toml``). A promise, a step in a procedure, what others asked and the costs look like reasons and weigh against it. The
weights (``wegingen.toml``) were fitted on annotated dossiers by ``tests/dossiers/fit_uitleg.py``, which also tells how they do on dossiers
that were left out; each has the sign that the feature should have.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING

from doenvermogentoets.pausing import between_units
from doenvermogentoets.toelichting.lexicon import table
from doenvermogentoets.toelichting.oordeel import Gelezen, chance_of, oordeel
from doenvermogentoets.toelichting.passages import Passage, Passages
from doenvermogentoets.toelichting.redenzin import klinkt
from doenvermogentoets.toelichting.sections import lids
from doenvermogentoets.toelichting.words import roots
from doenvermogentoets.toelichting.zin import Zin

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Provision
    from doenvermogentoets.document import Unit
    from doenvermogentoets.toelichting.explanation import Explanation
    from doenvermogentoets.toelichting.runs import Runs
    from doenvermogentoets.toelichting.sections import Alinea

# What a reason is made of, and what only looks like one (tables of ``redenen.toml``).
SOORTEN = ("verband", "gevolg", "middel", "tegenfeit", "afweging", "ervaring", "recht", "belang", "onvermogen")
# What facts are told for: by themselves they say little, beside the sentence that tells the rule they are its reason.
FEITEN = ("tekort", "prikkel", "vergelijk", "zicht", "kwaad")
SCHIJN = ("belofte", "mild", "gang", "lasten", "inbreng", "beschrijving")
#: The sign that each feature must have in a fit: 1 speaks for a reason, -1 against, 0 either.
TEKENS: Mapping[str, int] = {
    "grens": 0,  # the constant
    "elders_beter": 1,  # how much less that is than in the best paragraph of the toelichting
    "artikelsgewijs": 1,  # under the heading of the artikel
    "genoemd": 1,  # near a citation of the artikel
    "ander_hoofdstuk": -1,  # under a heading of costs, advice, data ...
    "herhaling": -1,  # the sentence has the words of the provision, and nothing that says by itself that it tells something else
    "nieuw": 1,  # share of its words that the artikel does not have
    "kort": -1,  # fewer than four words that tell anything, and nothing of that kind
    "voor_daarom": 1,  # the next sentence draws the conclusion
    "verzacht": -1,  # it tells leniency that the artikel does not have
    "bij_bindend": 1,  # near a sentence that says that there is no room
    "bij_reden": 0,  # beside another sentence with a kind of reason
    "klinkt": 1,  # how much it sounds as reasons do (redenzin.py)
    "waarom": 1,  # the words of ``uitleg.toml``
    **dict.fromkeys(SOORTEN, 1),
    **dict.fromkeys(FEITEN, 1),
    "verband_in_regel": 1,  # a connective in a sentence that tells the provision itself («…, omdat …»)
    "is_regel": 0,  # it tells a rule itself
    "bindend": 0,
    **dict.fromkeys(SCHIJN, -1),
    "feit": 1,  # a fact of its own: no rule, no act, none of what only looks like a reason
    "feit_bij_regel": 1,  # the same, before or after a sentence that tells the provision
    "kader": 1,  # how a power is used that leaves room
}
# What says by itself that something else is told than the provision.
_EIGEN = ("verband", "tegenfeit", "middel")
# Below these shares a sentence is not about an artikel, nor (of what is said of the artikel) about a lid of it.
_LEAST, _LEAST_LID = 0.03, 0.1
#: Log-odds: what a sentence sounds like by its words says no more.
LOUD = 4.0
_BACK, _AHEAD, _CITING = 2, 2, 3
_SHORT = 4
_WORDS = 4  # that make a sentence a reason of one kind
# How a power is used is told of this lid when it has at least this share of what is said of its artikel.
_OF_LID = 0.3
# A sentence tells a fact of its own when at least this share of its words is not in the artikel.
_NEW = 0.5
_DAAROM = re.compile(r"\b(?:daarom|om die reden|vandaar|derhalve|dus)\b", re.I)
# Under the heading of an artikel a paragraph of so few sentences that names no lid is about all of them: each has this part at least.
_BRIEF, _WHOLE = 3, 0.5


@dataclass(frozen=True, eq=False)
class Reason:
    """A sentence that may give the reason for a provision.

    ``score`` is above 0 when it does: the log-odds that the provision is explained (:mod:`oordeel`), less how far this sentence is behind
    the best one. ``features`` has the names of :data:`TEKENS`.
    """

    zin: Zin
    features: Mapping[str, float]
    gelezen: Gelezen
    score: float

    @property
    def share(self) -> float:
        """The chance (0 to 1) that it is about the provision."""
        return self.gelezen.share


@dataclass(frozen=True, slots=True)
class Model:
    """What is fitted (``wegingen.toml``).

    A sentence gives the reason for a provision with the chance that it is about it (its share, to the power ``macht``) times the chance
    that it is a reason (a logistic regression with ``wegingen``).
    """

    wegingen: Mapping[str, float]
    macht: float

    def reason(self, features: Mapping[str, float]) -> float:
        """Log-odds that a sentence is a reason, whatever it is about."""
        return sum(self.wegingen.get(name, 0.0) * value for name, value in features.items())

    def chance(self, share: float, reason: float) -> float:
        """The chance (0 to 1) that a sentence with these log-odds gives the reason for a provision it is about with this share."""
        return min(_SURE, math.pow(share, self.macht) * chance_of(reason))


@cache
def model() -> Model:
    """The fitted weights of a reason (``wegingen.toml``), read once."""
    data = tomllib.loads(files(__package__).joinpath("wegingen.toml").read_text(encoding="utf-8"))
    return Model({name: float(value) for name, value in data["wegingen"].items()}, float(data["macht"]))


class Reasons:
    """The sentences of one toelichting that may give a reason, by provision."""

    def __init__(self, explanation: Explanation, runs: Runs) -> None:
        self._explanation = explanation
        self._runs = runs
        self.passages = Passages(explanation)

    def of(self, provision: Provision) -> Sequence[Reason]:
        """The sentences that are about a provision, in order, with how well each gives its reason."""
        return self._by_provision.get(provision, ())

    @cached_property
    def _by_provision(self) -> Mapping[Provision, Sequence[Reason]]:
        out: dict[Provision, list[tuple[Zin, Mapping[str, float], Gelezen]]] = defaultdict(list)
        fitted = model()
        unit = self.passages.evidence.unit
        for at, (alinea, passages) in enumerate(self.passages.all.items()):
            between_units()
            words = {p.zin: _by_artikel(p) for p in passages}
            for provision, passage, share, features in self._features(alinea, passages):
                reason = fitted.reason(features)
                elsewhere = words[passage.zin].others(provision)
                own = passage.evidence.get(provision, 0.0)
                read = Gelezen(
                    alinea=at,
                    plaats=self._explanation.position(passage.zin),
                    share=share,
                    reden=reason,
                    kans=fitted.chance(share, reason),
                    klinkt=features["klinkt"],
                    herhaling=features["herhaling"],
                    eigen=own / unit,
                    ander_artikel=elsewhere[0] / unit,
                    ander_lid=elsewhere[1] / unit,
                    leunt=passage.leans,
                    mild=features["verzacht"] > 0 or features["mild"] > 0,
                )
                out[provision].append((passage.zin, features, read))
        return {p: tuple(sorted(self._scored(found), key=lambda r: r.zin.span)) for p, found in out.items()}

    @staticmethod
    def _scored(found: Sequence[tuple[Zin, Mapping[str, float], Gelezen]]) -> Iterator[Reason]:
        whole = oordeel().score([read for *_, read in found])
        best = max(read.kans for *_, read in found)
        for zin, features, read in found:
            yield Reason(zin, features, read, whole + math.log((read.kans + _LITTLE) / (best + _LITTLE)))

    @cached_property
    def _best(self) -> Mapping[Provision, float]:
        """Per provision what the sentence that speaks most for it says."""
        out: dict[Provision, float] = {}
        for passages in self.passages.all.values():
            for passage in passages:
                for provision, value in passage.evidence.items():
                    out[provision] = max(out.get(provision, value), value)
        return out

    @cached_property
    def _sentences(self) -> dict[Zin, Mapping[str, float]]:
        return {}

    def _sentence(self, zin: Zin) -> Mapping[str, float]:
        """The features of a sentence whatever it is about."""
        if zin not in self._sentences:
            tables = table("redenen")
            found = {name: float(pattern.search(zin.text) is not None) for name, pattern in tables.items()}
            found["waarom"] = float(table("uitleg")["waarom"].search(zin.text) is not None)
            found["klinkt"] = max(0.0 if found["verband"] else -LOUD, min(LOUD, klinkt(zin.text)))
            found["is_regel"] = found.pop("regel")
            found["feit"] = float(not found["is_regel"] and not any(found[s] for s in SCHIJN))
            found["soorten"] = min(3.0, sum(found[s] for s in SOORTEN)) / 3
            self._sentences[zin] = found
        return self._sentences[zin]

    def _features(self, alinea: Alinea, passages: Sequence[Passage]) -> Iterator[tuple[Provision, Passage, float, Mapping[str, float]]]:
        """Each sentence of a paragraph with each provision it may be about."""
        best: dict[Provision, float] = {}
        for passage in passages:
            for provision, value in passage.evidence.items():
                best[provision] = max(best.get(provision, value), value)
        of_artikel: dict[Unit, float] = {}
        for provision, value in best.items():
            artikel = provision.unit.artikel
            if artikel is not None:
                of_artikel[artikel] = max(of_artikel.get(artikel, value), value)
        cited = _cited_near(passages)
        expected = table("uitleg")["geen_reden"]
        unit = self.passages.evidence.unit
        ranked = sorted(of_artikel.items(), key=lambda x: -x[1])[:2]
        elsewhere = float(self._runs.elsewhere(alinea))
        sentences = [self._sentence(p.zin) for p in passages]
        together = len(passages) <= _BRIEF and not lids(alinea.text)
        acted = frozenset().union(*(p.acting for p in passages))  # the sentences say themselves which lid they are about
        words = [frozenset(roots(p.zin.text)) for p in passages]
        for i, passage in enumerate(passages):
            if expected.search(passage.zin.text):
                continue  # what people are expected to do by themselves, what others ask
            around = [passages[k] for k in (i - 2, i - 1, i + 1) if 0 <= k < len(passages)]
            near = [sentences[k] for k in range(max(0, i - _BACK), min(len(passages), i + _AHEAD + 1)) if k != i]
            beside = [sentences[k] for k in (i - 1, i + 1) if 0 <= k < len(passages)]
            shared: dict[str, float] = {
                "bij_bindend": float(any(s["bindend"] for s in near)),
                "bij_reden": max((s["soorten"] for s in beside), default=0.0),
                "kort": float(len(words[i]) < _SHORT and not any(sentences[i][s] for s in _EIGEN)),
                "voor_daarom": float(i + 1 < len(passages) and _DAAROM.search(passages[i + 1].zin.text) is not None),
                "ander_hoofdstuk": elsewhere,
                "grens": 1.0,
                **sentences[i],
            }
            for provision, share in passage.shares.items():
                artikel = provision.unit.artikel
                if artikel is None or passage.artikelen[artikel] < _LEAST or share < _LEAST_LID * passage.artikelen[artikel]:
                    continue
                if passage.cited and artikel not in passage.cited:
                    continue  # it says itself which artikel it is about
                whole = passage.artikelen[artikel]
                inside = alinea.section in self._explanation.articles.get(artikel, ())
                told = best.get(provision, -_BOTTOM)
                other = next((v for a, v in ranked if a is not artikel), 0.0)
                named = not inside and artikel in cited[i]
                known = self._known(provision, artikel)
                new = len(words[i] - known) / max(1, len(words[i]))
                fact = sentences[i]["feit"] * float(new >= _NEW)
                rule = inside or named or any(p.evidence.get(provision, 0.0) >= unit for p in around)
                room = any(n.bevoegdheid == "discretionair" for n in provision.norms)
                # where the paragraph says more for another artikel, it is that one's power whose use is told
                says = any(sentences[i][kind] for kind in _EIGEN)
                used = room and share >= _OF_LID * whole and (inside or named or other - told < unit)
                yield (
                    provision,
                    passage,
                    max(share, _WHOLE * whole) if inside and together and (not acted or provision in acted) else share,
                    shared
                    | self._own_kinds(passage.zin, provision)
                    | {
                        "artikelsgewijs": float(inside),
                        "genoemd": float(named),
                        "elders_beter": 0.0 if inside or named else max(-2.0, min(0.0, told - self._best.get(provision, told)) / unit),
                        "verband_in_regel": sentences[i]["verband"] * min(1.0, max(0.0, passage.evidence.get(provision, 0.0) / unit)),
                        "herhaling": min(2.0, max(0.0, passage.evidence.get(provision, 0.0) / unit)) * float(not says),
                        "nieuw": new,
                        "feit": fact,
                        "feit_bij_regel": fact * float(rule),
                        "mild": 0.0 if room else sentences[i]["mild"],
                        "kader": sentences[i]["kader"] * float(used),
                        "verzacht": float(self._runs.softer(passage.zin, provision)),
                    },
                )

    def _own_kinds(self, zin: Zin, provision: Provision) -> dict[str, float]:
        """The kinds of reason by words that are not the provision's own: «verliest» is no consequence where the artikel says it."""
        if provision not in self._texts:
            self._texts[provision] = provision.document.text[provision.span].lower()
        text = self._texts[provision]
        return {name: 0.0 for name, said in self._said(zin).items() if all(words in text for words in said)}

    @cached_property
    def _texts(self) -> dict[Provision, str]:
        return {}

    def _said(self, zin: Zin) -> Mapping[str, tuple[str, ...]]:
        """Per kind of reason in a sentence the words that make it one, a few at most."""
        if zin not in self._matches:
            tables = table("redenen")
            found = {s: tuple(m.group(0).lower() for m in islice(tables[s].find(zin.text), _WORDS)) for s in SOORTEN}
            self._matches[zin] = {s: words for s, words in found.items() if words}
        return self._matches[zin]

    @cached_property
    def _matches(self) -> dict[Zin, Mapping[str, tuple[str, ...]]]:
        return {}

    def _known(self, provision: Provision, artikel: Unit) -> frozenset[str]:
        if provision not in self._knowns:
            own = self.passages.evidence.own.get(provision, frozenset())
            self._knowns[provision] = self._explanation.by_words.artikelen.get(artikel, frozenset()) | own
        return self._knowns[provision]

    @cached_property
    def _knowns(self) -> dict[Provision, frozenset[str]]:
        return {}


@dataclass(frozen=True, slots=True)
class _Words:
    """What the words of a sentence say: per artikel the two provisions they say most for, and the two artikelen."""

    by_artikel: Mapping[Unit, Sequence[tuple[float, Provision]]]
    best: Sequence[tuple[float, Unit]]

    def others(self, provision: Provision) -> tuple[float, float]:
        """What they say most for another artikel than that of a provision, and for another lid of its own."""
        artikel = provision.unit.artikel
        leden = self.by_artikel.get(artikel, ()) if artikel is not None else ()
        return (
            max(0.0, next((v for v, a in self.best if a is not artikel), 0.0)),
            max(0.0, next((v for v, p in leden if p is not provision), 0.0)),
        )


def _by_artikel(passage: Passage) -> _Words:
    out: dict[Unit, list[tuple[float, Provision]]] = defaultdict(list)
    for provision, value in passage.evidence.items():
        if provision.unit.artikel is not None:
            out[provision.unit.artikel].append((value, provision))
    two = {a: sorted(found, key=lambda x: -x[0])[:2] for a, found in out.items()}
    return _Words(two, sorted(((found[0][0], a) for a, found in two.items()), key=lambda x: -x[0])[:2])


def _cited_near(passages: Sequence[Passage]) -> Sequence[frozenset[Unit]]:
    """Per sentence the artikelen it goes on about: cited in it, or last before it and not far, or else in the next."""
    out: list[frozenset[Unit]] = []
    last: tuple[int, frozenset[Unit]] = (-_CITING - 1, frozenset())
    for i, passage in enumerate(passages):
        if passage.cited:
            last = (i, passage.cited)
        if i - last[0] <= _CITING:
            out.append(last[1])
        else:
            out.append(passages[i + 1].cited if i + 1 < len(passages) else frozenset())
    return out


# Numbers that keep the logarithms finite.
_SURE, _LITTLE = 0.999, 1e-6
_BOTTOM = 5.0  # what is said for a provision of which no sentence has a word
