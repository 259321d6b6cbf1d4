"""The main verb of a sentence in which no clause closed as it should."""

from __future__ import annotations

from collections.abc import Sequence

from doenvermogentoets.norms.grammar import (
    _BEFORE_NOUN,
    _NOT_PARTICIPLE,
    DETERMINERS,
    FINITE_ALWAYS,
    NO_VERB,
    NOUN_OR_VERB,
    PLURAL_AUXILIARIES,
    PREPOSITIONS,
)
from doenvermogentoets.norms.verbs import lexicon


def main_verb(words: Sequence[str]) -> int | None:
    """The main verb when some clause never closed: the last finite verb after a comma, else a verb-shaped word after a short subject."""
    lex = lexicon()
    best = None
    for i in range(1, len(words)):
        if (
            words[i - 1] == ","
            and (words[i] in FINITE_ALWAYS or words[i] in PLURAL_AUXILIARIES or words[i] in lex.singular)
            and words[i] not in NO_VERB
        ):
            best = i
    if best is not None:
        return best
    for i in range(1, min(len(words) - 1, 60)):
        word, before = words[i], words[i - 1]
        subject = before not in _BEFORE_NOUN and before not in PREPOSITIONS and before not in (",", "en", "of", "te")
        if subject and (
            word == "zijn" or (word in lex.plural and word not in NO_VERB and word not in NOUN_OR_VERB and words[i + 1] != "van")
        ):
            return i
    for i in range(1, min(len(words) - 1, 9)):
        word, before, after = words[i], words[i - 1], words[i + 1]
        if word.endswith("t") and len(word) > 3 and word.isalpha() and word not in NO_VERB and word not in _NOT_PARTICIPLE:
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
