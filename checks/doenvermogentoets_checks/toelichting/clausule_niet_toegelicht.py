"""A hardship clause in the bill that the toelichting does not motivate (Ar 5.25)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.structure.labels import label
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.lexicon import table
from doenvermogentoets_checks.toelichting.lezen import is_klein

_GENOEMD = re.compile(r"\bhardheidsclausule|\bonbillijkhe(?:id|den) van overwegende aard|\bschrijnend", re.I)
_GEVALLEN = re.compile(
    r"\b(?:voorzien|voorzienbaar|voorspel\w*|bijvoorbeeld|zoals|"
    r"gedacht kan|denk aan|uitpakt|uitpakken|te zeggen)\b|\bvoor (?:een|mensen|wie)\b[^.;]{0,30}\bdie\b",
    re.I,
)


def _motivated(explanation: Explanation, zin: Zin) -> bool:
    """The paragraph gives a reason for the clause or says for which cases it is meant."""
    why = table("uitleg")["waarom"]
    return any(why.search(z.text) or _GEVALLEN.search(z.text) for z in explanation.zinnen_of(zin.alinea))


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None or is_klein(explanation, options.number("woorden")):
        return
    named = [z for z in explanation.zinnen if _GENOEMD.search(z.text)]
    for clausule in clausules(dossier.bill):
        read = explanation.of(clausule.provision)
        if read.has("waarom") or any(_motivated(explanation, zin) for zin in named):
            continue
        if named:
            yield Hit(
                explanation.document,
                named[0].alinea.unit,
                named[0].span,
                f"De toelichting noemt de hardheidsclausule van {label(clausule.provision.unit)}, maar motiveert haar niet.",
                "In de alinea's die de clausule noemen, is gezocht naar een reden, naar gevallen die niet zijn te voorzien en naar "
                "voorbeelden: niet gevonden.",
                label="niet gemotiveerd",
                annotations=(Annotation(dossier.bill.document, clausule.span, "de clausule"),),
            )
            continue
        place = read.place
        yield Hit(
            dossier.bill.document,
            clausule.provision.unit,
            clausule.span,
            f"De toelichting legt de hardheidsclausule van {label(clausule.provision.unit)} niet uit.",
            "Een clausule vraagt een toereikende motivering: welke gevallen zijn niet precies te voorzien, waarom deze reikwijdte, "
            "en wordt de toepassing gevolgd. "
            "Gezocht naar «hardheidsclausule», «onbillijkheid» en het artikel: geen motivering gevonden.",
            label="niet gemotiveerd",
            annotations=(Annotation(explanation.document, place, "hier wordt het artikel wel genoemd"),) if place is not None else (),
        )
