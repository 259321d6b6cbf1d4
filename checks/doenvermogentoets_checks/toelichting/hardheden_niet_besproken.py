"""Nothing about hardship while the bill has heavy adverse effects (Ar 4.43, under b; 5.25)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.toelichting import Explanation
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.lezen import artikelen, is_klein, nadelen, raakt_burgers
from doenvermogentoets_checks.toelichting.ontbreekt import absent


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    cause = [(p, n) for p, n in nadelen(dossier.bill) if any(g.zwaar for g in n.gevolgen)]
    if dossier.explanation is None or not cause or not raakt_burgers(dossier) or is_klein(dossier.explanation, options.number("woorden")):
        return
    document = dossier.bill.document
    effect = next((words(document, g.span, 60) for _, n in cause for g in n.gevolgen if g.zwaar), "")
    found = absent(
        dossier,
        "hardheid",
        ("gevolgen", "hoofdlijnen", "inleiding"),
        f"De toelichting gaat niet in op hardheden, terwijl het ontwerp zware gevolgen kent («{effect}»; {artikelen(cause, 2)}).",
        "Gezocht naar hardheid, evenredigheid, maatwerk, bijzondere gevallen en dringende redenen: niet gevonden.",
        "voor wie kan dit hard uitpakken?",
        tuple(Annotation(document, p.passage.span, "zwaar gevolg") for p, _ in cause[:2]),
    )
    elsewhere = _legt_iets_anders_uit(dossier.bill, dossier.explanation, [p for p, _ in cause])
    yield from (
        replace(hit, severity=Severity.INFO, lighter="deze toelichting gaat over een paar artikelen, niet over die met een zwaar gevolg")
        if elsewhere
        else hit
        for hit in found
    )


_DEEL = 0.3  # share of the artikelen of which a toelichting of a part explains no more


def _legt_iets_anders_uit(bill: Analysis, explanation: Explanation, cause: Sequence[Provision]) -> bool:
    """A toelichting of a few artikelen, none of which has the effects; what is said of the others stands elsewhere."""
    explained = {a for a, sections in explanation.articles.items() if sections}
    every = {p.unit.artikel for p in bill.provisions if p.unit.artikel is not None}
    if (
        not explained
        or len(explained) > _DEEL * len(every)
        or any(explanation.speaks_of(t) for t in ("inleiding", "hoofdlijnen", "gevolgen"))
    ):
        return False
    return not any(p.unit.artikel in explained for p in cause)
