# ruff: noqa: E501 -- XML in a fixture reads best unbroken
"""Small Word files, written out as XML, so that a test shows exactly what is in the file."""

from __future__ import annotations

import json
import os
import zipfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from doenvermogentoets.findings import Confidence, Finding, Framework, Severity
from doenvermogentoets.readers.docx import read
from doenvermogentoets.structure import build
from doenvermogentoets.text import Span
from doenvermogentoets.word.comments import Comments
from doenvermogentoets.word.names import names_of
from doenvermogentoets.word.package import Package
from doenvermogentoets.word.walker import walk

MOMENT = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)
OWN = "Doenvermogentoets"
TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_W = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = (
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
_KINDS = {
    "styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments",
    "header1": "header", "footer1": "footer", "settings": "settings",
}  # fmt: skip

SHARED = Path(os.environ.get("DOENVERMOGENTOETS_DOCX", str(Path(__file__).parents[3] / "shared" / "docx")))
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="de Word-bestanden met waarheid staan niet naast het project")


def p(text: str = "", properties: str = "") -> str:
    """A paragraph with one run."""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{run}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def num(num_id: int, ilvl: int = 0) -> str:
    """Paragraph property: numbered at a level of a list."""
    return f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num_id}"/></w:numPr>'


def level(ilvl: int, text: str, number_format: str = "decimal", extra: str = "", start: int = 1) -> str:
    """A level of a list."""
    return f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'


def make(path: Path, body: str, *, ns: str = TRANSITIONAL, extra: dict[str, bytes | str] | None = None, **parts: str) -> Path:
    """Write a Word file; ``parts`` are the contents of styles, numbering, footnotes, ... without their root element."""
    overrides = [f'<Override PartName="/word/document.xml" ContentType="{_W}.document.main+xml"/>']
    relations = []
    files: dict[str, bytes | str] = {}
    for i, (name, content) in enumerate(parts.items(), 1):
        kind = _KINDS[name]
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        files[f"word/{name}.xml"] = f'<w:{root} xmlns:w="{ns}" {NAMESPACES}>{content}</w:{root}>'
        overrides.append(f'<Override PartName="/word/{name}.xml" ContentType="{_W}.{kind}+xml"/>')
        relations.append(
            f'<Relationship Id="rId{i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{name}.xml"/>'
        )
    document = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document xmlns:w="{ns}" {NAMESPACES}><w:body>{body}</w:body></w:document>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            + "".join(overrides)
            + "</Types>",
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", document)
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{_RELS}">{"".join(relations)}</Relationships>')
        for name, data in {**files, **(extra or {})}.items():
            archive.writestr(name, data)
    return path


def shown(path: Path, **options: object) -> list[tuple[str, str]]:
    """(label, text) of every paragraph."""
    source = read(path, **options)  # type: ignore[arg-type]
    return [(q.label, source.text[q.span]) for q in source.paragraphs]


def finding(path: Path, quote: str | Span, code: str = "TRM001", message: str = "De aanvrager verliest zijn recht.") -> Finding:
    """A finding at the first place of these words (or at a span)."""
    document = build(read(path))
    at = quote if isinstance(quote, Span) else Span(start := document.text.content.index(quote), start + len(quote))
    return Finding(
        check="proefcontrole", code=code, theme="termijnen", severity=Severity.WARNING, confidence=Confidence.HOOG, document=document, unit=None,
        span=at, message=message, explanation="Er is geen herstel gevonden.", question="Wat gebeurt er dan?", ground="Awb 4:5", sources=("Awb 4:5",),
        framework=Framework(),
    )  # fmt: skip


def comments_of(path: Path) -> list[tuple[str, str, str]]:
    """(author, first paragraph, commented words) of every comment in a file."""
    package = Package(path)
    found = walk(package)
    places: dict[str, dict[str, int]] = {}
    for mark in found.marks:
        places.setdefault(mark.id, {})[mark.kind] = mark.node
    out = []
    for comment in Comments(package, names_of(found.body)).all:
        place = places.get(comment.id, {})
        span = found.between(place.get("start"), place.get("end"))
        out.append((comment.author, comment.paragraphs[0], found.content[span.start : span.end] if span else ""))
    return out


def parts_of(path: Path) -> dict[str, bytes]:
    """Every part with its bytes, in the order of the file."""
    with zipfile.ZipFile(path) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def truths() -> list[tuple[Path, dict[str, object]]]:
    """The Word files beside the project with their truth."""
    if not SHARED.is_dir():
        return []
    return [
        (f.with_name(f.name.removesuffix(".truth.json") + ".docx"), json.loads(f.read_text("utf-8")))
        for f in sorted(SHARED.glob("*.truth.json"))
    ]


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
