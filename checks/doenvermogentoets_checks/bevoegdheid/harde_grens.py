"""A yes-or-no limit to a right, without anything to deviate by."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Severity
from doenvermogentoets_checks.hardheid import zaken, zeggen
from doenvermogentoets_checks.hardheid.zaken import Klas, Uitleg
from doenvermogentoets_checks.raakt import over_mensen

_NAAR = "een afwijkingsmogelijkheid, glijdende schaal, overgang en hardheidsclausule"


@over_mensen(Severity.SUGGESTION)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Effects of :attr:`Klas.GRENS`, when there is a toelichting and it does not explain them: most hard limits are meant."""
    del options
    for zaak in zaken.of_klas(dossier, Klas.GRENS):
        if zaak.uitleg in (Uitleg.WAAROM, Uitleg.GEEN_TOELICHTING):
            continue
        yield Hit(
            document=zaak.provision.document,
            unit=zaak.provision.unit,
            span=zaak.span,
            message=f"Een harde grens: «{zeggen.quote(zaak)}».",
            explanation="Wie net aan de verkeerde kant valt, houdt niets over, hoe klein het verschil ook "
            f"is.{zeggen.search_report(zaak, _NAAR)}" + zeggen.toelichting_report(zaak),
            label="harde grens",
            annotations=zeggen.places(zaak, dossier),
            suggestions=(),
        )
