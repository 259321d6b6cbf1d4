"""Said once: without a toelichting nobody can see whether burdens are explained."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import trimmed
from doenvermogentoets_checks.toelichting import CHECKS
from doenvermogentoets_checks.toelichting.lezen import artikelen, lasten

_WORDS = re.compile(r"\S+(?:\s+\S+){0,4}")


def _opening(provision: Provision) -> Span:
    """The first words: the finding is about the whole text, and only needs a place."""
    span = provision.norms[0].span if provision.norms else provision.span
    match = _WORDS.search(provision.document.text.content, span.start, span.end)
    return trimmed(provision.document, Span(*match.span())) if match is not None else span


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    if dossier.explanation is not None or not dossier.dossier.has_bill:
        return
    burdens = [*((n.provision, n.norm) for n in nadelen(dossier.bill)), *lasten(dossier.bill)]
    if not burdens:
        return
    burdens.sort(key=lambda burden: burden[0].span)
    provision = burdens[0][0]
    yield Hit(
        dossier.bill.document,
        provision.unit,
        _opening(provision),
        f"Er is geen toelichting: niet nagegaan is of er uitleg is bij {artikelen(burdens, 2)}.",
        f"De {len(CHECKS) - 1} controles die de toelichting lezen, konden niet meedoen. Geef haar mee met --toelichting, of "
        "zet haar in hetzelfde bestand.",
        label="geen toelichting",
        whole=True,
    )
