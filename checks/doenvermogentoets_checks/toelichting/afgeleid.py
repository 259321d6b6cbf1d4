"""Whether a number of a toelichting can be reckoned from those of an artikel: «€ 1.100» is a fifth of € 5.500."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid, in_jaren

_MONTHS = 12.0
_WHOLE = 100.0  # percents
_NEAR = 0.005  # share that may be lost in rounding
_MANY = 12  # numbers of an artikel: beyond it too much can be reckoned for it to say anything


def afgeleid(one: Hoeveelheid, inside: Sequence[Hoeveelheid]) -> bool:
    """One step from one or two of the numbers of an artikel gives this one."""
    if len(inside) > _MANY:
        return False
    return any(abs(value - one.waarde) <= _NEAR * abs(one.waarde) for value in _reckoned(one, inside))


def _reckoned(one: Hoeveelheid, inside: Sequence[Hoeveelheid]) -> Iterator[float]:
    same = [h for h in inside if h.maat == one.maat or (in_jaren(h) and in_jaren(one))]
    for h in same:
        if one.maat == "procent":
            yield _WHOLE - h.waarde
        if one.maat == "euro" and (one.per or h.per):
            yield h.waarde * _MONTHS
            yield h.waarde / _MONTHS
    if one.maat in ("euro", "duur", "leeftijd", "procent"):
        for a, b in permutations(same, 2):
            if a.maat == b.maat == one.maat:
                yield a.waarde + b.waarde
                yield a.waarde - b.waarde
    if one.maat in ("euro", "duur", "aantal"):
        for h in same:
            for factor in inside:
                if factor.maat == "procent":
                    yield h.waarde * factor.waarde / _WHOLE
                    yield h.waarde * (1 + factor.waarde / _WHOLE)
                    yield h.waarde * (1 - factor.waarde / _WHOLE)
                elif factor.maat == "keer" or (factor.maat == "aantal" and one.maat == "euro"):
                    yield h.waarde * factor.waarde
