"""A heavy effect that sets in because something was missed, with no way out anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Suggestion
from doenvermogentoets_checks.common import capital
from doenvermogentoets_checks.hardheid import zaken
from doenvermogentoets_checks.hardheid.zaken import Klas

_NAAR = "herstel, verlenging, verschoning, verwijtbaarheid, dringende reden en hardheidsclausule"


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Effects of :attr:`Klas.VERZUIM`; at suggestion level when the toelichting gives a reason or a net of the Awb covers it."""
    del options
    for zaak in zaken.of_klas(dossier, Klas.VERZUIM):
        light = zaken.covered_by_awb(zaak) or zaken.partly_softened(zaak) or zaken.on_requirements(zaak)
        yield Hit(
            document=zaak.provision.document,
            unit=zaak.provision.unit,
            span=zaak.span,
            message=f"Wie iets mist, verliest hier {zaken.room(zaak)}: «{zaken.quote(zaak)}».",
            explanation=zaken.effect(zaak) + zaken.because(zaak) + zaken.search_report(zaak, _NAAR) + zaken.toelichting_report(zaak),
            label=zaak.nadeel.gevolg.soort.value,
            annotations=zaken.places(zaak, dossier),
            suggestions=(
                Suggestion(
                    "een hersteltermijn in de trant van Awb 4:5",
                    insertion=f"{capital(zaken.organ(zaak.provision, dossier.bill))} past dit niet toe dan nadat {zaak.wie} "
                    "gelegenheid heeft gekregen het verzuim binnen [vier weken] te herstellen.",
                ),
                Suggestion(
                    "verschoning in de trant van Awb 6:11",
                    insertion="Dit gevolg blijft achterwege indien redelijkerwijs niet kan worden geoordeeld dat "
                    f"{zaak.wie} in verzuim is geweest.",
                ),
                *zaken.clause(zaak, dossier.bill),
            ),
            severity=zaken.severity(zaak, light=light),
        )
