"""Clauses of a Dutch sentence without a parser: where the main clause's finite verb stands and what belongs to it.

Dutch puts the finite verb second in a main clause and last in a subordinate one. Reading from left to right, every
subordinator and relative pronoun opens a clause that waits for its verb; a finite verb that nothing waits for is the
main one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from doenvermogentoets.norms.grammar import (
    CONDITIONALS,
    COPULAS,
    DETERMINERS,
    FINITE_ALWAYS,
    MODALS,
    PASSIVES,
    PERFECTS,
    PREPOSITIONS,
    SUBORDINATORS,
    Clause,
    is_participle,
)
from doenvermogentoets.norms.predicate import read_verbs
from doenvermogentoets.norms.subordination import Reader
from doenvermogentoets.norms.verbs import lexicon

__all__ = [
    "CONDITIONALS",
    "COPULAS",
    "DETERMINERS",
    "PASSIVES",
    "PERFECTS",
    "PREPOSITIONS",
    "SUBORDINATORS",
    "Clause",
    "Parse",
    "before_list",
    "is_participle",
    "parse",
]


@dataclass(slots=True)
class Parse:
    """Main clauses of a sentence, depth of each token (0 is main level) and the subordinate clauses as (first, last, word)."""

    mains: list[Clause]
    depth: list[int]
    subs: list[tuple[int, int, str]]


def parse(words: Sequence[str], labels: Sequence[bool]) -> Parse:
    """Find the clauses of one sentence.

    Args:
        words: its words in lower case.
        labels: of each word whether it belongs to the label of an onderdeel.
    """
    sentence = Reader(words, labels)
    sentence.read()
    return Parse(_mains(words, labels, sentence.finites, sentence.depth, sentence.shared), sentence.depth, sentence.subs)


def _mains(words: Sequence[str], labels: Sequence[bool], finites: list[int], depth: list[int], shared: set[int]) -> list[Clause]:
    n = len(words)
    mains: list[Clause] = []
    kept = [f for k, f in enumerate(finites) if k == 0 or labels[f - 1] or _new_main(words, f, finites[k - 1], depth)]
    starts = [0]
    verb_before = dict(zip(finites[1:], finites, strict=False))
    for f in kept[1:]:
        start = f
        item = next((j for j in range(f - 1, verb_before[f], -1) if labels[j]), None)
        if item is not None:
            # the first verb of an onderdeel: all that stands before it there, is of its clause («b. uiterlijk een week ervoor, meldt …»)
            starts.append(item + 1)
            continue
        while (
            start > starts[-1]
            and words[start - 1] not in (";", ".", "doch", "maar", ":")
            and not (words[start - 1] in ("en", "of", ",") and depth[start - 1] == 0)
            and not labels[start - 1]
        ):
            start -= 1
        # nothing that parts the two was found («meldt noch betaalt»): the verb itself begins the second
        starts.append(start if start > starts[-1] else f)
    for k, f in enumerate(kept):
        first = starts[k]
        last = (starts[k + 1] - 1) if k + 1 < len(kept) else n - 1
        core = [j for j in range(first, last + 1) if depth[j] == 0]
        clause = Clause(f, first, last, core, frozenset(words[j] for j in before_list(words, labels, core, f)), shared=f in shared)
        read_verbs(words, clause)
        mains.append(clause)
    return mains


def before_list(words: Sequence[str], labels: Sequence[bool], core: list[int], finite: int) -> list[int]:
    """The tokens of a clause up to the list that ends it: its onderdelen name things, they do not make the norm."""
    for k in range(1, len(core)):
        if labels[core[k]] and words[core[k - 1]] == ":" and core[k] > finite:
            return core[:k]
    return core


def _new_main(words: Sequence[str], f: int, previous: int, depth: list[int]) -> bool:
    """Whether a later finite verb at main level starts a coordinated main clause."""
    lexi = lexicon()
    word = words[f]
    if word in ("worden", "zijn", "hebben", "kunnen", "blijven") and words[previous] in MODALS | PASSIVES | COPULAS | PERFECTS:
        between = words[previous + 1 : f]
        if not any(w in (";", ".") for w in between):
            return False
    before = words[f - 1]
    if before in ("en", "of", "doch", "maar", ";", "noch") or (before == "wel" and words[f - 2] == "dan"):
        return True
    for j in range(f - 1, previous, -1):
        if depth[j] == 0 and words[j] in (";", "doch", "maar"):
            return True
        if (
            depth[j] == 0
            and words[j] in ("en", "of")
            and f - j <= 8
            and (words[j + 1] in DETERMINERS or words[j + 1] in ("onze", "kan", "burgemeester"))
            and word in lexi.singular | dict.fromkeys(FINITE_ALWAYS, ())
        ):
            return True
        if words[j] == ":" and word in lexi.singular:
            return True
    return False
