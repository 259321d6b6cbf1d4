"""The questions D1 to D9 of the doenvermogentoets, each with what bill and toelichting show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.report.counts import counted, each_once, separate
from doenvermogentoets.report.dutch import count, listing, of_which
from doenvermogentoets.report.evidence import Places
from doenvermogentoets.report.findings import Findings
from doenvermogentoets.report.model import Actor, Burden, Evidence, Question, Quote
from doenvermogentoets.report.questions import question, shown, table
from doenvermogentoets.report.softening import removable
from doenvermogentoets.report.told import told_part
from doenvermogentoets.report.topics import Topics
from doenvermogentoets.toelichting.account import Onderdeel

_ACCOUNT: dict[str, tuple[Onderdeel, ...]] = {
    "D1": ("handelingen",),
    "D2": ("situatie",),
    "D4": ("gevolg",),
    "D5": ("gevolg",),
    "D7": ("hulp",),
    "D8": ("getest", "aangepast"),
    "D9": ("doelgroep", "eindoordeel"),
}
_SAYS: dict[Onderdeel, str] = {
    "doelgroep": "Woorden in de verantwoording over doenvermogen die zeggen om wie het gaat",
    "handelingen": "Woorden in de verantwoording over wat zij moeten doen",
    "situatie": "Woorden in de verantwoording over de situatie van mensen",
    "gevolg": "Woorden in de verantwoording over stilzitten, vergissen of herstellen",
    "hulp": "Woorden in de verantwoording over hulp",
    "getest": "Woorden in de verantwoording over uitproberen of bespreken met betrokkenen",
    "eindoordeel": "Woorden in de verantwoording over een eindoordeel",
    "aangepast": "Woorden in de verantwoording over wat is aangepast",
}


def doenvermogentoets(
    places: Places,
    dossier: DossierAnalysis,
    findings: Findings,
    topics: Topics,
    actors: Sequence[Actor],
    burdens: Sequence[Burden],
) -> Iterator[Question]:
    """The nine questions, in order."""
    people = [a for a in actors if a.person]
    actions = [x for a in people for x in a.actions]
    counters = each_once(c for x in actions for c in x.counter)

    def show(statement: str, quotes: Sequence[Quote]) -> list[Evidence]:
        return shown(statement, list(dict.fromkeys(quotes)))

    per_actor = listing([f"{a.name} {count(len(separate(a.actions)), 'handeling', 'handelingen')}" for a in people])
    found = counted(actions)
    losing, hard = found.losing, found.hard
    open_burdens = [b for b in burdens if not removable(b.ways_out)]
    bill = {
        "D1": (show(f"Gevraagd van mensen: {per_actor} (zie deel 2).", [x.quote for x in actions if x.duty]) if people else [])
        + topics.bill("digitaal", "Woorden over de digitale weg")
        + topics.bill("keuze", "Woorden over een keuze"),
        "D2": show("Handelingen of termijnen bij een ingrijpende gebeurtenis", [x.quote for x in actions if x.event]),
        "D3": (show(f"Te maken met {listing(counters)}.", [x.quote for x in actions if x.counter]) if len(counters) > 1 else [])
        + topics.bill("samenloop", "Woorden over samenloop")
        + topics.bill("andere-wet", "Andere wetten die worden genoemd"),
        "D4": show(
            f"Wie het niet of te laat doet, krijgt een nadelig gevolg: {count(len(losing), 'keer', 'keer')}; "
            f"{of_which(len(hard) or len(losing), len(losing))} is {'geen' if hard else 'een'} uitweg gevonden die dat kan wegnemen.",
            [x.quote for x in hard] or [x.quote for x in losing],
        )
        + topics.bill("verzachting", "Wat een gemiste handeling kan opvangen"),
        "D5": show(
            f"Nadelige gevolgen zonder gevonden uitweg die ze kan wegnemen: {count(len(open_burdens), 'bepaling', 'bepalingen')}.",
            [b.quote for b in open_burdens],
        ),
        "D6": topics.bill("verleiding", "Voorschot, verrekening of budget")
        + show("Handelingen die terugkeren of lang duren", [x.quote for x in actions if x.how_often]),
        "D7": topics.bill("hulp", "Hulp of contact in de tekst"),
        "D9": topics.bill("verschillen", "Woorden die rekening houden met verschillen"),
    }
    told = {key: _account(places, dossier, parts) for key, parts in _ACCOUNT.items()}
    told["D2"] += topics.told("gebeurtenis", "De toelichting over ingrijpende gebeurtenissen")
    told["D4"] += topics.told("opvang", "De toelichting over wat een gemiste handeling opvangt")
    told["D5"] += topics.told("fouten", "De toelichting over fouten en herstel")
    told["D8"] += topics.told("getest", "De toelichting over bespreken of uitproberen met de mensen om wie het gaat")
    told["D3"] = topics.topic("wetgeving", "De toelichting over andere wetgeving")
    told["D6"] = topics.told("verleiding", "De toelichting over voorschot en verrekening")
    told["D9"] = told["D9"] + topics.topic("hardheid", "De toelichting over hardheid en maatwerk")
    for entry in table("doenvermogen"):
        mine, theirs = bill.get(entry["key"], []), told.get(entry["key"], [])
        for side, items in (("ontwerp", mine), ("toelichting", theirs)):
            items += shown("Bevindingen bij deze vraag", findings=findings.for_question(entry["key"], side))
        yield question(entry, mine, theirs)


def _account(places: Places, dossier: DossierAnalysis, parts: Sequence[Onderdeel]) -> list[Evidence]:
    explanation = dossier.explanation
    if explanation is None:
        return []
    found = explanation.account.parts
    return [Evidence(statement=_SAYS[part], quotes=told_part(places, explanation.account, part, 3)) for part in parts if part in found]
