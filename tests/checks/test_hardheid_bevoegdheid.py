"""What the findings of hardheid and bevoegdheid say, how heavy they are, and that one place gets one finding."""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier

CHECKS = load().select(["hardheid", "bevoegdheid"])
TERUG = "Artikel 15\nWat onverschuldigd is betaald, wordt van de ouder teruggevorderd.\n"
INTREK = "Artikel 10\nHet college trekt de vergunning van de houder in indien hij een wijziging niet tijdig heeft gemeld.\n"
KOP = "Memorie van toelichting\n\nAlgemeen\n\n1. Inleiding\nDeze wet regelt een bijdrage.\n\nArtikelsgewijs\n\n"


def findings(bill: str, toelichting: str | None = None) -> list[Finding]:
    given = read_text(toelichting, "toelichting.txt", "txt") if toelichting is not None else None
    result = run(dossier(read_text(bill, "ontwerp.txt", "txt"), given), CHECKS)
    assert result.failures == []
    return result.findings


def names(found: list[Finding]) -> list[str]:
    return [f.check for f in found]


@pytest.mark.parametrize(
    ("text", "check"),
    [
        (TERUG, "sanctie-zonder-matiging"),
        (INTREK, "gebonden-intrekking"),
        (
            "Artikel 4\nDe aanspraak van de cliënt vervalt van rechtswege indien hij drie facturen niet heeft betaald.\n",
            "verlies-van-rechtswege",
        ),
        (
            "Artikel 8\nDe tegemoetkoming van de ouder wordt over het gehele jaar op nihil vastgesteld indien een stuk "
            "niet tijdig is ontvangen.\n",
            "alles-of-niets",
        ),
        ("Artikel 6\nOnze Minister wijst een aanvraag van de student die niet tijdig is ontvangen, af.\n", "zwaar-gevolg-zonder-uitweg"),
        (
            "Artikel 3\nDe student die zijn bewijs niet heeft overgelegd, komt niet voor een bijdrage in aanmerking.\n",
            "zwaar-gevolg-zonder-uitweg",
        ),
        ("Artikel 8\nAan de student die dit nalaat, wordt een bestuurlijke boete van € 1.000 opgelegd.\n", "sanctie-zonder-matiging"),
        ("Artikel 9\nDe student verliest zijn aanspraak indien hij het verslag niet tijdig heeft ingediend.\n", "verlies-van-rechtswege"),
    ],
)
def test_one_place_one_finding(text: str, check: str) -> None:
    found = [f for f in findings(text) if f.severity is Severity.WARNING]
    assert names(found) == [check]


def test_finding_names_the_words_the_person_and_the_search() -> None:
    (finding,) = findings(TERUG)
    assert "«wordt van de ouder teruggevorderd»" in finding.message
    assert "De ouder moet terugbetalen" in finding.explanation
    assert "Gezocht naar dringende reden" in finding.explanation
    assert "in dit artikel" in finding.explanation
    assert "niet gevonden" in finding.explanation
    assert finding.question.endswith("?")
    assert "Awb 3:4" in finding.ground


def test_clause_that_is_suggested_follows_the_model_with_names_of_this_text() -> None:
    (finding,) = findings(INTREK + "\nArtikel 15\nDe houder bewaart zijn stukken.\n")
    assert finding.check == "gebonden-intrekking"
    (terug,) = findings(
        "Artikel 15\n1. De ouder bewaart zijn stukken.\n2. Het college vordert wat onverschuldigd is betaald van de ouder terug.\n"
    )
    texts = [s.insertion or "" for s in terug.suggestions]
    assert any(
        t.startswith("Het college kan het tweede lid buiten toepassing laten of daarvan afwijken voor zover toepassing gelet op het belang")
        for t in texts
    )


def test_net_of_the_awb_is_told_and_a_variable_fine_is_a_suggestion() -> None:
    variable = (
        "Artikel 14\nHet college legt de ouder die een verplichting niet is nagekomen, een bestuurlijke boete op van ten hoogste € 500.\n"
    )
    fixed = "Artikel 14\nHet college legt de ouder die een verplichting niet is nagekomen, een bestuurlijke boete op van € 500.\n"
    (light,) = findings(variable)
    (heavy,) = findings(fixed)
    assert (light.severity, heavy.severity) == (Severity.SUGGESTION, Severity.WARNING)
    assert "Awb 5:46" in heavy.explanation


def test_partial_softening_is_told_but_does_not_answer() -> None:
    (finding,) = findings(
        "Artikel 15\n1. Wat onverschuldigd is betaald, wordt van de ouder teruggevorderd.\n2. Van de "
        "terugvordering van minder dan € 50 wordt afgezien.\n"
    )
    assert "neemt het gevolg niet weg" in finding.explanation


def test_toelichting_decides_how_it_is_told() -> None:
    silent = findings(TERUG, KOP + "Artikel 3\nDe bijdrage is een vast bedrag.\n")
    named = findings(TERUG, KOP + "Artikel 15\nDit artikel bepaalt dat wat onverschuldigd is betaald, van de ouder wordt teruggevorderd.\n")
    reason = KOP + (
        "Artikel 15\nDe terugvordering is gebonden. Daarvoor is gekozen omdat gelijke gevallen gelijk moeten worden "
        "behandeld. Een kan-bepaling is overwogen, maar zou "
        "tot rechtsongelijkheid leiden. Hardheid is niet te verwachten, omdat kleine bedragen niet worden teruggevorderd.\n"
    )
    assert "gaat er niet op in" in silent[0].explanation
    assert "zegt niet waarom" in named[0].explanation
    (explained,) = findings(TERUG, reason)
    assert explained.severity is Severity.INFO
    assert "ook de hardste gevallen" in explained.explanation


def test_without_toelichting_a_bound_refusal_is_information_only() -> None:
    (finding,) = findings("Artikel 5\nHet college weigert de vergunning indien de aanvrager geen ingezetene van de gemeente is.\n")
    assert (finding.check, finding.severity) == ("gebonden-besluit-niet-uitgelegd", Severity.INFO)
    assert "Er is geen toelichting meegegeven." in finding.explanation


@pytest.mark.parametrize(
    "text",
    [
        "Artikel 8\nHet recht op uitkering eindigt met ingang van de dag na die waarop de verzekerde is overleden.\n",
        "Artikel 8\nHet college trekt de vergunning op verzoek van de vergunninghouder in.\n",
        "Artikel 4\nGeen recht op uitkering bestaat zolang de werknemer loon ontvangt.\n",
        "Artikel 4\nEen aanvraag van de bewoner wordt afgewezen voor zover het subsidieplafond zou worden overschreden.\n",
        "Artikel 11\nDe verzekerde is over elk kalenderjaar premie verschuldigd.\n",
        "Artikel 9\nDe bevoegdheid tot terugvordering vervalt vijf jaren na de laatste dag van het jaar.\n",
        "Artikel 20\nDe Parkeerverordening 2017 wordt ingetrokken.\n",
        "Artikel 14\nDeze regeling vervalt met ingang van 1 januari 2029.\n",
        "Artikel 7\nHetgeen te veel aan voorschotten is betaald, wordt van het waterschap teruggevorderd.\n",
        "Artikel 5\nHet college verleent de vergunning indien de aanvrager ingezetene is.\n",
        "Artikel 1\nDe ouder ontvangt een bijdrage.\n\nArtikel 2\nDe bijdrage wordt op nihil vastgesteld indien de "
        "gemeente de stukken niet tijdig heeft ingediend.\n",
        "Artikel 1\n1. De raad heeft zeven leden.\n2. Het lidmaatschap eindigt van rechtswege indien het lid zijn "
        "nevenfuncties niet tijdig heeft gemeld.\n",
        "Artikel 9\nEen beding dat onredelijk bezwarend is, is vernietigbaar.\n",
        "Artikel 3\nIn deze wet wordt verstaan onder ouder: degene die een kind verzorgt.\n",
    ],
)
def test_no_finding(text: str) -> None:
    assert [f.check for f in findings(text) if f.severity in (Severity.WARNING, Severity.SUGGESTION)] == []


def test_general_clause_in_other_words_ends_the_search_but_is_itself_reported() -> None:
    found = findings(TERUG + "\nArtikel 20. Hardheid\nHet college kan in bijzondere gevallen van deze verordening afwijken.\n")
    known = [
        f for f in found if not f.check.startswith("gehoorde-")
    ]  # what is heard does not weigh a clause that nobody can tell the reach of
    assert names(known) == ["hardheidsclausule-afwijkend-criterium", "hardheidsclausule-onbepaalde-reikwijdte"]


def test_clause_names_the_heavy_effects_that_lean_on_it() -> None:
    found = findings(
        "Artikel 3\nDe huurder die niet tijdig aanvraagt, verliest zijn aanspraak op de toeslag.\n\n"
        "Artikel 9\nHet college kan artikel 3 buiten toepassing laten, indien sprake is van een schrijnend geval.\n"
    )
    (clause,) = (f for f in found if f.check == "hardheidsclausule-afwijkend-criterium")
    assert "Een zwaar gevolg leunt alleen op deze clausule: artikel 3." in clause.explanation


@pytest.mark.parametrize(
    ("onderdeel", "words"),
    [
        ("In artikel 4 wordt na «dringende redenen» ingevoegd «van financiële aard».", "vernauwt een dringende reden"),
        (
            "In artikel 6 wordt «stelt het college de ouder in de gelegenheid het verzuim te herstellen» vervangen door «kan het "
            "college de ouder gelegenheid geven het verzuim te herstellen».",
            "maakt van de plicht",
        ),
    ],
)
def test_amendment_that_weakens_a_safeguard(onderdeel: str, words: str) -> None:
    found = findings(f"Artikel I\nDe Wet lesmateriaal wordt als volgt gewijzigd:\n\nA\n{onderdeel}\n")
    assert [f.check for f in found] == ["waarborg-verzwakt"]
    assert words in found[0].message


def test_words_that_widen_a_safeguard_do_not_weaken_it() -> None:
    text = "In artikel 4 wordt na «dringende redenen» ingevoegd «of andere bijzondere omstandigheden»."
    assert findings(f"Artikel I\nDe Wet lesmateriaal wordt als volgt gewijzigd:\n\nA\n{text}\n") == []


def test_person_who_is_hit_is_whom_the_regulation_is_about() -> None:
    found = findings(
        "Artikel 2\nDe gebruiker meldt wijzigingen aan het college.\n\nArtikel 6\n1. De arts van de gebruiker geeft een verklaring af.\n"
        "2. De aanspraak op de tegemoetkoming vervalt indien het stuk niet tijdig is ontvangen.\n"
    )
    (finding,) = (f for f in found if f.check == "verlies-van-rechtswege")
    assert "De gebruiker verliest het recht" in finding.explanation
