"""The norms of one lid seen together: what was weighed clause by clause becomes of one kind, and what no rule could read gives way.

A lid is about one matter. «De melding wordt schriftelijk gedaan. De melding wordt voorzien van een toelichting»: the second sentence names
nobody, and the first says whose it is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from doenvermogentoets.norms import reach
from doenvermogentoets.norms.model import Norm, Soort

_SURE = 1.5  # what a clause that needed no weighing weighs, beside those that did


@dataclass(frozen=True, slots=True)
class Weighed:
    """A norm that is a plicht or procedure by its weight.

    Attributes:
        total: the sum of its signs, positive towards a citizen.
        unread: no rule knew its clause.
        remake: the same norm as one of this kind; the second says whether its acts count: of an unread one beside a norm of its kind.
    """

    total: float
    unread: bool
    remake: Callable[[Soort, bool], Norm]


def settle(norms: Sequence[Norm], weighed: Mapping[int, Weighed]) -> list[Norm | None]:
    """The norms of a lid, those that were weighed (by their identity) of the kind that all of them come to; ``None`` for what gives way."""
    if not any(id(norm) in weighed for norm in norms):
        return list(norms)
    total = 0.0
    for norm in norms:
        if id(norm) in weighed:
            total += weighed[id(norm)].total
        elif norm.soort is Soort.PLICHT:
            total += _SURE if norm.adressaat is not None and norm.adressaat.rol == "burger" else _SURE / 2
        elif norm.soort is Soort.PROCEDURE:
            total -= _SURE
    kind = reach.of_sum(total)
    unread = {key for key, own in weighed.items() if own.unread}
    read = {kind if id(norm) in weighed else norm.soort for norm in norms if id(norm) not in unread}
    out: list[Norm | None] = []
    for norm in norms:
        own = weighed.get(id(norm))
        if own is not None and (norm.soort is not kind or (own.unread and kind in read)):
            norm = own.remake(kind, not own.unread or kind in read)
        if own is not None and own.unread and _says_nothing(norm, read):
            out.append(None)
            continue
        out.append(norm)
    return out


def _says_nothing(norm: Norm, read: Collection[Soort]) -> bool:
    """Whether a norm that no rule knew adds nothing to the kinds that were read beside it: no term, and no act that goes with them."""
    if not read or norm.termijnen or norm.gevolgen:
        return False
    return not norm.handelingen or norm.soort not in read
