"""Why an adverse effect sets in: something was not done, the right has served its purpose, somebody asked for it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

from doenvermogentoets.search import Searches


class Aanleiding(StrEnum):
    """Why the effect sets in; the first that fits, in this order."""

    VERZOEK = "op eigen verzoek"
    PLAFOND = "het beschikbare is op"
    EINDE = "het doel van het recht is voorbij"
    SAMENLOOP = "een andere regeling voorziet erin"
    OPZET = "opzet of misbruik"
    VERZUIM = "iets is niet, te laat of verkeerd gedaan"
    VOORWAARDE = "een voorwaarde"
    GEEN = "geen voorwaarde in deze zin"


def _words(alternatives: list[str]) -> str:
    return rf"\b(?:{'|'.join(alternatives)})\b"


def _whole(expression: str, parts: Mapping[str, str]) -> str:
    """An expression with the parts that it names in braces written out."""
    for name, part in parts.items():
        expression = expression.replace("{" + name + "}", part)
    return expression


@cache
def patterns() -> Mapping[str, Searches]:
    """The word lists about adverse effects by name, for lower-cased sentences."""
    raw = tomllib.loads(files("doenvermogentoets.norms").joinpath("nadelen.toml").read_text(encoding="utf-8"))
    recht = {"recht": [_words(raw["recht"]["woorden"])], "geen_recht": [_words(raw["recht"]["niet"])]}
    reasons = {name: [_whole(e, raw["delen"]) for e in expressions] for name, expressions in raw["aanleiding"].items()}
    reasons["verzuim"] += reasons["weigering"]
    single = {name: raw[name]["woorden"] for name in ("totaal", "totaal-jaar", "vast")}
    groups = {**reasons, **single, **recht}
    return {name: Searches(expressions) for name, expressions in groups.items()}


ORDER = (
    (Aanleiding.VERZOEK, "verzoek"),
    (Aanleiding.PLAFOND, "plafond"),
    (Aanleiding.EINDE, "einde"),
    (Aanleiding.OPZET, "opzet"),
    (Aanleiding.VERZUIM, "verzuim"),
    (Aanleiding.SAMENLOOP, "samenloop"),
)


_DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")


def undotted(words: str) -> str:
    """The words with «4.5» as «4,5», of the same length: no sentence ends there."""
    return _DECIMAL.sub(",", words)


def aanleiding(words: str) -> Aanleiding:
    """Why an effect sets in, read from the lower-cased words of its sentence."""
    known = patterns()
    words = undotted(words)
    if known["gebreke"].occurs(words) and not known["verzoek"].occurs(words):
        return Aanleiding.VERZUIM
    for reason, name in ORDER:
        if known[name].occurs(words):
            return reason
    return Aanleiding.VOORWAARDE if _CONDITION.search(words) else Aanleiding.GEEN


_CONDITION = re.compile(r"\b(?:indien|als|wanneer|voor zover|voorzover|zodra|zolang|mits|tenzij)\b")
