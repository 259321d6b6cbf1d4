"""Plain text: the text is the file itself, one paragraph per line, or per run of lines when the file is hard-wrapped."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from pathlib import Path

from doenvermogentoets.document import STRUCK, Comment, Paragraph, Source, Unread
from doenvermogentoets.readers.files import decode, load, refuse_long
from doenvermogentoets.readers.struck import find_struck, find_underlining
from doenvermogentoets.readers.wrap import continues, is_wrapped
from doenvermogentoets.text import Span, Text, TextBuilder, merge

COMMENT = re.compile(
    r"<!--(?P<html>.{0,5000}?)-->|^[ \t]*%+(?P<line>[ \t]*doenvermogentoets[ \t]*:[^\r\n]*)", re.DOTALL | re.MULTILINE | re.IGNORECASE
)
"""A comment: an HTML comment (for the tool or for colleagues), or a line ``% doenvermogentoets: ...``. It is no text of the draft."""


def find_comments(content: str) -> list[re.Match[str]]:
    """The comments in plain text or Markdown, in order."""
    return list(COMMENT.finditer(content)) if "<!--" in content or "%" in content else []


def comment_text(match: re.Match[str]) -> str:
    """What a comment says, without its marks."""
    return (match["html"] if match["html"] is not None else match["line"]).strip()


def outside(content: str, line: Span, cuts: Sequence[Span], first: int) -> tuple[list[Span], int, bool]:
    """What a line holds beside comments, each piece without white space around it.

    Args:
        cuts: the comments, in order.
        first: index of the first of them that may touch the line.

    Returns:
        The pieces, the index to begin with at the next line, and whether a comment touches this one.
    """
    while first < len(cuts) and cuts[first].end <= line.start:
        first += 1
    pieces = [(line.start, line.end)]
    i = first
    while i < len(cuts) and cuts[i].start < line.end:
        start, end = pieces.pop()
        pieces += [(start, max(start, cuts[i].start)), (min(end, cuts[i].end), end)]
        i += 1
    bare = [Span(s + len(p) - len(p.lstrip()), s + len(p.rstrip())) for s, e in pieces if (p := content[s:e]).strip()]
    return bare, first, i > first


def read(path: Path) -> Source:
    """Read a text file.

    Raises:
        UserError: see :func:`~doenvermogentoets.readers.files.load` and :func:`~doenvermogentoets.readers.files.decode`.
    """
    return parse(decode(load(path), str(path)), path.name, path)


def parse(content: str, name: str, path: Path | None = None) -> Source:
    """Plain text from memory; the text is kept as it is, line ends included.

    Raises:
        UserError: see :func:`~doenvermogentoets.readers.files.refuse_long`.
    """
    refuse_long(content, str(path or name))
    found = find_comments(content)
    struck = find_struck(content, [Span(*m.span()) for m in found])
    text, at = _without(content, [*struck, *find_underlining(content)] if struck else [])
    comments = tuple(Comment(comment_text(m), Span(*m.span()), at(m.start())) for m in found)
    content = text.content
    spans = _lines(content, Text(content), [Span(at(c.source.start), at(c.source.end)) for c in comments])
    shown = [content[s.start : s.end] if s is not None else "" for s in spans]
    if is_wrapped(shown):
        spans = _joined(spans, shown)
    paragraphs = tuple(Paragraph(span) for span in spans if span is not None)
    unread = (Unread(STRUCK, len(struck)),) if struck else ()
    return Source(name=name, format="txt", text=text, paragraphs=paragraphs, path=path, unread=unread, comments=comments)


def _without(content: str, cuts: Sequence[Span]) -> tuple[Text, Callable[[int], int]]:
    """The text without what was struck, and where a place in the file comes in it; the file itself where nothing was."""
    if not cuts:
        return Text(content), lambda offset: offset
    builder = TextBuilder()
    kept: list[tuple[int, int]] = []
    at, spaced = 0, False
    for cut in [*merge(cuts), Span(len(content), len(content))]:
        # one space of the two around a struck passage
        start = at + (spaced and content[at : at + 1] == " " and at < cut.start)
        kept.append((start, len(builder)))
        builder.add(content[start : cut.start], start)
        spaced = content[start : cut.start][-1:] == " " or (spaced and start == cut.start)
        at = cut.end

    def place(offset: int) -> int:
        i = max(bisect_right(kept, offset, key=lambda pair: pair[0]) - 1, 0)
        end = kept[i + 1][1] if i + 1 < len(kept) else len(builder)
        return min(kept[i][1] + max(offset - kept[i][0], 0), end)

    return builder.build(content), place


def _lines(content: str, text: Text, comments: Sequence[Span]) -> list[Span | None]:
    """Each line without white space around it and without comments; ``None`` for an empty one."""
    spans: list[Span | None] = []
    at = 0
    for line in text.lines.lines():
        bare, at, _ = outside(content, line, comments, at)
        spans += bare or [None]
    return spans


def _joined(spans: list[Span | None], shown: list[str]) -> list[Span | None]:
    width = max(map(len, shown))
    out: list[Span | None] = []
    before = ""
    for span, line in zip(spans, shown, strict=True):
        last = out[-1] if out else None
        if span is not None and last is not None and before and continues(before, line, width):
            out[-1] = last.to(span)
        else:
            out.append(span)
        before = line
    return out
