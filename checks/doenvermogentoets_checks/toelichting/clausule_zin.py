"""What one sentence of a toelichting says of a clause: that there is one, for whom, and in which parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets_checks.toelichting.clausule_woorden import CLAUSULE, CRITERIUM, DE_CLAUSULE, ERMEE, lijsten
from doenvermogentoets_checks.toelichting.lezen import zegt_het_nu
from doenvermogentoets_checks.toelichting.uitzondering_onbekend import elders

NIET = re.compile(r"\b(?:niet|geen|nooit|nimmer|zonder|evenmin|onmogelijk|uitgesloten)\b", re.I)
_EN = re.compile(r",| \b(?:en (?:ook |die (?:over|van|op) )?|of |alsmede |evenals |net als |maar ook |dan wel |als )", re.I)
# The case and the reason, which are not what is deviated from.
_VOORAF = re.compile(
    r"^(?:Waar|Als|Indien|Wanneer|Zodra|Voor zover|Omdat|Doordat|Aangezien|Nu|Voor het (?:\w+ )?geval|Is|Heeft|Wordt|Blijkt)\b[^,]*,"
    r"|,? (?:omdat|want|zodat|doordat|aangezien|bijvoorbeeld|zoals)\b.*|\b(?:als|indien|wanneer|waarin)\b[^,;.]*",
)
_PAAR = re.compile(r"\b(?:(?<!tot )en|of|alsmede|evenals|dan wel)\b")


def zegt_nu(zin: Zin) -> bool:
    text = CRITERIUM.sub("", zin.text)
    return zegt_het_nu(text) and not elders(re.sub(r"\b(?:lasten|gevolgen|kost)\b", "", text))


def zacht_gezegd(zin: Zin) -> bool:
    """The sentence says that a special case is treated more mildly, with or without a word of power."""
    return lijsten().weg.search(zin.text) is not None and lijsten().bijzonder.search(zin.text) is not None and not KAN_NIET.search(zin.text)


KAN_NIET = re.compile(
    r"\b(?:kan|kunnen|mag|mogen|biedt|is|zijn)\b[^.;,]{0,50}\b(?:niet|geen)\b|\bgeen (?:ruimte|plaats|uitzondering)", re.I
)


def opens_way_out(zin: Zin) -> bool:
    """The sentence says that somebody may set the rule aside, in a special case or at all."""
    lists = lijsten()
    return (
        lists.weg.search(zin.text) is not None
        and lists.mag.search(zin.text) is not None
        and NIET.search(buiten_voorwaarde(zin.text)) is None
    )


_WIE = re.compile(r"\b(?:als|indien|wanneer|die|wie|wiens|waarin|waarvoor|voor wie)\b[^.,;]*|\bniet(?:temin)\b", re.I)


def buiten_voorwaarde(text: str) -> str:
    """The sentence without its conditions, whose denials say nothing of the clause."""
    return _WIE.sub("", text)


def continues(explanation: Explanation, zin: Zin) -> bool:
    """«De clausule ziet uitsluitend op …» after a sentence that names it."""
    at = explanation.position(zin)
    before = explanation.zinnen_of(zin.alinea)[max(0, at - 2) : at]
    if DE_CLAUSULE.search(zin.text) is not None and any(CLAUSULE.search(z.text) for z in before):
        return True
    return ERMEE.search(zin.text) is not None and bool(before) and CLAUSULE.search(before[-1].text) is not None


def paren(text: str) -> Iterator[tuple[str, str]]:
    """What stands on both sides of «en» or «of», as far as the next comma, «en» or «of»."""
    for part in re.split(r"[.;:]|, (?!of|en)", text):
        sides = _PAAR.split(part)
        yield from ((a.strip(), b.strip()) for a, b in pairwise(sides) if a.strip() and b.strip())


def delen(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a sentence as they stand, and their words without the case, the reason and what every clause says.

    What is left out is replaced by blanks, so that a part is quoted as it stands.
    """

    def blank(match: re.Match[str]) -> str:
        return " " * len(match.group(0))

    bare = _VOORAF.sub(blank, lijsten().bijzonder.whole.sub(blank, text))
    start = 0
    for end, after in (*((m.start(), m.end()) for m in _EN.finditer(bare)), (len(bare), len(bare))):
        said = bare[start:end]
        if said.strip():
            first, last = start + len(said) - len(said.lstrip()), start + len(said.rstrip())
            yield text[first:last].rstrip("."), said.strip()
        start = after
