"""The tree of a draft: outline, folding, selection, and finding a provision by its name.

The outline of a long law is thousands of entries and editors ask for it after every key. It is written as JSON once per part of the law,
and again only for the parts whose lines moved.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

from lsprotocol import types

from doenvermogentoets.document import Document, Unit, UnitKind
from doenvermogentoets.structure.labels import label
from doenvermogentoets_server.checking import View
from doenvermogentoets_server.diagnostics import Json
from doenvermogentoets_server.edits import LineMap
from doenvermogentoets_server.look import Look

_KINDS = {
    UnitKind.ARTIKEL: types.SymbolKind.Class,
    UnitKind.LID: types.SymbolKind.Method,
    UnitKind.ONDERDEEL: types.SymbolKind.Field,
    UnitKind.WIJZIGINGSONDERDEEL: types.SymbolKind.Event,
    UnitKind.KOP: types.SymbolKind.Namespace,
    UnitKind.BIJLAGE: types.SymbolKind.Package,
    UnitKind.TABEL: types.SymbolKind.Array,
}
_NO_SYMBOL = {UnitKind.DOCUMENT, UnitKind.ALINEA, UnitKind.NOOT, UnitKind.SLOTFORMULIER}
_FOLDED = set(UnitKind) - {UnitKind.DOCUMENT, UnitKind.ALINEA}
_PART = 100  # entries of an outline that are written as one
_MOST = 200  # answers to a search for a provision


@dataclass(frozen=True, eq=False)
class Entry:
    """One entry of the outline, in positions of the version that was read as a whole."""

    name: str
    detail: str | None
    kind: types.SymbolKind
    whole: types.Range
    heading: types.Range
    children: tuple[Entry, ...]
    unit: Unit

    def walk(self) -> Iterator[Entry]:
        yield self
        for child in self.children:
            yield from child.walk()

    @cached_property
    def size(self) -> int:
        return 1 + sum(child.size for child in self.children)


class Outline:
    """The outline of one version that was read as a whole."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._written: dict[tuple[int, int, int], str] = {}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(e for document in self._view.documents for e in self._entries(document, document.root))

    def _entries(self, document: Document, unit: Unit) -> Iterator[Entry]:
        positions = self._view.positions
        considered = False
        for child in unit.children:
            considered = considered or child.kind is UnitKind.CONSIDERANS
            if child.kind in _NO_SYMBOL:
                yield from self._entries(document, child)
                continue
            whole = positions.range(child.span)
            heading = positions.range(child.heading_span) if child.heading_span is not None else types.Range(whole.start, whole.start)
            detail = None if child.kind is UnitKind.KOP else child.heading or _opening(document, child)
            kind = _KINDS.get(child.kind, types.SymbolKind.Namespace)
            # what comes after the considerans («Zo is het, dat Wij …») is the second half of the aanhef, with a name of its own
            name = "Afkondiging" if considered and child.kind is UnitKind.AANHEF else symbol_name(child)
            yield Entry(name, detail, kind, whole, heading, tuple(self._entries(document, child)), child)

    @cached_property
    def folds(self) -> Sequence[tuple[int, int]]:
        """First and last line of every unit of more than one line."""
        out: set[tuple[int, int]] = set()
        for document in self._view.documents:
            for unit in document.root.walk():
                if unit.kind in _FOLDED:
                    whole = self._view.positions.range(unit.span)
                    # a span that ends at the start of a line does not include that line
                    last = whole.end.line - (whole.end.character == 0 and whole.end.line > whole.start.line)
                    if last > whole.start.line:
                        out.add((whole.start.line, last))  # an artikel and its only lid may cover the same lines
        return sorted(out)

    def written(self, entries: Sequence[Entry], lines: LineMap) -> str:
        """Entries as JSON, in lines of the present version."""
        return "[" + ", ".join(self._one(entry, lines) for entry in entries) + "]"

    def _one(self, entry: Entry, lines: LineMap) -> str:
        first, last = entry.whole.start.line, entry.whole.end.line
        shift = lines.now(first) - first
        key = (id(entry), first, shift)
        still = lines.moves_as_one(first, last)
        if still and key in self._written:
            return self._written[key]
        if entry.size > _PART:
            own = json.dumps(_plain(entry, lines))
            children = self.written(entry.children, lines)
            return f'{own[:-1]}, "children": {children}}}'  # large parts are put together from smaller ones
        text = json.dumps(_nested(entry, lines))
        if still:
            self._written[key] = text
            if len(self._written) > 20_000:
                self._written.clear()
        return text


def _plain(entry: Entry, lines: LineMap) -> Json:
    return {
        "name": entry.name,
        "detail": entry.detail or "",
        "kind": entry.kind.value,
        "range": _range(entry.whole, lines),
        "selectionRange": _range(entry.heading, lines),
    }


def _nested(entry: Entry, lines: LineMap) -> Json:
    return {**_plain(entry, lines), "children": [_nested(child, lines) for child in entry.children]}


def _range(found: types.Range, lines: LineMap) -> Json:
    start, end = found.start, found.end
    return {
        "start": {"line": lines.now(start.line), "character": start.character},
        "end": {"line": lines.now(end.line), "character": end.character},
    }


_OUTLINES: WeakKeyDictionary[View, Outline] = WeakKeyDictionary()


def outline(view: View) -> Outline:
    """The outline of a version, made when it is first asked for."""
    if view not in _OUTLINES:
        _OUTLINES[view] = Outline(view)
    return _OUTLINES[view]


def symbols(look: Look) -> str:
    """The tree of the law as an outline, in JSON."""
    own = outline(look.view)
    return own.written(own.entries, look.state.lines)


def flat(look: Look, uri: str) -> str:
    """The outline for clients that know no nesting, in JSON."""

    def rows(entries: Sequence[Entry], container: str | None) -> Iterator[Json]:
        for entry in entries:
            named = f"{entry.name} {entry.detail}" if entry.detail and entry.kind is types.SymbolKind.Class else entry.name
            place = {"uri": uri, "range": _range(entry.whole, look.state.lines)}
            yield {"name": named, "kind": entry.kind.value, "location": place, **({"containerName": container} if container else {})}
            yield from rows(entry.children, entry.name)

    return json.dumps(list(rows(outline(look.view).entries, None)))


def symbol_name(unit: Unit) -> str:
    """«Artikel 6», «lid 2», «onderdeel a», or the heading of a unit without number."""
    if unit.kind is UnitKind.KOP:
        return f"{unit.number} {unit.heading}".strip() or unit.kind.value
    name = f"{unit.kind.value} {unit.number}".strip() if unit.number else unit.heading or unit.kind.value
    return name if unit.kind in (UnitKind.LID, UnitKind.ONDERDEEL) else name[:1].upper() + name[1:]


def _opening(document: Document, unit: Unit) -> str | None:
    text = " ".join(document.text[unit.own[0]].split()) if unit.own else ""
    return (text if len(text) <= 60 else f"{text[:57].rstrip()}...") or None


def folds(look: Look) -> str:
    """Every unit of more than one line, in JSON."""
    now = look.state.lines.now
    return json.dumps([{"startLine": now(first), "endLine": now(last)} for first, last in outline(look.view).folds])


def selection(look: Look, offset: int) -> types.SelectionRange | None:
    """The units around an offset, from the smallest to the whole document."""
    found: types.SelectionRange | None = None
    for document in look.view.documents:
        unit: Unit | None = document.root if document.root.span.start <= offset <= document.root.span.end else None
        while unit is not None:
            range_ = look.range(unit.span)
            if found is None or range_ != found.range:
                found = types.SelectionRange(range_, found)
            unit = next((c for c in unit.children if c.span.start <= offset <= c.span.end), None)
        if found is not None:
            return found
    return found


def search(looks: Mapping[str, Look], query: str) -> list[types.WorkspaceSymbol]:
    """The provisions of some drafts whose name or heading holds every word of a query («art 6», «hardheid»)."""
    words = query.casefold().split()
    out: list[types.WorkspaceSymbol] = []
    for uri, look in looks.items():
        for entry in (e for top in outline(look.view).entries for e in top.walk()):
            if entry.kind is types.SymbolKind.Field:
                continue
            name = f"{entry.name} {entry.detail}" if entry.detail and entry.kind is types.SymbolKind.Class else entry.name
            full = f"{label(entry.unit)} {name}".casefold()
            if all(word in full for word in words):
                place = types.Location(uri, look.range(entry.unit.heading_span or entry.unit.span))
                out.append(types.WorkspaceSymbol(place, name, entry.kind, container_name=label(entry.unit)))
                if len(out) == _MOST:
                    return out
    return out
