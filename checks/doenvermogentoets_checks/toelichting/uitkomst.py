"""What comes of it, told the other way: granted where the lid refuses, not ended where it ends, deemed granted, paid by another.

A sentence that tells a condition with what follows on it is held against the lid with the same condition: what both are about must be
shared, and the condition must be denied in both or in neither, so that the other half of a rule is not taken for its opposite.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import gelijk
from doenvermogentoets.toelichting.words import root
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.bedoeld import kansen
from doenvermogentoets_checks.toelichting.eisen import heeft, leden_bij
from doenvermogentoets_checks.toelichting.gevolg import verteld
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp
from doenvermogentoets_checks.toelichting.onbekend import zeggend
from doenvermogentoets_checks.toelichting.uitzondering_onbekend import elders

_QUOTED = 120
_ZEKER, _WEINIG = 0.6, 3  # chance of the lid from which on its words matter less; words of a condition that says little
_SURE = 0.3  # chance of the artikel that a sentence is about
_BEGIN = re.compile(
    r"^(?:Als|Indien|Wanneer|Wie|Bij|Zodra|Na|Zonder|Blijft|Is|Wordt|Worden"
    r"|Zijn|Heeft|Hebben|Kan|Kunnen|Komt|Doet|Haalt|Voldoet|[A-Z][a-z]+t"
    r"|Een \w+ die"
    r"|De \w+ die|Degene die)\b"
)
_TOT = re.compile(r"^[^,;]{8,160},\s*(?:dan\s+)?(?P<rest>[^;]+)")
_NIET = re.compile(r"\b(?:niet|geen|zonder|nooit|minder|onvoldoende|ontbreekt|ontbreken|uitblij\w+|blijft uit|onder)\b", re.I)
_VERLEEND = re.compile(r"\b(?:toegewezen|ingewilligd|verleend|toegekend|gehonoreerd|goedgekeurd|verstrekt|vergoed|uitbetaald)\b", re.I)
_AFGEWEZEN = re.compile(
    r"\b(?:afgewezen|geweigerd|wijst\b[^.;]{0,60}\baf|weigert)\b"
    r"|\b[Gg]een\b[^.;]{0,50}\b(?:verleend|toegekend|verstrekt|vergoed|uitbetaald|vergoeding|recht)\b"
    r"|\b(?:verleend|toegekend|verstrekt|vergoed)\b[^.;]{0,10}\bniet\b"
    r"|\bniet\b[^.;]{0,30}\b(?:verleend|toegekend|verstrekt|vergoed|uitbetaald)\b"
)
_ALS = re.compile(r"\b(?:indien|als|wanneer|voor zover|bij|die|degene)\b", re.I)
_GEACHT = re.compile(
    r"\b(?:geacht|beschouwd als|geldt (?:dan )?als)\b[^.;]{0,50}\b(?:verleend"
    r"|ingewilligd|goedgekeurd|toegewezen|toegekend|gegeven|ingestemd"
    r"|geweigerd"
    r"|afgewezen|akkoord)\b"
    r"|\b(?:toestemming|vergunning|goedkeuring|ontheffing)\b[^.;]{0,30}\b(?:is|wordt|komt)\b[^.;]{0,20}"
    r"\b(?:van rechtswege|vanzelf|automatisch)\b[^.;]{0,20}\b(?:verleend|gegeven|tot stand)\b",
    re.I,
)
_FICTIE = re.compile(r"\bgeacht\b|\brechtswege\b|\bgeldt als\b|\b4\.1\.3\.3\b|\bfictie\b|\bgelijkgesteld\b", re.I)
_BESLIST = re.compile(r"\b(?:beslis\w+|besluit|toestemming|goedkeuring|vergunning)\b", re.I)
_REKENING = re.compile(
    r"\bkosten\b[^.;]{0,60}\b(?:voor rekening|ten laste)(?: van)? (?:de |het |een |diens |zijn |haar )?(?P<wie>[a-z][\w-]{3,30})"
    r"|\bkosten\b[^.;]{0,60}\bworden\b[^.;]{0,30}\bdoor (?:de |het |een )?(?P<door>[a-z][\w-]{3,30}) (?:betaald|gedragen|vergoed)\b"
    r"|\b(?:[Dd]e|[Hh]et) (?P<die>[a-z][\w-]{3,30}) (?:draagt|betaalt) (?:zelf )?(?:de|alle) kosten\b",
    re.I,
)
_NIETIG = re.compile(r"\b(?:nietig|vernietigbaar)\b", re.I)


_NA = re.compile(r"^(?:Na|Bij|Zonder|Door) (?P<als>[^,;]{6,90}?) (?P<rest>(?:[a-z]+t|worden|zijn) (?:de|het|hij|zij|zijn|haar)\b[^,;]*)")
_EN = re.compile(r"\ben\b")
_VROEGER = re.compile(r"\b(?:gold|luidde|was|werd)\b|\bBW\b")
_ZWAAR = frozenset(
    {
        "vervallen",
        "eindigen",
        "intrekken",
        "afwijzen",
        "buiten_behandeling",
        "schorsen",
        "verlagen",
        "terugvorderen",
        "boete",
        "uitsluiten",
        "doorhalen",
    }
)


def andere_uitkomst(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """The lid of which the sentence tells another outcome."""
    if not over_het_ontwerp(zin) or elders(zin.text):
        return None
    for find in (_verleend, _ontkend, _fictie, _betaler, _nietig):
        found = find(dossier, explanation, zin)
        if found is not None:
            said, lid = found
            return _hit(dossier, explanation, zin, said, lid)
    return None


_Found = tuple[str, Provision]


def _delen(zin: Zin) -> tuple[str, str] | None:
    """The condition of a sentence and what follows on it."""
    if _BEGIN.match(zin.text) is None:
        return None
    match = _TOT.match(zin.text)
    return (zin.text[: match.start("rest")], match.group("rest")) if match is not None else None


def _deelt(condition: str, rest: str, text: str, sure: bool) -> bool:
    """The lid has a word or a quantity of the condition and a word of what follows, and denies the condition as often."""
    at = _ALS.search(text)
    theirs = text[at.end() :] if at is not None else text
    own = [w for w in zeggend(condition) if heeft(text, w)]
    amounts = hoeveelheden(condition)
    known = hoeveelheden(text)
    same = any(gelijk(a, k) for a in amounts for k in known)
    if not (len(own) > 1 or same or (own and (sure or len(zeggend(condition)) < _WEINIG))):
        return False
    if any(a.maat == k.maat for a in amounts for k in known) and not same:
        return False
    if not sure and not any(heeft(text, w) for w in zeggend(rest)):
        return False
    return (len(_NIET.findall(condition)) - len(_NIET.findall(theirs))) % 2 == 0


def _first(
    explanation: Explanation, zin: Zin, fits: Callable[[str, bool], bool], kept: Callable[[str], bool] | None = None
) -> Provision | None:
    text = explanation.bill.document.text
    shares = kansen(explanation, zin)
    near = list(leden_bij(explanation, zin, _SURE))
    if kept is not None and any(kept(text[p.span]) for p, _ in near):
        return None
    return next((p for p, _ in near if fits(text[p.span], shares.get(p, 0.0) >= _ZEKER)), None)


def _verleend(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> _Found | None:
    parts = _delen(zin)
    if parts is None:
        return None
    condition, rest = parts
    match = _VERLEEND.search(rest)
    if match is None or re.search(r"\b(?:niet|geen|afgewezen|geweigerd)\b", rest, re.I):
        return None
    lid = _first(
        explanation,
        zin,
        lambda text, sure: _AFGEWEZEN.search(text) is not None and _ALS.search(text) is not None and _deelt(condition, rest, text, sure),
    )
    return (f"Volgens de toelichting wordt dit toegekend («{rest.strip(' .')}»)", lid) if lid is not None else None


def _ontkend(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> _Found | None:
    """«Na zes maanden eindigt de deelneming niet», where the lid lets it end then."""
    match = _NA.match(zin.text)
    parts = (match.group("als"), match.group("rest")) if match is not None else _delen(zin)
    if parts is None:
        return None
    condition, rest = parts
    denied = verteld(rest, denied=True)
    told = verteld(rest)
    kinds = [k for k, m in denied.items() if k in _ZWAAR and k not in told and not re.search(r"\b(?:niet|geen)\b", m.group(0))]
    if (
        not kinds
        or _EN.search(rest)
        or re.search(r"\b(?:zolang|tenzij|alleen|meteen|direct|onmiddellijk|eerst|pas|nog|automatisch|vanzelf|meer dan|langer)\b", rest)
    ):
        return None
    lid = _first(
        explanation,
        zin,
        lambda text, sure: (
            any(k in verteld(text) for k in kinds)
            and re.search(r"\b(?:tenzij|behoudens|kan|kunnen|afzien|afgezien|achterwege)\b", text) is None
            and re.search(r"\b(?:niet|geen)\b", _ALS.split(text, maxsplit=1)[0]) is None
            and _deelt(condition, rest, text, sure)
        ),
    )
    return (f"Volgens de toelichting gebeurt dit niet («{rest.strip(' .')}»)", lid) if lid is not None else None


def _fictie(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> _Found | None:
    match = _GEACHT.search(zin.text)
    if match is None or re.search(r"\b(?:niet|geen)\b", match.group(0), re.I):
        return None
    lid = _first(explanation, zin, lambda text, _: _BESLIST.search(text) is not None, lambda text: _FICTIE.search(text) is not None)
    return (
        (f"De toelichting noemt een gevolg dat vanzelf intreedt («{match.group(0)}») en dat het ontwerp niet heeft", lid)
        if lid is not None
        else None
    )


def _betaler(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> _Found | None:
    match = _REKENING.search(zin.text)
    if match is None or re.search(r"\b(?:niet|geen|als|indien|tenzij|wanneer|deel|helft|gedeeltelijk)\b", zin.text[: match.end()], re.I):
        return None
    who = match.group("wie") or match.group("door") or match.group("die")
    for lid, _ in leden_bij(explanation, zin, _SURE):
        text = dossier.bill.document.text[lid.span]
        there = _REKENING.search(text)
        if there is None:
            continue
        other = there.group("wie") or there.group("door") or there.group("die")
        if _zelfde(who, other) or _wie(dossier, who) is None or not _kosten(zin.text, text):
            return None
        return f"Volgens de toelichting betaalt «{who}» de kosten", lid
    return None


def _kosten(told: str, text: str) -> bool:
    """What the costs are of is the same."""
    one, other = (re.search(r"\bkosten (?:van |voor )?(?:de |het |een )?([\w-]+)", t, re.I) for t in (told, text))
    return one is not None and other is not None and (heeft(other.group(1), one.group(1)) or one.group(1).lower() == other.group(1).lower())


def _zelfde(one: str, other: str) -> bool:
    pronouns = {"hem", "haar", "hen", "henzelf", "hemzelf", "eigen", "zijn", "diegene", "degene", "betrokkene", "belanghebbende"}
    a, b = root(one), root(other)
    return one.lower() in pronouns or other.lower() in pronouns or a == b or a.endswith(b) or b.endswith(a)


def _wie(dossier: DossierAnalysis, who: str) -> str | None:
    return who if heeft(dossier.bill.document.text.content, who) else None


def _nietig(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> _Found | None:
    match = _NIETIG.search(zin.text)
    if (
        match is None
        or re.search(r"\b(?:niet|geen)\b", zin.text, re.I)
        or _VROEGER.search(zin.text)
        or _NIETIG.search(dossier.bill.document.text.content)
    ):
        return None
    lid = _first(explanation, zin, lambda text, _: sum(heeft(text, w) for w in zeggend(zin.text)) > 1)
    return (f"De toelichting noemt een gevolg («{match.group(0)}») dat het ontwerp nergens heeft", lid) if lid is not None else None


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, said: str, lid: Provision) -> Hit:
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"{said}; {naam(lid.unit)} zegt: «{words(dossier.bill.document, lid.passage.span, _QUOTED)}». Klopt dat met elkaar?",
        "Wie op de toelichting afgaat, rekent op een andere uitkomst dan het ontwerp geeft.",
        label="andere uitkomst dan het ontwerp",
        annotations=(Annotation(dossier.bill.document, lid.passage.span, "zo staat het in het ontwerp"),),
    )
