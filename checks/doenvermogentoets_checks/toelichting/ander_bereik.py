"""A reach that the toelichting gives the hardship clause, and that the bill does not: wider, or only a part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.norms.hardheidsclausule import Clausule
from doenvermogentoets.structure.labels import label
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.vergelijking import doel
from doenvermogentoets_checks.common import listing
from doenvermogentoets_checks.toelichting.clausule_genoemd import ANDERE_WET, GEEN, GEVRAAGD, HARDHEIDSCLAUSULE, RUIM, geldt_nu
from doenvermogentoets_checks.toelichting.clausulebereik import ander_artikel, buiten_bereik, een_van, niet_gedekt, ook_voor, zonder_lid
from doenvermogentoets_checks.toelichting.lezen import naam

_SURE = 0.8  # from this chance on a sentence is about the artikel of the clause
_MEER = 2
# Words that keep the clause to something.
_SMAL = re.compile(r"\b(?:alleen|uitsluitend|slechts|enkel|beperkt)\b", re.I)
_AFWIJKEN = re.compile(r"\b(?:afwijken|afgeweken|af te wijken|buiten toepassing)\b", re.I)
_ZIET_AF = re.compile(r"\b(?:kan|kunnen|mag)\b[^.;]{0,90}\b(?:afzien|afgezien|achterwege)\b", re.I)


def ruimer(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, found: tuple[Clausule, ...]) -> Hit | None:
    """A sentence that goes on about the one clause of the bill, and gives it more than it covers."""
    clausule = _samen(found)
    if clausule is None or not geldt_nu(zin) or GEVRAAGD.search(zin.text) or ANDERE_WET.search(zin.text):
        return None
    reach, more = clausule.reikwijdte, len({c.provision for c in found}) > 1
    if clausule.algemeen is not None or reach is None:
        return None
    wide = RUIM.search(zin.text) if _AFWIJKEN.search(zin.text) and not re.search(r"\b(?:niet|geen)\b", zin.text) else None
    other = None if wide is not None else ook_voor(dossier, explanation, zin, clausule)
    if wide is None and other is None and _AFWIJKEN.search(zin.text):
        other = een_van(dossier, explanation, zin, clausule) or ander_artikel(dossier, explanation, zin, clausule)
    said_for = niet_gedekt(dossier, explanation, zin, clausule) if wide is None and other is None else None
    other = other or said_for
    if more and (other is None or any(other is c.provision for c in found)):
        return None  # of several clauses one may be wide, and the passage may be about the other
    part = zonder_lid(explanation, zin, clausule) if wide is None and other is None and not more else None
    if part is not None and part.unit.artikel is not None:
        return _heel_artikel(dossier, explanation, zin, clausule, part)
    if (wide is None and other is None) or (said_for is None and not _of_the_clause(explanation, zin, found)):
        return None
    covered = dossier.bill.document.text[reach]
    here = naam(clausule.provision.unit)
    said = f"een ruim bereik («{wide.group(0)}»)" if wide is not None else "ook een bereik buiten die artikelen"
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting geeft de hardheidsclausule {said}; {here} noemt alleen {covered}{_ook_niet(found, clausule)}.",
        "Wie op de toelichting afgaat, doet een beroep op een clausule die voor zijn geval niet is geschreven.",
        label="ander bereik dan het ontwerp",
        annotations=(
            Annotation(dossier.bill.document, clausule.zin, "de clausule"),
            *([Annotation(dossier.bill.document, other.passage.span, "hierover gaat de passage")] if other is not None else []),
        ),
    )


def _heel_artikel(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, clausule: Clausule, part: Provision) -> Hit:
    """The toelichting names an artikel, and the clause only a lid of it."""
    covered = dossier.bill.document.text[clausule.reikwijdte] if clausule.reikwijdte is not None else ""
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"Volgens de toelichting kan van heel {label(part.unit.artikel or part.unit)} worden afgeweken; "
        f"{naam(clausule.provision.unit)} noemt alleen {covered}. Geldt de clausule ook voor {label(part.unit)}?",
        "Wie op de toelichting afgaat, doet een beroep op een clausule die voor zijn geval niet is geschreven.",
        label="ander bereik dan het ontwerp",
        annotations=(
            Annotation(dossier.bill.document, clausule.zin, "de clausule"),
            Annotation(dossier.bill.document, part.passage.span, "dit lid staat er niet bij"),
        ),
        lighter="de toelichting kan het lid ook om de lengte hebben weggelaten",
        severity=Severity.SUGGESTION,
    )


def _samen(found: Sequence[Clausule]) -> Clausule | None:
    """The clause, or the one that is called so with all that it and the others cover; ``None`` if one has no artikelen or exceptions."""
    if len({c.provision for c in found}) < _MEER:
        return found[0] if found else None
    if any(c.algemeen is not None or c.reikwijdte is None or c.uitsluitingen for c in found):
        return None
    called = [c for c in found if c.provision.unit.artikel is not None and HARDHEIDSCLAUSULE.search(c.provision.unit.artikel.heading or "")]
    units = frozenset(u for c in found for u in c.units)
    return replace((called or list(found))[0], units=units)


def _ook_niet(found: Sequence[Clausule], clausule: Clausule) -> str:
    """«, en ook artikel 6, vierde lid, geldt daarvoor niet»: the other clauses."""
    others = list(dict.fromkeys(c.provision.unit for c in found if c.provision is not clausule.provision))
    if len(others) < _MEER:
        return f", en ook {naam(others[0])} geldt daarvoor niet" if others else ""
    return f", en ook {listing([label(u) for u in others])} gelden daarvoor niet"


def _of_the_clause(explanation: Explanation, zin: Zin, found: tuple[Clausule, ...]) -> bool:
    """The sentence before tells the clause, or is about its artikel: «dat kan hij ook als …»."""
    at = explanation.position(zin)
    zinnen = explanation.zinnen_of(zin.alinea)

    def tells(one: Zin) -> bool:
        if HARDHEIDSCLAUSULE.search(one.text):
            return True
        target = doel(explanation, one)
        if target is None or target.zeker < _SURE:
            return False
        deviates = _AFWIJKEN.search(one.text) is not None or _ZIET_AF.search(one.text) is not None
        return any(p is c.provision or (deviates and c.covers(p.unit)) for c in found for p in target.provisions)

    return any(tells(z) for z in (zin, *zinnen[max(0, at - 1) : at]))


def bereik(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, found: tuple[Clausule, ...], named: set[str]) -> Hit | None:
    """A sentence that names the clause and gives it another reach than the bill does; ``named``: the artikelen that it names."""
    reach = _reach(dossier, explanation, zin, found, named)
    if reach is None:
        return None
    clausule, message = reach
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        message,
        "Wie op de toelichting afgaat, doet een beroep op een clausule die voor zijn geval niet is geschreven, of laat het na.",
        label="ander bereik dan het ontwerp",
        annotations=(Annotation(dossier.bill.document, clausule.zin, "de clausule"),),
    )


def _reach(
    dossier: DossierAnalysis, explanation: Explanation, zin: Zin, found: tuple[Clausule, ...], named: set[str]
) -> tuple[Clausule, str] | None:
    """The clause and the message, when the toelichting gives it a wider or a narrower reach than the bill does."""
    clausule = _samen(found)
    if clausule is None:
        return None
    more = len({c.provision for c in found}) > 1
    here = naam(clausule.provision.unit)
    wide = None if more or GEEN.search(zin.text) or re.search(r"\b(?:niet|geen)\b", zin.text) else RUIM.search(zin.text)
    if wide is not None and not _SMAL.search(zin.text[: wide.start()]):
        if clausule.algemeen is None and clausule.reikwijdte is not None:
            words = dossier.bill.document.text[clausule.reikwijdte]
            return clausule, f"De toelichting geeft de hardheidsclausule een ruim bereik («{wide.group(0)}»); {here} noemt alleen {words}."
        if clausule.uitsluitingen:
            return clausule, f"De toelichting geeft de hardheidsclausule een ruim bereik («{wide.group(0)}»); {here} sluit gevallen uit."
    outside = None if _SMAL.search(zin.text) else buiten_bereik(dossier, explanation, zin, clausule)
    if outside is not None:
        return (
            clausule,
            f"De toelichting noemt de hardheidsclausule ook voor {outside}; {here} geldt daarvoor niet{_ook_niet(found, clausule)}.",
        )
    own = {clausule.provision.unit.artikel.number} if clausule.provision.unit.artikel is not None else set()
    if clausule.algemeen is not None and not clausule.uitsluitingen and named - own and _SMAL.search(zin.text):
        what = dossier.bill.document.text[clausule.algemeen]
        return clausule, f"De toelichting beperkt de hardheidsclausule tot artikel {min(named - own)}; {here} geldt voor «{what}»."
    return None
