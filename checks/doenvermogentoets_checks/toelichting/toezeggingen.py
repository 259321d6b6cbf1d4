"""What a toelichting says that the authority does or that nobody has to do, beside the artikel it speaks of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.actors import role_of_phrase
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.search import Listed
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.organen import Organen
from doenvermogentoets.toelichting.runs import GEVOLGEN
from doenvermogentoets.toelichting.vergelijking import doel_of_daarvoor, doel_waar
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.lezen import NIET_ALTIJD, naam, words_pattern
from doenvermogentoets_checks.toelichting.tegendelen import verwijzend
from doenvermogentoets_checks.toelichting.waarborgen import ontkend

_SURE = 0.55  # from this chance on a sentence is about an artikel that it does not name
_VERY = 0.85  # and so sure that one root in common is enough
_PART = 0.08  # an artikel with this chance may also keep what is promised
_QUOTED = 90
_TRACE = 0.03  # from this chance on it may be about an artikel with the adverse act that it tells
_FEW = 3  # artikelen with that act: of more it cannot be told which is meant
# «neemt een medewerker contact op»; bodies that are no authority in the norm table.
_EEN_ANDER = re.compile(r"\w+ (?:een|de) ([\w-]+)\b")
_LICHAAM = re.compile(
    r"(?:instelling|medewerker|ambtenaar|fonds|instantie|bureau|beheerder|verzekeraar|school|consulent|contactpersoon)$", re.I
)
_SHARED = 2  # roots that the sentence and the artikel must share
# It comes before something happens to somebody: what is only a service is no safeguard.
_EERST = re.compile(
    r"\b(?:eerst|pas|voordat|alvorens|vergeet|vooraf|van tevoren|tevoren|voor het verstrijken|niet zomaar|alsnog"
    r"|voor (?:het|de) (?:einde|afloop|verval\w*|oplegging|intrekking|boete)"
    r"|nalaat|nalaten|verzuimt|verzuimen|te laat|niet (?:tijdig|op tijd)|uitblijft|uitblijven|vergeten|nog niet"
    r"|overge?sla(?:gen|at)|gemist|mist|achterloopt|achterwege (?:laat|heeft gelaten|blijft)"
    r"|(?:daarna|dan) nog (?:\w+ )?(?:dagen|weken|maanden?|week))\b",
    re.I,
)
_GEVAL = re.compile(r"(?:Als|Indien|Wanneer|Zodra|Voor zover|Nadat|Na)\b")


@cache
def _patronen() -> Mapping[str, Listed]:
    data = tomllib.loads(files(__package__).joinpath("toezeggingen.toml").read_text(encoding="utf-8"))["bericht"]
    return {name: words_pattern(tuple(found)) for name, found in data.items()}


def bericht(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, organs: Organen) -> Hit | None:
    """A letter, reminder, announcement or hearing that somebody gets, where nothing in the artikel or beside it says so."""
    lists = _patronen()
    got, does = lists["krijgt"].search(zin.text), lists["doet"].search(zin.text)
    match = got or does
    if match is None or lists["niet"].search(_clause(zin.text, match)) or ontkend(zin.text, match.start(), match.end()):
        return None
    if _GEVAL.match(zin.text) is not None and match.end() <= zin.text.find(","):
        return None
    if not _given(zin, match, organs, got is not None) or _EERST.search(zin.text) is None:
        return None
    meant, sure = _meant(explanation, zin)
    if not meant:
        return None
    need = 1 if sure >= _VERY else _SHARED
    told = explanation.roots_with_before(zin)
    for artikel in meant:
        inside = dossier.bill.in_artikel(artikel)
        own = frozenset().union(*(explanation.provision_roots[p] for p in inside))
        if not any(n.belastend or n.doenlast for p in inside for n in p.norms) or (len(told & own) < need and not told & own & GEVOLGEN):
            return None
    inside = tuple(p for a in meant for p in dossier.bill.in_artikel(a))
    maybe = {p.unit.artikel for p, share in explanation.shares(zin).items() if share >= _PART and p.unit.artikel is not None}
    near = (*inside, *(p for a in maybe for p in dossier.bill.in_artikel(a)))
    if any(_gives_notice(p) for p in near) or any(_gives_notice(p) for p in verwijzend(explanation, inside)):
        return None
    best = max(inside, key=lambda p: (any(n.belastend for n in p.norms), explanation.shares(zin).get(p, 0.0)))
    return _hit(dossier, explanation, zin, match, best)


def _clause(text: str, match: re.Match[str]) -> str:
    """The words of a sentence but for a condition before what is told: «ontvangt het UWV geen antwoord, dan …»."""
    comma = text.rfind(", dan ", 0, match.start() + 1)
    return text[comma + 1 :] if comma > 0 else text


def _given(zin: Zin, match: re.Match[str], organs: Organen, got: bool) -> bool:
    """An authority, or somebody who is no citizen, does it; or a citizen gets it: not «de burger stuurt een brief»."""
    named = [o for o in organs.van(zin.text, zin.span.start) if o.span.start - zin.span.start <= match.end()]
    acting = any(o.rol == "doet" for o in named)
    if got:
        return not acting and all(o.rol != "krijgt" for o in named)
    return acting or _subject(zin.text, match) == "ander"


def _subject(text: str, match: re.Match[str]) -> str:
    """Who does it, by the noun right before the verb or after it: a citizen, somebody else, or nobody that can be told."""
    before = re.findall(r"[\w-]+", re.split(r"[,;:]", text[: match.start()])[-1])
    nouns = before[-1:] if match.group(0).split()[0] != "neemt" else []
    nouns = nouns or [m.group(1) for m in (_EEN_ANDER.match(text[match.start() :]),) if m is not None]
    if not nouns:
        return ""
    if _LICHAAM.search(nouns[0]):
        return "ander"
    role = role_of_phrase([nouns[0].lower()])
    return "burger" if role is not None and role[0] == "burger" else ""


def _meant(explanation: Explanation, zin: Zin) -> tuple[Sequence[Unit], float]:
    """The artikel a sentence is about and how sure that is; else all artikelen with the adverse act that it tells: it may be each."""
    target = doel_of_daarvoor(explanation, zin)
    if target is None or target.zeker < _SURE:
        target = doel_waar(explanation, zin, lambda p: any(n.belastend for n in p.norms))
    if target is not None and len(target.artikelen) == 1 and target.zeker >= _SURE:
        return target.artikelen, target.zeker
    acts = zin.roots & GEVOLGEN
    having = [p for act in sorted(acts) for p in explanation.by_words.having(act) if any(n.belastend for n in p.norms)]
    shares = explanation.shares(zin)
    likely = [p for p in having if shares.get(p, 0.0) >= _TRACE] or having
    artikelen = tuple(dict.fromkeys(p.unit.artikel for p in likely if p.unit.artikel is not None))
    return (artikelen if len(artikelen) <= _FEW else ()), 0.0


def _gives_notice(provision: Provision) -> bool:
    """Somebody gets notice, a warning or a hearing; what a citizen has to tell an authority is none."""
    lists = _patronen()
    text = provision.document.text
    for sentence in provision.passage.sentences:
        found = lists["staat"].search(text[sentence.span])
        if found is None:
            continue
        told_by = [n.adressaat.rol for n in provision.norms if n.adressaat is not None and sentence.span.overlaps(n.span)]
        if lists["altijd"].search(text[sentence.span]) or not told_by or any(rol != "burger" for rol in told_by):
            return True
    return False


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, match: re.Match[str], provision: Provision) -> Hit:
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting noemt «{match.group(0)}»; {naam(provision.unit)} en wat daarnaar verwijst, zeggen daar niets van: "
        f"«{words(dossier.bill.document, provision.passage.span, _QUOTED)}».",
        "Gezocht is naar een bericht, herinnering, waarschuwing, aankondiging of gelegenheid om te worden gehoord: niet gevonden. "
        "Wie erop rekent, hoort niets.",
        label="zonder grondslag in het ontwerp",
        annotations=(Annotation(dossier.bill.document, provision.passage.span, "hier staat het niet"),),
    )


_ZELF = re.compile(
    r"\b(?:hoeft|hoeven)\b[^.;]{0,40}\b(?:niets|geen (?:\w+ )?(?:aanvraag|melding|verzoek|opgave|aangifte))\b|\bvanzelf\b|\bautomatisch\b"
    r"|(?<!^)\bzonder (?:nadere |verdere )?(?:handeling|actie|aanvraag|verzoek|melding|tussenkomst)\b"
    r"|\b(?:gemeente|college|minister|dienst|rijk|overheid|bank)\b[^.;]{0,40}\b(?:verwerkt|regelt|doet|registreert|wijzigt|past)\b[^.;]{0,30}"
    r"\bzelf\b",
    re.I,
)
_IS = re.compile(r"\bhoe(?:ft|ven) te zijn\b", re.I)  # «hoeft niet degene te zijn die …» says what is so, not what is to be done
_MAG_WEL = re.compile(r"\bmaar (?:kan|mag)\b", re.I)  # «hoeft zelf niets te melden, maar kan dat wel doen»
_AANVRAAG = r"(?:aanvraag|verzoek|melding|opgave)"
_VRAAGT = re.compile(
    rf"\b(?:meldt|melden|verzoekt|vraagt|op (?:zijn|haar|hun|diens) (?:verzoek|aanvraag)|een {_AANVRAAG} (?:\w+ ){{0,7}}(?:doet|indient"
    r"|gedaan|ingediend)|doet\b[^.;]{0,60}\b(?:aangifte|opgave|melding|mededeling)|kiest|deelt\b[^.;]{0,60}\bmee)\b",
    re.I,
)
_VANZELF = re.compile(
    rf"\b(?:ambtshalve|van rechtswege|behoeft|behoeven|hoeft|(?:zonder|geen) (?:\w+ ){{0,3}}{_AANVRAAG}|basisregistratie|vrijgesteld)\b",
    re.I,
)


_GEEN_GEGEVENS = re.compile(r"[^.;]{0,60}\b(?:geen|niet|niets)\b", re.I)


def _vraagt_het_orgaan(text: str, provision: Provision, match: re.Match[str]) -> bool:
    """«De commissie vraagt daarover geen gegevens»: an authority asks, or does not."""
    at = provision.span.start + match.start()
    if not match.group(0).lower().startswith("vraagt"):
        return False
    norm = next((n for n in provision.norms if n.span.start <= at < n.span.end), None)
    of_authority = norm is not None and norm.adressaat is not None and norm.adressaat.rol == "overheid"
    return of_authority or _GEEN_GEGEVENS.match(text, provision.span.start + match.end()) is not None


def _elders_vanzelf(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, provision: Provision) -> bool:
    """Another artikel does by itself what the sentence tells, in as much of its words: the lid that asks is for other cases."""
    told = explanation.roots_with_before(zin)
    weigh = explanation.weights.of
    own = weigh(told & explanation.provision_roots[provision])
    text = dossier.bill.document.text
    return any(
        _VANZELF_ELDERS.search(text[p.span]) is not None and weigh(told & explanation.provision_roots[p]) >= own
        for p in dossier.bill.provisions
        if p.unit.artikel is not provision.unit.artikel
    )


_VANZELF_ELDERS = re.compile(rf"\b(?:ambtshalve|van rechtswege|(?:zonder|geen) (?:\w+ ){{0,3}}{_AANVRAAG})\b", re.I)
_WEL_ZELF = re.compile(r"\b(?:zelf|wel|moet|moeten|dient|dienen)\b", re.I)


def _apart_verteld(explanation: Explanation, zin: Zin, provision: Provision) -> bool:
    """One of the next sentences tells who must do it himself: «Wie in het buitenland woont, geeft zijn inkomen zelf op»."""
    at = explanation.position(zin)
    own = frozenset().union(*(explanation.provision_roots[p] for p in explanation.bill.in_artikel(provision.unit)))
    return any(
        _WEL_ZELF.search(z.text) is not None and _ZELF.search(z.text) is None and len((z.roots - zin.roots) & own) >= _SHARED
        for z in explanation.zinnen_of(zin.alinea)[at + 1 : at + 3]
    )


def niets_te_doen(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """«Houders hoeven niets te doen», where a lid of the artikel asks them for something."""
    match = _ZELF.search(zin.text)
    if (
        match is None
        or _IS.search(zin.text)
        or NIET_ALTIJD.search(zin.text)
        or ontkend(zin.text, match.start(), match.start())
        or _MAG_WEL.search(zin.text)
    ):
        return None
    target = doel_of_daarvoor(explanation, zin)
    if target is None or len(target.artikelen) != 1 or target.zeker < _SURE:
        return None
    text = dossier.bill.document.text
    inside = [p for a in target.artikelen for p in dossier.bill.in_artikel(a)]
    if any(_VANZELF.search(text[p.span]) for p in inside):
        return None
    for provision in inside:
        found = next((m for m in _VRAAGT.finditer(text[provision.span]) if not _vraagt_het_orgaan(text.content, provision, m)), None)
        if found is None or any(n.soort is Soort.DEFINITIE for n in provision.norms):
            continue
        if not zin.roots & explanation.provision_roots[provision] and target.hoe == "woorden":
            continue
        if _elders_vanzelf(dossier, explanation, zin, provision) or _apart_verteld(explanation, zin, provision):
            continue
        return Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            f"Volgens de toelichting («{match.group(0)}») gaat dit vanzelf; {naam(provision.unit)} vraagt de burger zelf iets te doen: "
            f"«{found.group(0)}».",
            "Wie op de toelichting afgaat, doet niets en verzuimt een plicht of loopt iets mis.",
            label="zonder grondslag in het ontwerp",
            annotations=(Annotation(dossier.bill.document, provision.passage.span, "hier moet iemand wel iets doen"),),
        )
    return None
