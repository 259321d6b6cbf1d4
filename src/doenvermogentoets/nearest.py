"""«Bedoelde u …?»: the known words nearest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_ALIKE = 0.6
"""How alike two words are when one is probably a slip for the other."""


def did_you_mean(word: str, known: Iterable[str], most: int = 2) -> str:
    """«Bedoelde u «x» of «y»?», with so many words at most; empty when no known word is close. Capitals do not count."""
    folded = {k.lower(): k for k in known}
    close = get_close_matches(word.strip().lower(), list(folded), n=most, cutoff=_ALIKE)
    return f"Bedoelde u {' of '.join(f'«{folded[c]}»' for c in close)}?" if close else ""
