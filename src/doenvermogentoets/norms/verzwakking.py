"""Safeguards that an amending instruction takes away, narrows or makes harder."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from doenvermogentoets.document import Amendment, AmendmentKind

_FEW = 12  # words; a longer clause says more than the word that is weighed
_ROOM = re.compile(r"\b(?:kan|kunnen|bevoegd(?= (?:is|zijn|tot|om|te)\b|$)|(?:is|zijn) (?:\w+ ){0,3}?bevoegd(?! gezag))\b", re.I)
_KAN = re.compile(r"\b(?:kan|kunnen)\b", re.I)
# Words put in behind a safeguard that add to it («of andere», «, waaronder»), or repeat who or what is meant.
_WIDENS = re.compile(
    r"\W*(?:of|en|waaronder|daaronder|dan wel|alsmede|alsook|in ieder geval|onder meer|, bedoeld|als bedoeld|bedoeld)\b", re.I
)


class Ingreep(StrEnum):
    """What an amending instruction does to a safeguard."""

    GESCHRAPT = "geschrapt"
    VERVANGEN = "vervangen"
    VERNAUWD = "vernauwd"
    GEBONDEN = "ruimte weg"
    VRIJBLIJVEND = "plicht wordt bevoegdheid"
    MAATSTAF = "maatstaf weg"
    DREMPEL = "drempel omlaag"
    HARDER = "hardere sanctie"


@dataclass(frozen=True, slots=True)
class Verzwakking:
    """A safeguard that an instruction takes away or narrows.

    Attributes:
        waarborg: what it is, as a noun phrase («een dringende reden»).
        bron: the sentence of the toelichting that says so, when the instruction does not.
    """

    amendment: Amendment
    ingreep: Ingreep
    waarborg: str
    bron: str = ""


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("doenvermogentoets.norms").joinpath("verzwakking.toml").read_text(encoding="utf-8"))


@cache
def _woorden(table: str = "woorden") -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(rf"\b(?:{'|'.join(words)})\b", re.I) for name, words in _data()[table].items()}


@cache
def _list(name: str, key: str = "woorden") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_data()[name][key])})\b", re.I)


def waarborg_in(words: str) -> str | None:
    """The safeguard that words speak of, as a noun phrase."""
    return next((name for name, pattern in _woorden().items() if pattern.search(words)), None)


def is_opruimen(words: str) -> bool:
    """Whether a toelichting tells that a safeguard has no use any more, or where it stands now."""
    return bool(_list("opruimen").search(words))


def bewering(words: str) -> str:
    """The word with which a toelichting claims that a safeguard can be missed («overbodig»), without saying where it stands."""
    match = _list("bewering").search(words)
    return match[0] if match is not None else ""


def is_sanctie(words: str) -> bool:
    """Whether words speak of a fine or another sanction, and not of what somebody gets."""
    return bool(_list("last").search(words)) and not _list("last", "baat").search(words)


def is_last_van_jaren(words: str) -> bool:
    """Whether words speak of the years over which is claimed back or somebody is left out."""
    return bool(_list("last", "jaren").search(words)) and not _list("last", "baat").search(words)


def verzwakking(amendment: Amendment) -> Verzwakking | None:
    """What an instruction does to a safeguard, as far as its own quoted words show it."""
    old, new = amendment.old.strip(), amendment.new.strip()
    if not old:
        return None
    waarborg = waarborg_in(old)
    if amendment.kind is AmendmentKind.VERVALLEN:
        return Verzwakking(amendment, Ingreep.GESCHRAPT, waarborg) if waarborg is not None else None
    if amendment.kind is AmendmentKind.INVOEGEN and waarborg is not None and new and not _WIDENS.match(new):
        return Verzwakking(amendment, Ingreep.VERNAUWD, waarborg)
    if amendment.kind is not AmendmentKind.VERVANGEN or not new:
        return None
    if waarborg is not None:
        if _KAN.search(new) and not _KAN.search(old) and waarborg_in(new) is not None:
            return Verzwakking(amendment, Ingreep.VRIJBLIJVEND, waarborg)
        narrow = _list("vernauwing")
        if len(narrow.findall(new)) > len(narrow.findall(old)):
            return Verzwakking(amendment, Ingreep.VERNAUWD, waarborg)
        if waarborg_in(new) is None and len(new) < 200:
            return Verzwakking(amendment, Ingreep.VERVANGEN, waarborg)
        return None
    if _list("drempel").search(old) and _added(_list("drempel", "lager"), old, new):
        return Verzwakking(amendment, Ingreep.DREMPEL, "de drempel van opzet of grove schuld")
    room = _ROOM.search(old)
    if room is not None and not _ROOM.search(new) and len(new.split()) <= _FEW:
        return Verzwakking(amendment, Ingreep.GEBONDEN, f"beslisruimte («{room[0].lower()}»)")
    for maatstaf, pattern in _woorden("maatstaf").items():
        if pattern.search(old) and not pattern.search(new) and len(old.split()) <= _FEW and len(new.split()) <= _FEW:
            return Verzwakking(amendment, Ingreep.MAATSTAF, maatstaf)
    before, after = _trede(old), _trede(new)
    if before and after > before:
        return Verzwakking(amendment, Ingreep.HARDER, "de sanctie")
    return None


def _added(pattern: re.Pattern[str], old: str, new: str) -> bool:
    """Whether new words hold what the old words do not."""
    return pattern.search(new) is not None and pattern.search(old) is None


def _trede(words: str) -> int:
    """How hard is what words do to somebody, from 1 (a warning) on; 0 when they do nothing that is known."""
    return max((int(step) for step, pattern in _woorden("trede").items() if pattern.search(words)), default=0)
