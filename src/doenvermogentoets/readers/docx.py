"""Word files (.docx, .docm, .dotx): what Word shows, with the automatic numbers that are not in the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from doenvermogentoets.document import Paragraph, Source, UnitKind, Unread, View
from doenvermogentoets.errors import UserError
from doenvermogentoets.text import Span, Text
from doenvermogentoets.word import recent
from doenvermogentoets.word.found import Walk, WordParagraph
from doenvermogentoets.word.package import Package
from doenvermogentoets.word.walker import walk

_LID = re.compile(r"\(?\d{1,3}[a-z]{0,3}[.)]?(?!\w)")
"""A number that a lid can have: ``1.``, ``2a.``, ``(3)``."""


def read(path: Path, *, view: View = "accepted", styles: Mapping[str, UnitKind] | None = None) -> Source:
    """Read a Word file.

    Args:
        path: the file.
        view: tracked changes all accepted (default) or all rejected (``"original"``).
        styles: names of house styles and the kind of unit they stand for.

    Raises:
        UserError: the file is missing, no Word file, encrypted, damaged, unsafe, or without any text.
    """
    found = walk(Package(path), view, styles)
    source = source_of(found, path)
    recent.keep(found)
    return source


def source_of(found: Walk, path: Path) -> Source:
    """What a walk found, as every reader delivers it.

    Raises:
        UserError: there is no text at all.
    """
    if not found.content.strip() and not any(p.label for p in found.paragraphs):
        raise UserError(f"{path}: er staat geen tekst in dit document.", "Controleer of dit het goede bestand is.")
    paragraphs = []
    for paragraph, span in zip(found.paragraphs, found.spans, strict=True):
        opening = found.nodes[paragraph.first].text[:8] if paragraph.first < paragraph.last else ""
        paragraphs.append(_paragraph(paragraph, span, opening))
    return Source(
        name=path.name,
        format="docx",
        text=Text(found.content),
        paragraphs=tuple(paragraphs),
        path=path,
        unread=tuple(Unread(what, count) for what, count in sorted(found.unread.items())),
        view=found.view,
        changed=tuple(found.changed),
    )


def _paragraph(paragraph: WordParagraph, span: Span, opening: str) -> Paragraph:
    hint = paragraph.hint
    kind, level = hint.kind, hint.level
    part = paragraph.part
    if hint.toc and part == "body":
        part = "toc"
    if kind is UnitKind.LID and not _LID.match(paragraph.label or opening):
        # the text contradicts the style; the number decides
        kind, level = None, None
    elif kind is not UnitKind.KOP:
        # an outline level says how deep a heading stands in the navigation pane, not in which list an item stands
        level = None
    return Paragraph(span, label=paragraph.label, kind=kind, level=level, part=part)
