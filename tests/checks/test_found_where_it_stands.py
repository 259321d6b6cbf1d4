"""«Niet gevonden» is true: what the next sentence, the next lid or an artikel nearby gives, is found; what only looks like it is not."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.findings import Finding
from doenvermogentoets.testing import Marked, dossier_of

CATALOGUE = load()
PEOPLE = (
    "\n\nArtikel 9\nDe ouder van een kind of de bewoner van een woning ontvangt op zijn verzoek een tegemoetkoming voor zijn gezin "
    "en kinderen.\n"
)


def findings(check: str, text: str) -> list[Finding]:
    """What one check says of a bill."""
    result = run_analysed(analyse(dossier_of(Marked(f"{text}{PEOPLE}", None, ()))), CATALOGUE.select((check,)))
    assert result.failures == []
    return [f for f in result.findings if f.span.start < len(text)]


DIGITAL = "Artikel 5\nDe melding door de bewoner geschiedt door middel van een elektronisch formulier."


@pytest.mark.parametrize(
    "way",
    [
        "Wie dat niet kan, kan de melding schriftelijk of aan een loket doen.",
        "Lukt dat de bewoner niet, dan doet hij de melding per brief.",
        "Wie geen computer heeft mag de melding op papier doen.",
    ],
)
def test_a_denial_in_the_clause_before_does_not_close_the_other_way(way: str) -> None:
    assert not findings("uitsluitend-digitaal", f"{DIGITAL} {way}")


@pytest.mark.parametrize(
    "way",
    [
        "De bewoner kan de melding niet schriftelijk of telefonisch doen.",
        "Een melding kan niet, ook niet schriftelijk, op een andere manier worden gedaan.",
        "Wie niet kan inloggen, kan niet schriftelijk melden.",
    ],
)
def test_a_way_that_is_denied_stays_closed(way: str) -> None:
    assert findings("uitsluitend-digitaal", f"{DIGITAL} {way}")


AUTOMATIC = "Artikel 8\nDe bijdrage van de ouder wordt volledig geautomatiseerd vastgesteld."


@pytest.mark.parametrize(
    "person",
    [
        "Wil de ouder dat, dan beoordeelt een ambtenaar van de afdeling Toeslagen de uitkomst nog eens.",
        "Op verzoek van de ouder neemt de Dienst het besluit na ontvangst van de gegevens en stukken die hij zendt opnieuw.",
        "De ouder kan vragen de bijdrage opnieuw te laten vaststellen.",
    ],
)
def test_a_person_who_looks_is_found_however_many_words_stand_between(person: str) -> None:
    assert not findings("automatisch-besluit-zonder-uitweg", f"{AUTOMATIC} {person}")


@pytest.mark.parametrize(
    "person",
    [
        "Een medewerker beoordeelt de bijdrage niet.",
        "Een ambtenaar zendt het besluit.",
        "Er kijkt geen medewerker naar het besluit.",
        "Een medewerker van de dienst controleert de systemen.",
    ],
)
def test_a_person_who_does_not_look_at_the_case_is_none(person: str) -> None:
    assert findings("automatisch-besluit-zonder-uitweg", f"{AUTOMATIC} {person}")


WITHDRAWN = (
    "Artikel 5\n1. De vergunning van de bewoner wordt ingetrokken indien:\na. hij onjuiste gegevens heeft verstrekt;\n"
    "b. hij overleden is.\n"
)


@pytest.mark.parametrize(
    "chance",
    [
        "2. De intrekking blijft achterwege indien de fout de bewoner niet kan worden verweten.",
        "2. Voordat het college op grond van het eerste lid, onderdeel a, intrekt, krijgt de bewoner zes weken om de "
        "gegevens te verbeteren.",
    ],
)
def test_another_lid_that_gives_a_chance_or_an_excuse_is_a_way_out(chance: str) -> None:
    assert not findings("gebonden-intrekking", WITHDRAWN + chance)


@pytest.mark.parametrize(
    "chance",
    [
        "2. Het college stelt de bewoner van de intrekking in kennis.",
        "2. De intrekking blijft niet achterwege, ook als de fout de bewoner niet kan worden verweten.",
        "2. Het college krijgt zes weken om fouten in het register te herstellen.",
    ],
)
def test_what_helps_nobody_is_no_way_out(chance: str) -> None:
    assert findings("gebonden-intrekking", WITHDRAWN + chance)


def arrears(before: str, much: str = "drie termijnen") -> str:
    return (
        f"Hoofdstuk 2. Betaling\n\nArtikel 4\n{before}\n\nArtikel 5\nHeeft de ouder {much} niet betaald, dan is de gehele resterende "
        "schuld van rechtswege terstond opeisbaar."
    )


def test_a_reminder_before_the_debt_falls_due_is_found() -> None:
    (finding,) = findings("alles-of-niets", arrears("Betaalt de ouder niet op tijd, dan zendt het college hem een herinnering."))
    assert "herstel van verzuim, maar dat neemt het gevolg niet weg" in finding.explanation
    assert "Gezocht naar herstel" not in finding.explanation
    assert not any("Awb 4:5" in s.title for s in finding.suggestions)


@pytest.mark.parametrize(
    "before",
    ["Betaalt de ouder niet, dan wordt zonder aanmaning rente geheven.", "De ouder krijgt een herinnering aan de afspraak met de dienst."],
)
def test_no_reminder_or_one_of_another_thing_is_none(before: str) -> None:
    (finding,) = findings("alles-of-niets", arrears(before))
    assert "Gezocht naar herstel" in finding.explanation


def test_a_debt_that_falls_due_is_no_right_that_is_lost() -> None:
    (finding,) = findings("alles-of-niets", arrears("De ouder betaalt in termijnen."))
    assert "moet ineens alles betalen" in finding.explanation
    assert "verliest het recht" not in finding.explanation
    assert "een omvang hebben («drie termijnen»)" in finding.explanation


def test_one_slip_is_enough_where_the_text_asks_no_more() -> None:
    (finding,) = findings("alles-of-niets", arrears("De ouder betaalt in termijnen.", "een termijn"))
    assert "Hoe klein het verzuim is, telt niet mee" in finding.explanation
