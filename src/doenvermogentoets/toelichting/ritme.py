"""How often something is done («elke week», «eens per maand») as times a year, and last days that are told in words («eind oktober»)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from doenvermogentoets.norms.numbers import cardinal

# Times a year.
PER: Mapping[str, float] = {
    "dag": 365.0,
    "werkdag": 250.0,
    "week": 52.0,
    "kalenderweek": 52.0,
    "maand": 12.0,
    "kalendermaand": 12.0,
    "kwartaal": 4.0,
    "kalenderkwartaal": 4.0,
    "halfjaar": 2.0,
    "jaar": 1.0,
    "kalenderjaar": 1.0,
    "schooljaar": 1.0,
}
_BY_NAME: Mapping[str, float] = {"dagelijks": 365.0, "wekelijks": 52.0, "maandelijks": 12.0, "halfjaarlijks": 2.0, "jaarlijks": 1.0}
_EACH = frozenset({"elk", "elke", "ieder", "iedere"})
_TIMES = frozenset({"keer", "maal"})
_ONCE = frozenset({"eens", "eenmaal"})


def ritme(words: Sequence[str]) -> tuple[float, int] | None:
    """Times a year, and how many words say so, of a rhythm that begins at the first of these words (in lower case).

    «elke twee weken» and «eens in de drie jaar» are read too; «per maand» alone says what an amount is reckoned by, and is none.
    """
    first = words[0]
    if first in _BY_NAME:
        return _BY_NAME[first], 1
    if first in _EACH:
        return _unit(words, 1, 1.0)
    times, at = 1.0, 1
    if first not in _ONCE:
        stem = next((first.removesuffix(t) for t in _TIMES if first.endswith(t)), None)
        number = cardinal(stem) if stem else cardinal(first) if len(words) > 1 and words[1] in _TIMES else None
        if number is None:
            return None
        times, at = number, 1 if stem else 2
    if len(words) <= at:
        return None
    if words[at] == "per" or words[at] in _EACH:
        return _unit(words, at + 1, times)
    if words[at] == "in" and len(words) > at + 1 and words[at + 1] in ("de", "het", "een"):
        return _unit(words, at + 2, times)
    return None


def may_recur(word: str) -> bool:
    """Whether a rhythm can begin at this word."""
    return word in _BY_NAME or word in _EACH or word in _ONCE or word.endswith(tuple(_TIMES)) or cardinal(word) is not None


_SEVERAL: Mapping[str, str] = {"weken": "week", "maanden": "maand", "jaren": "jaar", "dagen": "dag", "kwartalen": "kwartaal"}


def _unit(words: Sequence[str], at: int, times: float) -> tuple[float, int] | None:
    number = cardinal(words[at]) if at < len(words) else None
    every = 1.0
    if number is not None and at + 1 < len(words):
        every, at = float(number), at + 1
    if at >= len(words) or not every:
        return None
    per = PER.get(_SEVERAL.get(words[at], words[at]))
    return (times * per / every, at + 1) if per is not None else None


_LAST_DAY = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_END = frozenset({"eind", "einde", "ultimo"})
_BEFORE_END = frozenset({"van", "tot", "jaareinde", "jaarwisseling", "oud"})
_YEAR = frozenset({"jaar", "kalenderjaar"})
_NEW_YEAR = 1231.0  # 31 December


def may_end(word: str) -> bool:
    """Whether a last day that is told in words can begin at this word."""
    return word in _END or word in _BEFORE_END


def einde(words: Sequence[str], months: Sequence[str]) -> tuple[float, int] | None:
    """Month times 100 plus day, and how many words say so, of a last day that begins at the first of these words (in lower case)."""
    first, following = words[0], tuple(words[1:4])
    if first == "van" and len(following) > 1 and following[0] in months and following[1] in ("tot", "t/m"):
        return 100.0 * (months.index(following[0]) + 1) + 1, 2  # «van oktober tot en met december»
    if first == "tot" and following[:2] == ("en", "met") and len(following) > 2 and following[2] in months:
        month = months.index(following[2])
        return 100.0 * (month + 1) + _LAST_DAY[month], 4
    if first in ("jaareinde", "jaarwisseling"):
        return _NEW_YEAR, 1
    if first == "oud" and following[:2] == ("en", "nieuw"):
        return _NEW_YEAR, 3
    if first in _END and following and following[0] in months:
        month = months.index(following[0])
        return 100.0 * (month + 1) + _LAST_DAY[month], 2
    if first in _END and following[:2] == ("van", "het") and len(following) > 2 and following[2] in _YEAR:
        return _NEW_YEAR, 4
    return None


_RANKS = (
    *("tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde", "twaalfde", "dertiende"),
    *("veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende", "negentiende", "twintigste"),
)
#: What a rank counts («derde»: 3).
BY_RANK: Mapping[str, float] = {word: float(number) for number, word in enumerate(_RANKS, 2)} | {"eerste": 1.0, "vijfentwintigste": 25.0}
# Before a day of the month, and what follows it.
_DAY_BEFORE = frozenset({"voor", "vóór", "uiterlijk", "op", "vanaf", "met"})
_OF_MONTH = frozenset({"maand", "kalendermaand", "volgende", "maanden"})
# A rank without a noun up to here is one of several things («kiest voor de derde»), beyond it a day («voor de vijftiende», «op de tiende»).
_OPTIONS_FOR, _OPTIONS = 12, 5
_EVENT_BEFORE = frozenset({"bij", "na", "pas", "vanaf", "tot"})


def rang(before: Sequence[str], words: Sequence[str]) -> tuple[float, int] | None:
    """A day of the month («voor de vijftiende van de maand») or a time that something happens («bij de derde weigering»).

    ``before`` are the two words before it, ``words`` those from the rank on, in lower case. The second value is at which of the words
    stands what happens; 0 for a day.
    """
    value = BY_RANK.get(words[0])
    if value is None or not before or before[-1] not in ("de", "een", "elke", "iedere"):
        return None
    lead = before[0] if len(before) > 1 else ""
    following = words[1] if len(words) > 1 else "."
    if (
        before[-1] == "de"
        and lead in _DAY_BEFORE
        and (
            (following == "van" and len(words) > 3 and (words[2] in _OF_MONTH or words[3] in _OF_MONTH))
            or (value > (_OPTIONS_FOR if lead == "voor" else _OPTIONS) and not following[0].isalpha())
        )
    ):
        return value, 0
    if following in _TIMES:
        return value, 1
    if lead in _EVENT_BEFORE and value > 1 and len(following) > 3 and following.isalpha():
        return value, 1
    return None
