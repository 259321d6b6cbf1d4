"""A hardship clause that covers the whole regulation instead of named artikelen (Ar 5.26, first paragraph)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Severity, Suggestion
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.hardheid.clausules import by_model, individual, leans
from doenvermogentoets_checks.raakt import over_mensen
from doenvermogentoets_checks.twijfel import Onzeker, Twijfel

# Ministers who deviate from each other's rules: no citizen and no body outside the government.
# «de in deze regeling bedoelde maximumbedragen»: what may be deviated from, is named
_NAMED = re.compile(r"\s+(?:bedoelde|genoemde|opgenomen|vastgestelde|gestelde)\s+(?!regel|bepaling|voorschrift|artikel|eisen|voorwaarde)")
_INSIDE = re.compile(r"\bbetrokken minister\b|\b(?:instemming|toestemming) van (?:de|onze) minister van financiën\b")


@over_mensen(Severity.SUGGESTION, uitweg=False)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Clauses whose scope is the regulation as a whole."""
    del options
    for clausule in individual(dossier):
        document = clausule.provision.document
        if clausule.algemeen is None or _NAMED.match(document.text.small, clausule.algemeen.end) is not None:
            continue
        inside = _INSIDE.search(document.text.small, clausule.zin.start, clausule.zin.end) is not None
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
            doubts=(Onzeker(Twijfel.LICHAAM).told(document),) if inside else (),
            label="hele regeling",
            severity=Severity.INFO if inside else None,
            suggestions=(
                by_model(clausule, dossier),
                Suggestion("in de toelichting uitleggen waarom een algemene clausule nodig is en hoe de toepassing wordt gevolgd"),
            ),
        )
