"""What a second reading of unknown law found missing, each beside what looks like it and must stay as it was."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.testing import Marked, dossier_of

CATALOGUE = load()
PEOPLE = (
    "\n\nArtikel 9\nDe ouder van een kind of de bewoner van een woning ontvangt op zijn verzoek een tegemoetkoming voor zijn gezin "
    "en kinderen.\n"
)
FATAL = "fatale-termijn-zonder-uitweg"


def findings(text: str, check: str, rest: str = PEOPLE) -> list[Finding]:
    """What one check says of artikel 5."""
    result = run_analysed(analyse(dossier_of(Marked(f"Artikel 5\n{text}{rest}", None, ()))), CATALOGUE.select((check,)))
    assert result.failures == []
    return [f for f in result.findings if f.check == check and f.span.start < len(text) + 10]


# A time to apply without a sentence about who is later.


def windows(text: str, rest: str = PEOPLE) -> list[Severity]:
    return [f.severity for f in findings(text, FATAL, rest) if "wat geldt voor wie later is" in f.message]


@pytest.mark.parametrize(
    "text",
    [
        "De aanvraag van de weduwe wordt binnen vijf maanden na het overlijden gedaan.",
        "De bewoner dient de aanvraag in binnen een half jaar na zijn verhuizing.",
        "De ouder vraagt de toeslag binnen honderd dagen na de geboorte aan.",
        "De huurder doet het verzoek binnen acht weken na de inwerkingtreding van dit besluit.",
    ],
)
def test_a_time_to_apply_after_an_event_is_asked_about(text: str) -> None:
    assert windows(text) == [Severity.SUGGESTION]


@pytest.mark.parametrize(
    "text",
    [
        "De aanvraag van de bewoner wordt binnen drie maanden na afloop van de werkzaamheden ingediend.",
        "Een verzoek van de ouder om een bijdrage moet uiterlijk binnen drie jaren na de inwerkingtreding van deze wet zijn ontvangen.",
        "Aan de bewoner kan binnen vier weken na de inwerkingtreding van dit besluit, uitsluitend op zijn verzoek, een vergoeding worden "
        "toegekend.",
    ],
)
def test_a_time_to_apply_for_people_is_information(text: str) -> None:
    assert windows(text) == [Severity.INFO]


@pytest.mark.parametrize(
    "text",
    [
        "Het college beslist binnen drie maanden na de inwerkingtreding op de aanvraag van de bewoner.",
        "Het college kan binnen acht weken na ontvangst, uitsluitend op verzoek van de bewoner, een vergoeding toekennen.",
        "De bewoner dient de aanvraag in binnen vijf maanden na het overlijden. Het college kan deze termijn verlengen.",
        "De weduwe dient de aanvraag in binnen vijf maanden na het overlijden. Een latere aanvraag gaat in op de dag van ontvangst.",
        "De weduwe ontvangt de uitkering ambtshalve; zij kan haar binnen vijf maanden na het overlijden ook zelf aanvragen.",
        "De bewoner dient de aanvraag tot vaststelling van de vergoeding in binnen drie maanden na afloop van de werkzaamheden.",
        "De bewoner vraagt binnen zes weken na de bekendmaking van de uitslag een herkeuring aan.",
        "De bewoner die binnen een jaar na de inwerkingtreding een aanvraag heeft ingediend, ontvangt de vergoeding.",
        "De gemeente dient haar aanvraag in binnen drie maanden na de inwerkingtreding van deze regeling.",
    ],
)
def test_no_door_falls_shut_for_a_person(text: str) -> None:
    assert windows(text) == []


def test_a_firm_that_applies_is_not_asked_about() -> None:
    firms = "\n\nArtikel 9\nDe onderneming en de rechtspersoon houden een boekhouding van het bedrijf bij.\n"
    assert windows("De aanvraag wordt ingediend binnen drie maanden na publicatie van deze regeling.", firms) == []
