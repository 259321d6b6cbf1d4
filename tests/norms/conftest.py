from __future__ import annotations

from collections.abc import Callable

import pytest

from doenvermogentoets.analysis import Analysis, analyse_document
from doenvermogentoets.document import Document, DocumentKind, Paragraph, Source, Unit, UnitKind
from doenvermogentoets.norms.model import Norm
from doenvermogentoets.text import Span, Text


def document(*provisions: str, title: str = "") -> Document:
    """A document of articles without leden, made without a reader."""
    content = "\n\n".join(provisions)
    units, paragraphs, at = [], [], 0
    for number, text in enumerate(provisions, 1):
        span = Span(at, at + len(text))
        units.append(Unit(UnitKind.ARTIKEL, number=str(number), span=span, own=(span,)))
        paragraphs.append(Paragraph(span))
        at = span.end + 2
    root = Unit(UnitKind.DOCUMENT, span=Span(0, len(content)), children=units)
    for unit in units:
        unit.parent = root
    return Document(Source("ontwerp.txt", "txt", Text(content), tuple(paragraphs)), DocumentKind.ONBEKEND, title, root)


@pytest.fixture
def analyse() -> Callable[..., Analysis]:
    return lambda *provisions, title="": analyse_document(document(*provisions, title=title))


@pytest.fixture
def norms() -> Callable[[str], tuple[Norm, ...]]:
    return lambda text: analyse_document(document(text)).provisions[0].norms


@pytest.fixture
def norm(norms: Callable[[str], tuple[Norm, ...]]) -> Callable[[str], Norm]:
    """The only norm of a text."""

    def one(text: str) -> Norm:
        found = norms(text)
        assert len(found) == 1, [n.soort for n in found]
        return found[0]

    return one
