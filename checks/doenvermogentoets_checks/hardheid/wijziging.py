"""What the toelichting says about an amending instruction, by the artikel that it amends or the onderdeel that it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.document import Amendment, Document, Reference, Unit, UnitKind
from doenvermogentoets.toelichting import Section, Zin
from doenvermogentoets.toelichting.articles import line
from doenvermogentoets.toelichting.sections import lids


def about(dossier: DossierAnalysis, amendment: Amendment) -> Sequence[Zin]:
    """The sentences of the toelichting about an instruction: under its heading, or in a paragraph that cites the amended artikel."""
    explanation = dossier.explanation
    if explanation is None:
        return ()
    out: list[Zin] = []
    for section in explanation.sections:
        if _under(dossier, amendment, section):
            out.extend(z for a in section.alineas for z in explanation.zinnen_of(a) if not _of_another_lid(z, amendment))
    target = amendment.target.artikel
    if target is not None:
        seen = {z.span for z in out}
        for alinea, references in explanation.references.items():
            cites = [t for r in references for t in r.targets if t.artikel == target]
            fits = any(t.lid is None or amendment.target.lid is None or t.lid == amendment.target.lid for t in cites)
            if cites and fits and not alinea.section.artikelsgewijs:
                out.extend(z for z in explanation.zinnen_of(alinea) if z.span not in seen and not _of_another(z, references, target))
    return out


def _of_another(zin: Zin, references: Iterable[Reference], artikel: str) -> bool:
    """Whether a sentence of a paragraph that cites the artikel cites others only."""
    cited = {t.artikel for r in references if zin.span.contains(r.span) for t in r.targets if t.artikel}
    return bool(cited) and artikel not in cited


def _under(dossier: DossierAnalysis, amendment: Amendment, section: Section) -> bool:
    """Whether the headings above the sentences of a section name the instruction, or the artikel that it amends.

    The heading of the section itself must name one of them; what it leaves out («Onderdeel G (artikel 20)») the one above it tells.
    """
    own = section.places
    if not own or amendment.unit is None:
        return False
    artikel, onderdelen = _instruction(amendment.unit)
    above = [p for s in line(section) for p in s.places]
    bill = _artikelen(dossier.bill.document)
    named = {p.artikel for p in above if p.artikel in bill}
    letters = {p.onderdeel for p in above if p.onderdeel}
    if named and artikel not in named:
        return False
    numbers = set(_ONDER.findall(section.heading))
    if numbers and any(n.isdigit() for n in onderdelen) and not numbers & onderdelen:
        return False
    if letters:
        return bool(letters & onderdelen)
    if not onderdelen:
        return artikel in {p.artikel for p in own}
    target = amendment.target
    return target.artikel is not None and any(
        p.artikel == target.artikel and p.artikel not in bill and (not p.lid or not target.lid or p.lid == target.lid) for p in own
    )


_numbers: WeakKeyDictionary[Document, frozenset[str]] = WeakKeyDictionary()


def _artikelen(document: Document) -> frozenset[str]:
    """The numbers of the artikelen of the amending law itself."""
    if document not in _numbers:
        _numbers[document] = frozenset(u.number for u in document.root.walk() if u.kind is UnitKind.ARTIKEL and not u.inserted)
    return _numbers[document]


def _instruction(unit: Unit) -> tuple[str, set[str]]:
    """Number of the amending artikel that an instruction stands in, and the onderdelen («C», and in it «2») that it is."""
    onderdelen: set[str] = set()
    current: Unit | None = unit
    while current is not None and not (current.kind is UnitKind.ARTIKEL and not current.inserted):
        if current.kind is UnitKind.WIJZIGINGSONDERDEEL:
            onderdelen.add(current.number)
        current = current.parent
    return (current.number if current is not None else ""), onderdelen


_ONDER = re.compile(r"\bonder (\d{1,2})\b")


def _of_another_lid(zin: Zin, amendment: Amendment) -> bool:
    """Whether a sentence under the heading of several instructions speaks of other leden only."""
    named = lids(zin.text)
    return bool(named) and amendment.target.lid is not None and amendment.target.lid not in named
