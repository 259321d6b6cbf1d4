"""Doing beforehand what otherwise holds up the first edit: most of what a check needs is loaded when it is first used.

The language pipeline, and thousands of patterns that are compiled when a word first asks for them: together some five seconds. The process
that talks with the editor needs them for its excerpts too, and not before the first edit; by then they must be there.
"""

from __future__ import annotations

from collections.abc import Callable

from doenvermogentoets.catalogue import Catalogue
from doenvermogentoets.pausing import asking
from doenvermogentoets.testing import unmark
from doenvermogentoets_server.checking import Client, check
from doenvermogentoets_server.dossiers import Draft, Key
from doenvermogentoets_server.settings import EditorSettings

_ONE_IN = 4  # checks of which an example is read: more makes the next reading hardly quicker


class Ended(BaseException):
    """The session ended meanwhile. No error: what goes on when a check breaks must end too."""


def warm_up(catalogue: Catalogue, go_on: Callable[[], None]) -> None:
    """Check a dossier made of the examples of some checks, for what is loaded by that.

    Args:
        go_on: asked between two units; raises :class:`Ended` to end it.
    """
    chosen = [next((unmark(e) for e in check_.examples if e.expected), None) for check_ in list(catalogue)[::_ONE_IN]]
    examples = [e for e in chosen if e is not None]
    bill = Draft("untitled:ontwerp", 0, "plaintext", "\n\n".join(e.bill for e in examples))
    told = "\n\n".join(e.toelichting for e in examples if e.toelichting)
    toelichting = Draft("untitled:toelichting", 0, "plaintext", f"MEMORIE VAN TOELICHTING\n\n{told}")
    drafts = {d.uri: d for d in (bill, toelichting)}
    with asking(go_on):
        check(Key(tuple(drafts)), drafts, catalogue, EditorSettings(), Client())
