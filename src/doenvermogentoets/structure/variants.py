"""Wordings of which one will be chosen («[Variant A]» … «[Variant B]»): what one of them says holds for none of the others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from doenvermogentoets.document import Document, Paragraph, Unit, UnitKind
from doenvermogentoets.structure.unwritten import variant
from doenvermogentoets.text import Span


@dataclass(frozen=True, slots=True)
class _Known:
    groups: tuple[tuple[Span, ...], ...]
    flat: tuple[tuple[Span, tuple[Span, ...]], ...]  # each variant with its group, in order of place


_known: WeakKeyDictionary[Document, _Known] = WeakKeyDictionary()


def variants(document: Document) -> tuple[tuple[Span, ...], ...]:
    """The groups of alternatives in a document, each with the text of every variant, in order."""
    return _read(document).groups


def excluded_by(document: Document, place: Span) -> tuple[Span, ...]:
    """The text that does not hold where ``place`` does: the other variants of its own group; mostly nothing."""
    flat = _read(document).flat
    at = bisect_right(flat, place.start, key=lambda each: each[0].start) - 1
    if at < 0 or place.start >= flat[at][0].end:
        return ()
    own, group = flat[at]
    return tuple(span for span in group if span is not own)


def exclude_each_other(document: Document, one: Span, other: Span) -> bool:
    """Whether two places stand in two variants of one group."""
    return any(span.start <= other.start < span.end for span in excluded_by(document, one))


def _read(document: Document) -> _Known:
    known = _known.get(document)
    if known is None:
        groups = tuple(_Marks(document).groups())
        known = _known[document] = _Known(groups, tuple((span, group) for group in groups for span in group))
    return known


class _Marks:
    """The paragraphs of a document that open a variant, and how far the text under each of them goes."""

    def __init__(self, document: Document) -> None:
        self._paragraphs: Sequence[Paragraph] = [p for p in document.source.paragraphs if document.root.span.contains(p.span)]
        self._ranks = [(i, rank) for i, p in enumerate(self._paragraphs) if (rank := variant(document.text[p.span])) is not None]
        walked = list(document.root.walk()) if len(self._ranks) > 1 else []
        self._leden = sorted((u for u in walked if u.kind is UnitKind.LID), key=lambda u: u.span.start)
        self._artikelen = sorted((u for u in walked if u.kind is UnitKind.ARTIKEL), key=lambda u: u.span.start)

    def groups(self) -> Iterator[tuple[Span, ...]]:
        group: list[int] = []
        last = 0
        for i, rank in self._ranks:
            if not (group and rank == last + 1 and self._together(group[0], i)):
                if len(group) > 1:
                    yield self._spans(group)
                group = []
            if group or rank == 1:
                group.append(i)
            last = rank
        if len(group) > 1:
            yield self._spans(group)

    def _under(self, mark: int) -> Unit | None:
        """The artikel that begins right under a mark: then whole artikelen are the alternatives."""
        if mark + 1 >= len(self._paragraphs):
            return None
        under = _at(self._artikelen, self._paragraphs[mark + 1])
        heading = under.heading_span if under is not None else None
        return under if heading is not None and heading.overlaps(self._paragraphs[mark + 1].span) else None

    def _together(self, first: int, mark: int) -> bool:
        whole = [self._under(i) is not None for i in (first, mark)]
        if any(whole):
            return all(whole)
        return _at(self._artikelen, self._paragraphs[first]) is _at(self._artikelen, self._paragraphs[mark])

    def _spans(self, marks: list[int]) -> tuple[Span, ...]:
        starts = [self._paragraphs[i].span.start for i in marks]
        last = self._under(marks[-1])
        if last is None:
            leden = {_at(self._leden, self._paragraphs[i]) for i in marks}
            last = (leden.pop() if len(leden) == 1 else None) or _at(self._artikelen, self._paragraphs[marks[-1]])
        end = max(last.span.end if last is not None else 0, self._paragraphs[marks[-1]].span.end)
        return tuple(Span(a, b) for a, b in zip(starts, [*starts[1:], end], strict=True))


def _at(units: Sequence[Unit], paragraph: Paragraph) -> Unit | None:
    """The last unit that begins before a paragraph and holds it."""
    at = bisect_right(units, paragraph.span.start, key=lambda unit: unit.span.start) - 1
    return units[at] if at >= 0 and paragraph.span.start < units[at].span.end else None
