"""The walk over a Word file: every visible paragraph with its text nodes, its automatic number and what its style says.

The same file and view always give the same list of nodes, so that a position found while reading can be found again when
comments are placed.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from doenvermogentoets.document import UnitKind
from doenvermogentoets.word.fields import Fields
from doenvermogentoets.word.found import Mark, MarkKind, TextNode, View, Walk, WordParagraph
from doenvermogentoets.word.names import MC, STRICT, TRANSITIONAL, XML_SPACE, Names, first, local, names_of
from doenvermogentoets.word.numbering import Counters, Numbering
from doenvermogentoets.word.package import Package
from doenvermogentoets.word.styles import Styles
from doenvermogentoets.word.symbols import symbol

MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_MATH_TEXT = tuple(f"{{{ns}}}t" for ns in MATH)

# What a name means, for both namespaces in one table: a lookup per element is all the walk costs.
_CONTAINERS = frozenset({"hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo"})
_IN, _OUT = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})
_CHARACTERS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_MARKS: dict[str, MarkKind] = {"commentRangeStart": "start", "commentRangeEnd": "end", "commentReference": "reference"}
_LOCAL: dict[str, str] = {
    f"{{{ns}}}{name}": name
    for ns in (TRANSITIONAL, STRICT)
    for name in (
        *_CONTAINERS, *_IN, *_OUT, *_CHARACTERS, *_MARKS,
        "p", "r", "t", "delText", "br", "tbl", "ruby", "sym", "tr", "tc", "sdt", "fldChar",
        "footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef",
        "drawing", "pict", "object", "altChunk", "subDoc", "contentPart", "txbxContent",
    )
}  # fmt: skip
_LOCAL.update({f"{{{ns}}}{name}": name for ns in MATH for name in ("oMath", "oMathPara")})
_LOCAL[f"{{{MC}}}AlternateContent"] = "AlternateContent"

_PICTURES = {
    "pic": "afbeelding",
    "chart": "grafiek",
    "relIds": "diagram (SmartArt)",
    "imagedata": "afbeelding",
    "OLEObject": "ingesloten object",
    "inline": "",
}


def walk(
    package: Package,
    view: View = "accepted",
    styles: Mapping[str, UnitKind] | None = None,
    roots: Mapping[str, etree._Element] | None = None,
) -> Walk:
    """Read all visible text of a Word file.

    Args:
        package: the opened file.
        view: ``"accepted"``: as if all tracked changes were accepted; ``"original"``: as if all were rejected.
        styles: house style name to kind of unit.
        roots: trees of parts that were parsed (and perhaps altered) before; they are walked instead of the file's.

    Raises:
        UserError: a part cannot be read safely.
    """
    found = Walk(package, view)
    found.roots.update(roots or {})
    style_parts, numbering_parts = package.related("styles"), package.related("numbering")
    found.styles = Styles(package.xml(style_parts[0]) if style_parts else None, styles)
    numbering = Numbering(package.xml(numbering_parts[0]) if numbering_parts else None, found.styles)
    root = found.root(package.main)
    names = names_of(root)
    body = root.find(names("body"))
    if body is None:
        raise package.fail("het document heeft geen hoofdtekst.", "Open het in Word en sla het opnieuw op als .docx.")
    main = _Story(found, numbering, package.main, "body", root)
    main.blocks(body)
    main.flush()
    _headers_and_footers(found, numbering, root, names)
    for kind in ("footnote", "endnote"):
        _notes(found, numbering, kind, main.notes)
    return found


def _headers_and_footers(found: Walk, numbering: Numbering, root: etree._Element, names: Names) -> None:
    targets = {r.id: r.target for r in found.package.main_relations}
    settings = found.package.related("settings")
    even = bool(names.on(found.package.xml(settings[0]), "evenAndOddHeaders")) if settings else False
    seen: set[str] = set()
    for section in root.iter(names("sectPr")):
        parent = section.getparent()
        if parent is not None and local(parent) == "sectPrChange":
            continue
        first = bool(names.on(section, "titlePg"))
        for kind in ("header", "footer"):
            for reference in section.iterchildren(names(f"{kind}Reference")):
                target = targets.get(reference.get(names.relationship_id, ""))
                if target is None or target in seen:
                    continue
                seen.add(target)
                which = names.val(reference, "type")
                if (which == "first" and not first) or (which == "even" and not even):
                    found.unread["kop- of voettekst die Word niet toont"] += 1
                    continue
                part = found.root(target)
                story = _Story(found, numbering, target, kind, part)
                story.blocks(part)
                story.flush()


def _notes(found: Walk, numbering: Numbering, kind: str, references: list[tuple[str, str, etree._Element]]) -> None:
    parts = found.package.related(kind + "s")
    wanted = [(number, run) for reference_kind, number, run in references if reference_kind == kind]
    if not parts or not wanted:
        return
    root = found.root(parts[0])
    names = names_of(root)
    notes = {note.get(names("id")): note for note in root.iterchildren(names(kind))}
    story = _Story(found, numbering, parts[0], kind, root)
    for number, run in wanted:
        note = notes.pop(number, None)
        if note is not None and names.val(note, "type") in (None, "normal"):
            story.anchor = run
            story.blocks(note)
            story.flush()


class _Story:
    """The walk through one run of text: the body, one header, the notes, one text box."""

    def __init__(
        self, found: Walk, numbering: Numbering, name: str, part: str, root: etree._Element, anchor: etree._Element | None = None
    ) -> None:
        self.found = found
        self.numbering = numbering
        self.counters = Counters(numbering)
        self.name = name
        self.part = part
        self.root = root
        self.anchor = anchor
        self.names = names_of(found.body) if root is found.body else names_of(root)
        self.notes: list[tuple[str, str, etree._Element]] = []
        self._original = found.view == "original"
        self._gone = _IN if self._original else _OUT
        self._kept = _OUT if self._original else _IN
        self._fields = Fields(root, self.names, self._gone)
        self._boxes: list[etree._Element] = []
        self._pending: tuple[etree._Element, str] | None = None  # a paragraph whose mark is gone: (element, part)
        self._pending_number: tuple[str | None, tuple[int, int] | None] | None = None
        self._first = len(found.nodes)
        self._changed = 0
        self._strip = False
        self._blank = False
        self._style_hidden = False
        self._may_hide = found.styles.hides or next(root.iter(self.names("vanish")), None) is not None
        self._w_ppr, self._w_pstyle, self._w_numpr = self.names("pPr"), self.names("pStyle"), self.names("numPr")
        self._w_numid, self._w_ilvl = self.names("numId"), self.names("ilvl")
        self._w_gone = tuple(self.names(name) for name in self._gone)
        self._w_rpr = self.names("rPr")
        self._w_vanish = self.names("vanish")
        self._w_rstyle = self.names("rStyle")
        self._w_val = self.names("val")

    # blocks --------------------------------------------------------------------------------------------------------

    def blocks(self, parent: etree._Element, part: str | None = None) -> None:
        """Walk the paragraphs and tables below an element."""
        part = part or self.part
        for child in parent:
            name = _LOCAL.get(child.tag)
            if name is None:
                continue
            if name == "p":
                self._paragraph(child, part)
            elif name == "tbl":
                self.flush()
                self.blocks(child, "table" if part == "body" else part)
                self.flush()
            elif name == "tr":
                if not self._row_gone(child):
                    self.blocks(child, part)
            elif name == "tc":
                if not self._cell_gone(child):
                    self.blocks(child, part)
                    self.flush()
            elif name == "sdt":
                content = first(child, self.names("sdtContent"))
                if content is not None:
                    self.blocks(content, part)
            elif name in self._kept:
                self._changed += not self._original
                self.blocks(child, part)
                self._changed -= not self._original
            elif name == "AlternateContent":
                branch = _branch(child)
                if branch is not None:
                    self.blocks(branch, part)
            elif name in _MARKS:
                self._mark(child, name)
            elif name in ("altChunk", "subDoc"):
                self.found.unread["ingevoegd bestand" if name == "altChunk" else "subdocument"] += 1
            elif name in ("customXml", "smartTag"):
                self.blocks(child, part)
            elif name in ("oMath", "oMathPara"):
                self.found.unread["formule buiten een alinea"] += 1

    def _row_gone(self, row: etree._Element) -> bool:
        properties = first(row, self.names("trPr"))
        return properties is not None and properties.find(self.names("ins" if self._original else "del")) is not None

    def _cell_gone(self, cell: etree._Element) -> bool:
        properties = first(cell, self.names("tcPr"))
        if properties is None:
            return False
        if properties.find(self.names("cellIns" if self._original else "cellDel")) is not None:
            return True
        # a cell that is merged into the one above it is not shown
        merged = first(properties, self.names("vMerge"))
        return merged is not None and self.names.val(merged) in (None, "continue")

    def _paragraph(self, element: etree._Element, part: str) -> None:
        w = self.names
        properties = element[0] if len(element) and element[0].tag == self._w_ppr else None
        children = {} if properties is None else {child.tag: child for child in properties}
        mark = children.get(self._w_rpr)
        if self._original and w("pPrChange") in children:
            old = first(children[w("pPrChange")], self._w_ppr)
            children = {} if old is None else {child.tag: child for child in old}
        style_id = w.val(children.get(self._w_pstyle)) or self.found.styles.default_paragraph
        self._style_hidden = self.found.styles.vanish(style_id)
        self._inline(element)
        gone = mark is not None and any(first(mark, name) is not None for name in self._w_gone)
        if gone or self._mark_hidden(mark):
            if self._pending_number is None and w.on(mark, "specVanish"):
                # a style separator: the heading before it gives the number, the text after it joins the same line
                self._pending_number = (style_id, self._number_of(style_id, children.get(self._w_numpr)))
            self._pending = (element, part)
            return
        held = self._pending_number
        if held is not None:
            style_id, number = held
        else:
            number = self._number_of(style_id, children.get(self._w_numpr))
        self._emit(element, part, style_id, number)

    def _mark_hidden(self, mark: etree._Element | None) -> bool:
        own = self.names.on(mark, "vanish") if mark is not None else None
        return self._style_hidden if own is None else own

    def _number_of(self, style_id: str | None, num_pr: etree._Element | None) -> tuple[int, int] | None:
        w = self.names
        num_id = ilvl = None
        if num_pr is not None and not (self._original and first(num_pr, w("ins")) is not None):
            for child in num_pr:
                if child.tag == self._w_numid:
                    num_id = w.integer(child)
                elif child.tag == self._w_ilvl:
                    ilvl = w.integer(child)
        return self.numbering.resolve(style_id, num_id, ilvl)

    def _emit(self, element: etree._Element, part: str, style_id: str | None, number: tuple[int, int] | None) -> None:
        found = self.found
        begin, last = self._first, len(found.nodes)
        self._pending = self._pending_number = None
        self._strip = False
        counted = self.counters.next(*number) if number is not None else None
        if begin < last or (counted is not None and counted.label):
            found.paragraphs.append(
                WordParagraph(
                    element, self.name, part, begin, last,
                    label=counted.label if counted else "",
                    ilvl=counted.ilvl if counted else None,
                    bullet=bool(counted and counted.bullet),
                    hint=found.styles.hint(style_id),
                    anchor=self.anchor,
                    spaced=self._blank,
                )
            )  # fmt: skip
            self._blank = False
        else:
            self._blank = True
        self._first = last
        if self._boxes:
            boxes, self._boxes = self._boxes, []
            for content in boxes:
                story = _Story(found, self.numbering, self.name, "textbox" if self.part == "body" else self.part, content, element)
                story.names = self.names
                story.blocks(content)
                story.flush()
                self.notes.extend(story.notes)
            self._first = len(found.nodes)

    def flush(self) -> None:
        """Finish text whose paragraph mark is gone but that has no paragraph to join."""
        if self._pending is not None:
            element, part = self._pending
            style_id, number = self._pending_number or (None, None)
            self._emit(element, part, style_id, number)
        self._first = len(self.found.nodes)

    # inline --------------------------------------------------------------------------------------------------------

    def _inline(self, parent: etree._Element) -> None:
        for child in parent:
            name = _LOCAL.get(child.tag)
            if name is None:
                continue
            if name == "r":
                self._run(child)
            elif name in _CONTAINERS:
                self._inline(child)
            elif name in self._kept:
                self._changed += not self._original
                self._inline(child)
                self._changed -= not self._original
            elif name == "sdt":
                content = first(child, self.names("sdtContent"))
                if content is not None:
                    self._inline(content)
            elif name in _MARKS:
                self._mark(child, name)
            elif name in ("oMath", "oMathPara"):
                self._math(child)
            elif name == "AlternateContent":
                branch = _branch(child)
                if branch is not None:
                    self._inline(branch)
            elif name == "subDoc":
                self.found.unread["subdocument"] += 1

    def _mark(self, element: etree._Element, name: str) -> None:
        number = element.get(self.names("id"))
        if number is not None:
            self.found.marks.append(Mark(_MARKS[name], number, len(self.found.nodes), element, self.name))

    def _run_hidden(self, properties: etree._Element | None) -> bool:
        if properties is None or not self._may_hide:
            return self._style_hidden
        by_style = False
        for child in properties:
            tag = child.tag
            if tag == self._w_vanish:
                return child.get(self._w_val, "1") not in ("0", "false", "off")
            if tag == self._w_rstyle:
                by_style = self.found.styles.vanish(child.get(self._w_val))
        # a toggle property in both styles cancels out (ECMA-376 part 1, 17.7.3)
        return by_style != self._style_hidden

    def _run(self, run: etree._Element) -> None:
        hidden: bool | None = None
        properties = None
        instruction = self._fields.instruction
        for child in run:
            tag = child.tag
            name = _LOCAL.get(tag)
            if name is None:
                if tag == self._w_rpr:
                    properties = child
                continue
            if name == "fldChar":
                self._fields.take(child)
                instruction = self._fields.instruction
                continue
            if name in _MARKS:
                self._mark(child, name)
                continue
            if instruction:
                continue
            if hidden is None:
                hidden = self._run_hidden(properties)
            if name in ("t", "delText"):
                if child.text:
                    if hidden:
                        self.found.unread["verborgen tekst"] += 1
                    else:
                        self._text(child)
            elif hidden:
                continue
            elif name in _CHARACTERS:
                self._add(child, _CHARACTERS[name])
            elif name == "br":
                if self.names.val(child, "type") in (None, "textWrapping"):
                    self._add(child, "\n")
            elif name == "sym":
                self._add(child, symbol(self.names.val(child, "font") or "", self.names.val(child, "char") or ""))
            elif name in ("footnoteReference", "endnoteReference"):
                self.notes.append((name.removesuffix("Reference"), self.names.val(child, "id") or "", run))
            elif name in ("footnoteRef", "endnoteRef"):
                self._strip = True
            elif name == "ruby":
                for base in child.iterchildren(self.names("rubyBase")):
                    self._inline(base)
            elif name in ("drawing", "pict", "object"):
                self._drawing(child)
            elif name == "AlternateContent":
                branch = _branch(child)
                for inner in () if branch is None else branch:
                    if _LOCAL.get(inner.tag) in ("drawing", "pict", "object"):
                        self._drawing(inner)
            elif name == "contentPart":
                self.found.unread["handgeschreven inkt"] += 1

    def _text(self, element: etree._Element) -> None:
        raw = element.text or ""
        shift = 0
        text = raw
        if element.get(XML_SPACE) != "preserve":
            stripped = raw.lstrip(" \t\r\n")
            shift = len(raw) - len(stripped)
            text = stripped.rstrip(" \t\r\n")
        if "\n" in text or "\r" in text:
            text = text.replace("\n", " ").replace("\r", " ")
        if self._strip:
            bare = text.lstrip()
            shift += len(text) - len(bare)
            text = bare
        if text:
            self._strip = False
            self.found.nodes.append(TextNode(element, text, self._changed > 0, shift))

    def _add(self, element: etree._Element, text: str) -> None:
        if text and not (self._strip and text.isspace()):
            self._strip = False
            self.found.nodes.append(TextNode(element, text, self._changed > 0))

    def _math(self, element: etree._Element) -> None:
        self.found.unread["formule (alleen de tekens gelezen)"] += 1
        for child in element.iter(*_MATH_TEXT):
            if child.text:
                self.found.nodes.append(TextNode(child, child.text, self._changed > 0))

    def _drawing(self, element: etree._Element) -> None:
        """Text boxes once (the fallback repeats them); pictures, charts and objects are counted."""
        stack = [element]
        while stack:
            current = stack.pop()
            if not isinstance(current.tag, str):
                continue
            if _LOCAL.get(current.tag) == "txbxContent":
                self._boxes.append(current)
                continue
            if _LOCAL.get(current.tag) == "AlternateContent":
                branch = _branch(current)
                if branch is not None:
                    stack.append(branch)
                continue
            what = _PICTURES.get(local(current))
            if what:
                self.found.unread[what] += 1
                continue
            stack.extend(reversed(current))


def _branch(element: etree._Element) -> etree._Element | None:
    """The alternative that Word takes: the first choice, or the fallback when no choice holds anything."""
    fallback = None
    for child in element:
        name = local(child)
        if name == "Choice" and len(child):
            return child
        if name == "Fallback":
            fallback = child
    return fallback
