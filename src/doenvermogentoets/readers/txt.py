"""Plain text: the text is the file itself, one paragraph per line, or per block of lines when the file is hard-wrapped."""

from __future__ import annotations

from pathlib import Path

from doenvermogentoets.document import Paragraph, Source
from doenvermogentoets.readers.files import decode, load
from doenvermogentoets.text import LineIndex, Span, Text


def read(path: Path) -> Source:
    """Read a text file.

    Raises:
        UserError: see :func:`~doenvermogentoets.readers.files.load` and :func:`~doenvermogentoets.readers.files.decode`.
    """
    return parse(decode(load(path), str(path)), path.name, path)


def parse(content: str, name: str, path: Path | None = None) -> Source:
    """Plain text from memory; the text is kept as it is, line ends included."""
    text = Text(content)
    paragraphs = tuple(Paragraph(span) for span in _trimmed(content, text.lines))
    return Source(name=name, format="txt", text=text, paragraphs=paragraphs, path=path)


def _trimmed(content: str, lines: LineIndex) -> list[Span]:
    spans = []
    for line in lines.lines():
        piece = content[line.start : line.end]
        bare = piece.strip()
        if bare:
            start = line.start + len(piece) - len(piece.lstrip())
            spans.append(Span(start, start + len(bare)))
    return spans
