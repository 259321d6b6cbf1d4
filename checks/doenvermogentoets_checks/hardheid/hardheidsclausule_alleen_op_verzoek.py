"""A hardship clause that only helps those who ask for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Severity, Suggestion
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.hardheid.clausules import individual
from doenvermogentoets_checks.raakt import over_mensen

_OF_BODY = re.compile(
    r"[^.;,]{0,24}?\bvan (?:(?:het|de|een|onze) )?(?:[A-Z]{2,8}\b|(?i:minister|college"
    r"|bestuur\w*|gemeente\w*|provincie|inspecteur|bevoegd gezag|instelling"
    r"|raad|gedeputeerde|sociale verzekeringsbank|uitvoeringsinstituut|dienst\w*))"
)


@over_mensen(Severity.SUGGESTION, uitweg=False)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Clauses that depend on a request and do not allow use ex officio."""
    del options
    for clausule in individual(dossier):
        if clausule.op_verzoek is None:
            continue
        document = clausule.provision.document
        if _OF_BODY.match(document.text.content, clausule.op_verzoek.start, clausule.zin.end) is not None:
            continue  # an authority or a board asks, and it knows the clause
        yield Hit(
            document=document,
            unit=clausule.provision.unit,
            span=clausule.op_verzoek,
            message=f"De clausule helpt alleen wie erom vraagt («{words(document, clausule.op_verzoek)}»).",
            explanation="Wie de clausule niet kent of zijn zaak niet goed kan verwoorden, wordt er niet door geholpen, "
            "juist als het hem boven het hoofd groeit. "
            "De uitvoerder die zelf ziet dat het misgaat, mag niet afwijken. «ambtshalve» of «uit eigen beweging» is niet gevonden.",
            label="alleen op verzoek",
            suggestions=(
                Suggestion("ook ambtshalve toepassen mogelijk maken", replacement=_or_unasked(document.text[clausule.op_verzoek])),
                Suggestion("het verzoek als voorwaarde schrappen, zoals in het model van Ar 5.26"),
            ),
        )


def _or_unasked(words: str) -> str:
    """«ambtshalve of op verzoek», with a capital where the words had one."""
    return f"{'A' if words[:1].isupper() else 'a'}mbtshalve of {words[:1].lower()}{words[1:]}"
