"""A hardship clause that covers the whole regulation instead of named artikelen (Ar 5.26, first paragraph)."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Suggestion
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.hardheid.clausules import by_model, individual, leans


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Clauses whose scope is the regulation as a whole."""
    del options
    for clausule in individual(dossier):
        if clausule.algemeen is None:
            continue
        document = clausule.provision.document
        yield Hit(
            document=document,
            unit=clausule.provision.unit,
            span=clausule.algemeen,
            message=f"De hardheidsclausule ziet op alles («{words(document, clausule.algemeen)}») en noemt geen artikelen.",
            explanation="Het orgaan mag zo van elke bepaling afwijken, ook van bepalingen waarvan niemand heeft bedacht "
            "dat zij kunnen knellen. Voor burger en "
            "uitvoerder is dan niet duidelijk wanneer afwijken mag. Ar 5.26 vraagt een zo nauwkeurig mogelijke "
            "reikwijdte; in een algemene wet "
            "die voor een aantal bijzondere wetten geldt, kan een algemene clausule wel." + leans(clausule, dossier),
            label="hele regeling",
            suggestions=(
                by_model(clausule, dossier),
                Suggestion("in de toelichting uitleggen waarom een algemene clausule nodig is en hoe de toepassing wordt gevolgd"),
            ),
        )
