"""What a place in a draft speaks of: a reference to a provision, or a defined term; and where else that is spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lsprotocol import types

from doenvermogentoets.document import Document, Reference, Unit, UnitKind
from doenvermogentoets.norms.definitions import Definition
from doenvermogentoets.text import Span
from doenvermogentoets_server.look import Look

_REACH = 80  # characters on each side of the cursor in which a defined term may lie
_ENDINGS = "(?:s|en|n)?"


@dataclass(frozen=True, slots=True)
class Term:
    """A defined term in the text, without the ending of a plural, and its definition."""

    span: Span
    definition: Definition


def reference_at(document: Document, offset: int) -> Reference | None:
    """The shortest reference that the offset lies in."""
    found = [r for r in document.references if r.span.start <= offset <= r.span.end]
    return min(found, key=lambda r: len(r.span), default=None)


def units_of(look: Look, document: Document, reference: Reference) -> tuple[Unit, ...]:
    """The units of the whole that a reference points at; from the toelichting those in the bill."""
    found = tuple(known for u in reference.units if (known := look.known(u)) is not None)
    if found or (document is look.whole.bill and look.table is None):
        return found
    named = (look.whole.find(t.artikel, t.lid) for t in reference.targets if t.artikel is not None and t.regeling is None)
    return tuple(unit for unit in named if unit is not None)


def term_at(look: Look, document: Document, offset: int) -> Term | None:
    """The longest defined term that the offset lies in; a plural counts as the term."""
    content = document.text.content
    start = max(offset - _REACH, 0)
    window = content[start : offset + _REACH].lower()
    for term, definition in sorted(look.whole.definitions.items(), key=lambda item: -len(item[0])):
        if term not in window:
            continue
        for match in occurrences(term, window):
            if start + match.start() <= offset <= start + match.end():
                return Term(Span(start + match.start(1), start + match.end(1)), definition)
    return None


def occurrences(term: str, lowered: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<!\w)({re.escape(term)}){_ENDINGS}(?!\w)", lowered)


def locations(look: Look, offset: int) -> list[types.Location]:
    """Where the reference or defined term at an offset leads."""
    out: list[types.Location | None] = []
    for document in look.view.documents:
        reference = reference_at(document, offset)
        if reference is not None:
            units = units_of(look, document, reference)
            out += [look.location(unit, unit.heading_span or Span(unit.span.start, unit.span.start)) for unit in units]
        elif (term := term_at(look, document, offset)) is not None:
            out.append(look.location(term.definition.unit, term.definition.span))
        if out:
            break
    return [location for location in out if location is not None]


def uses(look: Look, offset: int, *, declaration: bool = True) -> list[types.Location]:
    """Every place in the dossier that speaks of what stands at an offset.

    Args:
        declaration: the definition, or the heading of the provision, too.
    """
    for document in look.view.documents:
        reference = reference_at(document, offset)
        units = units_of(look, document, reference) if reference is not None else ()
        if not units and (term := term_at(look, document, offset)) is not None:
            own = look.location(term.definition.unit, term.definition.span)
            found = [p for d in look.whole.documents for p in _of_term(look, d, term.definition.term)]
            return [p for p in found if declaration or own is None or not _same_start(p, own)]
        heading = _heading_at(document, offset) if not units else None
        known = look.known(heading) if heading is not None else None
        units = units or ((known,) if known is not None else ())
        if units:
            return [p for unit in units[:1] for p in _of_unit(look, unit, declaration=declaration)]
    return []


def _same_start(a: types.Location, b: types.Location) -> bool:
    return a.uri == b.uri and a.range.start == b.range.start


def _heading_at(document: Document, offset: int) -> Unit | None:
    for unit in document.root.walk():
        for span in (unit.heading_span, unit.label_span):
            if span is not None and span.start <= offset <= span.end and unit.kind in (UnitKind.ARTIKEL, UnitKind.LID):
                return unit
    return None


def _of_term(look: Look, document: Document, term: str) -> Iterator[types.Location]:
    # lower case may differ in length («İ»); such a text has no places that can be trusted
    lowered = document.text.content.lower()
    if len(lowered) != len(document.text.content):
        return
    for match in occurrences(term, lowered):
        place = look.place(document, Span(match.start(1), match.end(1)))
        if place is not None:
            yield place


def _of_unit(look: Look, unit: Unit, *, declaration: bool) -> Iterator[types.Location]:
    if declaration:
        own = look.location(unit, unit.heading_span or unit.label_span or Span(unit.span.start, unit.span.start))
        if own is not None:
            yield own
    artikel, lid = unit.artikel, unit.lid
    for document in look.whole.documents:
        for reference in document.references:
            if document is look.whole.bill:
                cited = unit in reference.units
            else:
                cited = artikel is not None and any(
                    t.artikel == artikel.number and t.regeling is None and (lid is None or t.lid in (None, lid.number))
                    for t in reference.targets
                )
            place = look.place(document, reference.span) if cited else None
            if place is not None:
                yield place
