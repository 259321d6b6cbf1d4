"""The role that somebody has in this provision, where the word alone does not say it.

An ambtenaar decides in one text, and in staff regulations is the one whose leave and pay it is about. The bevoegd gezag of a school is an
institution that is regulated, until it decides about a pupil. The head of a department and the keeper of a register act for the authority.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS
from doenvermogentoets.norms.lexicon import pattern, words

if TYPE_CHECKING:
    from doenvermogentoets.norms.definitions import Definition

_STAFF = words("rollen", "personeel")
_STAFF_ENDINGS = ("ambtenaar", "ambtenaren", "militair", "militairen")
_IN_OFFICE = words("rollen", "in_functie")
_ATTRIBUTES = frozenset(["bevoegd", "bevoegde", "aangewezen", "gemachtigde", "gemandateerde", "belaste"])  # before a noun
_AUTHORITIES = frozenset(["gezag", "autoriteit", "autoriteiten", "orgaan", "instantie", "instanties", "rechter"])
_NO_NOUN = PREPOSITIONS | AUXILIARIES | DETERMINERS | {"om", "en", "of", "als"}
_ENJOYS = words("rollen", "genieten")
_OF_HIS_OWN = words("rollen", "eigen")
_PUPILS = words("rollen", "leerlingen")
_STAFF_LAW = pattern("rollen", "rechtspositie")
_SCHOOL_LAW = pattern("rollen", "onderwijs")


def settle(facts: Facts, clause: Clause, actor: Actor | None, title: str, definitions: Mapping[str, Definition]) -> Actor | None:
    """The actor of a clause with the role it has here; never surer of it than before."""
    if actor is None or actor.rol != "overheid":
        return actor
    last = facts.words[actor.last]
    meant = _meant(facts, actor)
    if meant and all(
        _is_staff(facts, a, definitions) and not _in_office(facts, a) and _own_affair(facts, clause, a, title, definitions) for a in meant
    ):
        return replace(actor, rol="burger", particulier=True, bekend=False)
    if last == "gezag" and school_law(title, facts.content) and not _about_pupil(facts, clause):
        return replace(actor, rol="burger", particulier=False, bekend=False)
    return actor


def _meant(facts: Facts, actor: Actor) -> list[Actor]:
    """Whom a mention may stand for: itself, or for «hij» every authority that its sentence named before it."""
    if facts.words[actor.last] != "hij":
        return [actor]
    return [a for a in facts.actors if a.last < actor.first and a.rol == "overheid"]


def _own_affair(facts: Facts, clause: Clause, actor: Actor, title: str, definitions: Mapping[str, Definition]) -> bool:
    """Whether somebody in the service of government is spoken to about his service itself, by the text as a whole or by the clause."""
    if staff_law(title) or _his_own(clause):
        return True
    decides = not clause.passive and any(v.klas == "besluit" for v in clause.verbs[:1])
    return not decides and _in_service(facts, actor, definitions)


def _in_service(facts: Facts, actor: Actor, definitions: Mapping[str, Definition]) -> bool:
    return any(of_service(term, definitions) for term in (facts.words[actor.last], _name(facts, actor)))


def of_service(term: str, definitions: Mapping[str, Definition]) -> bool:
    """Whether the rules about somebody's own service define a term: «ambtenaar: de ambtenaar, bedoeld in het Besluit rechtspositie»."""
    defined = definitions.get(term)
    if defined is None:
        return False
    said = defined.text.lower()
    short = _SHORT_NAME.search(said)  # «bedoeld in artikel 1 van het besluit», where that too is defined
    named = definitions.get(short.group(1)) if short is not None else None
    return staff_law(said) or (named is not None and staff_law(named.text))


_SHORT_NAME = re.compile(r"\bvan (?:het|de) ([\w-]+)\W*\Z")


def _is_staff(facts: Facts, actor: Actor, definitions: Mapping[str, Definition]) -> bool:
    """«ambtenaar», «defensieambtenaar», or a term that is defined as one: «assistent in opleiding: de ambtenaar die»."""
    if staff_word(facts.words[actor.last]):
        return True
    defined = definitions.get(_name(facts, actor))
    if defined is None:
        return False
    opening = [w.strip(".,;:()") for w in defined.text.lower().split()[:4]]
    return any(map(staff_word, opening))


def _name(facts: Facts, actor: Actor) -> str:
    return " ".join(facts.words[actor.first : actor.last + 1])


def staff_word(word: str) -> bool:
    """A word for somebody in the service of government: «ambtenaar», «dienstplichtig militair»."""
    return word in _STAFF or word.endswith(_STAFF_ENDINGS)


def _in_office(facts: Facts, actor: Actor) -> bool:
    """«de bevoegde ambtenaar», «opsporingsambtenaar», «de ambtenaar van de burgerlijke stand», «de ambtenaar belast met het toezicht»."""
    text = facts.words
    near = range(max(0, actor.first - 3), min(len(text), actor.last + 8))
    return any((text[j] in _IN_OFFICE and not _of_another(text, j, actor)) or text[j].startswith(_ACTING) for j in near)


def _of_another(text: Sequence[str], j: int, actor: Actor) -> bool:
    """«bij het bevoegd gezag», «de door Onze Minister aangewezen arts»: the power is somebody else's, to whom the ambtenaar turns."""
    if text[j] not in _ATTRIBUTES or j + 1 >= len(text):
        return False
    if text[j].startswith("bevoegd") and text[j + 1] in _AUTHORITIES:
        return True
    # behind him, as an attribute of the noun that follows; «die daartoe is aangewezen, », «bevoegd tot» are about himself
    following = text[j + 1]
    noun = following.isalpha() and following not in _NO_NOUN
    return noun and text[j] != "bevoegd" and any(w in DETERMINERS for w in text[actor.last + 1 : j])


_ACTING = ("opsporings", "heffings", "invorderings", "leerplicht", "toezicht", "consulaire")


def _his_own(clause: Clause) -> bool:
    """Whether a clause is about what somebody gets, asks or has to do for himself: «heeft aanspraak op», «dient een aanvraag in»."""
    if clause.passive:
        return False
    return bool(_ENJOYS & clause.words) or any(v.infinitive in _OF_HIS_OWN for v in clause.verbs[:1])


_TURNS_TO = frozenset(["verzoekt", "verzoeken", "verzocht", "vraagt", "vragen", "gevraagd"])


def turns_to_authority(facts: Facts, first: int, last: int) -> bool:
    """Whether an ambtenaar asks another authority something in a clause: «tenzij de ambtenaar het bevoegd gezag binnen … verzoekt».

    Who asks the authority he works for to do or leave something, speaks for himself; somebody in office asks for the authority.
    """
    here = [a for a in facts.actors if first <= a.first <= last]
    if len(here) < 2 or not staff_word(facts.words[here[0].last]) or _in_office(facts, here[0]):
        return False
    if _TURNS_TO.isdisjoint(facts.words[here[0].last + 1 : last + 1]) or not _PASSIVE.isdisjoint(facts.words[first : last + 1]):
        return False
    bare = facts.words[max(first, here[0].first - 2) : here[0].first]
    other = here[1]
    return PREPOSITIONS.isdisjoint(bare) and other.rol == "overheid" and not staff_word(facts.words[other.last])


_PASSIVE = frozenset(["wordt", "worden", "is", "zijn", "door"])


def _about_pupil(facts: Facts, clause: Clause) -> bool:
    """Whether a clause is about a pupil, his parents or a member of staff."""
    return not _PUPILS.isdisjoint(facts.words[clause.first : clause.last + 1])


@lru_cache(maxsize=64)
def staff_law(title: str) -> bool:
    """Whether a text is about the rights and duties of those who work for government, by its title."""
    return _STAFF_LAW.search(title.lower()) is not None


@lru_cache(maxsize=8)
def school_law(title: str, content: str) -> bool:
    """Whether a text is about education, by its title, or because it speaks of schools throughout."""
    if _SCHOOL_LAW.search(title.lower()) is not None:
        return True
    lowered = content.lower()
    return lowered.count("school") + lowered.count("onderwijs") > max(10, lowered.count("artikel ") // 2)
