"""A check that breaks, or a package of others that cannot be used: every form says it, and the exit code is 2."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from proefprogramma import DRAFT, Program, crash, word_file

from doenvermogentoets import catalogue
from doenvermogentoets.catalogue import Catalogue, Check
from doenvermogentoets.packages import Unusable
from doenvermogentoets.suppress import own_checks

LOST = Unusable("stijl-huis", "zegel-gevraagd", "FileNotFoundError", "zegel-gevraagd.md: deze pagina ontbreekt.")
FORMS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit")


@pytest.fixture
def lost(proef: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    known = Catalogue(proef, [LOST])
    monkeypatch.setattr(catalogue, "load", lambda: known)


@pytest.mark.parametrize("form", FORMS)
def test_a_check_that_breaks_is_told_in_every_form(program: Program, draft: Path, checks: list[Check], form: str) -> None:
    checks[1].__dict__["detector"] = crash
    told = program("check", draft, "--format", form)
    assert told.code == 2
    assert "haast-onverwijld" in told.out + told.err and "liep vast" in told.out + told.err
    assert "RuntimeError" in told.out + told.err
    assert "geheime" not in told.out + told.err


def test_the_short_form_names_the_first_drafts_of_a_broken_check_and_counts_the_rest(
    program: Program, checks: list[Check], tmp_path: Path
) -> None:
    checks[1].__dict__["detector"] = crash
    for number in range(6):
        (tmp_path / f"wet{number}.txt").write_text(DRAFT, encoding="utf-8")
    told = program("check", ".", "--format", "concise", "--jobs", "1")
    assert told.code == 2
    (line,) = (row for row in told.err.splitlines() if "liep vast" in row)
    assert line == (
        "De controle haast-onverwijld liep vast (RuntimeError) op wet0.txt, wet1.txt, wet2.txt, wet3.txt en nog 2; de andere gingen door."
    )
    assert "haast-terstond" in told.out and "liep vast" not in told.out


def test_json_says_on_which_draft_a_check_broke(program: Program, checks: list[Check], tmp_path: Path) -> None:
    checks[1].__dict__["detector"] = crash
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(DRAFT, encoding="utf-8")
    data = json.loads(program("check", ".", "--format", "json", "--jobs", "1").out)
    assert data["failures"] == [{"check": "haast-onverwijld", "error": "RuntimeError", "path": path} for path in ("a.txt", "b.txt")]
    assert "::error file=b.txt,title=haast-onverwijld::De controle haast-onverwijld liep vast (RuntimeError)." in (
        program("check", ".", "--format", "github", "--jobs", "1").out
    )


@pytest.mark.parametrize("form", FORMS)
def test_a_package_that_cannot_be_used_is_told_in_every_form(program: Program, draft: Path, lost: None, form: str) -> None:
    told = program("check", draft, "--format", form, "--fail-on", "never")
    assert told.code == 2
    assert "haast-terstond" in told.out, "the other checks run"
    assert "fout: Van het pakket stijl-huis kan niet alles worden gebruikt: zegel-gevraagd.md: deze pagina ontbreekt." in told.err
    if form == "concise":
        return
    assert "stijl-huis" in told.out
    if form == "json":
        data = json.loads(told.out)
        assert data["failures"] == [{"check": "zegel-gevraagd", "error": "FileNotFoundError", "path": None}]
        assert data["notes"][0] == str(LOST)
    if form == "sarif":
        assert json.loads(told.out)["runs"][0]["invocations"][0]["executionSuccessful"] is False
    if form == "gitlab":
        assert [row["severity"] for row in json.loads(told.out) if row["check_name"] == "zegel-gevraagd"] == ["blocker"]
    if form == "junit":
        assert ElementTree.fromstring(told.out).get("errors") == "1"


def test_without_anything_broken_nothing_is_said(program: Program, draft: Path) -> None:
    for form in ("concise", "json", "github"):
        told = program("check", draft, "--format", form, "--fail-on", "never")
        assert (told.code, told.err) == (0, "")
        assert "liep vast" not in told.out


def test_other_commands_tell_it_too(program: Program, draft: Path, lost: None, tmp_path: Path) -> None:
    for arguments in (("checks",), ("report", draft, "-o", tmp_path / "r.md"), ("baseline", "write", draft)):
        told = program(*arguments)
        assert (told.code, "Van het pakket stijl-huis" in told.err) == (2, True), arguments
    assert "Van het pakket stijl-huis" in (tmp_path / "r.md").read_text(encoding="utf-8")
    explained = program("explain", "HST001")
    assert (explained.code, "Van het pakket stijl-huis" in explained.err) == (0, True)


def test_comments_in_word_of_a_package_that_cannot_be_used_stay(
    program: Program, tmp_path: Path, lost: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    word_file(tmp_path / "wet.docx")
    known = catalogue.load()
    everything = Catalogue([c for c in known if c.meta.code != "HST001"], [LOST])
    first = program("annotate", "wet.docx", "--in-place")
    assert first.code == 2
    monkeypatch.setattr(catalogue, "load", lambda: everything)
    again = program("annotate", "wet.docx", "--in-place")
    assert "gelaten omdat h" in again.err and "niet meedeed" in again.err


def test_a_comment_for_a_check_of_such_a_package_is_not_called_unknown(program: Program, tmp_path: Path, lost: None) -> None:
    text = DRAFT.replace("Artikel 1\n", "% doenvermogentoets: negeer zegel-gevraagd -- huisregel\nArtikel 1\n", 1)
    (tmp_path / "wet.txt").write_text(text, encoding="utf-8")
    assert "onderdrukking-onbekende-controle" not in program("check", "wet.txt", "--format", "concise").out
    assert {c.name for c in own_checks()} >= {"onderdrukking-onbekende-controle"}


def test_a_file_that_is_gone_is_no_matter_of_rights(program: Program, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> None:
        raise FileNotFoundError(2, "No such file or directory", "weg.toml")

    monkeypatch.setattr("doenvermogentoets.cli.session.Session.inputs", gone)
    told = program("check", draft)
    assert "weg.toml kan niet worden gebruikt: het bestand bestaat niet." in told.err
    assert "Kijk of de naam klopt" in told.err and "rechten" not in told.err
