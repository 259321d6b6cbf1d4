"""The tree of a draft: outline, folding, selection."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from doenvermogentoets.document import Document, Unit, UnitKind
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


def symbols(look: Look) -> list[types.DocumentSymbol]:
    """The tree of the law as an outline."""
    return [s for document in look.view.documents for s in _symbols(look, document, document.root)]


def _symbols(look: Look, document: Document, unit: Unit) -> Iterator[types.DocumentSymbol]:
    for child in unit.children:
        if child.kind in _NO_SYMBOL:
            yield from _symbols(look, document, child)
            continue
        whole = look.range(child.span)
        yield types.DocumentSymbol(
            name=symbol_name(child),
            detail=None if child.kind is UnitKind.KOP else child.heading or _opening(document, child),
            kind=_KINDS.get(child.kind, types.SymbolKind.Namespace),
            range=whole,
            selection_range=look.range(child.heading_span) if child.heading_span is not None else types.Range(whole.start, whole.start),
            children=list(_symbols(look, document, child)),
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


def folds(look: Look) -> list[types.FoldingRange]:
    """Every unit of more than one line."""
    out = []
    for document in look.view.documents:
        for unit in document.root.walk():
            if unit.kind in _FOLDED:
                whole = look.range(unit.span)
                # a span that ends at the start of a line does not include that line
                last = whole.end.line - (whole.end.character == 0 and whole.end.line > whole.start.line)
                if last > whole.start.line:
                    out.append(types.FoldingRange(whole.start.line, last))
    # an artikel and its only lid may cover the same lines
    return sorted({(f.start_line, f.end_line): f for f in out}.values(), key=lambda f: (f.start_line, f.end_line))


def selection(look: Look, offset: int) -> types.SelectionRange | None:
    """The units around an offset, from the smallest to the whole document."""
    found: types.SelectionRange | None = None
    for document in look.view.documents:
        chain = [u for u in document.root.walk() if u.span.start <= offset <= u.span.end]
        for unit in chain:
            found = types.SelectionRange(look.range(unit.span), found)
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
