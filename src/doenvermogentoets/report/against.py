"""Acts of an authority against somebody that are not imposed as a sanction of their own: raising one, naming him, doing it at his cost.

The words of the sentence decide: «verhoogt» is against somebody with a fine and not with an allowance, «openbaar maken» with a name or
a penalty and not with a plan.
"""

from __future__ import annotations

import re

from doenvermogentoets.norms.model import Norm

_PENALTY = r"\w*(?:boetes?|dwangsom(?:men)?|sancties?|verzuimrente)"
_RAISED = re.compile(rf"\b(?:de|het|die|deze|een|zijn|haar) (?:[\w-]+ ){{0,3}}{_PENALTY}\b(?! (?:niet|geen)\b)", re.I)
_RAISES = frozenset(("verhogen", "vermeerderen", "verzwaren"))
_PUBLISHES = frozenset(("openbaarmaken", "publiceren", "bekendmaken", "vermelden", "plaatsen"))
_PUBLIC = re.compile(r"\b(?:openbaar|openbaarmak\w*|publice\w+|website|internet|Staatscourant|dagblad\w*|register dat voor ieder)\b", re.I)
_NAMED = re.compile(
    rf"\b(?:met|onder vermelding van|inclusief) (?:de )?(?:naam|namen|identiteit|adres)\b|\b(?:naam|namen|identiteit|gegevens) van "
    rf"(?:de |het |een |elke |iedere )?(?:[\w-]+ )?(?:overtreder|betrokkene|houder|persoon|ondernem\w+|wie|degene)\w*"
    rf"|\b(?:opleggen|oplegging)\b[^.;]{{0,30}}\b{_PENALTY}\b|\bopgelegde {_PENALTY}\b|\b(?:geconstateerde |begane )?overtreding(?:en)?\b",
    re.I,
)
_ANONYMOUS = re.compile(
    r"\b(?:zonder|niet) (?:[\w-]+ ){0,3}(?:naam|namen|herleidbaar)\b|\b(?:geanonimiseerd|anoniem|niet herleidbaar)\w*", re.I
)
_COST = re.compile(
    r"\b(?:op kosten|voor rekening|ten laste) van (?:de|het|een|die|deze|elke|iedere) "
    r"(?!(?:Rijk|staat|gemeente|provincie|waterschap|dienst|minister|college|fonds|begroting|overheid)\b)[\w-]+",
    re.I,
)
_DONE = frozenset(("uitvoeren", "herstellen", "verwijderen", "wegnemen", "laten", "doen", "verrichten", "opruimen", "slopen", "ontruimen"))


def against(norm: Norm, text: str) -> str:
    """What the authority does, as the verb of the table; empty where it is no such act.

    Args:
        text: the sentence of the norm.
    """
    who = norm.adressaat
    if who is None or who.rol != "overheid":
        return ""
    verb = norm.werkwoord
    if verb in _RAISES and _RAISED.search(text) is not None:
        return verb
    if verb in _PUBLISHES and _PUBLIC.search(text) and _NAMED.search(text) and not _ANONYMOUS.search(text):
        return "openbaar maken"
    if verb in _DONE and _COST.search(text) is not None:
        return "op kosten van een ander " + ("laten doen" if verb in ("laten", "doen") else verb)
    return ""
