"""Claims that exclude each other: the sentence says that something is kept, free or at once where its artikel says the opposite."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.search import Listed
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.vergelijking import doel_of_daarvoor
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.lezen import naam, words_pattern
from doenvermogentoets_checks.toelichting.waarborgen import ontkend

_SURE = 0.6  # from this chance on a sentence is about an artikel that it does not name
_SHARED = 2  # roots of the sentence and the one before it that the lid, and the artikel, must have
_PART = 0.08  # an artikel with this chance may be the one
_AROUND = 2  # sentences before and after it in which the other value may be told
_VOORBEHOUD = re.compile(r"\b(?:alleen|slechts|uitsluitend|zolang|mits|behalve|als|indien|wanneer)\b", re.I)
_NIET = re.compile(r"\b(?:niet|geen)\b", re.I)
_ARTIKEL = re.compile(
    r"\bartikel(?:en)? \d[\w.]*(?:, [\w ]{0,30}(?:lid|leden))?(?:(?:, | en | of | tot en met )(?:artikel )?\d[\w.]*)*", re.I
)
_NUMMER = re.compile(r"\d[\w.]*\w|\d")
_QUOTED = 90  # characters of the bill in a message


@dataclass(frozen=True, slots=True)
class Waarde:
    naam: str
    zegt: Listed
    staat: Listed


@dataclass(frozen=True, slots=True)
class Groep:
    """Values that exclude each other, with what they are about."""

    naam: str
    waarden: Sequence[Waarde]
    stil: bool  # a value may hold without being told («beroep staat open» does not suspend): that it is told elsewhere says nothing


@cache
def _groepen() -> Sequence[Groep]:
    data = tomllib.loads(files(__package__).joinpath("tegendelen.toml").read_text(encoding="utf-8"))
    return tuple(
        Groep(
            g["naam"],
            tuple(Waarde(n, words_pattern(tuple(w["zegt"])), words_pattern(tuple(w["staat"]))) for n, w in g["waarden"].items()),
            g.get("stil", False),
        )
        for g in data["groep"]
    )


def tegendeel(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """The lid of the artikel a sentence is about that says another value of the same group, when nothing in the artikel says its own."""
    for groep in _groepen():
        said = [(w, m) for w in groep.waarden if (m := w.zegt.search(zin.text)) is not None]
        if len(said) != 1:
            continue
        value, match = said[0]
        if _VOORBEHOUD.search(zin.text) or (not _NIET.search(match.group(0)) and ontkend(zin.text, match.start(), match.end())):
            continue
        target = doel_of_daarvoor(explanation, zin)
        sure = target is not None and len(target.artikelen) == 1 and target.zeker >= _SURE
        artikelen = target.artikelen if target is not None and sure else _maybe(explanation, zin)
        need = 1 if sure else _SHARED
        inside = [p for a in artikelen for p in dossier.bill.in_artikel(a)]
        inside += [p for p in verwijzend(explanation, inside) if len(zin.roots & explanation.provision_roots[p]) >= _SHARED]
        text = dossier.bill.document.text
        if any(value.staat.search(text[p.span]) for p in inside):
            continue
        around = _around(explanation, zin)
        for provision, found in _others(
            dossier,
            inside,
            [w for w in groep.waarden if w is not value and not w.zegt.search(around) and (groep.stil or not w.staat.search(around))],
        ):
            if (
                len(zin.roots & explanation.provision_roots[provision]) >= need
                or len(zin.roots & _of_artikel(explanation, provision)) > need
            ):
                return _hit(dossier, explanation, zin, match, groep, provision, found)
    return None


def _maybe(explanation: Explanation, zin: Zin) -> Sequence[Unit]:
    """The artikelen that a sentence may be about, where it is not sure about which."""
    if zin.alinea.section.places or explanation.cited_in(zin):
        return ()
    artikelen: dict[Unit, float] = defaultdict(float)
    for provision, share in explanation.shares(zin).items():
        if provision.unit.artikel is not None:
            artikelen[provision.unit.artikel] += share
    return tuple(a for a, share in artikelen.items() if share >= _PART)


def verwijzend(explanation: Explanation, inside: Sequence[Provision]) -> Sequence[Provision]:
    """The provisions of other artikelen that refer to these."""
    text = explanation.bill.document.text
    numbers = {p.unit.artikel.number for p in inside if p.unit.artikel is not None}
    out = []
    for provision in explanation.bill.provisions:
        if provision.unit.artikel is None or provision.unit.artikel.number in numbers:
            continue
        named = {n for m in _ARTIKEL.finditer(text[provision.span]) for n in _NUMMER.findall(m.group(0))}
        if named & numbers:
            out.append(provision)
    return out


def _of_artikel(explanation: Explanation, provision: Provision) -> frozenset[str]:
    artikel = provision.unit.artikel
    return explanation.by_words.artikelen.get(artikel, frozenset()) if artikel is not None else frozenset()


def _around(explanation: Explanation, zin: Zin) -> str:
    """The sentences around it: when they tell the other value, the passage compares, or tells both."""
    at = explanation.position(zin)
    zinnen = explanation.zinnen_of(zin.alinea)
    return " ".join(z.text for z in (*zinnen[max(0, at - _AROUND) : at], *zinnen[at + 1 : at + 1 + _AROUND]))


def _others(dossier: DossierAnalysis, inside: Sequence[Provision], others: Sequence[Waarde]) -> Iterator[tuple[Provision, Span]]:
    text = dossier.bill.document.text
    for provision in inside:
        if any(n.soort in (Soort.DEFINITIE, Soort.SLOT) for n in provision.norms):
            continue
        for other in others:
            found = other.staat.search(text[provision.span])
            if found is not None:
                yield provision, Span(provision.span.start + found.start(), provision.span.start + found.end())


def _hit(
    dossier: DossierAnalysis, explanation: Explanation, zin: Zin, match: re.Match[str], groep: Groep, provision: Provision, found: Span
) -> Hit:
    around = next((s.span for s in provision.passage.sentences if s.span.contains(found)), found)
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"Volgens de toelichting («{match.group(0)}») anders dan {naam(provision.unit)} waar staat: "
        f"«{words(dossier.bill.document, around, _QUOTED)}».",
        f"Het gaat om {groep.naam}. De zin gaat over dit artikel, en wat de zin zegt, staat er niet in.",
        label="anders dan het ontwerp",
        annotations=(Annotation(dossier.bill.document, found, "hier staat iets anders"),),
    )
