"""Markers at exact places: runs are split where a range begins or ends, and joined again when it goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from copy import deepcopy
from itertools import pairwise

from lxml import etree

from doenvermogentoets.word.found import TextNode
from doenvermogentoets.word.names import XML_SPACE, Names, local

_WRAPPERS = frozenset({"ins", "moveTo", "hyperlink", "fldSimple", "smartTag", "customXml", "sdtContent", "dir", "bdo"})
_BESIDE = frozenset({"commentRangeStart", "commentRangeEnd", "smartTagPr", "customXmlPr", "proofErr", "bookmarkStart", "bookmarkEnd"})


class Cutter:
    """Splits the runs of one walk at the edges of ranges, each node once.

    Args:
        nodes: the text nodes of the walk.
        edges: (node index, offset in the node) of every start and end that will be asked for.
    """

    def __init__(self, names: Names, nodes: list[TextNode], edges: Iterable[tuple[int, int]]) -> None:
        self._names = names
        self._nodes = nodes
        offsets: dict[int, set[int]] = defaultdict(set)
        for index, offset in edges:
            offsets[index].add(offset)
        self._pieces: dict[int, list[tuple[int, etree._Element]]] = {
            index: self._cut(nodes[index], sorted(o for o in wanted if 0 < o < len(nodes[index].text))) for index, wanted in offsets.items()
        }

    def _cut(self, node: TextNode, offsets: list[int]) -> list[tuple[int, etree._Element]]:
        """The elements that now hold the node's text, with the offset at which each begins."""
        pieces = [(0, node.element)]
        run = node.element.getparent()
        if not offsets or run is None or local(node.element) not in ("t", "delText") or _outer(node.element) is not run:
            return pieces
        raw = node.element.text or ""
        bounds = [*offsets, len(node.text)]
        tail_of = node.element
        node.element.text = raw[node.shift : node.shift + offsets[0]]
        node.element.set(XML_SPACE, "preserve")
        for start, end in pairwise(bounds):
            piece = etree.SubElement(run, node.element.tag)
            piece.text = raw[node.shift + start : node.shift + end]
            piece.set(XML_SPACE, "preserve")
            tail_of.addnext(piece)
            tail_of = piece
            pieces.append((start, piece))
        return pieces

    def run_at(self, index: int, offset: int) -> etree._Element:
        """The run (or formula) that begins exactly at this character."""
        element = next(e for start, e in reversed(self._pieces[index]) if start <= offset)
        outer = _outer(element)
        if outer is element.getparent() and any(local(e) != "rPr" for e in element.itersiblings(preceding=True)):
            return self._split(outer, element)
        return outer

    def run_before(self, index: int, offset: int) -> etree._Element:
        """The run (or formula) that ends exactly before this character (``offset`` is past the last one)."""
        element = next(e for start, e in reversed(self._pieces[index]) if start < offset)
        outer = _outer(element)
        following = element.getnext()
        if outer is element.getparent() and following is not None:
            self._split(outer, following)
        return outer

    def _split(self, run: etree._Element, first: etree._Element) -> etree._Element:
        """Move ``first`` and what follows it to a new run with the same formatting, right after ``run``."""
        # made inside the tree, not on its own: lxml then need not move it from one document to the other
        fresh = etree.SubElement(run, run.tag, {str(name): str(value) for name, value in run.attrib.items()})
        properties = next(run.iterchildren(self._names("rPr")), None)
        if properties is not None:
            fresh.append(deepcopy(properties))
        tail, run.tail = run.tail, None
        for moving in [first, *first.itersiblings()]:
            if moving is not fresh:
                fresh.append(moving)
        run.addnext(fresh)
        fresh.tail = tail
        return fresh


def _outer(element: etree._Element) -> etree._Element:
    """What a marker may stand beside: the outermost run, or the whole formula."""
    parent = element.getparent()
    above = None if parent is None else parent.getparent()
    if parent is not None and above is not None and local(parent) == "r" and local(above) == "p":
        return parent
    best = element
    for ancestor in element.iterancestors():
        name = local(ancestor)
        if name in ("p", "txbxContent"):
            break
        if name in ("r", "oMath", "oMathPara"):
            best = ancestor
    return best


def hoist_start(element: etree._Element) -> etree._Element:
    """The outermost wrapper (insertion, hyperlink, content control ...) that begins with this element."""
    return _hoist(element, preceding=True)


def hoist_end(element: etree._Element) -> etree._Element:
    """The outermost wrapper that ends with this element."""
    return _hoist(element, preceding=False)


def _hoist(element: etree._Element, *, preceding: bool) -> etree._Element:
    while True:
        around = _around_field(element, preceding=preceding)
        if around is not element:
            element = around
            continue
        parent = element.getparent()
        if parent is None or local(parent) not in _WRAPPERS:
            return element
        if any(local(e) not in _BESIDE for e in element.itersiblings(preceding=preceding)):
            return element
        wrapper = parent.getparent() if local(parent) == "sdtContent" else parent
        outside = None if wrapper is None else wrapper.getparent()
        if wrapper is None or outside is None or local(outside) in ("body", "tbl", "tr", "tc"):
            return element
        element = wrapper


def _around_field(element: etree._Element, *, preceding: bool) -> etree._Element:
    """The run that opens (or closes) the field whose result begins (or ends) here: a field is replaced when it is updated."""
    wanted = ["separate"] if preceding else ["end"]
    for sibling in element.itersiblings(preceding=preceding):
        if local(sibling) in _BESIDE:
            continue
        if local(sibling) != "r" or any(local(e) not in ("rPr", "fldChar", "instrText") for e in sibling):
            return element
        kinds = [value for e in sibling if local(e) == "fldChar" for name, value in e.attrib.items() if str(name).endswith("}fldCharType")]
        if not preceding:
            return sibling if kinds == wanted else element
        if wanted == ["separate"]:
            if kinds == ["begin", "separate"]:
                return sibling
            if kinds != wanted:
                return element
            wanted = ["begin"]
        elif kinds:
            return sibling if kinds == wanted else element
    return element


def out_of_wrappers(element: etree._Element) -> etree._Element:
    """The child of the paragraph that holds this element; a reference there survives when an insertion is rejected."""
    while True:
        parent = element.getparent()
        if parent is None or local(parent) == "p":
            return element
        element = parent


class Joiner:
    """Takes markers out and joins the runs that were split for them."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._pairs: list[tuple[etree._Element, etree._Element]] = []

    def remove(self, markers: list[etree._Element]) -> None:
        """Remove these elements; markers that stand together form one gap."""
        doomed = set(markers)
        for marker in markers:
            left, right = marker.getprevious(), marker.getnext()
            while left is not None and left in doomed:
                left = left.getprevious()
            while right is not None and right in doomed:
                right = right.getnext()
            if left is not None and right is not None and local(left) == local(right) == "r" and (left, right) not in self._pairs[-2:]:
                self._pairs.append((left, right))
        for marker in markers:
            _drop(marker)
        joined = [text for left, right in reversed(self._pairs) if (text := self._join(left, right)) is not None]
        for text in joined:
            if text.text == (text.text or "").strip(" \t\r\n"):
                text.attrib.pop(XML_SPACE, "")
        self._pairs.clear()

    def _join(self, left: etree._Element, right: etree._Element) -> etree._Element | None:
        """Join two runs if they are halves of one; returns the text element that grew."""
        if left.getnext() is not right or left.tail or len(left) == 0 or sorted(left.attrib.items()) != sorted(right.attrib.items()):
            return None
        first_properties, second_properties = left.find(self._names("rPr")), right.find(self._names("rPr"))
        content = [e for e in right if e is not second_properties]
        last = left[-1]
        if _bytes(first_properties) != _bytes(second_properties) or not content or local(last) != "t" or local(content[0]) != "t":
            return None
        # the halves of a split both keep their spaces; runs that Word made side by side rarely do
        if last.get(XML_SPACE) != "preserve" or content[0].get(XML_SPACE) != "preserve":
            return None
        last.text = (last.text or "") + (content[0].text or "")
        left.extend(content[1:])
        _drop(right)
        return last


def _bytes(element: etree._Element | None) -> bytes:
    return b"" if element is None else etree.tostring(element, with_tail=False)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is None:
            parent.text = (parent.text or "") + element.tail
        else:
            previous.tail = (previous.tail or "") + element.tail
    parent.remove(element)
