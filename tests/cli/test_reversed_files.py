"""A draft and its toelichting in each other's place: asked about, and refused when it is plain."""

from __future__ import annotations

from pathlib import Path

import pytest
from proefprogramma import DRAFT, Program, refused, word_file


@pytest.mark.parametrize("command", [("check",), ("report", "-o", "uit.html")])
def test_a_draft_and_a_toelichting_in_each_others_place(program: Program, draft: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    told = tmp_path / "toelichting.txt"
    told.write_text("MEMORIE VAN TOELICHTING\n\nI. Algemeen\n\nDe ouder krijgt hulp van de gemeente.\n", encoding="utf-8")
    doubt = "toelichting.txt is zelf een toelichting. Zijn ontwerp en toelichting verwisseld?"
    first, *rest = command
    turned = program(first, told, "--toelichting", draft, *rest)
    assert doubt in " ".join((turned.out + turned.err).split())
    right = program(first, draft, "--toelichting", told, *rest)
    assert "verwisseld" not in right.out + right.err


_REGULATION = f"Regels over hulp aan ouders\n\nVOORSTEL VAN WET\n\nAlzo Wij in overweging genomen hebben, dat hulp nodig is;\n\n{DRAFT}"
_EXPLAINS = """MEMORIE VAN TOELICHTING

I. Algemeen

De ouder krijgt hulp van de gemeente. Het voorstel luidt in de kern:

Artikel 1

1. De ouder meldt een wijziging aan het college.

Artikel 2

De ouder betaalt. Deze wet treedt in werking op 1 januari.
"""


@pytest.mark.parametrize(
    "command",
    [
        ("check",),
        ("check", "-o", "uit.txt"),
        ("report", "-o", "uit.html"),
        ("baseline", "write", "--baseline", "uit.json"),
        ("annotate",),
        ("annotate", "--in-place"),
    ],
)
def test_a_draft_and_a_toelichting_that_are_plainly_reversed_are_refused(
    program: Program, tmp_path: Path, command: tuple[str, ...]
) -> None:
    """A clean result about the wrong text is worse than none."""
    word = command[0] == "annotate"
    bill, told = (tmp_path / f"{name}{'.docx' if word else '.txt'}" for name in ("wet", "uitleg"))
    for path, text in ((bill, _REGULATION), (told, _EXPLAINS)):
        if word:
            word_file(path, text)
        else:
            path.write_text(text, encoding="utf-8")
    before = {path: path.read_bytes() for path in (bill, told)}
    result = program(*command, told.name, "--toelichting", bill.name)
    refused(result, f"{told.name} is een toelichting en {bill.name} is een ontwerp", f"noem {bill.name} als ontwerp")
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert program(*command, bill.name, "--toelichting", told.name).code in (0, 1)


def test_what_is_not_plainly_reversed_is_read(program: Program, tmp_path: Path) -> None:
    """A toelichting alone, a toelichting that quotes artikelen, a bill with its own toelichting behind it."""
    for name, text in (("uitleg.txt", _EXPLAINS), ("meer.txt", _EXPLAINS), ("samen.txt", f"{_REGULATION}\n{_EXPLAINS}")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    for given in (("uitleg.txt",), ("uitleg.txt", "--toelichting", "meer.txt"), ("samen.txt", "--toelichting", "uitleg.txt")):
        result = program("check", "--fail-on", "never", *given)
        assert result.code == 0, result.err
    quoted = _EXPLAINS.replace("MEMORIE VAN TOELICHTING\n\n", "Over dit voorstel\n\n")
    (tmp_path / "los.txt").write_text(quoted, encoding="utf-8")
    assert program("check", "--fail-on", "never", "uitleg.txt", "--toelichting", "los.txt").code == 0
