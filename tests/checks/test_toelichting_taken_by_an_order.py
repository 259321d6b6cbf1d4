"""An amending order that takes a choice or a safeguard away, while the toelichting says it is kept or gives no reason."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

BILL = """ARTIKEL I
De Wet toelage pleegzorg wordt als volgt gewijzigd:

A

In artikel 7, eerste lid, wordt «kan de toelage herzien of beëindigen» vervangen door «herziet of beëindigt de toelage».

B

Artikel 9, eerste lid, komt te luiden:

1. Het college legt de pleegouder die een verhuizing verzwijgt een bestuurlijke boete op van € 250.

C

Na artikel 11 wordt een artikel ingevoegd, luidende:

Artikel 11a

Het college schort de betaling op, indien het jaarverslag van de pleegouder niet is ontvangen.

D

Artikel 15 vervalt.
"""
HEAD = "MEMORIE VAN TOELICHTING\n\nI. Algemeen\n\n1. Inhoud\n"


def found(check: str, passage: str) -> list[str]:
    return [f.message for f in against(check, BILL, HEAD + passage)]


@pytest.mark.parametrize(
    "passage",
    [
        "Het college behoudt de mogelijkheid om in een concreet geval van herziening van de toelage af te zien.",
        "Het college kan in schrijnende gevallen afzien van herziening of beëindiging van de toelage.",
    ],
)
def test_a_choice_that_the_order_takes_is_held_against_that_order(passage: str) -> None:
    (said,) = found("tegenspraak-ruimte", passage)
    assert "«kan de toelage herzien of beëindigen» wordt" in said
    assert not found("tegenspraak-clausule", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Het college kan niet langer van herziening van de toelage afzien.",
        "Nu kan het college van herziening van de toelage afzien; dat leidde tot verschillen.",
    ],
)
def test_a_choice_that_goes_is_told_as_gone(passage: str) -> None:
    assert not any("wordt «" in said for said in found("tegenspraak-ruimte", passage))


OBJECTION = "De Cliëntenraad vindt het onaanvaardbaar dat het vangnet van artikel 15 verdwijnt."


@pytest.mark.parametrize(
    ("passage", "wanted"),
    [
        (OBJECTION, True),
        ("Artikel 15 is een waarborg voor pleegouders. Artikel 15 vervalt.", True),
        (f"{OBJECTION} Het vangnet van artikel 15 verdwijnt, omdat het sinds 2019 door niemand is gebruikt.", False),
        (
            f"{OBJECTION}\n\nII. Artikelsgewijs\n\nArtikel I\n\nOnderdeel D\nDat kan, omdat de Jeugdwet er nu in voorziet.",
            False,
        ),
        ("Artikel 15 ging over het model van het jaarverslag. Artikel 15 vervalt.", False),
    ],
)
def test_a_safeguard_that_goes_without_a_reason(passage: str, wanted: bool) -> None:
    assert any("Artikel 15 vervalt" in said for said in found("waarborg-vervalt", passage)) is wanted
