"""Comments in the file itself or in a copy, with what stood there before kept beside it when people may miss it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from doenvermogentoets.document import View
from doenvermogentoets.errors import UserError, mend, refused_writing
from doenvermogentoets.findings import Finding
from doenvermogentoets.whole import TEMPORARY
from doenvermogentoets.word.annotation import AnnotateReport, annotate
from doenvermogentoets.word.comments import AUTHOR, Comment, Comments
from doenvermogentoets.word.names import names_of
from doenvermogentoets.word.package import Package

_WRITABLE = 0o222
"""Looked at beside what the system allows: the administrator may write anything, also what somebody protected on purpose."""


def annotate_in_place(path: Path, findings: Sequence[Finding], *, view: View = "accepted") -> tuple[AnnotateReport, Path]:
    """Put the comments in the file itself; returns what was done and where the file as it was is kept.

    The new file is made completely beside the old one, then the old one is copied to ``NAME.docx.bak`` (or ``.bak2``, ``.bak3``: a
    backup is never written over), and only then does the new one take its place.

    Raises:
        UserError: the file cannot be read, is protected against writing, or its folder cannot be written; the file is then as it was.
    """
    if path.exists() and not (path.stat().st_mode & _WRITABLE and os.access(path, os.W_OK)):
        raise UserError(
            f"{path} is alleen-lezen en wordt niet vervangen.",
            "Maak een kopie met opmerkingen (zonder --in-place), of haal de schrijfbeveiliging van het bestand.",
        )
    return _put(path, path, findings, view, f"{path} kan niet worden vervangen")


def annotate_copy(source: Path, out: Path, findings: Sequence[Finding], *, view: View = "accepted") -> tuple[AnnotateReport, Path | None]:
    """Put the comments in a copy. An earlier copy in which people worked (:func:`worked_in`) is kept as ``NAME.docx.bak``.

    Returns:
        What was done, and where the earlier copy is kept, if it is.

    Raises:
        UserError: the file cannot be read, or the copy cannot be written; an earlier copy is then as it was.
    """
    if not out.is_file() or not worked_in(out, source):
        return annotate(source, out, findings, view=view), None
    return _put(source, out, findings, view, f"{out} kan niet worden geschreven")


def _put(source: Path, out: Path, findings: Sequence[Finding], view: View, refused: str) -> tuple[AnnotateReport, Path]:
    """Make the annotated file completely beside ``out``, keep what stands at ``out`` as a backup, and only then put the new one there."""
    real = out.resolve()  # through a link: the file behind it is replaced
    made: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=real.parent, prefix=TEMPORARY, suffix=".tmp")
        os.close(handle)
        made = Path(name)
        report = annotate(source, made, findings, view=view)
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


def worked_in(copy: Path, source: Path) -> bool:
    """Whether a copy is more than we left: somebody saved it, answered or commented, or nothing in it shows that we made it.

    What stands in the file that it was made of (comments of colleagues, answers there) is no work in the copy.
    """
    try:
        package, beside = Package(copy), Package(source)
        comments = Comments(package, names_of(package.xml(package.main)))
        known = {_said(c) for c in Comments(beside, names_of(beside.xml(beside.main))).all}
    except UserError:
        return True
    if not comments.own():
        return package.read(package.main) != beside.read(beside.main)
    return any(_said(c) not in known and (c.author != AUTHOR or c.conversation or not c.as_written) for c in comments.all)


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
