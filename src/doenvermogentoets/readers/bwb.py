"""XML of wetten.overheid.nl (BWB ``toestand``), of the Staatsblad and Staatscourant, and of local regulations (CVDR).

Read with expat, which tells the byte at which every piece of text starts, so that a finding can point into the file.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.parsers import expat

from doenvermogentoets.document import Paragraph, Source, UnitKind, Unread
from doenvermogentoets.errors import UserError
from doenvermogentoets.readers.files import decode, load, refuse_long
from doenvermogentoets.text import Span, TextBuilder

ROOTS = frozenset(("toestand", "wetgeving", "officiele-publicatie", "cvdr", "regeling", "wet-besluit"))
"""Root elements that are read."""

MAX_DEPTH = 500
"""Deepest nesting that is read; the deepest list in a Dutch law has some forty levels of elements."""

# Elements inside a line of text; every other element starts and ends a paragraph.
_INLINE = frozenset(
    ("nadruk", "intref", "extref", "intioref", "extioref", "verwijzing", "sup", "inf", "sub", "vet", "cur", "onderstr", "i", "b",
     "u", "strong", "em", "afkorting", "label", "nr", "titel", "subtitel", "voornaam", "achternaam", "plaats", "datum", "entry",
     "noot.nr", "unl", "ondlijn", "ins", "del", "lidnr", "li.nr", "abbr", "term", "span", "a", "redactioneel", "kleur", "symbool",
     "dcterms", "br", "enter")
)  # fmt: skip
# What a reader of the law does not see, or what says something about the text instead of being it.
_SKIPPED = frozenset(
    ("meta-data", "metadata", "meta", "citeertitel", "bwb-inputbestand", "bwb-wijzigingen", "redactionele-correcties",
     "opmerkingen-inhoud", "jcis", "brondata", "owmskern", "owmsmantel")
)  # fmt: skip
_COUNTED = {
    "redactie": "redactionele opmerking",
    "plaatje": "afbeelding",
    "illustratie": "afbeelding",
    "formule": "formule",
    "rectificatie": "rectificatie",
}
_LABELS = frozenset(("lidnr", "li.nr", "noot.nr", "term-nr"))
_HEADED = {
    "boek": UnitKind.BOEK,
    "deel": UnitKind.DEEL,
    "hoofdstuk": UnitKind.HOOFDSTUK,
    "titeldeel": UnitKind.TITEL,
    "afdeling": UnitKind.AFDELING,
    "sub-afdeling": UnitKind.AFDELING,
    "paragraaf": UnitKind.PARAGRAAF,
    "sub-paragraaf": UnitKind.PARAGRAAF,
    "artikel": UnitKind.ARTIKEL,
    "wijzig-artikel": UnitKind.ARTIKEL,
    "bijlage": UnitKind.BIJLAGE,
}
_TEXT_DIVISIONS = frozenset(
    (
        "divisie",
        "circulaire.divisie",
        "nota-toelichting",
        "toelichting",
        "algemeen",
        "artikelsgewijs",
        "circulaire",
        "tekst-sectie",
        "divisie.tekst",
    )
)
_PIECE = re.compile(r"\S+(?:[^\S\n\r\t\x85]\S+)*")


def read(path: Path) -> Source:
    """Read an XML file.

    Raises:
        UserError: not well-formed, a document type declaration (entities), another schema, or nothing to read in it.
    """
    return parse(decode(load(path), str(path)), path.name, path)


def parse(content: str, name: str, path: Path | None = None) -> Source:
    """XML from memory; ``name`` is used in messages."""
    handler = _Handler(content, str(path or name))
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = False
    parser.StartDoctypeDeclHandler = handler.doctype
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.text
    handler.parser = parser
    try:
        parser.Parse(content.encode("utf-8", "surrogatepass"), True)
    except expat.ExpatError as error:
        raise UserError(
            f"{path or name} is geen geldige XML (regel {error.lineno}, teken {error.offset + 1}).",
            "Download de XML opnieuw van wetten.overheid.nl, of sla de tekst op als .docx of .txt.",
        ) from None
    if not handler.paragraphs:
        raise UserError(f"{path or name} bevat geen tekst van een regeling.", "Download de XML opnieuw van wetten.overheid.nl.")
    text = handler.builder.build(content)
    refuse_long(text.content, str(path or name))
    unread = tuple(Unread(what, count) for what, count in sorted(handler.unread.items()))
    return Source(name=name, format="xml", text=text, paragraphs=tuple(handler.paragraphs), path=path, unread=unread)


class _Handler:
    """Receives the events of the parser and makes paragraphs."""

    parser: expat.XMLParserType

    def __init__(self, content: str, name: str) -> None:
        self._name = name
        self._bytes = content.encode("utf-8", "surrogatepass")
        self._plain = len(self._bytes) == len(content)
        self._byte = self._point = 0
        self.builder = TextBuilder()
        self.paragraphs: list[Paragraph] = []
        self.unread: dict[str, int] = {}
        self._open: list[str] = []
        self._skip = 0
        self._kind: UnitKind | None = None
        self._level: int | None = None
        self._start: int | None = None
        self._pending_space = False
        self._lists = 0
        self._rows = 0
        self._notes = 0
        self._gap = False
        self._bullet = ""
        self._label_only = False
        self._new_cell = False

    # -- events -----------------------------------------------------------------------------------------------------

    def doctype(self, *_: object) -> None:
        raise UserError(
            f"{self._name} bevat een DOCTYPE; dat wordt om veiligheidsredenen niet gelezen.",
            "Download de XML opnieuw van wetten.overheid.nl, of verwijder de DOCTYPE-regel.",
        )

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if not self._open and name not in ROOTS:
            raise UserError(
                f"{self._name} is XML, maar geen regeling van wetten.overheid.nl (het begint met <{name[:40]}>).",
                "Gebruik de XML die wetten.overheid.nl bij een regeling aanbiedt, of sla de tekst op als .docx of .txt.",
            )
        self._open.append(name)
        if len(self._open) > MAX_DEPTH:
            raise UserError(f"{self._name} is dieper genest dan een regeling kan zijn.", "Download de XML opnieuw van wetten.overheid.nl.")
        if self._skip:
            self._skip += 1
            return
        if name in _SKIPPED or name in _COUNTED:
            self._skip = 1
            if name in _COUNTED and not (name == "illustratie" and "plaatje" in self._open):
                what = _COUNTED[name]
                self.unread[what] = self.unread.get(what, 0) + 1
            return
        self._element(name, attributes)

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        if name in _LABELS:
            self._flush()
            self._bullet = ""
            self._kind = UnitKind.LID if name == "lidnr" else UnitKind.ONDERDEEL
            self._level = 0 if name == "lidnr" else max(self._lists - 1, 0)
        elif name in ("lijst", "ul", "ol"):
            self._flush()
            self._lists += 1
        elif name == "li":
            self._flush()
            self._bullet = attributes.get("nr") or "–"
        elif name in ("table", "tgroup"):
            self._flush()
        elif name == "row":
            self._flush()
            self._rows += 1
        elif name == "entry":
            self._new_cell = self._start is not None
        elif name == "noot":
            self._flush()
            self._notes += 1
        elif name == "kop":
            self._flush()
            parent = self._open[-2] if len(self._open) > 1 else ""
            self._kind = _HEADED.get(parent, UnitKind.KOP if parent in _TEXT_DIVISIONS else None)
            self._level = sum(o in _TEXT_DIVISIONS for o in self._open[:-1]) - 1 if parent in _TEXT_DIVISIONS else None
            self._gap = True
        elif name == "tussenkop":
            self._flush()
            self._kind, self._level, self._gap = UnitKind.KOP, 5, True
        elif name in ("artikel", "wijzig-artikel", "lid", "wetsluiting", "bijlage", "nota-toelichting"):
            self._flush()
            self._gap = self._gap or name != "lid"
        elif name in ("br", "enter") or self._rows:
            self._pending_space = True
        elif name not in _INLINE and not self._labelled():
            self._flush()

    def _labelled(self) -> bool:
        """Whether only a label was read so far: the text that follows is in the same paragraph."""
        return self._start is not None and self._kind in (UnitKind.LID, UnitKind.ONDERDEEL) and self._label_only

    def end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        self._open.pop()
        if self._skip:
            self._skip -= 1
            return
        if name in _LABELS:
            self._label_only = self._start is not None
            self._pending_space = True
        elif name in ("lijst", "ul", "ol"):
            self._flush()
            self._lists -= 1
        elif name == "row":
            self._flush()
            self._rows -= 1
        elif name == "noot":
            self._flush()
            self._notes -= 1
        elif (
            (name in ("label", "nr", "titel", "subtitel") and "kop" in self._open[-2:])
            or self._rows
            or name in ("voornaam", "achternaam", "plaats", "datum", "entry")
        ):
            self._pending_space = True
        elif name not in _INLINE:
            if not self._label_only or name in ("lid", "li", "wijzig-lid", "artikel"):
                self._flush()
            if name in ("lid", "li"):
                self._bullet = ""

    def text(self, data: str) -> None:
        if self._skip:
            return
        if data.isspace():
            self._pending_space = True
            return
        at = self._position()
        lead = len(data) - len(data.lstrip())
        self._pending_space = self._pending_space or lead > 0
        for match in _PIECE.finditer(data):
            self._piece(match[0], at + match.start())
            self._pending_space = True
        self._pending_space = data[-1].isspace()

    # -- text -------------------------------------------------------------------------------------------------------

    def _position(self) -> int:
        index = self.parser.CurrentByteIndex
        if self._plain:
            return index
        self._point += len(self._bytes[self._byte : index].decode("utf-8", "surrogatepass"))
        self._byte = index
        return self._point

    def _piece(self, piece: str, source: int) -> None:
        if self._start is None:
            if len(self.builder):
                self.builder.add("\n\n" if self._gap else "\n")
            self._gap = False
            self._start = len(self.builder)
        elif self._new_cell:
            self.builder.add(" | ")
        elif self._pending_space:
            self.builder.add(" ")
        self._pending_space = self._new_cell = False
        if self._open[-1] not in _LABELS:
            self._label_only = False
        self.builder.add(piece, source)

    def _flush(self) -> None:
        """End the paragraph that is being made, if any."""
        if self._start is not None:
            part = "footnote" if self._notes else "table" if self._rows else "body"
            self.paragraphs.append(
                Paragraph(Span(self._start, len(self.builder)), self._bullet if self._kind is None else "", self._kind, self._level, part)
            )
            self._bullet = ""
        self._start = None
        self._kind = self._level = None
        self._label_only = False
        self._pending_space = False
