"""TRM005: a safeguard or limit of the Awb is set aside or shortened, or an amendment shortens a limit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Document, Reference
from doenvermogentoets.findings import Confidence, Hit, Severity, Suggestion
from doenvermogentoets.norms.getroffene import only_authorities
from doenvermogentoets.norms.model import Norm, Soort
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.search import Search
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import capital, days, each_place_once, phrases, table, trimmed, words
from doenvermogentoets_checks.doenvermogen.mensen import speaks_of_people
from doenvermogentoets_checks.gericht import leans_to_people
from doenvermogentoets_checks.raakt import weeg
from doenvermogentoets_checks.rang import lager
from doenvermogentoets_checks.termijnen.beeld import ZES_WEKEN, Leidend, aangeduid
from doenvermogentoets_checks.termijnen.beelden import beelden
from doenvermogentoets_checks.termijnen.inkorting import shortened
from doenvermogentoets_checks.termijnen.ruimer import Klasse, ruim
from doenvermogentoets_checks.termijnen.wiens import PACKAGE
from doenvermogentoets_checks.toelichting.afwijking_awb_niet_gemotiveerd import gemotiveerd
from doenvermogentoets_checks.zekerheid import Onzeker, Twijfel, ander_recht, elders_geregeld, treft

_ATW = re.compile(r"\bAlgemene termijnenwet\b")
# In the Caribbean Netherlands the Awb does not apply (Wet administratieve rechtspraak BES).
_CARIBBEAN = re.compile(r"\bBES\b|\bBonaire\b")
_DURATION = re.compile(
    r"(?<!\w)(?:binnen\s+)?(?:\w+)\s+(?:uur|uren|werkdag(?:en)?|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|ja(?:ar|ren))(?!\w)", re.I
)
# What may last so long at most, to the good of whom it hits; and what one authority lays before another.
_MEASURE = re.compile(
    r"\b(?:schorsing|bewaring|detentie|hechtenis|vasthouding|sluiting"
    r"|maatregel)\b[^.;]{0,80}\btermijn\b[^.;]{0,60}\bniet (?:te boven gaan"
    r"|overschrijden)\b"
)
# Tax that is paid with a return: no debt by a decision (Awb 4:86).
_ON_RETURN = re.compile(r"\b(?:aangifte|op aangifte)\b[^.;]{0,120}\b(?:betaald|voldaan|betaling|belasting)\b|\bop aangifte\b", re.I)
_APPROVED = re.compile(r"\bter goedkeuring\b|\bgoedkeuring van het plan\b", re.I)
_NO_CITIZEN = re.compile(r"\btijdvak|\bdwangsom voor elke dag", re.I)
# Limits of the body that decides, extensions, and advice are no limits for who objects.
_NOT_THIS = Search(r"\b(?:advies|adviseur|zienswijze|verlengd|verlengen|beslist|besluit het|7:10|7:24|verweerschrift|tijdvak\w*)\b")
_OBJECTS = Search(
    r"\b(?:bedraagt|bedragen|beloopt|belopen|duurt|opkomen|gekomen|gaan"
    r"|komen|aanvechten|ingediend|indienen|ingesteld|instellen|gemaakt"
    r"|maken|niet-ontvankelijk\w*|beroepstermijn|bezwaartermijn)\b"
)
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
_HE_MAY = re.compile(r"\bkan (?:de|een) (?:indiener|belanghebbende|aanvrager|betrokkene|verzoeker|vreemdeling)\b")
# «kan elk van de betrokken schoolbesturen in beroep komen»: a body appeals
_BODY_APPEALS = re.compile(
    r"\bkan (?:elk van )?(?:het|de|een) (?:betrokken )?"
    r"((?:schoolbestuur|schoolbesturen|instellingsbestuur|bevoegd gezag|gemeentebestuur|gemeenten?|provincie|waterschap)\b)"
)
# «Onze Minister, alsmede degene aan wie …»
_ALSO = re.compile(r"\b(?:alsmede|en|of) (?:de )?(?:degene|belanghebbende|betrokkene|vreemdeling|aanvrager)\b")


@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield hits for exclusions, for short limits of objection, appeal and payment, and for amendments that shorten."""
    if _CARIBBEAN.search(dossier.bill.document.title) is not None:
        return
    for provision in dossier.bill.provisions:
        for norm in provision.norms or [Norm(Soort.TOEPASSELIJKHEID, s.span) for s in provision.passage.sentences]:
            yield from _excluded(dossier.bill, provision, norm)
            for hit in _objection(dossier.bill, provision, norm):
                yield _motivated(dossier, provision, _of_bodies(dossier, provision, norm, hit))
    shortest = options.number("betaaltermijn-dagen")
    for beeld in beelden(dossier.bill):
        if beeld.leidend is not Leidend.AWB or not beeld.korter_dan(shortest) or _ON_RETURN.search(beeld.document.text[beeld.norm.span]):
            continue
        if elders_geregeld(dossier.bill, beeld.provision, beeld.norm.span):
            continue  # what two parties to a contract owe each other
        reminded = phrases(PACKAGE, "aanmaning").first(beeld.document, beeld.norm.span) is not None
        usual = "twee weken van Awb 4:112, na een aanmaning" if reminded else "zes weken van Awb 4:87"
        explicit = "4:87" in beeld.document.text[beeld.norm.span]
        room = (
            f"In hetzelfde artikel staat wel «{words(beeld.document, beeld.ruimte)}»."
            if beeld.ruimte is not None
            else "Gezocht naar uitstel of verlenging bij deze bepaling: niet gevonden."
        )
        hit = Hit(
            document=beeld.document,
            unit=beeld.provision.unit,
            span=beeld.termijn.kern,
            message=f"De betaaltermijn voor {beeld.wie} is «{beeld.kern}»: korter dan de {usual}.",
            explanation=f"{beeld.voluit}{room}" + (" De tekst wijkt met zoveel woorden af van Awb 4:87." if explicit else ""),
            label="betaaltermijn",
            ground=_REMINDED if reminded else _PAYMENT,
            question="Waar haalt iemand dit bedrag binnen deze termijn vandaan als hij geen spaargeld heeft?",
            suggestions=(
                _as_in_awb(
                    beeld.document, beeld.norm, beeld.termijn.kern, *(("twee weken", "4:112") if reminded else ("zes weken", "4:87"))
                ),
                Suggestion(
                    "een recht op uitstel of een betalingsregeling toevoegen (Awb 4:94 geldt vanzelf, maar geeft alleen een bevoegdheid)",
                    insertion=f"Op verzoek van {aangeduid(beeld.wie)} wordt uitstel van betaling verleend of betaling in termijnen naar "
                    "draagkracht toegestaan.",
                ),
            ),
            severity=Severity.WARNING
            if (explicit and _may_be_people(dossier.bill, beeld.provision, beeld.norm.span))
            or (beeld.zeker and not beeld.meer_tijd and beeld.korter_dan(29))
            else Severity.SUGGESTION,
        )
        yield weeg(dossier, hit) if hit.severity is Severity.SUGGESTION else hit
    for limit in ruim(dossier.bill, Klasse.BETALEN):
        said = words(limit.document, limit.span)
        hit = Hit(
            document=limit.document,
            unit=limit.provision.unit,
            span=limit.span,
            message=f"De betaaltermijn voor {limit.wie} lijkt «{said}»: korter dan de zes weken van Awb 4:87.",
            explanation="Gezocht naar uitstel of verlenging bij deze bepaling: niet gevonden.",
            label="betaaltermijn",
            ground=_PAYMENT,
            question="Waar haalt iemand dit bedrag binnen deze termijn vandaan als hij geen spaargeld heeft?",
            suggestions=(Suggestion("de termijn op zes weken stellen"),),
            severity=Severity.SUGGESTION,
            confidence=Confidence.LAAG,
        )
        yield weeg(dossier, hit)
    for amendment in dossier.bill.document.amendments:
        yield from shortened(dossier, amendment)


# The Awb lets a regulation set another time for payment: what is asked is a reason, and no leave to deviate.
_PAYMENT = "Awb 4:87 (zes weken na bekendmaking; een wettelijk voorschrift mag een andere termijn stellen, tweede lid) en 4:94 (uitstel)"
_REMINDED = "Awb 4:112 (twee weken na de aanmaning; een wettelijk voorschrift mag een andere termijn stellen, tweede lid) en 4:94 (uitstel)"
_REASON = "Ar 2.46 (alleen afwijken van een algemene wet als het nodig is, met motivering in de toelichting)"

# The length of a term, without what stands in front of it («binnen», «uiterlijk») and behind it («na», «nadat»).
_LENGTH = re.compile(r"\b\w+\s+(?:uur|uren|werkdag(?:en)?|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|ja(?:ar|ren))(?!\w)", re.I)
_AT_ONCE = re.compile(r"(?:terstond|onmiddellijk|onverwijld|direct|meteen|ineens|op staande voet)", re.I)
_DEROGATES = re.compile(
    r"\b(?:in afwijking van|anders dan|afwijkend van)\b[^.;]{0,60}?(?:\b(?:6:7|4:87|4:112)\b|algemene wet bestuursrecht|\bawb\b)"
)


def _as_in_awb(document: Document, norm: Norm, term: Span, length: str, article: str) -> Suggestion:
    """The length of the Awb in the words of the text; a derogation is not given the length it derogates from, but goes altogether."""
    if _DEROGATES.search(document.text.small, norm.span.start, norm.span.end) is not None:
        return Suggestion(f"de afwijking schrappen, zodat de {length} van Awb {article} gelden")
    title = f"de termijn op {length} stellen (Awb {article})"
    return Suggestion(title, replacement=_as_long(document.text[term], length))


def _as_long(said: str, length: str) -> str | None:
    """The same words with another length («uiterlijk twee weken» with «zes weken»); ``None`` where that cannot be told."""
    found = list(_LENGTH.finditer(said))
    if len(found) != 1:
        return f"binnen {length}" if _AT_ONCE.fullmatch(said.strip()) else None
    return said[: found[0].start()] + length + said[found[0].end() :]


def _of_bodies(dossier: DossierAnalysis, provision: Provision, norm: Norm, hit: Hit) -> Hit:
    """A short time to appeal for school boards and the like is information, with the question whom it concerns."""
    body = _BODY_APPEALS.search(provision.document.text.small, norm.span.start, norm.span.end)
    if hit.severity is not Severity.SUGGESTION or body is None:
        return hit
    doubt = Onzeker(Twijfel.LICHAAM, Span(*body.span(1)))
    return replace(hit, severity=Severity.INFO, doubts=(*hit.doubts, doubt.told(hit.document)))


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
        severity=Severity.SUGGESTION if hit.severity in (None, Severity.WARNING) else hit.severity,
    )


def _excluded(bill: Analysis, provision: Provision, norm: Norm) -> Iterator[Hit]:
    document = provision.document
    content = document.text.content
    if _ATW.search(content, norm.span.start, norm.span.end):
        gone = phrases(PACKAGE, "uitsluiting").first(document, norm.span)
        match = _ATW.search(content, norm.span.start, norm.span.end)
        if (
            gone is not None
            and match is not None
            and not _MEASURE.search(document.text[provision.span])
            and not _NO_CITIZEN.search(document.text[provision.span])
        ):
            span = Span(match.start(), match.end()).to(gone)
            hit = _exclusion(bill, provision, span, "de Algemene termijnenwet", "de verlenging over weekend en feestdagen")
            if _citizens_limit(bill, provision, norm):
                yield replace(hit, severity=Severity.SUGGESTION)
            else:
                left = " Ter informatie: of de uitgezonderde termijnen iemand iets laten doen, is hier niet gevonden. Is dat zo?"
                yield replace(hit, severity=Severity.INFO, explanation=hit.explanation + left)
            return
    unforgiving = _UNFORGIVING.search(document.text.small, norm.span.start, norm.span.end)
    if unforgiving is not None:
        yield _exclusion(
            bill,
            provision,
            trimmed(document, Span(unforgiving.start(), unforgiving.end())),
            "Awb 6:11",
            "de verschoning van wie buiten zijn schuld te laat bezwaar of beroep instelt",
        )
        return
    guarded = table(PACKAGE, "awb")
    for reference in references_in(document, norm.span):
        articles = _awb_articles(reference, document, norm, guarded["namen"])
        article = next((a for a in articles if a in guarded["artikelen"]), None)
        if article is None:
            continue
        if _APPLIED.search(content, max(norm.span.start, reference.span.start - 30), reference.span.start):
            continue
        gone = phrases(PACKAGE, "uitsluiting").first(document, norm.span)
        deviates = gone is not None and document.text[gone].lower() == "in afwijking van"
        if deviates and _may(norm, document):
            continue  # more than the Awb gives
        if gone is not None and deviates and (article not in guarded["hersteltermijnen"] or not 0 <= reference.span.start - gone.end < 40):
            gone = None  # a limit that differs is judged by its length
        if article == "4:87" and deviates:
            yield from _own_payment(bill, provision, norm)
            return
        if gone is not None and article == "4:5" and _APPROVED.search(document.text[provision.span]) is not None:
            return
        if gone is not None:
            hit = _exclusion(bill, provision, reference.span.to(gone), f"Awb {article}", guarded["wat"][article])
            kept = _EXCUSED.search(document.text.small, norm.span.start, norm.span.end)
            if kept is not None:
                left = words(document, Span(kept.start(), kept.end()), 60)
                hit = replace(hit, explanation=f"{hit.explanation} Wel staat er «{left}»: wie er niets aan kon doen, wordt gehoord.")
            sure = kept is None and _may_be_people(bill, provision, norm.span)
            yield hit if sure else replace(hit, severity=Severity.SUGGESTION)
            return


def _citizens_limit(bill: Analysis, provision: Provision, norm: Norm) -> bool:
    """Whether the sentence, or a provision that it refers to, holds a limit within which a citizen must act."""
    places = [provision.span, *(u.span for r in references_in(bill.document, norm.span) for u in r.units)]
    held = (
        *(b.termijn.kern for b in beelden(bill) if b.leidend is not None and b.norm.soort is not Soort.RECHTSGEVOLG),
        *(r.span for k in Klasse for r in ruim(bill, k)),
    )
    around = [p.span for p in bill.in_artikel(provision.unit)] if _BEFORE.search(provision.document.text[norm.span]) else []
    return any(place.overlaps(span) for place in (*places, *around) for span in held)


_BEFORE = re.compile(r"\b(?:voorgaande|vorige) leden\b|\bdit artikel\b", re.I)

# «niet van toepassing op de aanvrager die op grond van artikel 4:5 zijn aanvraag mag aanvullen»: the Awb is applied there
_APPLIED = re.compile(r"\b(?:op grond van|krachtens|ingevolge|met toepassing van)\s*\Z")


# «een te laat ingediend bezwaar is niet-ontvankelijk, ook als de indiener geen verwijt treft», «ongeacht de reden»
_UNFORGIVING = re.compile(
    r"\b(?:te laat|na afloop|buiten)\b[^.;]{0,120}\b(?:bezwaar\w*|beroep\w*)\b[^.;]{0,120}\bniet[- ]ontvankelijk\b[^.;]{0,60}"
    r"(?:,? (?:ook|zelfs) (?:als|indien|wanneer)\b[^.;]{0,80}\b(?:verwijt|verwijtbaar|schuld|verzuim|verschoonbaar)\b"
    r"|\bongeacht (?:de|het|of|welke)\b[^.;]{0,40})"
)


def _own_payment(bill: Analysis, provision: Provision, norm: Norm) -> Iterator[Hit]:
    """«In afwijking van artikel 4:87 geschiedt betaling binnen veertien dagen»: a limit of its own, whoever pays."""
    document = provision.document
    for match in _DURATION.finditer(document.text.content, norm.span.start, norm.span.end):
        length = days(match.group())
        if length is None or length >= ZES_WEKEN:
            continue
        span = Span(match.start(), match.end())
        yield Hit(
            document=document,
            unit=provision.unit,
            span=span,
            message=f"De betaaltermijn is «{words(document, span)}»: korter dan de zes weken van Awb 4:87.",
            explanation="De tekst wijkt met zoveel woorden af van Awb 4:87.",
            label="betaaltermijn",
            ground=_PAYMENT,
            question="Waar haalt iemand dit bedrag binnen deze termijn vandaan als hij geen spaargeld heeft?",
            suggestions=(_as_in_awb(document, norm, span, "zes weken", "4:87"), Suggestion("de afwijking in de toelichting motiveren")),
            severity=None if _may_be_people(bill, provision, norm.span) else Severity.SUGGESTION,
        )
        return


# «tenzij redelijkerwijs niet kan worden geoordeeld dat de indiener in verzuim is geweest»: the safeguard is written out
_EXCUSED = re.compile(r"\btenzij\b[^;]{0,260}\b(?:in verzuim|verschoonbaar|niet kan worden (?:verweten|toegerekend))\b")


def _may_be_people(bill: Analysis, provision: Provision, zin: Span) -> bool:
    """Whether people are among those it hits: not where the text names bodies («gedeputeerde staten»), or nobody in a text on firms."""
    if only_authorities(bill, provision) and not speaks_of_people(provision):
        return False
    doubt = treft(bill, provision, zin)
    return doubt is None or (doubt.twijfel is Twijfel.NIEMAND and leans_to_people(bill))


# These judges judge under the Awb too.
_BOTH = frozenset(("rechtbank", "griffier"))


def _elsewhere(bill: Analysis, provision: Provision, norm: Norm) -> bool:
    """Whether the remedy lies before a criminal, civil or disciplinary judge, where chapter 6 of the Awb does not hold (Awb 1:1, 1:6)."""
    text = provision.document.text
    if "algemene wet bestuursrecht" in text.small[norm.span.start : norm.span.end]:
        return False  # the text itself says that the Awb would hold
    if any(_ELSEWHERE.search(text[p.span]) is not None for p in bill.in_artikel(provision.unit) or (provision,)):
        return True
    law = ander_recht(bill, provision)
    return law is not None and (law.span is None or text.small[law.span.start : law.span.end] not in _BOTH)


def _may(norm: Norm, document: Document) -> bool:
    """A citizen may do something: «in afwijking van artikel 6:5 kan de indiener de gronden aanvullen tot»."""
    if norm.soort is Soort.RECHT:
        return True
    return _HE_MAY.search(document.text[norm.span]) is not None


def _awb_articles(reference: Reference, document: Document, norm: Norm, names: list[str]) -> list[str]:
    """Articles of the Awb in a reference; a number with a colon and no statute of its own («artikel 4:5, slot, van de ...») counts too."""
    named = any(name in document.text[norm.span] for name in names)
    return [
        t.artikel
        for t in reference.targets
        if t.artikel and t.lid != "4" and (any(n in t.regeling for n in names) if t.regeling else ":" in t.artikel and named)
    ]


def _exclusion(bill: Analysis, provision: Provision, span: Span, what: str, loses: str) -> Hit:
    """A safeguard is set aside; in a regulation of lower rank than the Awb that needs an act that allows it."""
    lower = lager(bill)
    hit = Hit(
        document=provision.document,
        unit=provision.unit,
        span=span,
        message=f"Deze bepaling zet {what} opzij: {loses}.",
        explanation=f"De bepaling zegt: «{words(provision.document, span, 160)}». Wie te laat of onvolledig is, kan op deze "
        "waarborg dan niet terugvallen.",
        label="waarborg uitgesloten",
        ground=f"{what}; {_REASON}",
    )
    if not lower:
        return hit
    law = "de Awb" if what.startswith("Awb") else what
    return replace(
        hit,
        explanation=f"{hit.explanation} {capital(lower)} is van lagere rang dan {law}: opzijzetten kan dan alleen als een wet dat "
        "toestaat.",
        ground=f"{what} (wet in formele zin)",
        question=f"Welke wet staat toe dat {lower} {what} opzijzet, en waarom kan de gewone regel hier niet gelden?",
        suggestions=(
            Suggestion(f"de uitsluiting schrappen, zodat {what} gewoon geldt"),
            Suggestion("de wet noemen die dit toestaat, en in de toelichting uitleggen waarom het nodig is"),
        ),
    )


def _lower_too(bill: Analysis) -> str:
    lower = lager(bill)
    return f" {capital(lower)} is van lagere rang dan de Awb: een kortere termijn kan dan alleen als een wet dat toestaat." if lower else ""


def _objection(bill: Analysis, provision: Provision, norm: Norm) -> Iterator[Hit]:
    document = provision.document
    search = phrases(PACKAGE, "bezwaar")
    said = document.text[norm.span]
    small = said.lower()
    if _OBJECTS.search(small) is None or _NOT_THIS.search(small) is not None:
        return
    if _OFFICIALS.search(said) and not speaks_of_people(provision, norm.span):
        return
    speaks_to = norm.adressaat.rol if norm.adressaat is not None and norm.adressaat.tekst else ""
    if speaks_to == "overheid" and not _ALSO.search(said):
        return
    made = phrases(PACKAGE, "rechtsmiddel-instellen").first(document, norm.span) is not None or _is_made(document, norm)
    if not made and (search.first(document, norm.span) is None or "termijn" not in said.lower()):
        return
    for match in _DURATION.finditer(document.text.content, norm.span.start, norm.span.end):
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
        if length < ZES_WEKEN:
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


def _short_remedy(bill: Analysis, provision: Provision, norm: Norm, span: Span) -> Hit:
    """Less than six weeks; before a disciplinary or criminal judge the Awb is no more than a yardstick."""
    document = provision.document
    said = words(document, norm.span, 200)
    less = "Wie hulp moet zoeken of stukken moet opvragen, heeft daarvoor minder tijd dan overal elders"
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
                Suggestion("de termijn op zes weken stellen, de maat van de Awb", replacement=_as_long(document.text[span], "zes weken")),
                Suggestion("verschoning regelen in de trant van Awb 6:11"),
                Suggestion("in de toelichting uitleggen waarom deze procedure zo snel moet"),
            ),
            severity=Severity.SUGGESTION
            if "administratieve sanctie" in document.text.small[provision.span.start : provision.span.end]
            else Severity.INFO,
        )
    return Hit(
        document=document,
        unit=provision.unit,
        span=span,
        message=f"De termijn voor bezwaar of beroep is «{words(document, span)}»: korter dan de zes weken van Awb 6:7.",
        explanation=f"«{said}» {less}; verschoning op grond van Awb 6:11 blijft mogelijk, tenzij de tekst ook dat artikel uitsluit."
        + _lower_too(bill),
        label="korter dan Awb 6:7",
        ground=f"Awb 6:7 (zes weken) en 6:11 (verschoning); {_REASON}",
        suggestions=(
            _as_in_awb(document, norm, span, "zes weken", "6:7"),
            Suggestion("de kortere termijn beperken tot de gevallen waarin snelheid nodig is, en die noemen"),
            Suggestion("de afwijking van Awb 6:7 in de toelichting motiveren"),
        ),
        severity=None if _own_rule(document, norm) and _may_be_people(bill, provision, norm.span) else Severity.SUGGESTION,
    )


# «na de termijn van tien dagen als bedoeld in artikel 24 van de regeling»: the limit of another provision is told again
_TOLD_AGAIN = re.compile(r"\b(?:na|binnen|buiten) de termijn van\b")


def _own_rule(document: Document, norm: Norm) -> bool:
    return _TOLD_AGAIN.search(document.text.small, norm.span.start, norm.span.end) is None
