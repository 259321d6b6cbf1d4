"""Amending orders: the words for what goes, where the toelichting tells of it, and what it claims; sanctions that go up."""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier

CHECKS = load().select(["waarborg-verzwakt"])
TOLD = "Het derde lid gaf het college een hardheidsclausule. Die vervalt."
HEAD = "Artikel I, onderdeel B (artikel 8, derde lid)"
LEDEN = "Artikel 8 wordt als volgt gewijzigd:\n\n1. In het eerste lid wordt «mast» vervangen door «toren».\n\n2. Het derde lid vervalt."


def found(order: str, told: str = "", head: str = HEAD, law: str = "De Zendmastenwet") -> list[Finding]:
    bill = (
        f"Artikel I\n{law} wordt als volgt gewijzigd:\n\nA\nIn artikel 2 wordt «mast» vervangen door «toren».\n\nB\n{order}\n\n"
        "Artikel II\nDeze wet treedt in werking met ingang van 1 januari 2030.\n"
    )
    given = read_text(f"Memorie van toelichting\n\nArtikelsgewijs\n\n{head}\n\n{told}\n", "t.txt", "txt") if told else None
    result = run(dossier(read_text(bill, "o.txt", "txt"), given), CHECKS)
    assert result.failures == []
    return result.findings


@pytest.mark.parametrize(
    "head",
    [
        HEAD,
        "Artikel I\n\nOnderdeel B (artikel 8, derde lid)",
        "Artikel I\n\nOnderdelen A en B",
        "Artikel I\n\nOnderdelen A tot en met D",
        "Artikel I\n\nOnderdeel B, onder 2",
        "Artikel 8",
    ],
)
def test_the_heading_above_tells_which_order_is_meant(head: str) -> None:
    (finding,) = found(LEDEN, TOLD, head)
    assert finding.severity is Severity.WARNING
    assert finding.quote == "Het derde lid vervalt"


@pytest.mark.parametrize(
    "head",
    [
        "Artikel I\n\nOnderdeel A (artikel 2)",
        "Artikel II\n\nOnderdeel B (artikel 8, derde lid)",
        "Artikel I\n\nOnderdeel B, onder 1",
        "Artikel 9",
    ],
)
def test_the_heading_of_another_order_tells_nothing(head: str) -> None:
    assert found(LEDEN, TOLD, head) == []


def test_of_two_leden_that_go_only_the_one_that_is_told_of() -> None:
    both = "Artikel 8 wordt als volgt gewijzigd:\n\n1. Het tweede lid vervalt.\n\n2. Het derde lid wordt geschrapt."
    (finding,) = found(both, TOLD)
    assert finding.quote == "Het derde lid wordt geschrapt"


@pytest.mark.parametrize(
    "told",
    [
        "Het derde lid, dat in schrijnende situaties ruimte gaf, is overbodig.",
        "Hiermee wordt een omissie hersteld. Het derde lid bood een hersteltermijn.",
        "De hardheidsclausule is niet langer nodig, omdat zij zelden is gebruikt.",
        "Het derde lid, op grond waarvan een late aanvraag toch in behandeling kan worden genomen, is overbodig.",
    ],
)
def test_a_claim_is_no_reason(told: str) -> None:
    (finding,) = found("Artikel 8, derde lid, vervalt.", told)
    assert finding.severity is Severity.WARNING
    assert "maar zegt niet waar" in finding.explanation


@pytest.mark.parametrize(
    "told",
    [
        "De hardheidsclausule is overbodig, omdat artikel 4:84 Awb dezelfde ruimte geeft.",
        "Het derde lid over de hersteltermijn is uitgewerkt.",
        "De hardheidsclausule is verplaatst naar artikel 30.",
        "De verwijzing naar de hersteltermijn was abusievelijk blijven staan.",
    ],
)
def test_where_it_stands_now_is_a_reason(told: str) -> None:
    assert found("Artikel 8, derde lid, vervalt.", told) == []


@pytest.mark.parametrize(
    ("words", "message", "severity"),
    [
        ("«is bevoegd» vervangen door «is gehouden»", "beslisruimte («is bevoegd»)", Severity.SUGGESTION),
        ("«kan weigeren» gewijzigd in «weigert»", "beslisruimte («kan»)", Severity.SUGGESTION),
        ("«redelijkerwijs» vervangen door «in alle gevallen»", "maatstaf van wat redelijk is", Severity.SUGGESTION),
        ("«ambtshalve of op verzoek» vervangen door «op verzoek»", "ambtshalve", Severity.SUGGESTION),
        ("«opzet of grove schuld» vervangen door «opzet, grove schuld of nalatigheid»", "drempel van opzet", Severity.WARNING),
        ("«schorst» vervangen door «trekt in»", "de sanctie zwaarder", Severity.SUGGESTION),
        ("«een geldboete van de tweede categorie» vervangen door «een geldboete van de vierde categorie»", "zwaarder", Severity.SUGGESTION),
        ("«een boete van ten hoogste € 300» vervangen door «een boete van ten hoogste € 3.000»", "zwaarder", Severity.SUGGESTION),
        ("«ten hoogste € 300» vervangen door «€ 900»", "matiging", Severity.WARNING),
    ],
)
def test_replacements_that_take_room_or_weigh_more(words: str, message: str, severity: Severity) -> None:
    (finding,) = found(f"In artikel 8, eerste lid, wordt {words}.")
    assert message in finding.message
    assert finding.severity is severity


@pytest.mark.parametrize(
    "words",
    [
        "«bevoegd gezag» vervangen door «gedeputeerde staten»",
        "«op verzoek» vervangen door «ambtshalve of op verzoek»",
        "«opzet, grove schuld of nalatigheid» vervangen door «opzet of grove schuld»",
        "«trekt in» vervangen door «schorst»",
        "«een geldboete van de vierde categorie» vervangen door «een geldboete van de tweede categorie»",
        "«een boete van ten hoogste € 3.000» vervangen door «een boete van ten hoogste € 300»",
        "«een boete van ten hoogste € 300» vervangen door «een boete van ten hoogste € 310»",
        "«een toelage van € 300» vervangen door «een toelage van € 900»",
        "«€ 300» vervangen door «€ 900»",
    ],
)
def test_the_look_alikes_of_a_harder_sanction(words: str) -> None:
    assert found(f"In artikel 8, eerste lid, wordt {words}.") == []


AMOUNT = "In artikel 8, eerste lid, wordt «€ 300» vervangen door «€ 900»."


def test_the_toelichting_or_the_name_of_the_law_tells_that_an_amount_is_a_fine() -> None:
    (finding,) = found(AMOUNT, "De boete is te laag gebleken.")
    assert "Het bedrag gaat omhoog: van € 300 naar € 900 (3 keer zoveel)." in finding.explanation
    assert found("In artikel 8 wordt «50 procent» vervangen door «100 procent».", law="Het Boetebesluit zendmasten")
    assert found(AMOUNT, "De toelage is te laag gebleken.") == []


def test_an_indexation_is_one_as_long_as_it_is_small() -> None:
    assert found("In artikel 8, eerste lid, wordt «€ 300» vervangen door «€ 390».", "De boete wordt geïndexeerd.") == []
    assert len(found(AMOUNT, "De boete wordt geïndexeerd.")) == 1


def test_more_years_weigh_where_they_are_those_of_claiming_back() -> None:
    order = "In artikel 8, eerste lid, wordt «twee jaar» vervangen door «vijf jaar»."
    assert len(found(order, "De periode van terugvordering wordt verduidelijkt.")) == 1
    assert found(order, "De houder krijgt langer om de terugvordering te betalen.") == []
    assert found(order, "De vergunning geldt langer.") == []


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("De termijn voor aanvulling wordt korter, zodat sneller kan worden beslist.", 1),
        ("De beslistermijn wordt korter, zodat de houder eerder weet waar hij aan toe is.", 0),
    ],
)
def test_why_a_limit_is_shorter_does_not_tell_whose_it_is(told: str, number: int) -> None:
    bill = "Artikel I\nDe Zendmastenwet wordt als volgt gewijzigd:\n\nA\nIn artikel 8 wordt «tien weken» vervangen door «drie weken».\n"
    given = read_text(f"Memorie van toelichting\n\nArtikelsgewijs\n\nArtikel I\n\nOnderdeel A (artikel 8)\n\n{told}\n", "t.txt", "txt")
    result = run(dossier(read_text(bill, "o.txt", "txt"), given), load().select(["afwijking-awb-termijn"]))
    assert len(result.findings) == number
