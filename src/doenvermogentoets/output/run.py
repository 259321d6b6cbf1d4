"""What one command found, in the form that every rendering starts from."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.text import Span

if TYPE_CHECKING:
    from doenvermogentoets.catalogue import Check
    from doenvermogentoets.document import Document
    from doenvermogentoets.output.record import DossierRecord
    from doenvermogentoets.packages import Unusable

FIRST = 4
"""Dossiers that a remark names; of more it says how many."""


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
    """A path from the working folder with slashes forward; as it was given where it lies outside."""
    try:
        return Path(os.path.abspath(path)).relative_to(Path.cwd()).as_posix()  # noqa: PTH100  (resolve() would follow links)
    except ValueError:
        return path.as_posix()


@dataclass(frozen=True, slots=True)
class Row:
    """What the overview says about one dossier.

    Attributes:
        themes: number of findings per theme, of those that are shown.
        severities: number of findings per severity, of all.
        problem, remedy: why it was not checked.
    """

    path: str
    toelichting: str
    themes: Mapping[str, int]
    severities: Mapping[Severity, int]
    problem: str = ""
    remedy: str = ""


@dataclass
class Run:
    """The results of one command, as they come: :meth:`dossiers` is read once, and what is counted is complete after that.

    Attributes:
        source: the dossiers, in the order in which they are shown.
        checks: the checks that ran, for their pages.
        show: the least severity that is shown to people (text, concise, Word); formats for programs hold everything.
        closing: remarks about the run as a whole (a stale baseline, an unused entry in the settings), asked for at the end.
        overview: whether people get a table of the dossiers.
        unusable: packages with checks of others that cannot be used; the result is not complete.
    """

    source: Iterable[DossierRecord]
    checks: Sequence[Check] = ()
    show: Severity = Severity.SUGGESTION
    closing: Callable[[], list[str]] = list
    overview: bool = False
    unusable: Sequence[Unusable] = ()
    failures: list[tuple[str, str, str]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    counts: Counter[Severity] = field(default_factory=Counter)
    visible: int = 0
    suppressed: int = 0
    paths: dict[str, None] = field(default_factory=dict)

    def dossiers(self) -> Iterator[DossierRecord]:
        """Each dossier once, counted on its way."""
        for dossier in self.source:
            counts = dossier.severities()
            self.counts.update(counts)
            self.visible += sum(number for severity, number in counts.items() if severity.rank <= self.show.rank)
            self.suppressed += sum(len(d.suppressed) for d in dossier.documents)
            self.failures.extend((f["check"], f["error"], dossier.path) for f in dossier.failures)
            self.paths.update(dict.fromkeys(d.path for d in dossier.documents))
            themes = dossier.themes(self.show)
            self.rows.append(Row(dossier.path, dossier.toelichting, dict(themes), dict(counts), dossier.problem, dossier.remedy))
            yield dossier

    @cached_property
    def notes(self) -> list[str]:
        """The remarks about the run as a whole; asked for when every dossier was read."""
        return self.closing()

    @cached_property
    def pages(self) -> Mapping[str, Check]:
        """The checks by name."""
        return {check.name: check for check in self.checks}

    @property
    def summary(self) -> dict[str, int]:
        """Number of findings per severity, in the order of weight."""
        return {severity.value: self.counts[severity] for severity in Severity}

    @property
    def incomplete(self) -> bool:
        """Whether findings are missing because a check broke or could not be used."""
        return bool(self.failures or self.unusable)

    def name_of(self, check: str) -> str:
        """What to call a check that broke."""
        return self.pages[check].called if check in self.pages else check

    def told(self) -> Iterator[str]:
        """For people: which checks broke, each once with the first of its dossiers."""
        paths: dict[tuple[str, str], list[str]] = {}
        for check, error, path in self.failures:
            paths.setdefault((check, error), []).append(path)
        for (check, error), where in paths.items():
            named, rest = ", ".join(where[:FIRST]), len(where) - FIRST
            on = f"{named} en nog {rest}" if rest > 0 else named
            name = self.name_of(check)
            tail = " Meld het aan wie dat pakket maakt." if name != check else ""
            yield f"De controle {name} liep vast ({error}) op {on}; de andere gingen door.{tail}"

    @property
    def failed(self) -> list[Row]:
        """The dossiers that could not be checked."""
        return [row for row in self.rows if row.problem]
