"""``outline --format tree``: the structure of a document and the references that lead nowhere, for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from doenvermogentoets.document import Document, DocumentKind, Reference, Unit, UnitKind
from doenvermogentoets.output.clean import one_line
from doenvermogentoets.output.run import place, shown_path

_PLAIN = frozenset({UnitKind.ALINEA, UnitKind.TABEL})
WORDS = 60
"""Characters of a unit without heading that are shown."""


def render(document: Document, bill: Document | None = None) -> str:
    """The tree, one unit a line with its line number; paragraphs without number are left out unless there is nothing else.

    Args:
        bill: what a toelichting explains, if that is known: it has the artikelen that a toelichting refers to.
    """
    lines = [f"{shown_path(document)}  {document.kind.value}{': ' if document.title else ''}{one_line(document.title)}"]
    for unit in document.root.children:
        lines.extend(_unit(document, unit, 1))
    counts = Counter(unit.kind for unit in document.root.walk())
    named = [(UnitKind.ARTIKEL, "artikelen"), (UnitKind.LID, "leden"), (UnitKind.ONDERDEEL, "onderdelen")]
    totals = [f"{counts[kind]} {name}" for kind, name in named if counts[kind]]
    if document.kind is DocumentKind.TOELICHTING:
        lost = _lacking(document, bill) if bill is not None and bill is not document else []
    else:
        lost = [r for r in document.references if not r.resolved]
    lines.append(", ".join([*totals, f"{len(document.references)} verwijzingen"]))
    lines.extend(_lost(document, reference) for reference in lost)
    lines.extend(f"{place(document, remark.span).line:>6}   {one_line(remark.message)}" for remark in document.remarks())
    return "\n".join(lines) + "\n"


def _unit(document: Document, unit: Unit, depth: int) -> Iterator[str]:
    if unit.kind in _PLAIN and not unit.children:
        return
    line = place(document, unit.heading_span or unit.span).line
    name = f"{'tekstvak' if _text_box(document, unit) else unit.kind.value} {unit.number}".strip()
    text = unit.heading or (document.text[unit.own[0]] if unit.own else "")
    text = one_line(text)
    shown = text if len(text) <= WORDS else f"{text[:WORDS].rsplit(' ', 1)[0]} …"
    yield f"{line:>6} {'  ' * depth}{name}{'  ' if shown else ''}{shown}"
    for child in unit.children:
        yield from _unit(document, child, depth + 1)


def _lacking(document: Document, bill: Document) -> list[Reference]:
    """The references of a toelichting to an artikel that its bill does not have; beside an amending bill it may be of the amended law."""
    if bill.amendments:
        return []
    there = {unit.number for unit in bill.root.walk() if unit.kind is UnitKind.ARTIKEL}
    return [r for r in document.references if not r.resolved and any(t.artikel and t.artikel not in there for t in r.targets)]


def _text_box(document: Document, unit: Unit) -> bool:
    """Whether a unit is what stands in a text box: read like a note, and called by its own name."""
    return unit.kind is UnitKind.NOOT and any(p.part == "textbox" for p in document.source.paragraphs if unit.span.contains(p.span))


def _lost(document: Document, reference: Reference) -> str:
    at = place(document, reference.span)
    return f"{at.line:>6}   verwijzing zonder doel: {one_line(document.text[reference.span])}"
