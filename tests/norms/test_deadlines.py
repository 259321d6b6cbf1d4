from __future__ import annotations

import pytest

from doenvermogentoets.norms.deadlines import number, ordinal
from doenvermogentoets.norms.model import TermijnSoort


@pytest.mark.parametrize(
    ("text", "kern", "duur"),
    [
        ("De aanvrager verstrekt de gegevens binnen twee weken na dagtekening van het verzoek.", "binnen twee weken", "P14D"),
        ("De houder meldt de wijziging binnen drie werkdagen na de verhuizing.", "binnen drie werkdagen", "P3D"),
        ("De werkgever meldt het ongeval binnen vierentwintig uren aan de inspecteur.", "binnen vierentwintig uren", "PT24H"),
        ("De ontvanger betaalt het bedrag binnen zesentwintig weken na de beschikking.", "binnen zesentwintig weken", "P182D"),
        ("De ouder dient de aanvraag in binnen een half jaar na de geboorte.", "binnen een half jaar", "P6M"),
        ("De belanghebbende dient het bezwaarschrift in binnen een termijn van vier weken.", "binnen een termijn van vier weken", "P28D"),
        ("De huurder kan tot twee jaar na afloop van het jaar om een beschikking verzoeken.", "tot twee jaar", "P2Y"),
        ("De huurder kan gedurende zes weken na de bekendmaking bezwaar maken.", "gedurende zes weken", "P42D"),
        ("De student betaalt het collegegeld uiterlijk binnen 30 dagen na de factuur.", "uiterlijk binnen 30 dagen", "P30D"),
    ],
)
def test_closed_limits_of_a_citizen(analyse, text, kern, duur):
    analysis = analyse(text)
    (norm,) = analysis.provisions[0].norms
    (limit,) = norm.termijnen
    assert analysis.document.text[limit.kern] == kern
    assert (limit.duur, limit.voor, limit.soort) == (duur, "burger", TermijnSoort.BINNEN)


def test_an_article_before_the_number_is_no_number(norms):
    text = "In afwijking van artikel 6:7 bedraagt de termijn voor het indienen van een bezwaarschrift tien weken."
    (limit,) = [t for n in norms(text) for t in n.termijnen]
    assert (limit.duur, limit.tekst) == ("P70D", "tien weken")


def test_the_start_event_belongs_to_the_limit(norm):
    limit = norm("De aanvrager verstrekt de gegevens binnen twee weken na dagtekening van het verzoek.").termijn
    assert limit is not None
    assert limit.begin == "na dagtekening van het verzoek"


@pytest.mark.parametrize("word", ["onverwijld", "terstond", "onmiddellijk"])
def test_open_limits_are_strict_for_a_citizen(norm, word):
    limit = norm(f"De ontvanger doet {word} mededeling van een verhuizing.").termijn
    assert limit is not None
    assert (limit.soort, limit.voor, limit.streng) == (TermijnSoort.OPEN, "burger", True)


def test_a_limit_of_an_authority_is_not_the_citizens(norm):
    limit = norm("Het college beslist binnen acht weken na ontvangst van de aanvraag.").termijn
    assert limit is not None
    assert (limit.voor, limit.streng) == ("overheid", False)


def test_a_limit_as_condition_binds_the_one_who_must_act(norm):
    limit = norm("Het recht op de toelage vervalt indien de aanvrager de gegevens niet binnen acht weken na het verzoek verstrekt.").termijn
    assert limit is not None
    assert (limit.voor, limit.streng) == ("burger", True)


def test_a_long_limit_without_effect_is_not_strict(norm):
    limit = norm("De huurder dient de aanvraag in binnen een jaar na afloop van het kalenderjaar.").termijn
    assert limit is not None
    assert (limit.voor, limit.streng) == ("burger", False)


def test_a_last_date(analyse):
    analysis = analyse("De instelling dient de verantwoording jaarlijks uiterlijk op 1 april in bij het college.")
    limit = analysis.provisions[0].norms[0].termijn
    assert limit is not None
    assert limit.soort is TermijnSoort.UITERSTE_DATUM
    assert limit.terugkerend
    assert analysis.document.text[limit.kern] == "uiterlijk op 1 april"


def test_counted_backwards(norm):
    limit = norm("De houder verzoekt uiterlijk vier weken voor het einde van de looptijd om verlenging.").termijn
    assert limit is not None
    assert limit.teruggerekend


@pytest.mark.parametrize(
    "text",
    [
        "De vergunning geldt voor vijf jaar.",
        "De aanvrager bewaart de bewijsstukken gedurende zeven jaren.",
        "Recht heeft degene die in de 36 weken voorafgaand aan de werkloosheid ten minste 26 weken heeft gewerkt.",
        "De persoon die de leeftijd van 18 jaar heeft bereikt, heeft recht op de toelage.",
        "De tegemoetkoming wordt verstrekt met ingang van 1 januari 2027.",
        "Een verblijf van ten minste drie maanden wordt gelijkgesteld met inwoning.",
        "De arbeidsongeschiktheid onmiddellijk voorafgaande aan de uitkering telt mee.",
        "De bijdrage die op 1 mei 2024 voor het jaar 2025 is vastgesteld, bedraagt € 20.",
    ],
)
def test_durations_ages_and_waiting_periods_are_no_limits(norms, text):
    assert [t.tekst for n in norms(text) for t in n.termijnen] == []


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("twaalf", 12),
        ("eenentwintig", 21),
        ("zesentwintig", 26),
        ("drieëntwintig", 23),
        ("negentig", 90),
        ("anderhalf", 1.5),
        ("28", 28),
        ("honderdtwintig", 120),
        ("weken", None),
    ],
)
def test_numbers(word, value):
    assert number(word) == value


@pytest.mark.parametrize(
    ("word", "value"), [("eerste", 1), ("achtste", 8), ("tweeënveertigste", 42), ("twintigste", 20), ("10e", 10), ("dag", None)]
)
def test_ordinals(word, value):
    assert ordinal(word) == value
