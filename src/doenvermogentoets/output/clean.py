"""Text of a draft on its way to a terminal or an XML file: no escape codes, no direction overrides, nothing that breaks a line."""

from __future__ import annotations

import re

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACE = re.compile(r"\s+")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def visible(text: str) -> str:
    """Every character that a terminal would obey instead of show is replaced; the length stays the same. Tabs become one space."""
    return _UNSAFE.sub(REPLACEMENT, text.replace("\t", " ").replace("\n", " "))


def one_line(text: str) -> str:
    """The same, with runs of white space as one space."""
    return visible(_SPACE.sub(" ", text).strip())


def for_xml(text: str) -> str:
    """Without characters that XML 1.0 does not allow."""
    return _NOT_XML.sub(REPLACEMENT, text)
