"""Whom an adverse effect hits: the person as the text names him, or nobody outside the government."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.language.model import Sentence
from doenvermogentoets.norms import actors
from doenvermogentoets.norms.model import Norm, Soort
from doenvermogentoets.text import Span

# Words that name somebody without saying who; «ontvanger» is the tax collector in one law and whoever got a subsidy in the next.
_VAGUE = frozenset(
    (
        "derde",
        "derden",
        "partij",
        "partijen",
        "ieder",
        "hij",
        "degene",
        "degenen",
        "eenieder",
        "ontvanger",
        "ontvangers",
        "kind",
        "kinderen",
        "deskundige",
        "getuige",
        "persoon",
        "personen",
        "een ieder",
    )
)


_mentions: WeakKeyDictionary[Analysis, dict[int, list[actors.Actor]]] = WeakKeyDictionary()


def _actors_in(analysis: Analysis, sentence: Sentence) -> list[actors.Actor]:
    known = _mentions.setdefault(analysis, {})
    start = sentence.span.start
    if start not in known:
        known[start] = actors.find(sentence.words, analysis.definitions)
    return known[start]


def in_zin(analysis: Analysis, provision: Provision, zin: Span) -> str | None:
    """The citizen whom a sentence itself names first, as the text names him («de houder»), person or not; ``None`` if it names none."""
    for sentence in provision.passage.sentences:
        if not sentence.span.overlaps(zin):
            continue
        for actor in _actors_in(analysis, sentence):
            head = " ".join(sentence.words[actor.first : actor.last + 1])
            if actor.rol == "burger" and (head not in _VAGUE or head in analysis.definitions) and _is_person(analysis, head):
                return _with_article(sentence, actor, head)
    return None


def _with_article(sentence: Sentence, actor: actors.Actor, head: str) -> str:
    before = sentence.words[actor.first - 1] if actor.first else ""
    return f"{before if before in ('de', 'het', 'een') else 'de'} {_singular(head)}"


# Bodies that a text pays or charges, rather than bodies that decide.
_GOVERNMENTS = frozenset(
    ("gemeente", "gemeenten", "provincie", "provincies", "waterschap", "waterschappen", "openbaar lichaam", "openbare lichamen")
)
_NEARBY = 60  # sentences of the artikel that are read for a name; keeps the search linear


def getroffene(analysis: Analysis, provision: Provision, norm: Norm) -> str | None:
    """Whom an adverse effect hits, as the text names him («de aanvrager»); «de betrokkene» when nobody is named.

    Returns:
        ``None`` when the text around it names authorities only, so that nobody outside the government is hit.
    """
    artikel = analysis.in_artikel(provision.unit) or (provision,)
    sentences = provision.passage.sentences
    first = max(bisect_right(sentences, norm.span.start, key=lambda s: s.span.start) - 1, 0)
    own = [s for s in sentences[first : first + 3] if s.span.overlaps(norm.span)]
    rest = [s for p in (provision, *artikel) for s in p.passage.sentences[:_NEARBY] if s not in own][:_NEARBY]
    other: str | None = None
    named: dict[str, str] = {}  # whom the rest of the artikel names, by head
    vague = touched = False
    for i, sentence in enumerate((*own, *rest)):
        for actor in _actors_in(analysis, sentence):
            head = " ".join(sentence.words[actor.first : actor.last + 1])
            if head in _VAGUE and head not in analysis.definitions:
                vague = vague or i < len(own)
                if i < len(own) and head == "ontvanger" and other is None:
                    other = f"de {head}"
            elif actor.rol == "overheid":
                if i < len(own):
                    touched = (
                        touched or head in _GOVERNMENTS or bool({"van", "aan"} & set(sentence.words[max(0, actor.first - 2) : actor.first]))
                    )
            elif actor.rol == "burger" and _is_person(analysis, head):
                name = _with_article(sentence, actor, head)
                if actor.particulier and i < len(own):
                    return name
                if actor.particulier:
                    named.setdefault(_singular(head), name)
                else:
                    other = other or name
    before = _before(analysis, provision, norm.span, artikel) if named or other is not None else None
    if before is not None:
        return before
    if named:
        usual = _usual(analysis)
        return max(named.items(), key=lambda item: usual[item[0]])[1]
    if other is not None:
        return other
    if touched and not vague:
        return None  # «wordt van het waterschap teruggevorderd»
    return "de betrokkene" if vague or speaks_of_persons(analysis) else None


# «Wie te laat is, verliest …», «Hij verliest …»: whoever the sentence before speaks to, not whom the artikel names most
_REFERS = re.compile(r"\s*(?:\d+[a-z]?\.\s+)?(?:wie|degene die)\b|[^:;]*\b(?:hij|zij)\b(?! (?:die|dat|aan wie)\b)", re.I)
_OPENS_WITH_WHO = re.compile(r"\s*(?:\d+[a-z]?\.\s+)?(?:wie|degene die)\b", re.I)
# «De hersteller registreert zich»: whoever does something, by the form of the word
_DOER = re.compile(r"\s*(?:\d+[a-z]?\.\s+)?(de|het|een) ([\w-]{3,}(?:er|aar|eur|ist|ant|ster)) (?=\w+t\b)", re.I)


def _before(analysis: Analysis, provision: Provision, zin: Span, artikel: Sequence[Provision]) -> str | None:
    """The citizen to whom the sentence before speaks, where this one only says «wie …» or «hij»; ``None`` if it speaks to nobody known."""
    content = analysis.document.text.content
    if _REFERS.match(content, zin.start, zin.end) is None:
        return None
    same_lid = _OPENS_WITH_WHO.match(content, zin.start, zin.end) is not None
    near = (provision,) if same_lid else [p for p in artikel if p.span.start <= provision.span.start]
    norms = [n for p in near for n in p.norms if n.span.end <= zin.start]
    last = max((n.span.start for n in norms), default=-1)
    for norm in norms:
        who = norm.adressaat
        if norm.span.start != last or who is None or who.rol != "burger":
            continue
        if who.span is None or not who.tekst:
            doer = _DOER.match(content, norm.span.start, norm.span.end)
            if same_lid and norm.soort is Soort.PLICHT and not norm.passief:  # somebody whom no list knows: never another of the artikel
                return f"{doer[1].lower()} {doer[2]}" if doer is not None else "de betrokkene"
            continue
        head = who.tekst.lower().split(",")[0]
        if head not in _VAGUE and (who.particulier or who.tekst.split(",")[0] not in analysis.definitions):
            article = content[max(0, who.span.start - 4) : who.span.start].lower()
            return f"{'het' if article == 'het ' else 'de'} {who.tekst.split(',')[0]}"
    return None


def _is_person(analysis: Analysis, head: str) -> bool:
    """A defined term stands for a person only if its definition opens with one («budget: bedrag waaruit de verzekerde …» does not)."""
    definition = analysis.definitions.get(head)
    if definition is None:
        return True
    opening = actors.role_of_phrase(definition.text.lower().split()[:4])
    return opening is not None and opening[0] == "burger"


def _singular(head: str) -> str:
    """«aanvragers» as «aanvrager», so that a sentence about one of them can be made."""
    for ending in ("s", "n", "en"):
        word = head.removesuffix(ending)
        if word != head and actors.role_of_phrase([word]) is not None:
            return word
    return head


_usuals: WeakKeyDictionary[Analysis, Counter[str]] = WeakKeyDictionary()


def _usual(analysis: Analysis) -> Counter[str]:
    """How often the norms of a document address each citizen: whoever it is about most, its effects hit first."""
    known = _usuals.get(analysis)
    if known is None:
        named = (n.adressaat for p in analysis.provisions for n in p.norms if n.adressaat is not None and n.adressaat.rol == "burger")
        known = _usuals[analysis] = Counter(_singular(a.tekst.lower().removeprefix("de ").removeprefix("een ")) for a in named)
    return known


_with_persons: WeakKeyDictionary[Analysis, bool] = WeakKeyDictionary()


def speaks_of_persons(analysis: Analysis) -> bool:
    """Whether the regulation addresses persons at all: at least one provision in forty does."""
    known = _with_persons.get(analysis)
    if known is None:
        hits = 0
        for provision in analysis.provisions:
            named = (n.adressaat for n in provision.norms if n.adressaat is not None and n.adressaat.span is not None)
            hits += any(
                a.rol == "burger"
                and a.particulier
                and not a.afgeleid
                and (a.tekst.lower() not in _VAGUE or a.tekst.lower() in analysis.definitions)
                for a in named
            )
        known = _with_persons[analysis] = hits * 40 >= len(analysis.provisions) > 0
    return known


def only_authorities(analysis: Analysis, provision: Provision) -> bool:
    """Whether the artikel names authorities and officials, and nobody outside the government."""
    found = {
        actor.rol
        for p in analysis.in_artikel(provision.unit) or (provision,)
        for sentence in p.passage.sentences
        for actor in actors.find(sentence.words, analysis.definitions)
    }
    return found == {"overheid"}
