"""Reading figures of the sections of a toelichting, as a helper."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets.language.readability import measure


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    least, low = options.number("woorden"), options.number("flesch-douma")
    sentences = {a: p.sentences for a, p in zip(explanation.alineas, explanation.passages, strict=True)}
    whole = measure([s for p in explanation.passages for s in p.sentences])
    for section in explanation.sections:
        figures = measure([s for a in section.alineas if "|" not in a.text for s in sentences.get(a, ())])
        if section.span is None or figures is None or whole is None or figures.words < least or figures.flesch_douma >= low:
            continue
        lint = figures.lint if figures.enough else None
        yield Hit(
            explanation.document,
            section.unit,
            section.span,
            f"«{section.heading}» leest zwaar: Flesch-Douma {round(figures.flesch_douma)} ({figures.schaal}), "
            f"Brouwer {round(figures.brouwer)}.",
            f"Gemiddeld {figures.words_per_sentence:.0f} woorden per zin en {figures.syllables_per_word:.1f} lettergrepen per woord; "
            f"de hele toelichting heeft "
            f"Flesch-Douma {whole.flesch_douma:.0f}. "
            + (f"LiNT-II, geschat: {lint.score:.0f} (niveau {lint.niveau} van 4). " if lint is not None else "")
            + "Dit zijn hulpgetallen en geen oordeel: lange samenstellingen en opsommingen "
            "vertekenen ze.",
            label="hulpgetal, geen oordeel",
        )
