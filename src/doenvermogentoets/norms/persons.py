"""Whoever acts by the form of the word, when no list knows it: «de beheerder», «de transporteur», «de verantwoordelijke»."""

from __future__ import annotations

from functools import lru_cache

from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.documents import maker
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.grammar import COPULAS, DETERMINERS
from doenvermogentoets.norms.heads import head
from doenvermogentoets.norms.lexicon import words
from doenvermogentoets.norms.matter import state_business
from doenvermogentoets.norms.verbs import lexicon
from doenvermogentoets.wordlists import REMEMBERED

_ENDINGS = tuple(words("persons", "uitgangen"))
_THINGS = words("persons", "zaken")
_THING_ENDINGS = tuple(words("persons", "zaak_uitgangen"))
_OF_THINGS = frozenset(["het", "dit", "dat"])  # «het register», «het nummer»: hardly ever a person
_ACTS = frozenset(["handeling", "overheidshandeling", "besluit", "overig"])


@lru_cache(maxsize=REMEMBERED)
def agentive(word: str) -> bool:
    """Whether a noun has the form of one who does something: «grondroerder», «beheerders», «functionaris»."""
    return (
        len(word) > 5
        and word.replace("-", "").isalpha()
        and word.endswith(_ENDINGS)
        and word not in _THINGS
        and not word.endswith(_THING_ENDINGS)
    )


def subject(facts: Facts, clause: Clause) -> Actor | None:
    """The subject of an active clause of doing as an actor, by the form of its noun; never sure of the role."""
    words = facts.words
    if clause.passive or words[clause.finite] in COPULAS or not any(v.klas in _ACTS for v in clause.verbs[:1]):
        return None
    noun = head(facts, clause)
    span = range(clause.finite + 1, clause.last + 1) if reading.inverted(facts, clause) else range(clause.first, clause.finite)
    at = next((j for j in span if words[j] == noun and not facts.parse.depth[j]), None)
    if at is None:
        return None
    opening = next((words[j] for j in span if words[j] in DETERMINERS and not facts.parse.depth[j]), "het")
    if opening not in _OF_THINGS and (agentive(noun) or _adjective_as_person(facts, clause, at)):
        return Actor(at, at, "burger", False, False)
    return by_act(facts, clause, at)


def by_act(facts: Facts, clause: Clause, at: int) -> Actor | None:
    """«De intermediair brengt verslag uit», «De entiteit meldt»: what only somebody can do, whoever does it; never sure of the role.

    Args:
        facts, clause: the sentence and its clause, in the active voice.
        at: token of the head of its subject.
    """
    noun = facts.words[at]
    if clause.copula or not any(v.infinitive in _ONLY_SOMEBODY for v in clause.verbs[:1]):
        return None
    if len(noun) < _SHORTEST or state_business(clause) or not _MEETING.isdisjoint(facts.vocabulary):
        return None
    known = [
        a
        for a in reading.actors_in(facts, clause.first, _before_list(facts, clause))
        if not facts.parse.depth[a.first] and not reading.is_object(facts, a)
    ]
    if known:
        return None  # somebody else is named who may well be the one
    if not noun.replace("-", "").isalpha() or maker(noun) is not None or noun in _THINGS or (noun.endswith(_ABSTRACT) and not body(noun)):
        return None
    asks = not _ASKED.isdisjoint(clause.words)  # whoever applies does so as a citizen
    actor = Actor(at, at, "overheid" if body(noun) and not asks else "burger", False, False)
    return None if reading.is_object(facts, actor) else actor


def _before_list(facts: Facts, clause: Clause) -> int:
    """The last token of a clause before the list that ends it."""
    words = facts.words
    return next((j for j in range(clause.finite + 1, clause.last) if words[j] == ":" and facts.labels[j + 1]), clause.last)


@lru_cache(maxsize=REMEMBERED)
def body(noun: str) -> bool:
    """Whether a noun is called as bodies are that decide about others: «rijksdienst», «gevangenisdirecteur», «Vervangingsfonds»."""
    return noun.endswith(_BODY_ENDINGS)


_ASKED = frozenset(["aanvraag", "aanvragen", "verzoek", "aangifte", "opgave", "bezwaar", "beroep"])
_SHORTEST = 5  # letters; shorter is a pronoun or a determiner, or the abbreviation of an organ
_MEETING = frozenset(["stem", "stemmen", "vergadering", "meerderheid"])  # how a body comes to its own decisions
_ONLY_SOMEBODY = words("persons", "daden")
_BODY_ENDINGS = tuple(words("persons", "organen"))
_ABSTRACT = tuple(words("persons", "abstract"))


def organ_behind(facts: Facts, clause: Clause) -> Actor | None:
    """«De bevoegdheden, bedoeld in het eerste lid, heeft het college ook»: a thing in front, and the organ that acts behind the verb."""
    words = facts.words
    acts = any(v.klas in _ACTS for v in clause.verbs[:1]) or words[clause.finite] in ("heeft", "hebben")
    if _TOLD & clause.words:
        return None  # «De rompbevrachter stelt Onze Minister in kennis»: the organ is told
    if clause.passive or clause.copula or clause.modal or not acts or reading.inverted(facts, clause):
        return None
    for actor in facts.actors:
        if clause.finite < actor.first <= clause.finite + 2 and actor.last <= clause.last:
            between = words[clause.finite + 1 : actor.first]
            return actor if actor.rol == "overheid" and all(w in DETERMINERS for w in between) else None
    return None


_TOLD = frozenset(
    ["kennis", "hoogte", "bericht", "informeert", "informeren", "verzoekt", "verzoeken", "verstrekt", "verstrekken", "doet", "doen"]
)


def _adjective_as_person(facts: Facts, clause: Clause, at: int) -> bool:
    """«de verantwoordelijke zendt», «een gekozene meldt»: an adjective with no noun after it is somebody."""
    words = facts.words
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    return (
        word.endswith(("lijke", "ende", "ene", "igde", "eerde", "iste"))
        and words[at - 1] in ("de", "een", "iedere", "elke")
        and (at + 1 == clause.finite or following in (",", "die", "in", "van") or words[at - 2 : at - 1] == (words[clause.finite],))
        and word not in lexicon().plural
    )
