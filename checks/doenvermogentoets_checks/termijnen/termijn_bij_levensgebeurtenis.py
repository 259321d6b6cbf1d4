"""TRM008: a limit for a person that coincides with a life event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Confidence, Doubt, Hit, Severity
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import listing, phrases, words
from doenvermogentoets_checks.raakt import over_mensen
from doenvermogentoets_checks.termijnen.beeld import Beeld, Leidend
from doenvermogentoets_checks.termijnen.beelden import beelden
from doenvermogentoets_checks.termijnen.ruimer import Klasse, ruim
from doenvermogentoets_checks.termijnen.wiens import PACKAGE

# «binnen 13 weken, of binnen een kortere termijn als door het UWV bepaald»: how short, another decides
_SHORTER = re.compile(r"\bkortere (?:termijn|periode)\b")
_LEFT_OPEN = Doubt(
    "de termijn is ruim, maar een ander mag een kortere stellen",
    question="Eerst de vraag: hoe kort kan de termijn worden?",
)


def _of_shorter(beeld: Beeld) -> bool:
    """Whether the limit is that shorter one itself, which has no length: it is told with the long one."""
    return beeld.termijn.dagen is None and _SHORTER.search(beeld.document.text.small, beeld.termijn.kern.start, beeld.span.end) is not None


@over_mensen(Severity.SUGGESTION)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the limit with the event that starts it."""
    long_from, very = options.number("lang-vanaf-dagen"), options.number("zeer-kort-tot-dagen")
    for beeld in beelden(dossier.bill):
        if beeld.leidend is not Leidend.GEBEURTENIS or beeld.gebeurtenis is None or not beeld.particulier:
            continue
        long = beeld.termijn.dagen is not None and beeld.termijn.dagen >= long_from
        shorter = _SHORTER.search(beeld.document.text.small, beeld.termijn.kern.end, beeld.norm.span.end) if long else None
        if (long and shorter is None) or _of_shorter(beeld):
            continue
        event = words(beeld.document, beeld.gebeurtenis, 60)
        told = beeld.tekst if event.lower() in beeld.tekst.lower() else f"{event} … {beeld.tekst}"
        also = beeld.ook(Leidend.GEBEURTENIS, Leidend.WAARNEMING)
        yield Hit(
            document=beeld.document,
            unit=beeld.provision.unit,
            span=beeld.span,
            message=f"De termijn voor {beeld.wie} valt samen met een ingrijpende gebeurtenis: «{told}».",
            explanation=f"Bij «{event}» daalt het doenvermogen van vrijwel iedereen, "
            "terwijl juist dan binnen de termijn actie wordt gevraagd." + (f" Daarbij: {listing(also)}." if also else ""),
            doubts=() if shorter is None else (_LEFT_OPEN,),
            label="bij een ingrijpende gebeurtenis",
            severity=Severity.INFO
            if shorter is not None
            else Severity.WARNING
            if beeld.korter_dan(very) and beeld.zeker and beeld.aangesproken
            else None,
        )
    for limit in ruim(dossier.bill, Klasse.GEBEURTENIS):
        said = words(limit.document, limit.span)
        yield Hit(
            document=limit.document,
            unit=limit.provision.unit,
            span=limit.span,
            message=f"De termijn «{said}» voor {limit.wie} valt samen met een ingrijpende gebeurtenis.",
            explanation="Bij zo'n gebeurtenis daalt het doenvermogen van vrijwel iedereen, "
            "terwijl juist dan binnen de termijn actie wordt gevraagd.",
            label="bij een ingrijpende gebeurtenis",
            severity=Severity.SUGGESTION,
            confidence=Confidence.LAAG,
        )
    yield from _papers(dossier)


# «een medisch rapport dat is opgesteld binnen zes maanden na het misdrijf»: who sought help later can prove nothing any more
_PAPER = re.compile(
    r"\b(?:[\w-]*(?:rapport|verklaring|attest|bewijs|bewijsstuk|onderzoek|keuring|foto[’']?s?|aangifte|proces-verbaal|advies|brief"
    r"|verslag|indicatie|diagnose|kopie|afschrift))\b(?:,)?(?: (?:van|door) (?:de|het|een|zijn|haar|diens) [\w -]{2,40}?)?,? "
    r"(?:(?:dat|die) (?:(?:is|zijn) )?(?P<na>(?:opgesteld|opgemaakt|afgegeven|gemaakt|verricht|uitgebracht|gedaan"
    r"|opgetekend|afgelegd)(?: is)? )?"
    r"|(?:opgesteld|opgemaakt|afgegeven|gemaakt|verricht|uitgebracht|gedaan|opgetekend|afgelegd) )"
    r"(?P<termijn>(?:uiterlijk )?binnen (?:[\w-]+ )?(?:dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|jaren) (?:na|nadat"
    r"|te rekenen vanaf) [^.;,]{3,90})"
)
_MADE = re.compile(r"\b(?:opgesteld|opgemaakt|afgegeven|gemaakt|verricht|uitgebracht|gedaan|opgetekend|afgelegd)\b")
_ALSO_OTHER = re.compile(r"\b(?:of op andere wijze|op andere wijze|ook op een andere|tenzij|zo mogelijk|bij voorkeur|desgewenst)\b")


def _papers(dossier: DossierAnalysis) -> Iterator[Hit]:
    """Proof that must date from a short time after a life event; information."""
    document = dossier.bill.document
    for match in _PAPER.finditer(document.text.small):
        provision = dossier.bill.at(match.start())
        span = Span(*match.span("termijn"))
        if provision is None or _MADE.search(match.group()) is None:
            continue
        event = phrases(PACKAGE, "gebeurtenis").first(document, span) or phrases(PACKAGE, "gebeurtenis-bewijs").first(document, span)
        near = dossier.bill.in_artikel(provision.unit) or (provision,)
        if event is None or any(_ALSO_OTHER.search(document.text.small, p.span.start, p.span.end) is not None for p in near):
            continue
        told = [b.termijn.span for b in beelden(dossier.bill) if b.leidend is not None] + [
            r.span for r in ruim(dossier.bill, Klasse.GEBEURTENIS)
        ]
        if any(t.overlaps(span) for t in told):
            continue
        yield Hit(
            document=document,
            unit=provision.unit,
            span=Span(match.start(), span.end),
            message=f"Het bewijs moet dateren van kort na een ingrijpende gebeurtenis: «{words(document, span)}».",
            explanation=f"Wie na «{words(document, event)}» pas later hulp zoekt of klachten krijgt, kan dit stuk niet meer krijgen. "
            "Gezocht in dit artikel naar een andere manier van bewijzen: niet gevonden.",
            label="bewijs van kort na de gebeurtenis",
            question="Hoe bewijst iemand dit die pas later naar een arts of hulpverlener is gegaan?",
            severity=Severity.INFO,
            confidence=Confidence.LAAG,
        )
