"""The report as one HTML file that needs nothing else: styles, script, pictures and its own data are inside."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from doenvermogentoets.report import pictures, wording
from doenvermogentoets.report.compare import DATA_ID, GENERAL, REVIEW_ID
from doenvermogentoets.report.dutch import capital
from doenvermogentoets.report.model import Report
from doenvermogentoets.report.questions import note
from doenvermogentoets.report.view import View

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = "sjablonen"


@cache
def environment() -> Environment:
    """Templates with every value escaped, and unknown names an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("doenvermogentoets.report", FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def names(report: Report) -> dict[str, Any]:
    """What the templates know, whatever the form."""
    shown = View(report)
    return {
        "report": report,
        "view": shown,
        "has_told": any(d.role == "toelichting" for d in report.documents),
        "where": wording.where,
        "way_out": wording.way_out,
        "acts": wording.acts,
        "timing": wording.timing,
        "long": wording.long,
        "decision": wording.decision,
        "passages": shown.passages,
        "spots": shown.spots,
        "by_place": shown.by_place,
        "brief": wording.brief,
        "also": shown.also,
        "at": shown.at,
        "line": shown.line,
        "said": wording.said,
        "kind": wording.kind,
        "precision": wording.precision,
        "missing": wording.missing,
        "concerned": wording.concerned,
        "shown_quotes": wording.SHOWN_QUOTES,
        "capital": capital,
        "date": wording.date,
        "number": wording.number,
        "score": wording.score,
        "row_name": wording.row_name,
        "severities": wording.SEVERITIES,
        "marks": wording.MARKS,
        "standing_marks": wording.STANDING_MARKS,
        "no_long_sentences": wording.NO_LONG_SENTENCES,
        "judgements": wording.JUDGEMENTS,
        "set_aside_by": wording.SET_ASIDE_BY,
        "note": note,
        "general": GENERAL,
    }


def render(report: Report) -> str:
    """The whole file."""
    from markupsafe import Markup

    folder = files("doenvermogentoets.report") / FOLDER
    template = environment().get_template("rapport.html.j2")
    return (
        template.render(
            **names(report),
            timeline=pictures.timeline(report),
            reading=pictures.reading(report),
            data=report.model_dump(mode="json", by_alias=True),
            data_id=DATA_ID,
            review_id=REVIEW_ID,
            css=Markup((folder / "rapport.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
            js=Markup((folder / "rapport.js").read_text(encoding="utf-8")),  # noqa: S704 - our own file
        )
        + "\n"
    )
