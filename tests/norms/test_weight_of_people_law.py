"""Room, burdens and acts by meaning and grammar: what the law itself exempts, force, form, and what is only supposed."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms.model import Ruimte


def _room(found):
    kinds = {n.ruimte for n in found}
    return next((kind for kind in (Ruimte.HARDHEIDSCLAUSULE, Ruimte.ONTSNAPPING) if kind in kinds), Ruimte.GEEN)


@pytest.mark.parametrize(
    ("text", "ruimte"),
    [
        ("Vrijstelling van leges wordt verleend voor de aanvraag van een minderjarige.", Ruimte.GEEN),
        ("Het college kan vrijstelling verlenen van het verbod, bedoeld in het eerste lid.", Ruimte.ONTSNAPPING),
        ("De ontheffing kan slechts worden verleend nadat de buren zijn gehoord.", Ruimte.GEEN),
        ("Een ontheffing kan onder voorschriften worden verleend.", Ruimte.GEEN),
        ("Het college kan onder voorschriften ontheffing verlenen van het verbod.", Ruimte.ONTSNAPPING),
        ("Indien zich bijzondere omstandigheden voordoen, doet de houder daarvan onverwijld melding aan het college.", Ruimte.GEEN),
        (
            "De ouder betaalt het bedrag binnen acht weken, tenzij bijzondere omstandigheden zich daartegen verzetten.",
            Ruimte.ONTSNAPPING,
        ),
        ("Het college kan de geldigheidsduur van de kaart in bijzondere gevallen verlengen.", Ruimte.GEEN),
        (
            "Indien uitvoering van dit besluit leidt tot onredelijke situaties, kan het college ten gunste van de aanvrager afwijken.",
            Ruimte.HARDHEIDSCLAUSULE,
        ),
        (
            "Indien geen verslag is ingediend en dit te wijten is aan de instelling, kan het college de instelling een boete opleggen.",
            Ruimte.GEEN,
        ),
    ],
)
def test_room_for_somebody_and_not_for_everybody(norms, text, ruimte):
    assert _room(norms(text)) is ruimte


@pytest.mark.parametrize(
    ("text", "belastend"),
    [
        ("De burgemeester is bevoegd de ontruiming van het pand te bevelen.", True),
        ("De officier van justitie beveelt de opheffing van de inbewaringstelling.", False),
        ("De toezichthouder is bevoegd tot toepassing van bestuursdwang.", True),
        ("De patiënt kan worden overgebracht naar een andere afdeling.", True),
        ("De beslissing kan worden aangehouden.", False),
        ("De inspecteur kan aan de werkgever eisen stellen over de wijze waarop de arbeid wordt verricht.", True),
        ("Een ontheffing kan onder beperkingen worden verleend.", True),
        ("De leerling kan worden ingeschreven onder de voorwaarde dat hij het ontbrekende vak alsnog haalt.", True),
        ("De vrijstelling wordt verleend aan een instelling die is gevestigd in een gebouw dat: a. uitsluitend wordt bewoond.", False),
        ("Het recht op de toeslag vervalt vanaf het moment dat niet meer aan de voorwaarden wordt voldaan.", True),
        ("Het recht op de uitkering vervalt met ingang van de dag waarop een toegekend pensioen ingaat.", True),
        ("De commissie verstrekt geen gegevens aan derden.", False),
        ("De aanvrager legt bewijsstukken over waaruit blijkt dat hij aan de eisen voldoet.", False),
        ("De houder legt jaarlijks bewijsstukken over waaruit blijkt dat hij aan de eisen voldoet.", True),
        ("Bij de melding legt de houder een plattegrond over.", False),
        ("Het verzoekschrift wordt door de verzoeker ondertekend en bevat zijn naam en adres.", False),
        ("De instelling van beroep geschiedt door de indiening van een beroepschrift.", False),
    ],
)
def test_burden_by_force_form_and_strings(norms, text, belastend):
    assert any(n.belastend for n in norms(text)) is belastend


@pytest.mark.parametrize(
    ("text", "doenlast"),
    [
        ("De verdachte kan geen verzet doen tegen het vonnis.", False),
        ("De minister geeft op de aanvraag een beschikking.", False),
        ("De minister verleent op aanvraag een subsidie.", True),
        ("Het college kan op hun daartoe strekkend verzoek scholen aanwijzen.", True),
        ("Het bestuur stelt de aanvrager onder opgave van redenen in kennis van het besluit.", False),
        ("Het openbaar lichaam kan in rechte vorderen dat de gedraging wordt verboden.", False),
        ("Het college kan aan een verhuurder een eis stellen over het onderhoud.", True),
        ("Indien bezwaar wordt gemaakt tegen een besluit over arbeidsongeschiktheid, beslist het UWV binnen zeventien weken.", True),
        ("Een verplichting tot geheimhouding kan slechts worden opgelegd indien het belang van de staat dit vordert.", False),
        ("Het college kan aan de vergunning het voorschrift verbinden dat de houder alsnog zal voldoen aan de opleidingseis.", True),
    ],
)
def test_acts_that_are_asked_and_acts_that_are_not(norms, text, doenlast):
    assert any(n.doenlast for n in norms(text)) is doenlast


@pytest.mark.parametrize(
    ("text", "bevoegdheid"),
    [
        ("Het college kan besluiten de aanvraag niet te behandelen.", "discretionair"),
        ("De minister besluit tot terugvordering van de toelage indien de houder geen verslag uitbrengt.", "gebonden"),
        ("De minister kent de ambtenaar die naar het oordeel van een arts ziek is op aanvraag een vergoeding toe.", "gebonden"),
        ("Het college kent de ouder die naar zijn oordeel hulp nodig heeft een vergoeding toe.", "discretionair"),
    ],
)
def test_who_is_left_to_choose(norms, text, bevoegdheid):
    assert {n.bevoegdheid for n in norms(text)} == {bevoegdheid}


def test_what_government_bears_is_no_burden(norms):
    found = norms("De kosten van de uitkering worden ten laste van het fonds gebracht.")
    assert not any(n.belastend or n.doenlast or n.bevoegdheid != "geen" for n in found)


@pytest.mark.parametrize(
    ("text", "voor"),
    [
        ("De ouder verstrekt de gegevens uiterlijk bij het doen van de aangifte.", ["burger"]),
        ("Tussen zes en tien weken na afloop van het jaar dient de houder een aanvraag tot vaststelling in.", ["burger"]),
        ("De werkgever verstrekt voor het verstrijken van het jaar een opgave aan de werknemer.", ["burger"]),
        ("De rechten van de uitgever vervallen door verloop van vijftig jaren na de eerste uitgave.", []),
        ("De leerling heeft recht op de toelage op een tijdstip gelegen binnen een jaar na die datum.", []),
        ("Het bestuur beoordeelt de tijdig ingediende aanvragen aan de hand van de volgende maatstaven.", []),
        (
            "De beschikking wordt ingetrokken indien binnen zes maanden na de verlening, geen aanvang is gemaakt met de bouw.",
            ["burger"],
        ),
    ],
)
def test_limits_by_their_grammar(norms, text, voor):
    assert [t.voor for n in norms(text) for t in n.termijnen] == voor
