"""Said once: without a toelichting nobody can see whether burdens are explained."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets_checks.toelichting import CHECKS
from doenvermogentoets_checks.toelichting.lezen import artikelen, lasten


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    if dossier.explanation is not None or not dossier.dossier.has_bill:
        return
    burdens = [*((n.provision, n.norm) for n in nadelen(dossier.bill)), *lasten(dossier.bill)]
    if not burdens:
        return
    provision = min((p for p, _ in burdens), key=lambda p: p.span)
    yield Hit(
        dossier.bill.document,
        provision.unit,
        provision.norms[0].span if provision.norms else provision.span,
        f"Er is geen toelichting: of {artikelen(burdens, 2)} zijn uitgelegd, is niet nagegaan.",
        f"De {len(CHECKS) - 1} controles die de toelichting lezen, konden niet meedoen. Geef haar mee met --toelichting, of "
        "zet haar in hetzelfde bestand.",
        label="geen toelichting",
    )
