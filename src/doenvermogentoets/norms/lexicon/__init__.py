"""Word lists as data (TOML) and their loader."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from doenvermogentoets import wordlists


def load(name: str) -> dict[str, Any]:
    """The parsed word list ``name``.toml of this package."""
    return wordlists.load(__name__, name)


@lru_cache(maxsize=256)
def words(section: str, name: str) -> frozenset[str]:
    """A set of words from ``sets.toml``."""
    return frozenset(load("sets")[section][name].split())


@lru_cache(maxsize=256)
def word_list(name: str, section: str, key: str) -> frozenset[str]:
    """A set of words from ``name``.toml."""
    return frozenset(load(name)[section][key].split())


@lru_cache(maxsize=64)
def pattern(section: str, name: str) -> re.Pattern[str]:
    """A regular expression from ``patterns.toml``."""
    return re.compile(load("patterns")[section][name])
