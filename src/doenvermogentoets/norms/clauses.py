"""Clauses of a Dutch sentence without a parser: where the main clause's finite verb stands and what belongs to it.

Dutch puts the finite verb second in a main clause and last in a subordinate one. Reading from left to right, every
subordinator and relative pronoun opens a clause that waits for its verb; a finite verb that nothing waits for is the
main one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from doenvermogentoets.norms.fallback import main_verb
from doenvermogentoets.norms.fronting import (
    coordinated,
    ends_before_main,
    final_cluster,
    goes_on,
    main_follows,
    main_goes_on,
    opens_main,
    same_cluster,
    verb_first,
    verbs_only,
)
from doenvermogentoets.norms.grammar import (
    AUXILIARIES,
    CONDITIONALS,
    COORDINATORS,
    COPULAS,
    DETERMINERS,
    FINITE_ALWAYS,
    MODALS,
    PASSIVES,
    PERFECTS,
    PLURAL_AUXILIARIES,
    PREPOSITIONS,
    SUBORDINATORS,
    Clause,
    finite_forms,
    in_cluster,
    is_finite,
    is_participle,
)
from doenvermogentoets.norms.lexicon import words as lexicon_words
from doenvermogentoets.norms.openers import opens
from doenvermogentoets.norms.predicate import read_verbs
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


_EXCEPT = frozenset(["behoudens", "behalve", "onverminderd"])  # «zolang dat zo is en behoudens ..., »: no second clause
_BEGINS = frozenset(["aanvangt", "aanvangen", "begint", "beginnen", "ingaat", "ingaan", "loopt"])


class _List:
    """A list of onderdelen that is being read: what every onderdeel continues."""

    __slots__ = ("complete", "full_sentences", "kind", "opener", "outer")

    def __init__(self, opener: str, complete: bool, full_sentences: bool, kind: str, outer: _List | None) -> None:
        self.opener = opener
        self.complete = complete
        self.full_sentences = full_sentences
        self.kind = kind
        self.outer = outer


def _label_kind(word: str) -> str:
    return "digit" if word[:1].isdigit() else "letter" if word[:1].isalpha() else "dash"


def parse(words: Sequence[str], labels: Sequence[bool]) -> Parse:
    """Find the clauses of one sentence."""
    lex = lexicon()
    _participle, _infinitive, _final = lex.participle, lex.infinitive, lex.final
    finite = finite_forms()
    n = len(words)
    depth = [0] * n
    waiting: list[tuple[int, str, bool]] = []  # start, word, opened by coordination
    subs: list[tuple[int, int, str]] = []
    finites: list[int] = []
    shared: set[int] = set()  # finite verbs of onderdelen that share the subject of the aanhef
    closed = ""  # what opened the clause that was closed last
    ended = -1  # where it was closed
    items: _List | None = None
    fronted = n > 0 and (words[0] in SUBORDINATORS or words[0] == "als" or words[:2] == ("voor", "zover"))
    i = verb_first(words)
    if i:
        depth[:i] = [1] * i
        subs.append((0, i - 1, "indien"))
    while i < n:
        word = words[i]
        if labels[i]:
            first_of_label = i == 0 or not labels[i - 1]
            if first_of_label:
                items = _enter(words, i, items, waiting, bool(finites))
                if items is not None:
                    while waiting:
                        start, opener, _ = waiting.pop()
                        if start < i - 1:
                            subs.append((start, i - 1, opener))
                    if items.opener:
                        waiting.append((i, items.opener, False))
            depth[i] = len(waiting)
            i += 1
            continue
        before = words[i - 1] if i else ""
        after = words[i + 1] if i + 1 < n else ""
        if i and labels[i - 1]:
            before = ""
        if opens(words, i, before, after, closed, ended == i - 1):
            waiting.append((i, word, False))
            depth[i] = len(waiting)
            i += 1
            continue
        if word == "," and waiting and finites and _verbless(words, waiting[-1][0]):
            # «kan, mits binnen zeven dagen, een regeling aanvragen»: an aside without a verb ends at its comma
            start, opener, _ = waiting.pop()
            subs.append((start, i - 1, opener))
            closed, ended = opener, i - 1
        if word in ";." and waiting:
            # a clause without its verb ends here: a list item, or a verb that is not in the lexicon
            while waiting:
                start, opener, _ = waiting.pop()
                subs.append((start, i - 1, opener))
        if word in finite and is_finite(words, i, before, after, bool(waiting), bool(finites)):
            direct = not before and i > 0 and labels[i - 1]
            if not waiting and items is not None and items.complete and not items.full_sentences and not direct and finites:
                depth[i] = 1
                i += 1
                continue
            if waiting and not finites and opens_main(words, i):
                # «Indien hij, nadat hij is gewezen op ..., dat niet verstrekt, kan het college»: every clause has ended at the comma
                while waiting:
                    start, opener, _ = waiting.pop()
                    subs.append((start, i - 2, opener))
                    depth[start : i - 1] = [max(d, 1) for d in depth[start : i - 1]]
                depth[i - 1] = 0
            if waiting and not (
                waiting[-1][2]
                and before == ","
                and (
                    word in FINITE_ALWAYS
                    or word in PLURAL_AUXILIARIES
                    or word in lex.singular
                    or (word in lex.plural and after in DETERMINERS and is_participle(words[i - 2]))
                )
            ):
                start, opener, _ = waiting.pop()
                closed = opener
                j = i
                depth[i] = len(waiting) + 1
                while j + 1 < n and in_cluster(words, j + 1, words[j]) and not main_goes_on(words, j + 1, finites):
                    j += 1
                    depth[j] = len(waiting) + 1
                while j + 2 < n and words[j + 1] in ("en", "of") and words[j + 2] in AUXILIARIES and words[j] in AUXILIARIES:
                    # «kan of zal worden gebouwd»: one verb cluster
                    j += 2
                    while j + 1 < n and in_cluster(words, j + 1, words[j]):
                        j += 1
                    depth[i : j + 1] = [len(waiting) + 1] * (j + 1 - i)
                j = coordinated(words, j, n, bool(finites))
                depth[i : j + 1] = [len(waiting) + 1] * (j + 1 - i)
                subs.append((start, j, opener))
                ended = j
                i = j + 1
                if i + 1 < n and words[i] in COORDINATORS and not labels[i + 1] and (words[i] != "dan" or words[i + 1] == "wel"):
                    ahead = i + (2 if words[i] == "dan" and words[i + 1] == "wel" else 1)
                    following = words[ahead + 1] if ahead + 1 < n else ""
                    if (
                        ahead < n
                        and words[ahead] not in _EXCEPT
                        and not opens(words, ahead, words[i], following, closed)
                        and not is_finite(words, ahead, words[i], following, False, False)
                    ):
                        waiting.append((i, opener, True))
                continue
            if (
                not finites
                and not waiting
                and before == ","
                and not fronted
                and word in lex.participle
                and ended < i - 2
                and main_follows(words, labels, i)
            ):
                depth[i] = 0  # «Uitkeringen, verstrekt voor hetzelfde doel, worden ...»
                i += 1
                continue
            if not finites and not waiting and fronted and i and before != "," and depth[i - 1] == 0 and main_follows(words, labels, i):
                # still inside the fronted clause («Indien dat zo is of zou kunnen zijn, blijft ...»)
                for j in range(i, -1, -1):
                    if depth[j] and j < i:
                        break
                    depth[j] = 1
                while i + 1 < n and in_cluster(words, i + 1, words[i]):
                    i += 1
                    depth[i] = 1
                i += 1
                continue
            if not finites and not waiting and fronted and before == "," and ended == i - 2 and goes_on(words, labels, i):
                # «Indien de termijn aanvangt, loopt of eindigt, wordt ...»: one fronted clause with several verbs
                depth[i] = 1
                ended = i
                i += 1
                continue
            if not finites and not waiting and ended >= 0 and before != "," and depth[ended] and ends_before_main(words, labels, i, ended):
                # «Degene die verzekerd is en de leeftijd nog niet heeft bereikt, is ...»: the relative clause goes on
                end = i
                while end + 1 < n and in_cluster(words, end + 1, words[end]):
                    end += 1
                depth[ended + 1 : end + 1] = [1] * (end - ended)
                ended, i = end, end + 1
                continue
            if finites and not waiting and before == "," and ended == i - 2 and ended > finites[-1] and verbs_only(words, i):
                # «... dat een melding is vereist, kan worden gedaan of ...»: the clause after the main verb goes on
                depth[i] = 1
                while i + 1 < n and in_cluster(words, i + 1, words[i]):
                    i += 1
                    depth[i] = 1
                ended = i
                i += 1
                continue
            if (
                finites
                and not waiting
                and before in ("en", "of")
                and ended > finites[-1]
                and (same_cluster(words, i, ended) or (ended == i - 2 and words[finites[-1]] in MODALS and word not in AUXILIARIES))
            ):
                # «indien dat kan worden vastgesteld op grond van ... of kan worden verkregen»: the clause goes on;
                # «kan ... weigeren indien de cliënt ... heeft en weigert mee te werken»: after a modal no finite verb can follow
                depth[i] = 1
                while i + 1 < n and in_cluster(words, i + 1, words[i]):
                    i += 1
                    depth[i] = 1
                i += 1
                continue
            if finites and not waiting and ended > finites[-1]:
                if word in ("eindigt", "eindigen") and before == "en" and not _BEGINS.isdisjoint(words[max(0, ended - 3) : ended + 1]):
                    depth[ended + 1 : i + 1] = [1] * (i - ended)  # «het tijdvak dat aanvangt op ... en eindigt op ...»
                    ended, i = i, i + 1
                    continue
                end = final_cluster(words, i, ended, depth)
                if end >= 0:
                    depth[ended + 1 : end + 1] = [1] * (end - ended)
                    subs.append((ended + 1, end, closed))
                    ended, i = end, end + 1
                    continue
            while waiting:
                start, opener, _ = waiting.pop()
                subs.append((start, i - 1, opener))
            if finites and before == "," and finites[-1] == i - 2 and 0 <= ended < finites[-1]:
                # «wie recht had op ... maar nu geen recht meer heeft, ontvangt»: the verb before the comma ended a clause
                last = finites.pop()
                depth[ended + 1 : last + 1] = [1] * (last - ended)
            finites.append(i)
            if direct and items is not None and not items.complete:
                shared.add(i)
        depth[i] = len(waiting)
        i += 1
    while waiting:
        start, opener, _ = waiting.pop()
        subs.append((start, n - 1, opener))
    if not finites:
        fallback = main_verb(words)
        if fallback is not None:
            finites.append(fallback)
            level = depth[fallback]
            for j in range(fallback, n):
                depth[j] = max(0, depth[j] - level)
    subs.sort()
    return Parse(_mains(words, labels, finites, depth, shared), depth, subs)


_ELLIPTIC = frozenset(["mits", "indien", "zo", "waar", "voorzover"])
_NO_VERB = lexicon_words("clauses", "verbless")


def _verbless(words: Sequence[str], start: int) -> bool:
    """«, mits binnen zeven dagen,», «, indien nodig,»: an aside after a comma that starts as one without a verb."""
    return (
        words[start] in _ELLIPTIC
        and words[start - 1 : start] == (",",)
        and words[start + 1 : start + 2] != ()
        and words[start + 1] in _NO_VERB
    )


def _enter(words: Sequence[str], i: int, items: _List | None, waiting: list[tuple[int, str, bool]], has_main: bool) -> _List | None:
    """The list that the onderdeel at ``i`` belongs to."""
    kind = _label_kind(words[i])
    before = words[i - 1] if i else ""
    if i == 0:
        return None
    if before == ":" or items is None:
        opener = waiting[-1][1] if waiting else ""
        full = "volgende" in words[max(0, i - 4) : i] and ("de" not in words[max(0, i - 5) : i] or _lists_rules(words, i))
        return _List(opener, has_main, full, kind, items)
    while items.outer is not None and items.kind != kind:
        items = items.outer
    return items


# What is listed under these names, are mostly sentences: «zijn de volgende voorwaarden verbonden: a. de houder meldt …; b. …»
_RULES = frozenset(["voorwaarden", "voorschriften", "regels", "regelen", "bepalingen", "verplichtingen"])


def _lists_rules(words: Sequence[str], i: int) -> bool:
    """Whether the list at ``i`` was announced as one of rules («onder de volgende voorwaarden:»)."""
    at = next((j for j in range(i - 1, max(0, i - 5), -1) if words[j] == "volgende"), None)
    return at is not None and not _RULES.isdisjoint(words[at + 1 : at + 3])


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
