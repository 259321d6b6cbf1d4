"""The tree and the references of documents as the JSON of ``outline --format json``."""

from __future__ import annotations

from collections.abc import Iterable

from doenvermogentoets.document import Document, Reference, Target, Unit
from doenvermogentoets.text import Span


def span_json(span: Span) -> dict[str, int]:
    """A span as JSON: code points, half open."""
    return {"start": span.start, "end": span.end}


def outline_json(documents: Iterable[Document]) -> dict[str, object]:
    """All documents, schema 1. Spans are code-point offsets in the text as it is shown (the source file for text formats)."""
    return {"schema": 1, "documents": [_document(d) for d in documents]}


def _document(document: Document) -> dict[str, object]:
    shown = document.text.shown_span

    def unit_json(unit: Unit) -> dict[str, object]:
        return {
            "kind": unit.kind.value,
            "number": unit.number,
            "heading": unit.heading or None,
            "span": span_json(shown(unit.span)),
            "children": [unit_json(child) for child in unit.children],
        }

    def reference_json(reference: Reference) -> dict[str, object]:
        targets = [_target(t) for t in reference.targets]
        return {
            "text": document.text[reference.span],
            "span": span_json(shown(reference.span)),
            "target": targets[0] if targets else None,
            "targets": targets,
            "resolved": reference.resolved,
        }

    return {
        "path": str(document.source.path or document.name),
        "kind": document.kind.value,
        "title": document.title,
        "tree": [unit_json(child) for child in document.root.children],
        "references": [reference_json(r) for r in document.references],
        "remarks": [{"span": span_json(shown(r.span)), "message": r.message} for r in document.remarks()],
    }


def _target(target: Target) -> dict[str, str | None]:
    return {"artikel": target.artikel, "lid": target.lid, "onderdeel": target.onderdeel, "regeling": target.regeling}
