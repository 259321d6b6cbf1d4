"""Entry into force the day after publication, without a reason (Ar 4.17)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets.toelichting.lexicon import table
from doenvermogentoets_checks.toelichting.lezen import raakt_burgers

_METEEN = re.compile(
    r"\b(?:treedt|treden|zal|zullen)\b[^.;]{0,60}\b(?:op|met ingang van|vanaf) (?:de|een) dag(?: volgend op| na| waarop)"
    r"\b[^.;]{0,60}\b(?:publicatie|bekendmaking|uitgifte|plaatsing|Staatsblad|Staatscourant)\b|\bonmiddellijk na (?:publicatie|"
    r"bekendmaking|plaatsing)\b",
    re.I,
)
_MOTIEF = re.compile(r"\bverandermoment|\binvoeringstermijn|\bafgeweken|\bafwijking|\bspoed", re.I)


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None or not raakt_burgers(dossier):
        return
    why = table("uitleg")["waarom"]
    for zin in explanation.zinnen:
        if _METEEN.search(zin.text) is None:
            continue
        section = zin.alinea.section
        zinnen = [z for a in section.alineas for z in explanation.zinnen_of(a)]
        if (
            any(_MOTIEF.search(z.text) for z in zinnen)
            or why.search(zin.text)
            or any(why.search(z.text) for z in zinnen if 0 <= z.span.start - zin.span.end < 3)
        ):
            continue
        yield Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            "De regeling treedt in werking zonder tijd om zich voor te bereiden, en de reden staat er niet bij.",
            "Gezocht in deze paragraaf naar een verandermoment, een invoeringstermijn en een reden: niet gevonden. Mensen en "
            "uitvoerders moeten zich kunnen voorbereiden.",
            label="geen invoeringstermijn",
        )
