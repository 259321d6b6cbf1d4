"""What stands between ~~ is no longer text of the draft; places in the file stay right."""

from __future__ import annotations

import pytest

from doenvermogentoets import readers, structure
from doenvermogentoets.changes import reading
from doenvermogentoets.document import STRUCK
from doenvermogentoets.text import Span

TEXT = """Artikel 1

1. De houder meldt dit binnen ~~een maand~~ __drie dagen__ aan het college.
2. ~~Het college kan hiervan afwijken.~~
__2. Het college legt een boete op.__

<!-- ~~een opmerking~~ -->
"""


@pytest.mark.parametrize("kind", ["txt", "md"])
def test_struck_words_are_gone_and_the_others_keep_their_place(kind: str) -> None:
    source = readers.read_text(TEXT, f"stuk.{kind}", kind)
    shown = [source.text[p.span] for p in source.paragraphs]
    assert shown == ["Artikel 1", "1. De houder meldt dit binnen drie dagen aan het college.", "2. Het college legt een boete op."]
    assert [(u.what, u.count) for u in source.unread] == [(STRUCK, 2)]
    for words in ("binnen", "drie dagen", "een boete"):
        at = source.text.content.index(words)
        place = source.text.shown_span(Span(at, at + len(words)))
        assert TEXT[place.start : place.end] == words
    (comment,) = source.comments
    assert TEXT[comment.source.start : comment.source.end] == "<!-- ~~een opmerking~~ -->"
    assert 0 <= comment.position <= len(source.text.content)
    assert list(reading([structure.build(source)])) == [f"stuk.{kind}: doorgehaalde tekst is gelezen alsof zij is geschrapt."]


@pytest.mark.parametrize("kind", ["txt", "md"])
@pytest.mark.parametrize("line", ["1. De prijs is ~~ € 5 per dag.", "1. De ~~ houder ~~ meldt dit.", "1. Binnen ~ 5 dagen."])
def test_loose_marks_strike_nothing(kind: str, line: str) -> None:
    source = readers.read_text(f"Artikel 1\n\n{line}\n", f"stuk.{kind}", kind)
    assert not source.unread
    assert source.text[source.paragraphs[-1].span].count("~") == line.count("~")


def test_underscores_stay_where_nothing_is_struck() -> None:
    source = readers.read_text("Artikel 1\n\n1. De houder vult __naam__ in.\n", "stuk.txt", "txt")
    assert source.text.content.count("__") == 2
