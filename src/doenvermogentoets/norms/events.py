"""Where the event ends that starts a time limit: «na dagtekening van het verzoek», and not the words that follow it.

Such an event is one noun phrase with what belongs to it, or one clause. It ends where a new noun phrase, a receiver («aan het
college»), an adverb or a verb begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from doenvermogentoets.norms import numbers
from doenvermogentoets.norms.grammar import DETERMINERS, FINITE_ALWAYS, PLURAL_AUXILIARIES, PREPOSITIONS, RELATIVES, SUBORDINATORS
from doenvermogentoets.norms.lexicon import word_list
from doenvermogentoets.norms.verbs import lexicon

OPENERS = word_list("limits", "gebeurtenis", "openers")
_INSIDE = word_list("limits", "gebeurtenis", "binnenin")
_HANDING_OVER = word_list("limits", "gebeurtenis", "overdracht")
_OBJECTS = word_list("limits", "gebeurtenis", "voorwerp")
_REFERENCE = word_list("limits", "gebeurtenis", "verwijzing")
_DEMONSTRATIVE = word_list("limits", "gebeurtenis", "aanwijzend")
_NAMED = word_list("limits", "gebeurtenis", "met_naam")
_CLAUSES = frozenset(["nadat", "voordat"])
_CLUSTER = frozenset(["te", "komen", "vast", "staan", "geworden", "geweest"])
_TOWARDS = frozenset(["volgend", "volgende", "voorafgaand", "voorafgaande", "gerekend", "ingaande", "te", "rekenen"])
_CLOSED = frozenset([".", ";", ":", "(", "«", "„"])
_EVENT_NOUNS = frozenset(["recht", "aanspraak", "beslissing", "antwoord", "besluit", "beschikking", "grond", "beroep"])
_BY = frozenset(["ontvangst", "verzoek", "aanvraag", "besluit", "afgifte"])  # nouns that take an agent after «door»
_LIMIT = 80  # tokens; keeps the reading linear


def end(words: Sequence[str], i: int, clauses: Sequence[tuple[int, int, str]] = ()) -> int:
    """Last token of the event that opens at ``i``; ``i - 1`` if none opens there.

    Args:
        words: the lower-cased words of the sentence.
        i: the token after the limit.
        clauses: subordinate clauses of the sentence as (first, last, opening word).
    """
    n = len(words)
    if i >= n or words[i] not in OPENERS:
        return i - 1
    following = words[i + 1] if i + 1 < n else ""
    if words[i] == "van" and not (following in DETERMINERS or numbers.ordinal(following) or following in numbers.MONTH_NAMES):
        return i - 1
    ends = {first: last for first, last, _ in clauses}
    last = _clause(words, i, ends) if words[i] in _CLAUSES else _noun_phrase(words, i + 1, ends)
    while last > i and words[last] in (",", "en", "of"):
        last -= 1
    if last + 2 < n and words[last + 1] in ("of", "en") and words[last + 2] in ("na", "nadat"):
        return max(last, end(words, last + 2, clauses))
    return last if last > i else i - 1


def _clause(words: Sequence[str], i: int, ends: dict[int, int]) -> int:
    """Last token of the clause that «nadat» or «voordat» opens; its verbs may run on («is komen vast te staan dat»)."""
    lex = lexicon()
    n = len(words)
    last = min(ends.get(i, i + _LIMIT), n - 1)
    for j in range(i + 1, last + 1):
        if words[j] in _CLOSED or (words[j] == "," and words[j + 1 : j + 2] and not _goes_on(words[j + 1])):
            return j - 1
    while last + 1 < n and (words[last + 1] in lex.participle or words[last + 1] in lex.infinitive or words[last + 1] in _CLUSTER):
        last += 1
    if last + 1 < n and words[last + 1] == "dat" and last + 1 in ends:
        last = ends[last + 1]
    return last


def _goes_on(word: str) -> bool:
    return word in _REFERENCE or word in RELATIVES or word.startswith("waar")


def _noun_phrase(words: Sequence[str], j: int, ends: dict[int, int]) -> int:
    """Last token of the phrase that starts at ``j``."""
    n = min(len(words), j + _LIMIT)
    start = j
    head = ""  # the last noun; empty while one is awaited
    while j < n:
        word = words[j]
        before = words[j - 1]
        following = words[j + 1] if j + 1 < len(words) else ""
        if word in _CLOSED:
            return j - 1
        if word == ",":
            if j in ends:
                j = ends[j] + 1
                continue
            if following in _REFERENCE and head:
                j = _reference_end(words, j + 1, n)
                continue
            if following in ("waarop", "waarin", "waarbij", "waarover") and j + 1 in ends:
                j = ends[j + 1] + 1
                continue
            return j - 1
        if j in ends and (word in RELATIVES or word.startswith("waar") or word in ("nadat", "voordat")):
            inner = ends[j]
            if inner >= n - 1 and inner >= len(words) - 2:
                return inner - 1 if words[inner] in _CLOSED else inner
            j, head = inner + 1, head or "die"
            continue
        if word in SUBORDINATORS and not word.startswith("waar"):
            return j - 1
        if not head:
            if word in DETERMINERS and following in PREPOSITIONS:
                # «de in het eerste lid bedoelde termijn»: what stands before the noun
                j = _attribute_end(words, j + 1) + 1
                continue
            if _is_head(words, j):
                head = word
            j += 1
            continue
        if word == "als" and following in _REFERENCE:
            j = _reference_end(words, j + 1, n)
            continue
        if word in _DEMONSTRATIVE or word.isdecimal() or (before in _NAMED and word not in PREPOSITIONS and word not in DETERMINERS):
            j += 1
            continue
        if word in numbers.MONTH_NAMES:
            j += 1
            continue
        if word in _TOWARDS and word != "te":
            j += 1
            if j < n and words[j] in ("op", "aan", "vanaf"):
                j += 1
            head = ""
            continue
        if word in PREPOSITIONS and _continues(words, start, j, head, following):
            head = ""
            j += 1
            continue
        if word in ("en", "of") and j > start and _coordinates(words, j):
            head = ""
            j += 1
            continue
        return j - 1
    return n - 1


def _is_head(words: Sequence[str], j: int) -> bool:
    """Whether a word is the noun that is awaited, not what stands before it."""
    word, before = words[j], words[j - 1]
    following = words[j + 1] if j + 1 < len(words) else ""
    if word in ("die", "dat"):
        return following in _CLOSED or following == "," or following.startswith("waar")
    if word in DETERMINERS or word in _TOWARDS or word in PREPOSITIONS or word == "onze" or numbers.number(word) is not None:
        return False
    return not _adjective(word, before, following)


def _attribute_end(words: Sequence[str], j: int) -> int:
    """Last token of a participle group before a noun: «in het eerste lid bedoelde»; ``j - 1`` if there is none."""
    participles = lexicon().participle
    for k in range(j + 1, min(len(words), j + 16)):
        if words[k] in _CLOSED:
            break
        if words[k].endswith("e") and words[k][:-1] in participles:
            return k
    return j - 1


def _adjective(word: str, before: str, following: str) -> bool:
    """Whether a word goes with a noun that comes after it."""
    if not following or following in PREPOSITIONS or following in DETERMINERS or following in (",", ".", ";", ":"):
        return False
    participles = lexicon().participle
    if (word.endswith("e") and word[:-1] in participles) or (word in participles and before in DETERMINERS):
        return True
    return following not in _OBJECTS and (
        (word.endswith("e") or numbers.ordinal(word) is not None)
        and following not in FINITE_ALWAYS
        and following not in PLURAL_AUXILIARIES
        and following not in lexicon().singular
    )


def _continues(words: Sequence[str], start: int, j: int, head: str, following: str) -> bool:
    """Whether the preposition at ``j`` goes on inside the event that opened before ``start``."""
    word = words[j]
    if not following or following in (",", ".", ";", ":"):
        return False  # a particle: «dient ... in.»
    near = words[max(0, j - 1)]
    if word == "na":
        return near == "dag" and following in ("die", "de", "dat")
    if word in _INSIDE:
        return not (word in ("tot", "tussen") and following in ("en", "uiterlijk"))
    if word in ("aan", "bij"):
        sent = near in _HANDING_OVER or (
            not _HANDING_OVER.isdisjoint(words[start:j]) and not {"daarvan", "door"}.isdisjoint(words[start:j])
        )
        return sent and word == "aan"
    if word == "door":
        return head.endswith("ing") or head in _BY or near in _DEMONSTRATIVE
    if word == "op":
        return near in _EVENT_NOUNS or following == "grond"
    if word == "in":
        return following in ("het", "de", "dit", "artikel", "nederland", "dat") and not _seals(words, j)
    if word in ("om", "over", "met"):
        return near in ("verzoek", "aanvraag", "beslissing", "overleg", "verband", "overeenkomst")
    return word in ("ingevolge", "krachtens") and head.endswith("ing")


def _seals(words: Sequence[str], j: int) -> bool:
    """«in het register», «in het openbaar»: a place where the act puts something, when the event itself is no clause of place."""
    return words[j + 1 : j + 3] in (("het", "bezit"), ("het", "register"), ("de", "gelegenheid"))


def _coordinates(words: Sequence[str], j: int) -> bool:
    """«na ontvangst en controle van», not «na ontvangst en zendt»."""
    lex = lexicon()
    following = words[j + 1] if j + 1 < len(words) else ""
    if not following or following in FINITE_ALWAYS or following in lex.singular or following in OPENERS or following in SUBORDINATORS:
        return False
    if following in PREPOSITIONS or following in ("uiterlijk", "zo"):
        return False
    if words[j + 2 : j + 3] and words[j + 2].startswith("waar"):
        return True
    later = words[j + 1 : j + 8]
    return not any(w in FINITE_ALWAYS or w in PLURAL_AUXILIARIES or w in lex.singular for w in later)


def _reference_end(words: Sequence[str], j: int, n: int) -> int:
    """First token after «bedoeld in artikel 4, eerste lid, onderdeel b,»."""
    while j < n and words[j] not in _CLOSED:
        if words[j] == ",":
            following = words[j + 1] if j + 1 < len(words) else ""
            if following not in _REFERENCE and following not in ("van", "juncto"):
                return j + 1 if following not in DETERMINERS else j
        j += 1
    return j
