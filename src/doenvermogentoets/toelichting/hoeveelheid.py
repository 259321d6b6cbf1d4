"""A quantity of a text, and which two are the same or of one kind.

A toelichting and its bill say the same thing in other words: «de helft» and «50 procent», «een half jaar» and «26 weken», «tweemaal» and
«twee keer». What is compared is the value in one unit per kind.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from doenvermogentoets.norms.actors import role_of_phrase
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting.ritme import PER
from doenvermogentoets.toelichting.words import root

Maat = Literal["duur", "euro", "procent", "leeftijd", "keer", "datum", "aantal", "ritme"]
Grens = Literal["minst", "hoogst", ""]
Kant = Literal["voor", "na", "lang", ""]

# Six months and 26 weeks are the same; a third and 33 percent too.
_SAME_TIME, _SAME = 0.03, 0.01
# «een maand» for four weeks is how one tells it in other words.
_SAME_ROUGHLY = 0.085
# By the root of the period: how often a year it comes; more visits than this in one are a flow, and no rhythm.
_TIMES_A_YEAR = {root(word): times for word, times in PER.items()}
_OFTEN = 12
_ROOM = 0.1  # more than any of these
_WEEK, _AROUND_A_WEEK = 7.0, 1.5
WORKING_DAY = 1.4
"""Days that a working day is reckoned for, as in ``hoeveelheden.toml``: five of them are a week."""
_WORKED = 1 / 3  # of a day: «een halve dag» is four hours
_AGES = (4.0, 100.0)


@dataclass(frozen=True, slots=True)
class Lijsten:
    """The word lists of ``hoeveelheden.toml``."""

    dagen: Mapping[str, float]
    keer: frozenset[str]
    schaal: Mapping[str, float]
    delen: Mapping[str, float]
    breuken: Mapping[str, float]
    woorden: Mapping[str, frozenset[str]]
    zonder_rol: frozenset[str]
    zeggen_weinig: frozenset[str]
    zonder_onderwerp: frozenset[str]


@cache
def lijsten() -> Lijsten:
    """The word lists, read once."""
    data = tomllib.loads(files(__package__).joinpath("hoeveelheden.toml").read_text(encoding="utf-8"))
    words = {name: frozenset(found) for name, found in data["woorden"].items()}
    bounds = (words["minst"] | words["hoogst"]) - {"maximum", "minimum"}
    return Lijsten(
        {word: float(days) for days, found in data["dagen"].items() for word in found},
        frozenset(data["maten"]["keer"]),
        data["schaal"],
        data["delen"],
        data["breuken"],
        words,
        bounds | words["zegt_niets"],
        frozenset(root(w) for w in data["zeggen_weinig"]["woorden"]),
        frozenset(root(w) for w in data["zonder_onderwerp"]["woorden"]),
    )


@dataclass(frozen=True, slots=True)
class Hoeveelheid:
    """A quantity in a text.

    Attributes:
        maat: what kind of quantity.
        waarde: days, euros, percents, years of age, times, or the number of things; of a date month times 100 plus day; of a rhythm
            times a year.
        eenheid: root of what is counted («verlenging»), else empty; of a date its year or empty.
        span, woorden: the number with its unit.
        grens: it is a minimum or a maximum.
        geschat: about so much.
        rol: roots of the words around it with how much they count (0 to 1).
        kant: of a duration whether it lies before or after something, or is how long something lasts.
        per: by what it is reckoned («per maand», «per dier»), else empty.
    """

    maat: Maat
    waarde: float
    eenheid: str
    span: Span
    woorden: str
    grens: Grens
    geschat: bool
    rol: Mapping[str, float]
    kant: Kant = ""
    per: str = ""


def gelijk(a: Hoeveelheid, b: Hoeveelheid) -> bool:
    """The same quantity, in whatever unit."""
    if a.maat != b.maat:
        if {a.maat, b.maat} <= {"duur", "leeftijd"}:
            return _years(a) == _years(b)
        return zelfde_soort(a, b) and abs(_yearly(a) - _yearly(b)) <= _SAME * max(_yearly(a), _yearly(b))
    if a.maat == "duur" and _in_hours(a) != _in_hours(b) and max(a.waarde, b.waarde) <= 1:
        hours, day = sorted((a, b), key=_in_hours, reverse=True)
        return abs(hours.waarde - day.waarde) <= _SAME * day.waarde or abs(hours.waarde - day.waarde * _WORKED) <= _SAME * day.waarde
    if a.maat == "euro" and a.per != b.per and a.per in _TIMES_A_YEAR and b.per in _TIMES_A_YEAR:
        one, other = a.waarde * _TIMES_A_YEAR[a.per], b.waarde * _TIMES_A_YEAR[b.per]
        return abs(one - other) <= _SAME * max(one, other)
    if a.maat == "duur":
        return abs(a.waarde - b.waarde) <= (_SAME_TIME if _unit(a) == _unit(b) else _SAME_ROUGHLY) * max(a.waarde, b.waarde)
    if a.maat == "datum":
        return a.waarde == b.waarde and not (a.eenheid and b.eenheid and a.eenheid != b.eenheid)
    return abs(a.waarde - b.waarde) <= _SAME * max(abs(a.waarde), abs(b.waarde))


def even_lang(one: Hoeveelheid, other: Hoeveelheid) -> bool:
    """:func:`gelijk`, or the one tells in working days what the other calls a week."""
    working = "werkdag" in one.woorden and abs(one.waarde - _WEEK) < WORKING_DAY
    return gelijk(one, other) or (other.maat == one.maat == "duur" and working and other.waarde == _WEEK)


def omtrek(one: Hoeveelheid) -> tuple[float, float]:
    """Between which values a quantity of the same kind lies that may be :func:`even_lang`."""
    room = _ROOM * abs(one.waarde)
    low, high = one.waarde - room, one.waarde + room
    if one.maat != "duur":
        return low, high
    if one.waarde <= 1:
        return 0.0, max(1.0, high)  # hours and parts of a day
    if abs(one.waarde - _WEEK) <= _AROUND_A_WEEK:
        return min(low, _WEEK - _AROUND_A_WEEK), max(high, _WEEK + _AROUND_A_WEEK)
    return low, high


def zelfde_eenheid(a: Hoeveelheid, b: Hoeveelheid) -> bool:
    """The same things are counted: animals and animals."""
    return a.maat == b.maat == "aantal" and a.eenheid == b.eenheid


def _in_hours(h: Hoeveelheid) -> bool:
    return h.woorden.endswith(("uur", "uren"))


def _unit(h: Hoeveelheid) -> float | None:
    return lijsten().dagen.get(h.woorden.split()[-1].lower())


def zelfde_soort(a: Hoeveelheid, b: Hoeveelheid) -> bool:
    """Of one kind, so that they can be the same quantity.

    «Dieren» and «gezelschapsdieren» are counted as one, and so are people under any name; years of age may be told as years, the «derde
    weigering» as «drie weigeringen», «drie aanbiedingen die zijn geweigerd» or «driemaal», and «elk kwartaal» as «vier bezoeken per jaar».
    """
    if a.maat == b.maat:
        one, other = a.eenheid.removesuffix("en"), b.eenheid.removesuffix("en")  # a short plural keeps it: «bomen»
        return a.maat != "aantal" or one.endswith(other) or other.endswith(one) or (_people(a) and _people(b))
    kinds = {a.maat: a, b.maat: b}
    if kinds.keys() == {"keer", "aantal"}:
        once, counted = kinds["keer"].eenheid, kinds["aantal"]
        return bool(once) and (counted.eenheid.endswith(once) or once in counted.rol)
    if kinds.keys() == {"ritme", "aantal"}:
        return kinds["aantal"].per in _TIMES_A_YEAR and kinds["aantal"].waarde <= _OFTEN
    return in_jaren(a) and in_jaren(b)


def _people(h: Hoeveelheid) -> bool:
    last = h.woorden.split()[-1].lower()
    if last in ("mensen", "personen", "bezoekers"):
        return True
    role = role_of_phrase([last])
    return role is not None and role[0] == "burger"


def _yearly(h: Hoeveelheid) -> float:
    """What is counted in a year, where it is told by what period it is; else the number itself."""
    return h.waarde * _TIMES_A_YEAR[h.per] if h.maat == "aantal" and h.per in _TIMES_A_YEAR else h.waarde


def in_jaren(h: Hoeveelheid) -> bool:
    """Years that can be an age."""
    return h.maat == "leeftijd" or (h.maat == "duur" and h.woorden.endswith(("jaar", "jaren")) and _AGES[0] <= _years(h) <= _AGES[1])


def _years(h: Hoeveelheid) -> float:
    return h.waarde if h.maat == "leeftijd" else round(h.waarde / 365, 1)
