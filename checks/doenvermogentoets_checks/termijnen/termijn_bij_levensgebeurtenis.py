"""TRM008: a limit for a person that coincides with a life event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Confidence, Doubt, Hit, Severity
from doenvermogentoets_checks.common import listing, words
from doenvermogentoets_checks.raakt import over_mensen
from doenvermogentoets_checks.termijnen.beeld import Beeld, Leidend
from doenvermogentoets_checks.termijnen.beelden import beelden
from doenvermogentoets_checks.termijnen.ruimer import Klasse, ruim

# «binnen 13 weken, of binnen een kortere termijn als door het UWV bepaald»: how short, another decides
_SHORTER = re.compile(r"\bkortere (?:termijn|periode)\b")
_LEFT_OPEN = Doubt(
    "de termijn is ruim, maar een ander mag een kortere stellen",
    question="Eerst de vraag: hoe kort kan de termijn worden?",
)


def _of_shorter(beeld: Beeld) -> bool:
    """Whether the limit is that shorter one itself, which has no length: it is told with the long one."""
    return beeld.termijn.dagen is None and _SHORTER.search(beeld.document.text.small, beeld.termijn.kern.start, beeld.span.end) is not None


@over_mensen(Severity.SUGGESTION)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the limit with the event that starts it."""
    long_from, very = options.number("lang-vanaf-dagen"), options.number("zeer-kort-tot-dagen")
    for beeld in beelden(dossier.bill):
        if beeld.leidend is not Leidend.GEBEURTENIS or beeld.gebeurtenis is None or not beeld.particulier:
            continue
        long = beeld.termijn.dagen is not None and beeld.termijn.dagen >= long_from
        shorter = _SHORTER.search(beeld.document.text.small, beeld.termijn.kern.end, beeld.norm.span.end) if long else None
        if (long and shorter is None) or _of_shorter(beeld):
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
            doubts=() if shorter is None else (_LEFT_OPEN,),
            label="bij een ingrijpende gebeurtenis",
            severity=Severity.INFO
            if shorter is not None
            else Severity.WARNING
            if beeld.korter_dan(very) and beeld.zeker and beeld.aangesproken
            else None,
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
