"""What was passed over on law that no rule was made on: each class beside what looks like it and must stay as it was."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.testing import Marked, dossier_of

CATALOGUE = load()
PEOPLE = (
    "\n\nArtikel 90. Kring\nDe ouder van een kind of de bewoner van een woning ontvangt op zijn verzoek een tegemoetkoming voor zijn gezin "
    "en kinderen.\n"
)


def findings(text: str, check: str, around: str = PEOPLE) -> list[Finding]:
    """What one check says of a text, at any level."""
    result = run_analysed(analyse(dossier_of(Marked(f"{text}{around}", None, ()))), CATALOGUE.select((check,)))
    assert result.failures == []
    return [f for f in result.findings if f.check == check and f.span.start < len(text)]


_ILL = "Artikel 4\nDegene die verlof heeft, meldt zijn ziekte binnen drie dagen na het begin van zijn ziekte aan de directeur.\n\n"
_PLACES = "Artikel 5\n{wie}. De inrichting is schoon. De inrichting is veilig. De inrichting is open. De inrichting is heel.\n\n" + (
    "Artikel 6\nDe inrichting is licht. De inrichting is warm. De inrichting is ruim. De inrichting is droog. De inrichting is nieuw.\n"
)


@pytest.mark.parametrize(
    "wie",
    [
        "De gedetineerde verblijft in de inrichting",
        "De verpleegde woont in de inrichting",
        "De patiënt verblijft in een psychiatrische inrichting",
        "De jeugdige slaapt in de inrichting. De jeugdige eet er. De jeugdige leert er",
    ],
)
def test_an_institution_where_people_are_kept_is_no_business(wie: str) -> None:
    assert findings(_ILL + _PLACES.format(wie=wie), "termijn-bij-levensgebeurtenis", "")


@pytest.mark.parametrize("wie", ["De drijver zorgt voor de inrichting", "De jeugdige komt niet in de inrichting"])
def test_an_institution_of_somebody_who_runs_it_still_is(wie: str) -> None:
    assert not findings(_ILL + _PLACES.format(wie=wie), "termijn-bij-levensgebeurtenis", "")


_DOCTOR = "Artikel 5\nDe {arts} komt. De {arts} kijkt. De {arts} luistert. De {arts} schrijft. De {arts} vraagt. De {arts} gaat.\n\n" + (
    "Artikel 6\nDe {arts} belt. De {arts} wacht. De {arts} ziet. De {arts} leest. De {arts} weegt. De {arts} rust.\n"
)


@pytest.mark.parametrize(("arts", "seen"), [("bedrijfsarts", True), ("bedrijfsgeneeskundige", True), ("bedrijfsleider", False)])
def test_the_doctor_of_a_firm_does_not_make_a_text_one_about_firms(arts: str, seen: bool) -> None:
    assert bool(findings(_ILL + _DOCTOR.format(arts=arts), "termijn-bij-levensgebeurtenis", "")) is seen
