"""Word files: what they show, and comments on the exact words with nothing else changed.

The functions here import their work when they are called, so that a command that needs no Word file does not load lxml.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doenvermogentoets.document import View
    from doenvermogentoets.findings import Finding
    from doenvermogentoets.text import Span
    from doenvermogentoets.word.annotation import AnnotateReport
    from doenvermogentoets.word.answers import WordSuppression

__all__ = ["annotate", "changes", "suppressions"]


def annotate(
    source_path: Path,
    out_path: Path,
    findings: Sequence[Finding],
    *,
    author: str = "Doenvermogentoets",
    initials: str = "DVT",
    view: View = "accepted",
    date: datetime | None = None,
) -> AnnotateReport:
    """Write a copy of a Word file with the findings as comments; see :func:`doenvermogentoets.word.annotation.annotate`.

    Raises:
        UserError: the input cannot be read or the output cannot be written.
    """
    from doenvermogentoets.word.annotation import annotate as run

    return run(source_path, out_path, findings, author=author, initials=initials, view=view, date=date)


def suppressions(path: Path, *, view: View = "accepted") -> list[WordSuppression]:
    """What people put aside in Word: (code, span of the commented words, reason) per comment of ours.

    Raises:
        UserError: the file cannot be read.
    """
    from doenvermogentoets.word.answers import suppressions as run

    return run(path, view=view)


def changes(path: Path) -> list[Span]:
    """Tracked insertions and destinations of moves, as spans of the text in the accepted view.

    Raises:
        UserError: the file cannot be read.
    """
    from doenvermogentoets.word import recent

    return recent.opened(path, "accepted").changed
