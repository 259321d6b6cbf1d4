"""The test of discretionary room: every decision about somebody, bound or free, and whether the toelichting explains it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.norms.model import GevolgSoort, Norm, UitwegSoort
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets.norms.orgaan import UNKNOWN, usual_organ, with_article
from doenvermogentoets.norms.uitweg import ways_out
from doenvermogentoets.report.dutch import count
from doenvermogentoets.report.evidence import Places, even, shortened
from doenvermogentoets.report.findings import Findings
from doenvermogentoets.report.mentions import Mentions, explained, mentions, standing
from doenvermogentoets.report.model import Evidence, Figure, Power, Question, Room, RoomTest
from doenvermogentoets.report.questions import question, table
from doenvermogentoets.report.softening import outs
from doenvermogentoets.report.topics import Topics
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import NAMEN, ZO_GENOEMD, Explained, Naam

_CLAUSE = 200  # characters of a condition that are shown
_SPARED = re.compile(
    r"\b(?:word(?:t|en)|neemt|nemen|legt|leggen) (?:[\w-]+ ){0,6}geen (?:[\w-]+ ){0,2}"
    r"(?:maatregel(?:en)?|boetes?|beslag|dwangbevel(?:en)?|kosten|rente)\b",
    re.I,
)
"""What is not done to somebody is no decision against him: «worden geen maatregelen genomen»."""
_ENOUGH = "volstaan"  # «volstaat met een waarschuwing»: a decision not to punish
_IMPOSED = {GevolgSoort.BOETE: "een boete", GevolgSoort.DWANGSOM: "een last"}


@dataclass(frozen=True)
class Decision:
    """A decision of the text: one sentence, with the norms that name it."""

    provision: Provision
    norm: Norm
    verbs: tuple[str, ...]
    room: Room


def room_of(norm: Norm) -> Room:
    """Bound, by operation of law, or the kind of room."""
    if norm.bevoegdheid == "discretionair":
        return "beleidsruimte"
    if any(s.soort is UitwegSoort.BEOORDELINGSRUIMTE for s in norm.signalen):
        return "beoordelingsruimte"
    return "gebonden" if norm.bevoegdheid == "gebonden" else "van rechtswege"


def decisions(dossier: DossierAnalysis) -> list[Decision]:
    """The decisions about citizens and the losses that set in by themselves, in order, one per sentence and kind of room."""
    found: dict[tuple[Provision, Span, Room, str], list[Norm]] = {}
    for provision in dossier.bill.provisions:
        for norm in provision.norms:
            if norm.bevoegdheid != "geen":
                way = "gunstig" if norm.richting == "nadelig" and _SPARED.search(dossier.bill.document.text[norm.span]) else norm.richting
                found.setdefault((provision, norm.span, room_of(norm), way), []).append(replace(norm, richting=way))
            elif norm.werkwoord == _ENOUGH and any(s.soort is UitwegSoort.WAARSCHUWING for s in norm.signalen):
                warned = replace(norm, richting="gunstig", werkwoord="volstaan met een waarschuwing")
                found.setdefault((provision, norm.span, "gebonden", "gunstig"), []).append(warned)
    taken = {(provision, span) for provision, span, _, _ in found}
    for nadeel in nadelen(dossier.bill):
        if nadeel.van_rechtswege and (nadeel.provision, nadeel.norm.span) not in taken:
            found.setdefault((nadeel.provision, nadeel.norm.span, "van rechtswege", "nadelig"), []).append(nadeel.norm)
    out = [
        Decision(provision, norms[0], tuple(dict.fromkeys(_act(n) for n in norms if n.werkwoord)), room)
        for (provision, _, room, _), norms in found.items()
    ]
    return sorted(out, key=lambda d: d.norm.span)


def _act(norm: Norm) -> str:
    """The verb of a decision; what is imposed is named with it."""
    imposed = next((what for kind, what in _IMPOSED.items() if any(g.soort is kind for g in norm.gevolgen)), "")
    return f"{imposed} opleggen" if norm.werkwoord == "opleggen" and imposed else norm.werkwoord


def _usual(dossier: DossierAnalysis, decision: Decision) -> str:
    """The authority that mostly decides in this text, for a decision that names none; nobody where there is no decision."""
    usual = usual_organ(dossier.bill)
    return usual if decision.room != "van rechtswege" and usual != UNKNOWN else ""


def _power(places: Places, dossier: DossierAnalysis, findings: Findings, decision: Decision) -> Power:
    provision, norm, document = decision.provision, decision.norm, decision.provision.document
    who = norm.adressaat
    named = who is not None and who.rol == "overheid" and who.tekst
    found = explained(dossier, provision, norm)
    bound = decision.room in ("gebonden", "van rechtswege")
    elements = _elements(places, found, mentions(dossier, found), bound=bound)
    told = {e.statement for e in elements}
    return Power(
        key=places.key("bevoegdheid", document, norm.span, decision.room),
        quote=places.quote(document, norm.span, place=label(provision.unit)),
        authority=with_article(even(who.tekst), document.text.content) if named and who is not None else _usual(dossier, decision),
        derived=not named,
        decisions=decision.verbs,
        room=decision.room,
        direction=norm.richting,
        conditions=tuple(shortened(even(document.text[span]), _CLAUSE) for span in outermost(norm.voorwaarden)),
        ways_out=outs(places, ways_out(dossier.bill, provision, norm)) if norm.richting == "nadelig" else (),
        explained=tuple(elements),
        missing=tuple(ZO_GENOEMD[name] for name in _wanted(bound) if told and name != "genoemd" and ZO_GENOEMD[name] not in told),
        standing=standing(dossier, found),
        findings=findings.touching(document, norm.span.start, norm.span.end),
    )


def _elements(places: Places, found: Explained | None, seen: Mentions, *, bound: bool) -> list[Evidence]:
    """Where the toelichting has each element. What it says of a bound power is no explanation of one with room."""
    if found is None or not (seen.spans or found.sufficient):
        return []
    elsewhere = set() if bound else {places.told_sentence(span) for span in found.elements.get("gebonden", ())}
    out = []
    for name in _wanted(bound):
        first = name == "genoemd" and seen.spans
        spans = seen.spans if first else found.elements.get(name, ())
        own = [span for span in spans if places.told_sentence(span) not in elsewhere]
        if own:
            out.append(Evidence(statement=seen.statement if first else ZO_GENOEMD[name], quotes=places.told(own)))
    return out


def _wanted(bound: bool) -> list[Naam]:
    return [name for name in NAMEN if name != "gebonden" or bound]


def outermost(spans: Sequence[Span]) -> list[Span]:
    """Without those that lie in another: «indien en voor zover …» is one condition."""
    return [s for s in spans if not any(o != s and o.start <= s.start and s.end <= o.end for o in spans)]


def room_test(places: Places, dossier: DossierAnalysis, findings: Findings, topics: Topics) -> RoomTest:
    """The powers with their room, and the questions of the policy papers with what the texts show."""
    powers = tuple(_power(places, dossier, findings, d) for d in decisions(dossier))
    return RoomTest(powers=powers, questions=tuple(_questions(powers, findings, topics)), figures=tuple(_figures(powers)))


def _figures(powers: Sequence[Power]) -> list[Figure]:
    against = [p for p in powers if p.direction == "nadelig"]
    bound = [p for p in against if p.room in ("gebonden", "van rechtswege")]
    told = [p for p in bound if p.standing == "uitgelegd"]
    return [
        Figure(name="besluiten en gevolgen van rechtswege", value=str(len(powers)), note=f"{len(against)} ten nadele"),
        Figure(name="ten nadele zonder ruimte", value=str(len(bound)), note=", ".join(dict.fromkeys(p.quote.place for p in bound))),
        Figure(
            name="daarvan in de toelichting uitgelegd",
            value=str(len(told)) if powers and powers[0].standing != "geen toelichting gelezen" else "niet te zien",
            note="uitgelegd: genoemd, en met een reden",
        ),
        Figure(name="met ruimte", value=str(len([p for p in powers if p.room in ("beleidsruimte", "beoordelingsruimte")])), note=""),
    ]


def _questions(powers: Sequence[Power], findings: Findings, topics: Topics) -> Iterator[Question]:
    against = [p for p in powers if p.direction == "nadelig"]
    bound = [p for p in against if p.room in ("gebonden", "van rechtswege")]
    free = [p for p in powers if p.room in ("beleidsruimte", "beoordelingsruimte")]
    entries = {e["key"]: e for e in table("ruimte")}

    def shown(found: Sequence[Power], what: str) -> list[Evidence]:
        return [Evidence(statement=what, quotes=tuple(p.quote for p in found[:6]))] if found else []

    bill = {
        "ruimte-1": shown(bound, f"Zonder ruimte en ten nadele: {count(len(bound), 'bepaling', 'bepalingen')}.")
        + shown(free, f"Met ruimte: {count(len(free), 'bepaling', 'bepalingen')}."),
        "ruimte-2": topics.bill("verschillen", "Woorden die op verschillen tussen mensen of gevallen wijzen"),
        "ruimte-3": topics.bill("samenloop", "Woorden over samenloop") + topics.bill("andere-wet", "Andere wetten die worden genoemd"),
        "ruimte-5": topics.bill("beleidsregels", "Lagere regels en beleidsregels die worden genoemd"),
        "ruimte-7": [
            Evidence(statement=f"{p.quote.place}: voorwaarden bij de ruimte: {'; '.join(p.conditions)}", quotes=(p.quote,))
            for p in free
            if p.conditions
        ]
        + shown([p for p in free if not p.conditions], "Ruimte waarbij geen voorwaarde in dezelfde zin is gevonden")
        + _by_check(findings, "kan-zonder-kader"),
        "ruimte-8": shown([p for p in free if "afwijken" in p.decisions or "hardheid" in p.quote.text], "Bepalingen die afwijken toestaan"),
        "ruimte-10": topics.rights("Aanspraken die de tekst zelf toekent"),
    }
    told = {
        "ruimte-1": topics.told("ruimte", "Wat de toelichting over ruimte of gebondenheid zegt"),
        "ruimte-2": topics.topic("hardheid", "De toelichting over hardheid en maatwerk")
        + topics.topic("doelgroep", "De toelichting over groepen"),
        "ruimte-3": topics.topic("wetgeving", "De toelichting over andere wetgeving"),
        "ruimte-4": topics.topic("varianten", "De toelichting over varianten"),
        "ruimte-5": topics.told("beleidsregels", "De toelichting over lagere regels"),
        "ruimte-6": topics.told("willekeur", "De toelichting over gelijke behandeling"),
        "ruimte-8": topics.told("afwijken", "De toelichting over afwijken"),
        "ruimte-9": topics.told("capaciteit", "De toelichting over uitvoerbaarheid en capaciteit"),
    }
    for key, entry in entries.items():
        yield question(entry, bill.get(key, ()), told.get(key, ()))


def _by_check(findings: Findings, check: str) -> list[Evidence]:
    keys = findings.named(check)
    return [Evidence(statement="Bevindingen van de controle", findings=keys)] if keys else []
