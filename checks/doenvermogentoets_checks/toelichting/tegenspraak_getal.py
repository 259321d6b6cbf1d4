"""A time limit or amount in the toelichting that differs from the one in the bill for the same subject."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.deadlines import number as telwoord
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.about import about
from doenvermogentoets.toelichting.words import topic
from doenvermogentoets_checks.common import listing
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp, strenger

# A last day and a number of days are compared for the provisions that are nearest to the sentence.
_NEAREST = 3
_TERMIJN = re.compile(
    r"(?<![\w,.])(een half|half|een halve|halve|anderhalf|anderhalve|\d{1,3}|[^\W\d_]{2,20})\s+(?:kalender|werk)?"
    r"(dag|dagen|week|weken|maand|maanden|kwartaal|kwartalen|jaar|jaren)\b",
    re.I,
)
_EEN = ("een", "één")
_HALF = {"een half": 0.5, "half": 0.5, "een halve": 0.5, "halve": 0.5, "anderhalf": 1.5, "anderhalve": 1.5}
_STERK = re.compile(
    r"\b(?:binnen|uiterlijk|\w*termijn|de tijd|tijd om|bedenktijd|respijt|liggen|ligt|zit(?:ten)?|duurt|looptijd|wacht(?:tijd|en|t)?)\b",
    re.I,
)
_BEDRAG = re.compile(r"€\s?(\d{1,3}(?:\.\d{3})*(?:,\d{1,2})?)(?!\s*(?:miljoen|miljard|mln))")
_VERGELIJKING = re.compile(
    r"\b(?:van (?:\w+ ){0,2}naar|was|waren|wordt (?:verlengd|verkort|bekort)|verlengd|verkort|bekort|in plaats|"
    r"ongeveer|circa|minder|meer|extra|doorgaans|meestal|gewoonlijk|in de regel|naar verwachting|verschil|kost|kosten|gemiddeld"
    r"|jaarlijks|miljoen"
    r"|werkdagen kwijt|sinds|afgelopen|komende|evaluatie|geëvalueerd|"
    r"invoeringstoets|voorbereiding|systemen|bouw)\b",
    re.I,
)
_EENHEID = {
    "dag": "dagen",
    "dagen": "dagen",
    "week": "weken",
    "weken": "weken",
    "maand": "maanden",
    "maanden": "maanden",
    "jaar": "jaren",
    "jaren": "jaren",
    "kwartaal": "kwartalen",
    "kwartalen": "kwartalen",
}
_GENERIEK = frozenset({"termijn", "aanfra", "besluit", "melding", "geld", "gelden", "besliss"})


@dataclass(frozen=True, slots=True)
class Getal:
    """A duration in its own unit, or an amount."""

    soort: str
    waarde: float
    span: Span
    woorden: str

    @property
    def dagen(self) -> float:
        return self.waarde * {"dagen": 1, "weken": 7, "maanden": 30.4, "kwartalen": 91.3, "jaren": 365, "euro": 0}[self.soort]


def getallen(text: str, base: int) -> list[Getal]:
    """Durations and amounts in a text; ``base`` is the offset of its first character in the document."""
    out = []
    for match in _TERMIJN.finditer(text):
        word = match.group(1).lower()
        value = _HALF.get(word) or float(telwoord(word) or 0) or float(word in _EEN)
        if value:
            out.append(
                Getal(
                    _EENHEID[match.group(2).lower()],
                    value,
                    Span(base + match.start(1), base + match.end(2)),
                    text[match.start(1) : match.end(2)],
                )
            )
    for match in _BEDRAG.finditer(text):
        value = float(match.group(1).replace(".", "").replace(",", "."))
        out.append(Getal("euro", value, Span(base + match.start(), base + match.end()), match.group(0)))
    return out


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    text = dossier.bill.document.text
    numbers = {p: getallen(text[p.span], p.span.start) for p in dossier.bill.provisions if "verstaan onder" not in text[p.span]}
    least = options.number("overeenkomst") / 100 + strenger(dossier.bill)
    for zin in explanation.zinnen:
        if not over_het_ontwerp(zin) or _VERGELIJKING.search(zin.text):
            continue
        if _ANDERE_WET.search(zin.text):
            continue
        yield from _datum(dossier, explanation, zin, least)
        yield from _altijd(dossier, explanation, zin)
        for number in getallen(zin.text, zin.span.start):
            if number.soort != "euro" and not _STERK.search(zin.text):
                continue
            yield from _compare(dossier, explanation, zin, number, numbers, least)


_MAANDEN = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DATUM = re.compile(rf"\b(?:uiterlijk(?: op)?|tot en met|tot|vóór|voor)\s+(\d{{1,2}}\s+(?:{_MAANDEN}))\b(?!\s+\d{{4}})", re.I)
_DATUM_IN_ONTWERP = re.compile(rf"\b\d{{1,2}}\s+(?:{_MAANDEN})\b", re.I)


def _datum(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, least: float) -> Iterator[Hit]:
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
        if match.group(1).lower() in artikel.lower():
            return
        if not (zin.roots & explanation.provision_roots[provision]):
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


_ANDERE_WET = re.compile(r"\bAwb\b|\bAlgemene wet\b|\b(?:op grond van|volgens|krachtens) de [A-Z][a-z]+(?:wet|verordening|richtlijn)\b")
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


def _altijd(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Iterator[Hit]:
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


_ALTIJD_LEAST, _SHARED = 0.3, 2
_VAST = 0.65
_VERSCHIL = 12  # so many times longer or shorter: not the same term


def _compare(
    dossier: DossierAnalysis, explanation: Explanation, zin: Zin, number: Getal, numbers: dict[Provision, list[Getal]], least: float
) -> Iterator[Hit]:
    candidates = _candidates(dossier, explanation, zin, least)
    if not candidates:
        return
    theirs = [(p, g) for p in candidates for g in numbers.get(p, ()) if (g.soort == "euro") == (number.soort == "euro")]
    if not theirs or any(_same(number, g) for _, g in theirs):
        return
    # the number stands elsewhere in the same artikel or for the same subject: then it is not a contradiction
    artikelen = {p.unit.artikel for p in candidates if p.unit.artikel is not None}
    if any(_same(number, g) for a in artikelen for p in dossier.bill.in_artikel(a) for g in numbers.get(p, ())):
        return
    best = theirs[0][0]
    other = min((g for p, g in theirs if p is best), key=lambda g: abs(math.log(max(g.dagen, 1) / max(number.dagen, 1))))
    if number.soort != "euro" and not 1 / _VERSCHIL <= number.dagen / other.dagen <= _VERSCHIL:
        return  # weeks beside years: another term of the same artikel
    if len({g.woorden for p, g in theirs if p is best}) > (1 if strenger(dossier.bill) else 2):
        return
    yield Hit(
        explanation.document,
        zin.alinea.unit,
        number.span,
        f"De toelichting noemt «{number.woorden}», {naam(best.unit)} noemt "
        f"{listing(dict.fromkeys(f'«{g.woorden}»' for p, g in theirs if p is best))}.",
        "Beide passages gaan over hetzelfde onderwerp. Wie op de toelichting afgaat, rekent met het verkeerde getal.",
        label=f"in het ontwerp: {other.woorden}",
        annotations=(Annotation(dossier.bill.document, other.span, "het getal in het ontwerp"),),
    )


def _same(a: Getal, b: Getal) -> bool:
    if a.soort == "euro":
        return a.waarde == b.waarde
    return abs(a.dagen - b.dagen) <= max(1.0, 0.03 * a.dagen) or (a.soort == b.soort and a.waarde == b.waarde)


# «de aanvraag, bedoeld in artikel 5»: the artikel that is cited says what a word means, not how long.
_BEDOELD = re.compile(r"\b(?:ingevolge|bedoeld in|genoemd in|vermeld in|omschreven in)\s*$", re.I)


def _named(dossier: DossierAnalysis, explanation: Explanation, artikel: str, lid: str | None) -> Sequence[Provision]:
    """The lid that is cited, or all leden of the artikel when none is."""
    if lid is None:
        return explanation.by_words.by_number.get(artikel, ())
    found = dossier.bill.find(artikel, lid)
    return () if found is None else (found,)


def _candidates(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, least: float) -> list[Provision]:
    """The provisions the sentence is about: cited in it, those its artikelsgewijs heading names, or the clear best match in words."""
    cited = [
        p
        for r in explanation.references.get(zin.alinea, ())
        if zin.span.contains(r.span) and not _BEDOELD.search(zin.text[: r.span.start - zin.span.start])
        for t in r.targets
        if t.artikel and not t.regeling
        for p in _named(dossier, explanation, t.artikel, t.lid)
    ]
    if cited:
        return cited
    if zin.alinea.section.places:
        own = explanation.provision_roots
        return [k.provision for k in about(explanation, zin) if k.genoemd and (zin.roots & own[k.provision]) - _GENERIEK]
    related = explanation.related(zin.roots, least)
    if not related:
        return []
    top = related[0][1]
    best = [p for p, score in related if score >= top - 0.02]
    if len(best) > 1:
        return []
    shared = zin.roots & explanation.provision_roots[best[0]]
    runner_up = next((score for p, score in related if p is not best[0]), 0.0)
    if len(shared - _GENERIEK) < (2 if top >= 0.9 and runner_up <= 0.7 else 3 if top >= _VAST else 4):
        return []
    return best
