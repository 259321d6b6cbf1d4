"""What changed between two versions, and where the lines of the one stand in the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from doenvermogentoets.text import Text
from doenvermogentoets_server.edits import Edit, LineMap, between
from doenvermogentoets_server.positions import Positions

TEXT = st.text(alphabet=st.sampled_from("ab é😀\n\r\u2028"), max_size=30)
ENCODINGS = list(types.PositionEncodingKind)


def offset(positions: Positions, at: tuple[int, int]) -> int:
    return positions.shown_offset(types.Position(*at))


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(old=TEXT, new=TEXT)
def test_the_new_text_is_the_old_one_with_one_stretch_replaced(encoding: types.PositionEncodingKind, old: str, new: str) -> None:
    before, after = Positions(Text(old), encoding), Positions(Text(new), encoding)
    edit = between(before, after)
    start, end, new_end = offset(before, edit.start), offset(before, edit.old_end), offset(after, edit.new_end)
    assert old[:start] + new[start:new_end] + old[end:] == new


@given(old=TEXT, middle=TEXT, new=TEXT)
def test_places_outside_the_stretch_keep_their_character(old: str, middle: str, new: str) -> None:
    first, second = f"{old}{middle}|", f"{old}{new}|"
    before, after = (Positions(Text(t), types.PositionEncodingKind.Utf16) for t in (first, second))
    edit = between(before, after)
    last = before.shown_position(len(first) - 1)
    expected = after.shown_position(len(second) - 1)
    assert edit.moved((last.line, last.character)) == (expected.line, expected.character)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6), st.integers(0, 6)), max_size=12))
def test_a_line_that_was_not_edited_is_found_back(edits: list[tuple[int, int, int]]) -> None:
    """Lines carry their number; every edit replaces some of them by new ones without."""
    lines: list[int | None] = list(range(20))
    known = LineMap()
    for at, gone, fresh in edits:
        first = min(at, len(lines) - 1)
        last = min(first + gone, len(lines) - 1)
        known = known.then(_edit(first, last, first + fresh))
        lines[first : last + 1] = [None] * (fresh + 1)
    for now, number in enumerate(lines):
        if number is not None:
            assert known.same(now)
            assert known.then_line(now) == number
            assert known.now(number) == now
        else:
            assert not known.same(now)


def _edit(first: int, last: int, new_last: int) -> Edit:
    return Edit((first, 0), (last, 1), (new_last, 1))


def test_lines_without_an_edit_among_them_move_as_one() -> None:
    known = LineMap().then(_edit(5, 5, 7))
    assert known.moves_as_one(0, 4)
    assert known.moves_as_one(6, 9)
    assert not known.moves_as_one(3, 5)
    assert (known.now(4), known.now(6)) == (4, 8)
