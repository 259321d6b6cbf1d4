"""Annotations for GitHub Actions: one workflow command per finding on standard output."""

from __future__ import annotations

from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.output.clean import one_line
from doenvermogentoets.output.run import Run, place_of, shown_path
from doenvermogentoets.structure.labels import label

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice", Severity.INFO: "notice"}


def render(run: Run) -> str:
    lines = [_annotation(finding) for finding in run.findings()]
    lines += [f"::error title={_property(name)}::De controle {_data(name)} liep vast." for name in run.failures]
    lines += [f"::notice::{_data(note)}" for note in run.notes]
    return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding) -> str:
    at = place_of(finding)
    properties = {"file": shown_path(finding.document), "line": str(at.line), "endLine": str(at.end_line)}
    if at.line == at.end_line:
        # columns of a range over several lines are not understood
        properties |= {"col": str(at.column), "endColumn": str(at.end_column)}
    where = f", {label(finding.unit)}" if finding.unit is not None else ""
    properties["title"] = one_line(f"{finding.check} ({finding.code}){where}")
    body = one_line(f"{finding.message} {finding.explanation} {finding.question} Grond: {finding.ground}")
    joined = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_LEVELS[finding.severity]} {joined}::{_data(body)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
