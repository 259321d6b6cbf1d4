"""Numbers of artikelen that are of another law: in a chapter on it, or after a sentence that tells what it has; and what is of the bill."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

BILL = "".join(f"Artikel {i}. Deel {i}\n1. Het bestuur doet werk {i}.\n2. Het bestuur legt een last op.\n\n" for i in range(1, 9))


def asked(passage: str) -> bool:
    return bool(against("verwijzing-zonder-artikel", BILL, f"TOELICHTING\n\n{passage}"))


@pytest.mark.parametrize(
    "passage",
    [
        "Hoofdstuk 2. Rijkswet op het Nederlanderschap\n\nArtikel 14\nArtikel 14, vijfde lid, bepaalt wanneer het verlies intreedt.",
        "Hoofdstuk 4. Toepassing van de Vreemdelingenwet 2000\n\n4.1 Paspoort\nDe houder toont het. Artikel 17 kent uitzonderingen.",
        "1. Verlies\nDe Rijkswet op het Nederlanderschap kent gronden. Die tellen ook hier. In artikel 23 is geregeld wie verklaart.",
        "1. Verlies\nVoor verlies is de Rijkswet op het Nederlanderschap van belang. Artikel 6, vierde lid, zegt wanneer het intreedt.",
    ],
)
def test_of_another_law(passage: str) -> None:
    assert not asked(passage)


@pytest.mark.parametrize(
    "passage",
    [
        "1. Lasten\nIn artikel 12 is geregeld dat het bestuur een last oplegt.",
        "1. Lasten\nOp grond van artikel 7, derde lid, legt het bestuur een last op.",
        # beside another law the bill is still meant
        "1. Verhouding tot de Vreemdelingenwet 2000\nIn artikel 12 is geregeld dat het bestuur een last oplegt.",
        "1. Lasten\nDe Participatiewet kent een last. Deze regeling wijkt daarvan af. In artikel 12 is dat geregeld.",
        "1. Lasten\nDe Participatiewet kent een last. In artikel 12 van deze regeling is dat anders.",
    ],
)
def test_of_the_bill(passage: str) -> None:
    assert asked(passage)
