"""A duty that comes back, where another lid of the artikel sends a reminder, and where none does."""

from __future__ import annotations

import pytest
from tegen_toelichting import CATALOGUE

from doenvermogentoets.testing import Example, findings_in, unmark


@pytest.mark.parametrize(
    ("lid", "reminded"),
    [
        ("Het college zendt de huurder in december een herinnering aan de opgave.", True),
        ("Het college zendt geen herinnering.", False),
        ("Het college beslist binnen acht weken.", False),
    ],
)
def test_a_reminder_in_the_artikel_is_told(lid: str, reminded: bool) -> None:
    check = CATALOGUE.get("terugkerende-plicht")
    assert check is not None
    bill = f"Artikel 3\n1. De huurder doet ieder jaar uiterlijk op 1 februari opgave van zijn inkomen aan het college.\n2. {lid}\n"
    found = findings_in(check, unmark(Example(bill, expected=False)))
    assert found
    told = [f.explanation for f in found]
    assert all(("artikel 3, tweede lid" in why) is reminded for why in told)
    assert all(("niet gevonden" in why) is not reminded for why in told)
