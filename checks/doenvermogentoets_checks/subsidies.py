"""Subsidies, and money between governments: what is asked there, is mostly asked of bodies and firms."""

from __future__ import annotations

import re

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.document import Document
from doenvermogentoets.text import Span
from doenvermogentoets_checks import noemt
from doenvermogentoets_checks.artikelsgewijs import per_artikel


def is_subsidy(dossier: DossierAnalysis) -> bool:
    """Whether the regulation is one of subsidies of which nothing says that people get them: mostly bodies and firms apply."""
    if dossier.explanation is not None or _SUBSIDY.search(dossier.bill.document.title) is None:
        return False
    small, title = dossier.bill.document.text.small, dossier.bill.document.title
    if _OF_GOVERNMENTS.search(title) is not None or ("uitkering" in title.lower() and _PAID_OUT.search(small) is not None):
        return _TO_PEOPLE.search(small) is None
    people, bodies = noemt.mensen_en_lichamen(dossier)
    return _TO_PEOPLE.search(small) is None and people < 2 * noemt.CLEARLY * max(bodies, 1)


_OF_GOVERNMENTS = re.compile(r"specifieke uitkering|doeluitkering|bekostiging", re.I)
_PAID_OUT = re.compile(r"\buitkeringsontvanger\b|\buitkering aan (?:de |een )?(?:gemeenten?|provincies?|waterschap)")
_SUBSIDY = re.compile(
    r"subsidie|stimuleringsregeling|bijdrageregeling|specifieke uitkering|bekostiging|eenmalige uitkering|\bfonds\b", re.I
)
_TO_PEOPLE = re.compile(
    r"\bnatuurlijke perso(?:on|nen)\b(?! of rechtsperso)(?!,? (?:dan wel|en) (?:een )?rechtsperso)"
    r"|\bsubsidie aan (?:een |de )?(?:eigenaar-bewoner|bewoner|student|leraar|ouder|huurder|donor|burger)"
)


def subsidised(dossier: DossierAnalysis, provision: Provision, zin: Span) -> Span | None:
    """A recipient of a subsidy whom the norm itself speaks to, beside the people whom he helps."""
    if dossier.explanation is not None:
        return None
    found = noemt.phrases("gesubsidieerden").first(provision.document, zin)
    return found if found is not None and noemt.addressed(provision, zin, found) else None


@per_artikel
def between_governments(analysis: Analysis, provision: Provision) -> Span | None:
    """Where the artikel speaks of money that one government gets from another: what its sentences ask, no citizen is asked."""
    near = analysis.in_artikel(provision.unit) or (provision,)
    return next((found for p in near if (found := noemt.phrases("overheden").first(p.document, p.span)) is not None), None)


def government_opens(document: Document, zin: Span) -> Span | None:
    """A government that opens the sentence and so is the one who must do it («De gemeente dient een opgave in»)."""
    found = _GOVERNMENT.match(document.text.small, zin.start, zin.end)
    return Span(found.start(1), found.end(1)) if found is not None else None


_GOVERNMENT = re.compile(r"[\s\d.]{0,6}(?:de|het|een|elke|iedere) (gemeente|provincie|waterschap|gemeenteraad)\b(?! waar)")
