"""SARIF 2.1.0: positions in code points, rules with their page as help, what was set aside with its reason."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from doenvermogentoets import __version__
from doenvermogentoets.catalogue import Check
from doenvermogentoets.findings import Severity
from doenvermogentoets.output.json import indented
from doenvermogentoets.output.record import Shown
from doenvermogentoets.output.run import Run

SCHEMA_URI = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note", Severity.INFO: "note"}
_RANKS = {"hoog": 90.0, "middel": 60.0, "laag": 30.0}


def render(run: Run) -> Iterator[str]:
    """The log, dossier by dossier; what can only be said at the end comes after the results."""
    used: dict[str, int] = {}
    artifacts: dict[str, None] = {}
    head = f' "$schema": {json.dumps(SCHEMA_URI)},\n "version": "2.1.0",\n "runs": [\n  {{\n   "columnKind": "unicodeCodePoints",'
    yield f'{{\n{head}\n   "language": "nl",\n   "results": ['
    mark = "\n"
    for dossier in run.dossiers():
        artifacts.update(dict.fromkeys(d.path for d in dossier.documents))
        everything = [(f, None) for f in dossier.findings()]
        aside = [(f, f.json["reason"]) for d in dossier.documents for f in d.suppressed]
        for finding, reason in sorted([*everything, *aside], key=lambda p: (p[0].path, p[0].extra["at"], p[0].json["code"])):
            index = used.setdefault(finding.json["check"], len(used))
            yield f"{mark}    {indented(_result(finding, index, reason), 4)}"
            mark = ",\n"
    yield "]" if mark == "\n" else "\n   ]"
    rules = [_rule(name, run.pages.get(name)) for name in used]
    closing = {
        "tool": {"driver": {"name": "doenvermogentoets", "semanticVersion": __version__, "language": "nl", "rules": rules}},
        "artifacts": [{"location": _artifact(path)} for path in artifacts],
        "invocations": [
            {"executionSuccessful": not run.incomplete and not run.failed, "toolExecutionNotifications": list(_notifications(run))}
        ],
    }
    for key, value in closing.items():
        yield f',\n   "{key}": {indented(value, 3)}'
    yield "\n  }\n ]\n}\n"


def _notifications(run: Run) -> Iterator[dict[str, Any]]:
    for unusable in run.unusable:
        yield {"level": "error", "descriptor": {"id": unusable.what}, "message": {"text": str(unusable)}}
    for check, error, path in run.failures:
        yield {
            "level": "error",
            "descriptor": {"id": check},
            "message": {"text": f"De controle {run.name_of(check)} liep vast ({error})."},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(path)}}],
        }
    for row in run.failed:
        yield {
            "level": "error",
            "message": {"text": f"{row.problem} {row.remedy}".strip()},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(row.path)}}],
        }
    for note in run.notes:
        yield {"level": "note", "message": {"text": note}}


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


def _result(finding: Shown, index: int, reason: str | None) -> dict[str, Any]:
    row = finding.json
    message = " ".join(row[part] for part in ("message", "explanation", "question") if row[part])
    out: dict[str, Any] = {
        "ruleId": row["check"],
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "rank": _RANKS[row["confidence"]],
        "locations": [{**_location(finding.path, row), **_logical(finding)}],
        "partialFingerprints": {"doenvermogentoets/v1": f"{finding.extra['context']}/{finding.extra['occurrence_of_all']}"},
        "properties": {
            "code": row["code"],
            "severity": row["severity"],
            "confidence": row["confidence"],
            "ground": row["ground"],
            "suggestions": [s["title"] for s in row["suggestions"]],
        },
    }
    if row["related"]:
        out["relatedLocations"] = [
            {"id": number, **_location(related["path"], related), "message": {"text": related["message"]}}
            for number, related in enumerate(row["related"], start=1)
        ]
    if reason is not None:
        kind = "inSource" if row["by"] in ("comment", "word") else "external"
        out["suppressions"] = [{"kind": kind, "status": "accepted", "justification": reason}]
    return out


def _logical(finding: Shown) -> Mapping[str, Any]:
    unit = finding.json["unit"]
    if unit is None:
        return {}
    return {"logicalLocations": [{"name": unit["label"], "fullyQualifiedName": unit["id"]}]}


def _location(path: str, at: Mapping[str, Any]) -> dict[str, Any]:
    region = {
        "startLine": at["line"],
        "startColumn": at["column"],
        "endLine": at["end_line"],
        "endColumn": at["end_column"],
        "charOffset": at["span"]["start"],
        "charLength": at["span"]["end"] - at["span"]["start"],
    }
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": region}}


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path, safe="/:")}
