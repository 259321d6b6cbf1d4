"""Nothing about who is affected (Ar 4.43, under e and f)."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets_checks.toelichting.lezen import artikelen, is_klein, lasten, raakt_burgers
from doenvermogentoets_checks.toelichting.ontbreekt import absent


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    cause = lasten(dossier.bill)
    if dossier.explanation is None or not cause or not raakt_burgers(dossier) or is_klein(dossier.explanation, options.number("woorden")):
        return
    yield from absent(
        dossier,
        "doelgroep",
        ("gevolgen", "inleiding"),
        f"De toelichting beschrijft niet wie geraakt wordt: geen omvang, geen samenstelling, geen kwetsbare groepen "
        f"({artikelen(cause, 2)}).",
        "Gezocht naar aantallen mensen, doelgroepen en groepen die extra aandacht vragen: niet gevonden.",
        "om wie en hoeveel mensen gaat het?",
        tuple(Annotation(dossier.bill.document, p.passage.span, "vraagt een handeling van de burger") for p, _ in cause[:2]),
    )
