"""The report as data: one model that HTML, Word, Markdown and JSON are made from. Its JSON is the contract (schema 1).

Every statement about a text carries the words it rests on (:class:`Quote`). Nothing here is a judgement: fields for that are in
:attr:`Report.review`, filled by the reviewer and keyed by what they are about.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

SCHEMA = 1
KIND: Literal["doenvermogentoets-rapport"] = "doenvermogentoets-rapport"

Side = Literal["ontwerp", "toelichting"]
Status = Literal["nieuw", "gebleven", "gewijzigd"]
Room = Literal["gebonden", "van rechtswege", "beleidsruimte", "beoordelingsruimte"]
Told = Literal["uitgelegd", "genoemd, zonder reden", "niet gevonden", "geen toelichting gelezen"]
Standing = Literal["aanwezig", "mager", "afwezig", "niet te zien"]


class Model(BaseModel):
    """Unknown keys are errors: a report of another schema is not half understood."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Quote(Model):
    """Words of one of the documents, and where they stand.

    Attributes:
        place: what a reader calls the place («artikel 6, vierde lid»).
        text: the words, white space made even; ``…`` where they were shortened.
        line: from 1, in the file (for Word: in the text as read).
    """

    document: Side
    place: str
    text: str
    line: int


class Evidence(Model):
    """One statement with the words it rests on, and the keys of findings that belong to it."""

    statement: str
    quotes: tuple[Quote, ...] = ()
    findings: tuple[str, ...] = ()


class Question(Model):
    """A question of a framework, with what the texts show; the answer is the reviewer's.

    Attributes:
        key: of the field for her judgement.
        wording: ``officieel`` (quoted from the source) or ``eigen`` (our words), with ``source`` saying which source.
        bill, explanation: evidence in the bill and in the toelichting.
        open: what the texts cannot show and she must find out.
    """

    key: str
    title: str
    text: str
    wording: Literal["officieel", "eigen"]
    source: str
    bill: tuple[Evidence, ...] = ()
    explanation: tuple[Evidence, ...] = ()
    open: str = ""


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


class ReportFinding(Model):
    """One finding. ``before`` and ``after`` are the rest of the sentence around the words of ``quote``."""

    key: str
    check: str
    code: str
    title: str
    theme: str
    severity: Literal["error", "warning", "suggestion", "info"]
    confidence: Literal["hoog", "middel", "laag"]
    quote: Quote
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


class Figure(Model):
    """A number with what it counts, and where to see it."""

    name: str
    value: str
    note: str = ""


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


class WayOut(Model):
    """What softens an effect: ``where`` from near to far; ``full`` when it can take the effect away; ``ground`` for a net of the Awb."""

    kind: str
    where: str
    full: bool
    quote: Quote | None
    ground: str


class Effect(Model):
    """What happens if it is not done, or done wrong."""

    kind: str
    quote: Quote


class Limit(Model):
    """A time limit: its words, and its length in days where it has one (a month counts as 30, a year as 365)."""

    text: str
    days: float | None
    kind: str


class Action(Model):
    """Something that is asked of somebody.

    Attributes:
        acts: infinitives; empty when the text only says that something must be done in time, about ``matter``.
        duty: it must be done; otherwise it is what one has to do to get or keep something.
        derived: the words do not name who; it was derived from the artikel.
        how_often, proof, counter, event: the words of the text, empty when it says nothing about it.
    """

    key: str
    quote: Quote
    acts: tuple[str, ...]
    matter: str
    duty: bool
    derived: bool
    limit: Limit | None
    how_often: str
    proof: tuple[str, ...]
    counter: tuple[str, ...]
    event: str
    effects: tuple[Effect, ...]
    ways_out: tuple[WayOut, ...]


class Actor(Model):
    """Who is asked what. ``person`` is ``False`` for an enterprise or institution."""

    name: str
    person: bool
    actions: tuple[Action, ...]
    figures: tuple[Figure, ...]


class Power(Model):
    """A decision about somebody, or an effect that sets in by itself.

    Attributes:
        authority: who decides; with ``derived`` the one that mostly decides in this text, because the sentence names nobody.
        explained: per element of an explanation the words of the toelichting; ``missing`` the elements that were not found, where
            the toelichting does speak of it.
        standing: what the toelichting does in short.
    """

    key: str
    quote: Quote
    authority: str
    derived: bool
    decisions: tuple[str, ...]
    room: Room
    direction: Literal["gunstig", "nadelig", "neutraal"]
    conditions: tuple[str, ...]
    ways_out: tuple[WayOut, ...]
    explained: tuple[Evidence, ...]
    missing: tuple[str, ...]
    standing: Told
    findings: tuple[str, ...]


class Burden(Model):
    """An adverse effect with what softens it and what the toelichting says of it."""

    key: str
    quote: Quote
    kind: str
    reason: str
    room: Room
    heavy: bool
    total: str
    ways_out: tuple[WayOut, ...]
    searched: str
    standing: Told
    explained: tuple[Quote, ...]
    findings: tuple[str, ...]


class Aspect(Model):
    """One point of Ar 5.25 or 5.26 held against a clause; ``found`` in words, with the quote it rests on."""

    norm: str
    asks: str
    found: str
    quote: Quote | None = None


class ClauseInfo(Model):
    key: str
    quote: Quote
    authority: str
    aspects: tuple[Aspect, ...]
    findings: tuple[str, ...]


class Category(Model):
    """One of the four themes of hard effects (SZW), with the findings that have it."""

    name: str
    text: str
    findings: tuple[str, ...]


class Hardship(Model):
    burdens: tuple[Burden, ...]
    clauses: tuple[ClauseInfo, ...]
    steps: tuple[Question, ...]
    categories: tuple[Category, ...]


class RoomTest(Model):
    powers: tuple[Power, ...]
    questions: tuple[Question, ...]
    figures: tuple[Figure, ...]


class Deadline(Model):
    """One time limit. ``risks`` say in words why it carries risk; empty when it does not."""

    key: str
    quote: Quote
    limit: Limit
    who: str
    whose: Literal["burger", "overheid", "onbekend"]
    begin: str
    effects: tuple[Effect, ...]
    ways_out: tuple[WayOut, ...]
    risks: tuple[str, ...]
    findings: tuple[str, ...]


class Reading(Model):
    """Reading figures of one part.

    Attributes:
        depth: 0 for an outermost part.
        longest: words of the longest sentence; an aanhef and each onderdeel count as sentences.
        lint: an estimate of LiNT-II; ``None`` for a part that is too short.
        percentile: the share (0 to 99) of artikelen in real texts with fewer words per sentence; ``None`` for what is no artikel.
    """

    document: Side
    place: str
    depth: int
    words: int
    sentences: int
    words_per_sentence: float
    longest: int
    flesch_douma: float
    brouwer: float
    lint: float | None = None
    percentile: int | None = None


class HardSentence(Model):
    quote: Quote
    words: int
    percentile: int | None
    findings: tuple[str, ...]


class Comparison(Model):
    """The figures of real texts that the draft is held against."""

    kind: str
    source: str
    date: str
    texts: int
    parts: int
    quantiles: tuple[float, ...]


class Language(Model):
    documents: tuple[Reading, ...]
    parts: tuple[Reading, ...]
    hardest: tuple[HardSentence, ...]
    compared_with: Comparison | None
    note: str


class Block(Model):
    """A building block of a toelichting: whether it is there, and where."""

    key: str
    name: str
    source: str
    asks: str
    standing: Standing
    quotes: tuple[Quote, ...]
    note: str = ""


class ExplainedNorm(Model):
    """A norm that burdens somebody, and what the toelichting says of it.

    Attributes:
        why: what makes it want an explanation («bevoegdheid», «termijn», …).
        elements: what was found, with the words; ``missing`` what was not.
    """

    key: str
    quote: Quote
    why: tuple[str, ...]
    standing: Literal["volledig", "uitgelegd", "genoemd", "niet genoemd"]
    elements: tuple[Evidence, ...]
    missing: tuple[str, ...]


class ExplanationPart(Model):
    blocks: tuple[Block, ...]
    account: tuple[Block, ...]
    norms: tuple[ExplainedNorm, ...]
    contradictions: tuple[str, ...]
    note: str


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


class Report(Model):
    """One dossier's report.

    ``review`` maps the keys of questions, findings, powers, effects and blocks to what the reviewer wrote.
    """

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    kind: Literal["doenvermogentoets-rapport"] = KIND
    tool: str
    title: str
    documents: tuple[DocumentInfo, ...]
    summary: Summary
    actors: tuple[Actor, ...]
    asked: tuple[Figure, ...]
    room: RoomTest
    hardship: Hardship
    doenvermogen: tuple[Question, ...]
    deadlines: tuple[Deadline, ...]
    language: Language
    explanation: ExplanationPart
    findings: tuple[ReportFinding, ...]
    set_aside: tuple[SetAside, ...]
    accountability: Accountability
    review: dict[str, Review] = {}
    compared: Compared | None = None

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    def finding(self, key: str) -> ReportFinding | None:
        """The finding with this key."""
        return next((f for f in self.findings if f.key == key), None)
