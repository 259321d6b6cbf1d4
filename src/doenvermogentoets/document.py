"""What a draft is made of: source paragraphs, a tree of units, references and amendments; a dossier of bill and toelichting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Literal

from doenvermogentoets.text import Span, Text

View = Literal["accepted", "original"]
"""How tracked changes are read."""


class UnitKind(StrEnum):
    """Kinds of unit; the values are those of ``outline --format json``."""

    DOCUMENT = "document"
    OPSCHRIFT = "opschrift"
    AANHEF = "aanhef"
    CONSIDERANS = "considerans"
    BOEK = "boek"
    DEEL = "deel"
    HOOFDSTUK = "hoofdstuk"
    TITEL = "titel"
    AFDELING = "afdeling"
    PARAGRAAF = "paragraaf"
    ARTIKEL = "artikel"
    LID = "lid"
    ONDERDEEL = "onderdeel"
    WIJZIGINGSONDERDEEL = "wijzigingsonderdeel"
    KOP = "kop"
    ALINEA = "alinea"
    BIJLAGE = "bijlage"
    SLOTFORMULIER = "slotformulier"
    TABEL = "tabel"
    NOOT = "noot"


DIVISIONS = (UnitKind.BOEK, UnitKind.DEEL, UnitKind.HOOFDSTUK, UnitKind.TITEL, UnitKind.AFDELING, UnitKind.PARAGRAAF)
"""What a regulation is divided into above its artikelen, outermost first."""


class DocumentKind(StrEnum):
    WETSVOORSTEL = "wetsvoorstel"
    WIJZIGINGSVOORSTEL = "wijzigingsvoorstel"
    AMVB = "amvb"
    REGELING = "regeling"
    VERORDENING = "verordening"
    TOELICHTING = "toelichting"
    ONBEKEND = "onbekend"


OLD_COLUMN = "old"
"""The part of a paragraph with old text that stands beside the new text of a draft."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as a reader hands it over.

    Attributes:
        span: range in the text, line ending not included.
        label: number that is shown but is not in the text (automatic numbering in Word, ``lid.nr`` in XML), e.g. ``"1."``, ``"Artikel 5"``.
        kind: what the source itself says the paragraph is (a style, an element), if it says anything.
        level: depth of a heading or list item in the source, from 0.
        part: where it stands: ``body``, ``table``, ``footnote``, ``endnote``, ``header``, ``footer``, ``textbox``, ``toc``
            (a line of the table of contents); :data:`OLD_COLUMN` is not said by a reader.
        cell: row and column in its table, where the source has cells (Word).
    """

    span: Span
    label: str = ""
    kind: UnitKind | None = None
    level: int | None = None
    part: str = "body"
    cell: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in the file that was not read: what, how often, and where if known."""

    what: str
    count: int = 1
    where: str = ""


STRUCK = "doorgehaalde tekst (gelezen als geschrapt)"
"""What is told of text that is struck by its formatting, without a tracked change."""


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment in plain text or Markdown; it is no part of any paragraph.

    Attributes:
        text: what stands between ``<!--`` and ``-->``, without white space around it.
        source: its range in the file's text, the marks included.
        position: the offset in the analysed text where it stands (what follows it starts at or after this offset).
    """

    text: str
    source: Span
    position: int


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the structure that the drafter should know, in Dutch, and the paragraph it is about."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Tracked:
    """That a file has tracked changes.

    Attributes:
        authors: how many people made them; 0 when the file does not name them.
        deletes: some of them take text away or elsewhere.
    """

    authors: int
    deletes: bool


@dataclass(frozen=True)
class Source:
    """What a reader delivers.

    Attributes:
        unread: what the file holds beside what was read.
        view: for a file with tracked changes: all of them accepted or all rejected.
        changed: the tracked changes that this view shows (insertions and destinations of moves; in the original view what is deleted),
            sorted and not overlapping.
        tracked: what tracked changes the file has in either view; ``None`` without any.
        remarks: where what the file says about a paragraph (its style) and what the paragraph shows do not agree.
    """

    name: str
    format: str
    text: Text
    paragraphs: tuple[Paragraph, ...]
    path: Path | None = None
    unread: tuple[Unread, ...] = ()
    comments: tuple[Comment, ...] = ()
    view: View = "accepted"
    changed: tuple[Span, ...] = ()
    tracked: Tracked | None = None
    remarks: tuple[Remark, ...] = ()


@dataclass(eq=False, slots=True)
class Unit:
    """A node in the tree of a document.

    Attributes:
        kind: what it is.
        number: as it is cited, without dot or degree sign: ``"17"``, ``"12a"``, ``"1:2"``, ``"IV"``, ``"b"``, ``"1"``; empty if none.
        heading: the heading text, empty if none.
        span: everything that belongs to it, children included.
        own: ranges of its own text (label and heading not included, children not included), in order.
        heading_span: range of the heading line (label and heading), if it has one.
        label_span: range of the number of a lid or onderdeel (``"1."``, ``"a."``), if it stands in the text.
        inserted: the unit is (part of) text that an amending instruction inserts. Such an artikel or lid may have no label in
            the text: it then only says where the inserted words will stand («Aan artikel 31 wordt een zin toegevoegd»).
        instruction: the unit's own text is an amending instruction, so it is no norm itself.
        amends: what the instruction amends, if it says so.
        regeling: for instructions and inserted text: the name of the law that is amended, if found.
        id_part: what tells it apart in an id from units of the same kind: its number, its rank if it has none, and ``"17_2"`` for the
            second with number 17 (an artikel outside amendments: in the whole document, anything else: under the same parent).
    """

    kind: UnitKind
    number: str = ""
    heading: str = ""
    span: Span = Span(0, 0)
    own: list[Span] = field(default_factory=list)
    heading_span: Span | None = None
    label_span: Span | None = None
    children: list[Unit] = field(default_factory=list)
    parent: Unit | None = None
    inserted: bool = False
    instruction: bool = False
    amends: Target | None = None
    regeling: str = ""
    id_part: str = ""

    def walk(self) -> Iterator[Unit]:
        """The unit and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self) -> Iterator[Unit]:
        """From the parent up to the document."""
        unit = self.parent
        while unit is not None:
            yield unit
            unit = unit.parent

    def nearest(self, *kinds: UnitKind) -> Unit | None:
        """The unit itself or its closest ancestor of one of these kinds."""
        unit: Unit | None = self
        while unit is not None and unit.kind not in kinds:
            unit = unit.parent
        return unit

    @property
    def artikel(self) -> Unit | None:
        unit: Unit | None = self  # asked more than anything else of a unit
        while unit is not None and unit.kind is not UnitKind.ARTIKEL:
            unit = unit.parent
        return unit

    @property
    def lid(self) -> Unit | None:
        return self.nearest(UnitKind.LID)


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference points at; ``regeling`` is ``None`` for the document itself."""

    artikel: str | None = None
    lid: str | None = None
    onderdeel: str | None = None
    regeling: str | None = None
    kind: UnitKind = UnitKind.ARTIKEL
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in the text.

    Attributes:
        span: the exact words.
        targets: what it points at; a range or enumeration has several.
        units: the units it resolves to inside this document (empty when it points outside or at nothing).
        resolved: every internal target was found, or the target is another regulation.
    """

    span: Span
    targets: tuple[Target, ...]
    units: tuple[Unit, ...] = ()
    resolved: bool = False


class AmendmentKind(StrEnum):
    VERVANGEN = "vervangen"
    VERVALLEN = "vervallen"
    INVOEGEN = "invoegen"
    KOMT_TE_LUIDEN = "komt te luiden"
    INTREKKEN = "intrekken"


@dataclass(frozen=True, slots=True)
class Amendment:
    """One amending instruction («In artikel 24, eerste lid, wordt «vier weken» vervangen door «twee weken»»).

    Attributes:
        span: the instruction sentence.
        target: what is amended.
        old: the words that go, as quoted in the instruction (empty if none are quoted).
        new: the words that come in their place (empty for text that follows as units of its own).
        inserted: the units that the instruction inserts.
    """

    kind: AmendmentKind
    span: Span
    target: Target
    old: str = ""
    new: str = ""
    inserted: tuple[Unit, ...] = ()
    unit: Unit | None = None


@dataclass(eq=False)
class Document:
    """A text with its structure. The tree covers every non-blank character exactly once."""

    source: Source
    kind: DocumentKind
    title: str
    root: Unit
    references: tuple[Reference, ...] = ()
    amendments: tuple[Amendment, ...] = ()

    @property
    def text(self) -> Text:
        return self.source.text

    @property
    def name(self) -> str:
        return self.source.name

    def remarks(self) -> list[Remark]:
        """The remarks of the reader that are about this document; a file may hold a bill and its toelichting."""
        return [remark for remark in self.source.remarks if self.root.span.start <= remark.span.start <= self.root.span.end]

    def provisions(self) -> Iterator[Unit]:
        """The units that carry norms: each lid, and each artikel without leden; inserted text included, amending instructions not."""
        for unit in self.root.walk():
            if unit.instruction:
                continue
            if unit.kind is UnitKind.LID or (
                unit.kind is UnitKind.ARTIKEL and not any(c.kind in (UnitKind.LID, UnitKind.WIJZIGINGSONDERDEEL) for c in unit.children)
            ):
                yield unit


@dataclass(eq=False)
class Dossier:
    """A bill and, if given, its toelichting (a file of its own or the part that follows the bill in the same file)."""

    bill: Document
    toelichting: Document | None = None
    name: str = ""

    @property
    def has_bill(self) -> bool:
        """False when only a toelichting was given."""
        return bool(self.bill.source.paragraphs)

    def documents(self) -> list[Document]:
        """The bill and the toelichting, as far as they are there."""
        return [d for d in (self.bill if self.has_bill else None, self.toelichting) if d is not None]

    def alone(self) -> Dossier:
        """A text that turns out to be a toelichting takes its own place, beside an empty bill; any other dossier stays as it is."""
        if self.bill.kind is not DocumentKind.TOELICHTING or self.toelichting is not None:
            return self
        empty = Source(name=self.bill.name, format=self.bill.source.format, text=Text(""), paragraphs=())
        return Dossier(Document(empty, DocumentKind.ONBEKEND, "", Unit(UnitKind.DOCUMENT)), self.bill, self.name)
