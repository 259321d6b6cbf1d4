"""What a toelichting can promise (``beloften.toml``), and whether a sentence does."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from doenvermogentoets.search import Listed
from doenvermogentoets.toelichting import Zin
from doenvermogentoets_checks.toelichting.lezen import vermeden
from doenvermogentoets_checks.toelichting.stellig import DENIED
from doenvermogentoets_checks.toelichting.waarborgen import ontkend

DADEN = frozenset({"last", "dubbel"})  # promises about what somebody need not do
_VOORWAARDE = re.compile(r"(?:Als|Indien|Wanneer|Zodra|Voor zover|Zolang|Zo lang|Nadat)\b")
# «Wie alsnog van een ander een vergoeding krijgt, …»: what somebody gets elsewhere is the case, not a promise.
_VERKRIJGT = re.compile(r"(?:Wie|Degene die|Iemand die|De \w+ die) alsnog\b[^,.;]*\b(?:krijgt|ontvangt|verkrijgt|verwerft)\b[^,.;]*,")
_NIET_NOGMAALS = re.compile(r"\b(?:niet (?:nogmaals|opnieuw|langer|meer|eerder)|geen (?:tweede|nieuwe|verder)\w*|nimmer)\b", re.I)
_MOET = re.compile(r"\b(?:moet|moeten|dient|dienen)\b[^.;]*$", re.I)
_ORGAAN = re.compile(
    r"\b(?:colleges?|burgemeester|minister|dienst|inspecteur|bureau|gemeenten?|orga(?:an|nen)|Toeslagen|bestuur|instelling(?:en)?"
    r"|verzekeraars?|school|werkgevers?)\b[^,.;]*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Belofte:
    """A kind of promise, with the words that keep it anywhere in the artikel, or only in the provision that has the effect.

    ``hard`` is what a provision that breaks it must hold: ``gevolg``, ``geheel`` (an effect in full), ``last`` (an act), ``ineens``
    (payment at once) or ``dubbel`` (the same act at more than one place). ``ontkend`` are words with which it is denied outright.
    """

    naam: str
    hard: str
    belooft: Listed
    grond: Listed
    grond_zelf: Listed | None
    ontkend: Listed | None


@dataclass(frozen=True, slots=True)
class Lijsten:
    beloften: tuple[Belofte, ...]
    buiten: Listed
    hard: Mapping[str, Listed]


def _any(words: list[str], whole: bool = False) -> Listed:
    return Listed(words, around=r"\b" if whole else "")


@cache
def lijsten() -> Lijsten:
    """The word lists of ``beloften.toml``, read once."""
    data = tomllib.loads(files(__package__).joinpath("beloften.toml").read_text(encoding="utf-8"))
    beloften = tuple(
        Belofte(
            b["naam"],
            b["hard"],
            _any(b["belooft"]),
            _any(b["grond"], whole=True),
            _any(b["grond_zelf"], whole=True) if "grond_zelf" in b else None,
            _any(b["ontkend"], whole=True) if "ontkend" in b else None,
        )
        for b in data["belofte"]
    )
    hard = {key: _any(data[key]["woorden"]) for key in ("gevolg", "geheel", "ineens", "dubbel")}
    return Lijsten(beloften, _any(data["buiten"]["woorden"]), hard)


def promised(belofte: Belofte, zin: Zin) -> re.Match[str] | None:
    """Where a sentence makes this promise; ``None`` where it denies it or says it on a condition."""
    match = belofte.belooft.search(zin.text)
    if match is None or (belofte.hard in DADEN and _ORGAAN.search(zin.text[max(0, match.start() - 60) : match.start()])):
        return None
    if _VOORWAARDE.match(zin.text) is not None and match.end() <= zin.text.find(","):
        return None  # «als uitstel is verleend, …» promises nothing
    if vermeden(zin.text, match.start()) or _VERKRIJGT.match(zin.text) is not None:
        return None
    clause = re.split(r"[,:]", zin.text[: match.start()])[-1]
    if belofte.hard not in DADEN and _NIET_NOGMAALS.search(clause):
        return None  # «verleent niet nogmaals uitstel om alsnog …»
    if match.group(0).lower().startswith("alsnog") and _MOET.search(zin.text[max(0, match.start() - 80) : match.start()]):
        return None
    if belofte.hard not in DADEN and DENIED.search(zin.text[max(0, match.start() - 40) : match.start()]):
        return None
    if belofte.hard == "ineens" and ontkend(zin.text, match.start(), match.end()):
        return None
    return match
