"""No alternatives considered (Ar 4.43, under b)."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.toelichting.explained import overwogen
from doenvermogentoets_checks.toelichting.lezen import artikelen, is_klein, lasten, nadelen, raakt_burgers
from doenvermogentoets_checks.toelichting.ontbreekt import absent


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    cause = [*lasten(dossier.bill), *nadelen(dossier.bill)]
    if dossier.explanation is None or not cause or not raakt_burgers(dossier) or is_klein(dossier.explanation, options.number("woorden")):
        return
    if any(overwogen(dossier.explanation.of(p, n), dossier.explanation) for p, n in cause):
        return
    yield from absent(
        dossier,
        "varianten",
        ("hoofdlijnen", "inleiding"),
        f"De toelichting noemt geen overwogen varianten, terwijl het ontwerp mensen verplicht of treft ({artikelen(cause, 2)}).",
        "Gezocht naar varianten, alternatieven, opties en «overwogen is»: niet gevonden.",
        "welke varianten zijn overwogen?",
        tuple(Annotation(dossier.bill.document, p.passage.span, "verplicht of treft iemand") for p, _ in cause[:2]),
    )
