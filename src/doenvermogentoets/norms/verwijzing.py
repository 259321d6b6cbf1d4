"""The references inside a stretch of a document, and what of the document they point at."""

from __future__ import annotations

from bisect import bisect_left
from weakref import WeakKeyDictionary

from doenvermogentoets.document import Document, Reference
from doenvermogentoets.text import Span

_starts: WeakKeyDictionary[Document, tuple[list[int], tuple[Reference, ...]]] = WeakKeyDictionary()


def references_in(document: Document, span: Span) -> tuple[Reference, ...]:
    """The references that begin inside ``span``, in order of place."""
    known = _starts.get(document)
    if known is None:
        ordered = tuple(sorted(document.references, key=lambda r: r.span.start))
        known = _starts[document] = ([r.span.start for r in ordered], ordered)
    starts, references = known
    return references[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
