"""Reading figures for Dutch, as helper figures: Flesch-Douma (1960), Leesindex A of Brouwer (1974) and an estimate of LiNT-II.

The two old formulas count syllables and sentence length only. They were fitted on running prose; enumerations and long compounds distort
them. LiNT-II is estimated (:mod:`doenvermogentoets.language.lint`). None was calibrated on law: they are shown beside a text, to compare
one part with another, and never used to judge it.

Syllables are counted by groups of vowels. A hyphenation library (pyphen) was tried and is not used: it knows where a word may be broken,
which is not where its syllables are («over», «april» and «beëindigen» come out too short); over a million words of law it differed in
1.9 %, nearly always to its disadvantage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from doenvermogentoets.document import DIVISIONS, Document, Unit, UnitKind
from doenvermogentoets.language.lint import LEAST_WORDS, Lint, estimate, pieces
from doenvermogentoets.language.model import Sentence
from doenvermogentoets.text import Span
from doenvermogentoets.wordlists import REMEMBERED

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Analysis
    from doenvermogentoets.toelichting import Explanation
    from doenvermogentoets.toelichting.sections import Section

# Groups of vowels that make one syllable; a diaeresis starts a new one («be-ëin-di-gen»).
_KLINKERS = re.compile(r"aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|oe|ui|ei|ij|eu|au|ou|ai|oi|[aeiouyàáâèéêìíîòóôùúû]|[äëïöü]")
_DOUMA = (
    (30, "zeer moeilijk"),
    (45, "moeilijk"),
    (60, "tamelijk moeilijk"),
    (70, "normaal"),
    (80, "tamelijk gemakkelijk"),
    (90, "gemakkelijk"),
)


@dataclass(frozen=True)
class Figures:
    """Figures of a stretch of text.

    Attributes:
        words, sentences, syllables: counts.
        of: the sentences that were counted.
    """

    words: int
    sentences: int
    syllables: int
    of: Sequence[Sentence] = field(default=(), repr=False, compare=False)

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

    @cached_property
    def lint(self) -> Lint | None:
        """The estimate of LiNT-II, made when it is asked for; ``None`` without content words."""
        return estimate(self.of)

    @property
    def enough(self) -> bool:
        """Long enough for the figures to mean something."""
        return self.words >= LEAST_WORDS

    @property
    def schaal(self) -> str:
        """Douma's word for the Flesch-Douma figure."""
        return next((name for limit, name in _DOUMA if self.flesch_douma < limit), "zeer gemakkelijk")


@lru_cache(maxsize=REMEMBERED)
def syllables(word: str) -> int:
    """Syllables of a Dutch word, by its groups of vowels; at least one."""
    return max(1, len(_KLINKERS.findall(word.lower())))


def measure(sentences: Iterable[Sentence]) -> Figures | None:
    """Figures of some sentences; ``None`` when they hold no words. Numbers and signs are no words; an onderdeel counts as a sentence."""
    words = count = total = 0
    counted: list[Sentence] = []
    for sentence in sentences:
        before = words
        for _, piece in pieces(sentence):
            found = [w for w in piece if any(c.isalpha() for c in w)]
            if found:
                count += 1
                words += len(found)
                total += sum(syllables(w) for w in found)
        if words > before:
            counted.append(sentence)
    return Figures(words, count, total, tuple(counted)) if words else None


@dataclass(frozen=True)
class Part:
    """One part of a document with its figures.

    Attributes:
        label: how a reader knows the part («Hoofdstuk 2», «Artikel 4», the heading of a section).
        unit: the unit of the tree; ``None`` for text before the first heading of a toelichting.
        span: range of the heading or of the whole unit.
        depth: 0 for an outermost part.
    """

    label: str
    unit: Unit | None
    span: Span
    depth: int
    figures: Figures

    def hardest(self, number: int = 3) -> list[Span]:
        """The sentences that come out hardest by Brouwer's index, hardest first; a sentence of at least ten words."""
        scored = [(f.brouwer, s.span) for s in self.figures.of if (f := measure([s])) is not None and f.words >= 10]
        return [span for _, span in sorted(scored, key=lambda t: (t[0], t[1].start))[:number]]


@dataclass(frozen=True)
class Reading:
    """Figures of a whole document and of its parts, in document order."""

    document: Document
    whole: Figures | None
    parts: tuple[Part, ...]


_PARTS = (*DIVISIONS, UnitKind.ARTIKEL)


def of_bill(analysis: Analysis) -> Reading:
    """Figures of a bill, per chapter (or other division) and per artikel. Instructions of a wijzigingswet are not read."""
    by_unit: dict[Unit, list[Sentence]] = {}
    for provision in analysis.provisions:
        for unit in (provision.unit, *provision.unit.ancestors()):
            if unit.kind in _PARTS:
                by_unit.setdefault(unit, []).extend(provision.passage.sentences)
    parts = []
    for unit in analysis.document.root.walk():
        if (found := by_unit.get(unit)) and (figures := measure(found)) is not None:
            depth = sum(above in by_unit for above in unit.ancestors())
            parts.append(Part(_label(unit), unit, unit.span, depth, figures))
    whole = measure(s for p in analysis.provisions for s in p.passage.sentences)
    return Reading(analysis.document, whole, tuple(parts))


def of_toelichting(explanation: Explanation) -> Reading:
    """Figures of a toelichting, per section with the sections under it. Rows of tables are not read."""
    sentences = {a: p.sentences for a, p in zip(explanation.alineas, explanation.passages, strict=True) if "|" not in a.text}
    collected: dict[int, list[Sentence]] = {}
    for section in explanation.sections:
        own = [s for a in section.alineas for s in sentences.get(a, ())]
        for above in _upwards(section):
            collected.setdefault(id(above), []).extend(own)
    parts = []
    for section in explanation.sections:
        figures = measure(collected.get(id(section), ()))
        if figures is not None:
            span = section.span or (section.alineas[0].span if section.alineas else Span(0, 0))
            parts.append(Part(section.heading, section.unit, span, len(section.path) - bool(section.heading), figures))
    return Reading(explanation.document, measure(s for own in sentences.values() for s in own), tuple(parts))


def _upwards(section: Section) -> Iterator[Section]:
    above: Section | None = section
    while above is not None:
        yield above
        above = above.parent


def _label(unit: Unit) -> str:
    return " ".join(part for part in (unit.kind.value.capitalize(), unit.number, unit.heading) if part)
