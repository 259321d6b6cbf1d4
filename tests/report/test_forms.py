"""Each form holds the whole report, and text of a draft can break none of them."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree

import docx
import pytest

from doenvermogentoets.report import Report, as_bytes, markdown
from doenvermogentoets.report.model import Quote, Review, Unread, WayOut
from doenvermogentoets.report.paper import WIDTH
from doenvermogentoets.report.view import View
from doenvermogentoets.report.wordfile.columns import LETTER, MARGINS, fitting
from doenvermogentoets.report.wordfile.pieces import outs

HOSTILE = '<script>alert("x")</script> "onload=1 \' --> ]]> {{ 7*7 }} | * _ [a](b) &amp; \u202e \U0001f600'


class Page(HTMLParser):
    """The structure of a page: tags, ids, headings, and text outside scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.headings: list[str] = []
        self.text: list[str] = []
        self._stack: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in ("meta", "br", "link", "input"):
            self._stack.append(tag)
        if tag in ("h1", "h2", "h3"):
            self.headings.append("")

    def handle_endtag(self, tag: str) -> None:
        while self._stack and self._stack.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(t in ("script", "style") for t in self._stack):
            return
        self.text.append(data)
        if any(t in ("h1", "h2", "h3") for t in self._stack):
            self.headings[-1] += data


def html(report: Report) -> str:
    return as_bytes(report, ".html").decode("utf-8")


def test_html_stands_alone_and_has_every_part(sample: Report) -> None:
    page = Page(html(sample))
    assert [h for h in page.headings if h[:2] in [f"{n}." for n in range(1, 9)]] == [
        "1. Samenvatting",
        "2. Wat vraagt dit van wie",
        "3. Toets op discretionaire ruimte",
        "4. Hardheid",
        "5. Doenvermogentoets",
        "6. Termijnen en taal",
        "7. Toelichting",
        "8. Bevindingen en verantwoording",
    ]
    outside = [v for n, v in page.attributes if n in ("src", "href", "action") and v and not v.startswith("#")]
    assert outside == []
    assert "link" not in page.tags
    assert "@import" not in html(sample)
    assert len(page.ids) == len(set(page.ids))
    for finding in sample.findings:
        assert finding.key in page.ids


def test_html_says_where_every_link_inside_leads(sample: Report) -> None:
    page = Page(html(sample))
    targets = {v[1:] for n, v in page.attributes if n in ("href", "{http://www.w3.org/1999/xlink}href", "xlink:href") and v and v[0] == "#"}
    assert targets <= set(page.ids)


def test_pictures_have_words(sample: Report) -> None:
    text = html(sample)
    assert text.count('role="img"') == 2
    assert "aria-labelledby" in text
    assert "binnen" not in text[text.index("<svg") : text.index("<svg") + 300]


@pytest.fixture
def hostile(draft: Callable[..., Report]) -> Report:
    """A draft whose every sentence tries to break out, with remarks that do the same."""
    bill = (
        f"Artikel 1. {HOSTILE}\n1. De aanvrager {HOSTILE} meldt een wijziging binnen een week aan het college.\n"
        f"2. Indien niet is voldaan aan het eerste lid, vervalt het recht op de {HOSTILE} toelage.\n"
    )
    report = draft(bill, f"TOELICHTING\n\nI. ALGEMEEN\n\n1. Inleiding {HOSTILE}\nDe aanvrager {HOSTILE} meldt uit zichzelf op tijd.\n")
    assert report.findings
    review = {f.key: Review(judgement=HOSTILE, remark=f"{HOSTILE}\x08\x1b\nregel twee</textarea></script>") for f in report.findings}
    return report.model_copy(update={"review": {**review, "algemeen": Review(remark=HOSTILE)}})


def test_hostile_text_stays_text_in_html(hostile: Report, sample: Report) -> None:
    page = Page(html(hostile))
    assert page.tags.count("script") == Page(html(sample)).tags.count("script") == 3
    assert not [n for n, _ in page.attributes if n.startswith("on")]
    assert '<script>alert("x")</script>' in "".join(page.text)
    assert "49" not in "".join(page.text).split("{{ 7*7 }}")[0][-10:]
    data = html(hostile).split('id="rapportgegevens">')[1].split("</script>")[0]
    assert Report.model_validate(json.loads(data)) == hostile


def test_hostile_text_stays_text_in_word(hostile: Report) -> None:
    data = as_bytes(hostile, ".docx")
    text = "\n".join(p.text for p in docx.Document(BytesIO(data)).paragraphs)
    assert '<script>alert("x")</script>' in text
    assert "\x08" not in text
    assert "\u202e" not in text


def test_hostile_text_stays_text_in_markdown(hostile: Report) -> None:
    text = as_bytes(hostile, ".md").decode("utf-8")
    assert "<script>" not in text
    assert "[a](b)" not in text
    columns = {line.count("|") - line.count("\\|") for line in text.splitlines() if line.startswith("| ") and "Artikel" in line}
    assert columns <= {3, 4, 5, 6, 7, 8, 9}


def test_a_number_at_the_start_is_no_list_in_markdown() -> None:
    told = ("2\\. Hoofdlijnen", "10\\) varianten", "\\- streep", "2.1 Doel")
    assert tuple(markdown.escape(text) for text in ("2. Hoofdlijnen", "10) varianten", "- streep", "2.1 Doel")) == told


def test_word_is_made_of_real_headings_tables_and_fields(sample: Report) -> None:
    data = as_bytes(sample, ".docx")
    document = docx.Document(BytesIO(data))
    headings = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert headings[0] == "1. Samenvatting"
    assert len(headings) == 8
    body = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode("utf-8")
    assert 'TOC \\o "1-1"' in body
    assert body.count("<w:tblHeader/>") >= 8
    space = {"wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}
    pictures = ElementTree.fromstring(body).findall(".//wp:docPr", space)
    assert len(pictures) == 2
    assert all(len(p.get("descr", "")) > 60 for p in pictures)
    bookmarks = [t.split('"')[0] for t in body.split('w:name="')[1:]]
    assert all(anchor.split('"')[0] in bookmarks for anchor in body.split('w:anchor="')[1:])
    assert document.core_properties.language == "nl-NL"


def test_every_form_tells_the_same(sample: Report) -> None:
    forms = {suffix: as_bytes(sample, suffix) for suffix in (".html", ".md", ".json")}
    word = docx.Document(BytesIO(as_bytes(sample, ".docx")))
    in_word = "\n".join([*(p.text for p in word.paragraphs), *(c.text for t in word.tables for r in t.rows for c in r.cells)])
    shown = "".join(Page(forms[".html"].decode("utf-8")).text)
    for finding in sample.findings:
        assert finding.message in shown
        assert finding.message in in_word
        assert finding.code in forms[".md"].decode("utf-8")
    for question in (*sample.doenvermogen, *sample.room.questions, *sample.hardship.steps):
        assert question.text in shown
        assert question.text in in_word
        assert question.title in forms[".md"].decode("utf-8")


def test_the_same_report_gives_the_same_bytes(sample: Report) -> None:
    for suffix in (".html", ".md", ".json"):
        assert as_bytes(sample, suffix) == as_bytes(sample, suffix)


def test_an_empty_draft_gives_a_report_that_says_so(draft: Callable[..., Report]) -> None:
    report = draft("Artikel 1\nDeze wet wordt aangehaald als: Proefwet.\n")
    text = "".join(Page(html(report)).text)
    assert "Er zijn geen handelingen gevonden" in text
    assert "Er zijn geen termijnen gevonden" in text
    for suffix in (".docx", ".md"):
        assert as_bytes(report, suffix)


def _words(report: Report, suffix: str) -> str:
    data = as_bytes(report, suffix)
    if suffix != ".docx":
        return data.decode("utf-8").split('<script type="application/json"')[0]
    document = docx.Document(BytesIO(data))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


@pytest.mark.parametrize("suffix", [".html", ".md", ".docx"])
def test_lines_are_named_only_where_a_reader_can_see_them(sample: Report, suffix: str) -> None:
    assert ", regel 3" in _words(sample, suffix)
    in_word = sample.model_copy(update={"documents": tuple(d.model_copy(update={"path": f"{d.path}.docx"}) for d in sample.documents)})
    assert "regel 3" not in _words(in_word, suffix)


@pytest.mark.parametrize("suffix", [".html", ".md", ".docx"])
def test_marked_words_stand_in_their_sentence_as_in_the_text(sample: Report, suffix: str) -> None:
    finding = next(f for f in sample.findings if f.after == ".")
    shown = {".html": f"<mark>{finding.quote.text}</mark>.", ".md": f"**{finding.quote.text}**\\.", ".docx": f" {finding.quote.text}."}
    assert shown[suffix] in _words(sample, suffix)
    assert all(f.before.endswith(" ") for f in sample.findings if f.quote.text.startswith("binnen"))


@pytest.mark.parametrize("suffix", [".html", ".md", ".docx"])
def test_effects_stand_under_their_theme(sample: Report, suffix: str) -> None:
    words = _words(sample, suffix)
    assert "bestuurlijke boete (artikel 15, eerste lid)" in words[words.index("vier thema") :]


def test_words_of_one_paragraph_stand_under_its_place_named_once(sample: Report) -> None:
    page = html(sample)
    row = next(part for part in page.split("<tbody") if "herzien en intrekken" in part)
    assert row.count("Paragraaf «2.4 Herziening als het hulpmiddel niet is gebruikt», regel 22:") == 1
    assert row.count("2.4 Herziening") == 1
    assert "regel 22 zegt" not in page
    assert row.count("artikel 13, eerste lid") == 1


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_a_framework_is_named_with_its_owner_and_lists_begin_with_a_capital(sample: Report, suffix: str) -> None:
    page = as_bytes(sample, suffix).decode()
    start = "<li>" if suffix == ".html" else "- "
    assert f"{start}Artikel 15, eerste lid: een ander lid geeft een kader" in page
    assert suffix == ".md" or "<dd>doenvermogen D1, D9; thema van SZW: toegang en hoogte</dd>" in page


def test_what_was_not_read_is_told_per_file_in_one_sentence(draft: Callable[..., Report]) -> None:
    report = draft("Artikel 1\nDe huurder betaalt de huur.\n")
    read = report.documents[0]
    unread = (Unread(what="afbeelding", count=1, where=""), Unread(what="verborgen tekst", count=20, where=""))
    shown = View(report.model_copy(update={"documents": (read.model_copy(update={"unread": unread}),)})).unread
    assert list(shown) == [
        f"in {read.path}: afbeelding en 20 keer verborgen tekst",
        "een toelichting (niet gegeven; wat zij zegt, is hier niet te zien)",
    ]


@pytest.mark.parametrize("suffix", [".html", ".md", ".docx"])
def test_a_place_that_stands_on_the_line_above_is_not_written_out_again(sample: Report, suffix: str) -> None:
    words = _words(sample, suffix)
    assert "zelfde plaats" in words
    first = sample.model_copy(update={"documents": tuple(d.model_copy(update={"path": f"{d.path}.docx"}) for d in sample.documents)})
    assert "zelfde plaats" in _words(first, suffix)
    quotes = [
        Quote(document="ontwerp", place=p, text="x", line=n)
        for p, n in (("artikel 1", 3), ("artikel 1", 3), ("artikel 1", 4), ("artikel 2", 5))
    ]
    places = [place for _, place in View(sample).spots(quotes)]
    assert places == ["artikel 1, regel 3", "zelfde plaats", "zelfde plaats, regel 4", "artikel 2, regel 5"]


def test_outermost_parts_of_both_documents_stand_at_the_margin(sample: Report) -> None:
    for side in ("ontwerp", "toelichting"):
        assert min(p.depth for p in sample.language.parts if p.document == side) == 0


def test_a_cell_of_the_word_report_has_a_dash_only_when_it_is_empty(sample: Report) -> None:
    tables = docx.Document(BytesIO(as_bytes(sample, ".docx"))).tables
    cells = [row.cells[2].text for t in tables if t.rows[0].cells[0].text == "Wat" for row in t.rows[1:]]
    assert "bij het CAK" in cells
    assert all("\n" not in cell for cell in cells if "–" in cell)


def test_columns_of_the_word_report_hold_whole_words_and_give_room_to_the_long_text() -> None:
    head = ["Wat", "Anders", "Uitweg"]
    long = [[f"verschoning en beoordelingsruimte (artikel {n}, tweede lid; verzacht, neemt niet weg)"] for n in range(9)]
    widths = fitting(head, [[[["Betalen"]], [["boete"]], long], [[["Melden"]], [["geen"]], [["–"]]]])
    assert sum(widths) == pytest.approx(WIDTH)
    assert widths[2] == max(widths)
    assert widths[2] > MARGINS + LETTER * len("beoordelingsruimte")
    assert widths[0] >= MARGINS + LETTER * len("Betalen") - 0.001
    # text of the same length everywhere: no column is favoured
    even = fitting(head, [[[["woord " * 40]]] * 3])
    assert max(even) - min(even) < 0.5


def test_ways_out_of_one_place_share_a_line_in_word() -> None:
    def way(kind: str, place: str) -> WayOut:
        return WayOut(kind=kind, where=place, full=True, quote=None, ground="")

    lines = outs([way("matiging", "zelfde artikel"), way("verlenging", "dichtbij"), way("afzien", "zelfde artikel")])
    assert [line[0] for line in lines] == ["matiging en afzien (zelfde artikel)", "verlenging (dichtbij)"]
