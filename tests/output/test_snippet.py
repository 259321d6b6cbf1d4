from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from doenvermogentoets.output.clean import REPLACEMENT, for_xml, one_line, visible
from doenvermogentoets.output.snippet import Marked, fold, marked_lines, snippet_of, width
from doenvermogentoets.text import LineIndex, Span

LONG = (
    "2. " + " ".join(f"woord{i}" for i in range(40)) + " vervalt " + " ".join(f"verder{i}" for i in range(40)) + " binnen twee weken einde"
)


def show(content: str, *marks: Marked, columns: int = 80) -> list[str]:
    shown = marked_lines(content, LineIndex(content), [mark.span for mark in marks])
    return snippet_of(shown, marks, columns, lambda text, _: text)


def marked(content: str, words: str, label: str = "", *, primary: bool = True) -> Marked:
    at = content.index(words)
    return Marked(Span(at, at + len(words)), label, primary)


def test_carets_stand_under_the_words() -> None:
    content = "een\ntwee drie vier\n"
    assert show(content, marked(content, "drie", "hier")) == ["   2 | twee drie vier", "     |      ^^^^ hier"]


def test_long_line_is_folded_and_only_pieces_with_words_are_shown() -> None:
    lines = show(LONG, marked(LONG, "vervalt"), marked(LONG, "binnen twee weken", "termijn", primary=False))
    assert all(len(line) <= 80 for line in lines)
    assert [line.count("^") for line in lines] == [0, 7, 0, 17]
    assert lines[0].startswith("   1 | … ")
    assert lines[2].startswith("     | … ")
    assert lines[3].endswith("^^^^^^^^^^^^^^^^^ termijn")
    for text, carets in (lines[0:2], lines[2:4]):
        first = carets.index("^")
        assert text[first : first + carets.count("^")] in ("vervalt", "binnen twee weken")


def test_very_long_words_to_mark_are_shown_by_their_ends() -> None:
    lines = show(LONG, Marked(Span(0, len(LONG)), "lange zin"))
    assert len(lines) == 8
    assert lines[-1].endswith("^ lange zin")


def test_several_lines_are_shown_by_their_ends() -> None:
    content = "\n".join(f"regel {i}" for i in range(9))
    assert show(content, Marked(Span(0, len(content)), "alles")) == [
        "   1 | regel 0",
        "     | ^^^^^^^",
        "     …",
        "   9 | regel 8",
        "     | ^^^^^^^ alles",
    ]


def test_labels_that_would_collide_get_rows_of_their_own() -> None:
    content = "aa bb"
    assert show(content, marked(content, "aa", "eerste"), marked(content, "bb", "tweede", primary=False)) == [
        "   1 | aa bb",
        "     | ^^ eerste",
        "     |    ^^ tweede",
    ]


def test_wide_and_combining_characters_keep_the_carets_in_place() -> None:
    content = "漢字 e\u0301\u0301 x"
    assert width("漢字") == 4
    assert show(content, marked(content, "x")) == [f"   1 | {content}", "     |        ^"]


def test_an_empty_place_gets_one_caret() -> None:
    assert show("abc", Marked(Span(1, 1))) == ["   1 | abc", "     |  ^"]


@given(st.text(alphabet="ab \t漢\u0301", max_size=300), st.integers(30, 90))
def test_folding_keeps_every_visible_character_in_order(content: str, room: int) -> None:
    pieces = fold(content, Span(0, len(content)), room)
    assert "".join(content[p.start : p.end] for p in pieces).replace(" ", "").replace("\t", "") == content.replace(" ", "").replace(
        "\t", ""
    )
    assert all(a.end <= b.start for a, b in pairwise(pieces))
    assert all(width(content[p.start : p.end]) <= room - 4 or len(p) == 1 for p in pieces)


def test_what_a_terminal_would_obey_is_shown_instead() -> None:
    assert visible("a\x1b[31m\u202eb\tc") == f"a{REPLACEMENT}[31m{REPLACEMENT}b c"
    assert one_line(" a\r\n\n b ") == "a b"
    assert for_xml("a\x00\ufffe\nb") == f"a{REPLACEMENT}{REPLACEMENT}\nb"
