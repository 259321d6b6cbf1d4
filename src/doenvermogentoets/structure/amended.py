"""The inside of an amending artikel: wijzigingsonderdelen and their instructions, each with what it amends."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from doenvermogentoets.document import Target, Unit, UnitKind
from doenvermogentoets.structure.amending import Form, Instruction, inherit, read_instruction
from doenvermogentoets.structure.inserted import Insertion
from doenvermogentoets.structure.lines import Label, Line
from doenvermogentoets.structure.lists import Scope
from doenvermogentoets.structure.numbers import Key, Style, follows, roman
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
            if capital is not None and not self.insertion.begun:
                self._instruction_again(self.insertion, capital, line)
                return True
        if self.insertion is not None:
            self.insertion.take(line, previous)
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
        if self.insertion is not None and not instruction and self.insertion.continues(line):
            return False
        level = self._outer.levels[0]
        return any(label.style is level.style and follows(level.style, level.key, label.key) == 2 for label in line.labels)

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
            return (strength == 2 and label.number not in self.insertion.awaited) or (instructive and bool(len(line.body)))
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
        if instruction.form is Form.OPENS:
            self.insertion = Insertion(self._content, frame.unit, target, text, made[0])

    def _inline(self, frame: Frame, instruction: Instruction, target: Target, span: Span) -> None:
        """«Aan artikel 31 wordt een zin toegevoegd, luidende: Daarbij ...»: the words after the colon are inserted text."""
        text = self._content[span.start : span.end]
        before = text[: instruction.new_start]
        frame.unit.own.append(Span(span.start, span.start + len(before.rstrip())))
        record = Record(instruction.kind, span, target, frame.unit, new=text[instruction.new_start :].strip())
        self._records.append(record)
        insertion = Insertion(self._content, frame.unit, target, text, record)
        inserted = Span(span.start + instruction.new_start, span.end)
        if "opschrift" in before:
            insertion.heading(inserted)
            self.insertion = None
        else:
            insertion.words(inserted)
            self.insertion = insertion

    def _instruction_again(self, insertion: Insertion, label: Label, line: Line) -> None:
        """A law that amends an amending law: what is inserted, is an instruction with a list of its own."""
        frame = Frame(insertion.instruction(label, line))
        self._stack.append(frame)
        self.insertion = None
        if len(line.body):
            self._instruct(frame, line.body)


_SMALL = re.compile(r"[1-9]\d?")
