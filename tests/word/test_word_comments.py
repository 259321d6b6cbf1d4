# ruff: noqa: E501 -- XML in a fixture reads best unbroken
"""Comments stand on the exact words, and nothing else in the file changes."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from wordfiles import STRICT, TRANSITIONAL, comments_of, finding, level, make, needs_shared, num, p, parts_of, r, shown, truths

from doenvermogentoets.errors import UserError
from doenvermogentoets.findings import Annotation, Confidence, Finding, Framework, Severity, Suggestion
from doenvermogentoets.readers.docx import read
from doenvermogentoets.structure import build
from doenvermogentoets.text import Span
from doenvermogentoets.word import annotate, suppressions
from doenvermogentoets.word.comment_text import paragraphs
from doenvermogentoets.word.package import Package

MOMENT = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)
OWN = "Doenvermogentoets"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ontwerp.docx"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "ontwerp met opmerkingen.docx"


def quotes(file: Path) -> list[str]:
    return [words for author, _, words in comments_of(file) if author == OWN]


def canonical(data: bytes) -> bytes:
    return etree.tostring(etree.fromstring(data), method="c14n")


def formatted(data: bytes) -> list[tuple[str, bytes]]:
    """Every character with the formatting and the wrappers it has; what the division into runs does not change."""
    document = etree.fromstring(data)
    w = f"{{{etree.QName(document).namespace}}}"
    out = []
    for text in document.iter(f"{w}t", f"{w}tab", f"{w}br", f"{w}delText"):
        properties = text.getparent().find(f"{w}rPr")
        around = b"" if properties is None else etree.tostring(properties)
        around += " ".join(etree.QName(a).localname for a in text.iterancestors()).encode()
        out.extend((char, around) for char in (text.text or etree.QName(text).localname))
    return out


def sound(file: Path) -> None:
    """Every comment has its range start, end and reference, once, in that order, and no marker is without a comment."""
    with zipfile.ZipFile(file) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
        comments = etree.fromstring(archive.read("word/comments.xml"))
    ids = [e.get(e.tag.replace("comment", "id")) for e in comments]
    assert len(set(ids)) == len(ids)
    w = "{" + etree.QName(comments).namespace + "}"
    seen = Counter(
        (etree.QName(e).localname, e.get(f"{w}id"))
        for e in document.iter(f"{w}commentRangeStart", f"{w}commentRangeEnd", f"{w}commentReference")
    )
    assert set(seen.values()) <= {1}
    assert {number for _, number in seen} <= set(ids)
    for number in ids:
        assert ("commentReference", number) in seen


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


COMMENTS = (
    '<w:comment w:id="3" w:author="Marieke" w:initials="M" w:date="2025-01-01T00:00:00Z"><w:p w14:paraId="00000001"><w:r><w:t>Klopt dit?</w:t></w:r></w:p></w:comment>'
    '<w:comment w:id="4" w:author="Doenvermogentoets" w:initials="DVT"><w:p w14:paraId="00000002"><w:r><w:t>TRM001: oud bericht.</w:t></w:r></w:p></w:comment>'
    '<w:comment w:id="5" w:author="Marieke" w:initials="M"><w:p w14:paraId="00000003"><w:r><w:t>{reply}</w:t></w:r></w:p></w:comment>'
)
EXTENDED = (
    '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="00000001" w15:done="0"/>'
    '<w15:commentEx w15:paraId="00000002" w15:done="{done}"/>{thread}</w15:commentsEx>'
)
THREAD = '<w15:commentEx w15:paraId="00000003" w15:paraIdParent="00000002" w15:done="0"/>'


def commented(path: Path, *, reply: str = "", done: str = "0") -> Path:
    """A file with a comment of a colleague and an earlier one of ours, answered or resolved or not."""

    def marked(number: int, words: str) -> str:
        return (
            f'<w:commentRangeStart w:id="{number}"/>{r(words)}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )

    body = f"<w:p>{r('De ')}{marked(3, 'aanvrager')}{r(' meldt ')}{marked(4, 'onverwijld')}{r(' wat is gebeurd.')}</w:p>"
    comments = COMMENTS.format(reply=reply)
    thread = THREAD if reply else ""
    if not reply:
        comments = comments[: comments.rindex("<w:comment ")]
    make(path, body, comments=comments, extra={"word/commentsExtended.xml": EXTENDED.format(done=done, thread=thread)})
    # the relation to the extended part
    parts = parts_of(path)
    relation = b'<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/>'
    rels = parts["word/_rels/document.xml.rels"].replace(b"</Relationships>", relation + b"</Relationships>")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in {**parts, "word/_rels/document.xml.rels": rels}.items():
            archive.writestr(name, data)
    return path


def test_comments_of_people_stay_and_an_earlier_one_of_ours_goes(path: Path, out: Path) -> None:
    commented(path)
    report = annotate(path, out, [finding(path, "meldt on", "TRM009")])
    assert report.removed == 1
    assert [(a, t.split(":")[0], w) for a, t, w in comments_of(out)] == [
        ("Marieke", "Klopt dit?", "aanvrager"),
        (OWN, "TRM009", "meldt on"),
    ]
    assert b"00000002" not in parts_of(out)["word/commentsExtended.xml"]
    assert b"00000001" in parts_of(out)["word/commentsExtended.xml"]
    sound(out)


def test_taking_our_comments_out_leaves_the_parts_that_were_there(path: Path, out: Path, tmp_path: Path) -> None:
    make(path, p("De aanvrager meldt dit onverwijld aan het college."), styles="")
    annotate(path, out, [finding(path, "aanvrager meldt"), finding(path, "meldt dit", "TRM002")])
    bare = tmp_path / "weer kaal.docx"
    assert annotate(out, bare, []).removed == 2
    before, after = parts_of(path), parts_of(bare)
    assert list(after) == list(before)
    text = "word/document.xml"
    assert formatted(after[text]) == formatted(before[text])
    assert {n: canonical(d) for n, d in after.items() if n != text} == {n: canonical(d) for n, d in before.items() if n != text}
    assert not Package(bare).related("comments")


def test_the_part_for_comments_stays_with_those_of_others_and_with_new_ones_of_ours(path: Path, out: Path, tmp_path: Path) -> None:
    commented(path)
    annotate(path, out, [])
    assert [author for author, *_ in comments_of(out)] == ["Marieke"]
    sound(out)
    make(path, p("De aanvrager meldt dit onverwijld."))
    annotate(path, out, [finding(path, "onverwijld")])
    other = tmp_path / "anders.docx"
    annotate(out, other, [finding(out, "aanvrager")])
    assert quotes(other) == ["aanvrager"]
    sound(other)


def test_what_word_keeps_beside_the_comments_goes_with_the_last_of_them(path: Path, out: Path) -> None:
    commented(path)
    parts = parts_of(path)
    alone = re.sub(rb'<w:comment [^>]*w:author="Marieke".*?</w:comment>', b"", parts["word/comments.xml"], flags=re.S)
    assert alone != parts["word/comments.xml"]
    extended = re.sub(rb"<w15:commentEx [^>]*00000001[^>]*/>", b"", parts["word/commentsExtended.xml"])
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in {**parts, "word/comments.xml": alone, "word/commentsExtended.xml": extended}.items():
            archive.writestr(name, data)
    assert annotate(path, out, []).removed == 1
    after = parts_of(out)
    assert {name for name in parts if name not in after} == {"word/comments.xml", "word/commentsExtended.xml"}
    assert b"omments" not in after["[Content_Types].xml"] + after["word/_rels/document.xml.rels"]
    assert annotate(out, path, [finding(out, "onverwijld")]).placed == 1
    assert quotes(path) == ["onverwijld"]


@pytest.mark.parametrize(("reply", "done"), [("Akkoord, zie de toelichting.", "0"), ("", "1")])
def test_a_thread_that_people_used_stays_and_is_not_doubled(path: Path, out: Path, reply: str, done: str) -> None:
    commented(path, reply=reply, done=done)
    report = annotate(path, out, [finding(path, "onverwijld"), finding(path, "gebeurd", "TRM007")])
    assert (report.kept, report.placed, report.removed) == (1, 1, 0)
    assert quotes(out) == ["onverwijld", "gebeurd"]


def test_an_answered_comment_says_nothing_about_the_same_message_elsewhere(path: Path, out: Path) -> None:
    commented(path, reply="Akkoord.")
    annotate(path, out, [finding(path, "onverwijld", message="oud bericht."), finding(path, "gebeurd", message="oud bericht.")])
    assert quotes(out) == ["onverwijld", "gebeurd"]


def test_a_resolved_or_agreed_comment_puts_the_finding_aside(path: Path) -> None:
    content = read(commented(path, reply="Akkoord, zie de toelichting.")).text.content
    [aside] = suppressions(path)
    assert (aside.code, content[aside.span.start : aside.span.end], aside.reason) == (
        "TRM001",
        "onverwijld",
        "Akkoord, zie de toelichting.",
    )
    commented(path, done="1")
    assert [(s.code, s.reason) for s in suppressions(path)] == [("TRM001", "de opmerking is in Word afgehandeld")]
    commented(path, reply="Hier ben ik het niet mee eens.")
    assert suppressions(path) == []
    commented(path)
    assert suppressions(path) == []


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
        "Grond: Awb 4:5",
        "Kan: de termijn verlengen; uitstel regelen: «Het college kan uitstel geven.»",
        "Zekerheid: hoog. Klopte eerder: 94 % (16 van 17 gelezen gevallen). Controle: proefcontrole, artikel 5, tweede lid.",
    ]


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


def random_findings(path: Path, seed: int) -> list[Finding]:
    """Findings spread over the running text, some in one another, by a fixed rule."""
    document = build(read(path))
    running = [q.span for q in document.source.paragraphs if q.part in ("body", "table") and len(q.span) > 12]
    out = []
    for i in range(60):
        span = running[(i * 37 + seed) % len(running)]
        start = span.start + (i * 13) % (len(span) - 8)
        out.append(
            Finding("proef", f"PRF{i:03d}", "t", Severity.INFO, Confidence.LAAG, document, None, Span(start, min(span.end, start + 3 + i % 40)), f"Nummer {i}.", "", "", "", (), Framework())
        )  # fmt: skip
    return out


@needs_shared
@pytest.mark.corpus
@pytest.mark.parametrize(("path", "truth"), truths(), ids=lambda v: v.stem if isinstance(v, Path) else "")
def test_real_files_keep_text_and_comments_and_carry_ours_exactly(path: Path, truth: dict, out: Path, tmp_path: Path) -> None:
    found = random_findings(path, 5)
    annotate(path, out, found, date=MOMENT)
    assert shown(out) == shown(path)
    ours = {text.split(":")[0]: words for author, text, words in comments_of(out) if author == OWN}
    assert ours == {f.code: f.quote for f in found}
    theirs = [c for c in comments_of(path) if c[0] != OWN]
    assert [c for c in comments_of(out) if c[0] != OWN] == theirs
    allowed = {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml"}
    if any(c.get("own") for c in truth.get("comments", ())):
        allowed |= {"word/commentsExtended.xml", "word/commentsIds.xml", "word/people.xml"}
    before, after = parts_of(path), parts_of(out)
    assert {name for name in after if after[name] != before.get(name)} <= allowed
    sound_ids = Counter(c[1] for c in comments_of(out) if c[0] == OWN)
    assert set(sound_ids.values()) == {1}
    assert formatted(after["word/document.xml"]) == formatted(before["word/document.xml"])
    clean = tmp_path / "schoon.docx"
    annotate(out, clean, [])
    assert formatted(parts_of(clean)["word/document.xml"]) == formatted(before["word/document.xml"])
    assert OWN not in {author for author, _, _ in comments_of(clean)}


PIECES = st.lists(st.tuples(st.text("abc é😀 \t", min_size=1, max_size=9), st.sampled_from(["", "<w:b/>", "<w:i/>"]), st.sampled_from(["r", "ins", "link", "sdt", "del"])), min_size=1, max_size=6)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PIECES, st.data())
def test_any_range_over_any_runs_is_found_back_and_undone(tmp_path: Path, pieces: list[tuple[str, str, str]], data: st.DataObject) -> None:
    wrap = {
        "r": "{}", "ins": '<w:ins w:id="9" w:author="A">{}</w:ins>', "link": '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
        "sdt": "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", "del": '<w:del w:id="8" w:author="A">{}</w:del>',
    }  # fmt: skip
    runs = []
    for text, properties, kind in pieces:
        # halves of one run are told from runs of the file by their xml:space, so ours here have it only where it is needed
        keep = ' xml:space="preserve"' if text != text.strip() else ""
        tag = "delText" if kind == "del" else "t"
        runs.append(wrap[kind].format(f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}<w:{tag}{keep}>{text}</w:{tag}></w:r>"))
    path = make(tmp_path / "in.docx", f"<w:p>{r('Begin')}{''.join(runs)}{r('eind')}</w:p>")
    out = tmp_path / "uit.docx"
    content = read(path).text.content
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(content) - 1), st.integers(1, 12)), min_size=1, max_size=5))
    found = [finding(path, Span(a, min(a + n, len(content))), f"PRF{i:03d}") for i, (a, n) in enumerate(spans)]
    found = [f for f in found if f.quote.strip()]
    annotate(path, out, found, date=MOMENT)
    assert {t.split(":")[0]: w for _, t, w in comments_of(out)} == {f.code: f.quote for f in found}
    assert read(out).text.content == content
    again = tmp_path / "weer.docx"
    annotate(out, again, [replace(f, document=build(read(out))) for f in found])
    assert parts_of(again) == parts_of(out)
