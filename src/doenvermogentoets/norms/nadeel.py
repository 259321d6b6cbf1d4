"""An adverse effect with what is needed to judge it: why it sets in by the words that belong to it, how completely, how high."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms.aanleiding import ORDER, Aanleiding, aanleiding, patterns, undotted
from doenvermogentoets.norms.model import Gevolg, GevolgSoort, Norm
from doenvermogentoets.text import Span

NEUTRAL = frozenset({Aanleiding.VOORWAARDE, Aanleiding.GEEN})
"""Occasions that say nothing of what somebody did or left undone."""

_ELIGIBILITY = frozenset({GevolgSoort.GEEN_RECHT, GevolgSoort.UITSLUITING})


@dataclass(frozen=True)
class Nadeel:
    """An adverse effect with what is needed to judge it.

    Attributes:
        provision, norm: where it stands.
        gevolg: the effect that is shown (the heaviest of the norm).
        aanleiding: why it sets in.
        aanleiding_span: the words that say so, if any.
        totaal: words that make it all or nothing («op nihil», «over het gehele jaar»).
        vast: it has a fixed height.
        zwaar: its words make a mostly light kind of effect heavy («verdubbeld», «zonder dat de beslagvrije voet»).
        ruim: known by the class of its predicate only, whatever it is about; a finding of it suggests.
    """

    provision: Provision
    norm: Norm
    gevolg: Gevolg
    aanleiding: Aanleiding
    aanleiding_span: Span | None
    totaal: Span | None
    vast: bool
    zwaar: bool = False
    ruim: bool = False

    @property
    def gebonden(self) -> bool:
        """A decision without room, or no decision at all."""
        return self.norm.bevoegdheid != "discretionair"

    @property
    def van_rechtswege(self) -> bool:
        """It sets in without a decision."""
        return self.norm.bevoegdheid == "geen"

    @cached_property
    def soorten(self) -> frozenset[GevolgSoort]:
        return frozenset(g.soort for g in self.norm.gevolgen)


def nadeel_of(analysis: Analysis, provision: Provision, norm: Norm, gevolg: Gevolg) -> Nadeel:
    """An effect of a norm with why it sets in."""
    known = patterns()
    at = max(gevolg.span.start - norm.span.start, 0)
    words = own_words(analysis, norm, gevolg)
    reason = reason_of(words, gevolg)
    name = next((n for a, n in ORDER if a is reason), None)
    if reason is Aanleiding.VERZUIM and not known["verzuim"].occurs(words):
        name = "gebreke"
    because = known[name].search(words) if name is not None else None
    colon = words.find(":")
    listed = gevolg.soort in _ELIGIBILITY or reason in (Aanleiding.EINDE, Aanleiding.SAMENLOOP, Aanleiding.VERZOEK)
    if because is not None and listed and 0 <= colon < because.start() and not (colon < at and words[:colon].isspace()):
        # one of a list of conditions for a right; a list of events in a life stays what it is
        reason, because = (reason if _all_over(words[colon:]) else Aanleiding.VOORWAARDE), None
    at = norm.span.start
    total = known["totaal"].search(words) or known["totaal-jaar"].search(_unconditional(words, norm))
    return Nadeel(
        provision=provision,
        norm=norm,
        gevolg=gevolg,
        aanleiding=reason,
        aanleiding_span=Span(at + because.start(), at + because.end()) if because else None,
        totaal=Span(at + total.start(), at + total.end()) if total else None,
        vast=known["vast"].occurs(words),
    )


# «vervalt indien betrokkene niet aantoonbaar met de trein reist»: who cannot prove it loses the right, whether he did it or not; and
# «De opgeschorte termijnen vervallen»: what was held back was so because something had not been done
_MISSED = re.compile(
    r"\b(?:indien|als|wanneer|zodra|die)\b[^.;:]{0,90}\bniet (?:meer |langer )?(?:aantoonbaar(?! (?:is|zijn) in\b)|kan aantonen\b"
    r"|(?:is|wordt) aangetoond\b|aannemelijk (?:maakt|kan maken|heeft gemaakt|is gemaakt)\b)"
    r"|\b(?:opgeschorte|ingehouden|aangehouden|niet (?:uitbetaalde|uitgekeerde|afgehaalde|opgevraagde|opgenomen))"
    r" (?:[\w-]+ )?(?:termijn(?:en)?|bedrag(?:en)?|uitkering(?:en)?|gelden)\b"
)
_ITEM = re.compile(r"(?<=[:;,])\s+(?:[a-z]{1,2}|\d{1,2}°?|[ivx]+)[.)°]\s|(?<=[:;])\s+[–-]\s")


def reason_of(words: str, gevolg: Gevolg) -> Aanleiding:
    """Why the effect sets in; where a right ends by itself, the ground of a list that is an omission counts, whatever the others are."""
    reason = aanleiding(words)
    if gevolg.soort is GevolgSoort.VERVAL and reason in NEUTRAL and _MISSED.search(words) is not None:
        return Aanleiding.VERZUIM
    colon = words.find(":")
    if gevolg.soort is not GevolgSoort.VERVAL or colon < 0 or reason in (Aanleiding.VERZUIM, Aanleiding.GEEN):
        return reason
    items = _ITEM.split(words[colon:])[:30]
    if len(items) > 2 and any(aanleiding(item) is Aanleiding.VERZUIM for item in items[1:]):
        return Aanleiding.VERZUIM
    return reason


_CLAUSE = re.compile(r"\b(?:wordt|worden|is|zijn|vervalt|vervallen|heeft|hebben|eindigt|weigert|verliest|bestaat)\b")
# «Meldt hij niet tijdig, dan:», «Voor wie niet betaalt geldt:»: what all onderdelen follow on
_OCCASION = re.compile(
    r"\b(?:indien|als|wanneer|zodra|voor ?zover|bij gebreke|niet|geen|te laat|nalaat|nalaten|onjuist\w*|onvolledig\w*)\b"
)


def own_words(analysis: Analysis, norm: Norm, gevolg: Gevolg) -> str:
    """The lower-cased sentence as far as it tells why this effect sets in; all else is blank, so that every word keeps its place."""
    return _own_item(without_effect(analysis, norm, gevolg), max(gevolg.span.start - norm.span.start, 0))


def _own_item(words: str, at: int) -> str:
    """The words of the onderdeel that an effect stands in with an occasion they all share, where it is a clause of its own; else all."""
    colon = words.find(":", 0, at)
    if colon < 0:
        return words
    bounds = [m.end() for m in _ITEM.finditer(words, colon)]
    start = max((b for b in bounds if b <= at), default=None)
    if start is None:
        return words
    end = min((b for b in bounds if b > at), default=len(words))
    if _CLAUSE.search(words, start, at) is None or ";" in words[start:at]:
        return words
    lead = words[: colon + 1] if _OCCASION.search(words, 0, colon) is not None else " " * (colon + 1)
    return lead + " " * (start - colon - 1) + words[start:end] + " " * (len(words) - end)


def _all_over(items: str) -> bool:
    """Whether every ground of a list is that the right has served its purpose, or that somebody asked."""
    found = [aanleiding(item) for item in _ITEM.split(items)[1:30]]
    return len(found) > 1 and all(reason in (Aanleiding.EINDE, Aanleiding.VERZOEK, Aanleiding.SAMENLOOP) for reason in found)


def without_effect(analysis: Analysis, norm: Norm, gevolg: Gevolg) -> str:
    """The lower-cased sentence with the words of the effect blanked: «geen recht» is no omission."""
    words = undotted(analysis.document.text[norm.span].lower())
    start, end = gevolg.span.start - norm.span.start, gevolg.span.end - norm.span.start
    if gevolg.soort is GevolgSoort.UITSLUITING and 0 <= start <= end <= len(words):
        return words[:start] + " " * (end - start) + words[end:]  # «geen nieuw verzoek worden gedaan»: nor is that
    if gevolg.soort is GevolgSoort.GEEN_RECHT and 0 <= start <= end <= len(words):
        short = min(end, start + 12)
        return words[:start] + " " * (short - start) + words[short:]
    return words


def _unconditional(words: str, norm: Norm) -> str:
    """The words with the conditions blanked: «de jaaropgave over het kalenderjaar niet overlegt» says what is missing, not what is lost."""
    for condition in norm.voorwaarden:
        start, end = max(condition.start - norm.span.start, 0), max(min(condition.end - norm.span.start, len(words)), 0)
        words = words[:start] + " " * (end - start) + words[end:]
    return words
