"""Answers that people give in Word to our comments: a resolved or answered comment puts a finding aside."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from doenvermogentoets.document import View
from doenvermogentoets.text import Span
from doenvermogentoets.word import recent
from doenvermogentoets.word.comments import AUTHOR, Comments
from doenvermogentoets.word.found import Walk
from doenvermogentoets.word.names import local, names_of

_PUT_ASIDE = re.compile(r"\s*(?:akkoord|niet van toepassing|n\.?v\.?t\.?)(?!\w)", re.IGNORECASE)


class WordSuppression(NamedTuple):
    """A finding that somebody put aside in the file itself.

    Attributes:
        code: the check's code.
        span: the commented words in the text of the document; for a note its text.
        reason: the answer, or that the comment was resolved.
    """

    code: str
    span: Span
    reason: str


def suppressions(path: Path, *, view: View = "accepted") -> list[WordSuppression]:
    """Our comments that were resolved, or answered with "akkoord" or "niet van toepassing".

    Raises:
        UserError: the file cannot be read.
    """
    found = recent.opened(path, view)
    comments = Comments(found.package, names_of(found.body)).own(AUTHOR)
    places: dict[str, dict[str, int]] = {}
    for mark in found.marks:
        places.setdefault(mark.id, {})[mark.kind] = mark.node
    out = []
    for comment in comments:
        reason = next((" ".join(r.paragraphs).strip() for r in comment.replies if _PUT_ASIDE.match(" ".join(r.paragraphs))), "")
        if not reason and comment.resolved:
            reason = "de opmerking is in Word afgehandeld"
        if not reason or not comment.code:
            continue
        place = places.get(comment.id, {})
        first, last = place.get("start"), place.get("end")
        span = found.between(first, last) or _note(found, comment.id)
        if span is None:
            at = found.nodes[first].start if first is not None and first < len(found.nodes) else 0
            span = Span(at, at)
        out.append(WordSuppression(comment.code, span, reason))
    return out


def _note(found: Walk, number: str) -> Span | None:
    """The text of the note on whose reference a comment stands."""
    names = names_of(found.body)
    spans = []
    for index, paragraph in enumerate(found.paragraphs):
        if paragraph.part not in ("footnote", "endnote") or paragraph.anchor is None:
            continue
        before = paragraph.anchor.getprevious()
        while before is not None and local(before) in ("commentRangeStart", "commentRangeEnd"):
            if local(before) == "commentRangeStart" and before.get(names("id")) == number:
                spans.append(found.spans[index])
                break
            before = before.getprevious()
    return spans[0].to(spans[-1]) if spans else None
