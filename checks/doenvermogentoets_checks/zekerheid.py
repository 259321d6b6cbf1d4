"""How sure the text itself is that a consequence hits somebody hard: the difference between a warning and a suggestion.

A warning costs trust when it is wrong. So a finding about a consequence is one only if the text settles everything that makes it a
hardship: a person (or an ordinary business) is hit and not a body, an official or a trader in a law about that trade; the sentence leaves
no room and sets no limit; no words stand near that may be a way out, even if their bearing is unclear; and it is neither criminal nor
private law, where the Awb does not hold (Awb 1:1, 1:3 and 1:6). Where one of these is open, the same finding is a suggestion. What is found
to be there, is said in the finding, so that a reader can settle it.
"""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.text import Span
from doenvermogentoets_checks.buiten_awb import ander_recht
from doenvermogentoets_checks.twijfel import Onzeker, Twijfel
from doenvermogentoets_checks.verzachting import ruimte, verzachting
from doenvermogentoets_checks.wie_treft import treft


def onzeker(analysis: Analysis, provision: Provision, zin: Span, gevolg: Span) -> Onzeker | None:
    """The first doubt about a consequence; ``None`` when the text settles it.

    Args:
        zin: the sentence of the consequence with its condition (code points).
        gevolg: the words of the consequence itself, which say nothing about room.
    """
    return next(_doubts(analysis, provision, zin, gevolg), None)


def _doubts(analysis: Analysis, provision: Provision, zin: Span, gevolg: Span) -> Iterator[Onzeker]:
    law = ander_recht(analysis, provision)
    if law is not None:
        yield law
    who = treft(analysis, provision, zin)
    if who is not None:
        yield who
    room = ruimte(provision.document, zin, gevolg)
    if room is not None:
        yield Onzeker(Twijfel.RUIMTE, room)
    out = verzachting(analysis, provision, zin)
    if out is not None:
        yield Onzeker(Twijfel.UITWEG, out)
