"""Classes that were found in new drafts, and classes of error that were read in real regulations, for the checks on consequences."""

from __future__ import annotations

import pytest

from doenvermogentoets import catalogue
from doenvermogentoets.engine import run
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier

CHECKS = [check for check in catalogue.load() if check.theme in ("hardheid", "bevoegdheid")]
ASKS = "Artikel 1\nDe bewoner vraagt de bijdrage aan. Hij heeft recht op de bijdrage.\n"
TOLD = "MEMORIE VAN TOELICHTING\n\nALGEMEEN\n\nDit voorstel regelt een bijdrage.\n"


def findings(text: str, toelichting: str | None = None) -> list[Finding]:
    given = read_text(toelichting, "toelichting.txt", "txt") if toelichting is not None else None
    result = run(dossier(read_text(text, "ontwerp.txt", "txt"), given), CHECKS)
    assert result.failures == []
    return [f for f in result.findings if f.severity is not Severity.INFO]


def names(text: str, toelichting: str | None = None) -> set[str]:
    return {f.check for f in findings(text, toelichting)}


@pytest.mark.parametrize(
    "power",
    [
        "Het college kan een aanvraag van de bewoner weigeren, indien het toekenning niet wenselijk acht.",
        "Het college kan de bijdrage intrekken als de omstandigheden daartoe aanleiding geven.",
        "Wanneer daarvoor redenen bestaan, kan het college een aanvraag van de bewoner afwijzen.",
        "Het college kan, ook als aan artikel 2.1 is voldaan, de aanvraag van de bewoner geheel of gedeeltelijk afwijzen.",
        "Het college kan de bijdrage van de bewoner naar eigen inzicht beëindigen.",
        "Het college kan de aanvraag van de bewoner zonder opgave van redenen afwijzen.",
    ],
)
def test_a_condition_that_says_nothing_is_no_frame(power: str) -> None:
    assert "kan-zonder-kader" in names(f"{ASKS}Artikel 2\n{power}\n")


@pytest.mark.parametrize(
    "power",
    [
        "Het college kan de aanvraag weigeren, indien het dit noodzakelijk acht voor de veiligheid van de bewoners.",
        "Het college kan de aanvraag weigeren, indien het dit nodig acht ter nakoming van Europese verplichtingen.",
        "Het college kan de bijdrage intrekken als de bewoner daartoe aanleiding geeft door de regels te overtreden.",
        "Het college kan weigeren Onze Minister inlichtingen te verstrekken.",
        "Onze Minister kan bij ministeriële regeling hiervan vrijstelling verlenen.",
    ],
)
def test_a_purpose_or_somebody_elses_information_is_left_alone(power: str) -> None:
    assert "kan-zonder-kader" not in names(f"{ASKS}Artikel 2\n{power}\n")


@pytest.mark.parametrize(
    "rule",
    [
        "Het college sluit de bewoner die onjuiste gegevens heeft verstrekt, gedurende de drie daaropvolgende jaren uit van de bijdrage.",
        "De bijdrage blijft gedurende vijf jaren buiten toepassing ten aanzien van de bewoner die zich niet heeft aangemeld.",
        "De bewoner wiens bijdrage is ingetrokken, komt gedurende vijf jaren niet voor een bijdrage in aanmerking.",
        "De bewoner die zich niet heeft gemeld, is voor de duur van twee jaren van de bijdrage uitgesloten.",
        "Indien de opgave ontbreekt, wordt het verbruik van de bewoner vastgesteld op het hoogste bedrag.",
        "Voor de schuld is hoofdelijk aansprakelijk ieder die op het adres was ingeschreven.",
    ],
)
def test_shut_out_for_years_fixed_amounts_and_debts_of_housemates(rule: str) -> None:
    assert names(f"{ASKS}Artikel 2\n{rule}\n", TOLD) & {
        "zwaar-gevolg-zonder-uitweg",
        "sanctie-zonder-matiging",
        "harde-grens",
        "alles-of-niets",
        "gebonden-besluit-niet-uitgelegd",
        "verlies-van-rechtswege",
    }


@pytest.mark.parametrize(
    "rule",
    [
        # when a period starts to run
        "De termijn van verjaring vangt aan op de dag na die waarop de bewoner de melding heeft nagelaten.",
        # who imposes a fine, and when
        "Een door Onze Minister aangewezen ambtenaar legt de bestuurlijke boete op aan de bewoner die de verplichting niet naleeft.",
        # a second fine under the rules of the first
        "Indien nog geen vijf jaren zijn verstreken sedert het opleggen van een bestuurlijke boete aan de bewoner, wordt zij verdubbeld.",
        # bodies, criminal procedure and private parties
        "Een aanwijzing als keuringsinstelling wordt geweigerd indien de instelling niet heeft voldaan aan artikel 3.",
        "De officier van justitie weigert de tenuitvoerlegging indien de veroordeelde het stuk niet heeft overgelegd.",
        "Het recht op schadevergoeding van de bewoner vervalt indien niet binnen tien jaren een rechtsvordering is ingesteld.",
        # heirs of whom no debt is spoken
        "Het vorige artikel is ook van toepassing op een erfgenaam die de zaak heeft verkregen.",
    ],
)
def test_classes_of_error_that_were_read(rule: str) -> None:
    assert findings(f"{ASKS}Artikel 2\n{rule}\n") == []


def test_a_ship_in_distress_is_no_hardship_clause() -> None:
    text = "Artikel 3\nDe kapitein neemt rust.\nArtikel 4\nDe kapitein kan van artikel 3 afwijken bij hulp aan personen in nood.\n"
    assert "hardheidsclausule-afwijkend-criterium" not in names(text)


@pytest.mark.parametrize(
    "clause",
    [
        "Onze Minister kan, voor zover nodig in een individueel geval, in afwijking van de bij of krachtens dit besluit gestelde regels "
        "besluiten, indien bijzondere omstandigheden daarom vragen.",
        "Het college kan in afwijking van het bepaalde in dit besluit een vergoeding toekennen, indien toepassing leidt tot een "
        "onbillijkheid van overwegende aard.",
    ],
)
def test_a_clause_that_lets_decide_otherwise_than_the_rules_say_is_a_hardship_clause(clause: str) -> None:
    loss = "Artikel 1\nDe aanspraak van de werknemer vervalt, indien hij de declaratie niet binnen drie maanden indient.\n"
    no_way_out = {"verlies-van-rechtswege", "fatale-termijn-zonder-uitweg", "zwaar-gevolg-zonder-uitweg"}
    assert no_way_out & names(loss)
    assert not no_way_out & names(f"{loss}\nArtikel 2\n{clause}\n")


@pytest.mark.parametrize(
    "rule",
    [
        # what its holder asks for himself
        "De minister trekt de erkenning van de bewoner in, indien degene aan wie de erkenning is verleend, daarom verzoekt.",
        "De minister trekt de ontheffing in op een daartoe strekkend schriftelijk verzoek van de houder van de ontheffing.",
        # old law that goes
        "Het Koninklijk besluit van 3 mei 1924, houdende regels over de bijdrage, wordt ingetrokken.",
        "De Voorschriften begroting bijdragen worden ingetrokken met ingang van de dag waarop dit besluit in werking treedt.",
        # a contract that is made
        "Met de bewoner aan wie de bijdrage wordt verleend, wordt een overeenkomst gesloten.",
        # what a creditor loses
        "Is de factuur niet binnen twee jaren aan de bewoner verzonden, dan vervalt het recht om betaling te vorderen.",
        # the end of an office
        "De ombudsman wordt ontslagen wanneer hij de verklaring niet heeft overgelegd.",
        # no debt
        "De bijdrage van de bewoner bestaat uit een periodiek bedrag of uit een contant bedrag ineens.",
        # a description, no exclusion
        "De minister let op het aantal aanslagen dat niet tijdig is betaald en waarvoor geen uitstel van betaling is verleend.",
    ],
)
def test_more_classes_of_error_that_were_read(rule: str) -> None:
    assert findings(f"{ASKS}Artikel 2\n{rule}\n") == []


def test_the_authority_that_decides_holds_no_office_of_its_own() -> None:
    text = "Artikel 2\nBurgemeester en wethouders trekken de bijdrage van de bewoner in indien hij de opgave niet heeft gedaan.\n"
    assert "gebonden-intrekking" in names(ASKS + text)


def test_a_power_while_something_is_pending_has_a_frame() -> None:
    assert "kan-zonder-kader" not in names(f"{ASKS}Artikel 2\nHangende dit overleg kan de bijdrage van de bewoner worden geschorst.\n")
    assert "kan-zonder-kader" not in names(
        f"{ASKS}Artikel 2\nHet college kan ontheffing verlenen. De ontheffing wordt slechts geweigerd in het belang van de veiligheid.\n"
    )
