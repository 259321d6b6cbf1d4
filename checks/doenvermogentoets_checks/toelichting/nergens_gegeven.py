"""A favour that a sentence tells as given and that no provision of the bill gives, whichever of them the sentence is about."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.words import root
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp, words_pattern
from doenvermogentoets_checks.toelichting.onbekend import kent, zeggend
from doenvermogentoets_checks.toelichting.uitzondering_onbekend import dichtbij, elders, uitzondering_onbekend, waarover
from doenvermogentoets_checks.toelichting.waarborgen import ontkend

_QUOTED = 90
_LONG = 8  # letters of a word that names a thing of its own
_VOORWAARDE = re.compile(r"(?:Als|Indien|Wanneer|Zodra|Voor zover|Nadat)\b")


@dataclass(frozen=True, slots=True)
class Gunst:
    """A kind of favour.

    With ``eigen`` a provision keeps it only when it shares a telling word with the sentence. The words of ``ruim`` keep it too, unless the
    sentence names something of which the bill has no word: a subsidy for one thing is none for another.
    """

    naam: str
    zegt: re.Pattern[str]
    staat: re.Pattern[str]
    niet: re.Pattern[str]
    ruim: re.Pattern[str] | None
    eigen: bool


@cache
def _gunsten() -> Sequence[Gunst]:
    data = tomllib.loads(files(__package__).joinpath("nergens_gegeven.toml").read_text(encoding="utf-8"))
    return tuple(
        Gunst(
            g["naam"],
            words_pattern(tuple(g["zegt"])),
            words_pattern(tuple(g["staat"])),
            words_pattern(tuple(g["niet"])),
            words_pattern(tuple(g["ruim"])) if "ruim" in g else None,
            bool(g.get("eigen", False)),
        )
        for g in data["gunst"]
    )


def zonder_grond(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """An exception for a group that the bill does not know, or a favour that it nowhere gives."""
    return uitzondering_onbekend(dossier, explanation, zin) or nergens_gegeven(dossier, explanation, zin)


def nergens_gegeven(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """The favour of a sentence, beside the provision that it is about, when the whole bill has no words that give it."""
    told = [(g, m) for g in _gunsten() if (m := _tells(g, zin)) is not None]
    if not told or elders(zin.text) or not over_het_ontwerp(zin):
        return None
    near = dichtbij(explanation, zin)
    for kind, match in told:
        telling = zeggend(zin.text)
        roots = frozenset(root(w) for w in telling)
        strange = any(len(w) >= _LONG and not kent(dossier.bill, w) for w in zeggend(_clause(zin.text, match)))
        if any(_keeps(kind, explanation, roots, near, strange, p) for p in dossier.bill.provisions):
            continue
        provision = waarover(explanation, zin)
        if provision is None:
            return None
        return Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            f"De toelichting noemt {kind.naam} («{match.group(0)}»); het ontwerp geeft die nergens. {naam(provision.unit).capitalize()} "
            f"zegt: «{words(dossier.bill.document, provision.passage.span, _QUOTED)}». Klopt dat met elkaar?",
            "Gezocht is in alle bepalingen van het ontwerp: niet gevonden. Staat het in een andere regeling, noem die dan; is het een werkwijze, "
            "zeg dan dat niemand er recht op heeft.",
            label="zonder grondslag in het ontwerp",
            annotations=(Annotation(dossier.bill.document, provision.passage.span, "hier staat het niet"),),
            severity=Severity.SUGGESTION,
        )
    return None


def _tells(kind: Gunst, zin: Zin) -> re.Match[str] | None:
    """What the sentence says of this kind: not denied, and not only the condition of something else."""
    match = kind.zegt.search(zin.text)
    if match is None or ontkend(zin.text, match.start(), match.end()) or kind.niet.search(_clause(zin.text, match)):
        return None
    return None if _VOORWAARDE.match(zin.text) is not None and match.end() <= zin.text.find(",") else match


def _clause(text: str, match: re.Match[str]) -> str:
    """The part of the sentence, between commas, with the words."""
    start = max(text.rfind(c, 0, match.start()) for c in ",;:") + 1
    ends = [e for e in (text.find(c, match.end()) for c in ",;:") if e >= 0]
    return text[start : min(ends, default=len(text))]


def _keeps(kind: Gunst, explanation: Explanation, told: frozenset[str], near: frozenset[Unit], strange: bool, provision: Provision) -> bool:
    """The provision has the words, and for what many bills give for something also a telling word of the sentence."""
    if all(n.soort is Soort.DEFINITIE for n in provision.norms):
        return False
    text = provision.document.text[provision.span]
    if kind.staat.search(text) is None and (kind.ruim is None or strange or kind.ruim.search(text) is None):
        return False
    return not kind.eigen or provision.unit.artikel in near or bool(told & explanation.provision_roots[provision])
