"""The text that an amending instruction inserts, as a tree of its own: divisions, artikelen, leden and words of the amended law."""

from __future__ import annotations

import re

from doenvermogentoets.document import AmendmentKind, Target, Unit, UnitKind
from doenvermogentoets.structure.amending import announced, read_instruction
from doenvermogentoets.structure.lines import Label, Line
from doenvermogentoets.structure.lists import Level, Scope
from doenvermogentoets.structure.numbers import Style, follows, is_roman, next_number
from doenvermogentoets.structure.records import Record
from doenvermogentoets.text import Span


class Insertion:
    """Text being inserted: by which instruction, and what it holds so far.

    Args:
        content: the text all spans refer to.
        unit: the instruction, under which the inserted units come.
        target: what it amends.
        instruction: its words.
        record: the amendment that it makes.

    Attributes:
        awaited: numbers of the artikelen and onderdelen that are known to come.
        begun: an artikel of the amended law is open.
    """

    def __init__(self, content: str, unit: Unit, target: Target, instruction: str, record: Record) -> None:
        self._content = content
        self._unit = unit
        self._target = target
        self._instruction = instruction
        self._record = record
        self._count = announced(instruction)  # artikelen that are still to come
        self._divisions: list[Unit] = []
        self._artikel: Unit | None = None
        self._scope: Scope | None = None
        self.awaited = _awaited(target, instruction, record.kind)

    @property
    def begun(self) -> bool:
        return self._artikel is not None

    # -- what belongs here ------------------------------------------------------------------------------------------

    def expects_artikel(self, number: str, outer_number: str, *, shouted: bool) -> bool:
        """Whether an artikel heading is inserted text rather than the next artikel of the amending law.

        Args:
            number: of the heading.
            outer_number: of the artikel of the amending law that is open.
            shouted: the amending law writes ARTIKEL in capitals and this heading does not.
        """
        if number in self.awaited:
            self.awaited.discard(number)
            return True
        if shouted or is_roman(number) != is_roman(outer_number):
            return True
        if next_number(outer_number, number):
            return False
        return self._count > 0 or (self._artikel is not None and next_number(self._artikel.number, number))

    def expects_division(self, kind: UnitKind) -> bool:
        """Whether a heading of a division is inserted text."""
        return self._target.kind is kind or kind.value[:6] in self._instruction.lower()

    def continues(self, line: Line) -> bool:
        """Whether a label may belong to the inserted text: nothing was inserted yet, or it goes on with a list there."""
        if self._scope is None:
            return not any(c.kind is UnitKind.TABEL for c in self._unit.children)
        return any(
            level.style is label.style and follows(level.style, level.key, label.key)
            for level in self._scope.levels
            for label in line.labels
        )

    # -- headings ---------------------------------------------------------------------------------------------------

    def artikel(self, number: str) -> Unit:
        """The artikel whose heading comes now."""
        unit = self._add(self._division(), UnitKind.ARTIKEL, number)
        self._count -= 1
        self._artikel = unit
        self._scope = Scope(unit)
        return unit

    def division(self, kind: UnitKind, number: str, rank: dict[UnitKind, int]) -> Unit:
        """The division whose heading comes now."""
        while self._divisions and rank.get(self._divisions[-1].kind, 0) >= rank.get(kind, 0):
            self._divisions.pop()
        unit = self._add(self._division(), kind, number)
        self._divisions.append(unit)
        self._artikel = self._scope = None
        return unit

    def _division(self) -> Unit:
        return self._divisions[-1] if self._divisions else self._unit

    def heading(self, span: Span) -> None:
        """«Het opschrift komt te luiden: ...»: the words are a heading and nothing follows them."""
        kop = self._add(self._unit, UnitKind.KOP)
        kop.heading, kop.heading_span = self._content[span.start : span.end], span

    # -- text -------------------------------------------------------------------------------------------------------

    def words(self, span: Span) -> None:
        """«..., luidende: Daarbij ...»: the words behind the colon of the instruction."""
        parent = self._named()
        if parent is None:
            self._add(self._unit, UnitKind.ALINEA).own = [span]
        else:
            parent.own.append(span)

    def instruction(self, label: Label, line: Line) -> Unit:
        """A law that amends an amending law: the inserted text is an instruction again."""
        unit = self._add(self._unit, UnitKind.WIJZIGINGSONDERDEEL, label.number)
        unit.label_span, unit.instruction = line.label_span, True
        self.awaited.discard(label.number)
        return unit

    def take(self, line: Line, previous: Line | None) -> None:
        """Give a line of the inserted text its place."""
        if line.text.startswith("|") or line.paragraph.part == "table":
            self._row(line)
            return
        if self._scope is None:
            self._first(line)
            return
        place = self._scope.place(line, previous) if line.labels else None
        if place is None:
            owner = self._scope.continuation()
            owner.own.append(line.span)
            owner.instruction = owner.instruction or (not owner.children and read_instruction(line.text) is not None)
            return
        unit = self._add(place.parent, place.kind, place.label.number)
        self._fill(unit, line)
        self._scope.enter(place, unit)

    def _row(self, line: Line) -> None:
        """A row of a table."""
        parent = self._scope.owner() if self._scope is not None else self._unit
        if parent.children and parent.children[-1].kind is UnitKind.TABEL:
            parent.children[-1].own.append(line.span)
        else:
            self._add(parent, UnitKind.TABEL).own = [line.span]

    def _first(self, line: Line) -> None:
        """The first inserted paragraph without artikel heading: a lid, an onderdeel or words in what the instruction names."""
        label = next((x for x in line.labels if x.style is Style.ARABIC), None)
        if label is not None and self._target.artikel and not _into_onderdeel(self._target, self._instruction):
            artikel = self._unlabelled(self._target.artikel, None)
            lid = self._add(artikel, UnitKind.LID, label.number)
            self._fill(lid, line)
            self._scope = Scope(artikel)
            self._scope.levels.append(Level(label.style, label.key, lid, UnitKind.LID))
            return
        parent = self._named()
        if parent is None:
            self._add(self._division(), UnitKind.ALINEA).own = [line.span]
            return
        self._scope = Scope(parent, leden=False)
        if line.labels:
            label = line.labels[0]
            unit = self._add(parent, UnitKind.ONDERDEEL, label.number)
            self._fill(unit, line)
            self._scope.levels.append(Level(label.style, label.key, unit, UnitKind.ONDERDEEL))
        else:
            parent.own.append(line.span)

    def _fill(self, unit: Unit, line: Line) -> None:
        unit.label_span = line.label_span
        if len(line.body):
            unit.own = [line.body]
            unit.instruction = unit.kind is UnitKind.LID and read_instruction(self._content[line.body.start : line.body.end]) is not None

    def _named(self) -> Unit | None:
        """The artikel and lid that the instruction names, for words that go into them."""
        return self._unlabelled(self._target.artikel, self._target.lid) if self._target.artikel is not None else None

    def _unlabelled(self, artikel: str, lid: str | None) -> Unit:
        """An artikel or lid of the amended law that has no label in this text."""
        unit = self._add(self._unit, UnitKind.ARTIKEL, artikel)
        self._artikel = unit
        return self._add(unit, UnitKind.LID, lid) if lid else unit

    def _add(self, parent: Unit, kind: UnitKind, number: str = "") -> Unit:
        unit = Unit(kind, number, parent=parent, inserted=True)
        unit.regeling = self._target.regeling or ""
        parent.children.append(unit)
        if not parent.inserted:
            self._record.inserted.append(unit)
        return unit


def _awaited(target: Target, instruction: str, kind: AmendmentKind) -> set[str]:
    """The numbers that the instruction itself announces: «Artikel 5 komt te luiden:», «worden na onderdeel C twee onderdelen ingevoegd»."""
    found = {target.artikel} if target.artikel and kind is not AmendmentKind.INVOEGEN else set()
    if kind is AmendmentKind.KOMT_TE_LUIDEN and target.onderdeel and target.onderdeel[:1].isupper():
        found.add(target.onderdeel)
    if kind is AmendmentKind.INVOEGEN and "onderde" in instruction:
        found |= {f"{letter}{suffix}" for letter in _CAPITAL_ONDERDEEL.findall(instruction) for suffix in "abcde"}
    return found


_CAPITAL_ONDERDEEL = re.compile(r"\bonderdeel ([A-Z])\b")


def _into_onderdeel(target: Target, text: str) -> bool:
    """«In onderdeel b wordt een subonderdeel toegevoegd»: arabic labels are then no leden."""
    return target.onderdeel is not None or ("onderdeel" in text[:400].lower() and " lid" not in text)
