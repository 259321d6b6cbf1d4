"""Every check page is complete, and its detector finds exactly what the carets in its examples mark."""

from __future__ import annotations

import re
from operator import attrgetter

import pytest

from doenvermogentoets.catalogue import SECTIONS, Catalogue, Check, Example, load
from doenvermogentoets.document import Document
from doenvermogentoets.testing import findings_in, marks_of, unmark
from doenvermogentoets.text import Span

CATALOGUE: Catalogue = load()
CHECKS = list(CATALOGUE)
EXAMPLES = [
    pytest.param(check, example, id=f"{check.meta.code}-{'voorbeeld' if example.expected else 'hier-niet'}-{i}")
    for check in CHECKS
    for i, example in enumerate(check.examples, 1)
]
THEME_CODES = {"termijnen": "TRM", "hardheid": "HRD", "bevoegdheid": "GEB", "doenvermogen": "DVM", "taal": "TAL", "toelichting": "MVT"}


def each_check(function: object) -> object:
    return pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.meta.code)(function)


@each_check
def test_page_has_every_section_in_order(check: Check) -> None:
    assert tuple(check.sections) == SECTIONS
    assert all(text.strip() for text in check.sections.values())


@each_check
def test_name_and_code_fit_the_place(check: Check) -> None:
    assert check.entry.page.name == f"{check.name}.md"
    if check.theme in THEME_CODES:
        assert check.meta.code.startswith(THEME_CODES[check.theme])


@each_check
def test_page_asks_grounds_and_helps(check: Check) -> None:
    assert check.meta.question.endswith("?")
    assert check.meta.ground
    assert check.meta.sources
    assert check.meta.suggestions
    for name, option in check.meta.options.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
        assert option.description


@each_check
def test_page_shows_where_it_finds_and_where_not(check: Check) -> None:
    examples = check.examples
    assert any(e.expected for e in examples)
    assert sum(not e.expected for e in examples) >= 3
    for example in examples:
        assert bool(unmark(example).marks) is example.expected


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_example(check: Check, example: Example) -> None:
    marked = unmark(example)
    findings = findings_in(check, marked)
    place = attrgetter("part", "span")
    assert sorted(marks_of(findings, marked), key=place) == sorted(marked.marks, key=place)
    for finding in findings:
        assert finding.message.endswith((".", "?"))
        assert finding.explanation
        assert finding.question
        assert finding.suggestions
        assert _places_exist(finding.document, [finding.span])
        for annotation in finding.annotations:
            assert annotation.message
            assert _places_exist(annotation.document, [annotation.span])


def _places_exist(document: Document, spans: list[Span]) -> bool:
    return all(document.text[span].strip() == document.text[span] != "" for span in spans)


def test_unmark_takes_carets_out() -> None:
    marked = unmark(Example("Artikel 1\nDe ouder meldt dit.\n   ^^^^^ ^^^^^\nEinde\n--- toelichting ---\nKort.\n^^^^\n", expected=True))
    assert marked.bill == "Artikel 1\nDe ouder meldt dit.\nEinde\n"
    assert marked.toelichting == "Kort.\n"
    assert [(m.part, m.words) for m in marked.marks] == [("ontwerp", "ouder"), ("ontwerp", "meldt"), ("toelichting", "Kort")]


def test_unmark_joins_a_range_over_lines() -> None:
    marked = unmark(Example("Hij meldt:\n    ^^^^^^\na. dit;\n^^^^^^^\nb. dat.\n", expected=True))
    assert [m.words for m in marked.marks] == ["meldt:\na. dit;"]


@pytest.mark.parametrize("text", ["^^^\nHij meldt dit.\n", "Kort.\n     ^^^^\n"])
def test_unmark_refuses_carets_without_words(text: str) -> None:
    with pytest.raises(ValueError, match="carets"):
        unmark(Example(text, expected=True))
