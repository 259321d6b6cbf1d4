"""Two conditions that a lid asks together and a sentence each for itself, or the other way round: «en» beside «of».

Both are found by the words and quantities on either side of the joint; the sentence must have both sides of the lid, on either side of its
own joint, and speak of who falls under the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.eisen import heeft, leden_bij
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp
from doenvermogentoets_checks.toelichting.onbekend import zeggend

_QUOTED = 130
_SURE = 0.3  # chance of the artikel that a sentence is about
_EIGEN = 2  # words and quantities that each side must have of its own
_LANGE_ZIN, _LANG = 45, 90  # words of a sentence, and of a lid, in which it cannot be told which joint is meant
_SIDE = 60  # characters on each side of a joint that belong to it
_NUMMER = re.compile(r"\d[\d.,]*\d|\d")
_VOEG = re.compile(
    r"(?:,|;)? (?P<of>en tevens|en bovendien|en tegelijk|en ook|en|of|dan wel|hetzij|alsmede|alsook)\b(?: (?:of|als))?", re.I
)
_ONDERDELEN = re.compile(r";\s*(?P<of>en|of)\b\s+(?:[a-z]{1,2}[.)]|\d+°)")
_VOORWAARDE = re.compile(
    r"\b(?:als|indien|wanneer|mits|voor zover|wie|degene|die|slechts|vereist|moet(?:en)?|voldoe(?:t|n)|zodra|voorwaarde\w*|alleen)\b", re.I
)
_BEIDE = re.compile(r"\b(?:beide|allebei|tegelijk\w*|samen|een van (?:de|deze|beide)|één van|elk|ieder|zowel|noch|hetzij)\b", re.I)
_NAAM = re.compile(r"\b[A-Z][\w-]*$")
_STREEP = re.compile(r"[.;:]|, (?:dan|zodat|omdat|want)\b")


@dataclass(frozen=True, slots=True)
class _Voeg:
    """A joint: what stands on both sides, and whether either side is enough."""

    links: str
    rechts: str
    een_genoeg: bool


@lru_cache(maxsize=500)
def _voegen(text: str) -> tuple[_Voeg, ...]:
    out = []
    for pattern in (_ONDERDELEN, _VOEG):
        for m in pattern.finditer(text):
            left, right = text[max(0, m.start() - _SIDE) : m.start()], text[m.end() : m.end() + _SIDE]
            if pattern is _VOEG:
                left, right = _STREEP.split(left)[-1], _STREEP.split(right)[0]
            if left[-1:].isalpha() and _NAAM.search(left) and right.lstrip()[:1].isupper():
                continue  # two names
            out.append(_Voeg(left, right, m.group("of").lower() in ("of", "dan wel", "hetzij")))
    return tuple(out)


def samen_of_elk(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """The lid that joins with «en» what a sentence joins with «of», or the other way round."""
    told = _voegen(zin.text)
    if len(zin.text.split()) > _LANGE_ZIN:
        return None
    if not told or _VOORWAARDE.search(zin.text) is None or _BEIDE.search(zin.text) or not over_het_ontwerp(zin):
        return None
    for lid, _ in leden_bij(explanation, zin, _SURE):
        text = dossier.bill.document.text[lid.span]
        if len(text.split()) > _LANG or _VOORWAARDE.search(text) is None or _BEIDE.search(text):
            continue
        theirs = _voegen(text)
        for here in told:
            same = [there for there in theirs if _zelfde(here, there)]
            if same and all(there.een_genoeg != here.een_genoeg for there in same) and not _morgan(zin.text, text, here):
                return _hit(dossier, explanation, zin, lid, here)
    return None


_ALLEEN = re.compile(
    r"\b(?:alleen|slechts|uitsluitend|enkel|pas)\b[^.;,]{0,60}\b(?:als|indien|wanneer|bij|nadat|voor wie)\b (?P<wat>[^.;]{5,120})", re.I
)
_OOK = re.compile(r"\b(?:of|en|ook|daarnaast|tevens|evenals|alsmede|bijvoorbeeld|zoals)\b", re.I)


def alleen_een(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """«Alleen als A», where the lid has «indien A of B» and the sentences around it have no word of B."""
    match = _ALLEEN.search(zin.text)
    if match is None or _OOK.search(match.group("wat")) or not over_het_ontwerp(zin):
        return None
    at = explanation.position(zin)
    zinnen = explanation.zinnen_of(zin.alinea)
    around = " ".join(z.text for z in zinnen[max(0, at - 2) : at + 4])
    for lid, _ in leden_bij(explanation, zin, _SURE):
        text = dossier.bill.document.text[lid.span]
        condition = re.search(r"\b(?:indien|als|wanneer|voor zover)\b", text)
        if len(text.split()) > _LANG or condition is None:
            continue
        joints = [v for v in _voegen(text[condition.end() :]) if v.een_genoeg]
        if len(joints) != 1:
            continue
        left, right = (_merken(side) for side in (joints[0].links, joints[0].rechts))
        here = [{w.lower() for w in side if _in(w, match.group("wat"))} for side in (left, right)]
        there = [{w.lower() for w in side if _in(w, around)} for side in (left, right)]
        told = max(1, len(zeggend(match.group("wat"))))
        if any(2 * len(here[i]) >= told and here[i] and not there[1 - i] and len(side) >= _EIGEN for i, side in ((0, right), (1, left))):
            return _alleen(dossier, explanation, zin, lid, match.group(0))
    return None


def _alleen(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, lid: Provision, said: str) -> Hit:
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting noemt maar één geval («{said}»); {naam(lid.unit)} noemt er meer: "
        f"«{words(dossier.bill.document, lid.passage.span, _QUOTED)}». Klopt dat met elkaar?",
        "Wie op de toelichting afgaat, denkt dat het andere geval niet meetelt.",
        label="smaller dan het ontwerp",
        annotations=(Annotation(dossier.bill.document, lid.passage.span, "zo staat het in het ontwerp"),),
    )


def _merken(text: str) -> list[str]:
    return [*zeggend(text), *_NUMMER.findall(text)]


def _zelfde(here: _Voeg, there: _Voeg) -> bool:
    """Each side has something of its own side of the other, which the other side does not have."""

    def own(a: str, b: str, rest: str) -> bool:
        return len({w.lower() for w in _merken(a) if _in(w, b) and not _in(w, rest)}) >= _EIGEN

    return (own(here.links, there.links, there.rechts) and own(here.rechts, there.rechts, there.links)) or (
        own(here.links, there.rechts, there.links) and own(here.rechts, there.links, there.rechts)
    )


def _in(word: str, text: str) -> bool:
    if word[0].isdigit():
        return re.search(rf"(?<![\d.,]){re.escape(word)}(?![\d])", text) is not None
    return heeft(text, word)


_NIET = re.compile(r"\b(?:niet|geen|zonder)\b", re.I)


def _morgan(told: str, text: str, here: _Voeg) -> bool:
    """Only one of the two is denied: «niet (a of b)» is «niet a en niet b»."""
    mine = sum(1 for _ in _ontkend(told, here))
    theirs = len(_NIET.findall(text))
    return mine != theirs


def _ontkend(text: str, here: _Voeg) -> Iterator[re.Match[str]]:
    return _NIET.finditer(text)


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, lid: Provision, here: _Voeg) -> Hit:
    said = "een van de twee genoeg" if here.een_genoeg else "beide nodig"
    there = "beide" if here.een_genoeg else "een van de twee"
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"Volgens de toelichting is {said} («… {' '.join(here.links.split()[-3:])} {'of' if here.een_genoeg else 'en'} "
        f"{' '.join(here.rechts.split()[:4])} …»); {naam(lid.unit)} vraagt {there}: "
        f"«{words(dossier.bill.document, lid.passage.span, _QUOTED)}». Klopt dat met elkaar?",
        "Het verschil tussen «en» en «of» bepaalt wie onder de regel valt.",
        label="«en» in plaats van «of», of andersom",
        annotations=(Annotation(dossier.bill.document, lid.passage.span, "zo staat het in het ontwerp"),),
    )
