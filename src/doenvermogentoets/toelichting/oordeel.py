"""Whether a provision is explained: what the sentences about it say together, weighed.

A reason seldom stands in the sentence that tells the rule. It follows it, in the same paragraph, in words of its own («De termijn is zes
weken. Daarna is het beschikbare bedrag verdeeld.»). So beside how likely each sentence is to give the reason (:mod:`reasons`) it counts
where they stand: what follows the sentence that tells the provision, what stands in its paragraph, and whether the best sentence speaks
sooner of another provision. The weights (``oordeel.toml``) are a logistic regression, fitted on annotated dossiers by
``tests/dossiers/fit_uitleg.py``, on weights of sentences that were fitted without the dossier at hand.
"""

from __future__ import annotations

import math
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# What each feature tells (all of the sentences about one provision).
NAMEN = (
    "grens",  # the constant
    "kans",  # the chance of the sentence that gives the reason most likely, the best one
    "kans_tweede",
    "kans_derde",
    "geen",  # the logarithm of the chance that none does
    "over",  # the largest share: how surely a sentence is about the provision
    "over_klinkt",  # the same, times how much that sentence sounds as reasons do
    "beste_over",  # the share of the best one
    "beste_reden",  # log-odds that the best one is a reason, whatever it is about
    "beste_leunt",  # it leans on the sentence before it («Dat», «Zij»)
    "beste_mild",  # it, or the sentence before it, tells leniency that the provision does not have: a reason for another rule
    "beste_ander_artikel",  # what its words say for another artikel
    "beste_ander_lid",  # and for another lid
    "alinea",  # one sentence of a paragraph is about the provision, the same or another of it is a reason
    "alineas",  # in how many paragraphs there are such sentences
    "volgt",  # a sentence about the provision, and the next one is a reason
    "verteld",  # how much the sentence that repeats the provision most does
    "is_verteld",  # whether any does
    "verteld_klinkt",  # then, how much that one or one of the two after it sounds as reasons do
    "verteld_kans",  # and with what chance it gives the reason
    "noemt",  # the words of a sentence say more for the provision than for any other artikel
    "noemt_klinkt",  # and it sounds as reasons do
    "noemt_volgt",  # and the next sentence is a reason, which says nothing for another artikel
    "noemt_daarna",  # or the one after that
)
_AFTER = 2  # sentences after the one that tells the provision
_LEAST = 0.3  # what the words of a sentence must say for a provision to be told by it (in units of evidence), and how sharp that is
_SHARP = 3.0
_ENOUGH = 5.0  # a fifth of it is told
_SURE = 0.999
_FAR = 60.0  # keeps the exponent finite
_MANY = 4


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A sentence about a provision, as it was read.

    Attributes:
        alinea: number of its paragraph.
        plaats: which sentence of the paragraph it is.
        share: the chance (0 to 1) that it is about the provision.
        reden: log-odds that it is a reason, whatever it is about.
        kans: the chance (0 to 1) that it gives the reason for the provision.
        klinkt: log-odds of a reason by how it sounds alone.
        herhaling: how much it repeats the provision (0 to 2).
        eigen: what its words say for the provision (in units of evidence).
        ander_artikel: what they say for the other artikel they say most for.
        ander_lid: the same for another lid of the same artikel.
        leunt: it leans on the sentence before it.
        mild: it tells leniency that the provision does not have.
    """

    alinea: int
    plaats: int
    share: float
    reden: float
    kans: float
    klinkt: float
    herhaling: float
    eigen: float
    ander_artikel: float
    ander_lid: float
    leunt: bool
    mild: bool


def kenmerken(zinnen: Sequence[Gelezen]) -> Mapping[str, float]:
    """The features (:data:`NAMEN`) of the sentences about one provision, at least one."""
    best = max(zinnen, key=lambda z: z.kans)
    ranked = [*sorted((z.kans for z in zinnen), reverse=True)[:_MANY], 0.0, 0.0]
    out = dict.fromkeys(NAMEN, 0.0) | {
        "grens": 1.0,
        "kans": ranked[0],
        "kans_tweede": ranked[1],
        "kans_derde": ranked[2],
        "geen": sum(math.log1p(-min(_SURE, k)) for k in ranked[:_MANY]),
        "over": max(z.share for z in zinnen),
        "over_klinkt": max(z.share * chance_of(z.klinkt) for z in zinnen),
        "beste_over": best.share,
        "beste_reden": best.reden,
        "beste_leunt": float(best.leunt),
        "beste_ander_artikel": best.ander_artikel,
        "beste_ander_lid": best.ander_lid,
        "noemt": max(map(_told, zinnen)),
        "noemt_klinkt": max(_told(z) * chance_of(z.klinkt) for z in zinnen),
    }
    by_alinea: dict[int, dict[int, Gelezen]] = defaultdict(dict)
    for zin in zinnen:
        by_alinea[zin.alinea][zin.plaats] = zin
    out["alineas"] = float(len(by_alinea))
    before = by_alinea[best.alinea].get(best.plaats - 1)
    out["beste_mild"] = float(best.mild or (before is not None and before.mild))
    for here in by_alinea.values():
        out["alinea"] = max(out["alinea"], max(z.share for z in here.values()) * max(chance_of(z.reden) for z in here.values()))
        for plaats, zin in here.items():
            for ahead in range(1, _AFTER + 1):
                other = here.get(plaats + ahead)
                if other is None:
                    continue
                follows = _told(zin) * chance_of(other.reden) * math.exp(-max(0.0, other.ander_artikel - other.eigen))
                name = "noemt_volgt" if ahead == 1 else "noemt_daarna"
                out[name] = max(out[name], follows)
                if ahead == 1:
                    out["volgt"] = max(out["volgt"], zin.share * chance_of(other.reden))
    told = max(zinnen, key=lambda z: z.herhaling * z.share)
    near = [z for z in by_alinea[told.alinea].values() if 0 <= z.plaats - told.plaats <= _AFTER]
    out["verteld"] = told.herhaling * told.share
    out["is_verteld"] = min(1.0, _ENOUGH * out["verteld"])
    out["verteld_klinkt"] = out["is_verteld"] * max(chance_of(z.klinkt) for z in near)
    out["verteld_kans"] = out["is_verteld"] * max(z.kans for z in near)
    return out


def chance_of(log_odds: float) -> float:
    """The chance (0 to 1) of log-odds."""
    return 1.0 / (1.0 + math.exp(-max(-_FAR, log_odds)))


def _told(zin: Gelezen) -> float:
    """How surely the words of a sentence tell this provision and no other artikel (0 to 1)."""
    return chance_of(_SHARP * (zin.eigen - max(_LEAST, zin.ander_artikel)))


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What is fitted (``oordeel.toml``): a provision is explained above ``drempel``, in log-odds."""

    wegingen: Mapping[str, float]
    drempel: float

    def score(self, zinnen: Sequence[Gelezen]) -> float:
        """Above 0 when a provision is explained by the sentences about it."""
        return sum(self.wegingen.get(name, 0.0) * value for name, value in kenmerken(zinnen).items()) - self.drempel


@cache
def oordeel() -> Oordeel:
    """The judgement with its fitted weights (``oordeel.toml``), read once."""
    data = tomllib.loads(files(__package__).joinpath("oordeel.toml").read_text(encoding="utf-8"))
    return Oordeel({name: float(value) for name, value in data["wegingen"].items()}, float(data["drempel"]))
