"""Text of a draft or of a page inside the Markdown that an editor shows."""

from __future__ import annotations

_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]<>#|"})


def escape(text: str) -> str:
    """Text as it stands, without formatting."""
    return text.translate(_SPECIAL)
