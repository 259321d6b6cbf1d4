"""Passive voice in the toelichting (Ar 4.49); never in statutory text, where it is prescribed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.taal.zinnen import lijdend

_DEELWOORD = re.compile(r"(?:\w{0,6}ge\w{2,}|be\w{3,}|ver\w{3,}|her\w{3,}|ont\w{3,}|gangbaar)(?:d|t|en|r)$", re.I)


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    document = explanation.document
    long, several, share = options.number("lange-zin"), int(options.number("zinnen")), options.number("aandeel") / 100
    for alinea, passage in zip(explanation.alineas, explanation.passages, strict=True):
        passive = [(s, at) for s in passage.sentences if (at := lijdend(s)) is not None]
        for sentence, at in passive:
            if sentence.word_count < long or (at and _DEELWOORD.match(sentence.words[at - 1])):
                continue  # «als de wet gepubliceerd wordt»: a subordinate clause, where rewriting gains little
            agent = next((i for i, w in enumerate(sentence.words) if w == "door"), None)
            who = " De zin zegt niet wie het doet."
            if agent is not None:
                by = sentence.span_of(agent, min(agent + 4, len(sentence.words) - 1))
                who = f" Wie het doet, staat achter «door»: «{words(document, by, 60)} …»."
            yield Hit(
                document,
                alinea.unit,
                sentence.span_of(at, at),
                f"Een zin van {sentence.word_count} woorden in de lijdende vorm («{sentence.words[at]}»).",
                f"De Aanwijzingen vragen in de toelichting de bedrijvende vorm.{who}",
                label="wie doet dit?",
            )
        short = [(s, at) for s, at in passive if s.word_count < long]
        if len(short) >= several and len(short) >= share * len(passage.sentences):
            sentence, at = short[0]
            yield Hit(
                document,
                alinea.unit,
                sentence.span_of(at, at),
                f"In deze alinea staan {len(passive)} van de {len(passage.sentences)} zinnen in de lijdende vorm.",
                "De Aanwijzingen vragen in de toelichting de bedrijvende vorm: wie doet wat.",
                label=f"{len(passive)} keer lijdend",
            )
