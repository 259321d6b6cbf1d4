"""What every part of the report is made of: words with their place, evidence, questions, figures."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Side = Literal["ontwerp", "toelichting"]


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


class Placed(Model):
    """Something at one place of a text; ``key`` names it and survives edits elsewhere."""

    key: str
    quote: Quote


class Found(Placed):
    """The same, with the keys of the findings that touch the place."""

    findings: tuple[str, ...]


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


class Figure(Model):
    """A number with what it counts, and where to see it."""

    name: str
    value: str
    note: str = ""
