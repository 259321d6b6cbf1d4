"""Adverse effects named in a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms import grammar, wendingen
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.model import Gevolg, GevolgSoort

_OWN_ACTS = frozenset([GevolgSoort.HERZIENING, GevolgSoort.INTREKKING, GevolgSoort.BEEINDIGING])


def lapse_denied(words: tuple[str, ...], j: int) -> bool:
    """«vervalt het recht niet indien», not «vervalt als de gegevens niet tijdig zijn ontvangen»."""
    for word in words[j + 1 : j + 7]:
        if word == "niet":
            return True
        if word in grammar.SUBORDINATORS or word in (",", ":", ";", ".", "als", "dat", "waarop"):
            return False
    return False


def find(facts: Facts) -> tuple[Gevolg, ...]:
    """The adverse effects of the main clauses of a sentence, which is read once for all of them."""
    if facts.effects is None:
        facts.effects = tuple(_find(facts))
    return facts.effects


def of_clause(facts: Facts, clause: Clause) -> tuple[Gevolg, ...]:
    """The effects that a clause shares in: of a list of full clauses («a. de ouder meldt …; b. het is verboden …») each has its own."""
    effects = find(facts)
    if not effects or len(facts.parse.mains) < 2 or not any(facts.labels):
        return effects
    item, items = 0, []
    for j, label in enumerate(facts.labels):
        item += label and not (j and facts.labels[j - 1])
        items.append(item)
    own = {items[main.finite] for main in facts.parse.mains} - {0}
    if len(own) < 2:
        return effects
    at = items[clause.finite]
    places = [items[bisect_right(facts.sentence.starts, effect.span.start) - 1] for effect in effects]
    return tuple(effect for effect, place in zip(effects, places, strict=True) if place == at or place not in own)


def _find(facts: Facts) -> Iterator[Gevolg]:
    words, sentence = facts.words, facts.sentence
    phrases = wendingen.frasen()
    who = None
    for clause in facts.parse.mains:
        subject = reading.subject(facts, clause)
        if subject is not None or facts.words[clause.finite - 1] not in ("en", "of"):
            who = subject  # «voert de analyse uit en herziet deze»: one subject, two verbs
        for verb in clause.verbs[:1]:
            if verb.gevolg in _OWN_ACTS and not clause.passive and who is not None and who.rol == "burger":
                continue  # «de eigenaar herziet de analyse»: what somebody does with what is his
            if verb.gevolg is not None and not clause.negated:
                at = sorted(clause.verb_at)
                yield Gevolg(verb.gevolg, sentence.span_of(at[0], at[0] if len(at) > 1 and at[-1] - at[0] > 8 else at[-1]))
        for j in clause.core:
            word = words[j]
            if word in ("vervalt", "vervallen") and words[clause.finite] == word and not lapse_denied(words, j):
                yield Gevolg(GevolgSoort.VERVAL, sentence.span_of(j, j))
            for phrase, soort, heavy in phrases.get(word, ()):
                if words[j : j + len(phrase)] == phrase:
                    yield Gevolg(soort, sentence.span_of(j, j + len(phrase) - 1), heavy)
                    break
