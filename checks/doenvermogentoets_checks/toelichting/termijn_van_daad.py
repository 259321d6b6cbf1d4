"""A time limit that is told for one act of a citizen (aanvragen, betalen, melden), beside the one provision that gives a limit for it.

What a number stands for is weighed by the words around it (:mod:`afwijking`). A toelichting calls an act otherwise than the bill does
(«vraagt … aan», «de aanvraag wordt ingediend»); where the bill has one limit for citizens for that act, no weighing is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.norms.model import Norm, Soort, Termijn, TermijnSoort
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid, gelijk
from doenvermogentoets.toelichting.vergelijking import doel
from doenvermogentoets_checks.toelichting.lezen import over_het_ontwerp

_DADEN: Mapping[str, re.Pattern[str]] = {
    "aanvragen": re.compile(
        r"\b(?:\w*aanvra(?:ag|agt|gen)|aangevraagd|aanvraagtermijn)\b|\bvra(?:agt|gen)\b[^.;]{0,60}\baan\b|\baan te vragen\b", re.I
    ),
    "betalen": re.compile(r"\b(?:terug)?beta(?:al|ling|len)\w*|\b(?:terug)?betaald\b|\bvoldoe[nt]\b|\bvoldaan\b", re.I),
    "melden": re.compile(
        r"\bmeld(?:t|en|ing|ingen|plicht|ingstermijn)\b|\bgemeld\b|\bgeeft\b[^.;]{0,60}\bdoor\b|\bdoor(?:geven|gegeven)\b",
        re.I,
    ),
}
# Another act, of somebody else or about something else, to which the limit may belong.
_ANDERS = re.compile(
    r"\b(?:beslis\w*|besluit\w*|bezwaar\w*|beroep\w*|verleng\w*|verdaag\w*|uitstel|herstel\w*|aanvul\w*|aan te vullen|alsnog"
    r"|herinner\w*|aanmaning"
    r"|uitbeta\w*|uitgekeerd|voorschot\w*|gemiddeld|meestal|doorgaans|praktijk|nu|thans|overwogen|langer|korter|verkort\w*|wet|richtlijn)\b",
    re.I,
)
_BINNEN = re.compile(r"\b(?:binnen|uiterlijk)(?: (?:een termijn van|de termijn van))?\s*$", re.I)
_TERMIJN = re.compile(r"\b\w*termijn (?:is|wordt|bedraagt|van)(?: (?:gesteld op|vastgesteld op))?\s*$", re.I)
_BESLIST = re.compile(r"\b(?:beslist|beslissen|besluit(?:en)?|neemt een (?:besluit|beslissing))\b[^.;,]{0,40}\bbinnen\b", re.I)
_CITIZEN = "burger"


def daden(text: str) -> frozenset[str]:
    """The acts of citizens that a text tells."""
    return frozenset(name for name, pattern in _DADEN.items() if pattern.search(text))


def andere_daad(dossier: DossierAnalysis, zin: Zin, provision: Provision) -> bool:
    """The sentence tells one act and the provision only others, while another provision has a limit for that act; or it tells how long an
    authority may take to decide, and the provision how long a citizen has."""
    text = dossier.bill.document.text[provision.span]
    told, own = daden(zin.text), daden(text)
    if _BESLIST.search(zin.text) and own and not _BESLIST.search(text):
        return True
    return len(told) == 1 and bool(own) and not told & own and any(daad in told for daad, *_ in _limieten(dossier))


def termijn_van_daad(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> tuple[Hoeveelheid, Provision, Hoeveelheid] | None:
    """The limit of a sentence, the one provision with a limit for citizens for its act, and that limit, when they differ."""
    told = daden(zin.text)
    if len(told) != 1 or _ANDERS.search(zin.text) or not over_het_ontwerp(zin):
        return None
    found = [h for h in hoeveelheden(zin.text, zin.span.start) if h.maat == "duur"]
    if len(found) != 1:
        return None
    one = found[0]
    before = zin.text[: one.span.start - zin.span.start]
    if not (one.woorden.lower().startswith(("binnen", "uiterlijk")) or _BINNEN.search(before) or _TERMIJN.search(before)):
        return None
    limits = [(p, h) for daad, p, h in _limieten(dossier) if daad in told]
    if len(limits) != 1:
        return None
    provision, other = limits[0]
    target = doel(explanation, zin)
    if target is not None and target.hoe != "woorden" and provision.unit.artikel not in target.artikelen:
        return None  # it says itself that another artikel is meant
    if target is None and any(zin.span.contains(r.span) for r in explanation.references.get(zin.alinea, ())):
        return None
    return None if gelijk(one, other) else (one, provision, other)


_known: WeakKeyDictionary[DossierAnalysis, Sequence[tuple[str, Provision, Hoeveelheid]]] = WeakKeyDictionary()


def _limieten(dossier: DossierAnalysis) -> Sequence[tuple[str, Provision, Hoeveelheid]]:
    """Each closed limit for a citizen whose norm tells one of the acts, and no other."""
    found = _known.get(dossier)
    if found is None:
        found = _known[dossier] = tuple(_gelezen(dossier))
    return found


def _gelezen(dossier: DossierAnalysis) -> Iterator[tuple[str, Provision, Hoeveelheid]]:
    text = dossier.bill.document.text
    for provision in dossier.bill.provisions:
        for norm in provision.norms:
            own = daden(text[norm.span])
            if norm.soort is Soort.DEFINITIE or len(own) != 1:
                continue
            for limit in norm.termijnen:
                if limit.soort is TermijnSoort.BINNEN and limit.voor == _CITIZEN:
                    yield from ((daad, provision, h) for daad in own for h in _duur(dossier, norm, limit))


def _duur(dossier: DossierAnalysis, norm: Norm, limit: Termijn) -> Iterator[Hoeveelheid]:
    for one in hoeveelheden(dossier.bill.document.text[norm.span], norm.span.start):
        if one.maat == "duur" and limit.kern.overlaps(one.span):
            yield one
