"""What takes the edge off a time limit in its own artikel: more time, or an effect that ends as soon as the person acts."""

from __future__ import annotations

import re
from bisect import bisect_right

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms.room import refused
from doenvermogentoets.text import Span
from doenvermogentoets_checks.artikelsgewijs import per_artikel
from doenvermogentoets_checks.common import phrases
from doenvermogentoets_checks.dichtbij import verloren
from doenvermogentoets_checks.termijnen.wiens import PACKAGE

_LONGER = re.compile(r"verleng")
_TIME = re.compile(r"\b(?:\w*termijn\w*|periode|tijdvak|duur|dagen|weken|maanden|uitstel)\b")


def _of_time(small: str, within: Span, at: Span) -> bool:
    """What is lengthened is a time, and not a licence."""
    return _TIME.search(small, max(within.start, at.start - 160), min(within.end, at.end + 80)) is not None


# «Uitstel wordt slechts verleend indien het verzoek binnen een week is gedaan»: what may be had in time, gives no more time for asking it
_ONLY = re.compile(r"\b(?:slechts|alleen|uitsluitend|enkel)\b[^.;]{0,80}\b(?:indien|als|wanneer|mits|op voorwaarde)\b")


def more_time(analysis: Analysis, provision: Provision, own: Span | None = None) -> Span | None:
    """Words in the same artikel that give more time; «uitstel wordt niet verleend» gives none.

    Args:
        own: the sentence of the limit.
    """
    for span, only in _times(analysis, provision):
        if own is None or only is None or not only.overlaps(own):
            return span
    return None


@per_artikel
def _times(analysis: Analysis, provision: Provision) -> tuple[tuple[Span, Span | None], ...]:
    """The words of an artikel that give more time, each with its sentence where it says that this is given in time only."""
    search = phrases(PACKAGE, "meer-tijd")
    out: list[tuple[Span, Span | None]] = []
    for p in analysis.in_artikel(provision.unit):
        small = p.document.text.small
        for span in search.find(p.document, p.span):
            sentence = p.passage.at(span.start)
            if sentence is None:
                out.append((span, None))
                continue
            if _LONGER.match(small, span.start) is not None and not _of_time(small, sentence.span, span):
                continue  # «wordt de inschrijving niet verlengd»: a licence goes on, the limit does not
            first, last = (bisect_right(sentence.starts, at) - 1 for at in (span.start, span.end - 1))
            if not refused(sentence.words, max(first, 0), max(last, 0)) and not verloren(p.document, sentence.span, span):
                only = _ONLY.search(small, sentence.span.start, sentence.span.end) is not None
                out.append((span, sentence.span if only else None))
    return tuple(out)


# «uiterlijk twee weken tevoren, tenzij dit niet in redelijkheid van hem kan worden gevergd», «Is dat niet mogelijk, dan meldt hij dit
# zo spoedig mogelijk»: whoever could not be in time, is not late
_NOT_ASKED = re.compile(
    r"\b(?:tenzij|behalve (?:als|indien|wanneer)|behoudens (?:als|indien|wanneer"
    r"|voor zover))\b(?=[^.;]{0,120}\b(?:redelijkheid|redelijkerwijs|billijkheid)\b)"
    r"[^.;]{0,120}\b(?:gevergd|verlangd|gevraagd|verwacht|geëist|mogelijk|onmogelijk)\b"
)
_OTHERWISE_LATER = re.compile(
    r"[\s\d.]*(?:is|blijkt|indien|als|wanneer|voor ?zover)\b[^.;,]{0,60}\b(?:niet|on)(?: (?:redelijkerwijs|tijdig"
    r"|in redelijkheid|op tijd))*\s?"
    r"(?:mogelijk|haalbaar)\b[^.;]{0,120}\bzo (?:spoedig|snel) mogelijk\b"
)


def not_asked(provision: Provision, zin: Span, limit: Span) -> Span | None:
    """Words behind a limit that let off, or give later, whoever cannot reasonably be in time."""
    small = provision.document.text.small
    found = _NOT_ASKED.search(small, limit.end, zin.end) or _OTHERWISE_LATER.match(small, zin.end, provision.span.end)
    return Span(found.start(), found.end()) if found is not None else None


# «verstrekt binnen tien dagen aanvullende gegevens»: repair of an application, and else one more duty
_APPLIED = re.compile(
    r"\b\w*aanvra(?:ag|gen|ge|agformulier)\b|\b(?:on)?volledig\w*|\bontbre\w+|\bverzoekschrift\b"
    r"|\b(?:zijn|haar|hun|het|een) verzoek\b(?! van\b)"
)


def repairs(analysis: Analysis, provision: Provision, zin: Span) -> bool:
    """Whether a sentence gives time to repair: the words for it, or more data for what somebody applied for in the artikel."""
    document = provision.document
    if phrases(PACKAGE, "herstel").first(document, zin) is not None:
        return True
    if phrases(PACKAGE, "aanvulling").first(document, zin) is None:
        return False
    near = analysis.in_artikel(provision.unit) or (provision,)
    return any(_APPLIED.search(p.document.text.small, p.span.start, p.span.end) is not None for p in near)


_ENDS = re.compile(
    r"\bopschorting\b[^.;]{0,40}\b(?:wordt|eindigt)\b[^.;]{0,30}\b(?:beëindigd|opgeheven|ingetrokken|zodra)\b|\bbetaling\b[^.;]{0,60}\bhervat\b",
    re.I,
)


@per_artikel
def lifted(analysis: Analysis, provision: Provision) -> bool:
    """The artikel ends the suspension as soon as what was missing is there: that is repair."""
    return any(_ENDS.search(p.document.text[p.span]) is not None for p in analysis.in_artikel(provision.unit))
