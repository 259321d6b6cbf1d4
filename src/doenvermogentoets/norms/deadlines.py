"""Time limits in a sentence, as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from doenvermogentoets.norms.lexicon import load, words
from doenvermogentoets.norms.model import TermijnSoort
from doenvermogentoets.norms.verbs import lexicon

_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


@dataclass(frozen=True, slots=True)
class Found:
    """A limit in tokens (inclusive): ``first``-``kern`` are the words of the limit, ``first``-``last`` with the event that starts it."""

    first: int
    kern: int
    last: int
    soort: TermijnSoort
    duur: str | None = None
    dagen: float | None = None
    teruggerekend: bool = False
    werkdagen: bool = False
    uren: bool = False
    direct: bool = False  # onverwijld, terstond, onmiddellijk


@lru_cache(maxsize=1)
def _terms() -> dict[str, Any]:
    data = load("terms")
    openers: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for strict in (True, False):
        for phrase in data["open"]["streng" if strict else "zacht"]:
            words = tuple(phrase.split())
            openers.setdefault(words[0], []).append((words, strict))
    return {
        "numbers": data["getallen"],
        "ordinals": data["ordinalen"],
        "units": data["eenheden"],
        "months": frozenset(data["maanden"]["namen"]),
        "open": openers,
        "recurring": frozenset(data["terugkerend"]["woorden"]),
    }


@lru_cache(maxsize=4096)
def number(word: str) -> float | None:
    """Value of a cardinal in words or digits: «zesentwintig», «anderhalf», «28», «één»."""
    numbers = _terms()["numbers"]
    if word in numbers:
        return float(numbers[word])
    if word.isdigit() and len(word) <= 4:
        return float(word)
    for ten in _TENS:
        if word.endswith(ten) and word != ten:
            rest = word.removesuffix(ten)
            for link in ("en", "ën"):
                unit = rest.removesuffix(link)
                if unit != rest and unit in numbers and numbers[unit] < 10:
                    return float(numbers[unit] + numbers[ten])
    if word.startswith("honderd"):
        rest_value = number(word.removeprefix("honderd")) if word != "honderd" else 0.0
        return None if rest_value is None else 100 + rest_value
    return None


@lru_cache(maxsize=4096)
def ordinal(word: str) -> float | None:
    """Value of an ordinal: «eerste», «tweeënveertigste»."""
    ordinals = _terms()["ordinals"]
    if word in ordinals:
        return float(ordinals[word])
    for ending in ("ste", "de"):
        if word.endswith(ending):
            value = number(word.removesuffix(ending))
            if value is not None:
                return value
    if word.endswith("e") and word[:-1].isdigit():
        return float(word[:-1])
    return None


def is_recurring(words: Sequence[str]) -> bool:
    return not _terms()["recurring"].isdisjoint(words)


_STARTERS = words("deadlines", "starters")
_STOP = frozenset(".;:")
_FINITE_STOP = words("deadlines", "finite_stop")


def find(words: Sequence[str]) -> list[Found]:
    """Time limits of a sentence, in order. Durations, ages, waiting and reference periods are not limits."""
    terms = _terms()
    units, months, openers = terms["units"], terms["months"], terms["open"]
    out: list[Found] = []
    n = len(words)
    i = 0
    while i < n:
        word = words[i]
        found: Found | None = None
        if word == "binnen":
            found = _within(words, i, units)
        elif word == "uiterlijk" or (word == "laatste" and i and words[i - 1] == "ten"):
            found = _ultimate(words, i, units, months)
        elif word in ("voor", "vóór"):
            found = _before(words, i, months)
        elif word in openers:
            for phrase, strict in openers[word]:
                if tuple(words[i : i + len(phrase)]) == phrase:
                    last = i + len(phrase) - 1
                    soort = TermijnSoort.OPEN if strict or word in ("zo", "ten", "spoedigst") else TermijnSoort.ONBEPAALD
                    if (word == "direct" and last + 1 < n and words[last + 1] in ("of", "aan", "verband", "verbonden", "gevolg", "na")) or (
                        word in ("direct", "onmiddellijk")
                        and last + 1 < n
                        and words[last + 1]
                        in (
                            "voorafgaand",
                            "voorafgaande",
                            "aansluitend",
                            "aansluitende",
                            "volgend",
                            "volgende",
                            "gevaar",
                            "of",
                            "na",
                            "voor",
                        )
                    ):
                        continue
                    found = Found(i, last, last, soort, direct=strict)
                    break
        elif word == "gedurende" or word == "termijn":
            found = None
        else:
            value = number(word)
            if (
                value is not None
                and i + 2 < n
                and words[i + 1] in units
                and (i == 0 or words[i - 1] not in ("binnen", "uiterlijk"))
                and (
                    words[i + 2] in ("voor", "vóór", "voorafgaand", "voordat", "vooraf", "tevoren")
                    or tuple(words[i + 2 : i + 4]) == ("van", "tevoren")
                )
                and i
                and words[i - 1] in ("minstens", "minste", "vroegste_", "tenminste")
            ):
                event = _event(words, i + 2)
                found = Found(
                    i,
                    i + 1,
                    event,
                    TermijnSoort.BINNEN,
                    *_duration(value, words[i + 1]),
                    teruggerekend=True,
                    werkdagen=words[i + 1].startswith("werkdag"),
                    uren=words[i + 1] in ("uur", "uren"),
                )
        if found is None:
            i += 1
        else:
            out.append(found)
            i = max(found.kern, i) + 1
    return out


def _duration(value: float, unit: str) -> tuple[str | None, float]:
    designator, days = _terms()["units"][unit]
    if designator == "W":
        return f"P{_show(value * 7)}D", value * 7
    if designator == "H":
        return f"PT{_show(value)}H", value * days
    if designator == "Q":
        return f"P{_show(value * 3)}M", value * days
    if designator == "Y" and value != int(value):
        return f"P{_show(value * 12)}M", value * days
    if designator == "M" and value != int(value):
        return f"P{_show(value * 30)}D", value * days
    return f"P{_show(value)}{designator}", value * days


def _show(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def _amount(words: Sequence[str], i: int, units: dict[str, Any]) -> tuple[float, int] | None:
    """A number with a unit from ``i``: value and index of the unit; «een half jaar», «twee aaneengesloten weken»."""
    n = len(words)
    if i >= n:
        return None
    value = number(words[i])
    j = i
    if value is None and words[i] in ("de", "het", "deze", "dezelfde") and i + 1 < n:
        return None
    if value is None:
        return None
    if words[j] in ("een", "één") and j + 1 < n and words[j + 1] in ("half", "halve", "anderhalf"):
        value = 0.5
        j += 1
    for k in range(j + 1, min(j + 4, n)):
        if words[k] in units:
            return value, k
        if words[k] in (",", ";", "."):
            break
    return None


def _within(words: Sequence[str], i: int, units: dict[str, Any]) -> Found | None:
    n = len(words)
    j = i + 1
    while (
        j < n
        and words[j] in ("een", "de", "deze", "die", "hun", "zijn", "uiterlijk", "ten", "hoogste", "door", "in")
        and number(words[j]) is None
    ):
        j += 1
    amount = _amount(words, i + 1, units) or (_amount(words, j, units) if j < n else None)
    if amount is None:
        # «binnen een termijn van zes weken», «binnen de termijn, bedoeld in», «binnen een door X te stellen termijn»
        for k in range(i + 1, min(i + 22, n)):
            if words[k] in ("termijn", "tijd", "periode", "tijdvak"):
                if k + 2 < n and words[k + 1] == "van":
                    inner = _amount(words, k + 2, units) or (
                        _amount(words, k + 4, units)
                        if words[k + 2 : k + 4] in (["ten", "hoogste"], ("ten", "hoogste"), ["ten", "minste"], ("ten", "minste"))
                        else None
                    )
                    if inner:
                        unit = words[inner[1]]
                        return Found(
                            i,
                            inner[1],
                            _event(words, inner[1] + 1),
                            TermijnSoort.BINNEN,
                            *_duration(inner[0], unit),
                            werkdagen=unit.startswith("werkdag"),
                            uren=unit in ("uur", "uren"),
                        )
                if words[k] in ("tijdvak", "periode"):
                    return None
                return Found(i, k, _event(words, k + 1), TermijnSoort.ONBEPAALD)
            if words[k] in (".", ";", ":"):
                break
        return None
    unit = words[amount[1]]
    event = _event(words, amount[1] + 1)
    back = amount[1] + 1 < len(words) and words[amount[1] + 1] in ("voor", "vóór", "voorafgaand", "voordat")
    return Found(
        i,
        amount[1],
        event,
        TermijnSoort.BINNEN,
        *_duration(amount[0], unit),
        teruggerekend=back,
        werkdagen=unit.startswith("werkdag"),
        uren=unit in ("uur", "uren"),
    )


def _ultimate(words: Sequence[str], i: int, units: dict[str, Any], months: frozenset[str]) -> Found | None:
    n = len(words)
    first = i - 1 if words[i] == "laatste" else i
    j = i + 1
    if j < n and words[j] in ("op", "in", "binnen", "voor", "met", "tot"):
        j += 1
    if j >= n:
        return None
    amount = _amount(words, j, units)
    if amount is not None and not (amount[1] + 1 < n and words[amount[1] + 1] in months):
        unit = words[amount[1]]
        following = words[amount[1] + 1] if amount[1] + 1 < n else ""
        back = following in ("voor", "vóór", "voorafgaand", "voordat", "voorafgaande")
        return Found(
            first,
            amount[1],
            _event(words, amount[1] + 1),
            TermijnSoort.BINNEN,
            *_duration(amount[0], unit),
            teruggerekend=back,
            werkdagen=unit.startswith("werkdag"),
            uren=unit in ("uur", "uren"),
        )
    for k in range(j, min(j + 10, n)):
        if words[k] in months:
            last = k + 1 if k + 1 < n and words[k + 1].isdigit() else k
            return Found(first, last, _event(words, last + 1), TermijnSoort.UITERSTE_DATUM)
        value = ordinal(words[k])
        if value is not None and k + 1 < n and words[k + 1] in ("dag", "werkdag", "week", "maand", "kalendermaand"):
            if k + 2 < n and words[k + 2] in ("na", "nadat", "volgend", "volgende"):
                return Found(
                    first,
                    k + 1,
                    _event(words, k + 2),
                    TermijnSoort.BINNEN,
                    *_duration(value, words[k + 1]),
                    werkdagen=words[k + 1] == "werkdag",
                )
            return Found(first, k + 1, _event(words, k + 2), TermijnSoort.UITERSTE_DATUM)
        if words[k] in (
            "datum",
            "tijdstip",
            "dag",
            "moment",
            "einde",
            "jaar",
            "kalenderjaar",
            "aanvang",
            "begin",
            "vergadering",
            "zitting",
        ):
            return Found(first, k, _event(words, k + 1), TermijnSoort.UITERSTE_DATUM)
        if words[k] in _STOP or words[k] == ",":
            break
    return None


def _before(words: Sequence[str], i: int, months: frozenset[str]) -> Found | None:
    """«voor 1 november», «vóór de eerste dag van», not «voor 1 januari 2015 geboren» (a condition on the past)."""
    n = len(words)
    for k in range(i + 1, min(i + 5, n)):
        if (words[k] in months and words[k - 1].rstrip("e").isdigit()) or (words[k] in months and words[k - 1] in ("eerste", "laatste")):
            year = k + 1 < n and words[k + 1].isdigit() and len(words[k + 1]) == 4
            if year:
                # a date in the past is a condition on facts, unless something must be handed in by then
                return Found(i, k + 1, k + 1, TermijnSoort.UITERSTE_DATUM) if _handed_in(words, k + 2) else None
            return Found(i, k, _event(words, k + 1), TermijnSoort.UITERSTE_DATUM)
    if (
        i + 3 < n
        and words[i + 1] == "de"
        and ordinal(words[i + 2]) is not None
        and words[i + 3] in ("dag", "werkdag")
        and (words[i] == "vóór" or (i and words[i - 1] in ("telkens", "jaarlijks", "maandelijks", "steeds")) or _every(words, i + 4))
    ):
        return Found(i, i + 3, _event(words, i + 4), TermijnSoort.UITERSTE_DATUM)
    return None


def _every(words: Sequence[str], i: int) -> bool:
    """«van elke maand», «van ieder kwartaal»."""
    return tuple(words[i : i + 1]) == ("van",) and words[i + 1 : i + 2] != () and words[i + 1] in ("elke", "iedere", "elk", "ieder")


def _handed_in(words: Sequence[str], start: int) -> bool:
    lex = lexicon()
    for word in words[start : start + 5]:
        verbs = lex.participle.get(word) or lex.final.get(word) or ()
        if any(v.groep in ("aanvragen", "betalen", "verstrekken", "melden") for v in verbs):
            return True
    return False


def _event(words: Sequence[str], i: int) -> int:
    """Last token of the starting event that follows a limit; ``i - 1`` if none."""
    n = len(words)
    if i >= n or words[i] not in (
        "na",
        "nadat",
        "vanaf",
        "sinds",
        "sedert",
        "te",
        "voor",
        "vóór",
        "voorafgaand",
        "voordat",
        "volgend",
        "volgende",
        "van",
        "voorafgaande",
        "gerekend",
    ):
        return i - 1
    commas = 0
    j = i
    while j < n:
        word = words[j]
        if word in _STOP or (
            word in ("schriftelijk", "bij", "indien", "tenzij", "bezwaar", "beroep", "bevoegd") and j > i + 2 and word != "bij"
        ):
            return j - 1
        if word == ",":
            commas += 1
            following = words[j + 1] if j + 1 < n else ""
            if following not in (
                "bedoeld",
                "genoemd",
                "eerste",
                "tweede",
                "derde",
                "vierde",
                "vijfde",
                "zesde",
                "zevende",
                "onderdeel",
                "onder",
            ):
                return j - 1
        if (
            word in _FINITE_STOP
            and words[i] in ("na", "voor", "vóór", "vanaf", "te", "van")
            and j > i + 1
            and "waarop" not in words[i:j]
            and "nadat" not in words[i:j]
        ):
            return j - 1
        j += 1
    return n - 1
