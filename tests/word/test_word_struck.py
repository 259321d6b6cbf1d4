"""Struck text in Word, without a tracked change, is read as deleted."""

from __future__ import annotations

from pathlib import Path

from wordfiles import comments_of, finding, make, p, r, shown

from doenvermogentoets.document import STRUCK
from doenvermogentoets.readers.docx import read
from doenvermogentoets.word import annotate

STRIKE, UNDERLINE = "<w:strike/>", '<w:u w:val="single"/>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def test_struck_words_are_left_out_and_told_and_the_original_has_them(path: Path) -> None:
    body = paragraph(r("De houder meldt dit binnen "), r("een maand ", STRIKE), r("drie dagen ", UNDERLINE), r("aan het college."))
    make(path, body + paragraph(r("Het college kan afwijken.", "<w:dstrike/>")))
    assert shown(path) == [("", "De houder meldt dit binnen drie dagen aan het college.")]
    assert [(u.what, u.count) for u in read(path).unread] == [(STRUCK, 2)]
    assert [t for _, t in shown(path, view="original")] == [
        "De houder meldt dit binnen een maand drie dagen aan het college.",
        "Het college kan afwijken.",
    ]


def test_a_strike_that_is_off_and_a_single_struck_word_stay(path: Path) -> None:
    make(path, paragraph(r("De houder meldt "), r("dit ook nu ", '<w:strike w:val="0"/>'), r("aan het "), r("college", STRIKE), r(".")))
    assert shown(path) == [("", "De houder meldt dit ook nu aan het college.")]
    assert not read(path).unread


def test_a_character_style_that_strikes_counts(path: Path) -> None:
    styles = '<w:style w:type="character" w:styleId="Weg"><w:name w:val="Vervallen tekst"/><w:rPr><w:strike/></w:rPr></w:style>'
    make(path, paragraph(r("De houder meldt dit "), r("onverwijld ", '<w:rStyle w:val="Weg"/>'), r("aan het college.")), styles=styles)
    assert shown(path) == [("", "De houder meldt dit aan het college.")]


def test_a_comment_stands_on_its_words_beside_struck_ones(path: Path, tmp_path: Path) -> None:
    make(
        path,
        paragraph(r("Wie "), r("dit twee keer ", STRIKE), r("verzuimt, verliest "), r("zijn oude ", STRIKE), r("het recht.")) + p("Slot."),
    )
    out = tmp_path / "uit.docx"
    annotate(path, out, [finding(path, "verliest het recht")])
    ((_, _, words),) = comments_of(out)
    assert "verliest" in words
    assert "het recht" in words
