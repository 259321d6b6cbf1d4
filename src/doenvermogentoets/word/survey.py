"""One look over a part before the walk, in a single pass: what the walk must know in advance, and which paragraphs are plain.

Most paragraphs of a draft are plain: a style, perhaps a number, and runs with text. These are recognised here, where elements that tell
nothing are passed over without making an object for each; the walk then goes through the other paragraphs element by element.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from doenvermogentoets.word.names import Names

_CHANGES = ("del", "moveFrom", "ins", "moveTo")
_MARKERS = ("commentRangeStart", "commentRangeEnd", "commentReference")


@dataclass(slots=True, eq=False)
class Plain:
    """A paragraph with runs of text and nothing else that is shown or that changes what is shown.

    Attributes:
        style, num_id, ilvl: as they stand in its properties.
        texts: its ``w:t`` elements.
    """

    style: str | None = None
    num_id: str | None = None
    ilvl: str | None = None
    texts: list[etree._Element] = field(default_factory=list)


@dataclass
class Survey:
    """What a part holds, in document order.

    Attributes:
        fields: ``w:fldChar`` elements.
        sections: ``w:sectPr`` elements.
        comments: ids of the comment markers, also those in text that the view leaves out.
        plain: the plain paragraphs.
        hides: something is marked as hidden.
        strikes: something is marked as struck.
        tracked: there are tracked changes.
    """

    fields: list[etree._Element] = field(default_factory=list)
    sections: list[etree._Element] = field(default_factory=list)
    comments: set[str] = field(default_factory=set)
    plain: dict[etree._Element, Plain] = field(default_factory=dict)
    hides: bool = False
    strikes: bool = False
    tracked: bool = False


def survey(root: etree._Element, names: Names, telling: Iterable[str]) -> Survey:
    """Look over everything below ``root``.

    Args:
        telling: qualified names of the elements that need the full walk when they stand in a paragraph.
    """
    found = Survey()
    paragraph, run, text, val = names("p"), names("r"), names("t"), names("val")
    style, num_id = names("pStyle"), names("numId")
    properties = (style, num_id, names("ilvl"))
    char, section, vanish, number = names("fldChar"), names("sectPr"), names("vanish"), names("id")
    strikes = frozenset((names("strike"), names("dstrike")))
    changes, markers = frozenset(map(names, _CHANGES)), frozenset(map(names, _MARKERS))
    every = {paragraph, text, *properties, char, section, vanish, *strikes, *changes, *markers, *telling, names("pPrChange")}
    here: etree._Element | None = None
    around: etree._Element | None = None
    plain = Plain()
    for element in root.iter(*every):
        tag = element.tag
        if tag == text:
            above = element.getparent()
            # text in something unknown is not shown; and after a text box the paragraph goes on that holds it
            if here is not None and (above is None or above.tag != run or above.getparent() is not here):
                here = None
            plain.texts.append(element)
        elif tag == paragraph:
            above = element.getparent()
            # a paragraph inside another one (in a damaged file) ends it too early; one beside it cannot stand inside it
            if here is not None and (above is around or next(element.iterancestors(paragraph), None) is None):
                found.plain[here] = plain
            here, around, plain = element, above, Plain()
        elif tag in properties:
            above = element.getparent()
            if tag != style and above is not None:
                above = above.getparent()
            # properties that stand elsewhere are none
            if here is not None and (above is None or above.getprevious() is not None or above.getparent() is not here):
                here = None
            elif tag == style:
                plain.style = element.get(val)
            elif tag == num_id:
                plain.num_id = element.get(val)
            else:
                plain.ilvl = element.get(val)
        else:
            here = None
            if tag == char:
                found.fields.append(element)
            elif tag == section:
                found.sections.append(element)
            elif tag == vanish:
                found.hides = True
            elif tag in strikes:
                found.strikes = True
            elif tag in markers:
                found.comments.add(element.get(number, ""))
            elif tag in changes:
                found.tracked = True
    if here is not None:
        found.plain[here] = plain
    return found
