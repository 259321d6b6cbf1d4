"""Whether anything in a document could be read as a regulation, and if not: what the document seems to be.

A text in which no artikel was recognised gives no findings, and that must not look like a text that was found clean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from doenvermogentoets.document import Document, DocumentKind, UnitKind, Unread
from doenvermogentoets.errors import UserError
from doenvermogentoets.structure.beside import asked_beside
from doenvermogentoets.structure.columns import Columns, columns
from doenvermogentoets.structure.unwritten import UNWRITTEN, unwritten

_READ = frozenset((UnitKind.ARTIKEL, UnitKind.LID, UnitKind.WIJZIGINGSONDERDEEL))
"""Units that carry norms, or instructions that change them."""

UNREAD = "het hele stuk, want er is geen artikel in herkend; er is niets getoetst"

_HEADER_LINES = 30
_NUMBERED = re.compile(r"^\W*(?:nr\.?[ \t\u00a0]*)?(?:[\dA-Z]{1,3}[.:]?[ \t\u00a0]+)?", re.IGNORECASE)
_FORMS = (
    (
        re.compile(r"advies\b.{0,80}\b(?:afdeling advisering|raad van state)|nader rapport\b", re.IGNORECASE),
        "een advies van de Raad van State",
    ),
    (re.compile(r"(?:\w+ )?nota van wijziging\b", re.IGNORECASE), "een nota van wijziging"),
    (re.compile(r"(?:gewijzigd |nader gewijzigd |sub)?amendement\b", re.IGNORECASE), "een amendement"),
    (re.compile(r"(?:nader gewijzigde |gewijzigde )?motie\b", re.IGNORECASE), "een motie"),
    (re.compile(r"nota naar aanleiding van het (?:nader )?verslag\b", re.IGNORECASE), "een nota naar aanleiding van het verslag"),
    (re.compile(r"(?:voorlopig |nader |eind)?verslag\b|lijst van vragen\b", re.IGNORECASE), "een verslag van de Kamer"),
    (re.compile(r"(?:brief|kamerbrief|aanbiedingsbrief)\b", re.IGNORECASE), "een brief"),
    (re.compile(r"(?:beslis|oplegg?)nota\b", re.IGNORECASE), "een ambtelijke nota"),
    (
        re.compile(r"(?:uitvoeringstoets|impactanalyse|regeldruktoets|internetconsultatie)\b", re.IGNORECASE),
        "een toets of advies over een ontwerp",
    ),
)
"""Kinds of paper that travel with a bill and are given by mistake, by the heading that names them."""
_CELL = re.compile(r"\**\s*artikel\s+\d", re.IGNORECASE)
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class Blank:
    """That nothing in a document was checked.

    Attributes:
        why: what the document seems to be, or what was not found in it, to follow the name of the file.
        remedy: what to give instead.
    """

    why: str
    remedy: str

    def error(self, name: str) -> UserError:
        """The complaint, with the name that the user knows the file by."""
        return UserError(f"{name}: {self.why}", self.remedy)


def blank(document: Document) -> Blank | None:
    """Why nothing in a draft was read; ``None`` where anything was, and for a toelichting."""
    if document.kind is DocumentKind.TOELICHTING or not document.source.paragraphs:
        return None
    if any(unit.kind in _READ or unit.instruction for unit in document.root.walk()):
        return None
    if _in_cells(document):
        return Blank(
            "de artikelen staan in een tabel en zijn niet gelezen; er is niets getoetst.",
            "Zet de nieuwe tekst zonder tabel in een bestand, elk artikel met zijn kop op een eigen regel.",
        )
    form = form_of(document)
    if form:
        return Blank(
            f"dit lijkt {form}, en er is geen artikel of wijzigingsopdracht in herkend; er is niets getoetst.", "Geef het ontwerp zelf."
        )
    return Blank(
        "hierin is geen artikel herkend; er is niets getoetst.",
        "Zet boven elk artikel een eigen regel met «Artikel» en het nummer; «doenvermogentoets outline» laat zien wat is herkend.",
    )


def not_read(document: Document) -> tuple[Unread, ...]:
    """What of a document was not read: what its own text leaves open, and all of it where no artikel was recognised."""
    open_ = unwritten(document.text[document.root.span])
    beside = columns(document.source) if document.kind is not DocumentKind.TOELICHTING else None
    old = [Unread(_old_column(beside))] if beside is not None else []
    outside = [Unread(what, count) for what, count in asked_beside(document)] if document.kind is not DocumentKind.TOELICHTING else []
    return (*([Unread(UNWRITTEN, open_)] if open_ else []), *old, *outside, *([Unread(UNREAD)] if blank(document) is not None else []))


def _old_column(beside: Columns) -> str:
    """That the old text beside the new was left aside, and what of it goes."""
    gone = "vervalt 1 cel" if beside.gone == 1 else f"vervallen {beside.gone} cellen"
    goes = f" (daarvan {gone} zonder nieuwe tekst)" if beside.gone else ""
    return f"de oude tekst in de kolom «{beside.old}»{goes}; getoetst is alleen de nieuwe tekst ernaast"


def form_of(document: Document) -> str:
    """What a heading near the top calls the document («een amendement»); empty if none is known."""
    for paragraph in document.source.paragraphs[:_HEADER_LINES]:
        text = document.text[paragraph.span].strip()
        if not text or len(text) > _LONGEST_HEADING or text[-1] in ".;,":
            continue
        bare = _NUMBERED.sub("", text, count=1)
        found = next((name for words, name in _FORMS if words.match(bare) or words.match(text)), "")
        if found:
            return found
    return ""


def _in_cells(document: Document) -> bool:
    """Whether an artikel begins in a cell of a table, as where old and new text stand side by side."""
    return any(
        _CELL.match(cell.strip())
        for paragraph in document.source.paragraphs
        if paragraph.part == "table" or document.text[paragraph.span].startswith("|")
        for cell in re.split(r"[|\t]", document.text[paragraph.span])
    )
