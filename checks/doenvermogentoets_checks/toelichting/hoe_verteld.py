"""How a sentence of the toelichting tells a number: as a rule, of a year, of people, as what it costs or how much it changes.

The words are in ``getallen.toml``; what each way of telling weighs is fitted (:mod:`doenvermogentoets_checks.toelichting.afwijking`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from doenvermogentoets.norms.actors import role_of_phrase
from doenvermogentoets.search import Listed
from doenvermogentoets.toelichting import Zin
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid
from doenvermogentoets_checks.toelichting.lezen import words_pattern

_FIRST = re.compile(r"\b(?:eerste|laatste|voorafgaande|volgende|voorgaande|vorige|daaropvolgende)\s*$", re.I)
_EACH_YEAR = ("elk jaar", "ieder jaar", "jaarlijks")
_COUNTED = re.compile(r"\s+(?:\w+ )?(?:€ ?)?\d")
_RANGE = re.compile(r"\btussen(?: de)? \S+ en $", re.I)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
HOURS = 2.5  # days: below it is counted in hours


def is_first(before: str) -> bool:
    """«de eerste», «de volgende»: what follows is one of several lengths of time."""
    return _FIRST.search(before) is not None


def side(text: str, at: int) -> str:
    """Whether a date is a first or a last day, by the words before it."""
    before = text[max(0, at - 30) : at]
    return next((name for name in ("tot", "vanaf") if patterns()[name].search(before)), "")


_ANOTHER_YEAR = 3.0  # times as telling as a year beside an artikel that names none


def other_year(text: str, law: str) -> float:
    """Whether a sentence is about a year: of which the artikel does not speak, and more so where it speaks of others."""
    said, known = ({m.group() for m in YEAR.finditer(words)} for words in (text, law))
    if not said - known:
        return 0.0
    return _ANOTHER_YEAR if known and not said & known else 1.0


def told_as(zin: Zin, one: Hoeveelheid, other: Hoeveelheid) -> Mapping[str, float]:
    """How the number itself is told: as the old one, a difference, a share of the people, what something costs."""
    words = patterns()
    before = zin.text[: one.span.start - zin.span.start]
    after = zin.text[one.span.end - zin.span.start :]
    clause = re.split(r"[,;:]", before)[-1] + one.woorden + re.split(r"[,;:]", after)[0]
    article = one.woorden.lower().startswith("een ") and one.maat == "duur"
    return {
        "een": float(article and not one.grens and not one.woorden.lower().startswith("een hal")),
        "geschat": float(one.geschat and not other.geschat),
        "last": float(words["last"].search(clause) is not None and (one.maat == "euro" or (one.maat == "duur" and one.waarde < HOURS))),
        "oud": float(words["oud"].search(before) is not None or (words["van"].search(before) and words["naar"].search(after)) is not None),
        "verschil": float(words["verschil"].search(after) is not None),
        "mensen": float(one.maat == "procent" and _of_people(after)),
        "aandeel": float(one.maat == "leeftijd" and words["aandeel"].search(zin.text) is not None),
        "telling": float(
            (one.maat == "ritme" and (one.woorden.lower() in _EACH_YEAR or _COUNTED.match(after) is not None))
            or _RANGE.search(before) is not None
        ),
        "geen_lengte": float(article and not one.grens and words["lengte"].search(zin.text) is None),
    }


def _of_people(after: str) -> bool:
    """«40 procent van de ouders»; not «40 procent van de kosten»."""
    whose = re.match(r"\s*van (?:de|het|alle|hen|onze) ?((?:[\w-]+ ?){0,3})", after)
    if whose is None:
        return patterns()["van_mensen"].whole.match(after) is not None
    role = role_of_phrase(whose.group(1).lower().split())
    return (role is not None and role[0] == "burger") or not whose.group(1)


@cache
def patterns() -> Mapping[str, Listed]:
    found = tomllib.loads(files(__package__).joinpath("getallen.toml").read_text(encoding="utf-8"))
    return {name: words_pattern(tuple(listed["patronen"])) for name, listed in found.items()}
