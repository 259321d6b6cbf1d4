"""Which general rules hold for a text: the Awb not everywhere in the Kingdom, the Aanwijzingen voor de regelgeving only for the Rijk."""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from doenvermogentoets.document import Document, DocumentKind, Unit

_CARIBBEAN = re.compile(r"\bBES\b|\bBonaire\b|\bSint Eustatius\b|\bCaribische? Nederland\b")
_RIJKSWET = re.compile(r"\brijkswet\b", re.I)
_SELF_RIJKSWET = re.compile(r"\b(?:deze rijkswet\b[^.;:]{0,80}\b(?:treedt|wordt aangehaald)|in deze rijkswet\b[^.;:]{0,80}\bverstaan)\b")
_AWB = re.compile(r"algemene wet bestuursrecht(?! bes\b)|\bawb\b")
_DECENTRAL = re.compile(
    r"\b(?:de raad (?:van|der) (?:de )?gemeente|(?:gemeente|eilands)raad|provinciale staten|gedeputeerde staten|burgemeester en wethouders"
    r"|de burgemeester van|college van dijkgraaf|dijkgraaf en heemraden|algemeen bestuur van (?:het |de )?(?:waterschap|hoogheemraadschap)"
    r"|bestuurscollege)\b"
)
_ESTABLISHES = 400
"""Characters from its start in which a regulation names who makes it."""

BES = "Wet administratieve rechtspraak BES"
LANDEN = "in Aruba, Curaçao en Sint Maarten geldt eigen bestuursrecht"

_known: WeakKeyDictionary[Document, str] = WeakKeyDictionary()


def buiten_awb(document: Document, unit: Unit | None = None) -> str:
    """Why the Awb is no net here: the law that stands in its place, or whose law it is; empty where the Awb holds.

    In the Caribbean Netherlands the Awb does not hold (Wet administratieve rechtspraak BES). A rijkswet holds in countries with
    administrative law of their own; one that names the Awb itself has arranged for it.

    Args:
        unit: of the document; what an amending act inserts in another law, holds where that law does.
    """
    if unit is not None and (unit.inserted or unit.instruction) and unit.regeling:
        if _CARIBBEAN.search(unit.regeling) is not None:
            return BES
        return LANDEN if _RIJKSWET.match(unit.regeling) and not _names_awb(document) else ""
    found = _known.get(document)
    if found is None:
        found = _known[document] = _of(document)
    return found


def _of(document: Document) -> str:
    if _CARIBBEAN.search(document.title) is not None:
        return BES
    small = document.text.small[document.root.span.start : document.root.span.end]
    if (_RIJKSWET.match(document.title) is not None or _SELF_RIJKSWET.search(small) is not None) and not _names_awb(document):
        return LANDEN
    return ""


def _names_awb(document: Document) -> bool:
    return _AWB.search(document.text.small, document.root.span.start, document.root.span.end) is not None


def is_decentraal(document: Document) -> bool:
    """Whether a municipality, province, water authority or island makes the regulation: a verordening, or a beleidsregel of its bestuur."""
    if document.kind is DocumentKind.VERORDENING:
        return True
    start = document.root.span.start
    return document.kind is DocumentKind.REGELING and _DECENTRAL.search(document.text.small, start, start + _ESTABLISHES) is not None


def zonder_awb(document: Document, unit: Unit | None, geeft: str) -> str:
    """What is told where the Awb is no net: it does not hold, or (a rijkswet) not in every country; empty where it does.

    Args:
        geeft: what it gives elsewhere («een vangnet»).
    """
    here = buiten_awb(document, unit)
    if not here:
        return ""
    return f"Ook de Awb, die elders {geeft} geeft, geldt hier niet" + ("." if here == BES else " in elk land van het Koninkrijk.")


_CITES_AWB = re.compile(r"\bAwb\b|\b[Aa]lgemene wet bestuursrecht\b")
# what central government wrote for itself: the Aanwijzingen, and letters and views of the cabinet
_CITES_AR = re.compile(r"\bAr \d|\bBeleidskompas\b|\bbrief (?:BZK|SZW)\b|\bkabinet\w+")


def grond(ground: str, document: Document, unit: Unit | None) -> str:
    """The ground of a finding, with what it is worth for this text where that is less than it seems.

    Args:
        document: the regulation, also for a finding in its toelichting.
        unit: where in the regulation it is, if it is.
    """
    here = buiten_awb(document, unit)
    if here and _CITES_AWB.search(ground) is not None:
        ground += (
            f"; de Awb geldt hier niet ({here}) en is alleen een maat" if here == BES else f"; de Awb is hier alleen een maat ({here})"
        )
    if is_decentraal(document) and _CITES_AR.search(ground) is not None:
        ground += "; de Ar en het Beleidskompas binden alleen het Rijk en zijn hier een maat"
    return ground
