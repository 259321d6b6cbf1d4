"""TRM004: the clock starts at something a citizen has to notice himself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Confidence, Doubt, Hit, Severity
from doenvermogentoets_checks.common import listing, words
from doenvermogentoets_checks.raakt import over_mensen
from doenvermogentoets_checks.termijnen.beeld import Leidend
from doenvermogentoets_checks.termijnen.beelden import beelden
from doenvermogentoets_checks.termijnen.ruimer import Klasse, ruim

_MILD = re.compile(r"\bredelijkerwijze?s? [^.;]{0,40}\b(?:kennis|weten|bekend|opmerken|ontdekken)\b")  # the clock waits until he could know
_REASONABLY = Doubt("zij loopt pas als men het redelijkerwijs kon weten", question="Is dat duidelijk genoeg?")


@over_mensen(Severity.SUGGESTION)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the limit with the words that start it."""
    long_from = options.number("lang-vanaf-dagen")
    for beeld in beelden(dossier.bill):
        if beeld.leidend is not Leidend.WAARNEMING or beeld.waarneming is None or not beeld.particulier:
            continue
        if beeld.termijn.dagen is not None and beeld.termijn.dagen >= long_from:
            continue
        also = beeld.ook(Leidend.WAARNEMING)
        mild = _MILD.search(beeld.document.text.small, beeld.termijn.span.start, beeld.norm.span.end)
        yield Hit(
            document=beeld.document,
            unit=beeld.provision.unit,
            span=beeld.span,
            message=f"De termijn voor {beeld.wie} begint bij iets dat men zelf moet opmerken: «{beeld.tekst}».",
            explanation=f"Voor {beeld.wie} komt er geen bericht dat de termijn loopt; "
            f"beslissend is «{words(beeld.document, beeld.waarneming, 60)}»." + (f" Daarbij: {listing(also)}." if also else ""),
            doubts=() if mild is None else (_REASONABLY,),
            label="begint bij eigen waarneming",
            severity=None if mild is None else Severity.INFO,
        )
    for limit in ruim(dossier.bill, Klasse.WAARNEMING):
        said = words(limit.document, limit.span)
        yield Hit(
            document=limit.document,
            unit=limit.provision.unit,
            span=limit.span,
            message=f"De termijn «{said}» begint voor {limit.wie} bij iets dat men zelf moet opmerken.",
            explanation="Er komt geen bericht dat de termijn loopt.",
            label="begint bij eigen waarneming",
            severity=Severity.SUGGESTION,
            confidence=Confidence.LAAG,
        )
