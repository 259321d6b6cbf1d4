"""SARIF 2.1.0: positions in code points, rules with their page as help, what was set aside with its reason."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from doenvermogentoets import __version__
from doenvermogentoets.catalogue import Check
from doenvermogentoets.document import Document
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.output.run import Place, Run, place, place_of, shown_path
from doenvermogentoets.structure.labels import label, unit_id
from doenvermogentoets.suppress import Suppressed, keyed

SCHEMA_URI = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note", Severity.INFO: "note"}
_RANKS = {"hoog": 90.0, "middel": 60.0, "laag": 30.0}


def render(run: Run) -> str:
    return json.dumps(as_sarif(run), ensure_ascii=False, indent=1) + "\n"


def as_sarif(run: Run) -> dict[str, Any]:
    """The log as plain values."""
    results = []
    used: dict[str, int] = {}
    for result in run.results:
        aside = {id(s.finding): s for s in result.suppressed}
        everything = sorted(
            [*result.findings, *(s.finding for s in result.suppressed)], key=lambda f: (shown_path(f.document), f.span, f.code)
        )
        for finding, context, occurrence in keyed(everything):
            index = used.setdefault(finding.check, len(used))
            results.append(_result(finding, index, f"{context}/{occurrence}", aside.get(id(finding))))
    rules = [_rule(name, run.pages.get(name)) for name in used]
    notifications = [
        {
            "level": "error",
            "descriptor": {"id": failure.check},
            "message": {"text": f"De controle {failure.check} liep vast ({failure.error})."},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(result.documents()[0])}}],
        }
        for result in run.results
        for failure in result.failures
    ]
    notifications += [{"level": "note", "message": {"text": note}} for note in run.notes]
    return {
        "$schema": SCHEMA_URI,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "doenvermogentoets", "semanticVersion": __version__, "language": "nl", "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "language": "nl",
                "artifacts": [{"location": _artifact(d)} for d in {shown_path(d): d for _, d in run.documents()}.values()],
                "invocations": [
                    {
                        "executionSuccessful": not run.failures and not run.unreadable,
                        "toolExecutionNotifications": notifications,
                    }
                ],
                "results": results,
            }
        ],
    }


def _rule(name: str, check: Check | None) -> dict[str, Any]:
    if check is None:
        return {"id": name}
    meta = check.meta
    return {
        "id": name,
        "name": meta.code,
        "shortDescription": {"text": meta.title},
        "fullDescription": {"text": check.sections.get("Wat", meta.title)},
        "help": {"text": check.body.strip(), "markdown": check.body.strip()},
        "defaultConfiguration": {"level": _LEVELS[meta.severity]},
        "properties": {"theme": check.theme, "sources": meta.sources, "tags": [check.theme], "framework": dict(meta.framework.as_json())},
    }


def _result(finding: Finding, index: int, fingerprint: str, aside: Suppressed | None) -> dict[str, Any]:
    message = " ".join(part for part in (finding.message, finding.explanation, finding.question) if part)
    out: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "rank": _RANKS[finding.confidence.value],
        "locations": [{**_location(finding.document, place_of(finding)), **_logical(finding)}],
        "partialFingerprints": {"doenvermogentoets/v1": fingerprint},
        "properties": {
            "code": finding.code,
            "severity": finding.severity.value,
            "confidence": finding.confidence.value,
            "ground": finding.ground,
            "suggestions": [s.title for s in finding.suggestions],
        },
    }
    if finding.annotations:
        out["relatedLocations"] = [
            {"id": number, **_location(a.document, place(a.document, a.span)), "message": {"text": a.message}}
            for number, a in enumerate(finding.annotations, start=1)
        ]
    if aside is not None:
        kind = "inSource" if aside.by in ("comment", "word") else "external"
        out["suppressions"] = [{"kind": kind, "status": "accepted", "justification": aside.reason}]
    return out


def _logical(finding: Finding) -> Mapping[str, Any]:
    if finding.unit is None:
        return {}
    return {"logicalLocations": [{"name": label(finding.unit), "fullyQualifiedName": unit_id(finding.unit)}]}


def _location(document: Document, at: Place) -> dict[str, Any]:
    region = {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
        "charOffset": at.span.start,
        "charLength": len(at.span),
    }
    return {"physicalLocation": {"artifactLocation": _artifact(document), "region": region}}


def _artifact(document: Document) -> dict[str, str]:
    return {"uri": quote(shown_path(document), safe="/:")}
