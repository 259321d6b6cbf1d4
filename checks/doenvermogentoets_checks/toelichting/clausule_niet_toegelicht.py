"""A hardship clause in the bill that the toelichting does not motivate (Ar 5.25)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.structure.labels import label
from doenvermogentoets_checks.toelichting.lezen import is_klein

_GENOEMD = re.compile(r"\bhardheidsclausule|\bonbillijkhe(?:id|den) van overwegende aard|\bschrijnend", re.I)


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None or is_klein(explanation, options.number("woorden")):
        return
    named = [z for z in explanation.zinnen if _GENOEMD.search(z.text)]
    for clausule in clausules(dossier.bill):
        read = explanation.of(clausule.provision)
        if named or read.has("waarom"):
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
