"""An estimate of LiNT-II (Van Boefer and others 2025, after Pander Maat, Kleijn and Frissen 2023) without a trained pipeline.

LiNT-II takes four features of a text: the mean logarithm of word frequency of content words, the mean of the longest dependency per
sentence, content words per clause, and the share of concrete nouns. The original takes them from a tagger and parser and from subtitles
(SUBTLEX-NL). Nothing of that kind ships with this program, so each feature is estimated:

- word frequency: ``wordfreq`` (Zipf scale, as in LiNT-II), for a rare compound that of its last part; minus 0.54, because formal words are
  rarer in subtitles than in the mixed sources of wordfreq;
- longest dependency: from words and subordinate clauses per sentence; fitted on the UD treebank Alpino and LassySmall (dev), mean absolute
  error 0.7 words over stretches of fifteen sentences (test);
- clauses: finite verbs, counted by closed lists, by the shape of a Dutch third person and by subordinators;
- concrete nouns: by a list of heads, as a share of content words.

Frequency, clauses and concreteness were calibrated on 170 sentences of statutes and toelichtingen that were tagged by Frog (other
software, for measuring only), each with its onderdelen as a whole. On 170 others the score differed on average 2.9 points from the one
with the tagger's features (correlation 0.98). On news the estimate is 9 points too high: use it for legislation only. Even with a
tagger LiNT is not calibrated on law, so it is a figure to compare with, never a judgement.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from doenvermogentoets.language.model import Sentence
from doenvermogentoets.wordlists import REMEMBERED

LEAST_WORDS = 100
"""Under this number of words a figure says little; a choice, as LiNT-II states no minimum."""
_RAREST = 1.359  # Zipf value that LiNT-II gives to a word that is not in its list
_COMPOUND, _COMMON = 9, 3.2  # a word this long and rarer than this is looked up by its last part
_LEVELS = ((34, 1), (46, 2), (58, 3))
_LONG_VOWEL = re.compile(r"^(.*?)(aa|ee|oo|uu)([b-df-hj-np-tv-z])$")
_INSEPARABLE = ("be", "ver", "ont", "her", "ge", "er")
_PAST = re.compile(r"[td]en?$")


@dataclass(frozen=True, slots=True)
class Lint:
    """The four features and what follows from them.

    Attributes:
        frequentie: mean Zipf value of content words.
        afhankelijkheid: mean of the longest dependency per sentence, in words.
        inhoudswoorden: content words per clause.
        concreet: share of concrete nouns, 0 to 1.
    """

    frequentie: float
    afhankelijkheid: float
    inhoudswoorden: float
    concreet: float

    @property
    def score(self) -> float:
        """LiNT-II, 0 to 100; higher is harder.

        100 − (−4,20782 + 17,283729 · frequentie − 1,624415 · afhankelijkheid − 2,536780 · inhoudswoorden + 16,001231 · concreet)
        """
        easy = (
            -4.20782
            + 17.283729 * self.frequentie
            - 1.624415 * self.afhankelijkheid
            - 2.536780 * self.inhoudswoorden
            + 16.001231 * self.concreet
        )
        return 100 - min(100.0, max(0.0, easy))

    @property
    def niveau(self) -> int:
        """1 (easy) to 4 (very hard), by the limits of LiNT-II: 34, 46 and 58."""
        return next((level for limit, level in _LEVELS if self.score < limit), 4)


@dataclass(frozen=True, slots=True)
class _Lists:
    function: frozenset[str]
    singular: frozenset[str]
    plural: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    concrete: frozenset[str]


@cache
def _lists() -> _Lists:
    data: dict[str, Any] = tomllib.loads(files(__package__).joinpath("leesbaarheid.toml").read_text(encoding="utf-8"))
    verbs = data["werkwoordsvormen"]
    return _Lists(
        frozenset(data["functiewoorden"]["woorden"].split()),
        frozenset(verbs["enkelvoud"].split()),
        frozenset(verbs["meervoud"].split()),
        frozenset(verbs["bijzin"].split()),
        frozenset(verbs["betrekkelijk"].split()),
        frozenset(data["concreet"]["hoofdwoorden"].split()),
    )


@cache
def _frequencies() -> dict[str, float]:
    import wordfreq

    found: dict[str, float] = wordfreq.get_frequency_dict("nl")
    return found


def _zipf(word: str) -> float:
    share = _frequencies().get(word)
    return _RAREST if share is None else max(_RAREST, math.log10(share) + 9)


@lru_cache(maxsize=REMEMBERED)
def frequency(word: str) -> float:
    """Zipf value of a lower-case word; of a rare compound that of its last part («investeringsverplichting»: «verplichting»)."""
    own = _zipf(word)
    if len(word) < _COMPOUND or own >= _COMMON or len(word) > 60:
        return own
    for i in range(3, len(word) - 3):
        first, last = word[:i], word[i:]
        if (last_value := _zipf(last)) >= _COMMON and (
            _zipf(first) >= 2.5 or (first[-1] == "s" and _zipf(first[:-1]) >= 2.5) or (first.endswith("en") and _zipf(first[:-2]) >= 2.0)
        ):
            return last_value
    return own


@lru_cache(maxsize=REMEMBERED)
def _concrete(word: str) -> bool:
    heads = _lists().concrete
    return word in heads or any(word[i:] in heads for i in range(2, min(len(word), 60) - 3))


@lru_cache(maxsize=REMEMBERED)
def _third_person(word: str) -> int:
    """1 if the shape is that of a third person only («beslist» is not), 2 if it may be a participle too («verstrekt»), 0 otherwise."""
    if len(word) < 4 or word[-1] != "t":
        return 0
    stem = word[:-1]
    infinitives = {stem + "en"}
    if stem[-1] in "bdfgklmnprst":
        infinitives.add(stem + stem[-1] + "en")
    if stem[-1] == "f":
        infinitives.add(stem[:-1] + "ven")
    if stem[-1] == "s":
        infinitives.add(stem[:-1] + "zen")
    if match := _LONG_VOWEL.match(stem):
        head, vowel, consonant = match.groups()
        infinitives.add(head + vowel[0] + {"f": "v", "s": "z"}.get(consonant, consonant) + "en")
        infinitives.add(head + vowel[0] + consonant + "en")
    known = _frequencies()
    if not any(known.get(infinitive, 0) > 3e-7 for infinitive in infinitives):
        return 0
    if word.startswith(_INSEPARABLE):
        return 2
    return 1 if known.get("ge" + word, 0) > 1e-8 or known.get("ge" + stem + "d", 0) > 1e-8 else 0


def _clauses(words: Sequence[str], all_words: Sequence[str]) -> tuple[float, int]:
    """Estimated finite verbs of a sentence, and its subordinate clauses (subordinators and relatives after a comma)."""
    lists = _lists()
    known = _frequencies()
    singular = sum(w in lists.singular for w in words)
    plural = sum(w in lists.plural for w in words)
    subordinate = sum(w in lists.subordinators for w in words)
    relative = sum(w in lists.relatives and i > 0 and all_words[i - 1] in ",(–:" for i, w in enumerate(all_words))
    dat = sum(w == "dat" for w in words)
    shapes = [_third_person(w) for w in words if w not in lists.singular]
    past = sum(
        w.endswith(("te", "de", "ten", "den")) and known.get("ge" + _PAST.sub("", w) + ("t" if "t" in w[-3:] else "d"), 0) > 1e-8
        for w in words
    )
    finite = (
        0.568 * singular
        + 0.267 * plural
        + 0.088 * subordinate
        + 0.187 * relative
        + 0.402 * dat
        + 0.559 * shapes.count(1)
        + 0.264 * shapes.count(2)
        + 0.02 * past
        + 0.014 * len(words)
        + 0.446
    )
    return max(1.0, finite), subordinate + relative


def pieces(sentence: Sentence) -> Iterator[tuple[list[str], list[str]]]:
    """The tokens and the words of a sentence; an aanhef and each of its onderdelen apart, as a list is not read in one breath."""
    tokens: list[str] = []
    words: list[str] = []
    labels = sentence.is_label or (False,) * len(sentence.words)
    for token, is_word, is_label in zip(sentence.words, sentence.is_word, labels, strict=True):
        if is_label:
            if tokens:
                yield tokens, words
                tokens, words = [], []
            continue
        tokens.append(token)
        if is_word:
            words.append(token)
    if tokens:
        yield tokens, words


def estimate(sentences: Iterable[Sentence]) -> Lint | None:
    """LiNT-II of some sentences; ``None`` when there is no content word in them. Labels, numbers and signs are left out."""
    lists = _lists()
    frequencies: list[float] = []
    dependencies: list[float] = []
    density: list[float] = []
    concrete = content = 0
    for tokens, words in (piece for sentence in sentences for piece in pieces(sentence)):
        own = [w for w in words if len(w) > 1 and w not in lists.function and any(map(str.isalpha, w))]
        if len(words) < 2 or not own:
            continue
        clauses, subordinate = _clauses(words, tokens)
        n = len(words)
        dependencies.append(max(0.0, 0.653 * n - 0.471 * subordinate - 0.652 * math.sqrt(n) + 0.316))
        density.append(len(own) / clauses)
        frequencies.extend(map(frequency, own))
        concrete += sum(map(_concrete, own))
        content += len(own)
    if not content:
        return None
    return Lint(
        sum(frequencies) / len(frequencies) - 0.54,
        sum(dependencies) / len(dependencies),
        max(1.0, 1.7 * sum(density) / len(density) - 2.8),
        min(1.0, concrete / content + 0.03),
    )
