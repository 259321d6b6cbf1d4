"""Limits for somebody in the service of government: his own where the norm speaks to him, and of what weight."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.testing import Marked, dossier_of
from doenvermogentoets_checks.termijnen.beeld import Leidend
from doenvermogentoets_checks.termijnen.beelden import beelden

CATALOGUE = load()
_SERVICE = (
    "Artikel 1\nIn deze regeling wordt verstaan onder:\na. besluit: het Besluit algemene rechtspositie brandweer;\n"
    "b. ambtenaar: de ambtenaar, bedoeld in artikel 1 van het besluit.\n\nArtikel 5\n"
)
_PEOPLE = "\n\nArtikel 9\nDe ouder van een kind of de bewoner van een woning ontvangt op zijn verzoek een tegemoetkoming voor zijn gezin.\n"


def limits(bill: str) -> list[Leidend | None]:
    return [b.leidend for b in beelden(analyse(dossier_of(Marked(bill, None, ()))).bill)]


def findings(bill: str) -> list[Finding]:
    result = run_analysed(analyse(dossier_of(Marked(bill, None, ()))), CATALOGUE.select(("termijnen",)))
    assert result.failures == []
    return result.findings


@pytest.mark.parametrize(
    "text",
    [
        "De ambtenaar meldt de schade binnen drie weken aan het bevoegd gezag.",
        "Indien de ambtenaar schade heeft geleden, dient hij binnen drie weken een opgave in bij de commandant.",
        "Binnen drie weken na ontvangst kan de ambtenaar bij het bevoegd gezag zijn bedenkingen indienen.",
    ],
)
def test_a_limit_for_staff_is_theirs_and_information_in_their_service(text):
    assert limits(_SERVICE + text) == [Leidend.KORT]
    assert {f.severity for f in findings(_SERVICE + text)} <= {Severity.INFO}


@pytest.mark.parametrize(
    "text",
    [
        "De ambtenaar die met het toezicht is belast, meldt de schade binnen drie weken aan het bevoegd gezag.",
        "Indien de burgemeester de ambtenaar hoort, maakt hij binnen drie weken een verslag.",
        "De ambtenaar stelt het bedrag binnen drie weken vast.",
    ],
)
def test_a_limit_for_who_acts_in_office_is_none(text):
    assert limits(_SERVICE + text) == []


def test_who_was_hurt_in_service_is_asked_about_as_a_citizen():
    hurt = "Regeling smartengeld brandweer\n\n" + _SERVICE + "De ambtenaar meldt het letsel binnen vijf dagen schriftelijk."
    assert [f.severity for f in findings(hurt)] == [Severity.SUGGESTION]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De aanvraag wordt tussen 1 mei en 1 juni ingediend bij het college.", [Leidend.KORT]),
        ("De aanvraag wordt tussen 1 mei en 1 oktober ingediend bij het college.", [None]),
        ("De toelage wordt tussen 1 mei en 1 juni uitbetaald.", []),
    ],
)
def test_a_window_of_weeks_counts_also_where_nobody_is_named(text, expected):
    assert limits("Artikel 5\n" + text + _PEOPLE) == expected


def test_a_window_without_a_name_is_told_as_a_window():
    found = findings("Artikel 5\nDe aanvraag wordt tussen 1 mei en 1 juni ingediend bij het college." + _PEOPLE)
    assert [(f.severity, f.message) for f in found] == [
        (Severity.SUGGESTION, "Dit kan maar in een kort tijdvak: «tussen 1 mei en 1 juni».")
    ]
