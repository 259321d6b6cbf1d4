from __future__ import annotations

import pytest

from doenvermogentoets.norms import clauses
from doenvermogentoets.norms.clauses import parse
from doenvermogentoets.norms.model import Soort


def mains(text: str) -> list[str]:
    """The finite verbs of the main clauses of one sentence."""
    words = tuple(text.lower().split())
    return [words[clause.finite] for clause in parse(words, (False,) * len(words)).mains]


@pytest.mark.parametrize(
    ("text", "finite"),
    [
        ("Bedragen die niet zijn opgehaald of zijn teruggestort binnen een jaar worden door het college niet meer betaald .", "worden"),
        ("Een toeslag waarvan het besluit een datum heeft die ligt voor 1 mei , wordt in juni betaald .", "wordt"),
        ("Aanspraken die voortvloeien uit een overeenkomst , gaan over op de gemeente .", "gaan"),
        ("Indien de vergunning is geschorst of vervallen , meldt de houder dit .", "meldt"),
        ("Een beschikking die gaat over het al dan niet bestaan van een recht , wordt schriftelijk gegeven .", "wordt"),
        ("Het college meldt dit aan de gemeente waar de ouder woont .", "meldt"),
        ("Een bewoner die vorig jaar recht had op een toeslag maar nu geen recht meer heeft , ontvangt een bedrag .", "ontvangt"),
        ("Teneinde de bewoner inzicht te bieden in de kosten , stellen de verhuurders een overzicht op .", "stellen"),
        ("De over de vorige periode verleende toeslag wordt verrekend .", "wordt"),
        ("Een aanvraag over het verzekerd zijn kan door de werknemer worden ingediend .", "kan"),
        ("Indien de kosten hoger zijn dan de bijdrage , bepalen burgemeester en wethouders het verschil .", "bepalen"),
        ("De plicht geldt niet indien het feit kan worden vastgesteld op grond van het register of kan worden opgevraagd .", "geldt"),
        ("De huurder betaalt de schade tenzij hij de Dienst Wonen binnen een week na de ontdekking heeft gewaarschuwd .", "betaalt"),
        ("Het college kan de voorziening weigeren indien de cliënt verhuist en weigert mee te werken .", "kan"),
    ],
)
def test_the_one_main_verb(text: str, finite: str) -> None:
    assert mains(text) == [finite]


@pytest.mark.parametrize(
    ("text", "finites"),
    [
        ("Het college stelt het bedrag vast en zendt de beschikking aan de ouder .", ["stelt", "zendt"]),
        ("De vergunning wordt verleend voor vijf jaar en kan worden verlengd .", ["wordt", "kan"]),
    ],
)
def test_coordinated_main_clauses_stay_two(text: str, finites: list[str]) -> None:
    assert mains(text) == finites


@pytest.mark.parametrize(
    ("text", "werkwoord"),
    [
        ("De monsters worden voor zover mogelijk aan de eigenaar teruggegeven.", "teruggeven"),
        ("Het college trekt, indien nodig, de vergunning in.", "intrekken"),
    ],
)
def test_a_condition_of_an_adjective_only_is_no_clause(norm, text, werkwoord):
    assert norm(text).werkwoord == werkwoord


@pytest.mark.parametrize(
    "text",
    [
        "De vergunning wordt verleend aan de vreemdeling die arbeid verricht of wil verrichten.",
        "De vergunning wordt geweigerd, indien de houder niet is ingeschreven, geen zienswijze heeft gegeven of niet is verschenen.",
        "De stichting wordt erkend, indien zij is ingeschreven in het register, en haar betrouwbaarheid voldoende is gewaarborgd.",
    ],
)
def test_a_coordinated_condition_is_no_norm_of_its_own(norm, text):
    assert norm(text).soort is Soort.BEVOEGDHEID


@pytest.mark.parametrize(
    "text",
    [
        "de houder meldt noch betaalt de schade die hij heeft veroorzaakt .",
        "het college verleent noch weigert de vergunning .",
        "de raad stelt vast noch wijzigt hij het plan .",
    ],
)
def test_no_clause_is_empty_when_nothing_parts_two_main_verbs(text):
    words = tuple(text.split())
    mains = clauses.parse(words, (False,) * len(words)).mains
    assert mains
    assert all(main.first <= main.finite <= main.last for main in mains)
