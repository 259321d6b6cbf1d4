"""The inside of an amending artikel: wijzigingsonderdelen, their instructions, and the text they insert as a tree of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from doenvermogentoets.document import AmendmentKind, Target, Unit, UnitKind
from doenvermogentoets.structure.amending import Form, Instruction, announced, inherit, read_instruction
from doenvermogentoets.structure.lines import Label, Line
from doenvermogentoets.structure.lists import Level, Scope
from doenvermogentoets.structure.numbers import Key, Style, follows, is_roman, next_number, roman
from doenvermogentoets.structure.records import Record, records_of
from doenvermogentoets.text import Span


@dataclass(slots=True)
class Frame:
    """An open instruction: the unit it stands in, what it amends, and the list of instructions below it."""

    unit: Unit
    target: Target | None = None
    form: Form | None = None
    style: Style | None = None
    key: Key = ()
    lower: bool = False  # its instructions start in lower case («1°. in het eerste lid wordt …»)


@dataclass(slots=True)
class Insertion:
    """Text being inserted: by which instruction, and what it holds so far."""

    frame: Frame
    text: str
    record: Record
    expected: set[str]
    count: int
    divisions: list[Unit] = field(default_factory=list)
    artikel: Unit | None = None
    scope: Scope | None = None


class Amender:
    """Takes the lines of an artikel or lid whose own text is an amending instruction.

    Args:
        content: the text all spans refer to.
        base: the artikel or lid.
        records: where amendments are gathered.
        outer: the lists of the artikel that ``base`` stands in, to know when its next lid starts.
    """

    def __init__(self, content: str, base: Unit, records: list[Record], outer: Scope | None) -> None:
        self._content = content
        self._stack = [Frame(base)]
        self._records = records
        self._outer = outer
        self.insertion: Insertion | None = None

    # -- what belongs here ------------------------------------------------------------------------------------------

    def expects_artikel(self, number: str, outer_number: str, *, shouted: bool) -> bool:
        """Whether an artikel heading is inserted text rather than the next artikel of the amending law.

        Args:
            number: of the heading.
            outer_number: of the artikel of the amending law that is open.
            shouted: the amending law writes ARTIKEL in capitals and this heading does not.
        """
        insertion = self.insertion
        if insertion is None:
            return False
        if number in insertion.expected:
            insertion.expected.discard(number)
            return True
        if shouted or is_roman(number) != is_roman(outer_number):
            return True
        if next_number(outer_number, number):
            return False
        return insertion.count > 0 or (insertion.artikel is not None and next_number(insertion.artikel.number, number))

    def expects_division(self, kind: UnitKind) -> bool:
        """Whether a heading of a division is inserted text."""
        insertion = self.insertion
        return insertion is not None and (
            insertion.frame.target is None or insertion.frame.target.kind is kind or kind.value[:6] in insertion.text.lower()
        )

    # -- headings of inserted text ----------------------------------------------------------------------------------

    def insert_artikel(self, number: str) -> Unit:
        insertion = self._open_insertion()
        unit = self._inserted(insertion.divisions[-1] if insertion.divisions else insertion.frame.unit, UnitKind.ARTIKEL, number)
        insertion.count -= 1
        insertion.artikel = unit
        insertion.scope = Scope(unit)
        return unit

    def insert_division(self, kind: UnitKind, number: str, rank: dict[UnitKind, int]) -> Unit:
        insertion = self._open_insertion()
        while insertion.divisions and rank.get(insertion.divisions[-1].kind, 0) >= rank.get(kind, 0):
            insertion.divisions.pop()
        unit = self._inserted(insertion.divisions[-1] if insertion.divisions else insertion.frame.unit, kind, number)
        insertion.divisions.append(unit)
        insertion.artikel = insertion.scope = None
        return unit

    def _open_insertion(self) -> Insertion:
        if self.insertion is None:
            raise ValueError("no text is being inserted")
        return self.insertion

    def _inserted(self, parent: Unit, kind: UnitKind, number: str = "") -> Unit:
        unit = Unit(kind, number, parent=parent, inserted=True)
        insertion = self.insertion
        if insertion is not None and insertion.frame.target is not None:
            unit.regeling = insertion.frame.target.regeling or ""
        parent.children.append(unit)
        if insertion is not None and not parent.inserted:
            insertion.record.inserted.append(unit)
        return unit

    def alone(self, line: Line) -> Line:
        """The line with its number read as that of an instruction, where it is nothing but a number: «1», «II».

        So the changes in a draft are numbered that stand in no artikel. Elsewhere a bare number on a line is no label.
        """
        text = line.text.strip()
        value = roman(text) if text.isupper() else (int(text) if _SMALL.fullmatch(text) else None)
        style = Style.ALONE_ROMAN if text.isupper() else Style.ALONE
        base = self._stack[0]
        if not value or not (follows(style, base.key, (value,)) == 2 if base.style is style else base.style is None and value == 1):
            return line
        return replace(
            line,
            labels=(Label(style, (value,), text), *line.labels),
            label_span=Span(line.span.start, line.span.start + len(line.text.rstrip())),
            body=Span(line.span.end, line.span.end),
        )

    # -- lines ------------------------------------------------------------------------------------------------------

    def open(self, span: Span) -> None:
        """The instruction of the base itself."""
        self._instruct(self._stack[0], span)

    def take(self, line: Line, previous: Line | None) -> bool:
        """Give the line its place; ``False`` if it belongs to the artikel of the amending law again."""
        if line.labels:
            body = self._content[line.body.start : line.body.end]
            instruction = self._read(body, inside=self.insertion is None or any(f.lower for f in self._stack)) if body else None
            found = self._list_level(line, instruction is not None or not body)
            if found is not None:
                depth, label = found
                self._item(depth, label, line)
                return True
            if self._is_outer(line, instruction is not None):
                return False
            if self.insertion is None:
                top = self._stack[-1]
                if top.form is Form.FRAME or top.form is None:
                    self._item(len(self._stack) - 1, line.labels[0], line)
                    return True
                return self._plain(line)
            capital = next((label for label in line.labels if label.style is Style.CAPITAL), None)
            if capital is not None and self.insertion.artikel is None:
                self._insert_instruction(capital, line)
                return True
        if self.insertion is not None:
            self._insert(line, previous)
            return True
        return self._plain(line)

    @staticmethod
    def _read(text: str, *, inside: bool) -> Instruction | None:
        """The instruction of an item; inside a list of instructions it may start in lower case."""
        found = read_instruction(text)
        if found is None and inside and text[:1].islower():
            return read_instruction(text[:1].upper() + text[1:])
        return found

    def _plain(self, line: Line) -> bool:
        top = self._stack[-1]
        if top.form is None or read_instruction(line.text) is not None:
            self._instruct(top, line.span)
            return True
        if top.unit is self._stack[0].unit and line.labels:
            return False
        top.unit.own.append(line.span)
        return True

    def _is_outer(self, line: Line, instruction: bool) -> bool:
        """Whether a label continues the leden of the artikel that the base lid stands in."""
        if self._outer is None or not self._outer.levels:
            return False
        if self.insertion is not None and not instruction and self._continues_inserted(line):
            return False
        level = self._outer.levels[0]
        return any(label.style is level.style and follows(level.style, level.key, label.key) == 2 for label in line.labels)

    def _continues_inserted(self, line: Line) -> bool:
        """Whether a label may belong to the inserted text: nothing was inserted yet, or it goes on with a list there."""
        scope = self.insertion.scope if self.insertion is not None else None
        if scope is None:
            return self.insertion is not None and not any(c.kind is UnitKind.TABEL for c in self.insertion.frame.unit.children)
        return any(
            level.style is label.style and follows(level.style, level.key, label.key) for level in scope.levels for label in line.labels
        )

    def _list_level(self, line: Line, instructive: bool) -> tuple[int, Label] | None:
        """The open list of instructions that a label continues: index of the frame above it, and the reading of the label."""
        best: tuple[int, int, Label] | None = None
        for depth in range(len(self._stack) - 1, -1, -1):
            frame = self._stack[depth]
            for label in line.labels:
                if frame.style is not label.style:
                    continue
                strength = follows(label.style, frame.key, label.key)
                if not strength or not self._continues(label, strength, instructive, line):
                    continue
                if best is None or strength > best[0]:
                    best = (strength, depth, label)
        return (best[1], best[2]) if best is not None else None

    def _continues(self, label: Label, strength: int, instructive: bool, line: Line) -> bool:
        if self.insertion is None:
            return True
        if label.style in (Style.ALONE, Style.ALONE_ROMAN):
            return strength == 2
        if label.style is Style.CAPITAL:
            return (strength == 2 and label.number not in self.insertion.expected) or (instructive and bool(len(line.body)))
        return instructive and bool(len(line.body))

    def _item(self, depth: int, label: Label, line: Line) -> None:
        del self._stack[depth + 1 :]
        self.insertion = None
        above = self._stack[depth]
        if above.form is None:
            above.form = Form.FRAME
        above.style, above.key = label.style, label.key
        unit = Unit(
            UnitKind.WIJZIGINGSONDERDEEL,
            label.number,
            parent=above.unit,
            label_span=line.label_span,
            inserted=above.unit.inserted,
            instruction=True,
        )
        above.unit.children.append(unit)
        frame = Frame(unit, above.target)
        unit.amends = above.target
        unit.regeling = above.target.regeling or "" if above.target is not None else ""
        self._stack.append(frame)
        if len(line.body):
            self._instruct(frame, line.body)

    def _instruct(self, frame: Frame, span: Span) -> None:
        """Read the instruction in ``span`` as that of ``frame``."""
        text = self._content[span.start : span.end]
        parent = self._stack[self._stack.index(frame) - 1] if frame is not self._stack[0] else None
        above = parent.target if parent is not None else None
        instruction = self._read(text, inside=parent is not None and parent.form is Form.FRAME)
        if parent is not None and instruction is not None and text[:1].islower():
            parent.lower = True
        unit = frame.unit
        unit.instruction = True
        if instruction is None:
            unit.own.append(span)
            # words that are no instruction in a known form: whatever follows is not read as inserted text
            frame.form = Form.FRAME if text.rstrip().endswith(":") else Form.CLOSED
            return
        target = inherit(instruction.target, above)
        frame.form, frame.target = instruction.form, target
        unit.amends = target
        unit.regeling = target.regeling or unit.regeling
        if instruction.form is Form.FRAME:
            unit.own.append(span)
            return
        if instruction.form is Form.INLINE:
            self._inline(frame, instruction, target, span)
            return
        unit.own.append(span)
        made = records_of(instruction, span, target, unit, text)
        self._records.extend(made)
        record = made[0]
        if instruction.form is Form.OPENS:
            self._start_insertion(frame, text, record, target)

    def _start_insertion(self, frame: Frame, text: str, record: Record, target: Target) -> None:
        expected = {target.artikel} if target.artikel and record.kind is not AmendmentKind.INVOEGEN else set()
        if record.kind is AmendmentKind.KOMT_TE_LUIDEN and target.onderdeel and target.onderdeel[:1].isupper():
            expected.add(target.onderdeel)
        if record.kind is AmendmentKind.INVOEGEN and "onderde" in text:
            expected |= {f"{letter}{suffix}" for letter in _CAPITAL_ONDERDEEL.findall(text) for suffix in "abcde"}
        self.insertion = Insertion(frame, text, record, {e for e in expected if e}, announced(text))

    def _inline(self, frame: Frame, instruction: Instruction, target: Target, span: Span) -> None:
        """«Aan artikel 31 wordt een zin toegevoegd, luidende: Daarbij ...»: the words after the colon are inserted text."""
        unit = frame.unit
        text = self._content[span.start : span.end]
        at = span.start + instruction.new_start
        unit.own.append(Span(span.start, span.start + len(text[: instruction.new_start].rstrip())))
        record = Record(instruction.kind, span, target, unit, new=text[instruction.new_start :].strip())
        self._records.append(record)
        self._start_insertion(frame, text, record, target)
        if "opschrift" in text[: instruction.new_start]:
            insertion = self._open_insertion()
            kop = self._inserted(insertion.frame.unit, UnitKind.KOP)
            kop.heading, kop.heading_span = text[instruction.new_start :], Span(at, span.end)
            self.insertion = None
            return
        parent = self._synthetic(self._open_insertion())
        if parent is None:
            self._inserted(unit, UnitKind.ALINEA).own = [Span(at, span.end)]
        else:
            parent.own.append(Span(at, span.end))

    # -- inserted text ----------------------------------------------------------------------------------------------

    def _insert_instruction(self, label: Label, line: Line) -> None:
        """A law that amends an amending law: the inserted text is an instruction again."""
        insertion = self._open_insertion()
        unit = self._inserted(insertion.frame.unit, UnitKind.WIJZIGINGSONDERDEEL, label.number)
        unit.label_span, unit.instruction = line.label_span, True
        insertion.expected.discard(label.number)
        frame = Frame(unit)
        self._stack.append(frame)
        self.insertion = None
        if len(line.body):
            self._instruct(frame, line.body)

    def _insert(self, line: Line, previous: Line | None) -> None:
        insertion = self._open_insertion()
        if line.text.startswith("|") or line.paragraph.part == "table":
            parent = insertion.scope.owner() if insertion.scope is not None else insertion.frame.unit
            if parent.children and parent.children[-1].kind is UnitKind.TABEL:
                parent.children[-1].own.append(line.span)
            else:
                self._inserted(parent, UnitKind.TABEL).own = [line.span]
            return
        if insertion.scope is None:
            self._first(insertion, line)
            return
        place = insertion.scope.place(line, previous) if line.labels else None
        if place is None:
            owner = insertion.scope.continuation()
            owner.own.append(line.span)
            owner.instruction = owner.instruction or (not owner.children and read_instruction(line.text) is not None)
            return
        unit = self._inserted(place.parent, place.kind, place.label.number)
        self._fill(unit, line)
        insertion.scope.enter(place, unit)

    def _fill(self, unit: Unit, line: Line) -> None:
        unit.label_span = line.label_span
        if len(line.body):
            unit.own = [line.body]
            unit.instruction = unit.kind is UnitKind.LID and read_instruction(self._content[line.body.start : line.body.end]) is not None

    def _first(self, insertion: Insertion, line: Line) -> None:
        """The first inserted paragraph without artikel heading: a lid, an onderdeel or words in what the instruction names."""
        target = insertion.frame.target
        label = next((x for x in line.labels if x.style is Style.ARABIC), None)
        if label is not None and target is not None and target.artikel and not _into_onderdeel(target, insertion.text):
            artikel = self._place_of(insertion, target.artikel, None)
            lid = self._inserted(artikel, UnitKind.LID, label.number)
            self._fill(lid, line)
            insertion.scope = Scope(artikel)
            insertion.scope.levels.append(Level(label.style, label.key, lid, UnitKind.LID))
            return
        parent = self._synthetic(insertion)
        if parent is None:
            self._inserted(insertion.divisions[-1] if insertion.divisions else insertion.frame.unit, UnitKind.ALINEA).own = [line.span]
            return
        insertion.scope = Scope(parent, leden=False)
        if line.labels:
            label = line.labels[0]
            unit = self._inserted(parent, UnitKind.ONDERDEEL, label.number)
            self._fill(unit, line)
            insertion.scope.levels.append(Level(label.style, label.key, unit, UnitKind.ONDERDEEL))
        else:
            parent.own.append(line.span)

    def _synthetic(self, insertion: Insertion) -> Unit | None:
        """The artikel and lid of the amended law that the inserted words go into; they have no label in this text."""
        target = insertion.frame.target
        if target is None or target.artikel is None:
            return None
        lid = target.lid
        return self._place_of(insertion, target.artikel, lid)

    def _place_of(self, insertion: Insertion, artikel: str, lid: str | None) -> Unit:
        unit = self._inserted(insertion.frame.unit, UnitKind.ARTIKEL, artikel)
        insertion.artikel = unit
        return self._inserted(unit, UnitKind.LID, lid) if lid else unit


_SMALL = re.compile(r"[1-9]\d?")
_CAPITAL_ONDERDEEL = re.compile(r"\bonderdeel ([A-Z])\b")


def _into_onderdeel(target: Target, text: str) -> bool:
    """«In onderdeel b wordt een subonderdeel toegevoegd»: arabic labels are then no leden."""
    return target.onderdeel is not None or ("onderdeel" in text[:400].lower() and " lid" not in text)
