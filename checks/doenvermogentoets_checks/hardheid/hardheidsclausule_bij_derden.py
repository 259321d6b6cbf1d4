"""A hardship clause for rules that also protect others (Ar 5.25, second paragraph)."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit, Suggestion
from doenvermogentoets_checks.common import aangehaald, capital, phrases, trimmed, words
from doenvermogentoets_checks.hardheid.clausules import individual


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Clauses covering artikelen that speak of other people's interests."""
    del options
    if dossier.explanation is not None and dossier.explanation.speaks_of("derden"):
        return
    derden = phrases(__package__ or "", "derden", "teksten.toml")
    for clausule in individual(dossier):
        document = clausule.provision.document
        covered = [p for p in dossier.bill.provisions if p is not clausule.provision and clausule.covers(p.unit)]
        if clausule.algemeen is not None:
            continue
        found = next((span for p in covered if (span := derden.first(document, p.span)) is not None), None)
        if found is None:
            continue
        place = trimmed(document, found)
        place_of_clause = aangehaald(clausule.provision.unit, clausule.provision.unit)
        yield Hit(
            document=document,
            unit=clausule.provision.unit,
            span=clausule.span,
            message=f"De clausule ziet op een regel die ook anderen beschermt («{words(document, place)}»).",
            explanation="Afwijken ten gunste van de een kan hier ten koste gaan van een ander. Ar 5.25, tweede lid, wil "
            "geen hardheidsclausule waar afwijken voor "
            "derden nadelig is of kan zijn.",
            label="derden",
            annotations=(Annotation(document, place, "het belang van anderen"),),
            suggestions=(
                Suggestion(
                    "de clausule beperken tot gevallen waarin anderen geen nadeel hebben",
                    insertion=f"{capital(place_of_clause)} wordt niet toegepast voor zover belangen van derden daardoor worden geschaad.",
                ),
                Suggestion("in plaats van de clausule de voorzienbare gevallen zelf regelen"),
            ),
        )
