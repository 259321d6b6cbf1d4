"""DVM003: the same thing to two authorities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets.norms.lexicon import load
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import each_place_once, who, words
from doenvermogentoets_checks.doenvermogen.mensen import asks, said

_SENDS_ON = re.compile(r"\b(?:doorzend\w*|zendt\b[^.;]{0,60}\bdoor|doorgestuurd|stuurt\b[^.;]{0,60}\bdoor)\b", re.I)


@cache
def _two() -> re.Pattern[str]:
    names = sorted({re.escape(n).replace(r"\ ", r"\s+") for n in load("actors")["overheid"]["frasen"]}, key=len, reverse=True)
    one = rf"(?:(?:de|het|onze|den)\s+)?(?:{'|'.join(names)})(?!\w)"
    return re.compile(rf"(?<!\w)(?:(?:aan|bij)\s+zowel|zowel\s+(?:aan|bij)|aan|bij)\s+{one}\s+(?:als|en)\s+(?:(?:aan|bij)\s+)?{one}", re.I)


@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the two receivers."""
    for provision, norm in asks(dossier.bill):
        content = provision.document.text.content
        match = _two().search(content, norm.span.start, norm.span.end)
        if said(provision, "digitaal-wat", norm.span) is None and said(provision, "melden", norm.span) is None:
            continue
        if match is None or _SENDS_ON.search(content, norm.span.start, norm.span.end):
            continue
        span = Span(match.start(), match.end())
        quote = words(provision.document, span)
        if quote.lower().endswith("burgemeester en wethouders") and " als " not in quote:
            continue
        yield Hit(
            document=provision.document,
            unit=provision.unit,
            span=span,
            message=f"Van {who(norm)} wordt hetzelfde gevraagd bij twee instanties: «{quote}».",
            explanation="Wie bij het ene loket heeft gemeld, denkt klaar te zijn. "
            "Gezocht in deze bepaling naar doorzenden of gegevensuitwisseling: niet gevonden.",
            label="twee loketten",
        )
