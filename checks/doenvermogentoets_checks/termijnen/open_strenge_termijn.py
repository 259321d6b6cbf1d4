"""TRM003: «onverwijld» or «terstond» for a citizen, with a sanction on being late."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Document
from doenvermogentoets.findings import Annotation, Confidence, Doubt, Hit, Severity
from doenvermogentoets.norms.gevolgen import Consequence
from doenvermogentoets.norms.model import GevolgSoort
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import capital, in_zinsverband, words
from doenvermogentoets_checks.noemt import iets_persoonlijks, noemt_lichaam
from doenvermogentoets_checks.raakt import over_mensen
from doenvermogentoets_checks.termijnen.beeld import Leidend
from doenvermogentoets_checks.termijnen.beelden import beelden
from doenvermogentoets_checks.termijnen.gevolgwoorden import gevolg_woorden
from doenvermogentoets_checks.termijnen.ruimer import Klasse, ruim
from doenvermogentoets_checks.twijfel import Onzeker, Twijfel

# «zo spoedig mogelijk, doch uiterlijk binnen vier weken»: a day is named; «… dat niet onmiddellijk toelaat»: nobody acts
_DAY_NAMED = re.compile(
    r"[^.;:,]{0,60}?,? ?\b(?:doch|maar) (?:in (?:elk|ieder) geval )?uiterlijk\b"
    r"|,? ?(?:doch|maar|en)(?: in (?:elk|ieder) geval)? (?:binnen|uiterlijk|op|vóór|voor)\b|[^.;,]{0,20}\btoela(?:at|ten)\b"
)
# «uit de aanvraag aanstonds blijkt»: how clear something is; «waarvan hij onverwijld mededeling doet als bedoeld in artikel 4»: that duty
_CLEAR = re.compile(
    r"\s+(?:(?:uit|daaruit) [^.;,]{2,40} )?(?:blijkt|blijken|duidelijk|zichtbaar|herkenbaar|bruikbaar|beschikbaar|inzetbaar)\b"
)
# «met onmiddellijke ingang intrekken»: from when a decision holds
_TAKES_EFFECT = re.compile(
    r"\s+ingang [\w ]{0,30}?(?:intrek|ingetrok|opzeg|opgezeg|beëindig|schors|geschors|ontsla|stopzet|stopgezet|eindig|vervall|verval)"
)
_TOLD_OF = re.compile(r"\b(?:waarvan|waarover)\b[^.;,]{0,80}\Z")
_AS_MEANT = re.compile(r"[^.;,]{0,60}\b(?:als )?bedoeld in artikel\b")
# Somebody in his work reports to whom he works for or under: instructions at work, and danger that is told at once by its nature.
_AT_WORK = re.compile(
    r"\b(?:werknemers?|personeelslid|personeelsleden|medewerkers?|ambtenaar|adviseur|deskundige|kamerlid)\b[^.;]{0,200}"
    r"\b(?:(?:aan|bij) (?:het|de|zijn|haar) (?:hoofd|werkgever|houder|leidinggevende|meerdere|directeur|commandant|voorzitter)|bij deze)\b"
    r"|\bkamerlid\b"
)
# «Indien dit niet mogelijk is, meldt hij dit zo spoedig mogelijk»: room for who could not be in time
_OTHERWISE = re.compile(r"\b(?:indien|als|wanneer) (?:dit|dat|zulks) niet mogelijk is,[^.;]*\Z")


# «begeeft zich onverwijld naar het stemhokje»: the order of a sitting, kept on the spot under the eye of whoever leads it
_ON_THE_SPOT = re.compile(
    r"\b(?:begeeft|begeven|gaat|gaan|loopt|lopen)\b[^.;]{0,120}\b(?:onverwijld|onmiddellijk|terstond|aanstonds|direct|meteen|dadelijk)\s+"
    r"naar (?:de|het|een|zijn|haar)\b(?: [\w-]+){0,5}? (?:stem\w+|\w*zaal|\w*lokaal|\w*tafel|\w*balie|loket|uitgang|toetsplaats|zitplaats"
    r"|werkplaats|wachtplaats|kamer|\w*ruimte|vak)\b"
)


def _on_the_spot(document: Document, zin: Span, at: Span) -> bool:
    return any(m.start() <= at.start < m.end() for m in _ON_THE_SPOT.finditer(document.text.small, zin.start, zin.end))


# «De werknemer die na waarschuwing de voorschriften niet opvolgt»: who was late is told so first
_WARNED = re.compile(
    r"\b(?:na|ondanks) (?:een |de |herhaalde |schriftelijke |mondelinge |voorafgaande |daartoe strekkende )*"
    r"(?:waarschuwing|aanmaning|herinnering)\b"
    r"|\b(?:na|ook nadat|nadat) (?:hij |zij )?(?:daarvoor |daartoe )?(?:is |te zijn )?(?:gewaarschuwd|aangemaand|herinnerd)\b"
)


def _warned(consequence: Consequence) -> bool:
    small, span = consequence.provision.document.text.small, consequence.norm.span
    return _WARNED.search(small, span.start, span.end) is not None


# «een last onder dwangsom opleggen aan een dienstverlener»: upon whom the effect falls
_UPON = re.compile(
    r"\b(?:opleggen|oplegt|opgelegd) aan (?:de|het|een) ([\w-]+(?: (?!die\b|dat\b|wegens\b|van\b|voor\b|bij\b|in\b|ter\b)[\w-]+)?)"
)


def _of_another(dossier: DossierAnalysis, consequence: Consequence, wie: str) -> bool:
    """The sentence names a body upon which the effect falls, and that is not whom the limit is for."""
    small, span = consequence.provision.document.text.small, consequence.norm.span
    upon = _UPON.search(small, span.start, span.end)
    if upon is None or not set(upon.group(1).split()).isdisjoint(wie.lower().split()):
        return False
    return noemt_lichaam(dossier.bill, consequence.provision, Span(*upon.span(1)))


def _bounded(document: Document, provision: Provision, at: Span) -> bool:
    small = document.text.small
    return (
        _DAY_NAMED.match(small, at.end, provision.span.end) is not None
        or _CLEAR.match(small, at.end) is not None
        or _TAKES_EFFECT.match(small, at.end) is not None
        or (
            _TOLD_OF.search(small, max(provision.span.start, at.start - 100), at.start) is not None
            and _AS_MEANT.match(small, at.end) is not None
        )
        or _on_the_spot(document, provision.sentence_at(at.start), at)
        or _OTHERWISE.search(small, max(provision.span.start, at.start - 160), at.start) is not None
    )


_PENALTIES = frozenset({GevolgSoort.BOETE, GevolgSoort.MAATREGEL})
_GROUND = "Ar 4.43, onder f; vergelijk Awb 3:4 (evenredigheid)"  # Awb 5:41 is about a fine


_ELSEWHERE = Doubt(
    "de bepaling gaat niet over een uitkering of ander recht dat iemand kan verliezen",
    question="Eerst de vraag: wat volgt er als hij te laat is?",
)
_RIGHT_IN_TITLE = re.compile(
    r"uitkering|pensioen|wachtgeld|toeslag|tegemoetkoming|toelage|bijstand|voorziening|verstrekking|studiefinanciering", re.I
)


def _of_a_right(dossier: DossierAnalysis, provision: Provision) -> bool:
    """Whether the artikel, or the regulation by its title, is about a benefit that somebody may lose: then being late costs him."""
    bill = dossier.bill
    if _RIGHT_IN_TITLE.search(bill.document.title) is not None:
        return True
    return any(iets_persoonlijks(p.document, p.span) for p in bill.in_artikel(provision.unit) or (provision,))


def _at_work(document: Document, provision: Provision, at: Span) -> Doubt | None:
    """The question that comes first where somebody reports to whom he works for; ``None`` elsewhere."""
    zin = provision.sentence_at(at.start)
    return Onzeker(Twijfel.WIE).told(document) if _AT_WORK.search(document.text.small, zin.start, zin.end) is not None else None


@over_mensen(Severity.WARNING)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the open limit; the sanction is an annotation."""
    for beeld in beelden(dossier.bill):
        if beeld.leidend is not Leidend.OPEN or _bounded(beeld.document, beeld.provision, beeld.termijn.kern):
            continue
        consequence = next((c for c in beeld.hard or beeld.zacht if not _warned(c) and not _of_another(dossier, c, beeld.wie)), None)
        if consequence is None:
            continue
        place = label(consequence.provision.unit)
        softened = "" if beeld.hard else " Bij dat gevolg is wel een uitweg gevonden; de vraag naar een bepaalbare termijn blijft."
        yield Hit(
            document=beeld.document,
            unit=beeld.provision.unit,
            span=beeld.termijn.kern,
            message=f"De termijn voor {beeld.wie} is open («{beeld.kern}»), terwijl op te laat zijn {gevolg_woorden(consequence)} volgt.",
            explanation=f"«{capital(beeld.kern)}» noemt geen dag, zodat niemand kan nagaan of hij op tijd is, "
            f"terwijl {in_zinsverband(place)} er een gevolg aan verbindt.{softened}",
            label=f"open termijn voor {beeld.wie}",
            ground=None if consequence.gevolg.soort in _PENALTIES else _GROUND,
            annotations=(Annotation(beeld.document, consequence.gevolg.span, f"gevolg van te laat zijn ({place})"),),
            lighter="bij het gevolg staat een uitweg, of het is nog ongedaan te maken"
            if not beeld.hard or consequence.gevolg.soort is GevolgSoort.SCHORSING
            else "niet zeker is dat dit een burger treft, of dat het gevolg zonder meer volgt",
            severity=None if beeld.hard and beeld.zeker and consequence.gevolg.soort is not GevolgSoort.SCHORSING else Severity.SUGGESTION,
        )
    for limit in ruim(dossier.bill, Klasse.OPEN):
        if _bounded(limit.document, limit.provision, limit.span):
            continue
        said = words(limit.document, limit.span)
        doubt = _at_work(limit.document, limit.provision, limit.span)
        if doubt is None and not _of_a_right(dossier, limit.provision):
            doubt = _ELSEWHERE
        yield Hit(
            document=limit.document,
            unit=limit.provision.unit,
            span=limit.span,
            message=f"Voor {limit.wie} geldt geen dag, maar «{said}».",
            explanation="Niemand kan nagaan of hij dan op tijd is. "
            "Een gevolg van te laat zijn is in deze bepaling niet gevonden, maar kan elders staan.",
            doubts=(doubt,) if doubt is not None else (),
            label="open termijn",
            ground=_GROUND,
            severity=Severity.INFO if doubt is not None else Severity.SUGGESTION,
            confidence=Confidence.LAAG,
        )
