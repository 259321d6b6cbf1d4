"""A sentence of a toelichting."""

from __future__ import annotations

from dataclasses import dataclass

from doenvermogentoets.text import Span
from doenvermogentoets.toelichting.sections import Alinea


@dataclass(eq=False, frozen=True, slots=True)
class Zin:
    """A sentence of the toelichting with its paragraph; ``roots`` are the roots of its content words."""

    span: Span
    text: str
    alinea: Alinea
    roots: frozenset[str]
