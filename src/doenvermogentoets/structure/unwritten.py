"""What a draft in consultation leaves open: passages that are still to be written, and choices between wordings."""

from __future__ import annotations

import re

from doenvermogentoets.text import Span

UNWRITTEN = "passage die nog moet worden geschreven ([PM], [gereserveerd])"
"""What is told of them."""

_LATER = re.compile(
    r"\[[ \t]*(?:p\.?m\.?|gereserveerd|n\.?t\.?b\.?|(?:nader |nog )(?:in te vullen|aan te vullen|te bepalen|uit te werken)|invullen)"
    r"(?![a-zà-ÿ])[^\[\]\n]{0,300}\]",
    re.IGNORECASE,
)
# «[vier/zes]», «[€ 10.000 // € 20.500]»; not «[Stb. 2020/12]», nor what a source says of its own text
_CHOICE = re.compile(r"\[([^\[\]/\n]{1,60}?)[ \t]*(?://?[ \t]*[^\[\]/\n]{1,60}){1,3}\]")
_NOT_A_CHOICE = re.compile(r"\b(?:Stb|Stcrt|Trb|PbE[GU]|Kamerstukken|nr)\b", re.IGNORECASE)
_VARIANT = re.compile(
    r"(?:\d{1,3}[a-z]?\.[ \t]*)?\[?(?:variant|alternatief|optie)[ \t]+(?:[A-D]|[1-4]|I{1,3}V?)(?:\]|[ \t]*[:.]|[ \t]*$)", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]")


def unwritten(text: str) -> int:
    """How many passages are marked as still to be written."""
    return sum(1 for _ in _LATER.finditer(text)) if "[" in text else 0


def is_variant(text: str) -> bool:
    """Whether a paragraph opens as one of several wordings («[Variant A]», «ALTERNATIEF 2: …»)."""
    return _VARIANT.match(text) is not None


def without_unwritten(text: str) -> str:
    """The text with what is still to be written as spaces, so that offsets stay."""
    return _LATER.sub(lambda m: " " * len(m[0]), text) if "[" in text else text


def chosen(text: str) -> str:
    """The same, and of a choice between words the first only: «binnen [vier/zes] weken» is read as four weeks."""
    if "[" not in text:
        return text
    return _CHOICE.sub(_first, without_unwritten(text))


def _first(match: re.Match[str]) -> str:
    whole = match[0]
    if _NOT_A_CHOICE.search(whole) or not (_LETTERS.search(whole) or "€" in whole):
        return whole
    kept = Span(match.start(1) - match.start(), match.end(1) - match.start())
    return " " * kept.start + whole[kept.start : kept.end] + " " * (len(whole) - kept.end)
