"""Passive voice and noun style in the sentences of a toelichting, by word form."""

from __future__ import annotations

import re
from functools import cache

from doenvermogentoets.language.model import Sentence
from doenvermogentoets_checks.common import table

_WORDEN = frozenset({"wordt", "worden", "werd", "werden"})
_NAAMWOORD = re.compile(r"^[a-zéëïöü-]{4,}(?:ing|ingen|atie|aties|heid|ering|eringen)$")
_DEELWOORD = re.compile(
    r"^(?:(?:af|aan|achter|bij|door|in|mee|na|op|om|over|terug|toe|uit|vast|voor|weg|open|samen|ter)?ge[a-zë]{2,}(?:d|t|en)|"
    r"(?:af|aan|bij|door|in|op|over|toe|uit|voor)?(?:be|ver|ont|her|er)[a-zë]{3,}(?:d|t|en)|voorzien|overgelegd|aangewend)$"
)


@cache
def persoonsvormen() -> frozenset[str]:
    """Finite verbs and nouns that have the form of a participle."""
    return frozenset(table("doenvermogentoets_checks.taal", "persoonsvormen")["woorden"])


@cache
def _concreet() -> frozenset[str]:
    return frozenset(table("doenvermogentoets_checks.taal", "geen_naamwoordstijl")["woorden"])


def is_nominalisatie(word: str) -> bool:
    """A noun made of a verb («vaststelling»); names of things and institutions on the list, and compounds of them, are not."""
    if not _NAAMWOORD.match(word):
        return False
    single = word[:-2] if word.endswith("ingen") else word[:-1] if word.endswith("aties") else word
    return not any(single.endswith(c) for c in _concreet() if len(c) > 5) and single not in _concreet()


def nominalisaties(sentence: Sentence) -> list[int]:
    """Token indices of nominalisations, «het uitvoeren van» included."""
    words = sentence.words
    out = []
    for i, word in enumerate(words):
        infinitive = word.endswith("en") and len(word) > 4 and i >= 1 and words[i - 1] == "het" and words[i + 1 : i + 2] == ("van",)
        if infinitive or is_nominalisatie(word):
            out.append(i)
    return out


def lijdend(sentence: Sentence) -> int | None:
    """Token index of «wordt» or «worden» with a participle in the sentence, or ``None``."""
    words = sentence.words
    for i, word in enumerate(words):
        if word in _WORDEN and any(
            len(w) > 4 and w not in persoonsvormen() and _DEELWOORD.match(w) for w in (*words[max(0, i - 3) : i], *words[i + 1 : i + 45])
        ):
            return i
    return None
