"""A quick fix of one finding applied to the text it is in, as an editor does it."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from doenvermogentoets.findings import Finding
from doenvermogentoets_server.actions import actions
from doenvermogentoets_server.diagnostics import diagnostic
from doenvermogentoets_server.positions import Positions

URI = "file:///map/ontwerp.txt"


def shown(finding: Finding) -> types.Diagnostic:
    found = diagnostic(
        finding,
        lambda document: (URI, Positions(document.text, types.PositionEncodingKind.Utf32)) if document is finding.document else None,
        {},
        related=False,
    )
    assert found is not None
    return found


def mending(finding: Finding) -> Iterator[tuple[str, list[types.TextEdit]]]:
    """Per fix that mends the text: its title and its edits."""
    one = shown(finding)
    for action in actions(URI, 1, [(one, one)], text_format="txt", versioned=False):
        if action.edit is not None and action.edit.changes is not None and "terzijde" not in action.title:
            yield action.title, list(action.edit.changes[URI])


def applied(text: str, edits: list[types.TextEdit]) -> str:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)

    def at(position: types.Position) -> int:
        return starts[position.line] + position.character

    for edit in sorted(edits, key=lambda e: at(e.range.start), reverse=True):
        text = text[: at(edit.range.start)] + edit.new_text + text[at(edit.range.end) :]
    return text
