"""DVM001: a person must report or prove what the government has in a registration of its own."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets_checks.common import each_place_once, who, words
from doenvermogentoets_checks.doenvermogen.mensen import asks, in_artikel, said


@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the words of the paper or the fact."""
    for provision, norm in asks(dossier.bill):
        paper = said(provision, "registratie", norm.span)
        fact = None if paper else said(provision, "registratie-feit", norm.span)
        if fact is not None and said(provision, "melden", norm.span) is None:
            continue
        at = paper or fact
        if at is None or in_artikel(dossier.bill, provision, "hergebruik"):
            continue
        wie, wat = who(norm), words(provision.document, at, 70)
        yield Hit(
            document=provision.document,
            unit=provision.unit,
            span=at,
            message=f"Van {wie} wordt gevraagd wat de overheid in de regel al weet: «{wat}».",
            explanation="Het gaat om iets dat doorgaans in een registratie van de overheid staat. "
            "Gezocht in dit artikel naar ontlenen aan een basisregistratie, ambtshalve verwerken en "
            "«behoeft niet te verstrekken»: niet gevonden.",
            label="al bekend bij de overheid",
        )
