"""The transitional law of a bill, and what a toelichting says of it under the heading of its artikel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from doenvermogentoets.norms.model import Soort

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Provision
    from doenvermogentoets.document import Unit
    from doenvermogentoets.text import Span
    from doenvermogentoets.toelichting.explanation import Explanation

_OVERGANG = re.compile(r"\bovergangs|^\W*overgang\W*$", re.I)
_BLIJFT = re.compile(
    r"\bblijf(?:t|ven)\b[^.;]{0,160}\bvan toepassing\b(?=[^.;]*\b(?:zoals|voor|vóór|inwerkingtreding|verleend|ingediend)\b)|\b(?:vóór|"
    r"voor) (?:het tijdstip van |de )inwerkingtreding\b(?! van (?:de|het) )"
    r"|\bop het tijdstip van inwerkingtreding van (?:deze|dit|artikel)\b",
    re.I,
)
_INTREKKING = re.compile(r"^(?:De|Het)\b[^.;]{4,160}\bword(?:t|en) ingetrokken\b", re.I)
# Fewer words say no more than that the artikel is there.
_MINST, _WOORD = 6, re.compile(r"\w+")
_ZEGT_NIETS = re.compile(
    r"\b(?:spreekt|spreken) voor zich\b|\b(?:behoeft|behoeven|vergt|vergen)\b[^.;]{0,30}\bgeen (?:\w+ )?toelichting\b", re.I
)


def is_intrekking(provision: Provision) -> bool:
    """It repeals a regulation."""
    return _INTREKKING.search(provision.document.text[provision.span]) is not None


def is_overgang(provision: Provision) -> bool:
    """It says what holds for cases from before, or repeals."""
    artikel = provision.unit.artikel
    text = provision.document.text[provision.span]
    named = artikel is not None and _OVERGANG.search(artikel.heading) is not None
    return named or _BLIJFT.search(text) is not None or is_intrekking(provision)


def _slot(explanation: Explanation, artikel: Unit) -> bool:
    """The artikel only has the last provisions of a bill, such as when it enters into force."""
    norms = [n for p in explanation.bill.in_artikel(artikel) for n in p.norms]
    return bool(norms) and all(n.soort is Soort.SLOT for n in norms)


def onder_eigen_kop(explanation: Explanation) -> Iterator[Span]:
    """The paragraphs that deal with transitional law under the heading of its artikel alone, in whatever words."""
    artikelen = {p.unit.artikel for p in explanation.bill.provisions if is_overgang(p) and not is_intrekking(p)}
    for artikel in artikelen:
        if artikel is None or not all(is_overgang(p) for p in explanation.bill.provisions if p.unit.artikel is artikel):
            continue  # beside a rule of another kind the text may be about that one
        for section in explanation.articles.get(artikel, ()):
            beside = [a for a, found in explanation.articles.items() if section in found and a is not artikel]
            if all(a in artikelen or _slot(explanation, a) for a in beside):
                yield from (a.span for a in section.alineas if len(_WOORD.findall(a.text)) >= _MINST and not _ZEGT_NIETS.search(a.text))
