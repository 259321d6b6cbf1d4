"""A sentence that binds an authority, rewritten so that it may: «wordt teruggevorderd» becomes «kan worden teruggevorderd».

A power beside the duty would leave two provisions that contradict each other, so the sentence itself is replaced. Only forms are
rewritten of which the result is sure to be Dutch; for all others :func:`kan` gives nothing, and the advice stays without an edit.
"""

from __future__ import annotations

import re

from doenvermogentoets.analysis import Provision
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import trimmed

_DEEL = r"(?:teruggevorderd|ingetrokken|herzien|beëindigd)"
_IF = r"(?:indien|als|wanneer|zodra|voor zover|voorzover|tenzij|nadat)"
# The clause of the effect: from its finite verb, with no other clause in between.
_PASSIVE = re.compile(rf"\b(?P<wordt>wordt|worden)\b(?P<midden>[^,;:\n]*?)\s(?P<deel>{_DEEL})\b")
_ACTIVE = (
    (re.compile(rf"\b(?P<eerst>vordert|vorderen)\s(?P<midden>[^,;:\n]+?)\sterug(?=[.,;]|\s{_IF}\b)"), "terugvorderen"),
    (re.compile(rf"\b(?P<eerst>trekt|trekken)\s(?P<midden>[^,;:\n]+?)\sin(?=[.,;]|\s{_IF}\b)"), "intrekken"),
    (re.compile(rf"\b(?P<eerst>herziet)\s(?P<midden>[^,;:\n]+?)(?=[.,;]|\s{_IF}\b)"), "herzien"),
    (re.compile(rf"\b(?P<eerst>beëindigt)\s(?P<midden>[^,;:\n]+?)(?=[.,;]|\s{_IF}\b)"), "beëindigen"),
)
_PLURAL = frozenset({"worden", "vorderen", "trekken"})
_SUBORDINATE = re.compile(rf"(?:^|[,;:]\s*|\s)(?:{_IF}|die|dat|waarvan|waarop|omdat|zodat|of)\s[^,;:]*\Z", re.I)
_VERB = re.compile(rf"\b(?:{_DEEL}|vordert|vorderen|trekt|trekken|herziet|beëindigt)\b")
# «niet», room that is there already, or a measure of its own: «geheel of gedeeltelijk» would not fit
_OTHER = re.compile(r"\b(?:niet|geen|kan|kunnen|geheel|gedeeltelijk|volledig|slechts|alsnog|opnieuw|zonder|en|of)\b", re.I)
_LONGEST = 600  # code points; a longer sentence is a list or a table


def kan(provision: Provision, effect: Span) -> tuple[Span, str] | None:
    """The sentence that an effect stands in and how it reads as a power; ``None`` if it cannot be rewritten safely."""
    document = provision.document
    found = provision.passage.at(effect.start)
    if found is None:
        return None
    sentence = trimmed(document, found.span)
    text = document.text[sentence]
    if len(text) > _LONGEST or "\n" in text or len(_VERB.findall(text)) != 1:
        return None
    match = _PASSIVE.search(text)
    if match is not None:
        tail = f"worden {match['deel']}"
        first = match["wordt"]
    else:
        match, tail = next(((m, inf) for pattern, inf in _ACTIVE if (m := pattern.search(text)) is not None), (None, ""))
        if match is None:
            return None
        first = match["eerst"]
    middle = match["midden"].strip()
    if _SUBORDINATE.search(text[: match.start()]) is not None or _OTHER.search(middle) is not None:
        return None
    modal = "kunnen" if first in _PLURAL else "kan"
    words = " ".join(w for w in (modal, middle, "geheel of gedeeltelijk", tail) if w)
    return sentence, text[: match.start()] + words + text[match.end() :]
