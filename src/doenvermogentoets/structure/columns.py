"""Old and new text side by side: a table of two columns whose heads say which is which. The new column is the draft.

Only where the artikelen stand in that table and nowhere else; any other table is a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from doenvermogentoets.document import OLD_COLUMN, Paragraph, Source, UnitKind
from doenvermogentoets.structure.explanatory import starts_toelichting
from doenvermogentoets.structure.lines import Line, read_line, read_lines
from doenvermogentoets.text import Span

_OLD = re.compile(r"\b(?:oude?|bestaande?|huidige?|geldende?|vigerende?|was|thans)\b", re.IGNORECASE)
_NEW = re.compile(r"\b(?:nieuwe?|voorgestelde?|voorstel|wordt|gewijzigde?|toekomstige?)\b", re.IGNORECASE)
_HEAD_WORDS = 9
_BAR = re.compile(r"(?<!\\)\|")
# «ongewijzigd», «idem»: the old text stays; «(vervalt)», «–»: nothing comes in its place
_STAYS = re.compile(r"[(\[]?(?:is |blijft )?(?:ongewijzigd|idem|onveranderd|gelijk)[)\].]*", re.IGNORECASE)
_GONE = re.compile(r"[(\[]?(?:komt te )?(?:vervalt|vervallen|geschrapt)[)\].]*|[–—-]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the new text was read from a column.

    Attributes:
        lines: all lines of the source, the new cells as running text and the others as an old column.
        old: the head of the column that was not read.
        gone: how many cells say that the old text goes.
    """

    lines: list[Line]
    old: str
    gone: int


@dataclass(frozen=True, slots=True)
class _Cell:
    column: int  # -1 for a mark between cells
    row: int
    line: Line  # its text, and its place in the source


def bill_lines(source: Source) -> list[Line]:
    """The lines of a text as a bill: of old and new text side by side the new one."""
    lines = read_lines(source)
    found = _columns(source, lines)
    return found.lines if found is not None else lines


def columns(source: Source) -> Columns | None:
    """How a source with old and new text side by side was read; ``None`` for any other."""
    if not any(p.part == "table" for p in source.paragraphs):
        return None
    return _columns(source, read_lines(source))


def _columns(source: Source, lines: list[Line]) -> Columns | None:
    if not any(line.paragraph.part == "table" for line in lines) or any(_artikel(x) for x in lines if x.paragraph.part != "table"):
        return None
    out: list[Line] = []
    old, gone, found = "", 0, False
    for is_table, group in groupby(lines, key=lambda line: line.paragraph.part == "table"):
        run = list(group)
        made = _table(source, run) if is_table else None
        if made is None:
            if not found and any(starts_toelichting(line) for line in run):
                return None
            out.extend(run)
            continue
        out.extend(made.lines)
        old, gone, found = old or made.old, gone + made.gone, True
    return Columns(out, old, gone) if found else None


def _table(source: Source, run: Sequence[Line]) -> Columns | None:
    pieces = list(_cells(source, run))
    cells = [cell for cell in pieces if cell.column >= 0]
    if len(cells) < 4 or any(cell.column > 1 for cell in cells):
        return None
    first = [cell for cell in cells if cell.row == cells[0].row]
    if [cell.column for cell in first] != [0, 1]:
        return None
    new = _which(first[0].line.text, first[1].line.text)
    if new is None or not any(cell.column == new and _artikel(cell.line) for cell in cells):
        return None
    said = {cell.row: cell.line.text.strip() for cell in cells if cell.column == new}
    rows_that_stay = {row for row, text in said.items() if _STAYS.fullmatch(text)}
    out: list[Line] = []
    gone = 0
    for cell in pieces:
        text = cell.line.text.strip()
        read = cell.column >= 0 and cell.row != first[0].row and (cell.column == new) is (cell.row not in rows_that_stay)
        if read and cell.column == new and _GONE.fullmatch(text):
            read, gone = False, gone + 1
        out.append(cell.line if read else _aside(cell.line))
    return Columns(out, first[1 - new].line.text.strip(), gone)


def _which(left: str, right: str) -> int | None:
    """Which of two heads is that of the new text."""
    if max(len(left.split()), len(right.split())) > _HEAD_WORDS:
        return None
    for old, new, at in ((left, right, 1), (right, left, 0)):
        if _OLD.search(old) and _NEW.search(new) and not _OLD.search(new) and not _NEW.search(old):
            return at
    return None


def _cells(source: Source, run: Sequence[Line]) -> Iterator[_Cell]:
    content = source.text.content
    for row, line in enumerate(run):
        cell = line.paragraph.cell
        if cell is not None:
            yield _Cell(cell[1], cell[0], replace(line, paragraph=replace(line.paragraph, part="body"), blank_before=True))
            continue
        text = line.text
        bars = [m.start() for m in _BAR.finditer(text)]
        ends = [*bars[1:], *([len(text)] if bars and text[bars[-1] + 1 :].strip() else [])]
        for column, (left, right) in enumerate(zip(bars, ends, strict=False)):
            start, end = line.span.start + left + 1, line.span.start + right
            yield _bar(source, row, Span(start - 1, start))
            bare = content[start:end]
            if bare.strip():
                span = Span(end - len(bare.lstrip()), start + len(bare.rstrip()))
                yield _Cell(column, row, read_line(Paragraph(span), content[span.start : span.end], blank=True))
        if bars and len(ends) < len(bars):
            yield _bar(source, row, Span(line.span.start + bars[-1], line.span.start + bars[-1] + 1))


def _bar(source: Source, row: int, span: Span) -> _Cell:
    """A mark between cells, in Markdown: no cell, and part of the table that is not read."""
    return _Cell(-1, row, read_line(Paragraph(span), source.text.content[span.start : span.end], blank=False))


def _aside(line: Line) -> Line:
    return replace(line, paragraph=replace(line.paragraph, part=OLD_COLUMN), heading=None, labels=(), label_span=None, body=line.span)


def _artikel(line: Line) -> bool:
    return line.heading is not None and line.heading.kind is UnitKind.ARTIKEL
