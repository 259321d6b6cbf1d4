"""Clauses of a Dutch sentence without a parser: where the main clause's finite verb stands and what belongs to it.

Dutch puts the finite verb second in a main clause and last in a subordinate one. Reading from left to right, every
subordinator and relative pronoun opens a clause that waits for its verb; a finite verb that nothing waits for is the
main one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from doenvermogentoets.norms.lexicon import words
from doenvermogentoets.norms.verbs import Verb, lexicon

SUBORDINATORS = words("clauses", "subordinators")
CONDITIONALS = words("clauses", "conditionals")
RELATIVES = words("clauses", "relatives")
MODALS = words("clauses", "modals")
PASSIVES = words("clauses", "passives")
COPULAS = words("clauses", "copulas")
PERFECTS = words("clauses", "perfects")
_AUXILIARIES = MODALS | PASSIVES | COPULAS | PERFECTS
_FINITE_ALWAYS = words("clauses", "finite_always")
_PLURAL_AUXILIARIES = words("clauses", "plural_auxiliaries")
_PAST = words("clauses", "past")
PREPOSITIONS = words("clauses", "prepositions")
DETERMINERS = words("clauses", "determiners")
_ADVERBS = words("clauses", "adverbs")
_BEFORE_NOUN = DETERMINERS | PREPOSITIONS | frozenset(["of"])
# Forms that are nearly always another word: «het» (heten), «met» (meten), «wet» (weten), «staat» after «de».
_NO_VERB = words("clauses", "no_verb")
_NOUN_OR_VERB = words("clauses", "noun_or_verb")
_COORD = words("clauses", "coord")


@dataclass(slots=True)
class Clause:
    """A main clause.

    Attributes:
        finite: index of the finite verb.
        first, last: token range (inclusive) that belongs to it, subordinate clauses included.
        subject: (first, last) of the constituent before the verb, or ``None`` on inversion.
        core: indices of the tokens at its own level.
        words: the words at its own level, as a set.
        verbs: lexical verbs that carry its meaning, the most telling first.
        verb_at: indices of the words of the lexical verb, particle included.
        modal, passive, perfect, copula, negated: its modality («kan»), voice and polarity.
        shared: it is an onderdeel whose subject stands in the aanhef.
    """

    finite: int
    first: int
    last: int
    core: list[int] = field(default_factory=list)
    words: frozenset[str] = frozenset()
    verbs: tuple[Verb, ...] = ()
    verb_at: tuple[int, ...] = ()
    modal: str = ""
    passive: bool = False
    perfect: bool = False
    copula: bool = False
    negated: bool = False
    shared: bool = False


@dataclass(slots=True)
class Parse:
    """Main clauses of a sentence, depth of each token (0 is main level) and the subordinate clauses as (first, last, word)."""

    mains: list[Clause]
    depth: list[int]
    subs: list[tuple[int, int, str]]


def is_singular_finite(word: str) -> bool:
    return word in _FINITE_ALWAYS or word in lexicon().singular or word in _PAST


class _List:
    """A list of onderdelen that is being read: what every onderdeel continues."""

    __slots__ = ("complete", "full_sentences", "kind", "opener", "outer")

    def __init__(self, opener: str, complete: bool, full_sentences: bool, kind: str, outer: _List | None) -> None:
        self.opener = opener
        self.complete = complete
        self.full_sentences = full_sentences
        self.kind = kind
        self.outer = outer


def _verb_first(words: Sequence[str]) -> int:
    """End of a condition that opens with its verb («Zijn de gegevens niet ontvangen, dan wordt ...»); 0 if there is none."""
    if (
        not words
        or (words[0] not in _FINITE_ALWAYS and words[0] not in _PLURAL_AUXILIARIES and words[0] not in lexicon().singular)
        or words[0] in _NO_VERB
    ):
        return 0
    lex = lexicon()
    for j in range(2, min(len(words) - 1, 150)):
        if words[j] == "," and (
            words[j + 1] == "dan" or words[j + 1] in _FINITE_ALWAYS or words[j + 1] in _PLURAL_AUXILIARIES or words[j + 1] in lex.singular
        ):
            return j
        if words[j] in (";", ":", "."):
            return 0
    return 0


def _main_follows(words: Sequence[str], labels: Sequence[bool], i: int) -> bool:
    """Whether a finite verb stands directly after a comma further on, before the sentence ends or a list starts."""
    lex = lexicon()
    for j in range(i + 1, min(len(words), i + 150)):
        word = words[j]
        if labels[j] or word in (";", ":"):
            return False
        if (
            words[j - 1] == ","
            and word not in _NO_VERB
            and (
                word in _FINITE_ALWAYS
                or word in _PLURAL_AUXILIARIES
                or (word in lex.singular and word not in lex.participle and word not in _NOUN_OR_VERB)
            )
        ):
            return True
    return False


def _label_kind(word: str) -> str:
    return "digit" if word[:1].isdigit() else "letter" if word[:1].isalpha() else "dash"


def parse(words: Sequence[str], labels: Sequence[bool]) -> Parse:
    """Find the clauses of one sentence."""
    lex = lexicon()
    _participle, _infinitive, _final = lex.participle, lex.infinitive, lex.final
    n = len(words)
    depth = [0] * n
    waiting: list[tuple[int, str, bool]] = []  # start, word, opened by coordination
    subs: list[tuple[int, int, str]] = []
    finites: list[int] = []
    shared: set[int] = set()  # finite verbs of onderdelen that share the subject of the aanhef
    closed = ""  # what opened the clause that was closed last
    items: _List | None = None
    fronted = n > 0 and (words[0] in SUBORDINATORS or words[0] == "als" or words[:2] == ("voor", "zover"))
    i = _verb_first(words)
    if i:
        depth[:i] = [1] * i
        subs.append((0, i - 1, "indien"))
    while i < n:
        word = words[i]
        if labels[i]:
            first_of_label = i == 0 or not labels[i - 1]
            if first_of_label:
                items = _enter(words, labels, i, items, waiting, bool(finites))
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
        if _opens(words, i, before, after, closed):
            waiting.append((i, word, False))
            depth[i] = len(waiting)
            i += 1
            continue
        if word in ";." and waiting:
            # a clause without its verb ends here: a list item, or a verb that is not in the lexicon
            while waiting:
                start, opener, _ = waiting.pop()
                subs.append((start, i - 1, opener))
        if _finite(words, i, before, after, bool(waiting), bool(finites)):
            direct = not before and i > 0 and labels[i - 1]
            if not waiting and items is not None and items.complete and not items.full_sentences and not direct and finites:
                depth[i] = 1
                i += 1
                continue
            if waiting and not (
                waiting[-1][2] and before == "," and (word in _FINITE_ALWAYS or word in _PLURAL_AUXILIARIES or word in lex.singular)
            ):
                start, opener, _ = waiting.pop()
                closed = opener
                j = i
                depth[i] = len(waiting) + 1
                while j + 1 < n and _in_cluster(words, j + 1, words[j]):
                    j += 1
                    depth[j] = len(waiting) + 1
                while j + 2 < n and words[j + 1] in ("en", "of") and words[j + 2] in _AUXILIARIES and words[j] in _AUXILIARIES:
                    # «kan of zal worden gebouwd»: one verb cluster
                    j += 2
                    while j + 1 < n and _in_cluster(words, j + 1, words[j]):
                        j += 1
                    depth[i : j + 1] = [len(waiting) + 1] * (j + 1 - i)
                subs.append((start, j, opener))
                i = j + 1
                if i + 1 < n and words[i] in _COORD and not labels[i + 1] and (words[i] != "dan" or words[i + 1] == "wel"):
                    ahead = i + (2 if words[i] == "dan" and words[i + 1] == "wel" else 1)
                    following = words[ahead + 1] if ahead + 1 < n else ""
                    if (
                        ahead < n
                        and not _opens(words, ahead, words[i], following, closed)
                        and not _finite(words, ahead, words[i], following, False, False)
                    ):
                        waiting.append((i, opener, True))
                continue
            if not finites and not waiting and fronted and i and before != "," and depth[i - 1] == 0 and _main_follows(words, labels, i):
                # still inside the fronted clause («Indien dat zo is of zou kunnen zijn, blijft ...»)
                for j in range(i, -1, -1):
                    if depth[j] and j < i:
                        break
                    depth[j] = 1
                i += 1
                continue
            while waiting:
                start, opener, _ = waiting.pop()
                subs.append((start, i - 1, opener))
            finites.append(i)
            if direct and items is not None and not items.complete:
                shared.add(i)
        depth[i] = len(waiting)
        i += 1
    while waiting:
        start, opener, _ = waiting.pop()
        subs.append((start, n - 1, opener))
    if not finites:
        fallback = _fallback(words)
        if fallback is not None:
            finites.append(fallback)
            level = depth[fallback]
            for j in range(fallback, n):
                depth[j] = max(0, depth[j] - level)
    subs.sort()
    return Parse(_mains(words, labels, finites, depth, shared), depth, subs)


def _enter(
    words: Sequence[str], labels: Sequence[bool], i: int, items: _List | None, waiting: list[tuple[int, str, bool]], has_main: bool
) -> _List | None:
    """The list that the onderdeel at ``i`` belongs to."""
    kind = _label_kind(words[i])
    before = words[i - 1] if i else ""
    if i == 0:
        return None
    if before == ":" or items is None:
        opener = waiting[-1][1] if waiting else ""
        full = "volgende" in words[max(0, i - 4) : i]
        return _List(opener, has_main, full, kind, items)
    while items.outer is not None and items.kind != kind:
        items = items.outer
    return items


def _opens(words: Sequence[str], i: int, before: str, after: str, closed: str) -> bool:
    """Whether a word opens a clause that ends with its verb."""
    word = words[i]
    if word in SUBORDINATORS:
        return not (word == "waarvan" and before == "ten")
    if word in ("die", "welke"):
        if before in PREPOSITIONS:
            return word == "welke"
        if not before or before in ".:;«" or before in SUBORDINATORS or before in ("dat", "als", "dan", "ook", "zover", "alleen", "niet"):
            return False
        if before in ("en", "of", "wel", "maar"):
            return closed in RELATIVES
        return not _is_verb(before)
    if word == "dat":
        if not before or before in PREPOSITIONS or before in SUBORDINATORS or before in ("als", "die", "zover", ".", "«"):
            return before == "in" and words[max(0, i - 3) : i - 1] != () and False
        if before in ("en", "of", "wel", "maar"):
            return closed in ("dat", "die")
        return not (
            before in PASSIVES
            or (
                before in COPULAS
                and after not in DETERMINERS
                and after not in ("hij", "zij", "er", "voor", "in", "ten", "op", "aan", "onze", "bij")
            )
        )
    if word in ("wie", "wat"):
        return True
    if word == "als":
        if after in ("bedoeld", "bedoelde", "gevolg", "genoemd", "vastgesteld", "omschreven", "volgt", "zodanig", "ware"):
            return False
        if after in ("hij", "er", "zij", "blijkt"):
            return True
        return (not before or before in (",", "tenzij", "ook", "of", "en", ":", "slechts", "alleen")) and (
            after in DETERMINERS or after in ("onze", "niet")
        )
    if word == "zover":
        return before == "voor"
    if word in ("of", "hoe"):
        return before in (
            "nagegaan",
            "beoordeeld",
            "beoordeelt",
            "onderzocht",
            "onderzoekt",
            "bepaalt",
            "vraag",
            "na",
            "aan",
            "vermeld",
            "bepalen",
        ) and (after in DETERMINERS or after in ("en", "er", "hij"))
    if word == "toen":
        return bool(before)
    return False


def _is_verb(word: str) -> bool:
    return (
        word in _AUXILIARIES
        or word in _FINITE_ALWAYS
        or (word in lexicon().singular and word not in _NO_VERB and word not in _NOUN_OR_VERB and word not in lexicon().participle)
    )


def _finite(words: Sequence[str], i: int, before: str, after: str, waiting: bool, has_main: bool) -> bool:
    word = words[i]
    lexi = lexicon()
    if word in _NO_VERB or (word in _NOUN_OR_VERB and not _verb_place(words, i, before, after, waiting, has_main)):
        return False
    if word == "zijn":
        if (
            after in _ADVERBS
            or after in _FINITE_ALWAYS
            or after in _PLURAL_AUXILIARIES
            or (waiting and after in lexi.singular)
            or after in lexi.participle
            or after in lexi.infinitive
            or not after
            or after in ".,;:"
        ):
            return before not in ("te", "kan", "kunnen", "moet", "moeten", "dient", "mag", "zal", "zullen", "dienen", "mogen")
        return False
    if before == "te":
        return False
    if word in _FINITE_ALWAYS or (word in _PAST and word not in lexi.participle):
        return not (word == "was" and before in DETERMINERS)
    if word in _PLURAL_AUXILIARIES:
        if word in ("worden", "hebben", "blijven", "kunnen"):
            # an infinitive after a modal in the same clause: «kunnen worden gesteld», «zou kunnen worden»
            for j in range(i - 1, max(-1, i - (30 if has_main or waiting else 12)), -1):
                other = words[j]
                if other in MODALS or other in ("laat", "laten"):
                    return other == word
                if other in ",;:" or other in SUBORDINATORS or other in RELATIVES or other in PASSIVES:
                    break
        return True
    if word in lexi.singular:
        if word in lexi.participle:
            # «verstrekt», «bericht»: a participle after an auxiliary, a verb in verb position
            if waiting:
                if after in _AUXILIARIES or before in _AUXILIARIES:
                    return False
                for j in range(i - 1, max(-1, i - 25), -1):
                    if words[j] in SUBORDINATORS or words[j] in RELATIVES:
                        return True
                    if words[j] in _AUXILIARIES:
                        return False
                return True
            if after in ("door", "aan", "is", "wordt", "zijn", "worden", "heeft", "hebben") and before in (",", "of", "en"):
                return False
            if has_main:
                return False
        return before not in ("het", "een", "geen", "dit", "elk", "ieder") or (word in lexi.final and waiting and before == "het" and False)
    if waiting and word in lexi.final:
        return before != "te"
    if word in lexi.plural or (waiting and word in lexi.infinitive):
        if has_main and not waiting:
            return False
        if before in _BEFORE_NOUN or after == "van":
            return False
        if waiting:
            return (
                after in ".,;:"
                or not after
                or after in ("en", "of", "dan", "kan", "van")
                or after in lexi.singular
                or after in _AUXILIARIES
                or (words[i] in lexi.infinitive and before not in DETERMINERS)
            )
        return True
    return False


def _verb_place(words: Sequence[str], i: int, before: str, after: str, waiting: bool, has_main: bool) -> bool:
    """Whether a word that may be a noun or number stands where a verb would."""
    word = words[i]
    if before in _BEFORE_NOUN or before in ("bedoeld", "bedoelde", "genoemde", "nadere", "zodanig"):
        return False
    if word == "acht":
        return after in ("het", "de", "of", ",", ".", ";", "hij", "een") or (
            waiting and after not in ("weken", "dagen", "maanden", "uur", "jaar", "jaren", "maal", "procent")
        )
    if waiting:
        return after in ".,;:" or not after or after in ("en", "of") or after in PREPOSITIONS
    if has_main:
        return False
    return before in (",",) or (i > 0 and not before.endswith(("e", "lijk")))


@lru_cache(maxsize=65536)
def is_participle(word: str) -> bool:
    """In the lexicon, or with the shape of a past participle («geboren», «ondervonden»)."""
    lex = lexicon()
    if word in lex.participle:
        return True
    if len(word) < 6 or word in _NOT_PARTICIPLE or word in lex.singular:
        return False
    stem = word
    for particle in (
        "aan",
        "af",
        "op",
        "in",
        "uit",
        "toe",
        "mee",
        "mede",
        "voor",
        "door",
        "over",
        "onder",
        "om",
        "bij",
        "na",
        "terug",
        "vast",
        "weg",
        "samen",
        "tegen",
    ):
        if word.startswith(particle + "ge"):
            stem = word.removeprefix(particle)
            break
    return (stem.startswith("ge") and stem.endswith(("d", "t", "en")) and len(stem) > 5) or (
        stem.startswith(("ver", "ont")) and stem.endswith(("d", "en")) and len(stem) > 7 and not word.endswith(("heden", "heid", "eden"))
    )


_NOT_PARTICIPLE = words("clauses", "not_participle")


def _in_cluster(words: Sequence[str], j: int, before: str) -> bool:
    """Whether a word belongs to the verbs that close a clause, after the finite one."""
    lex = lexicon()
    word = words[j]
    if word == "te":
        return j + 1 < len(words) and (words[j + 1] in lex.infinitive or words[j + 1] in lex.plural)
    if (before in _AUXILIARIES or before == "te") and is_participle(word):
        return True
    if word in ("worden", "zijn", "hebben", "kunnen", "blijven", "geweest", "geworden", "moeten", "laten"):
        return before in _AUXILIARIES or before in ("te", "zou", "kunnen") or before in lex.participle
    return (word in lex.infinitive or word in lex.plural) and (
        before in MODALS
        or before in ("te", "worden", "laten", "hebben", "zou", "kunnen", "moeten", "heeft", "gaat", "laat", "gaan", "willen", "wil")
    )


def _fallback(words: Sequence[str]) -> int | None:
    """The main verb when some clause never closed: the last finite verb directly after a comma; else a verb-shaped word after a short subject."""
    lex = lexicon()
    best = None
    for i in range(1, len(words)):
        if (
            words[i - 1] == ","
            and (words[i] in _FINITE_ALWAYS or words[i] in _PLURAL_AUXILIARIES or words[i] in lex.singular)
            and words[i] not in _NO_VERB
        ):
            best = i
    if best is not None:
        return best
    for i in range(1, min(len(words) - 1, 9)):
        word, before, after = words[i], words[i - 1], words[i + 1]
        if word.endswith("t") and len(word) > 3 and word.isalpha() and word not in _NO_VERB and word not in _NOT_PARTICIPLE:
            if (
                before in _BEFORE_NOUN
                or before in PREPOSITIONS
                or before in ("en", "of", ",", "onze", "niet")
                or (before.endswith(("e", "lijk")) and i < 2)
            ):
                continue
            if after in DETERMINERS or after in PREPOSITIONS or after in ("niet", "zich", "onverwijld", "jaarlijks", "ten"):
                return i
    return None


def _mains(words: Sequence[str], labels: Sequence[bool], finites: list[int], depth: list[int], shared: set[int]) -> list[Clause]:
    n = len(words)
    mains: list[Clause] = []
    kept = [f for k, f in enumerate(finites) if k == 0 or labels[f - 1] or _new_main(words, f, finites[k - 1], depth)]
    starts = [0]
    for f in kept[1:]:
        start = f
        while (
            start > starts[-1]
            and words[start - 1] not in (";", ".", "doch", "maar", ":")
            and not (words[start - 1] in ("en", "of", ",") and depth[start - 1] == 0)
            and not labels[start - 1]
        ):
            start -= 1
        starts.append(start)
    for k, f in enumerate(kept):
        first = starts[k]
        last = (starts[k + 1] - 1) if k + 1 < len(kept) else n - 1
        core = [j for j in range(first, last + 1) if depth[j] == 0]
        clause = Clause(f, first, last, core, frozenset(words[j] for j in core), shared=f in shared)
        _verbs(words, clause, last)
        mains.append(clause)
    return mains


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
            and word in lexi.singular | dict.fromkeys(_FINITE_ALWAYS, ())
        ):
            return True
        if words[j] == ":" and word in lexi.singular:
            return True
    return False


def _verbs(words: Sequence[str], clause: Clause, last: int) -> None:
    """Work out modality, voice, the lexical verb and the polarity of a clause."""
    _predicate(words, clause, last)
    after = [j for j in clause.core if j > clause.finite]
    reach = max((j for j in clause.verb_at if j > clause.finite), default=0)
    if not reach:
        reach = next((j for j in after if words[j] in (":", ";", "doch")), clause.last + 1)
    first = next((j for j in clause.core if words[j] not in (",", ";", "en", "of")), clause.finite)
    clause.negated = words[first] in ("geen", "niet") or any(
        words[j] in _NEGATIONS and not _denies_adjective(words, j) for j in after if j < reach
    )


def _denies_adjective(words: Sequence[str], j: int) -> bool:
    """«niet uitbetaalde», «niet verder dan», «niet of onvoldoende»: no negation of the clause."""
    following = words[j + 1] if j + 1 < len(words) else ""
    if words[j] != "niet":
        return False
    return (following in ("verder", "alleen", "of", "dan") and words[j + 1 : j + 3] != ("dan", "met")) or (
        following.endswith(("de", "te", "ende")) and following not in ("de", "te", "onverwijlde")
    )


_NEGATIONS = words("clauses", "negations")


def _predicate(words: Sequence[str], clause: Clause, last: int) -> None:
    lexi = lexicon()
    finite = words[clause.finite]
    after = [j for j in clause.core if j > clause.finite]
    if (finite in MODALS and finite not in ("dient", "dienen")) or (finite in ("dient", "dienen") and ("te" in clause.words)):
        clause.modal = finite
    passive = finite in PASSIVES or (any(words[j] == "worden" for j in after) and bool(clause.modal))
    if finite in COPULAS and ":" in clause.words:
        colon = next(j for j in clause.core if words[j] == ":")
        after = [j for j in after if j < colon]
    if finite in PASSIVES or clause.modal or finite in COPULAS or finite in PERFECTS:
        best: tuple[tuple[Verb, ...], int] | None = None
        weak: tuple[tuple[Verb, ...], int] | None = None  # after a comma: the end of a clause, or a parenthesis («, vastgesteld bij ...»)
        for j in after:
            word = words[j]
            words[j + 1] if j + 1 < len(words) else ""
            if passive or not clause.modal:
                if is_participle(word) and not _attributive(words, j):
                    found = lexi.participle.get(word, ())
                    if words[j - 1] == ",":
                        weak = weak or (found, j)
                    elif best is None or not best[0]:
                        best = (found, j)
            elif best is None and word in lexi.infinitive and words[j - 1] != "te" and not _nominal(words, j):
                best = (lexi.infinitive[word], j)
        if best is None or (not best[0] and weak is not None):
            best = weak
        if best is not None and any(v.infinitive in ("besluiten", "bepalen", "beslissen") for v in best[0]):
            best = _decided(words, after, best)
        if best is not None:
            clause.verbs, clause.verb_at = best[0], (best[1],)
        clause.passive = passive and bool(clause.verb_at)
        clause.copula = finite in COPULAS
        clause.perfect = finite in PERFECTS or (finite in COPULAS and bool(clause.verbs))
        if clause.modal and not clause.verbs:
            for j in after:
                if words[j] == "te" and j + 1 < len(words) and words[j + 1] in lexi.plural:
                    options = lexi.plural[words[j + 1]]
                    chosen = _with_particle(words, options, [k for k in after if k < j and k >= j - 2], clause.last)
                    clause.verbs, clause.verb_at = chosen[0], (*chosen[1], j + 1)
                    break
        if not clause.modal and not clause.verbs and finite in lexi.singular:
            chosen = _with_particle(words, lexi.singular[finite], after, last)
            clause.verbs, clause.verb_at = chosen[0], (clause.finite, *chosen[1])
        return
    options = lexi.singular.get(finite) or lexi.plural.get(finite) or lexi.final.get(finite) or lexi.infinitive.get(finite) or ()
    chosen = _with_particle(words, options, after, last)
    clause.verbs, clause.verb_at = chosen[0], (clause.finite, *chosen[1])


def _decided(words: Sequence[str], after: Sequence[int], best: tuple[tuple[Verb, ...], int]) -> tuple[tuple[Verb, ...], int]:
    """What is decided: the verb after «te» in «besluiten ... af te zien»."""
    lex = lexicon()
    for j in after:
        if words[j] == "te" and j + 1 < len(words) and j > best[1]:
            whole = words[j - 1] + words[j + 1]
            verbs = lex.infinitive.get(whole) or lex.infinitive.get(words[j + 1])
            if verbs and verbs[0].klas == "besluit":
                return verbs, j + 1
    return best


_AFTER_REFERENCE = words("clauses", "after_reference")


def _nominal(words: Sequence[str], j: int) -> bool:
    """An infinitive or plural used as a noun: «het verlenen van», «de bedoelde bedragen»."""
    before = words[j - 1]
    following = words[j + 1] if j + 1 < len(words) else ""
    return (
        before in ("het", "tot", "de", "van", "door")
        or (following == "van" and before != "te")
        or (words[j] in _NOUN_OR_VERB | _NO_VERB | {"gegevens", "houden_"} and before.endswith("e"))
    )


def _attributive(words: Sequence[str], j: int) -> bool:
    """A participle used as an adjective or parenthesis: «, bedoeld in», «als bedoeld», «een vastgesteld bedrag»."""
    if words[j] in ("bedoeld", "genoemd"):
        return True
    before = words[j - 1]
    following = words[j + 1] if j + 1 < len(words) else ""
    if words[j] in lexicon().plural and (before in DETERMINERS or before in _AFTER_REFERENCE):
        return True
    return before in ("als", "een", "het") or (before == "geen" and following not in [".", ",", ";", ":"])


_BOUNDARY = words("clauses", "boundary") | {""}
_FREE_PARTICLES = words("clauses", "free_particles")


def _with_particle(
    words: Sequence[str], options: Sequence[Verb], after: Sequence[int], last: int
) -> tuple[tuple[Verb, ...], tuple[int, ...]]:
    """Choose among the uses of a verb by the particle that stands at the clause's end."""
    wanted = {v.particle for v in options if v.particle}
    if wanted:
        for j in after:
            word = words[j]
            if word in wanted:
                following = words[j + 1] if j + 1 < len(words) else ""
                zover = following == "voor" and j + 2 < len(words) and words[j + 2] == "zover"
                if following in _BOUNDARY or zover or word in _FREE_PARTICLES or following in PREPOSITIONS:
                    return tuple(v for v in options if v.particle == word), (j,)
    simple = tuple(v for v in options if not v.particle)
    return simple, ()
