"""«Iedereen, ook wie …» about a rule that leaves cases out: a claim without exception beside a provision that has one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import UnitKind
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.sections import lids
from doenvermogentoets.toelichting.vergelijking import doel_of_daarvoor
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.lezen import naam
from doenvermogentoets_checks.toelichting.tegendelen import verwijzend

_SURE = 0.5  # from this chance on a sentence is about an artikel that it does not name
_PART = 0.1  # chance of a lid to be what the sentence is about, beside the one that is most so
_QUOTED = 90

_ALLEN = r"(?:alle|allen|ieder|iedere|iedereen|elk|elke|alles|geen enkele?|niemand|nooit)"
_HOE = r"\bhoe ?(?:lang|groot|klein|vaak|hoog|laag|oud|jong|veel|ver|kort|weinig|zwaar|licht|gering)\b[^.;]{0,40}\book\b"
# How a claim says that it leaves out nobody and no case.
_ALOM = re.compile(
    rf"{_HOE}|\bkan\b[^.;]{{0,60}}\bin alle gevallen\b|^Iedereen\b|\bzonder (?:enige )?uitzondering\b"
    rf"|\bgeen (?:enkele )?uitzondering(?:en)?\b|\b{_ALLEN}\b[^.;]*[,:] (?:dus |en )?ook (?!doen\b)"
    r"|^(?:Ook)\b(?! (?:is|zijn|wordt|worden|kan|kunnen)\b)[^.;]{0,90}\b(?:moet|moeten|dient|dienen)\b|\bopen voor (?:ieder|alle)\w*\b",
    re.I,
)
_VOORBEHOUD = re.compile(
    r"\b(?:tenzij|behalve|behoudens|uitgezonderd|uitzondering (?:geldt|is|vormt|wordt|voor|daarop)|met uitzondering|vrijgesteld|mits"
    r"|overgeslagen|echter|maar)\b",
    re.I,
)
_DAARNA = re.compile(
    r"\b(?:uitzondering\w*|uitgezonderd|tenzij|behalve|vrijgesteld|echter|wel geldt|geldt niet|gelden niet|hoeft|hoeven)\b", re.I
)
# How a bill leaves cases out.
_UIT = re.compile(
    r"\b(?:is|zijn) niet van toepassing op\b|\bgeld(?:t|en) niet (?:voor|ten aanzien van|bij|indien|als|op)\b|\brust niet op\b"
    r"|\bgeen \w+ (?:wordt|is|zijn) (?:geheven|verschuldigd)\b|\b(?:wordt|worden) niet geheven\b|\b(?:vindt|vinden) geen toepassing\b"
    r"|\bmet uitzondering van\b|\bbehoudens\b|\btenzij\b|\buitgezonderd\b|\bvrijgesteld\b",
    re.I,
)
# How it keeps a rule to some from the beginning.
_GROEP = re.compile(r"\b(?:met|van|waarin|die|bij) (?:[\w-]+ ){0,4}?(?:niet )?(?:meer|minder|hoger|lager|ouder|jonger) dan\b", re.I)
_SLECHTS = re.compile(r"\b(?:slechts|uitsluitend|alleen) (?:\w+ )?(?:verleend|verstrekt|toegekend|aan|indien|voor)\b", re.I)
_DREMPEL = re.compile(
    rf"{_GROEP.pattern}|{_SLECHTS.pattern}|\bten hoogste\b|\bniet (?:meer|langer) dan\b|\bten minste\b|\bmeer dan\b", re.I
)
_GROND = re.compile(r"\bop grond van artikel \d[\w.]*, \w+ lid\b", re.I)
# What kind of limit a claim leaves out, beside an exception: of size or length, of who belongs to it, of the ground.
_GRENZEN = (
    (re.compile(_HOE + r"|\book (?:de |het |een )?(?:kleine|grote|korte|lichte|geringe)\b", re.I), _DREMPEL),
    (re.compile(r"^Iedereen\b", re.I), _GROEP),
    (re.compile(r"\bopen voor\b", re.I), _SLECHTS),
    (re.compile(r"\bin alle gevallen\b", re.I), _GROND),
)


def te_algemeen(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    match = _ALOM.search(zin.text)
    if match is None or _VOORBEHOUD.search(zin.text):
        return None
    at = explanation.position(zin)
    if any(_DAARNA.search(z.text) for z in explanation.zinnen_of(zin.alinea)[at + 1 : at + 3]):
        return None
    target = doel_of_daarvoor(explanation, zin)
    if target is None or len(target.artikelen) != 1 or target.zeker < _SURE:
        return None
    shares = explanation.shares(zin)
    inside = [p for a in target.artikelen for p in dossier.bill.in_artikel(a)]
    meant = [p for p in inside if p is target.lid or shares.get(p, 0.0) >= _PART] or inside
    meant.sort(key=lambda p: -shares.get(p, 0.0))
    limit = next((staat for zegt, staat in _GRENZEN if zegt.search(zin.text)), None)
    for provision, found in _left_out(dossier, explanation, inside, meant, limit):
        return _hit(dossier, explanation, zin, match, provision, found)
    return None


def _left_out(
    dossier: DossierAnalysis,
    explanation: Explanation,
    inside: Sequence[Provision],
    meant: Sequence[Provision],
    limit: re.Pattern[str] | None,
) -> Iterator[tuple[Provision, Span]]:
    """Where the artikel, or a provision about it, leaves cases out of the rules that are meant."""
    text = dossier.bill.document.text
    numbers = {p.unit.number for p in meant if p.unit.kind is UnitKind.LID}
    about = verwijzend(explanation, meant)
    for provision in dict.fromkeys((*meant, *inside, *about)):
        if any(n.soort in (Soort.DEFINITIE, Soort.SLOT) for n in provision.norms):
            continue
        found = _UIT.search(text[provision.span])
        if found is not None and provision not in meant:
            named = lids(text[provision.span])
            if provision not in about and numbers and named and not numbers & set(named):
                found = None
        if found is None and limit is not None and provision in meant:
            found = limit.search(text[provision.span])
        if found is not None:
            yield provision, Span(provision.span.start + found.start(), provision.span.start + found.end())


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, match: re.Match[str], provision: Provision, found: Span) -> Hit:
    around = next((s.span for s in provision.passage.sentences if s.span.contains(found)), found)
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting maakt geen uitzondering («{match.group(0)}»); {naam(provision.unit)} wel: "
        f"«{words(dossier.bill.document, around, _QUOTED)}».",
        "Voor wie daarbuiten valt, klopt de passage niet: hij rekent op iets wat hij niet krijgt, of doet iets wat niet hoeft.",
        label="te algemeen",
        annotations=(Annotation(dossier.bill.document, found, "hier staat de grens"),),
    )
