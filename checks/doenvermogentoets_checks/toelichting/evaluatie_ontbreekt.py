"""Nothing about evaluation, monitoring or an invoeringstoets (Ar 4.43, under l)."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets_checks.toelichting.lezen import artikelen, is_klein, lasten, nadelen, raakt_burgers
from doenvermogentoets_checks.toelichting.ontbreekt import absent


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    cause = [*lasten(dossier.bill), *nadelen(dossier.bill)]
    if dossier.explanation is None or not cause or not raakt_burgers(dossier) or is_klein(dossier.explanation, options.number("woorden")):
        return
    yield from absent(
        dossier,
        "evaluatie",
        ("inwerkingtreding", "uitvoering"),
        f"De toelichting zegt niets over evaluatie, monitoring of een invoeringstoets, terwijl het ontwerp nieuwe plichten of "
        f"gevolgen kent ({artikelen(cause, 2)}).",
        "Gezocht naar evaluatie, invoeringstoets en monitoring: niet gevonden.",
        "hoe wordt gevolgd hoe dit uitpakt?",
        tuple(Annotation(dossier.bill.document, p.passage.span, "nieuwe plicht of nieuw gevolg") for p, _ in cause[:2]),
    )
