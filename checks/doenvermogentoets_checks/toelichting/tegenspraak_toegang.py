"""The toelichting names a way (by post, at the desk) that the bill closes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.text import Span
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp

_PAPIER = re.compile(
    r"\b(?:per (?:brief|post)|op papier|aan (?:de|een|het) (?:balie|loket)|telefonisch|mondeling|schriftelijk(?:e)? "
    r"(?:aanvra|weg|formulier|meld)\w*|papieren (?:formulier|aanvraag|weg))\b",
    re.I,
)
_ONTKEND = re.compile(r"\b(?:niet|geen|afgezien|niet langer|vervalt|uitsluitend|alleen nog)\b", re.I)
_DIGITAAL = re.compile(
    r"\b(?:uitsluitend|alleen|slechts) (?:langs |via )?(?:de |een |het )?(?:elektronische|digitale)\b|\blangs elektronische weg\b|"
    r"\b(?:via|op) de website\b|"
    r"\bvia (?:het|een) (?:\w+ ){0,6}(?:elektronische? |digitale? )?(?:portaal|loket|formulier)\b|\belektronisch (?:ingediend|gedaan|"
    r"doorgegeven|aangevraagd)\b",
    re.I,
)
_OOK = re.compile(r"\b(?:schriftelijk|op papier|aan de balie|mondeling|per post|gemeentelijk loket|op andere wijze|desgewenst)\b", re.I)


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    text = dossier.bill.document.text
    closed = []
    for p in dossier.bill.provisions:
        match = _DIGITAAL.search(text[p.span])
        if match is not None and not any(_OOK.search(text[q.span]) for q in dossier.bill.in_artikel(p.unit)):
            closed.append((p, Span(p.span.start + match.start(), p.span.start + match.end())))
    if not closed:
        return
    for alinea in explanation.general:
        zinnen = explanation.zinnen_of(alinea)
        for i, zin in enumerate(zinnen):
            match = _PAPIER.search(zin.text)
            if match is None or _ONTKEND.search(zin.text) or not over_het_ontwerp(zin):
                continue
            context = frozenset().union(*(z.roots for z in zinnen[max(0, i - 2) : i + 1]))
            scored = [(explanation.weights.of(context & explanation.provision_roots[p]), p, span) for p, span in closed]
            weight, provision, span = max(scored, key=lambda s: s[0])
            total = explanation.weights.of(context)
            if not total or weight / total < options.number("overeenkomst") / 100:
                continue
            yield Hit(
                explanation.document,
                alinea.unit,
                zin.span,
                f"De toelichting noemt «{match.group(0)}» als weg; {naam(provision.unit)} laat alleen de elektronische weg toe.",
                "Wie op de toelichting afgaat en de andere weg kiest, heeft volgens het ontwerp niet aan zijn plicht voldaan.",
                label="deze weg staat niet in het ontwerp",
                annotations=(Annotation(dossier.bill.document, span, "alleen langs deze weg"),),
            )
            break
