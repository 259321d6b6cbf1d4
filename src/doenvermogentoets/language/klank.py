"""How much a sentence sounds as others of its kind do: its words and short phrases, weighed.

Word lists know few of the ways in which something is told. Beside them stands a logistic regression over the one, two and three words that
follow each other in a sentence, numbers as one. Its weights are fitted (``tests/dossiers/fit_redenzin.py``, ``fit_klanken.py`` and
``fit_bepalingen.py``) on invented sentences, of which writers who did not know the rules said what they do.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

import numpy as np
import numpy.typing as npt

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


_PIECE = 5  # letters; with a mark before the first and behind the last letter of a word
_LONG = 6  # letters of a word that is read in pieces too: compounds and conjugations of one stem share most of them


def pieces(sentence: str) -> frozenset[str]:
    """The runs of five letters in the longer words of a sentence, each behind a «#»: «verval» is in «vervallenverklaring» too."""
    marked = (f"<{word}>" for word in _TOKEN.findall(sentence.lower()) if len(word) >= _LONG and not word[0].isdecimal())
    return frozenset(f"#{word[i : i + _PIECE]}" for word in marked for i in range(len(word) - _PIECE + 1))


@dataclass(frozen=True, slots=True, eq=False)
class Klanken:
    """The fitted weights of several kinds of sentence, asked at once: a sentence is then taken apart one time.

    Attributes:
        soorten: the kinds, in the order of the columns.
        constants: the log-odds of each kind for a sentence without any known phrase.
        from_: the log-odds from which each kind counts as heard.
        rows: per phrase or piece its row in the weights.
        weights: floats, a row for each phrase or piece, a column for each kind.
    """

    soorten: tuple[str, ...]
    constants: npt.NDArray[np.float32]
    from_: npt.NDArray[np.float32]
    rows: Mapping[str, int]
    weights: npt.NDArray[np.float32]

    def log_odds(self, sentence: str) -> npt.NDArray[np.float32]:
        """Log-odds of each kind, in the order of :attr:`soorten`, by the words of the sentence alone."""
        total = self.constants.copy()
        for found in (phrases(sentence), pieces(sentence)):
            # in one order, so that the sums are the same in every run
            known = sorted(row for part in found if (row := self.rows.get(part)) is not None)
            total += weight_of_each(max(1, len(found))) * self.weights[known].sum(axis=0)
        return total

    def evidence(self, soort: str, words: str) -> float:
        """How much some words sound as one kind, without a constant: to find where in a sentence it is heard."""
        number = self.soorten.index(soort)
        return float((self.log_odds(words) - self.constants)[number])


def read_many(file: Traversable) -> Klanken:
    """The weights in a file of numpy: ``soorten`` and ``parts`` (names, a line each), ``constants``, ``from_``, and ``weights`` as whole
    numbers that ``scale`` makes floats.
    """
    with file.open("rb") as handle, np.load(handle) as kept:
        names, parts = (bytes(kept[key]).decode().split("\n") for key in ("soorten", "parts"))
        weights = kept["weights"].astype(np.float32) * kept["scale"]
        return Klanken(tuple(names), kept["constants"], kept["from_"], {part: i for i, part in enumerate(parts)}, weights)
