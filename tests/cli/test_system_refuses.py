"""What the computer refuses is told in Dutch with the cause and a remedy; output that is not whole never passes for the whole."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from proefprogramma import DRAFT, Outcome, Program, refused, word_file

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="Unix only")


def named(result: Outcome, *words: str) -> None:
    refused(result, *words)
    assert "fout van ons" not in result.err


@UNIX
@pytest.mark.parametrize("buffered", ["", "1"])
@pytest.mark.parametrize("arguments", [("checks",), ("outline", "wet.txt", "--format", "json"), ("check", "wet.txt", "--format", "json")])
def test_output_that_does_not_fit_is_no_success(tmp_path: Path, arguments: tuple[str, ...], buffered: str) -> None:
    """A file may not become larger than 4096 bytes: the system takes what fits and refuses the rest, as a full disk does."""
    import resource

    (tmp_path / "wet.txt").write_text(
        DRAFT + "".join(f"\nArtikel {n}\n\nHij doet dit en/of dat.\n" for n in range(20, 60)), encoding="utf-8"
    )
    with (tmp_path / "uit.txt").open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "doenvermogentoets", *arguments],
            cwd=tmp_path,
            stdout=out,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": buffered},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
            timeout=120,
            check=False,
        )
    assert (tmp_path / "uit.txt").stat().st_size == 4096, "the case: part of the output was taken"
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").startswith("fout: De uitvoer kan niet worden geschreven en is niet heel: ")
    assert len(done.stderr.splitlines()) == 2


@UNIX
@pytest.mark.parametrize("arguments", [("checks",), ("outline", "wet.txt"), ("doctor",), ("explain", "DVT001")])
def test_a_closed_standard_output_is_told(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "wet.txt").write_text(DRAFT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "doenvermogentoets", *arguments],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: os.close(1),
        timeout=120,
        check=False,
    )
    assert done.returncode == 2
    assert "De uitvoer kan niet worden geschreven" in done.stderr.decode("utf-8")


@pytest.mark.parametrize(
    ("number", "cause", "remedy"),
    [
        (errno.ENOSPC, "de schijf is vol", "Maak ruimte vrij"),
        (errno.ENAMETOOLONG, "de naam is te lang", "kortere naam"),
        (errno.EROFS, "de schijf is alleen te lezen", "andere plek"),
        (errno.EMFILE, "te veel bestanden", "--jobs 1"),
    ],
)
@pytest.mark.parametrize(
    "command",
    [
        ("check", "wet.txt", "-o", "uit.json"),
        ("report", "wet.txt", "-o", "uit.html"),
        ("report", "map", "-o", "rapporten"),
        ("baseline", "write", "wet.txt", "--baseline", "b.json"),
        ("annotate", "map/a.docx", "-o", "uit.docx"),
        ("annotate", "map/a.docx"),
        ("annotate", "map/a.docx", "--in-place"),
    ],
)
def test_writing_that_is_refused_says_why_and_what_to_do(
    program: Program,
    draft: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    number: int,
    cause: str,
    remedy: str,
) -> None:
    word_file(tmp_path / "map" / "a.docx")
    before = sorted(tmp_path.rglob("*"))

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, "in English", "somewhere")

    for module in ("word.annotation", "cli.outfile", "whole"):  # the last one last: the others take it over when they are imported
        monkeypatch.setattr(f"doenvermogentoets.{module}.move", fail)
    result = program(*command)
    named(result, f"kan niet worden {'vervangen' if '--in-place' in command else 'geschreven'}: ", cause, remedy)
    assert [p for p in tmp_path.rglob("*") if p not in before and p.is_file()] == [], "nothing half written"


def test_anything_else_that_the_system_refuses_is_no_fault_of_the_program(
    program: Program, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error", "schijf/wet.txt")

    monkeypatch.setattr("doenvermogentoets.engine.check_dossier", fail)
    named(program("check", draft), "schijf/wet.txt kan niet worden gebruikt: de schijf of de verbinding ermee werkt niet goed")


def test_a_library_that_borrows_the_name_is_still_a_defect(program: Program, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no such model")

    monkeypatch.setattr("doenvermogentoets.engine.check_dossier", fail)
    assert "fout van ons" in program("check", draft).err


@UNIX
@pytest.mark.parametrize(
    "command", [("check",), ("report", "-o", "uit.html"), ("annotate",), ("outline",), ("check", "wet.txt", "--toelichting")]
)
@pytest.mark.parametrize(("name", "target"), [("lus.docx", "lus.docx"), ("dood.docx", "nergens.docx")])
def test_a_link_that_leads_nowhere_is_called_that(
    program: Program, draft: Path, tmp_path: Path, command: tuple[str, ...], name: str, target: str
) -> None:
    (tmp_path / name).symlink_to(target)
    result = program(*command, name)
    named(result, f"{name} is een koppeling die nergens uitkomt", "Herstel of verwijder")
    assert "Bedoelde u" not in result.err


@UNIX
def test_output_through_a_link_to_itself(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "lus").symlink_to("lus")
    assert "fout van ons" not in program("check", draft, "-o", "lus").err


def test_a_name_of_which_the_copy_is_too_long(program: Program, tmp_path: Path) -> None:
    word_file(tmp_path / f"{'l' * 245}.docx")
    named(program("annotate", f"{'l' * 245}.docx"), "de naam is te lang", "kortere naam")


def test_a_name_that_fits_is_not_made_too_long_by_us(program: Program, tmp_path: Path) -> None:
    word_file(tmp_path / f"{'l' * 242}.docx")
    assert program("annotate", f"{'l' * 242}.docx").code == 0
    (tmp_path / "wet.txt").write_text(DRAFT, encoding="utf-8")
    assert program("check", "wet.txt", "-o", "u" * 255).code == 1


def test_a_file_behind_a_closed_door_does_not_cease_to_exist(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stat = os.stat

    def refuse(path: object, *more: object, **named_more: object) -> os.stat_result:
        if "dicht" in str(path):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return stat(path, *more, **named_more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", refuse)
    result = program("check", "dicht/wet.txt")
    named(result, f"{Path('dicht/wet.txt')} kan niet worden gelezen: u hebt er geen rechten op", "Vraag rechten")
    assert "bestaat niet" not in result.err


@UNIX
@pytest.mark.parametrize("command", [("check",), ("outline",), ("check", "wet.txt", "--toelichting")])
def test_a_pipe_with_a_name_is_not_waited_for(program: Program, draft: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    os.mkfifo(tmp_path / "pijp.txt")
    named(program(*command, "pijp.txt"), "pijp.txt is geen gewoon bestand", "standaardinvoer")


@pytest.mark.parametrize("name", ["lang.txt", "lang.md", "lang.xml", "-"])
def test_a_text_that_is_far_too_long_is_refused_at_once(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("doenvermogentoets.readers.files.MAX_CHARACTERS", 400)
    monkeypatch.setattr("doenvermogentoets.engine.check_dossier", lambda *_: pytest.fail("the work had started"))
    text = "Hij doet dit. " * 40
    if name == "lang.xml":
        text = f"<wet-besluit><wettekst><artikel><al>{text}</al></artikel></wettekst></wet-besluit>"
        text = f"<toestand><wetgeving>{text}</wetgeving></toestand>"
    if name == "-":
        named(program("check", "-", stdin=text.encode()), "standaardinvoer is te lang", "Splits")
    else:
        (tmp_path / name).write_text(text, encoding="utf-8")
        named(program("check", name), f"{name} is te lang", "Splits")


def test_standard_input_without_an_end_is_refused(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("doenvermogentoets.readers.files.MAX_BYTES", 1000)
    named(program("check", "-", stdin=b"x" * 2000), "standaardinvoer is te lang", "Splits")


def test_a_file_that_is_protected_against_writing_is_not_replaced(program: Program, tmp_path: Path) -> None:
    path = word_file(tmp_path / "wet.docx")
    before = path.read_bytes()
    path.chmod(0o444)
    named(program("annotate", path, "--in-place"), "wet.docx is alleen-lezen en wordt niet vervangen", "zonder --in-place")
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["wet.docx"]
    assert program("annotate", path).code == 0, "a copy can be made"
    path.chmod(0o644)
