"""Papers that are handed in by nobody in particular, and a short window in which who is first counts as well."""

from __future__ import annotations

import pytest
from voorstellen import of

START = "Artikel 1\nOnder bewoner wordt verstaan: natuurlijke persoon die hier woont.\n\nArtikel 2\n1. De bewoner krijgt een bedrag.\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Bij de aanvraag worden overgelegd: een taxatierapport van een beëdigd taxateur en de oorspronkelijke koopakte.",
        "Bij de aanvraag worden overgelegd:\na. een plattegrond;\nb. een taxatierapport van een beëdigd taxateur.",
    ],
)
def test_papers_that_are_handed_in_are_asked_of_the_applicant(sentence: str) -> None:
    (finding,) = of("zware-bewijslast", f"{START}2. {sentence}\n")
    content = finding.document.text.content
    assert "taxatierapport" in content[finding.span.start : finding.span.end]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bij de aanvraag worden overgelegd: een plattegrond en een foto.",
        "Het college beoordeelt het taxatierapport dat bij de aanvraag is overgelegd.",
    ],
)
def test_a_light_paper_or_what_was_handed_in_is_none(sentence: str) -> None:
    assert of("zware-bewijslast", f"{START}2. {sentence}\n") == []


WINDOW = "2. De bewoner dient de aanvraag in in de periode van 1 mei tot en met 12 mei.\n"


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("3. Aanvragen worden behandeld op volgorde van ontvangst.\n", True),
        ("3. Aanvragen worden behandeld op volgorde van loting.\n", False),
        ("", False),
    ],
)
def test_that_who_is_first_counts_as_well_is_told(order: str, first: bool) -> None:
    (finding,) = [f for f in of("korte-termijn", START + WINDOW + order) if "12 mei" in f.message]
    assert ("wie het eerst is" in finding.explanation) is first
    assert any(a.message == "wie het eerst komt" for a in finding.annotations) is first
