"""What a draft in consultation leaves open: passages that are still to be written, and choices between wordings."""

from __future__ import annotations

import re

from doenvermogentoets.structure.numbers import CARDINALS
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
    r"(?:[#*>][#*> \t]*)?(?:\d{1,3}[a-z]?\.[ \t]*)?\[?(?:variant|alternatief|optie)[ \t]+([A-D]|[1-4]|I{1,3}|IV)(?:\]|[ \t]*[:.]|[* \t]*$)",
    re.IGNORECASE,
)
_RANKS = {name: i + 1 for names in ("ABCD", "1234", ("I", "II", "III", "IV")) for i, name in enumerate(names)}
_LETTERS = re.compile(r"[^\W\d_]")


def unwritten(text: str) -> int:
    """How many passages are marked as still to be written."""
    return sum(1 for _ in _LATER.finditer(text)) if "[" in text else 0


def is_variant(text: str) -> bool:
    """Whether a paragraph opens as one of several wordings («[Variant A]», «ALTERNATIEF 2: …»)."""
    return _VARIANT.match(text) is not None


def variant(text: str) -> int | None:
    """Of a paragraph that opens as one of several wordings: which it is, counted from 1."""
    match = _VARIANT.match(text)
    return _RANKS[match[1].upper()] if match is not None else None


def without_unwritten(text: str) -> str:
    """The text with what is still to be written as spaces, so that offsets stay."""
    return _LATER.sub(lambda m: " " * len(m[0]), text) if "[" in text else text


def chosen(text: str) -> str:
    """The same, and of a choice between words one only: of a limit the shortest («binnen [zes/vier] weken»: four), otherwise the first."""
    if "[" not in text:
        return text
    return _CHOICE.sub(_first, without_unwritten(text))


def _first(match: re.Match[str]) -> str:
    whole = match[0]
    if not _is_choice(match):
        return whole
    kept = _shortest(match) or Span(match.start(1) - match.start(), match.end(1) - match.start())
    return " " * kept.start + whole[kept.start : kept.end] + " " * (len(whole) - kept.end)


def choices(text: str) -> int:
    """How many places leave a choice between words («[vier/zes]»)."""
    return sum(_is_choice(m) for m in _CHOICE.finditer(without_unwritten(text))) if "[" in text else 0


def _is_choice(match: re.Match[str]) -> bool:
    whole = match[0]
    if _NOT_A_CHOICE.search(whole):
        return False
    return bool(_LETTERS.search(whole) or "€" in whole or _UNIT.match(match.string, match.end()))


_UNIT = re.compile(
    r"[ \t\u00a0]*(uur|uren|werkdag(?:en)?|dag(?:en)?|week|weken|maand(?:en)?|kwarta(?:al|len)|ja(?:ar|ren))\b", re.IGNORECASE
)
_AMOUNT = re.compile(r"[ \t\u00a0]*(\d{1,3}|[a-zà-ÿ]+)(?=[ \t\u00a0]|\Z)", re.IGNORECASE)
_HOURS = {"uur": 1, "ure": 1, "wer": 24, "dag": 24, "wee": 168, "wek": 168, "maa": 730, "kwa": 2190, "jaa": 8760, "jar": 8760}


def _shortest(match: re.Match[str]) -> Span | None:
    """Of a choice between limits the shortest, within the brackets; ``None`` where the choice is about something else."""
    after = _UNIT.match(match.string, match.end())
    found: list[tuple[float, Span]] = []
    for part in _PARTS.finditer(match[0], 1, len(match[0]) - 1):
        amount = _AMOUNT.match(part[0])
        if amount is None:
            return None
        unit = _UNIT.match(part[0], amount.end()) or after
        count = int(amount[1]) if amount[1].isdigit() else CARDINALS.get(amount[1].lower())
        if unit is None or count is None:
            return None
        found.append((count * _HOURS[unit[1][:3].lower()], Span(*part.span())))
    return min(found, key=lambda each: each[0])[1] if found else None


_PARTS = re.compile(r"[^/]+")
