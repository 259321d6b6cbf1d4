"""A hardship clause in the bill that the toelichting does not motivate (Ar 5.25)."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.structure.labels import label
from doenvermogentoets.toelichting.clausule import read_clausule
from doenvermogentoets_checks.toelichting.lezen import is_klein


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None or is_klein(explanation, options.number("woorden")):
        return
    for clausule in clausules(dossier.bill):
        said = read_clausule(explanation, clausule.provision)
        if said.motivated:
            continue
        named = said.zinnen
        if named:
            yield Hit(
                explanation.document,
                named[0].alinea.unit,
                named[0].span,
                f"De toelichting noemt de hardheidsclausule van {label(clausule.provision.unit)}, maar motiveert haar niet.",
                "In de zinnen over de clausule, en in wat daar direct bij staat, is gezocht naar een reden, naar gevallen die niet "
                "zijn te voorzien en naar "
                "voorbeelden: niet gevonden.",
                label="niet gemotiveerd",
                annotations=(Annotation(dossier.bill.document, clausule.span, "de clausule"),),
            )
            continue
        place = explanation.of(clausule.provision).place
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
