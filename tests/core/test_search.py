"""What no match can lack is looked for first; the answer stays that of the expression alone."""

from __future__ import annotations

import re

import pytest

from doenvermogentoets.search import Search, Searches, needs
from doenvermogentoets.text import Span, Text


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r"\bwordt\b.{0,20}\bgeweigerd\b", (("geweigerd",), ("wordt",))),
        (r"(?:aanvraag|verzoek)", (("aanvraag", "verzoek"),)),
        (r"(?:de aanvraag|het bezwaar|aanvraag)\b", (("aanvraag", "het bezwaar"),)),
        (r"(?:op tijd)? betaald", ((" betaald",),)),
        (r"(?:te laat|\w+)", ()),
        (r"(?:heeft|is) (?:voldaan|betaald)", (("betaald", "voldaan"),)),
        (r"(?:zonder )+bericht", (("zonder ",), ("bericht",))),
        (r"(?<!zonder )(?!niet)(?=dit)bericht", (("bericht",),)),
        (r"op", ()),
    ],
)
def test_needs_are_read_from_the_expression(expression: str, expected: tuple[tuple[str, ...], ...]) -> None:
    assert set(needs(expression)) == set(expected)


SENTENCES = (
    "de vergunning wordt in dat geval geweigerd.",
    "de aanvraag die te laat komt, wordt niet behandeld.",
    "wie bezwaar maakt, betaalt pas na de beslissing.",
    "op verzoek wordt uitstel verleend, en op het verzoek wordt snel beslist.",
    "",
)
EXPRESSIONS = (
    r"\bwordt\b[^.]{0,40}?\b(geweigerd|(?:niet )?behandeld)\b",
    r"\b(?:verzoek|aanvraag)\b(?! die)",
    r"uitstel|bezwaar|te laat",
    r"\w+t\b",
)


@pytest.mark.parametrize("words", SENTENCES)
def test_the_answer_is_that_of_the_expression(words: str) -> None:
    for expression in EXPRESSIONS:
        alone = re.search(expression, words)
        found = Search(expression).search(words)
        assert (found and found.span()) == (alone and alone.span())


@pytest.mark.parametrize("words", SENTENCES)
def test_several_expressions_answer_as_one(words: str) -> None:
    together, alone = Searches(EXPRESSIONS[1:]), re.search("|".join(EXPRESSIONS[1:]), words)
    found = together.search(words)
    assert (found and found.span()) == (alone and alone.span())
    assert together.occurs(words) == (alone is not None)


def test_of_matches_at_one_place_the_first_named_counts() -> None:
    assert Searches(("uitstel van betaling", "uitstel")).search("vraagt uitstel van betaling")[0] == "uitstel van betaling"  # type: ignore[index]
    assert Searches(("uitstel", "uitstel van betaling")).search("vraagt uitstel van betaling")[0] == "uitstel"  # type: ignore[index]


def test_any_case_and_only_inside_the_span() -> None:
    text = Text("Uitstel. UITSTEL wordt verleend. Geen uitstel.")
    assert [text[s] for s in Search("uitstel").within(text, Span(9, 33))] == ["UITSTEL"]


def test_small_letters_keep_every_place() -> None:
    text = Text("İstanbul betaalt UITSTEL")
    assert len(text.small) == len(text.content)
    assert [text[s] for s in Search("uitstel").within(text, Span(0, len(text.content)))] == ["UITSTEL"]
