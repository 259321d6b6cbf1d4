"""Sections of a toelichting and the places that headings name."""

from __future__ import annotations

import pytest

from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier
from doenvermogentoets.toelichting.sections import Place, lids, places, sections

BILL = "Artikel 1\nDe minister beslist binnen acht weken.\n\nArtikel 2\nDe ouder meldt een verhuizing.\n"


def headings(toelichting: str) -> list[tuple[str, bool, int]]:
    document = dossier(read_text(BILL, "o.txt", "txt"), read_text(toelichting, "t.txt", "txt")).toelichting
    assert document is not None
    return [(s.heading, s.artikelsgewijs, len(s.alineas)) for s in sections(document)]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Artikel 5", [Place("5")]),
        ("Artikel 5, tweede lid", [Place("5", lid="2")]),
        ("Artikelen 4 tot en met 6", [Place("4"), Place("5"), Place("6")]),
        ("Artikelen 7 en 9", [Place("7"), Place("9")]),
        ("Artikel 1:2", [Place("1:2")]),
        ("Artikel I, onderdeel B (artikel 18)", [Place("I", "B"), Place("18")]),
        ("Onderdeel C", [Place("", "C")]),
        ("Artikel II (Huurwet) en III (Woonwet)", [Place("II"), Place("III")]),
        ("Gevolgen voor burgers", []),
    ],
)
def test_places_in_a_heading(heading: str, expected: list[Place]) -> None:
    assert list(places(heading)) == expected


def test_lids_are_numbers() -> None:
    assert lids("Het eerste en derde lid regelen de melding.") == {"1", "3"}
    assert lids("De eerste aanvraag en het tweede verzoek.") == set()


def test_general_and_artikelsgewijs() -> None:
    found = headings(
        "MEMORIE VAN TOELICHTING\n\nI. ALGEMEEN\n\n1. Inleiding\nOuders krijgen steun.\n\nII. ARTIKELSGEWIJS\n\nArtikel 2\nDe "
        "termijn is kort.\n"
    )
    assert ("1. Inleiding", False, 1) in found
    assert ("Artikel 2", True, 1) in found


def test_heading_without_text_has_no_paragraphs() -> None:
    found = headings("MEMORIE VAN TOELICHTING\n\n1. Evaluatie\n\n2. Uitvoering\nDe dienst acht het voorstel uitvoerbaar.\n")
    assert ("1. Evaluatie", False, 0) in found
