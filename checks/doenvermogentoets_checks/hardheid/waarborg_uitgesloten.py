"""A safeguard of the Awb, or a last chance to put things right, that the text switches off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Severity, Suggestion
from doenvermogentoets.norms.getroffene import only_authorities, speaks_of_persons
from doenvermogentoets.norms.rechtsmiddel import afgesloten
from doenvermogentoets.norms.waarborg import Uitgesloten
from doenvermogentoets.norms.waarborgen import uitgesloten
from doenvermogentoets.text import Span
from doenvermogentoets_checks.buiten_awb import ander_recht
from doenvermogentoets_checks.common import capital, phrases, words
from doenvermogentoets_checks.hardheid.zeggen import explained_enough
from doenvermogentoets_checks.raakt import over_mensen
from doenvermogentoets_checks.rang import lager
from doenvermogentoets_checks.schrappen import te_schrappen
from doenvermogentoets_checks.twijfel import Twijfel
from doenvermogentoets_checks.wie_treft import treft


@over_mensen(Severity.WARNING, uitweg=False)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Excluded safeguards; in some cases only gives a suggestion, with reasons in the toelichting nothing."""
    del options
    officials = phrases(__package__ or "", "ambtsdragers", "teksten.toml")
    for item in uitgesloten(dossier.bill):
        if explained_enough(dossier, item.provision) or _described(item.provision, item.span) or _of_own_favour(dossier.bill, item):
            continue
        named = item.artikel not in _OF_WHOEVER and item.artikel != ""
        if only_authorities(dossier.bill, item.provision) and (named or not speaks_of_persons(dossier.bill)):
            continue  # debts and fines of people are often told without naming them
        if any(officials.first(p.document, p.span) is not None for p in dossier.bill.in_artikel(item.provision.unit)):
            continue
        document = item.provision.document
        awb = f"Awb {item.artikel}" if item.artikel else ""
        lower = lager(dossier.bill) if awb and not _awb_lets(item) else ""
        yield Hit(
            document=document,
            unit=item.provision.unit,
            span=item.span,
            message=f"«{words(document, item.span, 100)}»: hiermee vervalt {item.geeft}.",
            explanation=f"Wie hierdoor wordt geraakt, kan niet terugvallen op {item.geeft}. Die waarborg geldt anders vanzelf. "
            + (
                "Er is geen toelichting meegegeven."
                if dossier.explanation is None
                else "De toelichting geeft voor deze uitsluiting geen toereikende reden."
            )
            + (f" {capital(lower)} is van lagere rang dan de Awb: opzijzetten kan dan alleen als een wet dat toestaat." if lower else ""),
            label="waarborg uitgesloten",
            question=f"Welke wet staat toe dat {lower} {awb} opzijzet, en waarom kan de gewone regel hier niet gelden?" if lower else None,
            suggestions=(
                _struck(dossier.bill, item, f"de uitsluiting schrappen, zodat {awb} gewoon geldt" if awb else "de uitsluiting schrappen"),
                Suggestion("de uitsluiting beperken tot de gevallen waarin zij nodig is, en die hier noemen"),
                Suggestion(_explain(item, lower)),
            ),
            ground=item.grond or _ground(item, lower),
            lighter="de uitsluiting geldt alleen onder een voorwaarde, of voor anderen dan burgers",
            severity=Severity.SUGGESTION if item.voorwaardelijk or _of_others(dossier.bill, item.provision) else None,
        )
    yield from _remedies(dossier)


def _struck(bill: Analysis, item: Uitgesloten, title: str) -> Suggestion:
    """To strike the sentence, as an edit where nothing else has to change with it."""
    place = te_schrappen(bill, item)
    return Suggestion(title) if place is None else Suggestion(title, replacement="", at=place)


# Who is fined, is named where the duty stands; whom a policy is about, in its other rules.
_OF_WHOEVER = frozenset(("4:84", "5:41", "5:46"))
_ALLOWED = "bezwaar en beroep sluit alleen een wet in formele zin uit (Awb 7:1 en 8:5; bijlage 1 en 2 bij de Awb)"

_LOSES = {
    "bezwaar": "vervalt het bezwaar: het orgaan hoeft het besluit niet te heroverwegen",
    "beroep": "vervalt de toets door de bestuursrechter, en daarmee ook het bezwaar",
    "bezwaar en beroep": "vervallen bezwaar en beroep: niemand bekijkt het besluit nog opnieuw",
}
_STAND = {"bezwaar": "openstaat", "beroep": "openstaat", "bezwaar en beroep": "openstaan"}


def _remedies(dossier: DossierAnalysis) -> Iterator[Hit]:
    """Objection or appeal that is excluded; a reason in the toelichting does not help a regulation that cannot do so."""
    officials = phrases(__package__ or "", "ambtsdragers", "teksten.toml")
    lower = lager(dossier.bill)
    for item in afgesloten(dossier.bill):
        if not lower and explained_enough(dossier, item.provision):
            continue
        if any(officials.first(p.document, p.span) is not None for p in dossier.bill.in_artikel(item.provision.unit)):
            continue
        document = item.provision.document
        loses = "vervalt het bezwaar: wie het er niet mee eens is, moet meteen naar de rechter" if item.nog else _LOSES[item.wat]
        rank = (
            f"{capital(lower)} is geen wet in formele zin en kan dit dus niet regelen."
            if lower
            else "De Awb wijst daarvoor de weg: een besluit op de lijst van bijlage 2 (geen beroep, en dus geen bezwaar) of bijlage 1 "
            "(rechtstreeks beroep)."
        )
        yield Hit(
            document=document,
            unit=item.provision.unit,
            span=item.span,
            message=f"«{words(document, item.span, 100)}»: hiermee {loses}.",
            explanation="Wie door het besluit wordt geraakt, kan een fout of een te hard gevolg dan niet laten herstellen. "
            f"{capital(_ALLOWED)}. {rank}",
            label="waarborg uitgesloten",
            ground=_ALLOWED[:1].upper() + _ALLOWED[1:],
            question=f"Welke wet sluit {item.wat} hier uit, en hoe komt iemand op voor zijn recht als het besluit niet klopt?",
            suggestions=(
                Suggestion(f"de uitsluiting schrappen, zodat {item.wat} gewoon {_STAND[item.wat]}"),
                Suggestion("de wet noemen die dit regelt")
                if lower
                else Suggestion("de uitsluiting regelen in de bijlage bij de Awb, en beperken tot de besluiten waarvoor zij nodig is"),
                *(() if lower else (Suggestion("in de toelichting uitleggen waarom rechtsbescherming hier niet nodig is"),)),
            ),
            severity=Severity.SUGGESTION if not lower and (item.nog or item.deels or _of_others(dossier.bill, item.provision)) else None,
        )


# Where the Awb itself lets another regulation say otherwise, and of which lid; elsewhere that takes an act of parliament.
_LETS = {"3:4": "eerste", "4:94a": "", "5:46": "tweede"}
_NUMBER = re.compile(r"\b(\d+:\d+[a-z]?)\b(?:,? (\w+) lid\b)?")


def _awb_lets(item: Uitgesloten) -> bool:
    named = _NUMBER.findall(item.provision.document.text[item.span].lower())
    return bool(named) and all(number in _LETS and _LETS[number] in ("", lid) for number, lid in named)


def _ground(item: Uitgesloten, lower: str) -> str | None:
    if not item.artikel:
        return None
    if _awb_lets(item):
        return f"Awb {item.artikel} (de Awb laat hier zelf een ander voorschrift toe; leg uit waarom)"
    if lower:
        return f"Awb {item.artikel} (wet in formele zin)"
    return f"Awb {item.artikel}; afwijken van de Awb alleen als dat nodig is en gemotiveerd"


def _explain(item: Uitgesloten, lower: str) -> str:
    if item.grond:
        return "in de toelichting uitleggen waarom hier in geen enkel geval ruimte mag zijn"
    if lower:
        return "de wet noemen die dit toestaat, en in de toelichting uitleggen waarom het nodig is"
    if item.artikel and _awb_lets(item):
        return "in de toelichting uitleggen waarom hier een andere regel geldt dan die van de Awb"
    return "in de toelichting uitleggen waarom afwijken van de algemene regeling noodzakelijk is"


# «een aanslag waarvoor geen uitstel is verleend» describes; what was proved in a judgment binds the parties.
_DESCRIBED = re.compile(r"\b(?:waarvoor|waarop|waarvan|wiens|(?:aan|voor) wie)\b[^,;:.]*\Z")
_JUDGMENT = re.compile(r"\b(?:gewijsde|vonnis|procespartij)\b")


# «zijn reis gedoogt geen uitstel» tells how urgent it is.
_URGENT = re.compile(
    r"\bgeen uitstel\b[^.,;]{0,20}\b(?:ge)?(?:gedo\w+|duld\w*|lijd\w*|leed|toela\w+|verdra\w+)\b"
    r"|\b(?:gedoogt|duldt|lijdt)\b[^.,;]{0,20}\bgeen uitstel\b"
)


def _described(provision: Provision, span: Span) -> bool:
    small = provision.document.text.small
    urgent = _URGENT.search(small, provision.span.start, provision.span.end)
    if urgent is not None and urgent.start() < span.end and span.start < urgent.end():
        return True
    if _JUDGMENT.search(small, provision.span.start, provision.span.end) is not None:
        return True
    said = small[span.start : span.end]
    return _DESCRIBED.search(said[: said.rfind("geen")]) is not None if "geen" in said else False


# Nobody has to be heard about a decision that is in his favour: no offence was found, what was asked for is given.
_IN_FAVOUR = re.compile(
    r"\bgeen (?:overtreding|onregelmatigheid|tekortkoming)(?:en)?\b[^.;]{0,40}\b(?:geconstateerd|vastgesteld|gebleken)\b"
    r"|\b(?:ten gunste van|tegemoetkomt aan|wordt ingewilligd|volledig tegemoet)\b"
)
_GRACE = re.compile(r"\b(uitstel|verlenging|kwijtschelding|ontheffing)\b")


def _of_own_favour(bill: Analysis, item: Uitgesloten) -> bool:
    """Whether the text only takes a safeguard from a favourable decision, or limits the grace that the artikel itself gives."""
    document = item.provision.document
    small = document.text.small
    zin = item.provision.sentence_at(item.span.start)
    if _IN_FAVOUR.search(small, zin.start, zin.end) is not None:
        return True
    grace = _GRACE.search(small, item.span.start, item.span.end)
    if grace is None or not item.voorwaardelijk:
        return False
    given = re.compile(rf"\b(?:verleent|verlenen|wordt|worden)\b[^.;]{{0,160}}\b{grace.group(1)}\b")
    return any(
        given.search(small, p.span.start, p.span.end) is not None
        for p in bill.in_artikel(item.provision.unit)
        if p.span.end <= item.provision.span.start
    )


def _of_others(bill: Analysis, provision: Provision) -> bool:
    """Whether the safeguard is one of bodies, or of a procedure that the Awb does not govern."""
    who = treft(bill, provision, provision.span)
    return ander_recht(bill, provision) is not None or (who is not None and who.twijfel is Twijfel.INSTELLING)
