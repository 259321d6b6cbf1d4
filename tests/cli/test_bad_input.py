"""A file or folder that cannot be read: a Dutch message with its name and a remedy, exit code 2, no traceback, nothing half written."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from proefprogramma import Program, refused


@pytest.mark.parametrize("command", ["check", "norms", "outline", "annotate"])
def test_missing_file(program: Program, command: str) -> None:
    refused(program(command, "nergens.docx"), "nergens.docx bestaat niet")


@pytest.mark.parametrize("command", ["check", "norms", "outline", "annotate"])
def test_folder_without_drafts(program: Program, tmp_path: Path, command: str) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "foto.jpg").write_bytes(b"x")
    refused(program(command, "map"), "In de map map staan geen ontwerpen")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("binair.txt", b"\x00\x01\x02\x03" * 200),
        ("codering.txt", "Artikel 1\n\nDe coördinatie.\n".encode("cp1252") + b"\x81\x8d"),
        ("leeg.txt", b""),
        ("wit.md", b" \n\n"),
        ("oud.doc", b"\xd0\xcf\x11\xe0" + b"\x00" * 100),
        ("kapot.docx", b"PK\x03\x04 kapot"),
        ("geheim.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
        ("stuk.pdf", b"%PDF-1.7"),
        ("zonderuitgang", b"Artikel 1"),
        ("entiteit.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><toestand>&a;</toestand>'),
        ("ander.xml", b"<boek><hoofdstuk/></boek>"),
        ("onaf.xml", b"<toestand><wetgeving>"),
    ],
)
def test_unreadable_file(program: Program, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    refused(program("check", name), name)
    assert [p.name for p in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("check",), "dicht.txt"),
        (("check",), "dicht.docx"),
        (("check",), "dicht.xml"),
        (("norms",), "dicht.txt"),
        (("outline",), "dicht.md"),
        (("annotate",), "dicht.docx"),
        (("report", "-o", "uit.html"), "dicht.txt"),
        (("baseline", "write"), "dicht.txt"),
        (("check", "wet.txt", "--toelichting"), "dicht.txt"),
        (("check", "wet.txt", "--config"), "dicht.toml"),
        (("check", "wet.txt", "--baseline"), "dicht.json"),
        (("report", "wet.txt", "-o", "uit.html", "--previous"), "dicht.json"),
    ],
)
def test_a_file_that_may_not_be_read_is_told_in_dutch(
    program: Program, draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], name: str
) -> None:
    """Whoever runs the tests may read everything, so the system is made to refuse."""
    (tmp_path / name).write_text("x", encoding="utf-8")
    allowed, opened, read_bytes = os.access, Path.open, Path.read_bytes

    def refuse(path: Path) -> None:
        if path.name == name:
            raise PermissionError(13, "Permission denied")

    def access(path: Any, *more: Any, **named: Any) -> bool:
        return Path(path).name != name and allowed(path, *more, **named)

    def open_(path: Path, *more: Any, **named: Any) -> Any:
        refuse(path)
        return opened(path, *more, **named)

    def bytes_(path: Path) -> bytes:
        refuse(path)
        return read_bytes(path)

    monkeypatch.setattr(os, "access", access)
    monkeypatch.setattr(Path, "open", open_)
    monkeypatch.setattr(Path, "read_bytes", bytes_)
    result = program(*command, name)
    refused(result, name)
    assert "readable" not in result.err
    assert re.search(r"rechten|lezen", result.err)
    assert not (tmp_path / "uit.html").exists()


@pytest.mark.parametrize(
    "command",
    [
        ("settings", "dicht/wet.txt"),
        ("check", "wet.txt", "-o", "dicht/uit.txt"),
        ("report", "wet.txt", "-o", "dicht/uit.html"),
        ("report", "wet.txt", "-o", "dicht/uit"),
        ("baseline", "write", "wet.txt", "--baseline", "dicht/b.json"),
        ("annotate", "dicht/wet.docx"),
    ],
)
def test_a_folder_that_may_not_be_looked_into_is_no_fault_of_the_program(
    program: Program, draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    (tmp_path / "dicht").mkdir()
    stat = Path.stat

    def refuse(path: Path, *more: Any, **named: Any) -> Any:
        if path.parent.name == "dicht":
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, *more, **named)

    monkeypatch.setattr(Path, "stat", refuse)
    monkeypatch.setattr(Path, "exists", lambda path: bool(refuse(path)) if path.parent.name == "dicht" else os.path.lexists(path))
    result = program(*command)
    refused(result, "dicht")
    assert "fout van ons" not in result.err


@pytest.mark.parametrize(
    ("command", "name", "words"),
    [
        (("check",), "wett.txt", "Bedoelde u «wet.txt»?"),
        (("check",), "wet.docx", "Bedoelde u «wet.txt»?"),
        (("check",), "toelichtnig.md", "Bedoelde u «toelichting.md»?"),
        (("check",), "toelichtnig.txt", "Bedoelde u «toelichting.txt»?"),
        (("check", "wet.txt", "--toelichting"), "toelichtnig.txt", "Bedoelde u «toelichting.txt»?"),
        (("report", "-o", "uit.html"), "onder/regelnig.md", f"Bedoelde u «{Path('onder/regeling.md')}»?"),
        (("settings",), "onderr", "Bedoelde u «onder»?"),
        (("check",), "regel.txt", "Kijk of de naam en de map kloppen."),
    ],
)
def test_a_slip_in_a_name_is_told(program: Program, draft: Path, tmp_path: Path, command: tuple[str, ...], name: str, words: str) -> None:
    for suffix in (".docx", ".md", ".txt"):
        (tmp_path / f"toelichting{suffix}").touch()
    (tmp_path / "onder").mkdir()
    (tmp_path / "onder" / "regeling.md").touch()
    refused(program(*command, name), f"{Path(name)} bestaat niet", words)


def test_zip_that_is_no_word_file(program: Program, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as package:
        package.writestr("x.txt", "geen Word")
    refused(program("check", "a.docx"), "a.docx")


def test_impossible_name(program: Program) -> None:
    refused(program("check", "x" * 5000), "de naam is te lang")


def test_one_unreadable_file_among_more_is_reported_and_the_others_go_on(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "leeg.txt").write_bytes(b"")
    result = program("check", draft, "leeg.txt", "--format", "concise")
    assert result.code == 2
    assert "fout: leeg.txt is leeg." in result.err
    assert result.out.count("wet.txt:") == 3
