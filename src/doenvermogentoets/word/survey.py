"""One look over a part before the walk: what the walk must know in advance, found in a single pass."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from doenvermogentoets.word.names import Names

_CHANGES = ("del", "moveFrom", "ins", "moveTo")


@dataclass
class Survey:
    """What a part holds, in document order.

    Attributes:
        fields: ``w:fldChar`` elements.
        sections: ``w:sectPr`` elements.
        comments: ids of the comment markers, also those in text that the view leaves out.
        hides: something is marked as hidden.
        tracked: there are tracked changes.
    """

    fields: list[etree._Element] = field(default_factory=list)
    sections: list[etree._Element] = field(default_factory=list)
    comments: set[str] = field(default_factory=set)
    hides: bool = False
    tracked: bool = False


def survey(root: etree._Element, names: Names) -> Survey:
    """Look over everything below ``root``."""
    found = Survey()
    char, section, vanish, number = names("fldChar"), names("sectPr"), names("vanish"), names("id")
    changes = frozenset(map(names, _CHANGES))
    markers = frozenset(map(names, ("commentRangeStart", "commentRangeEnd", "commentReference")))
    for element in root.iter(char, section, vanish, *changes, *markers):
        tag = element.tag
        if tag == char:
            found.fields.append(element)
        elif tag == section:
            found.sections.append(element)
        elif tag == vanish:
            found.hides = True
        elif tag in markers:
            found.comments.add(element.get(number, ""))
        else:
            found.tracked = True
    return found
