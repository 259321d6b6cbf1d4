"""What the Awb gives, as the measure of a limit: how long, on what ground, and in which words of the text."""

from __future__ import annotations

import re

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Document
from doenvermogentoets.findings import Suggestion
from doenvermogentoets.norms.getroffene import only_authorities
from doenvermogentoets.norms.model import Norm
from doenvermogentoets.text import Span
from doenvermogentoets_checks.doenvermogen.mensen import speaks_of_people
from doenvermogentoets_checks.gericht import leans_to_people
from doenvermogentoets_checks.twijfel import Twijfel
from doenvermogentoets_checks.wie_treft import treft

# The Awb lets a regulation set another time for payment: what is asked is a reason, and no leave to deviate.
PAYMENT = "Awb 4:87 (zes weken na bekendmaking; een wettelijk voorschrift mag een andere termijn stellen, tweede lid) en 4:94 (uitstel)"

# A beleidsregel is no «wettelijk voorschrift» (Awb 1:3, fourth paragraph): it cannot shorten the six weeks.
PAYMENT_IN_A_POLICY = (
    "Awb 4:87 (zes weken na bekendmaking; alleen een wettelijk voorschrift mag een andere termijn stellen, tweede lid, en een beleidsregel "
    "is dat niet) en 4:94 (uitstel)"
)

REASON = "Ar 2.46 (alleen afwijken van een algemene wet als het nodig is, met motivering in de toelichting)"

DURATION = re.compile(
    r"(?<!\w)(?:binnen\s+)?(?:\w+)\s+(?:uur|uren|werkdag(?:en)?|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|ja(?:ar|ren))(?!\w)", re.I
)

# The length of a term, without what stands in front of it («binnen», «uiterlijk») and behind it («na», «nadat»).
_LENGTH = re.compile(r"\b\w+\s+(?:uur|uren|werkdag(?:en)?|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|ja(?:ar|ren))(?!\w)", re.I)

_AT_ONCE = re.compile(r"(?:terstond|onmiddellijk|onverwijld|direct|meteen|ineens|op staande voet)", re.I)

_DEROGATES = re.compile(
    r"\b(?:in afwijking van|anders dan|afwijkend van)\b[^.;]{0,60}?(?:\b(?:6:7|4:87|4:112)\b|algemene wet bestuursrecht|\bawb\b)"
)


def as_in_awb(document: Document, norm: Norm, term: Span, length: str, article: str) -> Suggestion:
    """The length of the Awb in the words of the text; a derogation is not given the length it derogates from, but goes altogether."""
    if _DEROGATES.search(document.text.small, norm.span.start, norm.span.end) is not None:
        return Suggestion(f"de afwijking schrappen, zodat de {length} van Awb {article} gelden")
    title = f"de termijn op {length} stellen (Awb {article})"
    return Suggestion(title, replacement=as_long(document.text[term], length))


def as_long(said: str, length: str) -> str | None:
    """The same words with another length («uiterlijk twee weken» with «zes weken»); ``None`` where that cannot be told."""
    found = list(_LENGTH.finditer(said))
    if len(found) != 1:
        return f"binnen {length}" if _AT_ONCE.fullmatch(said.strip()) else None
    return said[: found[0].start()] + length + said[found[0].end() :]


def may_be_people(bill: Analysis, provision: Provision, zin: Span) -> bool:
    """Whether people are among those it hits: not where the text names bodies («gedeputeerde staten»), or nobody in a text on firms."""
    if only_authorities(bill, provision) and not speaks_of_people(provision):
        return False
    doubt = treft(bill, provision, zin)
    return doubt is None or (doubt.twijfel is Twijfel.NIEMAND and leans_to_people(bill))
