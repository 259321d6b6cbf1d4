"""Which quantity of the bill a quantity of the toelichting stands for: features of the pair, weighed.

«Daarvoor heeft hij een maand» names no artikel and shares one word at most with «binnen drie weken na de aanvang». What ties them are many
weak things at once: the chance that the sentence is about the lid (:mod:`passages`), the words around both numbers, that both are a
maximum, that the artikel has no other number of the kind. Nothing here looks at the values, so that two quantities that differ are held
beside each other as two that are equal are. The weights (``wegingen_getal.toml``) are those of a logistic regression, fitted by
``tests/dossiers/fit_getal.py``: where toelichting and bill give the same quantity, and it is the only one of that value, the pair is known.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from doenvermogentoets.document import UnitKind
from doenvermogentoets.toelichting.evidence import Evidence
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid, lijsten, zelfde_eenheid
from doenvermogentoets.toelichting.passages import Passage, Passages
from doenvermogentoets.toelichting.sections import lids
from doenvermogentoets.toelichting.vergelijking import Hoeveelheden, Paar, alike
from doenvermogentoets.toelichting.words import concepts, topic
from doenvermogentoets.toelichting.zin import Zin

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Provision
    from doenvermogentoets.document import Unit
    from doenvermogentoets.toelichting.explanation import Explanation

#: The sign that each feature of a pair must have in a fit: 1 speaks for it, -1 against, 0 either.
TEKENS_PAAR: Mapping[str, int] = {
    "grens": 0,  # the constant
    "lid": 1,  # chance that the sentence is about the lid (root of it)
    "artikel": 1,  # and about the artikel
    "achter": -1,  # how much more its own words say for another lid than for this one
    "artikel_achter": -1,  # than for any lid of the artikel
    "voor_lid": 1,  # the same of the sentence before it
    "genoemd": 1,  # the sentence cites the artikel
    "lid_genoemd": 1,  # and names the lid
    "ander_genoemd": -1,  # it cites another one
    "kop": 1,  # it stands under the heading of the artikel
    "andere_kop": -1,  # under that of another one
    "gelijkenis": 1,  # share of the telling words around the one that stand around the other
    "zeggend": 1,  # number of them
    "naast": 1,  # words right beside both
    "rondom": 1,  # words that only the rest of the artikel shares
    "opschrift": 1,  # words of the sentence in the heading of the artikel
    "verband": 1,  # words of the sentence before and the heading above it, around the other
    "grens_gelijk": 1,  # both a minimum, or both a maximum
    "grens_anders": -1,  # the one a minimum, the other a maximum
    "kant_gelijk": 1,  # both before, after or how long
    "kant_anders": -1,
    "eenheid": 1,  # the same things are counted
    "andere_maat": -1,  # years of age beside years
    "per_gelijk": 1,  # both a month, a year, a thing
    "per_anders": -1,
    "enige_in_artikel": 1,  # the artikel has no other of the kind
    "enige_in_lid": 1,
    "zeldzaam": 1,  # the bill has at most three of the kind
    "aanleiding_gelijk": 1,  # both sentences speak of illness, death, lateness ...
    "aanleiding_anders": -1,  # only the one does
    "daad_gelijk": 1,  # both tell of applying, deciding, paying ...
    "daad_anders": -1,  # both tell of an act, and of none together
    "orgaan_gelijk": 1,  # the same authority is named
    "orgaan_anders": -1,
}
# Occasions and acts of ``begrippen.toml``.
_AANLEIDING = frozenset(f"={n}" for n in ("overlijden", "ziekte", "te_laat", "onvolledig", "niet_naleven", "verhuizing", "overdracht"))
_DAAD = frozenset(
    f"={n}"
    for n in (
        *("aanvragen", "melden", "betalen", "terugbetalen", "verlagen", "verhogen", "stoppen", "intrekken", "weigeren", "boete", "bewaren"),
        *("verwijderen", "ontzeggen", "stilleggen", "schorsen", "verrekenen", "herzien", "beslissen", "verlengen", "wachten"),
    )
)
_ORGAAN = re.compile(
    r"\b(college|burgemeester|raad|minister|staatssecretaris|inspecteur|inspectie|dienst|rechter|commissie|bestuur)\b", re.I
)
_BEFORE_CITED = re.compile(r"\b(?:bedoeld in|genoemd in|omdat|want|doordat|aangezien)\s*$", re.I)
_NEAR = 0.99  # of a role: right beside the number
# Of a sentence so many quantities of the bill are weighed, those of provisions that it may be about and those with words in common.
_CANDIDATES, _LEAST = 40, 0.02
_RARE = 3
_BEHIND = 4.0
_MOST = 3.0  # shared words that count


@dataclass(frozen=True, slots=True)
class Stand:
    """A quantity of the bill that may be what one of the toelichting stands for.

    ``kans`` is in log-odds, ``kenmerken`` has the names of :data:`TEKENS_PAAR`.
    """

    provision: Provision
    hoeveelheid: Hoeveelheid
    kenmerken: Mapping[str, float]
    kans: float


class _ZonderGetal(Evidence):
    """The words of a sentence without its numbers: that they are equal must not say what they stand for."""

    def words(self, text: str) -> frozenset[str]:
        return frozenset(w for w in super().words(text) if w[0] not in "#<")


class _Alineas(Passages):
    """Which provision each sentence is about, by all but its numbers."""

    def __init__(self, explanation: Explanation) -> None:
        super().__init__(explanation)
        self.evidence = _ZonderGetal(explanation)

    def of(self, zin: Zin) -> Passage | None:
        """What a sentence is about."""
        return self._by_zin.get(zin)

    @cached_property
    def _by_zin(self) -> Mapping[Zin, Passage]:
        return {p.zin: p for found in self.all.values() for p in found}

    def shares(self, zin: Zin) -> Mapping[Provision, float]:
        """Per provision the chance (0 to 1) that a sentence is about it."""
        passage = self.of(zin)
        return passage.shares if passage is not None else {}

    def behind(self, zin: Zin) -> Mapping[Provision, float]:
        """Per provision how much less the words of a sentence say for it than for the best one, in words that only one has."""
        passage = self.of(zin)
        if passage is None or not passage.evidence:
            return {}
        best = max(passage.evidence.values())
        return {p: (best - value) / self.evidence.unit for p, value in passage.evidence.items()}


class Gelijkstelling:
    """The quantities of one toelichting beside those of its bill."""

    def __init__(self, explanation: Explanation, wegingen: Mapping[str, float]) -> None:
        self._explanation = explanation
        self._wegingen = wegingen
        self._bill: Hoeveelheden = explanation.quantities
        self._alineas = _Alineas(explanation)

    def standen(self, zin: Zin, one: Hoeveelheid) -> Sequence[Stand]:
        """What a quantity may stand for, the likeliest first."""
        found = [self._stand(zin, one, pair) for pair in self._pairs(zin, one)]
        return sorted(found, key=lambda s: (-s.kans, s.hoeveelheid.span.start))

    def _stand(self, zin: Zin, one: Hoeveelheid, pair: Paar) -> Stand:
        features = self._features(zin, one, pair)
        chance = sum(self._wegingen.get(name, 0.0) * value for name, value in features.items())
        return Stand(pair.provision, pair.hoeveelheid, features, chance)

    def _pairs(self, zin: Zin, one: Hoeveelheid) -> Sequence[Paar]:
        said = self._said(zin)
        inside = {a for a, share in said.artikelen.items() if share >= _LEAST} | said.cited | said.own
        pairs = {(p.provision, p.hoeveelheid.span): p for p in self._bill.best(one)[:_CANDIDATES]}
        for artikel in inside:
            for pair in self._bill.pairs(one, self._explanation.bill.in_artikel(artikel)):
                pairs.setdefault((pair.provision, pair.hoeveelheid.span), pair)
        ranked = sorted(pairs.values(), key=lambda p: (-p.gelijkenis - said.share(p.provision), p.hoeveelheid.span.start))
        return ranked[:_CANDIDATES]

    @cached_property
    def _sentences(self) -> dict[Zin, _Gezegd]:
        return {}

    def _said(self, zin: Zin) -> _Gezegd:
        if zin not in self._sentences:
            self._sentences[zin] = _Gezegd.of(self._explanation, self._alineas, zin)
        return self._sentences[zin]

    @cached_property
    def _counts(self) -> tuple[Counter[tuple[object, str]], Counter[str]]:
        """How many quantities of a kind an artikel or a lid has, and the whole bill."""
        inside: Counter[tuple[object, str]] = Counter()
        whole: Counter[str] = Counter()
        for provision, found in self._bill.by_provision.items():
            for h in found:
                inside[provision, h.maat] += 1
                inside[provision.unit.artikel, h.maat] += 1
                whole[h.maat] += 1
        return inside, whole

    @cached_property
    def _provisions(self) -> dict[Provision, tuple[frozenset[str], frozenset[str]]]:
        return {}

    def _of_provision(self, provision: Provision) -> tuple[frozenset[str], frozenset[str]]:
        """The concepts and the authorities of a lid."""
        if provision not in self._provisions:
            text = self._explanation.bill.document.text[provision.span]
            self._provisions[provision] = (concepts(text), _organs(text))
        return self._provisions[provision]

    def _features(self, zin: Zin, one: Hoeveelheid, pair: Paar) -> Mapping[str, float]:
        said, other, provision = self._said(zin), pair.hoeveelheid, pair.provision
        artikel = provision.unit.artikel
        inside, whole = self._counts
        theirs, organs = self._of_provision(provision)
        heading = self._explanation.by_words.headings.get(artikel, frozenset()) if artikel is not None else frozenset()
        weak = lijsten().zeggen_weinig
        near = {w for w, much in one.rol.items() if much >= _NEAR and w not in weak}
        beside = {w for w, much in other.rol.items() if much >= _NEAR}
        telling = {w for w in pair.gedeeld if w not in weak}
        acts, occasions = said.concepts & _DAAD, said.concepts & _AANLEIDING
        own_acts, own_occasions = theirs & _DAAD, theirs & _AANLEIDING
        before = {w for w in said.before if w in other.rol and w not in weak}
        return {
            "grens": 1.0,
            "lid": math.sqrt(said.share(provision)),
            "artikel": math.sqrt(min(1.0, said.artikelen.get(artikel, 0.0))) if artikel is not None else 0.0,
            "achter": min(_BEHIND, said.behind.get(provision, _BEHIND)),
            "artikel_achter": min(_BEHIND, said.artikel_behind.get(artikel, _BEHIND)) if artikel is not None else _BEHIND,
            "voor_lid": math.sqrt(said.earlier.get(provision, 0.0)),
            "genoemd": float(artikel in said.cited),
            "lid_genoemd": float(
                provision.unit.kind is UnitKind.LID and provision.unit.number in said.leden and bool(said.own | said.cited)
            ),
            "ander_genoemd": float(bool(said.cited) and artikel not in said.cited),
            "kop": float(artikel in said.own),
            "andere_kop": float(said.placed and artikel not in said.own),
            "gelijkenis": pair.gelijkenis,
            "zeggend": min(_MOST, len(telling)) / _MOST,
            "naast": min(2.0, sum(1 for w in near if w in beside or alike(w, dict.fromkeys(beside, 1.0)))) / 2,
            "rondom": min(_MOST, len([w for w in pair.rondom if w not in weak])) / _MOST,
            "opschrift": float(bool(heading & zin.roots)),
            "verband": min(_MOST, len(before)) / _MOST,
            "grens_gelijk": float(bool(one.grens) and one.grens == other.grens),
            "grens_anders": float(bool(one.grens and other.grens) and one.grens != other.grens and not (one.kant == other.kant == "voor")),
            "kant_gelijk": float(bool(one.kant) and one.kant == other.kant),
            "kant_anders": float(bool(one.kant and other.kant) and one.kant != other.kant),
            "eenheid": float(zelfde_eenheid(one, other)),
            "andere_maat": float(one.maat != other.maat),
            "per_gelijk": float(bool(one.per) and one.per == other.per),
            "per_anders": float(bool(one.per and other.per) and one.per != other.per),
            "enige_in_artikel": float(inside[artikel, other.maat] == 1),
            "enige_in_lid": float(inside[provision, other.maat] == 1),
            "zeldzaam": float(whole[other.maat] <= _RARE),
            "aanleiding_gelijk": float(bool(occasions & own_occasions)),
            "aanleiding_anders": float(bool(occasions) != bool(own_occasions)),
            "daad_gelijk": min(2.0, len(acts & own_acts)) / 2,
            "daad_anders": float(bool(acts) and bool(own_acts) and not acts & own_acts),
            "orgaan_gelijk": float(bool(said.organs & organs)),
            "orgaan_anders": float(bool(said.organs) and bool(organs) and not said.organs & organs),
        }


@dataclass(frozen=True, slots=True)
class _Gezegd:
    """What is known of a sentence, whatever number of it is compared."""

    shares: Mapping[Provision, float]
    earlier: Mapping[Provision, float]
    behind: Mapping[Provision, float]
    artikel_behind: Mapping[Unit, float]
    artikelen: Mapping[Unit, float]
    cited: frozenset[Unit]
    own: frozenset[Unit]
    placed: bool
    leden: frozenset[str]
    before: frozenset[str]
    concepts: frozenset[str]
    organs: frozenset[str]

    def share(self, provision: Provision) -> float:
        return self.shares.get(provision, 0.0)

    @classmethod
    def of(cls, explanation: Explanation, alineas: _Alineas, zin: Zin) -> _Gezegd:
        passage = alineas.of(zin)
        behind = alineas.behind(zin)
        artikel_behind: dict[Unit, float] = {}
        for provision, value in behind.items():
            if provision.unit.artikel is not None:
                artikel_behind[provision.unit.artikel] = min(value, artikel_behind.get(provision.unit.artikel, value))
        earlier = explanation.before(zin)
        heading = topic(zin.alinea.section.heading)
        return cls(
            passage.shares if passage is not None else {},
            alineas.shares(earlier) if earlier is not None else {},
            behind,
            artikel_behind,
            passage.artikelen if passage is not None else {},
            frozenset(_cited(explanation, zin)),
            frozenset(a for a, found in explanation.articles.items() if zin.alinea.section in found),
            bool(zin.alinea.section.places),
            frozenset(lids(zin.text)),
            (earlier.roots if earlier is not None else frozenset()) | heading,
            concepts(zin.text),
            _organs(zin.text),
        )


def _cited(explanation: Explanation, zin: Zin) -> Iterator[Unit]:
    """The artikelen of the bill that a sentence cites, other than as what a word means or as a reason."""
    for reference in explanation.references.get(zin.alinea, ()):
        if not zin.span.contains(reference.span) or _BEFORE_CITED.search(zin.text[: reference.span.start - zin.span.start]):
            continue
        for target in reference.targets:
            for provision in explanation.by_words.by_number.get(target.artikel or "", ()) if not target.regeling else ():
                if provision.unit.artikel is not None:
                    yield provision.unit.artikel


def _organs(text: str) -> frozenset[str]:
    return frozenset(m.group(1).lower() for m in _ORGAAN.finditer(text))
