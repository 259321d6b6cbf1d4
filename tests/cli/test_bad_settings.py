"""A mistake in the settings or the baseline: every one is told at once, in Dutch, with its line and a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from proefprogramma import Program, refused


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


def test_broken_baseline(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text('{"schema": 1, "entries": [{"x": 1}]}', encoding="utf-8")
    refused(program("check", draft, "--baseline", "b.json"), "b.json is geen basislijn")


@pytest.mark.parametrize(
    "content",
    ["a = " + "[" * 20_000, "a = " + "[" * 3_000 + "]" * 3_000, "a = " + "{a=" * 3_000 + "1" + "}" * 3_000, "a = " + "1" * 5_000],
    ids=["open", "lists", "tables", "number"],
)
def test_what_toml_allows_and_python_cannot_hold_is_refused_in_dutch(program: Program, draft: Path, tmp_path: Path, content: str) -> None:
    (tmp_path / "doenvermogentoets.toml").write_text(content, encoding="utf-8")
    refused(program("check", draft), "te lang getal, of lijsten en tabellen die te diep in elkaar staan")
    (tmp_path / "doenvermogentoets.toml").rename(tmp_path / "pyproject.toml")
    assert program("check", draft, "--fail-on", "never").code == 0, "a file of another project, and theirs to mend"


def test_a_file_with_thousands_of_mistakes_tells_the_line_of_each(program: Program, draft: Path, tmp_path: Path) -> None:
    lines = [f"instelling{n} = 1" for n in range(2_000)]
    (tmp_path / "doenvermogentoets.toml").write_text("\n".join(lines), encoding="utf-8")
    refused(program("check", draft), "er staan 2000 fouten in", "regel 2000: onbekende instelling «instelling1999»")
