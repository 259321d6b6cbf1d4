from __future__ import annotations

import json
from pathlib import Path

import pytest
from proefprogramma import Program


def origin(program: Program, key: str, *arguments: object) -> tuple[object, str]:
    rows = json.loads(program("settings", *arguments, "--format", "json").out)["settings"]
    row = next(r for r in rows if r["key"] == key)
    return row["value"], row["origin"]


def test_every_value_tells_where_it_came_from(program: Program, draft: Path, tmp_path: Path) -> None:
    file = tmp_path / "doenvermogentoets.toml"
    file.write_text('fail-on = "error"\n[severity]\nhaast = "info"\n[checks.HST001]\nhoogstens = 3\n', encoding="utf-8")
    assert origin(program, "fail-on", draft) == ("error", str(file))
    assert origin(program, "select", draft) == ([], "standaard")
    assert origin(program, "severity.haast-terstond", draft) == ("info", str(file))
    assert origin(program, "severity.haast-terstond", draft, "--severity", "HST001=error") == ("error", "opdrachtregel (--severity)")
    assert origin(program, "checks.haast-terstond.hoogstens", draft) == (3, str(file))
    assert origin(program, "checks.haast-terstond.woord", draft) == ("terstond", "standaard")
    assert origin(program, "select", draft, "--select", "haast")[1] == "opdrachtregel (--select)"


def test_nearest_file_holds_alone(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "doenvermogentoets.toml").write_text('ignore = ["haast"]\n', encoding="utf-8")
    below = tmp_path / "map"
    below.mkdir()
    (below / "wet.txt").write_text(draft.read_text(encoding="utf-8"), encoding="utf-8")
    assert program("check", below / "wet.txt").code == 0
    (below / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert program("check", below / "wet.txt").code == 0, "a pyproject.toml without our table does not count"
    (below / "pyproject.toml").write_text("[tool.doenvermogentoets]\nfail-on = 'suggestion'\n", encoding="utf-8")
    assert program("check", below / "wet.txt").code == 1, "nothing of the file above is merged in"
    (below / "doenvermogentoets.toml").write_text("fail-on = 'never'\n", encoding="utf-8")
    assert program("check", below / "wet.txt").code == 0, "the file of our own goes before pyproject.toml"


def test_each_draft_follows_its_own_settings(program: Program, draft: Path, tmp_path: Path) -> None:
    for name, ignored in (("a", "HST001"), ("b", "HST002")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "wet.txt").write_text(draft.read_text(encoding="utf-8"), encoding="utf-8")
        (tmp_path / name / "doenvermogentoets.toml").write_text(f"ignore = ['{ignored}']\n", encoding="utf-8")
    found = program("check", "a/wet.txt", "b/wet.txt", "--format", "concise").out.splitlines()
    assert [(line[0], line[line.index("(") + 1 : line.index(")")]) for line in found] == [("a", "HST002"), ("b", "HST001"), ("b", "HST001")]


def test_isolated_and_config_set_the_search_aside(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "doenvermogentoets.toml").write_text("ignore = ['haast']\n", encoding="utf-8")
    (tmp_path / "anders.toml").write_text("fail-on = 'never'\n", encoding="utf-8")
    assert program("check", draft).code == 0
    assert program("check", draft, "--isolated").code == 1
    assert "haast-terstond" in program("check", draft, "--config", "anders.toml").out


def test_a_check_named_on_the_command_line_goes_before_ignore_in_the_file(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "doenvermogentoets.toml").write_text("ignore = ['haast']\n", encoding="utf-8")
    assert program("check", draft, "--select", "HST001").code == 1
    assert program("check", draft, "--select", "haast").code == 0
    assert program("check", draft, "--select", "HST001", "--ignore", "HST001").code == 0


def test_option_reaches_the_check(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "doenvermogentoets.toml").write_text("[checks.haast-terstond]\nwoord = 'college'\n", encoding="utf-8")
    assert "Er staat «college»." in program("check", draft).out


def test_pairs_of_the_settings(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "stukken").mkdir()
    (tmp_path / "stukken" / "uitleg.txt").write_text("Memorie van toelichting\n\nI. Algemeen\n\nHier staat waarom.\n", encoding="utf-8")
    (tmp_path / "doenvermogentoets.toml").write_text(
        "[[dossiers]]\nontwerp = 'wet.txt'\ntoelichting = 'stukken/uitleg.txt'\n", encoding="utf-8"
    )
    result = program("check", draft, "--format", "json")
    assert [d["path"] for d in json.loads(result.out)["documents"]] == ["wet.txt", "stukken/uitleg.txt"]
    assert "wordt getoetst met" in result.err
    whole = json.loads(program("check", tmp_path, "--format", "json").out)
    assert [d["path"] for d in whole["documents"]] == ["wet.txt", "stukken/uitleg.txt"], "the toelichting is not checked twice"


def test_table_names_the_file(program: Program, draft: Path, tmp_path: Path) -> None:
    assert "Instellingenbestand: geen gevonden" in program("settings", draft).out
    (tmp_path / "doenvermogentoets.toml").write_text("select = ['haast']\n", encoding="utf-8")
    out = program("settings").out
    assert f"Instellingenbestand: {tmp_path / 'doenvermogentoets.toml'}" in out
    assert "Controles die meedoen: 2 van 3" in out


@pytest.mark.parametrize("name", ["HST001", "haast-terstond", "Hst001"])
def test_explain_shows_the_page(program: Program, name: str) -> None:
    out = program("explain", name).out
    for expected in (
        "haast-terstond (HST001)",
        "Hier niet",
        "    Hij doet het terstond.",
        "[checks.haast-terstond]",
        "hoogstens = 100",
        "Beleidskompas 4",
    ):
        assert expected in out


def test_checks_lists_all_with_our_own(program: Program) -> None:
    out = program("checks").out
    assert not out.startswith("\n")
    assert "3 controles en 3 over het terzijde leggen zelf." in out
    rows = json.loads(program("checks", "--format", "json").out)["checks"]
    assert [r["code"] for r in rows] == ["HST001", "HST002", "UTL001", "DVT001", "DVT002", "DVT003"]
    assert rows[0]["options"]["hoogstens"]["default"] == 100


def test_a_page_has_one_blank_line_between_its_parts(program: Program) -> None:
    out = program("explain", "HST001").out
    assert "\n\nWaarom\n" in out
    assert "\n\n\n" not in out
