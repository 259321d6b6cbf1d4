"""Amending instructions beside the toelichting: which sentences are about one, and what they say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doenvermogentoets.document import AmendmentKind, UnitKind
from doenvermogentoets.norms.verzwakking import verzwakking
from doenvermogentoets.toelichting.articles import line
from doenvermogentoets.toelichting.explained import Naam
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid, even_lang
from doenvermogentoets.toelichting.lexicon import table
from doenvermogentoets.toelichting.sections import lids
from doenvermogentoets.toelichting.words import topic

if TYPE_CHECKING:
    from doenvermogentoets.analysis import DossierAnalysis
    from doenvermogentoets.document import Amendment, Unit
    from doenvermogentoets.text import Span
    from doenvermogentoets.toelichting.explanation import Explanation
    from doenvermogentoets.toelichting.sections import Section
    from doenvermogentoets.toelichting.zin import Zin

_ONDER = re.compile(r"\b[Oo]nder(?:deel)? (\d{1,2})\b")
_COMPOUND = 5  # letters that a word must share with the beginning of another to be part of it («bewijs», «bewijsstukken»)


def meant(dossier: DossierAnalysis, zin: Zin) -> Iterator[Amendment]:
    """The instructions that a sentence is about: under its heading, or of the artikel that it cites."""
    explanation = dossier.explanation
    if explanation is None:
        return
    if zin.alinea.section.artikelsgewijs:
        number = _ONDER.search(zin.text)
        named = lids(zin.text)
        for amendment in _under(dossier, zin.alinea.section, number.group(1) if number is not None else ""):
            if not named or amendment.target.lid is None or amendment.target.lid in named:
                yield amendment
        return
    cited = {(t.artikel, t.lid) for r in explanation.cited_in(zin) for t in r.targets if t.artikel}
    for amendment in dossier.bill.document.amendments:
        target = amendment.target
        if (target.artikel, target.lid) in cited or (target.artikel, None) in cited:
            yield amendment


def shared(zin: Zin, amendment: Amendment) -> frozenset[str]:
    """The roots of a sentence that the quoted words of an instruction have too, a compound counting as its first part."""
    theirs = topic(f"{amendment.old} {amendment.new}")
    return frozenset(word for word in zin.roots if word in theirs or any(_part_of(word, other) for other in theirs))


def _part_of(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _COMPOUND and long.startswith(short)


def _under(dossier: DossierAnalysis, section: Section, number: str) -> Iterator[Amendment]:
    """The amending instructions that a heading of the artikelsgewijs part is about; ``number`` is that of an onderdeel («onder 2»)."""
    artikelen, onderdelen = kop(section)
    for amendment in dossier.bill.document.amendments:
        artikel, onderdeel, own = plaats(amendment.unit)
        if genoemd(artikelen, onderdelen, artikel, onderdeel) and (not number or number == own):
            yield amendment


def kop(section: Section) -> tuple[frozenset[str], frozenset[str]]:
    """The numbers of artikelen and the letters of wijzigingsonderdelen that the headings above a passage name."""
    above = [p for s in line(section) for p in s.places]
    return frozenset(p.artikel for p in above if p.artikel), frozenset(p.onderdeel for p in above if p.onderdeel)


def genoemd(artikelen: frozenset[str], letters: frozenset[str], artikel: str, onderdeel: str) -> bool:
    """Whether headings name this onderdeel of this artikel; where none names an artikel of the amending law, it has only one."""
    here = artikel in artikelen or bool(letters and artikel.isupper() and not any(a.isupper() for a in artikelen))
    return here and (not letters or onderdeel in letters)


def plaats(unit: Unit | None) -> tuple[str, str, str]:
    """Artikel, letter and number of the wijzigingsonderdeel that a unit stands in."""
    artikel = onderdeel = own = ""
    while unit is not None:
        if unit.kind is UnitKind.WIJZIGINGSONDERDEEL and unit.number.isalpha():
            onderdeel = unit.number
        elif unit.kind is UnitKind.ARTIKEL:
            artikel = unit.number
        elif not own and unit.number.isdigit():
            own = unit.number
        unit = unit.parent
    return artikel, onderdeel, own


def belastende_wijzigingen(dossier: DossierAnalysis) -> Iterator[Amendment]:
    """The instructions after which somebody has less: a safeguard or a shorter limit in the words they replace, an artikel that goes.

    The amended law is not there: what an artikel held that goes, only its toelichting tells.
    """
    for amendment in dossier.bill.document.amendments:
        target = amendment.target
        repealed = amendment.kind is AmendmentKind.VERVALLEN and not amendment.old and not target.lid and not target.onderdeel
        if (repealed and target.artikel) or verzwakking(amendment) is not None or _korter(amendment):
            yield amendment


def _korter(amendment: Amendment) -> bool:
    """One length of time for another that is shorter."""
    if amendment.kind is not AmendmentKind.VERVANGEN:
        return False
    before, after = ([h.waarde for h in hoeveelheden(words) if h.maat == "duur"] for words in (amendment.old, amendment.new))
    return len(before) == len(after) == 1 and after[0] < before[0]


@dataclass(frozen=True, slots=True)
class Gewijzigd:
    """What the toelichting says of one instruction: the sentences about it, and those that give an element of an explanation."""

    zinnen: Sequence[Zin]
    elementen: Mapping[Naam, Sequence[Zin]]


_DAARNA = 3  # sentences after the one that tells of the instruction, in which its reason may stand
_WOORDEN = 2  # words of the instruction that a sentence has
# What others think of it is no reason for it.
_VAN_ANDEREN = re.compile(
    r"\b(?:vindt|vinden|vond(?:en)?|vraagt|vroeg(?:en)?|acht(?:te)?(?:n)?(?! (?:dag|we[ek]|maand|ja|u[ur]))|wijst|wees|wezen|betreurt"
    r"|bepleit\w*|pleit\w*|onaanvaardbaar|zorgen|bezwaar|adviseer\w*)\b",
    re.I,
)


def gewijzigd(dossier: DossierAnalysis) -> Sequence[tuple[Amendment, Gewijzigd]]:
    """The instructions after which somebody has less, each with the sentences under its heading, about the artikel that it changes, or
    with the words or the length of time that it brings."""
    explanation = dossier.explanation
    found = list(belastende_wijzigingen(dossier))
    if explanation is None or not found:
        return [(a, Gewijzigd((), {})) for a in found]
    about: dict[Span, list[Zin]] = {a.span: [] for a in found}
    wanted = [(a, _lengte(explanation, a), topic(f"{a.old} {a.new}")) for a in found]
    for zin in explanation.zinnen:
        named = {a.span for a in meant(dossier, zin)}
        told = [] if zin.alinea.section.artikelsgewijs else [h for h in hoeveelheden(zin.text) if h.maat == "duur"]
        for amendment, lengths, words in wanted:
            if amendment.span in named or (not zin.alinea.section.artikelsgewijs and _zelfde(zin, told, lengths, words)):
                about[amendment.span].append(zin)
    return [(a, _gezegd(explanation, about[a.span])) for a in found]


def _gezegd(explanation: Explanation, about: Sequence[Zin]) -> Gewijzigd:
    around: list[Zin] = []
    for zin in about:
        own = explanation.zinnen_of(zin.alinea)
        at = explanation.position(zin)
        around += own if zin.alinea.section.artikelsgewijs else own[at : at + 1 + _DAARNA]
    told = {z.span: z for z in (*about, *around) if not _VAN_ANDEREN.search(z.text)}
    # what stands under its own heading first
    told_in_order = sorted(told.values(), key=lambda z: (not z.alinea.section.artikelsgewijs, z.span))
    mentioned = sorted(about, key=lambda z: (not z.alinea.section.artikelsgewijs, z.span))
    elements: dict[Naam, Sequence[Zin]] = {"genoemd": mentioned} if mentioned else {}
    names: tuple[Naam, ...] = ("waarom", "alternatieven", "evenredigheid")
    for name in names:
        found = [z for z in told_in_order if _zegt(name, z)]
        if found:
            elements[name] = found
    return Gewijzigd(mentioned, elements)


def _zegt(name: Naam, zin: Zin) -> bool:
    if name == "waarom" and table("uitleg")["geen_reden"].search(zin.text):
        return False
    return table("uitleg")[name].search(zin.text) is not None


def _lengte(explanation: Explanation, amendment: Amendment) -> Sequence[Hoeveelheid]:
    """The lengths of time that go and come in, when no provision of the bill has one of its own."""
    found = [h for words in (amendment.old, amendment.new) for h in hoeveelheden(words) if h.maat == "duur"]
    others = (other for one in found for _, other in explanation.quantities.even_groot(one) if even_lang(one, other))
    return () if next(others, None) is not None else found


def _zelfde(zin: Zin, told: Sequence[Hoeveelheid], lengths: Sequence[Hoeveelheid], words: frozenset[str]) -> bool:
    if lengths:
        return any(even_lang(h, own) for h in told for own in lengths)
    return sum(1 for word in zin.roots if word in words) >= _WOORDEN
