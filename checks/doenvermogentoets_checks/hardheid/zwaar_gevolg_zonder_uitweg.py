"""A heavy effect that sets in because something was missed, with no way out anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Suggestion
from doenvermogentoets_checks.common import capital, over_aanvraag
from doenvermogentoets_checks.hardheid import zaken, zeggen, zwaarte
from doenvermogentoets_checks.hardheid.aanvraag import Gemist, gemist
from doenvermogentoets_checks.hardheid.clausule_voorstel import clause, te_voorzien
from doenvermogentoets_checks.hardheid.klas import Klas
from doenvermogentoets_checks.hardheid.zaken import Zaak
from doenvermogentoets_checks.nagelaten import nagelaten

_NAAR = "herstel, verlenging, verschoning, verwijtbaarheid, dringende reden en hardheidsclausule"


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Effects of :attr:`Klas.VERZUIM`; at suggestion level when the toelichting gives a reason or a net of the Awb covers it."""
    del options
    for zaak in zaken.of_klas(dossier, Klas.VERZUIM):
        missed = nagelaten(zaak.provision.document, zaak.nadeel.norm.span, zaak.span) or not _own_fault(zaak)
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
            question=_NO_OMISSION if not missed else _INCOMPLETE if _incomplete(zaak) else None,
            ground=_ground(zaak, missed=missed),
            suggestions=_suggestions(zaak, dossier, missed=missed),
            lighter=zwaarte.lighter(zaak),
            severity=zwaarte.severity(zaak, dossier, light=light),
        )


# What somebody did, or what was imposed on him: nothing that is still to be done.
_DONE = re.compile(
    r"\b(?:onjuiste?|onware|valse|verkeerde|misleidende)\b(?![^.;]{0,60}\bof onvolledige\b)"
    r"|\b(?:maatregel|boete|sanctie|straf) is opgelegd\b"
    r"|\b(?:heeft|is) (?:misbruikt|overtreden|veroordeeld|beboet)\b"
)


def _own_fault(zaak: Zaak) -> bool:
    span = zaak.nadeel.norm.span
    return _DONE.search(zaak.provision.document.text.small, span.start, span.end) is not None


_NO_OMISSION = "Wat gebeurt er met iemand die zich vergist heeft of er niets aan kon doen, en wie kan hem dan nog helpen?"


_INCOMPLETE = "Wat gebeurt er met iemand die één stuk mist of een vraag verkeerd begrijpt, en wie kan hem dan nog helpen?"
_LACKS = re.compile(r"\bonvolledige?\b|\bniet volledige?\b|\bontbre(?:ekt|ken|kende?)\b|\bniet(?: \w+)? (?:aangevuld|compleet)\b")
_LATE = re.compile(
    r"\bte laat\b|\b(?:on|niet )tijdige?\b"
    r"|\bniet op tijd\b|\bbinnen\b|\buiterlijk\b|\bna (?:afloop|die|deze|de) \w*(?:termijn|datum|dag)?\b"
)


def _incomplete(zaak: Zaak) -> bool:
    """Something lacks in an application, and nothing is said of time: Awb 6:11 and illness have no bearing on it."""
    small, span = zaak.provision.document.text.small, zaak.nadeel.norm.span
    lacks = over_aanvraag(zaak.provision.document, span) and _LACKS.search(small, span.start, span.end) is not None
    return lacks and _LATE.search(small, span.start, span.end) is None


def _ground(zaak: Zaak, *, missed: bool) -> str:
    """What the Awb says of completing an application and of being late only where that is the matter."""
    basis = "Ar 4.43 (varianten en neveneffecten; uitvoering en te verwachten conflicten) en Ar 5.25 (niet te voorziene gevallen)"
    if not missed:
        return basis
    if _incomplete(zaak):
        return f"{basis}; vergelijk Awb 4:5"
    completes = gemist(zaak.provision.document, zaak.nadeel.norm.span) is Gemist.ONVOLLEDIG
    return f"{basis}; vergelijk Awb " + ("4:5 en 6:11" if completes else "6:11")


_BY_AWB = "de regel schrappen: voor een onvolledige aanvraag geeft Awb 4:5 de weg al (eerst aanvullen, dan pas buiten behandeling laten)"


def _suggestions(zaak: Zaak, dossier: DossierAnalysis, *, missed: bool) -> tuple[Suggestion, ...]:
    """A chance to mend it only where something was left undone or came too late; what was done wrong, no time mends."""
    unforeseen = clause(zaak, dossier)
    if not missed:
        return (
            Suggestion(
                "het gevolg laten afhangen van verwijt",
                insertion=f"Het gevolg, bedoeld in {zeggen.hier(zaak)}, blijft achterwege voor zover {zaak.wie} geen verwijt kan worden "
                "gemaakt.",
            ),
            Suggestion("het gevolg beperken naar de ernst van wat er is gebeurd"),
            *unforeseen,
        )
    orgaan = capital(zeggen.organ(zaak.provision, dossier.bill))
    what = gemist(zaak.provision.document, zaak.nadeel.norm.span)
    like = " in de trant van Awb 4:5" if what is Gemist.ONVOLLEDIG else ""
    if what is Gemist.TE_LAAT:  # what came too late, no time to mend it helps
        example = f"{orgaan} kan de termijn voor de aanvraag op verzoek van {zaak.wie} met ten hoogste [vier weken] verlengen."
        return (zeggen.excuse(zaak), Suggestion("de termijn op verzoek verlengen", example=example), *unforeseen)
    return (
        Suggestion(
            f"een hersteltermijn{like}",
            insertion=f"{orgaan} past {zeggen.hier(zaak)} niet toe dan nadat {zaak.wie} de gelegenheid heeft gehad "
            + ("de aanvraag binnen [vier weken] aan te vullen." if te_voorzien(zaak) else "het verzuim binnen [vier weken] te herstellen."),
        ),
        *((Suggestion(_BY_AWB),) if te_voorzien(zaak) else ()),
        *(() if _incomplete(zaak) else (zeggen.excuse(zaak),)),
        *unforeseen,
    )
