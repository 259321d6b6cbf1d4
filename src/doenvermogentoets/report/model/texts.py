"""How the texts read, and what the toelichting says."""

from __future__ import annotations

from typing import Literal

from doenvermogentoets.report.model.base import Evidence, Model, Placed, Quote, Side

Standing = Literal["aanwezig", "mager", "afwezig", "niet te zien"]


class Reading(Model):
    """Reading figures of one part.

    Attributes:
        depth: 0 for an outermost part.
        longest: words of the longest sentence; an aanhef and each onderdeel count as sentences.
        listing: the part only holds a list of terms with what they stand for; scores for prose say nothing of it.
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
    listing: bool = False


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


class ExplainedNorm(Placed):
    """A norm that burdens somebody, and what the toelichting says of it.

    Attributes:
        why: what makes it want an explanation («bevoegdheid», «termijn», …).
        elements: what was found, with the words; ``missing`` what was not.
    """

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
