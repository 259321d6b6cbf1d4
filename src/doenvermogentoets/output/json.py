"""``--format json``: the contract for programs, schema 1 (see ``schema.json`` beside this file)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from doenvermogentoets import __version__
from doenvermogentoets.findings import Annotation, Finding, Severity, Suggestion
from doenvermogentoets.output.run import Row, Run, place, place_of, shown_path
from doenvermogentoets.structure.labels import unit_json

SCHEMA = 1


def render(run: Run) -> Iterator[str]:
    """The run as JSON, dossier by dossier."""
    yield f'{{\n "schema": {SCHEMA},\n "tool": {indented({"name": "doenvermogentoets", "version": __version__}, 1)},\n "documents": ['
    mark = "\n"
    for dossier in run.dossiers():
        for document in dossier.documents:
            yield f"{mark}  {indented(document.json, 2)}"
            mark = ",\n"
    yield "]" if mark == "\n" else "\n ]"
    closing = {
        "summary": run.summary,
        "failures": [
            *({"check": u.what, "error": u.error, "path": None} for u in run.unusable),
            *({"check": check, "error": error, "path": path} for check, error, path in run.failures),
        ],
        "notes": [*map(str, run.unusable), *run.notes],
        "dossiers": [_dossier(row) for row in run.rows],
    }
    for key, value in closing.items():
        yield f',\n "{key}": {indented(value, 1)}'
    yield "\n}\n"


def indented(value: object, depth: int) -> str:
    """A value as JSON at a depth of an indented document; a line end inside a text is escaped, so every line end is one of the layout."""
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n" + " " * depth)


def _dossier(row: Row) -> dict[str, Any]:
    return {
        "path": row.path,
        "toelichting": row.toelichting or None,
        "summary": {severity.value: row.severities.get(severity, 0) for severity in Severity},
        "problem": row.problem or None,
        "remedy": row.remedy or None,
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    """One finding; ``span``, ``line`` and ``column`` are those of the file the user has (for Word: of the text as read)."""
    at = place_of(finding)
    return {
        "check": finding.check,
        "code": finding.code,
        "theme": finding.theme,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": finding.message,
        "explanation": " ".join(filter(None, (finding.explanation, finding.struck))),
        "question": finding.question,
        "ground": finding.ground,
        "suggestions": [_suggestion(finding, s) for s in finding.suggestions],
        "sources": list(finding.sources),
        "framework": dict(finding.framework.as_json()),
        "precision": finding.precision,
        "unit": unit_json(finding.unit) if finding.unit is not None else None,
        "span": {"start": at.span.start, "end": at.span.end},
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "quote": finding.quote,
        "related": [_related(a) for a in finding.annotations],
    }


def _suggestion(finding: Finding, suggestion: Suggestion) -> dict[str, Any]:
    """``at`` is given where the replacement is for other words than those of the finding."""
    at = finding.document.text.shown_span(suggestion.at) if suggestion.at is not None else None
    return {
        "title": suggestion.title,
        "replacement": suggestion.replacement,
        "insertion": suggestion.insertion,
        "example": suggestion.example,
        "at": {"start": at.start, "end": at.end} if at is not None else None,
    }


def _related(annotation: Annotation) -> dict[str, Any]:
    at = place(annotation.document, annotation.span)
    return {
        "path": shown_path(annotation.document),
        "span": {"start": at.span.start, "end": at.span.end},
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "message": annotation.message,
    }
