"""Whether a quantity of the toelichting contradicts that of the bill: features of the sentence and of the pair, weighed.

A pair that belongs together (:mod:`doenvermogentoets.toelichting.gelijkstelling`) is a contradiction when its values differ, the bill does
not have the value of the toelichting for the same thing, and the sentence tells how it is: not how it was, what it costs, how many did, or
what was asked for. The weights (``wegingen_getal.toml``) were fitted on annotated dossiers by ``tests/dossiers/fit_getal.py``.
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

from doenvermogentoets.analysis import Analysis
from doenvermogentoets.document import Unit
from doenvermogentoets.pausing import between_units
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.articles import line
from doenvermogentoets.toelichting.gelijkstelling import Gelijkstelling, Stand
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid, gelijk, lijsten
from doenvermogentoets.toelichting.lexicon import table
from doenvermogentoets.toelichting.werking import TREEDT
from doenvermogentoets.toelichting.words import roots
from doenvermogentoets_checks.toelichting.afgeleid import afgeleid
from doenvermogentoets_checks.toelichting.hoe_verteld import HOURS, YEAR, is_first, other_year, patterns, side, told_as
from doenvermogentoets_checks.toelichting.lezen import over_het_ontwerp

#: The sign that each feature must have in a fit: 1 speaks for a contradiction, -1 against, 0 either.
TEKENS: Mapping[str, int] = {
    "grens": 0,  # the constant
    "paar": 1,  # how likely the pair is (log-odds)
    "som": 1,  # how much likelier it is that it is one of those with another value, whichever
    "plaats": 1,  # the artikel is cited, or the sentence stands under its heading
    "marge": 1,  # how much likelier than the next one that is elsewhere
    "gelijk": -1,  # chance of the likeliest pair with an equal value
    "gelijk_artikel": -1,  # the artikel has the value too
    "gelijk_elders": -1,  # the bill has it, where the sentence may be about
    "gelijk_ergens": -1,  # for whatever
    "bezet": -1,  # the paragraph has another number that is equal to the one of the bill
    "bezet_elders": -1,  # the toelichting has
    "afgeleid": -1,  # it can be reckoned from the numbers of the artikel
    "afstand": -1,  # how many times larger (logarithm)
    "zin_gelijk": 1,  # share of the other numbers of the sentence that the bill has
    "alinea_gelijk": 1,  # of the paragraph
    "alinea_vreemd": -1,  # how many of the paragraph it has not
    "jaartal": -1,
    "kleine_letter": -1,  # a line of a list
    "een": -1,  # «een jaar»
    "geschat": -1,
    "nu": -1,  # how it was, what was asked for
    "andere_wet": -1,
    "praktijk": -1,
    "gemiddeld": -1,
    "bezwaar_anders": -1,  # only the one speaks of an objection or appeal
    "vreemde_naam": -1,  # a name that the bill does not have
    "die_wet": -1,  # it leans on a sentence about another law, or about others
    "onbekend": -1,  # share of the words around the number that the bill does not have
    "slot": 1,  # the words right after the number are around the other
    "voorheen": -1,
    "verleden": -1,
    "anderen": -1,
    "last": -1,
    "oud": -1,
    "verschil": -1,
    "mensen": -1,
    "aandeel": -1,
    "geen_lengte": -1,
    "telling": -1,  # «elk jaar duizend mensen», «tussen 72 en 91 jaar», «ieder jaar»
    "elders": -1,  # under a heading of costs, advice, evaluation
    "evaluatie_anders": -1,
    "regel": 1,  # «bedraagt», «ten hoogste», «moet»
    "tijdloos": 0,
    "andere_kant": -1,  # a first day beside a last one
    "eerste_anders": -1,  # «de eerste drie maanden» beside another length
    "uren": -1,  # hours beside days
    "rest": -1,  # two percentages that are a whole together
    "euro": 0,
    "procent": 0,
    "aantal": 0,
    "leeftijd": 0,
    "keer": 0,
    "datum": 0,
    "ritme": 0,
}
_MATEN = ("euro", "procent", "aantal", "leeftijd", "keer", "datum", "ritme")
ANDERE_WET = re.compile(
    r"\bAwb\b|\bAlgemene wet\b|\b(?:op grond van|volgens|krachtens) de [A-Z][a-z]+(?:wet|verordening|richtlijn)\b"
    r"|\b(?:die|deze) (?:regeling|richtlijn|verordening|wet) (?:staat|kent|geeft)\b"
)
_BEZWAAR = re.compile(r"\b(?:bezwaar\w*|beroep(?:en)?|beroepschrift\w*|rechtbank|rechter)\b", re.I)
_LEANS = re.compile(r"^(?:D[ai]t|Deze|Die|Zij|Ze|Hij|Daar\w*|Hier\w*|Zo)\b")
_LAW = re.compile(
    r"\b(?:Wet|Wetboek|Besluit|Regeling|Uitvoeringsregeling|Reglement|Richtlijn) (?:[A-Z]\w+|op|van|BES|\d+|[a-z]+ onderwijs)"
)
_NAME = re.compile(r"[^.!?:\s]\s+([A-Z][a-zé]{2,}\w*|[A-Z]{2,6})\b")
_MONTHS = frozenset({"Onze", "Minister", "Nederland", "Koninkrijk", "Euro", "Europese", "Rijk", "Nederlanders", "Nederlander"})
_ELDERS = ("financieel", "regeldruk", "advies", "evaluatie")
# What each time larger (logarithm) takes off the log-odds of a number to be the one that is contradicted.
_FARTHER = 1.0
_TWICE = 0.7  # logarithm
_ANOTHER_VERB = re.compile(r"(?:,| en) (?:dat |die )?(?:\w{3,}t|is|wordt|zijn|worden) (?!en\b|of\b)")
_FAR = 6.0
_PART, _GLUE = 5, 2  # letters of a part of a compound, and what may stand between two roots («onderhou-ds-vergoed»)
_MONTH_ENDS = frozenset(range(70, 74))  # from the last day of a month (times 100 for the month) to the first of the next


@dataclass(frozen=True, slots=True)
class Model:
    """What is fitted (``wegingen_getal.toml``): of a pair, of a contradiction, and from which log-odds it is reported."""

    paar: Mapping[str, float]
    tegenspraak: Mapping[str, float]
    drempel: float
    informatie: float


@cache
def model() -> Model:
    """The fitted weights (``wegingen_getal.toml``), read once."""
    data = tomllib.loads(files(__package__).joinpath("wegingen_getal.toml").read_text(encoding="utf-8"))
    return Model(data["paar"], data["tegenspraak"], float(data["drempel"]), float(data["informatie"]))


@dataclass(frozen=True, slots=True)
class Afwijking:
    """A quantity of the toelichting beside the one of the bill it differs from; ``kans`` in log-odds.

    ``zeker``: sure enough to be called a contradiction; otherwise it is worth a look.
    """

    zin: Zin
    hoeveelheid: Hoeveelheid
    stand: Stand
    kenmerken: Mapping[str, float]
    kans: float
    zeker: bool


@dataclass(frozen=True, eq=False)
class Plek:
    """A quantity of the toelichting with what it may stand for."""

    zin: Zin
    hoeveelheid: Hoeveelheid
    standen: Sequence[Stand]

    def best(self, same: bool) -> Stand | None:
        """The likeliest one with an equal value; or with another value, of which one that is many times larger is less likely."""
        return self._equal if same else self._other

    # the quantities around it ask the same of it, each of them

    @cached_property
    def _equal(self) -> Stand | None:
        return next((s for s in self.standen if zelfde(self.hoeveelheid, s.hoeveelheid)), None)

    @cached_property
    def _other(self) -> Stand | None:
        found = (s for s in self.standen if not zelfde(self.hoeveelheid, s.hoeveelheid))
        return max(found, key=lambda s: s.kans - _FARTHER * afstand(self.hoeveelheid, s.hoeveelheid), default=None)


def plekken(explanation: Explanation, paar: Mapping[str, float]) -> Sequence[Plek]:
    """The quantities of a toelichting, in order."""
    held = Gelijkstelling(explanation, paar)
    out = []
    for zin in explanation.zinnen:
        found = hoeveelheden(zin.text, zin.span.start)
        if found:
            between_units()
        out += [Plek(zin, h, held.standen(zin, h)) for h in found]
    return out


# What is told of practice, the past, others or a difference is no rule: below the threshold it is not worth a look.
_NO_RULE = (
    *("praktijk", "gemiddeld", "geschat", "nu", "voorheen", "verleden", "anderen", "oud", "verschil", "last", "telling"),
    *("mensen", "aandeel", "andere_wet", "die_wet", "afgeleid"),
)


def afwijkingen(explanation: Explanation, bill: Analysis) -> Iterator[Afwijking]:
    """The quantities that differ from what they may stand for, sure or worth a look, in order."""
    fitted = model()
    found = plekken(explanation, fitted.paar)
    context = Omgeving(explanation, bill, found)
    for plek in found:
        other = plek.best(False)
        if other is None:
            continue
        features = context.kenmerken(plek, other, plek.best(True))
        chance = sum(fitted.tegenspraak.get(name, 0.0) * value for name, value in features.items())
        sure = chance > fitted.drempel
        if not sure and (chance <= fitted.informatie or any(features[n] for n in _NO_RULE) or _of_costs(features)):
            continue
        if not _other_law(plek, other, bill):
            yield Afwijking(plek.zin, plek.hoeveelheid, other, features, chance, sure)


def _of_costs(features: Mapping[str, float]) -> bool:
    """Under a heading of costs, advice or evaluation, unless it tells a rule («bedraagt») and the pair is likelier than not."""
    return bool(features["elders"]) and not (features["regel"] and features["paar"] > 0)


def _other_law(plek: Plek, other: Stand, bill: Analysis) -> bool:
    """A day of entry into force is for tegenspraak-inwerkingtreding."""
    return plek.hoeveelheid.maat == "datum" and TREEDT.search(bill.document.text[other.provision.span]) is not None


_OF_PRACTICE = ("praktijk", "gemiddeld", "nu", "jaartal")


class Omgeving:
    """What the other quantities of a toelichting say about one of them."""

    def __init__(self, explanation: Explanation, bill: Analysis, found: Sequence[Plek]) -> None:
        self._explanation = explanation
        self._bill = bill
        self._by_alinea: dict[object, list[tuple[Plek, float]]] = defaultdict(list)
        self._taken: dict[int, list[tuple[Plek, float]]] = defaultdict(list)
        for plek in found:
            same = plek.best(True)
            chance = _chance(same.kans) if same is not None else 0.0
            self._by_alinea[plek.zin.alinea].append((plek, chance))
            if same is not None:
                self._taken[same.hoeveelheid.span.start].append((plek, chance))
        self._sentences: dict[Zin, Mapping[str, float]] = {}
        self._small: dict[Unit, str] = {}  # the lower-cased words of an artikel

    def kenmerken(self, plek: Plek, other: Stand, same: Stand | None, distance: float | None = None) -> Mapping[str, float]:
        """The features of a quantity that would differ from ``other``; ``same`` is the likeliest one that has its value."""
        zin, one = plek.zin, plek.hoeveelheid
        near = [(p, c) for p, c in self._by_alinea[zin.alinea] if p is not plek]
        inside = [c for p, c in near if p.zin is zin]
        taken = [(p, c) for p, c in self._taken.get(other.hoeveelheid.span.start, ()) if p is not plek]
        artikel = other.provision.unit.artikel
        elsewhere = next((s.kans for s in plek.standen if s.provision.unit.artikel is not artikel), -_FAR)
        held = [s for s in plek.standen if same is not None and zelfde(one, s.hoeveelheid)]
        text = self._bill.document.text[other.provision.span]
        return {
            "grens": 1.0,
            "paar": max(-_FAR, min(_FAR, other.kans)),
            "som": min(1.5, math.log(sum(math.exp(min(_FAR, s.kans)) for s in plek.standen if s not in held)) - min(_FAR, other.kans)),
            "plaats": max(other.kenmerken["genoemd"], other.kenmerken["kop"]),
            "marge": max(0.0, min(3.0, other.kans - elsewhere)),
            "gelijk": _chance(same.kans) if same is not None else 0.0,
            "gelijk_artikel": float(any(s.provision.unit.artikel is artikel for s in held)),
            "gelijk_elders": float(bool(held)),
            "bezet": max((c for p, c in taken if p.zin.alinea is zin.alinea), default=0.0),
            "bezet_elders": max((c for p, c in taken if p.zin.alinea is not zin.alinea), default=0.0),
            "gelijk_ergens": float(same is not None and self._anywhere(one)),
            "afgeleid": float(same is None and afgeleid(one, self._inside(artikel))),
            "afstand": afstand(one, other.hoeveelheid) if distance is None else distance,
            "zin_gelijk": sum(inside) / (1 + len(inside)),
            "alinea_gelijk": sum(c for _, c in near) / (1 + len(near)),
            "alinea_vreemd": min(4, sum(1 for p, c in near if p.best(True) is None)) / 4,
            **self._of_sentence(zin),
            **self._of_rule(zin, artikel),
            **told_as(zin, one, other.hoeveelheid),
            "bezwaar_anders": float((_BEZWAAR.search(zin.text) is None) != (_BEZWAAR.search(text) is None)),
            "onbekend": self._unknown(zin, one),
            "slot": float(any(w in other.hoeveelheid.rol for w in self._after(zin, one))),
            "evaluatie_anders": float(bool(patterns()["evaluatie"].search(zin.text)) != bool(patterns()["evaluatie"].search(text))),
            "andere_kant": float(
                one.maat == "datum"
                and side(zin.text, one.span.start - zin.span.start) != side(text, other.hoeveelheid.span.start - other.provision.span.start)
            ),
            "eerste_anders": float(
                is_first(zin.text[: one.span.start - zin.span.start])
                != is_first(text[: other.hoeveelheid.span.start - other.provision.span.start])
            ),
            "uren": float(
                one.maat == "duur"
                and (one.waarde < HOURS) != (other.hoeveelheid.waarde < HOURS)
                and afstand(one, other.hoeveelheid) > _TWICE
                and not (one.waarde >= HOURS and other.hoeveelheid.grens == "hoogst")  # «een week» beside «binnen achtenveertig uren»
            ),
            "rest": float(one.maat == "procent" and abs(one.waarde + other.hoeveelheid.waarde - 100) < 1),
            **{maat: float(one.maat == maat) for maat in _MATEN},
        }

    def _inside(self, artikel: Unit | None) -> Sequence[Hoeveelheid]:
        """The quantities of an artikel."""
        if artikel is None:
            return ()
        by_provision = self._explanation.quantities.by_provision
        return [h for p in self._bill.in_artikel(artikel) for h in by_provision.get(p, ())]

    def _unknown(self, zin: Zin, one: Hoeveelheid) -> float:
        """Share of the words around a number that the bill does not have; what a second verb behind it tells is of something else."""
        after = zin.text[one.span.end - zin.span.start :]
        other = _ANOTHER_VERB.search(after)
        apart = set(roots(after[other.start() :])) - set(roots(zin.text[: len(zin.text) - len(after)])) if other is not None else set()
        near = {word: much for word, much in one.rol.items() if word not in apart}
        total = sum(near.values())
        return sum(much for word, much in near.items() if not self._known(word)) / total if total else 0.0

    def _known(self, word: str) -> bool:
        """The bill has the word, or both parts of it («onderhoudsvergoeding» beside «de vergoeding voor onderhoud»); or it says little."""
        weights = self._explanation.weights
        if word in weights or word in lijsten().zeggen_weinig | lijsten().zonder_onderwerp:
            return True
        return any(
            word[:second] in weights and word[second + gap :] in weights
            for second in range(_PART, len(word) - _PART + 1)
            for gap in range(_GLUE + 1)
            if len(word) - second - gap >= _PART
        )

    def _after(self, zin: Zin, one: Hoeveelheid) -> Sequence[str]:
        return roots(" ".join(zin.text[one.span.end - zin.span.start :].split()[:4]))

    def _anywhere(self, one: Hoeveelheid) -> bool:
        return any(zelfde(one, h) for found in self._explanation.quantities.by_provision.values() for h in found)

    def _leans(self, zin: Zin) -> bool:
        """It begins with «Die», «Daar»; and the sentence before it is about another law, or about others."""
        before = self._explanation.before(zin)
        if before is None or not _LEANS.search(zin.text):
            return False
        return ANDERE_WET.search(before.text) is not None or patterns()["anderen"].search(before.text) is not None or self._abroad(before)

    def _abroad(self, zin: Zin) -> bool:
        """It cites another law."""
        return _LAW.search(zin.text) is not None or any(t.regeling for r in self._explanation.cited_in(zin) for t in r.targets)

    def _strange(self, zin: Zin) -> bool:
        """A word with a capital, other than the first, that the bill does not have."""
        return any(m.group(1) not in self._bill_words for m in _NAME.finditer(zin.text))

    @cached_property
    def _bill_words(self) -> frozenset[str]:
        return frozenset(m.group(1) for m in _NAME.finditer(" " + self._bill.document.text.content)) | _MONTHS

    def _of_rule(self, zin: Zin, artikel: Unit | None) -> Mapping[str, float]:
        """What makes a sentence one about practice, but for the words that the artikel has too («gemiddeld twaalf uur», «€ 60 miljoen»)."""
        if not any(self._of_sentence(zin)[n] for n in _OF_PRACTICE) or artikel is None:
            return {}
        if artikel not in self._small:
            self._small[artikel] = " ".join(
                self._bill.document.text.small[p.span.start : p.span.end] for p in self._bill.in_artikel(artikel)
            )
        law = self._small[artikel]
        told = {n: [m.group().lower() for m in patterns()[n].whole.finditer(zin.text)] for n in ("praktijk", "gemiddeld")}
        return {
            **{n: float(any(word not in law for word in found)) for n, found in told.items()},
            "nu": float(not over_het_ontwerp(zin, law)),
            "jaartal": other_year(zin.text, law),
        }

    def _of_sentence(self, zin: Zin) -> Mapping[str, float]:
        if zin not in self._sentences:
            words = patterns()
            tables = table("onderwerpen")
            headings = [s.heading for s in line(zin.alinea.section) if s.heading]
            elders = [n for n in _ELDERS for h in headings if tables[f"{n}_kop"].search(h)]
            told = bool(elders) and not (elders == ["evaluatie"] and words["evaluatie"].search(zin.text))
            self._sentences[zin] = {
                "jaartal": float(YEAR.search(zin.text) is not None),
                "kleine_letter": float(not zin.text[:1].isupper()),
                "nu": float(not over_het_ontwerp(zin)),
                "andere_wet": float(ANDERE_WET.search(zin.text) is not None or self._abroad(zin)),
                "die_wet": float(self._leans(zin)),
                "vreemde_naam": float(self._strange(zin)),
                "elders": float(told),
                **{
                    n: float(words[n].search(zin.text) is not None)
                    for n in ("praktijk", "gemiddeld", "voorheen", "verleden", "anderen", "regel", "tijdloos")
                },
            }
        return self._sentences[zin]


def afstand(one: Hoeveelheid, other: Hoeveelheid) -> float:
    """How many times the one is the other, as a logarithm of at most 4; of a day or an age how far apart is not asked."""
    if one.maat not in ("duur", "euro", "procent", "aantal", "keer", "ritme") or one.maat != other.maat:
        return 0.0
    low, high = sorted((one.waarde, other.waarde))
    return min(4.0, math.log(high / low)) if low > 0 else 4.0


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-_FAR, min(_FAR, odds))))


def zelfde(one: Hoeveelheid, other: Hoeveelheid) -> bool:
    """Equal; «vóór 1 januari» and «tot en met 31 december» are one limit."""
    if gelijk(one, other) or one.maat != "datum" or other.maat != "datum":
        return gelijk(one, other)
    first, then = sorted((one.waarde, other.waarde))
    return (then % 100 == 1 and then - first in _MONTH_ENDS) or (first, then) == (101, 1231) or (then - first == 1)
