"""How much a number changes by the toelichting («met een jaar bekort», «wordt verdubbeld»), beside the instructions that change one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from doenvermogentoets.analysis import Analysis, DossierAnalysis
from doenvermogentoets.document import Amendment, AmendmentKind
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid
from doenvermogentoets.toelichting.wijziging import meant
from doenvermogentoets.toelichting.words import topic

Richting = Literal["op", "neer", ""]

_OP = r"verlengd|verhoogd|vermeerderd|verruimd|opgehoogd|opgerekt|uitgebreid|langer|later|hoger|meer"
_NEER = r"bekort|verkort|ingekort|verlaagd|verminderd|teruggebracht|korter|eerder|lager|minder"
# «met een jaar bekort»: before the number, and after it.
_MET = re.compile(r"\bmet (?:nog )?$", re.I)
_ERNA = re.compile(rf"^ (?:(?:\w+ )?(?:deel )?)(?P<woord>{_OP}|{_NEER})\b", re.I)
_DAN_NU = re.compile(rf"^ (?P<woord>{_OP}|{_NEER}) dan (?:nu|thans|onder de huidige \w+)\b", re.I)
_MAAL = re.compile(r"\b(?:wordt|worden|is) (?:hiermee |hierdoor |daarmee |nu )?(?:verdubbeld|gehalveerd|verdrievoudigd)\b", re.I)
_FACTOR = {"verdubbeld": 2.0, "gehalveerd": 0.5, "verdrievoudigd": 3.0}
# What changed on the way to this text, on a second offence, or what money was found for.
_ANDERS = re.compile(
    r"\b(?:consultatie\w*|concept|advies|adviseer\w*|vroeg\w*|herhaling|herhaald\w*|recidive|budget|begroting|uitvoeringskosten|ontwerp|kan|kunnen"
    r"|als|indien|wanneer|bij (?:een )?(?:tweede|volgende))\b",
    re.I,
)
_NEAR = 0.085  # «een maand» for four weeks
_ROUND = 0.03
_TIMES = 12


@dataclass(frozen=True, slots=True)
class _Wijziging:
    """A number that an instruction replaces by another one of its kind."""

    amendment: Amendment
    oud: Hoeveelheid
    nieuw: Hoeveelheid


def verschil(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Iterator[Hit]:
    """The amount or factor of a change that no instruction makes, although one changes a number of that kind."""
    if _ANDERS.search(zin.text):
        return
    changes = _changes(dossier.bill)
    if not changes:
        return
    about = set(meant(dossier, zin))
    changes = [c for c in changes if c.amendment in about] or changes
    for one in hoeveelheden(zin.text, zin.span.start):
        direction = _direction(zin, one)
        same = [c for c in changes if c.nieuw.maat == one.maat and _comparable(c, one)]
        if not direction or not same or any(_differs_by(c, one, direction) for c in same):
            continue
        # of those that go the same way, the one it has words in common with
        found = [c for c in same if (c.nieuw.waarde > c.oud.waarde) == (direction == "op")] or same
        yield _hit(dossier, explanation, zin, one.span, one.woorden, _likest(dossier, zin, found))
        return
    match = _MAAL.search(zin.text)
    if match is not None:
        word = match.group(0).split()[-1].lower()
        fits = [c for c in changes if abs(c.nieuw.waarde - _FACTOR[word] * c.oud.waarde) <= _NEAR * c.nieuw.waarde]
        found = [c for c in changes if (c.nieuw.waarde > c.oud.waarde) == (_FACTOR[word] > 1)]
        if not fits and found:
            span = Span(zin.span.start + match.start(), zin.span.start + match.end())
            yield _hit(dossier, explanation, zin, span, word, _likest(dossier, zin, found))


def _changes(bill: Analysis) -> Sequence[_Wijziging]:
    out = []
    for amendment in bill.document.amendments:
        if amendment.kind is AmendmentKind.VERVANGEN and amendment.old and amendment.new:
            old, new = hoeveelheden(amendment.old), hoeveelheden(amendment.new)
            if (
                len(old) == len(new) == 1
                and old[0].maat == new[0].maat
                and old[0].waarde > 0
                and new[0].maat in ("duur", "euro", "procent")
            ):
                out.append(_Wijziging(amendment, old[0], new[0]))
    return out


def _direction(zin: Zin, one: Hoeveelheid) -> Richting:
    """Which way a number changes by this much; empty when it is no change."""
    before, after = zin.text[: one.span.start - zin.span.start], zin.text[one.span.end - zin.span.start :]
    match = _DAN_NU.match(after) or (_ERNA.match(after) if _MET.search(before) else None)
    if match is None:
        return ""
    return "op" if re.fullmatch(_OP, match.group("woord"), re.I) else "neer"


def _comparable(change: _Wijziging, one: Hoeveelheid) -> bool:
    """Hours say nothing about a period of months."""
    low, high = sorted((abs(change.nieuw.waarde - change.oud.waarde), one.waarde))
    return low > 0 and high <= _TIMES * low


def _differs_by(change: _Wijziging, one: Hoeveelheid, direction: Richting) -> bool:
    up = change.nieuw.waarde > change.oud.waarde
    much = abs(change.nieuw.waarde - change.oud.waarde)
    share = 100 * much / change.oud.waarde
    near = _ROUND if one.maat == "euro" else _NEAR
    as_much = abs(much - one.waarde) <= near * max(much, one.waarde)
    as_share = one.maat == "procent" and abs(share - one.waarde) <= _NEAR * share
    return up == (direction == "op") and (as_much or as_share)


def _likest(dossier: DossierAnalysis, zin: Zin, found: Sequence[_Wijziging]) -> _Wijziging:
    text = dossier.bill.document.text

    def words(change: _Wijziging) -> int:
        unit = change.amendment.unit
        return len(zin.roots & topic(text[unit.span])) if unit is not None else 0

    return max(found, key=lambda c: (words(c), -c.amendment.span.start))


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, span: Span, said: str, change: _Wijziging) -> Hit:
    return Hit(
        explanation.document,
        zin.alinea.unit,
        span,
        f"Volgens de toelichting verandert dit met «{said}»; het ontwerp vervangt «{change.amendment.old}» door «{change.amendment.new}».",
        "Geen van de wijzigingen van zo'n getal heeft dit verschil. Wie op de toelichting afgaat, rekent met het verkeerde getal.",
        label=f"in het ontwerp: {change.amendment.new}",
        annotations=(Annotation(dossier.bill.document, change.amendment.span, "de wijziging"),),
    )
