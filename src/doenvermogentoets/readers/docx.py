"""Word files (.docx, .docm, .dotx): what Word shows, with the automatic numbers that are not in the text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from doenvermogentoets.document import Paragraph, Source, UnitKind, Unread
from doenvermogentoets.errors import UserError
from doenvermogentoets.text import Span, TextBuilder
from doenvermogentoets.word.package import Package
from doenvermogentoets.word.walker import View, Walk, WordParagraph, walk


def read(path: Path, *, view: View = "accepted", styles: Mapping[str, UnitKind] | None = None) -> Source:
    """Read a Word file.

    Args:
        path: the file.
        view: tracked changes all accepted (default) or all rejected (``"original"``).
        styles: names of house styles and the kind of unit they stand for.

    Raises:
        UserError: the file is missing, no Word file, encrypted, damaged, unsafe, or without any text.
    """
    return source_of(walk(Package(path), view, styles), path)


def source_of(found: Walk, path: Path) -> Source:
    """Text, paragraphs and segments of a walk; segment ``source`` is the index of a text node.

    Raises:
        UserError: there is no text at all.
    """
    builder = TextBuilder()
    paragraphs = []
    for paragraph in found.paragraphs:
        if len(builder):
            builder.add("\n\n" if paragraph.spaced else "\n")
        start = len(builder)
        for index in range(paragraph.first, paragraph.last):
            builder.add(found.nodes[index].text, index)
        paragraphs.append(_paragraph(paragraph, Span(start, len(builder))))
    text = builder.build()
    if not text.content.strip() and not any(p.label for p in paragraphs):
        raise UserError(f"{path}: er staat geen tekst in dit document.", "Controleer of dit het goede bestand is.")
    unread = tuple(Unread(what, count) for what, count in sorted(found.unread.items()))
    return Source(name=path.name, format="docx", text=text, paragraphs=tuple(paragraphs), path=path, unread=unread)


def _paragraph(paragraph: WordParagraph, span: Span) -> Paragraph:
    hint = paragraph.hint
    kind, level = hint.kind, hint.level
    if hint.toc:
        kind = UnitKind.ALINEA
    if level is None:
        level = paragraph.ilvl
    return Paragraph(span, label=paragraph.label, kind=kind, level=level, part=paragraph.part)
