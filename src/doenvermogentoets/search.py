"""Regular expressions that mostly do not match.

Most questions that are asked of a sentence are answered «no», and an expression with many alternatives takes long to say so. What no
match can lack follows from the expression itself («one of these words, and one of those»); to look for plain words first is many
times faster. The answer stays the same: the words are a necessary condition, never a sufficient one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from doenvermogentoets.text import Span, Text

Need = tuple[str, ...]
"""Lower-cased words of which one stands in every match."""

_SHORTEST = 3  # shorter words stand everywhere
_MOST = 400  # more alternatives than this are no quick look


class Search:
    """A regular expression with what no match can lack.

    Args:
        expression: written in small letters, for text in small letters. It may look around, but only inside the range that is searched.
    """

    __slots__ = ("needs", "pattern")

    def __init__(self, expression: str) -> None:
        self.pattern = re.compile(expression)
        self.needs = needs(expression)

    def may_match(self, words: str) -> bool:
        """Whether what no match can lack is there; ``words`` in small letters."""
        contains = words.__contains__  # with ``map`` twice as fast as a loop, and this is asked more than anything else
        return all(any(map(contains, need)) for need in self.needs)

    def search(self, words: str) -> re.Match[str] | None:
        """The first match in text in small letters."""
        return self.pattern.search(words) if self.may_match(words) else None

    def within(self, text: Text, span: Span) -> Iterator[Span]:
        """The matches inside a span, in order, not overlapping; any case."""
        small = text.small
        if self.may_match(small[span.start : span.end]):
            for match in self.pattern.finditer(small, span.start, span.end):
                yield Span(match.start(), match.end())


class Words:
    """A sentence in small letters of which many expressions are asked: each need is looked for once."""

    __slots__ = ("_known", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[Need, bool] = {}

    def has(self, need: Need) -> bool:
        """Whether one of these words stands in the text."""
        known = self._known.get(need)
        if known is None:
            known = self._known[need] = any(map(self._text.__contains__, need))
        return known

    def may_match(self, search: Search) -> bool:
        """Whether what no match can lack is there."""
        return all(map(self.has, search.needs))


class Searches:
    """Several expressions as one, as if they stood in one expression with bars between them."""

    __slots__ = ("_each",)

    def __init__(self, expressions: Iterable[str]) -> None:
        self._each = tuple(map(Search, expressions))

    def occurs(self, words: str) -> bool:
        """Whether one of them matches in text in small letters."""
        known = Words(words)
        return any(known.may_match(search) and search.pattern.search(words) is not None for search in self._each)

    def search(self, words: str) -> re.Match[str] | None:
        """The match that begins first; of several, that of the expression that was named first."""
        known = Words(words)
        first: re.Match[str] | None = None
        for search in self._each:
            if known.may_match(search):
                match = search.pattern.search(words)
                if match is not None and (first is None or match.start() < first.start()):
                    first = match
        return first


def needs(expression: str) -> tuple[Need, ...]:
    """Groups of words, in small letters; of each group one stands in every match. The cheapest group comes first."""
    try:
        tree = import_module("re._parser").parse(expression)
    except ImportError:  # a Python that keeps its parser elsewhere: nothing is known, everything is searched
        return ()
    groups = {need for need in map(_simple, _needs(tree)) if len(need) <= _MOST}
    return tuple(sorted(groups, key=lambda need: (len(need), -min(map(len, need)), need)))


def _simple(words: Iterable[str]) -> Need:
    """The words without those that contain another of them."""
    kept: list[str] = []
    for word in sorted(set(words), key=lambda w: (len(w), w)):
        if not any(short in word for short in kept):
            kept.append(word)
    return tuple(sorted(kept))


def _needs(items: Any) -> list[set[str]]:
    """The needs of a sequence of parsed items: each must match."""
    found: list[set[str]] = []
    run = ""
    for op, argument in items:
        name = str(op)
        if name == "LITERAL":
            run += chr(argument).lower()
            continue
        if len(run) >= _SHORTEST:
            found.append({run})
        run = ""
        if name == "SUBPATTERN":
            found += _needs(argument[-1])
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and argument[0] > 0:
            found += _needs(argument[2])
        elif name == "ATOMIC_GROUP":
            found += _needs(argument)
        elif name == "BRANCH":
            found += _either(argument[1])
    if len(run) >= _SHORTEST:
        found.append({run})
    return found


def _either(alternatives: Any) -> list[set[str]]:
    """The needs of alternatives: one of the most telling of each, one of the next of each, as far as all have one."""
    ranked = [sorted(_needs(a), key=lambda need: (-min(map(len, need)), len(need))) for a in alternatives]
    return [set().union(*together) for together in zip(*ranked, strict=False)]
