"""The text inside paragraphs: runs with their fields, tracked changes, content controls, formulas and drawings.

Every element of a file passes through these loops, so they look a name up once and do the common case (a run with text) without
further calls.
"""

from __future__ import annotations

from lxml import etree

from doenvermogentoets.document import STRUCK
from doenvermogentoets.word.fields import Fields
from doenvermogentoets.word.found import Mark, MarkKind, TextNode, Walk
from doenvermogentoets.word.names import MC, STRICT, TRANSITIONAL, XML_SPACE, first, local, names_of
from doenvermogentoets.word.survey import survey
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
MARKS: dict[str, MarkKind] = {"commentRangeStart": "start", "commentRangeEnd": "end", "commentReference": "reference"}
LOCAL: dict[str, str] = {
    f"{{{ns}}}{name}": name
    for ns in (TRANSITIONAL, STRICT)
    for name in (
        *_CONTAINERS, *_IN, *_OUT, *_CHARACTERS, *MARKS,
        "p", "r", "t", "delText", "br", "tbl", "ruby", "sym", "tr", "tc", "sdt", "fldChar",
        "footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef",
        "drawing", "pict", "object", "altChunk", "subDoc", "contentPart", "txbxContent",
    )
}  # fmt: skip
LOCAL.update({f"{{{ns}}}{name}": name for ns in MATH for name in ("oMath", "oMathPara")})
LOCAL[f"{{{MC}}}AlternateContent"] = "AlternateContent"
# "p", "r" and "t" are what plain paragraphs consist of; the others here stand around paragraphs
_TELLING = tuple(tag for tag, name in LOCAL.items() if name not in ("p", "r", "t", "tbl", "tr", "tc"))

_PICTURES = {
    "pic": "afbeelding",
    "chart": "grafiek",
    "relIds": "diagram (SmartArt)",
    "imagedata": "afbeelding",
    "OLEObject": "ingesloten object",
    "inline": "",
}
_DRAWINGS = frozenset({"drawing", "pict", "object"})
_BLANK = " \t\r\n"
_OFF = ("0", "false", "off")


class Inline:
    """Reads the content of paragraphs of one story into the walk.

    Args:
        found: gets the text nodes, the comment markers and the counts of what is not read.
        story: name of the part.
        root: the part, to know its fields and whether it hides anything.

    Attributes:
        gone, kept: names of the wrappers that the view leaves out and of those that stand for a change it shows.
        changed: above zero inside a change that the view shows.
        hidden, struck: the style of the paragraph hides its text, or strikes it.
        struck_here: struck text was left out since this was last made false.
        strip: white space is left out until the first text (after the number of a note).
        seen: what the part holds.
        notes: references passed: (kind of note, its id, the run).
        boxes: contents of text boxes passed.
    """

    def __init__(self, found: Walk, story: str, root: etree._Element) -> None:
        self.names = names_of(found.body) if root is found.body else names_of(root)
        self.original = found.view == "original"
        self.gone = _IN if self.original else _OUT
        self.kept = _OUT if self.original else _IN
        self.changed = 0
        self.hidden = self.struck = False
        self.struck_here = False
        self.strip = False
        self.notes: list[tuple[str, str, etree._Element]] = []
        self.boxes: list[etree._Element] = []
        self._found = found
        self._nodes = found.nodes
        self._story = story
        # where some style hides text, the style of every run must be looked at
        styled = found.styles.hides or found.styles.strikes
        self.seen = survey(root, self.names, (*_TELLING, self.names("rStyle")) if styled else _TELLING)
        self._fields = Fields(self.seen, self.names, self.gone)
        self._may_hide = styled or self.seen.hides or self.seen.strikes
        self._w_strikes = frozenset((self.names("strike"), self.names("dstrike")))
        self._leaves_out_struck = not self.original and (self.seen.strikes or found.styles.strikes) and found.marks_changes
        self._w_r, self._w_t, self._w_rpr, self._w_vanish = (self.names(name) for name in ("r", "t", "rPr", "vanish"))
        self._w_rstyle, self._w_val, self._w_id = self.names("rStyle"), self.names("val"), self.names("id")

    @property
    def busy(self) -> bool:
        """Something that began earlier (the instruction of a field, the number of a note) works on in the next paragraph."""
        return self.strip or self._fields.instruction

    def read_plain(self, texts: list[etree._Element]) -> None:
        """Read the texts of a plain paragraph that is not hidden."""
        changed, append = self.changed > 0, self._nodes.append
        for element in texts:
            raw = element.text
            if not raw:
                continue
            if raw[0] in _BLANK or raw[-1] in _BLANK or "\n" in raw or "\r" in raw:
                self._text(element, raw)
            else:
                append(TextNode(element, raw, changed))

    def read(self, parent: etree._Element) -> None:
        """Read what stands in a paragraph, or in something that wraps runs."""
        for child in parent:
            tag = child.tag
            if tag == self._w_r:
                self._run(child)
                continue
            name = LOCAL.get(tag)
            if name is None:
                continue
            if name in _CONTAINERS:
                self.read(child)
            elif name in self.kept:
                self.changed += 1
                self.read(child)
                self.changed -= 1
            elif name == "sdt":
                content = first(child, self.names("sdtContent"))
                if content is not None:
                    self.read(content)
            elif name in MARKS:
                self.mark(child, name)
            elif name in ("oMath", "oMathPara"):
                self._math(child)
            elif name == "AlternateContent":
                taken = branch(child)
                if taken is not None:
                    self.read(taken)
            elif name == "subDoc":
                self._found.unread["subdocument"] += 1

    def mark(self, element: etree._Element, name: str) -> None:
        """Note a comment marker and how much text comes before it."""
        number = element.get(self._w_id)
        if number is not None:
            self._found.marks.append(Mark(MARKS[name], number, len(self._nodes), element, self._story))

    def _run(self, run: etree._Element) -> None:
        nodes = self._nodes
        hidden: str | None = None if self._may_hide else ""
        properties = None
        instruction = self._fields.instruction
        for child in run:
            tag = child.tag
            if tag == self._w_rpr:
                properties = child
                continue
            name = "t" if tag == self._w_t else LOCAL.get(tag)
            if name is None:
                continue
            if name == "t" and hidden == "" and not instruction:
                raw = child.text
                if not raw:
                    continue
                if self.strip or raw[0] in _BLANK or raw[-1] in _BLANK or "\n" in raw or "\r" in raw:
                    self._text(child, raw)
                else:
                    nodes.append(TextNode(child, raw, self.changed > 0))
                continue
            if name == "fldChar":
                self._fields.take(child)
                instruction = self._fields.instruction
                continue
            if name in MARKS:
                self.mark(child, name)
                continue
            if instruction:
                continue
            if hidden is None:
                hidden = self._run_hidden(properties)
            if name in ("t", "delText"):
                if child.text and hidden:
                    self._found.unread[hidden] += 1
                    self.struck_here = self.struck_here or hidden == STRUCK
                elif child.text:
                    self._text(child, child.text)
            elif not hidden:
                self._other(run, child, name)

    def _other(self, run: etree._Element, child: etree._Element, name: str) -> None:
        """What a run holds beside text."""
        if name in _CHARACTERS:
            self._add(child, _CHARACTERS[name])
        elif name == "br":
            if self.names.val(child, "type") in (None, "textWrapping"):
                self._add(child, "\n")
        elif name == "sym":
            self._add(child, symbol(self.names.val(child, "font") or "", self.names.val(child, "char") or ""))
        elif name in ("footnoteReference", "endnoteReference"):
            self.notes.append((name.removesuffix("Reference"), self.names.val(child, "id") or "", run))
        elif name in ("footnoteRef", "endnoteRef"):
            self.strip = True
        elif name == "ruby":
            for base in child.iterchildren(self.names("rubyBase")):
                self.read(base)
        elif name in _DRAWINGS:
            self._drawing(child)
        elif name == "AlternateContent":
            taken = branch(child)
            for inner in () if taken is None else taken:
                if LOCAL.get(inner.tag) in _DRAWINGS:
                    self._drawing(inner)
        elif name == "contentPart":
            self._found.unread["handgeschreven inkt"] += 1

    def _run_hidden(self, properties: etree._Element | None) -> str:
        """What the text of a run is that is not read; empty for a run that is.

        Struck text was still there before the changes, so the original view has it.
        """
        vanish: bool | None = None
        struck: bool | None = None
        hides = strikes = False
        for child in () if properties is None else properties:
            tag = child.tag
            if tag == self._w_vanish:
                vanish = child.get(self._w_val, "1") not in _OFF
            elif tag in self._w_strikes:
                struck = bool(struck) or child.get(self._w_val, "1") not in _OFF
            elif tag == self._w_rstyle:
                hides = self._found.styles.vanish(child.get(self._w_val))
                strikes = self._found.styles.strike(child.get(self._w_val))
        # a toggle property in both styles cancels out (ECMA-376 part 1, 17.7.3)
        if vanish if vanish is not None else hides != self.hidden:
            return "verborgen tekst"
        if self._leaves_out_struck and (struck if struck is not None else strikes != self.struck):
            return STRUCK
        return ""

    def _text(self, element: etree._Element, raw: str) -> None:
        shift = 0
        text = raw
        if element.get(XML_SPACE) != "preserve":
            stripped = raw.lstrip(_BLANK)
            shift = len(raw) - len(stripped)
            text = stripped.rstrip(_BLANK)
        if "\n" in text or "\r" in text:
            text = text.replace("\n", " ").replace("\r", " ")
        if self.strip:
            bare = text.lstrip()
            shift += len(text) - len(bare)
            text = bare
        if text:
            self.strip = False
            self._nodes.append(TextNode(element, text, self.changed > 0, shift))

    def _add(self, element: etree._Element, text: str) -> None:
        if text and not (self.strip and text.isspace()):
            self.strip = False
            self._nodes.append(TextNode(element, text, self.changed > 0))

    def _math(self, element: etree._Element) -> None:
        self._found.unread["formule (alleen de tekens gelezen)"] += 1
        for child in element.iter(*_MATH_TEXT):
            if child.text:
                self._nodes.append(TextNode(child, child.text, self.changed > 0))

    def _drawing(self, element: etree._Element) -> None:
        """Text boxes once (the fallback repeats them); pictures, charts and objects are counted."""
        stack = [element]
        while stack:
            current = stack.pop()
            if not isinstance(current.tag, str):
                continue
            name = LOCAL.get(current.tag)
            if name == "txbxContent":
                self.boxes.append(current)
                continue
            if name == "AlternateContent":
                taken = branch(current)
                if taken is not None:
                    stack.append(taken)
                continue
            what = _PICTURES.get(local(current))
            if what:
                self._found.unread[what] += 1
                continue
            stack.extend(reversed(current))


def branch(element: etree._Element) -> etree._Element | None:
    """The alternative that Word takes: the first choice, or the fallback when no choice holds anything."""
    fallback = None
    for child in element:
        name = local(child)
        if name == "Choice" and len(child):
            return child
        if name == "Fallback":
            fallback = child
    return fallback
