"""Adverse effects in the many wordings that drafters have for them, and what only looks like one."""

from __future__ import annotations

import pytest

from doenvermogentoets import readers, structure
from doenvermogentoets.analysis import analyse
from doenvermogentoets.norms.aanleiding import Aanleiding
from doenvermogentoets.norms.model import GevolgSoort
from doenvermogentoets.norms.nadeel import Nadeel
from doenvermogentoets.norms.nadelen import nadelen


def found(sentence: str) -> list[Nadeel]:
    text = f"Artikel 1\nDe aanvrager verstrekt zijn naam.\n\nArtikel 2\n1. De aanvrager heeft recht op een uitkering.\n2. {sentence}\n"
    return list(nadelen(analyse(structure.dossier(readers.read_text(text, "ontwerp.txt", "txt")).alone()).bill))


@pytest.mark.parametrize(
    ("sentence", "soort"),
    [
        ("Het recht op de uitkering is vervallen met ingang van de maand waarover de opgave ontbreekt.", GevolgSoort.VERVAL),
        ("Na die dag vervalt de aanspraak.", GevolgSoort.VERVAL),
        ("De aanspraak gaat teniet zodra de aanvrager de termijn laat verstrijken.", GevolgSoort.VERVAL),
        ("Indien de inlichtingen onvolledig zijn, wordt het besluit geacht nimmer te zijn genomen.", GevolgSoort.VERVAL),
        ("De aanvrager die zich niet heeft afgemeld, wordt van de wachtlijst afgevoerd.", GevolgSoort.BEEINDIGING),
        (
            "De toekenning wordt met terugwerkende kracht ongedaan gemaakt, indien niet is voldaan aan het eerste lid.",
            GevolgSoort.INTREKKING,
        ),
        ("De houder kan na intrekking gedurende twee jaren geen nieuwe vergunning verkrijgen.", GevolgSoort.UITSLUITING),
        ("Zolang niet is betaald, blijft de aanvrager van de voorziening uitgesloten.", GevolgSoort.UITSLUITING),
        ("Aan wie de vragenlijst niet terugzendt, wordt over dat jaar niets uitbetaald.", GevolgSoort.GEEN_RECHT),
        ("De vergunning kan niet worden verlengd indien de aanvraag te laat is ingediend.", GevolgSoort.GEEN_RECHT),
        ("Op aanvragen die na de sluitingsdatum zijn ingediend, wordt afwijzend beslist.", GevolgSoort.AFWIJZING),
        ("De aanvrager is gehouden het te veel ontvangen bedrag terug te betalen.", GevolgSoort.TERUGVORDERING),
        ("De aanvrager betaalt hetgeen hij te veel heeft ontvangen binnen een maand terug.", GevolgSoort.TERUGVORDERING),
        ("De toelage wordt omgezet in een rentedragende lening, indien de verantwoording uitblijft.", GevolgSoort.TERUGVORDERING),
        ("Een later verzoek wordt niet ingewilligd.", GevolgSoort.AFWIJZING),
        ("Bij gebreke van een van de stukken wordt het verzoek in zijn geheel ongegrond verklaard.", GevolgSoort.AFWIJZING),
        ("De verklaring verliest haar kracht zodra de opgave ontbreekt.", GevolgSoort.VERVAL),
        ("De aanvrager die daaraan niet voldoet, wordt geacht te zijn hersteld.", GevolgSoort.VERVAL),
        ("Over maanden waarvoor geen tijdige opgave is gedaan, wordt niet kwijtgescholden.", GevolgSoort.GEEN_RECHT),
        ("Nabetaling over de duur van de blokkade vindt niet plaats.", GevolgSoort.GEEN_RECHT),
        ("Het eerste lid mist toepassing ten aanzien van de aanvrager die een termijn te laat heeft voldaan.", GevolgSoort.GEEN_RECHT),
        ("Vergoedingen waarop geen aanspraak bestond, worden bij de aanvrager opgeëist.", GevolgSoort.TERUGVORDERING),
        ("Zij wordt bij verzuim van rechtswege vermeerderd met 12%.", GevolgSoort.VERHOGING),
        ("Bij niet-naleving van het eerste lid verliest de verklaring haar geldigheid.", GevolgSoort.VERVAL),
        ("Zijn de kosten niet ontvangen, dan wordt de aanvrager geacht niet te hebben meegewerkt.", GevolgSoort.VERVAL),
        ("Het college verklaart de pas van de houder die niet meewerkt, ongeldig.", GevolgSoort.INTREKKING),
        ("Een nieuwe vergunning kan niet eerder worden aangevraagd dan twee jaren na de intrekking.", GevolgSoort.UITSLUITING),
        ("Na een afwijzing kan over dat jaar niet nogmaals een toelage worden aangevraagd.", GevolgSoort.UITSLUITING),
        ("De deelname eindigt als een inzending achterwege blijft.", GevolgSoort.VERVAL),
        ("Is een opgave niet gedaan, dan wordt over het jaar het hoogste tarief toegepast.", GevolgSoort.VERHOGING),
        ("De boete bedraagt in alle gevallen € 400.", GevolgSoort.BOETE),
        ("Bij niet-tijdige betaling wordt de boete van rechtswege met de helft verhoogd.", GevolgSoort.VERHOGING),
        ("Op de uitkering wordt dertig procent ingehouden, indien de oproep niet is opgevolgd.", GevolgSoort.VERLAGING),
    ],
)
def test_other_words_for_the_same_loss(sentence: str, soort: GevolgSoort) -> None:
    assert soort in {n.gevolg.soort for n in found(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "De vergunning is nog niet vervallen.",
        "De minister betaalt hetgeen te veel is ingehouden aan de aanvrager terug.",
        "De boete bedraagt ten hoogste € 400.",
        "Het register van vervallen verklaarde vergunningen is openbaar.",
        "De aanvrager kan niet worden verplicht een verklaring over te leggen.",
        "Een verzoek om inlichtingen wordt niet als aanvraag aangemerkt.",
        "De aanvrager met onbetaald verlof meldt dat.",
        "De wachtlijst wordt gedurende twee jaren bijgehouden.",
        "De aanvrager die zich heeft afgemeld, ontvangt daarvan een bevestiging.",
    ],
)
def test_what_only_looks_like_a_loss(sentence: str) -> None:
    assert found(sentence) == []


def test_what_a_law_grants_is_a_right_whatever_it_is_called() -> None:
    text = (
        "Artikel 1\nDe bewoner komt in aanmerking voor een noodlevering.\n\nArtikel 2\n"
        "Het college beëindigt de noodlevering waarvoor het verzoek niet voor het einde van de maand is ontvangen.\n"
    )
    effects = nadelen(analyse(structure.dossier(readers.read_text(text, "ontwerp.txt", "txt")).alone()).bill)
    assert [n.gevolg.soort for n in effects] == [GevolgSoort.BEEINDIGING]


def test_a_reason_in_one_onderdeel_is_not_the_reason_of_the_whole_list() -> None:
    effects = found("Het college trekt de vergunning in:\na. op verzoek van de houder;\nb. indien de houder de leges niet heeft betaald.")
    assert [n.aanleiding for n in effects] == [Aanleiding.VOORWAARDE]


def test_the_occasion_may_stand_in_the_sentence_before() -> None:
    effects = found("Bij niet-naleving van het eerste lid vervalt de vergunning. Ook de toelage vervalt alsdan.")
    assert [n.gevolg.soort for n in effects] == [GevolgSoort.VERVAL, GevolgSoort.VERVAL]


def test_a_denial_in_an_onderdeel_is_none_of_the_right_in_front_of_the_list() -> None:
    text = (
        "Indien tegen alle beslissingen beroep kan worden ingesteld bij een andere rechter dan de rechtbank, staat tegen alle beslissingen "
        "beroep open bij:\na. de Afdeling, indien tegen een of meer van de beslissingen bij de Afdeling beroep kan worden ingesteld;\n"
        "b. het College, indien tegen een of meer van de beslissingen beroep kan worden ingesteld bij het College en onderdeel a niet van "
        "toepassing is;\nc. de Raad, indien tegen een of meer van de beslissingen beroep kan worden ingesteld bij de Raad en de "
        "onderdelen a en b niet van toepassing zijn."
    )
    assert found(text) == []
