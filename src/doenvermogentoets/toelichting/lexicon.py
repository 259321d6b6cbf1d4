"""Word lists of the toelichting: TOML tables with patterns, compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from doenvermogentoets.search import Listed


@dataclass(frozen=True, slots=True)
class Pattern:
    """A list of patterns, with what takes a hit away when it occurs in the same sentence."""

    words: Listed
    unless: Listed | None = None

    def find(self, sentence: str) -> Iterator[re.Match[str]]:
        """Matches in one sentence; none when the sentence holds a counter-indication."""
        if not self._contradicted(sentence):
            yield from self.words.finditer(sentence)

    def search(self, sentence: str) -> re.Match[str] | None:
        match = self.words.search(sentence)
        return match if match is not None and not self._contradicted(sentence) else None

    def _contradicted(self, sentence: str) -> bool:
        return self.unless is not None and self.unless.occurs(sentence)


@cache
def table(name: str) -> Mapping[str, Pattern]:
    """The tables of ``<name>.toml`` beside this module."""
    data = tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    return {
        key: Pattern(Listed(value["patronen"]), Listed(value["tenzij"]) if value.get("tenzij") else None) for key, value in data.items()
    }
