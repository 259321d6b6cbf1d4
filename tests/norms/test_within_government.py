"""What stays within government, who acts by what only somebody can do, and what a regulation about things asks."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms.model import Soort
from doenvermogentoets.norms.persons import agentive, body
from doenvermogentoets.norms.private import about_things, thing

_TITLE_OF_THINGS = "Besluit houdende technische voorschriften voor hefkranen"


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("Wordt het wetsvoorstel verworpen, dan trekken Wij de maatregel onverwijld in.", Soort.PROCEDURE),
        ("De reglementen, bedoeld in hoofdstuk 3, worden vastgesteld door Onze Minister.", Soort.PROCEDURE),
        ("Aan een gemeente waarin een school is gevestigd, wordt door Onze Minister jaarlijks een bijdrage verstrekt.", Soort.PROCEDURE),
        (
            "Blijkt uit de verantwoordingsinformatie dat de uitkering onrechtmatig is besteed, dan wordt de uitkering teruggevorderd.",
            Soort.PROCEDURE,
        ),
        ("Aan een ouder die geen inkomen heeft, wordt door het college een bijdrage verstrekt.", Soort.BEVOEGDHEID),
        ("Onze Minister kan de subsidie van een ondernemer intrekken indien hij niet aan de voorwaarden voldoet.", Soort.BEVOEGDHEID),
    ],
)
def test_rules_and_money_between_authorities(norms, text, soort):
    assert {n.soort for n in norms(text)} == {soort}


def test_the_same_instrument_goes_on_in_a_second_clause(norms):
    found = norms(
        "Bij ministeriële regeling kunnen eisen worden gesteld aan de aanwijzing en kan worden bepaald wanneer zij wordt ingetrokken."
    )
    assert {n.soort for n in found} == {Soort.DELEGATIE}


@pytest.mark.parametrize(
    "text",
    [
        "De entiteit voor risico-acceptatie legt binnen drie maanden de gegevens over.",
        "Instanties die voor een aanwijzing in aanmerking willen komen, doen daartoe een aanvraag bij Onze Minister.",
        "De mediator verplicht zich beschikbaar te zijn.",
    ],
)
def test_whoever_does_what_only_somebody_can_do_has_a_duty(norms, text):
    (norm,) = norms(text)
    assert norm.soort is Soort.PLICHT
    assert norm.adressaat.rol == "burger"
    assert norm.adressaat.zekerheid != "hoog"


def test_a_body_that_decides_about_somebody_has_a_power(norms):
    (norm,) = norms("Het Stimuleringsfonds stelt de subsidie ambtshalve op nihil vast als de werkgever de termijn overschrijdt.")
    assert norm.soort is Soort.BEVOEGDHEID


def test_how_a_body_comes_to_its_own_decisions_is_procedure(norms):
    (norm,) = norms("Bij staking van stemmen brengt elke centrale opnieuw een stem uit.")
    assert norm.soort is Soort.PROCEDURE


def test_forms_of_persons_and_bodies():
    assert agentive("geneesheer-adviseur")
    assert body("gevangenisdirecteur")
    assert not body("aanvraagformulier")


def test_ends_of_things_that_are_none():
    assert thing("waterleiding")
    assert not thing("deeltijdopleiding")
    assert not thing("gewetensbezwaren")


@pytest.mark.parametrize(
    ("title", "things"),
    [
        ("Warenwetbesluit Gebak en koekjes", True),
        (_TITLE_OF_THINGS, True),
        ("Besluit mandaat en machtiging keuring vaartuigen", False),
        ("Regeling vergoeding reiskosten examencommissies", False),
    ],
)
def test_a_title_says_whether_a_regulation_is_about_things(title, things):
    assert about_things(f"## {title}\n\nArtikel 1\n") is things


_BOOKS = ("Wet houdende regels inzake de verwerking van politiegegevens", "De minister houdt toezicht.")


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("De verantwoordelijke meldt de functionaris aan bij de autoriteit.", Soort.PROCEDURE),
        ("De werknemer meldt het verlies van de pas aan de werkgever.", Soort.PLICHT),
    ],
)
def test_in_a_law_about_its_own_data_government_keeps_its_own_books(analyse, text, soort):
    title, first = _BOOKS
    found = analyse(f"{title}\n", first, text).provisions[-1].norms
    assert {n.soort for n in found} == {soort}


def test_how_a_register_is_filled_is_procedure(norms):
    (norm,) = norms("Onze Minister houdt een registratie bij van de boeten die aan een houder zijn opgelegd.")
    assert norm.soort is Soort.PROCEDURE
