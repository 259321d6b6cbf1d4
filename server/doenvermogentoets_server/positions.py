"""Between the engine's code-point offsets and the positions of an editor, in the encoding that was agreed with it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from lsprotocol import types

from doenvermogentoets.text import LineIndex, Span, Text

_WIDE = {
    types.PositionEncodingKind.Utf8: re.compile("[^\x00-\x7f]"),
    types.PositionEncodingKind.Utf16: re.compile("[\U00010000-\U0010ffff]"),
}


def _all_narrow(text: str, encoding: types.PositionEncodingKind) -> bool:
    """Whether every character counts for one; much quicker than looking for one that does not."""
    if encoding is types.PositionEncodingKind.Utf8:
        return text.isascii()
    if encoding is types.PositionEncodingKind.Utf16:
        return len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)
    return True


def _units(char: str, encoding: types.PositionEncodingKind) -> int:
    if encoding is types.PositionEncodingKind.Utf8:
        return len(char.encode("utf-8", "surrogatepass"))
    return 2 if encoding is types.PositionEncodingKind.Utf16 else 1


class Positions:
    """Converts for one version of one document.

    Args:
        text: the text as the engine knows it; editors see :attr:`~doenvermogentoets.text.Text.source` where there is one.
        encoding: what a character of an editor's position counts.
    """

    def __init__(self, text: Text, encoding: types.PositionEncodingKind) -> None:
        self._text = text
        self._shown = text.content if text.source is None else text.source
        self._lines: LineIndex = text.lines
        wide = [] if _all_narrow(self._shown, encoding) else list(_WIDE[encoding].finditer(self._shown))
        self._wide_at = [m.start() for m in wide]
        # extra units (beyond one per code point) of the first n wide characters
        self._extra = [0, *accumulate(_units(m.group(), encoding) - 1 for m in wide)]
        by_source = sorted(text.segments, key=lambda s: s.source)
        self._segments = by_source if text.source is not None else []
        self._segment_starts = [s.source for s in self._segments]

    @property
    def shown(self) -> str:
        """The text as the editor has it."""
        return self._shown

    @property
    def line_count(self) -> int:
        return self._lines.line_count

    def line_text(self, first: int, end: int) -> str:
        """Lines ``first`` up to ``end``, the last without its line ending."""
        return self._shown[self._lines.line_span(first).start : self._lines.line_span(end - 1).end] if first < end else ""

    def _extra_before(self, offset: int) -> int:
        return self._extra[bisect_left(self._wide_at, offset)]

    def shown_position(self, offset: int) -> types.Position:
        """The editor's position of an offset in the shown text (not in the engine's)."""
        line, column = self._lines.position(offset)
        start = offset - column
        if (end := self._lines.line_span(line).end) < offset:
            start = end - column
        return types.Position(line, column + self._extra_before(start + column) - self._extra_before(start))

    def shown_range(self, span: Span) -> types.Range:
        return types.Range(self.shown_position(span.start), self.shown_position(span.end))

    def range(self, span: Span) -> types.Range:
        """The editor's range of a span in the engine's text."""
        return self.shown_range(self._text.shown_span(span))

    def shown_offset(self, position: types.Position) -> int:
        """Offset in the shown text of an editor's position; what lies outside a line or the text is clipped to it."""
        if position.line >= self._lines.line_count:
            return len(self._shown)
        line = self._lines.line_span(max(position.line, 0))
        base = self._extra_before(line.start)
        # units grow with the offset, so the last offset that does not lie beyond the wanted character is the one
        found = bisect_right(
            range(line.start, line.end + 1), position.character, key=lambda o: o - line.start + self._extra_before(o) - base
        )
        return line.start + max(found - 1, 0)

    def offset(self, position: types.Position) -> int:
        """Offset in the engine's text of an editor's position; between two derived pieces the nearest one before it."""
        shown = self.shown_offset(position)
        if self._text.source is None:
            return shown
        if not self._segments:
            return shown
        i = max(bisect_right(self._segment_starts, shown) - 1, 0)
        segment = self._segments[i]
        return segment.span.start + min(max(shown - segment.source, 0), len(segment.span))

    def start_of_line(self, offset: int) -> int:
        """Offset of the start of the line that an offset of the shown text stands on."""
        return self._lines.line_span(self._lines.position(offset)[0]).start
