"""Money must be paid back or is collected, and nothing is said of instalments, delay or remission."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Severity, Suggestion
from doenvermogentoets.norms.getroffene import getroffene
from doenvermogentoets.norms.model import Norm, Soort, UitwegSoort
from doenvermogentoets.norms.rechtsorde import zonder_awb
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import capital, phrases, words
from doenvermogentoets_checks.gericht import people_prevail
from doenvermogentoets_checks.hardheid import zeggen
from doenvermogentoets_checks.noemt import noemt_mens
from doenvermogentoets_checks.raakt import raakt
from doenvermogentoets_checks.twijfel import Onzeker, Twijfel

_REGELING = frozenset({UitwegSoort.BETALINGSREGELING, UitwegSoort.KWIJTSCHELDING})


_TO_PAY = re.compile(r"\b(?:(?:terug)?beta\w+|voldaan|voldoen|schuld\w*|vordering|invorder\w*|opeisbaar|verschuldigd|terug\w*|terstond)\b")

_AT_ONCE = ("ineens", "in één keer", "in een keer")
_OFFENDER = re.compile(r"\b(?:bestuursdwang|overtreders?)\b")  # costs of an order that was not followed
_NOT_COLLECTED = re.compile(r"\b(?:niet|geen)\s+(?:\w+\s+)?(?:(?:terstond|dadelijk|onmiddellijk|direct|geheel|ineens) (?:en|of) )?\Z")
# «verleent geen uitstel van betaling»: that somebody cannot pay was thought of, and nothing is offered
# «rekent geen rente bij uitstel», «wordt niet geweigerd» and «geen uitstel aan wie eerder …» suppose that it can be had.
_NONE = re.compile(
    r"\b(?:(?:geen|nooit|nimmer) (?:(?:recht|aanspraak) op )?|zonder (?:mogelijkheid van |recht op )?"
    r"|niet voor )(?:[\w-]+(?:ige|ere|ele|are) )?\Z"
)
_REFUSED = re.compile(
    r"\s+(?:van (?:de|het|een|betaling)\s+(?:[\w-]+\s+)?)?(?:word(?:t|en)|is|zijn) (?:(?:niet|nooit|nimmer)"
    r"(?! (?:[\w-]+ ){0,2}?(?:geweigerd|ingetrokken|beëindigd|verschuldigd|afhankelijk|gebonden|beperkt))|uitgesloten)\b"
)
_FOR_SOME = re.compile(
    r"[^.;]{0,120}?\b(?:indien|als|wanneer|voor zover|voorzover|tenzij|behalve|zolang|langer dan|meer dan"
    r"|(?:aan|voor) (?:wie|degene[n]?|[\w-]+ (?:die|dat)|(?:de|een|het) [\w-]+ (?:die|dat|wiens)))\b"
)


def _denied(small: str, found: Span) -> bool:
    """Whether the words refuse it to everybody; who refuses it to some, gives it to the others."""
    none = _NONE.search(small, max(0, found.start - 60), found.start) or _REFUSED.match(small, found.end)
    return none is not None and _FOR_SOME.match(small, found.end) is None


_INSTALMENTS = re.compile(r"\b(?:maandelijkse|opeenvolgende|gelijke|maand)\W{0,2}(?:\w+ )?termijnen\b|\bin termijnen\b")

_BY_AWB = (
    "De Awb geeft wel een bevoegdheid tot uitstel (4:94) en kwijtschelding (4:94a), maar geen regel voor de vraag wie daarvoor in "
    "aanmerking komt, en zij verplicht het orgaan niet om ze aan te bieden."
)
# «In afwijking van artikel 9 van de Invorderingswet 1990 is een aanslag terstond invorderbaar»: stricter than the law it names
_SET_ASIDE = re.compile(r"in afwijking van artikel \d+[a-z]*(?:, [a-z]+ lid,?)? van de invorderingswet(?: 1990)?", re.I)
_BY_TAX_LAW = (
    "De Invorderingswet 1990 geeft de ontvanger wel een bevoegdheid tot uitstel (25) en kwijtschelding (26); of die hier ook gelden, zegt "
    "de tekst niet."
)


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """The first place where a debt is to be paid at once or is collected, in a text without arrangement or remission."""
    del options
    bill = dossier.bill
    if any(s.soort in _REGELING for p in bill.provisions for n in p.norms for s in n.signalen):
        return
    arrangement = phrases(__package__ or "", "regeling", "teksten.toml")
    if any(not _denied(p.document.text.small, found) for p in bill.provisions for found in arrangement.find(p.document, p.span)):
        return
    if any(_INSTALMENTS.search(p.document.text.small, p.span.start, p.span.end) is not None for p in bill.provisions):
        return
    debts = phrases(__package__ or "", "schuld", "teksten.toml")
    other_law = re.compile(
        r"invorderingswet|derde afdeling|titel 4\.4|uitbetaald|uitgekeerd|overlijdensuitkering|beslagvrije voet|uitkering ineens"
        r"|afko(?:op|pen)|niet (?:of niet geheel )?kan worden ingevorderd",
        re.I,
    )
    of_bodies: Hit | None = None  # the first debt of which it is open whether people have it
    for provision in bill.provisions:
        document = provision.document
        if any(n.soort in (Soort.DELEGATIE, Soort.SLOT) for n in provision.norms):
            continue
        for sentence in provision.passage.sentences:
            place = debts.first(document, sentence.span)
            said = document.text[sentence.span]
            if place is None or other_law.search(_SET_ASIDE.sub("", said)):
                continue
            if _NOT_COLLECTED.search(document.text.small, sentence.span.start, place.start) is not None:
                continue
            at_once = any(w in document.text[place].lower() for w in _AT_ONCE)
            if at_once and not _TO_PAY.search(document.text.small, sentence.span.start, sentence.span.end):
                continue  # «een contant bedrag ineens»: no debt
            wie = getroffene(bill, provision, Norm(Soort.RECHTSGEVOLG, sentence.span))
            if wie is None:
                continue
            doubt = raakt(dossier, provision, sentence.span)
            if doubt is None and not (noemt_mens(provision, sentence.span) or people_prevail(bill)):
                doubt = Onzeker(Twijfel.WIE)
            if doubt is None and _OFFENDER.search(document.text.small, sentence.span.start, sentence.span.end) is not None:
                doubt = Onzeker(Twijfel.WIE)
            orgaan = capital(zeggen.organ(provision, bill))
            no_awb = zonder_awb(document, provision.unit, "een bevoegdheid tot uitstel en kwijtschelding (4:94 en 4:94a)")
            hit = Hit(
                document=document,
                unit=provision.unit,
                span=place,
                message=f"«{words(document, place)}»: nergens staat wat er kan als iemand dit niet in één keer kan betalen.",
                explanation="Gezocht in de hele tekst naar een betalingsregeling, uitstel en kwijtschelding: niet gevonden. "
                + (no_awb or (_BY_TAX_LAW if _SET_ASIDE.search(said) is not None else _BY_AWB)),
                doubts=(doubt.told(document),) if doubt is not None else (),
                label="betalen ineens",
                suggestions=(
                    Suggestion(
                        "een betalingsregeling aanbieden die past bij wat iemand kan missen",
                        insertion=f"{orgaan} biedt de schuldenaar uit eigen beweging een betalingsregeling aan die op zijn "
                        "draagkracht is afgestemd.",
                    ),
                    Suggestion(
                        "van kwijtschelding een plicht maken"
                        + (" (de bevoegdheid geeft Awb 4:94a al)" if not no_awb and _SET_ASIDE.search(said) is None else ""),
                        insertion=f"{orgaan} scheldt de vordering geheel of gedeeltelijk kwijt voor zover de nadelige "
                        "gevolgen van de invordering "
                        "onevenredig zijn in verhouding tot de daarmee te dienen doelen.",
                    ),
                ),
                severity=Severity.SUGGESTION if doubt is None else Severity.INFO,
            )
            if doubt is None:
                yield hit
                return  # the question is one for the whole text
            of_bodies = of_bodies or hit
    if of_bodies is not None:
        yield of_bodies
