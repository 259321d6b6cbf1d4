"""Comments in the file itself or in a copy, with what stood there before kept beside it when people may miss it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from enum import Enum
from itertools import count
from pathlib import Path

from doenvermogentoets.document import View
from doenvermogentoets.errors import UserError, mend, refused_writing
from doenvermogentoets.findings import Finding
from doenvermogentoets.whole import TEMPORARY
from doenvermogentoets.word.annotation import AnnotateReport, annotate
from doenvermogentoets.word.comments import AUTHOR, Comment, Comments
from doenvermogentoets.word.names import names_of
from doenvermogentoets.word.open_elsewhere import refuse_open
from doenvermogentoets.word.package import Package
from doenvermogentoets.word.threads import join_by_place
from doenvermogentoets.word.walker import walk

_WRITABLE = 0o222
"""Looked at beside what the system allows: the administrator may write anything, also what somebody protected on purpose."""
_STORIES = ("footnotes", "endnotes", "header", "footer")
_LIKE = 0.5
"""The part of the text that two files share when they are versions of one; drafts share headings and phrases, and not half of all."""


class Standing(Enum):
    """What stands where a copy is to come."""

    COPY = "a copy of this text as we left it"
    WORKED = "an earlier copy in which people worked"
    VERSION = "a copy of another version of this text"
    OTHER = "something else"


@dataclass(frozen=True)
class Task:
    """What goes into a file beside its findings; see :func:`doenvermogentoets.word.annotation.annotate`."""

    findings: Sequence[Finding] = ()
    view: View = "accepted"
    silent: Set[str] = frozenset()
    beside: Sequence[Finding] | None = None


def annotate_in_place(path: Path, task: Task) -> tuple[AnnotateReport, Path]:
    """Put the comments in the file itself; returns what was done and where the file as it was is kept.

    The new file is made completely beside the old one, then the old one is copied to ``NAME.docx.bak`` (or ``.bak2``, ``.bak3``: a
    backup is never written over), and only then does the new one take its place.

    Raises:
        UserError: the file cannot be read, is protected against writing or open elsewhere, or its folder cannot be written; the file is
            then as it was.
    """
    if path.exists() and not (path.stat().st_mode & _WRITABLE and os.access(path, os.W_OK)):
        raise UserError(
            f"{path} is alleen-lezen en wordt niet vervangen.",
            "Maak een kopie met opmerkingen (zonder --in-place), of haal de schrijfbeveiliging van het bestand.",
        )
    refuse_open(path)
    return _put(path, path, task, f"{path} kan niet worden vervangen")


def annotate_copy(source: Path, out: Path, task: Task) -> tuple[AnnotateReport, Path | None, Standing]:
    """Put the comments in a copy. What stands there already is kept as ``NAME.docx.bak``, unless it is :attr:`Standing.COPY`.

    Returns:
        What was done, where the file that stood there is kept, if it is, and what it was.

    Raises:
        UserError: the file cannot be read, or the copy cannot be written; an earlier copy is then as it was.
    """
    if out.exists():
        refuse_open(out)
    found = standing(out, source) if out.is_file() else Standing.COPY
    if found is Standing.COPY:
        report = annotate(source, out, task.findings, view=task.view, silent=task.silent, beside=task.beside)
        return report, None, found
    return *_put(source, out, task, f"{out} kan niet worden geschreven"), found


def ours(path: Path) -> tuple[int, int]:
    """How many comments of ours stand in a file, and how many of them people put work in.

    Raises:
        UserError: the file cannot be read.
    """
    package = Package(path)
    comments = Comments(package, names_of(package.xml(package.main)))
    join_by_place(comments, package, lambda: walk(package, "accepted"))
    own = comments.own()
    return len(own), sum(c.stays for c in own)


def _put(source: Path, out: Path, task: Task, refused: str) -> tuple[AnnotateReport, Path]:
    """Make the annotated file completely beside ``out``, keep what stands at ``out`` as a backup, and only then put the new one there."""
    real = out.resolve()  # through a link: the file behind it is replaced
    made: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=real.parent, prefix=TEMPORARY, suffix=".tmp")
        os.close(handle)
        made = Path(name)
        report = annotate(source, made, task.findings, view=task.view, silent=task.silent, beside=task.beside)
        shutil.copymode(real, made)
        backup = _backup(real)
        made.replace(real)
    except (OSError, UserError) as given:
        error = given if isinstance(given, OSError) else given.__cause__
        if not isinstance(error, OSError):
            raise
        # also when it was the file that is made beside it: the user knows no other name than that of the file itself
        raise UserError(
            f"{refused}: {refused_writing(error)}.",
            mend(error, "Kijk of u in die map mag schrijven en of het bestand niet open staat in Word."),
        ) from error
    finally:
        if made is not None:
            made.unlink(missing_ok=True)
    return replace(report, path=out), backup


def standing(copy: Path, source: Path) -> Standing:
    """What a file is, seen from the one of which a copy is to take its place.

    Only a copy of the same text, as we left it, may go. Nothing but the text tells that: a draft that somebody made out of a copy of ours
    has our comments as well.
    """
    try:
        package, beside = Package(copy), Package(source)
        comments = Comments(package, names_of(package.xml(package.main)))
        known = {_said(c) for c in Comments(beside, names_of(beside.xml(beside.main))).all}
        text, of_source = _text(package), _text(beside)
    except UserError:
        return Standing.OTHER
    there = set(of_source)
    if sum(len(p) for p in text if p in there) < _LIKE * sum(map(len, text)):
        return Standing.OTHER
    if not comments.own():
        if text != of_source:
            return Standing.VERSION
        return Standing.COPY if package.read(package.main) == beside.read(beside.main) else Standing.WORKED
    # what stands in the file that it was made of (comments of colleagues, answers there) is no work in the copy
    if any(_said(c) not in known and (not c.by(AUTHOR) or c.stays or not c.as_written) for c in comments.all):
        return Standing.WORKED
    return Standing.COPY if text == of_source else Standing.VERSION


def _text(package: Package) -> list[str]:
    """The paragraphs of every part with text, with what tracked changes took out or put in marked as such."""
    out = []
    for name in [package.main, *(part for kind in _STORIES for part in package.related(kind))]:
        root = package.xml(name)
        w = names_of(root)
        paragraph, changes = w("p"), {w("ins"): "+", w("moveTo"): "+", w("del"): "-", w("moveFrom"): "-"}
        tags = (paragraph, w("t"), w("delText"), w("instrText"), *changes)
        words: list[str] = []
        for element in root.iter(*tags):
            if element.tag == paragraph:
                out.append("".join(words))
                words = []
            else:
                words.append(changes.get(element.tag) or element.text or "")
        out.append("".join(words))
    return [p for p in out if p]


def _said(comment: Comment) -> tuple[str, str, tuple[str, ...]]:
    return comment.author, comment.date, comment.paragraphs


def _backup(path: Path) -> Path:
    for number in count(1):
        backup = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        try:
            with backup.open("xb") as stream:
                stream.write(path.read_bytes())
        except FileExistsError:
            continue
        shutil.copystat(path, backup)
        return backup
    raise AssertionError("count never ends")
