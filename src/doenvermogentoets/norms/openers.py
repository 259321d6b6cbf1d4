"""Words that open a clause, and the same words where they do not: «die», «dat», «als», «of», «indien nodig»."""

from __future__ import annotations

from collections.abc import Sequence

from doenvermogentoets.norms.grammar import (
    AUXILIARIES,
    COPULAS,
    DETERMINERS,
    FINITE_ALWAYS,
    NO_VERB,
    NOUN_OR_VERB,
    PASSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from doenvermogentoets.norms.lexicon import words
from doenvermogentoets.norms.verbs import lexicon

_AFTER_AS = words("clauses", "after_als")


def opens(words: Sequence[str], i: int, before: str, after: str, closed: str, after_clause: bool = False) -> bool:
    """Whether a word opens a clause that ends with its verb; ``after_clause``: a subordinate clause ended just before it."""
    word = words[i]
    if word in SUBORDINATORS:
        if after == "van" and word == "ingeval":
            return False  # «Ingeval van overtreding kan»
        return not (word == "waarvan" and before == "ten") and not (word in _ELLIPTIC and _no_verb(words, i))
    if word in ("die", "welke"):
        if before in PREPOSITIONS:
            return word == "welke"
        if not before or before in ".:;«" or before in SUBORDINATORS or before in _NO_ANTECEDENT:
            return False
        if before in ("en", "of", "wel", "maar"):
            return closed in RELATIVES
        if before == "hij" and i > 1 and _is_verb(words[i - 2]):
            return False  # «kan hij die bezwaren aanwijzen»
        as_noun = i > 1 and (words[i - 2] in DETERMINERS or words[i - 2] in PREPOSITIONS)  # «een staat die lid is»
        return after_clause or as_noun or not _is_verb(before)
    if word == "dat":
        if not before or before in PREPOSITIONS or before in SUBORDINATORS or before in ("als", "die", "zover", ".", "«", "zoals"):
            return False
        if before in ("en", "of", "wel", "maar"):
            return closed in ("dat", "die")
        if before.endswith(_PERSONS) and _is_verb(after):
            return False  # «indien de houder dat verzoekt»: no person is a «dat»
        return not (
            before in PASSIVES
            or (
                before in COPULAS
                and after not in DETERMINERS
                and after not in ("hij", "zij", "er", "voor", "in", "ten", "op", "aan", "onze", "bij")
            )
        )
    if word == "zoals":
        return not _AS_IT_READ.isdisjoint(words[i + 1 : i + 10])
    if word == "welk" and before not in ("", "."):
        return True
    if word in ("wie", "wat"):
        return True
    if word == "als":
        if after in ("bedoeld", "bedoelde", "gevolg", "genoemd", "vastgesteld", "omschreven", "volgt", "zodanig", "ware"):
            return False
        if after in ("hij", "er", "zij", "blijkt"):
            return True
        if i == 0 and after in _AFTER_AS:
            return any(
                w == "," and words[k + 1 : k + 2] and (words[k + 1] == "dan" or words[k + 1] in AUXILIARIES) for k, w in enumerate(words)
            )
        return (not before or before in _THEN_IF or before in (",", "tenzij", "ook", "of", "en", ":", "slechts", "alleen")) and (
            after in DETERMINERS or after in ("onze", "niet")
        )
    if word == "geval":
        return before == "in" and (after in DETERMINERS or after in ("onze", "er", "burgemeester", "hij", "zij"))
    if word == "zover":
        return before == "voor" and not _no_verb(words, i)
    if word == "waar":
        return (
            before not in ("", ",", "en", "of", "voor", "niet", "daar")
            and after != "nodig"
            and (after in DETERMINERS or after in ("hij", "zij", "onze"))
        )
    if word in ("of", "hoe"):
        if word == "of" and before == "," and _told(words, i):
            return after in DETERMINERS or after in PREPOSITIONS or after in ("en", "er", "hij", "zij", "onze")  # «deelt mede, of de»
        return before in (
            "nagegaan",
            "beoordeeld",
            "beoordeelt",
            "onderzocht",
            "onderzoekt",
            "bepaalt",
            "vraag",
            "twijfel",
            "beoordeling",
            "onzekerheid",
            "na",
            "aan",
            "vermeld",
            "bepalen",
        ) and (after in DETERMINERS or after in ("en", "er", "hij"))
    if word in ("zo", "zoo"):
        return before in (",", "of", "en", "") and (after in _AFTER_IF or (before == "," and after in ("van", "in", "uit", "aan")))
    if word == "toen":
        return bool(before)
    return False


_AFTER_IF = frozenset(["het", "hij", "zij", "deze", "er", "zulks", "dat", "dit"])  # «zo het niet is toegezonden»
# What an indirect question follows: a particle of telling, or a verb of finding out.
_TELLS = frozenset(["mede", "mee", "aan", "vast", "na", "bekend", "kennis", "kenbaar"])


_MAKES_KNOWN = words("clauses", "makes_known")


# After these «als» says when: «is voldaan als de onderneming», not «aangewezen als de plaats».
_THEN_IF = words("clauses", "voldaan_als")
_NO_ANTECEDENT = frozenset(["dat", "als", "dan", "ook", "zover", "alleen", "niet", "zoals"])
_AS_IT_READ = frozenset(["luidt", "luiden", "luidde", "luidden"])  # «zoals die wet luidde voor die datum»
_PERSONS = tuple(words("clauses", "persons"))


_ELLIPTIC = frozenset(["indien", "wanneer", "tenzij", "voorzover", "mits", "ingeval"])


_NECESSARY = words("clauses", "necessary")


_CONTINUES = frozenset(["blijkt", "blijken", "acht", "achten", "voor", "om", "met", "in", "bij"])


_BEFORE_NECESSARY = words("clauses", "before_necessary")


def _told(words: Sequence[str], i: int) -> bool:
    """Whether a verb of telling or finding out stands in what the comma before «of» ends: «vermeldt in het verslag, of de»."""
    for j in range(i - 2, max(-1, i - 14), -1):
        if words[j] in _MAKES_KNOWN or (j == i - 2 and words[j] in _TELLS):
            return True
        if words[j] in (",", ";", ":", "."):
            return False
    return False


def _no_verb(words: Sequence[str], i: int) -> bool:
    """A condition of an adjective only: «voor zover mogelijk», «indien nodig», «voor zover van toepassing»."""
    n = len(words)
    j = i + 1
    while j < n and words[j] in _BEFORE_NECESSARY:
        j += 1
    if words[j : j + 2] == ("van", "toepassing"):
        j += 1
    elif j >= n or words[j] not in _NECESSARY:
        return False
    following = words[j + 1] if j + 1 < n else "."
    return not (following in COPULAS or following in PASSIVES or following in _CONTINUES)


def _is_verb(word: str) -> bool:
    return (
        word in AUXILIARIES
        or word in FINITE_ALWAYS
        or (word in lexicon().singular and word not in NO_VERB and word not in NOUN_OR_VERB and word not in lexicon().participle)
    )
