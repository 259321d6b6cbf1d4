"""A safeguard that a text switches off, and what the articles give that are safeguards (``waarborgen.toml``)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from doenvermogentoets.analysis import Provision
from doenvermogentoets.norms.vangnet import AWB
from doenvermogentoets.text import Span

_CONDITION = re.compile(r"\b(?:indien|als|tenzij|wanneer|voor zover|voorzover|mits)\b", re.I)


@dataclass(frozen=True, slots=True)
class Uitgesloten:
    """A safeguard that a provision switches off.

    Attributes:
        span: the words, from the safeguard to the exclusion.
        artikel: of the Awb («4:84»), empty when it is not one of the Awb.
        geeft: what the safeguard gives.
        voorwaardelijk: only in some cases.
        grond: where what is closed here was left open, when it is no article that is set aside.
    """

    provision: Provision
    span: Span
    artikel: str
    geeft: str
    voorwaardelijk: bool
    grond: str = ""


def only_in_some_cases(words: str) -> bool:
    """Whether words say that something holds on a condition."""
    return _CONDITION.search(words) is not None


@cache
def gives(table: str) -> Mapping[str, str]:
    """What articles give: those of the Awb by number (table «awb»), those of other laws by law and number (table «verzachting»)."""
    raw = tomllib.loads(files("doenvermogentoets.norms").joinpath("waarborgen.toml").read_text(encoding="utf-8"))
    found: Mapping[str, str] = raw[table]
    return found


def waarborg_van(regeling: str, artikel: str) -> str | None:
    """What an artikel of the Awb gives to who is hit by a hard outcome; ``None`` if it is not such an artikel."""
    return gives("awb").get(artikel) if AWB.search(regeling) else None
