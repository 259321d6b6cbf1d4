"""A condition set the other way round: «loopafstand» beside «hemelsbreed», «per gezin» beside «per leerling», another time of waiting.

What excludes each other stands in ``tegenpolen.toml``; a sentence with the one about an artikel that only has the other contradicts it.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.search import Listed
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid, gelijk
from doenvermogentoets.toelichting.words import root
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.bedoeld import kansen
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp, words_pattern

_QUOTED = 110
_SURE, _PART = 0.3, 0.12  # chance of the artikel a sentence is about; of another one that may say the same
_NIET = re.compile(r"\b(?:niet|geen|nooit|evenmin)\b", re.I)


@dataclass(frozen=True, slots=True)
class Pool:
    zegt: Listed
    staat: Listed


@dataclass(frozen=True, slots=True)
class Paar:
    """Two values that exclude each other, with what they are about."""

    naam: str
    polen: tuple[Pool, Pool]


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("tegenpolen.toml").read_text(encoding="utf-8"))


def _woorden(name: str) -> Listed:
    return words_pattern(tuple(_data()["woorden"][name]))


@cache
def _paren() -> Sequence[Paar]:
    def pole(p: Mapping[str, Sequence[str]]) -> Pool:
        return Pool(words_pattern(tuple(p["zegt"])), words_pattern(tuple(p["staat"])))

    return tuple(Paar(p["naam"], (pole(p["een"]), pole(p["ander"]))) for p in _data()["paar"])


@cache
def _rijen() -> Mapping[str, int]:
    """The row of each unit of ``tegenpolen.toml``, by root."""
    return {root(word): i for i, row in enumerate(_data()["eenheden"]["rijen"]) for word in row}


def andersom(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """The lid of the artikel a sentence is about that sets the other value, unit or time of waiting."""
    if not over_het_ontwerp(zin) or _woorden("anders").search(zin.text):
        return None
    found = _tegenpool(dossier, explanation, zin) or _eenheid(dossier, explanation, zin) or _wachttijd(dossier, explanation, zin)
    if found is None:
        return None
    what, said, provision, there = found
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting zegt «{said.strip()}»; {naam(provision.unit)} zegt «{words(dossier.bill.document, there, _QUOTED)}». "
        "Klopt dat met elkaar?",
        f"Het gaat om {what}. Wat de zin zegt, staat niet in het artikel waarover hij gaat.",
        label="anders dan het ontwerp",
        annotations=(Annotation(dossier.bill.document, there, "hier staat iets anders"),),
    )


_Found = tuple[str, str, Provision, Span]


def _meant(explanation: Explanation, zin: Zin, least: float = _SURE) -> tuple[Unit, Mapping[Unit, float]] | None:
    artikelen: dict[Unit, float] = defaultdict(float)
    for provision, share in kansen(explanation, zin).items():
        if provision.unit.artikel is not None:
            artikelen[provision.unit.artikel] += share
    best = max(artikelen, key=lambda a: artikelen[a], default=None)
    return (best, artikelen) if best is not None and artikelen[best] >= least else None


def _tegenpool(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> _Found | None:
    said = [(p, k, m) for p in _paren() for k in (0, 1) if (m := p.polen[k].zegt.search(zin.text)) is not None]
    meant = _meant(explanation, zin) if said else None
    if meant is None:
        return None
    best, artikelen = meant
    text = dossier.bill.document.text
    inside = dossier.bill.in_artikel(best)
    near = [p for a, share in artikelen.items() if share >= _PART for p in dossier.bill.in_artikel(a)]
    taking = _woorden("erbij").search(zin.text) is not None
    defining = [p for p in dossier.bill.provisions if taking and any(n.soort is Soort.DEFINITIE for n in p.norms)]
    for pair, at, match in said:
        own, other = pair.polen[at], pair.polen[1 - at]
        denied = _DENIED.search(zin.text[: match.start()]) or (_NIET.search(zin.text[match.end() :]) and not _NIET.search(match.group(0)))
        if other.zegt.search(zin.text) or denied or any(own.staat.search(text[p.span]) for p in near):
            continue
        for provision in (*inside, *(d for d in defining if zin.roots & explanation.provision_roots[d])):
            found = other.staat.search(text[provision.span])
            if found is None or not zin.roots & explanation.provision_roots[provision]:
                continue
            start, end = provision.span.start + found.start(), provision.span.start + found.end()
            around = next((s.span for s in provision.passage.sentences if s.span.contains(Span(start, end))), Span(start, end))
            return pair.naam, match.group(0), provision, around
    return None


_DENIED = re.compile(r"\b(?:niet|geen|nooit|evenmin)\b(?:\s+[\w-]+){0,4}\s*$", re.I)
_PER = re.compile(r"\b(?:per|voor (?:ieder|elk)e?) (?P<maat>[a-z][\w-]{2,30})\b", re.I)
_SAMEN = re.compile(r"\b(?:voor|van) alle (?P<maat>[a-z][\w-]{2,30}) (?:samen|tezamen|gezamenlijk|bij elkaar)\b", re.I)
_GELD = frozenset({"euro", "duur", "aantal", "procent", "keer"})


def _eenheid(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> _Found | None:
    """«Per gezin» beside «per leerling», in an artikel with an amount or a number."""
    rows = _rijen()
    match = next((m for p in (_PER, _SAMEN) for m in p.finditer(zin.text) if root(m.group("maat")) in rows), None)
    meant = _meant(explanation, zin) if match is not None else None
    if match is None or meant is None or _NIET.search(zin.text[: match.start()][-12:]):
        return None
    row, together = rows[root(match.group("maat"))], match.re is _SAMEN
    text = dossier.bill.document.text
    shares = kansen(explanation, zin)
    inside = sorted(dossier.bill.in_artikel(meant[0]), key=lambda p: (-shares.get(p, 0.0), p.span.start))
    units = [(p, m) for p in inside for m in _PER.finditer(text[p.span]) if root(m.group("maat")) in rows]
    same = any(rows[root(m.group("maat"))] == row for _, m in units)
    if not units or same is not together or not any(h.maat in _GELD for p, _ in units for h in hoeveelheden(text[p.span])):
        return None
    provision, there = units[0]
    if len(zin.roots & explanation.by_words.artikelen[meant[0]]) < 1:
        return None
    around = provision.sentence_at(provision.span.start + there.start())
    return "waarvoor de grens of het bedrag geldt", match.group(0), provision, around


_OPNIEUW = re.compile(r"\b(?:opnieuw|weer|wederom|nogmaals|nieuwe?|hernieuwde?|andermaal)\b", re.I)
_WACHT = re.compile(r"\b(?:geen|niet|eerst|pas|niet eerder)\b", re.I)
_STRAKS = re.compile(r"\b(?:na|pas na|vanaf|over|binnen)\s*$|\b(?:na|pas na) (?:afloop van )?(?:een )?$", re.I)
_LATER = re.compile(r"\s*(?:later|daarna|na (?:de |die |het |een )?\w+ing|nadien|erna)\b", re.I)
_ZOLANG = re.compile(
    r"\b(?:gedurende|binnen|eerst na|pas na|na|niet eerder dan|voor de duur van|tot)\s*(?:ten minste |ten hoogste )?$", re.I
)


def _wachttijd(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> _Found | None:
    """«Na drie maanden opnieuw aanvragen» beside «gedurende een jaar geen nieuwe urgentie»."""
    if not _OPNIEUW.search(zin.text) or _WACHT.search(zin.text):
        return None
    told = [h for h in hoeveelheden(zin.text) if h.maat == "duur" and _waits(zin.text, h)]
    meant = _meant(explanation, zin, _PART) if told else None
    if meant is None:
        return None
    text = dossier.bill.document.text
    found = list(_waiting(dossier, [p for a, share in meant[1].items() if share >= _PART for p in dossier.bill.in_artikel(a)]))
    if not found or any(gelijk(told[0], h) for _, h in found):
        return None
    provision, there = max(found, key=lambda x: (kansen(explanation, zin).get(x[0], 0.0), -x[0].span.start))
    if not zin.roots & explanation.provision_roots[provision]:
        return None
    around = next((s.span for s in provision.passage.sentences if s.span.contains(there.span)), there.span)
    return "wanneer het opnieuw kan", text_of(zin, told[0]), provision, around if text[around] else there.span


def text_of(zin: Zin, length: Hoeveelheid) -> str:
    """The length with the word before it."""
    before = zin.text[: length.span.start].split()[-1:]
    return " ".join([*before, length.woorden])


def _waits(text: str, length: Hoeveelheid) -> bool:
    return _STRAKS.search(text[: length.span.start]) is not None or _LATER.match(text[length.span.end :]) is not None


def _waiting(dossier: DossierAnalysis, provisions: Sequence[Provision]) -> Iterator[tuple[Provision, Hoeveelheid]]:
    text = dossier.bill.document.text
    for provision in provisions:
        here = text[provision.span]
        if not (_OPNIEUW.search(here) and _WACHT.search(here)) and not re.search(
            r"\bgeen\b[^.;]{0,60}\b(?:verleend|afgegeven|toegekend)\b", here
        ):
            continue
        for length in hoeveelheden(here, provision.span.start):
            if length.maat == "duur" and _ZOLANG.search(here[: length.span.start - provision.span.start]):
                yield provision, length
