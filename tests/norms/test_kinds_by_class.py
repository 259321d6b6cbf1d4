"""Kinds of norm, per class of wording that is easily taken for another kind."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms.model import Soort


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("Het college zendt de ouder een afschrift van het besluit.", Soort.PLICHT),
        ("Het college zendt Onze Minister een afschrift van het besluit.", Soort.PROCEDURE),
        ("Op verzoek van Onze Minister verstrekt het UWV gegevens over de kosten van de jongere.", Soort.PROCEDURE),
        ("Onze Minister kan aan het college een aanwijzing geven.", Soort.PROCEDURE),
        ("Het meerjarenplan bevat de doelen voor de huisvesting.", Soort.PROCEDURE),
        ("De griffier stelt partijen in kennis van de uitspraak en wijst hen op het hoger beroep.", Soort.PLICHT),
        ("De kantonrechter sluit daarna het onderzoek.", Soort.PROCEDURE),
        ("De voordracht wordt niet gedaan dan nadat de provincies zijn gehoord.", Soort.PROCEDURE),
    ],
)
def test_a_duty_of_an_authority_that_touches_nobody_is_procedure(norms, text, soort):
    assert {n.soort for n in norms(text)} == {soort}
    assert {n.adressaat.rol for n in norms(text)} == {"overheid"}


@pytest.mark.parametrize(
    ("text", "soorten"),
    [
        ("De uitkering wordt maandelijks door het UWV uitbetaald.", {Soort.PLICHT}),
        ("De huurcommissie toetst het voorstel van de verhuurder aan de maximale huurprijs.", {Soort.PLICHT}),
        ("Onze Minister past de bedragen, genoemd in artikel 4, jaarlijks aan de consumentenprijsindex aan.", {Soort.PLICHT, Soort.WAARDE}),
        ("Een herziening van de toeslag vindt plaats zonder dat dit bij beschikking is vastgesteld.", {Soort.RECHTSGEVOLG}),
        ("De gemeenteraad kan ontheffing verlenen van de verplichting in de gemeente te wonen.", {Soort.BEVOEGDHEID}),
        ("De lening wordt omgezet in een gift indien de student het diploma behaalt.", {Soort.BEVOEGDHEID}),
        ("Een aanvraag die niet volledig is, wordt niet in behandeling genomen.", {Soort.BEVOEGDHEID}),
    ],
)
def test_paying_and_indexing_decide_nothing_about_somebody(norms, text, soorten):
    assert {n.soort for n in norms(text)} == soorten


@pytest.mark.parametrize(
    "text",
    [
        "Kind is de minderjarige die bij de ouder woont en op zijn adres is ingeschreven.",
        "Meldingsbevoegde is voorts een functionaris die afspraken met het college heeft gemaakt.",
        "De werknemer is verwijtbaar werkloos geworden indien hij zelf ontslag heeft genomen.",
        "De verplichting is niet behoorlijk nagekomen indien de melding te laat is gedaan.",
        "Voor deze regeling is de maandag de eerste dag van de week.",
    ],
)
def test_a_qualification_is_a_definition(norm, text):
    found = norm(text)
    assert found.soort is Soort.DEFINITIE
    assert found.adressaat is None


def test_an_inverted_copula_is_no_definition(norm):
    found = norm("Voldoet de huurder een termijn niet op tijd, dan is het restant terstond opeisbaar.")
    assert found.soort is Soort.RECHTSGEVOLG


@pytest.mark.parametrize(
    ("text", "soorten"),
    [
        ("De verhuurder verstrekt de bij ministeriële regeling te bepalen gegevens aan de huurder.", {Soort.PLICHT, Soort.DELEGATIE}),
        (
            "Bij ministeriële regeling worden regels gesteld over de aanvraag. Daarbij kan worden afgeweken van artikel 3.",
            {Soort.DELEGATIE},
        ),
        ("Bij algemene maatregel van bestuur kan het bedrag worden vervangen door een ander bedrag.", {Soort.DELEGATIE}),
        ("De maatregel treedt niet in werking dan nadat vier weken zijn verstreken.", {Soort.PROCEDURE}),
        ("Deze wet treedt in werking op 1 juli.", {Soort.SLOT}),
    ],
)
def test_lower_rules(norms, text, soorten):
    assert {n.soort for n in norms(text)} == soorten


@pytest.mark.parametrize(
    "text",
    [
        "In het eerste jaar na inwerkingtreding van deze wet wordt onder inkomen verstaan: het loon.",
        "Artikel 6, zoals dit lid op 30 juni luidde, blijft van toepassing op lopende aanvragen.",
        "Op een verzoek van voor de intrekking van die wet blijft het derde lid van toepassing.",
    ],
)
def test_transitional_law_is_slot_too(norms, text):
    assert Soort.SLOT in {n.soort for n in norms(text)}


def test_a_power_in_the_relative_clause_of_an_offence(norm):
    found = norm("Indien de houder geen aangifte doet, vormt dit een verzuim ter zake waarvan de inspecteur een boete kan opleggen.")
    assert (found.soort, found.bevoegdheid, found.belastend) == (Soort.BEVOEGDHEID, "discretionair", True)


def test_a_refusal_by_the_citizen_is_no_decision(norm):
    found = norm("Het college kan de voorziening weigeren indien de cliënt verhuist en weigert mee te werken.")
    assert (found.bevoegdheid, found.richting) == ("discretionair", "nadelig")


def test_an_institution_in_between_is_not_certain(norm):
    found = norm("De zorgverzekeraar meldt de verzekerde aan bij het register.")
    assert found.adressaat is not None
    assert found.adressaat.zekerheid != "hoog"


def test_a_legal_form_does_not_make_a_known_authority_a_citizen(analyse):
    found = analyse(
        "In deze wet wordt verstaan onder:\na. Wlz-uitvoerder: rechtspersoon die de verzekering uitvoert;\nb. kind: minderjarige.",
        "De Wlz-uitvoerder beslist binnen acht weken op de aanvraag van de verzekerde.",
    )
    who = found.provisions[1].norms[0].adressaat
    assert who is not None
    assert who.rol == "overheid"


def test_the_passive_with_another_s_words_in_it_has_no_agent(norm):
    found = norm("De zekerheid wordt gesteld op de door Onze Minister voorgeschreven wijze.")
    assert found.adressaat is None or found.adressaat.span is None


def test_an_effect_concerns_whose_right_it_is_about(norm):
    found = norm("Het recht op de toeslag eindigt op de dag waarop de Dienst Toeslagen de beschikking bekendmaakt.")
    assert found.adressaat is not None
    assert (found.adressaat.rol, found.adressaat.zekerheid) == ("burger", "laag")


def test_a_fixed_amount_when_something_was_not_done_leaves_nothing_to_decide(norm):
    found = norm("Zijn de gegevens niet ontvangen, dan stelt het CAK de bijdrage voor het jaar vast op € 300 per maand.")
    assert (found.bevoegdheid, found.richting, found.belastend) == ("gebonden", "nadelig", True)


def test_het_stands_for_an_organ(norms):
    found = norms("Indien het college de aanvrager de toegang weigert, deelt het deze beslissing schriftelijk mede aan de aanvrager.")
    assert [n.adressaat.rol for n in found if n.adressaat] == ["overheid"]
