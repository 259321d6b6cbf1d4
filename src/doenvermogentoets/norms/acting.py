"""Who acts in a clause, subordinate ones included: its subject, whoever stands after «door», or whom a pronoun takes up."""

from __future__ import annotations

from collections.abc import Sequence

from doenvermogentoets.norms import clauses, grammar
from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.model import Rol
from doenvermogentoets.norms.verbs import lexicon


def clause_of(facts: Facts, i: int) -> tuple[int, int]:
    """Token range of the innermost clause around a token."""
    inner = [s for s in facts.parse.subs if s[0] <= i <= s[1]]
    if inner:
        first, last, _ = max(inner, key=lambda s: (s[0], -s[1]))
        return first, last
    for clause in facts.parse.mains:
        if clause.first <= i <= clause.last:
            return clause.first, clause.last
    return 0, len(facts.words) - 1


_BEFORE_ATTRIBUTE = clauses.DETERMINERS - grammar.RELATIVES
_ATTRIBUTE = 2  # tokens from whoever stands after «door» to the participle that goes with him


def role_in(facts: Facts, first: int, last: int, near: int, limit: tuple[int, int] | None = None) -> Rol:
    """Who acts in a clause: its subject, the actor after «door», or the antecedent of its relative pronoun.

    Args:
        facts: the sentence.
        first, last: the clause.
        near: a token of it, at the level of its verb.
        limit: a time limit in it; whoever its event names («na doorverwijzing door het COA») does not perform the act.
    """
    depth = facts.parse.depth
    level = depth[near]
    if facts.words[first + 1 : first + 2] in (("hij",), ("zij",)):
        # «tenzij hij de Dienst niet binnen ... in kennis heeft gesteld»: the pronoun is the subject
        before = [a for a in facts.actors if a.last < first]
        return before[-1].rol if before else facts.previous[0] if facts.previous else "burger"
    agents = []
    for actor in reading.actors_in(facts, first, last):
        if depth[actor.first] > level or (limit is not None and limit[0] <= actor.first <= limit[1]):
            continue
        j = actor.first - 1
        while j >= first and (facts.words[j] in clauses.DETERMINERS or (facts.words[j].endswith("e") and len(facts.words[j]) > 3)):
            j -= 1
        if j > first and facts.words[j] == "door" and facts.words[j - 1] in _BEFORE_ATTRIBUTE and not 0 < near - actor.last <= _ATTRIBUTE:
            continue  # «op basis van een door de ouder opgegeven schatting»: he did that, and not what the clause says
        if j >= first and facts.words[j] == "door" and "of" not in facts.words[max(first, j - 1) : j]:
            return actor.rol
        if not reading.is_object(facts, actor):
            agents.append(actor)
    if agents:
        return agents[0].rol
    if facts.labels[first] or (first and facts.labels[first - 1]):
        shared = _shared_subject(facts, first)
        if shared is not None:
            return shared
    opener = facts.words[first]
    if opener in ("die", "wie") and first > 0:
        before = [a for a in facts.actors if a.last < first and first - a.last < 15]
        if before:
            return before[-1].rol
    for j in range(first, min(last + 1, first + 8)):
        if facts.words[j] in ("hij", "zij", "hun", "deze") and facts.words[j] != "hun":
            before = [a for a in facts.actors if a.last < j]
            return before[-1].rol if before else facts.previous[0] if facts.previous else "burger"
    return "onbekend"


def _shared_subject(facts: Facts, first: int) -> Rol | None:
    """The subject that an onderdeel shares with its aanhef: «indien de persoon ...: a. ... heeft voldaan»."""
    if ":" not in facts.words[:first]:
        return None
    colon = facts.words.index(":")
    opening = [s[0] for s in facts.parse.subs if s[0] < colon and s[2] in grammar.CONDITIONALS]
    if not opening:
        return None
    for actor in facts.actors:
        if opening[-1] < actor.first < colon and not reading.is_object(facts, actor):
            return actor.rol
    return None


def acts_in(facts: Facts, tokens: Sequence[int]) -> bool:
    """Whether some tokens have a verb of doing; being or becoming something within a time is no act."""
    lex = lexicon()
    for j in tokens:
        word = facts.words[j]
        for table in (lex.final, lex.participle, lex.infinitive):
            verbs = table.get(word)
            if verbs and verbs[0].klas == "handeling":
                return True
    return False
