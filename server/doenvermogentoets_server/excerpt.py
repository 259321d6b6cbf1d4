"""The part of a dossier that is read again after a key: the artikel or paragraph that changed, and what it must be read with.

An excerpt is a text of its own, made of whole lines of the draft, that the engine reads like any other draft. What belongs to an artikel
beside itself: the headings above it, the definitions of the words in it, the hardship clause, the provisions it refers to and that refer to
it, and what the toelichting says of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from doenvermogentoets.document import Document, DocumentKind, Source, Unit, UnitKind
from doenvermogentoets.text import Span
from doenvermogentoets_server.checking import Outcome, View, by_citation
from doenvermogentoets_server.positions import Positions

LARGEST = 12_000
"""Characters of the changed part; a larger one is read with the whole."""
_CONTEXT = 2_500  # characters of what is read with it
_ONE = 1_000  # characters of one piece of that
_BLOCKS = frozenset(
    {
        UnitKind.ARTIKEL,
        UnitKind.LID,
        UnitKind.ONDERDEEL,
        UnitKind.WIJZIGINGSONDERDEEL,
        UnitKind.OPSCHRIFT,
        UnitKind.AANHEF,
        UnitKind.CONSIDERANS,
        UnitKind.ALINEA,
        UnitKind.TABEL,
        UnitKind.NOOT,
        UnitKind.SLOTFORMULIER,
    }
)
_COMMENT = re.compile(r"\s*(?:<!--|%)")


@dataclass(frozen=True, slots=True)
class Block:
    """An artikel, an amending instruction or a paragraph, with the empty lines after it: lines ``first`` up to ``end``."""

    first: int
    end: int
    unit: Unit
    document: Document


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines ``first`` up to ``end`` of the last version that was read as a whole."""

    first: int
    end: int


class Layout:
    """Where the blocks of a document lie, and what belongs with each; made once per version that was read as a whole."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._positions = view.positions

    @cached_property
    def blocks(self) -> Sequence[Block]:
        """In order of lines."""
        found: list[tuple[int, int, Unit, Document]] = []
        stops: set[int] = set()
        for document in self.view.documents:
            for unit in _blocks(document.root):
                lines = self.lines(unit.span)
                found.append((lines.first, lines.end, unit, document))
            stops |= {self.lines(u.heading_span).first for u in document.root.walk() if u.heading_span is not None}
        found.sort(key=lambda b: b[0])
        starts = sorted(stops | {b[0] for b in found})
        out: list[Block] = []
        for first, end, unit, document in found:
            if out and first < out[-1].end:
                continue  # two units on one line are read as the first
            at = bisect_left(starts, max(end, first + 1))
            limit = starts[at] if at < len(starts) else self._positions.line_count
            out.append(Block(first, self._upto_comment(end, limit), unit, document))
        return out

    def _upto_comment(self, end: int, limit: int) -> int:
        """What is empty belongs to what precedes it, a comment to what follows."""
        line = end
        while line < limit and not _COMMENT.match(self._positions.line_text(line, line + 1)):
            line += 1
        return line

    @cached_property
    def _firsts(self) -> Sequence[int]:
        return [b.first for b in self.blocks]

    @cached_property
    def wrapped(self) -> bool:
        return is_wrapped(self.view.documents[0].source)

    def at(self, first: int, last: int) -> Sequence[Block]:
        """The blocks that cover two lines and all between; none when a line is in no block."""
        i, j = bisect_right(self._firsts, first) - 1, bisect_right(self._firsts, last) - 1
        if i < 0 or first >= self.blocks[i].end or last >= self.blocks[j].end:
            return ()
        return self.blocks[i : j + 1]

    def lines(self, span: Span) -> Lines:
        """The lines that a span of the engine's text covers."""
        found = self._positions.range(span)
        last = found.end.line - (found.end.character == 0 and found.end.line > found.start.line)
        return Lines(found.start.line, last + 1)

    def size(self, lines: Lines) -> int:
        return len(self._positions.line_text(lines.first, min(lines.end, self._positions.line_count)))


def is_wrapped(source: Source) -> bool:
    """Whether the lines of a file are parts of paragraphs."""
    return any("\n" in source.text.content[p.span.start : p.span.end] for p in source.paragraphs)


def _blocks(unit: Unit) -> Iterator[Unit]:
    for child in unit.children:
        parts = [c for c in child.children if c.kind is UnitKind.WIJZIGINGSONDERDEEL]
        if child.kind in _BLOCKS and not parts:
            yield child
        else:
            yield from _blocks(child)


class Atlas:
    """The layouts of a dossier, and who speaks of whom in it."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.layouts: dict[str, Layout] = {uri: Layout(view) for uri, view in outcome.views.items() if view.documents}

    @cached_property
    def cited(self) -> Mapping[str, Sequence[tuple[Document, int]]]:
        return by_citation(self.outcome)

    def home(self, document: Document) -> str | None:
        """The open document that a document of the dossier stands in."""
        return next((uri for uri, layout in self.layouts.items() if any(d is document for d in layout.view.documents)), None)

    def lines(self, unit: Unit) -> tuple[str, Lines] | None:
        document = self.outcome.document_of(unit)
        uri = self.home(document) if document is not None else None
        return (uri, self.layouts[uri].lines(unit.span)) if uri is not None else None


@dataclass(frozen=True, slots=True)
class Frame:
    """What an excerpt is made of, in lines of the version that was read as a whole.

    Attributes:
        uri: the document that changed.
        blocks: what is read again.
        parts: per document of the dossier the lines, in order; the changed ones are among them.
        terms: the defined terms whose definitions are among them.
    """

    uri: str
    blocks: Sequence[Block]
    parts: Mapping[str, Sequence[Lines]]
    terms: frozenset[str]

    @property
    def region(self) -> Lines:
        return Lines(self.blocks[0].first, self.blocks[-1].end)


def terms_in(outcome: Outcome, text: str) -> frozenset[str]:
    """The defined terms that occur in a text."""
    lowered = text.lower()
    return frozenset(term for term in outcome.definitions if term in lowered)


def frame(atlas: Atlas, uri: str, blocks: Sequence[Block], terms: frozenset[str]) -> Frame:
    """Choose what some blocks are read with."""
    chosen = _Chosen(atlas, uri, Lines(blocks[0].first, blocks[-1].end))
    for block in blocks:
        chosen.headings(block.document, block.unit)
    document = blocks[0].document
    if document is atlas.outcome.bill and document.kind is not DocumentKind.TOELICHTING:
        for term in sorted(terms):
            chosen.definition(atlas.outcome.definitions[term].unit, atlas.outcome.definitions[term].span)
        for unit in [*atlas.outcome.hardship[:2], *_referred(document, blocks)]:
            chosen.unit(unit)
        for number in {u.number for b in blocks if (u := b.unit.artikel) is not None}:
            for where, offset in atlas.cited.get(number, ())[:8]:
                chosen.around(where, offset)
    else:
        chosen.neighbours(blocks)
        for number in _numbers(document, blocks):
            artikel = atlas.outcome.find(number)
            if artikel is not None:
                chosen.unit(artikel)
        chosen.something_of_the_bill()
    return Frame(uri, tuple(blocks), chosen.parts(), terms)


def _referred(document: Document, blocks: Sequence[Block]) -> list[Unit]:
    inside = Span(blocks[0].unit.span.start, blocks[-1].unit.span.end)
    return [u for r in document.references if inside.contains(r.span) for u in r.units[:2]][:6]


def _numbers(document: Document, blocks: Sequence[Block]) -> list[str]:
    inside = Span(blocks[0].unit.span.start, blocks[-1].unit.span.end)
    targets = (t for r in document.references if inside.contains(r.span) for t in r.targets)
    return list(dict.fromkeys(t.artikel for t in targets if t.artikel is not None and t.regeling is None))[:4]


class _Chosen:
    """Lines that were chosen, within a measure."""

    def __init__(self, atlas: Atlas, uri: str, region: Lines) -> None:
        self._atlas = atlas
        self._uri = uri
        self._region = region
        self._lines: dict[str, set[int]] = {uri: set(range(region.first, region.end))}
        self._left = _CONTEXT

    def _add(self, uri: str, lines: Lines, *, always: bool = False) -> bool:
        taken = self._lines.setdefault(uri, set())
        new = set(range(lines.first, lines.end)) - taken
        size = self._atlas.layouts[uri].size(lines) if new else 0
        if not always and (size > _ONE or size > self._left):
            return False
        self._left -= size
        taken |= new
        return True

    def headings(self, document: Document, unit: Unit) -> None:
        """What stands above a unit: headings, and the opening words of an artikel or instruction that it is a part of."""
        uri = self._atlas.home(document)
        if uri is None:
            return
        layout = self._atlas.layouts[uri]
        for above in unit.ancestors():
            if above.heading_span is not None:
                self._add(uri, layout.lines(above.heading_span), always=True)
            if above.kind in (UnitKind.ARTIKEL, UnitKind.WIJZIGINGSONDERDEEL):
                for own in above.own[:1]:
                    self._add(uri, layout.lines(own))

    def unit(self, unit: Unit) -> None:
        found = self._atlas.lines(unit)
        document = self._atlas.outcome.document_of(unit)
        if found is not None and document is not None and self._add(*found):
            self.headings(document, unit)

    def definition(self, unit: Unit, span: Span) -> None:
        document = self._atlas.outcome.document_of(unit)
        uri = self._atlas.home(document) if document is not None else None
        if document is not None and uri is not None:
            layout = self._atlas.layouts[uri]
            if self._add(uri, layout.lines(span)):
                if unit.heading_span is not None:
                    self._add(uri, layout.lines(unit.heading_span), always=True)
                for own in unit.own[:1]:
                    self._add(uri, Lines(layout.lines(own).first, layout.lines(own).first + 1))
                self.headings(document, unit)

    def around(self, document: Document, offset: int) -> None:
        """The block around a place that refers to the changed one."""
        uri = self._atlas.home(document)
        if uri is None:
            return
        layout = self._atlas.layouts[uri]
        line = layout.lines(Span(offset, offset)).first
        for block in layout.at(line, line):
            if self._add(uri, Lines(block.first, block.end)):
                self.headings(document, block.unit)

    def neighbours(self, blocks: Sequence[Block]) -> None:
        """The paragraphs before and after, under the same heading."""
        layout = self._atlas.layouts[self._uri]
        for line in (self._region.first - 1, self._region.end):
            for block in layout.at(line, line) if line >= 0 else ():
                if block.unit.parent in (blocks[0].unit.parent, blocks[-1].unit.parent):
                    self._add(self._uri, Lines(block.first, block.end))

    def something_of_the_bill(self) -> None:
        """A toelichting is read beside a bill, also when the passage refers to nothing in it."""
        bill = self._atlas.outcome.bill
        uri = self._atlas.home(bill) if bill is not None else None
        if bill is None or uri is None or bill.kind is DocumentKind.TOELICHTING:
            return
        if uri != self._uri and self._lines.get(uri):
            return
        for block in self._atlas.layouts[uri].blocks:
            if block.document is bill and block.unit.kind is UnitKind.ARTIKEL:
                self._add(uri, Lines(block.first, block.end), always=self._atlas.layouts[uri].size(Lines(block.first, block.end)) < LARGEST)
                return

    def parts(self) -> dict[str, Sequence[Lines]]:
        return {uri: list(_runs(lines)) for uri, lines in self._lines.items() if lines}


def _runs(lines: Iterable[int]) -> Iterator[Lines]:
    first = last = None
    for line in sorted(lines):
        if first is None or last is None:
            first = line
        elif line != last + 1:
            yield Lines(first, last + 1)
            first = line
        last = line
    if first is not None and last is not None:
        yield Lines(first, last + 1)


def text_of(positions: Positions, parts: Iterable[Lines]) -> tuple[str, list[int]]:
    """Lines of a version as one text, an empty line between what does not follow on each other; and the line each line came from."""
    pieces: list[str] = []
    table: list[int] = []
    for part in parts:
        first, end = max(part.first, 0), min(part.end, positions.line_count)
        if first >= end:
            continue
        if pieces:
            pieces.append("\n\n")
            table.append(first)
        pieces.append(positions.line_text(first, end))
        table.extend(range(first, end))
    return "".join(pieces), table
