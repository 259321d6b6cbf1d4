"""The test of discretionary room: every decision about somebody, bound or free, and whether the toelichting explains it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import Document
from doenvermogentoets.norms.aanleiding import Aanleiding, aanleiding
from doenvermogentoets.norms.getroffene import only_authorities
from doenvermogentoets.norms.gevolgnaam import named
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.model import GevolgSoort, Norm, Richting, UitwegSoort
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets.norms.orgaan import UNKNOWN, acting, deciding_of_all, nearby, usual_organ, with_article
from doenvermogentoets.report.acts import called
from doenvermogentoets.report.against import against
from doenvermogentoets.report.counts import weakened
from doenvermogentoets.report.dutch import count
from doenvermogentoets.report.evidence import Places, even, shortened
from doenvermogentoets.report.findings import Findings
from doenvermogentoets.report.mentions import clause_standing, explained, of_clause, standing
from doenvermogentoets.report.model import Evidence, Figure, Power, Question, Room, RoomTest
from doenvermogentoets.report.questions import question, shown, table
from doenvermogentoets.report.softening import softened
from doenvermogentoets.report.topics import Topics
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import NAMEN, ZO_GENOEMD, Explained, Naam
from doenvermogentoets.toelichting.genoemd import Mentions, mentions

_CLAUSE = 200  # characters of a condition that are shown
_SPARED = re.compile(
    r"\b(?:word(?:t|en)|neemt|nemen|legt|leggen) (?:[\w-]+ ){0,6}geen (?:[\w-]+ ){0,2}"
    r"(?:maatregel(?:en)?|boetes?|beslag|dwangbevel(?:en)?|kosten|rente)\b",
    re.I,
)
"""What is not done to somebody is no decision against him: «worden geen maatregelen genomen»."""
_INTERNAL = re.compile(
    r"\bgoedkeuring\b|\bbesluit(?:en)? van (?:de|het|onze)\b|\b(?:begroting|\w*plan|jaarrekening|taakuitoefening|mandaat)\b",
    re.I,
)
"""What one authority decides about another: its plan, its decisions."""
_FREE = ("beleidsruimte", "beoordelingsruimte")
_NOT_DONE = re.compile(r"\bgeen (?:[\w-]+ ){1,4}(?:word(?:t|en)|is|zijn)\b|\bword(?:t|en) (?:[\w-]+ ){0,6}geen\b", re.I)
_BEHIND = re.compile(r"\b(?:zolang|indien|als|wanneer|tenzij|mits|dat|die|waarvoor)\b", re.I)
_DENIED = re.compile(r"\b(?:niet|geen)\b", re.I)
_NO = re.compile(r"\bgeen ((?:(?:bestuurlijke|andere|verdere|nadere) )?[\w-]+)", re.I)
_OTHER_CASES = re.compile(r":|\b(?:indien|als|wanneer)\b")
_NO_DECISION = frozenset(("zijn",))  # «dan is bevoegd het college van de gemeente waar hij verblijft»: who decides
_GIVES = frozenset(("verlenen", "toekennen", "verstrekken", "inschrijven", "toelaten", "uitbetalen", "vergoeden", "aanwijzen", "erkennen"))
_SET_IN = frozenset(("vervallen", "eindigen", "verjaren", "verhogen", "verlagen", "verminderen", "ontbinden"))
"""What an effect that sets in by itself can be called; other verbs («achten», «laten», «bestaan») say nothing alone."""
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
            if _between_parties(provision, norm):
                continue
            if act := against(norm, provision.document.text[norm.span]):
                bound = "gebonden" if norm.bevoegdheid == "geen" else norm.bevoegdheid
                hard = replace(norm, richting="nadelig", bevoegdheid=bound, werkwoord=act)
                found.setdefault((provision, norm.span, room_of(hard), "nadelig"), []).append(hard)
            elif norm.bevoegdheid != "geen" and norm.werkwoord not in _NO_DECISION:
                way = _direction(dossier, provision, norm)
                found.setdefault((provision, norm.span, room_of(norm), way), []).append(replace(norm, richting=way))
            elif norm.werkwoord == _ENOUGH and any(s.soort is UitwegSoort.WAARSCHUWING for s in norm.signalen):
                warned = replace(norm, richting="gunstig", werkwoord="volstaan met een waarschuwing")
                found.setdefault((provision, norm.span, "gebonden", "gunstig"), []).append(warned)
    taken = {(provision, span) for provision, span, _, _ in found}
    for clausule in clausules(dossier.bill):  # room to deviate, however it is worded
        if clausule.norm is not None and (clausule.provision, clausule.norm.span) not in taken:
            free = replace(clausule.norm, richting="neutraal", bevoegdheid="discretionair", werkwoord="afwijken")
            found.setdefault((clausule.provision, clausule.norm.span, "beleidsruimte", "neutraal"), []).append(free)
            taken.add((clausule.provision, clausule.norm.span))
    for nadeel in nadelen(dossier.bill):
        if nadeel.van_rechtswege and (nadeel.provision, nadeel.norm.span) not in taken:
            lost = replace(nadeel.norm, richting="nadelig")
            found.setdefault((nadeel.provision, nadeel.norm.span, "van rechtswege", "nadelig"), []).append(lost)
    out = [
        Decision(provision, norms[0], tuple(dict.fromkeys(filter(None, (_act(provision, n, room) for n in norms)))), room)
        for (provision, _, room, _), norms in found.items()
    ]
    return sorted(out, key=lambda d: d.norm.span)


_CONTRACT = re.compile(
    r"\b(?:(?:onder)?huur|pacht|(?:\w*huur|\w*pacht|arbeids|koop|verzekerings|krediet|leverings|opdracht)?overeenkomst(?:en)?|dienstverband"
    r"|dienstbetrekking)\b[^.;]{0,120}?\b(?:opgezegd|ontbonden|beëindigd|vernietigd|opzegbaar)\b",
    re.I,
)


def _between_parties(provision: Provision, norm: Norm) -> bool:
    """«De huur wordt niet binnen negen maanden opgezegd», without an authority: what one party to a contract does, is no decision."""
    who = norm.adressaat
    if who is not None and who.rol == "overheid" and who.tekst:
        return False
    return _CONTRACT.search(provision.document.text[norm.span]) is not None


def _direction(dossier: DossierAnalysis, provision: Provision, norm: Norm) -> Richting:
    """For or against a citizen; neither where one authority decides about another."""
    if norm.richting != "nadelig":
        return norm.richting
    words = dossier.bill.document.text[norm.span]
    if _only_warned(dossier, provision, norm, words):
        return "gunstig"
    if aanleiding(words.lower()) is Aanleiding.VERZOEK and not _OTHER_CASES.search(words):
        return "neutraal"  # «Op verzoek van de houder trekt het college de kaart in»
    if _SPARED.search(words):
        return "gunstig"
    return "neutraal" if _INTERNAL.search(words) and only_authorities(dossier.bill, provision) else "nadelig"


_WARNS = re.compile(r"\b(?:geeft|geven|volstaat|volstaan|ontvangt|krijgt)\b[^.;]{0,80}\bwaarschuwing\b", re.I)
_NOT_YET = re.compile(r"\b(?:eerste|eenmalige|geringe|lichte|kleine)\b[^.;]{0,40}\b(?:overtreding|verzuim|keer|maal|gedraging)", re.I)


def _only_warned(dossier: DossierAnalysis, provision: Provision, norm: Norm, words: str) -> bool:
    """«Bij een eerste overtreding geeft het college een waarschuwing», beside the fine that would follow otherwise."""
    if not _WARNS.search(words) or not _NOT_YET.search(words) or any(g.soort in _IMPOSED for g in norm.gevolgen):
        return False
    return any(g.soort in _IMPOSED for p in dossier.bill.in_artikel(provision.unit) for n in p.norms for g in n.gevolgen)


def _act(provision: Provision, norm: Norm, room: Room) -> str:
    """What is decided, as a reader calls it: what is imposed is named with it, and what is not done is said to be so."""
    text = provision.document.text[norm.span]
    if room == "van rechtswege" and norm.werkwoord not in _SET_IN and norm.gevolgen:
        return named(norm.gevolgen[0], provision.document.text[norm.gevolgen[0].span], text)
    imposed = next((what for kind, what in _IMPOSED.items() if any(g.soort is kind for g in norm.gevolgen)), "")
    act = f"{imposed} opleggen" if norm.werkwoord == "opleggen" and imposed else called(norm.werkwoord, text.lower())
    undone = _NOT_DONE.search(text) if act and norm.richting == "gunstig" else None
    if undone is not None and not _BEHIND.search(text, 0, undone.start()):
        return _not(act, text)
    given = norm.werkwoord in _GIVES or act == "in behandeling nemen"
    return f"niet {act}" if norm.richting == "nadelig" and given and _DENIED.search(text) else act


def _not(act: str, text: str) -> str:
    """«geen maatregelen nemen», «geen vergoeding in rekening brengen»: an act that the text says is not done."""
    thing = _NO.search(text)
    noun = thing[1].lower() if thing is not None else ""
    return f"geen {act.removeprefix('een ')}" if noun.split(" ")[-1] in act else f"geen {noun} {act}"


def _usual(dossier: DossierAnalysis, decision: Decision) -> str:
    """Who is meant by a decision that names nobody: the authority of its artikel, otherwise the one that mostly decides in this text.

    Nobody where there is no decision.
    """
    if decision.room == "van rechtswege":
        return ""
    unit = decision.provision.unit
    own = {name for p in dossier.bill.in_artikel(unit) for n in p.norms if (name := acting(p, n))}
    usual = own.pop() if len(own) == 1 else nearby(dossier.bill, unit) or _most(dossier)
    return usual if usual != UNKNOWN else ""


def _most(dossier: DossierAnalysis) -> str:
    """The authority that decides most often, or one that only the amended law explains where that decides more often."""
    usual = usual_organ(dossier.bill)
    found = deciding_of_all(dossier.bill).most_common(2)
    if found and (len(found) == 1 or found[0][1] > found[1][1]):
        return with_article(found[0][0], dossier.bill.document.text.content)
    return usual


def _power(places: Places, dossier: DossierAnalysis, findings: Findings, decision: Decision, clauses: Collection[Span]) -> Power:
    provision, norm, document = decision.provision, decision.norm, decision.provision.document
    who = norm.adressaat
    named = who.tekst if who is not None and who.rol == "overheid" and who.tekst else acting(provision, norm)
    found = explained(dossier, provision, norm)
    bound = decision.room in ("gebonden", "van rechtswege")
    elements = _elements(places, found, mentions(dossier, found), bound=bound)
    told = {e.statement for e in elements}
    return Power(
        key=places.key("bevoegdheid", document, norm.span, decision.room),
        quote=places.quote(document, norm.span, place=label(provision.unit)),
        authority=with_article(even(named), document.text.content) if named else _usual(dossier, decision),
        derived=not named,
        decisions=decision.verbs,
        room=decision.room,
        direction=norm.richting,
        conditions=_conditions(decision),
        ways_out=softened(places, dossier.bill, provision, norm) if norm.richting == "nadelig" else (),
        explained=tuple(elements),
        sentences=places.in_order(q for e in elements for q in e.quotes),
        missing=tuple(ZO_GENOEMD[name] for name in _wanted(bound) if told and name != "genoemd" and ZO_GENOEMD[name] not in told),
        standing=clause_standing(of_clause(dossier, provision)) if norm.span in clauses else standing(dossier, found),
        findings=findings.touching(document, norm.span.start, norm.span.end),
    )


_GOES_ON = re.compile(r"\s+(?:dat|die|waarop|waarvan)\b[^,;.]*", re.I)
_IN_CASES = re.compile(r"\bin (?:[\w-]+ ){1,3}gevallen\b", re.I)


_PREPOSITION = re.compile(r"\s+(?:aan|van|tot|op|voor|in|bij|met|door|over|uit|naar|tegen|na|binnen)\s+[^,;:.()]+", re.I)
_FINITE = re.compile(r"\b(?:word(?:t|en)|is|zijn|kan|kunnen|heeft|hebben|mag|mogen|blijft|blijven|vervalt|vervallen)\b", re.I)


def _to_what(document: Document, condition: Span, end: int) -> int:
    """Where a condition ends with what comes after its verb: «Indien niet is voldaan» goes on with «aan het eerste lid»."""
    more = _PREPOSITION.match(document.text.content, condition.end, end)
    if more is None or _FINITE.search(more[0]) or document.text.content[more.end() : more.end() + 1] == "(":
        return condition.end
    return max(more.end(), *(r.span.end for r in document.references if more.start() < r.span.start < more.end() and r.span.end <= end), 0)


def _conditions(decision: Decision) -> tuple[str, ...]:
    """The conditions of a decision in its own sentence, each whole («tenzij deze aannemelijk maakt dat …»)."""
    norm, text = decision.norm, decision.provision.document.text
    found = []
    for span in outermost(norm.voorwaarden):
        more = _GOES_ON.match(text.content, span.end, norm.span.end)
        end = more.end() if more is not None else span.end
        found.append(Span(span.start, _to_what(decision.provision.document, Span(span.start, end), norm.span.end)))
    if not found and (cases := _IN_CASES.search(text.content, norm.span.start, norm.span.end)) is not None:
        found.append(Span(cases.start(), cases.end()))
    return tuple(shortened(even(text[span]), _CLAUSE) for span in found)


_FRAME = re.compile(
    r"\bstem(?:t|men) [^.;]{0,60}\baf op\b|\brekening (?:houd|gehouden)\w*|\bhoud(?:t|en) [^.;]{0,60}\brekening\b|\bevenredig\w*"
    r"|\bvolsta(?:at|an) met\b|\bten hoogste\b|\bmate van\b|\bregels (?:[\w-]+ ){0,4}(?:gesteld|over)\b",
    re.I,
)


def _frames(places: Places, dossier: DossierAnalysis, found: Sequence[tuple[Decision, Power]]) -> list[Evidence]:
    """Other leden of the artikel that say how a power without a condition of its own is used."""
    out = []
    for decision, power in found:
        others = [p for p in dossier.bill.in_artikel(decision.provision.unit) if p is not decision.provision]
        quotes = [
            places.quote(p.document, n.span, place=label(p.unit))
            for p in others
            for n in p.norms[:1]
            if _FRAME.search(p.document.text[n.span])
        ]
        if quotes:
            out.append(Evidence(statement=f"{power.quote.place}: een ander lid geeft een kader", quotes=tuple(quotes[:3])))
    return out


def _elements(places: Places, found: Explained | None, seen: Mentions, *, bound: bool) -> list[Evidence]:
    """Where the toelichting has each element. What it says of a bound power is no explanation of one with room."""
    if found is None or not (seen.spans or found.sufficient):
        return []
    if seen.moved:
        return [Evidence(statement=seen.statement, quotes=places.told(seen.spans))]
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
    clauses = {c.norm.span for c in clausules(dossier.bill) if c.norm is not None}
    found = [(d, _power(places, dossier, findings, d, clauses)) for d in decisions(dossier)]
    powers = tuple(power for _, power in found)
    frames = _frames(places, dossier, [(d, p) for d, p in found if p.room in _FREE and not p.conditions])
    questions = tuple(_questions(powers, frames, findings, topics))
    return RoomTest(powers=powers, questions=questions, figures=(*_figures(powers), *weakened(findings)))


def _figures(powers: Sequence[Power]) -> list[Figure]:
    against = [p for p in powers if p.direction == "nadelig"]
    bound = [p for p in against if p.room in ("gebonden", "van rechtswege")]
    told = [p for p in bound if p.standing == "uitgelegd"]
    return [
        Figure(name="besluiten en gevolgen van rechtswege", value=str(len(powers)), note=f"{len(against)} ten nadele"),
        Figure(name="ten nadele zonder ruimte", value=str(len(bound)), note=", ".join(dict.fromkeys(p.quote.place for p in bound))),
        Figure(name="of die in de toelichting zijn uitgelegd", value="niet te zien", note="er is geen toelichting gelezen")
        if bound and bound[0].standing == "geen toelichting gelezen"
        else Figure(name="daarvan in de toelichting uitgelegd", value=str(len(told)), note="uitgelegd: genoemd, en met een reden"),
        Figure(name="met ruimte", value=str(len([p for p in powers if p.room in _FREE])), note=""),
    ]


def _questions(powers: Sequence[Power], frames: Sequence[Evidence], findings: Findings, topics: Topics) -> Iterator[Question]:
    against = [p for p in powers if p.direction == "nadelig"]
    bound = [p for p in against if p.room in ("gebonden", "van rechtswege")]
    free = [p for p in powers if p.room in _FREE]
    entries = {e["key"]: e for e in table("ruimte")}

    def powers_with(found: Sequence[Power], what: str) -> list[Evidence]:
        return shown(what, [p.quote for p in found])

    bill = {
        "ruimte-1": powers_with(bound, f"Zonder ruimte en ten nadele: {count(len(bound), 'bepaling', 'bepalingen')}.")
        + powers_with(free, f"Met ruimte: {count(len(free), 'bepaling', 'bepalingen')}."),
        "ruimte-2": topics.bill("verschillen", "Woorden die op verschillen tussen mensen of gevallen wijzen"),
        "ruimte-3": topics.bill("samenloop", "Woorden over samenloop") + topics.bill("andere-wet", "Andere wetten die worden genoemd"),
        "ruimte-5": topics.bill("beleidsregels", "Lagere regels en beleidsregels die worden genoemd"),
        "ruimte-7": powers_with([p for p in free if p.conditions], "Ruimte met een voorwaarde in dezelfde zin")
        + powers_with([p for p in free if not p.conditions], "Ruimte waarbij geen voorwaarde in dezelfde zin is gevonden")
        + list(frames)
        + _by_check(findings, "kan-zonder-kader"),
        "ruimte-8": powers_with(
            [p for p in free if "afwijken" in p.decisions or "hardheid" in p.quote.text], "Bepalingen die afwijken toestaan"
        ),
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
    return shown("Bevindingen van de controle", findings=findings.named(check))
