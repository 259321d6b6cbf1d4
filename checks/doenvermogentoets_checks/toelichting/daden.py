"""The axis of what an authority decides about: «streep door de erkenning», «laat de erkenning in stand» and «trekt in» are one decision."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from doenvermogentoets.search import Listed
from doenvermogentoets.wordlists import REMEMBERED


@cache
def _lijsten() -> tuple[Mapping[str, Listed], Mapping[str, frozenset[str]]]:
    data = tomllib.loads(files(__package__).joinpath("daden.toml").read_text(encoding="utf-8"))
    apart = {name: [_scheidbaar(*verb.split()) for verb in found] for name, found in data["scheidbaar"].items()}
    acts = {name: Listed([*found, *apart.get(name, ())]) for name, found in data["daad"].items()}
    kin: dict[str, frozenset[str]] = {}
    for group in data["verwant"]["groepen"]:
        names = frozenset(group.split())
        for name in names:
            kin[name] = kin.get(name, frozenset()) | names - {name}
    return acts, kin


def _scheidbaar(particle: str, *stems: str) -> str:
    """A verb with its particle before it, or after it with other words between."""
    stem = "|".join(stems)
    return rf"\b{particle}(?: te )?(?:ge)?(?:{stem})\w*|\b(?:{stem})(?:t|en|ten|den|de|te)?\b[^.;]{{0,80}}\b{particle}\b"


@lru_cache(maxsize=REMEMBERED)
def daden(text: str) -> frozenset[str]:
    """The acts that a text tells of (names in ``daden.toml``)."""
    return frozenset(name for name, pattern in _lijsten()[0].items() if pattern.occurs(text))


def verwant(acts: frozenset[str]) -> frozenset[str]:
    """The acts that may be meant by these words beside the acts themselves."""
    kin = _lijsten()[1]
    return frozenset().union(*(kin.get(a, frozenset()) for a in acts)) - acts
