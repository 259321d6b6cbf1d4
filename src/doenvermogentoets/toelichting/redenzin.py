"""How much a sentence sounds as reasons do («Achteraf is niet meer vast te stellen wie er woonde.»), beside the words of ``redenen.toml``.

The weights (``redenzin.toml``) were fitted by ``tests/dossiers/fit_redenzin.py`` on sentences of invented toelichtingen whose writers said
of each what it does: give a reason, tell the rule again, describe procedure, promise, count costs, report advice, soften.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from doenvermogentoets.language import klank


@cache
def _redenen() -> klank.Klank:
    return klank.read(files(__package__).joinpath("redenzin.toml"))


@lru_cache(maxsize=2_000)  # an editor reads the same sentences again after every key
def klinkt(sentence: str) -> float:
    """Log-odds that a sentence gives a reason, by its words alone."""
    return _redenen().log_odds(sentence)
