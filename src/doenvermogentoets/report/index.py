"""The page that leads to the reports of a batch, and the same as data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from doenvermogentoets import __version__
from doenvermogentoets.findings import Severity
from doenvermogentoets.output.overview import beside, known_themes, reason, themes_of
from doenvermogentoets.output.run import Row, Run
from doenvermogentoets.report.dutch import capital

SCHEMA = 1


def page(run: Run, reports: Sequence[Sequence[str]], left: Sequence[str], made: datetime) -> bytes:
    """The index page.

    Args:
        run: after all its dossiers were read.
        reports: per dossier of the run the files of its report, with forward slashes, from the folder of the page.
        left: files of an earlier run that are still there.
    """
    from markupsafe import Markup

    from doenvermogentoets.report.html import FOLDER, environment
    from doenvermogentoets.report.wording import date

    rows = [_row(row, names) for row, names in zip(run.rows, reports, strict=True)]
    themes = themes_of(run.rows, known_themes(run))
    css = (files("doenvermogentoets.report") / FOLDER / "rapport.css").read_text(encoding="utf-8")
    text = (
        environment()
        .get_template("overzicht.html.j2")
        .render(
            rows=rows,
            failed=[row for row in rows if row["problem"]],
            checked=len(rows) - len(run.failed),
            themes=themes,
            totals={theme: sum(row.themes.get(theme, 0) for row in run.rows) for theme in themes},
            left=[{"href": quote(name), "name": name} for name in left],
            notes=run.notes,
            made=date(made.isoformat(timespec="minutes")),
            version=__version__,
            css=Markup(css),  # noqa: S704 - our own file
        )
    )
    return (text + "\n").encode("utf-8", "replace")


def _row(row: Row, names: Sequence[str]) -> dict[str, Any]:
    shown = (Severity.ERROR, Severity.WARNING, Severity.SUGGESTION)
    return {
        "path": row.path,
        "beside": beside(row),
        "themes": row.themes,
        "total": sum(row.themes.values()),
        "problem": row.problem,
        "reason": capital(reason(row)),
        "remedy": row.remedy,
        "links": [{"href": quote(name), "form": name.rpartition(".")[2]} for name in names],
        **{severity.value: row.severities.get(severity, 0) for severity in shown},
    }


def data(run: Run | None, reports: Sequence[Sequence[str]], made: Mapping[str, str], left: Mapping[str, str]) -> bytes:
    """What the page says, for programs and for a next run.

    Args:
        run: the run, or ``None`` when it was broken off.
        made: fingerprint (SHA-256) per file of this run.
        left: the same of an earlier run's files that are still there.
    """
    rows = run.rows if run is not None else []
    content = {
        "schema": SCHEMA,
        "tool": {"name": "doenvermogentoets", "version": __version__},
        "dossiers": [
            {
                "path": row.path,
                "toelichting": row.toelichting or None,
                "summary": {severity.value: row.severities.get(severity, 0) for severity in Severity},
                "themes": dict(row.themes),
                "problem": row.problem or None,
                "remedy": row.remedy or None,
                "reports": list(names),
            }
            for row, names in zip(rows, reports, strict=True)
        ],
        "notes": run.notes if run is not None else [],
        "files": [{"file": name, "sha256": digest} for name, digest in sorted({**left, **made}.items())],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
