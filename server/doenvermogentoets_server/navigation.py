"""From a place in a draft to what it speaks of: references, defined terms, the tree of the law."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lsprotocol import types

from doenvermogentoets.analysis import Analysis
from doenvermogentoets.document import Document, Reference, Unit, UnitKind
from doenvermogentoets.norms.definitions import Definition
from doenvermogentoets.text import Span
from doenvermogentoets_server.checking import View

_REACH = 80  # characters on each side of the cursor in which a defined term may lie
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


@dataclass(frozen=True, slots=True)
class Term:
    """A defined term in the text, and its definition."""

    span: Span
    definition: Definition


def reference_at(document: Document, offset: int) -> Reference | None:
    """The shortest reference that the offset lies in."""
    found = [r for r in document.references if r.span.start <= offset <= r.span.end]
    return min(found, key=lambda r: len(r.span), default=None)


def units_of(view: View, document: Document, reference: Reference) -> tuple[Unit, ...]:
    """The units a reference points at; from the toelichting also those in the bill."""
    bill = view.outcome.analysis
    if reference.units or bill is None or bill.document is document:
        return reference.units
    found = (_in_bill(bill, t.artikel, t.lid) for t in reference.targets if t.artikel is not None and t.regeling is None)
    return tuple(unit for unit in found if unit is not None)


def _in_bill(bill: Analysis, artikel: str, lid: str | None) -> Unit | None:
    """The lid, or the whole artikel when no lid is named."""
    provision = bill.find(artikel, lid)
    if provision is not None:
        return provision.unit
    if lid is not None:
        return None
    return next((u for p in bill.provisions if (u := p.unit.artikel) is not None and u.number == artikel), None)


def term_at(view: View, document: Document, offset: int) -> Term | None:
    """The longest defined term that the offset lies in; a plural counts as the term."""
    if view.outcome.analysis is None:
        return None
    content = document.text.content
    start = max(offset - _REACH, 0)
    window = content[start : offset + _REACH].lower()
    for term, definition in sorted(view.outcome.analysis.definitions.items(), key=lambda item: -len(item[0])):
        if term not in window:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(term)}(?:s|en|n)?(?!\w)", window):
            span = Span(start + match.start(), start + match.end())
            if span.start <= offset <= span.end:
                return Term(span, definition)
    return None


def locations(view: View, offset: int) -> list[types.Location]:
    """Where the reference or defined term at an offset leads."""
    out: list[types.Location] = []
    for document in view.documents:
        reference = reference_at(document, offset)
        if reference is not None:
            for unit in units_of(view, document, reference):
                out += _location(view, unit, unit.heading_span or Span(unit.span.start, unit.span.start))
        elif (term := term_at(view, document, offset)) is not None:
            out += _location(view, term.definition.unit, term.definition.span)
        if out:
            break
    return out


def _location(view: View, unit: Unit, span: Span) -> list[types.Location]:
    document = view.outcome.document_of(unit)
    place = view.outcome.place(document) if document is not None else None
    return [types.Location(place[0], place[1].range(span))] if place is not None else []


def symbols(view: View) -> list[types.DocumentSymbol]:
    """The tree of the law as an outline."""
    return [s for document in view.documents for s in _symbols(view, document, document.root)]


def _symbols(view: View, document: Document, unit: Unit) -> Iterator[types.DocumentSymbol]:
    for child in unit.children:
        if child.kind in _NO_SYMBOL:
            yield from _symbols(view, document, child)
            continue
        whole = view.positions.range(child.span)
        yield types.DocumentSymbol(
            name=symbol_name(child),
            detail=None if child.kind is UnitKind.KOP else child.heading or _opening(document, child),
            kind=_KINDS.get(child.kind, types.SymbolKind.Namespace),
            range=whole,
            selection_range=view.positions.range(child.heading_span)
            if child.heading_span is not None
            else types.Range(whole.start, whole.start),
            children=list(_symbols(view, document, child)),
        )


def symbol_name(unit: Unit) -> str:
    """«Artikel 6», «lid 2», «onderdeel a», or the heading of a unit without number."""
    if unit.kind is UnitKind.KOP:
        return f"{unit.number} {unit.heading}".strip() or unit.kind.value
    name = f"{unit.kind.value} {unit.number}".strip() if unit.number else unit.heading or unit.kind.value
    return name if unit.kind in (UnitKind.LID, UnitKind.ONDERDEEL) else name[:1].upper() + name[1:]


def _opening(document: Document, unit: Unit) -> str | None:
    text = " ".join(document.text[unit.own[0]].split()) if unit.own else ""
    return (text if len(text) <= 60 else f"{text[:57].rstrip()}...") or None


def folds(view: View) -> list[types.FoldingRange]:
    """Every unit of more than one line."""
    out = []
    for document in view.documents:
        for unit in document.root.walk():
            if unit.kind in _FOLDED:
                whole = view.positions.range(unit.span)
                # a span that ends at the start of a line does not include that line
                last = whole.end.line - (whole.end.character == 0 and whole.end.line > whole.start.line)
                if last > whole.start.line:
                    out.append(types.FoldingRange(whole.start.line, last))
    # an artikel and its only lid may cover the same lines
    return sorted({(f.start_line, f.end_line): f for f in out}.values(), key=lambda f: (f.start_line, f.end_line))


def selection(view: View, offset: int) -> types.SelectionRange | None:
    """The units around an offset, from the smallest to the whole document."""
    found: types.SelectionRange | None = None
    for document in view.documents:
        chain = [u for u in document.root.walk() if u.span.start <= offset <= u.span.end]
        for unit in chain:
            found = types.SelectionRange(view.positions.range(unit.span), found)
        if found is not None:
            return found
    return found


def flat(tree: list[types.DocumentSymbol], uri: str, container: str | None = None) -> list[types.SymbolInformation]:
    """The outline for clients that know no nesting."""
    out: list[types.SymbolInformation] = []
    for symbol in tree:
        name = f"{symbol.name} {symbol.detail}" if symbol.detail and symbol.kind is types.SymbolKind.Class else symbol.name
        out.append(types.SymbolInformation(types.Location(uri, symbol.range), name, symbol.kind, container_name=container))
        out += flat(list(symbol.children or []), uri, symbol.name)
    return out
