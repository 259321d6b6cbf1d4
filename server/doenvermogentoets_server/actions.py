"""Code actions: what can be done about a diagnostic with one keystroke."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lsprotocol import types

from doenvermogentoets.config import FILE_NAME
from doenvermogentoets_server.checking import LANGUAGE
from doenvermogentoets_server.diagnostics import SOURCE, Shown

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


def now(given: types.Diagnostic, shown: Sequence[Shown], placed: Sequence[Shown | None]) -> types.Diagnostic | None:
    """The diagnostic that the editor asks about with its places in the present version; ``None`` if it cannot be told which it is.

    An editor asks with what it was sent for an earlier version, or with that after moving its range and not the places in its data.

    Args:
        shown: what was last found.
        placed: each of those where it stands now; ``None`` for one whose words changed.
    """
    alike = [i for i, d in enumerate(shown) if d["code"] == given.code and d["message"] == given.message]
    here = [i for i in alike if _is_at(given, shown[i]) or _is_at(given, placed[i])]
    chosen = here if here else alike
    found = placed[chosen[0]] if len(chosen) == 1 else None
    if found is None:
        return None
    return types.Diagnostic(_place(found["range"]), given.message, code=given.code, source=given.source, data=found["data"])


def _is_at(given: types.Diagnostic, shown: Shown | None) -> bool:
    return shown is not None and _place(shown["range"]) == given.range


def actions(
    uri: str,
    version: int | None,
    diagnostics: Sequence[tuple[types.Diagnostic, types.Diagnostic | None]],
    *,
    text_format: str,
    versioned: bool,
) -> list[types.CodeAction]:
    """The actions for the diagnostics at a place: first what mends the text, then setting aside and explaining, both by diagnostic.

    Args:
        version: of the document that the editor has now.
        diagnostics: as the editor has it, and as it stands in that version; one that does not any more is only explained.
        text_format: ``txt``, ``md`` or ``xml``; nothing is written into the XML of a law in force.
        versioned: the client takes edits that name the version they are for.
    """
    mending: list[types.CodeAction] = []
    out: list[types.CodeAction] = []
    for diagnostic, present in diagnostics:
        data = present.data if present is not None else diagnostic.data
        if diagnostic.source != SOURCE or not isinstance(data, dict) or "check" not in data:
            continue
        if present is None:
            out.append(_command(f"Leg uit: {data['check']} ({data.get('code')})", EXPLAIN, diagnostic, [data["check"]]))
            continue
        mine: list[types.CodeAction] = []
        if text_format != "xml":
            for suggestion in data.get("suggestions", []):
                edits = _edits(present, suggestion, data)
                if edits:
                    title = str(suggestion["title"])
                    edit = workspace_edit(uri, version if versioned else None, edits, versioned=versioned)
                    mine.append(types.CodeAction(title[:1].upper() + title[1:], kind=_KIND, diagnostics=[diagnostic], edit=edit))
            only = data["suggestions"][0] if len(mine) == 1 else {}
            if only.get("replacement") is not None and "range" not in only and _changes_no_law(data):
                mine[0].is_preferred = True  # one way to say the same: «repareer alles» may take it
            mending += mine
            out.append(_suppress(uri, version, diagnostic, present.range.start.line, data, text_format, versioned=versioned))
        out.append(
            _command(
                f"Leg {data['check']} hier terzijde in {FILE_NAME} (vraagt om een reden)",
                SET_ASIDE,
                diagnostic,
                [{"uri": uri, "check": data["check"], "line": present.range.start.line, "character": present.range.start.character}],
            )
        )
        out.append(_command(f"Leg uit: {data['check']} ({data.get('code')})", EXPLAIN, diagnostic, [data["check"]]))
    return [*mending, *out]


def _command(title: str, name: str, diagnostic: types.Diagnostic, arguments: list[Any]) -> types.CodeAction:
    return types.CodeAction(title, kind=_KIND, diagnostics=[diagnostic], command=types.Command(title, name, arguments=arguments))


def _changes_no_law(data: dict[str, Any]) -> bool:
    """Whether its check is about language: what another check proposes is a choice, however few ways there are."""
    return str(data.get("code", "")).startswith(LANGUAGE)


def _suppress(
    uri: str, version: int | None, diagnostic: types.Diagnostic, line: int, data: dict[str, Any], text_format: str, *, versioned: bool
) -> types.CodeAction:
    """A comment above the line; it works once a reason is filled in, and is reported until then."""
    note = f"doenvermogentoets: negeer {data.get('check')} -- "
    before, after = ("<!-- ", "-->") if text_format == "md" else ("% ", "")
    at = types.Position(line, 0)
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
