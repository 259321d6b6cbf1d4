"""What changed between two versions of a document, and where places of the one stand in the other."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from lsprotocol import types

from doenvermogentoets_server.positions import Positions

_LINE_END = re.compile(r"\r\n|\r(?!\n)|\n")
Place = tuple[int, int]
"""Line and character, in the encoding that was agreed with the editor."""


def place(position: types.Position) -> Place:
    return position.line, position.character


@dataclass(frozen=True, slots=True)
class Edit:
    """The one stretch in which two versions differ: it starts at the same place in both and ends at two."""

    start: Place
    old_end: Place
    new_end: Place

    def moved(self, at: Place, end: bool = False) -> Place:
        """Where a place of the old version stands in the new one; a place inside the stretch goes to its start or its end."""
        if at < self.start or (at == self.start and (end or self.start != self.old_end)):
            return at  # what was typed right before a range is no part of it, nor what was typed right after it
        if at < self.old_end:
            return self.new_end if end else self.start
        line, character = at
        if line == self.old_end[0]:
            return self.new_end[0], character - self.old_end[1] + self.new_end[1]
        return line + self.new_end[0] - self.old_end[0], character


def between(old: Positions, new: Positions) -> Edit:
    """The difference of two versions: what is left when the same beginning and the same end are taken off."""
    a, b = old.shown, new.shown
    start = _common(a, b, min(len(a), len(b)))
    if start and a[start - 1] == "\r":
        start -= 1  # a line end of two characters is not cut in two
    least = min(len(a), len(b)) - start
    end = _common_end(a, b, least)
    if end and a[len(a) - end] == "\n" and end < len(a):
        end -= 1
    return Edit(place(old.shown_position(start)), place(old.shown_position(len(a) - end)), place(new.shown_position(len(b) - end)))


def typed_line(old: str, new: str) -> int:
    """The line of the new version where the stretch that differs ends."""
    start = _common(old, new, min(len(old), len(new)))
    end = _common_end(old, new, min(len(old), len(new)) - start)
    return len(_LINE_END.findall(new, 0, len(new) - end))


def _common(a: str, b: str, most: int) -> int:
    """Length of the common beginning, of at most so many characters."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(a: str, b: str, most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if a[len(a) - middle : len(a) - low] == b[len(b) - middle : len(b) - low]:
            low = middle
        else:
            high = middle - 1
    return low


@dataclass(frozen=True, slots=True)
class _Hunk:
    """Lines ``old_first`` up to ``old_end`` were replaced by ``new_first`` up to ``new_end``."""

    old_first: int
    old_end: int
    new_first: int
    new_end: int


class LineMap:
    """Which line of an older version is which line now, after any number of edits."""

    def __init__(self, hunks: tuple[_Hunk, ...] = ()) -> None:
        self._hunks = hunks
        self._old = [h.old_first for h in hunks]
        self._new = [h.new_first for h in hunks]

    def then(self, edit: Edit) -> LineMap:
        """After one more edit."""
        first, end, grown = edit.start[0], edit.old_end[0] + 1, edit.new_end[0] - edit.old_end[0]
        before = [h for h in self._hunks if h.new_end <= first]
        inside = [h for h in self._hunks if h.new_end > first and h.new_first < end]
        after = [_Hunk(h.old_first, h.old_end, h.new_first + grown, h.new_end + grown) for h in self._hunks if h.new_first >= end]
        shift = before[-1].new_end - before[-1].old_end if before else 0
        if not inside:
            hunk = _Hunk(first - shift, end - shift, first, end + grown)
        else:
            new_first, new_end = min(first, inside[0].new_first), max(end, inside[-1].new_end)
            old_first = inside[0].old_first - (inside[0].new_first - new_first)
            old_end = inside[-1].old_end + new_end - inside[-1].new_end
            hunk = _Hunk(old_first, old_end, new_first, new_end + grown)
        return LineMap((*before, hunk, *after))

    def now(self, line: int) -> int:
        """Where a line of the older version stands now; one that was edited is looked for at the same distance."""
        i = bisect_right(self._old, line) - 1
        if i < 0:
            return line
        hunk = self._hunks[i]
        if line < hunk.old_end:
            return min(hunk.new_first + line - hunk.old_first, hunk.new_end - 1)
        return line + hunk.new_end - hunk.old_end

    def moves_as_one(self, first: int, last: int) -> bool:
        """Whether lines of the older version still follow on each other as they did; they may have moved."""
        i = bisect_right(self._old, last) - 1
        return i < 0 or self._hunks[i].old_end <= first

    def then_line(self, line: int) -> int:
        """The line of the older version that stands at this line now."""
        i = bisect_right(self._new, line) - 1
        if i < 0:
            return line
        hunk = self._hunks[i]
        if line < hunk.new_end:
            return min(hunk.old_first + line - hunk.new_first, hunk.old_end - 1)
        return line - hunk.new_end + hunk.old_end

    def same(self, line: int) -> bool:
        """Whether this line of the present version was not edited."""
        i = bisect_right(self._new, line) - 1
        return i < 0 or line >= self._hunks[i].new_end
