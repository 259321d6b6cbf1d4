"""A last day or a time without an end in the toelichting, where the bill has another day or a number of days for the same act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.months import MONTHS
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.about import about
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.words import topic
from doenvermogentoets_checks.toelichting.afwijking import zelfde
from doenvermogentoets_checks.toelichting.lezen import naam

# A last day and a number of days are compared for the provisions that are nearest to the sentence.
_NEAREST = 3
_ALTIJD_LEAST, _SHARED = 0.3, 2
_MAANDEN = "|".join(MONTHS)
_DATUM = re.compile(
    rf"\b(?:uiterlijk(?: op)?|tot en met|tot|vóór|voor|(?:uiterste|uiterlijke|laatste) (?:\w*datum|\w*dag|dag)(?: van| is| blijft|:)?)\s+"
    rf"(\d{{1,2}}\s+(?:{_MAANDEN}))\b(?!\s+\d{{4}})",
    re.I,
)
_DATUM_IN_ONTWERP = re.compile(rf"\b\d{{1,2}}\s+(?:{_MAANDEN})\b", re.I)


def laatste_dag(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, least: float) -> Iterator[Hit]:
    """A last day in the toelichting where the bill has another one, or a number of days, for the same act."""
    match = _DATUM.search(zin.text)
    if match is None:
        return
    text = dossier.bill.document.text
    for candidate in about(explanation, zin)[:_NEAREST]:
        provision = candidate.provision
        limits = [t for n in provision.norms for t in n.termijnen if t.voor == "burger"]
        if not limits or not (candidate.genoemd or (candidate.score >= least and candidate.gedeeld >= 2)):
            continue
        artikel = " ".join(text[p.span] for p in dossier.bill.in_artikel(provision.unit))
        if any(zelfde(day, h) for day in hoeveelheden(match.group(1)) for h in hoeveelheden(artikel)):
            return
        if not (candidate.genoemd or zin.roots & explanation.provision_roots[provision]):
            continue
        here = text[limits[0].kern]
        if limits[0].dagen is None and not _DATUM_IN_ONTWERP.search(text[limits[0].span]):
            continue
        yield Hit(
            explanation.document,
            zin.alinea.unit,
            Span(zin.span.start + match.start(1), zin.span.start + match.end(1)),
            f"De toelichting noemt «{match.group(1)}», {naam(provision.unit)} noemt «{here}».",
            "Beide passages gaan over hetzelfde onderwerp. Wie op de toelichting afgaat, rekent met de verkeerde dag.",
            label=f"in het ontwerp: {here}",
            annotations=(Annotation(dossier.bill.document, limits[0].span, "de termijn in het ontwerp"),),
        )
        return


# A time without an end, or one at the very end, where the bill has a limit.
_ALTIJD = re.compile(
    r"\bop (?:ieder|elk|een willekeurig) (?:gewenst )?(?:moment|tijdstip|ogenblik)\b"
    r"|\btot (?:de|het) (?:laatste|allerlaatste) (?:dag|moment|minuut)\b"
    r"|\btot (?:het )?einde van (?:het|dat) (?:\w*jaar|seizoen|tijdvak)\b|\bwanneer (?:hij|zij|men|de \w+) (?:dat )?wil\b"
    r"|\b(?:geen|zonder|niet aan een) (?:uiterste |vaste |wettelijke )?(?:termijn|datum|tijdslimiet)\b(?! (?:van|voor het bezwaar))"
    r"|\bonbeperkt de tijd\b|\balle tijd\b|\bruim de tijd\b",
    re.I,
)
_DOEN = re.compile(r"\b(?:kan|kunnen|mag|mogen|heeft|hebben|krijgt|krijgen)\b", re.I)


def zonder_einde(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Iterator[Hit]:
    """«op ieder moment» in the toelichting where the bill gives a number of days, for the same act."""
    match = _ALTIJD.search(zin.text)
    if match is None or _DOEN.search(zin.text) is None or re.search(r"\b(?:niet|nooit|nimmer)\b", zin.text[: match.start()]):
        return
    text = dossier.bill.document.text
    heading = topic(zin.alinea.section.heading)
    for candidate in about(explanation, zin)[:_NEAREST]:
        provision = candidate.provision
        known = candidate.genoemd or (candidate.score >= _ALTIJD_LEAST and candidate.gedeeld >= _SHARED)
        if not known and not (heading & explanation.provision_roots[provision]):
            continue
        limits = [t for n in provision.norms for t in n.termijnen if t.voor == "burger" and t.dagen is not None]
        if not limits or _ALTIJD.search(text[provision.span]):
            continue
        here = text[limits[0].kern]
        yield Hit(
            explanation.document,
            zin.alinea.unit,
            Span(zin.span.start + match.start(), zin.span.start + match.end()),
            f"De toelichting noemt «{match.group(0)}», {naam(provision.unit)} noemt «{here}».",
            "Beide passages gaan over hetzelfde. Wie op de toelichting afgaat, is te laat.",
            label=f"in het ontwerp: {here}",
            annotations=(Annotation(dossier.bill.document, limits[0].span, "de termijn in het ontwerp"),),
        )
        return
