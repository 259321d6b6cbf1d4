"""Struck text in plain text and Markdown: what stands between ``~~`` marks is no longer text of the draft.

So drafters circulate a «doorlopende tekst»: new words underlined, old words struck, without tracked changes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from doenvermogentoets.text import Span

_STRUCK = re.compile(r"(?<![~\\])~~(?=[^\s~])(?:(?!~~|\n[ \t\r]*\n).){1,5000}?(?<=\S)~~(?!~)", re.DOTALL)
_UNDERLINED = re.compile(r"(?<![\w\\])__(?=\S)(?:(?!__|\n[ \t\r]*\n).){1,5000}?(?<=\S)__(?!\w)", re.DOTALL)
_LABEL_ONLY = re.compile(r"[ \t]*(?:\d{1,3}[a-z]{0,2}|[a-z]{1,2})[.)°][ \t]*")


def find_struck(content: str, comments: Sequence[Span] = ()) -> list[Span]:
    """The struck passages with their marks, in order; with the number of a lid or onderdeel of which nothing else is left."""
    if "~~" not in content:
        return []
    found = [Span(*m.span()) for m in _STRUCK.finditer(content)]
    found = [span for span in found if not any(span.overlaps(comment) for comment in comments)]
    return [_with_label(content, span) for span in found]


def find_underlining(content: str) -> list[Span]:
    """The marks around underlined words, which a text with struck passages has for its new ones."""
    return [part for m in _UNDERLINED.finditer(content) for part in (Span(m.start(), m.start() + 2), Span(m.end() - 2, m.end()))]


def _with_label(content: str, span: Span) -> Span:
    start = max(content.rfind("\n", 0, span.start), content.rfind("\r", 0, span.start)) + 1
    ends = [at for mark in "\r\n" if (at := content.find(mark, span.end)) >= 0]
    alone = not content[span.end : min(ends, default=len(content))].strip()
    return Span(start, span.end) if alone and _LABEL_ONLY.fullmatch(content[start : span.start]) else span
