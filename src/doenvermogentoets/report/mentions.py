"""What the toelichting does with a provision, in short."""

from __future__ import annotations

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.norms.model import Norm
from doenvermogentoets.report.model import Told
from doenvermogentoets.toelichting import Explained
from doenvermogentoets.toelichting.clausule import ClausuleUitleg, read_clausule
from doenvermogentoets.toelichting.genoemd import mentions


def explained(dossier: DossierAnalysis, provision: Provision, norm: Norm | None) -> Explained | None:
    """What the toelichting says of a norm; ``None`` without a toelichting."""
    return dossier.explanation.of(provision, norm) if dossier.explanation is not None else None


def of_clause(dossier: DossierAnalysis, provision: Provision) -> ClausuleUitleg | None:
    """What the toelichting says of a hardship clause; ``None`` without a toelichting."""
    return read_clausule(dossier.explanation, provision) if dossier.explanation is not None else None


def clause_standing(said: ClausuleUitleg | None) -> Told:
    """In short what the toelichting does with a hardship clause: it is explained by what Ar 5.25 asks, a reason or the cases it is for."""
    if said is None:
        return "geen toelichting gelezen"
    if said.motivated:
        return "uitgelegd"
    return "genoemd, zonder reden" if said.zinnen else "niet gevonden"


def standing(dossier: DossierAnalysis, found: Explained | None) -> Told:
    """In short what the toelichting does with a provision."""
    if found is None:
        return "geen toelichting gelezen"
    seen = mentions(dossier, found)
    if seen.moved:
        return "niet gevonden"  # it names the number, and tells what another artikel does
    if found.sufficient:
        return "uitgelegd"
    return "genoemd, zonder reden" if seen.spans else "niet gevonden"
