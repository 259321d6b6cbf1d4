"""«Niet gevonden» is true: what the next sentence, the next lid or an artikel nearby gives, is found; and what only looks like it is not."""

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
