"""What an onderdeel of a list continues: the clause that its aanhef left open, or a main clause that was complete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Listing:
    """A list of onderdelen that is being read.

    Attributes:
        opener: the word that opened the clause that waits for its verb in the aanhef («indien»); empty if none waits.
        complete: the main clause had its verb before the list began.
        full_sentences: the onderdelen are sentences of their own («de volgende voorwaarden: a. de houder meldt …»).
        kind: what it is labelled with: digits, letters or dashes.
        outer: the list in one of whose onderdelen it stands.
    """

    opener: str
    complete: bool
    full_sentences: bool
    kind: str
    outer: Listing | None


def listing_at(words: Sequence[str], i: int, current: Listing | None, opener: str, has_main: bool) -> Listing | None:
    """The list that the onderdeel at ``i`` belongs to; ``None`` for the number of the lid itself.

    Args:
        words: the words of the sentence in lower case.
        i: index of its label.
        current: the list that was being read.
        opener: the word that opened the clause that waits for its verb; empty if none waits.
        has_main: the main clause has its verb already.
    """
    if i == 0:
        return None
    kind = _label_kind(words[i])
    if words[i - 1] == ":" or current is None:
        full = "volgende" in words[max(0, i - 4) : i] and ("de" not in words[max(0, i - 5) : i] or _lists_rules(words, i))
        return Listing(opener, has_main, full, kind, current)
    while current.outer is not None and current.kind != kind:
        current = current.outer
    return current


def _label_kind(word: str) -> str:
    return "digit" if word[:1].isdigit() else "letter" if word[:1].isalpha() else "dash"


# What is listed under these names, are mostly sentences: «zijn de volgende voorwaarden verbonden: a. de houder meldt …; b. …»
_RULES = frozenset(["voorwaarden", "voorschriften", "regels", "regelen", "bepalingen", "verplichtingen"])


def _lists_rules(words: Sequence[str], i: int) -> bool:
    """Whether the list at ``i`` was announced as one of rules («onder de volgende voorwaarden:»)."""
    at = next((j for j in range(i - 1, max(0, i - 5), -1) if words[j] == "volgende"), None)
    return at is not None and not _RULES.isdisjoint(words[at + 1 : at + 3])
