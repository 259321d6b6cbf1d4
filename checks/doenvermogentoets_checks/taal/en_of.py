"""«en/of» in statutory text (Ar 3.12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Suggestion
from doenvermogentoets.search import Search
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import to_words, words
from doenvermogentoets_checks.taal.tekst import bepalingen, eigen_tekst, ernst

_EN_OF = Search(r"(?<![\w/])en\s?/\s?of(?![\w/])")
_BEFORE, _AFTER = 400, 300  # characters: a title of an EU act is long
# Words that are to be written or replaced as they are, and the title of an EU act: not the drafter's own words.
_PRESCRIBED = re.compile(
    r"\b(?:vermelding|aanduiding|woorden|tekst|opschrift|zinsnede|benaming|formulering)\W{0,3}[«“‘\"'][^»”’\"';.]*\Z", re.I
)
_EU_TITLE = re.compile(
    r"\b(?:verordening|richtlijn|besluit|kaderbesluit|aanbeveling)\b[^;]{0,40}\b(?:EG|EU|EEG|Euratom)\b[^;]{0,80}"
    r"\bvan (?:de|het) (?:Commissie|Raad|Europees Parlement)\b[^;]*\b(?:tot|houdende|betreffende|inzake)\b[^;]*\Z",
    re.I,
)
# «de aantekening ‘vrijstelling van invoerrechten en/of omzetbelasting’»: words of somebody else
_OPENED = re.compile(r"(?:[‘“]|(?<!\w)'(?![st]\b))[^’”';.]*\Z")
_CLOSED = re.compile(r"[^‘“'.]*[’”'](?!\w)")
_PUBLISHED = re.compile(r"[^;]*?\((?:Pb|PB)")


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    document = dossier.bill.document
    for provision in bepalingen(dossier.bill):
        for part in eigen_tekst(provision.unit, tabellen=True):
            for span in _EN_OF.within(document.text, part):
                if _quoted(document.text.content, span, part):
                    continue
                around = words(document, to_words(document, Span(max(part.start, span.start - 40), min(part.end, span.end + 40)), part))
                yield Hit(
                    document,
                    provision.unit,
                    span,
                    f"«{document.text[span]}» laat open of het om één van beide of om allebei gaat.",
                    f"Het staat in «… {around} …». «Of» omvat in een regeling ook het geval dat beide zich voordoen; "
                    "is juist dat niet bedoeld, dan moet de tekst dat zeggen.",
                    label="of, of allebei?",
                    severity=ernst(provision),
                    suggestions=(
                        Suggestion("«of»: een van beide, of allebei", replacement="of"),
                        Suggestion("«en»: allebei vereist", replacement="en"),
                        Suggestion("voluit, als het verschil ertoe doet: «a, b of beide»"),
                    ),
                )


def _quoted(content: str, span: Span, part: Span) -> bool:
    before = content[max(part.start, span.start - _BEFORE) : span.start]
    end = min(part.end, span.end + _AFTER)
    if _PRESCRIBED.search(before) is not None:
        return True
    if _OPENED.search(before) is not None and _CLOSED.match(content, span.end, end) is not None:
        return True
    return _EU_TITLE.search(before) is not None and _PUBLISHED.match(content, span.end, end) is not None
