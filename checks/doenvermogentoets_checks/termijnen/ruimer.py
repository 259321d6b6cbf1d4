"""Limits in wording that the norm table ties to nobody: read from the sentence itself, and reported as suggestions only.

«De boete is invorderbaar nadat tien dagen … zijn verstreken», «te verzoeken in de eerste twee weken van december», «uiterlijk om zes
uur op de ochtend van», «maakt hij terstond kenbaar». The narrow reading (:mod:`.beeld`) goes first; what it reports is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Document
from doenvermogentoets.language.model import Sentence
from doenvermogentoets.norms.grammar import DETERMINERS
from doenvermogentoets.norms.limits import SIX_WEEKS
from doenvermogentoets.norms.model import Norm, Soort
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import days, phrases, table
from doenvermogentoets_checks.termijnen.anderen import somebody_else
from doenvermogentoets_checks.termijnen.beeld import STARTS
from doenvermogentoets_checks.termijnen.beelden import NO_LIMIT, beelden
from doenvermogentoets_checks.termijnen.handelende import NIEMAND, TOWARDS, WHOEVER, acting, binds_authority, lead, who_acts
from doenvermogentoets_checks.termijnen.tijdsvormen import NOT_THERE, has, limits, words_of
from doenvermogentoets_checks.termijnen.verlichting import more_time, repairs
from doenvermogentoets_checks.termijnen.wiens import PACKAGE, gets


class Klasse(Enum):
    """What kind of limit it is; each is reported by the check of that kind."""

    BETALEN = auto()
    FATAAL = auto()
    OPEN = auto()
    MOMENT = auto()
    GEBEURTENIS = auto()
    WAARNEMING = auto()
    VENSTER = auto()
    DATUM = auto()
    DAG = auto()
    TERUG = auto()
    KORT = auto()


@dataclass(frozen=True, slots=True)
class Ruim:
    """A limit with the class it is reported under; ``wie`` as the text names him, or «wie het aangaat»."""

    provision: Provision
    span: Span
    klasse: Klasse
    wie: str
    dagen: float | None

    @property
    def document(self) -> Document:
        return self.provision.document


_LOOKBACK = re.compile(r"\b(?:eerder|voorafgaand\w*|opnieuw|herhaald\w*|andermaal|wederom|recidive)\b", re.I)
_FREE = re.compile(r"\bniet (?:verplicht|gehouden)\b", re.I)  # «is niet verplicht een onderzoek in te stellen»: it still may
_SINCE = re.compile(r"\s+(?:na|nadat|vanaf|sinds|te rekenen)\b", re.I)


_known: WeakKeyDictionary[Analysis, tuple[Ruim, ...]] = WeakKeyDictionary()


def ruim(analysis: Analysis, klasse: Klasse) -> Iterator[Ruim]:
    """The limits of one class that the narrow reading leaves, in order of place."""
    if analysis not in _known:
        _known[analysis] = tuple(_find(analysis))
    yield from (r for r in _known[analysis] if r.klasse is klasse)


def _find(analysis: Analysis) -> Iterator[Ruim]:
    told = sorted((b.termijn.span for b in beelden(analysis) if b.leidend is not None), key=lambda s: s.start)
    taken = {(s.start, s.end) for s in told}
    eased = [b.termijn.span for b in beelden(analysis) if b.zacht and not b.hard and any(u.volledig for u in b.uitwegen)]
    for provision in analysis.provisions:
        document = provision.document
        kinds: dict[int, list[Norm]] = {}
        for norm in provision.norms:
            kinds.setdefault(norm.span.start, []).append(norm)
        for sentence in provision.passage.sentences:
            norms = kinds.get(sentence.span.start, [])
            if any(n.soort in NO_LIMIT and not (n.soort is Soort.DEFINITIE and n.doenlast) for n in norms):
                continue
            spared = repairs(analysis, provision, sentence.span) or _spared(document, sentence.span)
            for span, form in limits(document, sentence.span):
                if (
                    spared and form != "back"
                ):  # «verlenging wordt gevraagd uiterlijk dertien weken voordat»: to get time, one must be in time
                    continue
                if any(start < span.end and span.start < end for start, end in taken) or gets(document, sentence.span, span):
                    continue
                found = _judge(analysis, provision, sentence, norms, span, form)
                if found is not None and found.klasse is Klasse.FATAAL and any(span.overlaps(s) for s in eased):
                    continue  # a way out of what lateness costs was found: nothing is lost without one
                if found is not None:
                    taken.add((span.start, span.end))
                    yield found


def _spared(document: Document, span: Span) -> bool:
    """The sentence gives time, or the time is that of a procedure with an authority."""
    return any(phrases(PACKAGE, name).first(document, span) is not None for name in ("bedenktijd", "meer-tijd", "aan-burger"))


def _judge(analysis: Analysis, provision: Provision, sentence: Sentence, norms: list[Norm], at: Span, form: str) -> Ruim | None:
    document, content = provision.document, provision.document.text.content
    around = Span(max(sentence.span.start, at.start - 130), min(sentence.span.end, at.end + 170))
    stop = content.find(";", at.end, around.end)
    around = Span(max(around.start, content.rfind(";", around.start, at.start) + 1), stop if stop >= 0 else around.end)
    if has(document, "niet-betalen", around) and any(binds_authority(n, at) for n in norms):
        return None  # what is paid to people: the time binds the authority
    wie = who_acts(analysis, provision, sentence, norms, at)
    if wie is None or somebody_else(analysis, provision, sentence, at, wie):
        return None
    length = days(document.text[at]) if form in ("within", "after", "later", "given", "unused") else None
    starts = STARTS.match(content, at.end, around.end)
    after = Span(starts.end() if starts is not None else at.end, around.end)
    pays = _pays(document, around) if starts is None else _pays(document, after) or _pays(document, Span(around.start, at.start))
    loses = has(document, "verlies", sentence.span) and _FREE.search(content, sentence.span.start, sentence.span.end) is None
    late = content[at.start : at.end].lower().startswith("later dan") or words_of("verzuim").first(
        document, Span(max(around.start, at.start - 40), at.start)
    )
    said = (around,) if starts is None else (Span(around.start, at.end), after)  # what starts the time is not what is asked
    asks = any(_asks(document, span) for span in said) and (bool(loses and late) or not has(document, "niet-vragen", around))
    person = wie != NIEMAND
    duty = any(n.doenlast and n.soort is Soort.PLICHT for n in norms)
    act = person and (duty or (not _REGISTERED.search(content, around.start, at.start) and _does(analysis, provision, sentence, norms, at)))
    begin = Span(at.end, min(around.end, at.end + 90))

    def made(klasse: Klasse) -> Ruim:
        return Ruim(provision, at, klasse, wie, length)

    if form == "open":
        told = (
            has(document, "wordt-verteld", around)
            or _TRIAL.search(document.text.small, around.start, around.end) is not None
            or not (person or asks)
            or _REMOVED.search(document.text.small, around.start, around.end) is not None
            or _told_or_other(document, sentence, at)
        )
        return made(Klasse.OPEN) if not told and has(document, "melden", around) else None
    if form in ("day", "back") and (_conditional(norms, at) or _TRIAL.search(document.text.small, around.start, around.end) is not None):
        return None
    if form in ("date", "day", "back") and has(document, "wordt-verteld", around):
        return None
    if form == "part" and _REQUESTS.search(document.text.small, around.start, around.end) is None:
        return None
    if form in ("clock", "part", "date", "day", "back"):
        if not (pays or asks or act) or (form in ("date", "back") and has(document, "niet-vragen", around)):
            return None
        absent = form == "date" and NOT_THERE.search(content[at.start : at.end].lower()) is not None
        if absent or (form == "date" and _lost_later(analysis, provision, sentence)):
            return made(Klasse.FATAAL)
        return made({"clock": Klasse.MOMENT, "part": Klasse.VENSTER, "date": Klasse.DATUM, "day": Klasse.DAG, "back": Klasse.TERUG}[form])
    if form == "given":
        short = length is not None and length < SIX_WEEKS and _HAS.search(content, max(sentence.span.start, at.start - 90), at.start)
        return made(Klasse.KORT) if short and more_time(analysis, provision) is None else None
    if form == "unused":
        return made(Klasse.FATAAL) if loses and length is not None and length < 366 else None
    if length is None or (_LOOKBACK.search(content, around.start, at.start) is not None and form != "within"):
        return None
    if pays and length < SIX_WEEKS and (form in ("within", "after") or has(document, "invorderbaar", around)):
        return made(Klasse.BETALEN)
    if form == "after":
        return None
    if form == "later":
        noticed = loses and has(document, "waarneming", begin)
        return made(Klasse.WAARNEMING) if noticed and length < 366 and person else None
    if not (asks or act):
        return None
    if loses and late and asks and length < 366:
        return made(Klasse.FATAAL)
    spoken = asks or (person and not has(document, "niet-vragen", around))
    if (
        spoken
        and length < 366
        and _VIEWS.search(document.text.small, around.start, around.end) is None
        and _lost_later(analysis, provision, sentence)
    ):
        return made(Klasse.FATAAL)
    if late and not asks:
        return None
    if (
        length < 366
        and has(document, "gebeurtenis", begin)
        and phrases(PACKAGE, "brief").first(document, Span(begin.start, min(begin.end, begin.start + 40))) is None
        and re.match(r"\s+(?:na|nadat|vanaf|sinds|te rekenen)\b", content[at.end : begin.end])
    ):
        return made(Klasse.GEBEURTENIS)
    if _MEETING.match(content, at.end, around.end) is not None:
        return None
    starts_there = _SINCE.match(content, at.end) is not None
    if length < 184 and starts_there and has(document, "waarneming", begin) and phrases(PACKAGE, "brief").first(document, begin) is None:
        return made(Klasse.WAARNEMING)
    return made(Klasse.KORT) if length < SIX_WEEKS and more_time(analysis, provision) is None else None


# «wordt zo spoedig mogelijk na het overlijden vernietigd»: data go; «kan zijn zienswijze geven»: what is lost later is something else
_REMOVED = re.compile(r"\bword(?:t|en)\b[^.;]{0,80}\b(?:vernietigd|verwijderd|gewist|uitgeschreven)\b")
_VIEWS = re.compile(r"\b(?:zienswijze\w*|bedenkingen|opmerkingen|commentaar)\b")
# «vindt binnen vier weken het eerste gesprek plaats»: the authority sees to that
_MEETING = re.compile(
    r"[^.;,]{0,60}\b(?:gesprek|onderzoek|hoorzitting|zitting|keuring|bespreking|huisbezoek|beoordeling|uitbetaling|betaling)\b[^.;,]{0,20}\bplaats\b",
    re.I,
)
_HAS = re.compile(r"\b(?:heeft|hebben|krijgt|krijgen|heeft hij|gegund)\b[^.;:]{0,60}\Z", re.I)
# «vindt de registratie plaats binnen drie dagen»: an authority sees to it, whoever asked
_REGISTERED = re.compile(r"\b(?:vindt|vinden) de \w+ [^.;,]{0,60}\bplaats\s+\Z", re.I)
# A hearing has times of its own; and what somebody asks for in a part of the year.
_TRIAL = re.compile(
    r"\bhechtenis\b|\b(?:terecht)?zitting\b|\btuchtcollege\b|\bde uitspraak\b|\bpeildatum\b|\bstraf\b|\bbehandeling van het beroep\b"
)
_REQUESTS = re.compile(
    r"\b(?:vra(?:agt|gen)|\w*aanvra\w+|aangevraagd|verzo(?:ek\w*|cht)|meldt|aanmeld\w*|aangemeld|inschrij\w+|ingeschreven|opga\w+|dient|dienen"
    r"|indien(?:t|en)|ingediend|declar\w+|zendt|levert|betaal\w*|betaald|voldaan)\b"
)


def _conditional(norms: list[Norm], at: Span) -> bool:
    """«Indien hij zes maanden voor de verhuizing huurde»: a day in a condition, by which nothing is to be done."""
    return any(v.start <= at.start < v.end for n in norms for v in n.voorwaarden)


# What happens to somebody or what he is, by the verb of his clause.
_STATES = frozenset(
    (
        "zijn",
        "hebben",
        "worden",
        "blijven",
        "ontvangen",
        "krijgen",
        "verblijven",
        "wonen",
        "werken",
        "genieten",
        "bereiken",
        "gelden",
        "verkrijgen",
        "behouden",
        "eindigen",
        "aanvangen",
        "ingaan",
        "vervallen",
        "overlijden",
        "",
    )
)


def _does(analysis: Analysis, provision: Provision, sentence: Sentence, norms: list[Norm], at: Span) -> bool:
    """A citizen is the bare subject of the clause with the limit, and he acts: «verstrekken de gewezen partners … een raming»."""
    duties = [n for n in norms if n.soort in (Soort.PLICHT, Soort.PROCEDURE, Soort.VERBOD)]
    if WHOEVER.match(provision.document.text.content, sentence.span.start, at.start) is not None:
        return any(n.soort is Soort.PLICHT for n in duties)
    subject = acting(analysis, sentence, at)
    if subject is None or subject.rol != "burger" or lead(sentence.words, subject) in TOWARDS:
        return False
    limit = next((i for i, start in enumerate(sentence.starts) if start >= at.start), len(sentence.words))
    between = sentence.words[subject.last + 1 : limit]
    if between[:1] in (("die",), ("dat",), ("wiens",)) and "," not in between:
        return False  # «de persoon die binnen vier weken ziek wordt»: what he is
    if subject.first in (4, 5) and sentence.words[0] in DETERMINERS and sentence.words[2] in _verbs():
        return False  # «de verantwoordelijke deelt de betrokkene … mee»: the first noun acts
    if any(n.werkwoord not in _STATES or n.handelingen for n in duties):
        return True
    beside = sentence.words[max(0, subject.first - 2) : subject.first] + sentence.words[subject.last + 1 : subject.last + 2]
    return bool(duties) and not _verbs().isdisjoint(beside)


@cache
def _verbs() -> frozenset[str]:
    """Verb forms of duties, as they stand beside the one who has the duty."""
    return frozenset(table("doenvermogentoets_checks.doenvermogen", "plicht")["vormen"])


# «wordt de klager zo spoedig mogelijk … in kennis gesteld», «indien niet onverwijld gemeld», «geven zij terstond kennis» of officials
_TOLD = re.compile(r"\b(?:(?:wordt|worden)\s+(?:de|het|een)\s+\w+|niet)\s+\Z", re.I)
_THEY = re.compile(r"\b(?:wijst|wijzen|geeft|geven|doet|doen|deelt|delen)\s+(?:hij|zij)\b[^.;,]{0,30}\Z", re.I)
_OFFICIAL = re.compile(r"\b(?:ambtenaar|hoofd|ombudsman|commissie|\w+commissie|college|bestuur)\b", re.I)


def _told_or_other(document: Document, sentence: Sentence, at: Span) -> bool:
    content, start = document.text.content, sentence.span.start
    if _TOLD.search(content, start, at.start) is not None:
        return True
    return _THEY.search(content, start, at.start) is not None and _OFFICIAL.search(content, start, at.start) is not None


def _lost_later(analysis: Analysis, provision: Provision, sentence: Sentence) -> bool:
    """«Een later verzoek wordt niet ingewilligd», «nadien vervalt de aanspraak»: behind the limit, in the same artikel."""
    for other in analysis.in_artikel(provision.unit):
        for later in other.passage.sentences:
            if later.span.start >= sentence.span.end and has(other.document, "te-laat", later.span):
                return has(other.document, "verlies", later.span)
    return False


def _pays(document: Document, span: Span) -> bool:
    return (
        words_of("betalen", "vormen").first(document, span) is not None
        and words_of("betalen", "schuld").first(document, span) is not None
        and not has(document, "niet-betalen", span)
    )


def _asks(document: Document, span: Span) -> bool:
    return has(document, "vragen", span) and has(document, "stukken", span)


__all__ = ["NIEMAND", "Klasse", "Ruim", "ruim"]
