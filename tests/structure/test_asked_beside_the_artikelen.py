"""What a form or a table asks is not read as a norm, and that is told."""

from __future__ import annotations

import pytest

from doenvermogentoets import readers, structure
from doenvermogentoets.structure.legible import not_read

BEFORE = "### Artikel 2\n1. De houder vraagt de pas aan met het formulier van bijlage 1.\n"
AFTER = "\n### Artikel 3\nDeze regeling treedt in werking op 1 mei 2031.\n\n"


def _unread(text: str) -> list[tuple[str, int]]:
    return [(u.what, u.count) for u in not_read(structure.build(readers.read_text(text, "t.md", "md")))]


@pytest.mark.parametrize(
    ("form", "said", "count"),
    [
        ("| Vraag | Antwoord |\n|---|---|\n| Bewijs, niet ouder dan twee weken | |\n", "niet ouder dan twee weken", 1),
        ("Stuur een kopie mee. Een fout leidt tot afwijzing.\n", "Stuur een kopie mee", 2),
        ("Lever het formulier uiterlijk drie dagen na ondertekening in.\n", "uiterlijk drie dagen", 1),
    ],
)
def test_what_an_annex_asks_is_told(form: str, said: str, count: int) -> None:
    assert _unread(f"{BEFORE}{AFTER}## Bijlage 1. Formulier\n\n{form}") == [(f"termijn, stuk of gevolg in bijlage 1 («{said}»)", count)]


def test_so_is_a_limit_in_a_table_of_an_artikel() -> None:
    table = "2. Het tarief is:\n\n| Soort | Tarief | Betalen |\n|---|---|---|\n| A | € 20 | binnen 3 dagen na de factuur |\n"
    assert _unread(BEFORE + table + AFTER) == [("termijn, stuk of gevolg in de tabel in artikel 2, tweede lid («binnen 3 dagen»)", 1)]


@pytest.mark.parametrize(
    "annex",
    [
        "| Soort | Tarief |\n|---|---|\n| A | € 20 |\n",
        "De kaart toont de gebieden binnen de gemeente; de schaal is ten minste 1:200.\n",
        "### Artikel 5.1 Melding\nDe houder meldt dit binnen drie dagen.\n",
    ],
)
def test_an_annex_that_asks_nothing_or_has_artikelen_is_not(annex: str) -> None:
    assert _unread(f"{BEFORE}{AFTER}## Bijlage 1. Overzicht\n\n{annex}") == []
