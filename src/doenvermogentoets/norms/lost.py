"""What is itself refused, ended or taken is no way out of that («een verzoek om kwijtschelding wordt geweigerd»)."""

from __future__ import annotations

import re

from doenvermogentoets.analysis import Provision
from doenvermogentoets.norms.model import GevolgSoort, Norm, UitwegSignaal, UitwegSoort

# What may itself be refused, ended or taken.
_GIVEN = frozenset((UitwegSoort.ONTHEFFING, UitwegSoort.KWIJTSCHELDING, UitwegSoort.BETALINGSREGELING, UitwegSoort.VERLENGING))
_TAKEN = frozenset(
    (
        GevolgSoort.VERVAL,
        GevolgSoort.GEEN_RECHT,
        GevolgSoort.WEIGERING,
        GevolgSoort.AFWIJZING,
        GevolgSoort.NIET_IN_BEHANDELING,
        GevolgSoort.INTREKKING,
        GevolgSoort.BEEINDIGING,
        GevolgSoort.SCHORSING,
    )
)
_BUT = re.compile(r"\b(?:tenzij|behalve|behoudens|onverminderd|kan|kunnen|mag)\b[^.;]*$", re.I)
# Paying later or in parts helps whoever has to pay, not whoever is refused something.
_TO_PAY = frozenset(
    (
        GevolgSoort.TERUGVORDERING,
        GevolgSoort.INVORDERING,
        GevolgSoort.VERREKENING,
        GevolgSoort.BOETE,
        GevolgSoort.DWANGSOM,
        GevolgSoort.VERHOGING,
        GevolgSoort.VERSCHULDIGD,
    )
)


def is_lost(provision: Provision, norm: Norm, signaal: UitwegSignaal, soorten: tuple[GevolgSoort, ...]) -> bool:
    """«de ontheffing wordt ingetrokken», «een verzoek om kwijtschelding wordt geweigerd»: what is taken, not what is given."""
    if signaal.soort is UitwegSoort.ONTHEFFING:
        return True
    before = provision.document.text.content[norm.span.start : signaal.span.start]
    return signaal.soort in _GIVEN and not _TAKEN.isdisjoint(soorten) and _BUT.search(before) is None


def fits(soort: UitwegSoort, soorten: tuple[GevolgSoort, ...]) -> bool:
    """Whether a way out can soften these effects at all."""
    return soort is not UitwegSoort.BETALINGSREGELING or not soorten or not _TO_PAY.isdisjoint(soorten)
