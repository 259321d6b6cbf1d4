"""A hardship clause in the usual words that does not say by which purpose the outcome is judged (Ar 5.26, second paragraph)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Severity, Suggestion
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.hardheid.clausules import by_model, individual, leans
from doenvermogentoets_checks.raakt import over_mensen

_PURPOSE = re.compile(
    r"\bgelet op (?:(?:de|het) (?:bijzondere |eigen )?(?:functie|positie|karakter|aard|taak)"
    r"|(?:de |het )(?:tijdstip|berekening|omvang|hoogte|duur)|(?:de |het )?(?:doel(?:stelling)?|strekking|oogmerk|bedoeling))\b"
)


@over_mensen(Severity.SUGGESTION, uitweg=False)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Clauses with the criterion of Ar 5.26 but without a purpose."""
    del options
    for clausule in individual(dossier):
        if clausule.doel is not None or not clausule.standaard or clausule.criterium is None:
            continue
        document = clausule.provision.document
        if _PURPOSE.search(document.text.small, clausule.provision.span.start, clausule.provision.span.end) is not None:
            continue
        yield Hit(
            document=document,
            unit=clausule.provision.unit,
            span=clausule.criterium,
            message=f"De clausule noemt geen doel om «{words(document, clausule.criterium)}» aan af te meten.",
            explanation="Of een uitkomst onbillijk is, hangt af van wat de regeling beoogt. Zonder doel of strekking "
            "heeft de uitvoerder geen maatstaf en de "
            "burger geen houvast. Het model van Ar 5.26 vult het belang in («gelet op het belang van …»); wie geen doel "
            "kan noemen, gebruikt "
            "«gelet op het belang dat deze regeling beoogt te beschermen»."
            + (leans(clausule, dossier) if clausule.algemeen is None else ""),  # told with the scope of the clause
            label="zonder doel",
            suggestions=(
                by_model(clausule, dossier),
                Suggestion(
                    "de terugvaltekst van het model invoegen", insertion="gelet op het belang dat deze regeling beoogt te beschermen"
                ),
            ),
        )
