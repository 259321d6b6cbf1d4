"""The chain of a toelichting: the sentences of its paragraphs in order, each about one of a few states.

To stay with a provision is likely, to go to another lid of its artikel less, to go to another artikel costs more. A toelichting mostly
follows the order of the bill: an artikel a little further on is likelier than one before it, inside a paragraph and from one paragraph or
section to the next. The forward-backward algorithm gives the share of each state in each sentence, in time linear in the text.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doenvermogentoets.toelichting.sections import Section

# In logarithms, found on the dossiers by cross-validation (all of them flat: half or double changes little):
_SWITCH = 3.0  # what going to another provision costs, apart from the number of provisions
_LID = 2.5  # the same for another lid of the same artikel
_BACKWARD = 3.0  # what it costs more at a sentence that leans on the one before it («Dat», «Zij», «Anders»)
# To go on: bonus (logarithm) for one to four artikelen ahead, and for any behind; how much a later lid is likelier than an earlier one.
_AHEAD = (1.5, 1.2, 0.7, 0.3, 0.0)
_BEHIND = -1.0
_LID_AHEAD = 2.0
# From the last sentence of a paragraph to the first of the next, and of the next section: what it costs to stay, and to go to another lid,
# beside going elsewhere.
_PAR_STAY, _PAR_LID = 3.0, 1.0
_SEC_STAY, _SEC_LID = 4.0, 2.5


@dataclass(frozen=True, slots=True)
class Steps:
    """The sentences of a paragraph as steps of a chain.

    Attributes:
        rows: per sentence what speaks for each state (logarithms).
        prior: what each state starts with.
        places: per state the number of its artikel and its place in the bill; of the state «none» nothing.
        leans: per sentence whether it leans on the one before it.
        section: the section it stands in.
    """

    rows: Sequence[Sequence[float]]
    prior: Sequence[float]
    places: Sequence[tuple[int, int] | None]
    leans: Sequence[bool]
    section: Section


@dataclass(frozen=True, slots=True)
class _Costs:
    """What a step weighs (no logarithms): to stay, to go to another lid of the artikel, to go elsewhere."""

    stay: float
    lid: float
    switch: float


def _moves(places: Sequence[tuple[int, int] | None], to: Steps, arrive: Sequence[float], costs: _Costs) -> Sequence[Sequence[float]]:
    """From each state to each of a paragraph: how likely it is to go there, not normalised."""
    leden = Counter(p[0] for p in to.places if p is not None)
    switch = costs.switch
    behind, *ahead = (switch * math.exp(bonus) for bonus in (_BEHIND, *_AHEAD))
    furthest = len(ahead)
    stay = [costs.stay + switch * a for a in arrive]
    elsewhere = [switch * a for a in arrive]
    # what each state is reached with: its place, another lid of its artikel (one over the number of leden), and how likely it is at all
    reached = [(q, costs.lid * (1.0 / leden[q[0]]) if q is not None else 0.0, a) for q, a in zip(to.places, arrive, strict=True)]
    rows = []
    for p in places:
        if p is None:
            rows.append([stay[k] if q is None else elsewhere[k] for k, (q, _, _) in enumerate(reached)])
            continue
        artikel, place = p
        row = []
        for k, (q, lid, a) in enumerate(reached):
            if q is None:
                row.append(elsewhere[k])
            elif q[0] > artikel:
                row.append(ahead[min(q[0] - artikel, furthest) - 1] * a)
            elif q[0] < artikel:
                row.append(behind * a)
            elif q[1] == place:
                row.append(stay[k])
            else:
                row.append((lid * (_LID_AHEAD if q[1] > place else 1.0) + switch) * a)
        rows.append(row)
    return rows


def _from_before(before: Steps, block: Steps, arrive: Sequence[float]) -> Sequence[Sequence[float]]:
    """From the last sentence of a paragraph to the first of the next."""
    size = len(block.prior)
    if before.section is block.section:
        return _moves(before.places, block, arrive, _Costs(math.exp(-_PAR_STAY), math.exp(-_PAR_LID), 1.0 / size))
    return _moves(before.places, block, arrive, _Costs(math.exp(-_SEC_STAY), math.exp(-_SEC_LID), 1.0 / size))


def _inside(block: Steps, arrive: Sequence[float], leans: bool) -> Sequence[Sequence[float]]:
    """From one sentence of a paragraph to the next."""
    switch = math.exp(-_SWITCH - (_BACKWARD if leans else 0.0)) / len(block.prior)
    return _moves(block.places, block, arrive, _Costs(1.0, math.exp(-_LID), switch))


def chain(blocks: Sequence[Steps]) -> Sequence[Sequence[float]]:
    """Forward-backward over all paragraphs: per sentence the share (0 to 1) of each of its states."""
    seen: list[Sequence[float]] = []  # per sentence what speaks for each state
    moves: list[Sequence[Sequence[float]]] = []  # per sentence how likely each state is from each of the sentence before
    before: Steps | None = None
    for block in blocks:
        arrive = [math.exp(x) for x in block.prior]
        within: dict[bool, Sequence[Sequence[float]]] = {}
        for k, (row, leans) in enumerate(zip(block.rows, block.leans, strict=True)):
            top = max(row)
            seen.append([math.exp(x - top) for x in row])
            if k:
                if leans not in within:
                    within[leans] = _inside(block, arrive, leans)
                moves.append(within[leans])
            else:
                moves.append([arrive] if before is None else _from_before(before, block, arrive))
        before = block
    forward: list[Sequence[float]] = []
    for speaks, move in zip(seen, moves, strict=True):
        last = forward[-1] if forward else [1.0]
        forward.append(_whole([s * sum(map(mul, last, column)) for s, column in zip(speaks, zip(*move, strict=True), strict=True)]))
    backward: list[Sequence[float]] = [[1.0] * len(seen[-1])] if seen else []
    for speaks, move in zip(reversed(seen[1:]), reversed(moves[1:]), strict=True):
        ahead = list(map(mul, speaks, backward[-1]))
        backward.append(_whole([sum(map(mul, row, ahead)) for row in move]))
    return [_whole(list(map(mul, f, b))) for f, b in zip(forward, reversed(backward), strict=True)]


def _whole(values: Sequence[float]) -> Sequence[float]:
    """The same, with a sum of one."""
    total = sum(values)
    return [v / total for v in values] if total > 0 else [1.0 / len(values)] * len(values)
