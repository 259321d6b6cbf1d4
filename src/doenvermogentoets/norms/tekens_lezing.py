"""The signs that the second reading (:mod:`doenvermogentoets.norms.lezing`) weighs: words, and what the rules made of them.

A sign is a text: what it is about, a mark, and what was found («v=weigeren», «b=recht op»). Whatever a sign is called, its weight was
fitted under the same name: a change here asks for a new fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from doenvermogentoets.norms import gehoor, heads
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.model import Norm


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where a provision stands: the title of the regulation, the headings, and the kinds of the lid before (``None``: it is the first)."""

    title: str
    heading: str
    above: tuple[str, ...]
    before: tuple[str, ...] | None


_WORD = re.compile(r"\w+")
_MANY = 3  # clauses, and places in a provision: more are counted as this many


def of_headings(title: str, heading: str, above: Sequence[str]) -> Iterator[str]:
    """The words of the title and of the headings above a provision."""
    yield f"hh={heading.lower()[:40]}"
    yield from {f"h={w}" for w in _WORD.findall(heading.lower())}
    yield from {f"ab={w}" for line in above for w in _WORD.findall(line.lower())}
    yield from {f"ti={w}" for w in _WORD.findall(title.lower())}


def of_unit(facts: Sequence[Facts], clauses: Sequence[Clause], norms: Sequence[Norm], place: Plaats) -> set[str]:
    """What a provision as a whole shows: what the rules read in it, and its words."""
    kinds = sorted({n.soort.value for n in norms})
    signs = {f"UR={'+'.join(kinds)}", f"n={min(len(clauses), _MANY)}"}
    signs.add("vorig=eerste" if place.before is None else f"vorig={'+'.join(sorted(set(place.before)))}")
    signs.update(f"U={kind}" for kind in kinds)
    for norm in norms:
        who = norm.adressaat
        limit = norm.termijn
        signs.add(f"na={norm.soort.value}/{who.rol if who is not None else '-'}")
        signs.add(f"weg={who.weg if who is not None else '-'}")
        signs.add(f"nb={norm.soort.value}/{norm.bevoegdheid}/{norm.richting}")
        signs.update((f"bel={norm.belastend}", f"doen={norm.doenlast}", f"rui={norm.ruimte.value}", f"wv={norm.werkwoord}"))
        if limit is not None:
            signs.add(f"tm={limit.voor}/{limit.streng}")
        signs.update(f"gev={g.soort.value}" for g in norm.gevolgen)
        signs.update(f"han={h.soort}" for h in norm.handelingen)
        signs.update(f"sig={s.soort.value}" for s in norm.signalen)
    roles = sorted({n.adressaat.rol for n in norms if n.adressaat is not None})
    powers = sorted({n.bevoegdheid for n in norms})
    signs.add(f"P={'+'.join(roles)}/{'+'.join(powers)}/{any(n.belastend for n in norms)}/{any(n.doenlast for n in norms)}")
    for sentence in {id(f): f for f in facts}.values():
        signs.update(f"x={w}" for w in sentence.vocabulary)
    return signs


def of_clause(facts: Facts, clause: Clause, actor: Actor | None, door: Actor | None, norms: Sequence[Norm], at: int) -> set[str]:
    """What one main clause shows.

    Args:
        norms: those that the rules read in it.
        at: its place among the clauses of the provision, from 0.
    """
    words = facts.words
    finite = words[clause.finite]
    head = heads.head(facts, clause)
    kind = "+".join(sorted({n.soort.value for n in norms})) or "-"
    who = actor.rol if actor is not None else "-"
    by = door.rol if door is not None else "-"
    may = clause.modal in ("kan", "kunnen")
    signs = {
        f"pos={min(at, _MANY)}",
        f"R={kind}",
        f"R/wie={kind}/{who}/{by}",
        f"R/mod={kind}/{clause.modal}",
        f"R/lijd={kind}/{clause.passive}",
        f"R/kop={kind}/{head}",
        f"pv={finite}",
        f"kop={head}",
        f"kop5={head[-5:]}",
        f"kop8={head[-8:]}",
        f"mod={clause.modal}/{clause.passive}/{clause.negated}/{clause.perfect}",
        f"wie={who}/{by}",
        f"soort_wie={actor.particulier if actor is not None else '-'}",
        f"vorm={who}/{clause.modal}/{clause.passive}/{clause.negated}",
        f"inv={min(clause.finite - clause.first, 6)}",
        f"lim={min(len(facts.limits), 2)}",
        f"zinnen={min(len(facts.parse.mains), _MANY)}",
    }
    if actor is not None:
        signs.add(f"actor={' '.join(words[actor.first : actor.last + 1])}")
    for verb in clause.verbs[:2]:
        signs.update((f"v={verb.infinitive}", f"klas={verb.klas}/{verb.richting}", f"groep={verb.groep}"))
    for act in [verb.infinitive for verb in clause.verbs[:1]]:
        signs.update((f"v/lijd={act}/{clause.passive}/{may}", f"v/wie={act}/{who}/{by}", f"v/R={act}/{kind}", f"v/kop={act}/{head}"))
    opening = words[clause.first : clause.first + 3]
    signs.update(f"o{i}={w}" for i, w in enumerate(opening))
    signs.update((f"o01={' '.join(opening[:2])}", f"o012={' '.join(opening)}"))
    own = heads.own_text(facts, clause, heads.core_text(facts, clause)).split()
    signs.update(f"w={w}" for w in own)
    signs.update(f"b={a} {b}" for a, b in pairwise(own))
    signs.update(f"sub={word}" for _, _, word in facts.parse.subs)
    signs.update(f"zacht={kind.value}" for _, _, kind in facts.softeners)
    share = int(gehoor.share_of_citizens(facts.content) * _SHARES)
    signs.update((f"gehoor={share}", f"gehoor/R={share}/{kind}"))
    return signs


_SHARES = 5  # steps in which is counted how much of the text speaks to citizens
