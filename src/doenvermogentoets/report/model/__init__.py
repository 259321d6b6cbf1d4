"""The report as data: one model that HTML, Word, Markdown and JSON are made from. Its JSON is the contract (schema 1).

Every statement about a text carries the words it rests on (:class:`Quote`). Nothing here is a judgement: fields for that are in
:attr:`Report.review`, filled by the reviewer and keyed by what they are about.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from doenvermogentoets.report.model.asked import (
    Action,
    Actor,
    Aspect,
    Burden,
    Category,
    ClauseInfo,
    Deadline,
    Effect,
    Hardship,
    Limit,
    Power,
    Room,
    RoomTest,
    Told,
    WayOut,
)
from doenvermogentoets.report.model.base import Evidence, Figure, Model, Question, Quote, Side
from doenvermogentoets.report.model.found import (
    Accountability,
    Cell,
    Compared,
    DocumentInfo,
    First,
    FixedText,
    Gone,
    HeatRow,
    Related,
    ReportFinding,
    Review,
    SetAside,
    Source,
    Status,
    Summary,
    ThemeCount,
    Unread,
)
from doenvermogentoets.report.model.texts import (
    Block,
    Comparison,
    ExplainedNorm,
    ExplanationPart,
    HardSentence,
    Language,
    Reading,
    Standing,
)

__all__ = [
    "KIND",
    "SCHEMA",
    "Accountability",
    "Action",
    "Actor",
    "Aspect",
    "Block",
    "Burden",
    "Category",
    "Cell",
    "ClauseInfo",
    "Compared",
    "Comparison",
    "Deadline",
    "DocumentInfo",
    "Effect",
    "Evidence",
    "ExplainedNorm",
    "ExplanationPart",
    "Figure",
    "First",
    "FixedText",
    "Gone",
    "HardSentence",
    "Hardship",
    "HeatRow",
    "Language",
    "Limit",
    "Model",
    "Power",
    "Question",
    "Quote",
    "Reading",
    "Related",
    "Report",
    "ReportFinding",
    "Review",
    "Room",
    "RoomTest",
    "SetAside",
    "Side",
    "Source",
    "Standing",
    "Status",
    "Summary",
    "ThemeCount",
    "Told",
    "Unread",
    "WayOut",
]

SCHEMA = 1
KIND: Literal["doenvermogentoets-rapport"] = "doenvermogentoets-rapport"


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
    review: dict[str, Review] = Field(default={})
    compared: Compared | None = None

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
