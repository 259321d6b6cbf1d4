"""An instruction that takes something away has no norm of its own; what the toelichting says of it is read all the same."""

from __future__ import annotations

import pytest

from doenvermogentoets import structure
from doenvermogentoets.analysis import analyse
from doenvermogentoets.readers import read_text
from doenvermogentoets.toelichting.wijziging import Gewijzigd, gewijzigd

BILL = """\
Wijziging van de Pachtwet volkstuinen

ARTIKEL I

De Pachtwet volkstuinen wordt als volgt gewijzigd:

A

In artikel 4, eerste lid, wordt «tien weken» vervangen door «vijf weken».

B

In artikel 7, eerste lid, wordt «kan de pachtbrief intrekken» vervangen door «trekt de pachtbrief in».

C

In artikel 9 wordt «drie weken» vervangen door «zeven weken».

D

Artikel 12 vervalt.

E

In artikel 14 wordt «tuinraad» vervangen door «tuincommissie».

ARTIKEL II

Deze wet treedt in werking met ingang van 1 januari 2028.
"""
ARTIKELSGEWIJS = "II. Artikelsgewijs\n\nArtikel I\n\nOnderdeel A\nDe termijn wordt korter, omdat tuinen anders leeg staan."


def said(toelichting: str) -> dict[str, Gewijzigd]:
    told = f"TOELICHTING\n\n{toelichting}\n"
    dossier = analyse(structure.dossier(read_text(BILL, "o.txt", "txt"), read_text(told, "t.txt", "txt")))
    return {str(a.target.artikel): found for a, found in gewijzigd(dossier)}


def test_what_takes_something_away_is_told_and_no_other_instruction() -> None:
    assert list(said("1. Algemeen\nDeze wet wijzigt het tuinrecht.")) == ["4", "7", "12"]


@pytest.mark.parametrize(
    ("artikel", "passage", "elements"),
    [
        # under its heading, by the length that it brings, by its words, by the artikel that goes
        ("4", ARTIKELSGEWIJS, {"genoemd", "waarom"}),
        ("4", "1. Melden\nWie stopt, meldt dat straks binnen vijf weken. Twee weken is overwogen.", {"genoemd", "alternatieven"}),
        ("7", "1. Intrekken\nDe commissie trekt de pachtbrief steeds in, omdat pachters op een tuin wachten.", {"genoemd", "waarom"}),
        ("12", "1. Vangnet\nArtikel 12 vervalt.", {"genoemd"}),
        # what another thinks of it gives no reason, another length is not this one, and another artikel goes unsaid
        ("12", "1. Inbreng\nDe bond vindt dat niet kan, omdat artikel 12 pachters beschermt.", {"genoemd"}),
        ("4", "1. Water\nHet water wordt zes weken afgesloten, omdat leidingen bevriezen.", set()),
        ("12", ARTIKELSGEWIJS, set()),
    ],
)
def test_what_is_said_of_it(artikel: str, passage: str, elements: set[str]) -> None:
    assert set(said(passage)[artikel].elementen) == elements
