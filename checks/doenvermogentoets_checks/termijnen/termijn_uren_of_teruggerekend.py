"""TRM006: a limit in hours, under three days, or counted back: the Algemene termijnenwet protects it only in part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Document
from doenvermogentoets.findings import Confidence, Doubt, Hit, Severity, Suggestion
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import capital, listing, words
from doenvermogentoets_checks.gericht import people_prevail
from doenvermogentoets_checks.noemt import noemt_mens
from doenvermogentoets_checks.raakt import over_mensen
from doenvermogentoets_checks.termijnen.beeld import Beeld, Leidend
from doenvermogentoets_checks.termijnen.beelden import beelden
from doenvermogentoets_checks.termijnen.ruimer import NIEMAND, Klasse, Ruim, ruim
from doenvermogentoets_checks.termijnen.verlichting import not_asked
from doenvermogentoets_checks.twijfel import Onzeker, Twijfel

# «op de eerste dag na zes weken»: the weeks count, not the day.
_WEAK = re.compile(r"\bzo mogelijk\s*$", re.I)
_LATER_DAY = re.compile(r"(?:na|nadat)\s+(?:\w+\s+)?(?:weken|maanden|jaren?)\b", re.I)

# What the wider reading finds: its kind, what is said of it, why it is hard, and the words beside the carets.
_WIDER = (
    (
        Klasse.DAG,
        "Voor {wie} is er geen dag de tijd: «{woorden}».",
        "Wie die dag ziek is, moet werken of het bericht pas 's avonds ziet, is te laat; twee werkdagen zijn niet verzekerd (Algemene "
        "termijnenwet 2).",
        "op de dag zelf",
    ),
    (
        Klasse.TERUG,
        "De termijn voor {wie}, «{woorden}», is teruggerekend.",
        "Wie het einde niet ziet aankomen, is al te laat; het weekend en feestdagen verlengen haar niet (Algemene termijnenwet 1, tweede "
        "lid).",
        "teruggerekend",
    ),
    (
        Klasse.MOMENT,
        "Voor {wie} geldt een tijdstip op de dag zelf: «{woorden}».",
        "Wie dat uur mist door ziekte of een ongeval, is te laat; de Algemene termijnenwet helpt daarbij niet.",
        "tijdstip",
    ),
)


# The authority tells in time that something must be asked: «stelt de belanghebbende in kennis van de mogelijkheid tot».
_NOTICE = re.compile(
    r"\bin kennis van de mogelijkheid\b|\b(?:herinner|wijs)t\b[^.;]{0,80}\b(?:op|aan)\b|\bstuur\w*\b[^.;]{0,60}\bherinnering\b"
    r"|\bvan de mogelijkheid van het doen van\b"
)


# A day that whoever acts chooses himself: who is late takes a later day; and urgent cases that are left out.
_CHOSEN = re.compile(
    r"\b(?:beoogde|voorgenomen|gewenste|voornemen)\b|\b(?:waarop|waarvan|dat) (?:hij|zij|de \w+) [^.;,]{0,60}\b(?:wil|wenst|opneemt)\b"
    r"|\bbehoudens in dringende gevallen\b|\b(?:ingang|aanvang) van het \w*verlof\b"
)
_MAY_STILL = re.compile(r"\bmag (?:nog|dan nog)\b[^.;]{0,12}\Z")


def _own_day(beeld: Beeld) -> Span | None:
    found = _CHOSEN.search(beeld.document.text.small, max(beeld.norm.span.start, beeld.span.start - 120), beeld.norm.span.end)
    return Span(found.start(), found.end()) if found is not None else None


_OF_SOMEBODY = re.compile(r"\bvan (?:de|het|een) [\w-]+\W*\Z")  # «voor terugkeer van de gedetineerde»: when, and not who acts


_OF_A_REQUEST = (
    Suggestion("stel de termijn in dagen, ten minste drie, of liever in weken"),
    Suggestion("laat een verzoek dat later komt gelden vanaf het eerstvolgende tijdstip"),
    Suggestion("bepaal dat een later verzoek nog telt indien eerder vragen redelijkerwijs niet kon"),
)
"""Of what somebody may ask for when he likes, no authority knows the end of the term: it cannot remind him of it."""
_A_REQUEST = re.compile(r"\b(?:een|het|dit|dat|zijn|haar|hun|zodanig) (?:[\w-]+ )?verzoek\b")
_ENDING = re.compile(r"\b(?:verleng\w*|afloop|afloopt|einde|verstrijk\w*|vervalt)\b")


def _free_request(beeld: Beeld) -> bool:
    """A request that nobody has to make; not one to prolong what comes to an end, of which the authority does know the day."""
    small, span = beeld.document.text.small, beeld.norm.span
    return (
        not beeld.hard
        and _A_REQUEST.search(small, span.start, span.end) is not None
        and _ENDING.search(small, span.start, span.end) is None
    )


def _softened(document: Document, notice: Span) -> Doubt:
    return Doubt("iets verzacht dit", words(document, notice, 60), "Is dat genoeg?")


def _nobody(document: Document, provision: Provision, zin: Span, at: Span) -> Doubt | None:
    """Counting back and hours are common between authorities and firms: what to ask where the sentence names no person beside the limit."""
    beside: tuple[Span, ...] = (zin,)
    if _OF_SOMEBODY.search(document.text.small, at.start, at.end) is not None:
        beside = Span(zin.start, max(zin.start, at.start)), Span(min(at.end, zin.end), zin.end)
    return None if any(noemt_mens(provision, part) for part in beside) else Onzeker(Twijfel.WIE).told(document)


def _sentence(limit: Ruim) -> Span:
    return limit.provision.sentence_at(limit.span.start)


def _notice(bill: Analysis, provision: Provision) -> Span | None:
    for near in bill.in_artikel(provision.unit) or (provision,):
        found = _NOTICE.search(near.document.text.small, near.span.start, near.span.end)
        if found is not None:
            return Span(found.start(), found.end())
    return None


# «ten hoogste twintig werkdagen voor»: not earlier; «gaat in op de eerste dag der maand»: nobody acts
_NOT_EARLIER = re.compile(r"\b(?:ten hoogste|niet (?:eerder|vroeger) dan|hoogstens|maximaal)\s+\Z")
_GOES_IN = re.compile(
    r"\b(?:gaat|gaan|ingaa\w*|ingaat|eindigt|eindigen|vangt|begint)\b[^.;,]{0,60}\b(?:in|aan|op)?\s*"
    r"(?:dag waarop [^.;,]{0,80}, doch\s+)?\Z"
)


# «berekend over het tijdvak van vijf jaren, eindigend één jaar voor aanvang van»: a time that is looked at
_MEASURED = re.compile(
    r"\b(?:eindigend|eindigende|beginnend|aanvangend|lopend)e?\s+\Z|\bvanaf(?: \w+ (?:dagen|weken|maanden|jaar))?\s+\Z"
    r"|\b(?:geldigheids)?(?:duur|periode|termijn|tijdvak) van(?: ten minste| minimaal)?\s+\Z"
)
_HEARING = re.compile(r"\bvoor (?:de|het) (?:\w*zitting|hoorzitting|verhoor)\b")  # a hearing has times of its own
_WHICH = re.compile(r"\bdie\s+\Z")  # «voorvallen die uiterlijk de volgende werkdag worden gemeld»: which they are
_SAME_TIME = re.compile(r"\bdie op dezelfde dag\Z")  # «aanvragen die op dezelfde dag binnenkomen»: an order among them, no limit


def _measured(document: Document, at: Span) -> bool:
    small = document.text.small
    if _HEARING.search(small, at.start, at.end + 20) is not None or _WHICH.search(small, max(0, at.start - 8), at.start) is not None:
        return True
    return (
        _MEASURED.search(small, max(0, at.start - 34), at.start) is not None
        or _SAME_TIME.search(small, max(0, at.start - 4), at.end) is not None
    )


def _not_late(limit: Ruim) -> bool:
    small = limit.document.text.small
    before = small[max(limit.provision.span.start, limit.span.start - 90) : limit.span.start]
    return _NOT_EARLIER.search(before) is not None or (limit.klasse in (Klasse.DAG, Klasse.TERUG) and _GOES_IN.search(before) is not None)


@over_mensen(Severity.SUGGESTION)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the words of the limit."""
    shortest = options.number("dagen")
    for beeld in beelden(dossier.bill):
        t = beeld.termijn
        if beeld.leidend is not Leidend.UREN or not beeld.particulier or not beeld.handeling or (t.voor == "overheid" and not beeld.doener):
            continue
        before = beeld.document.text.small[max(beeld.norm.span.start, beeld.span.start - 90) : beeld.span.start]
        if _measured(beeld.document, t.span) or (t.teruggerekend and _GOES_IN.search(before) is not None):
            continue
        if _WEAK.search(beeld.document.text.content, max(beeld.norm.span.start, t.span.start - 14), t.span.start) is not None:
            continue
        if t.uren:
            why = "in uren gesteld: de Algemene termijnenwet geldt dan niet (artikel 4)"
        elif t.teruggerekend:
            why = "teruggerekend: het weekend en feestdagen verlengen haar niet (Algemene termijnenwet 1, tweede lid)"
        elif beeld.korter_dan(shortest) and not _LATER_DAY.match(t.begin):
            why = "korter dan drie dagen: twee werkdagen zijn dan niet verzekerd (Algemene termijnenwet 2)"
        else:
            continue
        also = beeld.ook(Leidend.UREN, Leidend.KORT)
        if not_asked(beeld.provision, beeld.norm.span, t.kern) is not None:
            continue
        if _MAY_STILL.search(beeld.document.text.small, max(beeld.norm.span.start, t.span.start - 30), t.span.start) is not None:
            continue
        notice = _notice(dossier.bill, beeld.provision) if t.teruggerekend and not beeld.hard else None
        if notice is None and not beeld.hard and (t.teruggerekend or t.uren):
            notice = _own_day(beeld)
        open_: Doubt | None = None
        if t.teruggerekend and notice is None and not beeld.hard:
            open_ = _nobody(beeld.document, beeld.provision, beeld.norm.span, beeld.span)
        if open_ is None and not beeld.hard and not beeld.aangesproken and not beeld.doener and not people_prevail(dossier.bill):
            open_ = Onzeker(Twijfel.WIE).told(beeld.document)
        doubts = (*((_softened(beeld.document, notice),) if notice is not None else ()), *((open_,) if open_ is not None else ()))
        yield Hit(
            document=beeld.document,
            unit=beeld.provision.unit,
            span=beeld.span if t.teruggerekend else t.kern,
            message=f"De termijn voor {beeld.wie}, «{beeld.tekst if t.teruggerekend else beeld.kern}», is {why.split(':')[0]}.",
            explanation=f"{capital(why.split(': ')[1])}." + (f" Daarbij: {listing(also)}." if also else ""),
            doubts=doubts,
            label=f"termijn voor {beeld.wie}",
            suggestions=_OF_A_REQUEST if _free_request(beeld) else (),
            severity=Severity.INFO if doubts else None,
        )
    for klasse, message, explanation, told in _WIDER:
        for limit in ruim(dossier.bill, klasse):
            if _not_late(limit) or _measured(limit.document, limit.span) or not_asked(limit.provision, _sentence(limit), limit.span):
                continue
            open_ = None
            if klasse in (Klasse.TERUG, Klasse.MOMENT):
                open_ = _nobody(limit.document, limit.provision, _sentence(limit), limit.span)
                if open_ is None and limit.wie == NIEMAND and not people_prevail(dossier.bill):
                    open_ = Onzeker(Twijfel.WIE).told(limit.document)
            if klasse is Klasse.TERUG and (notice := _notice(dossier.bill, limit.provision)) is not None:
                open_ = _softened(limit.document, notice)
            yield Hit(
                document=limit.document,
                unit=limit.provision.unit,
                span=limit.span,
                message=message.format(wie=limit.wie, woorden=words(limit.document, limit.span)),
                explanation=explanation,
                doubts=(open_,) if open_ is not None else (),
                label=told,
                severity=Severity.SUGGESTION if open_ is None else Severity.INFO,
                confidence=Confidence.LAAG,
            )
