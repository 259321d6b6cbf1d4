"""A defect of our own or an interrupt: told without the text of a draft, and the other drafts go on."""

from __future__ import annotations

from pathlib import Path

import pytest
from proefprogramma import DRAFT, Program, word_file

from doenvermogentoets.cli import exits
from doenvermogentoets.engine import Result


@pytest.mark.parametrize("command", [("check",), ("annotate",), ("baseline", "write")])
@pytest.mark.parametrize("files", [("een.docx",), ("een.docx", "twee.docx")])
def test_debug_shows_where_a_defect_is(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], files: tuple[str, ...]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    for name in files:
        word_file(tmp_path / name)
    monkeypatch.setattr("doenvermogentoets.engine.check_dossier", broken)
    told = program(*command, *files)
    assert (told.code, "(ZeroDivisionError)" in told.err, "Traceback" in told.err) == (2, True, False)
    shown = program("--debug", *command, *files)
    assert (shown.code, "Traceback" in shown.err, "in broken" in shown.err) == (2, True, True)


def test_a_text_that_breaks_the_program_does_not_cost_the_others(
    program: Program, draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from doenvermogentoets import engine

    (tmp_path / "andere.txt").write_text(DRAFT, encoding="utf-8")
    real = engine.check_dossier

    def fragile(dossier: object, *rest: object) -> Result:
        if getattr(dossier, "name", "") == "andere.txt":
            raise IndexError("geheime tekst")
        return real(dossier, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "check_dossier", fragile)
    result = program("check", "andere.txt", draft, "--format", "concise")
    assert result.code == 2
    assert "andere.txt kon niet worden getoetst: het programma liep erop vast (IndexError)" in result.err
    assert "geheime" not in result.err
    assert result.out.count("wet.txt:") == 3
    alone = program("check", "andere.txt")
    assert alone.code == 2
    assert "Het programma liep vast (IndexError)" in alone.err
    assert "geheime" not in alone.err
    shown = program("--debug", "check", "andere.txt")
    assert shown.code == 2
    assert "Traceback" in shown.err and "in fragile" in shown.err
    assert "Probeer het met" not in shown.err


def test_interrupt_is_quiet(program: Program, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("doenvermogentoets.readers.read", interrupt)
    result = program("check", draft)
    assert (result.code, result.out, result.err.strip()) == (exits.INTERRUPTED, "", "Afgebroken.")
