"""Small matters of Dutch: counts with the right form, lists of words."""

from __future__ import annotations

from collections.abc import Sequence

_WORDS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def count(number: int, one: str, more: str) -> str:
    """``(1, "plicht", "plichten")`` → «één plicht»; ``(0, …)`` → «geen plichten»."""
    if number == 0:
        return f"geen {more}"
    return f"{_WORDS[number] if number < len(_WORDS) else number} {one if number == 1 else more}"


def of_which(number: int, total: int) -> str:
    """``(3, 3)`` → «bij alle drie»; ``(0, 3)`` → «bij geen daarvan»; ``(1, 1)`` → «daarbij»."""
    if number == total:
        if total <= 2:
            return "daarbij" if total == 1 else "bij allebei"
        return f"bij alle {count(total, '', '').strip()}"
    return f"bij {'geen' if number == 0 else count(number, '', '').strip()} daarvan"


def listing(words: Sequence[str], last: str = "en") -> str:
    """«a, b en c»."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def capital(text: str) -> str:
    """With a capital first letter; «één» becomes «Eén»."""
    return f"E{text[1:]}" if text.startswith("éé") else text[:1].upper() + text[1:]


def days(number: float) -> str:
    """A length in days in words of the largest unit that fits: 28 → «4 weken»."""
    for size, one, more in ((365, "jaar", "jaar"), (30, "maand", "maanden"), (7, "week", "weken")):
        if number >= size and number % size == 0:
            n = int(number // size)
            return f"{n} {one if n == 1 else more}"
    if number < 3 and abs(number - round(number)) > 1e-9:  # a limit in hours («binnen 24 uur» is no «één dag» of the Atw)
        return f"{round(number * 24)} uur"
    return f"{number:g} {'dag' if number == 1 else 'dagen'}"
