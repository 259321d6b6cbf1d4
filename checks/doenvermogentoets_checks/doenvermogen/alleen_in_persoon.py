"""DVM011: somebody must come himself, and nobody may come for him."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Doubt, Hit, Severity, Suggestion
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import each_place_once, who, words
from doenvermogentoets_checks.doenvermogen import begrippen
from doenvermogentoets_checks.doenvermogen.een_weg import wegen
from doenvermogentoets_checks.doenvermogen.mensen import NIEMAND, Vraag, may_be_mens, vragen
from doenvermogentoets_checks.raakt import over_mensen, raakt

# «Degene die ter uitvoering daarvan in persoon verschijnt, legt … over»: what he does once he is there
_WHO_COMES = re.compile(r"[\s\d.]{0,6}(?:degenen?|wie|(?:de|het|een) [\w-]+) (?:die|dat)\b(?:[^,]|, bedoeld in [^,]*,)*\Z")


# «dient een persoonlijk ontwikkelingsplan in»: what the paper is, and not how it is brought
_PERSONAL = re.compile(
    r"persoonlijk\s+(?:en \w+ )?\w*(?:plan|dossier|verslag|formulier|document|account|bewijs|budget|nummer|profiel|overzicht"
    r"|logboek|portfolio"
    r"|gegeven|certificaat|exemplaar|advies|belang|attest|verhaal|statement)\b"
)


def _of_paper(provision: Provision, at: Span) -> bool:
    small = provision.document.text.small
    word = small.rfind("persoonlijk", at.start, at.end)
    return word >= 0 and "in persoon " not in small[at.start : at.end] and _PERSONAL.match(small, word) is not None


# «vertegenwoordiging is niet toegelaten», «machtiging van een ander is niet mogelijk»: the other way is named to be closed
_CLOSED = re.compile(
    r"\b(?:vertegenwoordig\w*|machtig\w*|gemachtigde)\b[^.;,]{0,50}\b(?:niet|geen)\b|\b(?:niet|geen)\b[^.;,]{0,30}\b(?:vertegenwoordig\w*|machtig\w*"
    r"|gemachtigde)\b",
    re.I,
)


def _otherwise(provision: Provision) -> bool:
    """Another may come, or it may be done otherwise."""
    small = provision.document.text.small
    closed = [Span(*m.span()) for m in _CLOSED.finditer(small, provision.span.start, provision.span.end)]
    ways = begrippen.every(provision.document, "in-persoon-anders", provision.span)
    return any(not any(way.overlaps(c) for c in closed) for way in ways)


_NEAR = Doubt("een aangetekende brief kan op veel plaatsen worden afgegeven")


@over_mensen(Severity.SUGGESTION)
@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the words that ask it, unless the artikel lets another come or offers another way."""
    bill = dossier.bill
    for vraag in _asked(bill):
        at = vraag.first("in-persoon")
        if at is None:
            continue
        provision = vraag.provision
        if _WHO_COMES.match(provision.document.text.small[vraag.span.start : at.start]) is not None:
            continue
        if _of_paper(provision, at):
            continue
        around = bill.in_artikel(provision.unit) or (provision,)
        if any(_otherwise(p) for p in around):
            continue
        wie = "wie het aangaat" if vraag.wie == NIEMAND else vraag.wie
        yield Hit(
            document=provision.document,
            unit=provision.unit,
            span=at,
            message=f"Van {wie} wordt gevraagd zelf te komen: «{words(provision.document, at)}».",
            explanation="Gezocht in dit artikel naar een gemachtigde of vertegenwoordiger, een huisbezoek, een andere weg en een "
            "ontheffing: niet gevonden. Wie ziek is, werkt, ver weg woont of niet durft, kan dan niet voldoen.",
            label="zelf komen",
        )
    for weg in wegen(bill):
        if begrippen.first(weg.vraag.provision.document, "in-persoon", weg.vraag.span) is not None:
            continue  # told above, or let off there
        if not weg.reis and raakt(dossier, weg.vraag.provision, weg.vraag.span) is not None:
            continue  # firms register letters every day
        wie = "wie het aangaat" if weg.vraag.wie == NIEMAND else weg.vraag.wie
        yield Hit(
            document=weg.vraag.provision.document,
            unit=weg.vraag.provision.unit,
            span=weg.span,
            message=f"Voor {wie} is er maar één weg, en die kan niet van huis uit: «{words(weg.vraag.provision.document, weg.span)}».",
            explanation="Gezocht in dit artikel naar een andere weg, een gemachtigde en een ontheffing: niet gevonden. "
            + ("Wie ziek is of ver weg woont, komt daar niet." if weg.reis else "Wie gewoon post of een e-mail stuurt, voldoet dan niet."),
            label="één weg",
            question="Wat gebeurt er met wat langs een andere weg komt, en waarom kan dat niet?",
            suggestions=(
                Suggestion("een tweede weg openen (gewone post, elektronisch, een loket dichtbij)"),
                Suggestion("bepalen dat wat langs een andere weg is ontvangen, ook telt"),
            ),
            doubts=() if weg.reis else (_NEAR,),
            severity=None if weg.reis else Severity.INFO,
        )


def _asked(bill: Analysis) -> Iterator[Vraag]:
    """What is asked of people; «de houder» who must come in person is one too, whatever else he may be: an organisation cannot."""
    known = vragen(bill)
    yield from known
    taken = {vraag.norm for vraag in known}
    for provision in bill.provisions:
        for norm in provision.norms:
            if norm.doenlast and norm not in taken and may_be_mens(bill, norm):
                yield Vraag(provision, norm, who(norm), True)
