"""A time for objection or appeal that is shorter than the six weeks of Awb 6:7."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.document import Document
from doenvermogentoets.findings import Hit, Severity, Suggestion
from doenvermogentoets.norms.limits import SIX_WEEKS
from doenvermogentoets.norms.model import Norm
from doenvermogentoets.norms.rechtsorde import buiten_awb
from doenvermogentoets.search import Search
from doenvermogentoets.text import Span
from doenvermogentoets_checks.buiten_awb import ander_recht
from doenvermogentoets_checks.common import capital, days, phrases, words
from doenvermogentoets_checks.doenvermogen.mensen import speaks_of_people
from doenvermogentoets_checks.rang import lager
from doenvermogentoets_checks.termijnen.awb_maat import DURATION, REASON, as_in_awb, as_long, may_be_people
from doenvermogentoets_checks.termijnen.wiens import PACKAGE
from doenvermogentoets_checks.toelichting.afwijking_awb_niet_gemotiveerd import gemotiveerd
from doenvermogentoets_checks.twijfel import Onzeker, Twijfel

# Limits of the body that decides, extensions, and advice are no limits for who objects.
_NOT_THIS = Search(r"\b(?:advies|adviseur|zienswijze|verlengd|verlengen|beslist|besluit het|7:10|7:24|verweerschrift|tijdvak\w*)\b")

_OBJECTS = Search(
    r"\b(?:bedraagt|bedragen|beloopt|belopen|duurt|opkomen|gekomen|gaan"
    r"|komen|aanvechten|ingediend|indienen|ingesteld|instellen|gemaakt"
    r"|maken|niet-ontvankelijk\w*|beroepstermijn|bezwaartermijn)\b"
)

# «De ouder maakt bezwaar binnen», «dient het bezwaarschrift in»; not «dient een verzoek in om behandeling van zijn bezwaarschrift»
_OBJECTS_HIMSELF = Search(
    r"\bma(?:akt|ken)\b[^.;,]{0,60}\bbezwaar\b|\bstel(?:t|len)\b[^.;,]{0,60}\bberoep\b[^.;]{0,80}\bin\b"
    r"|\bdien(?:t|en)(?: (?:hij|zij|de \w+))? (?:een|het|zijn|haar|hun) (?:bezwaar|beroep)schrift\b"
    r"|\b(?:een|het|zijn|haar|hun) (?:[\w-]+ ){0,3}?(?:bezwaar|beroep)schrift\b[^.;,]{0,60}\bin te (?:dienen|zenden|stellen)\b"
    r"|\bbezwaar te maken\b|\bberoep in te stellen\b"
)

# «tegen de beslissing zijn bezwaren indienen», «zich met bezwaren daartegen tot Onze Minister wenden»: an objection in other words; views
# on a draft are none
_DECISION = r"(?:beslissing|besluit|beschikking|weigering|afwijzing)"
_BRINGS = r"(?:indien(?:en|t)|ingediend|in te dienen|wend(?:t|en)|te wenden|inbrengen|inbrengt|ingebracht|kenbaar)"
_OBJECTIONS = Search(
    rf"\b{_DECISION}\b[^;:]{{0,200}}?\bbezwaren\b[^;:]{{0,120}}?\b{_BRINGS}\b|\b{_DECISION}\b[^;:]{{0,200}}?\bwend(?:t|en)\b[^;:]{{0,60}}?\bbezwaren\b"
    rf"|\bbezwaren (?:tegen|over) [^.;:]{{0,30}}?\b{_DECISION}\b[^;:]{{0,120}}?\b{_BRINGS}\b"
)
_DRAFT = re.compile(r"\b(?:ontwerp\w*|concept\w*|voornemen\w*|voorgenomen|voorstel\w*)\b")

# Courts and colleges to which chapter 6 of the Awb does not apply (Awb 1:1, second paragraph, and 1:6), and parties that are no citizens.
_ELSEWHERE = re.compile(
    r"\b(?:cassatie|gerechtshof|kantonrechter|ondernemingskamer|tucht\w*|van discipline|militaire kamer|het gerecht,? dat|"
    r"strafvordering)\b",
    re.I,
)

_DECIDED = re.compile(r"\s+na\b[^.;,]{0,60}\bbeslissing op (?:het|een|zijn) bezwaar", re.I)

_OFFICIALS = re.compile(
    r"\b(?:beklagmeerdere|commandant|deken|advocaat|medezeggenschapsraad|bevoegd gezag|officier van justitie|notaris|accountant)\b", re.I
)

# «kan elk van de betrokken schoolbesturen in beroep komen»: a body appeals
_BODY_APPEALS = re.compile(
    r"\bkan (?:elk van )?(?:het|de|een) (?:betrokken )?"
    r"((?:schoolbestuur|schoolbesturen|instellingsbestuur|bevoegd gezag|gemeentebestuur|gemeenten?|provincie|waterschap)\b)"
)

# «Onze Minister, alsmede degene aan wie …»
_ALSO = re.compile(r"\b(?:alsmede|en|of) (?:de )?(?:degene|belanghebbende|betrokkene|vreemdeling|aanvrager)\b")


def _of_bodies(dossier: DossierAnalysis, provision: Provision, norm: Norm, hit: Hit) -> Hit:
    """A short time to appeal for school boards and the like is information, with the question whom it concerns."""
    body = _BODY_APPEALS.search(provision.document.text.small, norm.span.start, norm.span.end)
    if hit.severity is not Severity.SUGGESTION or body is None:
        return hit
    doubt = Onzeker(Twijfel.LICHAAM, Span(*body.span(1)))
    return replace(hit, severity=Severity.INFO, doubts=(*hit.doubts, doubt.told(hit.document)))


# «wordt verzocht binnen twee weken een machtiging over te leggen»: what is missing from an objection may be handed in (Awb 6:6). Such
# a term runs from being asked, and one to object from the decision.
_MISSING = re.compile(
    r"\b(?:machtiging\w*|volmacht|gemachtigd|bewijs van (?:\w+ )?bevoegdheid|ontbre(?:ekt|ken|kende?)|(?<!in )verzuim(?:en)?"
    r"|gebreken?|alsnog"
    r"|gronden|handtekening|ondertekening|vertaling)\b"
)
_HANDS_IN = re.compile(
    r"\b(?:over(?:ge| te )leg(?:d|gen)|overleg(?:t|gen)|leg(?:t|gen)\b[^.;]{0,80}\bover|verstrek(?:t|ken)|te verstrekken"
    r"|verstrekt|te verklaren"
    r"|(?:te )?herstel(?:t|len)|hersteld|aan te vullen|aanvul(?:t|len)|aangevuld|vul(?:t|len)\b[^.;]{0,60}\baan|in te (?:zenden|dienen)"
    r"|indien(?:t|en)|inzend(?:t|en)|toe te zenden|toezend(?:t|en))\b"
)
_FROM_DECISION = re.compile(
    r"\s+(?:na|nadat|vanaf|volgend)\b(?![^.;,]{0,60}\b(?:verzoek|verzocht|gevraagd|brief))[^.;,]{0,80}\b(?:bekend\w+|besluit\w*|beslissing\w*"
    r"|beschikking\w*|uitspraak|uitreiking|toezending|verzending|dagtekening|kennisgeving|mededeling)\b"
)


# «met opgave van gronden, binnen twee weken een bezwaarschrift in te dienen»: the objection itself is what must be in time
_ITSELF = re.compile(r"[^.;,]{0,40}?\b(?:bezwaar|beroep)(?:schrift)?\b")
_TO_MEND = re.compile(
    r"\b(?:ontbre(?:ekt|ken|kende?)|(?<!in )verzuim(?:en)?|gebreken?|alsnog|verz(?:oekt|ocht)|gevraagd|gelegenheid|uitgenodigd"
    r"|herstel\w*|hersteld|aan te vullen|aangevuld|aanvul(?:t|len)|vul(?:t|len)\b[^.;]{0,60}\baan)\b"
)
_OBJECTS_WITHIN = re.compile(r"\b(?:bezwaar|beroep)(?:schrift)?(?: (?:in|wordt|moet|dient|worden|ingediend|gemaakt|ingesteld)){0,3}\s+\Z")


def _repairs(document: Document, zin: Span, at: Span) -> bool:
    """Whether the time is one to complete an objection or appeal that has been made."""
    small = document.text.small
    handed = _HANDS_IN.search(small, at.end, min(zin.end, at.end + 120))
    if handed is None or _ITSELF.match(small, at.end, handed.start()) is not None:
        return False
    asked = _TO_MEND.search(small, zin.start, zin.end) is not None or _MISSING.search(small, at.end, handed.end()) is not None
    return (
        asked
        and _MISSING.search(small, zin.start, zin.end) is not None
        and _OBJECTS_WITHIN.search(small, zin.start, at.start) is None
        and _FROM_DECISION.match(small, at.end, zin.end) is None
    )


_MOTIVATE = "in de toelichting"


def _motivated(dossier: DossierAnalysis, provision: Provision, hit: Hit) -> Hit:
    """Where the toelichting gives a reason, what remains is whether it is a good one (Ar 2.46), and nobody is told to give one."""
    if dossier.explanation is None or not gemotiveerd(dossier.explanation, provision):
        return hit
    told = " De toelichting geeft een reden voor de kortere termijn; ga na of die ook opgaat voor wie hulp moet zoeken."
    kept = tuple(s for s in hit.suggestions if _MOTIVATE not in s.title)
    return replace(
        hit,
        explanation=hit.explanation + told,
        suggestions=kept,
        lighter="de toelichting geeft er een reden voor",
        severity=Severity.SUGGESTION if hit.severity in (None, Severity.WARNING) else hit.severity,
    )


# These judges judge under the Awb too.
_BOTH = frozenset(("rechtbank", "griffier"))


def _elsewhere(bill: Analysis, provision: Provision, norm: Norm) -> bool:
    """Whether the remedy lies before a criminal, civil or disciplinary judge, where chapter 6 of the Awb does not hold (Awb 1:1, 1:6)."""
    text = provision.document.text
    if "algemene wet bestuursrecht" in text.small[norm.span.start : norm.span.end]:
        return False  # the text itself says that the Awb would hold
    if buiten_awb(provision.document, provision.unit):
        return True
    if any(_ELSEWHERE.search(text[p.span]) is not None for p in bill.in_artikel(provision.unit) or (provision,)):
        return True
    law = ander_recht(bill, provision)
    return law is not None and (law.span is None or text.small[law.span.start : law.span.end] not in _BOTH)


def _by_leave(bill: Analysis, hit: Hit) -> Hit:
    """A regulation of lower rank than the Awb needs an act that allows the shorter limit; a reason alone is not enough."""
    lower = lager(bill)
    if not lower:
        return hit
    told = f" {capital(lower)} is van lagere rang dan de Awb: een kortere termijn kan dan alleen als een wet dat toestaat."
    return replace(
        hit,
        explanation=hit.explanation + told,
        ground="Awb 6:7 (zes weken) en 6:11 (verschoning); de Awb is een wet in formele zin",
        question=f"Welke wet staat toe dat {lower} een kortere termijn stelt dan Awb 6:7, en waarom is die nodig?",
        suggestions=(
            hit.suggestions[0],
            Suggestion("de wet noemen die de kortere termijn toestaat"),
            Suggestion(f"{_MOTIVATE} uitleggen waarom de kortere termijn nodig is"),
        ),
    )


def objection(dossier: DossierAnalysis, provision: Provision, norm: Norm) -> Iterator[Hit]:
    """Times for objection and appeal of less than six weeks (Awb 6:7)."""
    for hit in _objection(dossier.bill, provision, norm):
        yield _motivated(dossier, provision, _of_bodies(dossier, provision, norm, hit))


def brings_objections(small: str) -> bool:
    """Whether a sentence in small letters says that somebody brings objections to a decision («zijn bezwaren indienen»)."""
    return _OBJECTIONS.search(small) is not None and _DRAFT.search(small) is None


def _objection(bill: Analysis, provision: Provision, norm: Norm) -> Iterator[Hit]:
    document = provision.document
    search = phrases(PACKAGE, "bezwaar")
    said = document.text[norm.span]
    small = said.lower()
    objections = brings_objections(small)
    told = objections or _OBJECTS.search(small) is not None or _OBJECTS_HIMSELF.search(small) is not None
    if not told or _NOT_THIS.search(small) is not None:
        return
    if _OFFICIALS.search(said) and not speaks_of_people(provision, norm.span):
        return
    speaks_to = norm.adressaat.rol if norm.adressaat is not None and norm.adressaat.tekst else ""
    if speaks_to == "overheid" and not _ALSO.search(said):
        return
    made = objections or phrases(PACKAGE, "rechtsmiddel-instellen").first(document, norm.span) is not None or _is_made(document, norm)
    if not made and (search.first(document, norm.span) is None or "termijn" not in said.lower()):
        return
    for match in DURATION.finditer(document.text.content, norm.span.start, norm.span.end):
        length = days(match.group())
        if length is None or document.text.content[max(0, match.start() - 10) : match.start()].endswith(
            ("met ", "later dan ", "meer dan ", "langer dan ", "minder dan ")
        ):
            continue
        if "termijn" not in small and not match.group().lower().startswith("binnen") and not _at_latest(document, match):
            continue
        if document.text.content[match.end() : match.end() + 14].lstrip(", ").startswith(("bedoeld", "als bedoeld", "genoemd")):
            continue
        if _DECIDED.match(document.text.content, match.end(), norm.span.end) is not None:
            continue  # what comes after the decision on an objection
        if _repairs(document, norm.span, Span(match.start(), match.end())):
            continue
        if length < SIX_WEEKS:
            yield _short_remedy(bill, provision, norm, Span(match.start(), match.end()))
        return


# «Bezwaar wordt gemaakt binnen», «Het beroep moet binnen … worden ingesteld»: the remedy itself, not what is filed in its course
_PART_OF = "".join(rf"(?<!\b{to} {the})" for to in ("van", "over", "voor", "op") for the in ("", "het ", "een ", "zijn ", "hun "))

_REMEDY_MADE = re.compile(
    rf"(?<![\w-]){_PART_OF}(?:bezwaar|beroep|(?:bezwaar|beroep)schrift)\b"
    r"(?: (?:tegen|bij|van|door|als)\b[^.;:,]{0,120})?(?:,[^.;,]{0,60},)?\s+(?:wordt|worden|moet|moeten|dient|dienen|kan|kunnen)\b"
    r"[^.;]{0,160}\b(?:gemaakt|ingediend|ingesteld|aangetekend)\b"
)

_AFTERWARDS = re.compile(r"\s+(?:na|nadat|volgend)\b")


def _is_made(document: Document, norm: Norm) -> bool:
    """Whether the main clause says in the passive that somebody objects or appeals."""
    found = _REMEDY_MADE.search(document.text.small, norm.span.start, norm.span.end)
    return found is not None and not any(Span(*found.span()).overlaps(condition) for condition in norm.voorwaarden)


def _at_latest(document: Document, match: re.Match[str]) -> bool:
    """«uiterlijk vier weken na de bekendmaking»: a limit that runs from something, not one that ends before a sitting."""
    before = document.text.small[max(0, match.start() - 10) : match.start()]
    return before.endswith("uiterlijk ") and _AFTERWARDS.match(document.text.small, match.end()) is not None


_TAX_START = re.compile(r"\bartikel 22j\b[^.;]{0,40}?\bvan de (?:algemene wet inzake rijksbelastingen|awr)\b")


def _short_remedy(bill: Analysis, provision: Provision, norm: Norm, span: Span) -> Hit:
    """Less than six weeks; before a disciplinary or criminal judge the Awb is no more than a yardstick."""
    document = provision.document
    said = words(document, norm.span, 200)
    less = "Wie hulp moet zoeken of stukken moet opvragen, heeft daarvoor minder tijd dan de gewone zes weken"
    outside = buiten_awb(document, provision.unit)
    if _elsewhere(bill, provision, norm):
        return Hit(
            document=document,
            unit=provision.unit,
            span=span,
            message=f"De termijn voor beroep is «{words(document, span)}»: korter dan zes weken, de maat van de Awb.",
            explanation=f"«{said}» {less}. Op een beroep bij deze rechter of dit college is hoofdstuk 6 van de Awb meestal niet van "
            "toepassing: zes weken is dan alleen een maat, en verschoning van wie te laat is, spreekt niet vanzelf. "
            "De vraag is of dit recht eigen redenen voor deze termijn heeft.",
            label="korter dan zes weken",
            ground="vergelijk Awb 6:7 (zes weken) en 6:11 (verschoning)",
            suggestions=(
                Suggestion("de termijn op zes weken stellen, de maat van de Awb", replacement=as_long(document.text[span], "zes weken")),
                Suggestion("verschoning regelen in de trant van Awb 6:11"),
                Suggestion("in de toelichting uitleggen waarom deze procedure zo snel moet"),
            ),
            lighter="voor dit beroep is de Awb meestal alleen een maat",
            question="Waarom is hier voor beroep minder tijd nodig dan zes weken?" if outside else None,
            severity=Severity.SUGGESTION
            if outside or "administratieve sanctie" in document.text.small[provision.span.start : provision.span.end]
            else Severity.INFO,
        )
    taxes = _TAX_START.search(document.text.small, norm.span.start, norm.span.end) is not None
    hit = Hit(
        document=document,
        unit=provision.unit,
        span=span,
        message=f"De termijn voor bezwaar of beroep is «{words(document, span)}»: korter dan de zes weken van Awb 6:7.",
        explanation=f"«{said}» {less}; verschoning op grond van Awb 6:11 blijft mogelijk, tenzij de tekst ook dat artikel uitsluit."
        + (" AWR 22j regelt alleen wanneer de termijn begint (in afwijking van Awb 6:8); hoe lang zij is, volgt uit Awb 6:7." * taxes),
        label="korter dan Awb 6:7",
        ground=f"Awb 6:7 (zes weken) en 6:11 (verschoning); {'AWR 22j (begin van de termijn); ' * taxes}{REASON}",
        suggestions=(
            as_in_awb(document, norm, span, "zes weken", "6:7"),
            Suggestion("de kortere termijn beperken tot de gevallen waarin snelheid nodig is, en die noemen"),
            Suggestion("de afwijking van Awb 6:7 in de toelichting motiveren"),
        ),
        lighter="niet zeker is dat dit voor mensen geldt, of dat het een regel van dit ontwerp zelf is",
        severity=None if _own_rule(document, norm) and may_be_people(bill, provision, norm.span) else Severity.SUGGESTION,
    )
    return _by_leave(bill, hit)


# «na de termijn van tien dagen als bedoeld in artikel 24 van de regeling»: the limit of another provision is told again
_TOLD_AGAIN = re.compile(r"\b(?:na|binnen|buiten) de termijn van\b")


def _own_rule(document: Document, norm: Norm) -> bool:
    return _TOLD_AGAIN.search(document.text.small, norm.span.start, norm.span.end) is None
