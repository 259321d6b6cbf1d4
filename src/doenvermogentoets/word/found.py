"""What the walk over a Word file finds: text nodes, paragraphs, comment markers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from doenvermogentoets.word.package import Package
from doenvermogentoets.word.styles import Hint, Styles

View = Literal["accepted", "original"]
MarkKind = Literal["start", "end", "reference"]


@dataclass(slots=True, eq=False)
class TextNode:
    """A piece of visible text.

    Attributes:
        element: ``w:t`` (or ``w:tab``, ``w:br``, ``m:t`` ...) that holds it.
        text: as it is shown; character ``i`` of it is character ``i + shift`` of the element's own text.
        changed: it stands in a tracked insertion or at the destination of a move.
    """

    element: etree._Element
    text: str
    changed: bool = False
    shift: int = 0


@dataclass(slots=True, eq=False)
class WordParagraph:
    """A visible paragraph: nodes ``first`` up to ``last`` of the walk.

    Attributes:
        element: ``w:p``; the last one where paragraph marks were deleted.
        story: name of the part it stands in.
        part: as :attr:`doenvermogentoets.document.Paragraph.part`.
        label: automatic number as Word shows it, empty if none.
        anchor: for text outside the body: the run with the note reference, or the paragraph that holds the text box.
        spaced: an empty paragraph goes before it.
    """

    element: etree._Element
    story: str
    part: str
    first: int
    last: int
    label: str = ""
    ilvl: int | None = None
    bullet: bool = False
    hint: Hint = field(default_factory=Hint)
    anchor: etree._Element | None = None
    spaced: bool = False


@dataclass(slots=True)
class Mark:
    """A comment marker: which comment, and how many text nodes come before it."""

    kind: MarkKind
    id: str
    node: int
    element: etree._Element
    story: str


@dataclass
class Walk:
    """Everything that was found."""

    package: Package
    view: View
    roots: dict[str, etree._Element] = field(default_factory=dict)
    nodes: list[TextNode] = field(default_factory=list)
    paragraphs: list[WordParagraph] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    unread: Counter[str] = field(default_factory=Counter)
    styles: Styles = field(default_factory=lambda: Styles(None))

    def root(self, name: str) -> etree._Element:
        """The tree of a part, parsed once."""
        if name not in self.roots:
            self.roots[name] = self.package.xml(name)
        return self.roots[name]

    @property
    def body(self) -> etree._Element:
        """Root of the main part."""
        return self.roots[self.package.main]

    def text(self, first: int, last: int) -> str:
        return "".join(node.text for node in self.nodes[first:last])
