"""When a finding about a consequence is a warning, and what makes it no more than a suggestion."""

from __future__ import annotations

import pytest

from doenvermogentoets import catalogue
from doenvermogentoets.engine import run
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier

_NAMES = (
    "zwaar-gevolg-zonder-uitweg",
    "alles-of-niets",
    "sanctie-zonder-matiging",
    "gebonden-intrekking",
    "verlies-van-rechtswege",
    "waarborg-uitgesloten",
    "kan-zonder-kader",
    "hardheidsclausule-afwijkend-criterium",
)
CHECKS = [check for check in catalogue.load() if check.name in _NAMES]
SURE = "Artikel 4\nDe aanspraak van de huurder vervalt van rechtswege indien hij de opgave niet voor 1 april heeft ingediend.\n"


def findings(text: str) -> list[Finding]:
    result = run(dossier(read_text(text, "ontwerp.txt", "txt")), CHECKS)
    assert result.failures == []
    return result.findings


@pytest.mark.parametrize(
    "text",
    [
        SURE,
        # an ordinary business, and a regulation in which no body is named
        "Artikel 4\nDe vergunning van de houder vervalt van rechtswege indien hij het tarief niet binnen een week heeft betaald.\n",
        # the sentence names nobody; the right is one of a person
        "Artikel 3\nDe deelnemer vraagt het pensioen aan.\n"
        "Artikel 4\nHet recht op ouderdomspensioen vervalt indien het niet binnen drie jaar is "
        "aangevraagd.\n",
        # who decides is no one who is hit
        "Artikel 4\nHeeft de bewoner de heffing niet tijdig betaald, dan trekt het bevoegd gezag zijn vergunning in.\n",
        # a softening that is refused
        "Artikel 4\nDe aanspraak van de huurder vervalt zonder herinnering vooraf indien hij de opgave niet tijdig heeft ingediend.\n",
        # time for the authority to decide is no way out
        SURE.replace("De aanspraak", "1. De aanspraak") + "2. Het college kan de termijn waarbinnen het beslist, verlengen.\n",
        # every ground of the list is something left undone
        "Artikel 4\nHet college trekt de toelage van de student in indien hij:\na. de opgave niet heeft ingediend;\n"
        "b. de eigen bijdrage niet heeft betaald.\n",
    ],
)
def test_a_text_that_settles_it_gives_a_warning(text: str) -> None:
    found = findings(text)
    assert [f.severity for f in found].count(Severity.WARNING) == 1
    assert all("Een suggestie, want" not in f.explanation for f in found if f.severity is Severity.WARNING)


@pytest.mark.parametrize(
    ("text", "because"),
    [
        (SURE.replace("de huurder", "de zorgverzekeraar").replace(" hij ", " deze "), "instelling"),
        (SURE.replace(" indien", ", tenzij hem geen verwijt treft, indien"), None),
        (SURE.replace("ingediend.", "ingediend, voor zover zij na 1 januari is ontstaan."), "voor zover"),
        (SURE.replace("De aanspraak", "1. De aanspraak") + "2. De huurder kan de aanspraak laten herstellen.\n", "herstellen"),
        (SURE + "Artikel 5\nOnze Minister kan een op grond van artikel 4 vervallen aanspraak herstellen.\n", "vervallen"),
        (
            SURE.replace("De aanspraak", "1. De aanspraak")
            + "2. Artikel 24 van de Algemene Ouderdomswet is van overeenkomstige toepassing.\n",
            "overeenkomstige",
        ),
        (SURE + "Artikel 5\nIn schrijnende gevallen blijft artikel 4 buiten toepassing.\n", None),
        ("Wet tenuitvoerlegging geldelijke lasten\n\n" + SURE, None),
        (SURE.replace("De aanspraak", "1. De aanspraak") + "2. De officier van justitie stelt de huurder daarvan in kennis.\n", "officier"),
        (
            "Artikel 3\nDe aanvrager doet een opgave.\n"
            "Artikel 4\nHet recht op de vergoeding vervalt indien de opgave niet tijdig is ingediend.\n"
            "Artikel 5\nDe school, de instelling en het samenwerkingsverband bewaren de gegevens. De school meldt zich.\n",
            "burger treft",
        ),
        (
            "Artikel 4\nHet college trekt de toelage van de student in indien hij:\na. de opgave niet heeft ingediend;\nb. is verhuisd.\n",
            None,
        ),
        ("Artikel 4\nHet recht van de student op de toelage vervalt indien hij niet meer staat ingeschreven in het register.\n", None),
    ],
)
def test_an_open_point_leaves_a_suggestion_that_says_which(text: str, because: str | None) -> None:
    found = findings(text)
    assert Severity.WARNING not in [f.severity for f in found]
    if because is not None:
        # is it an authority that decides at all, does it concern a person, and is there a way out already?
        first = because in ("officier", "instelling", "burger treft", "vervallen")
        level, severity = ("Ter informatie, want", Severity.INFO) if first else ("Een suggestie, want", Severity.SUGGESTION)
        assert any(level in f.explanation and because in f.explanation and f.severity is severity for f in found)


def test_a_denied_safeguard_of_bodies_is_a_suggestion() -> None:
    people = (
        "Artikel 4\n1. De huurder dient een verzoek in.\n"
        "2. De artikelen 4:7 en 4:8 van de Algemene wet bestuursrecht zijn niet van toepassing.\n"
    )
    bodies = people.replace("De huurder", "De zorgverzekeraar")
    assert [f.severity for f in findings(people)] == [Severity.WARNING]
    assert Severity.WARNING not in [f.severity for f in findings(bodies)]


def test_a_bare_power_against_bodies_is_a_suggestion() -> None:
    people = "Artikel 4\nHet college kan de toelage van de student intrekken.\n"
    assert [f.severity for f in findings(people)] == [Severity.WARNING]
    assert Severity.WARNING not in [f.severity for f in findings(people.replace("de student", "de zorgverzekeraar"))]


def test_special_circumstances_are_a_formula_of_many_laws() -> None:
    own = "Artikel 9\nHet college kan artikel 3 buiten toepassing laten indien dat voor de student tot een schrijnende situatie leidt.\n"
    usual = "Artikel 9\nHet college kan in bijzondere omstandigheden van artikel 3 afwijken.\n"
    hard = "Artikel 9\nHet college kan in bijzondere omstandigheden van artikel 3 afwijken als dat voor de student onredelijk uitpakt.\n"
    rest = "Artikel 3\nDe student vraagt de toelage aan.\n"
    assert [f.severity for f in findings(rest + own)] == [Severity.WARNING]
    assert [f.severity for f in findings(rest + usual)] == [Severity.INFO]
    assert [f.severity for f in findings(rest + hard)] != [Severity.INFO]
