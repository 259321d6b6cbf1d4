"""Hard-wrapped text: telling it from text with one paragraph per line, and finding where its paragraphs start."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

MAX_WIDTH = 110
"""Longest line of a hard-wrapped file, in code points; typewriters and mail programs break at 65 to 100."""

_STARTS = re.compile(
    r"(?:artikel|hoofdstuk|paragraaf|afdeling|titel|boek|deel|bijlage|§)\s*[\dIVXLC]+[a-z]?(?:[.:]\d+[a-z]?)*\.?(?:\s+[A-Z(]|$)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:\d{1,3}[a-z]{0,2}[.°º)]|[a-z]{1,2}\d?[.)°]|[–—•−*-])\s")
_HEADING = re.compile(r"(?:artikel|hoofdstuk|paragraaf|afdeling|titel|boek|deel|bijlage|§)\s*[\dIVXLC]", re.IGNORECASE)


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether lines are broken at a fixed width: none is long, and many nearly full lines run on in the next one."""
    lengths = sorted(len(line) for line in lines if line)
    if len(lengths) < 4 or lengths[-1] > MAX_WIDTH or lengths[-1] < 40:
        return False
    width = lengths[-1]
    running = sum(
        1
        for line, after in pairwise(lines)
        if after and len(line) * 10 >= width * 7 and line[-1] not in ".;:" and not starts_paragraph(after) and after[0] not in "#|"
    )
    return running * 6 >= len(lengths)


def starts_paragraph(line: str) -> bool:
    """Whether a line starts with a list label or looks like a heading, so that it cannot continue the line before it."""
    return bool(_LABEL.match(line) or (_HEADING.match(line) and _STARTS.match(line)))


def continues(before: str, after: str, width: int) -> bool:
    """Whether ``after`` continues ``before`` in text wrapped at ``width``: its first word would not have fitted any more."""
    if starts_paragraph(after):
        return False
    first = after.split(maxsplit=1)[0]
    return len(before) + 1 + len(first) > width - 1 or (after[0].islower() and len(before) * 2 > width)
