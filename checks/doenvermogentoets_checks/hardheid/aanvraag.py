"""What was missed of an application: a part that can still be handed in (Awb 4:5), or its time, which no repair gives back."""

from __future__ import annotations

import re
from enum import StrEnum

from doenvermogentoets.document import Document
from doenvermogentoets.norms.vangnet import te_laat
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import over_aanvraag


class Gemist(StrEnum):
    """What is missed, as far as it is about an application."""

    ONVOLLEDIG = "de aanvraag is onvolledig"
    TE_LAAT = "de aanvraag is te laat"
    ANDERS = "het gaat niet om een aanvraag"


# «ingediend na 1 oktober», «niet is gedaan voor die datum», «geen aanvraag heeft gedaan binnen een jaar»
_LATER = re.compile(
    r"\b(?:ontvangen|ingediend|gedaan|indient|doet)\b[^.;,]{0,20}\bna\b|\bna \d{1,2} \w+\b[^.;,]{0,40}\b(?:ontvangen|ingediend|gedaan)\b"
    r"|\b(?:niet|geen)\b[^.;,]{0,60}\b(?:ontvangen|ingediend|gedaan|indient|doet)\b[^.;,]{0,20}\b(?:voor|vóór|binnen)\b"
    r"|\b(?:niet|geen)\b[^.;,]{0,20}\b(?:voor|vóór|op|binnen) (?:die|dat|deze|dit|de|het)\b"
)
# What is handed in with an application: this can be missing while the application itself is in time.
_PART = re.compile(r"\bonvolledig\w*|\bontbre\w+|\baan te vullen\b|\b(?:gegevens|bescheiden|bijlagen?|\w*stuk(?:ken)?|formulier)\b")


def gemist(document: Document, zin: Span) -> Gemist:
    """What a sentence says was missed."""
    small = document.text.small[zin.start : zin.end]
    if not over_aanvraag(document, zin):
        return Gemist.ANDERS
    if _PART.search(small) is None and (te_laat(small) or _LATER.search(small) is not None):
        return Gemist.TE_LAAT
    return Gemist.ONVOLLEDIG
