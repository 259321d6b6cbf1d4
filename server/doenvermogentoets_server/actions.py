"""Code actions: what can be done about a diagnostic with one keystroke."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lsprotocol import types

from doenvermogentoets_server.diagnostics import SOURCE

EXPLAIN = "doenvermogentoets.explain"
_KIND = types.CodeActionKind.QuickFix


def actions(
    uri: str, version: int | None, diagnostics: Sequence[types.Diagnostic], *, text_format: str, versioned: bool
) -> list[types.CodeAction]:
    """The actions for the diagnostics at a place.

    Args:
        version: of the document that the editor has now.
        text_format: ``txt``, ``md`` or ``xml``; nothing is written into the XML of a law in force.
        versioned: the client takes edits that name the version they are for.
    """
    out: list[types.CodeAction] = []
    for diagnostic in diagnostics:
        data = diagnostic.data
        if diagnostic.source != SOURCE or not isinstance(data, dict):
            continue
        if text_format != "xml":
            for suggestion in data.get("suggestions", []):
                edit = _edit(diagnostic, suggestion, data.get("insert_at"))
                if edit is not None:
                    out.append(
                        types.CodeAction(
                            title=str(suggestion["title"])[:1].upper() + str(suggestion["title"])[1:],
                            kind=_KIND,
                            diagnostics=[diagnostic],
                            edit=workspace_edit(uri, version if versioned else None, [edit], versioned=versioned),
                        )
                    )
            out.append(_suppress(uri, version, diagnostic, data, text_format, versioned=versioned))
        out.append(
            types.CodeAction(
                title=f"Leg uit: {data.get('check')} ({data.get('code')})",
                kind=_KIND,
                diagnostics=[diagnostic],
                command=types.Command("Leg uit", EXPLAIN, arguments=[data.get("check")]),
            )
        )
    return out


def _suppress(
    uri: str, version: int | None, diagnostic: types.Diagnostic, data: dict[str, Any], text_format: str, *, versioned: bool
) -> types.CodeAction:
    """A comment above the line; it works once a reason is filled in, and is reported until then."""
    note = f"doenvermogentoets: negeer {data.get('check')} -- "
    line = f"<!-- {note}-->" if text_format == "md" else f"% {note}"
    at = types.Position(diagnostic.range.start.line, 0)
    return types.CodeAction(
        title=f"Leg {data.get('check')} hier terzijde (vul een reden in)",
        kind=_KIND,
        diagnostics=[diagnostic],
        edit=workspace_edit(uri, version if versioned else None, [types.TextEdit(types.Range(at, at), f"{line}\n")], versioned=versioned),
    )


def _edit(diagnostic: types.Diagnostic, suggestion: dict[str, Any], insert_at: dict[str, int] | None) -> types.TextEdit | None:
    if isinstance(suggestion.get("replacement"), str):
        return types.TextEdit(diagnostic.range, suggestion["replacement"])
    if isinstance(suggestion.get("insertion"), str) and insert_at is not None:
        at = types.Position(insert_at["line"], insert_at["character"])
        return types.TextEdit(types.Range(at, at), f"\n{suggestion['insertion']}")
    return None


def workspace_edit(uri: str, version: int | None, edits: list[types.TextEdit], *, versioned: bool) -> types.WorkspaceEdit:
    """An edit of one document, with its version where the client understands that."""
    if not versioned:
        return types.WorkspaceEdit(changes={uri: edits})
    document = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, list(edits))])
