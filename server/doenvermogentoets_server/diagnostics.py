"""Findings as diagnostics."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any

from lsprotocol import types

from doenvermogentoets.catalogue import Check
from doenvermogentoets.document import Document, UnitKind
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets_server.positions import Positions

SOURCE = "doenvermogentoets"
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
        range=positions.range(finding.span),
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


def result_id(diagnostics: Sequence[types.Diagnostic]) -> str:
    """The same for the same diagnostics, and for nothing else; says nothing about the text."""
    digest = hashlib.blake2b(digest_size=12)
    for d in diagnostics:
        digest.update(repr((d.range, d.message, d.severity, d.code, d.related_information, d.data)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
