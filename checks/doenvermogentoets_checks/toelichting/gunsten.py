"""A favour or safeguard that the artikel a sentence is about does not give, by kind (``gunsten.toml``)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.search import Listed
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.organen import Orgaan, Organen, kan_zelfde_zijn
from doenvermogentoets.toelichting.vergelijking import doel_of_daarvoor, doel_waar
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.lezen import naam, vermeden, words_pattern, zegt_het_nu, zinsdeel
from doenvermogentoets_checks.toelichting.nagekomen import BIJZONDER
from doenvermogentoets_checks.toelichting.nergens import voor_iets_anders
from doenvermogentoets_checks.toelichting.tegendelen import verwijzend
from doenvermogentoets_checks.toelichting.waarborgen import ontkend

_SURE = 0.6  # from this chance on a sentence is about an artikel that it does not name
_TRACE = 0.03  # an artikel with this chance may give it too
_SHARED = 2  # roots that the sentence, with the one before it, and the artikel must share when it is known by its words
_QUOTED = 90
_VOORWAARDE = re.compile(r"(?:Als|Indien|Wanneer|Zodra|Voor zover|Nadat|Na)\b")
# «in plaats van doorhaling» says what the authority does instead, not what another time or proposal had.
_DEZE = re.compile(r"\b(?:deze|die|dat|dit) (?:termijn|tijdvak|periode|looptijd|duur|plicht|eis)\b", re.I)
_PLAATS = re.compile(r"\bin plaats van (?:een |de |het )?[\w-]+", re.I)
_VERZUIM = re.compile(
    r"\b(?:nalaat|nalaten|verzuimt|verzuimen|verzuim|te laat|niet (?:tijdig|op tijd|ge\w+|heeft|hebben|is|zijn|wordt|ontvangen|betaald"
    r"|ingediend|verlengd|verstrekt)|(?:doet|doen|gebeurt|lukt|reage\w+|betaalt|betalen|verschijnt|levert|verstrekt|dient|meldt|is)\b"
    r"[^.;,]{0,40}\bniet|gemist\w*|mist|vergeet|vergeten|uitblijft|ontbreekt|ontbreken|verstreken|onvolledig\w*|laat liggen)\b",
    re.I,
)
# The sentence is about what other law gives, or what others asked or got.
_ELDERS = re.compile(
    r"\b(?:Awb|Algemene wet bestuursrecht|Burgerlijk Wetboek|Invorderingswet|rechter|rechtbank|consultatie|bezwaar (?:maken|gemaakt)"
    r"|bezwaarschrift|in beroep|beroepschrift|variant|overwogen"
    r"|onderzocht|zou|zouden|pleit\w*|bepleit\w*|vroeg\w*|schuldhulp\w*|schuldsanering|wet van)\b"
    r"|(?-i:\b(?:[Oo]nder|[Kk]rachtens|[Vv]olgens|[Oo]p grond van|[Ii]ngevolge) (?:de|het) (?:Wet|Besluit|Regeling|[A-Z]\w+wet)\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Gunst:
    naam: str
    zegt: Listed
    staat: Listed
    bij: Listed
    niet: Listed
    gebonden: bool
    gever: bool
    verzuim: bool
    vast: bool  # a hardship clause does not give it
    zoekt: bool  # sought among the artikelen that ask what it is about
    aanleiding: bool  # a provision that gives it on another occasion only does not keep it
    algemeen: str


@cache
def _gunsten() -> Sequence[Gunst]:
    data = tomllib.loads(files(__package__).joinpath("gunsten.toml").read_text(encoding="utf-8"))
    flags = ("gebonden", "gever", "verzuim", "vast", "zoekt", "aanleiding")
    out = []
    for g in data["gunst"]:
        zegt, staat, bij, niet = (words_pattern(tuple(g[key])) for key in ("zegt", "staat", "bij", "niet"))
        gebonden, gever, verzuim, vast, zoekt, aanleiding = (bool(g.get(f, False)) for f in flags)
        out.append(Gunst(g["naam"], zegt, staat, bij, niet, gebonden, gever, verzuim, vast, zoekt, aanleiding, g.get("algemeen", "")))
    return tuple(out)


def gunst(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, organs: Organen) -> Hit | None:
    """The artikel a sentence is about, when neither it nor any that may be meant or refers to it gives what the sentence tells."""
    if _ELDERS.search(zin.text) or not zegt_het_nu(_PLAATS.sub("", zin.text)):
        return None
    told = [(g, m) for g in _gunsten() if (m := _tells(g, explanation, zin)) is not None]
    if not told:
        return None
    target = doel_of_daarvoor(explanation, zin)
    if target is None or len(target.artikelen) != 1 or target.zeker < _SURE:
        return None
    inside = dossier.bill.in_artikel(target.provisions[0].unit)
    if all(n.soort in (Soort.DEFINITIE, Soort.SLOT, Soort.DELEGATIE) for p in inside for n in p.norms):
        return None
    if target.hoe == "woorden" and len(explanation.roots_with_before(zin) & _roots(explanation, inside)) < _SHARED:
        return None
    if any(c.provision in inside for c in clausules(dossier.bill)):
        return None
    covered = BIJZONDER.search(zin.text) is not None and any(c.covers(p.unit) for c in clausules(dossier.bill) for p in inside)
    maybe = {p.unit.artikel for p, share in explanation.shares(zin).items() if share >= _TRACE and p.unit.artikel is not None}
    near = (*inside, *(p for a in maybe for p in dossier.bill.in_artikel(a)), *verwijzend(explanation, inside))
    for kind, match in told:
        if covered and not kind.vast:
            continue  # what is special in a case can be weighed by the clause
        if kind.zoekt and not any(kind.bij.search(p.document.text[p.span]) for p in inside):
            hit = _elders_gevraagd(dossier, explanation, zin, organs, kind, match)
            if hit is not None:
                return hit
            continue
        if any(_keeps(kind, p, zin, organs) for p in near):
            continue
        broken = next(_breaks(kind, explanation, zin, inside), None)
        if broken is not None:
            return _hit(dossier, explanation, zin, kind, match, broken)
    return None


def _elders_gevraagd(
    dossier: DossierAnalysis, explanation: Explanation, zin: Zin, organs: Organen, kind: Gunst, match: re.Match[str]
) -> Hit | None:
    """The favour is about what another artikel asks than the likeliest one: then it is sought among the artikelen that ask it."""
    target = doel_waar(explanation, zin, lambda p: kind.bij.search(p.document.text[p.span]) is not None)
    if target is None or len(explanation.roots_with_before(zin) & _roots(explanation, target.provisions)) < _SHARED:
        return None
    inside = target.provisions
    if any(_keeps(kind, p, zin, organs) for p in (*inside, *verwijzend(explanation, inside))):
        return None
    broken = next(_breaks(kind, explanation, zin, inside), None)
    return _hit(dossier, explanation, zin, kind, match, broken) if broken is not None else None


def _tells(kind: Gunst, explanation: Explanation, zin: Zin) -> re.Match[str] | None:
    """What the sentence says of this kind: not denied, and not only the condition of something else."""
    match = kind.zegt.search(zin.text)
    if match is None or ontkend(zin.text, match.start(), match.end()) or vermeden(zin.text, match.start()):
        return None
    if kind.niet.search(zinsdeel(zin.text, match)) or (_VOORWAARDE.match(zin.text) is not None and match.end() <= zin.text.find(",")):
        return None
    if kind.verzuim:
        before = explanation.before(zin)
        if not _VERZUIM.search(zin.text) and (before is None or not _VERZUIM.search(before.text)):
            return None
    return match


def _roots(explanation: Explanation, provisions: Sequence[Provision]) -> frozenset[str]:
    return frozenset[str]().union(*(explanation.provision_roots[p] for p in provisions))


def _keeps(kind: Gunst, provision: Provision, zin: Zin, organs: Organen) -> bool:
    """The provision has the words; where it matters who gives it, of the authority that the sentence names."""
    law = provision.document.text[provision.span]
    if kind.staat.search(law) is None or (kind.aanleiding and voor_iets_anders(zin.text, law)):
        return False
    named: Sequence[Orgaan] = organs.van(zin.text, zin.span.start) if kind.gever else ()
    theirs = organs.per_bepaling.get(provision, ())
    return not named or any(kan_zelfde_zijn(o.naam, t.naam) for o in named for t in theirs)


def _breaks(kind: Gunst, explanation: Explanation, zin: Zin, inside: Sequence[Provision]) -> Iterator[Provision]:
    """The provisions of the artikel for which the favour would matter, the likeliest first."""
    adverse = [n for p in inside for n in p.norms if n.belastend and n.bevoegdheid != "geen"]
    if kind.gebonden and (not any(n.bevoegdheid == "gebonden" for n in adverse) or any(n.bevoegdheid == "discretionair" for n in adverse)):
        return
    shares = explanation.shares(zin)
    before = explanation.before(zin) if _DEZE.search(zin.text) else None
    if before is not None:  # «deze termijn»: that of the lid which the sentence before tells
        shares = explanation.shares(before)
    for provision in sorted(inside, key=lambda p: (-shares.get(p, 0.0), p.span.start)):
        if kind.gebonden and not any(n.bevoegdheid == "gebonden" for n in provision.norms):
            continue
        if kind.bij.search(provision.document.text[provision.span]) is not None:
            yield provision


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, kind: Gunst, match: re.Match[str], provision: Provision) -> Hit:
    general = " Berust dit op de Algemene wet bestuursrecht (artikel 4:94), noem dat dan." if kind.algemeen else ""
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting noemt {kind.naam} («{match.group(0)}»); {naam(provision.unit)} en wat daarnaar verwijst, geven die niet: "
        f"«{words(dossier.bill.document, provision.passage.span, _QUOTED)}».",
        f"Gezocht is in het artikel, in artikelen die ook bedoeld kunnen zijn en in een hardheidsclausule: niet gevonden.{general}",
        label="zonder grondslag in het ontwerp",
        annotations=(Annotation(dossier.bill.document, provision.passage.span, "hier staat het niet"),),
        lighter="dit kan op de Algemene wet bestuursrecht berusten",
        severity=Severity.INFO if kind.algemeen else None,
    )
