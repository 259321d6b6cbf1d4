"""Word files (.docx, .docm, .dotx): what Word shows, with the automatic numbers that are not in the text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from doenvermogentoets.document import Paragraph, Remark, Source, UnitKind, Unread, View
from doenvermogentoets.errors import UserError
from doenvermogentoets.text import Span, Text
from doenvermogentoets.word import recent
from doenvermogentoets.word.agreement import agree
from doenvermogentoets.word.found import Walk, WordParagraph
from doenvermogentoets.word.package import Package
from doenvermogentoets.word.walker import uncollected, walk

_OPENING = 40
"""Characters at the start of a paragraph in which its number stands."""


def read(path: Path, *, view: View = "accepted", styles: Mapping[str, UnitKind] | None = None) -> Source:
    """Read a Word file.

    Args:
        path: the file.
        view: tracked changes all accepted (default) or all rejected (``"original"``).
        styles: names of house styles and the kind of unit they stand for.

    Raises:
        UserError: the file is missing, no Word file, encrypted, damaged, unsafe, or without any text.
    """
    with uncollected():
        found = walk(Package(path), view, styles)
        source = source_of(found, path)
    recent.keep(found)
    return source


def source_of(found: Walk, path: Path) -> Source:
    """What a walk found, as every reader delivers it.

    Raises:
        UserError: there is no text at all.
    """
    if not found.content.strip() and not any(p.label for p in found.paragraphs):
        raise UserError(f"{path}: er staat geen tekst in dit document.", "Controleer of dit het goede bestand is.")
    paragraphs: list[Paragraph] = []
    remarks: list[Remark] = []
    cells = _Cells()
    for paragraph, span in zip(found.paragraphs, found.spans, strict=True):
        kind = paragraph.hint.kind
        if kind is not None:
            kind, remark = agree(kind, paragraph.label, found.content[span.start : min(span.end, span.start + _OPENING)])
            if remark:
                remarks.append(Remark(span, remark))
        paragraphs.append(_paragraph(paragraph, span, kind, cells.of(paragraph)))
    return Source(
        name=path.name,
        format="docx",
        text=Text(found.content),
        paragraphs=tuple(paragraphs),
        path=path,
        unread=tuple(Unread(what, count) for what, count in sorted(found.unread.items())),
        view=found.view,
        changed=tuple(found.changed),
        tracked=found.tracked(),
        remarks=tuple(remarks),
    )


def _paragraph(paragraph: WordParagraph, span: Span, kind: UnitKind | None, cell: tuple[int, int] | None) -> Paragraph:
    hint = paragraph.hint
    part = "toc" if hint.toc and paragraph.part == "body" else paragraph.part
    # an outline level says how deep a heading stands in the navigation pane, not in which list an item stands
    level = hint.level if kind is UnitKind.KOP else None
    return Paragraph(span, label=paragraph.label, kind=kind, level=level, part=part, cell=cell)


class _Cells:
    """The row and column of each paragraph in a table; asked in the order of the document."""

    def __init__(self) -> None:
        self._row: etree._Element | None = None
        self._cell: etree._Element | None = None
        self._at = (-1, 0)

    def of(self, paragraph: WordParagraph) -> tuple[int, int] | None:
        if paragraph.part != "table":
            return None
        cell = next(paragraph.element.iterancestors("{*}tc"), None)
        row = next(cell.iterancestors("{*}tr"), None) if cell is not None else None
        if cell is None or row is None:
            return None
        if cell is not self._cell:
            number = self._at[0] + (row is not self._row)
            self._row, self._cell = row, cell
            self._at = (number, next(i for i, each in enumerate(row.iter("{*}tc")) if each is cell))
        return self._at
