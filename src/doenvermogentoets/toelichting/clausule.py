"""What the toelichting says of a hardship clause: why, for which cases, with what scope, followed how, and third parties (Ar 5.25)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from doenvermogentoets.text import Span
from doenvermogentoets.toelichting.lexicon import table
from doenvermogentoets.toelichting.zin import Zin

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Provision
    from doenvermogentoets.toelichting.explanation import Explanation

Deel = Literal["genoemd", "waarom", "gevallen", "reikwijdte", "monitoring", "derden"]
DELEN: tuple[Deel, ...] = ("genoemd", "waarom", "gevallen", "reikwijdte", "monitoring", "derden")
ZO_GENOEMD: Mapping[Deel, str] = {
    "genoemd": "dat er een clausule is",
    "waarom": "waarom zij nodig is",
    "gevallen": "voor welke gevallen zij is bedoeld",
    "reikwijdte": "waarom zij voor deze bepalingen geldt",
    "monitoring": "hoe de toepassing wordt gevolgd",
    "derden": "of anderen er nadeel van kunnen hebben",
}


@dataclass(frozen=True, slots=True)
class ClausuleUitleg:
    """The parts of the motivation of a clause, each with the sentences that show it; a part that was not found is absent."""

    delen: Mapping[Deel, tuple[Span, ...]] = field(default_factory=dict)
    zinnen: tuple[Zin, ...] = ()

    def has(self, deel: Deel) -> bool:
        return deel in self.delen

    @property
    def motivated(self) -> bool:
        """A reason for the clause, or the cases it is meant for: the least that Ar 5.25 asks."""
        return self.has("waarom") or self.has("gevallen")

    @property
    def missing(self) -> tuple[Deel, ...]:
        return tuple(d for d in DELEN if d not in self.delen)


def read_clausule(explanation: Explanation, provision: Provision) -> ClausuleUitleg:
    """Read what is said of the clause in ``provision``: under its heading, where its artikel is cited, and where a clause is spoken of."""
    tables = table("clausule")
    why = table("uitleg")["waarom"]
    zinnen: dict[Zin, None] = {}
    artikel = provision.unit.artikel
    for section in explanation.articles.get(artikel, ()) if artikel is not None else ():
        zinnen.update(dict.fromkeys(z for a in section.alineas for z in explanation.zinnen_of(a)))
    citing = {a for a, _ in explanation.mentions.get(artikel, ())} if artikel is not None else set()
    for alinea, reference in explanation.mentions.get(artikel, ()) if artikel is not None else ():
        zinnen.update(dict.fromkeys(z for z in explanation.zinnen_of(alinea) if z.span.overlaps(reference.span)))
    for alinea in explanation.alineas:
        here = explanation.zinnen_of(alinea)
        named = next((i for i, z in enumerate(here) if tables["genoemd"].search(z.text)), None)
        headed = tables["genoemd"].search(alinea.section.heading) is not None if alinea.section.heading else False
        if headed or (named is not None and alinea in citing):
            zinnen.update(dict.fromkeys(here))
        elif named is not None:
            zinnen.update(dict.fromkeys(here[max(0, named - 1) :]))
    delen: dict[Deel, list[Span]] = defaultdict(list)
    for zin in zinnen:
        delen["genoemd"].append(zin.span)
        if why.search(zin.text):
            delen["waarom"].append(zin.span)
        for deel in DELEN[2:]:
            if tables[deel].search(zin.text):
                delen[deel].append(zin.span)
    return ClausuleUitleg({d: tuple(s) for d, s in delen.items()}, tuple(zinnen))
