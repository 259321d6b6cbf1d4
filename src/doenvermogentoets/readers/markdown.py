"""Markdown: the text without its markup, every character tied to its place in the file.

A scanner of our own: parsers of Markdown give positions per block at best, and drafts converted from elsewhere break the
rules («###Artikel 1» without a space) in ways that must still be read.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from doenvermogentoets.document import STRUCK, Comment, Paragraph, Source, UnitKind, Unread
from doenvermogentoets.readers.files import decode, load, refuse_long
from doenvermogentoets.readers.struck import find_struck
from doenvermogentoets.readers.txt import comment_text, find_comments, outside
from doenvermogentoets.readers.wrap import continues, is_wrapped
from doenvermogentoets.text import LineIndex, Span, TextBuilder

_HEADING = re.compile(r"(#{1,6})[ \t]*(?=[^#\s])")
_HEADING_END = re.compile(r"[ \t]+#+[ \t]*$")
_BULLET = re.compile(r"([-+*])[ \t]+(?=\S)")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_FENCE = re.compile(r"(?:```+|~~~+)[\w ]*$")
_RULE = re.compile(r"(?:[-*_][ \t]*){3,}$")
_UNDERLINE = re.compile(r"(=+|-+)$")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$")
_BOLD_LINE = re.compile(r"(\*\*|__)([^*_]{1,140})\1$")
_INLINE = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<image>!\[[^\]\n]{0,500}\]\([^)\n]{0,1000}\))"
    r"|(?P<link>\]\([^)\s]{0,1000}(?:[ \t]+\"[^\"\n]{0,200}\")?\))"
    r"|(?P<open>\[)"
    r"|(?P<tag></?[a-zA-Z][a-zA-Z0-9]{0,15}(?:[ \t/][^<>]{0,500})?>)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});)"
    r"|(?P<ticks>`+)"
    r"|(?P<stars>\*+|_+|~~)"
    r"|(?P<space>[ \t]{2,}|\t)"
)


@dataclass(slots=True)
class _Block:
    """A paragraph of Markdown: the ranges of its lines, and what its markup says."""

    pieces: list[Span]
    kind: UnitKind | None = None
    level: int | None = None
    label: str = ""
    part: str = "body"
    blank_before: bool = False


def read(path: Path) -> Source:
    """Read a Markdown file.

    Raises:
        UserError: see :func:`~doenvermogentoets.readers.files.load` and :func:`~doenvermogentoets.readers.files.decode`.
    """
    return parse(decode(load(path), str(path)), path.name, path)


def parse(content: str, name: str, path: Path | None = None) -> Source:
    """Markdown from memory.

    Raises:
        UserError: see :func:`~doenvermogentoets.readers.files.refuse_long`.
    """
    refuse_long(content, str(path or name))
    found = find_comments(content)
    blocks, unread = _blocks(content, [Span(*m.span()) for m in found])
    struck = find_struck(content, [Span(*m.span()) for m in found])
    builder = TextBuilder()
    paragraphs = []
    starts: list[tuple[int, int]] = []
    images = 0
    for block in blocks:
        if len(builder):
            builder.add("\n\n" if block.blank_before else "\n")
        start = len(builder)
        starts.append((block.pieces[0].start, start))
        for i, piece in enumerate(block.pieces):
            if i:
                builder.add(" ")
            images += _inline(content, piece, builder, struck)
        if len(builder) > start:
            paragraphs.append(Paragraph(Span(start, len(builder)), block.label, block.kind, block.level, block.part))
    text = builder.build(content)
    if images:
        unread.append(Unread("afbeelding", images))
    if struck:
        unread.append(Unread(STRUCK, len(struck)))
    comments = tuple(Comment(comment_text(m), Span(*m.span()), _position(starts, m.start(), len(text.content))) for m in found)
    trimmed = tuple(p for p in (_trim(p, text.content) for p in paragraphs) if p is not None)
    return Source(name=name, format="md", text=text, paragraphs=trimmed, path=path, unread=tuple(unread), comments=comments)


def _position(starts: list[tuple[int, int]], source: int, end: int) -> int:
    """Where the first paragraph after a place in the file starts in the text."""
    at = bisect_left(starts, source, key=lambda start: start[0])
    return starts[at][1] if at < len(starts) else end


def _trim(paragraph: Paragraph, content: str) -> Paragraph | None:
    piece = content[paragraph.span.start : paragraph.span.end]
    bare = piece.strip()
    if not bare:
        return None
    start = paragraph.span.start + len(piece) - len(piece.lstrip())
    return Paragraph(Span(start, start + len(bare)), paragraph.label, paragraph.kind, paragraph.level, paragraph.part)


def _blocks(content: str, comments: list[Span]) -> tuple[list[_Block], list[Unread]]:
    unread: list[Unread] = []
    lines = list(LineIndex(content).lines())
    first = _after_front_matter(content, lines)
    if first:
        unread.append(Unread("metagegevens bovenaan het bestand (front matter)"))
    pieces = _without_comments(content, lines[first:], comments)
    shown = [content[s.start : s.end] if s is not None else "" for s in pieces]
    prose = [line if not line.startswith(("#", "|", ">", "```")) else "" for line in shown]
    width = max(map(len, prose), default=0) if is_wrapped(prose) else 0
    blocks: list[_Block] = []
    blank = True
    before = ""
    for span, line, plain in zip(pieces, shown, prose, strict=True):
        if span is None or _FENCE.match(line):
            blank = True
            before = ""
            continue
        if _is_rule(line, blocks, blank):
            before = ""
            continue
        if width and before and plain and not blank and not _BULLET.match(line) and continues(before, plain, width):
            blocks[-1].pieces.append(span)
        else:
            blocks.append(_block(span, line, blank))
        before = plain
        blank = False
    return blocks, unread


def _is_rule(line: str, blocks: list[_Block], blank: bool) -> bool:
    """A line of marks only: a horizontal rule, the rule below a table's head, or the underlining of a heading."""
    if (
        line[0] in "=-"
        and _UNDERLINE.match(line)
        and blocks
        and not blank
        and blocks[-1].kind is None
        and blocks[-1].part == "body"
        and len(line) > 2
    ):
        blocks[-1].kind, blocks[-1].level = UnitKind.KOP, 0 if line[0] == "=" else 1
        return True
    if line[0] in "-*_" and _RULE.match(line):
        return True
    return "-" in line and "|" in line and bool(_TABLE_RULE.match(line))


def _block(span: Span, line: str, blank: bool) -> _Block:
    block = _Block([span], blank_before=blank)
    at = span.start
    match = _QUOTE.match(line)
    if match is not None:
        at += match.end()
        line = line[match.end() :]
    match = _HEADING.match(line)
    if match is not None:
        end = _HEADING_END.search(line)
        block.kind, block.level = UnitKind.KOP, len(match[1]) - 1
        block.pieces = [Span(at + match.end(), at + (end.start() if end else len(line)))]
        return block
    if line.startswith("|"):
        block.part = "table"
        return block
    match = _BULLET.match(line)
    if match is not None:
        block.label = "–"
        block.pieces = [Span(at + match.end(), span.end)]
        return block
    if _BOLD_LINE.match(line) and blank:
        block.kind, block.level = UnitKind.KOP, 6
    block.pieces = [Span(at, span.end)]
    return block


def _after_front_matter(content: str, lines: list[Span]) -> int:
    """Index of the first line after a YAML block between ``---`` lines at the top; 0 if there is none."""
    if not lines or content[lines[0].start : lines[0].end].strip() != "---":
        return 0
    for i, line in enumerate(lines[1:80], start=1):
        text = content[line.start : line.end].strip()
        if text in ("---", "..."):
            return i + 1
        if text and ":" not in text and not text.startswith(("-", "#")):
            return 0
    return 0


def _without_comments(content: str, lines: list[Span], comments: list[Span]) -> list[Span | None]:
    """Lines without white space around them and without comments; ``None`` for an empty line, nothing for a line of comment only."""
    out: list[Span | None] = []
    at = 0
    for line in lines:
        bare, at, commented = outside(content, line, comments, at)
        out += bare or ([] if commented else [None])
    return out


def _inline(content: str, piece: Span, builder: TextBuilder, struck: Sequence[Span]) -> int:
    """Add a line without its markup and without what is struck; returns the number of images left out."""
    drop = _emphasis(content, piece)
    images = 0
    first = bisect_right(struck, piece.start, key=lambda span: span.end)
    for cut in struck[first:]:
        if cut.start >= piece.end:
            break
        if cut.start > piece.start:
            images += _marked(content, Span(piece.start, cut.start), builder, drop)
        at = min(cut.end, piece.end)
        # one space of the two around it
        at += content[at : at + 1] == " " and content[max(cut.start - 1, 0) : cut.start] in (" ", "\n", "") and at < piece.end
        piece = Span(at, piece.end)
    return images + _marked(content, piece, builder, drop)


def _marked(content: str, piece: Span, builder: TextBuilder, drop: set[int]) -> int:
    """Add a stretch of a line without its markup; returns the number of images left out."""
    images = 0
    at = piece.start
    depth = 0
    for match in _INLINE.finditer(content, piece.start, piece.end):
        start, end = match.span()
        if start < at:
            continue
        kind = match.lastgroup
        keep: str | None
        if kind == "escape":
            builder.add(content[at:start], at)
            at = start + 1
            continue
        if kind == "open":
            if content.find("](", start, min(piece.end, start + 600)) < 0:
                continue
            depth += 1
            keep = None
        elif kind == "link":
            if not depth:
                continue
            depth -= 1
            keep = None
        elif kind == "entity":
            keep = html.unescape(match[0])
            if keep == match[0]:
                continue
        elif kind == "stars":
            if start not in drop:
                continue
            keep = None
        elif kind == "space":
            keep = " "
        elif kind == "tag":
            keep = " " if match[0].lower().startswith("<br") else None
        else:
            images += kind == "image"
            keep = None
        builder.add(content[at:start], at)
        if keep:
            builder.add(keep, start)
        at = end
    builder.add(content[at : piece.end], at)
    return images


_RUN = re.compile(r"\*+|_+|~~")


def _emphasis(content: str, piece: Span) -> set[int]:
    """Starts of the runs of ``*``, ``_`` and ``~~`` that are markup: an opening run with a closing one after it."""
    opened: dict[str, list[int]] = {}
    drop: set[int] = set()
    for match in _RUN.finditer(content, piece.start, piece.end):
        start, end = match.span()
        mark = match[0]
        if start and content[start - 1] == "\\":
            continue
        before = content[start - 1] if start > piece.start else " "
        after = content[end] if end < piece.end else " "
        opens, closes = not after.isspace(), not before.isspace()
        if mark[0] == "_":
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        waiting = opened.setdefault(mark, [])
        if closes and waiting:
            drop.update((waiting.pop(), start))
        elif opens:
            waiting.append(start)
    return drop
