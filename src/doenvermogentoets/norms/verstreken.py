"""What happens when a limit has run out, told without a condition: «Na afloop van deze termijn vervalt het recht», «Daarna vervalt …».

Only after a limit that a citizen has to keep is that the price of being late. After a duration («voor vijf jaar verleend») the same
words say how long something lasts, and after a limit of an authority what its own delay costs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms.model import Gevolg, Norm, Termijn
from doenvermogentoets.norms.telt import counts
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.text import Span

_TIME = r"(?:termijn|tijdstip|datum|dag|tijdvak|periode)"
_THAT = rf"(?:die|deze|dat|dit|de (?:aldus |daartoe |daarvoor )?(?:gestelde|genoemde|bedoelde|geldende)) {_TIME}\b"
_RUN_OUT = r"(?:\bna|\bbij|\bmet|\bdoor) (?:het )?(?:de )?(?:afloop|verloop|verstrijken|ommekomst|einde) van "
# «na afloop van deze termijn», «na die dag»: whatever stands between, it points at a limit that was told before
_POINTS = re.compile(
    rf"{_RUN_OUT}{_THAT}|\bna {_THAT}|\b(?:na afloop|na het verstrijken) daarvan\b"
    rf"|^(?:\W|\d)*is {_THAT}(?: [\w-]+)? (?:verstreken|voorbij|om|verlopen)\b"
)
_LIMIT = re.compile(r"\bbinnen (?:[\w-]+ ){1,3}(?:dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar)\b")
# «Daarna», as the first word: after what the sentence before it tells
_NEXT = re.compile(r"^(?:\W|\d)*(?:daarna|nadien|vanaf dat moment|vanaf dat tijdstip)\b(?!,? (?:telkens|steeds|jaarlijks))")
# «na afloop van de termijn, bedoeld in het eerste lid»: the reference says which limit
_REFERS = re.compile(
    rf"{_RUN_OUT}de (?:in [^.;,]{{1,60}} (?:bedoelde|genoemde|gestelde) termijn|termijn,? (?:bedoeld|genoemd|gesteld) in)\b"
)


def points_back(words: str) -> bool:
    """Whether lower-cased words tell what comes after a limit that was told before, without saying that something was not done."""
    return _POINTS.search(words) is not None or _NEXT.search(words) is not None


def without_time(words: str) -> str:
    """The words with those that point back at a limit blanked, of the same length."""
    for pattern in (_POINTS, _NEXT):
        words = pattern.sub(lambda m: " " * len(m[0]), words)
    return words


def refers_back(words: str) -> bool:
    """Whether lower-cased words tell what comes after the limit of another provision, which they refer to."""
    return _REFERS.search(words) is not None


def limit_before(analysis: Analysis, provision: Provision, zin: Span) -> tuple[Provision, Norm] | None:
    """The norm with the citizen's limit that a sentence about its running out looks back on; ``None`` without one."""
    for place, norm, termijn in _limits(analysis, provision, zin):
        if of_citizen(norm, termijn):
            return place, norm
    return None


def of_another(analysis: Analysis, provision: Provision, zin: Span) -> bool:
    """Whether the limit that a sentence looks back on is there, and is no citizen's: «beslist binnen acht weken. Daarna vervalt …»."""
    found = list(_limits(analysis, provision, zin))
    return bool(found) and not any(of_citizen(norm, termijn) for _, norm, termijn in found)


def _limits(analysis: Analysis, provision: Provision, zin: Span) -> Iterator[tuple[Provision, Norm, Termijn]]:
    """The limit that a sentence looks back on, in each norm that has it: the last one before it, or the one it refers to."""
    words = analysis.document.text.small[zin.start : zin.end]
    next_to = _NEXT.search(words) is not None
    if not next_to and _POINTS.search(words) is None:
        if refers_back(words):
            units = {u for r in references_in(analysis.document, zin) for u in r.units}
            yield from ((p, n, t) for p in analysis.within(units) if p is not provision for n in p.norms for t in n.termijnen)
        return
    before = [p for p in analysis.in_artikel(provision.unit) or (provision,) if p.span.start <= provision.span.start]
    told = [(p, n) for p in before for n in p.norms if n.termijnen and n.span.start < zin.start]
    if not told:
        return
    last = max((n.span for _, n in told), key=lambda span: span.start)
    between = [s.span for p in before for s in p.passage.sentences if last.end <= s.span.start < zin.start]
    if next_to and between:
        return  # another sentence stands between: «daarna» is after that
    if any(_LIMIT.search(analysis.document.text.small, span.start, span.end) for span in between):
        return  # «Het college beslist binnen acht weken»: a limit in a sentence that no norm was read from
    norms = [(p, n) for p, n in told if n.span == last]
    latest = max((t for _, n in norms for t in n.termijnen), key=lambda t: t.span.start)
    yield from ((p, n, t) for p, n in norms for t in n.termijnen if t.span == latest.span)


def of_citizen(norm: Norm, termijn: Termijn) -> bool:
    """Whether a citizen has to keep a limit: by the limit itself, or because the sentence asks an act of him."""
    who = norm.adressaat
    asked = norm.doenlast and who is not None and who.rol == "burger"
    return termijn.voor == "burger" or (termijn.voor == "onbekend" and asked)


def runs_out(analysis: Analysis, limit: Norm, later: Provision, other: Norm, gevolg: Gevolg) -> bool:
    """Whether an effect of ``other`` is what somebody loses when the limit of ``limit`` has run out."""
    found = any(norm.span == limit.span and of_citizen(norm, termijn) for _, norm, termijn in _limits(analysis, later, other.span))
    return found and counts(analysis, other, gevolg)
