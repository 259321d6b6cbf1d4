"""Room, burdens and acts in laws that no rule was made after: by who does what to whom, not by listed sentences."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms.model import Ruimte


def _room(found):
    kinds = {n.ruimte for n in found}
    return next((kind for kind in (Ruimte.HARDHEIDSCLAUSULE, Ruimte.ONTSNAPPING) if kind in kinds), Ruimte.GEEN)


@pytest.mark.parametrize(
    ("text", "ruimte"),
    [
        (
            "Onze Minister kan in gevallen waarin toepassing van deze regeling tot een onredelijk resultaat leidt ten gunste van de "
            "aanvrager anders beslissen.",
            Ruimte.HARDHEIDSCLAUSULE,
        ),
        (
            "Het college kan artikel 4 buiten toepassing laten indien strikte toepassing daarvan onevenredig uitpakt voor de aanvrager.",
            Ruimte.HARDHEIDSCLAUSULE,
        ),
        ("De terugbetaling van het voorschot kan in gedeelten geschieden.", Ruimte.ONTSNAPPING),
        ("De werkgever betaalt de premie in vier termijnen.", Ruimte.GEEN),
        ("Indien de schuldenaar overlijdt, ziet het college geheel of gedeeltelijk van terugvordering af.", Ruimte.ONTSNAPPING),
        ("De voorzitter ziet van het voorlezen van de stukken af.", Ruimte.GEEN),
        ("Aan de ambtenaar wordt de verplichting tot terugbetaling niet opgelegd indien hij ziek is.", Ruimte.ONTSNAPPING),
        ("Onze Minister kan aan het verlenen van een ontheffing het gevolg verbinden dat de vergunning vervalt.", Ruimte.GEEN),
        (
            "Het is verboden het gebied te betreden, met dien verstande dat het college van dit verbod ontheffing kan verlenen.",
            Ruimte.ONTSNAPPING,
        ),
        ("Een nieuw bewijs kan worden uitgereikt wanneer het oude buiten schuld van de houder verloren is gegaan.", Ruimte.ONTSNAPPING),
    ],
)
def test_room_by_what_is_granted_or_let_go(norms, text, ruimte):
    assert _room(norms(text)) is ruimte


@pytest.mark.parametrize(
    ("text", "belastend"),
    [
        ("Onze Minister kan de aanwijzing van een keuringsinstelling schorsen.", True),
        ("De rechtbank kan de behandeling van de zaak schorsen.", False),
        ("De periode van acht weken wordt opgeschort tot de dag waarop de aanvrager de gegevens heeft verstrekt.", False),
        ("Het recht op wachtgeld kan vervallen worden verklaard.", True),
        ("Het bestuur kan: a. voorwaarden verbinden aan de erkenning; b. de erkenning intrekken.", True),
        ("Het college kan: a. de boete verlagen indien de overtreder daarom vraagt; b. de termijn verlengen.", False),
        ("De directeur kan bepalen dat de voorwaardelijke straf alsnog ten uitvoer wordt gelegd.", True),
        ("Een ambtenaar kan van degene op wiens naam het vaartuig staat, vorderen dat hij de papieren toont.", True),
        ("Het recht op pensioen eindigt met ingang van de dag waarop de deelnemer emigreert.", True),
        ("Het lidmaatschap van de raad eindigt door het verstrijken van de termijn.", False),
        ("Tot de opleiding wordt niemand toegelaten die jonger is dan achttien jaar.", True),
        ("Niemand mag zonder vergunning van het college een monument slopen.", True),
        ("De aanvrager legt bij de indiening van zijn aanvraag een uittreksel uit het register over.", False),
        ("De aanvrager legt jaarlijks een uittreksel uit het register over.", True),
        ("De administratie van de subsidieontvanger geeft inzicht in de kosten.", True),
    ],
)
def test_who_loses_by_a_decision_or_must_take_trouble(norms, text, belastend):
    assert any(n.belastend for n in norms(text)) is belastend


@pytest.mark.parametrize(
    ("text", "doenlast"),
    [
        ("Het klaagschrift is gedagtekend en bevat de naam van de klager.", True),
        ("De overeenkomst heeft geen betrekking op schade die voor de aanvang is ontstaan.", False),
        ("De teruggaaf wordt alleen verleend indien de factuur wordt overgelegd.", True),
        ("Desgevraagd verleent de directeur aan de betrokkene inzage in de lijst.", True),
        ("Desgevraagd verstrekt de directeur de lijst aan Onze Minister.", False),
        ("Op aanvraag van het bestuur van een stichting kan Onze Minister ontheffing verlenen.", True),
        ("Het college kan een last onder dwangsom opleggen.", False),
        ("Verzoeken om kennisneming van deze stukken worden geweigerd.", False),
        ("De subsidie wordt geweigerd voor kosten waarvoor elders subsidie wordt aangevraagd.", False),
        ("De artikelen 2 en 3 zijn niet van toepassing op goederen waarvan wordt aangetoond dat zij worden uitgevoerd.", True),
    ],
)
def test_what_somebody_must_do_for_it_himself(norms, text, doenlast):
    assert any(n.doenlast for n in norms(text)) is doenlast


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("De vertegenwoordiger van de stichting is voorzitter van het beraad.", False),
        ("Een onderneming die niet is ingeschreven, blijft bij de verdeling buiten aanmerking.", False),
        ("De leerling komt in aanmerking voor herplaatsing.", False),
        ("De werknemer staat voor de toepassing van deze wet gelijk met een ambtenaar.", False),
        ("De ondernemer is verantwoordelijk voor de veiligheid van de installatie.", True),
        ("De werkgever moet buiten het terrein blijven.", True),
        ("De houder blijft verplicht het register bij te houden.", True),
    ],
)
def test_what_somebody_is_asks_nothing_of_him(norms, text, asked):
    assert any(n.belastend or n.doenlast for n in norms(text)) is asked


@pytest.mark.parametrize(
    ("text", "belastend"),
    [
        ("Het activiteitenverslag van de subsidieontvanger bevat een overzicht van de bestede uren.", False),
        ("De subsidieontvanger zendt binnen tien weken een activiteitenverslag aan het fonds.", True),
        ("De behandeling van de aanvraag om een vergunning is opgeschort zolang de leges niet zijn betaald.", False),
        ("De betaling van de uitkering wordt opgeschort zolang de gegevens ontbreken.", True),
    ],
)
def test_contents_of_a_report_and_a_halt_of_the_case(norms, text, belastend):
    assert any(n.belastend for n in norms(text)) is belastend
