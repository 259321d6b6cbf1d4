"""A decision of which the law lays down what it becomes leaves nothing to choose, however the amount is told."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "richting"),
    [
        (
            "Indien de meterstand niet is doorgegeven, stelt het college het verbruik vast op anderhalf maal het verbruik van vorig jaar.",
            "nadelig",
        ),
        (
            "Is de verklaring niet ontvangen, dan stelt de inspecteur het aantal ligplaatsen vast op het dubbele van het vorige aantal.",
            "nadelig",
        ),
        ("Indien de huurder minder uren heeft gehuurd, stelt het bestuur de toelage naar evenredigheid lager vast.", "nadelig"),
        ("Indien minder is gebouwd dan begroot, stelt de minister de subsidie lager vast.", "nadelig"),
        ("Indien de bewoner minder draagkrachtig is, stelt het college de bijdrage lager vast.", "gunstig"),
        ("Het college stelt de bijdrage lager vast, indien de ouder de opgave niet heeft gedaan.", "nadelig"),
        ("Indien de activiteiten maar deels zijn uitgevoerd, stelt het college de bijdrage lager vast.", "nadelig"),
        ("Indien de cliënt niet meer samenwoont, stelt het college de eigen bijdrage lager vast.", "gunstig"),
        ("Het college stelt de toelage vast op de helft van het bedrag, bedoeld in het eerste lid.", "neutraal"),
    ],
)
def test_what_it_becomes_is_laid_down(norms, text, richting):
    (found,) = [n for n in norms(text) if n.werkwoord == "vaststellen"]
    assert (found.bevoegdheid, found.richting) == ("gebonden", richting)


@pytest.mark.parametrize(
    "text",
    [
        "Het college stelt de hoogte van de toelage van de aanvrager vast.",
        "Het college kan de toelage lager vaststellen.",
        "Het college kan de toelage van de aanvrager vaststellen op de helft.",
        "Het college stelt op verzoek van de aanvrager de hoogte van de toelage vast.",
    ],
)
def test_a_decision_that_is_left_open_stays_a_choice(norms, text):
    (found,) = [n for n in norms(text) if n.werkwoord == "vaststellen"]
    assert found.bevoegdheid == "discretionair"


@pytest.mark.parametrize(
    ("text", "richting"),
    [
        ("De inspecteur vermindert op verzoek de heffing met een kwart, indien de stal is afgebrand.", "gunstig"),
        ("Het college herziet de vaststelling, indien de bewoner binnen zes weken aantoont dat het verbruik lager was.", "gunstig"),
        ("Het college vermindert de toelage met de bijdrage van de huisgenoot.", "nadelig"),
        ("Het college vermindert de bijdrage met een derde, indien de stukken niet op tijd zijn overgelegd.", "nadelig"),
        ("Het college vermindert de bijdrage met een derde, indien het inkomen van de bewoner is gedaald.", "gunstig"),
        ("Het college herziet de toelage, indien de bewoner niet binnen zes weken aantoont dat hij er woont.", "nadelig"),
        ("Het college herziet de toelage, indien blijkt dat de bewoner is verhuisd.", "nadelig"),
    ],
)
def test_less_to_pay_and_what_is_proved_by_the_payer_are_in_his_favour(norms, text, richting):
    assert {n.richting for n in norms(text) if n.soort.value == "bevoegdheid"} == {richting}
