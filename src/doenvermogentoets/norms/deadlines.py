"""Time limits in a sentence, as data. Durations, ages, waiting and reference periods are not limits."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from doenvermogentoets.norms import events, numbers
from doenvermogentoets.norms.lexicon import load, word_list
from doenvermogentoets.norms.model import TermijnSoort
from doenvermogentoets.norms.numbers import number, ordinal
from doenvermogentoets.norms.verbs import lexicon

__all__ = ["Found", "find", "number", "ordinal"]


@dataclass(frozen=True, slots=True)
class Found:
    """A limit in tokens (inclusive): ``start``-``last`` is all of it, ``first``-``kern`` the words of the limit.

    ``start`` is before ``first`` where a word of recurrence opens the limit («telkens uiterlijk op de vijfde dag»); ``last`` is
    past ``kern`` where the event that starts the clock follows.
    """

    first: int
    kern: int
    last: int
    soort: TermijnSoort
    duur: str | None = None
    dagen: float | None = None
    teruggerekend: bool = False
    terugkerend: bool = False
    werkdagen: bool = False
    uren: bool = False
    direct: bool = False  # onverwijld, terstond, onmiddellijk
    jaartal: bool = False  # a date with its year: in transitional law often a fact, not a limit
    citizen: bool = False  # only a citizen has such a limit: a window for applications, «de termijn voor het indienen van bezwaar bedraagt»
    start: int = -1


@lru_cache(maxsize=1)
def _openers() -> dict[str, list[tuple[tuple[str, ...], bool]]]:
    """Open limits by their first word: phrase, and whether strict."""
    openers: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for strict in (True, False):
        for phrase in load("terms")["open"]["streng" if strict else "zacht"]:
            words = tuple(phrase.split())
            openers.setdefault(words[0], []).append((words, strict))
    return openers


_RECURRING = frozenset(load("terms")["terugkerend"]["woorden"])
_EACH = word_list("limits", "herhaling", "elk")
_PERIODS = word_list("limits", "herhaling", "tijd")
_MOMENTS = word_list("limits", "moment", "woorden")
_PLACE = word_list("limits", "gebeurtenis", "plaats")
_NOT_TO_ACT = frozenset(["opeisbaar", "invorderbaar", "uitvoerbaar"])  # «terstond opeisbaar»: what becomes of a debt
_NAMED_LIMITS = word_list("limits", "citizen", "termijn_voor")
_HANDED_IN = word_list("limits", "citizen", "gedaan") | word_list("limits", "citizen", "betaald")
_BACK = ("voor", "vóór", "voorafgaand", "voorafgaande", "voordat", "vooraf", "tevoren")
_DAYS = ("dag", "dagen", "werkdag", "week", "maand", "kalendermaand")
_STOP = frozenset(".;:")

Clauses = Sequence[tuple[int, int, str]]


def find(words: Sequence[str], clauses: Clauses = ()) -> list[Found]:
    """Time limits of a sentence, in order.

    Args:
        words: the lower-cased words.
        clauses: its subordinate clauses as (first, last, opening word); they tell where a starting event ends.
    """
    out: list[Found] = []
    n = len(words)
    i = 0
    while i < n:
        found = _at(words, i, clauses) if _may_start(words[i]) else None
        if found is None:
            i += 1
        else:
            out.append(_recurring(words, found))
            i = max(found.kern, i) + 1
    return out


_STARTS = word_list("limits", "begin", "woorden")


@lru_cache(maxsize=65536)
def _may_start(word: str) -> bool:
    """Whether a limit can start with a word; most words cannot."""
    return word in _STARTS or word in _openers() or number(word) is not None


def _at(words: Sequence[str], i: int, clauses: Clauses) -> Found | None:
    word = words[i]
    if word == "binnen":
        return _within(words, i, clauses)
    if word == "uiterlijk" or (word == "laatste" and i and words[i - 1] == "ten"):
        return _ultimate(words, i, clauses)
    if word in ("voor", "vóór"):
        return _before(words, i, clauses)
    if word == "later" and words[i + 1 : i + 2] == ("dan",):
        return _later(words, i, clauses)
    if word in ("periode", "tijdvak", "van", "tussen", "in"):
        return _window(words, i)
    if word in ("tot", "gedurende"):
        return _open_until(words, i, clauses) or (_until(words, i) if word == "tot" else None)
    if word == "waarbinnen":
        return _set_by(words, i)
    if word == "bedraagt":
        return _named(words, i)
    if word == "verloop":
        return _lapse(words, i, clauses)
    openers = _openers().get(word)
    if openers is not None:
        return _open(words, i, openers)
    return _backwards(words, i, clauses) if number(word) is not None else None


def _recurring(words: Sequence[str], found: Found) -> Found:
    """The limit with its word of recurrence in front, and whether it comes back."""
    start = found.first
    if start and (words[start - 1] in _RECURRING or words[start - 1] == "steeds"):
        start -= 1
    near = set(words[max(0, found.first - 3) : found.first]) | set(words[found.kern + 1 : found.kern + 3])
    inside = words[found.first : found.last + 1]
    each = any(a in _EACH and b in _PERIODS for a, b in itertools.pairwise(inside))
    again = not _RECURRING.isdisjoint(near) or each or words[start] == "steeds"
    return replace(found, start=start, terugkerend=again)


def _open(words: Sequence[str], i: int, openers: list[tuple[tuple[str, ...], bool]]) -> Found | None:
    """«onverwijld», «zo spoedig mogelijk»; not «onmiddellijk voorafgaand aan» and «direct of indirect»."""
    word = words[i]
    for phrase, strict in openers:
        if tuple(words[i : i + len(phrase)]) != phrase:
            continue
        last = i + len(phrase) - 1
        following = words[last + 1] if last + 1 < len(words) else ""
        if following in _NOT_TO_ACT or (
            word in ("direct", "onmiddellijk") and following in _PLACE and (word, following) != ("onmiddellijk", "aan")
        ):
            continue
        soort = TermijnSoort.OPEN if strict or word in ("zo", "ten", "spoedigst") else TermijnSoort.ONBEPAALD
        return Found(i, last, last, soort, direct=strict)
    return None


def _closed(words: Sequence[str], first: int, value: float, unit_at: int, clauses: Clauses, **flags: Any) -> Found:
    """A limit of a number of units."""
    unit = words[unit_at]
    following = words[unit_at + 1] if unit_at + 1 < len(words) else ""
    back = following in _BACK or tuple(words[unit_at + 1 : unit_at + 3]) == ("van", "tevoren")
    kern = unit_at + (2 if words[unit_at + 2 : unit_at + 3] == ("tevoren",) else 1 if following in ("vooraf", "tevoren") else 0)
    return Found(
        first,
        kern,
        events.end(words, kern + 1, clauses),
        TermijnSoort.BINNEN,
        *numbers.duration(value, unit),
        teruggerekend=back,
        werkdagen=unit.startswith("werkdag"),
        uren=unit in ("uur", "uren"),
        **flags,
    )


_TO_AMOUNT = frozenset(["een", "de", "deze", "die", "hun", "zijn", "uiterlijk", "ten", "hoogste", "door", "in", "telkens", "maximaal"])


def _within(words: Sequence[str], i: int, clauses: Clauses) -> Found | None:
    n = len(words)
    j = i + 1
    while j < n and words[j] in _TO_AMOUNT and number(words[j]) is None:
        j += 1
    amount = numbers.amount(words, i + 1) or numbers.amount(words, j)
    if amount is not None:
        return _closed(words, i, *amount, clauses)
    # «binnen een termijn van zes weken», «binnen de termijn, bedoeld in», «binnen een door X te stellen termijn»
    for k in range(i + 1, min(i + 22, n)):
        word = words[k]
        if word in ("termijn", "tijd", "periode", "tijdvak") or (word.endswith("termijn") and word != "uitbetalingstermijn"):
            if k + 2 < n and words[k + 1] == "van":
                inner = numbers.amount(words, k + 2) or (
                    numbers.amount(words, k + 4) if tuple(words[k + 2 : k + 4]) in (("ten", "hoogste"), ("ten", "minste")) else None
                )
                if inner:
                    return _closed(words, i, *inner, clauses)
            if word in ("tijdvak", "periode"):
                return None
            return Found(i, k, events.end(words, k + 1, clauses) if words[k + 1 : k + 2] != ("van",) else k, TermijnSoort.ONBEPAALD)
        if word in _STOP:
            break
    return None


def _ultimate(words: Sequence[str], i: int, clauses: Clauses) -> Found | None:
    n = len(words)
    months = numbers.months()
    first = i - 1 if words[i] == "laatste" else i
    j = i + 1
    while j < n and words[j] in ("op", "in", "binnen", "voor", "vóór", "met", "tot", "telkens"):
        j += 1
    amount = numbers.amount(words, j)
    if amount is not None and not (amount[1] + 1 < n and words[amount[1] + 1] in months):
        return _closed(words, first, *amount, clauses)
    for k in range(j, min(j + 10, n)):
        if words[k] in months:
            dated = k + 1 < n and words[k + 1].isdecimal()
            last = k + 1 if dated else k
            return Found(first, last, events.end(words, last + 1, clauses), TermijnSoort.UITERSTE_DATUM)
        value = ordinal(words[k])
        following = words[k + 1] if k + 1 < n else ""
        if value is not None and following in _DAYS:
            if k + 2 < n and words[k + 2] in ("na", "nadat", "volgend", "volgende"):
                return Found(
                    first,
                    k + 1,
                    events.end(words, k + 2, clauses),
                    TermijnSoort.BINNEN,
                    *numbers.duration(value, following),
                    werkdagen=following == "werkdag",
                )
            back = k + 2 < n and words[k + 2] in _BACK
            return Found(first, k + 1, events.end(words, k + 2, clauses), TermijnSoort.UITERSTE_DATUM, teruggerekend=back)
        if value is not None and words[k - 1] in ("de", "het") and following in (".", ",", "van", ";"):
            return Found(first, k, events.end(words, k + 1, clauses), TermijnSoort.UITERSTE_DATUM)
        if words[k] in _MOMENTS or words[k] == "uur":
            return Found(first, k, events.end(words, k + 1, clauses), TermijnSoort.UITERSTE_DATUM)
        if words[k] in _STOP or words[k] == ",":
            break
    return None


def _before(words: Sequence[str], i: int, clauses: Clauses) -> Found | None:
    """«voor 1 november», «vóór de eerste dag van», not «voor 1 januari 2015 geboren» (a condition on the past)."""
    n = len(words)
    months = numbers.months()
    for k in range(i + 1, min(i + 5, n)):
        if words[k] in months and (words[k - 1].rstrip("e").isdecimal() or words[k - 1] in ("eerste", "laatste")):
            year = k + 1 < n and words[k + 1].isdecimal() and len(words[k + 1]) == 4
            if year:
                return Found(i, k + 1, k + 1, TermijnSoort.UITERSTE_DATUM, jaartal=not _handed_in(words, k + 2))
            return Found(i, k, events.end(words, k + 1, clauses), TermijnSoort.UITERSTE_DATUM)
    if i + 3 < n and words[i + 1] in ("de", "het") and ordinal(words[i + 2]) is not None:
        again = words[i] == "vóór" or (i and words[i - 1] in _RECURRING | {"steeds"}) or _every(words, i + 4)
        if words[i + 3] in ("dag", "werkdag") and again:
            return Found(i, i + 3, events.end(words, i + 4, clauses), TermijnSoort.UITERSTE_DATUM)
        if words[i + 3] == "van" and _every(words, i + 3):
            return Found(i, i + 2, events.end(words, i + 3, clauses), TermijnSoort.UITERSTE_DATUM)
    if words[i] == "vóór" and i + 1 < n and words[i + 1] == "de":
        # «vóór de daar genoemde datum»
        for k in range(i + 2, min(i + 8, n)):
            if words[k] in ("datum", "tijdstip", "dag"):
                named = any(w in ("genoemde", "vastgestelde", "bepaalde", "bedoelde", "aangewezen", "vermelde") for w in words[i + 2 : k])
                return Found(i, k, k, TermijnSoort.UITERSTE_DATUM) if named else None
            if words[k] in _STOP or words[k] == ",":
                break
    return None


def _every(words: Sequence[str], i: int) -> bool:
    """«van elke maand», «van ieder kwartaal»."""
    return i + 1 < len(words) and words[i] == "van" and words[i + 1] in _EACH


def _handed_in(words: Sequence[str], start: int) -> bool:
    lex = lexicon()
    for word in words[start : start + 5]:
        verbs = lex.participle.get(word) or lex.final.get(word) or ()
        if any(v.groep in ("aanvragen", "betalen", "verstrekken", "melden") for v in verbs):
            return True
    return False


def _later(words: Sequence[str], i: int, clauses: Clauses) -> Found | None:
    """«later dan veertien dagen na», «niet later dan de vijfde dag na»: the limit that must not be passed."""
    amount = numbers.amount(words, i + 2)
    following = words[amount[1] + 1] if amount is not None and amount[1] + 1 < len(words) else ""
    return _closed(words, i, *amount, clauses) if amount is not None and following in ("na", "nadat", *_BACK) else None


def _date_end(words: Sequence[str], i: int) -> int:
    """Last token of a date «1 maart (2025)», «maandag 12 januari 2026, 9.00 uur», that starts at ``i``; -1 if none does."""
    if i < len(words) and words[i].endswith("dag"):
        i += 1
    if i + 1 < len(words) and (words[i].isdecimal() or ordinal(words[i]) is not None) and words[i + 1] in numbers.months():
        last = i + 2 if i + 2 < len(words) and words[i + 2].isdecimal() and len(words[i + 2]) == 4 else i + 1
        return last + 3 if words[last + 3 : last + 4] == ("uur",) else last
    return -1


def _window(words: Sequence[str], i: int) -> Found | None:
    """A window for handing something in: «in de periode van 1 maart tot en met 31 mei ingediend», «ingediend in het kalenderjaar 2025»."""
    n = len(words)
    first = i
    if words[i] == "in":
        year = i + 3 < n and words[i + 2] in ("kalenderjaar", "jaar") and words[i + 3].isdecimal()
        return Found(i, i + 3, i + 3, TermijnSoort.UITERSTE_DATUM, citizen=True) if year and _near_handing_in(words, i, i + 3) else None
    j = i + 1 if words[i] in ("van", "tussen") else i + 2
    if words[i] in ("periode", "tijdvak") and words[i + 1 : i + 2] not in (("van",), ("tussen",)):
        return None
    one = _date_end(words, j)
    if one < 0 or one + 1 >= n:
        return None
    k = one + 1
    while k < n and words[k] in ("tot", "en", "met", "t/m", ","):
        k += 1
    two = _date_end(words, k) if k > one + 1 else -1
    if two < 0 or not _near_handing_in(words, i, two):
        return None
    while first > 0 and words[first - 1] in ("de", "het", "in", "gedurende", "binnen"):
        first -= 1
    return Found(first, two, two, TermijnSoort.UITERSTE_DATUM, dagen=_days_between(words[j : one + 1], words[k : two + 1]), citizen=True)


_ASKS = frozenset(
    [
        "verzoeken",
        "aanvragen",
        "indienen",
        "bezwaar",
        "beroep",
        "melden",
        "aanvraag",
        "verzoek",
        "ingediend",
        "gedaan",
        "aangevraagd",
        "vragen",
    ]
)


def _open_until(words: Sequence[str], i: int, clauses: Clauses) -> Found | None:
    """«kan tot twee jaar na afloop van het jaar verzoeken», «kan gedurende zes weken na de bekendmaking bezwaar maken»."""
    amount = numbers.amount(words, i + 1)
    if (
        amount is None
        or words[amount[1] + 1 : amount[1] + 2] not in (("na",), ("nadat",))
        or not {"kan", "kunnen"} & set(words[max(0, i - 14) : i])
    ):
        return None
    found = _closed(words, i, *amount, clauses, citizen=True)
    return found if not _ASKS.isdisjoint(words[found.last + 1 : found.last + 14]) else None


def _until(words: Sequence[str], i: int) -> Found | None:
    """«kan tot en met 31 mei worden ingediend», «wordt tot 15 oktober in de gelegenheid gesteld»."""
    j = i + 1
    while j < len(words) and words[j] in ("en", "met", "uiterlijk"):
        j += 1
    last = _date_end(words, j)
    if last < 0 or any(w in numbers.months() for w in words[max(0, i - 4) : i]):
        return None  # «van 1 maart tot 1 mei»: a window, or a period
    if words[i - 1] not in _HANDED_IN and words[i - 1] in lexicon().participle:
        return None  # «wordt geschorst tot en met 31 maart»: how long it lasts
    return Found(i, last, last, TermijnSoort.UITERSTE_DATUM, citizen=True) if _near_handing_in(words, i, last) else None


def _set_by(words: Sequence[str], i: int) -> Found | None:
    """«een termijn stellen waarbinnen de aanvrager ...»: a limit that an authority sets; its words are «termijn ... waarbinnen»."""
    for j in range(i - 1, max(-1, i - 7), -1):
        if words[j] == "termijn" and words[j - 1] in ("een", "redelijke"):
            return Found(i, i, i, TermijnSoort.ONBEPAALD)
        if words[j] in _STOP:
            break
    return None


def _days_between(one: Sequence[str], two: Sequence[str]) -> float | None:
    """Days from one date to the next, a month counting as 30; ``None`` if they run over more than a year."""
    order = list(load("terms")["maanden"]["namen"])
    places = []
    for date in (one, two):
        at = next(i for i, word in enumerate(date) if word in numbers.months())
        day = number(date[at - 1]) or ordinal(date[at - 1])
        year = next((float(word) for word in date[at + 1 : at + 2] if word.isdecimal()), None)
        places.append((year, order.index(date[at]) * 30 + (day or 0)))
    years = {year for year, _ in places if year is not None}
    days = places[1][1] - places[0][1]
    return days + 1 if len(years) < 2 and days >= 0 else None


def _near_handing_in(words: Sequence[str], first: int, last: int) -> bool:
    return not _HANDED_IN.isdisjoint(words[max(0, first - 8) : first]) or not _HANDED_IN.isdisjoint(words[last + 1 : last + 9])


def _named(words: Sequence[str], i: int) -> Found | None:
    """«bedraagt de termijn voor het naar voren brengen van zienswijzen vier weken»: the value of a limit that has a name."""
    near = words[max(0, i - 25) : i + 25]
    if not any(w == "termijn" or w.endswith("termijn") for w in near) or _NAMED_LIMITS.isdisjoint(near):
        return None
    for j in range(i + 1, min(i + 20, len(words))):
        if words[j] in _STOP or words[j] == "binnen":
            return None
        amount = numbers.amount(words, j) if number(words[j]) is not None else None
        if amount is not None:
            around = words[max(0, i - 25) : j]
            if not any(w == "termijn" or w.endswith("termijn") for w in around):
                return None
            return _closed(words, j, *amount, (), citizen=True)
    return None


def _lapse(words: Sequence[str], i: int, clauses: Clauses) -> Found | None:
    """«verjaart door verloop van vijf jaren»: the time within which a claim must be made."""
    if words[i + 1 : i + 2] != ("van",) or {"verjaart", "verjaren"}.isdisjoint(words):
        return None
    amount = numbers.amount(words, i + 2)
    return _closed(words, i, *amount, clauses) if amount is not None else None


def _backwards(words: Sequence[str], i: int, clauses: Clauses) -> Found | None:
    """«ten minste drie weken voor de aanvang», «ten minste drie werkdagen vooraf»."""
    if not i or words[i - 1] not in ("minstens", "minste", "tenminste"):
        return None
    amount = numbers.amount(words, i)
    if amount is None:
        return None
    after = tuple(words[amount[1] + 1 : amount[1] + 3])
    if after[:1] and (after[0] in _BACK or after == ("van", "tevoren")):
        first = i - 2 if words[i - 1] == "minste" and i > 1 and words[i - 2] == "ten" else i - 1
        return _closed(words, first, *amount, clauses)
    return None
