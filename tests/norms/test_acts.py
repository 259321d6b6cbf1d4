"""What citizens must do themselves."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("De houder doet van de verhuizing mededeling aan het college.", "melden"),
        ("De belanghebbende kan bezwaar maken.", "bezwaar"),
        ("De huurder kan tegen de uitspraak in verzet gaan bij de commissie.", "verzet"),
        ("Een aanvraag heeft uitsluitend betrekking op een van de kavels.", "aanvragen"),
        ("Vindt de mededeling later plaats, dan vervalt de korting.", "melden"),
        ("De pas vervalt indien de leges niet binnen tien dagen na de herinnering zijn voldaan.", "betalen"),
        (
            "Het college kan van invordering afzien, indien de persoon van wie wordt ingevorderd:\n"
            "a. vijf jaar volledig aan zijn betalingsverplichtingen heeft voldaan; of\nb. de helft van de schuld heeft betaald.",
            "betalen",
        ),
    ],
)
def test_acts_of_a_citizen(norms, text, soort):
    acts = [h.soort for n in norms(text) for h in n.handelingen]
    assert soort in acts or acts == ["handelen"]
    assert any(n.doenlast for n in norms(text))


def test_a_light_verb_is_named_after_what_is_done_once(norm):
    assert [h.soort for h in norm("De houder doet van de verhuizing mededeling aan het college.").handelingen] == ["melden"]


def test_a_limit_for_a_citizen_supposes_an_act(norms):
    (norm,) = norms("Het college stelt de bewoner in de gelegenheid binnen twee weken zijn mening te geven.")
    assert norm.doenlast


@pytest.mark.parametrize(
    "text",
    [
        "Het college stelt het peil vast voor een gebied waarvoor een vergunning is aangevraagd.",
        "De uitkering wordt betaald tot de dag waarop de werknemer zestig jaar wordt.",
        "Het bezwaarschrift tegen de herziening wordt geacht mede te zijn gericht tegen de boete.",
        "Een daartoe strekkend voorstel van wet wordt zo spoedig mogelijk ingediend.",
        "Het verzoek wordt niet-ontvankelijk verklaard indien de verzoeker het voorschot niet binnen de in het vierde lid genoemde termijn "
        "heeft voldaan.",
    ],
)
def test_what_only_describes_or_is_asked_elsewhere_is_no_act(norms, text):
    assert not any(n.doenlast for n in norms(text))


@pytest.mark.parametrize(
    ("text", "ruimte"),
    [
        ("Bij de hoogte van de boete wordt de mate waarin het verzuim aan de houder kan worden verweten beoordeeld.", "ontsnapping"),
        ("Het college kan de pas intrekken indien de houder niet aantoont dat de schade niet aan hem is toe te rekenen.", "ontsnapping"),
        ("Geen recht op toeslag bestaat indien de schade het gevolg is van nalaten dat hem redelijkerwijs kan worden verweten.", "geen"),
    ],
)
def test_words_of_excuse_that_stand_apart(norms, text, ruimte):
    assert {n.ruimte.value for n in norms(text)} == {ruimte}


@pytest.mark.timeout(20)
def test_a_repeated_wording_of_a_request_is_read_at_once(norms):
    """«een daartoe strekkend» could once be read whole or as «een» and «daartoe strekkend»: thirty of them took 2**30 attempts."""
    assert norms(f"Het college geeft op {'een daartoe strekkend ' * 30}schrijven de houder een pas.")
