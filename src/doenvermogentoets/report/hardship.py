"""Hardship: adverse effects and their ways out, clauses held against Ar 5.25 and 5.26, and the order of decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.norms.aanleiding import Aanleiding, aanleiding
from doenvermogentoets.norms.gevolgnaam import named
from doenvermogentoets.norms.hardheidsclausule import Clausule, clausules
from doenvermogentoets.norms.model import Gevolg, GevolgSoort, Norm
from doenvermogentoets.norms.nadelen import is_nadelig, nadelen
from doenvermogentoets.norms.uitweg import searched
from doenvermogentoets.report import words
from doenvermogentoets.report.dutch import count
from doenvermogentoets.report.evidence import Places, even
from doenvermogentoets.report.findings import Findings
from doenvermogentoets.report.mentions import clause_standing, explained, of_clause, standing
from doenvermogentoets.report.model import Aspect, Burden, Category, ClauseInfo, Evidence, Hardship, Power, Question, Quote
from doenvermogentoets.report.questions import question, shown, table
from doenvermogentoets.report.room import room_of
from doenvermogentoets.report.softening import removable, sharpest, softened
from doenvermogentoets.report.topics import Topics
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting.genoemd import mentions

_MAY_BE_IMPOSED = frozenset({GevolgSoort.BOETE, GevolgSoort.DWANGSOM})


def hardship(places: Places, dossier: DossierAnalysis, findings: Findings, topics: Topics, powers: Sequence[Power]) -> Hardship:
    """Everything about effects that hit hard."""
    burdens = tuple(_burden(places, dossier, findings, b) for b in adverse(dossier))
    found = clausules(dossier.bill)
    clauses = tuple(_clause(places, dossier, findings, c) for c in found)
    return Hardship(
        burdens=burdens,
        clauses=clauses,
        steps=tuple(_steps(findings, topics, powers, burdens, clauses)),
        categories=tuple(
            Category(
                name=c["naam"],
                text=c["tekst"],
                findings=tuple(row.key for row in findings.rows if row.thema_szw == c["naam"]),
                burdens=tuple(b.key for b in burdens if b.thema_szw == c["naam"]),
            )
            for c in table("szw")
        ),
    )


@dataclass(frozen=True)
class Adverse:
    """An adverse effect as it is shown: where it stands, why it sets in, and whether it is heavy."""

    provision: Provision
    norm: Norm
    gevolg: Gevolg
    why: Aanleiding
    heavy: bool
    total: Span | None = None


def adverse(dossier: DossierAnalysis) -> list[Adverse]:
    """The adverse effects of the bill in order: those that the checks weigh, and the fines and orders that may be imposed."""
    bill = dossier.bill
    found = [
        Adverse(n.provision, n.norm, n.gevolg, n.aanleiding, n.gevolg.zwaar or n.zwaar, n.totaal)
        for n in nadelen(bill)
        if n.aanleiding is not Aanleiding.VERZOEK  # what somebody asks for himself
    ]
    found = [a for a in found if not _same_debt(a, found)]
    known = {(a.provision, a.norm.span) for a in found}
    for provision in bill.provisions:
        for norm in provision.norms:
            imposed = next((g for g in norm.gevolgen if g.soort in _MAY_BE_IMPOSED), None)
            if imposed is None or norm.werkwoord != "opleggen" or not is_nadelig(norm) or (provision, norm.span) in known:
                continue
            known.add((provision, norm.span))
            found.append(Adverse(provision, norm, imposed, aanleiding(bill.document.text[norm.span].lower()), imposed.zwaar))
    return sorted(found, key=lambda a: a.norm.span)


_PAID_WHEN = re.compile(
    r"\b(?:de|het) (?:terugbetaling|betaling|terug te betalen bedrag|teruggevorderde bedrag|bedrag)\b[^.;]{0,40}"
    r"\b(?:vindt plaats|geschiedt|word(?:t|en) (?:terug)?betaald|word(?:t|en) voldaan|is (?:terug)?betaald)\b[^.;]{0,20}\bbinnen\b",
    re.I,
)


def _same_debt(effect: Adverse, found: Sequence[Adverse]) -> bool:
    """«De terugbetaling vindt plaats binnen twee weken», behind the sentence that claims it back: when it is paid, no second effect."""
    text = effect.provision.document.text
    if _PAID_WHEN.search(text[effect.norm.span]) is None:
        return False
    kind = effect.gevolg.soort
    return any(a.provision is effect.provision and a.gevolg.soort is kind and a.norm.span.start < effect.norm.span.start for a in found)


def _thema(found: Adverse) -> str:
    """The theme of SZW that an effect belongs to, by its kind (``vragen.toml``); a loss through an omission is about duties."""
    if found.why is Aanleiding.SAMENLOOP:
        return next((str(c["naam"]) for c in table("szw") if c.get("samenloop")), "")
    kinds = {str(kind): str(c["naam"]) for c in table("szw") for kind in c.get("gevolgen", ())}
    omitted = {str(kind): str(c["naam"]) for c in table("szw") for kind in c.get("bij_verzuim", ())}
    kind = found.gevolg.soort.value
    missed = found.why in (Aanleiding.VERZUIM, Aanleiding.OPZET)
    return omitted.get(kind, kinds.get(kind, "")) if missed else kinds.get(kind, "")


_PAID = re.compile(r"\b(?:ten onrechte|onverschuldigd|te veel|teveel|te hoog|te hoge)\b", re.I)
_WRONG = re.compile(r"\b(?:onjuist\w*|onvolledig\w*|niet|geen|nagelaten|verzuim\w*|overtreding\w*|schend\w+|te laat)\b", re.I)


def _reason(effect: Adverse, words: str) -> str:
    """Why an effect sets in. «Ten onrechte betaald» does not say whose mistake it was."""
    if effect.why is Aanleiding.VERZUIM and _PAID.search(words) and not _WRONG.search(words):
        return "er is ten onrechte of te veel gegeven; wiens fout dat was, staat er niet"
    return effect.why.value


def _burden(places: Places, dossier: DossierAnalysis, findings: Findings, effect: Adverse) -> Burden:
    provision, norm, document = effect.provision, effect.norm, effect.provision.document
    found = explained(dossier, provision, norm)
    shown = sharpest(effect.gevolg, norm.gevolgen)
    return Burden(
        key=places.key("gevolg", document, norm.span, effect.gevolg.soort.value),
        quote=places.quote(document, norm.span, place=label(provision.unit)),
        kind=named(shown, document.text[shown.span], document.text[norm.span]),
        reason=_reason(effect, document.text[norm.span]),
        room=room_of(norm),
        heavy=effect.heavy,
        total=even(document.text[effect.total]) if effect.total is not None else "",
        ways_out=softened(places, dossier.bill, provision, norm),
        searched=searched(provision),
        standing=standing(dossier, found),
        explained=places.told([s for name in ("waarom", "evenredigheid") for s in found.elements.get(name, ())])
        if found is not None and not mentions(dossier, found).moved
        else (),
        findings=findings.touching(document, norm.span.start, norm.span.end),
        thema_szw=_thema(effect),
    )


def _clause(places: Places, dossier: DossierAnalysis, findings: Findings, clause: Clausule) -> ClauseInfo:
    document = clause.provision.document
    return ClauseInfo(
        key=places.key("clausule", document, clause.zin),
        quote=places.quote(document, clause.zin, place=label(clause.provision.unit)),
        authority=even(clause.orgaan),
        aspects=tuple(_aspects(places, dossier, clause)),
        findings=findings.touching(document, clause.zin.start, clause.zin.end),
    )


def _aspects(places: Places, dossier: DossierAnalysis, clause: Clausule) -> list[Aspect]:
    """What Ar 5.25 and 5.26 and the letter of BZK ask of a clause, each with what the texts show."""
    document = clause.provision.document

    def quote(span: Span | None) -> Quote | None:
        return places.quote(document, span, place=label(clause.provision.unit)) if span is not None else None

    third = words.first(document, "derden", document.root.span)
    said = of_clause(dossier, clause.provision)
    why = places.told([s for part in ("waarom", "gevallen") for s in said.delen.get(part, ())], 1) if said is not None else ()
    scope = clause.algemeen or clause.reikwijdte
    aspects = [
        Aspect(
            norm="Ar 5.26, eerste lid",
            asks="Zo concreet mogelijk: op welke onderdelen ziet de clausule?",
            found="zij geldt voor het geheel"
            if clause.algemeen is not None
            else "zij noemt onderdelen"
            if clause.reikwijdte is not None
            else "zij noemt geen artikel",
            quote=quote(scope),
        ),
        Aspect(
            norm="Ar 5.26, tweede lid",
            asks="Welk doel of belang geeft richting aan het afwijken?",
            found="een doel of belang is genoemd" if clause.doel is not None else "geen doel of belang in deze zin gevonden",
            quote=quote(clause.doel),
        ),
        Aspect(
            norm="Ar 5.26, tweede lid",
            asks="Is de maatstaf die van het model: een onbillijkheid van overwegende aard?",
            found="de maatstaf van het model"
            if clause.standaard
            else "een andere maatstaf"
            if clause.criterium is not None
            else "geen maatstaf in deze zin gevonden",
            quote=quote(clause.criterium),
        ),
        Aspect(
            norm="Ar 5.25, tweede lid",
            asks="Kan afwijken nadelig zijn voor derde-belanghebbenden?",
            found="de tekst noemt woorden die op derden kunnen wijzen"
            if third is not None
            else "geen woorden gevonden die op derden wijzen",
            quote=places.quote(document, third) if third is not None else None,
        ),
        Aspect(
            norm="Ar 5.25, toelichting",
            asks="Motiveert de toelichting de clausule?",
            found={
                "uitgelegd": "genoemd, met een reden",
                "genoemd, zonder reden": "genoemd; geen reden gevonden",
                "niet gevonden": "niet gevonden",
                "geen toelichting gelezen": "geen toelichting gelezen",
            }[clause_standing(said)],
            quote=why[0] if why else None,
        ),
        Aspect(
            norm="brief van BZK van 11 juli 2022 over maatwerk en hardheidsclausules",
            asks="Kan de clausule ook ambtshalve worden toegepast?",
            found="de zin maakt haar afhankelijk van een verzoek" if clause.op_verzoek is not None else "de zin vraagt geen verzoek",
            quote=quote(clause.op_verzoek),
        ),
    ]
    aspects += [
        Aspect(norm="Ar 5.26", asks="Wat is uitgesloten?", found="een deel is van de clausule uitgesloten", quote=quote(u.span))
        for u in clause.uitsluitingen
    ]
    return aspects


def _steps(
    findings: Findings, topics: Topics, powers: Sequence[Power], burdens: Sequence[Burden], clauses: Sequence[ClauseInfo]
) -> Iterator[Question]:
    free = [p for p in powers if p.room in ("beleidsruimte", "beoordelingsruimte")]
    open_ = [b for b in burdens if not removable(b.ways_out)]
    softened = [b for b in burdens if removable(b.ways_out)]

    bill = {
        "hardheid-1": shown(
            f"Nadelige gevolgen zonder gevonden uitweg die ze kan wegnemen: {count(len(open_), 'bepaling', 'bepalingen')}.",
            [b.quote for b in open_],
        ),
        "hardheid-2": shown(
            f"Nadelige gevolgen met een uitweg of een onderscheid: {count(len(softened), 'bepaling', 'bepalingen')}.",
            [b.quote for b in softened],
        )
        + shown(
            "Bevindingen over regels zonder onderscheid", [], findings.named("harde-grens", "alles-of-niets", "sanctie-zonder-onderscheid")
        ),
        "hardheid-3": shown(f"Beslisruimte: {count(len(free), 'bepaling', 'bepalingen')}.", [p.quote for p in free])
        + shown("Bevindingen over ruimte zonder kader", [], findings.named("kan-zonder-kader")),
        "hardheid-4": shown(f"Gevonden: {count(len(clauses), 'hardheidsclausule', 'hardheidsclausules')}.", [c.quote for c in clauses]),
        "hardheid-5": topics.bill("derden", "Woorden die op derden of op een norm zonder afwijking kunnen wijzen")
        + shown("Bevindingen over derden", [], findings.named("hardheidsclausule-bij-derden")),
        "hardheid-6": [
            Evidence(statement=f"{c.quote.place}: {c.aspects[0].found}", quotes=(c.aspects[0].quote,) if c.aspects[0].quote else ())
            for c in clauses
        ]
        + shown(
            "Bevindingen over de reikwijdte",
            [],
            findings.named("hardheidsclausule-te-smal", "hardheidsclausule-onbepaalde-reikwijdte", "hardheidsclausule-met-uitsluitingen"),
        ),
        "hardheid-7": topics.bill("monitoring", "De tekst over evaluatie"),
    }
    told = {
        "hardheid-1": topics.topic("hardheid", "De toelichting over hardheid"),
        "hardheid-2": topics.topic("doelgroep", "De toelichting over groepen"),
        "hardheid-3": topics.told("ruimte", "De toelichting over ruimte"),
        "hardheid-4": topics.told("afwijken", "De toelichting over afwijken"),
        "hardheid-6": topics.told("reikwijdte", "De toelichting over de reikwijdte"),
        "hardheid-7": topics.topic("evaluatie", "De toelichting over evaluatie"),
    }
    for entry in table("hardheid"):
        yield question(entry, bill.get(entry["key"], ()), told.get(entry["key"], ()))
