"""Answers that people give in Word to our comments: a resolved or answered comment puts a finding aside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from doenvermogentoets.document import View
from doenvermogentoets.text import Span
from doenvermogentoets.word import recent
from doenvermogentoets.word.comments import AUTHOR, Comments
from doenvermogentoets.word.found import Walk
from doenvermogentoets.word.names import local, names_of
from doenvermogentoets.word.threads import join_by_place

RESOLVED = "de opmerking is in Word afgehandeld"
"""The reason when nobody gave one."""
_AGREED = re.compile(r"\s*akkoord(?!\w)", re.IGNORECASE)
_NOT_APPLICABLE = re.compile(r"\s*(?:niet van toepassing|n\.?v\.?t\.?)(?!\w)", re.IGNORECASE)
_CLAUSE = re.compile(r"(?<![.;:!?,])[.;:!?,]++(?=\s|$)")
_NOT = re.compile(r"\b(?:niet|geen|zonder|nooit|onnodig)\b", re.IGNORECASE)
_DONE = (
    r"(?:(?:her|bij)?ge(?:past|wijzigd|schreven|formuleerd|steld)|aangepast|aangevuld|verwerkt|geschrapt|vervangen|verlengd|verruimd"
    r"|verduidelijkt|verbeterd|toegevoegd|doorgevoerd|overgenomen|opgenomen|opgelost|hersteld|herschreven|geherformuleerd|bijgewerkt)"
)
_DOING = (
    r"(?:aan(?: te )?passen|wijzigen|aan(?: te )?vullen|verwerken|schrappen|vervangen|verlengen|verruimen|verduidelijken|verbeteren"
    r"|toe(?: te )?voegen|door(?: te )?voeren|over(?: te )?nemen|op(?: te )?nemen|op(?: te )?lossen"
    r"|herstellen|herschrijven|herformuleren|bij(?: te )?werken)"
)
_OPENING = r"^\s*(?:akkoord\s+)?(?:(?:en|dus|dan|nu|al|nog|graag|toch|wel|reeds|inmiddels|is|zijn)\s+)*"
_THE_TEXT = (
    r"(?:(?:dit|dat|het|deze|de|ook)\s+)*(?:(?:termijn|tekst|artikel|\w+ lid|lid|onderdeel|bepaling|passage|zin|toelichting|formulering"
    r"|redactie|woord|begrip|ontwerp)\s+(?:\w+\s+){0,2}?)?"
)
_CHANGE = re.compile(
    rf"{_OPENING}(?:{_DONE}|{_DOING})\b"
    rf"|{_OPENING}{_THE_TEXT}(?:wordt|worden|is|zijn|zal|zullen|gaat|gaan|moet|moeten)\b.*\b(?:{_DONE}|{_DOING})\b"
    r"|\b(?:volgende|nieuwe) versie\b",
    re.IGNORECASE,
)
"""That the text was or will be changed, within one clause."""
_CHANGE_LATER = tuple(
    (re.compile(rf"\b(?:{first})\b", re.IGNORECASE), re.compile(rf"\b(?:{later})\b", re.IGNORECASE))
    for first, later in (
        ("heb|hebben|ik|we|wij|graag|laten", f"{_DONE}|{_DOING}"),
        ("pas|past|passen|vul|vult|vullen", "aan"),
        ("neem|neemt|nemen", "over|op|mee"),
        ("voeg|voegt|voegen", "toe"),
    )
)
"""The same in two words with others between them. As one expression with «.*» it would look on to the end from each first word."""
_SIDES_WITH_US = re.compile(
    r"\b(?:goed punt|goede (?:opmerking|suggestie|vraag)|terechte?|juiste opmerking|klopt(?! niet)|mits|tenzij|behalve|maar"
    r"|met (?:de|deze|dit|het|jullie|uw|je) (?:opmerking|suggestie|voorstel|bevinding|signaal))\b",
    re.IGNORECASE,
)
"""After «akkoord»: it is the comment that people agree with, or they agree under a condition."""


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
    """Our comments that were resolved, or whose last answer to say so is "akkoord" or "niet van toepassing" (:func:`put_aside`).

    Raises:
        UserError: the file cannot be read.
    """
    found = recent.opened(path, view)
    everybodys = Comments(found.package, names_of(found.body))
    join_by_place(everybodys, found.package, lambda: found)
    comments = everybodys.own(AUTHOR)
    places: dict[str, dict[str, int]] = {}
    for mark in found.marks:
        places.setdefault(mark.id, {})[mark.kind] = mark.node
    out = []
    for comment in comments:
        reason = put_aside([" ".join(r.paragraphs).strip() for r in comment.replies])
        if not reason and comment.resolved:
            reason = RESOLVED
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


def put_aside(replies: Sequence[str]) -> str:
    """The answer that puts a finding aside, empty if none does: the last one that decides.

    «Akkoord» under a comment may well mean that the comment is right. It is no reason to leave the text as it is when it praises the
    comment, makes a condition, or says that the text changes; an answer that says so later takes an earlier «akkoord» back.
    """
    reason = ""
    for reply in replies:
        if _announces(reply) or re.match(r"\s*(?:toch )?niet akkoord\b", reply, re.IGNORECASE):
            reason = ""
        elif _NOT_APPLICABLE.match(reply) or (_AGREED.match(reply) and not _SIDES_WITH_US.search(reply)):
            reason = reply
    return reason


def _announces(reply: str) -> bool:
    return any(_changes(clause) and not _NOT.search(clause) for clause in _CLAUSE.split(reply))


def _changes(clause: str) -> bool:
    if _CHANGE.search(clause) is not None:
        return True
    for line in clause.split("\n"):
        for first, later in _CHANGE_LATER:
            found = first.search(line)
            if found is not None and later.search(line, found.end()) is not None:
                return True
    return False


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
