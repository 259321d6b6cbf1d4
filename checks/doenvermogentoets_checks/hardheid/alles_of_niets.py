"""Everything is lost because a part was missed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit, Suggestion
from doenvermogentoets_checks.common import trimmed
from doenvermogentoets_checks.hardheid import zaken, zeggen, zwaarte
from doenvermogentoets_checks.hardheid.aanvraag import Gemist, gemist
from doenvermogentoets_checks.hardheid.zaken import Klas, Zaak

_NAAR = "herstel, evenredige vermindering, verwijtbaarheid, matiging en hardheidsclausule"
# the page's ground without Awb 4:5, which lets somebody complete an application and nothing else
_GROUND = "Ar 4.43 (varianten en neveneffecten) en 5.25; vergelijk Awb 3:4 (evenredigheid)"
_DEBT = "Staat het opeisen van het geheel in verhouding tot wat niet op tijd is betaald, en kan iemand dat dan wel betalen?"
_CALLED_IN = re.compile(r"\b(?:opeisbaar|opgeëist|opeisen|opeist|ineens verschuldigd|in (?:één|een) keer (?:betalen|betaald|voldaan))\b")


def _of_debt(zaak: Zaak) -> bool:
    """A whole debt is called in: no right is lost and no paper missed."""
    span = zaak.nadeel.norm.span
    return _CALLED_IN.search(zaak.provision.document.text.small, span.start, span.end) is not None


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Effects of :attr:`Klas.ALLES_OF_NIETS`."""
    del options
    for zaak in zaken.of_klas(dossier, Klas.ALLES_OF_NIETS):
        document = zaak.provision.document
        totaal = zaak.nadeel.totaal
        missed = gemist(document, zaak.nadeel.norm.span)
        completes = missed is Gemist.ONVOLLEDIG
        annotations = zeggen.places(zaak, dossier)
        if totaal is not None and not totaal.overlaps(zaak.span):
            annotations = (Annotation(document, trimmed(document, totaal), "het hele recht of bedrag"), *annotations)
        yield Hit(
            document=document,
            unit=zaak.provision.unit,
            span=zaak.span,
            message=f"Alles of niets: wie een deel mist, verliest het geheel («{zeggen.quote(zaak)}»).",
            explanation=zeggen.effect(zaak)
            + zeggen.because(zaak)
            + " Hoe klein het verzuim is, telt niet mee."
            + zeggen.search_report(zaak, _NAAR)
            + zeggen.toelichting_report(zaak),
            question=_DEBT if _of_debt(zaak) else None,
            doubts=zwaarte.doubts(zaak, dossier),
            label="alles of niets",
            ground=None if completes else _GROUND,
            annotations=annotations,
            suggestions=(
                Suggestion(
                    "het gevolg beperken tot het deel dat ontbreekt, in plaats van het geheel",
                    example="… wordt slechts verminderd voor zover het bedrag als gevolg van het verzuim niet kan worden vastgesteld",
                ),
                zeggen.excuse(zaak)
                if missed is Gemist.TE_LAAT
                else Suggestion(
                    "eerst gelegenheid tot herstel" + (", in de trant van Awb 4:5" if completes else ""),
                    insertion=f"Het gevolg, bedoeld in {zeggen.hier(zaak)}, treedt niet in dan nadat {zaak.wie} "
                    "de gelegenheid heeft gehad het verzuim "
                    "binnen [vier weken] te herstellen.",
                ),
                *zeggen.clause(zaak, dossier.bill),
            ),
            lighter=zwaarte.lighter(zaak),
            severity=zwaarte.severity(zaak, dossier, light=zwaarte.partly_softened(zaak)),
        )
