"""When a regulation takes effect, and for whom: what a sentence of a bill or of a toelichting says about entry into force.

Three things are read: the moment («met ingang van 1 juli», «bij koninklijk besluit», «de dag na de bekendmaking»), whether it works back,
and what happens to cases from before. Linear in the text: every pattern is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from doenvermogentoets.months import MONTHS
from doenvermogentoets.norms.numbers import cardinal
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting.ritme import BY_RANK

Soort = Literal["datum", "besluit", "uitgifte"]
DATUM = rf"\d{{1,2}} (?:{'|'.join(MONTHS)})(?: \d{{4}})?"
_DATUM = re.compile(rf"\b(?P<dag>\d{{1,2}}) (?P<maand>{'|'.join(MONTHS)})(?: (?P<jaar>\d{{4}}))?", re.I)
_BESLUIT = re.compile(
    r"\b(?:bij|door|met|in) (?:een )?(?:afzonderlijk |apart |nader )?koninklijk besluit\b(?: te bepalen \w+)?"
    r"|\b(?:nader |door \w+ \w+ |bij besluit van [^.,;]{0,40} )te bepalen (?:tijdstip|datum|dag|moment)\b",
    re.I,
)
_BLAD = (
    r"(?:uitgifte|uitgegeven|uitgebracht|bekendmaking|bekendgemaakt|bekend is gemaakt|plaatsing|geplaatst|publicatie|gepubliceerd"
    r"|Staatsblad|Staatscourant|\w*[Gg]emeenteblad|Provinciaal blad|[Ww]aterschapsblad)"
)
_UITGIFTE = re.compile(
    rf"\b(?:(?P<rang>[a-zé]+) )?(?P<maat>dag|dagen|kalendermaand|kalendermaanden|maand|maanden|week|weken)"
    rf" (?:na|volgend(?:e)? op|die volgt op|nadat|waarop)\b[^.;,]{{0,60}}?\b{_BLAD}\b",
    re.I,
)
_VOLGEND = re.compile(rf"\b{DATUM},? (?:volgend op|die volgt op|na)\b[^.;,]{{0,60}}?\b{_BLAD}\b", re.I)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of entry into force.

    Attributes:
        dag: day, month and year (0 when it is not said) of a date; of a publication when it is the first such day after it.
        na: how many days or months after the publication; empty when that is no number.
    """

    soort: Soort
    woorden: str
    span: Span
    dag: tuple[int, int, int] | None = None
    na: str = ""


def momenten(text: str, base: int = 0) -> Iterator[Moment]:
    """The moments that words name; ``base`` is the offset of their first character in the document."""
    taken: list[tuple[int, int]] = []

    def free(match: re.Match[str]) -> bool:
        return all(match.end() <= start or end <= match.start() for start, end in taken)

    for pattern in (_VOLGEND, _UITGIFTE):
        for match in pattern.finditer(text):
            if free(match):
                taken.append(match.span())
                day = _DATUM.match(match.group(0))
                yield Moment("uitgifte", match.group(0), _span(match, base), _dag(day) if day else None, "" if day else _na(match))
    for match in _BESLUIT.finditer(text):
        if free(match):
            taken.append(match.span())
            yield Moment("besluit", match.group(0), _span(match, base))
    for match in _DATUM.finditer(text):
        if free(match):
            yield Moment("datum", match.group(0), _span(match, base), _dag(match))


def _span(match: re.Match[str], base: int) -> Span:
    return Span(base + match.start(), base + match.end())


def _dag(match: re.Match[str]) -> tuple[int, int, int]:
    return int(match.group("dag")), MONTHS.index(match.group("maand").lower()) + 1, int(match.group("jaar") or 0)


def _na(match: re.Match[str]) -> str:
    """«1 dag» for «de dag na», «8 dag» for «de achtste dag na», «2 maand» for «de tweede kalendermaand na»."""
    unit = {"d": "dag", "k": "maand", "m": "maand", "w": "week"}[match.group("maat")[0].lower()]
    words = (match.group("rang") or "").lower()
    number = BY_RANK.get(words) or cardinal(words)
    if match.group(0).lower().endswith("waarop") or " waarop " in match.group(0).lower():
        return f"0 {unit}"
    return f"{int(number) if number else 1} {unit}"


def gelijk(one: Moment, other: Moment) -> bool:
    """Both may be the same moment."""
    if one.soort == other.soort == "besluit":
        return True
    if one.dag is not None and other.dag is not None:
        return one.dag[:2] == other.dag[:2] and (one.dag[2] == other.dag[2] or not (one.dag[2] and other.dag[2]))
    if one.soort == other.soort == "uitgifte":
        return one.na == other.na or not (one.na and other.na)
    return False


# The regulation itself, not another one with a name.
ZELF = (
    r"(?:\b(?:[Dd]e|[Dd]eze|[Dd]it|[Hh]et) (?:nieuwe |onderhavige |voorliggende |voorgestelde )?(?:rijkswet|wet|wetsvoorstel|voorstel"
    r"|besluit|regeling|verordening|keur|beleidsregels?|reglement|wijzigingen|wijziging|wijzigings(?:wet|besluit|regeling))\b)"
)
TREEDT = re.compile(r"\btre(?:edt|den)\b[^.;]{0,160}\bin werking\b|\bin werking (?:treedt|treden)\b", re.I)
_ZELF_TREEDT = re.compile(
    rf"{ZELF}(?: \w+){{0,3}} (?:is|wordt) van kracht (?:met ingang van|vanaf|per|op|sinds)\b"
    rf"|{ZELF} gaa?t (?:op|per|met ingang van)? ?{DATUM} in\b"
    rf"|{ZELF}(?: gaat in|(?: zelf)? geldt) (?:met ingang van|vanaf|per|op) (?:de )?(?={DATUM}|dag|eerste)|"
    rf"{ZELF}[^.;]{{0,60}}\b(?:treedt|treden)\b[^.;]{{0,160}}\bin werking\b"
    rf"|{ZELF}[^.;]{{0,120}}\bin werking (?:treedt|treden)\b"
    rf"|(?:\b(?:treedt|treden)|\b(?:wordt|is) (?:bepaald|geregeld) dat) {ZELF}[^.;]{{0,120}}\bin werking\b"
    r"|^(?:Zij|Het|Hij|Dit|Deze) (?:treedt|treden)\b[^.;]{0,160}\bin werking\b"
    r"|(?:^De|\b[Dd]e|^) ?(?:datum van |tijdstip van |dag van )?[Ii]nwerkingtreding"
    r" (?:van (?:de|deze|dit|het) \w+ )?(?:wordt|is|geschiedt|vindt)\b"
)


def treedt_zelf(text: str) -> re.Match[str] | None:
    """Where a sentence of a toelichting says when the regulation itself takes effect."""
    return _ZELF_TREEDT.search(text)


# Cases from before.
EERDER = re.compile(
    rf"\b(?:voor|vóór)(?:af)? (?:de |het |die |dat |deze )?(?:datum|tijdstip|dag|moment|inwerkingtreding|{DATUM})\b"
    rf"|\bop (?:de |het |die |dat )?(?:datum|tijdstip|dag|moment)(?: van (?:de )?inwerkingtreding)?\b"
    rf"[^.;]{{0,80}}\b(?:al|reeds|nog|lop(?:en|ende)|in dienst|bestaa?nde?)\b"
    r"|\b(?:op grond van|krachtens|onder|volgens) die (?:regeling|verordening|wet|keur)\b"
    r"|\b(?:op grond van|krachtens|onder|volgens) (?:de|het) (?:in het \w+ lid (?:genoemde|bedoelde)|oude|eerdere|vorige|ingetrokken) \w+"
    r"|\b(?:die|dat|wie) op (?:die|de) (?:datum|dag)\b|\bop (?:dat|het) (?:tijdstip|moment)\b[^.;]{0,20}\bvan (?:de )?inwerkingtreding\b",
    re.I,
)
LATER = re.compile(
    rf"\b(?:op of na|(?:ná|na|vanaf)) (?:de |het |die |dat )?(?:datum|tijdstip|dag|moment|inwerkingtreding|{DATUM})\b"
    r"|\b(?:voor het )?eerst\b",
    re.I,
)
_TOEPASSING = r"(?:van toepassing|geldt|gelden|toepasselijk|toegepast|van kracht)"
_BLIJFT_OUD = re.compile(
    r"\bblij(?:ft|ven)\b[^;]{0,200}\b(?:van toepassing|van kracht|gelden|geldig)\b"
    r"|\b(?:volgens|naar|onder|met toepassing van) (?:het|de) (?:oude|tot dan toe geldende|eerdere|vroegere|voorgaande) \w+\b[^.;]{0,40}"
    r"\b(?:afge\w+|behandeld|beslist|beoordeeld)"
    r"|\b(?:afge\w+|behandeld|beslist|beoordeeld)\b[^.;]{0,30}\b(?:volgens|naar|onder|met toepassing van) (?:het|de|die)"
    r" (?:oude|tot dan toe geldende|eerdere|vroegere|voorgaande|regeling|verordening|wet)\b",
    re.I,
)
_NIET_OP = re.compile(rf"\b{_TOEPASSING}\b[^.;]{{0,20}}\bniet\b|\bniet\b[^.;]{{0,40}}\b{_TOEPASSING}\b", re.I)
_TOEP = re.compile(rf"\b{_TOEPASSING}\b", re.I)
_BEHOUDT = re.compile(
    r"\b(?:behoudt|behouden|gelijkgesteld|gelijkstelling|(?:aangemerkt|beschouwd) als|(?:geldt|gelden) als|geacht|houdt|houden) ?\b"
    r"|\bblij(?:ft|ven)\b[^.;]{0,60}\b(?:geldig|bestaan|in stand|van kracht)\b",
    re.I,
)
_MEDE = re.compile(
    rf"\b(?:mede|ook|eveneens)\b[^.;]{{0,30}}\b{_TOEPASSING}\b|\b{_TOEPASSING}\b[^.;]{{0,20}}\b(?:mede|ook|eveneens)\b", re.I
)
_VOLGENS_OUD = re.compile(
    r"\b(?:volgens|naar|met toepassing van|op grond van|op de voet van|krachtens) (?:de|het)"
    r" (?:in het \w+ lid (?:genoemde|bedoelde)|oude|eerdere|ingetrokken) \w+",
    re.I,
)
_BESLIST = re.compile(r"\b(?:beslist|beslissen|afgehandeld|behandeld|afgedaan|beoordeeld|vastgesteld)\b", re.I)
_NIEUW = (
    r"\b(?:volgens|naar|onder|overeenkomstig|met toepassing van|op grond van|op basis van|aan de hand van) "
    r"(?:(?:deze|dit) (?:wet|besluit|regeling|verordening|beleidsregels?|keur)|(?:de|het) nieuwe \w+)\b(?!,? zoals)"
)
_NIET = re.compile(r"\b(?:niet|geen)\b", re.I)
# «worden afgehandeld volgens deze verordening»: the new law, also for what came before it.
_VOLGENS_NIEUW = re.compile(rf"{_BESLIST.pattern}[^.;]{{0,30}}{_NIEUW}|{_NIEUW}[^.;]{{0,40}}{_BESLIST.pattern}", re.I)
Gunst = Literal["oud", "behoud", "nieuw", "anders"]


def overgang(text: str) -> Gunst | None:
    """What a sentence of a bill does with cases from before: the old law stays, what was given is kept, the new law holds ..."""
    earlier, later = EERDER.search(text), LATER.search(text)
    if earlier is None and later is None:
        return None
    if earlier is not None and _MEDE.search(text) and not _NIET_OP.search(text):
        return "nieuw"
    if earlier is not None and _VOLGENS_NIEUW.search(text) and not _VOLGENS_OUD.search(text) and not _NIET.search(text):
        return "nieuw"
    if _VOLGENS_OUD.search(text) and _BESLIST.search(text):
        return "oud"
    if earlier is not None and (_BLIJFT_OUD.search(text) or (_NIET_OP.search(text) and TREEDT.search(text) is None)):
        return "oud"
    if later is not None and _TOEP.search(text):
        return "oud"  # only for what comes after
    if earlier is not None and _BEHOUDT.search(text):
        return "behoud"
    return "anders" if earlier is not None else None


def blijft_oud(text: str) -> re.Match[str] | None:
    return _BLIJFT_OUD.search(text)
