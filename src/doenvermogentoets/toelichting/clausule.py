"""What the toelichting says of a hardship clause: why, for which cases, with what scope, followed how, and third parties (Ar 5.25)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from doenvermogentoets.norms.hardheidsclausule import Clausule, clausules
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting.lexicon import table
from doenvermogentoets.toelichting.zin import Zin

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Provision
    from doenvermogentoets.document import Unit
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
    hardship = table("onderwerpen")["hardheid_kop"]
    clausule = next((c for c in clausules(explanation.bill) if c.provision is provision), None)
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
        heading = alinea.section.heading or ""
        headed = tables["genoemd"].search(heading) is not None
        if headed or (alinea in citing and (named is not None or hardship.search(heading) is not None)):
            zinnen.update(dict.fromkeys(here))
        elif alinea in citing and (told := _told_by_its_number(explanation, artikel, here)) is not None:
            zinnen.update(dict.fromkeys(here[max(0, told - 1) :]))
        elif named is not None:
            zinnen.update(dict.fromkeys(here[max(0, named - 1) :]))
    delen: dict[Deel, list[Span]] = defaultdict(list)
    for zin in zinnen:
        delen["genoemd"].append(zin.span)
        named_here = _others(explanation, zin, artikel)
        if named_here is None:
            continue  # it names an artikel that the bill does not have: nothing is told of this clause by it
        if why.search(zin.text):
            delen["waarom"].append(zin.span)
        for deel in DELEN[2:]:
            told_so = tables[deel].search(zin.text) is not None
            if deel == "reikwijdte":
                told_so = _scope(clausule, named_here, zin, told=told_so)
            if told_so:
                delen[deel].append(zin.span)
    return ClausuleUitleg({d: tuple(s) for d, s in delen.items()}, tuple(zinnen))


def _told_by_its_number(explanation: Explanation, artikel: Unit | None, here: Sequence[Zin]) -> int | None:
    """The first sentence that names the artikel and calls it a way out: «Voor hen is in artikel 8 een voorziening getroffen»."""
    named = table("clausule")["zo_heet"]
    spans = [r.span for a, r in explanation.mentions.get(artikel, ()) if here and a is here[0].alinea] if artikel is not None else []
    return next((i for i, z in enumerate(here) if named.search(z.text) and any(z.span.overlaps(s) for s in spans)), None)


def _others(explanation: Explanation, zin: Zin, artikel: Unit | None) -> tuple[Provision, ...] | None:
    """The provisions of other artikelen that the sentence names; ``None`` where it names an artikel that is not there."""
    out: list[Provision] = []
    for reference in explanation.references.get(zin.alinea, ()):
        if not zin.span.contains(reference.span):
            continue
        for target in reference.targets:
            if target.regeling or not target.artikel:
                continue
            inside = explanation.by_words.by_number.get(target.artikel, ())
            if not inside and not explanation.bill.document.amendments:
                return None
            out += [p for p in inside if p.unit.artikel is not artikel]
    return tuple(out)


_NIET_VOOR = re.compile(r"\b(?:niet|geen|uitgezonderd|uitgesloten|behalve|buiten)\b", re.I)


def _scope(clausule: Clausule | None, named: Sequence[Provision], zin: Zin, *, told: bool) -> bool:
    """The sentence says for what the clause is: in words for a reach, or by naming artikelen, all of which the clause covers."""
    if not named or clausule is None or clausule.algemeen is not None:
        return told or bool(named)
    if _NIET_VOOR.search(zin.text):
        return True
    artikelen = {p.unit.artikel for p in named}
    return all(any(clausule.covers(p.unit) for p in named if p.unit.artikel is a) for a in artikelen)
