"""A place in the present version of a draft, as the version that was read last knows it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lsprotocol import types

from doenvermogentoets.document import Document, Unit, UnitKind
from doenvermogentoets.text import Span
from doenvermogentoets_server.checking import Outcome, View
from doenvermogentoets_server.edits import LineMap
from doenvermogentoets_server.quick import State


@dataclass(frozen=True)
class Look:
    """Answers about a draft are given from what was read: the whole, or the excerpt that was read after the last key.

    Attributes:
        state: of the present version.
        view: what was read; the whole, or an excerpt.
        whole: the last full analysis of the dossier.
        states: of the other open documents, by URI.
        table: for an excerpt the line of the draft per line.
    """

    state: State
    view: View
    whole: Outcome
    states: Mapping[str, State]
    table: Sequence[int] | None = None

    def offset(self, position: types.Position) -> int:
        """Offset in what was read of a position in the present version."""
        if self.table is not None:
            line = min(bisect_left(self.table, position.line), len(self.table) - 1)
        else:
            line = self.state.lines.then_line(position.line)
        return self.view.positions.offset(types.Position(line, position.character))

    def range(self, span: Span) -> types.Range:
        """Range in the present version of a span of what was read."""
        found = self.view.positions.range(span)
        return types.Range(self._now(found.start), self._now(found.end))

    def _now(self, at: types.Position) -> types.Position:
        if self.table is not None:
            return types.Position(self.table[min(at.line, len(self.table) - 1)], at.character)
        return types.Position(self.state.lines.now(at.line), at.character)

    def read_whole(self) -> Look:
        """The same state, looked at in the last version that was read as a whole."""
        return self if self.table is None else whole(self.state, self.whole, self.states)

    def known(self, unit: Unit) -> Unit | None:
        """A unit of an excerpt in the document that it was taken from, by its number."""
        if self.table is None:
            return unit
        artikel, lid = unit.artikel, unit.lid
        found = self.whole.find(artikel.number, lid.number if lid is not None else None) if artikel is not None else None
        if found is None or unit.kind in (UnitKind.ARTIKEL, UnitKind.LID):
            return found
        return next((u for u in found.walk() if u.kind is unit.kind and u.number == unit.number), found)

    def location(self, unit: Unit, span: Span) -> types.Location | None:
        """Where a part of a unit of the whole stands, in whatever document of the dossier."""
        document = self.whole.document_of(unit)
        return self.place(document, span) if document is not None else None

    def place(self, document: Document, span: Span) -> types.Location | None:
        """Where a span of a document of the whole stands now."""
        found = self.whole.place(document)
        if found is None:
            return None
        uri, positions = found
        range_ = positions.range(span)
        lines = self._lines(uri)
        if lines is not None:
            range_ = types.Range(
                types.Position(lines.now(range_.start.line), range_.start.character),
                types.Position(lines.now(range_.end.line), range_.end.character),
            )
        return types.Location(uri, range_)

    def _lines(self, uri: str) -> LineMap | None:
        return next((s.lines for s in self.states.values() if s.view.draft.uri == uri), None)


def whole(state: State, outcome: Outcome, states: Mapping[str, State]) -> Look:
    """The document as it was last read as a whole."""
    return Look(state, state.view, outcome, states)


def at(state: State, position: types.Position, outcome: Outcome, states: Mapping[str, State]) -> Look:
    """The excerpt that was read after the last key, if it covers the position; otherwise the whole."""
    reading = state.reading
    if not state.exact and reading is not None and reading.content == state.draft.content:
        region = reading.frame.region
        if state.lines.now(region.first) <= position.line < state.lines.now(region.end) and position.line in reading.table:
            return Look(state, reading.view, outcome, states, reading.table)
    return whole(state, outcome, states)
