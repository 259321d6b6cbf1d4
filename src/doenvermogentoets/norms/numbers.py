"""Numbers, ordinals and periods in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from doenvermogentoets.months import MONTHS
from doenvermogentoets.norms.lexicon import load
from doenvermogentoets.wordlists import REMEMBERED

_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")

MONTH_NAMES = frozenset(MONTHS)


@lru_cache(maxsize=REMEMBERED)
def number(word: str) -> float | None:
    """Value of a cardinal in words or digits: «zesentwintig», «anderhalf», «28», «één»."""
    numbers: dict[str, float] = load("terms")["getallen"]
    if word in numbers:
        return float(numbers[word])
    if word.isdecimal() and len(word) <= 4:
        return float(word)
    for ten in _TENS:
        if word.endswith(ten) and word != ten:
            rest = word.removesuffix(ten)
            for link in ("en", "ën"):
                unit = rest.removesuffix(link)
                if unit != rest and unit in numbers and numbers[unit] < 10:
                    return float(numbers[unit] + numbers[ten])
    if word.startswith("honderd"):
        rest_value = number(word.removeprefix("honderd")) if word != "honderd" else 0.0
        return None if rest_value is None else 100 + rest_value
    return None


@lru_cache(maxsize=REMEMBERED)
def cardinal(word: str) -> float | None:
    """Value of a cardinal of any size in one word: «driehonderdvijftig», «vijftienhonderd», «tweeduizend», «1500»."""
    for name, size in (("duizend", 1000), ("honderd", 100)):
        before, found, after = word.partition(name)
        if found:
            many = cardinal(before) if before else 1.0
            rest = cardinal(after.removeprefix("en")) if after else 0.0
            return None if many is None or rest is None else many * size + rest
    return number(word)


@lru_cache(maxsize=REMEMBERED)
def ordinal(word: str) -> float | None:
    """Value of an ordinal: «eerste», «tweeënveertigste», «10e»."""
    ordinals: dict[str, float] = load("terms")["ordinalen"]
    if word in ordinals:
        return float(ordinals[word])
    for ending in ("ste", "de"):
        if word.endswith(ending):
            value = number(word.removesuffix(ending))
            if value is not None:
                return value
    if word.endswith("e") and word[:-1].isdecimal():
        return float(word[:-1])
    return None


def units() -> Mapping[str, Any]:
    """Units of time: ISO 8601 designator and days, by word."""
    table: Mapping[str, Any] = load("terms")["eenheden"]
    return table


def duration(value: float, unit: str) -> tuple[str | None, float]:
    """ISO 8601 duration and days; weeks are given in days, quarters in months."""
    designator, days = units()[unit]
    if designator == "W":
        return f"P{_show(value * 7)}D", value * 7
    if designator == "H":
        return f"PT{_show(value)}H", value * days
    if designator == "Q":
        return f"P{_show(value * 3)}M", value * days
    if designator == "Y" and value != int(value):
        return f"P{_show(value * 12)}M", value * days
    if designator == "M" and value != int(value):
        return f"P{_show(value * 30)}D", value * days
    return f"P{_show(value)}{designator}", value * days


def _show(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def amount(words: Sequence[str], i: int) -> tuple[float, int] | None:
    """A number with a unit of time from ``i``: value and index of the unit; «een half jaar», «twee aaneengesloten weken»."""
    n = len(words)
    if i >= n:
        return None
    times = _multiplied(words, i)
    if times is not None:
        return times
    value = number(words[i])
    if value is None:
        return None
    j = i
    if words[j] in ("een", "één") and j + 1 < n and words[j + 1] in ("half", "halve", "anderhalf"):
        value = 0.5
        j += 1
    for k in range(j + 1, min(j + 4, n)):
        if words[k] in units():
            return value, k
        if words[k] in (",", ";", ".") or (words[i] == "een" and number(words[k]) is not None):
            break  # «een bezwaarschrift tien weken»: an article, no number
    return None


_TIMES = ("×", "x", "maal", "keer")
_HOURS = ("uur", "uren")


def _multiplied(words: Sequence[str], i: int) -> tuple[float, int] | None:
    """«5 × 24 uur», «vijfmaal vierentwintig uren»: the hours together."""
    joined = words[i].removesuffix("maal")
    many = number(joined)
    at = i + 1
    if joined == words[i]:
        if at >= len(words) or words[at] not in _TIMES:
            return None
        at += 1
    if many is None or at + 1 >= len(words) or words[at + 1] not in _HOURS:
        return None
    each = number(words[at])
    return None if each is None else (many * each, at + 1)
