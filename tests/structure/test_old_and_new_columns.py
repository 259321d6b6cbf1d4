"""Old and new text side by side: the new column is the draft."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from test_cover import uncovered

from doenvermogentoets import readers, structure
from doenvermogentoets.document import Document, UnitKind
from doenvermogentoets.structure.legible import blank, not_read

ROWS = (
    ("Artikel 4", "Artikel 4"),
    ("1. De eigenaar kan een vlonder melden.", "1. De eigenaar meldt een vlonder binnen een week."),
    ("2. De melding is gratis.", "ongewijzigd"),
    ("3. Het college kan in bijzondere gevallen afwijken.", "(vervalt)"),
    ("Artikel 5", "Artikel 5 Toezicht"),
    ("Het college houdt toezicht.", "De burgemeester houdt toezicht."),
)


def _md(*head: str, rows: tuple[tuple[str, ...], ...] = ROWS, before: str = "") -> Document:
    lines = [head, tuple("---" for _ in head), *rows]
    text = f"# Wijziging van de Vlonderwet\n\n{before}" + "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
    return structure.build(readers.read_text(text, "t.md", "md"))


def _read(document: Document) -> list[str]:
    kinds = (UnitKind.ARTIKEL, UnitKind.LID)
    return [f"{u.kind.value} {u.number}: " + " ".join(document.text[s] for s in u.own) for u in document.root.walk() if u.kind in kinds]


NEW = [
    "artikel 4: ",
    "lid 1: De eigenaar meldt een vlonder binnen een week.",
    "lid 2: De melding is gratis.",
    "artikel 5: De burgemeester houdt toezicht.",
]


@pytest.mark.parametrize(
    "head",
    [("was", "wordt"), ("Bestaande tekst", "Voorgestelde tekst"), ("Geldend", "Nieuw"), ("Tekst (oud)", "Tekst (nieuw)")],
)
def test_the_new_column_is_read(head: tuple[str, str]) -> None:
    document = _md(*head)
    assert _read(document) == NEW
    assert blank(document) is None
    assert uncovered(document) == []
    assert [u.what for u in not_read(document)] == [
        f"de oude tekst in de kolom «{head[0]}» (daarvan vervalt 1 cel zonder nieuwe tekst); getoetst is alleen de nieuwe tekst ernaast"
    ]


def test_the_heads_say_which_it_is() -> None:
    assert _read(_md("Nieuwe tekst", "Oude tekst", rows=tuple((new, old) for old, new in ROWS))) == NEW


def test_in_word_too(tmp_path: Path) -> None:
    file = docx.Document()
    file.add_paragraph("Wijziging van de Vlonderwet")
    table = file.add_table(rows=0, cols=2)
    for cells in (("Huidig", "Voorstel"), *ROWS):
        row = table.add_row().cells
        row[0].text, row[1].text = cells
    table.rows[2].cells[1].add_paragraph("Hij doet dat digitaal.")
    path = tmp_path / "t.docx"
    file.save(str(path))
    document = structure.build(readers.read(path))
    assert _read(document) == [NEW[0], f"{NEW[1]} Hij doet dat digitaal.", *NEW[2:]]
    assert not_read(document)[0].what.startswith("de oude tekst in de kolom «Huidig»")


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (("was", "wordt", "toelichting"), tuple((*row, "–") for row in ROWS)),
        (("Artikel", "Onderwerp"), ROWS),
        (("Oud en nieuw", "Nieuw"), ROWS),
    ],
)
def test_any_other_table_with_artikelen_is_refused(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    refused = blank(_md(*head, rows=rows))
    assert refused is not None
    assert "in een tabel" in refused.why


def test_a_table_beside_artikelen_is_a_table() -> None:
    before = "Artikel 1\n\nDe eigenaar betaalt het tarief.\n\n"
    document = _md("oud", "nieuw", rows=(("€ 10", "€ 12"),), before=before)
    assert _read(document) == ["artikel 1: De eigenaar betaalt het tarief."]
    assert not_read(document) == ()
    (told,) = not_read(_md("was", "wordt", before=before))  # as of any table: what it asks is not read
    assert told.what == "termijn, stuk of gevolg in de tabel in artikel 1 («binnen een week»)"
