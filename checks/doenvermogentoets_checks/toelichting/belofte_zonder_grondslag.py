"""A softening that the toelichting promises while the provision it speaks of does not have it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import UnitKind
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.about import Kandidaat, about
from doenvermogentoets.toelichting.sections import lids
from doenvermogentoets.toelichting.words import topic
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp

# A provision that keeps the promise must stay this far behind the one that breaks it; one that does neither may be a little ahead.
_TIE, _NEUTRAL, _AHEAD, _SHARED = 0.04, 0.08, 0.1, 2
_DENIED = re.compile(r"\b(?:zonder|geen|niet|noch|evenmin|ongeacht)\b(?:\s+[\w-]+){0,3}\s*$", re.I)
_EXCLUDED = re.compile(r"^[^,.;]{0,50}\b(?:achterwege|uitgesloten|niet)\b", re.I)
_ORGAAN = re.compile(
    r"\b(?:colleges?|burgemeester|minister|dienst|inspecteur|bureau|gemeenten?|orga(?:an|nen)|Toeslagen|bestuur|instelling(?:en)?"
    r"|verzekeraars?|school|werkgevers?)\b[^,.;]*$",
    re.I,
)
_ZELF_UITWEG = ("verwijt", "redelijk", "tenzij", "onbillijk", "onevenredig", "overmacht")  # «geen verwijt» is the way out itself
# What goes wrong or happens: a provision about another of these cannot keep a promise about this one.
_AANLEIDING = frozenset({"=te_laat", "=onvolledig", "=niet_naleven", "=overlijden", "=overdracht", "=verhuizing"})
_ANDERE_GEVALLEN = re.compile(r"^\W*(?:\d+\W+)?(?:in (?:de )?(?:andere|overige) gevallen|in andere dan)\b", re.I)


@dataclass(frozen=True, slots=True)
class Belofte:
    """A kind of promise, with the words that keep it anywhere in the artikel, or only in the provision that has the effect.

    ``hard`` is what a provision that breaks it must hold: ``gevolg``, ``geheel`` (an effect in full) or ``last`` (an act).
    """

    naam: str
    hard: str
    belooft: re.Pattern[str]
    grond: re.Pattern[str]
    grond_zelf: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class _Lijsten:
    beloften: tuple[Belofte, ...]
    buiten: re.Pattern[str]
    gevolg: re.Pattern[str]
    geheel: re.Pattern[str]


def _any(words: list[str], whole: bool = False) -> re.Pattern[str]:
    joined = "|".join(f"(?:{w})" for w in words)
    return re.compile(rf"\b(?:{joined})\b" if whole else joined, re.I)


@cache
def _lijsten() -> _Lijsten:
    data = tomllib.loads(files(__package__).joinpath("beloften.toml").read_text(encoding="utf-8"))
    beloften = tuple(
        Belofte(
            b["naam"],
            b["hard"],
            _any(b["belooft"]),
            _any(b["grond"], whole=True),
            _any(b["grond_zelf"], whole=True) if "grond_zelf" in b else None,
        )
        for b in data["belofte"]
    )
    return _Lijsten(beloften, *(_any(data[key]["woorden"]) for key in ("buiten", "gevolg", "geheel")))


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    least = options.number("overeenkomst") / 100
    lists = _lijsten()
    for zin in explanation.zinnen:
        if not over_het_ontwerp(zin) or lists.buiten.search(zin.text):
            continue
        for belofte in lists.beloften:
            match = _promised(belofte, zin)
            if match is None:
                continue
            provision = _broken(dossier, explanation, zin, belofte, least)
            if provision is not None and not _granted_elsewhere(dossier.bill, match.group(0), provision):
                yield _hit(dossier, explanation, zin, belofte, match, provision)
                break


_UNASKED = re.compile(r"\bzonder (?:\w+ ){0,3}aanvraag\b|\bambtshalve\b", re.I)


def _granted_elsewhere(bill: Analysis, promise: str, provision: Provision) -> bool:
    """«zonder aanvraag» is true of whoever gets it ambtshalve under another artikel; the one that asks is for the other cases."""
    if _UNASKED.search(promise) is None:
        return False
    text = bill.document.text
    return any(p is not provision and "ambtshalve" in text[p.span].lower() for p in bill.provisions)


def _promised(belofte: Belofte, zin: Zin) -> re.Match[str] | None:
    match = belofte.belooft.search(zin.text)
    if match is None or (belofte.hard == "last" and _ORGAAN.search(zin.text[max(0, match.start() - 60) : match.start()])):
        return None
    if belofte.hard != "last" and _DENIED.search(zin.text[max(0, match.start() - 40) : match.start()]):
        return None
    return match


def _broken(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, belofte: Belofte, least: float) -> Provision | None:
    """The provision the promise is about, when it holds the effect and nothing keeps the promise."""
    candidates = about(explanation, zin)
    top = candidates[0] if candidates else None
    if belofte.hard == "last":
        candidates = [k for k in candidates if _keeps(dossier.bill, k.provision, belofte) or _same_act(zin, k.provision)]
    kept = [k for k in candidates if _keeps(dossier.bill, k.provision, belofte)]
    hard = [k for k in candidates if k not in kept and _hard(dossier.bill, k.provision, belofte)]
    if not hard or top is None:
        return None
    # of two that are as near, the one with an effect for the citizen: a power of the authority can lapse too
    told = {k.provision for k in explanation.told(zin)} if belofte.hard != "last" else set()
    nearest = [k for k in hard if k.score > hard[0].score - _TIE] + [k for k in hard if k.provision in told and _same_artikel(k, hard[0])]
    best = next(
        (k for k in nearest if k.provision in told), next((k for k in nearest if any(n.belastend for n in k.provision.norms)), hard[0])
    )
    if best.genoemd:
        return best.provision if not kept else None
    if (
        best.score < least
        or best.gedeeld < _SHARED
        or any(k.score > best.score - _TIE for k in kept if _same_case(explanation, zin, best, k))
    ):
        return None
    if belofte.hard == "last":
        return best.provision if best is top and len(zin.roots & explanation.provision_roots[best.provision]) > _SHARED else None
    near = best.score > top.score - _NEUTRAL or _same_artikel(best, top) or _follows(explanation, best, top)
    return best.provision if near else None


def _follows(explanation: Explanation, best: Kandidaat, top: Kandidaat) -> bool:
    """The sentence is about a duty, and this is the provision on what happens when that duty is not met: it refers to it."""
    artikel = best.provision.unit.artikel
    return artikel is not None and top.provision in explanation.by_words.referred.get(artikel, ())


def _same_case(explanation: Explanation, zin: Zin, hard: Kandidaat, kept: Kandidaat) -> bool:
    """The two speak of the same failure or event, as far as the sentence names one that the hard provision has."""
    if kept.score > hard.score + _AHEAD:
        return True
    case = zin.roots & _AANLEIDING & explanation.provision_roots[hard.provision]
    return not case or bool(case & explanation.provision_roots[kept.provision])


def _same_act(zin: Zin, provision: Provision) -> bool:
    """«hoeft niets te doen» is about any act; «hoeft geen opgave te doen» only about that one."""
    if re.search(r"\bniets\b|\bvanzelf\b|\bautomatisch\b", zin.text, re.I):
        return True
    text = provision.document.text
    acts = {r for n in provision.norms for h in n.handelingen for r in topic(f"{h.soort} {text[h.span]}")}
    return bool(acts & zin.roots)


def _same_artikel(a: Kandidaat, b: Kandidaat) -> bool:
    return a.provision.unit.artikel is b.provision.unit.artikel


def _hard(bill: Analysis, provision: Provision, belofte: Belofte) -> bool:
    if all(n.soort in (Soort.DEFINITIE, Soort.SLOT) for n in provision.norms):
        return False
    text = bill.document.text[provision.span]
    if belofte.hard == "last":
        return any(n.doenlast for n in provision.norms)
    if belofte.hard == "geheel":
        return _lijsten().geheel.search(text) is not None
    return _lijsten().gevolg.search(text) is not None


def _keeps(bill: Analysis, provision: Provision, belofte: Belofte) -> bool:
    """The provision, another lid of its artikel that is about the same cases, a lid that refers to it, or a clause."""
    text = bill.document.text
    if belofte.hard != "last" and any(c.covers(provision.unit) for c in clausules(bill)):
        return True
    itself = belofte.grond_zelf
    if itself is not None and _hard(bill, provision, belofte) and _positive(itself, text[provision.span]):
        return True
    inside = [p for p in bill.in_artikel(provision.unit) if p is provision or _speaks_of(text[p.span], provision)]
    return any(_positive(belofte.grond, text[p.span]) for p in inside)


def _speaks_of(words: str, provision: Provision) -> bool:
    """Another lid softens this one when it names it, or names no lid; «in andere gevallen» is about what this lid is not about."""
    if _ANDERE_GEVALLEN.match(words):
        return False
    named = lids(words)
    return provision.unit.kind is not UnitKind.LID or provision.unit.number in named


def _positive(pattern: re.Pattern[str], text: str) -> bool:
    """The words occur, and are not denied («zonder nadere termijn», «kan geen aanspraak maken»)."""
    for match in pattern.finditer(text):
        if match.group(0).lower().startswith(_ZELF_UITWEG):
            return True
        before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 60]
        if _DENIED.search(before) or (match.group(0).lower() in ("kan", "kunnen", "mag", "mogen") and re.match(r"[^,.;]*\bgeen\b", after)):
            continue
        if match.group(0).lower() in ("aanmaning", "herinnering", "nadere termijn") and _EXCLUDED.match(after):
            continue
        return True
    return False


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, belofte: Belofte, match: re.Match[str], provision: Provision) -> Hit:
    here = naam(provision.unit)
    if belofte.hard == "last":
        message = f"Volgens de toelichting («{match.group(0)}») gaat dit vanzelf; {here} vraagt de burger zelf iets te doen."
        why = "Wie op de toelichting afgaat, doet niets en verzuimt een plicht. Gezocht is ook naar een uitzondering in hetzelfde artikel."
        label = "hier moet iemand wel iets doen"
    else:
        message = f"De toelichting belooft «{match.group(0)}»; in {here} staat dat niet."
        why = (
            "Deze bepaling schrijft het gevolg dwingend voor en noemt geen uitzondering, afweging of herstel. Gezocht is ook in "
            "leden die ernaar verwijzen en in een hardheidsclausule."
        )
        label = "hier staat het gevolg, zonder deze ruimte"
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        message,
        why,
        label="zonder grondslag in het ontwerp",
        annotations=(Annotation(dossier.bill.document, provision.passage.span, label),),
    )
