"""A right that is lost by operation of law because something was missed."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Suggestion
from doenvermogentoets_checks.common import capital
from doenvermogentoets_checks.hardheid import zaken, zeggen, zwaarte
from doenvermogentoets_checks.hardheid.clausule_voorstel import clause
from doenvermogentoets_checks.hardheid.zaken import Klas

_NAAR = "herstel, verschoning, een besluit vooraf en hardheidsclausule"


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Effects of :attr:`Klas.RECHTSWEGE`."""
    del options
    for zaak in zaken.of_klas(dossier, Klas.RECHTSWEGE):
        orgaan = zeggen.organ(zaak.provision, dossier.bill)
        yield Hit(
            document=zaak.provision.document,
            unit=zaak.provision.unit,
            span=zaak.span,
            message=f"Het verlies volgt vanzelf («{zeggen.quote(zaak)}»): er is geen besluit waarin iemand het geval bekijkt.",
            explanation=zeggen.effect(zaak)
            + zeggen.because(zaak)
            + " Zonder besluit is er ook niet zonder meer bezwaar en beroep mogelijk."
            + zeggen.search_report(zaak, _NAAR)
            + zeggen.toelichting_report(zaak),
            doubts=zwaarte.doubts(zaak, dossier),
            label="van rechtswege",
            annotations=zeggen.places(zaak, dossier),
            suggestions=(
                Suggestion(
                    "het gevolg aan een besluit binden in plaats van het te laten volgen, na gelegenheid tot herstel",
                    example=f"{capital(orgaan)} kan de aanspraak beëindigen, nadat {zaak.wie} de gelegenheid heeft gehad het verzuim "
                    "binnen [vier weken] te herstellen.",
                ),
                zeggen.excuse(zaak),
                *clause(zaak, dossier),
            ),
            lighter=zwaarte.lighter(zaak),
            severity=zwaarte.severity(zaak, dossier, light=zwaarte.partly_softened(zaak) or zwaarte.one_of_many(zaak)),
        )
