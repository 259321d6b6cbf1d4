"""``report`` from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from proefprogramma import Program

from doenvermogentoets.report import load


def test_the_suffix_says_the_form(program: Program, draft: Path) -> None:
    for suffix, start in ((".html", b"<!DOCTYPE html>"), (".docx", b"PK"), (".md", b"# "), (".json", b"{")):
        outcome = program("report", draft, "-o", f"rapport{suffix}")
        assert outcome.code == 0, outcome.err
        assert f"rapport{suffix} is gemaakt" in outcome.err
        assert Path(f"rapport{suffix}").read_bytes().startswith(start)
    assert sorted(p.name for p in Path().iterdir() if p.name.startswith((".", "rapport"))) == [
        "rapport.docx",
        "rapport.html",
        "rapport.json",
        "rapport.md",
    ]


def test_with_its_toelichting_and_settings(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "mvt.txt").write_text("MEMORIE VAN TOELICHTING\n\n1. Inleiding\nDit is waarom.\n", encoding="utf-8")
    (tmp_path / "doenvermogentoets.toml").write_text('ignore = ["haast-onverwijld"]\n', encoding="utf-8")
    outcome = program("report", draft, "--toelichting", "mvt.txt", "-o", "r.json")
    assert outcome.code == 0, outcome.err
    report = load(Path("r.json"))
    assert [d.role for d in report.documents] == ["ontwerp", "toelichting"]
    assert "haast-onverwijld" not in {f.check for f in report.findings}
    assert "haast-onverwijld" in {s.value for s in report.accountability.settings}


def test_previous(program: Program, draft: Path) -> None:
    program("report", draft, "-o", "oud.html")
    draft.write_text(draft.read_text(encoding="utf-8").replace("terstond", "spoedig"), encoding="utf-8")
    outcome = program("report", draft, "-o", "nieuw.json", "--previous", "oud.html")
    assert outcome.code == 0
    assert "Vergeleken met oud.html" in outcome.err
    compared = json.loads(Path("nieuw.json").read_text(encoding="utf-8"))["compared"]
    assert {g["finding"]["check"] for g in compared["gone"]} == {"haast-terstond"}
    assert compared["new"] == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-o", "rapport.pdf"), ["rapport.pdf", ".html, .docx, .md, .json"]),
        (("-o", "rapport"), ["geen", ".html"]),
        (("-o", "weg/rapport.html"), ["weg", "bestaat niet"]),
        (("-o", "wet.txt"), [".txt"]),
        ((), ["-o"]),
        (("-o", "r.html", "--previous", "weg.json"), ["weg.json", "kan niet worden gelezen"]),
        (("-o", "r.html", "--previous", "wet.txt"), ["wet.txt", "geen rapport"]),
    ],
)
def test_wrong_use_is_told_in_dutch_and_writes_nothing(program: Program, draft: Path, arguments: tuple[str, ...], words: list[str]) -> None:
    before = draft.read_bytes()
    outcome = program("report", draft, *arguments)
    assert outcome.code == 2
    assert all(w in outcome.err for w in words), outcome.err
    assert "Traceback" not in outcome.err
    assert draft.read_bytes() == before
    assert [p.name for p in Path().iterdir()] == ["wet.txt"]


def test_a_folder_that_may_not_be_written_is_refused_before_the_work(
    program: Program, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    outcome = program("report", draft, "-o", "rapport.html")
    assert outcome.code == 2
    assert "kan niet worden geschreven" in outcome.err


def test_a_report_that_cannot_be_made_leaves_the_one_before(program: Program, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("rapport.html").write_text("het vorige", encoding="utf-8")

    def broken(*_: object) -> str:
        raise RuntimeError("tekst uit het ontwerp")

    monkeypatch.setattr("doenvermogentoets.report.html.render", broken)
    outcome = program("report", draft, "-o", "rapport.html")
    assert outcome.code == 2
    assert "tekst uit het ontwerp" not in outcome.err
    assert Path("rapport.html").read_text(encoding="utf-8") == "het vorige"
    assert not [p for p in Path().iterdir() if p.name.endswith(".tmp")]


def test_two_dossiers_are_too_many(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "andere.txt").write_text(draft.read_text(encoding="utf-8"), encoding="utf-8")
    outcome = program("report", draft, "andere.txt", "-o", "r.html")
    assert outcome.code == 2
    assert "één dossier" in outcome.err


def test_the_help_is_in_dutch(program: Program) -> None:
    outcome = program("report", "--help")
    assert outcome.code == 0
    assert "[verplicht]" in outcome.out
    assert "required" not in outcome.out
