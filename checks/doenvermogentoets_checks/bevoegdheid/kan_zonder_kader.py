"""A power to somebody's disadvantage without any criterion for its use (Ar 2.14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Severity, Suggestion
from doenvermogentoets.norms.getroffene import getroffene
from doenvermogentoets.norms.model import GevolgSoort, Norm, Soort, UitwegSoort
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets.search import Search
from doenvermogentoets.text import Span
from doenvermogentoets_checks.buiten_awb import ander_recht
from doenvermogentoets_checks.common import Phrases, aangehaald, capital, phrases, table, trimmed, words
from doenvermogentoets_checks.hardheid import zeggen
from doenvermogentoets_checks.noemt import noemt_mens
from doenvermogentoets_checks.raakt import over_mensen
from doenvermogentoets_checks.twijfel import Onzeker
from doenvermogentoets_checks.wie_treft import treft

_ZWAAR = frozenset(
    {
        GevolgSoort.WEIGERING,
        GevolgSoort.INTREKKING,
        GevolgSoort.AFWIJZING,
        GevolgSoort.UITSLUITING,
        GevolgSoort.SCHORSING,
        GevolgSoort.BEEINDIGING,
    }
)
_KADER_SIGNAAL = frozenset(
    {UitwegSoort.BEOORDELINGSRUIMTE, UitwegSoort.AFWEGING, UitwegSoort.VERWIJTBAARHEID, UitwegSoort.BIJZONDERE_OMSTANDIGHEDEN}
)


@over_mensen(Severity.WARNING)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Discretionary powers against a citizen with no condition, purpose, list or weighing in the artikel."""
    del options
    bill = dossier.bill
    frame = phrases(__package__ or "", "kader")
    bind = phrases(__package__ or "", "voorwaarden")
    lay = _lays_down()
    bare = phrases(__package__ or "", "kaal")
    heavy = {id(n.norm): n.gevolg for n in nadelen(bill) if not n.gebonden and n.gevolg.soort in _ZWAAR}
    for provision in bill.provisions:
        for norm in provision.norms:
            document = provision.document
            kaal = bare.first(document, norm.span) if _of_authority(norm) else None
            if _DENIED.search(document.text.small, norm.span.start, norm.span.end) is not None:
                continue
            if kaal is None and norm.bevoegdheid != "discretionair" and not _may_bind(norm, document.text[norm.span]):
                continue
            gevolg = heavy.get(id(norm))
            if (gevolg is None or gevolg.soort is GevolgSoort.BEEINDIGING) and _USUAL.search(document.text[norm.span]) is not None:
                continue
            if _COURT.search(document.text.small, norm.span.start, norm.span.end) is not None:
                continue
            if gevolg is not None and (_CONSENT.search(document.text[norm.span]) or _INFORMATION.search(document.text[norm.span])):
                continue
            place = gevolg.span if gevolg is not None else bind.first(document, norm.span)
            place = place or next(lay.within(document.text, norm.span), kaal)
            if place is None or _framed(bill, provision, norm, frame) or getroffene(bill, provision, norm) is None:
                continue
            explained = dossier.explanation.of(provision, norm) if dossier.explanation is not None else None
            if explained is not None and explained.sufficient:
                continue
            orgaan, hier = zeggen.organ(provision, bill), aangehaald(provision.unit, provision.unit)
            span = _power(provision, norm, trimmed(document, place))
            yield Hit(
                document=document,
                unit=provision.unit,
                span=span,
                message=f"«{words(document, span, 90)}»: de tekst zegt niet wanneer of waarvoor.",
                explanation="In deze bepaling en de rest van het artikel is geen voorwaarde, doel of afweging gevonden "
                "die deze bevoegdheid richt. De burger kan niet "
                "voorzien wat hem te wachten staat en de rechter heeft weinig om aan te toetsen; gelijke gevallen "
                "kunnen ongelijk uitvallen." + ("" if explained is not None else " Er is geen toelichting meegegeven."),
                label="zonder kader",
                suggestions=(
                    Suggestion(
                        "de gronden noemen (Ar 2.14)",
                        insertion=f"{capital(orgaan)} past {hier} slechts toe indien: a. [grond]; b. [grond].",
                    ),
                    Suggestion(
                        "het belang noemen waarvoor de bevoegdheid mag worden gebruikt",
                        insertion="met het oog op [het belang dat wordt beschermd]",
                    ),
                    Suggestion("de bevoegdheid schrappen als de andere gronden in het artikel genoeg zijn"),
                ),
                lighter="niet zeker is dat deze bevoegdheid burgers zwaar treft",
                severity=_severity(gevolg is not None, _doubt(bill, provision, norm), named=noemt_mens(provision, norm.span)),
            )


def _severity(heavy: bool, doubt: Onzeker | None, *, named: bool) -> Severity | None:
    """The severity of the page for a heavy power against people; information where it is no heavy one and is about a body or other law."""
    if heavy and doubt is None:
        return None
    if not heavy and not named:
        return Severity.INFO
    return Severity.INFO if not heavy and doubt is not None and doubt.van_belang else Severity.SUGGESTION


def _doubt(bill: Analysis, provision: Provision, norm: Norm) -> Onzeker | None:
    return ander_recht(bill, provision) or treft(bill, provision, norm.span)


# The usual formula with a permit or an exemption, a court that adjourns a hearing, somebody who takes back his own consent.
_USUAL = re.compile(
    r"\baan (?:een|de|het|deze|die|zijn|haar) (?:\w+ )?(?:ontheffing|vergunning|toestemming|vrijstelling|besluit|erkenning)\b"
    r"|\b(?:enquête|beraadslaging|vergadering|overleg)\b[^.;]{0,40}\bbeëindigen\b"
    r"|\b(?:ter zitting|de behandeling)\b|\bvrijstelling\b[^.;]{0,30}\bbij ministeriële regeling"
    r"|\bbij ministeriële regeling\b[^.;]{0,30}\bvrijstelling",
    re.I,
)
_DENIED = re.compile(r"\bkan\b(?: (?:de|het|onze) \w+)? geen (?:ontheffing|vrijstelling|toestemming|vergunning)\b")  # no power at all
_CONSENT = re.compile(
    r"\b(?:toestemming|machtiging|volmacht)\b[^.;]{0,60}\b(?:mondeling|schriftelijk|te allen tijde)\b[^.;]{0,20}\bingetrokken\b"
    r"|\b(?:toestemming|machtiging|volmacht)(?:en)?\b[^.;]{0,60}\bingetrokken via\b",  # by a site: who gave it takes it back
    re.I,
)
# What one body may keep from another is nobody's right.
_INFORMATION = re.compile(r"\bweiger\w*\b[^.;]{0,60}\b(?:inlichtingen|gegevens|inzage|medewerking)\b", re.I)
# A court or complaints board that weighs a case before it has its own rules of procedure.
_COURT = re.compile(
    r"\b(?:rechter|rechtbank|voorzieningenrechter|kantonrechter|kinderrechter|rechter-commissaris|gerechtshof|beroepscommissie"
    r"|beklagcommissie|klachtencommissie|tuchtcollege)\b[^.;,]{0,40}\b(?:kan|kunnen)\b|\b(?:kan|kunnen) de (?:rechter|rechtbank)\b"
)
_KAN = re.compile(r"\b(?:kan|kunnen)\b")


def _may_bind(norm: Norm, text: str) -> bool:
    """«Ook kan het college daaraan andere voorwaarden verbinden» is a power, whatever the verb is taken for."""
    a = norm.adressaat
    return norm.soort is Soort.PROCEDURE and a is not None and a.rol == "overheid" and a.bekend and _KAN.search(text) is not None


def _of_authority(norm: Norm) -> bool:
    """A power of an authority; «de ontvanger» collects taxes in one law and gets a subsidy in the next."""
    if norm.soort not in (Soort.BEVOEGDHEID, Soort.RECHT):
        return False
    a = norm.adressaat
    return a is None or a.rol != "burger" or a.tekst.lower().endswith("ontvanger")


# A condition that says no more than that the authority wants to: «indien hij verlening niet wenselijk acht», «als de omstandigheden
# daartoe aanleiding geven», «ook als aan artikel 2 is voldaan».
_WANTS = (
    r"(?:(?:on)?wenselijk|(?:on)?gewenst|nuttig|raadzaam|dienstig|opportuun|aangewezen|geraden|geboden|gepast|passend|nodig|noodzakelijk)"
)
_PURPOSE = r"(?! (?:voor|met het oog|in het belang|in verband|om|wegens|gelet|vanwege|ter|tot|teneinde|bij|gezien)\b)"
_IF = r"(?:indien|als|wanneer|ingeval|voor ?zover)"
_REASON = r"(?:daartoe|daarvoor|hiertoe) (?:[\w-]+ )?(?:aanleiding|redenen|reden|gronden|grond|termen)"
_LEEG = re.compile(
    rf"\b{_IF}\b(?: [\w-]+){{1,6}}? (?:niet )?{_WANTS} (?:acht|achten|vindt|vinden|oordeelt|voorkomt)\b{_PURPOSE}"
    rf"|\b{_IF}\b(?: [\w-]+){{1,6}}? (?:oordeelt|oordelen|meent|menen|vindt|vinden) dat (?:[\w-]+ ){{1,6}}?{_WANTS} is\b{_PURPOSE}"
    rf"|\b{_IF}\b(?: [\w-]+){{0,4}}? {_REASON} (?:geeft|geven|bestaat|bestaan|is|zijn|ziet|zien|vindt|aanwezig \w+)\b"
    r"|\bnaar (?:eigen|zijn|haar) (?:inzicht|goeddunken|goedvinden|bevind van zaken)\b|\bom (?:hem|haar) moverende redenen\b"
    r"|\bzonder (?:opgaaf|opgave) van redenen?\b"
    r"|\book (?:als|indien|wanneer) (?:aan|is|wordt)\b(?:[^.;,]|\.(?=\d)){0,80}\bvol(?:daan|doet|doen)\b"
)


@cache
def _lays_down() -> Search:
    """«kan ook andere verplichtingen opleggen», «kunnen extra eisen worden gesteld»: more is asked, whatever it is called."""
    lists = table(__package__ or "", "extra-last")
    more, what = "|".join(lists["meer"]), "|".join(lists["wat"])
    active, passive = "|".join(lists["doen"]), "|".join(lists["gedaan"])
    verbs = rf"(?:{active})|(?:\w+\s+){{0,6}}?worden\s+(?:{passive})"
    return Search(rf"\b(?:(?:{more})\s+(?:{what})|verplichtingen)\s+(?:(?:aan|voor)\s+(?:\w+\s+){{1,4}}?)?(?:{verbs})\b")


_GROUND_FOLLOWS = re.compile(
    r"\b(?:slechts|alleen|uitsluitend|niet dan)\b[^.;]{0,60}\b(?:geweigerd|verleend|ingetrokken|toegestaan|in het belang|indien|op grond)\b"
)


def _empty(provision: Provision, norm: Norm) -> list[Span]:
    """Where the sentence says «indien hij dat wenselijk acht» and the like."""
    small = provision.document.text.small
    return [Span(m.start(), m.end()) for m in _LEEG.finditer(small, norm.span.start, norm.span.end)]


_SUBJECTS = re.compile(r"\b(?:met betrekking tot|omtrent|over|ten aanzien van):\s")  # a list says what the power is about


def _framed(bill: Analysis, provision: Provision, norm: Norm, frame: Phrases) -> bool:
    document = provision.document
    empty = _empty(provision, norm)
    if (norm.voorwaarden and not empty) or any(
        s.soort in _KADER_SIGNAAL and not any(e.overlaps(s.span) for e in empty) for s in norm.signalen
    ):
        return True
    if any(not any(e.overlaps(found) for e in empty) for found in frame.find(document, norm.span)):
        return True
    small = document.text.small
    if _SUBJECTS.search(small, norm.span.start, provision.span.end) is not None:
        return True
    if _GROUND_FOLLOWS.search(small, norm.span.end, provision.span.end) is not None:
        return True  # «De ontheffing wordt slechts geweigerd in het belang van de veiligheid»
    rest = [p for p in bill.in_artikel(provision.unit) if p is not provision]
    later = [p for p in rest if p.span.start > provision.span.start]
    if any(_GOAL.search(small, p.span.start, p.span.end) is not None for p in rest if p not in later):
        return True
    return any(frame.first(document, p.span) is not None and _refers_back(p) for p in later) or any(
        s.soort in _KADER_SIGNAAL for p in later for n in p.norms for s in n.signalen
    )


# The artikel opens with the interest that it serves, for all that follows.
_GOAL = re.compile(
    r"\b(?:met het oog op|ter bescherming van|ter voorkoming van|in het belang van|ter waarborging van|ter eerbiediging van)\b"
)


def _refers_back(provision: Provision) -> bool:
    text = provision.document.text[provision.span].lower()
    return any(w in text for w in ("lid", "daarbij", "voordat", "dit besluit", "bevoegdheid"))


def _power(provision: Provision, norm: Norm, place: Span) -> Span:
    """From «kan» up to the verb, when they stand close together."""
    document = provision.document
    before = document.text.content[norm.span.start : place.start]
    at = max(before.rfind(" kan "), before.rfind(" kunnen "))
    if at >= 0 and place.start - (norm.span.start + at) <= 120:
        return Span(norm.span.start + at + 1, place.end)
    return place
