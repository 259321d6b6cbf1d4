"""Reading figures per part and the hardest sentences, held against the figures of real statutes (``percentielen.toml``)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from doenvermogentoets import wordlists
from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.document import DocumentKind
from doenvermogentoets.language.model import Sentence
from doenvermogentoets.language.readability import measure
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.report.evidence import Places
from doenvermogentoets.report.findings import Findings
from doenvermogentoets.report.model import Comparison, HardSentence, Language, Reading, Side
from doenvermogentoets.report.questions import note
from doenvermogentoets.structure.labels import label

_HARDEST = 10


def corpus(kind: DocumentKind) -> tuple[Comparison, Sequence[float]] | None:
    """The figures of real texts of this kind: of words per sentence per artikel, and of the length of single sentences."""
    data: dict[str, Any] = wordlists.load("doenvermogentoets.report", "percentielen")
    name = "wet" if kind in (DocumentKind.WETSVOORSTEL, DocumentKind.WIJZIGINGSVOORSTEL, DocumentKind.ONBEKEND) else "lagere-regeling"
    entry = data[name]
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
    """Figures of both documents."""
    found = corpus(dossier.bill.document.kind) if dossier.dossier.has_bill else None
    parts = [*_bill_parts(dossier, found[0].quantiles if found else ()), *_told_parts(dossier)]
    documents = []
    bill = [s for p in dossier.bill.provisions for s in p.passage.sentences]
    told = [s for p in dossier.explanation.passages for s in p.sentences] if dossier.explanation is not None else []
    for side, sentences in (("ontwerp", bill), ("toelichting", told)):
        reading = _reading(side, "het hele stuk", sentences)  # type: ignore[arg-type]
        if reading is not None:
            documents.append(reading)
    return Language(
        documents=tuple(documents),
        parts=tuple(parts),
        hardest=tuple(_hardest(places, dossier, findings, found[1] if found else ())),
        compared_with=found[0] if found else None,
        note=note("taal"),
    )


def _reading(side: Side, place: str, sentences: Sequence[Sentence], quantiles: Sequence[float] = ()) -> Reading | None:
    figures = measure(sentences)
    if figures is None:
        return None
    return Reading(
        document=side,
        place=place,
        words=figures.words,
        sentences=figures.sentences,
        words_per_sentence=round(figures.words_per_sentence, 1),
        longest=max(s.word_count for s in sentences),
        flesch_douma=round(figures.flesch_douma, 1),
        brouwer=round(figures.brouwer, 1),
        percentile=percentile(quantiles, figures.words_per_sentence) if quantiles else None,
    )


def _bill_parts(dossier: DossierAnalysis, quantiles: Sequence[float]) -> Iterator[Reading]:
    for artikel, provisions in groupby(dossier.bill.provisions, key=lambda p: p.unit.artikel):
        if artikel is None:
            continue
        sentences = [s for p in provisions for s in p.passage.sentences]
        reading = _reading("ontwerp", label(artikel), sentences, quantiles)
        if reading is not None:
            yield reading


def _told_parts(dossier: DossierAnalysis) -> Iterator[Reading]:
    explanation = dossier.explanation
    if explanation is None:
        return
    pairs = zip(explanation.alineas, explanation.passages, strict=True)
    for section, group in groupby(pairs, key=lambda pair: pair[0].section):
        sentences = [s for _, passage in group for s in passage.sentences]
        heading = " ".join(filter(None, (section.unit.number if section.unit is not None else "", section.heading)))
        reading = _reading("toelichting", heading or "begin", sentences)
        if reading is not None:
            yield reading


def _hardest(places: Places, dossier: DossierAnalysis, findings: Findings, quantiles: Sequence[float]) -> Iterator[HardSentence]:
    """The longest sentences of bill and toelichting together; definitions are lists, not sentences, and left out."""
    found = [
        (s.word_count, "ontwerp", s, p.document)
        for p in dossier.bill.provisions
        if not any(n.soort is Soort.DEFINITIE for n in p.norms)
        for s in p.passage.sentences
    ]
    if dossier.explanation is not None:
        document = dossier.explanation.document
        found += [(s.word_count, "toelichting", s, document) for p in dossier.explanation.passages for s in p.sentences]
    for count, side, sentence, document in sorted(found, key=lambda item: (-item[0], item[2].span.start))[:_HARDEST]:
        yield HardSentence(
            quote=places.quote(document, sentence.span),
            words=count,
            percentile=percentile(quantiles, count) if side == "ontwerp" and quantiles else None,
            findings=findings.touching(document, sentence.span.start, sentence.span.end),
        )
