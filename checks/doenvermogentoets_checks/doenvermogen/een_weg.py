"""One road for what people ask or tell an authority that makes them go somewhere: a registered letter, one counter, a post abroad."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from doenvermogentoets.analysis import Analysis
from doenvermogentoets.text import Span
from doenvermogentoets_checks.doenvermogen.mensen import Vraag, vragen

_REGISTERED = re.compile(r"\b(?:per|bij|met een|door middel van een) aangetekend(?:e)? (?:brief|schrijven|post|stuk|zending)\b")
# «door tussenkomst van het hoofd van de consulaire post», «bij de Nederlandse vertegenwoordiging»; «uitsluitend bij de balie»
_ABROAD = re.compile(
    r"\b(?:door tussenkomst van|via|op|bij|aan) (?:het hoofd van )?(?:de|een|het) (?:nederlandse )?(?:(?:diplomatieke|consulaire)"
    r"(?: (?:of|en) (?:diplomatieke|consulaire))? (?:post|vertegenwoordiging)|ambassade|consulaat(?:-generaal)?)\b"
)
_COUNTER = re.compile(
    r"\b(?:uitsluitend|alleen|slechts|enkel) (?:aan|bij|op) (?:de|het|een) (?:[\w-]+ )?(?:balie|loket|gemeentehuis|stadhuis|stadskantoor)\b"
)
# What is asked or told, and handed in: not what somebody gets, and no notice in private law
_PAPER = re.compile(r"\b\w*(?:aanvra(?:ag|gen)|verzoek(?:en|schrift)?|melding|aangifte|bezwaar(?:schrift)?|opgave|declaratie)\b")
_GIVES = re.compile(
    r"\b(?:ingediend|gedaan|gericht|ingezonden|toegezonden|ingeleverd|aangevraagd|gestuurd|in te dienen|indienen|te doen|te richten"
    r"|dien(?:t|en)|doet|doen|zend(?:t|en)|stuurt|richt|meldt|vraagt)\b"
)
# Another road, wherever the artikel names it; and «bij aangetekende brief of aan het loket»
_BESIDE = re.compile(
    r"\belektronisch\w*|\bdigita\w+|\be-?mail\b|\bgemachtigde\b|\bontheffing\b|\b(?:op|langs) (?:een )?andere (?:wijze|weg)\b"
    r"|\btelefonisch\b|\bmondeling\b|\btenzij\b"
)
_OR = re.compile(r",? (?:of|dan wel|hetzij)\b|[^.;:]{0,60}? (?:of|dan wel) (?:aan|bij|per|via|in|op|door|met|langs|schriftelijk|gewone)\b")
_ALSO = re.compile(r"\b(?:ook|desgewenst|hetzij|bij voorkeur|zo mogelijk)\b")
_MAY = re.compile(r"\b(?:kan|kunnen|mag|mogen)\b")
_BOUND = re.compile(r"\b(?:slechts|alleen|uitsluitend|enkel)\b")


@dataclass(frozen=True, slots=True)
class Weg:
    """Words for the one road, and whether they make somebody travel (and not only to where letters are registered)."""

    vraag: Vraag
    span: Span
    reis: bool


def wegen(bill: Analysis) -> Iterator[Weg]:
    """Each sentence that leaves people one such road, where the artikel names no other."""
    for vraag in vragen(bill):
        provision, zin = vraag.provision, vraag.span
        small = provision.document.text.small
        match = next((m for p in (_REGISTERED, _ABROAD, _COUNTER) if (m := p.search(small, zin.start, zin.end)) is not None), None)
        if match is None or _PAPER.search(small, zin.start, zin.end) is None or _GIVES.search(small, zin.start, zin.end) is None:
            continue
        if _MAY.search(small, zin.start, zin.end) is not None and _BOUND.search(small, zin.start, zin.end) is None:
            continue  # one road of more
        span = Span(*match.span())
        around = bill.in_artikel(provision.unit) or (provision,)
        if _OR.match(small, span.end, zin.end) is not None or _ALSO.search(small, zin.start, zin.end) is not None:
            continue
        if not any(_BESIDE.search(p.document.text.small, p.span.start, p.span.end) for p in around):
            yield Weg(vraag, span, match.re is not _REGISTERED)
