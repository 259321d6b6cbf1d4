"""What somebody left undone, did too late or received too much, as the condition of a sentence says."""

from __future__ import annotations

import re

from doenvermogentoets.document import Document
from doenvermogentoets.norms.aanleiding import patterns
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import shared_phrases

_MISSED = re.compile(
    r"\b(?:nalaat|nalaten|nagelaten(?! betrekkingen)|verzuimt|verzuimd"
    r"|in gebreke|achterwege (?:blijft|is gebleven|laat|gelaten)|onbetaald)\b"
    r"|\bbij gebreke (?:waarvan|daarvan|van)\b|\b(?:uitblijft|uitgebleven)\b|\bblijf(?:t|en) (?:\w+ ){1,6}uit\b|\bontbre(?:ekt|ken)\b"
    r"|\bla(?:at|ten) (?:hij|zij|deze|de \w+) (?:dat|dit|zulks) na\b|\b(?:niet(?:-| )tijdige|te late|niet-nakoming|niet-naleving)\b"
    r"|\btermijn[^.;:]{0,60}\boverschr(?:eden|ijdt)\b|\b(?:te laat|(?<!niet )later)\b"
    r"|\bbuiten (?:de|het|die|dat|deze) (?:[^.;,]{0,50} )?(?:termijn|periode|tijdvak)\b"
    r"|\bna (?:die|deze|dat|de|het|afloop|\d+)[^.;:,]{0,60}?"
    r"\b(?:ontvangen|ingediend|gedaan|ingekomen|binnengekomen|ingeleverd|aangevraagd)\b"
)
_NEGATION = re.compile(r"\b(?:niet|geen|nimmer|onvolledig|zonder)\b")
_OF_OTHERS = re.compile(r"\s*(?:uitspraak|beslissing|besluit|toestemming)\b")  # what a court or an authority has not done yet
_NO_LONGER = re.compile(r"\s*(?:meer|langer)\b")
_WHO = re.compile(r"\b(?:degene|die|dat|welke|wie|waar\w*)\b")
_REACH = 110  # characters between the denial and the act


def nagelaten(document: Document, zin: Span, gevolg: Span) -> bool:
    """Whether the sentence says that somebody left an act undone, or did it too late, in the condition and not in the consequence."""
    small = document.text.small
    condition = small[zin.start : gevolg.start] + " " * len(gevolg) + small[gevolg.end : zin.end]
    if _MISSED.search(condition) is not None or patterns()["weigering"].occurs(condition):
        return True
    acts = shared_phrases("daden")
    for denial in _NEGATION.finditer(condition):
        rest = re.split(r"[.;:]", condition[denial.end() : denial.end() + _REACH])[0]
        if _NO_LONGER.match(rest) is not None:
            rest = _WHO.split(rest)[0]  # «niet meer werkt onder degene die het bewijs heeft verstrekt»: that act is another's
        if _OF_OTHERS.match(rest) is None and rest in acts:
            return True
    return False


def te_veel(document: Document, zin: Span) -> bool:
    """Whether the sentence speaks of what was received too much."""
    return shared_phrases("daden", "teveel").first(document, zin) is not None
