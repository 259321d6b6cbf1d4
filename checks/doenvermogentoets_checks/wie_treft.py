"""Who is hit by a sentence: a person, or a body, an official or a trader in a law about that trade."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Document
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import Phrases, shared_phrases, shared_table
from doenvermogentoets_checks.twijfel import Onzeker, Twijfel

_PLACE = r"(?:bij|in|op|tot|naast|ten laste van)"
_OTHER = r"(?:bij|in|op|tot|naast|ten laste van|door|aan)"
_NOUN_PHRASE = r"\s+(?:(?:de|het|een|die|deze|zijn|haar|elke|iedere)\s+)?(?:[\w-]+\s+)?\Z"
_AS_PLACE, _AS_OTHER = re.compile(rf"\b{_PLACE}{_NOUN_PHRASE}"), re.compile(rf"\b{_OTHER}{_NOUN_PHRASE}")


def treft(analysis: Analysis, provision: Provision, zin: Span) -> Onzeker | None:
    """The doubt whether a sentence hits a person; ``None`` when it does.

    Where the sentence itself names nobody, or somebody who may be a body too («de aanvrager»), the artikel, the definition or the rest of
    the regulation tells.
    """
    document = provision.document
    person = _people().first(document, zin)
    bodies = _bodies(document, zin, _AS_OTHER if person is not None else _AS_PLACE, deciders(provision, zin))
    if bodies is not None and (person is None or bodies.start < person.start):
        return Onzeker(Twijfel.INSTELLING, bodies)
    if person is not None or _personal(document, zin):
        return None
    near = analysis.in_artikel(provision.unit) or (provision,)
    if any(_defined_as_person(analysis, role) for other in near for role in _role_words(document, other.span)):
        return None
    for other in near:
        found = _bodies(document, other.span, _AS_PLACE, deciders(other, other.span))
        if found is not None:
            return Onzeker(Twijfel.INSTELLING, found)
    roles = _role_words(document, zin)
    profile = _profile(analysis)
    if any(_defined_as_person(analysis, role) for role in roles) or profile.people_first or profile.few_bodies:
        return None
    if not roles and any(_people().first(document, other.span) is not None for other in near):
        return None
    return Onzeker(Twijfel.NIEMAND)


def deciders(provision: Provision, zin: Span) -> list[Span]:
    """Who decides in the sentence: the addressee of a power («trekt het bevoegd gezag de vergunning in»)."""
    return [
        n.adressaat.span
        for n in provision.norms_in(zin)
        if n.adressaat is not None and n.adressaat.span is not None and n.adressaat.rol == "overheid"
    ]


def _bodies(document: Document, span: Span, elsewhere: re.Pattern[str], deciders: list[Span]) -> Span | None:
    """The first body that is named as somebody who is hit: not as the place where («bij de instelling»), not as who decides."""
    small = document.text.small
    for found in shared_phrases("instellingen").find(document, span):
        if (
            elsewhere.search(small[max(span.start, found.start - 40) : found.start]) is None
            and not any(found.overlaps(d) for d in deciders)
            and not (_BY.search(small, span.start, found.start) and _MADE.match(small, found.end))
        ):
            return found
    return None


# «een door een notaris gewaarmerkte verklaring»: who makes a paper that somebody else must hand in
_BY = re.compile(r"\bdoor (?:de|het|een|zijn|haar|diens) (?:[\w-]+ )?\Z")
_MADE = re.compile(r"\s+(?:\w*ge\w+|ver\w+|be\w+|onder\w+|over\w+)(?:de|te|en|d|t)\s+[a-z]")


def mensen_woorden() -> list[str]:
    """Words for people in a role that only a natural person has, as :class:`Phrases` takes them."""
    lists = shared_table("mensen")
    return [*lists["woorden"], *(f"*{ending}" for ending in lists["uitgangen"])]


@cache
def _people() -> Phrases:
    return Phrases(mensen_woorden())


def _personal(document: Document, span: Span) -> bool:
    return (
        shared_phrases("persoonlijk").first(document, span) is not None
        and shared_phrases("persoonlijk", "niet").first(document, span) is None
    )


def rollen(document: Document, zin: Span) -> Iterator[Span]:
    """Words for somebody who may be a person or a body («de aanvrager»)."""
    return shared_phrases("rollen").find(document, zin)


def _role_words(document: Document, span: Span) -> list[str]:
    return [document.text.small[s.start : s.end] for s in rollen(document, span)]


def _defined_as_person(analysis: Analysis, role: str) -> bool:
    definition = analysis.definitions.get(role)
    if definition is None:
        return False
    said = definition.text.lower()
    return (said in _people() or "persoon" in said) and said not in shared_phrases("instellingen")


@dataclass(frozen=True, slots=True)
class _Profile:
    """Whom a regulation is about: people named more often than bodies; hardly any bodies beside people and roles."""

    people_first: bool
    few_bodies: bool


_profiles: WeakKeyDictionary[Analysis, _Profile] = WeakKeyDictionary()
_MANY_PEOPLE = 3
_FEW = 4  # roles and people for every body


def _profile(analysis: Analysis) -> _Profile:
    known = _profiles.get(analysis)
    if known is None:
        document = analysis.document
        people = bodies = roles = 0
        for provision in analysis.provisions:
            people += _number(_people().find(document, provision.span))
            bodies += _number(shared_phrases("instellingen").find(document, provision.span))
            roles += _number(shared_phrases("rollen").find(document, provision.span))
        known = _profiles[analysis] = _Profile(people >= _MANY_PEOPLE and people >= bodies, _FEW * bodies <= people + roles)
    return known


def _number(found: Iterable[object]) -> int:
    return sum(1 for _ in found)


@cache
def _applying() -> tuple[re.Pattern[str], ...]:
    """A body that applies: «het bevoegd gezag … ontvangt op aanvraag», «op aanvraag van de gemeente»."""
    names = sorted({*shared_table("instellingen")["woorden"], *shared_table("aanvragende")["woorden"]}, key=len)
    body = rf"(?:{'|'.join(re.escape(n) for n in reversed(names))})"
    asked = r"(?:aanvra(?:ag|gen|ge)|verzoek(?:en)?)"
    return (
        re.compile(rf"\b{body}\b[^.;:]{{0,200}}\b(?:ontvang(?:t|en)|krijg(?:t|en)) op aanvraag\b"),
        re.compile(rf"\b{asked} (?:van|door) (?:de|het|een) (?:\w+ )?{body}\b"),
        re.compile(rf"\bdien(?:t|en) (?:de|het|een) (?:\w+ )?{body}\b[^.;:]{{0,80}}\b{asked}\b"),
        re.compile(rf"\b{body}\b[^.;:]{{0,120}} (?:dien(?:t|en)|kan|kunnen) [^.;:]{{0,60}}\b{asked} (?:[^.;:]{{0,60}} )?in(?:dienen)?\b"),
        re.compile(rf"\b{asked}\b[^.;:]{{0,80}}\b(?:ingediend|gedaan) door (?:de|het|een) (?:\w+ )?{body}\b"),
    )


def aanvraag_van_instelling(analysis: Analysis, provision: Provision, zin: Span) -> bool:
    """Whether what is refused is the application of a body, as the artikel says who applies; ``zin`` itself names no person."""
    if _people().first(provision.document, zin) is not None:
        return False
    small = provision.document.text.small
    near = [p for p in analysis.in_artikel(provision.unit) or (provision,) if p.span.start <= provision.span.start]
    return any(pattern.search(small, p.span.start, p.span.end) for p in near for pattern in _applying())


def in_beroep(wie: str) -> bool:
    """Whether who is hit, as the text names him («een accountant»), is somebody in a profession or office of its own."""
    return wie.lower().split()[-1] in shared_table("beroepen")["woorden"]


def is_instelling(wie: str) -> bool:
    """Whether who is hit, as the text names him («de keuringsinstelling»), is a body that is no trader either."""
    return wie.lower().split()[-1].endswith(tuple(shared_table("instellingen")["uitgangen"]))
