"""What stands beside the text when somebody wants it: figures per artikel, and the reading level per lid."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from weakref import WeakKeyDictionary

from lsprotocol import types

from doenvermogentoets.document import Document, Unit, UnitKind
from doenvermogentoets.language.pipeline import analyse_units
from doenvermogentoets.language.readability import measure
from doenvermogentoets_server.checking import View
from doenvermogentoets_server.look import Look

_LEVELS: WeakKeyDictionary[View, dict[Unit, str]] = WeakKeyDictionary()


def lenses(look: Look) -> list[types.CodeLens]:
    """Above each artikel how many findings stand in it, and how many norms ask something of a citizen."""
    lines = sorted(d["range"]["start"]["line"] for d in look.state.diagnostics)
    out = []
    for document in look.view.documents:
        for unit in document.root.walk():
            if unit.kind is not UnitKind.ARTIKEL:
                continue
            range_ = look.range(unit.span)
            found = bisect_left(lines, range_.end.line + 1) - bisect_left(lines, range_.start.line)
            parts = [_count(found, "bevinding", "bevindingen")] if found else []
            if duties := look.whole.duties.get(unit, 0):
                parts.append(_count(duties, "plicht van de burger", "plichten van de burger"))
            if parts:
                at = look.range(unit.heading_span) if unit.heading_span is not None else types.Range(range_.start, range_.start)
                out.append(types.CodeLens(at, types.Command(" · ".join(parts), "")))
    return out


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def hints(look: Look, wanted: types.Range) -> list[types.InlayHint]:
    """At the end of each lid within some lines how hard it reads, by the figure of Flesch and Douma."""
    out = []
    for document in look.view.documents:
        units = [u for u in document.provisions() if _within(look, u, wanted)]
        for unit, level in _levels(look.view, document, units).items():
            end = look.range(unit.span).end
            if level and look.state.lines.same(end.line):
                hint = types.InlayHint(end, f"leesniveau: {level}", padding_left=True)
                hint.tooltip = "Flesch-Douma, een oude formule voor Nederlandse teksten: 0 is zeer moeilijk, 100 zeer gemakkelijk."
                out.append(hint)
    return out


def _within(look: Look, unit: Unit, wanted: types.Range) -> bool:
    range_ = look.range(unit.span)
    return range_.start.line <= wanted.end.line and wanted.start.line <= range_.end.line


def _levels(view: View, document: Document, units: Sequence[Unit]) -> Mapping[Unit, str]:
    known = _LEVELS.setdefault(view, {})
    new = [u for u in units if u not in known]
    for unit, passage in zip(new, analyse_units(document, new), strict=True):
        figures = measure(passage.sentences)
        known[unit] = f"{figures.schaal} ({round(figures.flesch_douma)})" if figures is not None and figures.enough else ""
    return {u: known[u] for u in units}
