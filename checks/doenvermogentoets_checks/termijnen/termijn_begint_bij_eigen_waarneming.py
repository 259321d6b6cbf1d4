"""TRM004: the clock starts at something a citizen has to notice himself."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets_checks.common import listing, words
from doenvermogentoets_checks.termijnen.beeld import Leidend, beelden


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the limit with the words that start it."""
    long_from = options.number("lang-vanaf-dagen")
    for beeld in beelden(dossier.bill):
        if beeld.leidend is not Leidend.WAARNEMING or beeld.waarneming is None or not beeld.particulier:
            continue
        if beeld.termijn.dagen is not None and beeld.termijn.dagen >= long_from:
            continue
        also = beeld.ook(Leidend.WAARNEMING)
        yield Hit(
            document=beeld.document,
            unit=beeld.provision.unit,
            span=beeld.span,
            message=f"De termijn voor {beeld.wie} begint bij iets dat men zelf moet opmerken: «{beeld.tekst}».",
            explanation=f"Voor {beeld.wie} komt er geen bericht dat de termijn loopt; "
            f"beslissend is «{words(beeld.document, beeld.waarneming, 60)}»." + (f" Daarbij: {listing(also)}." if also else ""),
            label="begint bij eigen waarneming",
        )
