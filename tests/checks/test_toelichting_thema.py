"""The checks of the toelichting: silent without one, both places in a contradiction."""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import Catalogue, Example, load
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.testing import findings_in, unmark

CATALOGUE: Catalogue = load()
THEME = [c for c in CATALOGUE if c.theme == "toelichting"]
BILL = """Artikel 5
1. De ouder meldt een verhuizing binnen twee weken aan het college.
2. Het recht vervalt indien de ouder dat niet heeft gedaan.

Artikel 6
Het college vordert het bedrag van de ouder terug.
"""


def findings(check: str, toelichting: str, bill: str = BILL) -> list[Finding]:
    found = CATALOGUE.get(check)
    assert found is not None
    text = f"{bill}--- toelichting ---\nMEMORIE VAN TOELICHTING\n\n{toelichting}\n"
    return findings_in(found, unmark(Example(text, expected=False)))


@pytest.mark.parametrize("check", THEME, ids=lambda c: c.name)
def test_silent_without_a_toelichting(check: object) -> None:
    name = next(c.name for c in THEME if c is check)
    found = CATALOGUE.get(name)
    assert found is not None
    hits = findings_in(found, unmark(Example(BILL, expected=False)))
    assert len(hits) == (1 if name == "zonder-toelichting" else 0)  # the one that says so, says it once


def test_an_empty_assurance_weighs_more_than_a_gap() -> None:
    empty = findings("doenvermogen-mager", "1. Doenvermogen\nEr is rekening gehouden met het doenvermogen van ouders.")
    gap = findings(
        "doenvermogen-mager", "1. Doenvermogen\nDe helft van de ouders heeft moeite met formulieren. Zij geven een verhuizing door."
    )
    assert [f.severity for f in empty] == [Severity.WARNING]
    assert [f.severity for f in gap] == [Severity.SUGGESTION]


def test_regeldruk_is_no_doenvermogen() -> None:
    (finding,) = findings("doenvermogen-ontbreekt", "1. Regeldruk\nEen aanvraag kost ouders een half uur.")
    assert "regeldruk" in finding.explanation


@pytest.mark.parametrize(
    ("who", "severity", "told"),
    [
        ("De ouder", Severity.WARNING, "burgers moeten handelen"),
        ("De vergunninghouder", Severity.SUGGESTION, "iemand moet handelen"),  # a company may hold a permit too
    ],
)
def test_who_must_act_decides_how_much_a_missing_account_weighs(who: str, severity: Severity, told: str) -> None:
    (finding,) = findings(
        "doenvermogen-ontbreekt", "1. Inleiding\nDit regelt het gebruik.", f"Artikel 1\n{who} meldt storingen jaarlijks.\n"
    )
    assert finding.severity is severity
    assert told in finding.message
    assert bool(finding.doubts) is (severity is Severity.SUGGESTION)


def test_a_contradiction_shows_both_places() -> None:
    (finding,) = findings(
        "tegenspraak-getal", "1. Melding\nDe ouder meldt een verhuizing (artikel 5, eerste lid) binnen drie weken aan het college."
    )
    assert finding.quote == "drie weken"
    assert [a.document.text[a.span] for a in finding.annotations] == ["twee weken"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nu geldt op grond van artikel 5, eerste lid, een termijn van drie weken.",
        "De termijn van artikel 5, eerste lid, gaat van drie naar twee weken.",
        "In de consultatie is gevraagd om in artikel 5, eerste lid, een termijn van drie weken op te nemen.",
        "Op grond van artikel 5, eerste lid, meldt de ouder dit binnen veertien dagen.",
    ],
)
def test_no_contradiction_in_these(sentence: str) -> None:
    assert not findings("tegenspraak-getal", f"1. Melding\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ouders hebben er zelf belang bij om een verhuizing te melden.",
        "Ouders worden geacht te weten dat zij een verhuizing moeten melden.",
        "Melden behoort tot de eigen verantwoordelijkheid van ouders.",
        "Wie niet meldt, neemt bewust het risico dat zijn recht vervalt.",
        "Van ouders mag worden verwacht dat zij een verhuizing melden.",
        "Een ouder die weet dat zijn recht vervalt, zal de verhuizing tijdig melden.",
    ],
)
def test_view_of_man(sentence: str) -> None:
    assert len(findings("rationele-burger", f"1. Melding\n{sentence}")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Van ouders kan niet worden verwacht dat zij elke wijziging meteen melden.",
        "De gedachte dat ouders er zelf belang bij hebben, gaat niet op.",
        "De gemeente heeft er zelf belang bij om de gegevens te leveren.",
        "Volgens de organisatie van ouders is melden hun eigen verantwoordelijkheid.",
    ],
)
def test_not_this_view_of_man(sentence: str) -> None:
    assert not findings("rationele-burger", f"1. Melding\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Een hardheidsclausule is niet opgenomen.",
        "In de consultatie is gevraagd om een hardheidsclausule.",
        "De hardheidsclausule van de Algemene wet inzake rijksbelastingen geldt hier.",
    ],
)
def test_a_clause_that_is_not_claimed(sentence: str) -> None:
    assert not findings("tegenspraak-clausule", f"1. Hoofdlijnen\n{sentence}")
