"""Word lists of the toelichting: TOML tables with patterns, compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Pattern:
    """A list of patterns, with what takes a hit away when it occurs in the same sentence."""

    words: re.Pattern[str]
    unless: re.Pattern[str] | None = None

    def find(self, sentence: str) -> Iterator[re.Match[str]]:
        """Matches in one sentence; none when the sentence holds a counter-indication."""
        first = self.words.search(sentence)
        if first is None or (self.unless is not None and self.unless.search(sentence)):
            return
        yield from self.words.finditer(sentence)

    def search(self, sentence: str) -> re.Match[str] | None:
        return next(self.find(sentence), None)


def compile_patterns(patterns: list[str]) -> re.Pattern[str]:
    """The patterns of a list as one, without regard to case."""
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.I)


@cache
def table(name: str) -> Mapping[str, Pattern]:
    """The tables of ``<name>.toml`` beside this module."""
    data = tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    return {
        key: Pattern(compile_patterns(value["patronen"]), compile_patterns(value["tenzij"]) if value.get("tenzij") else None)
        for key, value in data.items()
    }
