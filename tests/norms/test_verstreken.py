"""What lapses when a limit has run out, told without a condition: the price of being late only after a citizen's own limit."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import Analysis, analyse
from doenvermogentoets.norms.aanleiding import Aanleiding
from doenvermogentoets.norms.gevolgen import consequences
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier

LIMIT = "De huurder vraagt de vergoeding aan binnen drie weken na de verhuizing."


def bill(text: str) -> Analysis:
    return analyse(dossier(read_text(text, "ontwerp.txt", "txt"))).bill


def lost(text: str) -> list[str]:
    """The kinds of effect of not meeting the first norm."""
    analysis = bill(text)
    provision = analysis.provisions[0]
    return [c.gevolg.soort.value for c in consequences(analysis, provision, provision.norms[0])]


@pytest.mark.parametrize(
    "after",
    [
        "Na afloop van deze termijn vervalt het recht op de vergoeding.",
        "Na het verstrijken van die termijn vervalt de aanspraak op de vergoeding van rechtswege.",
        "Met het verstrijken van die termijn vervalt het recht op de vergoeding.",
        "Het recht op de vergoeding vervalt na ommekomst van die termijn.",
        "Na die termijn vervalt zijn recht op de vergoeding.",
        "Daarna vervalt de aanspraak op de vergoeding.",
        "Nadien eindigt zijn recht op de vergoeding.",
        "Is die termijn verstreken, dan vervalt zijn aanspraak op de vergoeding.",
    ],
)
def test_a_loss_at_the_end_of_a_citizens_limit_is_the_price_of_being_late(after: str) -> None:
    text = f"Artikel 4\n{LIMIT} {after}\n"
    assert lost(text) == ["verval"]
    (nadeel,) = nadelen(bill(text))
    assert nadeel.aanleiding is Aanleiding.VERZUIM
    two = f"Artikel 4\n1. {LIMIT}\n2. {after}\n"
    assert lost(two) == ["verval"]


def test_a_reference_says_which_limit_has_run_out() -> None:
    after = "Het recht op de vergoeding vervalt na afloop van de termijn, bedoeld in artikel 4.\n"
    assert lost(f"Artikel 4\n{LIMIT}\n\nArtikel 9\n{after}") == ["verval"]
    lasting = "De vergoeding wordt toegekend voor twaalf maanden."
    assert lost(f"Artikel 4\n{lasting}\n\nArtikel 9\n{after}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Het college beslist binnen acht weken op de aanvraag. Na afloop van deze termijn vervalt het recht op voorrang.",
        "De vergunning wordt verleend voor vijf jaar. Daarna vervalt de vergunning.",
        "De huurder heeft gedurende een jaar recht op de vergoeding. Na afloop van deze periode eindigt het recht op de vergoeding.",
        f"{LIMIT} Het college bevestigt de ontvangst. Daarna vervalt het recht op het voorschot.",
        f"{LIMIT} Het college beslist binnen acht weken. Na afloop van deze termijn vervalt het recht op de vergoeding.",
        f"{LIMIT} Na afloop van deze termijn vervalt de machtiging van de ambtenaar.",
        f"{LIMIT} Daarna vervalt de verplichting tot betaling van leges.",
        f"{LIMIT} Na afloop van het jaar vervalt het recht op de vergoeding.",
    ],
)
def test_what_lapses_otherwise_is_no_price_of_being_late(text: str) -> None:
    assert lost(f"Artikel 4\n{text}\n") == []
    assert not any(n.aanleiding is Aanleiding.VERZUIM for n in nadelen(bill(f"Artikel 4\n{text}\n")))


def test_a_right_that_lapses_after_a_term_burdens_and_a_term_that_stops_does_not() -> None:
    def belast(after: str) -> bool:
        return bill(f"Artikel 4\n{LIMIT} {after}\n").provisions[0].norms[-1].belastend

    assert belast("Na afloop van deze termijn vervalt het recht op de vergoeding.")
    assert not belast("De termijn wordt opgeschort zolang de huurder in het ziekenhuis is opgenomen.")
    assert not belast("Na afloop van deze termijn vervalt de machtiging van de ambtenaar.")
    assert not belast("Deze termijn vervalt indien de huurder de woning verlaat.")
