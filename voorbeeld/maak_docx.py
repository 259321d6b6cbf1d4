"""Makes the Word version of the sample dossier from its text version.

Run ``python voorbeeld/maak_docx.py`` after changing one of the .txt files. The result depends on the text only (fixed
dates, fixed order), so the same text gives the same bytes. The Word files have what drafts of ministries have: heading
styles, automatic numbering of leden and onderdelen, a table, a footnote and a tracked insertion.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

HERE = Path(__file__).resolve().parent
NAMES = ("wetsvoorstel", "memorie-van-toelichting")
DATE = datetime(2026, 1, 5, 9, 0, 0)
ZIP_DATE = (2026, 1, 5, 9, 0, 0)
INSERTED = "of uit eigen beweging, "  # shown as a tracked insertion in artikel 7

_LID = re.compile(r"(\d+)\. (.*)")
_ONDERDEEL = re.compile(r"([a-z])\. (.*)")
_NOTE = re.compile(r"\[(\d+)\] (.*)")
_NOTE_MARK = re.compile(r"\[(\d+)\]")
_HEADINGS = {
    "wetsvoorstel": ((re.compile(r"Hoofdstuk \d+\. "), 1), (re.compile(r"Artikel \d+\. "), 2)),
    "memorie-van-toelichting": (
        (re.compile(r"I+\. [A-Z]+$"), 1),
        (re.compile(r"\d+\. [A-Z]"), 2),
        (re.compile(r"\d+\.\d+ [A-Z]"), 3),
        (re.compile(r"Artikel \d+$"), 2),
    ),
}

_NUMBERING = f"""
<w:abstractNum {nsdecls("w")} w:abstractNumId="1">
  <w:multiLevelType w:val="multilevel"/>
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>
    <w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2."/><w:lvlJc w:val="left"/>
    <w:pPr><w:ind w:left="794" w:hanging="397"/></w:pPr></w:lvl>
</w:abstractNum>"""


class Numbering:
    """Automatic numbering of leden and onderdelen; every artikel starts again at 1."""

    def __init__(self, document: WordDocument) -> None:
        self._root = document.part.numbering_part.element
        for child in list(self._root):
            self._root.remove(child)
        self._root.append(parse_xml(_NUMBERING))
        self._count = 0

    def restart(self) -> None:
        self._count += 1
        self._root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{self._count}"><w:abstractNumId w:val="1"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )

    def apply(self, paragraph: Paragraph, level: int) -> None:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = self._count


class Footnotes:
    """The footnotes part, which python-docx does not make itself."""

    def __init__(self, document: WordDocument, notes: dict[str, str]) -> None:
        self._ids = {number: i for i, number in enumerate(notes, 1)}
        if not notes:
            return
        separators = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
            for kind, number, mark in (("separator", -1, "separator"), ("continuationSeparator", 0, "continuationSeparator"))
        )
        bodies = "".join(
            f'<w:footnote w:id="{self._ids[number]}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
            for number, text in notes.items()
        )
        blob = (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{separators}{bodies}</w:footnotes>'
        ).encode()
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def add_reference(self, paragraph: Paragraph, number: str) -> None:
        run = parse_xml(
            f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{self._ids[number]}"/></w:r>'
        )
        paragraph._p.append(run)


def add_text(paragraph: Paragraph, text: str, footnotes: Footnotes) -> None:
    """Add text to a paragraph; note marks become footnote references and ``INSERTED`` becomes a tracked insertion."""
    for i, piece in enumerate(_NOTE_MARK.split(text)):
        if i % 2:
            footnotes.add_reference(paragraph, piece)
            continue
        before, inserted, after = piece.partition(INSERTED)
        paragraph.add_run(before)
        if inserted:
            run = paragraph.add_run(inserted)._r
            change = parse_xml(
                f'<w:ins {nsdecls("w")} w:id="901" w:author="Redactie" w:date="{DATE.isoformat()}Z"></w:ins>',
            )
            paragraph._p.replace(run, change)
            change.append(run)
            paragraph.add_run(after)


def heading_level(name: str, line: str) -> int | None:
    return next((level for pattern, level in _HEADINGS[name] if pattern.match(line)), None)


def add_table(document: WordDocument, rows: list[str]) -> None:
    cells = [row.split("\t") for row in rows]
    table = document.add_table(rows=0, cols=len(cells[0]), style="Table Grid")
    for row in cells:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def blocks(lines: Iterable[str]) -> Iterator[str | list[str]]:
    """Lines one by one; consecutive lines with tabs together, as the rows of a table."""
    rows: list[str] = []
    for line in lines:
        if "\t" in line:
            rows.append(line)
            continue
        if rows:
            yield rows
            rows = []
        yield line
    if rows:
        yield rows


def build(name: str, text: str) -> WordDocument:
    """The Word document of one text of the dossier."""
    document = Document()
    set_up_styles(document)
    numbering = Numbering(document)
    lines = [line for line in text.splitlines() if line]
    footnotes = Footnotes(document, {m[1]: m[2] for m in map(_NOTE.fullmatch, lines) if m})
    for i, block in enumerate(blocks(line for line in lines if not _NOTE.fullmatch(line))):
        if isinstance(block, list):
            add_table(document, block)
            continue
        level = heading_level(name, block)
        if i == 0:
            document.add_paragraph(block, style="Title")
        elif level is not None:
            document.add_heading(block, level)
            numbering.restart()
        else:
            # in the toelichting a number at the start of a line is a heading, in the bill it is a lid
            lid, onderdeel = _LID.fullmatch(block), _ONDERDEEL.fullmatch(block)
            match = lid or onderdeel
            paragraph = document.add_paragraph()
            if match:
                numbering.apply(paragraph, 0 if lid else 1)
            add_text(paragraph, match[2] if match else block, footnotes)
    return document


def set_up_styles(document: WordDocument) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Liberation Sans", Pt(10)
    for style in document.styles.element.iter(qn("w:lang")):
        style.set(qn("w:val"), "nl-NL")
    for name, size in (("Title", 14), ("Heading 1", 13), ("Heading 2", 11), ("Heading 3", 10)):
        document.styles[name].font.size = Pt(size)
    document.sections[0].page_width, document.sections[0].page_height = Cm(21), Cm(29.7)  # A4; python-docx starts from US Letter
    document.sections[0].left_margin = document.sections[0].right_margin = Cm(3)
    properties = document.core_properties
    properties.author = properties.last_modified_by = "Doenvermogentoets"
    properties.title, properties.comments, properties.language = "", "", "nl-NL"
    properties.created = properties.modified = DATE
    properties.revision = 1


def to_bytes(document: WordDocument) -> bytes:
    """The package with a fixed date on every part, so that the same text gives the same file."""
    raw, out = BytesIO(), BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            info = zipfile.ZipInfo(entry.filename, ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(entry.filename))
    return out.getvalue()


def main() -> int:
    for name in NAMES:
        text = (HERE / f"{name}.txt").read_text(encoding="utf-8")
        (HERE / f"{name}.docx").write_bytes(to_bytes(build(name, text)))
        print(HERE / f"{name}.docx")
    return 0


if __name__ == "__main__":
    sys.exit(main())
