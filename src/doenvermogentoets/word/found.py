"""What the walk over a Word file finds: text nodes, paragraphs, comment markers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from lxml import etree

from doenvermogentoets.document import Tracked, View
from doenvermogentoets.text import Span, merge
from doenvermogentoets.word.names import names_of
from doenvermogentoets.word.package import Package
from doenvermogentoets.word.styles import Hint, Styles

MarkKind = Literal["start", "end", "reference"]


@dataclass(slots=True, eq=False)
class TextNode:
    """A piece of visible text.

    Attributes:
        element: ``w:t`` (or ``w:tab``, ``w:br``, ``m:t`` ...) that holds it.
        text: as it is shown; character ``i`` of it is character ``i + shift`` of the element's own text.
        changed: it stands in a tracked change that the view shows: in the accepted view an insertion or the destination of a move, in
            the original view a deletion or the place that text was moved from.
        start: offset of its first character in :attr:`Walk.content`.
    """

    element: etree._Element
    text: str
    changed: bool = False
    shift: int = 0
    start: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)


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
    """Everything that was found.

    Attributes:
        content: the text that is analysed: the paragraphs, with line endings between them.
        spans: range of each paragraph in it.
        comment_ids: ids of all comment markers in the main part.
    """

    package: Package
    view: View
    roots: dict[str, etree._Element] = field(default_factory=dict)
    nodes: list[TextNode] = field(default_factory=list)
    paragraphs: list[WordParagraph] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    unread: Counter[str] = field(default_factory=Counter)
    styles: Styles = field(default_factory=lambda: Styles(None))
    content: str = ""
    spans: list[Span] = field(default_factory=list)
    comment_ids: set[str] = field(default_factory=set)

    def root(self, name: str) -> etree._Element:
        """The tree of a part, parsed once."""
        if name not in self.roots:
            self.roots[name] = self.package.xml(name)
        return self.roots[name]

    @property
    def body(self) -> etree._Element:
        """Root of the main part."""
        return self.roots[self.package.main]

    def lay_out(self) -> None:
        """Put the text together and give every node and paragraph its place in it."""
        parts: list[str] = []
        nodes = self.nodes
        at = 0
        for paragraph in self.paragraphs:
            if at:
                parts.append("\n\n" if paragraph.spaced else "\n")
                at += len(parts[-1])
            start = at
            for index in range(paragraph.first, paragraph.last):
                node = nodes[index]
                node.start = at
                parts.append(node.text)
                at += len(node.text)
            self.spans.append(Span(start, at))
        self.content = "".join(parts)

    def between(self, first: int | None, last: int | None) -> Span | None:
        """The range from node ``first`` up to node ``last``; ``None`` when that is no text."""
        if first is None or last is None or not first < last <= len(self.nodes):
            return None
        return Span(self.nodes[first].start, self.nodes[last - 1].end)

    def tracked(self) -> Tracked | None:
        """What tracked changes the parts that were read have: of words, paragraph marks, rows and cells, not of formatting."""
        authors: set[str] = set()
        seen: set[str] = set()
        for story in dict.fromkeys([self.package.main, *(p.story for p in self.paragraphs)]):
            root = self.root(story)
            w = names_of(root)
            away = {w("del"), w("moveFrom"), w("cellDel")}
            for element in root.iter(w("ins"), w("moveTo"), w("cellIns"), *away):
                seen.add("away" if element.tag in away else "in")
                authors.add((element.get(w("author")) or "").strip())
        return Tracked(len(authors - {""}), "away" in seen) if seen else None

    @cached_property
    def marks_changes(self) -> bool:
        """Whether struck text is what drafters took out: a passage is struck, or a word beside words that are underlined.

        A single struck word in a file where nothing is underlined is only typography.
        """
        w = names_of(self.body)
        if self.styles.strikes or next(self.body.iter(w("u")), None) is not None:
            return True
        strikes = [e for e in self.body.iter(w("strike"), w("dstrike")) if e.get(w("val"), "1") not in ("0", "false", "off")]
        runs = [run for element in strikes if (run := next(element.iterancestors(w("r")), None)) is not None]
        return sum(len((text.text or "").split()) for run in dict.fromkeys(runs) for text in run.iter(w("t"))) > 1

    @property
    def changed(self) -> list[Span]:
        """The tracked changes that the view shows, in order."""
        return merge([Span(node.start, node.end) for node in self.nodes if node.changed])
