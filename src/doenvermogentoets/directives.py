"""Comments in a draft that speak to this program: they are no text of the draft, so readers leave them out.

Markdown and XML: ``<!-- doenvermogentoets: negeer NAAM, NAAM -- reden -->``. Plain text and Markdown: a line ``% doenvermogentoets: negeer NAAM
-- reden``. An en or em dash will do for ``--``, because Word and telephones make one of it and XML forbids two hyphens in a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from doenvermogentoets.text import Span

_LINE = re.compile(r"^[ \t]*%+[ \t]*doenvermogentoets[ \t]*:([^\r\n]*)", re.M | re.I)
_COMMENT = re.compile(r"<!--[ \t\r\n]*doenvermogentoets[ \t]*:", re.I)
_LINE_START = re.compile(r"[ \t]*(?:%+|<!--)[ \t]*doenvermogentoets[ \t]*:", re.I)
_REASON = re.compile(r"[ \t\r\n](?:--+|[–—])[ \t\r\n]*")
_NAMES = re.compile(r"[ \t\r\n]*,[ \t\r\n]*|[ \t\r\n]+")
FORMATS = frozenset({"txt", "md", "xml"})


@dataclass(frozen=True, slots=True)
class Directive:
    """One comment.

    Attributes:
        span: the whole comment, in the text of the file.
        action: ``negeer``, ``negeer-bestand`` or whatever was written there.
        names: the checks, as written.
        reason: why, empty if not given.
    """

    span: Span
    action: str
    names: tuple[str, ...]
    reason: str


def is_directive(line: str) -> bool:
    """Whether a line of plain text or Markdown is such a comment and no text."""
    return _LINE_START.match(line) is not None


def directives(content: str, form: str) -> Iterator[Directive]:
    """The comments in the text of a file, in order.

    Args:
        form: the format of the source; formats without comments of ours yield nothing.
    """
    if form not in FORMATS or "doenvermogentoets" not in content.lower():
        return
    found = []
    if form != "xml":
        found += [(Span(m.start(), m.end()), m.group(1)) for m in _LINE.finditer(content)]
    end = 0
    for match in _COMMENT.finditer(content):
        if match.start() < end:
            continue
        close = content.find("-->", match.end())
        if close < 0:
            break
        end = close + 3
        found.append((Span(match.start(), end), content[match.end() : close]))
    for span, body in sorted(found):
        head, *reason = _REASON.split(f" {body.strip()} ", maxsplit=1)
        action, *names = [word for word in _NAMES.split(head.strip()) if word] or [""]
        yield Directive(span, action.lower(), tuple(names), reason[0].strip() if reason else "")
