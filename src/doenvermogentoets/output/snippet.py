"""Lines of a draft with carets under exact words, folded to the width of the terminal.

A lid is one long line. It is folded at blanks; of the folded pieces only those with marked words are shown, and a gap is shown as «…».
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from doenvermogentoets.output.clean import visible
from doenvermogentoets.text import LineIndex, Span

MAX_PIECES = 4
"""Folded pieces shown of one marked stretch; of a longer one the first and the last ones are shown."""

Paint = Callable[[str, bool], str]


@dataclass(frozen=True, slots=True)
class Marked:
    """Words to mark: a range in the shown text, with a few words beside the carets."""

    span: Span
    label: str = ""
    primary: bool = True


def width(text: str) -> int:
    """Columns that a text takes in a terminal: wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_width(c) for c in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line of the shown text: its number (from 0), the offset where it starts, and what stands on it."""

    number: int
    start: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))


def marked_lines(content: str, lines: LineIndex, marks: Iterable[Span]) -> dict[int, ShownLine]:
    """The lines that :func:`snippet_of` needs to show these marks, by number."""
    out: dict[int, ShownLine] = {}
    for mark in marks:
        first, last = _reach_of(lines, mark)
        for number in _numbers(first, last):
            if number not in out:
                span = lines.line_span(number)
                out[number] = ShownLine(number, span.start, content[span.start : span.end])
    return out


def snippet_of(shown: Mapping[int, ShownLine], marks: Sequence[Marked], columns: int, paint: Paint) -> list[str]:
    """The lines with marked words, with line numbers and carets.

    Args:
        shown: the lines with marks, by number (:func:`marked_lines`).
        marks: the marked words, as ranges of the whole text.
        columns: width of the terminal.
        paint: colours carets; called with the text and whether it marks the finding itself.
    """
    rows = sorted(shown.values(), key=lambda row: row.start)
    by_line: dict[int, list[Marked]] = {}
    for mark in sorted(marks, key=lambda m: m.span):
        for number, part in _per_line(rows, shown, mark):
            by_line.setdefault(number, []).append(part)
    if not by_line:
        return []
    gutter = max(len(str(number + 1)) for number in by_line)
    room = max(columns - gutter - 6, 30)
    out: list[str] = []
    previous: int | None = None
    for number in sorted(by_line):
        if previous is not None and number > previous + 1:
            out.append(f"   {'':>{gutter}} …")
        previous = number
        out.extend(_line(shown[number], by_line[number], gutter, room, paint))
    return out


def _reach_of(lines: LineIndex, mark: Span) -> tuple[int, int]:
    """The first and the last line of a mark."""
    return lines.position(mark.start)[0], lines.position(max(mark.end - 1, mark.start))[0]


def _numbers(first: int, last: int) -> Iterable[int]:
    """The lines that are shown of a mark: of more than three the first and the last."""
    return range(first, last + 1) if last - first < 3 else (first, last)


def _per_line(rows: Sequence[ShownLine], shown: Mapping[int, ShownLine], mark: Marked) -> Iterable[tuple[int, Marked]]:
    """The mark cut at line ends. The label stays with the last line."""

    def number_at(offset: int) -> int:
        return rows[max(bisect_right(rows, offset, key=lambda row: row.start) - 1, 0)].number

    first, last = number_at(mark.span.start), number_at(max(mark.span.end - 1, mark.span.start))
    for number in _numbers(first, last):
        line = shown[number].span
        start = max(mark.span.start, line.start)
        end = min(mark.span.end, line.end)
        if end > start or first == last:
            yield number, Marked(Span(start, max(start, end)), mark.label if number == last else "", mark.primary)


def _line(line: ShownLine, marks: list[Marked], gutter: int, room: int, paint: Paint) -> Iterable[str]:
    content, number = line.text, line.number
    marks = [Marked(Span(m.span.start - line.start, m.span.end - line.start), m.label, m.primary) for m in marks]
    pieces = fold(content, Span(0, len(content)), room)
    wanted = _wanted(pieces, marks)
    head = f"{number + 1:>{gutter}}"
    shown_before: int | None = None
    for index in wanted:
        piece = pieces[index]
        before = "… " if (shown_before is None and index > 0) or (shown_before is not None and index > shown_before + 1) else ""
        after = " …" if index == wanted[-1] and index < len(pieces) - 1 else ""
        shown_before = index
        yield f"   {head} | {before}{visible(content[piece.start : piece.end])}{after}".rstrip()
        head = " " * gutter
        for row in _carets(content, piece, marks, paint):
            yield f"   {'':>{gutter}} | {' ' * len(before)}{row}"


def fold(content: str, line: Span, room: int) -> list[Span]:
    """The line cut into pieces of at most ``room`` columns (less four for «… »), at blanks where possible."""
    room -= 4
    if line.end - line.start <= room and width(content[line.start : line.end]) <= room:
        return [line]
    pieces: list[Span] = []
    start = line.start
    while start < line.end:
        end = min(start + room, line.end)
        if not content[start:end].isascii():
            end = _reach(content, start, line.end, room)
        if end < line.end:
            blank = max(content.rfind(" ", start + 1, end + 1), content.rfind("\t", start + 1, end + 1))
            if blank > start:
                end = blank
        end = max(end, start + 1)
        pieces.append(Span(start, end))
        start = end
        while start < line.end and content[start] in " \t":
            start += 1
    return pieces or [line]


def _reach(content: str, start: int, end: int, room: int) -> int:
    """How far a text fits in ``room`` columns."""
    at, used = start, 0
    while at < end and used + _width(content[at]) <= room:
        used += _width(content[at])
        at += 1
    return at


def _wanted(pieces: list[Span], marks: list[Marked]) -> list[int]:
    wanted: set[int] = set()
    for mark in marks:
        touched = [i for i, p in enumerate(pieces) if p.overlaps(mark.span) or (not len(mark.span) and p.start <= mark.span.start <= p.end)]
        if len(touched) > MAX_PIECES:
            half = MAX_PIECES // 2
            touched = [*touched[:half], *touched[-half:]]
        wanted.update(touched)
    return sorted(wanted)


def _carets(content: str, piece: Span, marks: list[Marked], paint: Paint) -> Iterable[str]:
    """Rows of carets under one piece; a label that does not fit beside its carets gets the next row."""
    cells: list[tuple[int, int, Marked, bool]] = []
    for mark in marks:
        start, end = max(mark.span.start, piece.start), min(mark.span.end, piece.end)
        if end > start or (not len(mark.span) and piece.start <= mark.span.start <= piece.end):
            left = width(content[piece.start : start])
            cells.append((left, max(width(content[start:end]), 1), mark, mark.span.end <= piece.end))
    rows: list[list[tuple[int, int, Marked, bool]]] = []
    for cell in cells:
        row = next((r for r in rows if _fits(r[-1], cell)), None)
        if row is None:
            rows.append([cell])
        else:
            row.append(cell)
    for row in rows:
        out, at = "", 0
        for left, size, mark, complete in row:
            text = "^" * size + (f" {mark.label}" if mark.label and complete else "")
            out += " " * (left - at) + paint(text, mark.primary)
            at = left + width(text)
        yield out


def _fits(before: tuple[int, int, Marked, bool], cell: tuple[int, int, Marked, bool]) -> bool:
    left, size, mark, complete = before
    taken = left + size + (width(mark.label) + 2 if mark.label and complete else 0)
    return cell[0] >= taken + (1 if mark.label and complete else 0)
