"""From places in the documents to the quotes of the report: words, what the place is called, and the line."""

from __future__ import annotations

import hashlib
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from doenvermogentoets.document import UnitKind
from doenvermogentoets.report.model import Quote, Side
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span

if TYPE_CHECKING:
    from doenvermogentoets.analysis import DossierAnalysis
    from doenvermogentoets.document import Document, Unit

LONGEST_QUOTE = 420
"""Characters of a quote; longer words are cut in the middle, at a space."""


def even(text: str) -> str:
    """The text on one line, as it may stand in any file: white space made even, no invisible marks, «�» for control characters.

    Invisible marks (soft hyphens, marks of writing direction) are left out: they can make words look other than they are.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return " ".join("".join(_shown(c) for c in text).split())


def _shown(c: str) -> str:
    if c.isprintable() or c.isspace():
        return c
    return "" if unicodedata.category(c) == "Cf" else "�"


def shortened(text: str, longest: int = LONGEST_QUOTE) -> str:
    """At most about ``longest`` characters, cut in the middle at spaces, with «…» where words are left out."""
    if len(text) <= longest:
        return text
    head, tail = text[: longest * 2 // 3], text[-(longest // 3) :]
    return f"{head[: head.rfind(' ')] if ' ' in head else head} … {tail[tail.find(' ') + 1 :]}"


_CELLS = " | "


def _is_head(document: Document, span: Span) -> bool:
    """The first row of a table: a row of tabs after a line without, or the first cell of a table of Word."""
    unit = unit_at(document, span.start)
    if unit.kind is UnitKind.TABEL:
        return span.overlaps(unit.own[0]) if unit.own else True
    content = document.text.content
    start = content.rfind("\n", 0, span.start) + 1
    before = content[content.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)]
    return "\t" not in before


def unit_at(document: Document, offset: int) -> Unit:
    """The smallest unit that an offset stands in."""
    unit = document.root
    while unit.children:
        at = bisect_right(unit.children, offset, key=lambda child: child.span.start) - 1
        if at < 0 or not unit.children[at].span.start <= offset < max(unit.children[at].span.end, unit.children[at].span.start + 1):
            return unit
        unit = unit.children[at]
    return unit


@dataclass
class Places:
    """Quotes and keys for one dossier.

    Keys are made from what is said where, not from line numbers, so that a next version of the text keeps most of them.
    """

    analysis: DossierAnalysis
    _keys: Counter[str] = field(default_factory=Counter)
    _at: dict[Quote, int] = field(default_factory=dict)

    def side(self, document: Document) -> Side:
        return "toelichting" if document is self.analysis.dossier.toelichting else "ontwerp"

    def quote(self, document: Document, span: Span, *, place: str | None = None, longest: int = LONGEST_QUOTE) -> Quote:
        """The words of a span."""
        shown = document.text.shown_span(span)
        quote = Quote(
            document=self.side(document),
            place=label(unit_at(document, span.start)) if place is None else place,
            text=shortened(
                even(document.text[span].replace("\t", _CELLS) if self.in_table(document, span) else document.text[span]), longest
            ),
            line=document.text.lines.position(shown.start)[0] + 1,
        )
        self._at.setdefault(quote, span.start)
        return quote

    def in_order(self, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        """These quotes, each once, in the order of the text."""
        return tuple(sorted(dict.fromkeys(quotes), key=lambda q: self._at.get(q, 0)))

    def in_table(self, document: Document, span: Span) -> bool:
        """Whether words of the toelichting are cells of a table, which say little without the head of their column."""
        if self.side(document) != "toelichting":
            return False
        return "\t" in document.text[span] or unit_at(document, span.start).kind is UnitKind.TABEL

    def sentences(self, document: Document, spans: Iterable[Span]) -> list[Span]:
        """Those that are sentences; only when there are none, the rows of a table without its head."""
        found = list(dict.fromkeys(spans))
        prose = [span for span in found if not self.in_table(document, span)]
        return prose or [span for span in found if not _is_head(document, span)]

    def quotes(self, document: Document, spans: Iterable[Span], most: int = 3, *, cells: bool = False) -> tuple[Quote, ...]:
        """The first few of these spans, each place and text once; ``cells`` as well, where only their place is shown."""
        found: dict[tuple[str, str], Quote] = {}
        for span in spans if cells else self.sentences(document, spans):
            quote = self.quote(document, span)
            found.setdefault((quote.place, quote.text), quote)
            if len(found) == most:
                break
        return tuple(found.values())

    def key(self, kind: str, document: Document, span: Span, *more: str) -> str:
        """A key that says what it is about and survives edits elsewhere: kind, words, and a number among equal ones."""
        words = even(document.text[span]).lower()
        digest = hashlib.sha256("\0".join((kind, self.side(document), words, *more)).encode("utf-8", "replace")).hexdigest()[:12]
        base = f"{kind}-{digest}"
        self._keys[base] += 1
        return base if self._keys[base] == 1 else f"{base}-{self._keys[base]}"

    @cached_property
    def _told(self) -> tuple[Sequence[int], Sequence[Span]]:
        explanation = self.analysis.explanation
        spans = sorted(z.span for z in explanation.zinnen) if explanation is not None else []
        return [s.start for s in spans], spans

    def told_sentence(self, span: Span) -> Span:
        """The sentence of the toelichting that a span starts in; the span itself outside sentences."""
        starts, spans = self._told
        at = bisect_right(starts, span.start) - 1
        return spans[at] if at >= 0 and span.start < spans[at].end else span

    def told(self, spans: Iterable[Span], most: int = 2) -> tuple[Quote, ...]:
        """The sentences of the toelichting around these words, each once."""
        explanation = self.analysis.explanation
        if explanation is None:
            return ()
        return self.quotes(explanation.document, dict.fromkeys(self.told_sentence(s) for s in spans), most)
