"""Between two units an analysis can be ended by who asked for it.

An analysis cannot be stopped from outside, and most of its work is done when a check first asks for it. So the work itself says now and
then that it is between two units (a provision, a paragraph, a check), and who started it decides whether it goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_ASKED: ContextVar[Callable[[], None] | None] = ContextVar("asked", default=None)


def between_units() -> None:
    """Said by the work: nothing is half done now. Raises what the one who started it raises to end it."""
    asked = _ASKED.get()
    if asked is not None:
        asked()


@contextmanager
def asking(go_on: Callable[[], None]) -> Iterator[None]:
    """What is done inside asks ``go_on`` between two units.

    Args:
        go_on: raises to end the work; not an ``Exception``, as those are taken for a defect of one check, after which the others go on.
    """
    token = _ASKED.set(go_on)
    try:
        yield
    finally:
        _ASKED.reset(token)
