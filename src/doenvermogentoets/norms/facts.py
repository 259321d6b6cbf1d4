"""What is known about one sentence before its norms are named: clauses, actors, limits, softening words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from doenvermogentoets.language.model import Sentence
from doenvermogentoets.norms import actors, clauses, deadlines, room
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.lexicon import word_list, words
from doenvermogentoets.norms.model import Gevolg, Rol, UitwegSoort

if TYPE_CHECKING:
    from doenvermogentoets.norms.definitions import Definition

_SKIP = clauses.DETERMINERS | words("facts", "skip")
_LINKS = words("facts", "links")


@dataclass(slots=True)
class Facts:
    """One sentence, read."""

    sentence: Sentence
    words: tuple[str, ...]
    labels: tuple[bool, ...]
    parse: clauses.Parse
    actors: list[actors.Actor]
    limits: list[deadlines.Found]
    softeners: list[tuple[int, int, UitwegSoort]]
    text: str
    content: str
    vocabulary: frozenset[str]
    previous: tuple[Rol, bool] | None = None
    acts: list[tuple[int, int, str]] | None = None
    public: bool = False  # the grants of this law go to authorities
    effects: tuple[Gevolg, ...] | None = None
    counts: bool | None = None  # whether a share or a part of a number is named
    subjects: dict[int, tuple[Clause, Actor | None]] = field(default_factory=dict)  # by the identity of the clause
    technical: bool = False  # this law sets requirements on things
    weighed: dict[int, float] = field(default_factory=dict)  # per finite verb: how far its clause reaches a citizen (norms/reach.py)


def read(
    sentence: Sentence,
    definitions: Mapping[str, Definition],
    content: str = "",
    previous: tuple[Rol, bool] | None = None,
    public: bool = False,
) -> Facts:
    """Everything the rules need about a sentence.

    ``previous`` is whom the sentence before speaks to, ``content`` the document's text, ``public`` whether its grants go to authorities.
    """
    words = sentence.words
    labels = sentence.is_label or (False,) * len(words)
    roles = {**(actors.homonyms(content) if content else {}), **(actors.PUBLIC_RECEIVERS if public else {})}
    found = actors.find(words, definitions, roles)
    parse = clauses.parse(words, labels)
    return Facts(
        sentence,
        words,
        labels,
        parse,
        found,
        deadlines.find(words, parse.subs),
        room.find(words),
        f" {' '.join(words)} ",
        content,
        frozenset(words),
        previous,
        public=public,
    )


def capital(facts: Facts, i: int) -> bool:
    """Whether a word starts with a capital in the document's text."""
    at = facts.sentence.starts[i]
    return at < len(facts.content) and facts.content[at].isupper()


def is_object(facts: Facts, actor: actors.Actor) -> bool:
    """Whether a preposition governs the mention («aan de aanvrager», «het verzoek van de ouder»)."""
    words = facts.words
    j = actor.first - 1
    steps = 0
    while (
        j >= 0
        and steps < 4
        and (
            words[j] in _SKIP
            or (words[j].endswith("e") and words[j] not in ("de", "die") and words[j] not in clauses.PREPOSITIONS and len(words[j]) > 4)
        )
    ):
        j -= 1
        steps += 1
    if j < 0:
        return False
    word = words[j]
    if word == "als" and not any(first == j for first, _, _ in facts.parse.subs):
        return True  # «kiest voor Nederland als lidstaat»: what something is, not who acts
    if word in _LINKS and j > 0:
        # a coordinated mention has the function of the one before it
        for other in facts.actors:
            if (
                other.last < actor.first
                and actor.first - other.last <= 6
                and all(w in _LINKS or w in _SKIP for w in words[other.last + 1 : actor.first])
            ):
                return is_object(facts, other)
        return False
    return word in clauses.PREPOSITIONS and word != "te"


def agent(facts: Facts, clause: Clause) -> actors.Actor | None:
    """The actor after «door» in a passive clause."""
    for actor in facts.actors:
        if clause.first <= actor.first <= clause.last and facts.parse.depth[actor.first] == 0:
            j = actor.first - 1
            while j >= 0 and facts.words[j] in _SKIP:
                j -= 1
            nominal = j > 0 and (facts.words[j - 1].endswith("ing") or facts.words[j - 1] in ("daarvan", "hiervan", "ervan"))
            before = _before_adverbs(facts, j)
            fronted = 0 < j < clause.finite and facts.words[j - 1].isalpha() and _in_phrase(facts.words, j - 1)
            second = j > 2 and facts.words[j - 2] in ("en", "of") and j - 3 in clause.verb_at  # «wordt opgesteld en uitgevoerd door»
            participle = clauses.is_participle(before) and j - 1 not in clause.verb_at and not second
            attributive = nominal or fronted or before in clauses.DETERMINERS or participle
            if j >= 0 and facts.words[j] == "door" and not attributive:
                return actor
    return None


def _in_phrase(words: Sequence[str], j: int) -> bool:
    """Whether a word before «door» ends a noun phrase of its own: «Aan de deelname door een jeugdige worden voorwaarden verbonden»."""
    k = j - 1
    while k >= 0 and words[k].endswith("e") and words[k] not in clauses.DETERMINERS and words[k] not in clauses.PREPOSITIONS:
        k -= 1
    return k > 0 and words[k] in clauses.DETERMINERS and words[k - 1] in clauses.PREPOSITIONS


_POINTING = frozenset(["daartoe", "daarvoor", "hiertoe", "hiervoor", "aldus", "daarbij", "hem", "haar"])


def _before_adverbs(facts: Facts, j: int) -> str:
    """The word before «door», past an adverb inside a noun phrase («het daartoe door het orgaan opengestelde portaal»)."""
    k = j - 1
    while k > 0 and facts.words[k] in _POINTING and facts.words[k - 1] in clauses.DETERMINERS:
        k -= 1
    return facts.words[k] if k >= 0 else ""


def inverted(facts: Facts, clause: Clause) -> bool:
    """True when the finite verb comes before the subject."""
    depth, words = facts.parse.depth, facts.words
    for j in range(clause.first, clause.finite):
        if facts.labels[j] or words[j] in (",", ";", "en", "of", "doch", "maar", ".", "«", "„", "“"):
            continue
        if depth[j] > 0:
            return True
        when = words[j].endswith("lijk") and words[j + 1] in clauses.PREPOSITIONS  # «onmiddellijk na», «uiterlijk op»
        return when or words[j] in clauses.PREPOSITIONS or words[j] in _FRONTED or words[j] in clauses.SUBORDINATORS
    return True


_FRONTED = words("facts", "fronted")


def subject(facts: Facts, clause: Clause) -> actors.Actor | None:
    """The actor that is the grammatical subject of a main clause, if its subject is an actor; a clause is read once."""
    if id(clause) not in facts.subjects:
        facts.subjects[id(clause)] = clause, _subject(facts, clause)
    return facts.subjects[id(clause)][1]


def _subject(facts: Facts, clause: Clause) -> actors.Actor | None:
    depth = facts.parse.depth
    if clause.shared:
        colon = facts.words.index(":") if ":" in facts.words else clause.finite
        for actor in facts.actors:
            if actor.first < colon and depth[actor.first] == 0 and not is_object(facts, actor):
                return actor
        return None
    opening = facts.words[clause.first : clause.first + 3]
    if (
        opening[:1] == ("hij",)
        and clause.finite > clause.first + 1
        and (opening[1:2] == ("die",) or opening[1:] == (",", "die") or opening[2:3] in (("wie",), ("wien",)))
    ):
        return actors.Actor(clause.first, clause.first, "burger", True, False)  # «Hij die ...», «Hij aan wie ...»
    pronoun = _pronoun(facts, clause)
    if pronoun is not None:
        return pronoun
    if inverted(facts, clause):
        for actor in facts.actors:
            if actor.first > clause.finite and actor.last <= clause.last and depth[actor.first] == 0:
                if is_object(facts, actor):
                    continue
                between = facts.words[clause.finite : actor.first]
                if (":" in between and "volgende" in between) or facts.words[actor.first - 2 : actor.first] == ("zijnde", "een"):
                    return None
                return actor if _opens_phrase(facts, clause.finite + 1, actor) else None
        return None
    first = next(
        (
            j
            for j in range(clause.first, clause.finite)
            if not facts.labels[j] and facts.words[j] not in (",", ";", "en", "doch", "maar", "of", "«")
        ),
        clause.first,
    )
    for actor in facts.actors:
        if clause.first <= actor.first < clause.finite and depth[actor.first] == 0:
            if is_object(facts, actor):
                if _attributive(facts, actor):
                    continue
                return None
            near = actor.first - first <= 6 or facts.words[actor.first - 1] in _REFERRED or _after_referred(facts, actor)
            return actor if near else None
    return _behind_object(facts, clause)


_HANDED = (
    word_list("limits", "citizen", "stukken") | word_list("limits", "citizen", "mededelingen") | word_list("limits", "citizen", "schulden")
)


def _behind_object(facts: Facts, clause: Clause) -> actors.Actor | None:
    """«De gegevens verstrekt de aanvrager binnen drie weken»: what is handed in stands in front, whoever does it behind the verb."""
    front = {facts.words[j] for j in range(clause.first, clause.finite) if facts.parse.depth[j] == 0}
    if clause.passive or clause.copula or front.isdisjoint(_HANDED) or not any(v.klas == "handeling" for v in clause.verbs):
        return None
    for actor in facts.actors:
        if clause.finite < actor.first <= clause.finite + 3:
            between = facts.words[clause.finite + 1 : actor.first]
            return actor if all(w in clauses.DETERMINERS for w in between) else None
    return None


_REFERRED = words("facts", "referred")


def _attributive(facts: Facts, actor: actors.Actor) -> bool:
    """«een daartoe door Onze Minister aangewezen ambtenaar»: the mention belongs to a participle before the real subject."""
    words = facts.words
    before = words[max(0, actor.first - 3) : actor.first]
    return "door" in before and words[actor.last + 1 : actor.last + 2] in (("aangewezen",), ("benoemde",), ("aangestelde",))


def _after_referred(facts: Facts, actor: actors.Actor) -> bool:
    """«de in het eerste lid bedoelde instanties en personen»: the phrase is long, but still the subject."""
    return any(w in _REFERRED for w in facts.words[max(0, actor.first - 4) : actor.first])


def _pronoun(facts: Facts, clause: Clause) -> actors.Actor | None:
    """«hij», «zij», «deze» as subject: the last actor named before it, or the addressee of the sentence before."""
    words = facts.words
    for j in (clause.finite - 1, clause.finite + 1):
        if 0 <= j < len(words) and words[j] in ("hij", "zij", "deze", "dezen", "het") and facts.parse.depth[j] == 0:
            following = words[j + 1] if j + 1 < len(words) else ""
            if words[j] == "het" and (j < clause.finite or clause.passive or not _stands_alone(words, j) or not facts.parse.subs):
                continue
            if (
                words[j] not in ("hij", "het")
                and j > clause.finite
                and following not in ("niet", "dit", "dat", "het", "de", "een", "van", "aan", "op", "voor", ",", "binnen")
            ):
                continue
            before = [a for a in facts.actors if a.last < j]
            if words[j] == "het":
                # persons are never «het», organs often are («het college», «het bevoegd gezag»)
                before = [a for a in before if a.rol == "overheid"] or before
            subjects = [a for a in before if not is_object(facts, a)]
            subjects = _leading(facts, subjects)
            top = min((_rank(facts, a) for a in subjects), default=(0, False))
            for choice in ([a for a in subjects if _rank(facts, a) == top], before):
                if choice:
                    return actors.Actor(j, j, choice[-1].rol, choice[-1].particulier, False)
            if facts.previous is not None:
                return actors.Actor(j, j, facts.previous[0], facts.previous[1], False)
            if following in ("die", ",") or words[j] == "hij":
                return actors.Actor(j, j, "burger", True, False)
    return None


def _leading(facts: Facts, subjects: list[actors.Actor]) -> list[actors.Actor]:
    """Of what stands in one clause only the first can be its subject: «Indien de minister een rechtspersoon aanwijst, kan hij»."""
    kept: list[actors.Actor] = []
    seen: set[tuple[int, int]] = set()
    for actor in subjects:
        inner = [s for s in facts.parse.subs if s[0] <= actor.first <= s[1]]
        place = max(inner, key=lambda s: (s[0], -s[1]))[:2] if inner else (-1, -1)
        if place in seen and inner:
            continue
        seen.add(place)
        kept.append(actor)
    return kept


def _rank(facts: Facts, actor: actors.Actor) -> tuple[int, bool]:
    """How deep a subject stands: «hij» takes up the condition («Indien de minister vindt»), not what it says («dat de houder»)."""
    inner = [s for s in facts.parse.subs if s[0] <= actor.first <= s[1]]
    opener = max(inner, key=lambda s: (s[0], -s[1]))[2] if inner else "indien"
    return facts.parse.depth[actor.first], opener not in clauses.CONDITIONALS and opener != "zover"


_AFTER_HET = (
    clauses.PREPOSITIONS
    | clauses.DETERMINERS
    | frozenset(["daarvan", "hiervan", "hem", "onverwijld", "niet", ",", "daarbij", "dit", "tevens"])
)


def _stands_alone(words: Sequence[str], j: int) -> bool:
    """Whether «het» is a pronoun: «verbindt het aan de vergunning», not «betaalt het aan de ouder toegekende bedrag»."""
    following = words[j + 1] if j + 1 < len(words) else ""
    if following not in _AFTER_HET:
        return False
    if following in clauses.DETERMINERS or following not in clauses.PREPOSITIONS:
        return True
    for word in words[j + 2 : j + 12]:
        if word in (",", ".", ";", ":"):
            return True
        if word.endswith(("de", "te", "en")) and len(word) > 5 and clauses.is_participle(word[:-1] if word.endswith("e") else word):
            return False
    return True


_BETWEEN = clauses.PREPOSITIONS | words("facts", "between")


def _opens_phrase(facts: Facts, start: int, actor: actors.Actor) -> bool:
    """Whether no other noun phrase stands between the finite verb and the mention."""
    words = facts.words
    j = start
    while j < actor.first:
        word = words[j]
        if word in clauses.DETERMINERS and words[j + 1] in clauses.PREPOSITIONS and j + 1 < actor.first:
            # «de in het eerste lid bedoelde vermelding»: the phrase has its own head
            closing = next((k for k in range(j + 2, min(j + 14, len(words))) if words[k] in _REFERRED), None)
            return closing is not None and actor.first - closing in (1, 2)
        if word in _SKIP or word in _BETWEEN or facts.parse.depth[j] > 0:
            if word in clauses.PREPOSITIONS:
                return True
            j += 1
            continue
        if word.endswith("e") or word.endswith("lijk") or word.endswith("ijks"):
            j += 1
            continue
        return False
    return True


_first = attrgetter("first")


def actors_in(facts: Facts, first: int, last: int) -> list[actors.Actor]:
    """The actors in a part of the sentence; they are known in order, so that a long sentence is not looked through for every clause."""
    begin = bisect_left(facts.actors, first, key=_first)
    return facts.actors[begin : bisect_right(facts.actors, last, begin, key=_first)]


def joined(facts: Facts, clause: Clause, first: actors.Actor | None) -> actors.Actor | None:
    """An actor of the other role that is coordinated to the subject: «de aanbieders en de raad verstrekken»."""
    if first is None or clause.passive or not first.bekend:
        return None
    words, depth = facts.words, facts.parse.depth
    last = first.last
    for other in facts.actors:
        if other.first <= last or depth[other.first]:
            continue
        if first.last < clause.finite < other.first or other.last > clause.last:
            return None
        between = [w for j, w in enumerate(words[last + 1 : other.first], last + 1) if not depth[j]]
        if not _LINKS & set(between) or any(w not in _LINKS and w not in _SKIP for w in between):
            # «de aanbieders van preventie, de instellingen en de raad»: an attribute may follow the noun
            if not between or not _LINKS & set(between[-3:]) or clauses.PASSIVES & set(between) or len(between) > 12 or ";" in between:
                return None
            if between[0] not in ("van", "voor", ","):
                return None
        if other.rol != first.rol and other.rol != "onbekend" and not is_object(facts, other):
            return other
        last = other.last
    return None
