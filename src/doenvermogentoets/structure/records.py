"""Amendments in the making: what an instruction changes, before the text that it inserts has been read."""

from __future__ import annotations

from dataclasses import dataclass, field

from doenvermogentoets.document import Amendment, AmendmentKind, Target, Unit
from doenvermogentoets.structure.amending import Instruction, Role
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
    """The changes that one instruction makes: one for each pair of old and new words that it quotes, else one; never none.

    «worden «a» en «b» vervangen door «c» onderscheidenlijk «d»» makes two pairs, «telkens vervangen door «c»» one for each old.
    """
    made: list[Record] = []
    olds: list[tuple[Role, str]] = []
    news: list[str] = []

    def close() -> None:
        for i in range(max(len(olds), len(news))):
            role, old = olds[i] if i < len(olds) else (None, "")
            new = news[min(i, len(news) - 1)] if news else ""
            made.append(Record(_KINDS.get(role, instruction.kind) if role is not None else instruction.kind, span, target, unit, old, new))
        olds.clear()
        news.clear()

    for start, end, role in instruction.quotes:
        words = text[start + 1 : end - 1]
        if role is Role.NEW:
            news.append(words)
            continue
        if news or (olds and (role is not olds[-1][0] or role is not Role.OLD)):
            close()
        olds.append((role, words))
        if role is Role.GONE:
            close()
    close()
    return made or [Record(instruction.kind, span, target, unit)]


_KINDS = {Role.GONE: AmendmentKind.VERVALLEN, Role.PLACE: AmendmentKind.INVOEGEN}
