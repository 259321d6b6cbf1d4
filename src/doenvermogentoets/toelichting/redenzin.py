"""How much a sentence sounds as reasons do: its words and short phrases, weighed.

Word lists of connectives know few of the ways in which a reason is told («Achteraf is niet meer vast te stellen wie er woonde.»). So beside
them (``redenen.toml``) stands a logistic regression over the one, two and three words that follow each other in a sentence, numbers as
one. Its weights (``redenzin.toml``) were fitted by ``tests/dossiers/fit_redenzin.py`` on sentences of invented toelichtingen whose writers
said of each what it does: give a reason, tell the rule again, describe procedure, promise, count costs, report advice, soften.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[,;:?]")
_START = "^"
LONGEST = 3  # words of a phrase


def phrases(sentence: str) -> frozenset[str]:
    """The phrases of one to three words in a sentence, in small letters, each number as «0», with its start as a word (``^``)."""
    words = [_START, *("0" if w[0].isdecimal() else w for w in _TOKEN.findall(sentence.lower()))]
    return frozenset(" ".join(words[i : i + n]) for n in range(1, LONGEST + 1) for i in range(len(words) - n + 1))


def weight_of_each(count: int) -> float:
    """What each phrase of a sentence with so many counts: longer sentences say more, but not in proportion."""
    return float(count**-0.5)


@cache
def _weights() -> tuple[float, Mapping[str, float]]:
    data = tomllib.loads(files(__package__).joinpath("redenzin.toml").read_text(encoding="utf-8"))
    return float(data["grens"]), {phrase: float(weight) for phrase, weight in data["wegingen"].items()}


@lru_cache(maxsize=2_000)  # an editor reads the same sentences again after every key
def klinkt(sentence: str) -> float:
    """Log-odds that a sentence gives a reason, by its words alone."""
    constant, weights = _weights()
    found = phrases(sentence)
    # in the order of the alphabet, so that the sum is the same in every run
    return constant + weight_of_each(len(found)) * sum(weights[p] for p in sorted(found) if p in weights)
