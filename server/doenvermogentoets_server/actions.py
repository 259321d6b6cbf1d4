"""Code actions: what can be done about a diagnostic with one keystroke."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lsprotocol import types

from doenvermogentoets.config import FILE_NAME
from doenvermogentoets_server.diagnostics import SOURCE

EXPLAIN = "doenvermogentoets.explain"
SET_ASIDE = "doenvermogentoets.setAside"
FILL_IN = "doenvermogentoets.fillIn"


@dataclass(frozen=True)
class SetAside:
    """Argument of the command that sets a passage aside: the document, the check and where the finding starts."""

    uri: str
    check: str
    line: int
    character: int


@dataclass(frozen=True)
class Place:
    """Argument of the command that puts the cursor where something is to be filled in."""

    uri: str
    line: int
    character: int


_KIND = types.CodeActionKind.QuickFix


def actions(
    uri: str, version: int | None, diagnostics: Sequence[types.Diagnostic], *, text_format: str, versioned: bool
) -> list[types.CodeAction]:
    """The actions for the diagnostics at a place: first what mends the text, then setting aside and explaining, both by diagnostic.

    Args:
        version: of the document that the editor has now.
        text_format: ``txt``, ``md`` or ``xml``; nothing is written into the XML of a law in force.
        versioned: the client takes edits that name the version they are for.
    """
    mending: list[types.CodeAction] = []
    out: list[types.CodeAction] = []
    for diagnostic in diagnostics:
        data = diagnostic.data
        if diagnostic.source != SOURCE or not isinstance(data, dict) or "check" not in data:
            continue
        mine: list[types.CodeAction] = []
        if text_format != "xml":
            for suggestion in data.get("suggestions", []):
                edits = _edits(diagnostic, suggestion, data)
                if edits:
                    title = str(suggestion["title"])
                    edit = workspace_edit(uri, version if versioned else None, edits, versioned=versioned)
                    mine.append(types.CodeAction(title[:1].upper() + title[1:], kind=_KIND, diagnostics=[diagnostic], edit=edit))
            only = data["suggestions"][0] if len(mine) == 1 else {}
            if only.get("replacement") is not None and "range" not in only:
                mine[0].is_preferred = True  # one way to replace these words: «repareer alles» may take it
            mending += mine
            out.append(_suppress(uri, version, diagnostic, data, text_format, versioned=versioned))
        out.append(
            _command(
                f"Leg {data['check']} hier terzijde in {FILE_NAME} (vraagt om een reden)",
                SET_ASIDE,
                diagnostic,
                [{"uri": uri, "check": data["check"], "line": diagnostic.range.start.line, "character": diagnostic.range.start.character}],
            )
        )
        out.append(_command(f"Leg uit: {data['check']} ({data.get('code')})", EXPLAIN, diagnostic, [data["check"]]))
    return [*mending, *out]


def _command(title: str, name: str, diagnostic: types.Diagnostic, arguments: list[Any]) -> types.CodeAction:
    return types.CodeAction(title, kind=_KIND, diagnostics=[diagnostic], command=types.Command(title, name, arguments=arguments))


def _suppress(
    uri: str, version: int | None, diagnostic: types.Diagnostic, data: dict[str, Any], text_format: str, *, versioned: bool
) -> types.CodeAction:
    """A comment above the line; it works once a reason is filled in, and is reported until then."""
    note = f"doenvermogentoets: negeer {data.get('check')} -- "
    before, after = ("<!-- ", "-->") if text_format == "md" else ("% ", "")
    at = types.Position(diagnostic.range.start.line, 0)
    return types.CodeAction(
        title=f"Leg {data.get('check')} hier terzijde in de tekst (vul een reden in)",
        kind=_KIND,
        diagnostics=[diagnostic],
        edit=workspace_edit(
            uri, version if versioned else None, [types.TextEdit(types.Range(at, at), f"{before}{note}{after}\n")], versioned=versioned
        ),
        command=types.Command("Vul de reden in", FILL_IN, arguments=[{"uri": uri, "line": at.line, "character": len(before + note)}]),
    )


def _edits(diagnostic: types.Diagnostic, suggestion: dict[str, Any], data: dict[str, Any]) -> list[types.TextEdit]:
    insertion = suggestion.get("insertion")
    if isinstance(suggestion.get("replacement"), str):
        return [types.TextEdit(_place(suggestion["range"]) if "range" in suggestion else diagnostic.range, suggestion["replacement"])]
    if not isinstance(insertion, str) or not insertion or "insert_at" not in data:
        return []
    if insertion[0].islower():  # a part of a sentence
        return [_insert(data["after"], f" {insertion}")]
    first = [_insert(data["number_at"], "1. ")] if "number_at" in data else []
    return [*first, _insert(data["insert_at"], f"\n{data.get('prefix', '')}{insertion}")]


def _place(range_: dict[str, dict[str, int]]) -> types.Range:
    start, end = (types.Position(range_[name]["line"], range_[name]["character"]) for name in ("start", "end"))
    return types.Range(start, end)


def _insert(at: dict[str, int], text: str) -> types.TextEdit:
    position = types.Position(at["line"], at["character"])
    return types.TextEdit(types.Range(position, position), text)


def workspace_edit(uri: str, version: int | None, edits: list[types.TextEdit], *, versioned: bool) -> types.WorkspaceEdit:
    """An edit of one document, with its version where the client understands that."""
    if not versioned:
        return types.WorkspaceEdit(changes={uri: edits})
    document = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, list(edits))])
