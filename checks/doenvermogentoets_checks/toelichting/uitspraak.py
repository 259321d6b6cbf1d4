"""What a part of a sentence says of the choice there is: that there is one, that the case is weighed, or that there is none."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from doenvermogentoets.norms.actors import find as find_actors
from doenvermogentoets.search import Listed
from doenvermogentoets.toelichting.words import roots
from doenvermogentoets_checks.toelichting.daden import daden
from doenvermogentoets_checks.toelichting.lezen import words_pattern

Zegt = Literal["kan", "moet"]
_DEEL = re.compile(r"[;:]\s+")
# «…, dan kan het college …»: what is decided stands after it.
_DAN = re.compile(
    r"(?:^|,? )dan (?=\w)|, (?=(?:kan|kunnen|mag|mogen|is|zijn|moet|moeten|beziet|bekijkt|weegt|beoordeelt|gaat)\b)"
    r"|\b(?:en|maar) (?=(?:kan|kunnen|mag|mogen)\b)",
    re.I,
)
# The words of choice stand in a part that only says why, of what, or what for.
_ONDERGESCHIKT = re.compile(
    r"\b(?:zodat|omdat|doordat|waardoor|aangezien|hoewel|nadat|voordat|nu|want|opdat|terwijl|dat|die|wie|welke|wat|of|waarmee|om"
    r"|wanneer|hoe|waar)\b[^,;:]*$|\bwant\b.*$",
    re.I,
)
_ONTKEND_VOOR = re.compile(r"\b(?:niet|geen|nooit|niets|niemand|evenmin|nergens|noch)\b[^,;:]{0,40}$", re.I)
_ONTKEND_NA = re.compile(
    r"^(?: [\w-]+){0,9} (?:niet|geen|nooit|niets|niemand|evenmin|nauwelijks|alleen|slechts|uitsluitend|pas|ertoe)\b", re.I
)
_BEPERKT = re.compile(r"\b(?:niet|geen|alleen|slechts|pas|uitsluitend|nog maar)\b", re.I)
_EN = re.compile(r"\b(?:en|maar) $", re.I)
HULP = re.compile(r"^(?:kan|kunnen|mag|mogen|moet|moeten|dient|dienen)$", re.I)
_BURGER_VRIJ = re.compile(r"\bstaat\b[^.;]{0,20}\b(?:hem|haar|hun|hen|u|ieder\w*|iedereen|men)\b", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’/][^\W\d_]+)*")
_GUNSTIG = re.compile(
    r"\b(?:toekenning|verlening|verstrekking|inschrijving|plaatsing|toe(?:te)?kennen|toegekend|toe te kennen|verlenen|verleend|verstrekt?"
    r"|verstrekken|gehonoreerd|honoreren|toe te wijzen|toegewezen"
    r"|betaald|uitbetaald|vergoed|verlengd|verlengen|te verlengen|in termijnen|uitstel|kwijtgescholden"
    r"|kwijtschelden|toewijzen|toegelaten|toelaten|in aanmerking|ingaat|inwilligen|ingewilligd)\b",
    re.I,
)
_VOORWAARDE = re.compile(
    r", als\b| als (?:de|het|een|er|hij|zij|iemand|dat|dit|die|daar|aan)\b"
    r"|,? \b(?:indien|wanneer|omdat|doordat|zodat|waarbij|waardoor|mits|tenzij|nadat|voordat|bijvoorbeeld"
    r"|want|aangezien|wat|hetgeen|zolang)\b"
)


@dataclass(frozen=True, slots=True)
class Uitspraak:
    """What a part of a sentence says: whether there is a choice, about which acts, in which words."""

    zegt: Zegt
    daden: frozenset[str]
    laat: bool  # the act is left undone
    weegt: bool
    woorden: str
    wortels: frozenset[str]

    @property
    def genoemd(self) -> bool:
        """Whether it has an act of ``daden.toml`` and not only words."""
        return bool(self.daden - self.wortels)


@cache
def patronen() -> Mapping[str, Listed]:
    """The patterns of ``keuze.toml`` by name, read once."""
    data = tomllib.loads(files(__package__).joinpath("keuze.toml").read_text(encoding="utf-8"))
    return {name: words_pattern(tuple(found["patronen"])) for name, found in data.items()}


def delen(text: str) -> Sequence[str]:
    """The parts of a sentence that can say something by themselves."""
    return [d for d in _DEEL.split(text) if d.strip()]


def uitspraak(deel: str) -> Uitspraak | None:
    """What a part of a sentence says of the choice there is; ``None`` when nothing."""
    words = patronen()
    may = next((m for m in words["kan"].finditer(deel) if _van_een_orgaan(deel, m)), None)
    weighs = next((m for m in words["weegt"].finditer(deel) if _weegt_een_orgaan(deel, m) and not geen_weging(deel, m)), None)
    must = words["moet"].search(deel)
    if must is not None and weighs is not None and (_ALTIJD.match(must.group(0)) or weighs.start() <= must.start() < weighs.end()):
        must = None  # «steeds wordt bezien of …»
    leaves = words["laat"].search(deel) is not None
    if must is not None and weighs is not None:
        return None
    if must is not None and any(m.end() <= must.start() or must.end() <= m.start() for m in words["kan"].finditer(deel)):
        return None
    may = may if must is None else None
    match = may or weighs or must
    if match is None:
        return None
    kern = _kern(deel, match)
    if may is not None and weighs is None and not leaves and _GUNSTIG.search(kern):
        return None  # «de toeslag kan worden toegekend» tells what somebody may get
    acts = daden(kern) | frozenset(roots(kern))
    return Uitspraak(
        "kan" if must is None else "moet", acts, leaves, weighs is not None, " ".join(match.group(0).split()[:6]), frozenset(roots(deel))
    )


def _kern(deel: str, match: re.Match[str]) -> str:
    """The words in which what is decided can stand: no condition before «dan», none after the words of choice."""
    cut = [m for m in _DAN.finditer(deel[: match.end()]) if m.end() <= match.start()]
    start = cut[-1].end() if cut else 0
    after = deel[match.end() :]
    stop = _VOORWAARDE.search(after)
    after = after[: stop.start()] if stop is not None else after
    return after if HULP.match(match.group(0)) else deel[start : match.end()] + after


def _van_een_orgaan(deel: str, match: re.Match[str]) -> bool:
    """The words of choice are the main thing said, not denied, and not of a citizen."""
    before, after = deel[: match.start()], deel[match.end() :]
    if not _WORD.search(after) and HULP.match(match.group(0)):
        return False
    if (
        (match.group(0).lower().endswith("mogelijk") and _BEPERKT.search(match.group(0)))
        or (_ONDERGESCHIKT.search(before) and not _EN.search(before))
        or _ONTKEND_VOOR.search(before)
        or _ONTKEND_NA.match(after)
        or _BURGER_VRIJ.search(match.group(0))
    ):
        return False
    if not HULP.match(match.group(0)):
        return not match.group(0).lower().startswith("hoe") or _handelt(
            [*_WORD.findall(before)[-_SUBJECT:], *_WORD.findall(match.group(0))[1:]]
        )
    if re.search(r"\bworden\b", after):
        return True
    cut = [m for m in _DAN.finditer(deel[: match.end()]) if m.end() <= match.start()]
    joined = bool(cut) and cut[-1].group(0).lower().startswith(("en ", "maar "))  # «het college hoort hem en kan …»
    subject = before[cut[-1].end() :].strip(" ,") if cut and not joined else before
    if joined:
        return _handelt(_WORD.findall(before)[:_SUBJECT])
    who = _WORD.findall(subject) or _WORD.findall(after)[:3]
    return _handelt(who)


def _weegt_een_orgaan(deel: str, match: re.Match[str]) -> bool:
    """Who «beziet of …» is no citizen."""
    before = deel[: match.start()]
    if _REDEN.search(before) or _ONTKEND_VLAK_VOOR.search(before):
        return False
    if not _BEZIET.match(match.group(0)):
        return True
    return _handelt([*_WORD.findall(deel[: match.start()])[-6:], *_WORD.findall(match.group(0))[1:5]])


_REDEN = re.compile(r"\b(?:zodat|omdat|doordat|waardoor|want|voorkomt dat|voorkomen dat|om te voorkomen)\b[^;:]*$", re.I)
_ONTKEND_VLAK_VOOR = re.compile(r"\b(?:niet|geen|nooit|zonder|evenmin)\b[^,;:]{0,25}$", re.I)
_ALTIJD = re.compile(r"(?:altijd|steeds|in alle gevallen|in ieder geval|in elk geval|moet|moeten)$", re.I)
_BEZIET = re.compile(r"(?:bezie|bekijk|beoorde|we[eg]|overwe|kijk|bepaalt|oordeelt|beslist)", re.I)
_BEROEPEN = frozenset({"arts", "artsen", "deskundige", "verzekeringsarts", "docent", "schoolleider", "consulent", "notaris"})
# Ends of the names of institutions that decide.
_INSTELLING = (
    "fonds",
    "verzekeraar",
    "bank",
    "leverancier",
    "instelling",
    "school",
    "stichting",
    "aanbieder",
    "team",
    "beheerder",
    "commissie",
    "bestuur",
)
_VOORNAAMWOORD = frozenset({"hij", "zij", "het", "deze", "die", "dit"})


def _handelt(who: Sequence[str]) -> bool:
    """Somebody who is no natural person, or a pronoun for an authority."""
    low = [w.lower() for w in who]
    found = find_actors(low, {})
    if found:
        return any(not (a.rol == "burger" and a.particulier and low[a.last] not in _BEROEPEN) for a in found)
    name = any(len(w) > 1 and w.isupper() for w in who)
    return (
        name
        or (bool(low) and low[0] in _VOORNAAMWOORD and all(w in _NA_VOORNAAMWOORD for w in low[1:]))
        or any(w.endswith(_INSTELLING) for w in low)
    )


_NA_VOORNAAMWOORD = frozenset({"dan", "ook", "daarbij", "echter", "wel", "dus"})
_SUBJECT = 4  # words


def overlap(one: frozenset[str], other: frozenset[str]) -> int:
    """How many words they share, also as the part of a longer one («leiding» in «perceelleiding») or with the same long beginning."""
    return sum(
        any(w == o or (len(w) >= _BEGIN and len(o) >= _BEGIN and (w[:_BEGIN] == o[:_BEGIN] or w in o or o in w)) for o in other)
        for w in one
    )


_BEGIN = 5


_BIJ = 40  # characters beside the words in which they may be denied
_GRENS = re.compile(r"[.,;:()]|\b(?:of|dat|omdat|want|indien|als|wanneer|die|terwijl|maar)\b", re.I)
_GEEN_WEGING = re.compile(
    r"\b(?:niet|geen|nooit|evenmin|nergens|zonder|uitgesloten)\b(?! (?:alleen|slechts|uitsluitend|enkel|zelden|dan na\w*)\b)", re.I
)


def geen_weging(text: str, match: re.Match[str]) -> bool:
    """«voor een weging per geval is geen plaats gelaten»: what the words say is denied in their own clause."""
    before = text[max(0, match.start() - _BIJ) : match.start()]
    before = _GRENS.split(before)[-1]
    behind = "" if _GRENS.search(match.group(0)) else _GRENS.split(text[match.end() : match.end() + _BIJ])[0]
    inside = _GRENS.split(match.group(0))[0]
    return any(_GEEN_WEGING.search(part) for part in (before, inside, behind))
