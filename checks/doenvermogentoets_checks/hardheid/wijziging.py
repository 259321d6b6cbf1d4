"""What the toelichting says about an amending instruction, by the artikel that it amends or the onderdeel that it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.document import Amendment, Reference, UnitKind
from doenvermogentoets.toelichting import Zin


def about(dossier: DossierAnalysis, amendment: Amendment) -> Sequence[Zin]:
    """The sentences of the toelichting about an instruction: under its heading, or in a paragraph that cites the amended artikel."""
    explanation = dossier.explanation
    if explanation is None:
        return ()
    unit = amendment.unit
    onderdeel = unit.nearest(UnitKind.WIJZIGINGSONDERDEEL) if unit is not None else None
    artikel = next((a for a in unit.ancestors() if a.kind is UnitKind.ARTIKEL and not a.inserted), None) if unit is not None else None
    if unit is not None and unit.kind is UnitKind.ARTIKEL and not unit.inserted:
        artikel = unit
    out: list[Zin] = []
    for section in explanation.sections:
        places = section.places
        under = any(
            p.onderdeel
            and onderdeel is not None
            and p.onderdeel == onderdeel.number
            and (not p.artikel or artikel is None or p.artikel == artikel.number)
            for p in places
        )
        if under:
            out.extend(z for a in section.alineas for z in explanation.zinnen_of(a))
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
