"""LiNT-II as an estimate: the formula, what each feature follows, and the figures per document and per part."""

from __future__ import annotations

import pytest

from doenvermogentoets import structure
from doenvermogentoets.analysis import analyse
from doenvermogentoets.language.lint import Lint, estimate, frequency
from doenvermogentoets.language.readability import Reading, of_bill, of_toelichting
from doenvermogentoets.readers import read_text

SIMPLE = "Wie verhuist, belt de gemeente. Zij stuurt een brief naar het nieuwe huis. Het kind krijgt een kaart. De ouder tekent de kaart."
HARD = (
    "De uitvoeringsinstantie stelt met inachtneming van de verantwoordingsverplichtingen, bedoeld in de uitvoeringsregeling, de "
    "definitieve vaststelling van de tegemoetkoming in de aanloopkosten uiterlijk na ommekomst van de referteperiode vast."
)


def lint(text: str) -> Lint:
    analysis = analyse(structure.dossier(read_text(f"Artikel 1\n{text}\n", "ontwerp.txt", "txt")))
    found = estimate(s for p in analysis.bill.provisions for s in p.passage.sentences)
    assert found is not None
    return found


def test_the_formula_and_its_levels() -> None:
    assert Lint(5.2, 3, 4.5, 0.6).score == pytest.approx(21.02, abs=0.01)  # an example of its makers
    assert [Lint(f, 3, 4.5, 0.6).niveau for f in (5.2, 4.3, 3.6, 3.0)] == [1, 2, 3, 4]
    assert Lint(1.359, 40, 30, 0).score == 100


def test_plain_words_in_short_sentences_come_out_lower_on_every_feature() -> None:
    plain, hard = lint(SIMPLE), lint(HARD)
    assert plain.frequentie > hard.frequentie
    assert plain.afhankelijkheid < hard.afhankelijkheid
    assert plain.inhoudswoorden < hard.inhoudswoorden
    assert plain.concreet > hard.concreet
    assert plain.niveau < hard.niveau == 4


def test_a_rare_compound_is_as_familiar_as_its_last_part() -> None:
    assert frequency("investeringsverplichting") == frequency("verplichting")
    assert frequency("qwxzqwxzqw") == pytest.approx(1.359)


def test_a_text_without_content_words_has_no_figure() -> None:
    analysis = analyse(structure.dossier(read_text("Artikel 1\nDit is het.\n", "ontwerp.txt", "txt")))
    assert estimate(s for p in analysis.bill.provisions for s in p.passage.sentences) is None


BILL = f"""Hoofdstuk 1. Algemeen
Artikel 1
{SIMPLE}
Artikel 2
1. {HARD}
2. {SIMPLE}
Hoofdstuk 2. Overig
Artikel 3
{HARD}
"""


def labels(reading: Reading) -> list[tuple[str, int]]:
    return [(p.label, p.depth) for p in reading.parts]


def test_figures_per_document_chapter_and_artikel() -> None:
    reading = of_bill(analyse(structure.dossier(read_text(BILL, "ontwerp.txt", "txt"))).bill)
    assert labels(reading) == [
        ("Hoofdstuk 1 Algemeen", 0), ("Artikel 1", 1), ("Artikel 2", 1), ("Hoofdstuk 2 Overig", 0), ("Artikel 3", 1)
    ]  # fmt: skip
    one, first, second, two, third = (p.figures for p in reading.parts)
    assert reading.whole is not None
    assert one.words == first.words + second.words
    assert reading.whole.words == one.words + two.words
    assert two.words == third.words
    assert reading.parts[2].hardest(1)[0].start == BILL.index("De uitvoeringsinstantie")


def test_a_section_of_a_toelichting_holds_what_stands_under_it() -> None:
    note = f"Memorie van toelichting\n1. Inhoud\n{SIMPLE}\n1.1. Uitvoering\n{HARD}\n2. Gevolgen\n{SIMPLE}\n"
    dossier = analyse(structure.dossier(read_text(BILL, "ontwerp.txt", "txt"), read_text(note, "toelichting.txt", "txt")))
    assert dossier.explanation is not None
    found = {p.label: p.figures for p in of_toelichting(dossier.explanation).parts}
    whole = of_toelichting(dossier.explanation).whole
    outer, inner, last = (next(f for label, f in found.items() if key in label) for key in ("Inhoud", "Uitvoering", "Gevolgen"))
    assert whole is not None
    assert whole.words == outer.words + last.words
    assert outer.words == inner.words + last.words
    assert inner.flesch_douma < last.flesch_douma


def test_an_onderdeel_counts_as_a_sentence() -> None:
    text = "Het college verstrekt:\na. een kaart aan het kind;\nb. een brief aan de ouder;\nc. een lijst aan de school."
    analysis = analyse(structure.dossier(read_text(f"Artikel 1\n{text}\n", "ontwerp.txt", "txt")))
    figures = of_bill(analysis.bill).whole
    assert figures is not None
    assert (figures.sentences, figures.words) == (4, 18)
