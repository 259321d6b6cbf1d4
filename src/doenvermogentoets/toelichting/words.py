"""Content words of Dutch legal text, in a form in which noun and verb of one root meet.

«terugvordering», «teruggevorderd», «terugvorderen» and «terug te vorderen» must count as the same topic. A full stemmer does not do
that; three rules on prefix, «ge» after a particle and ending do.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from doenvermogentoets.search import Listed
from doenvermogentoets.wordlists import REMEMBERED

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBER = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+|\d{3,7})(?![\d.])")
_PARTICLE = re.compile(
    r"^(af|aan|achter|bij|door|in|mee|na|op|om|over|terug|toe|uit|vast|voor|weg|open|samen|goed)(?:ge|te)"
    r"(?=[^\W\d_]{4})"
)
_ENDINGS = ("ingen", "heden", "ing", "ers", "den", "ten", "en", "de", "te", "er", "e", "d", "t", "s")
_DOUBLE = re.compile(r"([bdfgklmnprst])\1$")
_LONG = re.compile(r"(aa|ee|oo|uu)(?=[^aeiou]+$)")


@cache
def stop_words() -> frozenset[str]:
    """Words that tell nothing about what a sentence is about (``stopwoorden.toml``)."""
    return frozenset(tomllib.loads(files(__package__).joinpath("stopwoorden.toml").read_text(encoding="utf-8"))["woorden"])


@cache
def weak_roots() -> frozenset[str]:
    """Roots of words that say little about which provision is meant (``zwak`` in ``stopwoorden.toml``)."""
    found = tomllib.loads(files(__package__).joinpath("stopwoorden.toml").read_text(encoding="utf-8"))["zwak"]
    return frozenset(root(w) for w in found)


@lru_cache(maxsize=REMEMBERED)
def root(word: str) -> str:
    """The form under which a word is compared; not a word of the language."""
    word = word.lower()
    word = _PARTICLE.sub(r"\1", word)
    if word.startswith("ge") and len(word) > 6:
        word = word[2:]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    if len(word) > 5 and word[-1] in "dt":
        word = word[:-1]  # «overlijden» lost its «den», «overlijdt» only its «t»
    word = _DOUBLE.sub(r"\1", word)
    word = _LONG.sub(lambda m: m.group(1)[0], word)
    return word.replace("v", "f").replace("z", "s")


def roots(text: str) -> list[str]:
    """Roots of the content words of a text, in order."""
    stop = stop_words()
    return [root(w) for w in _WORD.findall(text) if len(w) > 2 and w.lower() not in stop]


@cache
def _concepts(name: str) -> tuple[tuple[str, Listed], ...]:
    data = tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    return tuple((f"={name}", Listed(found)) for name, found in data["begrippen"].items())


@lru_cache(maxsize=2_000)  # an editor reads the same sentences again after every key
def concepts(text: str, name: str = "begrippen") -> frozenset[str]:
    """What a text speaks of in whatever words («te laat», «niet binnen de termijn»): names that count like a root (``<name>.toml``)."""
    return frozenset(concept for concept, pattern in _concepts(name) if pattern.occurs(text))


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    """Per root the groups of ``verwant.toml`` that have it."""
    data = tomllib.loads(files(__package__).joinpath("verwant.toml").read_text(encoding="utf-8"))
    out: dict[str, set[str]] = {}
    for name, found in data["groepen"].items():
        for word in found.split():
            out.setdefault(root(word), set()).add(f"{GROUP}{name}")
    return {word: frozenset(names) for word, names in out.items()}


GROUP = "=~"  # what the name of a group begins with


def groups(words: Iterable[str]) -> frozenset[str]:
    """The groups of words for the same thing («eigen arbeid», «zelf klussen») that these roots belong to (``verwant.toml``)."""
    known = _groups()
    return frozenset(name for word in words for name in known.get(word, ()))


def numbers(text: str) -> frozenset[str]:
    """The numbers of three digits and more («50.000», «€ 1.500»), as names that count like a root; years are left out."""
    found = (m.group(0).replace(".", "") for m in _NUMBER.finditer(text))
    return frozenset(f"#{n}" for n in found if not (len(n) == 4 and n.startswith(("19", "20"))))


def topic(text: str) -> frozenset[str]:
    """The roots, concepts and large numbers of a text: what it is about."""
    return frozenset(roots(text)) | concepts(text) | numbers(text)


class Weights:
    """How much a root tells about which text it comes from (inverse document frequency)."""

    def __init__(self, texts: Iterable[frozenset[str]]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for words in texts:
            counts.update(words)
            total += 1
        self._weights: Mapping[str, float] = {w: math.log(1 + total / n) for w, n in counts.items()}

    def __contains__(self, word: str) -> bool:
        return word in self._weights

    def of(self, words: Iterable[str]) -> float:
        return sum(self._weights.get(w, 0.0) for w in words)
