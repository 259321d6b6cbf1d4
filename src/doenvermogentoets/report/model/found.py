"""What was read and found: documents, findings, the summary, the comparison with a previous report, and the account of how it was made."""

from __future__ import annotations

from typing import Literal

from pydantic import field_validator

from doenvermogentoets.report.model.base import Figure, Model, Placed, Quote, Side

Status = Literal["nieuw", "gebleven", "gewijzigd"]


class Unread(Model):
    what: str
    count: int
    where: str


class DocumentInfo(Model):
    """One file that was read. ``kind`` as in ``check --format json``; ``words`` counts the words that were read."""

    role: Side
    path: str
    title: str
    kind: str
    words: int
    articles: int
    unread: tuple[Unread, ...]
    remarks: int


class FixedText(Model):
    """A way forward; ``text`` replaces or is added, if there is drafting text."""

    title: str
    text: str = ""


class Related(Model):
    message: str
    quote: Quote


class ReportFinding(Placed):
    """One finding. ``before`` and ``after`` are the rest of the sentence around the words of ``quote``."""

    check: str
    code: str
    title: str
    theme: str
    severity: Literal["error", "warning", "suggestion", "info"]
    confidence: Literal["hoog", "middel", "laag"]
    before: str
    after: str
    article: str
    message: str
    explanation: str
    question: str
    ground: str
    sources: tuple[str, ...]
    suggestions: tuple[FixedText, ...]
    related: tuple[Related, ...]
    doenvermogen: tuple[str, ...]
    thema_szw: str
    precision: str
    status: Status | None = None


class SetAside(Model):
    """A finding that was set aside, by whom or what, and why."""

    finding: ReportFinding
    reason: str
    by: str


class Cell(Model):
    """Findings of one theme in one part: how many, and the heaviest severity."""

    count: int
    severity: Literal["", "error", "warning", "suggestion", "info"]
    findings: tuple[str, ...]


class HeatRow(Model):
    """A row of the heat map: an artikel, or a part of the toelichting; ``group`` is the hoofdstuk it stands in."""

    document: Side
    group: str
    place: str
    title: str
    cells: tuple[Cell, ...]


class First(Model):
    """One of the things to look at first: ``reasons`` say why it stands here in the order."""

    title: str
    place: str
    reasons: tuple[str, ...]
    findings: tuple[str, ...]
    quotes: tuple[Quote, ...]


class ThemeCount(Model):
    theme: str
    error: int
    warning: int
    suggestion: int
    info: int


class Summary(Model):
    counts: dict[str, int]
    themes: tuple[ThemeCount, ...]
    figures: tuple[Figure, ...]
    first: tuple[First, ...]
    heat: tuple[HeatRow, ...]
    heat_themes: tuple[str, ...]


class Gone(Model):
    """A finding of the previous report that is no longer there, with what the reviewer wrote about it."""

    finding: ReportFinding
    judgement: str
    remark: str


class Compared(Model):
    """This report beside the previous one."""

    previous: str
    made: str
    version: str
    new: int
    remaining: int
    changed: int
    gone: tuple[Gone, ...]
    carried: int


class Source(Model):
    """A norm or piece the report rests on, and the state of its text that was read."""

    name: str
    about: str
    date: str


class Accountability(Model):
    version: str
    made: str
    settings: tuple[Figure, ...]
    checks_ran: int
    checks_skipped: tuple[str, ...]
    checks_failed: tuple[str, ...]
    sources: tuple[Source, ...]
    cannot_see: tuple[str, ...]
    notes: tuple[str, ...]


class Review(Model):
    """What the reviewer wrote at one key; control characters, that no file of text can hold, are left out."""

    judgement: str = ""
    remark: str = ""

    @field_validator("judgement", "remark")
    @classmethod
    def _writable(cls, text: str) -> str:
        return "".join(c for c in text if c.isprintable() or c in "\n\t")
