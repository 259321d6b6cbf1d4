"""A time within which something must be applied for, where no sentence says what it costs to be later.

Nothing needs to say so: whoever applies after the time simply gets nothing. The checks that look for a loss do not see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.document import Document
from doenvermogentoets.norms.limits import SIX_WEEKS
from doenvermogentoets.norms.model import Norm, Soort, Termijn, TermijnSoort
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import phrases
from doenvermogentoets_checks.dichtbij import uitweg_dichtbij
from doenvermogentoets_checks.noemt import noemt_mens
from doenvermogentoets_checks.raakt import raakt
from doenvermogentoets_checks.termijnen.beeld import Leidend
from doenvermogentoets_checks.termijnen.beelden import NO_LIMIT, beelden
from doenvermogentoets_checks.termijnen.handelende import who_acts
from doenvermogentoets_checks.termijnen.ruimer import Klasse, ruim
from doenvermogentoets_checks.termijnen.verlichting import more_time, not_asked
from doenvermogentoets_checks.termijnen.wiens import PACKAGE

THREE_MONTHS = 90  # a shorter time after a life event is told as such


@dataclass(frozen=True, slots=True)
class Venster:
    """A limit for applying.

    Attributes:
        span: the limit with what starts it.
        gebeurtenis: a life event that starts it.
        voor_ieder: it starts for everybody at once, by the entry into force, and no letter tells anybody.
        van_het_besluit: the words may also be read as the time in which is decided («kan binnen vier weken, uitsluitend op verzoek, …»).
        mens: the sentence names a person.
    """

    provision: Provision
    span: Span
    dagen: float
    gebeurtenis: Span | None
    voor_ieder: bool
    van_het_besluit: bool
    mens: bool

    @property
    def document(self) -> Document:
        return self.provision.document


_PAPER = r"\b(?:aanvra(?:ag|gen)|aanvraagformulier|verzoek(?:en|schrift)?)\b"
_DONE = r"(?:ingediend|gedaan|ontvangen|ingezonden|ingeleverd|ingekomen|aangevraagd|te doen|in te dienen|ingebracht)"
# What follows the limit and its event: «ontvangen», «bij het UWV gedaan»
_PARTICIPLE = re.compile(rf"\s+(?:(?:bij|aan) (?:het|de|onze) [\w ]{{2,40}}?\s)?{_DONE}\b|\s+(?:bij|aan) (?:het|de|onze) [^\s,;.]+\Z")
# «de aanvraag wordt … ingediend», «dient de aanvraag … in», «doet een verzoek»; and no more than one clause
_ASKS = re.compile(
    rf"{_PAPER}[^.;:]{{0,260}}?\b{_DONE}\b"
    rf"|\b(?:dient|dienen|doet|doen|zendt|zenden)\b[^.;:]{{0,80}}?{_PAPER}"
    rf"|\b(?:vraagt|vragen)\b[^.;:]{{0,160}}?\baan\b(?! (?:de|het|een)\b)"
    rf"|{_PAPER}[^.;:]{{0,160}}\b(?:kan|kunnen|moet|moeten|dient|dienen)\b[^.;:]{{0,160}}?\b(?:indienen|doen|worden {_DONE})\b"
)
# To have what was granted settled, changed or lengthened, and remedies: other rules say what being late costs.
_OTHER = re.compile(
    r"\b(?:vaststelling|subsidievaststelling|verleng\w+|uitstel|bezwa\w+|beroep|hoger beroep|herziening|heroverweging"
    r"|herbeoordeling|herkeuring"
    r"|vernietiging|voorlopige voorziening|schorsing|inzage|rectificatie|zienswijze\w*|opschorting)\b"
)
# «een aanvraag tot wijziging»; but «binnen drie maanden na wijziging van zijn inkomen» says when the time begins
_CHANGES = re.compile(r"\b(?:intrekking|wijziging)\b")
_ASKED_FOR = re.compile(r"vrijstel|onthef|ontheven")
_DECIDES = re.compile(r"\b(?:beslis\w*|besluit|bekend(?:gemaakt)?|in behandeling)\b")
_ON_REQUEST = re.compile(
    r"\b(?:uitsluitend|slechts|alleen|enkel) op (?:(?:schriftelijk|daartoe strekkend|zijn|haar|hun|diens) )*(?:verzoek|aanvraag)\b"
)
_BEGINS_FOR_ALL = re.compile(
    r"\b(?:inwerkingtreding|publicatie|plaatsing in de staatscourant)\b|\bin werking (?:is )?(?:treedt|treden|getreden)\b"
)
_OF_DECISION = re.compile(r"\b(?:ontvangst|indiening|aanvraag|verzoek)\b")
# «…, indien de aanvraag wordt gedaan»: a condition of something
_IF = re.compile(r"\b(?:indien|als|wanneer|mits|tenzij|voor ?zover)\b[^.;:]{0,60}\Z")
# «die binnen een jaar een verzoek heeft ingediend»: who he is
_DONE_BY_THEN = re.compile(rf"\b(?:heeft|hebben|had|hadden) {_DONE}\b|\b{_DONE} (?:heeft|hebben|had|hadden)\b")
# What is said of who comes later, or is done without asking: then the time is no door that falls shut.
_LATER = re.compile(
    r"(?<!niet )\bambtshalve\b(?! (?:in\b|(?:in te |te )?(?:trekken|wijzigen|herzien|verlagen|beëindigen|schorsen)"
    r"|intrek\w*|ingetrokken|wijzig\w*|gewijzigd|herzie\w*|verla\w+|beëindig\w*|schors\w*))|\bna (?:afloop"
    r"|het verstrijken) van (?:de|deze|die) (?:termijn|periode)\b|\blater (?:ingediend|gedaan|ontvangen)\w*\b"
    r"|\blatere (?:aanvra\w+|verzoek\w*)\b|\bte laat\b|\bna (?:die|deze) termijn\b"
    r"|\btermijnoverschrijding\b|\boverschrijding van (?:de|die|deze) (?:\w*termijn|tijd|periode)\b"
    r"|\bniet tijdig(?:e)? (?:[\w-]+ ){0,2}?(?:ingediend|gedaan|aangevraagd|ontvangen|aanvra\w+)|\b(?:aanvra(?:ag|gen)"
    r"|verzoek(?:en)?)\b[^.;]{0,60}?\bniet tijdig\b"
    r"|\btoch in behandeling\b|(?<!geen )(?<!niet met )\bterugwerkende kracht\b"
)


def vensters(dossier: DossierAnalysis) -> Iterator[Venster]:
    """The limits for applying that no other check tells, where people are meant and nothing was found for who is later."""
    bill = dossier.bill
    told = _told(bill)
    for provision in bill.provisions:
        if _ASKS.search(provision.document.text.small, *_of(provision.span)) is None and not _on_request(provision, provision.span):
            continue
        seen: set[Span] = set()
        for norm in provision.norms:
            for termijn in norm.termijnen if norm.soort not in NO_LIMIT else ():
                zin = provision.sentence_at(termijn.kern.start)
                found = None if zin in seen else _venster(dossier, provision, norm, termijn, zin)
                if found is not None and not any(termijn.span.overlaps(span) for span in told):
                    seen.add(zin)  # «of uiterlijk drie maanden na de datum waarop …»: one sentence, one time to apply
                    yield found


def _told(bill: Analysis) -> list[Span]:
    out = [r.span for klasse in Klasse for r in ruim(bill, klasse)]
    for beeld in beelden(bill):
        long = beeld.termijn.dagen is not None and beeld.termijn.dagen >= THREE_MONTHS
        if beeld.hard or beeld.zacht or (beeld.leidend is not None and not (beeld.leidend is Leidend.GEBEURTENIS and long)):
            out.append(beeld.termijn.span)
    return out


def _venster(dossier: DossierAnalysis, provision: Provision, norm: Norm, termijn: Termijn, zin: Span) -> Venster | None:
    document, small, days = provision.document, provision.document.text.small, termijn.dagen
    if termijn.soort is not TermijnSoort.BINNEN or days is None or termijn.teruggerekend or termijn.uren or termijn.terugkerend:
        return None
    if norm.soort not in (Soort.PLICHT, Soort.RECHT, Soort.BEVOEGDHEID, Soort.PROCEDURE) or not termijn.begin:
        return None
    if any(v.start <= termijn.kern.start < v.end for v in norm.voorwaarden):
        return None
    for_all = _BEGINS_FOR_ALL.search(termijn.begin.lower()) is not None
    of_decision = termijn.voor == "overheid"
    if of_decision:
        if not _on_request(provision, zin) or _OF_DECISION.search(termijn.begin.lower()) is not None:
            return None
    elif days < SIX_WEEKS or not _handed_in(small, zin, termijn):
        return None
    if _CHANGES.search(small, zin.start, termijn.span.start) or _CHANGES.search(small, termijn.span.end, zin.end):
        return None
    if _OTHER.search(small, *_of(zin)) is not None or _softened(dossier.bill, provision, zin, termijn):
        return None
    sentence = provision.passage.at(termijn.kern.start)
    norms = [n for n in provision.norms if n.span.overlaps(zin)]
    if not of_decision and (sentence is None or who_acts(dossier.bill, provision, sentence, norms, termijn.kern) is None):
        return None
    if raakt(dossier, provision, zin) is not None:
        return None
    event = phrases(PACKAGE, "gebeurtenis").first(document, termijn.span)
    verb = _PARTICIPLE.search(small, termijn.kern.end, termijn.span.end)
    span = Span(termijn.span.start, verb.start()) if verb is not None else termijn.span
    return Venster(provision, span, days, event, for_all, of_decision, noemt_mens(provision, zin))


def _of(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _on_request(provision: Provision, span: Span) -> bool:
    return _ON_REQUEST.search(provision.document.text.small, *_of(span)) is not None


def _handed_in(small: str, zin: Span, termijn: Termijn) -> bool:
    """Whether the clause of the limit is about handing in an application, and not about what is decided on it."""
    for asked in _ASKS.finditer(small, *_of(zin)):
        first, last = min(asked.start(), termijn.kern.start), max(asked.end(), termijn.span.end)
        between = small[first:last]
        # what starts the time may be a decision: only the words around it tell what must be done within it
        around = between.replace(small[termijn.span.start : termijn.span.end], " ")
        if _IF.search(small, zin.start, asked.start()) is not None:
            continue
        had = _DONE_BY_THEN.search(small, asked.start(), asked.end() + 10) is not None
        if not had and ";" not in between and last - first < 400 and _DECIDES.search(around) is None:
            return True
    return False


def _softened(bill: Analysis, provision: Provision, zin: Span, termijn: Termijn) -> bool:
    near = bill.in_artikel(provision.unit) or (provision,)
    if any(_LATER.search(p.document.text.small, *_of(p.span)) is not None for p in near):
        return True
    if more_time(bill, provision) is not None or not_asked(provision, zin, termijn.span) is not None:
        return True
    out = uitweg_dichtbij(bill, provision, zin)
    # «kan, uitsluitend op verzoek, vrijstelling worden verleend»: what is asked for, helps nobody who asks too late
    return out is not None and not (out.overlaps(zin) and _ASKED_FOR.search(provision.document.text.small, *_of(out)) is not None)
