"""Reading figures per part and the longest sentences, held against the figures of real statutes (``percentielen.toml``)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from doenvermogentoets import wordlists
from doenvermogentoets.analysis import Analysis, DossierAnalysis
from doenvermogentoets.document import DocumentKind, Unit, UnitKind
from doenvermogentoets.language import readability
from doenvermogentoets.language.lint import pieces
from doenvermogentoets.language.model import Sentence
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.report.evidence import Places
from doenvermogentoets.report.findings import Findings
from doenvermogentoets.report.model import Comparison, HardSentence, Language, Reading, Side
from doenvermogentoets.report.questions import note
from doenvermogentoets.structure.labels import label

_HARDEST = 10
_LOWER = frozenset({DocumentKind.AMVB, DocumentKind.REGELING, DocumentKind.VERORDENING})


def corpus(kind: DocumentKind) -> tuple[Comparison, Sequence[float]]:
    """The figures of real texts of this kind: of words per sentence per artikel, and of the length of single sentences."""
    data: dict[str, Any] = wordlists.load("doenvermogentoets.report", "percentielen")
    entry = data["lagere-regeling" if kind in _LOWER else "wet"]
    comparison = Comparison(
        kind=entry["naam"],
        source=data["bron"],
        date=data["datum"],
        texts=entry["teksten"],
        parts=entry["artikelen"],
        quantiles=tuple(entry["woorden-per-zin-per-artikel"]),
    )
    return comparison, entry["zinslengte"]


def percentile(quantiles: Sequence[float], value: float) -> int:
    """The share (0 to 99) of real texts below a value; ``quantiles`` are the 1st to the 99th percentile."""
    return bisect_right(quantiles, value)


def language(places: Places, dossier: DossierAnalysis, findings: Findings) -> Language:
    """Figures of both documents, and of their parts."""
    compared, lengths = corpus(dossier.bill.document.kind) if dossier.dossier.has_bill else (None, ())
    documents, parts = [], []
    read: list[tuple[Side, readability.Reading]] = []
    if dossier.dossier.has_bill:
        read.append(("ontwerp", readability.of_bill(dossier.bill)))
    if dossier.explanation is not None:
        read.append(("toelichting", readability.of_toelichting(dossier.explanation)))
    for side, reading in read:
        first = min((p.depth for p in reading.parts if reading.whole is None or p.figures.words != reading.whole.words), default=0)
        if reading.whole is not None:
            documents.append(_row(side, "het hele stuk", 0, reading.whole))
        for part in reading.parts:
            if reading.whole is not None and part.figures.words == reading.whole.words:
                continue  # a heading over the whole text
            artikel = part.unit if part.unit is not None and part.unit.kind is UnitKind.ARTIKEL and side == "ontwerp" else None
            quantiles = compared.quantiles if compared is not None and artikel is not None else ()
            name = label(artikel) if artikel is not None else part.label
            if part.unit is not None and side == "toelichting" and part.unit.number and not part.label.startswith(part.unit.number):
                name = f"{part.unit.number} {part.label}"
            only_terms = side == "ontwerp" and part.unit is not None and _only_terms(dossier.bill, part.unit)
            parts.append(_row(side, name or "begin", part.depth - first, part.figures, () if only_terms else quantiles, listing=only_terms))
    return Language(
        documents=tuple(documents),
        parts=tuple(parts),
        hardest=tuple(_hardest(places, dossier, findings, lengths)),
        compared_with=compared,
        note=note("taal"),
    )


def _only_terms(bill: Analysis, unit: Unit) -> bool:
    """Whether a part holds nothing but a list of terms with what they stand for."""
    norms = [n for p in bill.provisions if unit in (p.unit, *p.unit.ancestors()) for n in p.norms]
    return bool(norms) and all(n.soort is Soort.DEFINITIE for n in norms)


def _row(
    side: Side, place: str, depth: int, figures: readability.Figures, quantiles: Sequence[float] = (), *, listing: bool = False
) -> Reading:
    lint = figures.lint if figures.enough else None
    return Reading(
        document=side,
        place=place,
        depth=depth,
        words=figures.words,
        sentences=figures.sentences,
        words_per_sentence=round(figures.words_per_sentence, 1),
        longest=max((_length(s) for s in figures.of), default=0),
        flesch_douma=round(figures.flesch_douma, 1),
        brouwer=round(figures.brouwer, 1),
        lint=round(lint.score, 1) if lint is not None else None,
        percentile=percentile(quantiles, figures.words_per_sentence) if quantiles else None,
        listing=listing,
    )


def _as_in_corpus(sentence: Sentence) -> int:
    """The length as the figures of the corpus and the findings count it: with numbers."""
    return max((len(words) for _, words in pieces(sentence)), default=0)


def _length(sentence: Sentence) -> int:
    """Words of the longest piece (an aanhef and each of its onderdelen apart), counted as the other figures of a part: without numbers."""
    return max((sum(any(c.isalpha() for c in word) for word in words) for _, words in pieces(sentence)), default=0)


_LONG = 20
"""Words; a shorter sentence is not long, whatever it is compared with. One below the median of real statutes is not shown either."""


def _hardest(places: Places, dossier: DossierAnalysis, findings: Findings, quantiles: Sequence[float]) -> Iterator[HardSentence]:
    """The longest sentences of bill and toelichting together; definitions are lists, not sentences, and left out."""
    found = [
        (_as_in_corpus(s), s, p.document)
        for p in dossier.bill.provisions
        if not any(n.soort is Soort.DEFINITIE for n in p.norms)
        for s in p.passage.sentences
    ]
    if dossier.explanation is not None:
        pairs = zip(dossier.explanation.alineas, dossier.explanation.passages, strict=True)
        found += [(_as_in_corpus(s), s, dossier.explanation.document) for a, p in pairs if "|" not in a.text for s in p.sentences]
    least = max(_LONG, quantiles[49]) if quantiles else _LONG
    long = [item for item in found if item[0] >= least]
    for count, sentence, document in sorted(long, key=lambda item: (-item[0], item[1].span.start))[:_HARDEST]:
        compared = quantiles and places.side(document) == "ontwerp"
        yield HardSentence(
            quote=places.quote(document, sentence.span),
            words=count,
            percentile=percentile(quantiles, count) if compared else None,
            findings=findings.touching(document, sentence.span.start, sentence.span.end),
        )
