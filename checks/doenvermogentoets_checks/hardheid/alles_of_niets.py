"""Everything is lost because a part was missed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit, Suggestion
from doenvermogentoets.norms.model import UitwegSoort
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import trimmed, words
from doenvermogentoets_checks.hardheid import zaken, zeggen, zwaarte
from doenvermogentoets_checks.hardheid.aanvraag import Gemist, gemist
from doenvermogentoets_checks.hardheid.clausule_voorstel import clause
from doenvermogentoets_checks.hardheid.klas import Klas
from doenvermogentoets_checks.hardheid.zaken import Zaak

_NAAR = "herstel, evenredige vermindering, verwijtbaarheid, matiging en hardheidsclausule"
# the page's ground without Awb 4:5, which lets somebody complete an application and nothing else
_GROUND = "Ar 4.43 (varianten en neveneffecten) en 5.25; vergelijk Awb 3:4 (evenredigheid)"
_DEBT = "Staat het opeisen van het geheel in verhouding tot wat niet op tijd is betaald, en kan iemand dat dan wel betalen?"
_IN_SHORT = {False: "wie een deel mist, verliest het geheel", True: "wie een deel niet betaalt, moet ineens het geheel betalen"}

# «drie maandtermijnen», «herhaaldelijk», «meer dan een kwart»: the text asks for more than one small slip. «Binnen drie weken» does not.
_SIZE = re.compile(
    r"\b(?:(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|[2-9]|[1-9]\d) (?:of meer |achtereenvolgende |opeenvolgende )?"
    r"(?:(?:maand|jaar|week|kwartaal|betaal|betalings)?termijnen|maal|keer|aflossingen|betalingen|premies|bijdragen|verplichtingen)"
    r"|(?:twee|drie|vier|zes|[2-9]) (?:achtereenvolgende|opeenvolgende) \w+"
    r"|herhaald(?:elijk)?|meermalen|meermaals|stelselmatig|in (?:ernstige|belangrijke|aanzienlijke) mate"
    r"|(?:meer dan|ten minste|minstens) (?:een (?:kwart|derde|vijfde|tiende)|de helft|\d+ ?(?:procent|%)))(?!\w)"
)


def _size(zaak: Zaak) -> str:
    """Whether the text itself says how much must be missed before this follows."""
    zin, document = zaak.nadeel.norm.span, zaak.provision.document
    found = next((m for m in _SIZE.finditer(document.text.small, zin.start, zin.end) if not zaak.span.overlaps(Span(*m.span()))), None)
    if found is None:
        return " Hoe klein het verzuim is, telt niet mee."
    size = words(document, Span(*found.span()))
    return f" Het verzuim moet wel een omvang hebben («{size}»); wat iemand verder wel heeft gedaan, telt niet mee."


def _repair(zaak: Zaak, missed: Gemist) -> tuple[Suggestion, ...]:
    """A chance to repair first, or an excuse for who was late; nothing where the text gives a repair already."""
    if any(u.soort is UitwegSoort.HERSTEL for u in zaak.netten):
        return ()
    if missed is Gemist.TE_LAAT:
        return (zeggen.excuse(zaak),)
    return (
        Suggestion(
            "eerst gelegenheid tot herstel" + (", in de trant van Awb 4:5" if missed is Gemist.ONVOLLEDIG else ""),
            insertion=f"Het gevolg, bedoeld in {zeggen.hier(zaak)}, treedt niet in dan nadat {zaak.wie} "
            "de gelegenheid heeft gehad het verzuim "
            "binnen [vier weken] te herstellen.",
        ),
    )


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Effects of :attr:`Klas.ALLES_OF_NIETS`."""
    del options
    for zaak in zaken.of_klas(dossier, Klas.ALLES_OF_NIETS):
        document = zaak.provision.document
        totaal = zaak.nadeel.totaal
        missed = gemist(document, zaak.nadeel.norm.span)
        completes = missed is Gemist.ONVOLLEDIG
        of_debt = zeggen.opeisbaar(zaak)
        annotations = zeggen.places(zaak, dossier)
        if totaal is not None and not totaal.overlaps(zaak.span):
            annotations = (Annotation(document, trimmed(document, totaal), "het hele recht of bedrag"), *annotations)
        yield Hit(
            document=document,
            unit=zaak.provision.unit,
            span=zaak.span,
            message=f"Alles of niets: {_IN_SHORT[of_debt]} («{zeggen.quote(zaak)}»).",
            explanation=zeggen.effect(zaak)
            + zeggen.because(zaak)
            + _size(zaak)
            + zeggen.search_report(zaak, _NAAR)
            + zeggen.toelichting_report(zaak),
            question=_DEBT if of_debt else None,
            doubts=zwaarte.doubts(zaak, dossier),
            label="alles of niets",
            ground=None if completes else _GROUND,
            annotations=annotations,
            suggestions=(
                Suggestion(
                    "het gevolg beperken tot het deel dat ontbreekt, in plaats van het geheel",
                    example="… wordt slechts verminderd voor zover het bedrag als gevolg van het verzuim niet kan worden vastgesteld",
                ),
                *_repair(zaak, missed),
                *clause(zaak, dossier),
            ),
            lighter=zwaarte.lighter(zaak),
            severity=zwaarte.severity(zaak, dossier, light=zwaarte.partly_softened(zaak)),
        )
