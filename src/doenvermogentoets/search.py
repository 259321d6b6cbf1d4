"""Regular expressions that mostly do not match.

Most questions that are asked of a sentence are answered «no», and an expression with many alternatives takes long to say so. What no
match can lack follows from the expression itself («one of these words, and one of those»); to look for plain words first is many
times faster. The answer stays the same: the words are a necessary condition, never a sufficient one.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from importlib import import_module
from typing import Any, NamedTuple, Self

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

    def __init__(self, expression: str) -> None:
        self._expression = expression

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """What no match can lack."""
        return needs(self._expression)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when it is first asked for: in one dossier most expressions never are, and to compile them all takes seconds."""
        return re.compile(self._expression)

    def may_match(self, words: str) -> bool:
        """Whether what no match can lack is there; ``words`` in small letters."""
        return _all_there(self.needs, words.__contains__)

    def search(self, words: str) -> re.Match[str] | None:
        """The first match in text in small letters."""
        return self.pattern.search(words) if self.may_match(words) else None

    def within(self, text: Text, span: Span) -> Iterator[Span]:
        """The matches inside a span, in order, not overlapping; any case."""
        small = text.small
        if self.may_match(small[span.start : span.end]):
            for match in self.pattern.finditer(small, span.start, span.end):
                yield Span(match.start(), match.end())


def _all_there(needed: tuple[Need, ...], contains: Callable[[str], bool]) -> bool:
    """Whether of each need a word is there. This is asked more than anything else: ``map`` is twice as fast as a loop in its place."""
    for need in needed:  # noqa: SIM110 - a generator would take half as long again
        if not any(map(contains, need)):
            return False
    return True


# What these are in small letters depends on who is asked: to an expression that ignores case they are «s» and «i».
_ODD = frozenset("ſıİ")


class _Known(NamedTuple):
    """What is known of a list of expressions.

    Attributes:
        needs: of each what no match can lack.
        words: one of these stands in every match of an expression of which anything is known; most texts have none of them.
        having: per word the expressions that may match where it stands.
        without: the expressions of which nothing is known.
    """

    needs: Sequence[tuple[Need, ...]]
    words: Need
    having: Mapping[str, Sequence[int]]
    without: Sequence[int]

    @classmethod
    def of(cls, found: Sequence[tuple[Need, ...]]) -> Self:
        words = _simple(word for needed in found if needed for word in needed[0])
        having = {w: [i for i, needed in enumerate(found) if needed and any(w in word for word in needed[0])] for w in words}
        return cls(found, words, having, [i for i, needed in enumerate(found) if not needed])


@lru_cache(maxsize=256)  # many lists are asked of one sentence
def _small(text: str) -> str | None:
    """The text in small letters; nothing where these may not be those that an expression compares."""
    return text.lower() if text.isascii() or _ODD.isdisjoint(text) else None


class Listed:
    """A list of expressions as one, as if they stood in one expression with bars between them.

    Of each expression what no match can lack is looked for first, and only those of which it is there are searched.

    Args:
        around: stands before and behind each expression.
        any_case: without it the case of the expressions counts.
    """

    __slots__ = ("_compiled", "_expressions", "_flags", "_known", "_whole")

    def __init__(self, expressions: Iterable[str], *, around: str = "", any_case: bool = True) -> None:
        self._flags = re.IGNORECASE if any_case else re.NOFLAG
        self._expressions = tuple(f"{around}(?:{e}){around}" for e in expressions)
        self._compiled: list[re.Pattern[str] | None] = [None] * len(self._expressions)
        self._known: _Known | None = None
        self._whole: re.Pattern[str] | None = None

    def _may_match(self, text: str) -> Sequence[int]:
        """Which of the expressions may match."""
        known = self._known
        if known is None:
            known = self._known = _Known.of([needs(e, self._flags) for e in self._expressions])
        small = _small(text)
        if small is None:
            return range(len(self._expressions))
        contains = small.__contains__
        found = list(filter(contains, known.words))
        if not found:
            return known.without
        maybe = {i for word in found for i in known.having[word]}
        fitting = [i for i in maybe if _all_there(known.needs[i], contains)]
        return sorted([*fitting, *known.without])

    def _pattern(self, i: int) -> re.Pattern[str]:
        pattern = self._compiled[i]
        if pattern is None:
            pattern = self._compiled[i] = re.compile(self._expressions[i], self._flags)
        return pattern

    def occurs(self, text: str) -> bool:
        """Whether one of them matches."""
        return any(self._pattern(i).search(text) is not None for i in self._may_match(text))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match that begins first; of several, that of the expression that was named first. It has the groups of that one only."""
        first: re.Match[str] | None = None
        for i in self._may_match(text):
            match = self._pattern(i).search(text, start, end)
            if match is not None and (first is None or match.start() < first.start()):
                first = match
        return first

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in order, not overlapping."""
        return self.whole.finditer(text) if self.occurs(text) else iter(())

    @property
    def whole(self) -> re.Pattern[str]:
        """All of it as one expression."""
        if self._whole is None:
            self._whole = re.compile("|".join(self._expressions), self._flags)
        return self._whole


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


def needs(expression: str, flags: int = 0) -> tuple[Need, ...]:
    """Groups of words, in small letters; of each group one stands in every match. The cheapest group comes first."""
    try:
        tree = import_module("re._parser").parse(expression, flags)
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
