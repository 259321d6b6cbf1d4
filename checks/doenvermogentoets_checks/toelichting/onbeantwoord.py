"""An objection in a paragraph, and whether what follows answers it, by how the sentences sound.

Beside the word lists of ``bezwaar_gepasseerd``: people object, and governments answer or do not, in more ways than a list knows. Three
fitted readings (:mod:`doenvermogentoets_checks.klanken`) say of each sentence how much it sounds as an objection, as a reaction and as an
answer of substance; how these weigh together is fitted as well (``onbeantwoord.toml``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from doenvermogentoets_checks.klanken import Soort, klinkt

#: The readings that are weighed together, in the order of :func:`signs`.
SOORTEN: tuple[Soort, Soort, Soort] = ("bezwaar", "antwoord", "reactie")
_NOTHING = -3.0  # what a paragraph that ends has for a reaction and an answer
_NO_OBJECTION, _NEVER = -1.5, -9.0  # log-odds below which a sentence objects to nothing, whatever follows
_ANOTHER = 0.5  # log-odds from which a sentence begins another objection
VER = 12  # sentences behind an objection in which an answer may stand; in a paragraph without end nothing grows with its square


@dataclass(frozen=True, slots=True)
class Bezwaar:
    """An objection as it sounds.

    Attributes:
        at: its place among the sentences.
        reactie: the place of the sentence that sounds most as a reaction, if one does.
        log_odds: that it is an objection without an answer.
    """

    at: int
    reactie: int | None
    log_odds: float


def bezwaren(zinnen: Sequence[str]) -> list[Bezwaar]:
    """What each sentence of a paragraph is as an objection; most are none, with low log-odds."""
    objects, answers, reacts = ([klinkt(soort, z) for z in zinnen] for soort in SOORTEN)
    weights = _weights()
    out = []
    for i in range(len(zinnen)):
        if objects[i] < _NO_OBJECTION:
            out.append(Bezwaar(i, None, _NEVER))
            continue
        heard = signs(objects, answers, reacts, i)
        strongest = max(rest_of(objects, reacts, i), key=reacts.__getitem__, default=None)
        reaction = strongest if strongest is not None and reacts[strongest] > 0 else None
        out.append(Bezwaar(i, reaction, weights["grens"] + sum(weights[s] * sign for s, sign in zip(SOORTEN, heard, strict=True))))
    return out


def rest_of(objects: Sequence[float], reacts: Sequence[float], i: int) -> range:
    """The sentences that may react to the one at ``i``: up to where another objection begins."""
    furthest = min(len(objects), i + 1 + VER)
    ends = (j for j in range(i + 1, furthest) if objects[j] > _ANOTHER and objects[j] > reacts[j])
    return range(i + 1, next(ends, furthest))


def signs(objects: Sequence[float], answers: Sequence[float], reacts: Sequence[float], i: int) -> tuple[float, float, float]:
    """What is weighed of the sentence at ``i``: how it sounds as an objection, and the best answer and reaction behind it (log-odds)."""
    rest = rest_of(objects, reacts, i)
    return objects[i], max((answers[j] for j in rest), default=_NOTHING), max((reacts[j] for j in rest), default=_NOTHING)


@cache
def _weights() -> dict[str, float]:
    data = tomllib.loads(files(__package__).joinpath("onbeantwoord.toml").read_text(encoding="utf-8"))
    return {name: float(weight) for name, weight in data.items()}
