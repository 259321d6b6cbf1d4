"""Clauses that stand before the main one, and clusters of verbs that end a clause."""

from __future__ import annotations

from collections.abc import Sequence

from doenvermogentoets.norms.grammar import (
    COPULAS,
    DETERMINERS,
    FINITE_ALWAYS,
    MODALS,
    NO_VERB,
    NOUN_OR_VERB,
    PASSIVES,
    PERFECTS,
    PLURAL_AUXILIARIES,
    cluster_end,
    in_cluster,
    is_participle,
)
from doenvermogentoets.norms.verbs import lexicon

_PURPOSE = frozenset(["teneinde", "om", "alvorens", "zonder"])


def verb_first(words: Sequence[str]) -> int:
    """End of a condition that opens with its verb («Zijn de gegevens niet ontvangen, dan wordt ...»); 0 if there is none."""
    purpose = bool(words) and words[0] in _PURPOSE and "te" in words[:40]  # «Teneinde ... te bieden, stelt ...»
    if not purpose and (
        not words
        or (words[0] not in FINITE_ALWAYS and words[0] not in PLURAL_AUXILIARIES and words[0] not in lexicon().singular)
        or words[0] in NO_VERB
    ):
        return 0
    lex = lexicon()
    for j in range(2, min(len(words) - 1, 150)):
        if words[j] == "," and (
            words[j + 1] == "dan"
            or words[j + 1] in FINITE_ALWAYS
            or words[j + 1] in PLURAL_AUXILIARIES
            or words[j + 1] in lex.singular
            or _plural_first(words, j + 1)
        ):
            if purpose and "te" not in words[:j]:
                continue
            return j
        if words[j] in (";", ":", "."):
            return 0
        if purpose and words[j - 2] == "te" and (words[j] in FINITE_ALWAYS or words[j] in PLURAL_AUXILIARIES or words[j] in lex.singular):
            return j  # «Alvorens uitspraak te doen kan de rechter»
    return 0


def _plural_first(words: Sequence[str], j: int) -> bool:
    """A plural verb before its subject: «, stellen burgemeester en wethouders»."""
    word = words[j]
    return (
        word in lexicon().plural
        and word not in NO_VERB
        and word not in NOUN_OR_VERB
        and j + 1 < len(words)
        and (words[j + 1] in DETERMINERS or words[j + 1] in ("burgemeester", "gedeputeerde", "provinciale", "onze", "partijen"))
    )


def main_follows(words: Sequence[str], labels: Sequence[bool], i: int) -> bool:
    """Whether a finite verb stands directly after a comma further on, before the sentence ends or a list starts."""
    lex = lexicon()
    for j in range(i + 1, min(len(words), i + 150)):
        word = words[j]
        if labels[j] or word in (";", ":"):
            return False
        if (
            words[j - 1] == ","
            and word not in NO_VERB
            and (
                word in FINITE_ALWAYS
                or word in PLURAL_AUXILIARIES
                or (word in lex.singular and word not in lex.participle and word not in NOUN_OR_VERB)
                or _plural_first(words, j)
            )
        ):
            return True
    return False


def same_cluster(words: Sequence[str], i: int, ended: int) -> bool:
    """Whether the verbs at ``i`` repeat the auxiliary of the clause that ended before («kunnen worden ... of kunnen worden ...»)."""
    return i + 1 < len(words) and in_cluster(words, i + 1, words[i]) and words[i] in words[max(0, ended - 3) : ended + 1]


_INTENDS = frozenset(["wil", "willen", "gaat", "gaan", "zal", "zullen", "kan", "kunnen"])
_HELPERS = PASSIVES | COPULAS | PERFECTS | MODALS | _INTENDS


def final_cluster(words: Sequence[str], i: int, ended: int, depth: Sequence[int]) -> int:
    """End of a verb cluster that closes a coordinated subordinate clause without its own subordinator; -1 if there is none.

    «indien hij geen zienswijze naar voren heeft gebracht, geen bezwaar heeft gemaakt of niet is verschenen»: after a subordinate
    clause, a coordinator and a finite verb that stands with its participle at the very end, where a main clause has it second.

    Args:
        words: the words of the sentence.
        i: index of the finite verb.
        ended: where the subordinate clause before it ended.
        depth: depth of the words so far.
    """
    if words[i] not in _HELPERS or words[i - 1] in ("en", "of", ",", ";", ":", "dan", "wel") or i - ended > 30:
        return -1
    between = [words[j] for j in range(ended + 1, i) if not depth[j]]
    if not between or between[0] not in (",", "en", "of") or ";" in between or ":" in between:
        return -1
    end = cluster_end(words, i)
    following = words[end + 1] if end + 1 < len(words) else "."
    return end if end > i and following in (".", ",", ";", "en", "of", "dan") else -1


def coordinated(words: Sequence[str], j: int, n: int, has_main: bool) -> int:
    """End of a verb cluster with what is coordinated to it: «is ingetrokken of vervallen», «zijn genomen of zijn ingevorderd»."""
    while j + 2 < n and words[j + 1] in ("en", "of"):
        first = j + 2
        if is_participle(words[j]) and is_participle(words[first]) and words[first] not in lexicon().singular:
            j = first
        elif words[first] in PASSIVES | COPULAS | PERFECTS and first + 1 < n and is_participle(words[first + 1]):
            following = words[first + 2] if first + 2 < n else "."
            if has_main and following not in (",", ".", ";", ":"):
                break
            j = first + 1
        elif words[first] in _INTENDS and first + 1 < n and in_cluster(words, first + 1, words[first]):
            j = first + 1  # «verricht of wil verrichten», «volgt of gaat volgen»
        elif not has_main and words[first] in lexicon().singular and not is_participle(words[j]) and _goes_on_after(words, first):
            j = first  # «die aanspraak heeft of krijgt op»
        elif words[first] in PERFECTS and first + 1 < n and words[first + 1] in MODALS:
            j = first + 1  # «is ingegaan of had kunnen ingaan»
        else:
            break
        j = cluster_end(words, j)
    return j


def _goes_on_after(words: Sequence[str], j: int) -> bool:
    """Whether after a verb comes what a clause may still add («op doorbetaling») or its end; a main verb has its subject there."""
    return words[j] not in NO_VERB | NOUN_OR_VERB and (words[j + 1 : j + 2] == (",",) or words[j + 1 : j + 2] == ("op",))


def goes_on(words: Sequence[str], labels: Sequence[bool], i: int) -> bool:
    """Whether the verb at ``i`` is coordinated with a next one, and the main clause comes after that."""
    return words[i + 1 : i + 2] in (("en",), ("of",)) and main_follows(words, labels, i + 1)


def verbs_only(words: Sequence[str], i: int) -> bool:
    """Whether a cluster of verbs starts at ``i`` and then the clause ends: in a main clause something stands between."""
    j = cluster_end(words, i)
    return j > i and words[j + 1 : j + 2] in (("of",), ("en",), (".",), (";",), (",",))


def ends_before_main(words: Sequence[str], labels: Sequence[bool], i: int, ended: int) -> bool:
    """Whether the verb at ``i`` ends what is coordinated to the clause before it: after its cluster come a comma and the main verb."""
    if words[ended + 1] not in ("en", "of", ",") or (words[ended + 1] == "," and words[ended + 2] not in ("en", "of", "doch", "maar")):
        return False
    end = cluster_end(words, i)
    if words[end + 1 : end + 2] != (",",) or end + 2 >= len(words) or labels[end + 2]:
        return False
    following = words[end + 2]
    return following in FINITE_ALWAYS or following in PLURAL_AUXILIARIES or (following in lexicon().singular and following not in NO_VERB)


def opens_main(words: Sequence[str], i: int) -> bool:
    """Whether a modal begins the main clause after what stood in front: a verb and a comma before it, its subject after it."""
    return (
        i > 1
        and words[i] in MODALS
        and words[i - 1] == ","
        and words[i - 2] in lexicon().singular
        and words[i + 1 : i + 2] != ()
        and (words[i + 1] in DETERMINERS or words[i + 1] == "onze")
    )


def main_goes_on(words: Sequence[str], i: int, finites: Sequence[int]) -> bool:
    """«dient uiterlijk op de dag waarop de vergunning eindigt te worden ingediend»: «te» belongs to the main verb that waits for it."""
    return words[i] == "te" and bool(finites) and words[finites[-1]] in _AWAIT_TE and words[i - 1] not in _TAKE_TE


_AWAIT_TE = frozenset(["dient", "dienen", "behoort", "behoren", "hoeft", "hoeven", "behoeft", "behoeven"])
_TAKE_TE = _AWAIT_TE | COPULAS | PERFECTS | frozenset(["weet", "valt", "staat", "zit", "wenst", "tracht"])
