"""What is kept of a run: when it is used again, when not, and who can read it."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from pathlib import Path
from typing import Any

import pytest
from voorbeelden import DRAFT, Program

from doenvermogentoets import engine
from doenvermogentoets.batch import store, versions
from doenvermogentoets.batch.store import FILE_NAME, Store, clear, default_folder
from doenvermogentoets.errors import UserError

JSON = ("--format", "json", "--jobs", "1", "--fail-on", "never")


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the dossiers that were really checked, as they are."""
    real = engine.check_dossier
    seen: list[str] = []

    def counting(dossier: Any, *rest: Any) -> object:
        seen.append(dossier.bill.source.path.parent.name)
        return real(dossier, *rest)

    monkeypatch.setattr(engine, "check_dossier", counting)
    return seen


def test_a_second_run_checks_nothing_and_says_the_same(program: Program, drafts: Path, checked: list[str]) -> None:
    first = program("check", drafts, *JSON)
    assert checked == [f"d{n}" for n in range(6)]
    again = program("check", drafts, *JSON)
    assert len(checked) == 6
    assert again == first
    assert program("check", drafts, "--no-cache", *JSON) == first
    assert len(checked) == 12


def test_only_what_changed_is_checked_again(program: Program, drafts: Path, checked: list[str]) -> None:
    program("check", drafts, *JSON)
    checked.clear()
    (drafts / "d2" / "wet-toelichting.txt").write_text("MEMORIE VAN TOELICHTING\n\nAnders.\n", encoding="utf-8")
    (drafts / "d3" / "wet.txt").write_text(DRAFT.format(n="anders"), encoding="utf-8")
    program("check", drafts, *JSON)
    assert checked == ["d2", "d3"]


def test_a_dossier_that_moves_keeps_its_outcome_under_its_new_path(program: Program, drafts: Path, checked: list[str]) -> None:
    program("check", drafts, *JSON)
    checked.clear()
    (drafts / "d1").rename(drafts / "verhuisd")
    data = json.loads(program("check", drafts, *JSON).out)
    assert checked == []
    (moved,) = [d for d in data["documents"] if d["path"] == "ontwerpen/verhuisd/wet.txt"]
    assert {r["path"] for f in moved["findings"] for r in f["related"]} <= {
        "ontwerpen/verhuisd/wet.txt",
        "ontwerpen/verhuisd/wet-toelichting.txt",
    }


@pytest.mark.parametrize(
    "options",
    [
        ("--ignore", "korte-termijn"),
        ("--severity", "taal=info"),
        ("--select", "termijnen"),
        ("--only-changes",),
        ("--view", "original"),
    ],
)
def test_other_settings_are_other_outcomes(program: Program, drafts: Path, checked: list[str], options: tuple[str, ...]) -> None:
    program("check", drafts, *JSON)
    checked.clear()
    program("check", drafts, *options, *JSON)
    assert len(checked) == 6


def test_what_does_not_touch_findings_is_no_other_setting(program: Program, drafts: Path, checked: list[str]) -> None:
    program("check", drafts, *JSON)
    checked.clear()
    assert program("check", drafts, "--fail-on", "suggestion", "--show", "info", "--jobs", "1").code == 1
    assert checked == []


def test_a_baseline_is_part_of_the_outcome(program: Program, drafts: Path, checked: list[str]) -> None:
    plain = program("check", drafts, *JSON)
    program("baseline", "write", drafts)
    checked.clear()
    known = program("check", drafts, "--baseline", "doenvermogentoets-basislijn.json", *JSON)
    assert len(checked) == 6
    assert json.loads(known.out)["summary"]["warning"] == 0
    assert program("check", drafts, "--baseline", "doenvermogentoets-basislijn.json", *JSON) == known
    assert program("check", drafts, *JSON) == plain
    (drafts / "d0" / "wet.txt").write_text("Artikel 1\n\nNiets.\n", encoding="utf-8")
    for _ in range(2):
        stale = program("check", drafts, "--baseline", "doenvermogentoets-basislijn.json", *JSON)
        assert any("komen niet meer voor" in n for n in json.loads(stale.out)["notes"])


def test_another_version_knows_nothing_of_before(
    program: Program, drafts: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    program("check", drafts, *JSON)
    checked.clear()
    monkeypatch.setattr("doenvermogentoets.batch.jobs.fingerprint", lambda: "een andere")
    program("check", drafts, *JSON)
    assert len(checked) == 6


def test_the_version_follows_the_files_of_packages_with_checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib.metadata import EntryPoint

    (tmp_path / "eigencontroles").mkdir()
    (tmp_path / "eigencontroles" / "__init__.py").write_text("", encoding="utf-8")
    page = tmp_path / "eigencontroles" / "haast.md"
    page.write_text("een", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    point = EntryPoint("eigen", "eigencontroles:catalogue", "doenvermogentoets.checks")
    without = versions.fingerprint.__wrapped__()
    monkeypatch.setattr(versions, "entry_points", lambda group: [point])
    first = versions.fingerprint.__wrapped__()
    assert first == versions.fingerprint.__wrapped__() != without
    page.write_text("twee", encoding="utf-8")
    assert versions.fingerprint.__wrapped__() != first


def test_one_dossier_leaves_nothing_behind(program: Program, drafts: Path, own_cache: Path) -> None:
    program("check", drafts / "d1", *JSON)
    assert not own_cache.exists()


def test_settings_can_forbid_keeping(program: Program, drafts: Path, checked: list[str], own_cache: Path) -> None:
    (drafts / "d1" / "doenvermogentoets.toml").write_text("cache = false\n", encoding="utf-8")
    program("check", drafts, *JSON)
    with Store(own_cache) as kept:
        assert kept.contents().dossiers == 5
    checked.clear()
    program("check", drafts, *JSON)
    assert checked == ["d1"]
    (drafts / "doenvermogentoets.toml").write_text("cache = 'nee'\n", encoding="utf-8")
    refused = program("check", drafts, *JSON)
    assert (refused.code, "«cache» moet true of false zijn" in refused.err) == (2, True)


def test_a_check_that_broke_is_tried_again(program: Program, drafts: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from doenvermogentoets import catalogue

    made = catalogue.load()
    check = made.get("korte-termijn")
    assert check is not None
    check.__dict__["detector"] = lambda *_: 1 // 0
    monkeypatch.setattr(catalogue, "load", lambda: made)
    assert program("check", drafts, *JSON).code == 2
    checked.clear()
    del check.__dict__["detector"]
    assert program("check", drafts, *JSON).code == 0
    assert len(checked) == 6


def test_a_file_that_changes_while_it_is_read_is_not_kept(
    program: Program, drafts: Path, monkeypatch: pytest.MonkeyPatch, own_cache: Path
) -> None:
    real = engine.check_dossier

    def meanwhile(dossier: Any, *rest: Any) -> object:
        path = dossier.bill.source.path
        if path.parent.name == "d2":
            path.write_text(path.read_text(encoding="utf-8") + "\nArtikel 9\n\nErbij.\n", encoding="utf-8")
        return real(dossier, *rest)

    monkeypatch.setattr(engine, "check_dossier", meanwhile)
    program("check", drafts, *JSON)
    with Store(own_cache) as kept:
        assert kept.contents().dossiers == 5


def test_only_the_user_can_read_it(program: Program, drafts: Path, own_cache: Path) -> None:
    before = os.umask(0)
    try:
        program("check", drafts, *JSON)
    finally:
        os.umask(before)
    assert stat.S_IMODE(own_cache.stat().st_mode) == 0o700
    assert {stat.S_IMODE(p.stat().st_mode) for p in own_cache.iterdir()} == {0o600}


def test_a_folder_that_others_may_read_is_closed(own_cache: Path) -> None:
    own_cache.mkdir(mode=0o755)
    with Store(own_cache):
        assert stat.S_IMODE(own_cache.stat().st_mode) == 0o700


@pytest.mark.parametrize("trap", ["open folder", "open file", "link to a folder", "link to a file", "file in the place of the folder"])
def test_a_cache_that_others_may_have_written_is_not_used(
    program: Program, drafts: Path, own_cache: Path, tmp_path: Path, trap: str
) -> None:
    if trap == "file in the place of the folder":
        own_cache.write_text("x", encoding="utf-8")
    elif trap == "link to a folder":
        (tmp_path / "elders").mkdir(mode=0o700)
        own_cache.symlink_to(tmp_path / "elders")
    else:
        own_cache.mkdir(mode=0o700)
    if trap == "open folder":
        own_cache.chmod(0o777)
    elif trap == "open file":
        (own_cache / FILE_NAME).touch()
        (own_cache / FILE_NAME).chmod(0o666)
    elif trap == "link to a file":
        (own_cache / FILE_NAME).symlink_to(tmp_path / "elders.sqlite")
    with pytest.raises(UserError, match="wordt niet gebruikt"):
        Store(own_cache)
    result = program("check", drafts, *JSON)
    assert result.code == 0
    assert "wordt niet gebruikt" in result.err
    assert not (tmp_path / "elders.sqlite").exists()
    assert not list(tmp_path.glob("elders/*"))


def test_a_damaged_cache_is_begun_anew(program: Program, drafts: Path, own_cache: Path) -> None:
    first = program("check", drafts, *JSON)
    (own_cache / FILE_NAME).write_bytes(b"geen database " * 1000)
    assert program("check", drafts, *JSON) == first
    with Store(own_cache) as kept:
        assert kept.contents().dossiers == 6


def test_a_damaged_outcome_is_checked_again(program: Program, drafts: Path, own_cache: Path) -> None:
    import zlib

    first = program("check", drafts, *JSON)
    base = sqlite3.connect(own_cache / FILE_NAME)
    keys = [row[0] for row in base.execute("SELECT key FROM outcomes")]
    base.execute("UPDATE outcomes SET value = ? WHERE key = ?", (b"geen zlib", keys[0]))
    base.execute("UPDATE outcomes SET value = ? WHERE key = ?", (zlib.compress(b'{"documents": [1]}'), keys[1]))
    base.commit()
    base.close()
    assert program("check", drafts, *JSON) == first


def test_what_lies_long_or_takes_too_much_goes(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    today = 20_000
    monkeypatch.setattr(store, "_today", lambda: today)
    with Store(own_cache) as kept:
        kept.put("oud", b"a")
        kept.put("gebruikt", b"b")
    today += store.MAX_DAYS
    with Store(own_cache) as kept:
        assert kept.get("gebruikt") == b"b"
    today += 1
    with Store(own_cache) as kept:
        pass
    with Store(own_cache) as kept:
        assert (kept.get("oud"), kept.get("gebruikt")) == (None, b"b")
        monkeypatch.setattr(store, "MAX_BYTES", 100)
        today += 1
        kept.put("nieuw", os.urandom(85))
    with Store(own_cache) as kept:
        assert (kept.has("gebruikt"), kept.has("nieuw")) == (False, True)


def test_show_and_clear(program: Program, drafts: Path, own_cache: Path) -> None:
    assert "Er is niets bewaard" in program("cache", "show").out
    program("check", drafts, *JSON)
    shown = program("cache", "show").out
    assert str(own_cache) in shown
    assert "Bewaard: 6 dossiers" in shown
    assert program("cache", "clear").out.startswith("Weggegooid: ")
    assert not (own_cache / FILE_NAME).exists()
    assert clear(own_cache) == 0


def test_the_folder_follows_the_habits_of_the_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(store.FOLDER)
    monkeypatch.setattr(store.sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "doenvermogentoets"
    monkeypatch.setenv("XDG_CACHE_HOME", "hier")
    assert default_folder() == Path.home() / ".cache" / "doenvermogentoets"
    monkeypatch.setattr(store, "_ON_WINDOWS", True)
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    assert default_folder() == tmp_path / "Local" / "doenvermogentoets" / "cache"
