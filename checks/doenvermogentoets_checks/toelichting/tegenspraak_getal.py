"""A quantity in the toelichting (time limit, amount, percentage, age, number) that differs from the one in the bill for the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Confidence, Doubt, Hit, Severity, Suggestion
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid
from doenvermogentoets.toelichting.words import roots
from doenvermogentoets_checks.common import capital
from doenvermogentoets_checks.toelichting.afwijking import ANDERE_WET, Afwijking, afwijkingen, zelfde
from doenvermogentoets_checks.toelichting.begrip_getal import grens_van_begrip
from doenvermogentoets_checks.toelichting.geen_waarde import geen_waarde
from doenvermogentoets_checks.toelichting.gewijzigd_getal import Anders, anders_dan_vervangen
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp, strenger
from doenvermogentoets_checks.toelichting.termijn_van_daad import (
    ander_geval,
    andere_daad,
    bezwaartermijn,
    duur_na_daad,
    tegen_ander_besluit,
    termijn_van_daad,
)
from doenvermogentoets_checks.toelichting.uiterste_dag import laatste_dag, zonder_einde
from doenvermogentoets_checks.toelichting.verschil import verschil
from doenvermogentoets_checks.toelichting.vertelt import regels


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    yield from regels(dossier, _gevonden(dossier, options))


def _gevonden(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    told = list(_told(dossier, explanation, options))
    yield from told
    for found in afwijkingen(explanation, dossier.bill):
        if geen_waarde(dossier, explanation, found) or andere_daad(dossier, found.zin, found.stand.provision):
            continue
        if not found.zeker and ander_geval(found.zin):
            continue
        if van_eigen_onderwerp(explanation, found.zin, found.hoeveelheid, found.stand.provision) or tegen_ander_besluit(
            dossier, explanation, found.zin, found.stand.provision
        ):
            continue
        if not any(hit.span.overlaps(found.hoeveelheid.span) for hit in told):
            yield _hit(dossier, explanation, found)


def van_eigen_onderwerp(explanation: Explanation, zin: Zin, here: Hoeveelheid, other: Provision) -> bool:
    """The artikel that the section is about has this very number: under «Evaluatie» five years are those of the artikel «Evaluatie»."""
    own = [a for a, found in explanation.articles.items() if zin.alinea.section in found]
    told = frozenset(roots(zin.alinea.section.heading))
    own += [a for a, words in explanation.by_words.headings.items() if words and words <= told]
    inside = [p for a in own for p in explanation.bill.in_artikel(a)] if other.unit.artikel not in own else []
    return any(zelfde(here, h) for p in inside for h in explanation.quantities.by_provision.get(p, ()))


def _told(dossier: DossierAnalysis, explanation: Explanation, options: Options) -> Iterator[Hit]:
    """A last day beside a number of days, a time without an end, and how much a number changes."""
    least = options.number("overeenkomst") / 100 + strenger(dossier.bill)
    for zin in explanation.zinnen:
        replaced = anders_dan_vervangen(dossier, zin) if not ANDERE_WET.search(zin.text) else None
        if replaced is not None:
            yield _vervangen(dossier, explanation, zin, replaced)
        if not over_het_ontwerp(zin) or ANDERE_WET.search(zin.text):
            continue
        yield from laatste_dag(dossier, explanation, zin, least)
        yield from zonder_einde(dossier, explanation, zin)
        yield from verschil(dossier, explanation, zin)
        by_term = grens_van_begrip(dossier, explanation, zin)
        if by_term is not None:
            yield _getal(dossier, explanation, zin, *by_term)
        by_act = (
            termijn_van_daad(dossier, explanation, zin)
            or bezwaartermijn(dossier, explanation, zin)
            or duur_na_daad(dossier, explanation, zin)
        )
        if by_act is not None and not van_eigen_onderwerp(explanation, zin, *by_act[:2]):
            here, provision, there = by_act
            yield _getal(dossier, explanation, zin, here, provision.unit, there)


_MISSCHIEN = Doubt(
    "niet zeker is dat beide getallen voor hetzelfde staan",
    question="Eerst de vraag: gaat de toelichting hier over het getal van dit artikel?",
)


def _hit(dossier: DossierAnalysis, explanation: Explanation, found: Afwijking) -> Hit:
    hit = _getal(dossier, explanation, found.zin, found.hoeveelheid, found.stand.provision.unit, found.stand.hoeveelheid)
    if found.zeker:
        return hit
    return replace(hit, explanation=_KIJKEN, severity=Severity.INFO, confidence=Confidence.LAAG, doubts=(_MISSCHIEN,), sharper=())


_KIJKEN = "De woorden eromheen lijken op elkaar; het getal van de toelichting is in het ontwerp niet voor hetzelfde gevonden."


def _getal(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, here: Hoeveelheid, unit: Unit, there: Hoeveelheid) -> Hit:
    return Hit(
        explanation.document,
        zin.alinea.unit,
        here.span,
        f"De toelichting noemt «{here.woorden}», {naam(unit)} noemt «{there.woorden}».",
        "Beide passages gaan over hetzelfde onderwerp. Wie op de toelichting afgaat, rekent met het verkeerde getal.",
        label=f"in het ontwerp: {there.woorden}",
        annotations=(Annotation(dossier.bill.document, there.span, "het getal in het ontwerp"),),
        sharper=_invullen(explanation, zin, here, there),
    )


def _vervangen(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, found: Anders) -> Hit:
    amendment, here, there = found.vervanging.amendment, found.gezegd, found.vervanging.nieuw
    place = naam(amendment.unit) if amendment.unit is not None else "het ontwerp"
    return Hit(
        explanation.document,
        zin.alinea.unit,
        here.span,
        f"De toelichting noemt «{here.woorden}», {place} vervangt «{amendment.old.strip(' ,')}» door «{amendment.new.strip(' ,')}».",
        "De toelichting zegt wat het oude getal wordt, en dat is een ander getal dan in de wijziging. Wie op haar afgaat, rekent met het "
        "verkeerde getal.",
        label=f"in het ontwerp: {there.woorden}",
        annotations=(Annotation(dossier.bill.document, there.span, "het getal in het ontwerp"),),
        sharper=_invullen(explanation, zin, here, there),
    )


# Where any length of time fits, whatever its gender and number: no article or adjective leans on the noun.
_FREE = re.compile(
    r"\b(?:binnen|van|na|uiterlijk|minstens|minimaal|maximaal|hoogstens|ten (?:minste|hoogste)|gedurende|tot|dan|met|over|bedraagt"
    r"|duurt)\s+\Z",
    re.I,
)
_SHAPE = re.compile(r"(€ ?)?[\w.,]+((?: [a-zà-ÿ%]+)*)", re.I)


def _invullen(explanation: Explanation, zin: Zin, here: Hoeveelheid, there: Hoeveelheid) -> tuple[Suggestion, ...]:
    """The number of the bill in the words of the toelichting: a choice, for the bill may be what is wrong.

    Only where the sentence reads on as it stands: the same unit behind another number, or a length of time that nothing leans on.
    """
    said = explanation.document.text[here.span]
    one, other = _SHAPE.fullmatch(said), _SHAPE.fullmatch(there.woorden)
    if one is None or other is None or said.casefold() != here.woorden.casefold() or here.maat != there.maat or here.per != there.per:
        return ()
    before = explanation.document.text[Span(zin.span.start, here.span.start)]
    same = (one[1] or "").strip() == (other[1] or "").strip() and one[2].casefold() == other[2].casefold()
    free = here.maat == "duur" and _FREE.search(before) is not None
    if not (same or free) or zin.text.casefold().count(said.casefold()) != 1:
        return ()
    new = capital(there.woorden) if said[:1].isupper() else there.woorden
    return (Suggestion(f"het getal in de toelichting aanpassen aan het ontwerp: «{new}»", replacement=new, at=here.span),)
