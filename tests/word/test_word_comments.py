# ruff: noqa: E501 -- XML in a fixture reads best unbroken
"""Comments stand on the exact words, and nothing else in the file changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from wordfiles import MOMENT, STRICT, TRANSITIONAL, canonical, comments_of, finding, level, make, num, p, parts_of, quotes, r, shown, sound

from doenvermogentoets.errors import UserError
from doenvermogentoets.findings import Annotation, Suggestion
from doenvermogentoets.text import Span
from doenvermogentoets.word import annotate
from doenvermogentoets.word.comment_text import paragraphs
from doenvermogentoets.word.comments import Comments
from doenvermogentoets.word.names import names_of
from doenvermogentoets.word.package import Package


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        (f"<w:p>{r('De aanvrager meldt dit onverwijld.')}</w:p>", "meldt dit"),
        (f"<w:p>{r('De aan')}{r('vrager ', '<w:b/>')}{r('meldt dit.')}</w:p>", "anvrager mel"),
        (f'<w:p>{r("Hij ")}<w:ins w:id="5" w:author="A">{r("meldt dit onverwijld")}</w:ins>{r(".")}</w:p>', "dit on"),
        (f'<w:p>{r("Hij ")}<w:ins w:id="5" w:author="A">{r("meldt dit")}</w:ins>{r(".")}</w:p>', "ij meldt dit."),
        (f'<w:p>{r("Zie ")}<w:hyperlink w:anchor="a">{r("artikel 3")}</w:hyperlink>{r(" verder.")}</w:p>', "artikel 3"),
        (f'<w:p>{r("Zie ")}<w:hyperlink w:anchor="a">{r("artikel 3")}</w:hyperlink>{r(" verder.")}</w:p>', "ie art"),
        (f"<w:p>{r('In ')}<w:sdt><w:sdtPr/><w:sdtContent>{r('dit besluit')}</w:sdtContent></w:sdt>{r(' niet.')}</w:p>", "besluit ni"),
        (f"<w:sdt><w:sdtContent>{p('Blok met tekst.')}</w:sdtContent></w:sdt>", "met"),
        (f"<w:tbl><w:tr><w:tc>{p('Cel een.')}</w:tc><w:tc>{p('Cel twee.')}</w:tc></w:tr></w:tbl>" + p("x"), "l tw"),
        ("<w:p><w:r><w:t>1.</w:t><w:tab/><w:t>De aanvrager</w:t><w:br/><w:t>meldt.</w:t></w:r></w:p>", "aanvrager\nmel"),
        (p("Eerste alinea.") + p("Tweede alinea."), "alinea.\nTwee"),
        (f'<w:p>{r("Oud ")}<w:del w:id="1" w:author="A"><w:r><w:delText>weg</w:delText></w:r></w:del>{r("nieuw")}</w:p>', "d nieu"),
        ("<w:p><w:r><w:t>  zonder spaties  </w:t></w:r></w:p>", "er sp"),
        (f"<w:p>{r('Emoji 😀 en accent é: x')}</w:p>", "😀 en accent é"),
        (f"<w:p>{r('Formule ')}<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>{r(' hier')}</w:p>", "a+b"),
        ('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
         + r("artikel 3") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r(" en verder") + "</w:p>", "artikel 3"),
    ],
)  # fmt: skip
def test_the_range_is_exactly_the_quote(path: Path, out: Path, body: str, quote: str) -> None:
    make(path, body)
    before = shown(path)
    report = annotate(path, out, [finding(path, quote)])
    assert report.placed == 1
    assert quotes(out) == [quote]
    assert shown(out) == before
    sound(out)


def test_strict_open_xml_keeps_its_namespace(path: Path, out: Path) -> None:
    make(path, p("De aanvrager meldt dit."), ns=STRICT)
    annotate(path, out, [finding(path, "aanvrager")])
    assert quotes(out) == ["aanvrager"]
    assert TRANSITIONAL.encode() not in parts_of(out)["word/comments.xml"]
    sound(out)


def test_every_other_part_and_all_formatting_stay(path: Path, out: Path) -> None:
    picture = bytes(range(256)) * 40
    red = '<w:i/><w:color w:val="FF0000"/>'
    body = p("Artikel 1", "<w:jc w:val='center'/>") + f"<w:p>{r('Hij ', '<w:b/>')}{r('meldt dit', red)}</w:p>"
    make(path, body, styles="", extra={"word/media/image1.png": picture, "customXml/item1.xml": "<a  b='c'></a>"})
    annotate(path, out, [finding(path, "eldt")], date=MOMENT)
    before, after = parts_of(path), parts_of(out)
    assert list(after)[: len(before)] == list(before)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml"}
    assert after["word/document.xml"].startswith(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n')
    document = etree.fromstring(after["word/document.xml"])
    w = f"{{{TRANSITIONAL}}}"
    formatted = [run for run in document.iter(f"{w}r") if run.find(f"{w}t") is not None and run.find(f"{w}rPr") is not None]
    formats = {"".join(t.text for t in run.iter(f"{w}t")): [e.tag for e in run.find(f"{w}rPr")] for run in formatted}
    assert formats == {"Hij ": [f"{w}b"], "m": [f"{w}i", f"{w}color"], "eldt": [f"{w}i", f"{w}color"], " dit": [f"{w}i", f"{w}color"]}


def test_a_second_run_replaces_ours_and_gives_the_same_file(path: Path, out: Path, tmp_path: Path) -> None:
    make(path, p("De aanvrager meldt dit onverwijld aan het college."))
    annotate(path, out, [finding(path, "aanvrager meldt"), finding(path, "meldt dit", "TRM002")], date=MOMENT)
    again = tmp_path / "nogmaals.docx"
    report = annotate(out, again, [finding(out, "aanvrager meldt"), finding(out, "meldt dit", "TRM002")])
    assert (report.removed, report.placed) == (2, 2)
    assert parts_of(again) == parts_of(out)


def test_a_run_without_findings_restores_the_text_runs(path: Path, out: Path, tmp_path: Path) -> None:
    make(path, f"<w:p><w:r><w:t>De aanvrager meldt dit onverwijld.</w:t></w:r>{r(' Slot ', '<w:b/>')}</w:p>")
    annotate(path, out, [finding(path, "meldt"), finding(path, "eldt dit"), finding(path, "verwijld. Sl")])
    clean = tmp_path / "schoon.docx"
    annotate(out, clean, [])
    assert comments_of(clean) == []
    assert canonical(parts_of(clean)["word/document.xml"]) == canonical(parts_of(path)["word/document.xml"])


def test_text_in_a_note_gets_its_comment_on_the_reference_and_says_so(path: Path, out: Path) -> None:
    body = f'<w:p>{r("De termijn")}<w:r><w:footnoteReference w:id="1"/></w:r>{r(" loopt.")}</w:p>'
    make(path, body, footnotes=f'<w:footnote w:id="1">{p("Binnen twee weken.")}</w:footnote>')
    report = annotate(path, out, [finding(path, "twee weken")])
    assert [where for _, where in report.elsewhere] == ["in een voetnoot"]
    data = parts_of(out)
    assert data["word/footnotes.xml"] == parts_of(path)["word/footnotes.xml"]
    assert "Het gaat om tekst in een voetnoot: «twee weken»".encode() in data["word/comments.xml"]
    document = etree.fromstring(data["word/document.xml"])
    start = next(document.iter(f"{{{TRANSITIONAL}}}commentRangeStart"))
    assert start.getnext()[0].tag == f"{{{TRANSITIONAL}}}footnoteReference"
    sound(out)


def test_text_in_a_header_gets_its_comment_on_the_first_paragraph(path: Path, out: Path) -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
    make(path, p("Artikel 1") + p("Slot.") + section, header1=p("Concept, binnen een week reageren"))
    report = annotate(path, out, [finding(path, "een week")])
    assert [where for _, where in report.elsewhere] == ["in een koptekst"]
    assert quotes(out) == ["Artikel 1"]
    assert parts_of(out)["word/header1.xml"] == parts_of(path)["word/header1.xml"]


def test_a_finding_without_words_goes_to_the_heading_of_its_unit(path: Path, out: Path) -> None:
    numbering = f'<w:abstractNum w:abstractNumId="0">{level(0, "Artikel %1")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    make(path, p("", num(1)) + p("Hij meldt dit.") + p("", num(1)) + p("Hij betaalt dit."), numbering=numbering)
    base = finding(path, "betaalt")
    second = next(u for u in base.document.root.walk() if u.number == "2")
    annotate(path, out, [replace(base, unit=second, span=Span(0, 0))])
    document = etree.fromstring(parts_of(out)["word/document.xml"])
    paragraph = next(document.iter(f"{{{TRANSITIONAL}}}commentRangeStart")).getparent()
    assert paragraph is list(document.iter(f"{{{TRANSITIONAL}}}p"))[2]
    sound(out)


def test_control_characters_never_break_the_file(path: Path, out: Path) -> None:
    make(path, p("De aanvrager meldt dit."))
    annotate(path, out, [finding(path, "meldt", message="Let\x00 op\x0b:\ud800 <dit> & dat\n\nhier")])
    assert comments_of(out)[0][1] == "TRM001: Let op: <dit> & dat hier"


def test_the_comment_says_all_that_the_finding_says(path: Path) -> None:
    make(path, p("De aanvrager meldt dit. Hij kan uitstel vragen."))
    base = finding(path, "meldt")
    start = base.document.text.content.index("uitstel")
    full = replace(
        base, suggestions=(Suggestion("de termijn verlengen"), Suggestion("uitstel regelen", insertion="Het college kan uitstel geven.")),
        annotations=(Annotation(base.document, Span(start, start + 7), "een uitweg"),), precision="94 % (16 van 17 gelezen gevallen)",
    )  # fmt: skip
    assert paragraphs(full, "artikel 5, tweede lid") == [
        "TRM001: De aanvrager verliest zijn recht.",
        "Er is geen herstel gevonden.",
        "Zie ook «uitstel»: een uitweg",
        "Vraag: Wat gebeurt er dan?",
        "Kan: de termijn verlengen",
        "Of: uitstel regelen: «Het college kan uitstel geven.»",
        "Grond: Awb 4:5",
        "Zekerheid: hoog. Klopte eerder in 94 %. Controle: proefcontrole, artikel 5, tweede lid.",
    ]


@pytest.mark.parametrize(
    ("explanation", "first", "last"),
    [
        ("De mens krijgt niets. Gezocht naar herstel in dit artikel: niet gevonden. Vangnet: Awb 4:94.", "De mens krijgt niets. Vangnet: Awb 4:94.", "Gezocht naar herstel in dit artikel: niet gevonden."),
        ("Dat kost tijd. Gezocht naar uitstel: niet gevonden. Wel gevonden: matiging, maar dat helpt niet.", "Dat kost tijd.", "Gezocht naar uitstel: niet gevonden. Wel gevonden: matiging, maar dat helpt niet."),
        ("Dat kost tijd. Gezocht in dit artikel naar hulp: niet gevonden.", "Dat kost tijd.", "Gezocht in dit artikel naar hulp: niet gevonden."),
    ],
)  # fmt: skip
def test_what_was_looked_for_comes_last(path: Path, explanation: str, first: str, last: str) -> None:
    make(path, p("De aanvrager meldt dit."))
    lines = paragraphs(replace(finding(path, "meldt"), explanation=explanation))
    assert lines[1] == first
    assert lines[-2] == last
    assert lines[-1].endswith("Controle: proefcontrole.")


@pytest.mark.parametrize(
    "explanation",
    [
        "Gezocht naar uitstel bij deze bepaling: niet gevonden.",  # nothing else to say
        "Dat is onzeker. Gezocht is naar een einddatum: niet gevonden. Zonder zo'n bepaling geldt de regeling door.",  # the rest builds on it
    ],
)
def test_what_the_rest_builds_on_stays_before_it(path: Path, explanation: str) -> None:
    make(path, p("De aanvrager meldt dit."))
    assert paragraphs(replace(finding(path, "meldt"), explanation=explanation))[1] == explanation


def test_labels_are_bold_and_nothing_else_is(path: Path, out: Path) -> None:
    make(path, p("De aanvrager meldt dit."))
    annotate(
        path, out, [replace(finding(path, "meldt", message="Let op: dit & dat."), suggestions=(Suggestion("een"), Suggestion("twee")))]
    )
    w = f"{{{TRANSITIONAL}}}"
    part = etree.fromstring(parts_of(out)["word/comments.xml"])
    bold = [r.findtext(f"{w}t") for r in part.iter(f"{w}r") if r.find(f"{w}rPr/{w}b") is not None]
    assert bold == ["TRM001:", "Vraag:", "Kan:", "Of:", "Grond:", "Zekerheid:"]
    assert comments_of(out)[0][1].startswith("TRM001: Let op: dit & dat.")
    (comment,) = Comments(package := Package(out), names_of(package.xml(package.main))).all
    assert comment.as_written
    assert comment.code == "TRM001"


def test_a_comment_tells_that_its_words_are_only_proposed(path: Path) -> None:
    new = '<w:ins w:id="1" w:author="Vos" w:date="2025-01-01T00:00:00Z"><w:r><w:t>terstond </w:t></w:r></w:ins>'
    make(path, f"<w:p>{r('De aanvrager meldt ')}{new}{r('wat wijzigt.')}</w:p>")
    told = "ingevoegd of verplaatst in een bijgehouden wijziging die nog niet is aanvaard."
    assert f"Deze woorden zijn {told}" in paragraphs(finding(path, "terstond"))
    assert f"Deze woorden zijn voor een deel {told}" in paragraphs(finding(path, "meldt terstond"))
    assert not any("bijgehouden" in line for line in paragraphs(finding(path, "wijzigt")))


def test_bad_outputs_and_changed_inputs_are_refused_and_leave_nothing(path: Path, out: Path, tmp_path: Path) -> None:
    make(path, p("De aanvrager meldt dit."))
    mine = finding(path, "meldt")
    with pytest.raises(UserError, match="hetzelfde bestand als de invoer"):
        annotate(path, path, [mine])
    with pytest.raises(UserError, match="bestaat niet"):
        annotate(path, tmp_path / "nergens" / "uit.docx", [mine])
    with pytest.raises(UserError, match="is een map"):
        annotate(path, tmp_path, [mine])
    make(path, p("De ontvanger meldt dit later."))
    with pytest.raises(UserError, match="veranderd sinds"):
        annotate(path, out, [mine])
    assert [f.name for f in tmp_path.iterdir()] == ["ontwerp.docx"]


def test_the_input_is_never_written(path: Path, out: Path, tmp_path: Path) -> None:
    make(path, p("De aanvrager meldt dit."))
    before = path.read_bytes()
    annotate(path, out, [finding(path, "meldt")])
    assert path.read_bytes() == before
    assert {f.name for f in tmp_path.iterdir()} == {path.name, out.name}


def test_findings_of_another_file_are_left_out(path: Path, out: Path, tmp_path: Path) -> None:
    make(path, p("De aanvrager meldt dit."))
    other = make(tmp_path / "toelichting.docx", p("De aanvrager meldt dit."))
    report = annotate(path, out, [finding(other, "meldt"), finding(path, "dit")])
    assert (report.placed, report.skipped) == (1, 1)
    assert quotes(out) == ["dit"]


def test_ids_stay_free_even_next_to_the_highest_there_is(path: Path, out: Path) -> None:
    comment = '<w:comment w:id="2147483646" w:author="M"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:comment>'
    make(path, p("De aanvrager meldt dit."), comments=comment)
    annotate(path, out, [finding(path, "meldt"), finding(path, "dit")])
    comments = etree.fromstring(parts_of(out)["word/comments.xml"])
    assert [e.get(f"{{{TRANSITIONAL}}}id") for e in comments] == ["2147483646", "0", "1"]
