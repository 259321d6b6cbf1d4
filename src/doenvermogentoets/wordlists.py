"""Word lists as data: the loader of the TOML files that stand beside the code that reads them."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

REMEMBERED = 2_048
"""Words whose answer is remembered, wherever a question is asked of each word: those of some long drafts. More would only make the
memory of a batch grow with every text. A choice."""


@lru_cache(maxsize=32)
def load(package: str, name: str) -> dict[str, Any]:
    """The parsed word list ``name``.toml of a package."""
    return tomllib.loads(files(package).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def words(package: str, name: str, key: str) -> frozenset[str]:
    """The words of one list of ``name``.toml: a text of words with white space between them."""
    return frozenset(load(package, name)[key].split())
