"""What is expected of people is quoted whole, also where the words that show it stop before it."""

from __future__ import annotations

from tegen_toelichting import against

BILL = "Artikel 2. Opgave\nDe bewoner doet ieder jaar uiterlijk op 1 maart opgave van zijn dieren aan het college.\n"


def test_the_expectation_is_whole_and_ends_with_its_clause() -> None:
    told = "TOELICHTING\n\n1. Lasten\nVan een bewoner mag worden aangenomen dat hij brieven opent en weet wat hij moet doen; zo is het."
    (hit,) = against("rationele-burger", BILL, told)
    assert "«mag worden aangenomen dat hij brieven opent en weet wat hij moet doen»" in hit.message
