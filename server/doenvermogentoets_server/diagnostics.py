"""Findings as diagnostics.

A diagnostic is kept as the JSON that goes to the editor: it is made once, and only its lines change while the draft is edited.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from os import PathLike
from pathlib import Path
from typing import Any

from cattrs import Converter
from lsprotocol import converters, types

from doenvermogentoets.catalogue import Check
from doenvermogentoets.document import Document, UnitKind
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets_server.positions import Positions

SOURCE = "doenvermogentoets"
Json = dict[str, Any]
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.SUGGESTION: types.DiagnosticSeverity.Information,
    Severity.INFO: types.DiagnosticSeverity.Hint,
}

Place = Callable[[Document], tuple[str, Positions] | None]
"""URI and positions of a document of the dossier; ``None`` when an editor cannot show it."""


def page_uri(check: Check | None) -> str | None:
    """The check's page in the installed package: it opens without a network."""
    if check is not None and isinstance(check.entry.page, PathLike):
        return Path(check.entry.page).resolve().as_uri()
    return None


def diagnostic(finding: Finding, place: Place, pages: Mapping[str, Check], *, related: bool) -> types.Diagnostic | None:
    """A finding as the editor shows it; ``None`` for a document that is not open.

    Args:
        related: the client can show other places with a diagnostic.
    """
    here = place(finding.document)
    if here is None:
        return None
    _, positions = here
    page = page_uri(pages.get(finding.check))
    return types.Diagnostic(
        range=positions.range(finding.span) if finding.shown is None else positions.shown_range(finding.shown),
        message=f"{finding.message}\nVraag: {finding.question}" if finding.question else finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.check,
        code_description=types.CodeDescription(href=page) if page else None,
        source=SOURCE,
        related_information=_related(finding, place) if related else None,
        data=_data(finding, positions),
    )


def _related(finding: Finding, place: Place) -> list[types.DiagnosticRelatedInformation] | None:
    out = []
    for annotation in finding.annotations:
        there = place(annotation.document)
        if there is not None:
            uri, positions = there
            out.append(types.DiagnosticRelatedInformation(types.Location(uri, positions.range(annotation.span)), annotation.message))
    return out or None


def _data(finding: Finding, positions: Positions) -> dict[str, Any]:
    """What a code action needs; positions are those of the version that was checked."""
    return {
        "check": finding.check,
        "code": finding.code,
        "suggestions": [
            {"title": s.title, "replacement": s.replacement, "insertion": s.insertion}
            for s in finding.suggestions
            if s.replacement is not None or s.insertion is not None
        ],
        "insert_at": _insert_at(finding, positions),
    }


def _insert_at(finding: Finding, positions: Positions) -> dict[str, int]:
    """The end of the lid, artikel or paragraph that the finding stands in: new text comes below it."""
    unit = finding.unit.nearest(UnitKind.LID, UnitKind.ARTIKEL, UnitKind.ALINEA) if finding.unit is not None else None
    end = positions.range(unit.span if unit is not None else finding.span).end
    return {"line": end.line, "character": end.character}


Move = Callable[[tuple[int, int], bool], tuple[int, int]]
"""Where a place (line, character) stands now; the flag says that it ends a range."""


def relocated(diagnostic: Json, home: str, moves: Mapping[str, Move]) -> Json:
    """The diagnostic after its places moved.

    Args:
        home: URI of its document, as the editor spells it.
        moves: per URI how places in that document move.
    """
    move = moves[home]
    out = {**diagnostic, "range": _moved(diagnostic["range"], move)}
    data = diagnostic.get("data")
    if data:
        at = move((data["insert_at"]["line"], data["insert_at"]["character"]), True)
        out["data"] = {**data, "insert_at": {"line": at[0], "character": at[1]}}
    related = diagnostic.get("relatedInformation")
    if related and any(r["location"]["uri"] in moves for r in related):
        out["relatedInformation"] = [
            {**r, "location": {**r["location"], "range": _moved(r["location"]["range"], moves[r["location"]["uri"]])}}
            if r["location"]["uri"] in moves
            else r
            for r in related
        ]
    return out


def mentions(diagnostic: Json, first: int, last: int) -> bool:
    """Whether any of its places lies on one of these lines, in whatever document."""
    ranges = [diagnostic["range"], *(r["location"]["range"] for r in diagnostic.get("relatedInformation") or ())]
    if any(r["start"]["line"] <= last and first <= r["end"]["line"] for r in ranges):
        return True
    data = diagnostic.get("data")
    return bool(data) and first <= data["insert_at"]["line"] <= last


def _moved(range_: Json, move: Move) -> Json:
    start, end = place_of(range_["start"]), place_of(range_["end"])
    if start == end:
        start = end = move(start, False)
    else:
        start, end = move(start, False), move(end, True)
    end = max(start, end)
    return {"start": {"line": start[0], "character": start[1]}, "end": {"line": end[0], "character": end[1]}}


def place_of(position: Json) -> tuple[int, int]:
    return position["line"], position["character"]


@cache
def _plain() -> Converter:
    return converters.get_converter()


def as_json(diagnostic: types.Diagnostic) -> Json:
    """As it goes over the line."""
    out: Json = _plain().unstructure(diagnostic, types.Diagnostic)
    return out


def converter() -> Converter:
    """The converter of the protocol, which leaves a diagnostic that is JSON already as it is."""
    out = converters.get_converter()
    usual = out.get_unstructure_hook(types.Diagnostic)
    out.register_unstructure_hook(types.Diagnostic, lambda d: d if isinstance(d, dict) else usual(d))
    return out
