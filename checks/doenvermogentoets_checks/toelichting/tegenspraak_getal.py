"""A quantity in the toelichting (time limit, amount, percentage, age, number) that differs from the one in the bill for the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid
from doenvermogentoets_checks.toelichting.afwijking import ANDERE_WET, Afwijking, afwijkingen
from doenvermogentoets_checks.toelichting.geen_waarde import geen_waarde
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp, strenger
from doenvermogentoets_checks.toelichting.termijn_van_daad import andere_daad, termijn_van_daad
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
        if not any(hit.span.overlaps(found.hoeveelheid.span) for hit in told):
            yield _hit(dossier, explanation, found)


def _told(dossier: DossierAnalysis, explanation: Explanation, options: Options) -> Iterator[Hit]:
    """A last day beside a number of days, a time without an end, and how much a number changes."""
    least = options.number("overeenkomst") / 100 + strenger(dossier.bill)
    for zin in explanation.zinnen:
        if not over_het_ontwerp(zin) or ANDERE_WET.search(zin.text):
            continue
        yield from laatste_dag(dossier, explanation, zin, least)
        yield from zonder_einde(dossier, explanation, zin)
        yield from verschil(dossier, explanation, zin)
        by_act = termijn_van_daad(dossier, explanation, zin)
        if by_act is not None:
            yield _getal(dossier, explanation, zin, *by_act)


def _hit(dossier: DossierAnalysis, explanation: Explanation, found: Afwijking) -> Hit:
    return _getal(dossier, explanation, found.zin, found.hoeveelheid, found.stand.provision, found.stand.hoeveelheid)


def _getal(
    dossier: DossierAnalysis, explanation: Explanation, zin: Zin, here: Hoeveelheid, provision: Provision, there: Hoeveelheid
) -> Hit:
    return Hit(
        explanation.document,
        zin.alinea.unit,
        here.span,
        f"De toelichting noemt «{here.woorden}», {naam(provision.unit)} noemt «{there.woorden}».",
        "Beide passages gaan over hetzelfde onderwerp. Wie op de toelichting afgaat, rekent met het verkeerde getal.",
        label=f"in het ontwerp: {there.woorden}",
        annotations=(Annotation(dossier.bill.document, there.span, "het getal in het ontwerp"),),
    )
