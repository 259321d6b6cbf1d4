"""Concepts of the theme: classes of words combined."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from doenvermogentoets.document import Document
from doenvermogentoets.search import Search
from doenvermogentoets.text import Span

_FILE = "begrippen.toml"
_GAP = 8
_TOKEN = re.compile(r"\([^)]*\)\??|\{[\w-]+\}\??|…\d*|\S+")
# a word inside a gap; a full stop inside it only in an abbreviation, so that no gap runs into the next sentence or onderdeel
_WORD = r"(?:[^\s.;:]+|[a-z]\.[a-z]\.,?)"


@cache
def _lists() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__ or "").joinpath(_FILE).read_text(encoding="utf-8"))


@cache
def _klas(name: str) -> str:
    words = (p.lower() for p in _lists()["klassen"][name])  # the text is searched in small letters
    return "(?:" + "|".join(_as_pattern(p) for p in sorted(words, key=len, reverse=True)) + ")"


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", r"[\w-]*")


def _element(token: str) -> str:
    if token.startswith("{"):
        return _klas(token[1:-1])
    if token.startswith("("):
        return "(?:" + "|".join(_word(w.strip()).replace(r"\ ", r"\s+") for w in token[1:-1].split("|")) + ")"
    return _word(token)


def _as_pattern(phrase: str) -> str:
    out, begun = "", False
    for token in _TOKEN.findall(phrase):
        if token.startswith("…"):
            out += r"(?:,?\s+" + _WORD + "){0," + (token[1:] or str(_GAP)) + "}?"
        elif token.endswith("?"):
            out += rf"(?:,?\s+{_element(token[:-1])})?" if begun else rf"(?:{_element(token[:-1])}\s+)?"
        else:
            out += (r",?\s+" if begun else "") + _element(token)
            begun = True
    return out


@cache
def concept(name: str) -> Search:
    """The phrases of a concept as one search; whole words, any case."""
    phrases = sorted((p.lower() for p in _lists()[name]["woorden"]), key=len, reverse=True)
    return Search(r"(?<![\w-])(?:" + "|".join(_as_pattern(p) for p in phrases) + r")(?![\w-])")


def _worth_it(document: Document, name: str, span: Span) -> bool:
    """Whether the stems that the list names as needed are there: they tell more than what follows from the phrases."""
    groups = _stems(name)
    if not groups:
        return True
    text = document.text.small[span.start : span.end]
    return all(any(map(text.__contains__, stems)) for stems in groups)


@cache
def _stems(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(group) for group in _lists()[name].get("snel", ()))


def every(document: Document, name: str, span: Span) -> Iterator[Span]:
    """The places of a concept in a sentence, in order, not overlapping; only the sentence is searched."""
    return concept(name).within(document.text, span) if _worth_it(document, name, span) else iter(())


def occurs(document: Document, name: str, span: Span) -> bool:
    """Whether a concept occurs in a part of a document."""
    return first(document, name, span) is not None


def first(document: Document, name: str, span: Span) -> Span | None:
    """The first place of a concept in a sentence."""
    return next(every(document, name, span), None)


def narrowed(document: Document, name: str, span: Span) -> Span:
    """The shortest match that ends where ``span`` ends: «in met gebruikmaking van het portaal» without «in»."""
    found = span
    search = concept(name).pattern
    while (match := search.search(document.text.small, found.start + 1, span.end)) is not None and match.end() == span.end:
        if len(document.text.content[match.start() : match.end()].split()) < 2:
            break
        found = Span(match.start(), match.end())
    return found
