"""Old reading formulas for Dutch, as helper figures: Flesch-Douma (1960) and Leesindex A of Brouwer (1974).

Both count syllables and sentence length only. They were fitted on running prose; enumerations and long compounds distort them,
so they are shown beside a text and never used to judge it. LiNT-II is not computed: it needs a trained pipeline and a frequency
list of subtitles, and it was never calibrated on legal text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from doenvermogentoets.language.model import Sentence

# Groups of vowels that make one syllable; a diaeresis starts a new one («be-ëin-di-gen»).
_KLINKERS = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|ui|ei|ij|eu|au|ou|ai|oi|[aeiouyàáâèéêìíîòóôùúû]|[äëïöü]")
_DOUMA = (
    (30, "zeer moeilijk"),
    (45, "moeilijk"),
    (60, "tamelijk moeilijk"),
    (70, "normaal"),
    (80, "tamelijk gemakkelijk"),
    (90, "gemakkelijk"),
)


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of a stretch of text.

    Attributes:
        words, sentences, syllables: counts.
    """

    words: int
    sentences: int
    syllables: int

    @property
    def words_per_sentence(self) -> float:
        return self.words / self.sentences

    @property
    def syllables_per_word(self) -> float:
        return self.syllables / self.words

    @property
    def flesch_douma(self) -> float:
        """206,8 − 0,77 · syllables per 100 words − 0,93 · words per sentence; 0 is very hard, 100 very easy."""
        return 206.8 - 77 * self.syllables_per_word - 0.93 * self.words_per_sentence

    @property
    def brouwer(self) -> float:
        """195 − ⅔ · syllables per 100 words − 2 · words per sentence."""
        return 195 - 200 / 3 * self.syllables_per_word - 2 * self.words_per_sentence

    @property
    def schaal(self) -> str:
        """Douma's word for the Flesch-Douma figure."""
        return next((name for limit, name in _DOUMA if self.flesch_douma < limit), "zeer gemakkelijk")


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Syllables of a Dutch word, by its groups of vowels; at least one."""
    return max(1, len(_KLINKERS.findall(word.lower())))


def measure(sentences: Iterable[Sentence]) -> Figures | None:
    """Figures of some sentences; ``None`` when they hold no words. Numbers and symbols are not counted as words."""
    words = count = total = 0
    for sentence in sentences:
        found = [w for w, is_word in zip(sentence.words, sentence.is_word, strict=True) if is_word and any(c.isalpha() for c in w)]
        if found:
            count += 1
            words += len(found)
            total += sum(syllables(w) for w in found)
    return Figures(words, count, total) if words else None
