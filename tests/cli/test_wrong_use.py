"""A wrong command, option or place for the output: a Dutch message with a remedy, exit code 2, nothing half written."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from proefprogramma import DRAFT, Program, refused, word_file


@pytest.mark.parametrize("arguments", [("--debug",), ("check",), ("check", "--weg"), ("check", "--jobs"), ("check", "--isolated=ja", "x")])
def test_click_speaks_dutch(program: Program, arguments: tuple[str, ...]) -> None:
    result = program(*arguments)
    refused(result)
    assert not re.search(r"\b(?:missing|option|command|argument|requires|value|invalid|does)\b", result.err, re.IGNORECASE)


@pytest.mark.parametrize(
    ("name", "words"), [("oud.doc", "sla het op als .docx"), ("oud.odt", "sla het op als .docx"), ("wet.txt", "doenvermogentoets check")]
)
def test_annotate_only_sends_to_check_what_check_can_read(program: Program, draft: Path, tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / name).touch()
    result = program("annotate", name)
    refused(result, name, words)
    assert ("doenvermogentoets check" in result.err) == (name == "wet.txt")


@pytest.mark.parametrize(
    "command", [("report", "map", "-o", "uit"), ("annotate", "map", "-o", "uit"), ("annotate", "map/a.docx", "-o", "uit.docx")]
)
def test_a_folder_that_takes_no_files_is_told_once(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    for name in "abc":
        word_file(tmp_path / "map" / f"{name}.docx")

    def fail(*_: object, **__: object) -> None:
        raise FileNotFoundError(2, "No such file or directory")  # what /proc says

    monkeypatch.setattr("tempfile.mkstemp", fail)
    result = program(*command)
    refused(result, "kan niet worden geschreven")
    assert result.err.count("fout:") == 1
    assert "bestaat niet" not in result.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--select", "haast-terstont"), ["opdrachtregel (--select): er is geen controle of thema «haast-terstont»", "«haast-terstond»"]),
        (("--ignore", "niets"), ["opdrachtregel (--ignore)"]),
        (("--severity", "haast-terstond"), ["Geef NAAM=ERNST"]),
        (("--severity", "haast-terstond=erg"), ["Geef NAAM=ERNST"]),
        (("--severity", "haast-terstont=error"), ["opdrachtregel (--severity)"]),
        (("--format", "jsn"), ["--format: «jsn» kan niet", "Bedoelde u «json»"]),
        (("--fail-on", "fout"), ["--fail-on: «fout» kan niet"]),
        (("--formaat", "json"), ["De optie «--formaat» bestaat niet", "«--format»"]),
        (("--toelichting", "nergens.txt"), ["nergens.txt bestaat niet"]),
        (("--toelichting", "wet.txt"), ["wet.txt is zowel ontwerp als toelichting"]),
        (("--baseline", "nergens.json"), ["nergens.json"]),
        (("-o", "geen/map/uit.txt"), ["De map geen/map bestaat niet"]),
        (("-o", "wet.txt"), ["wet.txt is zelf een invoerbestand"]),
        (("-o", "."), [". is een map"]),
        (("--output",), ["De optie «--output» is niet goed gebruikt"]),
    ],
)
def test_wrong_options(program: Program, draft: Path, tmp_path: Path, arguments: tuple[str, ...], words: list[str]) -> None:
    refused(program("check", draft, *arguments), *words)
    assert draft.read_text(encoding="utf-8") == DRAFT
    assert [p.name for p in tmp_path.iterdir()] == ["wet.txt"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("chek", "x"), ["geen opdracht «chek»", "«check»"]),
        (("check",), ["Er ontbreekt iets: PAD. Bijvoorbeeld: doenvermogentoets check ontwerp.txt"]),
        (("report", "ontwerp.txt"), ["Er ontbreekt iets: -o. Bijvoorbeeld: doenvermogentoets report ontwerp.docx -o rapport.html"]),
        (("check", "nergens/**/*.docx"), ["De map nergens bestaat niet, dus past er niets bij nergens/**/*.docx."]),
        (("explain", "haast-terstont"), ["geen controle «haast-terstont»", "«haast-terstond»"]),
        (("explain", "HST001", "HST002"), ["Er staat te veel op de opdrachtregel: HST002"]),
        (("server", "--tcp", "8080"), ["--tcp 8080 is geen adres"]),
        (("settings", "nergens"), ["nergens bestaat niet"]),
        (("check", "-", "--stdin-filename", "x.docx"), ["x.docx kan niet uit standaardinvoer"]),
        (("check", "-", "-"), ["meer dan één keer"]),
    ],
)
def test_wrong_use(program: Program, arguments: tuple[str, ...], words: list[str]) -> None:
    refused(program(*arguments), *words)


def test_without_a_command_the_help_is_shown_as_no_error(program: Program) -> None:
    result = program()
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("Gebruik: doenvermogentoets [OPTIES] OPDRACHT ...")
    assert "fout" not in result.err.partition("Opties:")[0]


@pytest.mark.parametrize(("name", "instead"), [("uit.docx", "annotate"), ("uit.html", "report"), ("UIT.PDF", "report")])
def test_text_is_not_written_under_a_name_that_promises_something_else(
    program: Program, draft: Path, tmp_path: Path, name: str, instead: str
) -> None:
    refused(program("check", draft, "-o", name), f"{name}: «check» schrijft platte tekst", f"doenvermogentoets {instead}")
    assert [p.name for p in tmp_path.iterdir()] == ["wet.txt"]


def test_empty_stdin(program: Program) -> None:
    refused(program("check", "-", stdin=b"\n"), "Standaardinvoer is leeg")


def test_unwritable_output_is_refused_before_the_work(program: Program, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr("tempfile.mkstemp", fail)
    monkeypatch.setattr("doenvermogentoets.readers.read", lambda _: pytest.fail("the work had started"))
    refused(program("check", draft, "-o", "uit.txt"), "uit.txt kan niet worden geschreven")


def test_output_to_a_link_or_a_device_leaves_both_in_place(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "echt.json").write_text("oud", encoding="utf-8")
    (tmp_path / "link.json").symlink_to("echt.json")
    program("check", draft, "--format", "json", "-o", "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "echt.json").read_text(encoding="utf-8").startswith("{")
    device = tmp_path / "apparaat"
    device.symlink_to(os.devnull)
    assert program("check", draft, "--format", "json", "-o", device).code == 1
    assert Path(os.devnull).is_char_device()
