"""What can be counted about the acts that are asked of somebody, and the figures that are shown of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from doenvermogentoets.report.dutch import count, days, listing, of_which
from doenvermogentoets.report.findings import Findings
from doenvermogentoets.report.model import Action, Figure
from doenvermogentoets.report.softening import removable


def separate(actions: Sequence[Action]) -> list[Action]:
    """The acts that are counted: without those that are part of another."""
    return [a for a in actions if not a.part_of]


def _whole(actions: Sequence[Action]) -> list[Action]:
    """The first of these acts of each thing that is done."""
    return list({a.part_of or a.key: a for a in reversed(actions)}.values())[::-1]


@dataclass(frozen=True)
class Counted:
    """What can be counted about a list of acts.

    Attributes:
        actions: the acts; leden about the same application count once, here and below.
        losing: acts with an adverse effect when they are not done, or late; ``hard`` those of them without a way out that can take it away.
        shortest: of the hard ones with a limit in days, the one with the least time.
    """

    actions: Sequence[Action]
    duties: Sequence[Action]
    counters: Sequence[str]
    losing: Sequence[Action]
    hard: Sequence[Action]
    shortest: Action | None
    proofs: Sequence[Action]


def counted(actions: Sequence[Action]) -> Counted:
    """Count a list of acts."""
    losing = [a for a in actions if a.effects]
    hard = [a for a in losing if not removable(a.ways_out)]
    lost = {a.part_of or a.key for a in hard}
    timed = [(a.limit.days, i, a) for i, a in enumerate(hard) if a.limit is not None and a.limit.days is not None]
    return Counted(
        actions=separate(actions),
        duties=_whole([a for a in actions if a.duty]),
        counters=each_once(c for a in actions for c in a.counter),
        losing=_whole(losing),
        hard=[a for a in _whole(losing) if (a.part_of or a.key) in lost],
        shortest=min(timed)[2] if timed else None,
        proofs=_whole([a for a in actions if a.proof]),
    )


def each_once(names: Iterable[str]) -> list[str]:
    """Every authority once, as the text first writes it: «de Sociale verzekeringsbank» and «de Sociale Verzekeringsbank» are one."""
    out: dict[str, str] = {}
    for name in names:
        out.setdefault(name.lower(), name)
    return list(out.values())


def counters(found: Counted) -> Figure:
    """How many authorities have to be dealt with; that none is named does not say that there is none."""
    if not found.counters:
        return Figure(name="loket genoemd", value="geen")
    number = len(found.counters)
    return Figure(name="loket" if number == 1 else "loketten", value=str(number), note=listing(found.counters))


_SHOWN, _LISTED = 3, 6  # places in a note


def shortest(found: Counted) -> Figure:
    """The shortest limit at which being late costs something and no way out was found."""
    act = found.shortest
    name = "kortste termijn waarbij te laat iets kost, zonder gevonden uitweg"
    if act is None or act.limit is None or act.limit.days is None:
        if found.hard:
            # «onmiddellijk», «in de maand januari», or a limit in another lid: no number of days, and it does cost something
            places = list(dict.fromkeys(a.quote.place for a in found.hard))
            shown = places if len(places) <= _SHOWN else [*places[: _SHOWN - 1], f"{len(places) - _SHOWN + 1} andere plaatsen"]
            note = f"wel een nadelig gevolg zonder gevonden uitweg, maar zonder termijn in dagen: {listing(shown)}"
            return Figure(name="termijn in dagen waarbij te laat iets kost, zonder gevonden uitweg", value="geen", note=note)
        return Figure(name="termijn waarbij te laat iets kost, zonder gevonden uitweg", value="geen")
    return Figure(name=name, value=days(act.limit.days), note=f"«{act.limit.text}», {act.quote.place}")


def weakened(findings: Findings) -> list[Figure]:
    """Amendments that take a safeguard away: the law they amend is not there, so that no other figure counts what becomes of it."""
    rows = [r for r in findings.rows if r.check == "waarborg-verzwakt"]
    if not rows:
        return []
    one = "wijziging die een waarborg schrapt of vernauwt, of een gevolg zwaarder maakt"
    name = one if len(rows) == 1 else "wijzigingen die een waarborg schrappen of vernauwen, of een gevolg zwaarder maken"
    found = list(dict.fromkeys(r.quote.place for r in rows))
    places = listing(found if len(found) <= _LISTED else [*found[: _LISTED - 1], f"{len(found) - _LISTED + 1} andere plaatsen"])
    note = f"{places}; de gewijzigde wet zelf staat niet in het ontwerp en telt in de andere getallen niet mee"
    return [Figure(name=name, value=str(len(rows)), note=note)]


def figures(actions: Sequence[Action]) -> tuple[Figure, ...]:
    """The counts of a list of acts, as they are shown; what is nil is left out."""
    found = counted(actions)
    number, losing = len(found.actions), len(found.losing)
    out = [
        Figure(
            name="handeling" if number == 1 else "handelingen",
            value=str(number),
            note=f"waarvan {count(len(found.duties), 'plicht', 'plichten')}",
        )
    ]
    if found.counters:
        out.append(counters(found))
    if losing:
        taken = losing - len(found.hard)
        found_out = "daarbij is geen" if losing == 1 and not taken else f"{of_which(taken, losing)} is een"
        note = f"{found_out} uitweg gevonden die het gevolg kan wegnemen"
        out += [shortest(found), Figure(name="met een nadelig gevolg bij verzuim", value=str(losing), note=note)]
    if found.proofs:
        share = f"{round(100 * len(found.proofs) / number)} % van de handelingen"
        out.append(Figure(name="met een bewijsstuk of berekening", value=str(len(found.proofs)), note=share))
    return tuple(out)
