"""A Word file in a plain house style: real headings, tables with header rows, fields, alternative texts; nothing of the report yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

Piece = str | tuple[str, str]
"""A run of text, or one with a character style (:data:`QUOTE`, :data:`PLACE`, :data:`STRONG`)."""
Line = Sequence[Piece]

Row = Sequence[Sequence[Line]]
"""The cells of a row, each a list of lines."""
Shades = Callable[[int, int], str]

QUOTE, PLACE, STRONG = "Citaat", "Plaats", "Strong"
_FONT = "Arial"
_BLUE, _GREY, _HEAD = "154273", "53534F", "E8ECF1"
_LONG_ROW = 900
"""Characters; a longer row may break over pages, or half a page stays white."""
WIDTH = 17.0
"""Width of the text on the page in centimetres."""


class Paper:
    """A new document; call the methods in reading order, then :meth:`data`."""

    def __init__(self, title: str, made: datetime, program: str) -> None:
        from docx import Document
        from docx.shared import Cm

        self._document = Document()
        self._ids: dict[str, str] = {}
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin, section.bottom_margin = Cm(2), Cm(2)
        self._styles()
        properties = self._document.core_properties
        properties.title, properties.author, properties.language = title, program, "nl-NL"
        properties.comments, properties.last_modified_by = "", program
        properties.created = properties.modified = made
        self._footer(section, title)
        self._bookmarks = 0
        self._end: Any = self._document.element.body.sectPr

    def _styles(self) -> None:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.oxml.ns import qn
        from docx.shared import Pt, RGBColor

        styles = self._document.styles
        defaults = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        for language in styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), "nl-NL")
        assert defaults is not None  # noqa: S101 - the template of python-docx has them
        normal = styles["Normal"]
        normal.font.size = Pt(9.5)
        normal.paragraph_format.space_after = Pt(4)
        normal.paragraph_format.line_spacing = 1.1
        sizes = {
            "Title": 20,
            "Subtitle": 11,
            "Heading 1": 15,
            "Heading 2": 12,
            "Heading 3": 10,
            "List Bullet": 9.5,
            "List Bullet 2": 9,
            "Caption": 8.5,
        }
        for name in ("Normal", *sizes):
            style = styles[name]
            style.font.name = _FONT
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
                fonts.attrib.pop(qn(attribute), None)
            for attribute in ("w:ascii", "w:hAnsi", "w:cs"):
                fonts.set(qn(attribute), _FONT)
        for name, size in sizes.items():
            style = styles[name]
            style.font.size = Pt(size)
            if name.startswith(("Heading", "Title")):
                style.font.color.rgb = RGBColor.from_string(_BLUE)
                style.font.bold = True
                style.paragraph_format.keep_with_next = True
                style.paragraph_format.space_before = Pt({"Heading 1": 20, "Heading 2": 12, "Heading 3": 8}.get(name, 0))
                style.paragraph_format.space_after = Pt(3)
        styles["Caption"].font.color.rgb = RGBColor.from_string(_GREY)
        styles["Caption"].font.bold = False
        for name in (QUOTE, PLACE):
            style = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
            style.font.italic = name == QUOTE
            if name == PLACE:
                style.font.size = Pt(8)
                style.font.color.rgb = RGBColor.from_string(_GREY)
        small = styles.add_style("Tabeltekst", WD_STYLE_TYPE.PARAGRAPH)
        small.base_style = normal
        small.font.size = Pt(8.5)
        small.paragraph_format.space_after = Pt(1)
        small.paragraph_format.line_spacing = 1.0
        smaller = styles.add_style("Tabeltekst klein", WD_STYLE_TYPE.PARAGRAPH)
        smaller.base_style = small
        smaller.font.size = Pt(7.5)
        smaller.paragraph_format.space_after = Pt(0)

    def _footer(self, section: Any, title: str) -> None:
        paragraph = section.footer.paragraphs[0]
        paragraph.add_run(f"{title[:90]}   ", style=PLACE)
        self._field(paragraph, "PAGE", "1")

    def _field(self, paragraph: Paragraph, code: str, shown: str) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), code)
        run = paragraph.add_run(shown, style=PLACE)
        field.append(run._r)
        paragraph._p.append(field)

    # text

    def title(self, text: str) -> None:
        self.text(text, style="Title")

    def heading(self, text: str, level: int = 1, anchor: str = "") -> None:
        """A heading; ``anchor`` names it for :meth:`contents`."""
        paragraph = self._paragraph(f"Heading {level}")
        self._fill(paragraph, [text])
        if anchor:
            self._bookmark(paragraph, anchor)

    def _bookmark(self, paragraph: Any, name: str) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self._bookmarks += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(tag)
            mark.set(qn("w:id"), str(self._bookmarks))
            if tag == "w:bookmarkStart":
                mark.set(qn("w:name"), name)
                paragraph.insert(1, mark)
            else:
                paragraph.append(mark)

    def contents(self, entries: Sequence[tuple[str, str]]) -> None:
        """A table of contents: a field that Word fills, with the headings in it until then.

        Args:
            entries: anchor and heading, as they will be given to :meth:`heading`.
        """
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        def mark(kind: str) -> Any:
            run = OxmlElement("w:r")
            char = OxmlElement("w:fldChar")
            char.set(qn("w:fldCharType"), kind)
            if kind == "begin":
                char.set(qn("w:dirty"), "true")
            run.append(char)
            return run

        for i, (anchor, text) in enumerate(entries):
            paragraph = self._document.add_paragraph()
            if i == 0:
                paragraph._p.append(mark("begin"))
                run = OxmlElement("w:r")
                code = OxmlElement("w:instrText")
                code.set(qn("xml:space"), "preserve")
                code.text = ' TOC \\o "1-1" \\h \\z \\u '
                run.append(code)
                paragraph._p.append(run)
                paragraph._p.append(mark("separate"))
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), anchor)
            link.append(paragraph.add_run(text)._r)
            paragraph._p.append(link)
            if i == len(entries) - 1:
                paragraph._p.append(mark("end"))

    def text(self, *line: Piece, style: str = "Normal", keep: bool = False) -> None:
        """A paragraph."""
        paragraph = self._paragraph(style)
        if keep:
            paragraph.get_or_add_pPr().get_or_add_keepNext()
        self._fill(paragraph, line)

    def _paragraph(self, style: str = "Normal") -> Any:
        """A new paragraph at the end. Elements are made by hand: the library looks styles and places up anew for every one."""
        paragraph = self._styled(style)
        self._end.addprevious(paragraph)
        return paragraph

    def _styled(self, style: str) -> Any:
        from docx.oxml import OxmlElement

        paragraph: Any = OxmlElement("w:p")
        _child(_child(paragraph, "w:pPr"), "w:pStyle", self._id(style))
        return paragraph

    def _id(self, style: str) -> str:
        if style not in self._ids:
            self._ids[style] = str(self._document.styles[style].style_id)
        return self._ids[style]

    def _fill(self, paragraph: Any, line: Line) -> None:
        from docx.oxml.ns import qn

        for piece in line:
            text, style = (piece, None) if isinstance(piece, str) else piece
            if text:
                run = _child(paragraph, "w:r")
                if style is not None:
                    _child(_child(run, "w:rPr"), "w:rStyle", self._id(style))
                words = _child(run, "w:t")
                words.set(qn("xml:space"), "preserve")
                words.text = text.replace("\t", " ")

    def _lines(self, cell: Any, lines: Sequence[Line], style: str = "Tabeltekst") -> None:
        """Fill a new cell element."""
        cell.remove(cell[-1])  # the empty paragraph that the library put in
        for line in lines or [[""]]:
            paragraph = self._styled(style)
            self._fill(paragraph, line)
            cell.append(paragraph)

    def bullet(self, *line: Piece, level: int = 1, keep: bool = False) -> None:
        self.text(*line, style="List Bullet" if level == 1 else f"List Bullet {level}", keep=keep)

    def numbered(self, lines: Sequence[Line]) -> None:
        """A list that is numbered as text, so that it starts at one everywhere and survives pasting."""
        for i, line in enumerate(lines, start=1):
            self.text((f"{i}. ", STRONG), *line)

    # tables and pictures

    def table(
        self,
        head: Sequence[str],
        rows: Sequence[Row],
        widths: Sequence[float],
        *,
        shades: Shades | None = None,
        small: bool = False,
        together: bool = False,
    ) -> None:
        """A table with a header row that repeats.

        ``shades`` gives a colour per row and column, empty for none; with ``together`` the table is kept on one page where it fits.
        """
        filled: list[Row] = [[[[(text, STRONG)]] for text in head], *rows]
        table = self._table(len(filled), widths)
        for y, (tr, cells) in enumerate(zip(table.tr_lst, filled, strict=True)):
            _row(tr, header=y == 0, whole=sum(len(str(piece)) for lines in cells for line in lines for piece in line) < _LONG_ROW)
            for x, (tc, lines) in enumerate(zip(tr.tc_lst, cells, strict=True)):
                self._lines(tc, lines, "Tabeltekst klein" if small else "Tabeltekst")
                if together and y < len(rows):
                    for paragraph in tc.p_lst:
                        paragraph.get_or_add_pPr().get_or_add_keepNext()
                colour = _HEAD if y == 0 else shades(y - 1, x) if shades is not None else ""
                if colour:
                    _shade(tc, colour)
        self._paragraph("Tabeltekst")

    def pairs(self, rows: Sequence[tuple[str, Sequence[Line]]], width: float = 3.0) -> None:
        """A table of two columns whose first names what the second holds (fields to fill in)."""
        table = self._table(len(rows), (width, WIDTH - width))
        for y, (tr, (name, lines)) in enumerate(zip(table.tr_lst, rows, strict=True), start=1):
            _row(tr)
            first, second = tr.tc_lst
            self._lines(first, [[(name, STRONG)]])
            if y < len(rows):  # the rows of one field stay on one page
                first[-1].get_or_add_pPr().get_or_add_keepNext()
            _shade(first, _HEAD)
            self._lines(second, lines)
        self._paragraph("Tabeltekst")

    def _table(self, rows: int, widths: Sequence[float]) -> Any:
        """An empty table with lines, of columns of these widths in centimetres."""
        from docx.oxml.table import CT_Tbl
        from docx.shared import Cm, Length

        table: Any = CT_Tbl.new_tbl(rows, len(widths), Length(Cm(sum(widths))))
        table.tblStyle_val = self._id("Table Grid")
        table.tblPr.autofit = False
        for column, width in zip(table.tblGrid.gridCol_lst, widths, strict=True):
            column.w = Cm(width)
        for tr in table.tr_lst:
            for tc, width in zip(tr.tc_lst, widths, strict=True):
                tc.width = Cm(width)
        self._end.addprevious(table)
        return table

    def picture(self, png: bytes, alt: str, description: str, caption: str) -> None:
        """A picture over the width of the page, with its alternative text."""
        from docx.shared import Cm

        shape = self._document.add_picture(BytesIO(png), width=Cm(WIDTH))
        properties = shape._inline.docPr
        properties.set("title", alt[:250])
        properties.set("descr", f"{alt} {description}")
        self._document.paragraphs[-1].paragraph_format.keep_with_next = True
        self.text(caption, style="Caption")

    def data(self) -> bytes:
        """The whole file."""
        out = BytesIO()
        self._document.save(out)
        return out.getvalue()


def _row(tr: Any, *, header: bool = False, whole: bool = True) -> None:
    """A row that does not break over pages when it is to stay ``whole``; a header row repeats."""
    from docx.oxml import OxmlElement

    properties = tr.get_or_add_trPr()
    if whole:
        properties.append(OxmlElement("w:cantSplit"))
    if header:
        properties.append(OxmlElement("w:tblHeader"))


def _child(parent: Any, tag: str, value: str | None = None) -> Any:
    """A new last child, with a ``w:val`` if given."""
    from docx.oxml.ns import qn
    from lxml.etree import SubElement

    child = SubElement(parent, qn(tag))
    if value is not None:
        child.set(qn("w:val"), value)
    return child


def _shade(tc: Any, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    tc.get_or_add_tcPr().append(shade)
