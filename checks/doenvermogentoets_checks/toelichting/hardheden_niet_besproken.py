"""Nothing about hardship while the bill has heavy adverse effects (Ar 4.43, under b; 5.25)."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.lezen import artikelen, is_klein, nadelen, raakt_burgers
from doenvermogentoets_checks.toelichting.ontbreekt import absent


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    cause = [(p, n) for p, n in nadelen(dossier.bill) if any(g.zwaar for g in n.gevolgen)]
    if dossier.explanation is None or not cause or not raakt_burgers(dossier) or is_klein(dossier.explanation, options.number("woorden")):
        return
    document = dossier.bill.document
    effect = next((words(document, g.span, 60) for _, n in cause for g in n.gevolgen if g.zwaar), "")
    yield from absent(
        dossier,
        "hardheid",
        ("gevolgen", "hoofdlijnen", "inleiding"),
        f"De toelichting gaat niet in op hardheden, terwijl het ontwerp zware gevolgen kent («{effect}»; {artikelen(cause, 2)}).",
        "Gezocht naar hardheid, evenredigheid, maatwerk, bijzondere gevallen en dringende redenen: niet gevonden.",
        "voor wie kan dit hard uitpakken?",
        tuple(Annotation(document, p.passage.span, "zwaar gevolg") for p, _ in cause[:2]),
    )
