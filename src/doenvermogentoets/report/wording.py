"""Words for what a report holds: dates and numbers the Dutch way, and short names for acts, decisions, ways out and places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from doenvermogentoets.findings import Severity
from doenvermogentoets.months import MONTHS
from doenvermogentoets.report.dutch import listing
from doenvermogentoets.report.evidence import shortened
from doenvermogentoets.report.model import Action, Deadline, ExplainedNorm, HeatRow, Power, Question, Quote, Reading, ReportFinding, WayOut
from doenvermogentoets.report.softening import takes_away

SEVERITIES = {s.value: s.dutch for s in Severity}
PLURALS = {"error": "fouten", "warning": "waarschuwingen", "suggestion": "suggesties", "info": "ter informatie"}
MARKS = {"error": "■", "warning": "▲", "suggestion": "●", "info": "○", "": ""}
"""A shape beside the colour, so that colour says nothing alone."""
JUDGEMENTS = ("in orde", "vraagt aandacht", "niet van toepassing")
NO_LONG_SENTENCES = "Er zijn geen lange zinnen."
STANDING_MARKS = {"aanwezig": "●", "mager": "◐", "afwezig": "○", "niet te zien": "–"}
SET_ASIDE_BY = {"comment": "opmerking in het ontwerp", "word": "antwoord in Word", "settings": "instellingen", "baseline": "basislijn"}
NO_LIMIT = "geen termijn in deze zin"
_LONG_QUESTION = 20  # lines of one column, about
_BRIEF = 130
SHOWN_QUOTES = 3
"""Quotes under one statement; of more only the place is named."""


def date(iso: str) -> str:
    """«2026-11-28T12:00+00:00» → «28 november 2026»; what is no date is shown as it is."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def precision(finding: ReportFinding) -> str:
    """How often this check was right when it was read before; empty when it was not measured."""
    return re.sub(r"\d{4}-\d\d-\d\d", lambda m: date(m[0]), finding.precision)


def number(value: float | None) -> str:
    """A number the Dutch way, always with one decimal, so that a column can be compared: «27,9», «52,0»."""
    return "" if value is None else f"{value:,.1f}".replace(",", " ").replace(".", ",")


def score(reading: Reading, value: float | None) -> str:
    """A score of a part; a dash where the formula says nothing: for a list of terms, and below its scale."""
    return "–" if value is None or value < 0 or reading.listing else number(value)


def where(quote: Quote) -> str:
    """A place, with the document when it is not the bill."""
    return quote.place if quote.document == "ontwerp" else f"toelichting, {quote.place}"


_IN_SOME_CASES = frozenset(("afzien", "ontheffing", "beleidsruimte", "uitzondering"))
"""What takes the effect away where it holds, but is limited to some cases (a small amount, after so many years)."""


def way_out(out: WayOut) -> str:
    """«verschoning (Awb 6:11, geldt vanzelf)», «dringende reden (zelfde artikel)»."""
    place = f"{out.ground}, geldt vanzelf" if out.ground else out.quote.place if out.quote is not None else out.where
    softens = not takes_away(out)
    remark = ("; alleen in de gevallen die daar staan" if out.kind in _IN_SOME_CASES else "; verzacht, neemt niet weg") if softens else ""
    return f"{out.kind} ({place}{remark})"


_IN_TIME = {
    "aanvraag": "op tijd aanvragen",
    "verzoek": "op tijd verzoeken",
    "melding": "op tijd melden",
    "aangifte": "op tijd aangifte doen",
    "opgave": "op tijd opgave doen",
    "betaling": "op tijd betalen",
    "bezwaar": "op tijd bezwaar maken",
    "beroep": "op tijd beroep instellen",
    "zienswijze": "op tijd een zienswijze geven",
    "gegevens": "op tijd gegevens geven",
    "bescheiden": "op tijd stukken geven",
    "verslag": "op tijd verslag doen",
    "verantwoording": "op tijd verantwoording doen",
}


def acts(action: Action) -> str:
    """What is asked, in a few verbs."""
    if action.acts:
        return listing(action.acts)
    return next((act for matter, act in _IN_TIME.items() if action.matter.startswith(matter)), "op tijd handelen")


def long(question: Question) -> bool:
    """Whether a question with its evidence takes so much of a page that it had better run on to the next."""
    sides = (question.bill, question.explanation)
    return max(sum(2 + min(len(e.quotes), SHOWN_QUOTES) * 3 for e in side) for side in sides) > _LONG_QUESTION


def timing(action: Action) -> Sequence[str]:
    """When, how often or how long: the words of the text, or that there is no limit."""
    limit = action.limit.text if action.limit is not None else ""
    often = action.how_often if action.how_often not in limit else ""
    return [words for words in (limit, often) if words] or [NO_LIMIT]


def decision(power: Power) -> str:
    """Who decides what: «het CAK: herzien en intrekken»."""
    if power.room == "van rechtswege":
        who = "van rechtswege"
    elif power.derived:
        who = f"orgaan niet genoemd (vermoedelijk {power.authority})" if power.authority else "orgaan niet genoemd"
    else:
        who = power.authority
    return f"{who}: {listing(power.decisions)}" if power.decisions else who


def brief(quote: Quote) -> str:
    """The words of a quote, shorter: for a list beside a table that holds the whole sentence."""
    return shortened(quote.text, _BRIEF)


def said(quote: Quote) -> str:
    """The words of a quote, briefly; nothing for a heading, which its place names already."""
    return "" if _letters(quote.text) in _letters(quote.place) else brief(quote)


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def kind(action: Action) -> str:
    """Why somebody does it, and of which act it is a part."""
    part = f"; hoort bij de handeling in {action.part_of_place}" if action.part_of else ""
    if action.duty:
        return f"plicht{part}"
    if action.imposed:
        return f"als de overheid het oplegt{part}"
    return f"om een nadelig gevolg te voorkomen{part}" if action.effects else f"om iets te krijgen of te houden{part}"


def missing(norm: ExplainedNorm) -> str:
    """What an explanation lacks, in words."""
    if norm.standing == "niet genoemd":
        return "een passage over deze bepaling"
    return "; ".join(norm.missing) or "–"


def concerned(deadline: Deadline) -> str:
    """Who has to keep a time limit."""
    return deadline.who or {"burger": "niet genoemd", "overheid": "de overheid"}.get(deadline.whose, "niet te zien")


def row_name(row: HeatRow) -> str:
    """The name of a row of the heat map; it says so where the row is of the toelichting."""
    return row.place if row.document == "ontwerp" else f"toelichting: {row.place}"
