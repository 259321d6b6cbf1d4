"""Limits that look like a citizen's and are somebody else's: an office, an authority, an enterprise; or that bind nobody.

The norm table names the party of a sentence by its words. On laws about many parties that is not enough: «de eigenaar» may own a water
company, «hij» be the public prosecutor, and «de verzoeker» the one to whom the minister sends something.
"""

from __future__ import annotations

import re
from functools import cache
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Document
from doenvermogentoets.language.model import Sentence
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.grammar import PREPOSITIONS
from doenvermogentoets.norms.lexicon import load
from doenvermogentoets.search import Search
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import Phrases, phrases, table
from doenvermogentoets_checks.gericht import firms_and_people
from doenvermogentoets_checks.termijnen.wiens import ASKS_AUTHORITY, PACKAGE, actors_of

_FILE = "anderen.toml"
_NEAR = 110  # characters around the limit that belong to its clause
_FIRMS = 10  # words about firms from which a text may be about business
_SHARE = 4  # so many times more of them than about people


@cache
def _forms(name: str) -> Search:
    return Search("|".join(f"(?:{form})" for form in table(PACKAGE, name, _FILE)["vormen"]))


@cache
def _offices() -> tuple[Search, Search]:
    """An office that opens a sentence, and one right behind the verb."""
    names = "|".join(sorted(map(re.escape, table(PACKAGE, "ambt", _FILE)["woorden"]), key=len, reverse=True))
    verbs = "geeft|stelt|doet|deelt|brengt|zendt|meldt|maakt|vordert|legt|richt|dient|verstrekt|informeert|bericht|neemt|roept|kan|draagt"
    return (
        Search(rf"\s*(?:\d+[a-z]?\.\s+|[a-z]\.\s+)?(?:de|het|een)\s+(?:{names})(?![\w-])(?!,? (?:of|en) de\b)"),
        Search(rf"\b(?:{verbs})\s+(?:de|het|een)\s+(?:{names})(?![\w-])"),
    )


def somebody_else(analysis: Analysis, provision: Provision, sentence: Sentence, at: Span, who: str) -> bool:
    """Whether the limit at ``at`` is not one for a citizen; ``who``: the party as it was read, small letters."""
    document = provision.document
    clause = _clause(document, sentence.span, at)
    if _holds(document, clause, "krijgt", at) or _holds(document, clause, "geen-tijd", at) or _decides(document, clause, at):
        return True
    if _office(analysis, document, sentence, clause, at) or _given(analysis, provision, sentence, at):
        return True
    if _pronoun_of_office(analysis, provision, sentence, at) or _of_authority(analysis, provision, sentence, at):
        return True
    if ASKS_AUTHORITY.search(document.text.content, clause.start, at.start) is not None:
        return True
    return (who in UNNAMED and about_bodies(analysis, provision)) or is_firm(analysis, provision, sentence.span, who)


UNNAMED = frozenset(("de burger", "wie het aangaat"))


def about_bodies(analysis: Analysis, provision: Provision) -> bool:
    """For a sentence that names nobody: the artikel is about a body («indien deze mededeling niet binnen drie maanden wordt gedaan»)."""
    around = analysis.in_artikel(provision.unit) or (provision,)
    text = provision.document.text
    if any(True for p in around for _ in _forms("bekostiging").within(text, p.span)):
        return True
    firms, people = firms_and_people(analysis)
    bodies = people <= firms and any(True for p in around for _ in _forms("organisaties").within(text, p.span))
    return bodies and not any(_people().first(p.document, p.span) is not None for p in around)


@cache
def _people() -> Phrases:
    """Words for persons in a private role; «partij» and «ieder» say too little."""
    return Phrases(w for w in load("actors")["burger"]["particulier"] if w not in ("ieder", "partij", "partijen", "persoon", "personen"))


def _clause(document: Document, sentence: Span, at: Span) -> Span:
    """The part of the sentence around the limit, up to a semicolon."""
    content = document.text.content
    start = max(sentence.start, content.rfind(";", sentence.start, at.start) + 1)
    stop = content.find(";", at.end, sentence.end)
    return Span(start, stop if stop >= 0 else sentence.end)


# A clause of its own, with a party of its own: «het college weigert indien de aanvrager niet binnen …».
_OWN = re.compile(r"\b(?:indien|tenzij|wanneer|als|mits|nadat|zodra|voor zover|die|dat|waar\w+|wie|wiens)\b")
_NOT = re.compile(r"\b(?:niet|geen|later dan|te laat|mits|zonder)\b")
_PROSECUTOR = re.compile(r"\b(?:en|of) (?:het openbaar ministerie|de officier van justitie)\s+\Z")  # a limit of its own
_BESIDE = re.compile(r"\s*\w{0,14}\s*\Z")


def _holds(document: Document, clause: Span, name: str, at: Span) -> bool:
    """A form of the list with the limit inside it or right behind it."""
    for found in _forms(name).within(document.text, clause):
        if found.start <= at.start and (at.start < found.end or _BESIDE.match(document.text.small, found.end, at.start) is not None):
            return True
    return False


def _decides(document: Document, clause: Span, at: Span) -> bool:
    """An authority decides near the limit, and nobody fails to act in time."""
    near = Span(max(clause.start, at.start - 2 * _NEAR), min(clause.end, at.end + _NEAR))
    if _NOT.search(document.text.small, near.start, at.start) is not None:
        return False
    return any(True for _ in _forms("bestuurshandeling").within(document.text, near))


def _office(analysis: Analysis, document: Document, sentence: Sentence, clause: Span, at: Span) -> bool:
    """An office, an expert or an authority is the one who acts, in the clause of the limit itself."""
    opening, behind = _offices()
    small = document.text.small
    start = sentence.span.start
    match = opening.pattern.match(small, start, at.start)
    if match is not None and _as_citizen(analysis, sentence, match.end()):
        match = None
    if match is not None and ";" not in small[start : at.start]:
        return not any(p.search(small, match.end(), at.start) for p in (_OWN, _NOT)) and _ASKS.search(small, start, at.start) is None
    if _PROSECUTOR.search(small, clause.start, at.start) is not None:
        return True
    near = Span(max(clause.start, at.start - _NEAR), min(clause.end, at.end + 40))
    for found in behind.within(document.text, near):
        if _as_citizen(analysis, sentence, found.end):
            continue
        between = (found.end, at.start) if found.end <= at.start else (at.end, found.start)
        own = max(start, small.rfind(",", start, found.start) + 1)  # the clause of that verb
        if (
            _OWN.search(small, *between) is None
            and "," not in small[slice(*between)]
            and _ASKS.search(small, own, max(own, at.start)) is None
            and not _citizen_between(analysis, sentence, own, found.start)
        ):
            return True
    return False


def _as_citizen(analysis: Analysis, sentence: Sentence, end: int) -> bool:
    """Whether the word that ends here is somebody whom the norm speaks to in his own affair: «De ambtenaar vraagt het verlof aan»."""
    return any(a.rol == "burger" and a.particulier and sentence.ends[a.last] == end for a in actors_of(analysis, sentence))


def _citizen_between(analysis: Analysis, sentence: Sentence, start: int, end: int) -> bool:
    """«de ouder stelt het college … in kennis»: a citizen stands in front of the verb."""
    found = actors_of(analysis, sentence)
    return any(a.rol == "burger" and start <= sentence.starts[a.first] < end for a in found)


# The authority asks, and somebody else must do it in time: «het college kan de aanvrager verzoeken binnen …».
_ASKS = re.compile(
    r"\b(?:verzoek(?:t|en)|verplicht(?:en)?|gelast(?:en)?|vraagt|vragen|verlang(?:t|en)|nodigt|roept|eist|bepaalt|bepalen"
    r"|stelt .{0,40} gelegenheid)\b"
)


def first_party(analysis: Analysis, sentence: Sentence, until: int) -> Actor | None:
    """The first party of the sentence that no preposition puts in another role."""
    found = actors_of(analysis, sentence)
    for actor in found:
        if sentence.starts[actor.first] >= until:
            return None
        before = sentence.words[actor.first - 1] if actor.first else ""
        lead = sentence.words[actor.first - 2] if before in ("de", "het", "een", "onze") and actor.first > 1 else before
        if lead not in PREPOSITIONS and lead not in ("als", "dan"):
            return actor
    return None


_INSERTED = re.compile(r"\b(?:(?:met|aan|van|op|voor) )?(?:die|dat|wie|wiens|wier|waar\w+|bedoeld)\b[^,;]*,")
_LEARNS = re.compile(r"\b(?:indien|als|wanneer|zodra)\b[^.;,]{0,30}\b(?:aan|ter kennis van) (?:het|de) [\w -]{3,60}[^.;]{0,260}?\bbekend\b")
# «Ten minste veertien dagen voor de stemming ontvangt elke kiezer … een stempas»
_RECEIVES = re.compile(r"(?: [\w-]+){0,4} (?:ontvangt|ontvangen|krijgt|krijgen) (?:de|het|een|elke|iedere|ieder|elk|hij|zij)\b")
_PASSIVE = re.compile(r"\bword(?:t|en)\b")
_IS_TOLD = re.compile(
    r"[^.;]{0,140}?\baan ((?:de|het|een) [\w-]+|hem|haar|hen)\b[^.;]{0,40}?"
    r"\b(?:mede?gedeeld|meegedeeld|bekendgemaakt|toegezonden|uitgereikt|gezonden|kenbaar gemaakt|aangezegd)\b"
)


def _of_authority(analysis: Analysis, provision: Provision, sentence: Sentence, at: Span) -> bool:
    """An authority opens the sentence and acts («Het college verwijdert op verzoek van …, binnen»), is who learns of it, or tells."""
    document, start = provision.document, sentence.span.start
    small = document.text.small
    party = first_party(analysis, sentence, at.start)
    if party is not None and party.rol == "overheid" and party.first <= _OPENING:
        between = _INSERTED.sub(" ", small[sentence.ends[party.last] : at.start])
        if not any(p.search(between) for p in (_OWN, _NOT, _ASKS)) and not small.startswith(",", sentence.ends[party.last]):
            return True
    if _LEARNS.search(small, start, at.start) is not None and _PASSIVE.search(small, start, at.start) is not None:
        return True
    if _RECEIVES.match(small, at.end, sentence.span.end) is not None:
        return True
    told = _IS_TOLD.match(small, at.end, sentence.span.end) if _PASSIVE.search(small, start, at.start) is not None else None
    return told is not None and (told.group(1) in ("hem", "haar", "hen") or told.group(1) in _people())


_OPENING = 3  # words before an authority that opens a sentence: a number, an article, «onze»
_RELATIVES = frozenset(("die", "dat", "welke", "wat", "waarover", "waarvan", "waarvoor"))
_GIVES = Search(
    r"\b(?:verstrek(?:t|ken)|zend(?:t|en)|geef(?:t)|geven|bericht(?:en)?|informeer(?:t|en)|betaal(?:t|en)|ken(?:t|nen)|verle(?:ent|nen)|vergoed(?:t|en)|stel(?:t|len)|deel(?:t)|delen)"
    r" (?:aan )?(?:de|het|een|hem|haar|hun)\b"
)


def _given(analysis: Analysis, provision: Provision, sentence: Sentence, at: Span) -> bool:
    """«de minister verstrekt de verzoeker binnen vier weken»: an authority opens the sentence and its verb has a person behind it."""
    party = first_party(analysis, sentence, at.start)
    if party is None or (party.rol == "burger" and party.particulier):
        return False
    if not _RELATIVES.isdisjoint(sentence.words[max(0, party.first - 3) : party.first]):
        return False  # «gegevens die het orgaan niet heeft, verstrekt de aanvrager binnen …»: the party of another clause
    before = Span(sentence.span.start, at.start)
    small = provision.document.text.small
    if _ASKS.search(small, before.start, before.end) is not None:
        return False
    for found in _GIVES.within(provision.document.text, before):
        to_person = _people().first(provision.document, Span(found.end, min(at.start, found.end + 30)))
        # an enterprise that pays back a contribution gives nothing to anybody; «stelt de jeugdige … in kennis» does
        sure = party.rol == "overheid" or (to_person is not None and to_person.start == found.end + 1)
        if sure and _OWN.search(small, found.end, at.start) is None:
            return True
    return (
        re.search(r"\bdra(?:agt|gen)\b(?:,[^,;]{0,120},)? (?:er )?zorg\b[^.;]{0,20}\bdat\b", small[before.start : before.end]) is not None
    )


# Not «zij wordt ingediend»: that is the paper.
_PRONOUN = re.compile(r"\s*(?:\d+[a-z]?\.\s+)?(?:hij|zij)\b(?! wordt| worden| is | zijn )|\b(?!wordt|worden)(?:\w+t|\w+en) (?:hij|zij)\b")


def _pronoun_of_office(analysis: Analysis, provision: Provision, sentence: Sentence, at: Span) -> bool:
    """«Hij doet dit …», «vordert hij …»: the sentence before speaks of an office or authority and of nobody else."""
    small = provision.document.text.small
    match = _PRONOUN.match(small, sentence.span.start, at.start) or _PRONOUN.search(
        small, max(sentence.span.start, at.start - 50), at.start
    )
    if match is None or first_party(analysis, sentence, at.start) is not None:
        return False
    earlier = [s for p in analysis.in_artikel(provision.unit) for s in p.passage.sentences if s.span.start < sentence.span.start]
    if not earlier:
        return False
    last = earlier[-1]
    found = actors_of(analysis, last)
    names = phrases(PACKAGE, "ambt", _FILE)
    office = any(a.rol == "overheid" for a in found) or names.first(provision.document, last.span) is not None
    return office and not any(a.rol == "burger" and a.particulier for a in found)


def is_firm(analysis: Analysis, provision: Provision, sentence: Span, who: str) -> bool:
    """The party is an enterprise or an institution: by the sentence, by what it owns here, or because the text is about business."""
    word = who.lower().removeprefix("de ").removeprefix("het ").removeprefix("een ").split(",")[0].strip()
    neutral = word.split(" ")[0] in _neutral() or word in _neutral() or word == "subsidieontvanger"
    if word == "verantwoordelijke" or word in table(PACKAGE, "beroep", _FILE)["woorden"] or word.endswith(_BODIES):
        return True
    if not neutral:
        return False
    if phrases(PACKAGE, "onderneming-zelf", _FILE).first(provision.document, sentence) is not None:
        return True
    if word.split(" ")[0] in _owners(analysis):
        return True
    if _OWED.search(provision.document.text.small, sentence.start, sentence.end) is not None:
        return False  # a bill comes to everybody
    firms, people = firms_and_people(analysis)
    if word == "subsidieontvanger" and people <= 2 * firms + 5:
        return True  # a person only in a text about people
    return firms >= _FIRMS and firms > _SHARE * people


_BODIES = ("onderneming", "bedrijf", "werkgever", "vereniging", "aanbieder", "instelling", "stichting")
_OWED = re.compile(r"\b(?:betaald|betaalt|betalen|voldaan|voldoet|dwangbevel|invorder\w*|ingevorderd)\b")


@cache
def _neutral() -> frozenset[str]:
    return frozenset(table(PACKAGE, "neutraal", _FILE)["woorden"])


_OWNS = re.compile(r"\b(houder|eigenaar|exploitant|beheerder|gebruiker)s? van (?:een|het|de) (?:\w+e )?([\w-]+)")
_known: WeakKeyDictionary[Analysis, frozenset[str]] = WeakKeyDictionary()


def _owners(analysis: Analysis) -> frozenset[str]:
    """«houder» and the like, where this text mostly says that one is of a company, a centre, a net …"""
    known = _known.get(analysis)
    if known is None:
        ends = tuple(table(PACKAGE, "ding", _FILE)["eindigt"])
        counts: dict[str, list[int]] = {}
        for match in _OWNS.finditer(analysis.document.text.small):
            tally = counts.setdefault(match.group(1), [0, 0])
            tally[0] += match.group(2).endswith(ends)
            tally[1] += 1
        known = _known[analysis] = frozenset(word for word, (firms, all_) in counts.items() if 2 * firms >= all_)
    return known
