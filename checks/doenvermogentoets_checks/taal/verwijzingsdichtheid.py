"""Many references in one sentence of statutory text (Ar paragraph 3.3)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Document, Reference
from doenvermogentoets.findings import Hit
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.taal.tekst import bepalingen, is_definitie, stukken, voor_burgers

_NUMMER = re.compile(r"\d+[a-z]{0,3}(?:[.:]\d+[a-z]{0,3})*")
# A list of provisions that are declared applicable is prescribed form (Ar paragraph 3.3) and is not read as running text.
# So is the list of what a penal provision punishes.
_APPLIES = re.compile(r"\b(?:van|overeenkomstige|buiten) toepassing\b|\bvoorschriften[^.;]{0,30}\bbij of krachtens\b", re.I)
_RANG = re.compile(r"\b(?:eerste|\w+(?:de|ste))\b(?=[^.;]*\blid\b)")
_REGELING = re.compile(r"\bvan (?:(?:de|het|dit|deze|die|dat) |(?:richtlijn|verordening|kaderbesluit|besluit)\b)", re.I)


# Only these stand between two references of one enumeration («artikel 3, artikel 4, eerste lid, en artikel 5»).
_TUSSEN = re.compile(r"(?:[\s,]|\b(?:en|of|alsmede|dan|wel|onderscheidenlijk|respectievelijk|juncto|jo|de|het|van|artikel|artikelen)\b)*")


def _plaatsen(reference: str) -> int:
    """How many artikelen (or, without a number, leden) a reference names; a range is one thing to look up."""
    own = _REGELING.split(reference)[0]
    named = len(_NUMMER.findall(own)) or len(_RANG.findall(own))
    return max(1, named - own.count("tot en met"))


def _opsomming(document: Document, inside: list[Reference]) -> int:
    """The most places of one act that stand in one unbroken enumeration."""
    content = document.text.content
    longest = running = 0
    for i, reference in enumerate(inside):
        acts = [{t.regeling for t in r.targets} for r in inside[max(0, i - 1) : i + 1]]
        if i and acts[0] != acts[-1]:
            running = 0
        if i and _TUSSEN.fullmatch(content, inside[i - 1].span.end, max(inside[i - 1].span.end, reference.span.start)) is None:
            running = 0
        running += _plaatsen(document.text[reference.span])
        longest = max(longest, running)
    return longest


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    document = dossier.bill.document
    references = sorted(document.references, key=lambda r: r.span)
    starts = [r.span.start for r in references]
    most, most_citizen = int(options.number("verwijzingen")), int(options.number("verwijzingen-burger"))
    for provision in bepalingen(dossier.bill):
        first = bisect_left(starts, provision.span.start)
        if bisect_left(starts, provision.span.end) == first or is_definitie(provision):
            continue
        limit = most_citizen if voor_burgers(provision) else most
        for stuk in stukken(provision):
            span = stuk.span
            if _APPLIES.search(document.text[span]) is not None:
                continue
            inside = references[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            places = sum(_plaatsen(text) for text in {document.text[r.span] for r in inside})
            if places < limit:
                continue
            longest = _opsomming(document, inside)
            if longest >= limit and places - longest < limit / 2:
                continue  # one enumeration («in strijd met de artikelen 4, 5, 8 …»): looked up, not read
            laws = {t.regeling for r in inside for t in r.targets if t.regeling}
            other = (
                f", waarvan een deel naar {'een andere regeling' if len(laws) == 1 else f'{len(laws)} andere regelingen'}" if laws else ""
            )
            yield Hit(
                document,
                provision.unit,
                inside[0].span.to(inside[-1].span),
                f"Eén zin verwijst naar {places} verschillende plaatsen{other}.",
                f"Wie wil weten wat hier geldt, moet die alle opzoeken, te beginnen met {words(document, inside[0].span, 60)}. De "
                f"grens van {limit} is een keuze, geen norm.",
                label=f"{places} plaatsen",
            )
