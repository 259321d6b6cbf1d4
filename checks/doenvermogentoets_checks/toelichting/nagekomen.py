"""Whether a provision keeps a promise of the toelichting, or holds the effect that breaks it."""

from __future__ import annotations

import re

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import UnitKind
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.search import Listed
from doenvermogentoets.toelichting import Zin
from doenvermogentoets.toelichting.sections import lids
from doenvermogentoets_checks.toelichting.beloften import DADEN, Belofte, lijsten
from doenvermogentoets_checks.toelichting.stellig import DENIED

# What makes a case one for a clause or an exception.
BIJZONDER = re.compile(r"\b(?:schrijnend\w*|bijzondere?|uitzonderlijke?|onbillijk\w*|hardheid\w*|onevenredig\w*|dringend\w*)\b", re.I)
_EXCLUDED = re.compile(r"^[^,.;]{0,50}\b(?:achterwege|uitgesloten|niet)\b", re.I)
_ZELF_UITWEG = ("verwijt", "redelijk", "tenzij", "onbillijk", "onevenredig", "overmacht")  # «geen verwijt» is the way out itself
_MAG = re.compile(
    r"[^.;:]{0,160}\b(?:kan|kunnen)\b(?! (?:niet|geen)\b)[^.;:]{0,120}(?:\bworden\b[^.;:]{0,60})?\b(?:indien|als|wanneer|voor zover|:)",
    re.I,
)
_DAARTOE = re.compile(
    r"\b(?:alvorens|voordat|voordat hij|daartoe|daarbij) (?:\w+ ){0,3}(?:over te gaan|beslist|besluit|houdt|weegt|hoort)\b", re.I
)
_OPDRACHT = re.compile(
    r"\bals volgt gewijzigd\b|\bvolgende wijzigingen\b|\bvervangen door [«“‘\"]|\bwordt (?:na|voor) [«“‘\"]|\bkomt te luiden\b", re.I
)
_ANDERE_GEVALLEN = re.compile(r"^\W*(?:\d+\W+)?(?:in (?:de )?(?:andere|overige) gevallen|in andere dan)\b", re.I)
# Something is not done, not in time or not well.
VERZUIM = re.compile(
    r"\b(?:niet|niets|geen|zonder|nalaat|na te laten|te laat|later|latere|nadien|gebreke|verzuim\w*|ontbreekt|ontbreken|achterwege"
    r"|uitblijft|uit|zolang"
    r"|overtreding|handelt in strijd|buiten (?:de|het|dat|die|dit|deze)|na (?:die|dat|de|het|afloop|sluiting|1|\d+)|alsnog"
    r"|onvolledig\w*|onjuist\w*|fout)\b",
    re.I,
)


def breekt(bill: Analysis, provision: Provision, belofte: Belofte) -> bool:
    """The provision has the effect, or asks the act, that the promise takes away."""
    if all(n.soort is Soort.SLOT for n in provision.norms):
        return False
    if "verstaan onder" in bill.document.text[provision.span]:
        return False  # «wordt aangemerkt als leegstaand» is an effect, «wordt verstaan onder» is none
    if belofte.hard == "last":
        return any(n.doenlast for n in provision.norms)
    text = bill.document.text[provision.span]
    if _OPDRACHT.search(text) is not None:
        return False  # an amending instruction is no provision of its own
    if belofte.naam == "herstel" and VERZUIM.search(text) is None:
        return False  # what can be put right is something that was not done, or not in time
    if belofte.hard == "dubbel" and not any(n.doenlast for n in provision.norms):
        return False
    if belofte.hard in ("gevolg", "geheel") and _MAG.match(text) is not None:
        return False  # a power, whatever its conditions: the room is in the power itself
    if lijsten().hard[belofte.hard].search(text) is not None:
        return True
    bound = (n for n in provision.norms if n.belastend and n.richting == "nadelig" and n.bevoegdheid != "discretionair")
    return belofte.hard == "gevolg" and any(n.gevolgen for n in bound)


def houdt(bill: Analysis, provision: Provision, belofte: Belofte, zin: Zin) -> bool:
    """The provision, another lid of its artikel that is about the same cases, a lid that refers to it, or a clause."""
    text = bill.document.text
    if _clause_helps(belofte, zin) and any(c.covers(provision.unit) for c in clausules(bill)):
        return True
    itself = belofte.grond_zelf
    if itself is not None and breekt(bill, provision, belofte) and staat_er(itself, text[provision.span]):
        return True
    inside = [p for p in bill.in_artikel(provision.unit) if p is provision or _speaks_of(text[p.span], provision)]
    return any(staat_er(belofte.grond, text[p.span]) for p in inside)


def _clause_helps(belofte: Belofte, zin: Zin) -> bool:
    """A hardship clause gives no reminder or second term; it does let the authority weigh what is special in a case."""
    if belofte.hard in DADEN:
        return False
    return belofte.naam != "herstel" or BIJZONDER.search(zin.text) is not None


def _speaks_of(words: str, provision: Provision) -> bool:
    """Another lid softens this one when it names it, or names no lid; «in andere gevallen» is about what this lid is not about."""
    if _ANDERE_GEVALLEN.match(words):
        return False
    named = lids(words)
    if not named and _DAARTOE.search(words):
        return True
    return provision.unit.kind is not UnitKind.LID or provision.unit.number in named


def staat_er(pattern: Listed | re.Pattern[str], text: str) -> bool:
    """The words occur, and are not denied («zonder nadere termijn», «kan geen aanspraak maken»)."""
    for match in pattern.finditer(text):
        if match.group(0).lower().startswith(_ZELF_UITWEG):
            return True
        before, after = text[max(0, match.start() - 80) : match.start()], text[match.end() : match.end() + 60]
        if DENIED.search(before) or (match.group(0).lower() in ("kan", "kunnen", "mag", "mogen") and re.match(r"[^,.;]*\bgeen\b", after)):
            continue
        if match.group(0).lower() in ("aanmaning", "herinnering", "nadere termijn") and _EXCLUDED.match(after):
            continue
        return True
    return False
