"""Annotations for GitHub Actions: one workflow command per finding on standard output."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.findings import Severity
from doenvermogentoets.output.clean import one_line
from doenvermogentoets.output.record import Shown
from doenvermogentoets.output.run import Run

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice", Severity.INFO: "notice"}


def render(run: Run) -> Iterator[str]:
    """An annotation per finding, whatever is shown, one per check that broke on a dossier, one per dossier that could not be checked."""
    for dossier in run.dossiers():
        for finding in dossier.findings():
            yield f"{_annotation(finding)}\n"
        for failure in dossier.failures:
            told = f"De controle {run.name_of(failure['check'])} liep vast ({failure['error']})."
            yield f"::error file={_property(dossier.path)},title={_property(failure['check'])}::{_data(told)}\n"
        if dossier.failed:
            yield f"::error file={_property(dossier.path)},title=Niet getoetst::{_data(one_line(f'{dossier.problem} {dossier.remedy}'))}\n"
    for unusable in run.unusable:
        yield f"::error title={_property(unusable.package)}::{_data(one_line(str(unusable)))}\n"
    for note in run.notes:
        yield f"::notice::{_data(note)}\n"


def _annotation(finding: Shown) -> str:
    row = finding.json
    properties = {"file": finding.path, "line": str(row["line"]), "endLine": str(row["end_line"])}
    if row["line"] == row["end_line"]:
        # columns of a range over several lines are not understood
        properties |= {"col": str(row["column"]), "endColumn": str(row["end_column"])}
    where = f", {finding.label}" if finding.label else ""
    properties["title"] = one_line(f"{row['check']} ({row['code']}){where}")
    body = one_line(f"{row['message']} {row['explanation']} {row['question']} Grond: {row['ground']}")
    joined = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_LEVELS[finding.severity]} {joined}::{_data(body)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
