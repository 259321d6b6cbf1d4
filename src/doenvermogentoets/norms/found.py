"""A time limit as it was found in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from doenvermogentoets.norms import events, numbers
from doenvermogentoets.norms.model import TermijnSoort

BACK = ("voor", "vóór", "voorafgaand", "voorafgaande", "voordat", "vooraf", "tevoren")
STOP = frozenset(".;:")
Clauses = Sequence[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Found:
    """A limit in tokens (inclusive): ``start``-``last`` is all of it, ``first``-``kern`` the words of the limit.

    ``start`` is before ``first`` where a word of recurrence opens the limit («telkens uiterlijk op de vijfde dag»); ``last`` is
    past ``kern`` where the event that starts the clock follows.
    """

    first: int
    kern: int
    last: int
    soort: TermijnSoort
    duur: str | None = None
    dagen: float | None = None
    teruggerekend: bool = False
    terugkerend: bool = False
    werkdagen: bool = False
    uren: bool = False
    direct: bool = False  # onverwijld, terstond, onmiddellijk
    jaartal: bool = False  # a date with its year: in transitional law often a fact, not a limit
    citizen: bool = False  # only a citizen has such a limit: a window for applications, «de termijn voor het indienen van bezwaar bedraagt»
    start: int = -1


def closed(words: Sequence[str], first: int, value: float, unit_at: int, clauses: Clauses, **flags: Any) -> Found:
    """A limit of a number of units."""
    unit = words[unit_at]
    following = words[unit_at + 1] if unit_at + 1 < len(words) else ""
    back = following in BACK or tuple(words[unit_at + 1 : unit_at + 3]) == ("van", "tevoren")
    kern = unit_at + (2 if words[unit_at + 2 : unit_at + 3] == ("tevoren",) else 1 if following in ("vooraf", "tevoren") else 0)
    return Found(
        first,
        kern,
        events.end(words, kern + 1, clauses),
        TermijnSoort.BINNEN,
        *numbers.duration(value, unit),
        teruggerekend=back,
        werkdagen=unit.startswith("werkdag"),
        uren=unit in ("uur", "uren"),
        **flags,
    )
