"""Questions with one answer for a whole artikel: each of its leden asks them, and in an artikel of thousands that is asked once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Unit

T = TypeVar("T")


def per_artikel(ask: Callable[[Analysis, Provision], T]) -> Callable[[Analysis, Provision], T]:
    """A question that looks at nothing of a provision but the artikel it stands in (a provision outside artikelen: at itself)."""
    known: WeakKeyDictionary[Analysis, dict[Unit, T]] = WeakKeyDictionary()

    @wraps(ask)
    def answer(analysis: Analysis, provision: Provision) -> T:
        told = known.setdefault(analysis, {})
        unit = provision.unit.artikel or provision.unit
        if unit not in told:
            told[unit] = ask(analysis, provision)
        return told[unit]

    return answer


def per_provision(ask: Callable[[Analysis, Provision], T]) -> Callable[[Analysis, Provision], T]:
    """A question about a provision as a whole, that each finding in it asks: in one of thousands of sentences it is asked once."""
    known: WeakKeyDictionary[Analysis, dict[Unit, T]] = WeakKeyDictionary()

    @wraps(ask)
    def answer(analysis: Analysis, provision: Provision) -> T:
        told = known.setdefault(analysis, {})
        if provision.unit not in told:
            told[provision.unit] = ask(analysis, provision)
        return told[provision.unit]

    return answer
