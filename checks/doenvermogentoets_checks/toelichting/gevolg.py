"""Another consequence than the artikel has: «wordt afgewezen» beside «laat buiten behandeling», «geschorst» beside «trekt in».

What follows on a failure or an event is compared by kind (``gevolgen.toml``). A sentence that tells a condition with its consequence
is held against the artikel that it speaks of; it contradicts it when the artikel has consequences, and none of them is of the kind that is
told or of one that may be told for it.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.model import Soort as NormSoort
from doenvermogentoets.search import Listed
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.words import topic
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.bedoeld import kansen
from doenvermogentoets_checks.toelichting.lezen import naam, words_pattern, zegt_het_nu
from doenvermogentoets_checks.toelichting.tegendelen import verwijzend

_QUOTED = 110
_CLEAR, _BESIDE = 0.65, 0.2  # chance of the one lid that is meant; of another that may have the consequence then
_GROND = re.compile(r"\b(?:geen verwijt|niet te verwijten|overmacht|buiten (?:zijn|haar|hun) schuld|te goeder trouw)\b", re.I)
_NU = re.compile(r"\bwie nu\b|\bwie (?:al|reeds)\b", re.I)  # transitional law
_TENZIJ = re.compile(r",?\s(?:tenzij|zodat|opdat|omdat|aangezien|want|nu)\b.*", re.I)
_WORDT = re.compile(r"\b(?:wordt|worden)\b", re.I)
_EINDE = frozenset({"vervallen", "eindigen"})
_VANZELF = re.compile(r"\b(?:van rechtswege|vanzelf|automatisch)\b", re.I)
_BESLUIT = re.compile(r"\b(?:trekt|trekken)\b[^.;]{0,160}\bin\b|\bbeëindig(?:t|en)\b|\bhaal(?:t|en)\b[^.;]{0,100}\bdoor\b", re.I)
_VERVALT = re.compile(r"\b(?:vervalt|vervallen|eindigt|eindigen|verliest)\b", re.I)
_SHARED = 2  # roots that the sentence and the lid must share
_SURE, _PART = 0.3, 0.12  # chance of the artikel a sentence is about; of another one that may have the consequence
# A condition with its consequence: «Wordt …, dan», «Wie …,», «Bij …», «Als …», «Zonder …», «Lukt dat niet, dan».
_CONDITION = re.compile(
    r"^(?:Wat|Als|Indien|Wanneer|Wie|Bij|Zonder|Zodra|Degene die|Voor zover|Na|De \w+ die|Een \w+ die|Ook als)\b|,\s*dan\b"
    r"|\b(?:leidt|leiden) tot\b|\b(?:heeft|hebben)\b[^.;]{0,40}\btot gevolg\b"
    r"|\b(?:staat|staan|volgt) (?:een|op)\b|^Een (?:te laat|niet tijdig|\w*ige|\w+de) \w+"
    r"|^(?!(?:Het|Dit|Dat|Niet|Wat|Met|Uit|Naast|Omdat|Zodat|Want|Nadat|Voordat|Tot|Niets?)\b)"
    r"(?:\w+(?:t|dt)|Worden|Zijn|Hebben|Blijven|Komen|Ontbreken|Kunnen|Moeten|Gaan|Staan|Voldoen|Doen|Heeft|Is|Was) [^.;]{5,160}?,\s+\w+",
)
# What the condition leans on stands in the sentence before.
_LEUNT = re.compile(
    r"\b(?:d[ai]t|die|deze|daarop|daarna|daarbij|dan (?:nog|ook)|ook dan|opnieuw|weer|anders|daaraan|hieraan|dat moment|het)\b"
    r"|^(?:Is|Was) ",
    re.I,
)
_OPEN = re.compile(r"^(?:Bij|Na|Zonder) [^,.;]{3,60}? (?=\w{3,}t\b)")
_ONTKEND = re.compile(r"\b(?:niet|niets|geen|nooit|evenmin|noch|zonder)\b(?:\s+[\w-]+){0,3}\s*$", re.I)
_OF = re.compile(r"\bof\b(?:\s+[\w-]+){0,3}\s*$", re.I)  # «of een verlenging zin heeft»
# What softens is no consequence that another one contradicts.
_ZACHT = frozenset({"verlengen", "gunst", "toelaten", "teruggeven", "houden"})
_ZAAK = re.compile(r"\b(?:na|bij|van|voor|over|sinds|vanaf) (?:de |een |die |deze )?\w*ing\b", re.I)
_NIET_NA = re.compile(
    r"^(?:(?!\b(?:indien|als|wanneer|zodra|voor zover|die|wie|omdat|zolang)\b)[^.,;:]){0,25}\b(?:niet|geen|nooit)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Gevolg:
    """A kind of consequence with its words and the kinds that may be told for it."""

    soort: str
    naam: str
    woorden: Listed
    verwant: frozenset[str]


@cache
def soorten() -> Sequence[Gevolg]:
    """The kinds of ``gevolgen.toml``."""
    data = tomllib.loads(files(__package__).joinpath("gevolgen.toml").read_text(encoding="utf-8"))
    kin: dict[str, set[str]] = defaultdict(set)
    for one, others in data["verwant"].items():
        for other in others:
            kin[one].add(other)
            kin[other].add(one)
    return tuple(Gevolg(s, g["naam"], words_pattern(tuple(g["woorden"])), frozenset(kin[s])) for s, g in data["soorten"].items())


def verteld(text: str, denied: bool = False) -> Mapping[str, re.Match[str]]:
    """The kinds of consequence that a text tells, each with its words; what is denied counts only where it is asked for."""
    out = {}
    for kind in soorten():
        for match in kind.woorden.finditer(text):
            own = re.search(r"\b(?:niet|geen)\b", match.group(0), re.I) is not None
            if (
                denied
                or own
                or not (_OF.search(text[: match.start()]) or _ONTKEND.search(text[: match.start()]) or _NIET_NA.match(text[match.end() :]))
            ):
                out[kind.soort] = match
                break
    return out


def _main(text: str) -> str:
    """What follows on the condition: behind «, dan», or behind the comma that ends the condition."""
    then = re.search(r",\s*dan\b", text)
    leads = re.search(r"\b(?:leidt|leiden) tot\b", text)
    at = then.start() if then is not None else leads.start() if leads is not None else text.find(",")
    if at > 0:
        return text[at:]
    opened = _OPEN.match(text)
    return text[opened.end() :] if opened is not None else text


def ander_gevolg(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """The artikel a sentence is about, when it has another consequence than the sentence tells."""
    if _CONDITION.search(zin.text) is None or _NU.search(zin.text):
        return None
    main = _main(zin.text)
    told = verteld(main)
    if "houden" in told and _GROND.search(zin.text):
        return None  # a ground on which something is kept is another thing: «belofte-zonder-grondslag»
    if not told or not zegt_het_nu(_TENZIJ.sub("", main)):
        return None
    shares = kansen(explanation, zin)
    artikelen: dict[Unit, float] = defaultdict(float)
    for p, share in shares.items():
        if p.unit.artikel is not None:
            artikelen[p.unit.artikel] += share
    best = max(artikelen, key=lambda a: artikelen[a], default=None)
    if best is None or artikelen[best] < _SURE:
        return None
    text = dossier.bill.document.text
    inside = dossier.bill.in_artikel(best)
    lid = max(inside, key=lambda p: (shares.get(p, 0.0), -p.span.start))
    clear = shares.get(lid, 0.0) >= _CLEAR and bool(_own(text[lid.span])) and _attaches(lid)
    near: list[Provision] = [lid] if clear else list(inside)
    near += [p for p, share in shares.items() if share >= (_BESIDE if clear else 0.0) and _of(artikelen, p) >= _PART]
    near += [p for p in verwijzend(explanation, inside) if not clear or zin.roots & explanation.provision_roots[p]]
    kept = _kinds(text[p.span] for p in near)
    if any(_fits(kind, match, kept, [text[p.span] for p in near]) for kind, match in told.items()):
        return None
    having = [p for p in inside if _own(text[p.span]) and _attaches(p)]
    shared = len(explanation.roots_with_before(zin) & explanation.by_words.artikelen[best])
    having = [p for p in having if shared >= _SHARED or shares.get(p, 0.0) >= _SURE]
    case = _condition(explanation, zin, main)
    having = [p for p in having if case & (explanation.provision_roots[p] | explanation.provision_roots[lid])]
    pairs = [(p, here, there) for p in having for here in told for there in _own(text[p.span]) if _tegenover(here, there)]
    if not pairs:
        return None
    provision, kind, there = max(pairs, key=lambda x: (shares.get(x[0], 0.0), -x[0].span.start))
    match = told[kind]
    names = {k.soort: k.naam for k in soorten()}
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"Volgens de toelichting is het gevolg {names[kind]} («{match.group(0).strip()}»); {naam(provision.unit)} zegt "
        f"«{words(dossier.bill.document, provision.passage.span, _QUOTED)}»: {names[there]}. Klopt dat met elkaar?",
        "Het gevolg dat de toelichting noemt, staat niet in het artikel en niet in wat daarnaar verwijst.",
        label="ander gevolg dan het ontwerp",
        annotations=(Annotation(dossier.bill.document, provision.passage.span, "het gevolg in het ontwerp"),),
    )


def _of(artikelen: Mapping[Unit, float], provision: Provision) -> float:
    artikel = provision.unit.artikel
    return artikelen.get(artikel, 0.0) if artikel is not None else 0.0


def _attaches(provision: Provision) -> bool:
    """It says what follows: it is no definition, and asks nothing of a citizen but what follows on it."""
    if any(n.soort in (NormSoort.DEFINITIE, NormSoort.SLOT) for n in provision.norms):
        return False
    text = provision.document.text[provision.span]
    return _WORDT.search(text) is not None or not any(n.soort is NormSoort.PLICHT and n.doenlast for n in provision.norms)


def _condition(explanation: Explanation, zin: Zin, main: str) -> frozenset[str]:
    """The roots of the condition; those of the sentence before too, when it leans on that."""
    before = zin.text[: len(zin.text) - len(main)] or zin.text
    own = topic(before)
    earlier = explanation.before(zin)
    return own | earlier.roots if earlier is not None and _LEUNT.search(before) else own


@cache
def _rijen() -> Sequence[frozenset[str]]:
    data = tomllib.loads(files(__package__).joinpath("gevolgen.toml").read_text(encoding="utf-8"))
    return tuple(frozenset(row) for row in data["tegenover"]["rijen"])


def _tegenover(one: str, other: str) -> bool:
    return one != other and other not in _verwant()[one] and any(one in row and other in row for row in _rijen())


def _fits(kind: str, match: re.Match[str], kept: frozenset[str], texts: Sequence[str]) -> bool:
    """A provision has this consequence; one that comes by itself is no act of an authority («trekt in», «beëindigt»)."""
    if kind in _EINDE and _VANZELF.search(match.string):
        acts = any(_BESLUIT.search(t) for t in texts)
        return not acts or any(_VANZELF.search(t) or _VERVALT.search(t) for t in texts)
    return kind in kept or bool(_verwant()[kind] & kept)


@cache
def _verwant() -> Mapping[str, frozenset[str]]:
    return {k.soort: k.verwant for k in soorten()}


def _own(text: str) -> Sequence[str]:
    """The kinds that a provision attaches itself: not those that soften, nor an act that it only names («na de beëindiging»)."""
    return [kind for kind in verteld(_ZAAK.sub("", text)) if kind not in _ZACHT]


def _kinds(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(kind for text in texts for kind in verteld(text, denied=True))
