"""What a toelichting says that the authority does or that nobody has to do, beside the artikel it speaks of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.organen import Organen
from doenvermogentoets.toelichting.runs import GEVOLGEN
from doenvermogentoets.toelichting.vergelijking import doel_of_daarvoor, doel_waar
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.lezen import naam, words_pattern
from doenvermogentoets_checks.toelichting.tegendelen import verwijzend
from doenvermogentoets_checks.toelichting.waarborgen import ontkend

_SURE = 0.55  # from this chance on a sentence is about an artikel that it does not name
_PART = 0.08  # an artikel with this chance may also keep what is promised
_QUOTED = 90
_SHARED = 2  # roots that the sentence and the artikel must share
# It comes before something happens to somebody: what is only a service is no safeguard.
_EERST = re.compile(
    r"\b(?:eerst|pas|voordat|alvorens|vergeet|vooraf|van tevoren|tevoren|voor het verstrijken|niet zomaar|alsnog"
    r"|voor (?:het|de) (?:einde|afloop|verval\w*|oplegging|intrekking|boete))\b",
    re.I,
)
_GEVAL = re.compile(r"(?:Als|Indien|Wanneer|Zodra|Voor zover|Nadat|Na)\b")


@cache
def _patronen() -> Mapping[str, re.Pattern[str]]:
    data = tomllib.loads(files(__package__).joinpath("toezeggingen.toml").read_text(encoding="utf-8"))["bericht"]
    return {name: words_pattern(tuple(found)) for name, found in data.items()}


def bericht(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, organs: Organen) -> Hit | None:
    """A letter, reminder, announcement or hearing that somebody gets, where nothing in the artikel or beside it says so."""
    lists = _patronen()
    got, does = lists["krijgt"].search(zin.text), lists["doet"].search(zin.text)
    match = got or does
    if match is None or lists["niet"].search(zin.text) or ontkend(zin.text, match.start(), match.end()):
        return None
    if _GEVAL.match(zin.text) is not None and match.end() <= zin.text.find(","):
        return None
    acting = any(o.rol == "doet" and o.span.start - zin.span.start <= match.end() for o in organs.van(zin.text, zin.span.start))
    if (got is None) != acting:
        return None  # «de burger stuurt een brief», «het college krijgt bericht»
    if _EERST.search(zin.text) is None:
        return None
    target = doel_of_daarvoor(explanation, zin)
    if target is None or target.zeker < _SURE:
        target = doel_waar(explanation, zin, lambda p: any(n.belastend for n in p.norms))
    if target is None or len(target.artikelen) != 1 or target.zeker < _SURE:
        return None
    text = dossier.bill.document.text
    inside = [p for a in target.artikelen for p in dossier.bill.in_artikel(a)]
    own = frozenset().union(*(explanation.provision_roots[p] for p in inside))
    if not any(n.belastend or n.doenlast for p in inside for n in p.norms) or (
        len(zin.roots & own) < _SHARED and not zin.roots & own & GEVOLGEN
    ):
        return None
    maybe = {p.unit.artikel for p, share in explanation.shares(zin).items() if share >= _PART and p.unit.artikel is not None}
    beside = [*inside, *(p for a in maybe for p in dossier.bill.in_artikel(a)), *verwijzend(explanation, inside)]
    if any(lists["staat"].search(text[p.span]) for p in beside):
        return None
    best = max(inside, key=lambda p: (any(n.belastend for n in p.norms), explanation.shares(zin).get(p, 0.0)))
    return _hit(dossier, explanation, zin, match, best)


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


def niets_te_doen(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """«Houders hoeven niets te doen», where a lid of the artikel asks them for something."""
    match = _ZELF.search(zin.text)
    if match is None or ontkend(zin.text, match.start(), match.start()) or _MAG_WEL.search(zin.text):
        return None
    target = doel_of_daarvoor(explanation, zin)
    if target is None or len(target.artikelen) != 1 or target.zeker < _SURE:
        return None
    text = dossier.bill.document.text
    inside = [p for a in target.artikelen for p in dossier.bill.in_artikel(a)]
    if any(_VANZELF.search(text[p.span]) for p in inside):
        return None
    for provision in inside:
        found = _VRAAGT.search(text[provision.span])
        if found is None or any(n.soort is Soort.DEFINITIE for n in provision.norms):
            continue
        if not zin.roots & explanation.provision_roots[provision] and target.hoe == "woorden":
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
