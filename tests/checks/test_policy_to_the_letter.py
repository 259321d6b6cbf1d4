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


@pytest.mark.parametrize(
    "sentence",
    [
        "Het college past deze beleidsregel zonder uitzondering op de inwoner toe.",
        "Deze beleidsregel wordt in alle gevallen onverkort toegepast.",
    ],
)
def test_a_policy_applied_in_every_case_is_one_without_exception(sentence: str) -> None:
    (finding,) = of(CHECK, POLICY.format(sentence))
    assert "4:84" in finding.ground


@pytest.mark.parametrize(
    "sentence",
    [
        "Het college vordert de toelage van de inwoner terug, ook als de inwoner te veel ontving door een vergissing van de gemeente.",
        "De toelage van de inwoner wordt ingetrokken, ongeacht of de fout bij het college lag.",
        "Zelfs indien dit te wijten is aan het college, betaalt de inwoner de toelage terug.",
    ],
)
def test_a_mistake_of_the_authority_that_the_other_pays_for_is_told(sentence: str) -> None:
    (finding,) = of(CHECK, POLICY.format(sentence))
    assert "fout van de overheid zelf" in finding.message


@pytest.mark.parametrize(
    "sentence",
    [
        "Het college vordert de toelage niet terug indien de inwoner te veel ontving door een vergissing van de gemeente.",
        "Ook indien de inwoner een fout maakt, vraagt het college om een toelichting.",
        "Ook indien door een fout van het college geen besluit is genomen, ontvangt de inwoner de toelage.",
        "Het college vordert terug, ook als door een vergissing van de gemeente is betaald, tenzij de inwoner dat niet kon weten.",
        "Het college past deze beleidsregel in alle gevallen toe, tenzij dat voor de inwoner onevenredig is.",
    ],
)
def test_one_that_he_does_not_pay_for_is_not(sentence: str) -> None:
    assert of(CHECK, POLICY.format(sentence)) == []


def test_a_policy_cannot_shorten_the_time_for_payment() -> None:
    text = "Artikel 1\nDe inwoner betaalt de vordering binnen drie weken.\n\nArtikel 2\nDeze {} treedt in werking op 1 mei 2031.\n"
    (policy,) = of("afwijking-awb-termijn", text.format("beleidsregel"))
    assert "een beleidsregel is dat niet" in policy.ground
    (by_law,) = of("afwijking-awb-termijn", text.format("verordening"))
    assert "een beleidsregel" not in by_law.ground


ONLY = "Artikel 1\n1. De inwoner betaalt de schuld terug.\n2. Uitstel wordt {} verleend indien het verzoek binnen een week is gedaan.\n"


def test_what_must_be_asked_for_in_time_gives_no_more_time_to_ask() -> None:
    assert [f for f in of("korte-termijn", ONLY.format("slechts")) if "een week" in f.message]
    later = "3. Het college kan de termijn, genoemd in het tweede lid, verlengen.\n"
    assert of("korte-termijn", ONLY.format("slechts") + later) == []


LOST = "De inwoner die één termijn mist, verliest het recht op de betalingsregeling en is de gehele som ineens verschuldigd."


@pytest.mark.parametrize("more", ["", "\n2. Het college kan een nieuwe betalingsregeling aanbieden."])
def test_an_arrangement_that_is_lost_softens_nothing(more: str) -> None:
    (finding,) = of("alles-of-niets", f"Artikel 1\n1. {LOST}{more}\n")
    assert ("verzachten" in finding.explanation) is bool(more)
