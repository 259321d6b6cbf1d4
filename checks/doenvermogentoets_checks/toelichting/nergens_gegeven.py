"""A favour that a sentence tells as given and that no provision of the bill gives, whichever of them the sentence is about."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.search import Listed
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.words import root
from doenvermogentoets_checks.common import capital, words
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp, vermeden, words_pattern, zinsdeel
from doenvermogentoets_checks.toelichting.onbekend import kent, zeggend
from doenvermogentoets_checks.toelichting.uitzondering_onbekend import dichtbij, elders, uitzondering_onbekend, waarover
from doenvermogentoets_checks.toelichting.waarborgen import ontkend

_QUOTED = 90
_EERDER = 2  # sentences before it that tell what it is about
_VLAKBIJ = 20  # characters around the words in which a denial is about them
_NIET = re.compile(r"\b(?:niet|geen|nooit|evenmin|noch)\b", re.I)
_LONG = 8  # letters of a word that names a thing of its own
_VOORWAARDE = re.compile(r"(?:Als|Indien|Wanneer|Zodra|Voor zover|Nadat)\b")


@dataclass(frozen=True, slots=True)
class Gunst:
    """A kind of favour (``nergens_gegeven.toml`` tells what each field is for)."""

    naam: str
    dingen: Listed | None
    daden: Listed
    bij: Listed | None
    staat: Listed
    niet: Listed
    ruim: Listed | None
    eigen: bool
    praktijk: bool
    ontkent: bool  # the favour is itself a denial: what is not claimed back
    vreemd: bool  # only when the sentence names something of which the bill has no word


@cache
def _gunsten() -> tuple[Listed, Sequence[Gunst]]:
    """The verbs of giving, and the kinds."""
    data = tomllib.loads(files(__package__).joinpath("nergens_gegeven.toml").read_text(encoding="utf-8"))
    found = []
    for g in data["gunst"]:
        dingen, bij, ruim = (words_pattern(tuple(g[key])) if g.get(key) else None for key in ("dingen", "bij", "ruim"))
        daden, staat, niet = (words_pattern(tuple(g[key])) for key in ("daden", "staat", "niet"))
        found.append(
            Gunst(
                g["naam"],
                dingen,
                daden,
                bij,
                staat,
                niet,
                ruim,
                *(bool(g.get(f, False)) for f in ("eigen", "praktijk", "ontkent", "vreemd")),
            )
        )
    return words_pattern(tuple(data["geeft"]["woorden"])), tuple(found)


def zonder_grond(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """An exception for a group that the bill does not know, or a favour that it nowhere gives."""
    return uitzondering_onbekend(dossier, explanation, zin) or nergens_gegeven(dossier, explanation, zin)


def nergens_gegeven(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """The favour of a sentence, beside the provision that it is about, when the whole bill has no words that give it."""
    told = [(g, m) for g in _gunsten()[1] if (m := _tells(dossier.bill, g, zin)) is not None]
    if not told or elders(zin.text) or not over_het_ontwerp(zin):
        return None
    at = explanation.position(zin)
    before = explanation.zinnen_of(zin.alinea)[max(0, at - _EERDER) : at]
    near = dichtbij(explanation, zin).union(*(dichtbij(explanation, z) for z in before))
    around = " ".join((*(z.text for z in before), zin.text))
    for kind, match in told:
        roots = frozenset(root(w) for w in zeggend(around))
        strange = any(len(w) >= _LONG and not kent(dossier.bill, w) for w in zeggend(zinsdeel(zin.text, match)))
        if (kind.vreemd and not strange) or any(_keeps(kind, explanation, roots, near, strange, p) for p in dossier.bill.provisions):
            continue
        provision = (_te_doen(explanation, zin) if "hulp" in kind.naam else None) or waarover(explanation, zin)
        if provision is None:
            return None
        if _staat_er(kind, match, provision):
            continue
        return Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            f"De toelichting noemt {kind.naam} («{match.group(0)}»); het ontwerp geeft die nergens. {capital(naam(provision.unit))} "
            f"zegt: «{words(dossier.bill.document, provision.passage.span, _QUOTED)}». Klopt dat met elkaar?",
            "Gezocht is in alle bepalingen van het ontwerp: niet gevonden. Staat het in een andere regeling, noem die dan; is het een "
            "werkwijze, zeg dan dat niemand er recht op heeft.",
            label="zonder grondslag in het ontwerp",
            annotations=(Annotation(dossier.bill.document, provision.passage.span, "hier staat het niet"),),
            lighter="bij het nalezen bleek zo een verschil vaak met opzet of elders geregeld",
            severity=Severity.INFO,
        )
    return None


def _te_doen(explanation: Explanation, zin: Zin) -> Provision | None:
    """Who gets help, gets it with what he must do: the likeliest provision that asks something, not one that only has an effect."""
    shares = explanation.shares(zin)
    asking = [p for p in shares if any(n.doenlast and n.bevoegdheid == "geen" for n in p.norms)]
    return max(asking, key=lambda p: (shares[p], -p.span.start), default=None)


def _staat_er(kind: Gunst, match: re.Match[str], provision: Provision) -> bool:
    """The thing that is told of is in the provision itself: the sentence explains what is asked or done there, and gives nothing."""
    if kind.dingen is None or kind.dingen.whole.fullmatch(match.group(0)) is None:
        return False
    own = {root(w) for w in zeggend(provision.document.text[provision.span])}
    return any(root(w) in own for w in zeggend(match.group(0)))


# How it goes in practice, to which nobody has a right.
_PRAKTIJK = re.compile(
    r"\b(?:website|meestal|doorgaans|vaak|soms|app|balie|spreekuur|telefoonnummer|graag|vrijwilligers?|digitaal|helpdesk|klantenservice|praktijk"
    r"|invoering|gemeenten|zou|regelmatig|zo nodig|desgewenst kan|informatieavond\w*|veelgestelde|filmpje|folder|brochure|in de regel"
    r"|convenant)\b",
    re.I,
)


_UITVOERING = re.compile(
    r"uitvoer|voorlicht|communicat|invoering|implementat|consultat|regeldruk|lasten|financi|advies|draagvlak|praktijk", re.I
)


# «tijd nodig om begeleiding te regelen»: an aim, unless somebody must, may or is given the time to do it.
_OM = re.compile(r"\bom\b[^.,;:]*$", re.I)
_TE = re.compile(r"[^.,;:]*?\bte \w+en\b")
_MOET_OF_MAG = re.compile(
    r"\b(?:verplicht\w*|gehouden|taak|moet|moeten|dient|dienen|kan|kunnen|mag|mogen|recht|gelegenheid|mogelijkheid|kans)\b", re.I
)


def _waartoe(text: str, match: re.Match[str]) -> bool:
    aim = _OM.search(text[: match.start()])
    if aim is None or _TE.match(text[match.end() :]) is None:
        return False
    before = text[: aim.start()]
    return _MOET_OF_MAG.search(before) is None and _gunsten()[0].search(before) is None


# An act in the active voice, and whoever does it in front of it: «wie ziek is, belt», «de student belt».
_DOET = re.compile(
    r"(?:belt|neemt|nemen|zoekt|zoeken|herinnert|attendeert|waarschuwt|komt|komen|gaat|gaan|helpt|wijst|hoort|spreekt|praat|bespreekt|overlegt"
    r"|nodigt)\b",
    re.I,
)
_WIE = re.compile(r"\b(?:wie|(?:degene|iemand|eenieder|ieder|mensen|zij|hij) die)\b[^.,;:]*,$", re.I)
_ONDERWERP = re.compile(
    r"(?:^|[,;:] |\b(?:en|of|dat|als) )(?:de|het|een|iedere|elke|deze) ([\w-]+)(?: (?:die|met|zonder|van wie)\b[^.,;:]*,)?$", re.I
)


def _zelf(bill: Analysis, text: str, match: re.Match[str]) -> bool:
    """Whoever acts is the citizen: what he must do himself is no favour."""
    if _DOET.match(match.group(0)) is None:
        return False
    before = text[: match.start()].rstrip()
    if _WIE.search(before) is not None:
        return True
    subject = _ONDERWERP.search(before)
    if subject is None:
        return False
    addressed = [n.adressaat for p in bill.provisions for n in p.norms if n.adressaat is not None]
    people = {_hoofd(a.tekst) for a in addressed if a.rol == "burger"}
    others = people - {subject.group(1).lower()}
    return subject.group(1).lower() in people and others.isdisjoint(re.findall(r"\w+", text[match.start() :].lower()))


_LIDWOORD = frozenset({"de", "het", "een", "iedere", "ieder", "elke", "deze", "die"})


def _hoofd(text: str) -> str:
    """The first word that names somebody: «de ouder van een leerling» gives «ouder»."""
    return next((w for w in text.lower().split() if w not in _LIDWOORD), "")


def _tells(bill: Analysis, kind: Gunst, zin: Zin) -> re.Match[str] | None:
    """What a part of the sentence says of this kind: not denied, and not only the condition of something else."""
    if kind.bij is not None and kind.bij.search(zin.text) is None:
        return None
    if kind.praktijk and (_PRAKTIJK.search(zin.text) or _UITVOERING.search(zin.alinea.section.heading or "")):
        return None
    match = kind.daden.search(zin.text)
    if match is None and kind.dingen is not None:
        match = kind.dingen.search(zin.text)
        if match is not None and _gunsten()[0].search(zinsdeel(zin.text, match)) is None:
            return None
    if match is None or ontkend(zin.text, match.start(), match.end()) or kind.niet.search(zinsdeel(zin.text, match)):
        return None
    if vermeden(zin.text, match.start()) or _waartoe(zin.text, match) or _zelf(bill, zin.text, match):
        return None
    if not kind.ontkent and _NIET.search(zin.text[max(0, match.start() - _VLAKBIJ) : match.end() + _VLAKBIJ]):
        return None
    return None if _VOORWAARDE.match(zin.text) is not None and match.end() <= zin.text.find(",") else match


def _keeps(kind: Gunst, explanation: Explanation, told: frozenset[str], near: frozenset[Unit], strange: bool, provision: Provision) -> bool:
    """The provision has the words; for what many bills give for something, only where its artikel may be meant or shares a word."""
    if all(n.soort is Soort.DEFINITIE for n in provision.norms):
        return False
    text = provision.document.text[provision.span]
    if kind.staat.search(text) is None and (kind.ruim is None or strange or kind.ruim.search(text) is None):
        return False
    return not kind.eigen or provision.unit.artikel in near or bool(told & explanation.provision_roots[provision])
