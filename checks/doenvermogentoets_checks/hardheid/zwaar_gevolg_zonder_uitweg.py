"""A heavy effect that sets in because something was missed, with no way out anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Suggestion
from doenvermogentoets_checks.common import capital
from doenvermogentoets_checks.hardheid import zaken, zeggen, zwaarte
from doenvermogentoets_checks.hardheid.zaken import Klas

_NAAR = "herstel, verlenging, verschoning, verwijtbaarheid, dringende reden en hardheidsclausule"


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Effects of :attr:`Klas.VERZUIM`; at suggestion level when the toelichting gives a reason or a net of the Awb covers it."""
    del options
    for zaak in zaken.of_klas(dossier, Klas.VERZUIM):
        light = zwaarte.covered_by_awb(zaak) or zwaarte.partly_softened(zaak) or zwaarte.on_requirements(zaak)
        yield Hit(
            document=zaak.provision.document,
            unit=zaak.provision.unit,
            span=zaak.span,
            message=f"Wie iets mist, verliest hier {zeggen.room(zaak)}: «{zeggen.quote(zaak)}».",
            explanation=zeggen.effect(zaak) + zeggen.because(zaak) + zeggen.search_report(zaak, _NAAR) + zeggen.toelichting_report(zaak),
            doubts=zwaarte.doubts(zaak, dossier),
            label=zaak.nadeel.gevolg.soort.value,
            annotations=zeggen.places(zaak, dossier),
            suggestions=(
                Suggestion(
                    "een hersteltermijn in de trant van Awb 4:5",
                    insertion=f"{capital(zeggen.organ(zaak.provision, dossier.bill))} past {zeggen.hier(zaak)} niet toe dan nadat "
                    f"{zaak.wie} de gelegenheid heeft gehad het verzuim binnen [vier weken] te herstellen.",
                ),
                Suggestion(
                    "verschoning in de trant van Awb 6:11",
                    insertion=f"Het gevolg, bedoeld in {zeggen.hier(zaak)}, blijft achterwege indien redelijkerwijs niet kan worden "
                    f"geoordeeld dat {zaak.wie} in verzuim is geweest.",
                ),
                *zeggen.clause(zaak, dossier.bill),
            ),
            severity=zwaarte.severity(zaak, dossier, light=light),
        )
