"""A lid in the heading of a passage that its artikel does not have."""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import Example, load
from doenvermogentoets.testing import findings_in, unmark

CATALOGUE = load()
BILL = """Artikel 1. Bakens
1. De schipper plaatst een baken.
2. Het havenbedrijf betaalt het baken.

Artikel 2. Lichten
1. De schipper voert een licht.
2. Het licht is groen.
3. Het licht brandt bij mist.
"""


@pytest.mark.parametrize(
    ("heading", "wrong"),
    [
        ("Artikel 1, derde lid", True),
        ("Artikel 1, tweede lid", False),
        ("Artikel 2, derde lid", False),
        ("Artikel 1, vierde lid (vervallen)", False),
        ("Artikel 1, eerste en tweede lid", False),
        ("Artikelen 1 en 2, derde lid", False),
        ("Artikel 1", False),
    ],
)
def test_a_heading_with_a_lid(heading: str, wrong: bool) -> None:
    known = CATALOGUE.get("verwijzing-zonder-artikel")
    assert known is not None
    text = f"{BILL}--- toelichting ---\nTOELICHTING\n\nArtikelsgewijs\n\n{heading}\nBakens liggen op de vaarweg en zijn rood.\n"
    found = findings_in(known, unmark(Example(text, expected=False)))
    assert bool(found) is wrong
