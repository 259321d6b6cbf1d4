"""Plain paragraphs take a short way through the walk; what they give is what the full way gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from wordfiles import level, make, needs_shared, num, p, r, truths

from doenvermogentoets.document import View
from doenvermogentoets.word.found import Walk
from doenvermogentoets.word.inline import Inline
from doenvermogentoets.word.package import Package
from doenvermogentoets.word.walker import walk

_BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
# Every paragraph here looks plain in some respect and is not, or stands next to one that is not.
_BODY = "".join(
    (
        p("Artikel 1", '<w:pStyle w:val="Kop"/>'),
        p("De ouder meldt dit.", num(1)),
        "<w:p>" + r(" Onze ") + r("Minister") + "</w:p>",
        "<w:p><w:r><w:t>  zonder bewaarde spaties </w:t></w:r></w:p>",
        '<w:p xmlns:x="urn:onbekend"><x:iets>' + r("onbekend") + "</x:iets>" + r("bekend") + "</w:p>",
        p("Verborgen door de stijl.", '<w:pStyle w:val="Weg"/>'),
        "<w:p>" + r("weg", '<w:rStyle w:val="WegTeken"/>') + r("Zichtbaar.") + "</w:p>",
        "<w:p>" + r("weg", "<w:vanish/>") + r("Te zien.") + "</w:p>",
        p("Verwijderd einde", '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>') + p(" van deze alinea."),
        '<w:ins w:id="2" w:author="A">' + p("Ingevoegde alinea.") + "</w:ins>",
        p("Anders genummerd.", num(1, 1) + "<w:pPrChange w:id='3' w:author='A'><w:pPr>" + num(1) + "</w:pPr></w:pPrChange>"),
        "<w:p>" + r("Voor het vak.") + _BOX.format(p("In het vak.")) + r("Na het vak.") + "</w:p>",
        "<w:p>" + _FIELD.format("begin") + "<w:r><w:instrText> REF a </w:instrText></w:r></w:p>",
        p("nog opdracht"),
        "<w:p>" + _FIELD.format("separate") + r("Uitkomst") + "</w:p>",
        p("over twee alinea's.") + "<w:p>" + _FIELD.format("end") + "</w:p>",
        "<w:tbl><w:tr><w:tc>" + p("Cel.") + "</w:tc></w:tr></w:tbl>",
        "<w:sdt><w:sdtContent>" + p("In een besturingselement.", num(1)) + "</w:sdtContent></w:sdt>",
        '<w:commentRangeStart w:id="7"/>' + p("Met opmerking.") + '<w:commentRangeEnd w:id="7"/>',
        "<w:p>" + r("noot") + '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
        p() + p("Na een lege alinea."),
        "<w:p><w:pPr><w:t>tekst in eigenschappen</w:t></w:pPr>" + r("Tekst.") + "</w:p>",
        "<w:p>" + r("Eigenschappen achteraan.") + f"<w:pPr>{num(1)}</w:pPr></w:p>",
        "<w:p>" + r("Eigenschappen van een ander.", num(1)) + "</w:p>",
        "<w:p><w:r><w:t>Buiten" + p("binnen") + "</w:t><w:tab/></w:r>" + r("en verder.") + "</w:p>",
        "<w:p>" + r("Cel in een alinea:") + "<w:tc>" + p("binnen") + "</w:tc>" + r("en verder.") + "</w:p>",
    )
)
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Kop"><w:name w:val="Artikelkop"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Weg"><w:name w:val="Weg"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="WegTeken"><w:name w:val="WegTeken"/><w:rPr><w:vanish/></w:rPr></w:style>'
)
_NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "%1.")}{level(1, "%2.", "lowerLetter")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_NOTES = f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r></w:p>{p(" De noot.")}</w:footnote>'


def _seen(found: Walk) -> tuple[object, ...]:
    texts = [(node.element.getroottree().getpath(node.element), node.text, node.changed, node.shift, node.start) for node in found.nodes]
    paragraphs = [(q.story, q.part, q.first, q.last, q.label, q.hint, q.spaced) for q in found.paragraphs]
    return found.content, found.spans, texts, paragraphs, [(m.kind, m.id, m.node) for m in found.marks], found.unread


def _both_ways(path: Path, view: View, monkeypatch: pytest.MonkeyPatch) -> tuple[Walk, Walk]:
    short = walk(Package(path), view)
    with monkeypatch.context() as patch:
        patch.setattr(Inline, "busy", property(lambda _: True))
        return short, walk(Package(path), view)


@pytest.mark.parametrize("view", ["accepted", "original"])
@pytest.mark.parametrize("styles", [_STYLES, ""])
def test_the_short_way_gives_what_the_full_way_gives(tmp_path: Path, view: View, styles: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(tmp_path / "ontwerp.docx", _BODY, styles=styles, numbering=_NUMBERING, footnotes=_NOTES)
    short, full = _both_ways(path, view, monkeypatch)
    assert "De noot." in full.content
    assert "weg" not in full.content or not styles
    assert _seen(short) == _seen(full)


@needs_shared
@pytest.mark.corpus
@pytest.mark.parametrize("path", [path for path, _ in truths()], ids=lambda path: path.stem)
def test_the_short_way_gives_what_the_full_way_gives_on_whole_files(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for view in ("accepted", "original"):
        short, full = _both_ways(path, view, monkeypatch)
        assert _seen(short) == _seen(full)
