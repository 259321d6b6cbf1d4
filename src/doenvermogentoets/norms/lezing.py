"""A second reading of a provision: fitted weights that may overrule what the word rules made of it.

The rules know the words they were made on; on a law that nobody had seen they name the kinds of norm of a provision rightly in six of ten.
Here every clause is weighed once more, by its words, its verb, its subject, the headings above it and by what the rules said of it. The
weights (``wegingen_lezing.npz``) are fitted on some forty-seven thousand annotated provisions of 2,091 regulations
(``tests/norms/fit_lezing.py``): what is said of a provision follows from its signs directly and through one hidden layer, which lets the
outcomes learn from each other. A provision says something if one of its clauses does (a noisy or), so that provisions with several clauses
teach as well.

What is overruled is made again by the rules, as a norm of the other kind: words, limits, effects and ways out come from the text only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from doenvermogentoets.norms import tekens_lezing
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.model import Adressaat, Bevoegdheid, Norm, Rol, Soort, Termijn

SOORTEN: tuple[Soort, ...] = tuple(Soort)
#: What is weighed, in the order of the columns of the weights.
UITKOMSTEN: tuple[str, ...] = (
    *(soort.value for soort in SOORTEN),
    *("burger", "overheid", "gebonden", "discretionair", "belastend", "doenlast", "termijn", "streng"),
)
_DROPS, _ADDS = 0.3, 0.65  # chosen on the provisions marked «oordeel»; at 0.5 single sentences change without need
_ADDS_CLAUSE = 0.4  # many clauses that each say it hardly, say nothing together
# Words that set a limit, or name an act, are plain: who must keep it or do it has to be very unlikely to be a citizen.
_DROPS_PLAIN = {"termijn": 0.1, "doenlast": 0.2}


@dataclass(slots=True)
class Gelezen:
    """A main clause as the rules read it.

    Attributes:
        facts, clause, actor, door: the sentence, the clause, its subject and who stands after «door», if somebody.
        made: the norm of this clause, as one of another kind.
    """

    facts: Facts
    clause: Clause
    actor: Actor | None
    door: Actor | None
    made: Callable[[Soort], Norm]


@dataclass(frozen=True, slots=True)
class Kansen:
    """The chances (0 to 1) of each thing in :data:`UITKOMSTEN`: for the provision, and for each of its clauses."""

    lid: dict[str, float]
    zinnen: tuple[tuple[float, ...], ...]

    def says(self, what: str, rules: bool) -> bool:
        """Whether the provision says this, given whether the word rules say so: to overrule them asks for more than an even chance."""
        if rules:
            return self.lid[what] > _DROPS_PLAIN.get(what, _DROPS)
        column = UITKOMSTEN.index(what)
        return self.lid[what] > _ADDS and max(own[column] for own in self.zinnen) > _ADDS_CLAUSE

    def where(self, what: str) -> int:
        """The clause that says it most."""
        column = UITKOMSTEN.index(what)
        return max(range(len(self.zinnen)), key=lambda i: self.zinnen[i][column])


Array = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class Gewichten:
    """What is fitted: a network with one hidden layer, whose signs also count for the outcomes directly.

    Attributes:
        rows: for each sign its row in ``matrix``.
        matrix: signs by outcomes and then hidden units, whole numbers in units of ``scale``.
        scale: log-odds, or what a hidden unit adds up, for a step in each column.
        ground: what every clause starts with, per column.
        hidden: hidden units by outcomes.
    """

    rows: Mapping[str, int]
    matrix: Array
    scale: Array
    ground: Array
    hidden: Array

    def som(self, signs: Iterable[str]) -> Array:
        """What signs add up to in each column, in steps; what is not known adds nothing."""
        found: Array = self.matrix[[at for sign in signs if (at := self.rows.get(sign)) is not None]].sum(axis=0, dtype=np.int64)
        return found

    def kansen(self, sums: Array) -> Array:
        """The chance of each outcome (clauses by outcomes), given what the signs of each clause add up to."""
        total = sums * self.scale + self.ground
        direct = total[:, : len(UITKOMSTEN)] + np.maximum(total[:, len(UITKOMSTEN) :], 0.0) @ self.hidden
        chances: Array = 1 / (1 + np.exp(-np.clip(direct, -30.0, 30.0)))
        return chances


@lru_cache(maxsize=1)
def _gewichten() -> Gewichten:
    with files("doenvermogentoets.norms").joinpath("wegingen_lezing.npz").open("rb") as handle, np.load(handle) as kept:
        names = kept["signs"].tobytes().decode("utf-8").split("\n")
        return Gewichten({name: at for at, name in enumerate(names)}, kept["matrix"], kept["scale"], kept["ground"], kept["hidden"])


@lru_cache(maxsize=32)
def _of_headings(title: str, heading: str, above: tuple[str, ...]) -> Array:
    return _gewichten().som(tekens_lezing.of_headings(title, heading, above))


def weigh(clauses: Sequence[Gelezen], norms: Sequence[Norm], own: Sequence[Sequence[Norm]], place: tekens_lezing.Plaats) -> Kansen:
    """The chances of what a provision says.

    Args:
        clauses: its main clauses, one at least.
        norms: its norms as the rules read them.
        own: for each clause those that it holds.
        place: where it stands.
    """
    weights = _gewichten()
    unit = tekens_lezing.of_unit([c.facts for c in clauses], [c.clause for c in clauses], norms, place)
    around = _of_headings(place.title, place.heading, place.above) + weights.som(unit)
    sums = [around + weights.som(tekens_lezing.of_clause(c.facts, c.clause, c.actor, c.door, own[at], at)) for at, c in enumerate(clauses)]
    chances = weights.kansen(np.array(sums))
    of_lid = 1 - np.prod(1 - chances, axis=0)
    return Kansen(dict(zip(UITKOMSTEN, of_lid.tolist(), strict=True)), tuple(map(tuple, chances.tolist())))


# What an authority must do reaches a citizen or stays within government: no clause does both.
_INSTEAD = {Soort.PLICHT: Soort.PROCEDURE, Soort.PROCEDURE: Soort.PLICHT}


def kinds(norms: Sequence[Norm], owner: Sequence[int], clauses: Sequence[Gelezen], chances: Kansen) -> list[tuple[Norm, int]]:
    """The norms of a provision with the kinds that it is most likely to have, each with its clause.

    A norm whose kind the provision does not hold is made again as a kind that it lacks, or left out beside others; a kind that no norm has
    is added where the clause that says it most has none to spare. Nothing is left without a norm that had one.
    """
    read = {n.soort for n in norms}
    missing = [s for s in SOORTEN if s not in read and chances.says(s.value, rules=False)]
    refused = [i for i, n in enumerate(norms) if owner[i] >= 0 and not chances.says(n.soort.value, rules=True)]
    if not missing and (not refused or len(refused) == len(norms)):
        return list(zip(norms, owner, strict=True))
    out: list[tuple[Norm, int] | None] = list(zip(norms, owner, strict=True))
    added = []
    for soort in missing:
        at = chances.where(soort.value)
        spare = next((i for i, n in enumerate(norms) if owner[i] == at and (i in refused or n.soort is _INSTEAD.get(soort))), None)
        made = (clauses[at].made(soort), at)
        if spare is None:
            added.append(made)
        else:
            refused = [i for i in refused if i != spare]
            out[spare] = made
    for i in refused:
        out[i] = None
    kept = sorted([*(pair for pair in out if pair is not None), *added], key=lambda pair: pair[0].span.start)
    return kept or list(zip(norms, owner, strict=True))


def told(norms: Sequence[Norm], owner: Sequence[int], chances: Kansen) -> list[Norm]:
    """The norms with the addressee, power, burden and limits that the provision is most likely to have."""
    out = list(norms)
    _addressees(out, owner, chances)
    _powers(out, chances)
    _burdens(out, owner, chances)
    _limits(out, chances)
    return out


_TO_NOBODY = frozenset([Soort.DEFINITIE, Soort.WAARDE, Soort.TOEPASSELIJKHEID, Soort.SLOT])
_ROLLEN: tuple[Rol, ...] = ("burger", "overheid")


def _addressees(out: list[Norm], owner: Sequence[int], chances: Kansen) -> None:
    read = {n.adressaat.rol for n in out if n.adressaat is not None}
    said = {rol for rol in _ROLLEN if chances.says(rol, rules=rol in read)}
    for rol, other in (_ROLLEN, _ROLLEN[::-1]):
        if rol in said:
            continue
        for i, norm in enumerate(out):
            if norm.adressaat is not None and norm.adressaat.rol == rol:
                out[i] = _to(norm, other) if other in said and norm.soort not in _TO_NOBODY else replace(norm, adressaat=None)
    for rol in _ROLLEN:
        if rol in said and all(n.adressaat is None or n.adressaat.rol != rol for n in out):
            free = [i for i, n in enumerate(out) if n.adressaat is None or n.adressaat.rol == "onbekend"]
            at = _nearest(free, out, owner, chances.where(rol))
            if at is not None:
                out[at] = _to(out[at], rol)


def _to(norm: Norm, rol: Rol) -> Norm:
    """A norm that speaks to somebody of a role whom it does not name."""
    return replace(norm, adressaat=Adressaat("", rol, "laag", weg="gehoor", tekens=frozenset(["weg_gehoor"])))


def _nearest(among: Sequence[int], norms: Sequence[Norm], owner: Sequence[int], clause: int) -> int | None:
    """The norm of a clause, or any; one that somebody must follow before one that speaks to nobody."""
    return min(among, key=lambda i: (norms[i].soort in _TO_NOBODY, owner[i] != clause), default=None)


_VORMEN: tuple[Bevoegdheid, ...] = ("gebonden", "discretionair")


def _powers(out: list[Norm], chances: Kansen) -> None:
    read = {n.bevoegdheid for n in out}
    for vorm, other in (_VORMEN, _VORMEN[::-1]):
        if vorm in read and not chances.says(vorm, rules=True) and chances.says(other, rules=other in read):
            out[:] = [replace(n, bevoegdheid=other) if n.bevoegdheid == vorm else n for n in out]


def _burdens(out: list[Norm], owner: Sequence[int], chances: Kansen) -> None:
    read = any(n.belastend for n in out)
    if chances.says("belastend", rules=read) is not read:
        at = _nearest(range(len(out)), out, owner, chances.where("belastend"))
        out[:] = [replace(n, belastend=not read and i == at) for i, n in enumerate(out)]
    read = any(n.doenlast for n in out)
    if chances.says("doenlast", rules=read) is not read:
        at = _nearest(range(len(out)), out, owner, chances.where("doenlast"))
        out[:] = [replace(n, doenlast=not read and i == at, handelingen=()) for i, n in enumerate(out)]


def _limits(out: list[Norm], chances: Kansen) -> None:
    """Whose the limits are, and whether one is strict."""
    read = any(t.voor == "burger" for n in out for t in n.termijnen)
    if chances.says("termijn", rules=read) is not read:
        others = any(t.voor == "onbekend" for n in out for t in n.termijnen)
        _each(out, lambda t: _not_citizens(t) if read else replace(t, voor="burger") if t.voor == "onbekend" or not others else t)
    read = any(t.streng for n in out for t in n.termijnen)
    if chances.says("streng", rules=read) is not read:
        _each(out, lambda t: replace(t, streng=not read and t.voor == "burger"))


def _each(out: list[Norm], told: Callable[[Termijn], Termijn]) -> None:
    out[:] = [replace(n, termijnen=tuple(map(told, n.termijnen))) if n.termijnen else n for n in out]


def _not_citizens(limit: Termijn) -> Termijn:
    return replace(limit, voor="onbekend", streng=False) if limit.voor == "burger" else limit
