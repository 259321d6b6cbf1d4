"""Transitional law in the bill that the toelichting passes over, or none where the bill repeals (Ar 4.43, under j)."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.structure.labels import label
from doenvermogentoets.toelichting.overgang import is_intrekking, is_overgang
from doenvermogentoets_checks.toelichting.lezen import is_klein, plaats, van_een_bijlage


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if (
        explanation is None
        or is_klein(explanation, options.number("woorden"))
        or explanation.speaks_of("overgangsrecht")
        or van_een_bijlage(dossier)
    ):
        return
    found = [p for p in dossier.bill.provisions if not p.unit.inserted and is_overgang(p)]
    where = plaats(explanation, "overgangsrecht", "inwerkingtreding")
    if not found or where is None:
        return
    if any(explanation.of(p).has("waarom") for p in found if not is_intrekking(p)):
        return
    unit, span = where
    names = ", ".join(dict.fromkeys(label(p.unit) for p in found[:3]))
    yield Hit(
        explanation.document,
        unit,
        span,
        f"De toelichting gaat niet in op het overgangsrecht van {names}.",
        "Gezocht naar overgangsrecht, bestaande en lopende gevallen en wat blijft gelden: niet gevonden.",
        label="wat geldt voor bestaande gevallen?",
        annotations=tuple(Annotation(dossier.bill.document, p.passage.span, "overgangsrecht of intrekking") for p in found[:3]),
        whole=True,
    )
