"""What a clause is about: the affairs of a citizen, or the business of government with itself.

A duty of an authority that touches a citizen is a plicht; one that plays between authorities only is procedure.
"""

from __future__ import annotations

from functools import lru_cache

from doenvermogentoets.norms import clauses
from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.lexicon import words
from doenvermogentoets.wordlists import REMEMBERED

OVERHEIDSZAKEN = words("classify", "overheidszaken")
_INFORMEREN = words("classify", "informeren")
BURGERZAAK = words("classify", "burgerzaak")
_GRANTS = words("within", "gelden")
_GRANT_ENDINGS = tuple(words("within", "gelden_uitgangen"))
HIM = frozenset(["hem", "hen"])
_CITIZEN_STEMS = (
    "huur",
    "uitkering",
    "toeslag",
    "vergunning",
    "subsidie",
    "bijstand",
    "belasting",
    "premie",
    "pensioen",
    "verblijfs",
    "huisvesting",
    "bestemmings",
    "aanvra",
)
_CITIZEN_ENDINGS = (
    "uitkering",
    "uitkeringen",
    "toeslag",
    "toeslagen",
    "vergunning",
    "vergunningen",
    "tegemoetkoming",
    "aanvraag",
    "bijstand",
    "voorziening",
    "subsidie",
    "verzekering",
    "studiefinanciering",
    "vergoeding",
    "pensioen",
    "aanslag",
    "ontheffing",
    "indicatie",
)
_STATE_ENDINGS = (
    "plan",
    "plannen",
    "programma",
    "verslag",
    "verslagen",
    "begroting",
    "jaarrekening",
    "verordening",
    "rapportage",
    "rapportages",
)


@lru_cache(maxsize=REMEMBERED)
def citizen_word(word: str) -> bool:
    """A word of what a citizen or enterprise asks, gets or owes: «aanvraag», «vergunning», «huurtoeslag»."""
    if word.endswith(_CITIZEN_ENDINGS) and len(word) > 12:
        return True
    return word in BURGERZAAK or (word.startswith(_CITIZEN_STEMS) and len(word) > 6 and word not in ("belastingdienst",))


@lru_cache(maxsize=REMEMBERED)
def grant_word(word: str) -> bool:
    """Money that an authority gives: to a citizen, or under the same name to another authority."""
    return word in _GRANTS or (word.endswith(_GRANT_ENDINGS) and len(word) > 9)


def _theirs(facts: Facts, word: str) -> bool:
    """Whether a word is of a citizen's affairs in this law: its grants are not when they go to authorities."""
    return citizen_word(word) and not (facts.public and (grant_word(word) or word.startswith("aanvra")))


@lru_cache(maxsize=REMEMBERED)
def state_word(word: str) -> bool:
    """A word of organising government and accounting for it: «begroting», «meerjarenplan»."""
    return word in OVERHEIDSZAKEN or (word.endswith(_STATE_ENDINGS) and len(word) > 9)


def state_business(clause: Clause, subject: str = "") -> bool:
    """Whether the clause speaks of how government is organised and accounts for itself; the word of its subject does not count."""
    return any(state_word(word) for word in clause.words if word != subject)


def citizen_matter(facts: Facts) -> bool:
    """Whether a sentence names a citizen or something of his."""
    return any(a.rol == "burger" for a in facts.actors) or any(_theirs(facts, word) for word in facts.vocabulary)


def touches_citizen(facts: Facts, clause: Clause) -> bool:
    """Whether a duty of an authority in this clause reaches a citizen or enterprise."""
    if any(v.infinitive in ("benoemen", "herbenoemen") for v in clause.verbs):
        return False
    if HIM & clause.words and any(a.rol == "burger" for a in facts.actors):
        return True
    if between_governments(facts, clause, reading.subject(facts, clause)):
        return False
    if any(a.rol == "burger" for a in reading.actors_in(facts, clause.first, clause.last)):
        return True
    if state_business(clause):
        return False
    if len({facts.words[a.last] for a in facts.actors if a.rol == "overheid"}) > 1:
        return bool({"aanvraag", "belanghebbende"} & clause.words)
    return any(_theirs(facts, word) for word in facts.words[clause.first : clause.last + 1])


def touches_party(facts: Facts, clause: Clause) -> bool:
    """Whether the clause itself, apart from its subordinate clauses, names a citizen."""
    return any(a.rol == "burger" and facts.parse.depth[a.first] == 0 for a in reading.actors_in(facts, clause.first, clause.last))


def between_governments(facts: Facts, clause: Clause, subject: Actor | None) -> bool:
    """Whether what an authority does here is done to another authority: it informs, sends, pays or instructs one."""
    words, depth = facts.words, facts.parse.depth
    if clause.passive and subject is not None and subject.rol == "overheid" and any(v.infinitive in _INFORMEREN for v in clause.verbs):
        return True  # «wordt de minister geïnformeerd»
    if clause.passive and subject is not None and subject.rol == "burger":
        return False  # «wordt hij overgedragen aan de officier»
    receives = False
    for other in reading.actors_in(facts, clause.first, clause.last):
        if depth[other.first] or other is subject:
            continue
        j = other.first - 1
        while j >= 0 and (words[j] in clauses.DETERMINERS or words[j] in ("bevoegde", "betrokken", "andere")):
            j -= 1
        link = words[j] if j >= 0 else ""
        if other.rol == "burger":
            near = other.first - max(clause.finite, subject.last if subject is not None else 0)
            if link == "van" and words[max(0, j - 2) : j] in (("op", "verzoek"), ("op", "aanvraag")):
                return False
            if link in ("aan", "jegens", "tegenover") or (link not in clauses.PREPOSITIONS and 0 < near < 5):
                return False
        elif other.rol == "overheid" and (
            link == "aan"
            or (link == "van" and words[max(0, j - 2) : j] == ("op", "verzoek"))
            or (
                subject is not None
                and other.first > subject.last
                and link not in clauses.PREPOSITIONS
                and link not in ("en", "of", ",")
                and any(v.infinitive in _INFORMEREN for v in clause.verbs)
            )
        ):
            receives = True
    return receives
