"""The walk over a Word file: every visible paragraph with its text nodes, its automatic number and what its style says.

The same file and view always give the same list of nodes, so that a position found while reading can be found again when
comments are placed.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from lxml import etree

from doenvermogentoets.document import UnitKind, View
from doenvermogentoets.word.found import Walk, WordParagraph
from doenvermogentoets.word.inline import LOCAL, MARKS, Inline, branch
from doenvermogentoets.word.names import Names, first, local, names_of, whole
from doenvermogentoets.word.numbering import Counters, Numbering
from doenvermogentoets.word.package import Package
from doenvermogentoets.word.styles import Styles
from doenvermogentoets.word.survey import Plain


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
    with uncollected():
        _fill(found, styles)
    return found


@contextmanager
def uncollected() -> Iterator[None]:
    """No garbage collection for a moment: a walk makes many objects and no cycles, and each full collection would look at all of them."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _fill(found: Walk, styles: Mapping[str, UnitKind] | None) -> None:
    package = found.package
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
    found.comment_ids = main.inline.seen.comments
    _headers_and_footers(found, numbering, main.inline.seen.sections, names)
    for kind in ("footnote", "endnote"):
        _notes(found, numbering, kind, main.inline.notes)
    found.lay_out()


def _headers_and_footers(found: Walk, numbering: Numbering, sections: list[etree._Element], names: Names) -> None:
    targets = {r.id: r.target for r in found.package.main_relations}
    settings = found.package.related("settings")
    even = bool(names.on(found.package.xml(settings[0]), "evenAndOddHeaders")) if settings else False
    seen: set[str] = set()
    for section in sections:
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
        self.anchor = anchor
        self.inline = Inline(found, name, root)
        self.names = self.inline.names
        self._pending: tuple[etree._Element, str] | None = None  # a paragraph whose mark is gone: (element, part)
        self._pending_number: tuple[str | None, tuple[int, int] | None] | None = None
        self._first = len(found.nodes)
        self._blank = False
        w = self.names
        self._w_ppr, self._w_pstyle, self._w_numpr, self._w_rpr = w("pPr"), w("pStyle"), w("numPr"), w("rPr")
        self._w_numid, self._w_ilvl, self._w_ins, self._w_val = w("numId"), w("ilvl"), w("ins"), w("val")
        self._w_before, self._w_vanish = w("pPrChange"), w("vanish")
        self._w_gone = frozenset(w(name) for name in self.inline.gone)
        self._numbers: dict[tuple[str | None, str | None, str | None], tuple[int, int] | None] = {}

    def blocks(self, parent: etree._Element, part: str | None = None) -> None:
        """Walk the paragraphs and tables below an element."""
        part = part or self.part
        take_plain = self.inline.seen.plain.pop  # taken out, so that its memory can be used again
        for child in parent:
            plain = take_plain(child, None)
            if plain is not None and not self.inline.busy:
                self._plain_paragraph(child, plain, part)
                continue
            name = LOCAL.get(child.tag)
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
            elif name in self.inline.kept:
                self.inline.changed += 1
                self.blocks(child, part)
                self.inline.changed -= 1
            elif name == "AlternateContent":
                taken = branch(child)
                if taken is not None:
                    self.blocks(taken, part)
            elif name in MARKS:
                self.inline.mark(child, name)
            elif name in ("altChunk", "subDoc"):
                self.found.unread["ingevoegd bestand" if name == "altChunk" else "subdocument"] += 1
            elif name in ("customXml", "smartTag"):
                self.blocks(child, part)
            elif name in ("oMath", "oMathPara"):
                self.found.unread["formule buiten een alinea"] += 1

    def _row_gone(self, row: etree._Element) -> bool:
        properties = first(row, self.names("trPr"))
        return properties is not None and properties.find(self.names("ins" if self.inline.original else "del")) is not None

    def _cell_gone(self, cell: etree._Element) -> bool:
        properties = first(cell, self.names("tcPr"))
        if properties is None:
            return False
        if properties.find(self.names("cellIns" if self.inline.original else "cellDel")) is not None:
            return True
        # a cell that is merged into the one above it is not shown
        merged = first(properties, self.names("vMerge"))
        return merged is not None and self.names.val(merged) in (None, "continue")

    def _plain_paragraph(self, element: etree._Element, plain: Plain, part: str) -> None:
        """What :meth:`_paragraph` does, for a paragraph that needs no look at its elements."""
        style_id = plain.style or self.found.styles.default_paragraph
        if (self.found.styles.hides and self.found.styles.vanish(style_id)) or (
            self.found.styles.strikes and self.found.styles.strike(style_id)
        ):
            self._paragraph(element, part)
            return
        self.inline.read_plain(plain.texts)
        if self._pending_number is not None:
            style_id, number = self._pending_number
        else:
            number = self._list_of(style_id, plain.num_id, plain.ilvl)
        self._emit(element, part, style_id, number)

    def _paragraph(self, element: etree._Element, part: str) -> None:
        w = self.names
        properties = element[0] if len(element) and element[0].tag == self._w_ppr else None
        children = {} if properties is None else {child.tag: child for child in properties}
        mark = children.get(self._w_rpr)
        if self.inline.original and self._w_before in children:
            old = first(children[self._w_before], self._w_ppr)
            children = {} if old is None else {child.tag: child for child in old}
        named = children.get(self._w_pstyle)
        style_id = (None if named is None else named.get(self._w_val)) or self.found.styles.default_paragraph
        self.inline.hidden = self.found.styles.hides and self.found.styles.vanish(style_id)
        self.inline.struck = self.found.styles.strikes and self.found.styles.strike(style_id)
        self.inline.read(element)
        if self._joins_next(mark):
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

    def _joins_next(self, mark: etree._Element | None) -> bool:
        """The end of the paragraph is deleted or hidden, so that its text runs on into the next one."""
        if mark is None:
            return self.inline.hidden
        tags = {child.tag for child in mark}
        if not self._w_gone.isdisjoint(tags):
            return True
        return bool(self.names.on(mark, "vanish")) if self._w_vanish in tags else self.inline.hidden

    def _number_of(self, style_id: str | None, num_pr: etree._Element | None) -> tuple[int, int] | None:
        num_id = ilvl = None
        if num_pr is not None:
            for child in num_pr:
                tag = child.tag
                if tag == self._w_numid:
                    num_id = child.get(self._w_val)
                elif tag == self._w_ilvl:
                    ilvl = child.get(self._w_val)
                elif tag == self._w_ins and self.inline.original:
                    num_id = ilvl = None
                    break
        return self._list_of(style_id, num_id, ilvl)

    def _list_of(self, style_id: str | None, num_id: str | None, ilvl: str | None) -> tuple[int, int] | None:
        key = (style_id, num_id, ilvl)
        if key not in self._numbers:
            self._numbers[key] = self.numbering.resolve(style_id, whole(num_id), whole(ilvl))
        return self._numbers[key]

    def _emit(self, element: etree._Element, part: str, style_id: str | None, number: tuple[int, int] | None) -> None:
        found = self.found
        begin, last = self._first, len(found.nodes)
        self._pending = self._pending_number = None
        self.inline.strip = False
        label = self.counters.next(*number) if number is not None else ""
        # a lid of which every word is struck is gone, though Word still counts its number
        struck, self.inline.struck_here = self.inline.struck_here, False
        if begin < last or (label and not struck):
            hint = found.styles.hint(style_id)
            found.paragraphs.append(WordParagraph(element, self.name, part, begin, last, label, hint, self.anchor, self._blank))
            self._blank = False
        else:
            self._blank = True
        self._first = last
        if self.inline.boxes:
            boxes, self.inline.boxes = self.inline.boxes, []
            for content in boxes:
                story = _Story(found, self.numbering, self.name, "textbox" if self.part == "body" else self.part, content, element)
                story.blocks(content)
                story.flush()
                self.inline.notes.extend(story.inline.notes)
            self._first = len(found.nodes)

    def flush(self) -> None:
        """Finish text whose paragraph mark is gone but that has no paragraph to join."""
        if self._pending is not None:
            element, part = self._pending
            style_id, number = self._pending_number or (None, None)
            self._emit(element, part, style_id, number)
        self._first = len(self.found.nodes)
