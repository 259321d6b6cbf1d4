"""Roots under which noun and verb of one topic meet."""

from __future__ import annotations

import pytest

from doenvermogentoets.toelichting.words import Weights, root, roots


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("terugvordering", "teruggevorderd"),
        ("terugvorderen", "terugvordering"),
        ("weigering", "weigeren"),
        ("vergunningen", "vergunning"),
        ("ouders", "ouder"),
        ("bewoner", "bewoners"),
    ],
)
def test_same_root(left: str, right: str) -> None:
    assert root(left) == root(right)


@pytest.mark.parametrize(("left", "right"), [("weigering", "wijziging"), ("melding", "betaling"), ("huurder", "verhuurder")])
def test_other_root(left: str, right: str) -> None:
    assert root(left) != root(right)


def test_function_words_do_not_count() -> None:
    assert roots("Indien de ouder het niet doet") == [root("ouder"), root("doet")]


def test_a_rare_word_weighs_more() -> None:
    weights = Weights([frozenset({"a", "b"}), frozenset({"a"}), frozenset({"a"})])
    assert weights.of(["b"]) > weights.of(["a"]) > 0
    assert weights.of(["c"]) == 0
