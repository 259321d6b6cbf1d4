"""``--format json``: the contract for programs, schema 1 (see ``schema.json`` beside this file)."""

from __future__ import annotations

import json
from typing import Any

from doenvermogentoets import __version__
from doenvermogentoets.document import Document
from doenvermogentoets.engine import Result
from doenvermogentoets.findings import Annotation, Finding
from doenvermogentoets.output.run import Run, place, place_of, shown_path
from doenvermogentoets.structure.labels import unit_json

SCHEMA = 1


def render(run: Run) -> str:
    return json.dumps(as_json(run), ensure_ascii=False, indent=1) + "\n"


def as_json(run: Run) -> dict[str, Any]:
    """The whole run as plain values."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "doenvermogentoets", "version": __version__},
        "documents": [document_json(run, result, document) for result, document in run.documents()],
        "summary": run.summary,
        "failures": [{"check": f.check, "error": f.error} for result in run.results for f in result.failures],
        "notes": run.notes,
    }


def document_json(run: Run, result: Result, document: Document) -> dict[str, Any]:
    """One document with its findings."""
    return {
        "path": shown_path(document),
        "kind": document.kind.value,
        "title": document.title,
        "findings": [finding_json(f) for f in result.of(document)],
        "unread": [{"what": u.what, "count": u.count, "where": u.where} for u in run.unread(document)],
        "suppressed": [
            finding_json(s.finding) | {"reason": s.reason, "by": s.by} for s in result.suppressed if s.finding.document is document
        ],
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
        "explanation": finding.explanation,
        "question": finding.question,
        "ground": finding.ground,
        "suggestions": [{"title": s.title, "replacement": s.replacement, "insertion": s.insertion} for s in finding.suggestions],
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
