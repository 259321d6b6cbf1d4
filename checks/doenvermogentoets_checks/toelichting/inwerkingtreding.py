"""What a bill says of its entry into force and of cases from before it, and the words of both in ``inwerkingtreding.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.werking import DATUM, TREEDT, ZELF, Gunst, Moment, momenten, overgang, treedt_zelf

_LENGTE_KOP = 120
_SENTENCE = re.compile(r"[^.;]+(?:[.;](?=\S)[^.;]+)*[.;]?")


@cache
def _patronen() -> Mapping[str, re.Pattern[str]]:
    data = tomllib.loads(files(__package__).joinpath("inwerkingtreding.toml").read_text(encoding="utf-8"))
    out = {}
    for name, found in data.items():
        joined = "|".join(found["patronen"]).replace("<DATUM>", DATUM).replace("<ZELF>", ZELF)
        out[name] = re.compile(joined, re.NOFLAG if found.get("hoofdletters") else re.I)
    return out


def patroon(name: str) -> re.Pattern[str]:
    """A list of ``inwerkingtreding.toml`` as one pattern."""
    return _patronen()[name]


def zoek(name: str, text: str) -> re.Match[str] | None:
    """The first words of such a list in a text."""
    return _patronen()[name].search(text)


@dataclass(frozen=True, slots=True)
class Overgang:
    """A sentence of the bill about cases from before."""

    provision: Provision
    span: Span
    text: str
    gunst: Gunst


class Werking:
    """What a bill says of its entry into force."""

    def __init__(self, dossier: DossierAnalysis) -> None:
        text = dossier.bill.document.text
        self.momenten: list[tuple[Provision, Moment]] = []
        self.treedt: list[Provision] = []
        self.terug: list[Provision] = []
        self.overgang: list[Overgang] = []
        self.verschillend = False
        for provision in dossier.bill.provisions:
            own = text[provision.span]
            if TREEDT.search(own):
                self.treedt.append(provision)
                self.verschillend |= zoek("verschillend", own) is not None
                self.momenten += [(provision, m) for m in momenten(own, provision.span.start)]
                if zoek("terug_ontwerp", own):
                    self.terug.append(provision)
            elif zoek("terug_ontwerp", own):
                self.terug.append(provision)
            headed = (
                provision.unit.artikel is not None
                and "overgang" in dossier.bill.document.text[provision.unit.artikel.span][:_LENGTE_KOP].lower()
            )
            for match in _SENTENCE.finditer(own):
                found = overgang(match.group(0))
                if found is None and headed and not TREEDT.search(own) and not zoek("slot", own):
                    found = "anders"
                if found is not None:
                    span = Span(provision.span.start + match.start(), provision.span.start + match.end())
                    self.overgang.append(Overgang(provision, span, match.group(0), found))
        self._artikelen = {p.unit.artikel for p in self.treedt}
        self.ingetrokken = next((p for p in dossier.bill.provisions if zoek("intrekking", text[p.span])), None)

    def treedt_onder(self, explanation: Explanation, zin: Zin) -> bool:
        """The sentence stands under the heading of the artikel about entry into force, or in a paragraph that tells it."""
        if zin.alinea.section.places and any(
            zin.alinea.section in found for artikel, found in explanation.articles.items() if artikel in self._artikelen
        ):
            return True
        return any(treedt_zelf(z.text) for z in explanation.zinnen_of(zin.alinea))
