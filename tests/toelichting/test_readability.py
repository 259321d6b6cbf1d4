"""Reading figures: syllables and the two formulas."""

from __future__ import annotations

import pytest

from doenvermogentoets.language.model import Sentence
from doenvermogentoets.language.readability import Figures, measure, syllables
from doenvermogentoets.text import Span


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("zee", 1),
        ("beëindigen", 5),
        ("uitvoering", 3),
        ("geeuwen", 2),
        ("tegemoetkoming", 5),
        ("ruïne", 3),
        ("BSN", 1),
        ("mooie", 2),
        ("België", 3),
    ],
)
def test_syllables(word: str, expected: int) -> None:
    assert syllables(word) == expected


def test_formulas() -> None:
    figures = Figures(words=100, sentences=5, syllables=160)
    assert figures.flesch_douma == pytest.approx(206.8 - 0.77 * 160 - 0.93 * 20)
    assert figures.brouwer == pytest.approx(195 - 2 / 3 * 160 - 2 * 20)
    assert figures.schaal == "normaal"


def sentence(*words: str) -> Sentence:
    starts = tuple(range(len(words)))
    return Sentence(Span(0, len(words)), words, starts, tuple(s + 1 for s in starts), tuple(w != "." for w in words))


def test_numbers_and_points_are_no_words() -> None:
    figures = measure([sentence("de", "wet", "2015", "."), sentence("14", ".")])
    assert figures is not None
    assert (figures.words, figures.sentences) == (2, 1)


def test_nothing_to_measure() -> None:
    assert measure([]) is None
