"""How sentences sound that a list of words does not know: a fitted reading for what is told in many ways.

Each kind of sentence has its weights in a file of its own, fitted by ``tests/dossiers/fit_klanken.py`` on sentences that writers who did
not know the rules wrote and labelled (``tests/dossiers/zinnen``).
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from doenvermogentoets.findings import Doubt
from doenvermogentoets.language import klank

#: An objection to the draft; a reaction to one; a reaction that answers it; a citizen who is thought to manage; proof that is hard to get.
Soort = Literal["bezwaar", "reactie", "antwoord", "mensbeeld", "bewijs"]


@cache
def _weights(soort: Soort) -> klank.Klank:
    return klank.read(files(__package__).joinpath(f"{soort}.toml"))


@lru_cache(maxsize=2_000)  # an editor reads the same sentences again after every key
def klinkt(soort: Soort, sentence: str) -> float:
    """Log-odds that a sentence is of this kind, by its words alone."""
    return _weights(soort).log_odds(sentence)


#: Why a finding that rests on the sound of its words alone is information.
GEHOORD = Doubt("de toets herkent dit aan de zin als geheel en kan zich vergissen")
