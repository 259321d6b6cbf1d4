"""Whom a text speaks to on the whole: rules for citizens and enterprises, or rules that government sets for itself.

Many duties name nobody («De sleutels worden bewaard»). Who must see to them shows from the rest of the text: a regulation about fireworks
names makers and sellers on every page, a decision about an inspectorate names organs.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from doenvermogentoets.norms import actors
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.documents import maker
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.grammar import DETERMINERS
from doenvermogentoets.norms.lexicon import load, words
from doenvermogentoets.norms.matter import state_business
from doenvermogentoets.norms.model import Rol

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Shares of citizens above which a duty without a name is theirs, above which what merely is or consists of something speaks to nobody,
# and above which an unread provision is theirs. Set on annotated regulations, the same on others.
DUTY, STATE, UNREAD = 0.65, 0.4, 0.6
_AFTER = 0.2  # what the addressee of the sentence before weighs
_NAMED = 0.2  # what an authority weighs that is named somewhere in the sentence
_FEW = 4  # mentions; of fewer nothing can be said
_MOST = 400_000  # characters; enough to know a text by


@lru_cache(maxsize=8)
def share_of_citizens(content: str) -> float:
    """Which part of the parties that a text names are citizens and enterprises, from 0 to 1; 0.5 for a text that names hardly anyone."""
    counts = Counter(_WORD.findall(content[:_MOST].lower()))
    burger = overheid = 0
    organs = _heads_of_organs()
    for word, n in counts.items():
        role = actors.role_of_name(word)
        if role == "burger":
            burger += n
        elif role == "overheid" or word in organs:
            overheid += n
    total = burger + overheid
    return burger / total if total >= _FEW else 0.5


@lru_cache(maxsize=1)
def _heads_of_organs() -> frozenset[str]:
    """Words that stand for an authority with something before them only: «onze minister», «het college», «gedeputeerde staten»."""
    return frozenset(load("actors")["overheid"]["hoofden"])


_STATES = frozenset(
    ["zijn", "bestaan", "omvatten", "bevatten", "vormen", "overeenkomen", "staan", "luiden", "betreffen", "verstaan", "lijden", "uitmaken"]
)


def governs(facts: Facts, clause: Clause) -> bool:
    """Whether a clause without an actor is about organs and their business, or about what they do for or to somebody."""
    if state_business(clause) or not _OFFICIAL.isdisjoint(v.infinitive for v in clause.verbs[:1]):
        return True
    if any(a.rol == "overheid" and not facts.parse.depth[a.first] for a in facts.actors if clause.first <= a.first <= clause.last):
        return True
    if (
        not _heads_of_organs().isdisjoint(clause.words)
        or any(maker(facts.words[j]) == "overheid" for j in clause.core)
        or to_citizen(facts, clause)
    ):
        return True
    return any(facts.words[j] in _DECIDING and facts.words[j - 1] == "de" and facts.words[j - 2] == "bij" for j in clause.core if j > 1)


_OFFICIAL = words("gehoor", "ambtelijk")
_DECIDING = words("gehoor", "beslissen")


def to_citizen(facts: Facts, clause: Clause) -> bool:
    """«wordt aan de vreemdeling informatie verschaft», «wordt hem gevraagd»: what reaches a citizen comes from somebody else."""
    text = facts.words
    if clause.passive and {"hem", "hen"} & clause.words:
        return True
    for actor in facts.actors:
        if (
            actor.rol != "burger"
            or not actor.particulier
            or facts.parse.depth[actor.first]
            or not clause.first <= actor.first <= clause.last
        ):
            continue
        j = actor.first - 1
        while j > 0 and (text[j] in DETERMINERS or (text[j].endswith("e") and len(text[j]) > 3)):
            j -= 1
        if text[j] == "aan":
            return True
    return False


def _leaning(facts: Facts) -> float:
    """How much a sentence speaks to citizens before it is read: by the text, and by the sentence before it."""
    share = share_of_citizens(facts.content)
    if any(actor.rol == "overheid" for actor in facts.actors):
        share -= _NAMED
    if facts.previous is None:
        return share
    return share + (_AFTER if facts.previous[0] == "burger" else -_AFTER)


def speaks_to_citizens(facts: Facts) -> bool:
    """Whether a sentence stands in a text that names at least as many citizens as authorities, and not behind what an authority does."""
    told = facts.previous is not None and facts.previous[0] == "overheid"
    return share_of_citizens(facts.content) >= _EVEN and not told


_EVEN = 0.5


def _goes_on(facts: Facts, clause: Clause) -> Rol | None:
    """Whom a sentence that names nobody goes on about: the one whom the sentence before it in this lid speaks to.

    «De houder verstrekt een opgave. Daarbij worden vermeld»: not where something reaches the citizen, which comes from somebody else.
    """
    if facts.previous is None or facts.previous[0] == "onbekend" or to_citizen(facts, clause):
        return None
    organ = any(a.rol == "overheid" and not facts.parse.depth[a.first] for a in facts.actors if clause.first <= a.first <= clause.last)
    if facts.previous[0] == "burger" and (organ or not _OFFICIAL.isdisjoint(v.infinitive for v in clause.verbs[:1])):
        return None
    return facts.previous[0]


def _on_things(facts: Facts, clause: Clause) -> bool:
    """In a law of requirements on things they are for whoever has the thing, unless something is decided or made known."""
    return facts.technical and not any(v.klas == "besluit" and v.infinitive not in ("plaatsen", "inhouden") for v in clause.verbs[:1])


def of_duty(facts: Facts, clause: Clause) -> Rol:
    """Who must see to a duty that names nobody and that no rule gives to anybody."""
    going_on = _goes_on(facts, clause)
    if going_on is not None:
        return going_on
    if _on_things(facts, clause) and not governs(facts, clause):
        return "burger"
    share = _leaning(facts)
    return "burger" if share >= DUTY and not governs(facts, clause) else "overheid"


def of_unread(facts: Facts, clause: Clause) -> Rol | None:
    """Whom a provision concerns that no rule could read, from what is in it and from what the text is about."""
    share = _leaning(facts)
    going_on = _goes_on(facts, clause)
    if going_on is not None:
        return going_on
    if governs(facts, clause):
        return "overheid"
    states = clause.copula or any(v.infinitive in _STATES for v in clause.verbs[:1])
    if states and not clause.perfect and share >= STATE:
        return None
    return "burger" if share >= UNREAD or _on_things(facts, clause) else "overheid"
