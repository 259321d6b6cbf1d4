"""One line per finding, as compilers write them; editors and ``grep`` understand it."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.output.clean import one_line
from doenvermogentoets.output.record import Shown
from doenvermogentoets.output.run import Run


def render(run: Run) -> Iterator[str]:
    """The findings that are shown, dossier by dossier, a line each."""
    for dossier in run.dossiers():
        yield "".join(f"{line(f)}\n" for f in dossier.findings() if f.severity.rank <= run.show.rank)
        if dossier.documents and dossier.failed:  # one that could not even be read has no place to point at
            yield f"{one_line(f'{dossier.path}:1:1: niet getoetst: {dossier.reason} {dossier.remedy}')}\n"


def line(finding: Shown) -> str:
    """``path:line:column: severity name (CODE) message [place]``."""
    row = finding.json
    where = f" [{finding.label}]" if finding.label else ""
    head = f"{finding.path}:{row['line']}:{row['column']}: {finding.severity.dutch} {row['check']} ({row['code']})"
    return one_line(f"{head} {row['message']}{where}")
