"""Amendments in the making: what an instruction changes, before the text that it inserts has been read."""

from __future__ import annotations

from dataclasses import dataclass, field

from doenvermogentoets.document import Amendment, AmendmentKind, Target, Unit
from doenvermogentoets.structure.amending import Instruction
from doenvermogentoets.text import Span


@dataclass(slots=True)
class Record:
    """An amendment in the making; the inserted units become known later."""

    kind: AmendmentKind
    span: Span
    target: Target
    unit: Unit
    old: str = ""
    new: str = ""
    inserted: list[Unit] = field(default_factory=list)

    def done(self) -> Amendment:
        return Amendment(self.kind, self.span, self.target, self.old, self.new, tuple(self.inserted), self.unit)


def records_of(instruction: Instruction, span: Span, target: Target, unit: Unit, text: str) -> list[Record]:
    """The changes that one instruction makes: one for each pair of old and new words that it quotes, else one; never none."""
    made: list[Record] = []
    old = ""
    for start, end, new in instruction.quotes:
        words = text[start + 1 : end - 1]
        if new:
            made.append(Record(instruction.kind, span, target, unit, old, words))
            old = ""
        else:
            if old:
                made.append(Record(instruction.kind, span, target, unit, old))
            old = words
    if old:
        made.append(Record(instruction.kind, span, target, unit, old))
    return made or [Record(instruction.kind, span, target, unit)]
