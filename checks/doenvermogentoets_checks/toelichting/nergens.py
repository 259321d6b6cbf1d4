"""A softening of an adverse act that no provision with that act has, whichever of them the sentence is about."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.search import Listed
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.runs import GEVOLGEN
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.beloften import lijsten, promised
from doenvermogentoets_checks.toelichting.lezen import naam, words_pattern, zegt_het_nu
from doenvermogentoets_checks.toelichting.tegendelen import verwijzend
from doenvermogentoets_checks.toelichting.waarborgen import waarborgen

_TRACE, _PART = 0.03, 0.08  # chance of a provision with the act to be meant; of an artikel to keep the promise too
_FEW = 3  # artikelen with the act, when none of them is likelier: of more it cannot be told which is meant
_ZACHT = frozenset({"een afweging", "een uitzondering", "kwijtschelding", "verlenging of uitstel"})  # keep any softening that is not named
_QUOTED = 90
# What is promised, with the words that would keep it, and whether it is one ground in particular.
_Gezegd = tuple[str, Sequence[Listed], bool]


@dataclass(frozen=True, slots=True)
class _Grond:
    """A ground on which is softened, in the words of a toelichting and of a bill."""

    zegt: Listed
    staat: Listed


@cache
def _gronden(kind: Literal["grond", "aanleiding"]) -> Sequence[_Grond]:
    data = tomllib.loads(files(__package__).joinpath("verzachtingen.toml").read_text(encoding="utf-8"))
    return tuple(_Grond(words_pattern(tuple(g["zegt"])), words_pattern(tuple(g["staat"]))) for g in data[kind])


# «is de termijn overschreden doordat de uitvoerder in gebreke is»: what is given, is given for this case only.
_ALLEEN_DAN = re.compile(r"\b(?:indien|als|wanneer|doordat|omdat|voor zover|zolang)\b|(?:^|\d\. |\n)(?:Is|Zijn|Wordt|Heeft)\b", re.M)


def voor_iets_anders(said: str, law: str) -> bool:
    """The sentence names an occasion (illness, what nobody can help), and the provision gives what it gives on another one only."""
    told = [g for g in _gronden("aanleiding") if g.zegt.search(said)]
    return bool(told) and _ALLEEN_DAN.search(law) is not None and not any(g.staat.search(law) for g in told)


@cache
def _verzacht() -> Listed:
    data = tomllib.loads(files(__package__).joinpath("verzachtingen.toml").read_text(encoding="utf-8"))
    return words_pattern(tuple(data["verzacht"]["woorden"]))


def nergens_verzacht(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """The likeliest provision with the act, when neither it nor any other that may be meant keeps what the sentence promises."""
    return _nergens(dossier, explanation, zin, _said(zin))


def nergens_in_een_deel(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """The same for a ground in a main clause of its own, behind one that tells of practice: «…, en het college kan afzien als …»."""
    said = [g for part in _EIGEN_HOOFDZIN.split(zin.text)[1:] if zegt_het_nu(part) for g in _grounds(part)]
    return _nergens(dossier, explanation, zin, said)


_EIGEN_HOOFDZIN = re.compile(r"(?:,? (?:en|maar)|;) (?=(?:de|het|een) [\w-]+ (?:kan|kunnen|mag|mogen|ziet|zien|laat|laten|matigt)\b)", re.I)


def _nergens(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, said: Sequence[_Gezegd]) -> Hit | None:
    if not said:
        return None
    meant = _with_act(explanation, zin)
    if not meant or any(n.bevoegdheid == "discretionair" for p in meant for n in p.norms):
        return None
    inside = tuple(dict.fromkeys(q for p in meant for q in dossier.bill.in_artikel(p.unit)))
    maybe = {p.unit.artikel for p, share in explanation.shares(zin).items() if share >= _PART and p.unit.artikel is not None}
    near = (*inside, *(p for a in maybe for p in dossier.bill.in_artikel(a)))
    if _broken(dossier, said, near) is None:
        return None
    # those that refer to these are sought last: the whole bill is read for them
    broken = _broken(dossier, said, (*near, *verwijzend(explanation, inside)))
    if broken is None or any(c.covers(p.unit) for c in clausules(dossier.bill) for p in inside):
        return None
    return _hit(dossier, explanation, zin, broken, max(meant, key=lambda p: explanation.shares(zin).get(p, 0.0)))


def _broken(dossier: DossierAnalysis, said: Sequence[_Gezegd], provisions: Sequence[Provision]) -> str | None:
    """The first promise that none of these provisions keeps."""
    text = dossier.bill.document.text
    told = "\n".join(text[p.span] for p in dict.fromkeys(provisions))
    soft = any(w.gegeven and w.soort in _ZACHT for w in waarborgen(told))
    return next((match for match, kept, named in said if not any(k.search(told) for k in kept) and (named or not soft)), None)


def _said(zin: Zin) -> Sequence[_Gezegd]:
    out: list[_Gezegd] = []
    for belofte in lijsten().beloften:
        match = promised(belofte, zin) if belofte.hard == "gevolg" else None
        if match is not None:
            kept = (belofte.grond,) if belofte.grond_zelf is None else (belofte.grond, belofte.grond_zelf)
            out.append((match.group(0), kept, False))
    return [*out, *_grounds(zin.text)]


def _grounds(text: str) -> Sequence[_Gezegd]:
    """The grounds on which a text says that an act is softened."""
    if not _verzacht().search(text):
        return ()
    return [(m.group(0), (g.staat,), True) for g in _gronden("grond") if (m := g.zegt.search(text)) is not None]


def _with_act(explanation: Explanation, zin: Zin) -> Sequence[Provision]:
    """The adverse provisions with the act of the sentence: those that are likely, or all if they are few."""
    acts = zin.roots & GEVOLGEN
    having = [p for act in sorted(acts) for p in explanation.by_words.having(act) if any(n.belastend for n in p.norms)]
    shares = explanation.shares(zin)
    likely = [p for p in having if shares.get(p, 0.0) >= _TRACE]
    found = tuple(dict.fromkeys(likely or having))
    return found if len({p.unit.artikel for p in found}) <= _FEW else ()


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, said: str, provision: Provision) -> Hit:
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting belooft «{said}»; {naam(provision.unit)} en de andere bepalingen met dit gevolg zeggen daar niets van: "
        f"«{words(dossier.bill.document, provision.passage.span, _QUOTED)}».",
        "Gezocht is in elk artikel met dit gevolg, in wat daarnaar verwijst en in een hardheidsclausule: niet gevonden.",
        label="zonder grondslag in het ontwerp",
        annotations=(Annotation(dossier.bill.document, provision.passage.span, "hier staat het niet"),),
    )
