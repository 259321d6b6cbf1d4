"""Safeguards of the toelichting against those of the artikel it speaks of, by kind: denied in the one and given in the other."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.search import Listed
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import gelijk
from doenvermogentoets.toelichting.runs import GEVOLGEN
from doenvermogentoets.toelichting.vergelijking import doel_of_daarvoor
from doenvermogentoets.toelichting.words import root
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.lezen import naam, words_pattern

# From this chance on a sentence is about an artikel that it does not name; lower where it tells its adverse act.
_SURE, _LIKELY = 0.65, 0.5
# «zonder verwijt», «onbillijk»: with or without «geen» it is what softens.
_ZELF = ("verwijt", "redelijk", "overmacht", "onbillijk", "onevenredig", "hardheid")
_QUOTED = 90  # characters of the bill in a message
_AROUND = 60  # characters before and after a word in which it can be denied


@dataclass(frozen=True, slots=True)
class Waarborg:
    """A safeguard in a text: its kind, its words, and whether it is given or taken away."""

    soort: str
    span: Span
    gegeven: bool


@dataclass(frozen=True, slots=True)
class _Lijsten:
    soorten: Mapping[str, Listed]
    ervoor: Listed
    erna: Listed
    beperkt: Listed
    nooit: Listed
    wel: frozenset[str]
    belooft: frozenset[str]
    biedt: Listed
    voorbehoud: Listed
    elders: Listed


@cache
def _lijsten() -> _Lijsten:
    data = tomllib.loads(files(__package__).joinpath("waarborgen.toml").read_text(encoding="utf-8"))
    kinds = {name: Listed(rf"\b(?:{w})(?!\w)" for w in found["woorden"]) for name, found in data["soorten"].items()}
    denial = {name: words_pattern(tuple(found)) for name, found in data["ontkent"].items()}
    never, promise = data["nooit"], data["belooft"]
    return _Lijsten(
        kinds,
        denial["ervoor"],
        denial["erna"],
        denial["beperkt"],
        words_pattern(tuple(never["woorden"])),
        frozenset(never["wel"]),
        frozenset(promise["soorten"]),
        words_pattern(tuple(promise["biedt"])),
        words_pattern(tuple(promise["voorbehoud"])),
        words_pattern(tuple(data["elders"]["woorden"])),
    )


def waarborgen(text: str, base: int = 0) -> Iterator[Waarborg]:
    """The safeguards of a text; ``base`` is the offset (code points) of its first character in the document."""
    lists = _lijsten()
    for kind, pattern in lists.soorten.items():
        for match in pattern.finditer(text):
            itself = match.group(0).lower().startswith(_ZELF)
            denied = not itself and ontkend(text, match.start(), match.end())
            yield Waarborg(kind, Span(base + match.start(), base + match.end()), not denied)


def ontkend(text: str, start: int, end: int) -> bool:
    """The words at a place are denied in their part of the sentence: «geen uitstel», «uitstel wordt niet verleend»."""
    lists = _lijsten()
    before = re.split(r"[;:]|, ", text[max(0, start - _AROUND) : start])[-1].replace("al dan niet", "")
    after = re.split(r"[;:.]|, ", text[end : end + _AROUND])[0]
    return lists.ervoor.search(before) is not None or lists.erna.whole.match(after) is not None


def weerspreekt(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """The sentence takes away a safeguard that the artikel gives, or gives one that the artikel takes away."""
    lists = _lijsten()
    never = lists.nooit.search(zin.text)
    told = [w for w in waarborgen(zin.text, zin.span.start) if not w.gegeven and not _in_de_voorwaarde(zin, w)]
    told = [w for w in told if _STELT_UIT.search(zin.text[: w.span.end - zin.span.start]) is None]
    promised = () if told or never is not None else _promised(zin)
    certain = _ALTIJD.search(zin.text) is not None
    if (never is None and not promised and not certain and (not told or lists.beperkt.search(zin.text))) or lists.elders.search(zin.text):
        return None
    target = doel_of_daarvoor(explanation, zin)
    if target is None or len(target.artikelen) != 1:
        return None
    inside = [p for a in target.artikelen for p in dossier.bill.in_artikel(a)]
    if target.zeker < (_LIKELY if _adverse(explanation, zin, inside) else _SURE):
        return None
    text = dossier.bill.document.text
    giving = [p for p in inside if all(n.soort is not Soort.DEFINITIE for n in p.norms)]  # a definition gives nobody anything
    given = {w: p for p in giving for w in waarborgen(text[p.span], p.span.start) if w.gegeven}
    denials = {w: p for p in inside for w in waarborgen(text[p.span], p.span.start) if not w.gegeven}
    taken = {w.soort for w in denials}
    for promise in promised:
        denial = next((w for w in denials if w.soort == promise.soort and all(g.soort != w.soort for g in given)), None)
        if denial is not None:
            return _broken(dossier, explanation, zin, promise, denial, denials[denial])
    if not told and (sure := _ALTIJD.search(zin.text)) is not None:
        maybe = _only_may(dossier, zin, given)
        if maybe is not None:
            return _uncertain(dossier, explanation, zin, sure.group(0), maybe, given[maybe])
    for denied in told if not lists.beperkt.search(zin.text) else ():
        match = next((w for w in given if w.soort == denied.soort and w.soort not in taken), None)
        if match is not None and _zelfde_middel(explanation, dossier, denied, match) and not _ander_geval(zin, text[given[match].span]):
            return _hit(dossier, explanation, zin, explanation.document.text[denied.span], match, given[match])
    if never is not None and _adverse(explanation, zin, inside):
        match = next((w for w in given if w.soort in lists.wel and w.soort not in taken), None)
        if match is not None:
            return _hit(dossier, explanation, zin, never.group(0), match, given[match])
    return None


_GEVAL = re.compile(r"(?:Als|Indien|Wanneer|Zodra|Zolang|Voor zover|Nadat|Heeft|Is|Zijn|Bestaat)\b")
_MIDDEL = re.compile(r"(?:ontheffing|vrijstelling)", re.I)
_GRENS = re.compile(r"\b(?:jonger|ouder|minder|meer|korter|langer|lager|hoger|onder|boven|vóór|na)\b", re.I)


def _in_de_voorwaarde(zin: Zin, denied: Waarborg) -> bool:
    """«Indien geen van de uitzonderingen van toepassing is, …»: the case in which something holds, and no denial."""
    return _GEVAL.match(zin.text) is not None and denied.span.start - zin.span.start < zin.text.find(",")


def _zelfde_middel(explanation: Explanation, dossier: DossierAnalysis, denied: Waarborg, given: Waarborg) -> bool:
    """«Geen ontheffing» denies an ontheffing, and not any «tenzij» of the artikel."""
    named = _MIDDEL.match(explanation.document.text[denied.span])
    return named is None or named.group(0).lower() in dossier.bill.document.text[given.span].lower()


def _ander_geval(zin: Zin, provision: str) -> bool:
    """«Een kind jonger dan twaalf wordt niet gehoord», where the lid hears who is twelve: it is the case on the other side of the limit."""
    if _GRENS.search(zin.text) is None:
        return False
    told = hoeveelheden(zin.text)
    return any(gelijk(one, other) for one in told for other in hoeveelheden(provision))


# «zal zijn aanvraag niet onnodig uitstellen»: what somebody is expected to do himself, and nothing that he is given or not.
_STELT_UIT = re.compile(r"\b(?:zal|zullen|zou|zouden)\b[^.;]*\buitstellen$", re.I)

ZEKERDER = "zekerder dan het ontwerp"
# What somebody is sure to get; and the same in the bill as a power.
_ALTIJD = re.compile(r"\b(?:altijd|steeds|in alle gevallen|in elk geval|zonder meer|automatisch|vanzelf|standaard|gegarandeerd)\b", re.I)
_KAN = re.compile(r"\b(?:kan|kunnen|mag|mogen)\b(?! (?:niet|geen)\b)", re.I)


def _only_may(dossier: DossierAnalysis, zin: Zin, given: Mapping[Waarborg, Provision]) -> Waarborg | None:
    """The safeguard of the sentence that the artikel has, but nowhere otherwise than as something that an authority may do."""
    text = dossier.bill.document.text
    for said in waarborgen(zin.text):
        same = [(w, p) for w, p in given.items() if w.soort == said.soort] if said.gegeven else []
        if same and all(_KAN.search(text[p.span]) and any(n.bevoegdheid == "discretionair" for n in p.norms) for _, p in same):
            return same[0][0]
    return None


def _uncertain(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, said: str, given: Waarborg, provision: Provision) -> Hit:
    there = dossier.bill.document.text[given.span]
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"Volgens de toelichting is dit zeker («{said}»); {naam(provision.unit)} geeft alleen een bevoegdheid («kan» … «{there}»).",
        "Wie op de toelichting afgaat, rekent op iets wat het bestuursorgaan mag weigeren.",
        label=ZEKERDER,
        annotations=(Annotation(dossier.bill.document, given.span, given.soort),),
    )


def _promised(zin: Zin) -> Sequence[Waarborg]:
    """What the sentence says that somebody gets, without a condition that this is not about."""
    lists = _lijsten()
    if lists.biedt.search(zin.text) is None:
        return ()
    out = []
    for found in waarborgen(zin.text, zin.span.start):
        start = found.span.start - zin.span.start
        clause = re.split(r"[,;:]", zin.text[:start])[-1] + re.split(r"[,;:]", zin.text[start:])[0]
        if found.gegeven and found.soort in lists.belooft and not lists.voorbehoud.search(clause.strip()):
            out.append(found)
    return out


def _adverse(explanation: Explanation, zin: Zin, inside: Sequence[Provision]) -> bool:
    """The artikel has an adverse decision or effect, and the sentence or the one before it tells it."""
    told = explanation.roots_with_before(zin)
    for provision in inside:
        if any(n.soort in (Soort.DEFINITIE, Soort.SLOT) for n in provision.norms):
            continue
        acts = (explanation.provision_roots[provision] & GEVOLGEN) | {root(n.werkwoord) for n in provision.norms if n.belastend}
        if acts & told:
            return True
    return False


def _broken(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, promise: Waarborg, denial: Waarborg, provision: Provision) -> Hit:
    around = next((s.span for s in provision.passage.sentences if s.span.contains(denial.span)), denial.span)
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting noemt «{explanation.document.text[promise.span]}» ({promise.soort}); {naam(provision.unit)} sluit dat uit: "
        f"«{words(dossier.bill.document, around, _QUOTED)}».",
        "De zin gaat over dit artikel. Wie op de toelichting afgaat, rekent op iets wat hij niet krijgt.",
        label="zonder grondslag in het ontwerp",
        annotations=(Annotation(dossier.bill.document, denial.span, "hier uitgesloten"),),
    )


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, said: str, given: Waarborg, provision: Provision) -> Hit:
    there = dossier.bill.document.text[given.span]
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting is strenger («{said}») dan {naam(provision.unit)} waar staat «{there}».",
        "Wie op de toelichting afgaat, denkt dat hij geen aanspraak heeft en vraagt er niet om.",
        label="strenger dan het ontwerp",
        annotations=(Annotation(dossier.bill.document, given.span, given.soort),),
    )
