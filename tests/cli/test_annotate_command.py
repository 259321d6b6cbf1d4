from __future__ import annotations

import json
import os
from pathlib import Path

import docx
import pytest
from proefprogramma import DRAFT, Program, word_file

from doenvermogentoets.text import Span


def comments(path: Path) -> list[str]:
    return [c.text.splitlines()[0] for c in docx.Document(str(path)).comments]


def test_copy_stands_beside_the_draft_and_the_draft_is_untouched(program: Program, tmp_path: Path) -> None:
    draft = word_file(tmp_path / "wet.docx")
    before = draft.read_bytes()
    result = program("annotate", draft)
    assert (result.code, result.out) == (0, "")
    assert f"{tmp_path / 'wet-toets.docx'}: 3 opmerkingen" in result.err
    assert [c[:6] for c in comments(tmp_path / "wet-toets.docx")] == ["HST001", "HST002", "HST001"]
    assert draft.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="rights of another kind")
def test_a_copy_that_was_closed_to_others_stays_closed(program: Program, tmp_path: Path) -> None:
    word_file(tmp_path / "wet.docx")
    copy = tmp_path / "wet-toets.docx"
    assert program("annotate", "wet.docx").code == 0
    copy.chmod(0o600)
    assert program("annotate", "wet.docx").code == 0
    assert copy.stat().st_mode & 0o777 == 0o600


def test_selection_and_name_of_the_copy(program: Program, tmp_path: Path) -> None:
    word_file(tmp_path / "wet.docx")
    assert program("annotate", "wet.docx", "-o", "uit.docx", "--select", "HST002").code == 0
    assert [c[:6] for c in comments(tmp_path / "uit.docx")] == ["HST002"]


def test_a_template_that_is_named_gets_a_copy_of_its_own_kind(program: Program, tmp_path: Path) -> None:
    word_file(tmp_path / "sjabloon.docx").rename(tmp_path / "sjabloon.dotx")
    assert program("annotate", "sjabloon.dotx", "-o", "uit.docx").code == 2
    result = program("annotate", "sjabloon.dotx")
    assert result.code == 0
    assert "sjabloon-toets.dotx: 3 opmerkingen" in result.err


def test_folder_is_mirrored_and_copies_are_not_read_again(program: Program, tmp_path: Path) -> None:
    word_file(tmp_path / "in" / "a.docx")
    word_file(tmp_path / "in" / "sub" / "b.docx")
    for _ in range(2):
        assert program("annotate", "in", "-o", "uit").code == 0
    assert sorted(p.relative_to(tmp_path / "uit").as_posix() for p in (tmp_path / "uit").rglob("*.docx")) == ["a.docx", "sub/b.docx"]
    for _ in range(2):
        assert program("annotate", "in").code == 0
    assert sorted(p.name for p in (tmp_path / "in").rglob("*.docx")) == ["a-toets.docx", "a.docx", "b-toets.docx", "b.docx"]


def test_toelichting_gets_a_copy_of_its_own(program: Program, tmp_path: Path) -> None:
    word_file(tmp_path / "wet.docx")
    word_file(tmp_path / "mvt.docx", "Memorie van toelichting\n\nI. Algemeen\n\nHier staat waarom.\n")
    assert program("annotate", "wet.docx", "--toelichting", "mvt.docx").code == 0
    assert [c[:6] for c in comments(tmp_path / "mvt-toets.docx")] == ["UTL001"]


def test_a_toelichting_left_out_is_told_also_of_a_copy_done_again(program: Program, tmp_path: Path) -> None:
    word_file(tmp_path / "wet.docx")
    word_file(tmp_path / "wet-mvt.docx", "Memorie van toelichting\n\nI. Algemeen\n\nHier staat waarom.\n")
    assert "Ernaast staat wet-mvt.docx" in program("annotate", "wet.docx").err
    assert "Ernaast staat" not in program("annotate", "wet.docx", "--toelichting", "wet-mvt.docx").err
    assert "Ernaast staat wet-mvt-toets.docx" in program("annotate", "wet-toets.docx").err
    assert "Ernaast staat wet-mvt.docx" in program("annotate", "wet.docx").err
    assert "Ernaast staat" not in program("annotate", "wet-toets.docx", "--in-place", "--remove").err


def test_one_broken_file_does_not_cost_the_others(program: Program, tmp_path: Path) -> None:
    word_file(tmp_path / "a.docx")
    (tmp_path / "b.docx").write_bytes(b"PK kapot")
    result = program("annotate", "a.docx", "b.docx", "-o", "uit")
    assert result.code == 2
    assert "fout: " in result.err
    assert "b.docx" in result.err
    assert [p.name for p in (tmp_path / "uit").iterdir()] == ["a.docx"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("wet.docx", "-o", "wet.docx"), "wet.docx is zelf een invoerbestand"),
        (("wet.docx", "-o", "geen/map/uit.docx"), "De map geen/map bestaat niet"),
        (("wet.docx", "-o", "uit.pdf"), "uit.pdf moet dezelfde uitgang hebben"),
        (("wet.docx", "sub/wet.docx", "-o", "uit"), "Twee kopieën zouden uit/wet.docx heten"),
        (("wet.docx", "sub/wet.docx", "-o", "los.txt"), "los.txt is een bestand"),
        (("los.txt",), "los.txt is geen Word-bestand"),
        (("-",), "- is geen Word-bestand"),
    ],
)
def test_refused(program: Program, tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    word_file(tmp_path / "wet.docx")
    word_file(tmp_path / "sub" / "wet.docx")
    (tmp_path / "los.txt").write_text(DRAFT, encoding="utf-8")
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    result = program("annotate", *arguments)
    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_styles_of_the_settings_are_used(program: Program, tmp_path: Path) -> None:
    document = docx.Document()
    document.styles.add_style("Bepaling", 1)
    document.add_paragraph("7 Melden", style="Bepaling")
    document.add_paragraph("De ouder meldt terstond.")
    document.save(str(tmp_path / "wet.docx"))
    (tmp_path / "doenvermogentoets.toml").write_text('[styles]\nBepaling = "artikel"\n', encoding="utf-8")
    out = program("check", "wet.docx", "--format", "concise").out
    assert "[artikel 7]" in out


@pytest.mark.parametrize("command", ["outline", "norms"])
def test_commands_that_study_a_draft_read_it_with_the_styles_of_the_settings_too(program: Program, tmp_path: Path, command: str) -> None:
    document = docx.Document()
    document.styles.add_style("Bepaling", 1)
    document.add_paragraph("7 Melden", style="Bepaling")
    document.add_paragraph("De ouder meldt terstond.")
    document.save(str(tmp_path / "wet.docx"))
    assert "artikel 7" not in program(command, "wet.docx").out
    (tmp_path / "doenvermogentoets.toml").write_text('[styles]\nBepaling = "artikel"\n', encoding="utf-8")
    assert "artikel 7" in program(command, "wet.docx").out


def test_named_copy_with_a_toelichting_in_word(program: Program, tmp_path: Path) -> None:
    word_file(tmp_path / "wet.docx")
    word_file(tmp_path / "mvt.docx", "Memorie van toelichting\n\nI. Algemeen\n\nHier staat waarom.\n")
    (tmp_path / "uit").mkdir()
    assert program("annotate", "wet.docx", "--toelichting", "mvt.docx", "-o", "uit/kopie.docx").code == 0
    assert sorted(p.name for p in (tmp_path / "uit").iterdir()) == ["kopie.docx", "mvt-toets.docx"]


def test_answer_in_word_sets_the_finding_aside(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from doenvermogentoets.word import answers

    word_file(tmp_path / "wet.docx")
    first = json.loads(program("check", "wet.docx", "--format", "json").out)["documents"][0]["findings"][0]["span"]
    answer = answers.WordSuppression("HST001", Span(first["start"], first["end"]), "akkoord, zo besproken")
    monkeypatch.setattr(answers, "suppressions", lambda path, *, view: [answer] if path.name == "wet.docx" else [])
    (document,) = json.loads(program("check", "wet.docx", "--format", "json").out)["documents"]
    assert [(s["code"], s["by"], s["reason"]) for s in document["suppressed"]] == [("HST001", "word", "akkoord, zo besproken")]
    assert [f["code"] for f in document["findings"]] == ["HST002", "HST001"]


def test_our_comments_can_be_taken_out_and_those_of_others_stay(program: Program, tmp_path: Path) -> None:
    path = word_file(tmp_path / "wet.docx")
    document = docx.Document(str(path))
    document.add_comment(document.paragraphs[0].runs, "Graag met de afdeling bespreken.", author="Collega")
    document.save(str(path))
    assert program("annotate", path, "--in-place").code == 0
    assert len(comments(path)) == 4
    result = program("annotate", path, "--in-place", "--remove")
    assert result.code == 0
    assert "0 opmerkingen, 3 eerdere weggehaald" in result.err
    assert comments(path) == ["Graag met de afdeling bespreken."]
