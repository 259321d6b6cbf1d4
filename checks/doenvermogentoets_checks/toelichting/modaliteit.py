"""«kan» against «moet»: what a sentence says of the room an authority has, beside the artikel that it speaks of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import Amendment, UnitKind
from doenvermogentoets.norms.hardheidsclausule import Clausule, clausules
from doenvermogentoets.norms.model import Norm, Ruimte, Soort
from doenvermogentoets.search import Listed
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.organen import Organen
from doenvermogentoets.toelichting.runs import GEVOLGEN
from doenvermogentoets.toelichting.vergelijking import doel_of_daarvoor, doel_waar
from doenvermogentoets.toelichting.wijziging import shared
from doenvermogentoets.toelichting.words import concepts, root, roots
from doenvermogentoets_checks.toelichting.lezen import words_pattern
from doenvermogentoets_checks.toelichting.uitspraak import geen_weging
from doenvermogentoets_checks.toelichting.waarborgen import waarborgen
from doenvermogentoets_checks.toelichting.wijzigingen import verlies

Zegt = Literal["kan", "moet"]
_SURE, _CERTAIN = 0.6, 0.9  # from this chance on a sentence is about an artikel that it does not name
# «leidt in beginsel altijd tot»: who says so keeps room for the case that is different.
BEGINSEL = re.compile(
    r"\b(?:in (?:beginsel|principe|de regel|het algemeen)|(?:als|is het) (?:hoofdregel|uitgangspunt|regel)|doorgaans|meestal"
    r"|gewoonlijk|normaliter|normaal gesproken|veelal)\b",
    re.I,
)
_ROOM = re.compile(r"\b(?:kan|kunnen|mag|mogen|is bevoegd)\b(?! (?:niet|geen|worden (?:gemaakt|verweten|toegerekend))\b)", re.I)
_SOFT = frozenset({"een afweging", "een uitzondering", "kwijtschelding"})
_ABOUT = re.compile(
    r"\b(?:eerste|tweede|derde|vierde|vijfde|dat|vorige|dit) lid\b|\b(?:afzien|afziet|afgezien|afwijk\w*|achterwege|matig\w*|waarschuw\w*"
    r"|kwijt\w*|uitstel|in plaats van|verlagen|verminderen|lager)\b",
    re.I,
)
_CITED_LID = re.compile(r"\bartikel \d[\w.:]*, (?:\w+(?: (?:en|of) \w+)? )?(?:lid|leden)\b", re.I)  # a lid of another artikel
_ONTKEND = re.compile(r"\b(?:niet|geen|nooit|evenmin|nergens|uitgesloten|zonder)\b", re.I)
_ERVOOR = 40  # characters before «kan» in which it may be denied
_LIJDEND = re.compile(r"\b(?:afgezien|gelaten|blijven)$", re.I)
_PASSIVE = re.compile(r"\bworden\b", re.I)


@cache
def _patronen() -> Mapping[str, Listed]:
    data = tomllib.loads(files(__package__).joinpath("ruimte.toml").read_text(encoding="utf-8"))
    return {name: words_pattern(tuple(found["patronen"])) for name, found in data.items()}


def zegt(organs: Organen, zin: Zin, before: Zin | None) -> tuple[Zegt, frozenset[str], str] | None:
    """What a sentence says of the room for an adverse act, with the acts and its words; ``None`` when it says nothing clear."""
    words = _patronen()
    if words["niet"].search(zin.text):
        return None
    may, must = words["kan"].search(zin.text), words["moet"].search(zin.text)
    acting = any(o.rol == "doet" for o in organs.van(zin.text))
    weighs = words["weegt"].search(zin.text) or (words["beslist"].search(zin.text) if acting else None)
    if weighs is not None and geen_weging(zin.text, weighs):
        return None
    if must is not None and (may is not None or weighs is not None):
        return None
    own = concepts(zin.text) & GEVOLGEN
    told = own or (concepts(before.text) & GEVOLGEN if before is not None else frozenset())
    if weighs is not None:
        return "kan", told, weighs.group(0)
    match = may or must
    if match is None or (must is not None and BEGINSEL.search(zin.text)):
        return None
    after = concepts(zin.text[match.end() :]) & GEVOLGEN
    passive = _PASSIVE.search(zin.text, match.end()) is not None
    bare = must is not None and must.group(0).lower() not in ("moet", "moeten", "dient", "dienen")
    if not ((acting or passive) and after) and not (
        must is not None and bare and told and (acting or not own or must.group(0).lower().startswith(("volgt", "leidt", "leiden")))
    ):
        return None
    return ("kan" if may is not None else "moet"), after or told, match.group(0)


def tegenspraak(dossier: DossierAnalysis, explanation: Explanation, organs: Organen, zin: Zin) -> tuple[Zegt, Provision, Norm, str] | None:
    """The norm that binds where the sentence says «kan», or leaves room where it says «moet»."""
    said = zegt(organs, zin, explanation.before(zin))
    if said is None:
        return _als_bepaling(dossier, explanation, organs, zin)
    kind, acts, words = said
    target = doel_of_daarvoor(explanation, zin)
    if target is None or (target.hoe == "woorden" and target.zeker < _SURE):
        target = doel_waar(
            explanation,
            zin,
            lambda p: _vervalt(p, acts) or (_has(explanation, p, acts) and any(n.belastend for n in p.norms)),
        )
    if target is None or target.zeker < _SURE:
        return None
    artikelen = target.artikelen
    if target.hoe == "kop" and acts and len(artikelen) > 1:
        # several artikelen are explained together: the one that has the act
        artikelen = tuple(a for a in artikelen if any(_has(explanation, p, acts) for p in dossier.bill.in_artikel(a)))
    if len(artikelen) != 1:
        return None
    inside = [p for a in artikelen for p in dossier.bill.in_artikel(a)]
    if not acts and (target.lid is None or target.zeker < _CERTAIN):
        return None
    # a weighing of an act without a name is of the lid that has the words of the sentence
    meant = [p for p in inside if _has(explanation, p, acts) or _vervalt(p, acts)] if acts else [p for p in inside if p is target.lid]
    found = [(p, n) for p in meant for n in p.norms if n.soort is not Soort.DEFINITIE]
    power = [(p, n) for p, n in found if n.bevoegdheid != "geen" or _van_rechtswege(p, n)]
    if kind == "moet":
        if target.lid is not None and target.zeker >= _SURE and any(p is target.lid for p, _ in power):
            power = [(p, n) for p, n in power if p is target.lid]  # another lid may bind in other cases
        free = [(p, n) for p, n in power if n.bevoegdheid == "discretionair"]
        return (kind, *free[0], words) if free and len(free) == len(power) and all(n.richting != "gunstig" for _, n in free) else None
    bound = [
        (p, n)
        for p, n in power
        if (n.bevoegdheid == "gebonden" and n.richting == "nadelig" and n.ruimte is Ruimte.GEEN) or _van_rechtswege(p, n)
    ]
    # the effect of one lid; what another lid says of another effect is no room for this one
    only = bound[0][0] if acts and len({p for p, _ in bound}) == 1 else None
    if not bound or _leaves_room(dossier, zin, _of_act(inside, only), target.lid if any(p is target.lid for p, _ in bound) else None):
        return None
    bound.sort(key=lambda b: b[0] is not target.lid)
    if alleen_de_hoogte(zin.text, dossier.bill.document.text[bound[0][0].span]):
        return None
    return kind, *bound[0], words


# How much it is, is weighed; not whether.
_HOEVEEL = re.compile(
    r"\b(?:naar ?gelang|naar de mate|afhankelijk van|afgestemd op|stemt\b[^.;]{0,60}\baf op|in verhouding tot"
    r"|weegt|wegen|rekening (?:houd\w*|gehouden) met)\b[^.;]{0,60}\b"
    r"(?:ernst|zwaarte|duur|omvang|omstandigheden|mate|draagkracht|verwijtbaarheid)\b"
    r"|\b(?:hoogte|omvang|zwaarte|hoe (?:hoog|zwaar|lang|groot|veel)|lagere?|hogere?|matig\w*)\b",
    re.I,
)
_OF = re.compile(
    r"^Of\b|\b(?:beziet|beoorde\w+|bekijkt|bepaalt|besluit|beslist|gaat na|weegt af)\b[^.;]{0,60}\bof\b"
    r"|\b(?:afzie\w*|afgezien|achterwege|volstaan)\b|\bziet\b[^.;]{0,40}\baf\b",
    re.I,
)
_TEN_HOOGSTE = re.compile(r"\b(?:ten hoogste|hoogstens|maximaal|niet meer dan|tot een maximum van)\b", re.I)


def alleen_de_hoogte(said: str, lid: str) -> bool:
    """The sentence weighs how much it will be, and the lid leaves that open up to a maximum: «naar gelang de ernst», «ten hoogste»."""
    return _TEN_HOOGSTE.search(lid) is not None and _HOEVEEL.search(said) is not None and _OF.search(said) is None


_BIJ = 10  # characters before «van rechtswege» in which it may be denied
# «Indien niet is betaald, wordt zij verhoogd met»: nobody decides that it is more
_VERHOOGD = re.compile(
    r"\b(?:[Ii]ndien|[Aa]ls|[Ww]anneer|[Vv]oor zover)\b[^.;:]{0,120}\bniet\b[^.;:]{0,120}\b(?:wordt|worden)\b[^.;:]{0,60}"
    r"\b(?:verhoogd|vermeerderd|verlaagd|verminderd|gekort)\b"
)
_RECHTSWEGE = re.compile(r"\bvan rechtswege\b", re.I)


def _van_rechtswege(provision: Provision, norm: Norm) -> bool:
    """An adverse effect that comes by law: nobody decides, so nobody can weigh."""
    text = provision.document.text[norm.span]
    if norm.bevoegdheid != "geen":
        return False
    if _VERHOOGD.search(text) is not None:
        return _ROOM.search(text) is None
    match = _RECHTSWEGE.search(text) if norm.richting == "nadelig" else None
    return match is not None and _ONTKEND.search(text[max(0, match.start() - _BIJ) : match.start()]) is None


# What ends is told as something that somebody ends: «beoordeelt of zij de regeling stopzet».
_EINDE = frozenset({"=stoppen", "=intrekken"})


def _vervalt(provision: Provision, acts: frozenset[str]) -> bool:
    return bool(acts & _EINDE) and any(_van_rechtswege(provision, n) for n in provision.norms)


def _als_bepaling(
    dossier: DossierAnalysis, explanation: Explanation, organs: Organen, zin: Zin
) -> tuple[Zegt, Provision, Norm, str] | None:
    """The same for an act that has no name of its own («een last opleggen», «van de boete afzien»): the sentence is read as a provision."""
    words = _patronen()
    if words["niet"].search(zin.text):
        return None
    refrains = words["afzien"].search(zin.text)
    if refrains is not None and not _laat_het(explanation, organs, zin, refrains):
        return None
    may = words["kan"].search(zin.text)
    acts = {n.werkwoord for n in explanation.norms_of(zin) if n.bevoegdheid == "discretionair" and n.richting == "nadelig"}
    if refrains is None and (may is None or not acts):
        return None
    target = doel_of_daarvoor(explanation, zin)
    if target is None or target.zeker < _CERTAIN or len(target.artikelen) != 1:
        return None
    inside = [p for a in target.artikelen for p in dossier.bill.in_artikel(a)]
    about = zin.roots & GEVOLGEN
    found = [
        (p, n)
        for p in inside
        for n in p.norms
        if n.bevoegdheid == "gebonden"
        and n.richting == "nadelig"
        and n.ruimte is Ruimte.GEEN
        # what is refrained from is named as an effect; what is done is the act itself, about something that the lid names too
        and (
            _has(explanation, p, about) or root(n.werkwoord) in zin.roots
            if refrains is not None
            else n.werkwoord in acts and _object(explanation, zin, p)
        )
    ]
    if target.lid is not None and not any(p is target.lid for p, _ in found):
        return None
    shares = explanation.shares(zin)
    found.sort(key=lambda b: (b[0] is not target.lid, -shares.get(b[0], 0.0)))
    if not found or _leaves_room(dossier, zin, inside, found[0][0]):
        return None
    said = refrains.group(0).split() if refrains is not None else ["kan"]
    return "kan", *found[0], f"{said[0]} … {' '.join(said[-3:] if 'te' in said[-3:] else said[-1:])}" if len(said) > 3 else " ".join(said)


def _laat_het(explanation: Explanation, organs: Organen, zin: Zin, match: re.Match[str]) -> bool:
    """An authority refrains, and it is not denied that it may."""
    if _ONTKEND.search(zin.text[max(0, match.start() - _ERVOOR) : match.end()]):
        return False
    acting = any(o.rol == "doet" for o in organs.van(zin.text))
    return acting or _LIJDEND.search(match.group(0)) is not None


def ziet_af(explanation: Explanation, organs: Organen, zin: Zin) -> bool:
    """The sentence says that an authority may leave an act undone."""
    words = _patronen()
    refrains = words["afzien"].search(zin.text) if words["niet"].search(zin.text) is None else None
    return refrains is not None and _laat_het(explanation, organs, zin, refrains)


def dwingend_gemaakt(dossier: DossierAnalysis) -> Sequence[Amendment]:
    """The instructions that turn «kan» into a duty."""
    return [a for a in dossier.bill.document.amendments if any(v.soort == "ruimte" for v in verlies(a))]


def genomen(explanation: Explanation, organs: Organen, zin: Zin, altered: Sequence[Amendment]) -> Amendment | None:
    """The instruction that takes away what the sentence says is kept: that an authority may leave this undone."""
    return maakt_dwingend(zin, altered) if altered and ziet_af(explanation, organs, zin) else None


def maakt_dwingend(zin: Zin, altered: Sequence[Amendment]) -> Amendment | None:
    """The instruction that turns «kan» into a duty and has the words of the sentence."""
    return next((a for a in altered if len(shared(zin, a)) > 1), None)


def _has(explanation: Explanation, provision: Provision, acts: frozenset[str]) -> bool:
    """The provision names one of the acts, also as a verb with its particle apart («trekken … in»)."""
    return bool(explanation.provision_roots[provision] & acts) or any(concepts(n.werkwoord) & acts for n in provision.norms)


def _object(explanation: Explanation, zin: Zin, provision: Provision) -> bool:
    """Two words in common beside the act."""
    acts = {root(n.werkwoord) for n in provision.norms}
    return len((zin.roots & explanation.provision_roots[provision]) - acts) > 1


def _of_act(inside: Sequence[Provision], only: Provision | None) -> Sequence[Provision]:
    """The leden but those that are about the room of another effect than the one lid that is meant: «Van terugvordering wordt afgezien»."""
    if only is None:
        return inside
    text = only.document.text
    mine = concepts(text[only.span]) & GEVOLGEN

    def other(p: Provision) -> bool:
        theirs = concepts(text[p.span]) & GEVOLGEN
        return p is not only and bool(mine and theirs) and not mine & theirs and not _NAAR_LID.search(text[p.span])

    return [p for p in inside if not other(p)]


# «Indien artikel 9, tweede lid, niet is nageleefd, kan …»: a lid with a case of its own
_ANDER_GEVAL = re.compile(
    r"\A\s*(?:\d+\.\s*)?(?:Indien|Als|Wanneer)\b(?:(?!\b(?:kan|kunnen|mag)\b)[^.;]){0,40}\bartikel \d[\w.:]*\b"
    r"[^.;]{0,80}\b(?:niet|geen|onvoldoende|overtreden|overtreedt)\b",
)
_NAAR_LID = re.compile(r"\b(?:\w+(?:de|ste) (?:en \w+ )?lid|dit artikel|dit lid|daarvan|hiervan)\b", re.I)


def _leaves_room(dossier: DossierAnalysis, zin: Zin, inside: Sequence[Provision], lid: Provision | None) -> bool:
    """The artikel has a power, an exception or a weighing, or a clause covers it.

    Where one lid is meant, a power in another lid is room only when it is about that lid, or softens.
    """
    text = dossier.bill.document.text

    def power(p: Provision) -> bool:
        room = _ROOM.search(text[p.span]) is not None and not _van_de_burger(p)
        if lid is not None and p is not lid and _ANDER_GEVAL.search(text[p.span]):
            return False
        return room and (lid is None or p is lid or _ABOUT.search(_CITED_LID.sub("", text[p.span])) is not None)

    if any(power(p) or any(w.gegeven and w.soort in _SOFT for w in waarborgen(text[p.span])) for p in inside):
        return True
    return any(c.covers(p.unit) and not _of_another_part(dossier, zin, c, p) for c in clausules(dossier.bill) for p in inside)


def _van_de_burger(provision: Provision) -> bool:
    """What may be done here, a citizen may («de schipper kan uitstel aanvragen»): that leaves the authority no room."""
    return bool(provision.norms) and all(n.adressaat is not None and n.adressaat.rol == "burger" for n in provision.norms)


def _of_another_part(dossier: DossierAnalysis, zin: Zin, clausule: Clausule, provision: Provision) -> bool:
    """The clause covers one onderdeel of the lid, and the sentence has more words of another one."""
    if clausule.algemeen is not None or {provision.unit, *provision.unit.ancestors()} & clausule.units:
        return False
    text = dossier.bill.document.text

    def shared(covered: bool) -> int:
        parts = [u for u in provision.unit.children if u.kind is UnitKind.ONDERDEEL and clausule.covers(u) is covered]
        return max((len(zin.roots.intersection(roots(text[u.span]))) for u in parts), default=0)

    return shared(covered=False) > shared(covered=True)
