"""A quantity in the toelichting (time limit, amount, percentage, age, number) that differs from the one in the bill for the same thing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.actors import role_of_phrase
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.articles import line
from doenvermogentoets.toelichting.hoeveelheden import Hoeveelheid, gelijk, hoeveelheden
from doenvermogentoets.toelichting.lexicon import table
from doenvermogentoets.toelichting.vergelijking import Doel, Hoeveelheden, Paar, doel, doel_met
from doenvermogentoets.toelichting.words import root
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp, strenger, words_pattern
from doenvermogentoets_checks.toelichting.uiterste_dag import inwerkingtreding, laatste_dag, zonder_einde

ANDERE_WET = re.compile(r"\bAwb\b|\bAlgemene wet\b|\b(?:op grond van|volgens|krachtens) de [A-Z][a-z]+(?:wet|verordening|richtlijn)\b")
# Share of the telling words around the number: with more than one word, with one, with one where the artikel has other numbers of the kind.
_SOME, _ONE, _ONE_OF_MORE = 0.25, 0.25, 0.5
_ONE_BY_WORDS, _ONE_SURE, _SURE = 0.8, 0.35, 0.95  # with one word where the artikel is known by words
_UNSURE, _HALF = 0.6, 0.5
_VERY, _LITTLE = (
    0.85,
    0.15,
)  # so sure of an artikel with one number of the kind, or one on the same side of something, little more is needed
_ELDERS = ("financieel", "regeldruk", "advies", "evaluatie")
_ANYWHERE, _SHARED, _MARGIN, _FEW = 0.55, 3, 0.15, 2  # the number itself says which artikel is meant
_TIMES, _TIMES_NAMED, _HOURS = 8.0, 13.0, 2.5  # so many times longer or shorter is another term; below so many days it is counted in hours
_MONTH_ENDS = frozenset(range(70, 74))  # from the last day of a month (times 100 for the month) to the first of the next
_RARE = frozenset({"euro", "procent", "leeftijd", "keer", "ritme"})  # an artikel that is cited and has one of these is about that one
_SPECIAL = frozenset({"euro", "procent", "leeftijd"})
_TREEDT = re.compile(
    r"\b(?:de(?:ze)?|dit|het) (?:rijks)?(?:wet|besluit|regeling|verordening|wetsvoorstel|voorstel)\b[^.;]{0,30}\b(?:treedt|zal)\b"
    r"[^.;]*\bin werking\b(?!.*\bin plaats van\b)",
    re.I,
)
_FEW_LEAST = 0.4  # of a kind of which the bill has hardly any
_AS_MUCH = 0.8  # of the likeness of the best: then the number stands elsewhere for the same thing


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    bill = explanation.quantities
    least = options.number("overeenkomst") / 100
    for zin in explanation.zinnen:
        if not over_het_ontwerp(zin) or ANDERE_WET.search(zin.text):
            continue
        yield from laatste_dag(dossier, explanation, zin, least + strenger(dossier.bill))
        yield from zonder_einde(dossier, explanation, zin)
        yield from inwerkingtreding(dossier, explanation, zin)
        if _patronen()["praktijk"].search(zin.text):
            continue
        found = [h for h in hoeveelheden(zin.text, zin.span.start) if _states(zin, h)]
        for one in found:
            pair = _other(dossier, explanation, bill, zin, one)
            if pair is not None:
                yield _hit(dossier, explanation, zin, one, pair)


def _states(zin: Zin, one: Hoeveelheid) -> bool:
    """The sentence says that it is so: not what it was, what another option was, a difference or a share of the people."""
    words = _patronen()
    before = zin.text[: one.span.start - zin.span.start]
    after = zin.text[one.span.end - zin.span.start :]
    if one.geschat or words["verschil"].search(after):
        return False
    if one.maat == "ritme" and one.waarde == 1 and one.woorden.lower().startswith(("elk", "ieder")):
        return False  # «elk jaar verliezen duizend mensen hun werk» says how is counted
    if words["oud"].search(before) or (words["van"].search(before) and words["naar"].search(after)):
        return False
    if (one.maat == "procent" and _of_people(after)) or (one.maat == "leeftijd" and words["aandeel"].search(zin.text)):
        return False
    if one.maat == "duur" and not one.grens and re.match(r"een (?!hal)", one.woorden, re.I) and not words["lengte"].search(zin.text):
        return False  # «met ingang van een schooljaar»
    clause = re.split(r"[,;:]", before)[-1] + one.woorden + re.split(r"[,;:]", after)[0]
    return not (words["last"].search(clause) and (one.maat == "euro" or (one.maat == "duur" and one.waarde < _HOURS)))


def _of_people(after: str) -> bool:
    """«40 procent van de ouders»; not «40 procent van de kosten»."""
    whose = re.match(r"\s*van (?:de|het|alle|hen|onze) ?((?:[\w-]+ ?){0,3})", after)
    if whose is None:
        return _patronen()["van_mensen"].match(after) is not None
    role = role_of_phrase(whose.group(1).lower().split())
    return (role is not None and role[0] == "burger") or not whose.group(1)


@cache
def _lijsten() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(files(__package__).joinpath("getallen.toml").read_text(encoding="utf-8"))


@cache
def _patronen() -> Mapping[str, re.Pattern[str]]:
    return {name: words_pattern(tuple(found["patronen"])) for name, found in _lijsten().items() if "patronen" in found}


@cache
def _generiek() -> frozenset[str]:
    """Roots that too many provisions have to say that two quantities are of the same thing."""
    lists = _lijsten()["zeggen_weinig"]
    return frozenset(root(w) for w in lists["woorden"]) | frozenset(lists["aanleidingen"])


def _other(dossier: DossierAnalysis, explanation: Explanation, bill: Hoeveelheden, zin: Zin, one: Hoeveelheid) -> Paar | None:
    """The quantity of the bill that is of the same kind, measures the same and has another value."""
    target = doel(explanation, zin)
    if target is None or target.hoe == "woorden":
        target = doel_met(explanation, zin, one) or target
    if (target is None or target.hoe == "woorden") and (_told_elsewhere(zin) or not zin.text[:1].isupper()):
        return None  # a line of a list says nothing by itself
    best = _in_target(bill, target, one) if target is not None else None
    if target is not None and target.hoe == "woorden" and target.zeker < _UNSURE:
        if best is not None and (best.gelijkenis < _UNSURE or not best.gedeeld - _generiek()):
            best = None
        target = None if best is None else target
    if best is None and (target is None or target.hoe == "woorden"):
        best = _by_itself(bill, zin, one)
    if best is None:
        return None
    artikel = best.provision.unit.artikel
    inside = dossier.bill.in_artikel(artikel) if artikel is not None else (best.provision,)
    if any(gelijk(one, h) for p in inside for h in bill.by_provision.get(p, ())):
        return None
    evaluation, provision = _patronen()["evaluatie"], best.provision.span
    text = dossier.bill.document.text[provision]
    side = _side(zin.text, one.span.start - zin.span.start)
    if one.maat == "datum" and (side != _side(text, best.hoeveelheid.span.start - provision.start) or _next_day(one, best.hoeveelheid)):
        return None
    if one.maat == "datum" and "in werking" in text and not (_TREEDT.search(zin.text) and _TREEDT.search(text)):
        return None  # a day of entry into force is held against what is said of this very regulation
    if bool(evaluation.search(zin.text)) != bool(evaluation.search(text)):
        return None
    if any(_explains(explanation, best, p, target) for p in bill.anywhere(one)):
        return None
    return best


def _explains(explanation: Explanation, best: Paar, same: Paar, target: Doel | None) -> bool:
    """The number of the sentence stands elsewhere: for the same thing, where the artikel refers to, or it is too special to be chance."""
    if same.gelijkenis >= _AS_MUCH * best.gelijkenis:
        return True
    artikel = best.provision.unit.artikel
    if artikel is not None and any(p.unit.artikel is same.provision.unit.artikel for p in explanation.by_words.referred.get(artikel, ())):
        return True
    return same.hoeveelheid.maat in _SPECIAL and (target is None or target.hoe == "woorden")


def _told_elsewhere(zin: Zin) -> bool:
    """Under a heading of costs, advice or evaluation the numbers are of other things, unless the evaluation itself is told."""
    tables = table("onderwerpen")
    headings = [s.heading for s in line(zin.alinea.section) if s.heading][:1]
    about = [name for name in _ELDERS for h in headings if tables[f"{name}_kop"].search(h)]
    return bool(about) and not (about == ["evaluatie"] and _patronen()["evaluatie"].search(zin.text))


def _in_target(bill: Hoeveelheden, target: Doel, one: Hoeveelheid) -> Paar | None:
    """The quantity in the artikel that the sentence is about."""
    most = _TIMES_NAMED if target.hoe != "woorden" else _TIMES
    pairs = [p for p in bill.pairs(one, target.provisions) if _comparable(one, p.hoeveelheid, most)]
    if not pairs:
        return None
    pairs = [p for p in pairs if one.grens and p.hoeveelheid.grens == one.grens] or pairs  # a limit is held against a limit
    pairs = [p for p in pairs if not (one.kant and p.hoeveelheid.kant and one.kant != p.hoeveelheid.kant)]
    if not pairs:
        return None
    side = [p for p in pairs if one.kant and p.hoeveelheid.kant == one.kant]  # before is held against before
    best = side[0] if side else pairs[0]
    telling = best.gedeeld - _generiek()
    alone = all(gelijk(best.hoeveelheid, p.hoeveelheid) or p.gelijkenis < _HALF * best.gelijkenis for p in pairs)
    # a maximum beside a maximum is one thing more that they share
    around = len(telling | (best.rondom - _generiek())) + bool(one.grens and one.grens == best.hoeveelheid.grens)
    if target.hoe == "woorden":
        enough = (
            (len(telling) > 1 and best.gelijkenis >= _SOME)
            or (
                bool(best.gedeeld)
                and (len(side) == 1 or (alone and one.maat in _RARE and target.zeker >= _VERY))
                and best.gelijkenis >= _LITTLE
            )
            or (bool(telling) and best.gelijkenis >= (_ONE_SURE if target.zeker >= _SURE and alone and around > 1 else _ONE_BY_WORDS))
        )
    elif len(telling) > 1:
        enough = best.gelijkenis >= (_ONE if alone else _SOME)
    elif target.hoe == "genoemd" and alone and one.maat in _RARE:
        enough = True
    else:
        enough = bool(telling if not alone else best.gedeeld) and best.gelijkenis >= (_ONE if alone else _ONE_OF_MORE)
    return best if enough else None


def _by_itself(bill: Hoeveelheden, zin: Zin, one: Hoeveelheid) -> Paar | None:
    """The quantity with most of the words around the number, clearly more than any of another artikel."""
    if zin.alinea.section.places:
        return None
    pairs = [p for p in bill.best(one) if _comparable(one, p.hoeveelheid, _TIMES)]
    if not pairs:
        return None
    telling = pairs[0].gedeeld - _generiek()
    few = bill.rare(one, _FEW)  # the bill has hardly any other number of the kind
    if pairs[0].gelijkenis < (_FEW_LEAST if few else _ANYWHERE) or len(telling) < (1 if few else _SHARED):
        return None
    artikel = pairs[0].provision.unit.artikel
    other = next((p.gelijkenis for p in pairs if p.provision.unit.artikel is not artikel), 0.0)
    return pairs[0] if pairs[0].gelijkenis - other >= _MARGIN else None


def _side(text: str, at: int) -> str:
    """Whether a date is a first or a last day, by the words before it."""
    before = text[max(0, at - 30) : at]
    return next((name for name in ("tot", "vanaf") if _patronen()[name].search(before)), "")


def _next_day(one: Hoeveelheid, other: Hoeveelheid) -> bool:
    """«vóór 1 januari» and «tot en met 31 december» are one limit."""
    first, then = sorted((one.waarde, other.waarde))
    return (then % 100 == 1 and then - first in _MONTH_ENDS) or (first, then) == (101, 1231)


def _comparable(one: Hoeveelheid, other: Hoeveelheid, most: float) -> bool:
    """Two of the kind that can be the same limit: weeks beside years is another one."""
    if one.maat == "procent" and abs(one.waarde + other.waarde - 100) < 1:
        return False  # the rest of the whole
    if one.maat not in ("duur", "euro", "procent"):
        return True
    low, high = sorted((one.waarde, other.waarde))
    return high <= most * low and (one.maat != "duur" or (low < _HOURS) == (high < _HOURS) or high <= 2 * low)


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, one: Hoeveelheid, pair: Paar) -> Hit:
    there = pair.hoeveelheid
    return Hit(
        explanation.document,
        zin.alinea.unit,
        one.span,
        f"De toelichting noemt «{one.woorden}», {naam(pair.provision.unit)} noemt «{there.woorden}».",
        "Beide passages gaan over hetzelfde onderwerp. Wie op de toelichting afgaat, rekent met het verkeerde getal.",
        label=f"in het ontwerp: {there.woorden}",
        annotations=(Annotation(dossier.bill.document, there.span, "het getal in het ontwerp"),),
    )
