"""A short mark at the end of a comment of ours, made of its own words: it shows whether anybody changed them.

Word lets everybody type in any comment, and takes the names of authors out of a file on request. The mark stands in the text itself,
because that is all that every word processor keeps.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from hashlib import sha256

_WORD = "Kenmerk"
_AT_END = re.compile(rf"\b{_WORD} ([0-9a-f]{{6}})\.\Z")
_ANYWHERE = re.compile(rf"\b{_WORD} [0-9a-f]{{6}}\b")
_BEFORE_SEALS = re.compile(r"\bControle: [a-z0-9-]+(?:, |\Z)")
"""How the last sentence of a comment of ours, without its full stop, was before comments had a mark."""
_SENTENCES = re.compile(r".*\.(?!\d)", re.DOTALL)


class Hand(Enum):
    """Whose words a comment holds, as far as its mark tells."""

    OURS = "the mark fits the words"
    CHANGED = "there is a mark, and it does not fit the words"
    OLD = "no mark, but the ending that our comments had before"
    UNKNOWN = "nothing of that"


def sealed(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs with the mark after the last."""
    return [*paragraphs[:-1], f"{paragraphs[-1]} {_WORD} {_seal(paragraphs)}."] if paragraphs else []


def unsealed(paragraphs: Sequence[str]) -> tuple[tuple[str, ...], Hand]:
    """The paragraphs without the mark, and whose words they are."""
    last = next((index for index in reversed(range(len(paragraphs))) if paragraphs[index].strip()), None)
    if last is None:
        return tuple(paragraphs), Hand.UNKNOWN
    text = paragraphs[last].rstrip()
    match = _AT_END.search(text)
    if match is None:
        if any(map(_ANYWHERE.search, paragraphs)):
            return tuple(paragraphs), Hand.CHANGED
        return tuple(paragraphs), Hand.OLD if _old(text) else Hand.UNKNOWN
    bare = (*paragraphs[:last], text[: match.start()].rstrip())
    return bare, Hand.OURS if match[1] == _seal(bare) else Hand.CHANGED


def _old(text: str) -> bool:
    """Whether a text ends as our comments did before they had a mark."""
    if not text.endswith("."):
        return False
    before = _SENTENCES.match(text, 0, len(text) - 1)
    return _BEFORE_SEALS.search(text, before.end() if before is not None else 0, len(text) - 1) is not None


def _seal(paragraphs: Sequence[str]) -> str:
    """Of the words alone: how they are divided into paragraphs, and which kind of space stands between them, is for the word processor."""
    return sha256(" ".join(" ".join(paragraphs).split()).encode()).hexdigest()[:6]
