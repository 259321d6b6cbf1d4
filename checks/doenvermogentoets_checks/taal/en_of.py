"""«en/of» in statutory text (Ar 3.12)."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Suggestion
from doenvermogentoets.search import Search
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import to_words, words
from doenvermogentoets_checks.taal.tekst import bepalingen, eigen_tekst

_EN_OF = Search(r"(?<![\w/])en\s?/\s?of(?![\w/])")


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    document = dossier.bill.document
    for provision in bepalingen(dossier.bill):
        for part in eigen_tekst(provision.unit):
            for span in _EN_OF.within(document.text, part):
                around = words(document, to_words(document, Span(max(part.start, span.start - 40), min(part.end, span.end + 40)), part))
                yield Hit(
                    document,
                    provision.unit,
                    span,
                    f"«{document.text[span]}» laat open of het om één van beide of om allebei gaat.",
                    f"Het staat in «… {around} …». «Of» omvat in een regeling ook het geval dat beide zich voordoen; "
                    "is juist dat niet bedoeld, dan moet de tekst dat zeggen.",
                    label="of, of allebei?",
                    suggestions=(
                        Suggestion("«of»: een van beide, of allebei", replacement="of"),
                        Suggestion("«en»: allebei vereist", replacement="en"),
                        Suggestion("voluit, als het verschil ertoe doet: «a, b of beide»"),
                    ),
                )
