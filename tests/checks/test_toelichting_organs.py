"""Authorities of a toelichting that the bill does not know, or that do what another does by the bill; and what only looks like it."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

BILL = """Artikel 2. Ligplaats
1. Het college wijst op aanvraag een ligplaats toe aan de bewoner van een woonboot.
2. Het college beslist binnen acht weken op de aanvraag.
3. De havencommissie adviseert het college over de aanvraag.

Artikel 3. Liggeld
1. De bewoner betaalt liggeld.
2. Het college vordert te weinig betaald liggeld na.

Artikel 4. Verplaatsing
1. De bewoner meldt een verplaatsing van de woonboot aan het college.
2. De inspectie onderzoekt de kade.

Artikel 5. Intrekking
Het college trekt de toewijzing in indien de bewoner de woonboot onbewoond laat.
"""
HEAD = "TOELICHTING\n\n1. Algemeen\nDeze verordening regelt het wonen op het water.\n\n2. Hoofdlijnen\n"


def found(passage: str, head: str = HEAD) -> bool:
    return bool(against("tegenspraak-orgaan", BILL, f"{head}{passage}"))


@pytest.mark.parametrize(
    "passage",
    [
        "De regionale ligplaatsencommissie beslist op de aanvraag van een ligplaats.",
        "Stichting Haven en Water wijst de ligplaats toe aan de bewoner van een woonboot.",
        "Over de aanvraag van een ligplaats wordt beslist door het Waterinstituut.",
        "Kan de bewoner het liggeld niet ineens betalen, dan treft het Havenfonds een betalingsregeling met hem.",
        "De bewoner meldt een verplaatsing van de woonboot bij de Commissie vaarwegen.",
        "De aanvraag van een ligplaats wordt ingediend bij het UWV.",
        "Voor de verplaatsing van een woonboot geldt dat de burgemeester daarmee schriftelijk instemt.",
        "Voordat de toewijzing wordt ingetrokken, hoort de Woonbotenkamer de bewoner van de woonboot.",
        "De Waterautoriteit kan de toewijzing intrekken als de bewoner de woonboot onbewoond laat.",
    ],
)
def test_an_authority_that_the_bill_does_not_know(passage: str) -> None:
    assert found(passage)


@pytest.mark.parametrize(
    "passage",
    [
        # an opinion, advice, other law, the past, an own role
        "De Vereniging van Woonbooteigenaren vindt dat een aanvraag van een ligplaats sneller moet gaan.",
        "Het Waterinstituut adviseert over de aanvraag van een ligplaats.",
        "Tot nu toe besliste de Ligplaatsencommissie op de aanvraag van een ligplaats.",
        "Tegen de toewijzing van een ligplaats staat beroep open bij de rechtbank, die over de aanvraag oordeelt.",
        "Overwogen is of het Havenfonds het liggeld zou kunnen innen.",
        "De Autoriteit persoonsgegevens houdt toezicht op de gegevens van de bewoner van een woonboot.",
        # no act of authority, no institution
        "De bewoner legt zijn woonboot bij de Zeilvereniging aan de kade.",
        "Het Watermuseum toont de geschiedenis van de ligplaats en de woonboot.",
        "De voorraad ligplaatsen voor woonboten wordt ieder jaar bepaald.",
        # the authority of the bill, and the one it may be
        "De inspectie onderzoekt de kade bij een verplaatsing van de woonboot.",
        "De gemeente beslist op de aanvraag van een ligplaats.",
        # it acts in the name of the authority of the bill
        "De Stichting Havenbeheer wijst de ligplaats toe aan de bewoner van een woonboot. De stichting doet dit namens het college.",
        "De havendienst wijst de bewoner van een woonboot een ligplaats toe.",
    ],
)
def test_what_is_no_unknown_authority(passage: str) -> None:
    assert not found(passage)


def test_under_a_heading_about_advice_it_is_no_task() -> None:
    passage = "De Ligplaatsencommissie beslist op de aanvraag van een ligplaats."
    assert found(passage)
    assert not found(passage, HEAD.replace("Hoofdlijnen", "Consultatie"))


@pytest.mark.parametrize(
    "passage",
    [
        "De havencommissie neemt binnen acht weken een besluit op de aanvraag van een ligplaats.",
        "De havencommissie wijst op aanvraag een ligplaats toe aan de bewoner van een woonboot.",
        "De inspectie trekt de toewijzing in als de bewoner de woonboot onbewoond laat.",
        "De inspectie vordert te weinig betaald liggeld na bij de bewoner.",
        "Op de aanvraag van een ligplaats beslist de havencommissie.",
    ],
)
def test_an_authority_that_does_what_another_does_by_the_bill(passage: str) -> None:
    assert found(passage)


@pytest.mark.parametrize(
    "passage",
    [
        "De havencommissie adviseert binnen acht weken over de aanvraag van een ligplaats.",
        "Het college wijst op advies van de havencommissie een ligplaats toe aan de bewoner.",
        "Het college neemt binnen acht weken een besluit op de aanvraag van een ligplaats.",
        "De inspectie onderzoekt de kade en bericht het college, dat de toewijzing intrekt.",
        "Het college vordert te weinig betaald liggeld na.",
    ],
)
def test_each_does_its_own(passage: str) -> None:
    assert not found(passage)


PARKEREN = """Artikel 2. Vergunning
1. Het college verleent op aanvraag een parkeervergunning aan de bewoner.
2. De bewoner toont de vergunning op verzoek van de Parkeerautoriteit.

Artikel 3. Tarief
1. Het college stelt het tarief vast op anderhalf maal het gebruikelijke uurtarief indien de bewoner geen kenteken opgeeft.
2. Het college kan een boete opleggen aan de bewoner die het kenteken niet opgeeft.
3. Het college kan de termijn voor het opgeven van het kenteken op verzoek met drie weken verlengen.
"""


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        # a body with a part of its own in the bill, in the act of another
        ("De Parkeerautoriteit stelt het uurtarief dan vast op 150 procent van wat eerder gebruikelijk was.", True),
        ("De Parkeerautoriteit legt de boete op, zo blijkt ook uit de uitvoeringstoets.", True),
        ("De burgemeester legt de boete op, aldus de uitvoeringstoets.", True),
        ("Soms is meer tijd nodig. Een uitstel van drie weken is daarom mogelijk. Het Regionaal Parkeerfonds verleent dat uitstel.", True),
        ("De Parkeerautoriteit vraagt de bewoner de vergunning te tonen.", False),
        ("De Parkeerautoriteit controleert of het kenteken klopt.", False),
        ("De Parkeerautoriteit stelt namens het college het uurtarief vast op anderhalf maal het gebruikelijke.", False),
        ("Volgens de uitvoeringstoets legt de burgemeester nu soms een boete op.", False),
        ("Wie ziek is, vraagt zijn werkgever om uitstel. Het Parkeerfonds betaalt dat loon.", False),
    ],
)
def test_the_act_of_another_body_of_the_bill(passage: str, expected: bool) -> None:
    assert bool(against("tegenspraak-orgaan", PARKEREN, f"{HEAD}{passage}")) is expected
