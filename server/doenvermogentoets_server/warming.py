"""Doing beforehand what otherwise holds up the first edit: most of what a check needs is loaded when it is first used.

The language pipeline, and thousands of patterns that are compiled when a word first asks for them: together some five seconds. The process
that talks with the editor needs them for its excerpts too, and not before the first edit; by then they must be there.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable
from concurrent.futures import Executor

from doenvermogentoets.catalogue import Catalogue
from doenvermogentoets.pausing import asking
from doenvermogentoets.testing import unmark
from doenvermogentoets_server.checking import Client, check
from doenvermogentoets_server.dossiers import Draft, Key
from doenvermogentoets_server.settings import EditorSettings

_ONE_IN = 4  # checks of which an example is read: more makes the next reading hardly quicker


class Warming:
    """Loads what is needed soon in the thread that reads, while the editor is busy with something else.

    Args:
        catalogue: gives the checks.
    """

    def __init__(self, executor: Executor, catalogue: Callable[[], Catalogue]) -> None:
        self._executor = executor
        self._catalogue = catalogue
        self._warmed = self._ended = False

    def load(self) -> None:
        """Load what a first draft needs."""
        self._executor.submit(self._load)

    def warm_up(self) -> None:
        """Load what a first edit needs; that is done once."""
        if not self._warmed:
            self._warmed = True
            self._executor.submit(self._warm_up)

    def end(self) -> None:
        """The session is over: what is going on stops."""
        self._ended = True

    def _load(self) -> None:
        for check_ in self._catalogue():
            with contextlib.suppress(Exception):  # one that cannot be imported is named when it runs
                _ = check_.detector
        _freeze()

    def _warm_up(self) -> None:
        with contextlib.suppress(Exception, _Ended):  # whatever is wrong, the first edit will tell
            _check_examples(self._catalogue(), self._go_on)
        _freeze()

    def _go_on(self) -> None:
        if self._ended:
            raise _Ended


def _freeze() -> None:
    """What was loaded stays; it need not be looked through again and again."""
    gc.collect()
    gc.freeze()


class _Ended(BaseException):
    """The session ended meanwhile. No error: what goes on when a check breaks must end too."""


def _check_examples(catalogue: Catalogue, go_on: Callable[[], None]) -> None:
    """Check a dossier made of the examples of some checks, for what is loaded by that.

    Args:
        go_on: asked between two units; raises :class:`_Ended` to end it.
    """
    chosen = [next((unmark(e) for e in check_.examples if e.expected), None) for check_ in list(catalogue)[::_ONE_IN]]
    examples = [e for e in chosen if e is not None]
    bill = Draft("untitled:ontwerp", 0, "plaintext", "\n\n".join(e.bill for e in examples))
    told = "\n\n".join(e.toelichting for e in examples if e.toelichting)
    toelichting = Draft("untitled:toelichting", 0, "plaintext", f"MEMORIE VAN TOELICHTING\n\n{told}")
    drafts = {d.uri: d for d in (bill, toelichting)}
    with asking(go_on):
        check(Key(tuple(drafts)), drafts, catalogue, EditorSettings(), Client())
