"""Findings: one object, rendered as squiggle, Word comment, SARIF result, report row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doenvermogentoets.document import Document, Unit
    from doenvermogentoets.text import Span


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return list(Severity).index(self)

    @property
    def dutch(self) -> str:
        return {"error": "fout", "warning": "waarschuwing", "suggestion": "suggestie", "info": "informatie"}[self.value]


class Confidence(StrEnum):
    HOOG = "hoog"
    MIDDEL = "middel"
    LAAG = "laag"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A second place that belongs to the finding, with what it has to do with it."""

    document: Document
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A way forward; at most one of the three texts is set.

    Attributes:
        replacement: comes in the place of ``at``, or of the finding's span.
        insertion: drafting text to add nearby, beside what stands there.
        example: wording that is only shown. What must be worked out, belongs in the toelichting, or would contradict what stands there
            when it is added, is never put into the draft by a keystroke.
        at: the words that ``replacement`` replaces in the finding's document, if these are not the finding's own.
    """

    title: str
    replacement: str | None = None
    insertion: str | None = None
    example: str | None = None
    at: Span | None = None

    @property
    def wording(self) -> str:
        """The text it proposes, to show behind the title; empty if the title quotes it."""
        text = self.insertion or self.replacement or self.example or ""
        return "" if f"«{text}»".casefold() in self.title.casefold() else text


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the text leaves open, so that a check makes less of what it found than its page says.

    Attributes:
        reason: ends the sentence «Een suggestie, want …», without a stop.
        quote: the words of the text that raise it, if there are any.
        question: a sentence that asks what the reader must settle first, if anything.
    """

    reason: str
    quote: str = ""
    question: str = ""

    def sentence(self, level: Severity) -> str:
        """The doubt for a reader of a finding at this level, starting with a blank."""
        label = "Ter informatie" if level is Severity.INFO else "Een suggestie"
        quoted = f" («{self.quote}»)" if self.quote else ""
        asked = f" {self.question}" if self.question else ""
        return f" {label}, want {self.reason}{quoted}.{asked}"


@dataclass(frozen=True, slots=True)
class Framework:
    """The place of the question in the policy frameworks."""

    beleidskompas: int | None = None
    iak: int | None = None
    kwaliteitseis: str = ""
    doenvermogen: tuple[str, ...] = ()
    thema_szw: str = ""

    def as_json(self) -> Mapping[str, object]:
        return {
            "beleidskompas": self.beleidskompas,
            "iak": self.iak,
            "kwaliteitseis": self.kwaliteitseis,
            "doenvermogen": list(self.doenvermogen),
            "thema_szw": self.thema_szw,
        }


@dataclass(frozen=True, slots=True)
class Hit:
    """What a detector yields; the engine adds what the check's page says.

    Attributes:
        document: the document it stands in (bill or toelichting).
        unit: the smallest unit it stands in.
        span: the exact words it is about.
        message: one sentence in Dutch that names the words of this text.
        explanation: what the text does to whom, and what was looked for; two or three sentences.
        doubts: why its severity is less than the page's; told at the end of the explanation.
        label: a few words beside the carets.
        annotations: other places (the deadline, the way out, the passage in the toelichting).
        suggestions: replace the page's suggestions when given.
        sharper: come before those of the page, and in the place of one with the same words before its colon.
        question, ground, sources, confidence, severity: replace the page's value when given.
        lighter: why its severity is less than the page's when no doubt says so; ends «Een suggestie, want …», without a stop.
        whole: it is about the document as a whole (something is nowhere in it); its words are only a place to show it.
        silent_beside: names of checks; where one of them finds something ``around``, this is left out.
        around: the words in which such a finding says enough (the sentence); the hit's own if not given.
    """

    document: Document
    unit: Unit | None
    span: Span
    message: str
    explanation: str = ""
    label: str = ""
    annotations: tuple[Annotation, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    sharper: tuple[Suggestion, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    question: str | None = None
    ground: str | None = None
    sources: tuple[str, ...] | None = None
    confidence: Confidence | None = None
    severity: Severity | None = None
    lighter: str = ""
    whole: bool = False
    silent_beside: tuple[str, ...] = ()
    around: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit with everything that is shown about it; the explanation tells the doubts too, and in the end why it is lighter.

    :attr:`struck` says, in Dutch, that it is there because of a tracked change elsewhere that nobody accepted yet; empty unless that was
    looked into (:mod:`doenvermogentoets.before`).
    """

    check: str
    code: str
    theme: str
    severity: Severity
    confidence: Confidence
    document: Document
    unit: Unit | None
    span: Span
    message: str
    explanation: str
    question: str
    ground: str
    sources: tuple[str, ...]
    framework: Framework
    label: str = ""
    annotations: tuple[Annotation, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    precision: str = ""
    shown: Span | None = None
    lighter: str = ""
    whole: bool = False
    struck: str = ""

    @property
    def shown_span(self) -> Span:
        """The place in the coordinates of :attr:`Text.lines`.

        ``shown`` is set for words that are in the file but not in the analysed text.
        """
        return self.document.text.shown_span(self.span) if self.shown is None else self.shown

    @property
    def quote(self) -> str:
        text = self.document.text
        if self.shown is not None and text.source is not None:
            return text.source[self.shown.start : self.shown.end]
        return text[self.span]
