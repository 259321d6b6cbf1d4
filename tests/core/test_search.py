"""What no match can lack is looked for first; the answer stays that of the expression alone."""

from __future__ import annotations

import re

import pytest

from doenvermogentoets.search import Listed, Search, Searches, needs
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


LISTS = (
    (r"\bniet binnen\b", r"\bte laat\b", "uitstel"),
    (r"\bnu\b", r"uitstel(?= van)", r"uitstel van betaling", r"(?:bezwaar|beroep)\b[^.]{0,20}\bmaakt\b"),
    (r"^de ", "aanvraag|verzoek", r"wordt (?:niet )?behandeld"),
)


@pytest.mark.parametrize("expressions", LISTS)
@pytest.mark.parametrize("around", ["", r"\b"])
@pytest.mark.parametrize("any_case", [True, False])
def test_a_list_answers_as_one_expression(expressions: tuple[str, ...], around: str, any_case: bool) -> None:
    listed = Listed(expressions, around=around, any_case=any_case)
    alone = re.compile("|".join(f"{around}(?:{e}){around}" for e in expressions), re.I if any_case else 0)
    for words in (*SENTENCES, *map(str.upper, SENTENCES), "Nu vraagt hij uitstel van betaling, of hij maakt bezwaar.", "Nu: TE LAAT."):
        found, expected = listed.search(words), alone.search(words)
        assert (found and found.span()) == (expected and expected.span())
        assert listed.occurs(words) == (expected is not None)
        assert [m.span() for m in listed.finditer(words)] == [m.span() for m in alone.finditer(words)]
        found, expected = listed.search(words, 4, 30), alone.search(words, 4, 30)
        assert (found and found.span()) == (expected and expected.span())


@pytest.mark.parametrize("text", ["u\u0131tstel", "UITſTEL", "U\u0130TSTEL", "één uitstel"])
def test_letters_that_only_an_expression_takes_for_others(text: str) -> None:
    assert (Listed(["uitstel"]).search(text) is None) == (re.search("uitstel", text, re.IGNORECASE) is None)


def test_a_list_of_nothing_matches_nothing_but_one_without_words_may() -> None:
    assert Listed([]).search("uitstel") is None
    assert Listed([r"\d+"]).search("artikel 12")[0] == "12"  # type: ignore[index]
