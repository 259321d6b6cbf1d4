"""Everything a user can get wrong: a Dutch message with the file and a remedy, exit code 2, no traceback, nothing half written."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from proefprogramma import DRAFT, Program, refused, word_file

from doenvermogentoets.cli import exits
from doenvermogentoets.engine import Result


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


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("fail_onn = 'error'", ["doenvermogentoets.toml, regel 1: onbekende instelling «fail_onn»", "Bedoelde u «fail-on»?"]),
        ("fail-on = 'warnin'", ["«warnin» kan niet bij «fail-on»", "Bedoelde u «warning»?"]),
        ("select = ['haast-tersond']", ["geen controle of thema «haast-tersond»", "«haast-terstond»"]),
        ("[checks.haast-terstont]\nwoord = 'x'", ["geen controle «haast-terstont»", "«haast-terstond»"]),
        ("[checks.haast-terstond]\nwoordt = 'x'", ["heeft geen instelling «woordt»", "«woord»"]),
        ("[checks.haast-terstond]\nhoogstens = 'veel'", ["haast-terstond.hoogstens moet een getal zijn"]),
        ("[severity]\nhaast-terstond = 'hoog'", ["«hoog» kan niet bij «severity.haast-terstond»"]),
        ("select = 'haast'", ["«select» moet een lijst zijn"]),
        ("[[suppress]]\ncheck = 'HST001'\nsentence = 'x'", ["«suppress.reason» ontbreekt", 'Zet onder [[suppress]]: reason = "']),
        ("[[suppress]]\ncheck = 'HST001'", ["«suppress.sentence» en «suppress.reason» ontbreken", 'sentence = "', 'reason = "']),
        ("[[suppress]]\ncheck = 'HST001'\nsentence = 'x'\nreason = ''", ["«suppress.reason» mag niet leeg zijn", 'reason = "']),
        ("[[dossiers]]\nontwerp = 'wet.txt'", ["«dossiers.toelichting» ontbreekt", 'toelichting = "']),
        ("[[suppress]]\ncheck = 'HST999'\nsentence = 'x'\nreason = 'y'", ["geen controle «HST999»"]),
        ("[styles]\nKop = 'artikle'", ["«artikle» kan niet bij «styles.Kop»", "«artikel»"]),
        ("select = [", ["geen geldige TOML: het loopt vast aan het eind."]),
        ("cache = true\nselect = = []", ["geen geldige TOML: het loopt vast op regel 2, teken 10."]),
    ],
)
def test_wrong_settings_file(program: Program, draft: Path, tmp_path: Path, content: str, words: list[str]) -> None:
    (tmp_path / "doenvermogentoets.toml").write_text(content, encoding="utf-8")
    refused(program("check", draft), *words)
    assert program("check", draft, "--isolated", "--fail-on", "never").code == 0


def test_every_mistake_in_a_settings_file_is_told_at_once(program: Program, draft: Path, tmp_path: Path) -> None:
    content = """# instellingen
fail-on = "warn"
selekt = []
ignore = [
  "leesniveau",
]

[severity]
haast-terstond = "hoog"
haast-terstont = "info"

[checks.haast-terstond]
hoogstens = "veel"
"woord" = ["a"]

[[suppress]]
check = "HST001"
sentence = '''
check = "niets"'''
reason = "y"

[[suppress]]
check = "HST999"
sentence = "x"

[[suppress]]
check = "HST001"
reason = ""
"""
    (tmp_path / "doenvermogentoets.toml").write_text(content, encoding="utf-8")
    result = program("check", draft)
    assert result.code == 2
    told = [line.strip() for line in result.err.splitlines()]
    assert told[0].endswith("doenvermogentoets.toml: er staan 11 fouten in.")
    words = [
        "- regel 2: «warn» kan niet bij «fail-on». Bedoelde u «warning»?",
        "- regel 3: onbekende instelling «selekt». Bedoelde u «select»?",
        "- regel 4: er is geen controle of thema «leesniveau».",
        "- regel 9: «hoog» kan niet bij «severity.haast-terstond».",
        "- regel 10: er is geen controle of thema «haast-terstont». Bedoelde u «haast-terstond»?",
        "- regel 13: haast-terstond.hoogstens moet een getal zijn.",
        "- regel 14: haast-terstond.woord moet een tekst zijn.",
        "- regel 22: de instelling «suppress.reason» ontbreekt.",
        "- regel 23: er is geen controle «HST999».",
        "- regel 26: de instelling «suppress.sentence» ontbreekt.",
        "- regel 28: de instelling «suppress.reason» mag niet leeg zijn.",
    ]
    for line, start in zip(told[1:], words, strict=True):
        assert line.startswith(start), line


def test_lines_in_pyproject_count_from_its_top(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "x"\nselect = 3\n\n[tool.doenvermogentoets]\nselect = ["haast-terstont"]\nignore = ["niets"]\n', encoding="utf-8"
    )
    err = program("check", draft).err
    assert "- regel 6: er is geen controle of thema «haast-terstont»" in err
    assert "- regel 7: er is geen controle of thema «niets»" in err


def test_mistakes_of_the_command_line_and_the_file_keep_apart(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "doenvermogentoets.toml").write_text("[checks.niets]\nx = 1\n", encoding="utf-8")
    err = program("check", draft, "--select", "haast-terstont").err
    assert "2 fouten in de instellingen." in err
    assert "- opdrachtregel (--select): er is geen controle of thema «haast-terstont»" in err
    assert "doenvermogentoets.toml, regel 1: er is geen controle «niets»" in err


def test_folder_by_the_name_of_the_settings(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "doenvermogentoets.toml").mkdir()
    refused(program("check", draft), "doenvermogentoets.toml kan niet worden gelezen: het is een map.")


def test_missing_settings_file(program: Program, draft: Path) -> None:
    refused(program("check", draft, "--config", "nergens.toml"), "nergens.toml kan niet worden gelezen: het bestand bestaat niet.")
    refused(program("check", draft, "--config", draft.parent), "kan niet worden gelezen: het is een map.")
    refused(program("baseline", "check", draft), "doenvermogentoets-basislijn.json kan niet worden gelezen: het bestand bestaat niet.")


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


def test_broken_baseline(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text('{"schema": 1, "entries": [{"x": 1}]}', encoding="utf-8")
    refused(program("check", draft, "--baseline", "b.json"), "b.json is geen basislijn")


def test_interrupt_is_quiet(program: Program, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("doenvermogentoets.readers.read", interrupt)
    result = program("check", draft)
    assert (result.code, result.out, result.err.strip()) == (exits.INTERRUPTED, "", "Afgebroken.")


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
