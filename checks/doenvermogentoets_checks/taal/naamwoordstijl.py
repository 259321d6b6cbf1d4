"""Noun style in the toelichting: acts hidden in nouns (Ar 4.49)."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets_checks.common import listing
from doenvermogentoets_checks.taal.zinnen import nominalisaties


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    least, share = int(options.number("naamwoorden")), options.number("aandeel") / 100
    for alinea, passage in zip(explanation.alineas, explanation.passages, strict=True):
        for sentence in passage.sentences:
            count = sentence.word_count
            if count < 15:
                continue
            found = nominalisaties(sentence)
            different = list(dict.fromkeys(sentence.words[i] for i in found))
            if len(different) < least or len(found) < share * count:
                continue
            yield Hit(
                explanation.document,
                alinea.unit,
                sentence.span_of(found[0], found[-1]),
                f"Een zin in naamwoordstijl: {listing(f'«{w}»' for w in different[:6])}.",
                "De handelingen zitten in zelfstandige naamwoorden; wie ze verricht, blijft daardoor vaak weg.",
                label=f"{len(different)} handelingen als naamwoord",
            )
