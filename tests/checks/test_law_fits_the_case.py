"""The article of law that a finding names is one that is about that case: what rank, which application, whose data, what the Awb allows."""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run
from doenvermogentoets.findings import Finding
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier

AMVB = "\nArtikel 20\nDit besluit treedt in werking met ingang van 1 januari 2027.\n"
VERORDENING = "\nArtikel 20\nDeze verordening wordt aangehaald als: Verordening leermiddelen.\n"
WET = "\nArtikel 20\nDeze wet wordt aangehaald als: Wet leermiddelen.\n"


def of(check: str, text: str) -> Finding:
    (finding,) = (f for f in run(dossier(read_text(text, "ontwerp.txt", "txt"), None), list(load())).findings if f.check == check)
    return finding


def ways(finding: Finding) -> str:
    return "; ".join(f"{s.title}: {s.insertion or s.replacement or s.example or ''}" for s in finding.suggestions)


UIT = "Artikel 4\nOp de terugbetaling door de ouder is artikel {} van de Algemene wet bestuursrecht niet van toepassing.\n"


@pytest.mark.parametrize("end", [AMVB, VERORDENING])
@pytest.mark.parametrize("artikel", ["4:84", "5:41", "4:94", "5:46", "3:4"])
def test_a_lower_regulation_needs_an_act_to_set_the_awb_aside(end: str, artikel: str) -> None:
    finding = of("waarborg-uitgesloten", UIT.format(artikel) + end)
    assert "van lagere rang dan de Awb" in finding.explanation
    assert finding.ground == f"Awb {artikel} (wet in formele zin)"
    assert finding.question.startswith("Welke wet staat toe dat")
    assert "de wet noemen die dit toestaat" in ways(finding)


@pytest.mark.parametrize("end", [WET, ""])
def test_an_act_only_says_why_it_sets_the_awb_aside(end: str) -> None:
    finding = of("waarborg-uitgesloten", UIT.format("4:84") + end)
    assert "lagere rang" not in finding.explanation
    assert "alleen als dat nodig is" in finding.ground


@pytest.mark.parametrize("artikel", ["4:94a", "3:4, eerste lid,", "5:46, tweede lid,"])
@pytest.mark.parametrize("end", [AMVB, WET])
def test_where_the_awb_allows_another_rule_only_a_reason_is_asked(artikel: str, end: str) -> None:
    finding = of("waarborg-uitgesloten", UIT.format(artikel) + end)
    assert "lagere rang" not in finding.explanation
    assert "laat hier zelf een ander voorschrift toe" in finding.ground
    assert "welke wet" not in finding.question.lower()


@pytest.mark.parametrize("artikel", ["4:94 en 4:94a", "3:4, tweede lid,", "5:46, derde lid,"])
def test_another_lid_or_article_beside_it_is_not_allowed_by_the_awb(artikel: str) -> None:
    assert "lagere rang" in of("waarborg-uitgesloten", UIT.format(artikel) + AMVB).explanation


INCOMPLETE = "Artikel 6\nDe aanvraag van de student die onvolledig is ingevuld, wordt afgewezen.\n"
LATE = [
    "Artikel 6\n1. De student dient de aanvraag in voor 1 oktober.\n2. Het college wijst een aanvraag die na die datum is ontvangen, af.\n",
    "Artikel 6\nHet college wijst de aanvraag van de student die te laat is ingediend, af.\n",
    "Artikel 6\nEen aanvraag van de student die na 1 oktober is ontvangen, wordt afgewezen.\n",
]


@pytest.mark.parametrize("text", LATE)
def test_a_late_application_cannot_be_completed(text: str) -> None:
    finding = of("zwaar-gevolg-zonder-uitweg", text)
    assert "4:5" not in finding.ground
    assert "6:11" in finding.ground
    assert "4:5" not in ways(finding)
    assert "met ten hoogste [vier weken] verlengen" in ways(finding)


def test_an_incomplete_application_can() -> None:
    finding = of("zwaar-gevolg-zonder-uitweg", INCOMPLETE)
    assert finding.ground.endswith("vergelijk Awb 4:5")
    assert "in de trant van Awb 4:5" in ways(finding)


@pytest.mark.parametrize(
    ("text", "completes"),
    [
        ("Artikel 8\nDe toelage van de ouder wordt op nihil vastgesteld indien bij de aanvraag een van de stukken ontbreekt.\n", True),
        ("Artikel 9\nOver een jaar waarover de premie door de huurder niet geheel is betaald, bestaat geen recht op toelage.\n", False),
    ],
)
def test_all_or_nothing_is_compared_with_completing_an_application_only_at_one(text: str, *, completes: bool) -> None:
    finding = of("alles-of-niets", text)
    assert ("4:5" in finding.ground) is completes
    assert ("4:5" in ways(finding)) is completes
    assert "vergelijk Awb 3:4" in finding.ground


def test_who_applies_too_late_for_the_whole_is_excused_and_not_given_time_to_complete() -> None:
    text = "Artikel 8\nDe toelage van de ouder wordt over het gehele jaar op nihil vastgesteld indien de aanvraag te laat is ontvangen.\n"
    said = ways(of("alles-of-niets", text))
    assert "in verzuim is geweest" in said
    assert "te herstellen" not in said


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Artikel 3\nDe huurder meldt een verhuizing binnen vier weken aan het college.\n", True),
        ("Artikel 4\nDe ouder legt bij de aanvraag een inkomensverklaring van de Belastingdienst over.\n", False),
    ],
)
def test_the_act_on_the_registration_of_persons_is_about_persons(text: str, *, persons: bool) -> None:
    assert ("basisregistratie personen 1.7 en 1.8" in of("plicht-waar-ambtshalve-kan", text).ground) is persons


DIGITAAL = "Artikel 6\nDe aanvraag wordt door de bewoner uitsluitend langs elektronische weg gedaan.\n"


@pytest.mark.parametrize(("end", "lower"), [(AMVB, True), (VERORDENING, True), (WET, False), ("", False)])
def test_only_an_act_closes_the_way_on_paper(end: str, *, lower: bool) -> None:
    finding = of("uitsluitend-digitaal", DIGITAAL + end)
    assert finding.question.startswith("Welke wet staat toe") is lower
    assert ("alleen een wet verplicht" in finding.ground) is lower


def test_a_digital_way_that_closes_no_other_needs_no_act() -> None:
    text = "Artikel 7\nDe huurder geeft de verandering langs elektronische weg door aan de dienst.\n"
    assert "wet" not in of("uitsluitend-digitaal", text + AMVB).question


def test_a_clause_for_an_automatic_decision_does_not_set_itself_aside() -> None:
    text = "Artikel 8\n1. De bijdrage van de cliënt wordt volledig geautomatiseerd vastgesteld.\n2. De cliënt betaalt maandelijks.\n"
    finding = of("automatisch-besluit-zonder-uitweg", text)
    assert "kan het eerste lid buiten toepassing laten" in ways(finding)
    assert "met menselijke tussenkomst" in ways(finding)


def test_what_is_left_undone_is_not_always_imposed() -> None:
    text = "Artikel 8\nDe uitkering van de werkloze die dit nalaat, wordt verlaagd.\n"
    finding = of("sanctie-zonder-matiging", text)
    assert "blijft oplegging" not in ways(finding)
    assert "blijft toepassing van het eerste lid achterwege" in ways(finding)
