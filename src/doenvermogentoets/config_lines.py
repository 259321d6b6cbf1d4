"""On which line of a settings file a setting stands: the parser that comes with Python does not say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

_KEY = r"""(?:"[^"\n]*"|'[^'\n]*'|[\w-]+)"""
_DOTTED = rf"{_KEY}(?:\s*+\.\s*+{_KEY})*+"
_HEADER = re.compile(rf"\s*+(\[\[?)\s*+({_DOTTED})\s*+\]\]?\s*+(?:#.*)?$")
_SETTING = re.compile(rf"\s*+({_DOTTED})\s*+=")
_PART = re.compile(_KEY)
_LONG_STRINGS = ('"""', "'''")


def line_of(text: str, keys: Sequence[str | int]) -> int | None:
    """The line, from 1, of a setting or of the nearest thing around it that has a line (its entry, its table); ``None`` without one.

    Args:
        text: a valid TOML file.
        keys: the way to the setting; the number of an entry counts from 0.
    """
    places = _places(text)
    wanted = tuple(map(str, keys))
    return next((places[wanted[:n]] for n in range(len(wanted), 0, -1) if wanted[:n] in places), None)


@lru_cache(maxsize=1)  # a file with many mistakes is asked for the line of each
def _places(text: str) -> dict[tuple[str, ...], int]:
    places: dict[tuple[str, ...], int] = {}
    entries: Counter[tuple[str, ...]] = Counter()
    table: tuple[str, ...] = ()
    inside = ""
    for number, line in enumerate(text.splitlines(), 1):
        if inside:
            inside = "" if inside in line else inside
            continue
        if header := _HEADER.match(line):
            table = _parts(header[2])
            if header[1] == "[[":
                entries[table] += 1
                table = (*table, str(entries[table] - 1))
            places.setdefault(table, number)
        elif setting := _SETTING.match(line):
            places.setdefault((*table, *_parts(setting[1])), number)
        inside = next((mark for mark in _LONG_STRINGS if line.count(mark) % 2), "")
    return places


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))
