"""Whether a draft and its toelichting were given in each other's place."""

from __future__ import annotations

import re
from pathlib import Path

from doenvermogentoets.document import Document, DocumentKind, Source, Unit, UnitKind
from doenvermogentoets.errors import UserError
from doenvermogentoets.structure import bill_alone

_CALLS_ITSELF = re.compile(
    r"(?:deze|dit) (?:rijks)?(?:wet|besluit|regeling|verordening|beleidsregel)\b[^.]{0,200}?"
    r"(?:wordt aangehaald als|treedt in werking|treden in werking)",
    re.IGNORECASE,
)
_FORMULA = frozenset((UnitKind.AANHEF, UnitKind.CONSIDERANS))
_FEWEST = 2
"""A text with fewer artikelen may be a toelichting that quotes one."""


def refuse_turned(bill: Document, given: Source, shown_bill: Path | str, shown_toelichting: Path | str) -> None:
    """Refuse a dossier whose two files are plainly reversed: everything that is said about it would be about the wrong text.

    Args:
        bill: what the file given as the draft turned out to be.
        given: the file given as the toelichting.
        shown_bill, shown_toelichting: the two files as the user calls them.

    Raises:
        UserError: the draft is a toelichting by its own words, and the toelichting is plainly a regulation.
    """
    if bill.kind is DocumentKind.TOELICHTING and plainly_regulation(given):
        raise UserError(
            f"{shown_bill} is een toelichting en {shown_toelichting} is een ontwerp: ze staan op elkaars plaats.",
            f"Draai ze om: noem {shown_toelichting} als ontwerp en {shown_bill} als toelichting "
            "(met --toelichting, of onder [[dossiers]] in de instellingen).",
        )


def plainly_regulation(source: Source) -> bool:
    """Whether a text can only be a regulation: it opens as one or calls itself one, and has artikelen of its own.

    A toelichting has artikelen too, as headings and as quotations; it has no aanhef, and does not say in an artikel what «deze wet» is
    called or when it begins.
    """
    document = bill_alone(source)
    if document is None or document.kind in (DocumentKind.ONBEKEND, DocumentKind.TOELICHTING):
        return False
    artikelen = [unit for unit in document.root.walk() if unit.kind is UnitKind.ARTIKEL and not unit.inserted]
    if len(artikelen) < _FEWEST:
        return False
    opens = any(unit.kind in _FORMULA for unit in document.root.walk())
    return opens or any(_calls_itself(unit, document) for unit in artikelen)


def _calls_itself(artikel: Unit, document: Document) -> bool:
    spans = [*artikel.own, *(span for child in artikel.children if child.kind is UnitKind.LID for span in child.own)]
    return any(_CALLS_ITSELF.match(document.text[span].lstrip()) for span in spans)
