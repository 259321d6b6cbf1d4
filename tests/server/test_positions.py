"""Positions of an editor and offsets of the engine, in the three encodings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from doenvermogentoets.text import LineIndex, Span, Text, TextBuilder
from doenvermogentoets_server.positions import Positions

ENCODINGS = list(types.PositionEncodingKind)
CODEC = {kind: {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[kind.value] for kind in ENCODINGS}
UNIT = {kind: {"utf-8": 1, "utf-16": 2, "utf-32": 4}[kind.value] for kind in ENCODINGS}
TEXT = st.text(alphabet=st.sampled_from("ab é́\u2028\x0b\x0c\x85\n\r😀ë"), max_size=40)


def expected(text: str, offset: int, encoding: types.PositionEncodingKind) -> types.Position:
    line, column = LineIndex(text).position(offset)
    start = LineIndex(text).line_span(line).start
    return types.Position(line, len(text[start : start + column].encode(CODEC[encoding])) // UNIT[encoding])


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=TEXT)
def test_every_offset_has_the_position_its_encoding_says(encoding: types.PositionEncodingKind, text: str) -> None:
    positions = Positions(Text(text), encoding)
    for offset in range(len(text) + 1):
        assert positions.shown_position(offset) == expected(text, offset, encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=TEXT)
def test_there_and_back(encoding: types.PositionEncodingKind, text: str) -> None:
    positions = Positions(Text(text), encoding)
    inside_crlf = {i for i in range(1, len(text)) if text[i - 1 : i + 1] == "\r\n"}
    for offset in set(range(len(text) + 1)) - inside_crlf:
        assert positions.offset(positions.shown_position(offset)) == offset


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_positions_outside_the_text_are_clipped(encoding: types.PositionEncodingKind) -> None:
    positions = Positions(Text("één\ntwee"), encoding)
    assert positions.offset(types.Position(0, 99)) == 3
    assert positions.offset(types.Position(9, 0)) == 8
    assert positions.offset(types.Position(1, 2)) == 6


def test_a_position_inside_a_surrogate_pair_is_the_character_itself() -> None:
    positions = Positions(Text("a😀b"), types.PositionEncodingKind.Utf16)
    assert positions.offset(types.Position(0, 2)) == 1
    assert positions.offset(types.Position(0, 3)) == 2


def test_derived_text_is_shown_in_its_source() -> None:
    builder = TextBuilder()
    builder.add("vet", source=2)
    builder.add(" woord", source=7)
    text = builder.build("**vet** woord")
    positions = Positions(text, types.PositionEncodingKind.Utf16)
    assert positions.range(Span(0, 9)) == types.Range(types.Position(0, 2), types.Position(0, 13))
    assert positions.offset(types.Position(0, 3)) == 1
    assert positions.offset(types.Position(0, 8)) == 4
