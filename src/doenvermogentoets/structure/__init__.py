"""From paragraphs to a tree of units, with the references and amendments in it."""

from __future__ import annotations

from doenvermogentoets.document import Document, DocumentKind, Dossier, Source
from doenvermogentoets.structure.lines import read_lines
from doenvermogentoets.structure.tree import Builder

__all__ = ["build", "dossier"]


def build(source: Source) -> Document:
    """The structure of one text. Odd structure gives a best-effort tree, never an error."""
    root = Builder(source).feed(read_lines(source))
    return Document(source, DocumentKind.ONBEKEND, "", root)


def dossier(bill: Source, toelichting: Source | None = None) -> Dossier:
    """The bill and its toelichting."""
    return Dossier(build(bill), build(toelichting) if toelichting is not None else None, bill.name)
