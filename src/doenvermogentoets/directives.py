"""Comments in a draft that speak to this program; readers keep them out of the text.

In plain text and Markdown ``<!-- doenvermogentoets: negeer NAAM, NAAM -- reden -->``, or a line ``% doenvermogentoets: negeer
NAAM -- reden``. An en dash or em dash will do for ``--``, because Word and telephones make one of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from doenvermogentoets.document import Comment

_OURS = re.compile(r"doenvermogentoets[ \t]*:", re.I)
_REASON = re.compile(r"\s(?:--+|[–—])(?:\s|$)")
_NAMES = re.compile(r"[\s,]+")


@dataclass(frozen=True, slots=True)
class Directive:
    """What one comment asks.

    Attributes:
        comment: where it stands.
        action: ``negeer``, ``negeer-bestand`` or whatever was written there.
        names: the checks, as written.
        reason: why, empty if not given.
    """

    comment: Comment
    action: str
    names: tuple[str, ...]
    reason: str


def directives(comments: Iterable[Comment]) -> Iterator[Directive]:
    """The comments that speak to this program, in order; those for people are passed over."""
    for comment in comments:
        ours = _OURS.match(comment.text)
        if ours is None:
            continue
        head, *reason = _REASON.split(f" {comment.text[ours.end() :]} ", maxsplit=1)
        action, *names = [word for word in _NAMES.split(head) if word] or [""]
        yield Directive(comment, action.lower(), tuple(names), reason[0].strip() if reason else "")
