"""Whether a sentence of the toelichting is about the hardship clause: it names it or goes on about it, as what holds now, in this bill."""

from __future__ import annotations

import re

from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets_checks.toelichting.clausule_woorden import CRITERIUM
from doenvermogentoets_checks.toelichting.lezen import zegt_het_nu

HARDHEIDSCLAUSULE = re.compile(
    r"\bhardheids(?:clausule|bepaling)\b|\bvangnetbepaling\b|\bonbillijkhe(?:id|den) van overwegende aard\b"
    r"|\bin (?:\w+ ){0,2}schrijnende (?:gevallen|situaties)\b(?=[^.;]{0,80}\b(?:afwijken|afgeweken|buiten toepassing))",
    re.I,
)
# Words that give the clause the whole regulation or every case.
RUIM = re.compile(
    r"\b(?:hele|gehele|volledige) (?:\w+ )?(?:wet|regeling|verordening|besluit|voorstel|titel|hoofdstuk|paragraaf|afdeling)\b"
    r"|\b(?:wet|regeling|verordening|besluit) als geheel\b"
    r"|\b(?:alle|elk|elke|ieder|iedere) (?:\w+ )?(?:artikel(?:en)?|bepaling(?:en)?|onderde(?:el|len)"
    r"|verplichting(?:en)?|eis(?:en)?|voorwaarden?|regels?|voorschrift(?:en)?"
    r"|termijn(?:en)?"
    r"|geval(?:len)?|situaties?|besluit(?:en)?)\b|\bvoor alles\b|\bover de hele linie\b|\bin alle opzichten\b|\bzonder beperking\b"
    r"|\b(?:van|aan) (?:het bepaalde|de bepalingen|de regels|de voorschriften|de voorwaarden|de eisen) (?:in|van|bij of krachtens|uit)"
    r" (?:de|deze|dit|het) (?:wet|regeling|verordening|besluit)\b(?! (?:van|op))|\bwelke (?:bepaling|voorwaarde|eis|regel) (?:dan )?ook\b"
    r"|\b(?:deze|de) (?:wet|regeling|verordening) (?:geheel of gedeeltelijk |in zijn geheel |in haar geheel )?buiten toepassing\b"
    r"|\bop alle (?:onderdelen|punten)\b|\béén of meer(?:dere)? (?:bepalingen|artikelen|voorwaarden)\b"
    r"|\bvan deze (?:wet|regeling|verordening) af\w*|\baltijd\b[^.;]{0,60}\bafwijken\b",
    re.I,
)
# What somebody asked for is not yet what the bill has.
GEVRAAGD = re.compile(r"\b(?:gevraagd|vroeg(?:en)?|vragen|vraagt|bepleit\w*|gepleit|wens\w*|voorstel van)\b", re.I)
# The clause denied, and the clause of another law.
GEEN = re.compile(
    r"\b(?:geen|niet|zonder|evenmin|noch)\b[^.;,]{0,60}\bhardheidsclausule\b|\bhardheidsclausule\b[^.;]{0,80}\b(?:niet|geen|achterwege|"
    r"overbodig|vervalt|afgezien|zou)\b",
    re.I,
)
ANDERE_WET = re.compile(r"\b(?:van de|in de|uit de) (?:[A-Z][\w-]+)|\bAwir\b|\bAwb\b|\bAwr\b|\bPw\b|\b[Dd]e algemene hardheidsclausule\b")
_DE_CLAUSULE = re.compile(r"\b(?:de|deze) (?:clausule|bepaling)\b", re.I)
_ZIJ = re.compile(r"(?:Deze|Zij|Die) (?:geldt|strekt|ziet|beslaat|omvat|bestrijkt|reikt)\b")


def geldt_nu(zin: Zin) -> bool:
    """The sentence tells what holds, the criterion of the clause left aside."""
    return zegt_het_nu(CRITERIUM.sub("", zin.text))


def woorden(zin: Zin) -> re.Match[str] | None:
    """The words for the clause: its name, or what is said for it after a sentence that names it."""
    return HARDHEIDSCLAUSULE.search(zin.text) or _DE_CLAUSULE.search(zin.text) or _ZIJ.match(zin.text)


def noemt(explanation: Explanation, zin: Zin) -> bool:
    """The sentence names the clause or goes on about it."""
    return HARDHEIDSCLAUSULE.search(zin.text) is not None or _goes_on(explanation, zin)


def _goes_on(explanation: Explanation, zin: Zin) -> bool:
    """«De clausule geldt voor …» after a sentence about the hardheidsclausule."""
    at = explanation.position(zin)
    before = explanation.zinnen_of(zin.alinea)[max(0, at - 2) : at]
    if _DE_CLAUSULE.search(zin.text) is not None:
        return any(HARDHEIDSCLAUSULE.search(z.text) for z in before)
    return (
        _ZIJ.match(zin.text) is not None
        and RUIM.search(zin.text) is not None
        and bool(before)
        and HARDHEIDSCLAUSULE.search(before[-1].text) is not None
    )
