"""A beleidsregel from which nobody departs (Awb 4:84), and a power that is used in every case."""

from __future__ import annotations

import pytest
from voorstellen import of

CHECK = "waarborg-uitgesloten"
POLICY = (
    "Artikel 1\nDe inwoner betaalt de vordering terug.\n\nArtikel 2\n{}\n\nArtikel 3\nDeze beleidsregel treedt in werking op 1 mei 2031.\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "De burgemeester wijkt in geen geval af van deze beleidsregel.",
        "Van deze beleidsregel wordt nooit afgeweken.",
        "Er kan niet van dit beleid worden afgeweken.",
        "Afwijking van deze beleidsregel is niet mogelijk.",
    ],
)
def test_a_policy_without_exception_is_asked_which_act_allows_it(sentence: str) -> None:
    (finding,) = of(CHECK, POLICY.format(sentence))
    assert "4:84" in finding.ground
    assert finding.question.startswith("Welke wet staat toe dat deze beleidsregel")


@pytest.mark.parametrize(
    "sentence",
    [
        "De burgemeester wijkt niet af van deze beleidsregel, tenzij de gevolgen voor de inwoner onevenredig zijn.",
        "De burgemeester wijkt niet af van deze beleidsregel ten nadele van de inwoner.",
        "De burgemeester wijkt af van deze beleidsregel indien dat nodig is.",
        "Een besluit van de inwoner wijkt niet af van de aanvraag.",
    ],
)
def test_one_with_an_exception_is_not(sentence: str) -> None:
    assert of(CHECK, POLICY.format(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Het college ziet nooit af van invordering bij de inwoner, ook niet indien hij geen inkomen heeft.",
        "Het college maakt zonder uitzondering gebruik van zijn bevoegdheid om van de inwoner terug te vorderen.",
        "Schulden van de inwoner worden in geen geval kwijtgescholden.",
    ],
)
def test_a_power_that_is_used_in_every_case_is_asked_for_its_room(sentence: str) -> None:
    (finding,) = of(CHECK, POLICY.format(sentence))
    assert finding.ground.startswith("Awb 3:4")


@pytest.mark.parametrize(
    "sentence",
    [
        "Het college ziet af van invordering bij de inwoner.",
        "Het college ziet niet af van invordering bij de inwoner, tenzij daarvoor dringende redenen zijn.",
        "Het college ziet niet af van invordering enkel omdat de inwoner is verhuisd.",
        "Het college maakt gebruik van zijn bevoegdheid om van de inwoner terug te vorderen.",
        "Schulden van de inwoner worden na drie jaar kwijtgescholden.",
    ],
)
def test_a_power_with_room_is_not(sentence: str) -> None:
    assert of(CHECK, POLICY.format(sentence)) == []
