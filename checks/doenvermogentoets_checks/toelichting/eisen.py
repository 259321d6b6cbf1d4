"""What is asked, told otherwise: a condition that the toelichting denies, one that it calls enough, one that it no longer accepts.

«Aansluiting bij een bond is niet vereist», «ook mondelinge toestemming volstaat», «een certificaat volstaat niet», «zonder meer
vrijgesteld»: what is asked is sought in the lid that the sentence may be about, and held against how the lid asks for it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.actors import role_of_phrase
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.search import Listed
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import gelijk
from doenvermogentoets.toelichting.words import concepts, root
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.bedoeld import kansen
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp, strenger, words_pattern
from doenvermogentoets_checks.toelichting.onbekend import kent, zeggend
from doenvermogentoets_checks.toelichting.uitzondering_onbekend import elders
from doenvermogentoets_checks.toelichting.waarborgen import ontkend

_QUOTED = 110
_SURE, _MAYBE = 0.25, 0.05  # chance of the artikel that a sentence is about; of one that may be meant
_SHARED = 2  # words that the lid must have of the sentence and the one before it
_BEGIN = 5  # letters by which a word is found again in a lid
_PLACES = {
    "{WAT}": r"(?P<wat>(?!(?:die|dat|wie|er|het|dit|zij|hij|daar\w*|hier\w*)\b)[^.,;:()]{3,80}?)",
    "{PLICHT}": r"(?P<wat>\w{3,}(?:plicht|eis|verplichting))",
}
_NIET = re.compile(r"\b(?:niet|geen)\b", re.I)
_PARTS = re.compile(r"(?<=[;:])\s+")
_KERN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@cache
def _lists() -> Mapping[str, Sequence[str]]:
    return tomllib.loads(files(__package__).joinpath("eisen.toml").read_text(encoding="utf-8"))


@cache
def _patterns(name: str) -> Sequence[Listed]:
    out = []
    for pattern in _lists()[name]:
        for place, words_of in _PLACES.items():
            pattern = pattern.replace(place, words_of)
        out.append(Listed([pattern], any_case=False))
    return tuple(out)


def _list(name: str) -> Listed:
    return words_pattern(tuple(_lists()[name]))


def andere_eis(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """The lid that asks what a part of the sentence denies, or accepts what it does not, or asks more than what it calls enough."""
    if not over_het_ontwerp(zin):
        return None
    for part in _PARTS.split(zin.text):
        if elders(_GEVRAAGD.sub("", part)):
            continue
        for find in (_geen_eis, _niet_genoeg, _genoeg, _zonder_meer):
            hit = find(dossier, explanation, zin, part)
            if hit is not None:
                return hit
    return None


_GEVRAAGD = re.compile(r"\bniet (?:\w+ )?gevraagd\b")


def _first(name: str, text: str) -> re.Match[str] | None:
    return next((m for p in _patterns(name) if (m := p.search(text)) is not None), None)


def leden_bij(explanation: Explanation, zin: Zin, least: float = _MAYBE) -> Iterator[tuple[Provision, float]]:
    """The leden of the artikelen that a sentence may be about, likeliest first, with the chance of the artikel."""
    shares = kansen(explanation, zin)
    artikelen: dict[Unit, float] = {}
    for p, share in shares.items():
        if p.unit.artikel is not None:
            artikelen[p.unit.artikel] = artikelen.get(p.unit.artikel, 0.0) + share
    inside = [
        (p, chance)
        for artikel, chance in artikelen.items()
        if chance >= least
        for p in explanation.bill.in_artikel(artikel)
        if not all(n.soort in (Soort.DEFINITIE, Soort.SLOT, Soort.DELEGATIE) for n in p.norms)
    ]
    return iter(sorted(inside, key=lambda x: (-x[1], -shares.get(x[0], 0.0), x[0].span.start)))


def _geen_eis(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, part: str) -> Hit | None:
    match = _first("geen_eis", part)
    if match is None or _list("anders").search(_clause(part, match)) or _IN_GEVAL.match(part):
        return None
    if "afgezien" in part or ("zonder" in match.group(0) and _NIET.search(_clause(part, match))):
        return None
    if "verplicht" in match.group(0) and any(role_of_phrase([w.lower()]) is not None for w in _KERN.findall(match.group("wat"))):
        return None  # «een medewerker is niet verplicht …»: what he need not do follows
    what = zeggend(match.group("wat")) or [w for w in _KERN.findall(match.group("wat")) if len(w) > _BEGIN]
    acts = concepts(match.group("wat"))
    if not what and not acts:
        return None
    for lid, chance in leden_bij(explanation, zin):
        text = dossier.bill.document.text[lid.span]
        own = explanation.provision_roots[lid]
        asked = [w for w in what if heeft(text, w)]
        beside = [w for w in zeggend(_around(explanation, zin)) if w not in what and heeft(text, w)]
        told = bool(asked) and 2 * len(asked) >= len(what)
        if not told and not acts & own:
            continue
        least = _SURE if strenger(dossier.bill) else 0.0
        if len(asked) + len(beside) < _SHARED or (chance < _SURE and not beside) or chance < least:
            continue
        if not _list("eist").search(text) or _exempts(text, asked) or not _positive(text, asked):
            continue
        if "zonder" in match.group(0) and asked and all(_gives(text, w) for w in asked):
            continue
        return _hit(
            dossier,
            explanation,
            zin,
            lid,
            f"Volgens de toelichting wordt dit niet gevraagd («{match.group(0).strip(' ,;')}»)",
            "het ontwerp stelt deze eis",
        )
    return None


_GRENS = re.compile(r"[,;:]|\b(?:en|maar)\b")
_IN_GEVAL = re.compile(r"(?:Als|Indien|Wanneer|Zolang|Bij|Voor|In|Op|Onder|Boven|Tot|Na|Zonder|Wie)\b")


def _clause(part: str, match: re.Match[str]) -> str:
    """What stands between commas, «en» or «maar» before the words and the next comma."""
    start = max((m.end() for m in _GRENS.finditer(part, 0, match.start())), default=0)
    end = next((m.start() for m in re.finditer(r"[,;]", part[match.end() :])), len(part) - match.end())
    return part[start : match.end() + end]


def _around(explanation: Explanation, zin: Zin) -> str:
    """The sentence, and the one before it."""
    at = explanation.position(zin)
    return " ".join(z.text for z in explanation.zinnen_of(zin.alinea)[max(0, at - 1) : at + 1])


_VOWELS = re.compile(r"[aeiouy]+")


@lru_cache(maxsize=2_000)
def _stems(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The roots of all words of a text, and their consonants: «aansluiting» has those of «aangesloten»."""
    found = {root(w) for w in _KERN.findall(text) if len(w) > 3}
    return frozenset(found), frozenset(_VOWELS.sub("", r) for r in found)


def heeft(text: str, word: str) -> bool:
    """A text has a word, one that begins like it, a compound with it or another form of the verb."""
    stem = root(word)
    stems, bones = _stems(text)
    if stem in stems:
        return True
    skeleton = _VOWELS.sub("", stem)
    if len(stem) > _BEGIN and len(skeleton) > 3 and skeleton in bones:
        return True
    begin = stem[:_BEGIN] if len(stem) > _BEGIN else stem
    return any(
        (len(begin) >= _BEGIN and s.startswith(begin)) or (len(stem) > 3 and len(s) > len(stem) + 2 and s.endswith(stem)) for s in stems
    )


def _exempts(text: str, asked: Sequence[str]) -> bool:
    """The lid takes cases out; not «geldt niet indien hij schriftelijk …», which asks that for the exemption."""
    out = _list("ontslaat").search(text)
    if out is None:
        return False
    condition = re.search(r"\b(?:indien|mits|voor zover)\b", text[out.end() :])
    return condition is None or not any(heeft(text[out.end() + condition.end() :], w) for w in asked)


def _gives(text: str, word: str) -> bool:
    """«verstrekt op aanvraag subsidie»: what somebody gets by the lid is nothing that he must have."""
    return re.search(rf"{_KRIJGT}[^.;]{{0,80}}\b{re.escape(root(word)[:_BEGIN])}", text, re.I) is not None


_KRIJGT = (
    r"\b(?:verstrek(?:t|ken)|verleen(?:t|d)|verlenen|ken(?:t|nen)|toegekend|krijg(?:t|en)|ontvang(?:t|en)|recht op|aanspraak op"
    r"|in aanmerking voor)\b"
)


def _positive(text: str, asked: Sequence[str]) -> bool:
    """The lid does not deny what it has these words for, at every place where it has them."""
    places = [m for w in asked for m in re.finditer(rf"\b{re.escape(root(w)[:_BEGIN])}\w*", text, re.I)]
    return not places or not all(ontkend(text, m.start(), m.end()) for m in places)


def _niet_genoeg(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, part: str) -> Hit | None:
    match = _first("niet_genoeg", part)
    what = zeggend(match.group("wat")) if match is not None else []
    if match is None or not what or "zonder" in match.group("wat"):
        return None
    for lid, _ in leden_bij(explanation, zin, _SURE):
        text = dossier.bill.document.text[lid.span]
        if not all(heeft(text, w) for w in what) or re.search(r"\b(?:niet|geen|slechts als)\b", text):
            continue
        if not any(re.search(rf"\bof (?:[\w-]+ ){{0,3}}{re.escape(w.lower()[:_BEGIN])}", text, re.I) for w in what):
            continue  # one of several that the lid accepts
        return _hit(
            dossier,
            explanation,
            zin,
            lid,
            f"Volgens de toelichting is dit niet genoeg («{match.group(0).strip(' ,;')}»)",
            "het ontwerp laat dit toe",
        )
    return None


_MET = re.compile(r"\b(?:met|kan|kunnen|voor|bij|alleen|of)\b", re.I)


def _genoeg(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, part: str) -> Hit | None:
    """«Ook een eigen verklaring volstaat», where the lid asks for that thing but of another kind."""
    match = _first("genoeg", part)
    told = _KERN.findall(match.group("wat")) if match is not None else []
    if match is None or len(told) < 2 or _MET.search(match.group("wat")):
        return None
    head, kinds = told[-1], [w for w in told[:-1] if len(w) > 3]
    for lid, _ in leden_bij(explanation, zin, _SURE):
        text = dossier.bill.document.text[lid.span]
        if not heeft(text, head) or re.search(r"\b(?:niet|geen|kan volstaan|voldoende)\b", text):
            continue
        if not kinds or any(re.search(rf"\b{re.escape(w[: max(4, len(w) - 2)])}", text, re.I) for w in kinds):
            continue
        if any(len(w) > _BEGIN and kent(explanation.bill, w) for w in kinds):
            continue
        if any(gelijk(one, h) for one in hoeveelheden(part) for h in explanation.quantities.by_provision.get(lid, ())):
            continue  # «driekwart volstaat» of a lid with vijfenzeventig procent
        return _hit(
            dossier,
            explanation,
            zin,
            lid,
            f"Volgens de toelichting is dit genoeg («{match.group(0).strip(' ,;')}»)",
            "het ontwerp vraagt iets anders",
        )
    return None


def _zonder_meer(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, part: str) -> Hit | None:
    """«Zonder meer vrijgesteld», where the lid sets a condition of which the sentences around it have no word."""
    match = _list("zonder_meer").search(part)
    if match is None or re.search(r"\b(?:niet|geen|als|indien|mits|wanneer|tenzij)\b", part):
        return None
    for lid, _ in leden_bij(explanation, zin, _SURE):
        text = dossier.bill.document.text[lid.span]
        condition = re.search(r"\b(?:indien|mits|voor zover|als)\b(?! bedoeld)", text)
        if condition is None or len(zin.roots & explanation.provision_roots[lid]) < 1:
            continue
        return _hit(
            dossier,
            explanation,
            zin,
            lid,
            f"Volgens de toelichting geldt geen voorwaarde («{match.group(0).strip()}»)",
            "het ontwerp stelt een voorwaarde",
        )
    return None


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, lid: Provision, said: str, name: str) -> Hit:
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"{said}; {naam(lid.unit)} zegt: «{words(dossier.bill.document, lid.passage.span, _QUOTED)}». Klopt dat met elkaar?",
        "Wie op de toelichting afgaat, denkt dat hij aan iets anders moet voldoen dan het ontwerp vraagt.",
        label=name,
        annotations=(Annotation(dossier.bill.document, lid.passage.span, "zo staat het in het ontwerp"),),
    )
