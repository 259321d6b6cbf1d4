"""A draft in which no artikel was recognised is told as not checked in every form, and the exit code says so."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from proefprogramma import DRAFT, Program

ADVICE = """Kamerstuk 40 001

Nr. 4
ADVIES AFDELING ADVISERING RAAD VAN STATE EN NADER RAPPORT

1. Termijn
Ingevolge het voorstel vervalt het recht na een week. De Afdeling adviseert die termijn te verlengen.
"""
TABLE = """# Wijziging van de Vlonderwet

| was | wordt | waarom |
|---|---|---|
| **Artikel 4** | **Artikel 4** | |
| De eigenaar kan melden. | De eigenaar meldt binnen een dag en verliest anders zijn ligplaats. | sneller |
"""
LOOSE = "Wie een vlonder legt, meldt dat binnen een dag. Wie dat nalaat, verliest de ligplaats.\n"


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("advies.txt", ADVICE, "dit lijkt een advies van de Raad van State"),
        ("tabel.md", TABLE, "de artikelen staan in een tabel"),
        ("los.txt", LOOSE, "hierin is geen artikel herkend"),
    ],
)
def test_every_form_tells_it(program: Program, tmp_path: Path, name: str, text: str, why: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    for form in ("text", "concise", "json", "sarif", "junit", "gitlab", "github"):
        outcome = program("check", str(path), "--format", form, "--fail-on", "never")
        code, out, err = outcome.code, outcome.out, outcome.err
        assert code == 2
        assert why in out, form
        assert "Geen bevindingen" not in out
        assert "geen bevindingen" not in out  # a test suite that passed
        assert (why in err) is (form not in ("text", "concise"))
    outcome = program("check", str(path), "--format", "json")
    code, out = outcome.code, outcome.out
    document = json.loads(out)["documents"][0]
    assert document["unread"][-1]["what"].startswith("het hele stuk")
    assert json.loads(out)["dossiers"][0]["problem"]
    outcome = program("check", str(path), "--format", "junit")
    code, out = outcome.code, outcome.out
    assert ET.fromstring(out).get("errors") == "1"


def test_no_report_is_made_of_it(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "los.txt"
    path.write_text(LOOSE, encoding="utf-8")
    outcome = program("report", str(path), "-o", str(tmp_path / "r.html"))
    code, err = outcome.code, outcome.err
    assert code == 2
    assert "geen artikel herkend" in err
    assert not (tmp_path / "r.html").exists()


def test_others_in_a_folder_are_checked(program: Program, tmp_path: Path) -> None:
    (tmp_path / "los.txt").write_text(LOOSE, encoding="utf-8")
    (tmp_path / "goed.txt").write_text(DRAFT, encoding="utf-8")
    outcome = program("check", str(tmp_path), "--fail-on", "never")
    code, out = outcome.code, outcome.out
    assert code == 2
    assert "1 van 2 dossiers getoetst" in out
    assert "1 dossier niet getoetst" in out


@pytest.mark.parametrize(
    "text", [DRAFT, "TOELICHTING\n\nDe vlonder ligt in het water.\n", "Artikel I\n\nArtikel 4 van de Vlonderwet vervalt.\n"]
)
def test_what_was_read_is_not_told_of(program: Program, tmp_path: Path, text: str) -> None:
    path = tmp_path / "stuk.txt"
    path.write_text(text, encoding="utf-8")
    outcome = program("check", str(path), "--fail-on", "never")
    code, out, err = outcome.code, outcome.out, outcome.err
    assert code == 0
    assert "iet getoetst" not in out + err


def test_what_is_still_to_be_written_is_told_once(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "stuk.txt"
    path.write_text(
        f"{DRAFT}\nArtikel 90\n[PM overgangsrecht]\n\nArtikel 91\n[Gereserveerd]\n\nArtikel 92\n[Red: zie Stb. 2031/4]\n", encoding="utf-8"
    )
    outcome = program("check", str(path), "--fail-on", "never")
    code, out = outcome.code, outcome.out
    assert code == 0
    assert "niet gelezen: 2 keer passage die nog moet worden geschreven" in out
