"""Where a label belongs: lid, onderdeel or a deeper level, decided by the lists that are open and the order of their labels."""

from __future__ import annotations

from dataclasses import dataclass

from doenvermogentoets.document import Unit, UnitKind
from doenvermogentoets.structure.lines import Label, Line
from doenvermogentoets.structure.numbers import Key, Style, follows, is_first

MAX_LEVELS = 12
"""Deepest nesting of lists; the Aanwijzingen know four levels (Ar 3.59). Deeper ones are read as items beside each other."""


@dataclass(slots=True)
class Level:
    """An open list: its style, where it stands, and the unit of its last item."""

    style: Style
    key: Key
    unit: Unit
    kind: UnitKind


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item goes: under ``parent``, after closing all levels from ``depth`` on.

    ``beside``: the list that was open below ``depth`` turns out to stand beside the one it was put under.
    """

    parent: Unit
    kind: UnitKind
    label: Label
    depth: int
    beside: bool = False


class Scope:
    """The lists inside one artikel (or another unit that holds text)."""

    def __init__(self, base: Unit, *, leden: bool = True) -> None:
        self.base = base
        self.levels: list[Level] = []
        self._leden = leden
        self._beside: set[Style] = set()

    def owner(self) -> Unit:
        """The innermost open unit."""
        return self.levels[-1].unit if self.levels else self.base

    def place(self, line: Line, previous: Line | None) -> Place | None:
        """Where a labelled line goes, or ``None`` if its label is no label here."""
        hinted = self._hinted(line)
        if hinted is not None:
            return hinted
        best: tuple[int, Place] | None = None
        ended = previous.last if previous is not None else ""
        if (
            previous is not None
            and previous.labels
            and not len(previous.body)
            and self.levels
            and self.levels[-1].kind is UnitKind.ONDERDEEL
        ):
            ended = ":"  # «b.» alone on a line: what it says is the list that follows
        apart = previous is not None and not previous.labels
        if not self.levels and line.bare and not any(is_first(x.style, x.key) for x in line.labels):
            return None  # «2 Awb: …» behind a «1» that was no label
        for label in line.labels:
            for score, place in self._options(label, ended, apart=apart, vouched=line.paragraph.kind is UnitKind.ONDERDEEL):
                if best is None or score > best[0]:
                    best = (score, place)
        return best[1] if best is not None else self._misnumbered(line, ended)

    def _misnumbered(self, line: Line, ended: str) -> Place | None:
        """A lid whose number does not follow the one before it: a slip in the text, or a lid that was not renumbered."""
        label = line.labels[0]
        first = self.levels[0] if self.levels else None
        text = line.text[line.body.start - line.span.start :]
        if label.style is not Style.ARABIC or line.label_span is None or ended not in ".:;" or not text[:1].isupper():
            return None
        if first is None or first.kind is not UnitKind.LID:
            return None
        return Place(self.base, UnitKind.LID, label, 0)

    def _hinted(self, line: Line) -> Place | None:
        """The place that the source itself gives: a lid, or an onderdeel at a known depth."""
        kind, level = line.paragraph.kind, line.paragraph.level
        if kind is UnitKind.LID and self._leden:
            return Place(self.base, kind, line.labels[0], 0)
        if kind is not UnitKind.ONDERDEEL or level is None:
            return None
        lid = 1 if self.levels and self.levels[0].kind is UnitKind.LID else 0
        depth = min(lid + level, len(self.levels))
        style = self.levels[depth].style if depth < len(self.levels) else None
        label = next((x for x in line.labels if x.style is style), line.labels[0])
        return Place(self._parent(depth), kind, label, depth)

    def _options(self, label: Label, ended: str, *, apart: bool, vouched: bool) -> list[tuple[int, Place]]:
        """Places with their score; ``vouched``: the source says that it is an onderdeel, whatever label its list starts with."""
        options = []
        count = len(self.levels)
        for depth in range(count - 1, -1, -1):
            level = self.levels[depth]
            if level.style is not label.style:
                continue
            strength = follows(level.style, level.key, label.key)
            if not strength:
                continue
            if strength == 1 and len(label.number) > 1 and label.style is Style.LETTER:
                continue
            score = 60 * strength + depth
            deepest = depth == count - 1
            if ended == ":" and label.style is not Style.ARABIC and is_first(label.style, label.key):
                score -= 50
            if not deepest:
                # a full stop closes the whole list, a semicolon only the item
                score += 4 if ended == "." else -4
            options.append((score, Place(self._parent(depth), level.kind, label, depth)))
        if is_first(label.style, label.key):
            options.append(((90 if ended == ":" else 65), self._new(label, ended, apart=apart)))
        elif (not options and label.style in (Style.ARABIC, Style.DEGREE) and not self.levels and len(label.key) == 1) or (
            not options and label.style is Style.LETTER and len(label.number) == 1 and (label.key[0] <= 3 or vouched)
        ):
            options.append((10, self._new(label, ended, apart=apart)))
        return options

    def _new(self, label: Label, ended: str, *, apart: bool) -> Place:
        """A list that begins here; ``apart``: the line before it has no label, so it stands beside the items above and opens no level."""
        if self._is_lid(label, ended):
            return Place(self.base, UnitKind.LID, label, 0)
        for depth, level in enumerate(self.levels):
            if level.style is label.style and (apart or ended != ":" or len(self.levels) >= MAX_LEVELS):
                # a list that starts again after text in between
                return Place(self._parent(depth), level.kind, label, depth)
        return self._row(label) or Place(self.owner(), UnitKind.ONDERDEEL, label, len(self.levels))

    def _row(self, label: Label) -> Place | None:
        """Where a list stands that is one of a row of lists with the same labels, as in an annex that lists laws («Waterwet: a. ...»).

        A list may stand in an item of a list with the same labels («onderdeel c, onder a»), but then the outer list goes on, or the artikel
        ends. If a third list starts again at its first label, the outer one did not go on: the lists stand beside each other.
        """
        inner, outer = (self.levels[-1] if self.levels else None), (self.levels[-2] if len(self.levels) > 1 else None)
        if inner is None or inner.style is not label.style or inner.kind is not UnitKind.ONDERDEEL:
            return None
        depth = len(self.levels) - 1
        if label.style in self._beside:
            return Place(self._parent(depth), inner.kind, label, depth)
        if outer is None or outer.style is not label.style or outer.kind is not UnitKind.ONDERDEEL:
            return None
        return Place(self._parent(depth - 1), outer.kind, label, depth - 1, beside=True)

    def _is_lid(self, label: Label, ended: str) -> bool:
        if not self._leden or label.style is not Style.ARABIC or any(level.kind is UnitKind.LID for level in self.levels):
            return False
        return not self.levels and not (self.base.own and ended == ":")

    def _parent(self, depth: int) -> Unit:
        return self.levels[depth - 1].unit if depth else self.base

    def enter(self, place: Place, unit: Unit) -> None:
        """The item was made: it is now the last of its list, and deeper lists are closed."""
        if place.beside:
            self._raise(self.levels[place.depth].unit, unit)
            self._beside.add(place.label.style)
        if place.kind is UnitKind.LID:
            self._beside.clear()
        del self.levels[place.depth :]
        self.levels.append(Level(place.label.style, place.label.key, unit, place.kind))

    def _raise(self, item: Unit, before: Unit) -> None:
        """Put the list in an item beside that item, before the unit that was just made there."""
        first = next((i for i, child in enumerate(item.children) if child.kind is UnitKind.ONDERDEEL), len(item.children))
        moved = item.children[first:]
        del item.children[first:]
        for child in moved:
            child.parent = before.parent
        if before.parent is not None:
            before.parent.children[-1:-1] = moved

    def continuation(self) -> Unit:
        """The unit that a paragraph without label belongs to: what the list stands in, not its last item."""
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            if level.kind is UnitKind.LID:
                return level.unit
        return self.base
