"""TRM008: a limit for a person that coincides with a life event."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Confidence, Hit, Severity
from doenvermogentoets_checks.common import listing, words
from doenvermogentoets_checks.raakt import over_mensen
from doenvermogentoets_checks.termijnen.beeld import Leidend
from doenvermogentoets_checks.termijnen.beelden import beelden
from doenvermogentoets_checks.termijnen.ruimer import Klasse, ruim


@over_mensen(Severity.SUGGESTION)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the limit with the event that starts it."""
    long_from, very = options.number("lang-vanaf-dagen"), options.number("zeer-kort-tot-dagen")
    for beeld in beelden(dossier.bill):
        if beeld.leidend is not Leidend.GEBEURTENIS or beeld.gebeurtenis is None or not beeld.particulier:
            continue
        if beeld.termijn.dagen is not None and beeld.termijn.dagen >= long_from:
            continue
        event = words(beeld.document, beeld.gebeurtenis, 60)
        told = beeld.tekst if event.lower() in beeld.tekst.lower() else f"{event} … {beeld.tekst}"
        also = beeld.ook(Leidend.GEBEURTENIS, Leidend.WAARNEMING)
        yield Hit(
            document=beeld.document,
            unit=beeld.provision.unit,
            span=beeld.span,
            message=f"De termijn voor {beeld.wie} valt samen met een ingrijpende gebeurtenis: «{told}».",
            explanation=f"Bij «{event}» daalt het doenvermogen van vrijwel iedereen, "
            "terwijl juist dan binnen de termijn actie wordt gevraagd." + (f" Daarbij: {listing(also)}." if also else ""),
            label="bij een ingrijpende gebeurtenis",
            severity=Severity.WARNING if beeld.korter_dan(very) and beeld.zeker and beeld.aangesproken else None,
        )
    for limit in ruim(dossier.bill, Klasse.GEBEURTENIS):
        said = words(limit.document, limit.span)
        yield Hit(
            document=limit.document,
            unit=limit.provision.unit,
            span=limit.span,
            message=f"De termijn «{said}» voor {limit.wie} valt samen met een ingrijpende gebeurtenis.",
            explanation="Bij zo'n gebeurtenis daalt het doenvermogen van vrijwel iedereen, "
            "terwijl juist dan binnen de termijn actie wordt gevraagd.",
            label="bij een ingrijpende gebeurtenis",
            severity=Severity.SUGGESTION,
            confidence=Confidence.LAAG,
        )
