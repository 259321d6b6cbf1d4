"""A trader who may be one person: doenvermogen counts for him too, and no text says how small he is."""

from __future__ import annotations

import re

from doenvermogentoets.findings import Doubt
from doenvermogentoets_checks.termijnen.beeld import Beeld
from doenvermogentoets_checks.twijfel import Onzeker, Twijfel

# The word itself and not what it is a part of: a «vervoersonderneming» or «werkgever» has people for it.
_TRADER = re.compile(
    r"(?:(?:de|een|iedere|elke|deze|die) )?(?:[\w-]+e )?(?:ondernemer|producent|importeur|exporteur|kweker|teler|handelaar|winkelier)s?\b"
    r"|(?:degene|hij|ieder|een ieder|eenieder),? die (?:een|zijn) (?:onderneming|bedrijf) (?:drijft|uitoefent|exploiteert)\b",
    re.I,
)


def zelf_ondernemer(beeld: Beeld) -> Doubt | None:
    """The doubt about a limit that a trader must keep himself; ``None`` where the sentence speaks to nobody of that kind."""
    adressaat = beeld.norm.adressaat
    if adressaat is None or adressaat.rol != "burger" or adressaat.afgeleid or _TRADER.match(adressaat.tekst) is None:
        return None
    return Onzeker(Twijfel.INSTELLING, adressaat.span).told(beeld.document)
