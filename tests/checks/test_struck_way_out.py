"""A way out that a tracked change strikes: what that causes is told, although it stands on words that nobody touched."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from doenvermogentoets.cli.app import run

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WHO = 'w:id="1" w:author="A" w:date="2025-01-01T00:00:00Z"'


def struck(path: Path, *, moved: bool = False) -> Path:
    """A fine in the first lid; the second, by which the authority may refrain from it, is struck (or moved to an artikel 2 of its own)."""
    way_out = "2. Onze Minister ziet af van de boete, bedoeld in het eerste lid, als de ouder geen verwijt treft."
    document = docx.Document()
    document.add_paragraph("Artikel 1")
    document.add_paragraph("1. Onze Minister legt de ouder die de woning te laat opgeeft een bestuurlijke boete op van € 900.")
    paragraph = document.add_paragraph("")
    went, came = ("moveFrom", "moveTo") if moved else ("del", "ins")
    text = "t" if moved else "delText"
    paragraph._p.append(parse_xml(f"<w:{went} {W} {WHO}><w:r><w:{text}>{way_out}</w:{text}></w:r></w:{went}>"))
    if moved:
        paragraph = document.add_paragraph("")
        paragraph._p.append(parse_xml(f"<w:{came} {W} {WHO}><w:r><w:t>{way_out}</w:t></w:r></w:{came}>"))
    document.add_paragraph("Artikel 2")
    document.add_paragraph("Onze Minister legt de verhuurder die niets opgeeft een bestuurlijke boete op van € 900.")
    document.save(str(path))
    return path


def fines(*arguments: str) -> list[tuple[str, str]]:
    assert run(["check", *arguments, "--select", "HRD002", "--format", "json", "-o", "uit.json", "--fail-on", "never"]) == 0
    (document,) = json.loads(Path("uit.json").read_text(encoding="utf-8"))["documents"]
    return [(f["unit"]["artikel"], f["explanation"]) for f in document["findings"]]


def test_what_a_struck_way_out_causes_is_among_the_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    struck(tmp_path / "wet.docx")
    assert [artikel for artikel, _ in fines("wet.docx")] == ["1", "2"]
    ((artikel, told),) = fines("wet.docx", "--only-changes")
    assert artikel == "1"
    assert "is geschrapt: «2. Onze Minister ziet af van de boete, bedoeld in het eerste lid, als de ouder geen verwijt treft»." in told


def test_a_comment_quotes_the_struck_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    struck(tmp_path / "wet.docx")
    assert run(["annotate", "wet.docx", "--select", "HRD002"]) == 0
    first, second = (c.text for c in docx.Document(str(tmp_path / "wet-toets.docx")).comments)
    assert "nog niet is aanvaard, is geschrapt: «2. Onze Minister ziet af" in first
    assert "geschrapt" not in second


def test_a_way_out_that_was_moved_within_its_artikel_causes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    struck(tmp_path / "wet.docx", moved=True)
    assert [artikel for artikel, _ in fines("wet.docx", "--only-changes")] == []
    assert run(["annotate", "wet.docx", "--select", "HRD002"]) == 0
    assert not any("geschrapt" in c.text for c in docx.Document(str(tmp_path / "wet-toets.docx")).comments)
