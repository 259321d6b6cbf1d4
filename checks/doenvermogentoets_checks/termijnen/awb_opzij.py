"""A safeguard of the Awb or the Algemene termijnenwet that a bill sets aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Document, Reference
from doenvermogentoets.findings import Hit, Severity, Suggestion
from doenvermogentoets.norms.limits import SIX_WEEKS
from doenvermogentoets.norms.model import Norm, Soort
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import capital, days, phrases, table, trimmed, words
from doenvermogentoets_checks.rang import awb_laat_toe, lager
from doenvermogentoets_checks.termijnen.awb_maat import DURATION, PAYMENT, REASON, as_in_awb, may_be_people
from doenvermogentoets_checks.termijnen.beelden import beelden
from doenvermogentoets_checks.termijnen.ruimer import Klasse, ruim
from doenvermogentoets_checks.termijnen.wiens import PACKAGE

_ATW = re.compile(r"\bAlgemene termijnenwet\b")
_LIMITS_ACT = "de Algemene termijnenwet"
_WEEKEND = "de verlenging over weekend en feestdagen"

# Whether a regulation may differ from the Algemene termijnenwet follows from that act, and for by-laws from the acts that apply it there.
_MAY_DIFFER = {
    "besluit": "de Algemene termijnenwet, artikel 5 (een algemene maatregel van bestuur mag anders bepalen)",
    "verordening": "de Algemene termijnenwet, die geldt via Gemeentewet 145 of Provinciewet 141 (de verordening mag anders bepalen)",
}
_NOT_NAMED = "de Algemene termijnenwet (noemt wetten en algemene maatregelen van bestuur, en niet deze soort regeling)"

# What may last so long at most, to the good of whom it hits; and what one authority lays before another.
_MEASURE = re.compile(
    r"\b(?:schorsing|bewaring|detentie|hechtenis|vasthouding|sluiting"
    r"|maatregel)\b[^.;]{0,80}\btermijn\b[^.;]{0,60}\bniet (?:te boven gaan"
    r"|overschrijden)\b"
)

_APPROVED = re.compile(r"\bter goedkeuring\b|\bgoedkeuring van het plan\b", re.I)

_NO_CITIZEN = re.compile(r"\btijdvak|\bdwangsom voor elke dag", re.I)

_HE_MAY = re.compile(r"\bkan (?:de|een) (?:indiener|belanghebbende|aanvrager|betrokkene|verzoeker|vreemdeling)\b")


def excluded(bill: Analysis, provision: Provision, norm: Norm) -> Iterator[Hit]:
    """Hits for what a norm sets aside, and for a time of payment of its own in derogation from Awb 4:87."""
    document = provision.document
    content = document.text.content
    limits = limits_act_excluded(bill, provision, norm)
    if limits is not None:
        yield limits
        return
    unforgiving = _UNFORGIVING.search(document.text.small, norm.span.start, norm.span.end)
    if unforgiving is not None:
        refused = trimmed(document, Span(unforgiving.start(), unforgiving.end()))
        loses = "de verschoning van wie buiten zijn schuld te laat bezwaar of beroep instelt"
        yield _of_awb(bill, _exclusion(provision, refused, "Awb 6:11", loses, table(PACKAGE, "awb")["wie"]["6:11"]), "6:11")
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
            what = guarded["wat"][article]
            hit = _of_awb(bill, _exclusion(provision, reference.span.to(gone), f"Awb {article}", what, guarded["wie"][article]), article)
            kept = _EXCUSED.search(document.text.small, norm.span.start, norm.span.end)
            if kept is not None:
                left = words(document, Span(kept.start(), kept.end()), 60)
                heard = "wordt alleen gehoord als ook het andere zo is dat daar staat" if _BOTH.search(kept[0]) else "wordt gehoord"
                hit = replace(hit, explanation=f"{hit.explanation} Wel staat er «{left}»: wie er niets aan kon doen, {heard}.")
            sure = kept is None and may_be_people(bill, provision, norm.span)
            lighter = "de bepaling houdt zelf een uitzondering open" if kept is not None else "het lijkt hier niet om mensen te gaan"
            yield hit if sure else replace(hit, severity=Severity.SUGGESTION, lighter=lighter)
            return


def limits_act_excluded(bill: Analysis, provision: Provision, norm: Norm) -> Hit | None:
    """The hit where a norm sets the Algemene termijnenwet aside; that act holds in the Caribbean Netherlands too (artikel 5a)."""
    document = provision.document
    match = _ATW.search(document.text.content, norm.span.start, norm.span.end)
    gone = phrases(PACKAGE, "uitsluiting").first(document, norm.span) if match is not None else None
    if match is None or gone is None:
        return None
    if _MEASURE.search(document.text[provision.span]) or _NO_CITIZEN.search(document.text[provision.span]):
        return None
    hit = _of_limits_act(bill, _exclusion(provision, Span(match.start(), match.end()).to(gone), _LIMITS_ACT, _WEEKEND, "te laat"))
    if _citizens_limit(bill, provision, norm):
        return replace(hit, severity=Severity.SUGGESTION, lighter="de Awb zelf blijft gelden; het gaat om het weekend en feestdagen")
    left = " Ter informatie: of de uitgezonderde termijnen iemand iets laten doen, is hier niet gevonden. Is dat zo?"
    return replace(hit, severity=Severity.INFO, explanation=hit.explanation + left)


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

# «tenzij redelijkerwijs niet kan worden geoordeeld dat de indiener in verzuim is geweest»: the safeguard is written out
_EXCUSED = re.compile(r"\btenzij\b[^;]{0,260}\b(?:in verzuim|verschoonbaar|niet kan worden (?:verweten|toegerekend))\b")

# «tenzij de brief onvolledig was, en redelijkerwijs niet kan worden geoordeeld dat …»: both must be so
_BOTH = re.compile(r"\btenzij\b.{10,}\ben (?:redelijkerwijs|niet)\b", re.S)


def _own_payment(bill: Analysis, provision: Provision, norm: Norm) -> Iterator[Hit]:
    """«In afwijking van artikel 4:87 geschiedt betaling binnen veertien dagen»: a limit of its own, whoever pays."""
    document = provision.document
    for match in DURATION.finditer(document.text.content, norm.span.start, norm.span.end):
        length = days(match.group())
        if length is None or length >= SIX_WEEKS:
            continue
        span = Span(match.start(), match.end())
        yield Hit(
            document=document,
            unit=provision.unit,
            span=span,
            message=f"De betaaltermijn is «{words(document, span)}»: korter dan de zes weken van Awb 4:87.",
            explanation="De tekst wijkt met zoveel woorden af van Awb 4:87.",
            label="betaaltermijn",
            ground=PAYMENT,
            question="Waar haalt iemand dit bedrag binnen deze termijn vandaan als hij geen spaargeld heeft?",
            suggestions=(as_in_awb(document, norm, span, "zes weken", "4:87"), Suggestion("de afwijking in de toelichting motiveren")),
            lighter="het lijkt hier niet om mensen te gaan",
            severity=None if may_be_people(bill, provision, norm.span) else Severity.SUGGESTION,
        )
        return


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


def _exclusion(provision: Provision, span: Span, what: str, loses: str, who: str) -> Hit:
    """A safeguard is set aside, as for an act of parliament; ``who`` it guards: whoever is late, incomplete, or either."""
    return Hit(
        document=provision.document,
        unit=provision.unit,
        span=span,
        message=f"Deze bepaling zet {what} opzij: {loses}.",
        explanation=f"De bepaling zegt: «{words(provision.document, span, 160)}». Wie {who} is, kan op deze waarborg dan niet terugvallen.",
        label="waarborg uitgesloten",
        ground=f"{what}; {REASON}",
    )


def _of_awb(bill: Analysis, hit: Hit, article: str) -> Hit:
    """A regulation of lower rank than the Awb needs an act that lets it set this aside, unless the Awb itself does."""
    if awb_laat_toe(article):
        return replace(hit, ground=PAYMENT)  # of what is guarded here, only the time for payment yields
    lower = lager(bill)
    if not lower:
        return hit
    what = f"Awb {article}"
    told = f"{capital(lower)} is van lagere rang dan de Awb: opzijzetten kan dan alleen als een wet dat toestaat."
    return replace(
        hit,
        explanation=f"{hit.explanation} {told}",
        ground=f"{what} (wet in formele zin)",
        question=f"Welke wet staat toe dat {lower} {what} opzijzet, en waarom kan de gewone regel hier niet gelden?",
        suggestions=(
            Suggestion(f"de uitsluiting schrappen, zodat {what} gewoon geldt"),
            Suggestion("de wet noemen die dit toestaat, en in de toelichting uitleggen waarom het nodig is"),
        ),
    )


def _of_limits_act(bill: Analysis, hit: Hit) -> Hit:
    """For the Algemene termijnenwet a reason is asked and no leave: decrees and by-laws may differ, ministerial rules it does not name."""
    lower = lager(bill)
    kind = lower.split(" ")[-1]
    holds = kind in ("", *_MAY_DIFFER)
    return replace(
        hit,
        ground=_MAY_DIFFER.get(kind, _NOT_NAMED) if lower else hit.ground,
        question=f"Waarom kan {_LIMITS_ACT} hier niet gelden, en staat dat in de toelichting?",
        suggestions=(
            Suggestion(f"de uitsluiting schrappen, zodat {_LIMITS_ACT} geldt")
            if holds
            else Suggestion(f"{_LIMITS_ACT} van overeenkomstige toepassing verklaren"),
            Suggestion("de uitsluiting beperken tot de termijnen waarvoor zij nodig is, en die noemen"),
            Suggestion("in de toelichting uitleggen waarom de uitsluiting nodig is"),
        ),
    )
