"""Building blocks that a toelichting lacks although the bill gives cause for them (Ar 4.43, Schrijfwijzer memorie van toelichting)."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets_checks.toelichting.lezen import plaats


def absent(
    dossier: DossierAnalysis,
    topic: str,
    near: tuple[str, ...],
    message: str,
    explanation: str,
    label: str,
    cause: tuple[Annotation, ...] = (),
) -> Iterator[Hit]:
    """One finding when the toelichting does not speak of ``topic`` anywhere."""
    read = dossier.explanation
    if read is None or read.speaks_of(topic):
        return
    where = plaats(read, topic, *near)
    if where is None:
        return
    unit, span = where
    yield Hit(read.document, unit, span, message, explanation, label=label, annotations=cause, whole=True)
