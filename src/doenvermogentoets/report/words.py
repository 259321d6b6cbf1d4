"""Words the report looks for: where somebody must act how often, with what proof, at which event (``woorden.toml``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from doenvermogentoets import wordlists
from doenvermogentoets.text import Span

_PACKAGE = "doenvermogentoets.report"

if TYPE_CHECKING:
    from doenvermogentoets.document import Document


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The words of one table, in any case unless the table says that capitals count."""
    table = wordlists.load(_PACKAGE, "woorden")[name]
    return re.compile("|".join(table["patronen"]), 0 if table.get("hoofdletters") else re.I)


def every(document: Document, name: str, span: Span) -> Iterator[Span]:
    """The places of these words in a range, in order."""
    for match in pattern(name).finditer(document.text.content, span.start, span.end):
        if match.end() > match.start():
            yield Span(match.start(), match.end())


def first(document: Document, name: str, span: Span) -> Span | None:
    """The first of these words in a range."""
    return next(every(document, name, span), None)
