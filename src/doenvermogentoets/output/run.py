"""What one command found, in the form that every rendering starts from."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.text import Span

if TYPE_CHECKING:
    from doenvermogentoets.catalogue import Check
    from doenvermogentoets.document import Document, Unread
    from doenvermogentoets.engine import Result


@dataclass(frozen=True, slots=True)
class Place:
    """A span as a reader of the file sees it.

    Attributes:
        span: code-point offsets in the shown text (:meth:`~doenvermogentoets.text.Text.shown_span`).
        line, column, end_line, end_column: from 1, in code points; the end is the position after the last character.
    """

    span: Span
    line: int
    column: int
    end_line: int
    end_column: int


def place(document: Document, span: Span) -> Place:
    """Where a span of a document's text stands in the file (or, for Word, in the text as we read it)."""
    return _place(document, document.text.shown_span(span))


def place_of(finding: Finding) -> Place:
    """Where a finding stands."""
    return _place(finding.document, finding.shown_span)


def _place(document: Document, shown: Span) -> Place:
    line, column = document.text.lines.position(shown.start)
    end_line, end_column = document.text.lines.position(shown.end)
    return Place(shown, line + 1, column + 1, end_line + 1, end_column + 1)


def shown_path(document: Document) -> str:
    """The path of a document, relative to the working directory where it lies below it, with forward slashes."""
    path = document.source.path
    if path is None:
        return document.name
    return relative(path)


def relative(path: Path) -> str:
    try:
        return Path(os.path.abspath(path)).relative_to(Path.cwd()).as_posix()  # noqa: PTH100  (resolve() would follow links)
    except ValueError:
        return path.as_posix()


@dataclass
class Run:
    """The results of one command.

    Attributes:
        results: one per dossier, in the order they were given.
        checks: the checks that ran, for their pages.
        notes: remarks about the run as a whole (a stale baseline, an unused entry in the settings).
        unreadable: number of inputs that could not be read.
        show: the least severity that is shown to people (text, concise, Word); formats for programs hold everything.
    """

    results: Sequence[Result]
    checks: Sequence[Check] = ()
    notes: list[str] = field(default_factory=list)
    unreadable: int = 0
    show: Severity = Severity.SUGGESTION

    def documents(self) -> Iterator[tuple[Result, Document]]:
        for result in self.results:
            for document in result.documents():
                yield result, document

    def findings(self) -> Iterator[Finding]:
        for result in self.results:
            yield from result.findings

    def visible(self) -> Iterator[Finding]:
        """The findings at or above :attr:`show`."""
        return (finding for finding in self.findings() if finding.severity.rank <= self.show.rank)

    def unread(self, document: Document) -> Sequence[Unread]:
        """What was not read in a document's file; told once for a file that holds both a draft and its toelichting."""
        first = next((d for _, d in self.documents() if d.source is document.source), document)
        return document.source.unread if first is document else ()

    @cached_property
    def pages(self) -> Mapping[str, Check]:
        """The checks by name."""
        return {check.name: check for check in self.checks}

    @property
    def summary(self) -> dict[str, int]:
        """Number of findings per severity, in the order of weight."""
        counts = Counter(finding.severity for finding in self.findings())
        return {severity.value: counts[severity] for severity in Severity}

    @property
    def failures(self) -> list[str]:
        """Names of the checks that broke on some document."""
        return sorted({failure.check for result in self.results for failure in result.failures})
