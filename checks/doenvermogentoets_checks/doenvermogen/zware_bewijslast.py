"""DVM007: a person must prove something with papers that are hard to get."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets_checks.common import each_place_once, who, words
from doenvermogentoets_checks.doenvermogen.mensen import asks, said


@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the words of the proof, one per norm."""
    for provision, norm in asks(dossier.bill):
        at = said(provision, "bewijs", norm.span)
        if at is None or said(provision, "ander-bewijs", norm.span) is not None:
            continue
        wie = who(norm)
        yield Hit(
            document=provision.document,
            unit=provision.unit,
            span=at,
            message=f"Van {wie} wordt bewijs gevraagd dat moeilijk te krijgen kan zijn: «{words(provision.document, at)}».",
            explanation="Wie dit moet bewijzen, is afhankelijk van een ander, van kosten of van een moment dat voorbij kan zijn. "
            "Ander bewijs of opvragen door de overheid is in deze "
            "bepaling niet gevonden.",
            label="bewijslast",
        )
