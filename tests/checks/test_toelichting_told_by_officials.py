"""How officials tell it: a warning in a condition, an objection as a judgement, an adviser, a share, a last day for those who are there."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

from doenvermogentoets.catalogue import load
from doenvermogentoets.testing import Example, findings_in, unmark

BILL = """Verordening marktkramen Oosthaven

Artikel 2. Aanmelden
1. De marktkoopman meldt zich voor 1 maart van ieder jaar aan bij het college.
2. Het college weigert een kraam die de marktkoopman voor de aanmelding heeft betrokken.
3. Een kraam wordt alleen verleend als ten minste vijfenzeventig procent van de waren zelf geteeld is.

Artikel 3. Boete
Het college legt de marktkoopman die zich niet heeft aangemeld een bestuurlijke boete op van € 150.

Artikel 8. Overgangsrecht
In afwijking van artikel 2, eerste lid, meldt de marktkoopman zich in 2027 aan voor 1 juni.

Artikel 9. Inwerkingtreding
Deze verordening treedt in werking met ingang van 1 januari 2027.
"""
HEAD = (
    "TOELICHTING\n\nAlgemeen\nDeze verordening ordent de markt in Oosthaven en verdeelt de kramen over marktkooplieden die zelf telen.\n"
    + "De markt is druk en de plaatsen zijn schaars. " * 30
    + "\n\n"
)


def found(check: str, passage: str) -> bool:
    return bool(against(check, BILL, HEAD + passage))


@pytest.mark.parametrize(
    ("passage", "wanted"),
    [
        ("Kooplieden\nDe boete volgt pas nadat de marktkoopman schriftelijk is gewaarschuwd.", False),
        ("Kooplieden\nDe marktkoopman is immers gewaarschuwd.", True),
        ("Kooplieden\nEen marktkoopman is gewend aan lastige formulieren en zal zijn papieren zonder moeite vinden.", True),
        ("Kooplieden\nEen marktkoopman is gewend aan vroeg opstaan en zal zonder omwegen naar de markt rijden.", False),
    ],
)
def test_what_is_expected_of_people(passage: str, wanted: bool) -> None:
    assert found("rationele-burger", passage) is wanted


@pytest.mark.parametrize(
    ("passage", "wanted"),
    [
        ("De Vereniging van Marktkooplieden acht een boete van € 150 voor een eerste keer te hoog.", True),
        ("De Adviesraad Markten vindt het onaanvaardbaar dat kramen worden geweigerd.", True),
        ("De Adviesraad Markten wees er verder op dat de boete mensen treft die ziek waren.", True),
        (
            "De Adviesraad Markten vindt het onaanvaardbaar dat kramen worden geweigerd. Daarom is de weigering beperkt tot één seizoen.",
            False,
        ),
        ("De Adviesraad Markten vroeg om een langere termijn. Wie zich in februari aanmeldt, heeft acht weken.", False),
        ("Het college acht een boete van € 100 te laag.", False),
    ],
)
def test_an_objection_as_a_judgement(passage: str, wanted: bool) -> None:
    assert found("bezwaar-gepasseerd", f"Advies en consultatie\n{passage}") is wanted


def test_a_board_that_pointed_something_out_decides_nothing() -> None:
    told = "De Adviesraad Markten bracht advies uit. {} dat het weigeren van een kraam die al is betrokken, mensen treft."
    assert not found("tegenspraak-orgaan", "Kramen\n" + told.format("De raad wees er verder op"))


@pytest.mark.parametrize(
    ("passage", "wanted"),
    [
        ("Artikelen 8 en 9\nIn het eerste jaar hebben kooplieden drie maanden extra. De formulieren komen later gereed.", False),
        ("Artikelen 3 en 8\nDe boete is afgestemd op wat andere gemeenten in dit geval vragen van kooplieden.", True),
    ],
)
def test_transitional_law_beside_the_last_artikelen(passage: str, wanted: bool) -> None:
    assert found("overgangsrecht-niet-toegelicht", f"Artikelsgewijs\n\n{passage}") is wanted


def test_the_same_share_in_other_words_is_enough() -> None:
    assert not found("tegenspraak-regel", "Artikelsgewijs\n\nArtikel 2\nDriekwart van de waren uit eigen teelt volstaat.")


@pytest.mark.parametrize(("words", "whole"), [("binnen zeven dagen na de melding", True), ("binnen zeven dagen een melding", False)])
def test_a_limit_is_told_up_to_what_it_runs_from(words: str, whole: bool) -> None:
    check = load().get("korte-termijn")
    assert check is not None
    bill = f"Artikel 2\nDe cliënt kan {words} {'een plan ' if whole else ''}aan het college overhandigen.\n"
    told = " ".join(f.message + f.explanation for f in findings_in(check, unmark(Example(bill, expected=False))))
    assert told
    assert "na de»" not in told
    assert ("melding" in told) is whole
