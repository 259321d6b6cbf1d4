"""Text and positions: lines are those of editors, spans survive derivation."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doenvermogentoets.text import LineIndex, Span, Text, TextBuilder, merge

texts = st.text(alphabet=st.sampled_from("ab\n\r\t\v\f\u2028\u0085é😀\u0301 "), max_size=60)


@given(texts)
def test_lines_end_only_at_lf_cr_and_crlf(text: str) -> None:
    index = LineIndex(text)
    assert [text[s.start : s.end] for s in index.lines()] == re.split(r"\r\n|\r|\n", text)


@given(texts)
def test_every_offset_has_one_position_and_comes_back(text: str) -> None:
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        line, column = index.position(offset)
        inside_ending = offset > index.line_span(line).end
        assert index.offset(line, column) == (index.line_span(line).end if inside_ending else offset)


def test_position_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        LineIndex("abc").position(4)


def test_positions_past_the_end_are_clipped() -> None:
    index = LineIndex("een\ntwee")
    assert index.offset(0, 99) == 3
    assert index.offset(9, 0) == 8


def test_span_arithmetic() -> None:
    assert Span(2, 5).overlaps(Span(4, 9))
    assert not Span(2, 5).overlaps(Span(5, 9))
    assert Span(2, 9).contains(Span(2, 5))
    assert Span(2, 3).to(Span(7, 9)) == Span(2, 9)
    assert merge([Span(5, 6), Span(1, 3), Span(3, 4)]) == [Span(1, 4), Span(5, 6)]
    with pytest.raises(ValueError, match="invalid"):
        Span(3, 2)


@given(st.lists(st.tuples(st.text(max_size=5), st.booleans()), max_size=12))
def test_derived_text_shows_the_same_characters_in_the_source(pieces: list[tuple[str, bool]]) -> None:
    """Kept pieces stand in the source between markup; each of their characters is found back there."""
    builder, source, kept = TextBuilder(), "", []
    for piece, keep in pieces:
        source += "<"
        if keep:
            kept.append((builder.add(piece, len(source)), piece))
            builder.add(" ")
        source += piece + ">"
    text = builder.build(source)
    for span, piece in kept:
        assert text[span] == piece
        shown = text.shown_span(span)
        if piece:
            assert source[shown.start : shown.end] == piece


def test_span_over_several_segments_covers_the_markup_between() -> None:
    builder = TextBuilder()
    builder.add("de ", 0)
    builder.add("aanvrager", 5)
    text = builder.build("de **aanvrager**")
    assert text.content == "de aanvrager"
    assert text.shown_span(Span(0, 12)) == Span(0, 14)
    assert text.shown_span(Span(3, 12)) == Span(5, 14)


def test_plain_text_is_its_own_source() -> None:
    text = Text("een\ntwee")
    assert text.shown_span(Span(4, 8)) == Span(4, 8)
    assert text.lines.position(4) == (1, 0)
