"""TRM007: a person has to do something again and again."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets_checks.termijnen.beeld import Leidend, beelden


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the recurring limit."""
    for beeld in beelden(dossier.bill):
        if beeld.leidend is not Leidend.TERUGKEREND or not beeld.particulier or not beeld.norm.doenlast:
            continue
        yield Hit(
            document=beeld.document,
            unit=beeld.provision.unit,
            span=beeld.span,
            message=f"Deze plicht keert voor {beeld.wie} telkens terug: «{beeld.tekst}».",
            explanation="Wie dit moet doen, moet het zelf volhouden. Een herinnering is bij deze bepaling niet gevonden.",
            label="keert terug",
        )
