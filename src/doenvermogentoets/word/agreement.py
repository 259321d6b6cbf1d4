"""Whether the style of a paragraph and the number that the reader sees say the same."""

from __future__ import annotations

import re

from doenvermogentoets.document import DIVISIONS, UnitKind

_LID = re.compile(r"\(?\d{1,3}[a-z]{0,3}[.)]?(?![\w°])")
"""A number that a lid can have: ``1.``, ``2a.``, ``(3)``."""
_ITEM = re.compile(r"\(?[a-z]{1,2}[.)](?!\w)|\d{1,3}°")
"""A number that a lid cannot have and an onderdeel does (Ar 3.58)."""
_HEADING = re.compile(r"(artikel|hoofdstuk|afdeling|paragraaf|§|titel|boek|deel|bijlage)\s+[\dIVXLC][\w.:]*|§\d", re.IGNORECASE)
_BY_WORD = {"§": UnitKind.PARAGRAAF}
_DIVISIONS = frozenset(DIVISIONS)
"""House templates often have one style for several of these; that it serves another one is nothing to tell."""
_HEADINGS = _DIVISIONS | {UnitKind.ARTIKEL, UnitKind.BIJLAGE}
_JUDGED = _HEADINGS | {UnitKind.LID, UnitKind.ONDERDEEL}


def agree(kind: UnitKind | None, label: str, text: str) -> tuple[UnitKind | None, str]:
    """What to make of a style that stands for ``kind``; the number decides when it says something else (the reader sees the number).

    Args:
        label: the automatic number.
        text: how the paragraph begins, some forty characters.

    Returns:
        The kind, or ``None`` when the patterns of the text must find it; and a remark in Dutch, empty when there is nothing to tell.
    """
    if kind not in _JUDGED:
        return kind, ""
    match = _HEADING.match(label or text)
    # «Artikel 5 is van toepassing» may well be a lid; only its automatic number, or a number alone, makes it a heading
    if match is not None and (kind in _HEADINGS or label or match.end() >= len(text.rstrip(" ."))):
        found = _BY_WORD.get(match[0][0]) or UnitKind(match[1].lower())
        if found is not kind and {found, kind} <= _DIVISIONS:
            return None, ""
        if found is not kind:
            return None, f"de stijl zegt {kind.value}, het nummer «{match[0].rstrip('.:')}» zegt {found.value}; gelezen als {found.value}"
    if kind is UnitKind.LID and not _LID.match(label or text):
        item = _ITEM.match(label or text)
        return None, f"de stijl zegt lid, het nummer «{item[0]}» is dat van een onderdeel; het nummer geldt" if item else ""
    return kind, ""
