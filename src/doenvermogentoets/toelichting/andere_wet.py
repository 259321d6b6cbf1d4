"""Whose artikelen a passage names: in a chapter on another law, or after a sentence that tells what another law has, those of it.

«Hoofdstuk 4. Toepassing van de Vreemdelingenwet 2000» in a handbook, or «De Rijkswet op het Nederlanderschap kent een weigeringsgrond. In
artikel 23 is geregeld …», names no artikel of the bill.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from doenvermogentoets.structure import laws

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Analysis
    from doenvermogentoets.toelichting.explanation import Explanation
    from doenvermogentoets.toelichting.sections import Section
    from doenvermogentoets.toelichting.zin import Zin

_BEGIN = re.compile(r"\b(?:(?:Rijksw|W)et(?:boek)?(?= (?!van [a-z]\w+ \d))|[A-Z][a-zé-]{3,}(?:wet|wetboek)\b|Algemene wet\b|Verdrag\b)")
# Such a chapter sets the bill beside another law, or tells what becomes of it: there a bare number may be of either.
_ERNAAST = re.compile(
    r"\b(?:verhouding|samenloop|gevolgen|wijziging\w*|aansluiting|afbakening|samenhang|vergelijking|verschil\w*|relatie|intrekking|evaluatie"
    r"|verwerking|advies|wetsvoorstel|voorstel|aanpassing)\b",
    re.I,
)
_ARTIKEL_ZELF = re.compile(r"\W*(?:\d[\d.]*\W+)?(?:artikel(?:en)?|onderde(?:el|len))\b", re.I)
_REGELT = re.compile(
    r"\b(?:kent|regelt|bepaalt|bevat|biedt|geeft|voorziet|schrijft|verplicht|verbiedt|is (?:\w+ ){0,8}van (?:belang|toepassing)|geldt)\b",
    re.I,
)
_EIGEN = re.compile(
    r"\b(?:dit|het) (?:besluit|wetsvoorstel|voorstel|ontwerp)\b|\bdeze (?:regeling|verordening|wet|beleidsregels?)\b"
    r"|\b(?:wijkt|wijken|afwijk\w*|afgeweken|daarvan|hiervan|daarop|hierop|in aanvulling)\b",
    re.I,
)


def wetten(text: str) -> Iterator[str]:
    """The names of laws in a text."""
    for match in _BEGIN.finditer(text):
        found = laws.name_at(text, match.start(), len(text))
        if found is not None:
            yield found[0]


def is_eigen(bill: Analysis, name: str) -> bool:
    """It is the bill itself, or a law that the bill changes or rests on as «de wet»."""
    title = bill.document.title
    if name in title or (title and title in name):
        return True
    if any(name in definition.text for definition in bill.definitions.values()):
        return True
    return any(a.target.regeling and (a.target.regeling in name or name in a.target.regeling) for a in bill.document.amendments)


def van_de_kop(bill: Analysis, section: Section) -> str | None:
    """The other law that the chapter of a section is about."""
    for heading in section.path:
        if _ERNAAST.search(heading) or _ARTIKEL_ZELF.match(heading):
            continue
        name = next(wetten(heading), None)
        if name is not None and not is_eigen(bill, name):
            return name
    return None


def van_de_zin_ervoor(explanation: Explanation, zin: Zin) -> str | None:
    """The one other law of which a sentence just before tells what it has, when none turns back to the bill."""
    if _EIGEN.search(zin.text):
        return None
    before = explanation.before(zin)
    for _ in range(_TERUG):
        if before is None or _EIGEN.search(before.text):
            return None
        names = set(wetten(before.text))
        if names:
            name = next(iter(names))
            clear = len(names) == 1 and _REGELT.search(before.text) is not None and not is_eigen(explanation.bill, name)
            return name if clear else None
        before = explanation.before(before)
    return None


_TERUG = 2  # sentences
