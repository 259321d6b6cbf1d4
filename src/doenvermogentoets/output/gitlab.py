"""GitLab Code Quality: a JSON list of issues."""

from __future__ import annotations

import json
from typing import Any

from doenvermogentoets.findings import Severity
from doenvermogentoets.output.clean import one_line
from doenvermogentoets.output.run import Run, place_of, shown_path
from doenvermogentoets.suppress import keyed

_LEVELS = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.SUGGESTION: "minor", Severity.INFO: "info"}


def render(run: Run) -> str:
    issues: list[dict[str, Any]] = []
    for finding, context, occurrence in keyed(run.findings()):
        at = place_of(finding)
        path = shown_path(finding.document)
        issues.append(
            {
                "description": one_line(f"{finding.message} {finding.explanation}"),
                "check_name": finding.check,
                "fingerprint": f"{context}-{occurrence}-{_digest(path)}",
                "severity": _LEVELS[finding.severity],
                "categories": ["Clarity" if finding.theme == "taal" else "Bug Risk"],
                "location": {"path": path, "lines": {"begin": at.line, "end": at.end_line}},
            }
        )
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _digest(path: str) -> str:
    from hashlib import sha256

    return sha256(path.encode("utf-8", "replace")).hexdigest()[:8]
