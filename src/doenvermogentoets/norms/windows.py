"""Limits that are a window or the end of one: between two dates, until a date, within a time that somebody sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from doenvermogentoets.months import MONTHS
from doenvermogentoets.norms import events, numbers
from doenvermogentoets.norms.found import STOP, Clauses, Found, closed
from doenvermogentoets.norms.lexicon import word_list
from doenvermogentoets.norms.model import TermijnSoort
from doenvermogentoets.norms.numbers import number, ordinal
from doenvermogentoets.norms.verbs import lexicon

_NAMED_LIMITS = word_list("limits", "citizen", "termijn_voor")
_HANDED_IN = word_list("limits", "citizen", "gedaan") | word_list("limits", "citizen", "betaald")


def _date_end(words: Sequence[str], i: int) -> int:
    """Last token of a date «1 maart (2025)», «maandag 12 januari 2026, 9.00 uur», that starts at ``i``; -1 if none does."""
    if i < len(words) and words[i].endswith("dag"):
        i += 1
    if i + 1 < len(words) and (words[i].isdecimal() or ordinal(words[i]) is not None) and words[i + 1] in numbers.MONTH_NAMES:
        last = i + 2 if i + 2 < len(words) and words[i + 2].isdecimal() and len(words[i + 2]) == 4 else i + 1
        return last + 3 if words[last + 3 : last + 4] == ("uur",) else last
    return -1


def window(words: Sequence[str], i: int) -> Found | None:
    """A window for handing something in: «in de periode van 1 maart tot en met 31 mei ingediend», «ingediend in het kalenderjaar 2025»."""
    n = len(words)
    first = i
    if words[i] == "in":
        year = i + 3 < n and words[i + 2] in ("kalenderjaar", "jaar") and words[i + 3].isdecimal()
        return Found(i, i + 3, i + 3, TermijnSoort.UITERSTE_DATUM, citizen=True) if year and _near_handing_in(words, i, i + 3) else None
    j = i + 1 if words[i] in ("van", "tussen") else i + 2
    if words[i] == "tussen" and (between := _between(words, i)) is not None:
        return between
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


def _between(words: Sequence[str], i: int) -> Found | None:
    """«Tussen acht en dertien weken na afloop van de periode dient de ontvanger een aanvraag in»: the later of the two is the limit."""
    if number(words[i + 1]) is None or words[i + 2 : i + 3] != ("en",):
        return None
    amount = numbers.amount(words, i + 3)
    if amount is None or words[amount[1] + 1 : amount[1] + 2] not in (("na",), ("nadat",), ("voor",), ("vóór",), ("vanaf",)):
        return None
    return closed(words, i, *amount, ())


_USES = frozenset(["ontbinden", "ontbonden", "herroepen", "opzeggen", "opgezegd", "annuleren", "terugkomen", "terugtreden", "intrekken"])
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


def open_until(words: Sequence[str], i: int, clauses: Clauses) -> Found | None:
    """«kan tot twee jaar na afloop van het jaar verzoeken», «kan ontbinden gedurende veertien dagen vanaf de dag waarop»."""
    amount = numbers.amount(words, i + 1)
    if amount is None or words[amount[1] + 1 : amount[1] + 2] not in (("na",), ("nadat",), ("vanaf",)):
        return None
    if _USES.isdisjoint(words[i - 1 : i]) and not {"kan", "kunnen", "mag", "mogen"} & set(words[max(0, i - 14) : i]):
        return None
    found = closed(words, i, *amount, clauses, citizen=True)
    after = words[found.last + 1 : found.last + 14]
    if not _ASKS.isdisjoint(after):
        return found
    # whoever may use a right in that time: an authority may revoke, a citizen may cancel
    return replace(found, citizen=False) if not _USES.isdisjoint((*words[i - 1 : i], *after)) else None


def until(words: Sequence[str], i: int) -> Found | None:
    """«kan tot en met 31 mei worden ingediend», «wordt tot 15 oktober in de gelegenheid gesteld»."""
    j = i + 1
    while j < len(words) and words[j] in ("en", "met", "uiterlijk"):
        j += 1
    last = _date_end(words, j)
    if last < 0 or ("vanaf" not in words[max(0, i - 5) : i] and any(w in numbers.MONTH_NAMES for w in words[max(0, i - 4) : i])):
        return None  # «van 1 maart tot 1 mei»: a window, or a period
    if words[i - 1] not in _HANDED_IN and words[i - 1] in lexicon().participle:
        return None  # «wordt geschorst tot en met 31 maart»: how long it lasts
    opened = "vanaf" in words[max(0, i - 12) : i]  # «worden ingediend vanaf de inwerkingtreding van dit besluit tot en met 15 maart»
    near = _near_handing_in(words, i - words[:i][::-1].index("vanaf") - 1 if opened else i, last)
    return Found(i, last, last, TermijnSoort.UITERSTE_DATUM, citizen=True) if near else None


_ABOUT = frozenset(["van", "over", "omtrent", "met", "voor"])  # «maakt melding van de termijn waarbinnen»: told, not set


def _must(words: Sequence[str], i: int) -> bool:
    """«waarbinnen dit moet gebeuren», «binnen welke termijn aan de eisen moet worden voldaan»: somebody who is not named must act."""
    return not {"moet", "moeten", "dient", "dienen"}.isdisjoint(words[i + 1 : i + 10])


def set_by(words: Sequence[str], i: int) -> Found | None:
    """«een termijn stellen waarbinnen de aanvrager ...»: a limit that an authority sets; its words are «termijn ... waarbinnen»."""
    if "wijze" in words[max(0, i - 6) : i + 6] and not {"wijst", "gewezen", "vermeld", "vermeldt", "meegedeeld", "medegedeeld"}.isdisjoint(
        words[:i]
    ):
        return None  # «wordt gewezen op de wijze waarop en de termijn waarbinnen dit dient te geschieden»: told, not set
    for j in range(i - 1, max(-1, i - 7), -1):
        if words[j] in ("termijn", "periode", "tijdvak") and (
            words[j - 1] in ("een", "redelijke") or (_must(words, i) and words[j - 2] not in _ABOUT)
        ):
            return Found(i, i, i, TermijnSoort.ONBEPAALD)
        if words[j] in STOP:
            break
    return None


def _days_between(one: Sequence[str], two: Sequence[str]) -> float | None:
    """Days from one date to the next, a month counting as 30; ``None`` if they run over more than a year."""
    places = []
    for date in (one, two):
        at = next(i for i, word in enumerate(date) if word in numbers.MONTH_NAMES)
        day = number(date[at - 1]) or ordinal(date[at - 1])
        year = next((float(word) for word in date[at + 1 : at + 2] if word.isdecimal()), None)
        places.append((year, MONTHS.index(date[at]) * 30 + (day or 0)))
    years = {year for year, _ in places if year is not None}
    days = places[1][1] - places[0][1]
    return days + 1 if len(years) < 2 and days >= 0 else None


def _near_handing_in(words: Sequence[str], first: int, last: int) -> bool:
    return not _HANDED_IN.isdisjoint(words[max(0, first - 8) : first]) or not _HANDED_IN.isdisjoint(words[last + 1 : last + 9])


def named(words: Sequence[str], i: int) -> Found | None:
    """«bedraagt de termijn voor het naar voren brengen van zienswijzen vier weken»: the value of a limit that has a name."""
    near = words[max(0, i - 25) : i + 25]
    if not any(w == "termijn" or w.endswith("termijn") for w in near) or _NAMED_LIMITS.isdisjoint(near):
        return None
    for j in range(i + 1, min(i + 20, len(words))):
        if words[j] in STOP or words[j] == "binnen":
            return None
        amount = numbers.amount(words, j) if number(words[j]) is not None else None
        if amount is not None:
            around = words[max(0, i - 25) : j]
            if not any(w == "termijn" or w.endswith("termijn") for w in around):
                return None
            return closed(words, j, *amount, (), citizen=True)
    return None


def lapse(words: Sequence[str], i: int, clauses: Clauses) -> Found | None:
    """«verjaart door verloop van vijf jaren»: the time within which a claim must be made."""
    if words[i + 1 : i + 2] != ("van",) or {"verjaart", "verjaren", "vervalt", "vervallen"}.isdisjoint(words):
        return None
    claimed = {"verjaart", "verjaren"} & set(words) or any(word.endswith(_CLAIMED) for word in words)
    amount = (
        numbers.amount(words, i + 2) if claimed else None
    )  # «De rechten van makers vervallen door verloop van 70 jaren» is how long they last
    return closed(words, i, *amount, clauses) if amount is not None else None


_CLAIMED = ("vordering", "vorderingen", "bevoegdheid")


def together(words: Sequence[str], i: int, clauses: Clauses) -> Found | None:
    """«wordt gedaan tegelijk met de intrekking van het beroep»: one moment, and no other."""
    if words[i + 1 : i + 2] not in (("met",), ("bij",)):
        return None
    last = events.end(words, i + 1, clauses)
    near = (*words[max(0, i - 4) : i], *words[last + 1 : last + 3])
    return Found(i, i + 1, max(last, i + 1), TermijnSoort.ONBEPAALD) if not _HANDED_IN.isdisjoint(near) else None
