"""Findings as diagnostics.

A diagnostic is kept as the JSON that goes to the editor: it is made once, and only its lines change while the draft is edited.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from os import PathLike
from pathlib import Path
from typing import Any

from cattrs import Converter
from lsprotocol import converters, types

from doenvermogentoets.catalogue import Check
from doenvermogentoets.document import Document, UnitKind
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.suppress import UNUSED
from doenvermogentoets.text import Span
from doenvermogentoets_server.edits import Edit
from doenvermogentoets_server.positions import Positions

SOURCE = "doenvermogentoets"
Json = dict[str, Any]
_PLACES = ("after", "insert_at", "number_at")
_TAGS = {UNUSED: [types.DiagnosticTag.Unnecessary]}
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.SUGGESTION: types.DiagnosticSeverity.Information,
    Severity.INFO: types.DiagnosticSeverity.Hint,
}


class Shown(dict[str, Any]):
    """A diagnostic as the editor gets it. It is never changed, so what is derived from it is worked out once."""

    @cached_property
    def text(self) -> str:
        """Written out as JSON: a long draft has more than a thousand of them, and after a key nearly all are what they were."""
        return json.dumps(self)

    @cached_property
    def lines(self) -> tuple[int, int]:
        """The first and the last line that any of its places is on, in whatever document."""
        ranges = [self["range"], *(r["location"]["range"] for r in self.get("relatedInformation") or ())]
        data = self.get("data") or {}
        own = [data[name]["line"] for name in _PLACES if name in data]
        ranges += [s["range"] for s in data.get("suggestions", ()) if "range" in s]
        return min([r["start"]["line"] for r in ranges] + own), max([r["end"]["line"] for r in ranges] + own)


def in_order(diagnostics: Iterable[Shown]) -> list[Shown]:
    """Diagnostics of one document in order of place."""
    return sorted(diagnostics, key=lambda d: (place_of(d["range"]["start"]), place_of(d["range"]["end"])))


def written(diagnostics: Iterable[Shown]) -> str:
    """Diagnostics as a JSON array."""
    return f"[{', '.join([d.text for d in diagnostics])}]"


Place = Callable[[Document], tuple[str, Positions] | None]
"""URI and positions of a document of the dossier; ``None`` when an editor cannot show it."""


def page_uri(check: Check | None) -> str | None:
    """The check's page in the installed package: it opens without a network."""
    if check is not None and isinstance(check.entry.page, PathLike):
        return Path(check.entry.page).resolve().as_uri()
    return None


def diagnostic(finding: Finding, place: Place, pages: Mapping[str, Check], *, related: bool) -> types.Diagnostic | None:
    """A finding as the editor shows it; ``None`` for a document that is not open.

    Args:
        related: the client can show other places with a diagnostic.
    """
    here = place(finding.document)
    if here is None:
        return None
    _, positions = here
    page = page_uri(pages.get(finding.check))
    return types.Diagnostic(
        range=positions.range(finding.span) if finding.shown is None else positions.shown_range(finding.shown),
        message=finding.message,  # the question is asked where the reason is given: in the hover
        severity=_SEVERITIES[finding.severity],
        code=finding.check,
        code_description=types.CodeDescription(href=page) if page else None,
        source=SOURCE,
        tags=_TAGS.get(finding.check),
        related_information=_related(finding, place) if related else None,
        data=_data(finding, positions),
    )


def _related(finding: Finding, place: Place) -> list[types.DiagnosticRelatedInformation] | None:
    out = []
    for annotation in finding.annotations:
        there = place(annotation.document)
        if there is not None:
            uri, positions = there
            out.append(types.DiagnosticRelatedInformation(types.Location(uri, positions.range(annotation.span)), annotation.message))
    return out or None


def _data(finding: Finding, positions: Positions) -> dict[str, Any]:
    """What a code action needs; positions are those of the version that was checked."""
    return {
        "check": finding.check,
        "code": finding.code,
        "suggestions": [
            {"title": s.title, "replacement": s.replacement, "insertion": s.insertion}
            | ({"range": _range(positions.range(s.at))} if s.at is not None else {})
            for s in finding.suggestions
            if s.replacement is not None or s.insertion is not None
        ],
        **(_insertion(finding, positions) if any(s.insertion is not None for s in finding.suggestions) else {}),
    }


def _insertion(finding: Finding, positions: Positions) -> Json:
    """Where new text comes: a sentence as the last lid of the artikel, or below the paragraph; a part of a sentence after the words.

    ``number_at`` is where an artikel without leden gets the number of its first.
    """
    quote = finding.document.text[finding.span]
    after = finding.span.end - (len(quote) - len(quote.rstrip(" .;:,")))
    out: Json = {"after": _json(positions.range(Span(after, after)).start), "prefix": ""}
    unit = finding.unit.nearest(UnitKind.LID, UnitKind.ARTIKEL, UnitKind.ALINEA) if finding.unit is not None else None
    end = unit.span.end if unit is not None else finding.span.end
    artikel = unit.artikel if unit is not None else None
    leden = [c for c in artikel.children if c.kind is UnitKind.LID] if artikel is not None else []
    if artikel is not None and leden and leden[-1].number.isdigit():
        end = leden[-1].span.end
        out["prefix"] = f"{int(leden[-1].number) + 1}. "
    elif artikel is not None and not leden and artikel.heading_span is not None and artikel.own and not artikel.inserted:
        end = artikel.span.end
        out["prefix"] = "2. "
        out["number_at"] = _json(positions.range(Span(artikel.own[0].start, artikel.own[0].start)).start)
    out["insert_at"] = _json(positions.range(Span(end, end)).start)
    return out


def _range(range_: types.Range) -> Json:
    return {"start": _json(range_.start), "end": _json(range_.end)}


def _json(position: types.Position) -> Json:
    return {"line": position.line, "character": position.character}


Move = Callable[[tuple[int, int], bool], tuple[int, int]]
"""Where a place (line, character) stands now; the flag says that it ends a range."""


def relocated(diagnostic: Shown, home: str, moves: Mapping[str, Move]) -> Shown:
    """The diagnostic after its places moved.

    Args:
        home: URI of its document, as the editor spells it.
        moves: per URI how places in that document move.
    """
    move = moves[home]
    out = Shown(diagnostic)
    out["range"] = _moved(diagnostic["range"], move)
    data = diagnostic.get("data") or {}
    places = {name: move(place_of(data[name]), True) for name in _PLACES if name in data}
    if places:
        out["data"] = {**data, **{name: {"line": at[0], "character": at[1]} for name, at in places.items()}}
    if any("range" in s for s in data.get("suggestions", ())):
        suggestions = [{**s, "range": _moved(s["range"], move)} if "range" in s else s for s in data["suggestions"]]
        out["data"] = {**out["data"], "suggestions": suggestions}
    related = diagnostic.get("relatedInformation")
    if related and any(r["location"]["uri"] in moves for r in related):
        out["relatedInformation"] = [
            {**r, "location": {**r["location"], "range": _moved(r["location"]["range"], moves[r["location"]["uri"]])}}
            if r["location"]["uri"] in moves
            else r
            for r in related
        ]
    return out


def kept(diagnostic: Shown, edit: Edit) -> Shown | None:
    """What still holds of a diagnostic after an edit that was not looked at, in places of before it; ``None`` when its words changed.

    What is to be written is left out where the edit comes near: a lid may have been added there, with the number it would get.
    """
    if _touched(diagnostic["range"], edit):
        return None
    data = diagnostic.get("data") or {}
    suggestions = [s for s in data.get("suggestions", ()) if "range" not in s or not _touched(s["range"], edit)]
    own = [data[name]["line"] for name in _PLACES if name in data]
    near = bool(own) and edit.start[0] <= max(own) + 1 and edit.old_end[0] >= min([*own, diagnostic["range"]["start"]["line"]])
    if not near and len(suggestions) == len(data.get("suggestions", ())):
        return diagnostic
    out = Shown(diagnostic)
    out["data"] = {n: v for n, v in data.items() if not near or n not in _PLACES} | {"suggestions": suggestions}
    return out


def _touched(range_: Json, edit: Edit) -> bool:
    """Whether something between the two ends of a range was taken away or added."""
    return place_of(range_["start"]) < edit.old_end and edit.start < place_of(range_["end"])


def with_places_of(diagnostic: Shown, fresh: Shown) -> Shown:
    """The diagnostic with new text put where the last reading puts it: a lid that was added since changes the place and the number."""
    names = (*_PLACES, "prefix")
    data, other = diagnostic.get("data") or {}, fresh.get("data") or {}
    if "insert_at" not in other or all(data.get(name) == other.get(name) for name in names):
        return diagnostic
    out = Shown(diagnostic)
    out["data"] = {n: v for n, v in data.items() if n not in names} | {n: other[n] for n in names if n in other}
    return out


def mentions(diagnostic: Shown, first: int, last: int) -> bool:
    """Whether any of its places may lie on one of these lines: it has places before or on the last and on or after the first."""
    low, high = diagnostic.lines
    return low <= last and first <= high


def _moved(range_: Json, move: Move) -> Json:
    start, end = place_of(range_["start"]), place_of(range_["end"])
    if start == end:
        start = end = move(start, False)
    else:
        start, end = move(start, False), move(end, True)
    end = max(start, end)
    return {"start": {"line": start[0], "character": start[1]}, "end": {"line": end[0], "character": end[1]}}


def place_of(position: Json) -> tuple[int, int]:
    return position["line"], position["character"]


@cache
def _plain() -> Converter:
    return converters.get_converter()


def as_json(diagnostic: types.Diagnostic) -> Shown:
    """As it goes over the line."""
    return Shown(_plain().unstructure(diagnostic, types.Diagnostic))


def converter() -> Converter:
    """The converter of the protocol, which leaves a diagnostic that is JSON already as it is."""
    out = converters.get_converter()
    usual = out.get_unstructure_hook(types.Diagnostic)
    out.register_unstructure_hook(types.Diagnostic, lambda d: d if isinstance(d, dict) else usual(d))
    return out
