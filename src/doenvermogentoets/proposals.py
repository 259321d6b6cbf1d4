"""Whether a proposed text fits the draft: not what stands there already, and with what else must change for it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from doenvermogentoets.document import Unit, UnitKind
from doenvermogentoets.findings import Hit, Suggestion

_QUOTED = re.compile(r"«([^«»]+)»")
_LEAST = 4  # words; fewer may stand in any sentence
_FIRST_LID = re.compile(r"\bhet eerste lid\b")
_NUMBERED = "met de bestaande tekst als eerste lid"


def fitting(hit: Hit, suggestions: tuple[Suggestion, ...]) -> tuple[Suggestion, ...]:
    """The suggestions without those whose wording (quoted in the title, or to be added) the provision already has; at least one is kept."""
    artikel = hit.unit.artikel if hit.unit is not None else None
    unit = artikel or hit.unit
    if unit is None:
        return suggestions
    here = _plain(hit.document.text.content[unit.span.start : unit.span.end])
    left = tuple(s for s in suggestions if not _stands(s.title, here) and not _added(s.insertion, here)) or suggestions
    if artikel is None or not _without_leden(artikel):
        return left
    return tuple(map(_whole if _in_table(hit, artikel) else _renumbered, left))


@lru_cache(maxsize=64)  # of one artikel as often as there are findings in it
def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def sharpened(own: tuple[Suggestion, ...], sharper: tuple[Suggestion, ...]) -> tuple[Suggestion, ...]:
    """The suggestions of a check's page, each in the wording for this place where the check has one: the same words before the colon."""
    said = {s.title.partition(":")[0] for s in sharper}
    return (*sharper, *(s for s in own if s.title.partition(":")[0] not in said))


def _stands(title: str, here: str) -> bool:
    """A title that quotes wording of at least some words, all of which the text has already; a blank («…») may stand for anything."""
    quoted = [q for q in _QUOTED.findall(title) if len(q.split()) >= _LEAST]
    parts = [" ".join(part.lower().split()).strip(" ,.;") for q in quoted for part in q.split("…")]
    parts = [p for p in parts if p]
    return any(len(p.split()) >= _LEAST for p in parts) and all(p in here for p in parts)


def _added(insertion: str | None, here: str) -> bool:
    """A text to add that the provision has already: a finding that only became lighter does not ask for it once more."""
    return insertion is not None and len(insertion.split()) >= _LEAST and " ".join(insertion.lower().split()) in here


def _without_leden(artikel: Unit) -> bool:
    return not artikel.inserted and not any(c.kind is UnitKind.LID for c in artikel.children)


def _in_table(hit: Hit, artikel: Unit) -> bool:
    """Whether words of the artikel stand in a table: no lid can then be made of its text, and a number in a cell is none."""
    return any(p.part == "table" and artikel.span.contains(p.span) for p in hit.document.source.paragraphs)


def _whole(suggestion: Suggestion) -> Suggestion:
    """A proposal that cites the artikel as a whole, where it would cite a lid that is not there."""
    if suggestion.insertion is None:
        return suggestion
    return replace(suggestion, insertion=_FIRST_LID.sub("dit artikel", suggestion.insertion))


def _renumbered(suggestion: Suggestion) -> Suggestion:
    """A new lid that cites «het eerste lid» asks for a number before the text that has none."""
    if suggestion.insertion is None or _FIRST_LID.search(suggestion.insertion) is None:
        return suggestion
    return replace(suggestion, title=f"{suggestion.title}, {_NUMBERED}")
