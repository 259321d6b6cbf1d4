"""The rule told otherwise: from when a term runs, what follows, and who falls under it, beside the artikel that a sentence is about."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets_checks.toelichting.aanvang import Aanvangen
from doenvermogentoets_checks.toelichting.eisen import andere_eis
from doenvermogentoets_checks.toelichting.extra_voorwaarde import extra_voorwaarde
from doenvermogentoets_checks.toelichting.gevolg import ander_gevolg
from doenvermogentoets_checks.toelichting.kring import andere_kring
from doenvermogentoets_checks.toelichting.samen import alleen_een, samen_of_elk
from doenvermogentoets_checks.toelichting.tegendelen import tegendeel
from doenvermogentoets_checks.toelichting.tegenpolen import andersom
from doenvermogentoets_checks.toelichting.uitgezonderd import groep_vrij
from doenvermogentoets_checks.toelichting.uitkomst import andere_uitkomst
from doenvermogentoets_checks.toelichting.uitzondering_onbekend import uitzondering_onbekend
from doenvermogentoets_checks.toelichting.vertelt import regels
from doenvermogentoets_checks.toelichting.wie import ook_een_ander

_SHORT = 20  # characters


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    yield from regels(dossier, _gevonden(dossier, options))


def _gevonden(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    starts = Aanvangen(dossier, explanation)
    for zin in explanation.zinnen:
        if len(zin.text) < _SHORT:
            continue  # a word of a table or a heading tells no rule
        hit = starts.anders(zin) or starts.andere_ingang(zin) or ander_gevolg(dossier, explanation, zin)
        hit = hit or andere_eis(dossier, explanation, zin) or andere_uitkomst(dossier, explanation, zin)
        hit = hit or samen_of_elk(dossier, explanation, zin) or alleen_een(dossier, explanation, zin)
        hit = hit or extra_voorwaarde(dossier, explanation, zin)
        hit = hit or andere_kring(dossier, explanation, zin) or andersom(dossier, explanation, zin)
        if hit is not None and not _told(dossier, explanation, zin):
            yield hit


def _told(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> bool:
    """«belofte-zonder-grondslag» says it already of this sentence."""
    return any(told(dossier, explanation, zin) is not None for told in (tegendeel, ook_een_ander, groep_vrij, uitzondering_onbekend))
