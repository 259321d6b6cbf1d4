"""A right that is lost by operation of law because something was missed."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Suggestion
from doenvermogentoets_checks.common import capital
from doenvermogentoets_checks.hardheid import zaken
from doenvermogentoets_checks.hardheid.zaken import Klas

_NAAR = "herstel, verschoning, een besluit vooraf en hardheidsclausule"


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Effects of :attr:`Klas.RECHTSWEGE`."""
    del options
    for zaak in zaken.of_klas(dossier, Klas.RECHTSWEGE):
        orgaan = zaken.organ(zaak.provision, dossier.bill)
        yield Hit(
            document=zaak.provision.document,
            unit=zaak.provision.unit,
            span=zaak.span,
            message=f"Het verlies volgt vanzelf («{zaken.quote(zaak)}»): er is geen besluit waarin iemand het geval bekijkt.",
            explanation=zaken.effect(zaak)
            + zaken.because(zaak)
            + " Zonder besluit is er ook niet zonder meer bezwaar en beroep mogelijk."
            + zaken.search_report(zaak, _NAAR)
            + zaken.toelichting_report(zaak),
            label="van rechtswege",
            annotations=zaken.places(zaak, dossier),
            suggestions=(
                Suggestion(
                    "het gevolg aan een besluit binden, na gelegenheid tot herstel",
                    insertion=f"{capital(orgaan)} kan de aanspraak beëindigen, nadat {zaak.wie} gelegenheid heeft gekregen het verzuim "
                    "binnen [vier weken] te herstellen.",
                ),
                Suggestion(
                    "verschoning in de trant van Awb 6:11",
                    insertion="Dit gevolg blijft achterwege indien redelijkerwijs niet kan worden geoordeeld dat "
                    f"{zaak.wie} in verzuim is geweest.",
                ),
                *zaken.clause(zaak, dossier.bill),
            ),
            severity=zaken.severity(zaak, light=zaken.partly_softened(zaak) or zaken.one_of_many(zaak)),
        )
