"""Whether a provision is about criminal, disciplinary or private law, where the Awb does not hold (Awb 1:1, 1:3 and 1:6)."""

from __future__ import annotations

import re

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.text import Span
from doenvermogentoets_checks.artikelsgewijs import per_artikel, per_provision
from doenvermogentoets_checks.common import shared_phrases, shared_table
from doenvermogentoets_checks.twijfel import Onzeker, Twijfel


def ander_recht(analysis: Analysis, provision: Provision) -> Onzeker | None:
    """Whether the regulation or the artikel is about criminal, disciplinary or private law, by its title or words (Awb 1:1, 1:3, 1:6)."""
    title = analysis.document.title.lower()
    if any(part in title for part in shared_table("ander-recht")["titels"]):
        return Onzeker(Twijfel.ANDER_RECHT)
    straf = _straf(analysis, provision)
    own = _privaat(analysis, provision)
    span = straf if straf is not None else own
    return Onzeker(Twijfel.ANDER_RECHT, span) if span is not None else None


@per_artikel
def _straf(analysis: Analysis, provision: Provision) -> Span | None:
    """The first words of criminal or disciplinary law in the artikel."""
    near = (shared_phrases("ander-recht", "straf").first(p.document, p.span) for p in analysis.in_artikel(provision.unit) or (provision,))
    return next((span for span in near if span is not None), None)


@per_provision
def _privaat(analysis: Analysis, provision: Provision) -> Span | None:
    """The first words of private law in the provision."""
    found = shared_phrases("ander-recht", "privaat").find(provision.document, provision.span)
    return next((span for span in found if not _levies(provision, span)), None)


_LEVIED = re.compile(r"\bdwangbevel\w*\b|\binvorder\w*\b|\bvorder(?:t|en)\b[^.;]{0,80}\bin\b")


def _levies(provision: Provision, word: Span) -> bool:
    """«vordert in bij dwangbevel en kan beslag leggen»: an attachment by the authority itself (Awb 4:114), no matter between citizens."""
    small = provision.document.text.small
    zin = provision.sentence_at(word.start)
    if not small.startswith("beslag", word.start) or _LEVIED.search(small, zin.start, zin.end) is None:
        return False
    return any(n.adressaat is not None and n.adressaat.rol == "overheid" for n in provision.norms_in(zin))


def elders_geregeld(analysis: Analysis, provision: Provision, zin: Span) -> bool:
    """Whether a sentence is beyond doubt about criminal procedure or the rights of private parties: then there is nothing to find."""
    title = analysis.document.title.lower()
    if any(part in title for part in shared_table("ander-recht")["titels"]):
        return True
    document = provision.document
    if "administratieve sanctie" in document.text.small[zin.start : zin.end]:
        return False  # imposed and collected as in criminal law, but by the authority itself
    return shared_phrases("ander-recht", "zeker").first(document, zin) is not None
