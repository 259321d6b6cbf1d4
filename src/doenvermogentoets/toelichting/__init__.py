"""The toelichting held against the bill: sections, what each passage is about, and what it says of a provision.

:func:`explain` is cheap; everything is worked out when it is first asked for, so that a check that needs one answer does not pay
for the others. :func:`verantwoording` gives the same as one table for a report; its module describes the shape.
"""

from __future__ import annotations

from doenvermogentoets.analysis import Analysis
from doenvermogentoets.document import Document
from doenvermogentoets.toelichting.account import STANDEN, Account, Onderdeel
from doenvermogentoets.toelichting.explained import NAMEN, ZO_GEMIST, ZO_GENOEMD, Explained, Naam, Relation
from doenvermogentoets.toelichting.explanation import Explanation
from doenvermogentoets.toelichting.sections import Alinea, Place, Section
from doenvermogentoets.toelichting.verantwoording import Bouwsteen, Citaat, Uitleg, Verantwoording, verantwoording
from doenvermogentoets.toelichting.zin import Zin

__all__ = [
    "NAMEN",
    "STANDEN",
    "ZO_GEMIST",
    "ZO_GENOEMD",
    "Account",
    "Alinea",
    "Bouwsteen",
    "Citaat",
    "Explained",
    "Explanation",
    "Naam",
    "Onderdeel",
    "Place",
    "Relation",
    "Section",
    "Uitleg",
    "Verantwoording",
    "Zin",
    "explain",
    "verantwoording",
]


def explain(document: Document, bill: Analysis) -> Explanation:
    """Read a toelichting beside its bill.

    Args:
        document: the toelichting, as :func:`doenvermogentoets.structure.build` delivers it.
        bill: the analysed bill.
    """
    return Explanation(document, bill)
