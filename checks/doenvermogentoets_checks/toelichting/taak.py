"""Who does or gets what in a sentence of a bill or a toelichting: «door de dijkgraaf afgekondigd», «het verslag aan de minister»."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from doenvermogentoets.norms.actors import role_of_name, role_of_word
from doenvermogentoets.search import Listed
from doenvermogentoets.toelichting.organen import Organen
from doenvermogentoets.toelichting.words import roots
from doenvermogentoets_checks.toelichting.lezen import words_pattern
from doenvermogentoets_checks.toelichting.orgaan_onbekend import namen

Rol = Literal["doet", "krijgt", "adviseert", "stemt in", "levert"]
_LIDWOORD = re.compile(r"^(?:de|het|een|onze|deze|dit|die) ", re.I)
_LAATSTE = re.compile(
    r"(?:\b(\w+) )?(?:de |het |een |onze |deze |ieder\w* |bevoegde? |betrokken |plaatselijke |gemeentelijke |regionale |onafhankelijke )*$",
    re.I,
)
_GRENS = re.compile(r"[,;:.](?=\s|$)")
_BERUST = re.compile(r"\b(?:berust|berusten|ligt|liggen|belegd|opgedragen|neergelegd|overgelaten|voorbehouden|toevertrouwd)\b", re.I)
_IS_AAN = re.compile(r"\b(?:is|wordt|blijft) (?:het |dat |dit |dan |daarbij )*aan (?:de |het )?$", re.I)
_ADVIES_VAN = re.compile(r"\b(?:advies|oordeel|raad|zienswijze|visie)\b[^.;,]{0,20}\b(?:van|bij) (?:de |het |een )?(?:\w+e )?$", re.I)
_ADVISEERT = re.compile(
    r"\badvise(?:ert|ren)\b|\bbreng(?:t|en)\b[^.;]{0,50}\badvies uit\b|\bgeven? advies\b|\bgeeft\b[^.;]{0,20}\badvies\b", re.I
)
_INSTEMMING_VAN = re.compile(r"\b(?:instemming|toestemming|goedkeuring|akkoord|fiat) van (?:de |het |een )?(?:\w+e )?$", re.I)
_STEMT_IN = re.compile(
    r"^[^.;,]{0,50}\b(?:instemt|instemmen|stemt\b[^.;,]{0,30}\bin|akkoord gaat|toestemming (?:geeft|heeft gegeven)|goedkeur\w*)\b", re.I
)
_OP_DE_HOOGTE = re.compile(r"^[^.;,]{0,25}\b(?:op de hoogte|in kennis|gewaarschuwd|geïnformeerd|ingelicht|verwittigd)\b", re.I)
_ONTLEENT = re.compile(
    r"\b(?:betrekt|betrekken|ontleent|ontlenen|ontvangt|ontvangen|krijgt|krijgen|verkrijgt|opvraagt|vraagt\b[^.;,]{0,40}\bop)\b", re.I
)
_DIENAREN = re.compile(
    r"\b(?:ambtena\w+|medewerkers?|inspecteurs?|toezichthouders?|bestuur|directeur|voorzitter|directie|raad) van (?:de |het )?$", re.I
)
_AAN = frozenset({"aan", "bij", "tot"})
_AFKORTING = re.compile(r"\b(?=[A-Z])[A-Za-z&]*[A-Z][A-Za-z&]*[A-Z][A-Za-z&*]*\b(?!-\w)")


_DOOR = re.compile(r"\bdoor (?:de |het |een |onze )?(?:\w+e )?$", re.I)
_VENSTER = 300  # characters around a name that are looked at
_NABIJ = 60  # characters around «door …» in which stands what is done
_EIGENNAAM = re.compile(
    r"\b(?:[A-Z][a-zé]+-?(?: (?:en|voor|van|der|de|het|ter|op)){0,3} ){1,8}(?:[A-Z][a-z]*)?"
    r"(?:[Aa]utoriteit|[Ii]nspectie|[Dd]ienst|[Bb]ank|[Ii]nstituut|[Cc]ommissie|[Rr]aad|[Ff]onds|[Bb]ureau)\b"
    r"|\bTeam [A-Z]\w+|\b[Mm]inister van [A-Z]\w+(?:(?:,| en)? [A-Z]\w+)*"
)


@dataclass(frozen=True, slots=True)
class Taak:
    """One body in one part: its name, its words with their place in the text, and the acts (``taken.toml``) that are told of it."""

    naam: str
    woorden: str
    start: int
    einde: int
    rol: Rol
    daden: frozenset[str]
    wortels: frozenset[str] = frozenset()  # of the words of that part


@dataclass(frozen=True, slots=True)
class _Lijsten:
    ambt: re.Pattern[str]
    vaag: frozenset[str]
    vrij: frozenset[str]
    geen: frozenset[str]
    taak: Mapping[str, Listed]
    krijgt: Mapping[str, Listed]
    niet: Listed
    open: Sequence[re.Pattern[str]]
    geen_naam: Listed


@cache
def lijsten() -> _Lijsten:
    """The word lists of ``taken.toml``, read once."""
    data = tomllib.loads(files(__package__).joinpath("taken.toml").read_text(encoding="utf-8"))
    office = "|".join(sorted(data["ambt"]["woorden"], key=len, reverse=True))
    return _Lijsten(
        re.compile(rf"\b(?:[a-zà-ÿ-]{{3,}})?(?:{office})s?\b(?! ?[-/])", re.I),
        frozenset(data["ambt"]["vaag"]),
        frozenset(data["ambt"]["vrij"]),
        frozenset(w.upper() for w in data["ambt"]["geen_orgaan"]),
        {name: words_pattern(tuple(found)) for name, found in data["taak"].items()},
        {name: words_pattern(tuple(found)) for name, found in data["krijgt"].items()},
        words_pattern(tuple(data["niet"]["patronen"])),
        _open("|".join(data["ambt"]["uitgangen"])),
        words_pattern(tuple(data["ambt"]["geen_naam"])),
    )


def _open(ends: str) -> Sequence[re.Pattern[str]]:
    """How somebody who acts looks where no list knows him: «door de rentmeester», «beslist de loods», «bij ProRail»."""
    noun = rf"(?:[a-zé]+e )?[a-zé-]*(?:{ends})"
    name = r"[A-Z][a-zé]{2,}[A-Za-zé]*(?: (?:(?:van|voor|der|en) (?:de |het )?)?[A-Z][a-zé]+)*"
    return (
        re.compile(rf"\b(?:door|aan|bij) (?:de |het |een )?(?P<wie>{name})\b"),
        re.compile(rf"\b(?:[Dd]e|[Hh]et|[Ee]en) (?P<wie>{noun})\b"),
    )


def genoemd(text: str, organs: Organen) -> Sequence[tuple[int, int, str]]:
    """The bodies that a text names: first and last offset, and one name for each."""
    lists = lijsten()
    out: list[tuple[int, int, str]] = []

    def add(start: int, end: int, name: str) -> None:
        if not any(start < e and s < end for s, e, _ in out):
            out.append((start, end, name))

    for m in _EIGENNAAM.finditer(text):
        plain = _LIDWOORD.sub("", m.group(0))
        if " " in plain:
            add(m.end() - len(plain), m.end(), organs.naam(plain))
    for pattern in namen():
        for m in pattern.finditer(text):
            start = m.start() + len(m.group(0)) - len(_LIDWOORD.sub("", m.group(0)))
            add(start, m.end(), organs.naam(text[start : m.end()]))
    for o in organs.van(text):
        add(o.span.start, o.span.end, o.naam)
    for m in _AFKORTING.finditer(text):
        if m.group(0).upper() not in lists.geen:
            add(m.start(), m.end(), organs.naam(m.group(0)))
    for m in lists.ambt.finditer(text):
        add(m.start(), m.end(), organs.naam(m.group(0)))
    for pattern in lists.open:
        for m in pattern.finditer(text):
            word = m.group("wie").split()[-1].lower()
            role = role_of_word(word) or (role_of_name(word), True)
            if role[0] != "burger" and not lists.geen_naam.whole.match(m.group("wie")):
                add(m.start("wie"), m.end("wie"), organs.naam(m.group("wie")))
    return sorted(out)


def taken(text: str, organs: Organen) -> Iterator[Taak]:
    """Every body in a sentence with its part in it."""
    for start, end, name in genoemd(text, organs):
        found = _rol(text, start, end)
        if found is None:
            continue
        rol, fixed = found
        clause = _deel(text, start, end)
        table = lijsten().krijgt if rol == "krijgt" else lijsten().taak
        acts = fixed or daden(clause, table) or (daden(text, table) if rol == "krijgt" else frozenset())
        if rol == "doet" and _DOOR.search(text[max(0, start - _NABIJ) : start]):
            acts = daden(f"{text[max(0, start - _NABIJ) : start]}|{text[end : end + _NABIJ]}", table) or acts
        yield Taak(name, text[start:end], start, end, rol, acts, frozenset(roots(clause)))


def daden(text: str, table: Mapping[str, Listed]) -> frozenset[str]:
    """The names of the acts that a text speaks of."""
    return frozenset(name for name, pattern in table.items() if pattern.search(text))


def _deel(text: str, start: int, end: int) -> str:
    """The part of the sentence that has the name, up to the commas around it."""
    low = max(0, start - _VENSTER)
    before = [m.end() for m in _GRENS.finditer(text, low, start)]
    after = _GRENS.search(text, end, end + _VENSTER)
    return text[before[-1] if before else low : after.start() if after is not None else end + _VENSTER]


def _rol(text: str, start: int, end: int) -> tuple[Rol, frozenset[str]] | None:
    before, after = text[max(0, start - _VENSTER) : start], text[end : end + _VENSTER]
    clause = _deel(text, start, end)
    match = _LAATSTE.search(before)
    last = (match.group(1) or "").lower() if match is not None else ""
    if _ADVIES_VAN.search(before) or (last in _AAN and re.search(r"\badvies\b", clause, re.I)):
        return "adviseert", frozenset({"advies"})
    if _INSTEMMING_VAN.search(before) or _STEMT_IN.match(after):
        return "stemt in", frozenset({"instemming"})
    if last in _AAN:
        return ("doet", frozenset()) if _BERUST.search(clause) or _IS_AAN.search(before) else ("krijgt", frozenset())
    servants = _DIENAREN.search(before) if last == "van" else None
    if servants is not None:
        return _rol(text, servants.start() + max(0, start - _VENSTER), end)  # «de ambtenaren van de SVB»
    if last == "van":
        return ("levert", frozenset({"levering"})) if _ONTLEENT.search(clause) else None
    if last in lijsten().vrij:
        return None
    if _OP_DE_HOOGTE.match(after):
        return "krijgt", frozenset({"melden"})
    if _ADVISEERT.search(clause) and last != "door":
        return "adviseert", frozenset({"advies"})
    if last == "die" or last == "dat":
        return "levert", frozenset({"levering"}) if re.search(r"\bbehe+r\w*|\bbijhoud\w*", after[:40]) else frozenset()
    return "doet", frozenset()
