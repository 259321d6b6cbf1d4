"""Text and positions.

One immutable string per document. Every position in the engine is a half-open range of code-point offsets into that
string; lines, columns and UTF-16 units exist only where something is shown (editor, terminal, SARIF).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code-point offsets, ``start <= end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"invalid span {self.start}-{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """True when the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def to(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


class LineIndex:
    """Line starts of one text; a line ends at LF, CR or CRLF and at nothing else.

    ``str.splitlines`` also splits at U+2028, U+0085, VT and FF, which editors do not count as line ends and which text
    pasted from Word contains.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        returns = text.count("\r")
        if returns == text.count("\r\n"):  # splitting is eight times as fast as looking for every kind of line end
            lines = text.split("\n")
            self._starts = [0, *accumulate(len(line) + 1 for line in lines)]
            self._ends = [start - 1 for start in self._starts[1:]]
            del self._starts[-1]
            if returns:
                self._ends = [end - line.endswith("\r") for end, line in zip(self._ends, lines, strict=True)]
            self._ends[-1] = len(text)
        else:
            found = [m.span() for m in _LINE_END.finditer(text)]
            self._starts = [0, *[end for _, end in found]]
            self._ends = [*[start for start, _ in found], len(text)]

    @property
    def line_count(self) -> int:
        return len(self._starts)

    def line_span(self, line: int) -> Span:
        """Range of a zero-based line, without its line ending."""
        return Span(self._starts[line], self._ends[line])

    def position(self, offset: int) -> tuple[int, int]:
        """Zero-based line and column (code points) of an offset; an offset inside a line ending gives the line's end.

        Raises:
            ValueError: the offset lies outside the text.
        """
        if not 0 <= offset <= len(self._text):
            raise ValueError(f"offset {offset} outside text of {len(self._text)}")
        line = bisect_right(self._starts, offset) - 1
        return line, min(offset, self._ends[line]) - self._starts[line]

    def offset(self, line: int, column: int) -> int:
        """Offset of a zero-based line and column (code points); both are clipped to what exists."""
        if line < 0:
            return 0
        if line >= len(self._starts):
            return len(self._text)
        return min(self._starts[line] + max(column, 0), self._ends[line])

    def lines(self) -> Iterator[Span]:
        for start, end in zip(self._starts, self._ends, strict=True):
            yield Span(start, end)


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of derived text that stands, character for character, in the source.

    ``source`` is an offset into :attr:`Text.source`.
    """

    span: Span
    source: int


@dataclass(frozen=True)
class Text:
    """The text that is analysed, and where it came from.

    ``content`` is what every span refers to. For plain text it is the source itself and ``segments`` is empty. For
    Markdown and XML it is derived: ``source`` is the file's text and the segments (sorted, not overlapping) tie the two
    together. For Word ``source`` is ``None`` and there are no segments: the walk knows which run holds what.
    """

    content: str
    source: str | None = None
    segments: tuple[Segment, ...] = ()
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [s.span.start for s in self.segments])

    def __getitem__(self, span: Span) -> str:
        return self.content[span.start : span.end]

    @cached_property
    def lines(self) -> LineIndex:
        """Lines of what the user sees: the source where there is one, otherwise the derived text."""
        return LineIndex(self.content if self.source is None else self.source)

    @cached_property
    def small(self) -> str:
        """The content in small letters, of the same length: every span holds in it."""
        small = self.content.lower()
        if len(small) != len(self.content):  # «İ» becomes two code points
            small = "".join(low if len(low := c.lower()) == 1 else c for c in self.content)
        return small

    def segments_in(self, span: Span) -> Iterator[Segment]:
        """The segments that share a code point with ``span``, in order."""
        i = max(bisect_right(self._starts, span.start) - 1, 0)
        while i < len(self.segments) and self.segments[i].span.start < span.end:
            if self.segments[i].span.overlaps(span):
                yield self.segments[i]
            i += 1

    def shown_span(self, span: Span) -> Span:
        """The span in the coordinates of :attr:`lines`: the source file for text formats, ``content`` otherwise."""
        if self.source is None or not self.segments:
            return span
        inside = list(self.segments_in(span))
        if not inside:
            i = max(bisect_right(self._starts, span.start) - 1, 0)
            segment = self.segments[i]
            at = segment.source + min(max(span.start - segment.span.start, 0), len(segment.span))
            return Span(at, at)
        first, last = inside[0], inside[-1]
        start = first.source + max(span.start - first.span.start, 0)
        end = last.source + min(span.end, last.span.end) - last.span.start
        return Span(start, max(start, end))


class TextBuilder:
    """Builds a derived :class:`Text` piece by piece, remembering the source of each piece."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def add(self, piece: str, source: int | None = None) -> Span:
        """Append ``piece``; without ``source`` it is text of our own (a line break, a space)."""
        span = Span(self._length, self._length + len(piece))
        if piece:
            self._parts.append(piece)
            self._length = span.end
            if source is not None:
                self._segments.append(Segment(span, source))
        return span

    def build(self, source: str | None = None) -> Text:
        return Text("".join(self._parts), source, tuple(self._segments))


def merge(spans: Iterable[Span]) -> list[Span]:
    """Sorted spans with touching and overlapping ones joined."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = out[-1].to(span)
        else:
            out.append(span)
    return out
