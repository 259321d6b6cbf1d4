"""Comments in the file itself, with the file as it was kept beside it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from doenvermogentoets.document import View
from doenvermogentoets.errors import UserError
from doenvermogentoets.findings import Finding
from doenvermogentoets.word.annotation import AnnotateReport, annotate


def annotate_in_place(path: Path, findings: Sequence[Finding], *, view: View = "accepted") -> tuple[AnnotateReport, Path]:
    """Put the comments in the file itself; returns what was done and where the file as it was is kept.

    The new file is made completely beside the old one, then the old one is copied to ``NAME.docx.bak`` (or ``.bak2``, ``.bak3``: a
    backup is never written over), and only then does the new one take its place.

    Raises:
        UserError: the file cannot be read, or its folder cannot be written; the file is then as it was.
    """
    real = path.resolve()
    made: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=real.parent, prefix=f".{real.stem}-", suffix=".tmp")
        os.close(handle)
        made = Path(name)
        report = annotate(path, made, findings, view=view)
        shutil.copymode(real, made)
        backup = _backup(real)
        made.replace(real)
    except OSError as error:
        raise UserError(
            f"{path} kan niet worden vervangen ({error.strerror}).",
            "Kijk of u in die map mag schrijven en of het bestand niet open staat in Word.",
        ) from error
    finally:
        if made is not None:
            made.unlink(missing_ok=True)
    return report, backup


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
