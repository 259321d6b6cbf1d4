"""``annotate`` where something stands already: another draft, comments of before, a file that is open."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from proefprogramma import Program, refused, word_file

from doenvermogentoets.text import Span
from doenvermogentoets.word import answers

OTHER = """Wet op het tegendeel

Artikel 1

De werkgever bewaart zijn administratie zeven jaar en verstrekt haar terstond als de inspecteur dat vraagt.
"""


def codes(path: Path) -> list[str]:
    return [c.text[:6] for c in docx.Document(str(path)).comments]


def text(path: Path) -> str:
    return "\n".join(p.text for p in docx.Document(str(path)).paragraphs)


def replaced(path: Path, old: str, new: str) -> None:
    document = docx.Document(str(path))
    for paragraph in document.paragraphs:
        if old in paragraph.text:
            paragraph.text = paragraph.text.replace(old, new)
    document.save(str(path))


@pytest.mark.parametrize("in_place", [True, False])
def test_another_draft_with_our_comments_is_never_lost(program: Program, tmp_path: Path, in_place: bool) -> None:
    word_file(tmp_path / "wet.docx")
    other = word_file(tmp_path / "ander.docx", OTHER)
    if in_place:
        program("annotate", "ander.docx", "--in-place")
    else:
        program("annotate", "ander.docx")
        (tmp_path / "ander-toets.docx").replace(other)
    before = other.read_bytes()
    backups = len(list(tmp_path.glob("*.bak*")))
    result = program("annotate", "wet.docx", "-o", "ander.docx")
    kept = "ander.docx.bak2" if backups else "ander.docx.bak"
    assert f"een ander stuk, dat daar al stond, staat in {kept}" in result.err
    assert (tmp_path / kept).read_bytes() == before


def test_another_draft_without_comments_is_called_what_it_is(program: Program, tmp_path: Path) -> None:
    word_file(tmp_path / "wet.docx")
    before = word_file(tmp_path / "ander.docx", OTHER).read_bytes()
    assert "een ander stuk, dat daar al stond, staat in ander.docx.bak" in program("annotate", "wet.docx", "-o", "ander.docx").err
    assert (tmp_path / "ander.docx.bak").read_bytes() == before


def test_a_copy_of_an_earlier_version_is_kept_and_one_of_the_same_text_is_not(program: Program, tmp_path: Path) -> None:
    draft = word_file(tmp_path / "wet.docx")
    program("annotate", "wet.docx")
    assert "bak" not in program("annotate", "wet.docx").err
    replaced(draft, "onverwijld", "binnen een week")
    assert "de vorige kopie, met een andere versie van de tekst, staat in wet-toets.docx.bak" in program("annotate", "wet.docx").err
    assert "onverwijld" in text(tmp_path / "wet-toets.docx.bak")
    assert "bak" not in program("annotate", "wet.docx").err


def test_nothing_is_written_where_there_is_nothing_of_ours_to_take_away(program: Program, tmp_path: Path) -> None:
    word_file(tmp_path / "wet.docx")
    program("annotate", "wet.docx")
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    for arguments in (("wet.docx",), ("wet.docx", "--in-place"), ("wet.docx", "-o", "uit.docx")):
        result = program("annotate", *arguments, "--remove")
        assert result.code == 0
        assert "In wet.docx staan geen opmerkingen van ons; er is niets geschreven. Bedoelde u wet-toets.docx?" in result.err
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before
    result = program("annotate", "wet-toets.docx", "--remove")
    assert "wet-zonder-opmerkingen.docx: 0 opmerkingen, 3 eerdere weggehaald" in result.err
    assert codes(tmp_path / "wet-zonder-opmerkingen.docx") == []
    assert len(codes(tmp_path / "wet-toets.docx")) == 3


def test_a_file_with_nothing_but_comments_that_stay_is_left(program: Program, tmp_path: Path) -> None:
    path = word_file(tmp_path / "wet.docx")
    program("annotate", "wet.docx", "--in-place", "--select", "HST002")
    document = docx.Document(str(path))
    for comment in document.comments:
        comment.paragraphs[0].add_run(" Zo gelaten, zie het verslag.")
    document.save(str(path))
    before = path.read_bytes()
    result = program("annotate", "wet.docx", "--in-place", "--remove")
    assert "De opmerking van ons in wet.docx is beantwoord, afgehandeld of gewijzigd en blijft staan" in result.err
    assert path.read_bytes() == before
    assert "1 eerdere gelaten omdat iemand de tekst heeft gewijzigd" in program("annotate", "wet.docx", "--in-place").err
    assert sorted(codes(path)) == ["HST001", "HST001", "HST002"]


def test_selecting_one_check_leaves_the_comments_of_the_others(program: Program, tmp_path: Path) -> None:
    path = word_file(tmp_path / "wet.docx")
    program("annotate", "wet.docx", "--in-place")
    result = program("annotate", "wet.docx", "--in-place", "--select", "HST002")
    assert "1 opmerking, 2 eerdere gelaten omdat hun controle nu niet meedeed, 1 eerdere vervangen" in result.err
    assert sorted(codes(path)) == ["HST001", "HST001", "HST002"]
    program("annotate", "wet.docx", "--in-place", "--ignore", "HST001")
    assert codes(path) == ["HST002"], "a check that is switched off says nothing any more"


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("wet.docx", "~$wet.docx"),
        ("concept.docx", "~$oncept.docx"),
        ("wetsvoorstel.docx", "~$tsvoorstel.docx"),
        ("wetsvoorstel.docx", ".~lock.wetsvoorstel.docx#"),
    ],
)
def test_a_file_that_is_open_is_not_replaced(program: Program, tmp_path: Path, name: str, lock: str) -> None:
    path = word_file(tmp_path / name)
    who = "M. Jansen"
    narrow = bytes([len(who)]) + who.encode()
    (tmp_path / lock).write_bytes(
        f"{who},mj,pc7,30.11.2026 09:00,file:///x;".encode()
        if lock.endswith("#")
        else narrow.ljust(54) + bytes([len(who), 0]) + who.encode("utf-16-le")
    )
    before = path.read_bytes()
    refused(program("annotate", name, "--in-place"), f"{name} staat open bij {who}", f"verwijder dan {lock}")
    assert path.read_bytes() == before
    result = program("annotate", name, "-o", "uit.docx")
    assert result.code == 0
    assert f"{name} staat open bij {who} (ernaast staat {lock}); gelezen wordt wat daar het laatst is opgeslagen." in result.err


def test_the_lock_of_another_file_says_nothing(program: Program, tmp_path: Path) -> None:
    word_file(tmp_path / "wet.docx")
    (tmp_path / "~$besluit.docx").write_bytes(b"\x03Jan")
    result = program("annotate", "wet.docx", "--in-place")
    assert result.code == 0
    assert "staat open" not in result.err


def test_a_copy_that_is_open_is_not_replaced(program: Program, tmp_path: Path) -> None:
    word_file(tmp_path / "wet.docx")
    program("annotate", "wet.docx")
    (tmp_path / "~$t-toets.docx").write_bytes(b"")
    refused(program("annotate", "wet.docx"), "wet-toets.docx staat open bij iemand")


def test_a_comment_that_stays_tells_that_its_article_has_another_number(program: Program, tmp_path: Path) -> None:
    path = word_file(tmp_path / "wet.docx")
    program("annotate", "wet.docx", "--in-place", "--select", "HST001")
    document = docx.Document(str(path))
    list(document.comments)[-1].paragraphs[0].add_run(" Nakijken.")
    document.save(str(path))
    assert "klopt niet meer" not in program("annotate", "wet.docx", "--in-place", "--select", "HST001").err
    replaced(path, "Artikel 2", "Artikel 4")
    told = "1 gelaten opmerking klopt niet meer met de tekst: HST001 op «terstond» (noemt artikel 2, staat nu in artikel 4)."
    assert told in program("annotate", "wet.docx", "--in-place").err


def test_what_an_answer_put_aside_is_told_with_that_answer(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    word_file(tmp_path / "wet.docx")
    first = json.loads(program("check", "wet.docx", "--format", "json").out)["documents"][0]["findings"][0]["span"]
    span = Span(first["start"], first["end"])
    for reason, told in ((answers.RESOLVED, answers.RESOLVED), ("Akkoord, blijft zo.", "«Akkoord, blijft zo»")):
        given = [answers.WordSuppression("HST001", span, reason)]
        monkeypatch.setattr(answers, "suppressions", lambda path, *, view, given=given: given)
        expected = f"wet.docx: HST001 (artikel 1, eerste lid, «terstond») is terzijde gelegd: {told}."
        assert expected in program("annotate", "wet.docx").err
    monkeypatch.setattr(answers, "suppressions", lambda path, *, view: [])
    assert "terzijde" not in program("annotate", "wet.docx").err
