"""What is itself refused, ended or taken is no way out of that («een verzoek om kwijtschelding wordt geweigerd»)."""

from __future__ import annotations

import re

from doenvermogentoets.analysis import Provision
from doenvermogentoets.norms.model import Gevolg, GevolgSoort, Norm, UitwegSignaal, UitwegSoort

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
# «verrekent een onterecht verleende kwijtschelding», «vordert het ten onrechte verleende uitstel terug»: what is taken back
_WRONGLY = re.compile(r"\b(?:onterecht|ten onrechte|onjuist|te ruim|te veel|teveel|onverschuldigd)\s+(?:[\w-]+e\s+){0,2}\Z", re.I)
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
    if signaal.soort in _GIVEN and _WRONGLY.search(before):
        return True
    return signaal.soort in _GIVEN and not _TAKEN.isdisjoint(soorten) and _BUT.search(before) is None


_REFUSED = frozenset((GevolgSoort.AFWIJZING, GevolgSoort.WEIGERING, GevolgSoort.NIET_IN_BEHANDELING, GevolgSoort.NIET_ONTVANKELIJK))
_ASKED_FOR = re.compile(r"\b(?:verzoek|aanvra(?:ag|gt|gen)|vraagt|aangevraagd|verzoekt)\b", re.I)
FROM_A_RULE = re.compile(
    r"\s+(?:verlenen\s+)?van\s+(?:de|het|deze|die|dit|een)\s+(?:[\w-]+\s+)?(?:termijn|lid|eis|verplichting|voorwaarde|artikel)", re.I
)


def is_what_was_asked(provision: Provision, norm: Norm, other: Norm, signaal: UitwegSignaal, soorten: tuple[GevolgSoort, ...]) -> bool:
    """«Op verzoek wordt vrijstelling verleend. Een verzoek dat later is gedaan, wordt afgewezen»: the exemption is what is refused."""
    if (
        signaal.soort is not UitwegSoort.ONTHEFFING
        or not soorten
        or not _REFUSED.issuperset(soorten)
        or other.span.start >= norm.span.start
    ):
        return False
    text = provision.document.text
    if FROM_A_RULE.match(text.content, signaal.span.end) is not None:
        return False
    return _ASKED_FOR.search(text[norm.span]) is not None and _ASKED_FOR.search(text[other.span]) is not None


_SANCTIONS = frozenset((GevolgSoort.BOETE, GevolgSoort.MAATREGEL, GevolgSoort.DWANGSOM))
_STOP = re.compile(r"[.;:,\n]")
_PAST = r"(?:is|zijn|was|waren|werd|werden|heeft|hebben|had|hadden)"
_DONE = r"(?:opgelegd|verbeurd|ontvangen|gekregen|toegepast)"
_BEFORE_NOW = re.compile(rf"\b{_PAST}\b(?:\s+[\w-]+){{0,6}}\s+{_DONE}\b|\b{_DONE}\s+{_PAST}\b")


def own_effects(provision: Provision, norm: Norm) -> tuple[Gevolg, ...]:
    """The effects of a norm without a sanction that is only its ground: «trekt de vergunning in indien eerder een boete is opgelegd»."""
    own = tuple(g for g in norm.gevolgen if g.soort not in _SANCTIONS or not _looks_back(provision, norm, g))
    return own or norm.gevolgen


def _looks_back(provision: Provision, norm: Norm, gevolg: Gevolg) -> bool:
    small = provision.document.text.small
    start = max((m.end() for m in _STOP.finditer(small, norm.span.start, gevolg.span.start)), default=norm.span.start)
    end = _STOP.search(small, gevolg.span.end, norm.span.end)
    said = (start, end.start() if end is not None else norm.span.end)
    return _BEFORE_NOW.search(small, *said) is not None


def fits(soort: UitwegSoort, soorten: tuple[GevolgSoort, ...]) -> bool:
    """Whether a way out can soften these effects at all."""
    return soort is not UitwegSoort.BETALINGSREGELING or not soorten or not _TO_PAY.isdisjoint(soorten)
