# ruff: noqa: E501 -- XML in a fixture reads best unbroken
"""The text of a Word file is what Word shows, whatever the XML around it."""

from __future__ import annotations

from pathlib import Path

import pytest
from wordfiles import STRICT, make, needs_shared, p, r, shown, truths

from doenvermogentoets.document import UnitKind
from doenvermogentoets.errors import UserError
from doenvermogentoets.readers.docx import read
from doenvermogentoets.word import changes
from doenvermogentoets.word.package import Package
from doenvermogentoets.word.walker import walk


@needs_shared
@pytest.mark.corpus
@pytest.mark.parametrize(("path", "truth"), truths(), ids=lambda v: v.stem if isinstance(v, Path) else "")
def test_every_paragraph_and_number_is_that_of_the_truth(path: Path, truth: dict) -> None:
    source = read(path)
    expected = [q for q in truth["paragraphs"] if q["part"] != "comment"]
    got = [(source.text[q.span], q.label or None, "body" if q.part == "toc" else q.part) for q in source.paragraphs]
    assert len(got) == len(expected)
    for paragraph, (text, label, part) in zip(expected, got, strict=True):
        assert text in (paragraph["text"], *paragraph.get("also", ()))
        assert label == paragraph["label"]
        assert part == paragraph["part"]
    assert not [hidden for hidden in truth.get("hidden", ()) if hidden in source.text.content]


def test_text_inside_links_controls_fields_and_insertions_is_read_in_order(path: Path) -> None:
    body = (
        "<w:p>" + r("Onze ")
        + '<w:hyperlink w:anchor="x">' + r("Minister ") + "</w:hyperlink>"
        + "<w:sdt><w:sdtContent>" + r("beslist ") + "</w:sdtContent></w:sdt>"
        + '<w:smartTag w:element="d">' + r("binnen ") + "</w:smartTag>"
        + '<w:fldSimple w:instr=" REF x ">' + r("zes ") + "</w:fldSimple>"
        + '<w:ins w:id="1" w:author="A">' + r("weken") + "</w:ins>"
        + '<w:del w:id="2" w:author="A"><w:r><w:delText>dagen</w:delText></w:r></w:del>'
        + r(".") + "</w:p>"
    )  # fmt: skip
    make(path, body)
    assert shown(path) == [("", "Onze Minister beslist binnen zes weken.")]
    assert shown(path, view="original") == [("", "Onze Minister beslist binnen zes dagen.")]


def test_instructions_of_a_field_are_not_text_and_an_unfinished_field_swallows_nothing(path: Path) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("artikel 3") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    loose = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    make(path, f"<w:p>{r('Zie ')}{field}{r('.')}</w:p><w:p>{loose}{r('Hierna gaat het door.')}</w:p>")
    assert [t for _, t in shown(path)] == ["Zie artikel 3.", "Hierna gaat het door."]


def test_a_deleted_paragraph_mark_joins_the_text_with_the_next_paragraph(path: Path) -> None:
    mark = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
    make(path, p("Deze wet treedt ", mark) + p("in werking.") + p("Slot."))
    assert [t for _, t in shown(path)] == ["Deze wet treedt in werking.", "Slot."]
    assert [t for _, t in shown(path, view="original")] == ["Deze wet treedt ", "in werking.", "Slot."]


def test_moved_text_is_read_at_its_destination_only(path: Path) -> None:
    moved = "Verplaatste zin. "
    body = (
        f'<w:p><w:moveFrom w:id="1" w:author="A">{r(moved)}</w:moveFrom>{r("Eerst.")}</w:p>'
        f'<w:p>{r("Dan. ")}<w:moveTo w:id="2" w:author="A">{r(moved)}</w:moveTo></w:p>'
    )
    make(path, body)
    assert [t for _, t in shown(path)] == ["Eerst.", "Dan. Verplaatste zin. "]
    assert [t for _, t in shown(path, view="original")] == ["Verplaatste zin. Eerst.", "Dan. "]


def test_hidden_text_is_left_out_and_counted(path: Path) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Geheim"><w:name w:val="Geheim"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Afgeleid"><w:name w:val="Afgeleid"/><w:basedOn w:val="Geheim"/></w:style>'
    )
    pieces = [r("Zicht"), r("baar", "<w:vanish/>"), r("X", '<w:rStyle w:val="Afgeleid"/>'), r("Y", '<w:vanish w:val="0"/>')]
    make(path, f"<w:p>{''.join(pieces)}</w:p>", styles=styles)
    assert [t for _, t in shown(path)] == ["ZichtY"]
    assert [(u.what, u.count) for u in read(path).unread] == [("verborgen tekst", 2)]


def test_a_text_box_is_read_once_after_its_paragraph(path: Path) -> None:
    content = f"<w:txbxContent>{p('In het vak.')}</w:txbxContent>"
    box = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    make(path, f"<w:p>{r('Voor ')}{box}{r('na.')}</w:p>" + p("Volgende."))
    source = read(path)
    assert [(source.text[q.span], q.part) for q in source.paragraphs] == [
        ("Voor na.", "body"),
        ("In het vak.", "textbox"),
        ("Volgende.", "body"),
    ]


def test_notes_come_after_the_body_in_the_order_of_their_references(path: Path) -> None:
    notes = (
        '<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:t>lijn</w:t></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>{r(" Tweede noot.")}</w:p></w:footnote>'
        f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{r(" Eerste noot.")}</w:p></w:footnote>'
        f'<w:footnote w:id="9"><w:p>{r("Zonder verwijzing.")}</w:p></w:footnote>'
    )
    body = f'<w:p>{r("A")}<w:r><w:footnoteReference w:id="2"/></w:r>{r("B")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    make(path, body, footnotes=notes)
    assert [t for _, t in shown(path)] == ["AB", "Eerste noot.", "Tweede noot."]


def test_merged_cells_and_nested_tables_are_read_once(path: Path) -> None:
    def cell(content: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"

    restart = '<w:vMerge w:val="restart"/>'
    inner = f"<w:tbl><w:tr>{cell(p('binnen'))}</w:tr></w:tbl>"
    table = (
        f"<w:tbl><w:tr>{cell(p('samen'), restart)}{cell(inner + p('x'))}</w:tr>"
        f"<w:tr>{cell(p('weg'), '<w:vMerge/>')}{cell(p('y'))}</w:tr>"
        f'<w:tr><w:trPr><w:del w:id="1" w:author="A"/></w:trPr>{cell(p("geschrapt"))}</w:tr></w:tbl>'
    )
    make(path, table + p("Na."))
    source = read(path)
    assert [(source.text[q.span], q.part) for q in source.paragraphs] == [
        ("samen", "table"), ("binnen", "table"), ("x", "table"), ("y", "table"), ("Na.", "body")
    ]  # fmt: skip


def test_special_characters(path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t>"
        '<w:br w:type="page"/><w:sym w:font="Symbol" w:char="F0B3"/></w:r></w:p>'
    )
    make(path, body)
    assert [t for _, t in shown(path)] == ["a\tb\nc\u2011d\u00ade≥"]


def test_strict_open_xml_is_read(path: Path) -> None:
    make(path, p("Artikel 1") + p("1. De aanvrager meldt dit."), ns=STRICT)
    assert [t for _, t in shown(path)] == ["Artikel 1", "1. De aanvrager meldt dit."]


def test_styles_say_what_a_paragraph_is_also_through_based_on_and_a_house_mapping(path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="K2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Huiskop"/><w:basedOn w:val="K2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Art"><w:name w:val="OP_Artikelkop"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Bep"><w:name w:val="Bepaling"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Inh"><w:name w:val="toc 1"/></w:style>'
    )
    names = ("Eigen", "Art", "Bep", "Inh")
    make(path, "".join(p(n, f'<w:pStyle w:val="{n}"/>') for n in names), styles=styles)
    got = {read(path).text[q.span]: (q.kind, q.level, q.part) for q in read(path, styles={"bepaling": UnitKind.LID}).paragraphs}
    assert got["Eigen"] == (UnitKind.KOP, 1, "body")
    assert got["Art"][0] is UnitKind.ARTIKEL
    assert got["Inh"] == (None, None, "toc")
    # a style that says "lid" does not make a lid of a paragraph without a number
    assert got["Bep"][0] is None


def test_styles_that_go_round_in_a_circle_end(path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
    )
    make(path, p("Tekst.", '<w:pStyle w:val="A"/>'), styles=styles)
    assert [t for _, t in shown(path)] == ["Tekst."]


def test_tracked_insertions_are_known_as_spans(path: Path) -> None:
    make(path, f'<w:p>{r("Hij meldt ")}<w:ins w:id="1" w:author="A">{r("on")}{r("verwijld")}</w:ins>{r(" dit.")}</w:p>')
    content = read(path).text.content
    assert [content[s.start : s.end] for s in changes(path)] == ["onverwijld"]


def test_a_document_without_text_is_refused(path: Path) -> None:
    make(path, "<w:p/>")
    with pytest.raises(UserError, match=r"ontwerp\.docx: er staat geen tekst"):
        read(path)


def test_positions_lead_back_to_the_text_nodes(path: Path) -> None:
    make(path, f"<w:p>{r('Een ')}{r('twee')}</w:p>" + p("drie"))
    found = walk(Package(path))
    assert found.content == read(path).text.content == "Een twee\ndrie"
    assert [found.content[node.start : node.end] for node in found.nodes] == [node.element.text for node in found.nodes]
