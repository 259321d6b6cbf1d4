"""The hardship clauses whose form the checks look at, which heavy effects lean on them, and how a better one reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.document import UnitKind
from doenvermogentoets.findings import Suggestion
from doenvermogentoets.norms.hardheidsclausule import Clausule, clausules
from doenvermogentoets.norms.model import UitwegSoort
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets.norms.orgaan import with_article
from doenvermogentoets.norms.uitweg import ways_out
from doenvermogentoets_checks.common import artikelen, listing, trimmed
from doenvermogentoets_checks.hardheid.klas import NOOIT, Klas, klas_of
from doenvermogentoets_checks.hardheid.zeggen import citation, model, organ


def individual(dossier: DossierAnalysis) -> Iterator[Clausule]:
    """Clauses by which an authority may deviate in one case; rules for groups and compensation are something else."""
    return (c for c in clausules(dossier.bill) if c.afwijken and not c.regelgevend and not _own_procedure(c) and not _no_clause(c))


# «kan die procedure buiten toepassing laten», when there is no time: how an authority goes about its work
_PROCEDURE = re.compile(
    r"\b(?:procedures?|voorbereidingsprocedure|openbare voorbereiding)\b[^.;]{0,60}\b(?:buiten toepassing|afwijken|afgeweken)\b"
)


# «kan bij die regels worden afgeweken», «regels stellen waarbij wordt afgeweken»: rules for all, no decision in one case
_BY_RULES = re.compile(
    r"\bbij die regels\b|\bbij (?:collectieve (?:regeling|arbeidsovereenkomst)|schriftelijke overeenkomst)\b|\bin de overeenkomst\b"
    r"|\bregels (?:te )?stellen\b[^.;]{0,60}\b(?:afgeweken|afwijken)\b"
)
# What helps the service and not whoever is concerned; an order in which people are chosen, by which another is hit.
_FOR_THE_SERVICE = re.compile(
    r"\b(?:indien|als|wanneer|mits|omdat) (?:het|de) (?:dienstbelang|belang(?:en)? van de dienst|dienst)\b|\bvan de volgorde\b"
)
_ITEM = re.compile(r";|\n[^\S\n]*(?:\w{1,2}|\d+°?)[.)°]")


def _no_clause(clausule: Clausule) -> bool:
    """A power that only shares its words with a hardship clause: in rules, for the service, or made of two items of a list."""
    small, zin = clausule.provision.document.text.small, clausule.zin
    if any(p.search(small, zin.start, zin.end) is not None for p in (_BY_RULES, _FOR_THE_SERVICE)):
        return True
    if clausule.criterium is None:
        return False
    first, last = sorted((clausule.criterium, clausule.span), key=lambda s: s.start)
    return _ITEM.search(small, first.end, last.start) is not None


def _own_procedure(clausule: Clausule) -> bool:
    document = clausule.provision.document
    return _PROCEDURE.search(document.text.small, clausule.provision.span.start, clausule.provision.span.end) is not None


_NAMED = 6  # artikelen that a sentence can name


def scope(clausule: Clausule) -> str:
    """The artikelen a clause covers, as they are cited; empty if they are outside the text."""
    places: list[tuple[str, str | None]] = []
    for unit in sorted(clausule.units, key=lambda u: u.span.start):
        artikel, lid = unit.artikel, unit.lid
        if artikel is not None and unit.kind in (UnitKind.ARTIKEL, UnitKind.LID, UnitKind.ONDERDEEL):
            places.append((artikel.number, lid.number if lid is not None else None))
    return artikelen(places) if 0 < len(places) <= _NAMED else ""


def deciding(clausule: Clausule, dossier: DossierAnalysis) -> str:
    """Who may use the clause, as the text writes it in a sentence («het CAK»)."""
    if not clausule.orgaan:
        return organ(clausule.provision, dossier.bill)
    return with_article(clausule.orgaan, dossier.bill.document.text.content)


# Who the clause is for («ten gunste van de belanghebbende»): a limit of the power that its model has no words for.
_IN_FAVOUR = re.compile(r"\bten (?:gunste|voordele) van (?:de|het|een)\s+[\w-]+", re.I)


def by_model(clausule: Clausule, dossier: DossierAnalysis) -> Suggestion:
    """The clause in the words of Ar 5.26, second paragraph."""
    covered = scope(clausule) or "[de artikelen waar het om gaat]"
    document = clausule.provision.document
    favour = _IN_FAVOUR.search(document.text.content, clausule.zin.start, clausule.zin.end)
    whom = f"{' '.join(favour.group().split())} " if favour is not None else ""
    text = model(deciding(clausule, dossier), f"{whom}{covered}")
    title = "de clausule in de vorm van het model van Ar 5.26, tweede lid"
    at = trimmed(document, clausule.zin)
    if "\n" in document.text[at]:
        return Suggestion(title, example=text)  # a list: what belongs to its items would be lost
    return Suggestion(title, replacement=text, at=at)


def leans(clausule: Clausule, dossier: DossierAnalysis) -> str:
    """How many heavy effects have no other way out than this clause, as a sentence that starts with a blank."""
    places = list(dict.fromkeys(citation(p) for p, c in _leaning(dossier.bill) if c is clausule))
    if not places:
        return ""
    more = f" en op {len(places) - 4} andere plaatsen" if len(places) > 4 else ""
    count = "Een zwaar gevolg leunt" if len(places) == 1 else f"{len(places)} zware gevolgen leunen"
    return f" {count} alleen op deze clausule: {listing(places[:4])}{more}."


_leans: WeakKeyDictionary[Analysis, tuple[tuple[Provision, Clausule], ...]] = WeakKeyDictionary()


def _leaning(analysis: Analysis) -> tuple[tuple[Provision, Clausule], ...]:
    """The provisions with a heavy effect after an omission, or a sanction, that have no way out but a clause, each with that clause."""
    known = _leans.get(analysis)
    if known is None:
        known = _leans[analysis] = tuple(dict.fromkeys(_without_another(analysis)))
    return known


def _without_another(analysis: Analysis) -> Iterator[tuple[Provision, Clausule]]:
    clauses = clausules(analysis)
    for nadeel in nadelen(analysis) if clauses else ():
        if not nadeel.gebonden or nadeel.aanleiding in NOOIT or klas_of(nadeel) in (None, Klas.GEBONDEN, Klas.GRENS):
            continue
        covering = [c for c in clauses if c.covers(nadeel.provision.unit)]
        full = [u for u in ways_out(analysis, nadeel.provision, nadeel.norm) if u.volledig]
        if covering and all(u.soort is UitwegSoort.HARDHEIDSCLAUSULE for u in full):
            yield from ((nadeel.provision, c) for c in covering)
