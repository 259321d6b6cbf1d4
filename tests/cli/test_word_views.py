from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from proefprogramma import Program

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WHO = 'w:id="1" w:author="A" w:date="2025-01-01T00:00:00Z"'


def tracked(path: Path) -> Path:
    """«Artikel 1 / De ouder meldt dit [ingevoegd: terstond] [verwijderd: onverwijld]. / Artikel 2 / De ouder betaalt terstond.»"""
    document = docx.Document()
    document.add_paragraph("Artikel 1")
    paragraph = document.add_paragraph("De ouder meldt dit ")
    for wrapper in (
        f"<w:ins {W} {WHO}><w:r><w:t>terstond</w:t></w:r></w:ins>",
        f"<w:del {W} {WHO}><w:r><w:delText>onverwijld</w:delText></w:r></w:del>",
        f"<w:r {W}><w:t>.</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(wrapper))
    document.add_paragraph("Artikel 2")
    document.add_paragraph("De ouder betaalt terstond.")
    document.save(str(path))
    return path


def codes(program: Program, *arguments: object) -> list[tuple[str, str | None]]:
    (document,) = json.loads(program("check", *arguments, "--format", "json").out)["documents"]
    return [(f["code"], f["unit"]["artikel"]) for f in document["findings"]]


def test_the_original_text_can_be_checked(program: Program, tmp_path: Path) -> None:
    tracked(tmp_path / "wet.docx")
    assert codes(program, "wet.docx") == [("HST001", "1"), ("HST001", "2")]
    assert codes(program, "wet.docx", "--view", "accepted") == [("HST001", "1"), ("HST001", "2")]
    assert codes(program, "wet.docx", "--view", "original") == [("HST002", "1"), ("HST001", "2")]


def test_original_also_holds_with_styles_from_the_settings(program: Program, tmp_path: Path) -> None:
    tracked(tmp_path / "wet.docx")
    (tmp_path / "doenvermogentoets.toml").write_text('[styles]\nBepaling = "artikel"\n', encoding="utf-8")
    assert codes(program, "wet.docx", "--view", "original") == [("HST002", "1"), ("HST001", "2")]


def test_comments_on_the_original_text_stand_on_deleted_words(program: Program, tmp_path: Path) -> None:
    tracked(tmp_path / "wet.docx")
    assert program("annotate", "wet.docx", "--view", "original").code == 0
    made = docx.Document(str(tmp_path / "wet-toets.docx"))
    assert sorted(c.text[:6] for c in made.comments) == ["HST001", "HST002"]
    xml = made.element.xml
    start = xml.index("commentRangeStart")
    assert xml.index("onverwijld") > start
    assert xml.index("onverwijld") < xml.index("commentRangeEnd")


@pytest.mark.parametrize("command", ["norms", "outline"])
def test_other_commands_take_the_view(program: Program, tmp_path: Path, command: str) -> None:
    tracked(tmp_path / "wet.docx")
    accepted = program(command, "wet.docx", "--format", "json")
    original = program(command, "wet.docx", "--format", "json", "--view", "original")
    assert accepted.code == original.code == 0
    assert accepted.out != original.out


def test_only_changes_leaves_what_stood_there(program: Program, tmp_path: Path) -> None:
    tracked(tmp_path / "wet.docx")
    assert codes(program, "wet.docx", "--only-changes") == [("HST001", "1")]
    assert program("annotate", "wet.docx", "--only-changes").code == 0
    assert len(list(docx.Document(str(tmp_path / "wet-toets.docx")).comments)) == 1


def test_only_changes_in_a_draft_without_any_says_so(program: Program, tmp_path: Path) -> None:
    (tmp_path / "wet.txt").write_text("Artikel 1\nDe ouder meldt dit terstond.\n", encoding="utf-8")
    result = program("check", "wet.txt", "--only-changes")
    assert result.code == 0
    assert "Geen bijgehouden wijzigingen gevonden in wet.txt" in result.out + result.err


def test_only_changes_does_not_go_with_the_original(program: Program, tmp_path: Path) -> None:
    tracked(tmp_path / "wet.docx")
    result = program("check", "wet.docx", "--only-changes", "--view", "original")
    assert result.code == 2
    assert "kunnen niet samen" in result.err


def test_in_place_keeps_every_earlier_file(program: Program, tmp_path: Path) -> None:
    draft = tracked(tmp_path / "wet.docx")
    before = draft.read_bytes()
    result = program("annotate", "wet.docx", "--in-place")
    assert result.code == 0
    assert "het bestand zoals het was staat in wet.docx.bak" in result.err
    once = draft.read_bytes()
    assert len(list(docx.Document(str(draft)).comments)) == 2
    assert (tmp_path / "wet.docx.bak").read_bytes() == before
    assert "wet.docx.bak2" in program("annotate", "wet.docx", "--in-place").err
    assert (tmp_path / "wet.docx.bak").read_bytes() == before
    assert (tmp_path / "wet.docx.bak2").read_bytes() == once
    assert sorted(p.name for p in tmp_path.iterdir()) == ["wet.docx", "wet.docx.bak", "wet.docx.bak2"]


def test_in_place_through_a_link_changes_the_file_behind_it(program: Program, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    draft = tracked(tmp_path / "map" / "wet.docx")
    (tmp_path / "link.docx").symlink_to(draft)
    assert program("annotate", "link.docx", "--in-place").code == 0
    assert (tmp_path / "link.docx").is_symlink()
    assert len(list(docx.Document(str(draft)).comments)) == 2


def test_in_place_does_not_go_with_a_copy(program: Program, tmp_path: Path) -> None:
    draft = tracked(tmp_path / "wet.docx")
    before = draft.read_bytes()
    result = program("annotate", "wet.docx", "--in-place", "-o", "uit.docx")
    assert result.code == 2
    assert "--in-place en -o kunnen niet samen" in result.err
    assert draft.read_bytes() == before


def test_a_broken_file_stays_as_it_is(program: Program, tmp_path: Path) -> None:
    (tmp_path / "wet.docx").write_bytes(b"PK kapot")
    assert program("annotate", "wet.docx", "--in-place").code == 2
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("wet.docx", b"PK kapot")]


def _answer(path: Path, author: str) -> None:
    """Add a comment of a colleague to a Word file, as Word would save it."""
    document = docx.Document(str(path))
    document.add_comment(document.paragraphs[1].runs, text="Overleggen met de opsteller.", author=author, initials="C")
    document.save(str(path))


def test_a_copy_in_which_people_worked_is_kept(program: Program, tmp_path: Path) -> None:
    tracked(tmp_path / "wet.docx")
    copy, kept = tmp_path / "wet-toets.docx", tmp_path / "wet-toets.docx.bak"
    assert program("annotate", "wet.docx").code == 0
    assert program("annotate", "wet.docx").code == 0
    assert not kept.exists(), "a copy as we left it is simply made again"
    _answer(copy, "Collega")
    worked = copy.read_bytes()
    result = program("annotate", "wet.docx")
    assert "de vorige kopie, waarin is gewerkt, staat in wet-toets.docx.bak" in result.err
    assert kept.read_bytes() == worked
    assert {c.author for c in docx.Document(str(copy)).comments} == {"Doenvermogentoets"}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["wet-toets.docx", "wet-toets.docx.bak", "wet.docx"]


def test_a_copy_that_a_word_processor_saved_is_kept(program: Program, tmp_path: Path) -> None:
    """Whoever changes words in the copy leaves no comment: the ids that Word gives to paragraphs of our comments tell it."""
    tracked(tmp_path / "wet.docx")
    copy = tmp_path / "wet-toets.docx"
    program("annotate", "wet.docx")
    document = docx.Document(str(copy))
    document.paragraphs[0].add_run(" Meldplicht")
    for comment in document.comments:
        for paragraph in comment.paragraphs:
            paragraph._p.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", "1A2B3C4D")
    document.save(str(copy))
    assert "staat in wet-toets.docx.bak" in program("annotate", "wet.docx").err
    assert "Meldplicht" in docx.Document(str(tmp_path / "wet-toets.docx.bak")).paragraphs[0].text


def test_comments_that_were_in_the_draft_are_no_work_in_the_copy(program: Program, tmp_path: Path) -> None:
    _answer(tracked(tmp_path / "wet.docx"), "Collega")
    program("annotate", "wet.docx")
    assert "bak" not in program("annotate", "wet.docx").err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["wet-toets.docx", "wet.docx"]


READ = "wet.docx: de bijgehouden wijzigingen van 1 auteur zijn gelezen alsof zij zijn aanvaard."


def test_it_is_said_how_tracked_changes_were_read(program: Program, tmp_path: Path) -> None:
    tracked(tmp_path / "wet.docx")
    assert READ in program("check", "wet.docx").out.replace("\n", " ")
    assert json.loads(program("check", "wet.docx", "--format", "json").out)["notes"][0] == READ
    original = json.loads(program("check", "wet.docx", "--format", "json", "--view", "original").out)["notes"]
    assert original[0] == READ.replace("aanvaard", "verworpen")
    assert READ in program("annotate", "wet.docx").err
    assert program("report", "wet.docx", "-o", "wet.md").code == 0
    assert READ in (tmp_path / "wet.md").read_text(encoding="utf-8")


def test_nothing_is_said_of_a_file_without_tracked_changes(program: Program, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Artikel 1")
    document.add_paragraph("De ouder meldt dit terstond.")
    document.save(str(tmp_path / "wet.docx"))
    assert "bijgehouden" not in program("check", "wet.docx", "--format", "json").out
    assert "bijgehouden" not in program("annotate", "wet.docx").err


def test_text_output_places_a_finding_in_word_by_artikel_and_paragraph(program: Program, tmp_path: Path) -> None:
    tracked(tmp_path / "wet.docx")
    (tmp_path / "wet.txt").write_text("Artikel 1\nDe ouder betaalt terstond.\n", encoding="utf-8")
    assert program("check", "wet.docx").out.startswith("wet.docx: artikel 1, alinea 2  waarschuwing  haast-terstond (HST001)\n")
    assert program("check", "wet.txt").out.startswith("wet.txt:2:18  waarschuwing  haast-terstond (HST001)  artikel 1\n")
    assert program("check", "wet.docx", "--format", "concise").out.startswith("wet.docx:2:20: ")


def test_annotate_says_how_many_lighter_findings_got_no_comment(program: Program, tmp_path: Path) -> None:
    tracked(tmp_path / "wet.docx")
    told = "wet.docx: 1 lichtere bevinding kreeg geen opmerking; met --show info wel."
    original = ("annotate", "wet.docx", "--view", "original")
    assert told in program(*original, "--show", "warning").err
    assert "lichtere" not in program(*original).err
