"""How much a sentence sounds as others of its kind do: its words and short phrases, weighed.

Word lists know few of the ways in which something is told. Beside them stands a logistic regression over the one, two and three words that
follow each other in a sentence, numbers as one. Its weights are fitted (``tests/dossiers/fit_redenzin.py`` and ``fit_klanken.py``) on
invented sentences, of which writers who did not know the rules said what they do.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

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


@dataclass(frozen=True, slots=True)
class Klank:
    """The fitted weights of one kind of sentence.

    Attributes:
        constant: the log-odds of a sentence without any known phrase.
        weights: per phrase.
    """

    constant: float
    weights: Mapping[str, float]

    def log_odds(self, sentence: str) -> float:
        """Log-odds that a sentence is of this kind, by its words alone."""
        found = phrases(sentence)
        # in the order of the alphabet, so that the sum is the same in every run
        return self.constant + weight_of_each(len(found)) * sum(self.weights[p] for p in sorted(found) if p in self.weights)


def read(file: Traversable) -> Klank:
    """The weights in a TOML file: ``grens`` and a table ``wegingen``."""
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return Klank(float(data["grens"]), {phrase: float(weight) for phrase, weight in data["wegingen"].items()})
