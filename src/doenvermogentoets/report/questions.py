"""The questions of the frameworks, as data (``vragen.toml``), and how one is answered with evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from doenvermogentoets import wordlists
from doenvermogentoets.report.model import Evidence, Question, Quote

PACKAGE = "doenvermogentoets.report"


def table(name: str) -> Sequence[dict[str, Any]]:
    """The entries of one kind, in order."""
    found: Sequence[dict[str, Any]] = wordlists.load(PACKAGE, "vragen")[name]
    return found


def note(name: str) -> str:
    """A remark that belongs to a part of the report."""
    found: str = wordlists.load(PACKAGE, "vragen")["noten"][name]
    return found


def core_question() -> tuple[str, str]:
    """The one question that is quoted word for word, and its source."""
    data = wordlists.load(PACKAGE, "vragen")
    return data["kernvraag"], data["kernvraag-bron"]


_SHOWN = 6
"""Quotes that are given with one statement."""


def shown(statement: str, quotes: Sequence[Quote] = (), findings: Sequence[str] = ()) -> list[Evidence]:
    """A statement with the first of its quotes and the keys of its findings; nothing where there is neither."""
    return [Evidence(statement=statement, quotes=tuple(quotes[:_SHOWN]), findings=tuple(findings))] if quotes or findings else []


def question(entry: dict[str, Any], bill: Sequence[Evidence] = (), explanation: Sequence[Evidence] = ()) -> Question:
    """A question with the evidence that was found."""
    return Question(
        key=entry["key"],
        title=entry["titel"],
        text=entry["tekst"],
        wording=entry.get("bewoording", "eigen"),
        source=entry["bron"],
        bill=tuple(bill),
        explanation=tuple(explanation),
        open=entry["open"],
    )
