"""Qualified names in the two namespaces of WordprocessingML: transitional (what Word writes) and strict."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONSHIPS = {
    TRANSITIONAL: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
W16CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
W16CEX = "http://schemas.microsoft.com/office/word/2018/wordml/cex"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def first(parent: etree._Element | None, tag: str) -> etree._Element | None:
    """The first child with this tag; several times faster than ``find``, which parses a path."""
    return None if parent is None else next(parent.iterchildren(tag), None)


def whole(raw: str | None) -> int | None:
    """A whole number, ``None`` when absent or nonsense."""
    try:
        return None if raw is None else int(raw)
    except ValueError:
        return None


@dataclass(frozen=True)
class Names:
    """Names in the namespace that one part uses."""

    ns: str

    def __call__(self, local: str) -> str:
        return f"{{{self.ns}}}{local}"

    def val(self, element: etree._Element | None, attribute: str = "val") -> str | None:
        """``w:val`` (or another attribute) of an element that may be absent."""
        return None if element is None else element.get(f"{{{self.ns}}}{attribute}")

    def on(self, parent: etree._Element | None, local: str) -> bool | None:
        """An on/off property (ECMA-376 part 1, 17.17.4): ``None`` when it is not there, an empty one is on."""
        element = first(parent, f"{{{self.ns}}}{local}")
        if element is None:
            return None
        return element.get(f"{{{self.ns}}}val", "1") not in ("0", "false", "off")

    def integer(self, element: etree._Element | None, attribute: str = "val") -> int | None:
        """A whole number, ``None`` when absent or nonsense."""
        return whole(self.val(element, attribute))

    @property
    def relationship_id(self) -> str:
        return f"{{{RELATIONSHIPS[self.ns]}}}id"


@lru_cache(maxsize=2)
def _names(ns: str) -> Names:
    return Names(ns)


def names_of(root: etree._Element) -> Names:
    """Names for a part, by the namespace of its root; transitional for anything but strict."""
    return _names(STRICT if str(root.tag).startswith(f"{{{STRICT}}}") else TRANSITIONAL)


def local(element: etree._Element) -> str:
    """Name without namespace; empty for comments and processing instructions."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""
