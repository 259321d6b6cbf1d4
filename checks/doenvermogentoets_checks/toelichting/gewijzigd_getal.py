"""The number that an amending instruction puts in the place of another one, beside what the toelichting says that it becomes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, DossierAnalysis
from doenvermogentoets.document import Amendment, AmendmentKind, Unit
from doenvermogentoets.toelichting import Zin
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid, gelijk, zelfde_eenheid, zelfde_soort
from doenvermogentoets.toelichting.wijziging import meant

_MATEN = ("duur", "euro", "procent", "datum", "aantal")


@dataclass(frozen=True, slots=True)
class Vervanging:
    """A number that an instruction replaces by another one of its kind; the span of ``nieuw`` is that in the bill."""

    amendment: Amendment
    oud: Hoeveelheid
    nieuw: Hoeveelheid


@dataclass(frozen=True, slots=True)
class Anders:
    """What the toelichting says that the old number becomes, and the instruction that makes it another one."""

    gezegd: Hoeveelheid
    vervanging: Vervanging


_known: WeakKeyDictionary[Analysis, tuple[Vervanging, ...]] = WeakKeyDictionary()


def vervangingen(bill: Analysis) -> Sequence[Vervanging]:
    """The instructions whose quoted words have one number each, of the same kind."""
    if bill not in _known:
        _known[bill] = tuple(_vervangingen(bill))
    return _known[bill]


def _vervangingen(bill: Analysis) -> Iterator[Vervanging]:
    content = bill.document.text.content
    for amendment in bill.document.amendments:
        if amendment.kind is not AmendmentKind.VERVANGEN or not amendment.old or not amendment.new:
            continue
        first = content.find(amendment.old, amendment.span.start, amendment.span.end)
        start = content.find(amendment.new, first + len(amendment.old), amendment.span.end)
        if first < 0 or start < 0:
            continue
        old, new = hoeveelheden(amendment.old, first), hoeveelheden(amendment.new, start)
        if len(old) == len(new) == 1 and zelfde_soort(old[0], new[0]) and old[0].maat == new[0].maat and new[0].maat in _MATEN:
            yield Vervanging(amendment, old[0], new[0])


# «van acht naar vier weken», «de termijn van zes weken wordt tien dagen»: what it was, and what it becomes.
_WERD = re.compile(
    r"\b(?:van|bedraagt(?: nu| thans)?|is(?: nu| thans)?|geldt(?: nu| thans)?)\s+"
    r"(?:ten hoogste |maximaal |minimaal |ten minste |hoogstens )?"
    r"(?P<oud>[^,;()]{1,30}?)"
    r"(?:\s*\([^()]{0,40}\))?\s+(?:tot|naar|op|wordt|worden|en wordt|en dat wordt)(?:\s+(?:voortaan|nu|dan))?\s+"
    r"(?:ten hoogste |maximaal |minimaal |ten minste |hoogstens )?\Z",
    re.I,
)
# What it becomes, without what it was: enough under the heading of the instruction.
_WORDT = re.compile(
    r"\b(?:naar|(?:teruggebracht|verlaagd|verhoogd|verkort|bekort|ingekort|verlengd|opgetrokken|gesteld|bepaald|stijgt|daalt|gaat"
    r"|uitgebreid|ingekrompen|beperkt|vergroot|verkleind|groeit) "
    r"(?:naar|tot|op)"
    r"|wordt(?: voortaan)?|worden(?: voortaan)?|bedraagt voortaan|voortaan|wordt gewijzigd in)\s+"
    r"(?:ten hoogste |maximaal |minimaal |ten minste |hoogstens )?\Z",
    re.I,
)
# «wordt een jaar langer»: by how much, not what it becomes.
_SO_MUCH = re.compile(r" (?:langer|korter|hoger|lager|meer|minder|later|eerder|ruimer|extra|verder|opgeschoven)\b", re.I)
# What others proposed, what came before this text, what is only for some, and what «wordt» has something else to say of.
_ANDERS = re.compile(
    r"\b(?:consultatie\w*|concept\w*|advies|adviseer\w*|advise\w+|eerder voorgesteld|aanvankelijk|oorspronkelijk\w*|overwogen"
    r"|variant\w*|alternatie\w*|gevraagd|verzoch\w*|verzoekt|stel(?:t|de|den) voor|zou|zouden|als|indien|wanneer|recidive"
    r"|bij (?:een )?(?:tweede|volgende|herhaal\w*)|gefaseerd|stapsgewijs|vervolgens|eerst|later|daarna|inmiddels|bijvoorbeeld|budget\w*"
    r"|begroting\w*|uitvoeringskosten|amendement"
    r"|nota van wijziging)\b",
    re.I,
)


def anders_dan_vervangen(dossier: DossierAnalysis, zin: Zin) -> Anders | None:
    """The number that a sentence says an old one becomes, where no instruction makes it that."""
    found = vervangingen(dossier.bill)
    if not found or _ANDERS.search(zin.text):
        return None
    about = set(meant(dossier, zin))
    under = [v for v in found if v.amendment in about]
    for said in hoeveelheden(zin.text, zin.span.start):
        if said.geschat or _SO_MUCH.match(zin.text[said.span.end - zin.span.start :]):
            continue
        before = zin.text[: said.span.start - zin.span.start]
        match = _WERD.search(before)
        was = _as(match["oud"], said) if match is not None else None
        if was is not None:
            same = [v for v in under or found if zelfde_soort(v.nieuw, said) and v.nieuw.maat == said.maat and gelijk(v.oud, was)]
        elif match is None and len(under) == 1 and zin.alinea.section.artikelsgewijs and _WORDT.search(before):
            same = [v for v in under if zelfde_soort(v.nieuw, said) and v.nieuw.maat == said.maat and not gelijk(v.oud, said)]
        elif match is None and said.maat == "aantal" and not zin.alinea.section.artikelsgewijs and _WORDT.search(before):
            same = _only_count(dossier.bill, found, said)
        else:
            continue
        if same and not any(gelijk(v.nieuw, said) for v in same) and not _elsewhere(dossier.bill, said, same):
            return Anders(said, same[0])
    return None


def _only_count(bill: Analysis, found: Sequence[Vervanging], said: Hoeveelheid) -> list[Vervanging]:
    """«wordt uitgebreid naar negen leden»: the one instruction about a number of these things, where the bill counts them nowhere else."""
    same = [v for v in found if zelfde_eenheid(v.nieuw, said)]
    spans = {one.span.start for v in same for one in (v.oud, v.nieuw)}
    text = bill.document.text
    others = (h for p in bill.provisions for h in hoeveelheden(text[p.span], p.span.start) if zelfde_eenheid(h, said))
    return same if len(same) == 1 and not gelijk(same[0].oud, said) and all(h.span.start in spans for h in others) else []


def _as(words: str, like: Hoeveelheid) -> Hoeveelheid | None:
    """The old number, with the unit of the new one where it has none («van acht naar vier weken»)."""
    found = hoeveelheden(words)
    if not found:
        unit = like.woorden.split()[-1]
        found = hoeveelheden(f"{words} {unit}")
    return found[0] if len(found) == 1 and found[0].maat == like.maat else None


def _elsewhere(bill: Analysis, said: Hoeveelheid, same: Sequence[Vervanging]) -> bool:
    """Whether the bill has the number of the toelichting in the very onderdeel or artikel, or replaces another one by it."""
    if any(gelijk(v.nieuw, said) for v in vervangingen(bill)) and len(same) > 1:
        return True
    units = {_onderdeel(v.amendment.unit) for v in same if v.amendment.unit is not None}
    text = bill.document.text
    return any(h.maat == said.maat and gelijk(h, said) for unit in units for h in hoeveelheden(text[unit.span]))


def _onderdeel(unit: Unit) -> Unit:
    """The whole onderdeel («A») that an instruction stands in."""
    while unit.parent is not None and unit.parent.instruction and not unit.number.isupper():
        unit = unit.parent
    return unit
