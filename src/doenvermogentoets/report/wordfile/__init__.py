"""The report as a Word file, to edit and to paste from."""

from __future__ import annotations

from datetime import datetime

from doenvermogentoets.report.model import Report
from doenvermogentoets.report.paper import Paper
from doenvermogentoets.report.wordfile import asked, found, texts
from doenvermogentoets.report.wordfile.pieces import Pieces
from doenvermogentoets.report.wording import date

_PARTS = (
    ("samenvatting", "1. Samenvatting", found.summary),
    ("vraagt", "2. Wat vraagt dit van wie", asked.asks),
    ("ruimte", "3. Toets op discretionaire ruimte", asked.room),
    ("hardheid", "4. Hardheid", asked.hardship),
    ("doenvermogen", "5. Doenvermogentoets", asked.doenvermogen),
    ("termijnen", "6. Termijnen en taal", texts.limits_and_language),
    ("toelichting", "7. Toelichting", texts.explanation),
    ("bevindingen", "8. Bevindingen en verantwoording", found.findings),
)
"""The parts in order: anchor, heading, and what fills it."""


def render(report: Report) -> bytes:
    """The whole file."""
    paper = Paper(f"Rapport doenvermogen en hardheid: {report.title}", _moment(report.accountability.made), report.tool)
    pieces = Pieces(report, paper)
    paper.title(report.title)
    paper.text("Rapport doenvermogen en hardheid", style="Subtitle")
    paper.text(
        f"Gemaakt op {date(report.accountability.made)} met {report.tool}. "
        "Het rapport laat zien wat de teksten zeggen; het oordeel is aan u."
    )
    paper.contents([(anchor, title) for anchor, title, _ in _PARTS])
    for anchor, title, fill in _PARTS:
        paper.heading(title, 1, anchor)
        fill(pieces)
    return paper.data()


def _moment(iso: str) -> datetime:
    try:
        return datetime.fromisoformat(iso).replace(tzinfo=None)
    except ValueError:
        return datetime(2000, 1, 1)
