"""From when a time limit runs or an effect takes place: the words of a text that say so, and the event they name.

«Binnen vier weken na ontvangst», «welke termijn begint te lopen zodra het onderzoek gereed is», «dat halve jaar gaat in op de dag van
de zitting»: a time limit, tied to an event. Two events are the same when they are of one kind (``aanvangen.toml``) or when the word that
tells the one stands in the other. Linear in the text: every pattern is bounded.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from doenvermogentoets.text import Span
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid, lijsten
from doenvermogentoets.toelichting.ritme import BY_RANK
from doenvermogentoets.toelichting.words import groups, root, roots
from doenvermogentoets.wordlists import REMEMBERED

_EVENT = r"(?P<event>[^.;:]{3,170})"
_NA = r"(?:nadat|na|volgend op|vanaf|sinds|sedert|met ingang van)"
_RUNS = r"(?:gerekend|te rekenen|berekend|ingaande?|te beginnen|beginnende?|lopende?|aanvangende?|startende?)"
_AT = r"(?:vanaf|van|na|nadat|op|met|bij|zodra|wanneer|sinds)"
# Right behind the length: «vier weken na», «zes weken, te rekenen vanaf».
_BEHIND = re.compile(rf"\s*,?\s*(?:{_RUNS}\s+{_AT}|{_NA})\s+{_EVENT}", re.I)
# Further on in the sentence.
_FURTHER = re.compile(rf"\b{_RUNS}\s+{_AT}\s+{_EVENT}", re.I)
# At the head: «Vanaf de dag waarop …, heeft hij zes weken».
_HEAD = re.compile(rf"\s*(?:{_NA}|gerekend vanaf|te rekenen vanaf)\s+(?P<event>[^.;:,]{{3,120}}),?\s", re.I)
# From when an effect holds.
_INGANG = re.compile(
    rf"\b(?:met ingang van|ingaande? (?:op|per)|vanaf|(?:met )?terugwerkende kracht(?: tot(?: en met)?| vanaf)"
    rf"|terug tot(?: en met)?)\s+(?!\d{{2}} jaar|de leeftijd)\b{_EVENT}",
    re.I,
)
_START = re.compile(
    r"\b(?:begin(?:t|nen)(?: (?:pas|eerst))?(?: te lopen)?|(?:vangt|vangen)\b[^.;]{0,70}\baan|(?:gaat|gaan)\b[^.;]{0,30}\bin|ingaat|ingaan"
    r"|(?:loopt|lopen)(?! (?:\w+ ){0,4}(?:door|af|uiteen)\b)|start(?:en)?|aanvangt|aanvangen"
    r"|neemt\b[^.;]{0,20}\baanvang|(?:wordt|worden) gerekend|telt)\b",
    re.I,
)
_UPON = re.compile(rf"\b(?:op|vanaf|met|zodra|wanneer|bij|na|nadat|als|met ingang van)\s+{_EVENT}", re.I)
_REFERS = re.compile(r",? (?:als )?(?:bedoeld|genoemd|vermeld) in artikel(?:en)? [\w.:]+(?:, \w+ lid)?(?:, onderdeel \w+)?,?", re.I)
_CLAUSE = re.compile(r"\b(?:waarop|waarin|waarmee|dat|nadat|zodra|wanneer|toen|als|die)\b", re.I)
_CLAUSE_REL = re.compile(r"\b(?:nadat|zodra|wanneer|als)\s*$", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STOPS = re.compile(
    r"\s(?:van|in|op|bij|aan|door|voor|vóór|met|tot|uit|over|onder|naar|tussen|binnen|en|of|waarop|waarin|dat|die|de|het|een|is|wordt|kan)\s",
    re.I,
)
_PARTICIPLE = re.compile(r"(?:ge|be|ver|ont|her|er)?\w{2,}(?:d|t|en|an)$", re.I)
_DEFINING = re.compile(
    r"^(?:(?:de|het|een|dat|die|dit|deze) )?(?:\w+ ){0,2}?(?:dag|datum|moment|tijdstip|ogenblik|maand|week|jaar)(?: van)?\s+", re.I
)
# «de eerste dag van de maand na de inkomensdaling», «de maand waarin hij aanvraagt»: the day follows from the event behind it.
_PERIOD = re.compile(
    r"^(?:de |het )?(?:eerste (?:dag )?van )?(?:de |het )?(?:eerste )?(?:kalender)?(?:dag|maand|week|jaar|kwartaal)"
    r"(?: (?:die )?(?:volgt|volgend) op| na| nadat) (?:de dag (?=waarop))?",
    re.I,
)
_RANKED = re.compile(r"\b(?P<rang>[a-z]+) (?P<maat>werkdag|dag|week|maand)(?= (?:na|volgend op|nadat)\b)", re.I)
_PERIODS = ("volgende_maand", "volgend_jaar")
_NEXT = re.compile(r"(?:\S+ ){0,4}?\S*(?:maand|jaar|januari|jaarwisseling)\b|\S+", re.I)
_NO_MORE = re.compile(r"\bniet (?:meer|langer)\b", re.I)
_WHOLE = re.compile(r"[^,]*(?:, (?:als )?(?:bedoeld|genoemd|vermeld) in [^,]*,[^,]*)?")
_DONE = re.compile(r"\s+(?:[a-z]{2,5})?ge[a-z]{2,}(?:d|t|en)$")
_BELONGS = re.compile(r"\s+(?:van|uit|in|tot|door)\s+(?:(?:de|het|een|zijn|haar|hun|deze|die|dit|dat)\s+)?[\w-]+")
_BEFORE_LENGTH = 60
# That somebody learns or says it is another event than what he learns.
_WETEN = frozenset({"bekendheid", "bevestiging", "melding", "onherroepelijk", "advies"})


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """An event.

    Attributes:
        woorden: as it is told.
        kern: roots of the words that tell it (the verb of a clause, the noun of a phrase).
        alle: roots and groups of all its words.
        soorten: kinds of ``aanvangen.toml``.
    """

    woorden: str
    kern: frozenset[str]
    alle: frozenset[str]
    soorten: frozenset[str]


@dataclass(frozen=True, slots=True)
class Aanvang:
    """A start: of which length (``None``: of the term spoken of before), from which event, in which words."""

    lengte: Hoeveelheid | None
    gebeurtenis: Gebeurtenis
    span: Span


@cache
def _soorten() -> Mapping[str, re.Pattern[str]]:
    found = _data()["soorten"]
    return {name: re.compile("|".join(f"(?:{p})" for p in patterns), re.I) for name, patterns in found.items()}


@cache
def _data() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads(files(__package__).joinpath("aanvangen.toml").read_text(encoding="utf-8"))


@cache
def _leeg() -> frozenset[str]:
    return frozenset(root(w) for w in _data()["woorden"]["leeg"])


@cache
def _termijn() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_data()['woorden']['termijn'])})\b", re.I)


def _event(words: str, clause: bool) -> Gebeurtenis | None:
    """The event of the words behind «na», «zodra», «op de dag waarop»."""
    plain = _REFERS.sub(" ", words)
    plain = plain.partition(",")[0].strip()
    named = next((name for name in _PERIODS if _soorten()[name].search(plain[:40])), "")
    if named and (said := _NEXT.match(plain)) is not None:
        return Gebeurtenis(said.group(0), frozenset(), frozenset(), frozenset({named}))
    period = _PERIOD.match(plain)
    plain = plain[period.end() :] if period is not None else re.sub(r"^de eerste (?:dag )?van (?=(?:de|het) )", "", plain, flags=re.I)
    opened = _CLAUSE.search(plain[:60]) if not clause else None
    if opened is not None and not _DEFINING.sub("", plain[: opened.start()] + " ").strip():
        plain, clause = plain[opened.end() :].strip(), True
    core = _of_clause(plain) if clause else _of_phrase(_DEFINING.sub("", plain))
    if not core:
        return None
    kern = frozenset(r for r in roots(core) if r not in _leeg())
    zone = f"{core} niet meer" if _NO_MORE.search(plain) else core
    soorten = frozenset(name for name, pattern in _soorten().items() if pattern.search(zone))
    every = frozenset(roots(plain))
    if not kern and not soorten:
        return None
    raised = _WHOLE.match(words)
    shown = raised.group(0).strip() if clause and raised is not None else _shown(words, core)
    return Gebeurtenis(shown, kern, every | groups(every), soorten)


def _shown(words: str, core: str) -> str:
    """The noun of an event with what belongs to it: «de ontvangst van de aanvraag», without the rest of the sentence."""
    noun = core.split()[0] if len(core.split()) > 1 and not core.split()[0].endswith(("e", "eerste")) else core
    end = words.find(noun) + len(noun)
    rest = _BELONGS.match(words, end)
    return words[: rest.end() if rest is not None else end].strip()


def _of_clause(words: str) -> str:
    """The verb of a clause with what makes it an event: «verzonden», «bekend is geworden»."""
    helpers = frozenset(_data()["woorden"]["hulp"])
    first, _, _ = words.partition(" dat ")
    found = _WORD.findall(first)
    if helpers.isdisjoint(w.lower() for w in found):
        found = _WORD.findall(words)  # «het ziekenhuis dat aan hem meedeelt»
    at = next((i for i, w in enumerate(found) if i and w.lower() in helpers), None)
    if at is None:
        with_noun = len(found) > 1 and found[-2].lower() in _data()["woorden"]["met"]
        return " ".join(found[-4:] if with_noun else found[-1:])
    behind = [w for w in found[at + 1 : at + 3] if w.lower() not in helpers]
    if behind and _PARTICIPLE.match(behind[0]):
        with_noun = behind[0].lower() in _data()["woorden"]["licht"]
        return " ".join([*(found[max(0, at - 2) : at] if with_noun else ()), behind[0]])
    return " ".join(found[max(0, at - 2) : at]) if found[at - 1].lower() in _data()["woorden"]["met"] else f"{found[at - 1]} {found[at]}"


def _of_phrase(words: str) -> str:
    """The noun of a phrase: what stands before its first preposition."""
    plain = re.sub(r"^(?:de|het|een|die|deze|dat|dit|zijn|haar|hun|diens)\s+", "", words, flags=re.I)
    end = _STOPS.search(f"{plain} ")
    return _DONE.sub("", plain[: end.start()] if end is not None else plain)


def _from(match: re.Match[str], base: int, length: Hoeveelheid | None) -> Aanvang | None:
    found = event(match.group("event"), _CLAUSE_REL.search(match.group(0)[: match.start("event") - match.start()]) is not None)
    if found is None:
        return None
    end = match.start("event") + match.group("event").find(found.woorden) + len(found.woorden)
    start = match.start() + len(match.group(0)) - len(match.group(0).lstrip(" ,"))
    own = replace(length, span=Span(base + length.span.start, base + length.span.end)) if length is not None else None
    return Aanvang(own, found, Span(base + start, base + end))


@lru_cache(maxsize=REMEMBERED)
def event(words: str, clause: bool) -> Gebeurtenis | None:
    """The event that words name; nothing when they name none («na zes weken»)."""
    if hoeveelheden(words[:30]) and words[:1].isdigit():
        return None
    return _event(words, clause)


def aanvangen(text: str, base: int = 0) -> Iterator[Aanvang]:
    """The starts a sentence or lid tells; ``base`` is the offset (code points) of its first character in the document."""
    lengths = sorted([*(h for h in hoeveelheden(text) if h.maat == "duur"), *_ranked(text)], key=lambda h: h.span.start)
    told = False
    for i, length in enumerate(lengths):
        end = lengths[i + 1].span.start if i + 1 < len(lengths) else len(text)
        match = _BEHIND.match(text, length.span.end) or _FURTHER.search(text, length.span.end, end)
        if match is None and not i:
            match = _HEAD.match(text) if text[: length.span.start].count(".") == 0 else None
            match = match if match is not None and match.end() <= length.span.start else None
        found = _from(match, base, length) if match is not None else None
        if found is not None:
            told = True
            yield found
    if told:
        return
    for start in _START.finditer(text):
        near = text[max(0, start.start() - 80) : start.end() + 60]
        named = _termijn().search(near)
        if named is None:
            continue
        at = max(start.start(), max(0, start.start() - 80) + named.end())
        upon = _UPON.search(text, at)
        found = _from(upon, base, _near(lengths, start)) if upon is not None and upon.start() - at <= _BEFORE_LENGTH else None
        if found is not None:
            yield found
            return


def ingangen(text: str, base: int = 0) -> Iterator[Aanvang]:
    """From when what a text says holds («met ingang van», «terugwerkende kracht tot»), as :func:`aanvangen` gives a start."""
    for match in _INGANG.finditer(text):
        found = _from(match, base, None)
        if found is not None:
            yield found


def _ranked(text: str) -> Iterator[Hoeveelheid]:
    """«de tweede werkdag na» is two working days."""
    for match in _RANKED.finditer(text):
        rank = BY_RANK.get(match.group("rang").lower())
        if rank is not None:
            days = rank * lijsten().dagen[match.group("maat").lower()]
            yield Hoeveelheid("duur", days, "", Span(*match.span()), match.group(0), "", False, {}, "na")


def _near(lengths: Sequence[Hoeveelheid], start: re.Match[str]) -> Hoeveelheid | None:
    """The length that stands by the verb: «die twee weken beginnen»."""
    return next((h for h in lengths if abs(h.span.start - start.start()) <= _BEFORE_LENGTH), None)


def zelfde(one: Gebeurtenis, other: Gebeurtenis) -> bool:
    """The same event, or one that a toelichting may use for it."""
    if one.soorten & other.soorten or any(_kin(a, b) for a in one.soorten for b in other.soorten):
        return True
    loose = not (one.soorten and other.soorten and (one.soorten <= _WETEN or other.soorten <= _WETEN))
    if one.kern & other.kern or (loose and (one.kern & other.alle or other.kern & one.alle)):
        return True
    return any(_one_word(a, b) for a in one.kern for b in other.kern) or bool(groups(one.kern) & groups(other.kern))


def _kin(one: str, other: str) -> bool:
    kin = _data()["verwant"]
    return other in kin.get(one, ()) or one in kin.get(other, ())


def _one_word(one: str, other: str) -> bool:
    """The one ends on the other («ziekmelding», «melding») or begins like it."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 5 and (long.endswith(short) or long.startswith(short[:6]))


__all__ = ["Aanvang", "Gebeurtenis", "aanvangen", "event", "ingangen", "zelfde"]
