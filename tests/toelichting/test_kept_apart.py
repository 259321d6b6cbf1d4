"""An artikel that is named to keep it apart does not show that the numbers have moved."""

from __future__ import annotations

import pytest

from doenvermogentoets import structure
from doenvermogentoets.analysis import analyse
from doenvermogentoets.readers import read_text
from doenvermogentoets.toelichting.genoemd import mentions

BILL = """Artikel 4. Logboek
De visser die zijn logboek te laat inzendt, wordt geschorst.

Artikel 5. Boete
De keurmeester legt de visser die een melding nalaat een bestuurlijke boete op van € 300.
"""


@pytest.mark.parametrize(
    ("passage", "moved"),
    [
        ("Deze bepaling geldt niet voor artikel 4, zodat op het te laat inzenden van het logboek alleen schorsing volgt.", ""),
        ("De visser die zijn logboek te laat inzendt, wordt door de keurmeester geschorst.", "4"),
    ],
)
def test_the_number_of_an_artikel_that_is_kept_apart(passage: str, moved: str) -> None:
    text = f"MEMORIE VAN TOELICHTING\n\nI. Algemeen\nDe visserij.\n\nII. Artikelsgewijs\n\nArtikel 5\n{passage}\n"
    dossier = analyse(structure.dossier(read_text(BILL, "o.txt", "txt"), read_text(text, "t.txt", "txt")))
    assert dossier.explanation is not None
    fine = next(p for p in dossier.bill.provisions if p.unit.artikel is not None and p.unit.artikel.number == "5")
    assert mentions(dossier, dossier.explanation.of(fine, fine.norms[0])).moved == moved
