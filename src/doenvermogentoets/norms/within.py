"""What an authority decides, sends or pays within government, though its verb is one of decisions about citizens.

Rules that are made or withdrawn, and money for another authority.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms.actors import RECEIVERS
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.grammar import DETERMINERS, PREPOSITIONS
from doenvermogentoets.norms.lexicon import words
from doenvermogentoets.norms.matter import grant_word

if TYPE_CHECKING:
    from doenvermogentoets.norms.actors import Actor
    from doenvermogentoets.norms.definitions import Definition

_RULES = words("within", "regels")
_MAKES_RULES = frozenset(["vaststellen", "intrekken", "wijzigen", "herzien", "vervangen"])
_LAWMAKING = frozenset(["wetsvoorstel", "wetsontwerp", "staten-generaal", "staatsblad"])
_GRANTING = frozenset(
    ["verlenen", "verstrekken", "toekennen", "betalen", "uitkeren", "uitbetalen", "vaststellen", "terugvorderen", "weigeren", "geven"]
)
_BODIES = words("within", "overheden")
_TO_BODIES = re.compile(
    r"(?:specifieke|doel)[ -]?uitkering|\b(?:uitkering|bijdrage|subsidie)\w* "
    r"(?:\w+ ){0,6}aan (?:de )?(?:gemeenten|provincies|waterschappen)\b"
)


_ACCOUNTED = re.compile(r" (?:financiële-verhoudingswet|verantwoordingsinformatie|besluit financiële verhouding) ")


def rules(facts: Facts, clause: Clause) -> bool:
    """«trekken Wij de maatregel in», «De ministeriële regelingen worden vastgesteld door»: what is decided is a rule for everybody."""
    if not any(v.infinitive in _MAKES_RULES for v in clause.verbs[:1]):
        return False
    nouns = named(facts, clause)
    if any(word in _RULES for word in nouns):
        return True
    lawmaking = not _LAWMAKING.isdisjoint(facts.vocabulary) or " voorstel van wet " in facts.text
    return lawmaking and any(word in ("maatregel", "besluit", "regeling") for word in nouns)


def money(facts: Facts, clause: Clause) -> bool:
    """A grant that goes to another authority: «verstrekt aan de gemeente een uitkering», or as all grants of this law do."""
    if not any(v.infinitive in _GRANTING for v in clause.verbs) or not any(map(grant_word, clause.words)):
        return False
    if _ACCOUNTED.search(facts.text):
        return True  # what a gemeente accounts for to the State
    private = any(a.rol == "burger" for a in reading.actors_in(facts, clause.first, clause.last))
    return _to_body(facts, clause) or (facts.public and not private)


def _to_body(facts: Facts, clause: Clause) -> bool:
    """Whether «aan» governs an authority of its own territory or a public body («aan een gemeente waarin»)."""
    here = facts.words
    for j in clause.core[:-1]:
        if here[j] == "aan":
            k = j + 1
            while k < clause.last and (here[k] in DETERMINERS or (here[k].endswith("e") and here[k] not in _BODIES and len(here[k]) > 3)):
                k += 1
            if here[k] in _BODIES:
                return True
    return False


@lru_cache(maxsize=8)
def _pays_bodies(content: str) -> bool:
    """Whether a regulation says at its start that its money goes to authorities."""
    return _TO_BODIES.search(content[:_OPENING].lower()) is not None


_OPENING = 1_200  # characters: the title and what it is based on


def grants_are_public(content: str, definitions: Mapping[str, Definition]) -> bool:
    """Whether the grants of a law go to authorities: by its opening, or because whoever applies is defined as one."""
    found = [definitions[term] for term in RECEIVERS if term in definitions]
    if found:
        return all(d.rol == "overheid" and not _BODIES.isdisjoint(d.text.lower().replace(",", " ").split()) for d in found)
    return _pays_bodies(content)


def named(facts: Facts, clause: Clause) -> list[str]:
    """Words at the level of a clause that no preposition governs: among them the nouns of its subject and its object."""
    return [
        facts.words[j]
        for j in clause.core
        if j != clause.finite and j not in clause.verb_at and facts.words[j] not in DETERMINERS and not _governed(facts.words, j)
    ]


def _governed(here: Sequence[str], j: int) -> bool:
    """Whether a preposition stands before a noun, over its determiner and adjectives."""
    k = j - 1
    while k >= 0 and (here[k] in DETERMINERS or (here[k].endswith("e") and len(here[k]) > 3 and here[k] not in PREPOSITIONS)):
        k -= 1
    return k >= 0 and here[k] in PREPOSITIONS


def decided(facts: Facts, clause: Clause, actor: Actor | None) -> bool:
    """Whether what looks like a decision about a citizen stays within government."""
    if money(facts, clause):
        return True
    return (actor is None or actor.rol != "burger") and rules(facts, clause)
