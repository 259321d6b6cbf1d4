"""What stands beside the text when somebody wants it: figures per artikel, and the reading level per lid."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from weakref import WeakKeyDictionary

from lsprotocol import types

from doenvermogentoets.document import Document, Unit, UnitKind
from doenvermogentoets.language.pipeline import analyse_units
from doenvermogentoets.language.readability import Figures, measure
from doenvermogentoets_server.checking import View
from doenvermogentoets_server.look import Look

_FIGURES: WeakKeyDictionary[View, dict[Unit, Figures]] = WeakKeyDictionary()


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
    """After each lid within some lines how hard it reads, by the figure of Flesch and Douma.

    That figure says nothing about a few words: when all leden of an artikel are too short they are taken together, after its heading.
    """
    out = []
    for document in look.view.documents:
        by_artikel: dict[Unit, list[Unit]] = defaultdict(list)
        for unit in document.provisions():
            if (artikel := unit.artikel) is not None and _within(look, artikel, wanted):
                by_artikel[artikel].append(unit)
        for artikel, units in by_artikel.items():
            figures = _figures(look.view, document, units)
            long = [(u, f) for u, f in zip(units, figures, strict=True) if f.enough]
            places = [(look.range(u.span).end, f) for u, f in long]
            whole = Figures(*(sum(n) for n in zip(*((f.words, f.sentences, f.syllables) for f in figures), strict=True)))
            if not long and whole.enough and artikel.heading_span is not None:
                places = [(look.range(artikel.heading_span).end, whole)]
            out += [_hint(at, f) for at, f in places if look.state.lines.same(at.line)]
    return out


def _hint(at: types.Position, figures: Figures) -> types.InlayHint:
    hint = types.InlayHint(at, f"leesniveau: {figures.schaal} ({round(figures.flesch_douma)})", padding_left=True)
    hint.tooltip = "Flesch-Douma, een oude formule voor Nederlandse teksten: 0 is zeer moeilijk, 100 zeer gemakkelijk."
    return hint


def _within(look: Look, unit: Unit, wanted: types.Range) -> bool:
    range_ = look.range(unit.span)
    return range_.start.line <= wanted.end.line and wanted.start.line <= range_.end.line


def _figures(view: View, document: Document, units: Sequence[Unit]) -> list[Figures]:
    known = _FIGURES.setdefault(view, {})
    new = [u for u in units if u not in known]
    for unit, passage in zip(new, analyse_units(document, new), strict=True):
        found = measure(passage.sentences)
        known[unit] = Figures(found.words, found.sentences, found.syllables) if found is not None else Figures(0, 0, 0)
    return [known[u] for u in units]
