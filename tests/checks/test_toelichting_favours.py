"""What a toelichting promises and no provision gives: favours, exempted groups, wider clauses; and what stays silent."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

from doenvermogentoets.catalogue import Catalogue, Example, load
from doenvermogentoets.testing import findings_in, unmark

CATALOGUE: Catalogue = load()
BILL = """Artikel 2. Inschrijving
1. De volkstuinder schrijft zich in bij de tuincommissie.
2. De inschrijving geldt gedurende twee jaar en vervalt daarna van rechtswege.
3. De bijdrage voor de inschrijving bedraagt € 30.

Artikel 3. Toelage
1. De volkstuinder vraagt de toelage aan bij het college.
2. De toelage gaat niet in voor de dag waarop de aanvraag is ontvangen.
3. De aanvraag wordt uitsluitend langs elektronische weg gedaan.

Artikel 4. Melding
De volkstuinder meldt een wijziging van zijn rekeningnummer binnen drie weken aan het college.

Artikel 5. Ontruiming
1. Het college ontruimt de tuin van de volkstuinder die zijn perceel verwaarloost en trekt de vergunning in.
2. De volkstuinder vergoedt de kosten van de ontruiming binnen een maand.

Artikel 6. Bomen
Het is de volkstuinder verboden op zijn perceel een boom te planten die hoger wordt dan drie meter.

Artikel 7. Keuring
1. De keurmeester kan een kas keuren.
2. De keurmeester betreedt de kas slechts met toestemming van de volkstuinder.

Artikel 8. Waterverbruik
1. De volkstuinder verbruikt per jaar ten hoogste veertig kubieke meter water.
2. De volkstuinder sproeit niet tussen tien en zestien uur.

Artikel 9. Hardheid
Het college kan artikel 8, eerste lid, buiten toepassing laten of daarvan afwijken voor zover toepassing leidt tot een onbillijkheid van
overwegende aard.
"""
# what a paragraph begins with, as it would in a real toelichting
BEFORE = {
    "Inschrijving": "De volkstuinder schrijft zich in bij de tuincommissie. De inschrijving geldt twee jaar. ",
    "Toelage": "De volkstuinder vraagt de toelage aan bij het college, langs elektronische weg. ",
}
HEAD = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nVolkstuinen zijn geliefd.\n\n2. {}\n"


def found(check: str, heading: str, passage: str, bill: str = BILL) -> bool:
    known = CATALOGUE.get(check)
    assert known is not None
    return bool(
        findings_in(
            known, unmark(Example(f"{bill}--- toelichting ---\n{HEAD.format(heading)}{BEFORE.get(heading, '')}{passage}\n", expected=False))
        )
    )


@pytest.mark.parametrize(
    ("heading", "passage"),
    [
        ("Inschrijving", "De inschrijving van de volkstuinder kan op verzoek met een half jaar worden verlengd."),
        ("Inschrijving", "Een volkstuinder van wie de inschrijving is vervallen, kan haar binnen een maand laten herleven."),
        ("Inschrijving", "De tuincommissie attendeert de volkstuinder op het einde van de inschrijving."),
        ("Inschrijving", "Aan de inschrijving van de volkstuinder zijn geen kosten verbonden."),
        ("Toelage", "De toelage voor de volkstuinder wordt met terugwerkende kracht tot 1 januari toegekend."),
        ("Melding", "Een wijziging van het rekeningnummer hoeft niet langer te worden gemeld."),
        ("Ontruiming", "Bij een verwaarloosd perceel kan het college in plaats van ontruiming ook volstaan met een waarschuwing."),
        ("Ontruiming", "Voor de kosten van de ontruiming treft het college desgewenst een betalingsregeling met de volkstuinder."),
        ("Keuring", "Een kas wordt door de keurmeester pas betreden nadat de burgemeester vooraf toestemming heeft gegeven."),
        ("Bomen", "Leifruitbomen op een perceel van de volkstuinder blijven vrijgesteld van het verbod een boom te planten."),
    ],
)
def test_a_favour_that_no_provision_gives(heading: str, passage: str) -> None:
    assert found("belofte-zonder-grondslag", heading, passage)


@pytest.mark.parametrize(
    ("heading", "passage"),
    [
        # denied, asked for or of the past
        ("Inschrijving", "De inschrijving van de volkstuinder kan niet met een half jaar worden verlengd."),
        ("Inschrijving", "Tuinders vroegen om de inschrijving met een half jaar te kunnen verlengen."),
        ("Inschrijving", "Vroeger werd de volkstuinder op het einde van de inschrijving geattendeerd."),
        # said of what somebody else gives, or as the bill has it
        ("Inschrijving", "Voor de inschrijving betaalt de volkstuinder een bijdrage."),
        ("Toelage", "Aan de toelage wordt geen terugwerkende kracht gegeven: zij gaat in na de aanvraag van de volkstuinder."),
        ("Melding", "Een wijziging van het rekeningnummer hoeft pas te worden gemeld als zij vaststaat."),
        ("Ontruiming", "Omdat verwaarlozing snel verergert, kan niet met een waarschuwing worden volstaan."),
        ("Ontruiming", "Op grond van artikel 4:94 van de Algemene wet bestuursrecht kan een betalingsregeling worden getroffen."),
        ("Keuring", "De keurmeester heeft vooraf toestemming van de volkstuinder nodig."),
        ("Bomen", "Lage bomen op het perceel van de volkstuinder zijn uitgezonderd."),
    ],
)
def test_a_favour_that_is_denied_asked_for_or_given(heading: str, passage: str) -> None:
    assert not found("belofte-zonder-grondslag", heading, passage)


@pytest.mark.parametrize(
    ("line", "passage"),
    [
        ("3. De tuincommissie kan de inschrijving verlengen.", "De inschrijving kan op verzoek met een half jaar worden verlengd."),
        (
            "3. De tuincommissie wijst de volkstuinder een maand tevoren op het verval.",
            "De tuincommissie attendeert de volkstuinder op het verval.",
        ),
    ],
)
def test_the_artikel_gives_it_in_other_words(line: str, passage: str) -> None:
    bill = BILL.replace("3. De bijdrage voor de inschrijving bedraagt € 30.", line)
    assert found("belofte-zonder-grondslag", "Inschrijving", passage)
    assert not found("belofte-zonder-grondslag", "Inschrijving", passage, bill)


@pytest.mark.parametrize(
    "passage",
    [
        "Volkstuinders zonder computer kunnen een papieren aanvraagformulier gebruiken.",
        "Bij de tuincommissie ligt voor de toelage een formulier op papier klaar.",
    ],
)
def test_paper_beside_electronic_only(passage: str) -> None:
    assert found("tegenspraak-toegang", "Toelage", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Omdat volkstuinders over internet beschikken, is afgezien van een papieren aanvraagformulier voor de toelage.",
        "De toelage wordt zonder papieren formulier aangevraagd.",
    ],
)
def test_no_paper_beside_electronic_only(passage: str) -> None:
    assert not found("tegenspraak-toegang", "Toelage", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Het college kan op grond van de hardheidsclausule zowel van het waterverbruik als van het sproeiverbod afwijken.",
        "Met de hardheidsclausule kan het college van elke bepaling van deze verordening afwijken als dat onbillijk zou uitpakken.",
        "De hardheidsclausule houdt in dat het college van de bepalingen van deze verordening kan afwijken.",
        "In schrijnende gevallen kan het college volgens de hardheidsclausule de verordening buiten toepassing laten.",
    ],
)
def test_a_clause_told_wider_than_it_is(passage: str) -> None:
    assert found("tegenspraak-clausule", "Hardheidsclausule", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Op grond van de hardheidsclausule kan het college van het waterverbruik afwijken als dat onbillijk zou uitpakken.",
        "De hardheidsclausule geldt niet voor elke bepaling van deze verordening.",
        "Gevraagd is om een hardheidsclausule waarmee van elke bepaling kan worden afgeweken.",
    ],
)
def test_a_clause_told_as_it_is(passage: str) -> None:
    assert not found("tegenspraak-clausule", "Hardheidsclausule", passage)


@pytest.mark.parametrize(
    "sentence",
    [
        "Wie een wijziging niet doorgeeft, aanvaardt de gevolgen.",
        "Een volkstuinder die zijn inschrijving niet verlengt, heeft daar blijkbaar geen behoefte meer aan.",
        "Volkstuinders die waarde hechten aan hun perceel, zorgen dat zij op tijd zijn ingeschreven.",
        "Een volkstuinder zal niet licht vergeten een wijziging te melden.",
        "Gelet op het bedrag dat ermee is gemoeid, zal de volkstuinder de toelage tijdig aanvragen.",
        "Te verwachten valt dat de volkstuinders een wijziging uit eigen beweging doorgeven.",
        "Volkstuinders wegen de kosten van een boom zelf af.",
        "Een herinnering is niet nodig, want de volkstuinders kennen de datum.",
    ],
)
def test_a_rational_view_of_man_in_other_words(sentence: str) -> None:
    assert found("rationele-burger", "Uitgangspunten", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Wie niet kan betalen, krijgt hulp.",
        "Dit besluit kiest er bewust voor de melding te houden.",
        "Een volkstuinder die niet wil deelnemen, kiest een ander complex.",
        "Van een volkstuinder die ziek is, valt niet te verwachten dat hij tijdig een wijziging meldt.",
        "Een volkstuinder die geen water verbruikt, betaalt niets.",
        "Dat mensen de kosten en baten afwegen, is niet vanzelfsprekend.",
    ],
)
def test_no_rational_view_of_man(sentence: str) -> None:
    assert not found("rationele-burger", "Uitgangspunten", sentence)


UNDER = "MEMORIE VAN TOELICHTING\n\nI. ALGEMEEN\nVolkstuinen zijn geliefd.\n\nII. ARTIKELSGEWIJS\n\nArtikel {}\n{}\n"


def retold(artikel: int, passage: str) -> bool:
    return bool(against("artikelsgewijs-parafraseert", BILL, f"{UNDER.format(artikel, passage)}"))


@pytest.mark.parametrize(
    ("artikel", "passage"),
    [
        (2, "De commissie bestaat uit leden. Op grond van het eerste lid schrijft de volkstuinder zich in bij de tuincommissie."),
        (
            5,
            "De tuin moet ordelijk zijn. Het tweede lid bepaalt dat de volkstuinder de kosten van de ontruiming vergoedt binnen een maand.",
        ),
        (8, "Er is een meter. In het tweede lid is geregeld dat de volkstuinder niet sproeit tussen tien en zestien uur."),
        (8, "Er is een meter. Ingevolge het eerste lid verbruikt de volkstuinder per jaar ten hoogste veertig kubieke meter water."),
        (4, "Het college betaalt per bank. Dit artikel verplicht de volkstuinder een wijziging van zijn rekeningnummer te melden."),
    ],
)
def test_a_lid_that_is_only_retold(artikel: int, passage: str) -> None:
    assert retold(artikel, passage)


@pytest.mark.parametrize(
    ("artikel", "passage"),
    [
        (8, "Er is een meter. In het tweede lid is geregeld dat niet wordt gesproeid tussen tien en zestien uur, omdat dan veel verdampt."),
        (8, "Er is een meter. In het tweede lid is een sproeiverbod geregeld. Daarmee wordt voorkomen dat water verdampt."),
        (
            8,
            "Elk perceel heeft een meter die elk voorjaar wordt geijkt. Met het tweede lid wordt bereikt dat het water in de grond komt.",
        ),
        (7, "De keuring is gratis. Op grond van het eerste lid kan de keurmeester een kas keuren."),
        (2, "De commissie bestaat uit leden van alle complexen in de stad, die voor vier jaar door de raad worden benoemd."),
    ],
)
def test_a_lid_that_is_explained_or_no_burden(artikel: int, passage: str) -> None:
    assert not retold(artikel, passage)
