"""One line per finding, as compilers write them; editors and ``grep`` understand it."""

from __future__ import annotations

from doenvermogentoets.findings import Finding
from doenvermogentoets.output.clean import one_line
from doenvermogentoets.output.run import Run, place_of, shown_path
from doenvermogentoets.structure.labels import label


def render(run: Run) -> str:
    return "".join(f"{line(finding)}\n" for finding in run.visible())


def line(finding: Finding) -> str:
    """``path:line:column: severity name (CODE) message [place]``."""
    at = place_of(finding)
    where = f" [{label(finding.unit)}]" if finding.unit is not None else ""
    head = f"{shown_path(finding.document)}:{at.line}:{at.column}: {finding.severity.dutch} {finding.check} ({finding.code})"
    return one_line(f"{head} {finding.message}{where}")
