"""GitLab Code Quality: a JSON list of issues. A dossier that could not be checked is an issue too, because a list shows no exit code."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from doenvermogentoets.findings import Severity
from doenvermogentoets.output.clean import one_line
from doenvermogentoets.output.json import indented
from doenvermogentoets.output.record import DossierRecord, Shown
from doenvermogentoets.output.run import Run

_LEVELS = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.SUGGESTION: "minor", Severity.INFO: "info"}
NOT_CHECKED = "niet-getoetst"


def render(run: Run) -> Iterator[str]:
    """The list of issues, dossier by dossier."""
    yield "["
    mark = "\n"
    # a list of issues has no place for what is about all dossiers: that stands at the first
    about_all = [(u.what, str(u)) for u in run.unusable]
    for dossier in run.dossiers():
        issues = [_trouble(what, told, dossier) for what, told in about_all]
        about_all = []
        issues += [_issue(finding) for finding in dossier.findings()]
        issues += [
            _trouble(failure["check"], f"De controle {run.name_of(failure['check'])} liep vast ({failure['error']}).", dossier)
            for failure in dossier.failures
        ]
        if dossier.failed:
            issues.append(_trouble(NOT_CHECKED, f"{dossier.problem} {dossier.remedy}", dossier))
        for issue in issues:
            yield f"{mark} {indented(issue, 1)}"
            mark = ",\n"
    yield "]\n" if mark == "\n" else "\n]\n"


def _issue(finding: Shown) -> dict[str, Any]:
    row = finding.json
    return {
        "type": "issue",
        "description": one_line(f"{row['message']} {row['explanation']}"),
        "check_name": row["check"],
        "fingerprint": f"{finding.extra['context']}-{finding.extra['occurrence']}-{_digest(finding.path)}",
        "severity": _LEVELS[finding.severity],
        "categories": ["Clarity" if row["theme"] == "taal" else "Bug Risk"],
        "location": {"path": finding.path, "lines": {"begin": row["line"], "end": row["end_line"]}},
    }


def _trouble(check: str, description: str, dossier: DossierRecord) -> dict[str, Any]:
    return {
        "type": "issue",
        "description": one_line(description),
        "check_name": check,
        "fingerprint": f"{_digest(check)}-vast-{_digest(dossier.path)}",
        "severity": "blocker",
        "categories": ["Bug Risk"],
        "location": {"path": dossier.path, "lines": {"begin": 1, "end": 1}},
    }


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
