"""Of what rank a regulation is: only an act of parliament can set aside the Awb, unless an act lets a lower regulation do so."""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis

_SELF = r"((?:deze|dit) (?:(?:rijks)?wet|verordening|besluit|regeling|reglement|beleidsregels?))"
# What a regulation calls itself: at its end, where it says when it starts or how it is cited; otherwise where it says what its words mean.
_AT_ITS_END = re.compile(rf"\b{_SELF}\b[^.;:]{{0,80}}\b(?:treedt|treden|wordt aangehaald|kan worden aangehaald)\b")
_AT_ITS_START = re.compile(rf"\bin {_SELF}\b[^.;:]{{0,80}}\bverstaan\b")
_OF_PARLIAMENT = ("wet", "rijkswet")
_ARTIKEL = re.compile(r"\b\d{1,2}:\d{1,3}[a-z]?\b")

# Articles of the Awb from which any regulation may differ, because they say so («tenzij bij wettelijk voorschrift anders is bepaald»).
# Left out is what yields in one paragraph and not in another (3:4, 5:46), or to a longer limit only (3:16).
_LAAT_AFWIJKEN_TOE = frozenset({"4:1", "4:13", "4:87", "4:94a", "4:112", "6:16"})

_known: WeakKeyDictionary[Analysis, str] = WeakKeyDictionary()


def naam(analysis: Analysis) -> str:
    """What the regulation calls itself («deze verordening»); empty if it does not say."""
    found = _known.get(analysis)
    if found is None:
        small = analysis.document.text.small
        match = next(reversed(list(_AT_ITS_END.finditer(small))), None) or _AT_ITS_START.search(small)
        found = _known[analysis] = match.group(1) if match is not None else ""
    return found


def awb_laat_toe(words: str) -> bool:
    """Whether every article of the Awb in these words lets another regulation differ from it."""
    named = _ARTIKEL.findall(words)
    return bool(named) and _LAAT_AFWIJKEN_TOE.issuperset(named)


def lager(analysis: Analysis) -> str:
    """The name of a regulation that is no act of parliament («dit besluit»); empty for an act, or where the text does not say."""
    found = naam(analysis)
    return "" if found.split(" ")[-1] in _OF_PARLIAMENT else found
