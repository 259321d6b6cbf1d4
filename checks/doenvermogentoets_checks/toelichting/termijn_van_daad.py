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
from doenvermogentoets.toelichting.runs import GEVOLGEN
from doenvermogentoets.toelichting.vergelijking import doel
from doenvermogentoets.toelichting.words import concepts, root
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


# «binnen een jaar nadat hij heeft gemeld»: what came first is not what must be done in time.
_AANLEIDING = re.compile(r"\b(?:nadat|zodra|sinds|na (?:de|het|een|zijn|haar|hun|ontvangst|afloop))\b[^.;,]*", re.I)


def daden(text: str) -> frozenset[str]:
    """The acts of citizens that a text tells."""
    return frozenset(name for name, pattern in _DADEN.items() if pattern.search(text))


def ander_geval(zin: Zin) -> bool:
    """The sentence also tells of another act or case: a decision, an objection, more time, what is mended or departed from."""
    return _ANDERS.search(zin.text) is not None


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
    if len(told) != 1 or not daden(_AANLEIDING.sub(" ", zin.text)) or _ANDERS.search(zin.text) or not over_het_ontwerp(zin):
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


# How long one has to object, in the bill and told; a bill that shortens it says so in one place.
_BEZWAAR = re.compile(
    r"\bbezwaar (?:te )?(?:maken|maakt|indien\w*|instel\w*)\b|\b(?:maken|maakt|tegen|in)\b[^.;]{0,60}\bbezwaar\b"
    r"|\bbezwaar(?:schrift\w*|termijn)\b",
    re.I,
)
_BEZWAAR_NOEMT = re.compile(r"\bbezwaar\w*", re.I)
_OVER_BEZWAAR = re.compile(
    r"\b(?:op (?:het|een|zijn|haar) bezwaar|beslis\w*|besluit(?:en)? op (?:het |een |dat )?bezwaar\w*|beroep\w*|hoorzitting|gehoord)\b",
    re.I,
)
_TIJD_VOOR = re.compile(r"\b(?:heeft|hebben|krijgt|krijgen|houdt|houden|rest|resteert|resteren)\b[^.;,]{0,60}$", re.I)
_NIET_NU = re.compile(
    r"\b(?:verleng\w*|verkort\w*|langer|korter|gewone|gebruikelijke?|normale|reguliere|afwijking|anders dan|overwogen|thans"
    r"|wet|richtlijn)\b",
    re.I,
)


def bezwaartermijn(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> tuple[Hoeveelheid, Provision, Hoeveelheid] | None:
    """How long the sentence gives to object, beside the one lid that says how long, when they differ.

    A lid that only holds for some decisions says nothing of an objection against another: for that the general limit is right.
    """
    if _BEZWAAR.search(zin.text) is None or _OVER_BEZWAAR.search(zin.text) or _NIET_NU.search(zin.text) or not over_het_ontwerp(zin):
        return None
    found = [h for h in hoeveelheden(zin.text, zin.span.start) if h.maat == "duur"]
    if len(found) != 1 or any(zin.span.contains(r.span) for r in explanation.references.get(zin.alinea, ())):
        return None
    one = found[0]
    before = zin.text[: one.span.start - zin.span.start]
    if not (_BINNEN.search(before) or _TERMIJN.search(before) or _TIJD_VOOR.search(before) or one.woorden.lower().startswith("binnen")):
        return None
    text = dossier.bill.document.text
    limits = [
        (p, h)
        for p in dossier.bill.provisions
        if _BEZWAAR.search(text[p.span]) and not _OVER_BEZWAAR.search(text[p.span])
        for h in explanation.quantities.by_provision.get(p, ())
        if h.maat == "duur"
    ]
    if len(limits) != 1 or gelijk(one, limits[0][1]):
        return None
    provision, other = limits[0]
    return None if tegen_ander_besluit(dossier, explanation, zin, provision) else (one, provision, other)


def tegen_ander_besluit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, provision: Provision) -> bool:
    """The lid is about objections against decisions of some artikelen, and the sentence tells an effect that none of them has.

    Nor is how long an authority may take over an objection how long one has to make it.
    """
    if _BEZWAAR.search(dossier.bill.document.text[provision.span]) is None:
        return False
    if _BEZWAAR_NOEMT.search(zin.text) and _OVER_BEZWAAR.search(zin.text):
        return not _OVER_BEZWAAR.search(dossier.bill.document.text[provision.span])
    named = explanation.by_words.referred.get(provision.unit.artikel, ()) if provision.unit.artikel is not None else ()
    inside = [q for p in named for q in dossier.bill.in_artikel(p.unit)]
    told = concepts(zin.text) & GEVOLGEN
    return bool(inside and told) and not any(told & explanation.provision_roots[p] for p in inside)


_NA = re.compile(r"\b(\w{6,})(?: van (?:de|het|een) \w+)? (?:pas |eerst )?na(?: verloop van| afloop van)?\s*$", re.I)


def duur_na_daad(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> tuple[Hoeveelheid, Provision, Hoeveelheid] | None:
    """«kwijtschelding na twee jaar», beside the one artikel with that heading, whose only length of time is another."""
    if _ANDERS.search(zin.text) or not over_het_ontwerp(zin):
        return None
    found = [h for h in hoeveelheden(zin.text, zin.span.start) if h.maat == "duur"]
    match = _NA.search(zin.text[: found[0].span.start - zin.span.start]) if len(found) == 1 else None
    if match is None:
        return None
    act = root(match.group(1))
    called = [a for a, words in explanation.by_words.headings.items() if act in words or concepts(match.group(1)) & words & GEVOLGEN]
    inside = list(dossier.bill.in_artikel(called[0])) if len(called) == 1 else []
    limits = [(p, h) for p in inside for h in explanation.quantities.by_provision.get(p, ()) if h.maat == "duur"]
    if len(limits) != 1 or all(n.bevoegdheid == "geen" for n in limits[0][0].norms) or gelijk(found[0], limits[0][1]):
        return None
    target = doel(explanation, zin)
    if target is not None and target.hoe != "woorden" and called[0] not in target.artikelen:
        return None
    return found[0], *limits[0]
