"""Numbers as Dutch legislation writes them: rank words, Roman numbers, letters, suffixes, and what follows what.

The order of labels follows Aanwijzingen voor de regelgeving 3.56 to 3.59 (leden and onderdelen) and 6.13 to 6.15 (inserted
articles, leden and onderdelen get a suffix).
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

_UNITS = ("", "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde", "twaalfde",
          "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende", "negentiende")  # fmt: skip
_COUNT = ("", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TENS = ("", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


def _ordinal_words() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_UNITS) if word}
    for tens in range(2, 10):
        words[f"{_TENS[tens]}ste"] = tens * 10
        for unit in range(1, 10):
            joint = "ën" if _COUNT[unit].endswith("e") else "en"
            words[f"{_COUNT[unit]}{joint}{_TENS[tens]}ste"] = tens * 10 + unit
            # «eenentwintigste» and the older «een en twintigste» differ only in their spaces, which are dropped on look-up.
    return words


ORDINALS: dict[str, int] = _ordinal_words()
"""``"eerste"`` to ``"negenennegentigste"`` with their value."""

_BY_VALUE = {value: word for word, value in ORDINALS.items()}

CARDINALS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien",
         "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig"), start=1,
    )
} | {"één": 1}  # fmt: skip
"""``"een"`` to ``"twintig"`` (how many artikelen or leden an instruction inserts; «Hoofdstuk twaalf»)."""


def ordinal(word: str) -> int | None:
    """Value of a rank word, ``None`` if it is none: ``"eerste"`` → 1, ``"Negentiende"`` → 19."""
    return ORDINALS.get(word.lower().replace(" ", ""))


def ordinal_word(value: int) -> str:
    """``1`` → ``"eerste"``; above 99 ``"100e"``."""
    return _BY_VALUE.get(value, f"{value}e")


_ROMAN = re.compile(r"(?=[ivxlc])(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})\Z", re.IGNORECASE)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@cache
def roman(text: str) -> int | None:
    """Value of a well-formed Roman number up to 399, in either case; ``None`` if it is none."""
    if not _ROMAN.match(text):
        return None
    total = 0
    values = [_ROMAN_VALUES[c] for c in text.lower()]
    for here, after in zip(values, [*values[1:], 0], strict=True):
        total += -here if here < after else here
    return total


class Style(StrEnum):
    """How a list is numbered."""

    ARABIC = "1."
    DEGREE = "1°"
    PAREN = "1)"
    LETTER = "a."
    LETTER_PAREN = "a)"
    ROMAN = "i."
    CAPITAL = "A"
    ALONE = "1"
    ALONE_ROMAN = "I"
    DASH = "–"


Key = tuple[int, ...]
"""Sort key of a number within its style; ``1``, ``1a``, ``1b``, ``2`` are ``(1,)``, ``(1, 1)``, ``(1, 2)``, ``(2,)``."""

_DIGITS = re.compile(r"(\d+)([a-z]*)\Z", re.IGNORECASE)


def letters_key(text: str) -> Key | None:
    """Key of a letter label: ``b`` (2), ``b1`` (2, 1), ``aa`` (27) and ``ba`` (2, 1); ``None`` if it is no letter label."""
    text = text.lower()
    base = text.rstrip("0123456789")
    suffix = (int(text[len(base) :]),) if len(base) < len(text) else ()
    if not base.isalpha() or not base.isascii() or len(base) > 3:
        return None
    return tuple(ord(c) - 96 for c in base) + suffix


def arabic_key(text: str) -> Key | None:
    """Key of a number with an optional letter suffix; ``None`` if it is none."""
    match = _DIGITS.match(text)
    if match is None:
        return None
    return (int(match[1]), *(ord(c.lower()) - 96 for c in match[2]))


def follows(style: Style, before: Key, after: Key) -> int:
    """How well ``after`` continues a list that stands at ``before``.

    Returns:
        2 if it is the very next label, 1 if it comes later (labels in between have lapsed), 0 if it cannot follow.
    """
    if style is Style.DASH:
        return 2
    if style in (Style.LETTER, Style.LETTER_PAREN, Style.CAPITAL):
        return _letters_follow(before, after)
    if len(after) == 1:
        return 2 if after[0] == before[0] + 1 else int(after[0] > before[0])
    # 1a after 1, 1b after 1a, 2a after 1 when 2 has lapsed
    if after[0] == before[0]:
        return 2 if (len(before) == 1 and after[1] == 1) or after == (*before[:-1], before[-1] + 1) else int(after > before)
    return int(after > before)


def _letters_follow(before: Key, after: Key) -> int:
    exact = (
        after == (before[0] + 1,)  # b after a, and b after aa when aa was inserted
        or after == (*before, 1)  # aa after a, a1 after a
        or after == (*before[:-1], before[-1] + 1)  # ab after aa
        or (before == (26,) and after in ((1, 1), (27,)))
        or (len(before) == len(after) == 2 and before[0] == before[1] and after == (before[0] + 1,) * 2)  # bb after aa
        or (len(before) == 2 and before[1] == 26 and after == (before[0] + 1, 1))
    )
    if exact:
        return 2
    if len(after) == 1:
        return int(after[0] > before[0])
    return 1 if (len(before) == len(after) and after > before) or (len(before) == 1 and before[0] <= after[0]) else 0


def is_first(style: Style, key: Key) -> bool:
    """Whether a list of this style starts at this label."""
    return style is Style.DASH or key == (1,) or (style is Style.LETTER and key == (1, 1))


_ROMAN_NUMBER = re.compile(r"([IVXLC]+)([a-zA-Z]?)\Z")


def is_roman(number: str) -> bool:
    """Whether an artikel has a roman number, as those of an amending law have."""
    return _ROMAN_NUMBER.match(number) is not None


def next_number(before: str, after: str) -> bool:
    """Whether one artikel number directly follows another: 5 → 6, 5a → 5b, 5a → 6, IV → V, IV → IVa, IVA → V, 2.3 → 2.4."""
    first, second = _ROMAN_NUMBER.match(before), _ROMAN_NUMBER.match(after)
    if first is not None and second is not None:
        old, new = roman(first[1]) or 0, roman(second[1]) or 0
        return (new == old + 1 and not second[2]) or (
            new == old and second[2].lower() == (chr(ord(first[2].lower()) + 1) if first[2] else "a")
        )
    if first is not None or second is not None:
        return False
    parts, after_parts = before.replace(":", ".").split("."), after.replace(":", ".").split(".")
    if len(parts) != len(after_parts):
        return False
    if parts[:-1] != after_parts[:-1]:
        return (
            len(parts) > 1
            and after_parts[-1] == "1"
            and parts[0].isdigit()
            and after_parts[0].isdigit()
            and int(after_parts[0]) == int(parts[0]) + 1
        )
    key_before = arabic_key(parts[-1]) or letters_key(parts[-1])
    key_after = arabic_key(after_parts[-1]) or letters_key(after_parts[-1])
    return key_before is not None and key_after is not None and follows(Style.ARABIC, key_before, key_after) == 2
