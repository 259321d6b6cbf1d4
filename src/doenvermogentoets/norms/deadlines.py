"""Time limits in a sentence, as data. Durations, ages, waiting and reference periods are not limits."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from doenvermogentoets.norms import events, numbers, windows
from doenvermogentoets.norms.found import BACK, STOP, Clauses, Found, closed
from doenvermogentoets.norms.lexicon import load, word_list
from doenvermogentoets.norms.model import TermijnSoort
from doenvermogentoets.norms.numbers import number, ordinal
from doenvermogentoets.norms.verbs import lexicon
from doenvermogentoets.wordlists import REMEMBERED

__all__ = ["Found", "find", "number", "ordinal"]


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
_WEEKDAYS = frozenset(["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"])
_DAYS = ("dag", "dagen", "werkdag", "week", "maand", "kalendermaand")


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


@lru_cache(maxsize=REMEMBERED)
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
        return windows.window(words, i)
    if word in ("tot", "gedurende"):
        return windows.open_until(words, i, clauses) or (windows.until(words, i) if word == "tot" else None)
    if word == "waarbinnen":
        return windows.set_by(words, i)
    if word in ("tegelijk", "gelijktijdig"):
        return windows.together(words, i, clauses)
    if word == "bedraagt":
        return windows.named(words, i)
    if word == "verloop":
        return windows.lapse(words, i, clauses)
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
        if not _in_time(words, i, last) or (word == "tijdig" and following.endswith(("de", "te")) and len(following) > 6):
            continue  # «de tijdig ingediende aanvragen»: which ones are meant
        if word in ("direct", "onmiddellijk") and any(w.startswith("voorafga") for w in words[last + 1 : last + 8]):
            continue  # «onmiddellijk aan dat tijdstip voorafgaande»
        soort = TermijnSoort.OPEN if strict or word in ("zo", "ten", "spoedigst") else TermijnSoort.ONBEPAALD
        return Found(i, last, last, soort, direct=strict)
    return None


_ACT_ENDINGS = ("ing", "gifte", "slag", "dracht", "kennis", "bericht", "actie", "maatregel", "maatregelen", "ingang")
_CLOSE_TO = frozenset(
    [
        "achter",
        "boven",
        "naast",
        "onder",
        "bij",
        "door",
        "uit",
        "of",
        "en",
        "dan",
        "met",
        "in",
        "op",
        "toegang",
        "inzage",
        "zicht",
        "contact",
        "belanghebbende",
    ]
)


def _in_time(words: Sequence[str], i: int, last: int) -> bool:
    """Whether «direct» and «onmiddellijke» speak of time: not «de direct bij de bouw betrokken persoon», «de onmiddellijke omgeving»."""
    following = words[last + 1] if last + 1 < len(words) else ""
    if words[i].endswith("ijke"):
        return following.endswith(_ACT_ENDINGS) and following != "omgeving"
    return words[i] != "direct" or not (following in _CLOSE_TO or following.endswith(("bare", "ende")))


_TO_AMOUNT = frozenset(["een", "de", "deze", "die", "hun", "zijn", "uiterlijk", "ten", "hoogste", "door", "in", "telkens", "maximaal"])


def _within(words: Sequence[str], i: int, clauses: Clauses) -> Found | None:
    n = len(words)
    if words[i - 1 : i] in (("gelegen",), ("vallend",), ("liggend",)):
        return None  # «een tijdstip gelegen binnen een jaar na die datum»
    j = i + 1
    while j < n and words[j] in _TO_AMOUNT and number(words[j]) is None:
        j += 1
    amount = numbers.amount(words, i + 1) or numbers.amount(words, j)
    if amount is not None:
        return closed(words, i, *amount, clauses)
    # «binnen een termijn van zes weken», «binnen de termijn, bedoeld in», «binnen een door X te stellen termijn»
    for k in range(i + 1, min(i + 22, n)):
        word = words[k]
        if word in ("termijn", "tijd", "periode", "tijdvak") or (word.endswith("termijn") and word != "uitbetalingstermijn"):
            if k + 2 < n and words[k + 1] == "van":
                inner = numbers.amount(words, k + 2) or (
                    numbers.amount(words, k + 4) if tuple(words[k + 2 : k + 4]) in (("ten", "hoogste"), ("ten", "minste")) else None
                )
                if inner:
                    return closed(words, i, *inner, clauses)
            if word in ("tijdvak", "periode"):
                return None
            return Found(i, k, events.end(words, k + 1, clauses) if words[k + 1 : k + 2] != ("van",) else k, TermijnSoort.ONBEPAALD)
        if word in STOP:
            break
    return None


def _ultimate(words: Sequence[str], i: int, clauses: Clauses) -> Found | None:
    n = len(words)
    months = numbers.MONTH_NAMES
    first = i - 1 if words[i] == "laatste" else i
    j = i + 1
    while j < n and words[j] in ("op", "in", "binnen", "voor", "vóór", "met", "tot", "telkens"):
        j += 1
    if words[j : j + 1] in (("tegelijk",), ("gelijktijdig",), ("tegelijkertijd",)) and words[j + 1 : j + 2] in (("met",), ("bij",)):
        return Found(first, j + 1, max(j + 1, events.end(words, j + 1, clauses)), TermijnSoort.ONBEPAALD)
    if words[i + 1 : i + 2] == ("bij",) and words[i + 2 : i + 3] in (("het",), ("de",)) and i + 3 < n:
        return Found(first, i + 3, events.end(words, i + 4, clauses), TermijnSoort.UITERSTE_DATUM)  # «uiterlijk bij het doen van aangifte»
    amount = numbers.amount(words, j)
    if amount is not None and not (amount[1] + 1 < n and words[amount[1] + 1] in months):
        return closed(words, first, *amount, clauses)
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
            back = k + 2 < n and words[k + 2] in BACK
            return Found(first, k + 1, events.end(words, k + 2, clauses), TermijnSoort.UITERSTE_DATUM, teruggerekend=back)
        if value is not None and words[k - 1] in ("de", "het") and following in (".", ",", "van", ";"):
            return Found(first, k, events.end(words, k + 1, clauses), TermijnSoort.UITERSTE_DATUM)
        if words[first - 1 : first] == ("tot",) and words[k] in _MOMENTS:
            return None  # «kinderopvang tot uiterlijk het tijdstip waarop»: how long something lasts
        if words[k] in _MOMENTS or words[k] == "uur" or words[k] in _WEEKDAYS:
            return Found(first, k, events.end(words, k + 1, clauses), TermijnSoort.UITERSTE_DATUM)
        if words[k] in STOP or words[k] == ",":
            break
    return None


def _before(words: Sequence[str], i: int, clauses: Clauses) -> Found | None:
    """«voor 1 november», «vóór de eerste dag van», not «voor 1 januari 2015 geboren» (a condition on the past)."""
    n = len(words)
    months = numbers.MONTH_NAMES
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
    if words[i + 1 : i + 2] in (("het",), ("de",)) and words[i + 2 : i + 3] in _EDGES and words[i + 3 : i + 4] == ("van",):
        near = (*words[max(0, i - 9) : i], *words[i + 4 : i + 16])
        if not _HANDED_IN.isdisjoint(near):  # «wordt voor het einde van het schooljaar gedaan»
            return Found(i, i + 2, events.end(words, i + 3, clauses), TermijnSoort.UITERSTE_DATUM)
    if words[i] == "vóór" and i + 1 < n and words[i + 1] == "de":
        # «vóór de daar genoemde datum»
        for k in range(i + 2, min(i + 8, n)):
            if words[k] in ("datum", "tijdstip", "dag"):
                named = any(w in ("genoemde", "vastgestelde", "bepaalde", "bedoelde", "aangewezen", "vermelde") for w in words[i + 2 : k])
                return Found(i, k, k, TermijnSoort.UITERSTE_DATUM) if named else None
            if words[k] in STOP or words[k] == ",":
                break
    return None


_EDGES = (("einde",), ("aanvang",), ("begin",), ("verstrijken",), ("afloop",), ("aflopen",), ("vertrek",))
_HANDED_IN = word_list("limits", "citizen", "gedaan") - {"plaats", "vindt", "gesteld", "gevoegd"} | word_list(
    "limits", "citizen", "betaald"
)


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
    return closed(words, i, *amount, clauses) if amount is not None and following in ("na", "nadat", *BACK) else None


def _backwards(words: Sequence[str], i: int, clauses: Clauses) -> Found | None:
    """«ten minste drie weken voor de aanvang», «ten minste drie werkdagen vooraf»."""
    if not i or words[i - 1] not in ("minstens", "minste", "tenminste"):
        return None
    amount = numbers.amount(words, i)
    if amount is None:
        return None
    after = tuple(words[amount[1] + 1 : amount[1] + 3])
    if after[:1] and (after[0] in BACK or after == ("van", "tevoren")):
        first = i - 2 if words[i - 1] == "minste" and i > 1 and words[i - 2] == "ten" else i - 1
        return closed(words, first, *amount, clauses)
    return None
