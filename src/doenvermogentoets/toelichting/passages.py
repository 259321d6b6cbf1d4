"""Which provision each sentence of a toelichting is about: topics followed through a paragraph.

A toelichting names a rule once and goes on about it: «Dat is een plicht. Elke uitzondering zou …». The words of those sentences say
little, their place says much. So a paragraph is read as a chain: each sentence is about one provision or about none; to stay with a
provision is likely, to go to another costs, and the words of each sentence (:mod:`evidence`), its citations and the heading speak for
the one or the other. The chain (:mod:`chain`) goes on from one paragraph to the next, mostly in the order of the bill, and gives the share
(0 to 1) of each provision in each sentence. The work is linear in the text: a paragraph follows a bounded number of provisions.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from doenvermogentoets.document import UnitKind
from doenvermogentoets.pausing import between_units
from doenvermogentoets.toelichting.articles import line
from doenvermogentoets.toelichting.chain import Steps, chain
from doenvermogentoets.toelichting.evidence import Evidence, quantities
from doenvermogentoets.toelichting.runs import GEVOLGEN
from doenvermogentoets.toelichting.sections import Alinea, Section, lids
from doenvermogentoets.toelichting.zin import Zin

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Provision
    from doenvermogentoets.document import Unit
    from doenvermogentoets.toelichting.explanation import Explanation

# «…, omdat artikel 8 …»: the artikel is the reason there, not what is explained.
BECAUSE = re.compile(r"\b(?:omdat|aangezien|want|doordat)\b", re.I)
_DEFINITIONS = re.compile(r"\W*(?:begrip|definit)", re.I)
_LEANS = re.compile(
    r"^(?:d[ai]t|deze|die|zij|ze|hij|daar\w*|hier\w*|zo|anders|dan|zonder d\w+|hun|haar|ook|even\w+|toch|wel|om (?:die|deze) reden|nu)\b"
    r"|\bandere?s?\b",
    re.I,
)
# In logarithms, found on the dossiers by cross-validation (all of them flat: half or double changes little):
_WORDS, _HEADING = 0.65, 0.8  # how much the words of a sentence count, and those of the heading beside them
_ABROAD = 1.0  # what speaks for no provision at all where an artikel of another law is cited
_BURDEN, _DEFINED = 0.8, -3.0  # a burden is explained sooner than another provision, a definition hardly
_CITED = 4.0  # a citation, or a lid that is named under the heading of its artikel; half when another lid is cited
_ACT = 3.0  # what happens to somebody is named, and only one of the provisions under the heading has it
_OWN = 3.0  # under the heading of an artikel its provisions are meant
# A paragraph follows so many provisions at most, of each sentence the best so many.
_STATES, _PER_SENTENCE = 32, 12


@dataclass(frozen=True, eq=False)
class Passage:
    """A sentence with the provisions it may be about.

    Attributes:
        shares: per provision the chance (0 to 1) that the sentence is about it; what is missing from 1 is about none.
        evidence: what its own words say for each provision (log-likelihood ratio).
        cited: the artikelen it cites, other than as a reason.
        leans: it leans on the sentence before it («Dat», «Zij», «Anders»).
        acting: under the heading of an artikel, the one lid of it with the act or the number that the sentence names.
    """

    zin: Zin
    shares: Mapping[Provision, float]
    evidence: Mapping[Provision, float]
    cited: frozenset[Unit] = frozenset()
    leans: bool = False
    acting: frozenset[Provision] = frozenset()

    @cached_property
    def artikelen(self) -> Mapping[Unit, float]:
        """The shares by artikel."""
        out: dict[Unit, float] = {}
        for provision, share in self.shares.items():
            artikel = provision.unit.artikel
            if artikel is not None:
                out[artikel] = out.get(artikel, 0.0) + share
        return out


class Passages:
    """The paragraphs of one toelichting, followed by topic."""

    def __init__(self, explanation: Explanation) -> None:
        self._explanation = explanation
        self.evidence = Evidence(explanation)

    @cached_property
    def _explained_by(self) -> Mapping[Section, frozenset[Provision]]:
        """The provisions of the artikelen that the heading of a section names."""
        out: dict[Section, frozenset[Provision]] = {}
        for artikel, found in self._explanation.articles.items():
            inside = frozenset(p for p in self._explanation.bill.in_artikel(artikel) if p in self.evidence.own)
            for section in found:
                out[section] = out.get(section, frozenset()) | inside
        return out

    @cached_property
    def all(self) -> Mapping[Alinea, Sequence[Passage]]:
        """Per paragraph its sentences in order."""
        blocks = [block for alinea in self._explanation.alineas if (block := self._block(alinea)) is not None]
        shares = iter(chain([b.steps for b in blocks]))
        out: dict[Alinea, Sequence[Passage]] = dict.fromkeys(self._explanation.alineas, ())
        for block in blocks:
            between_units()
            out[block.alinea] = tuple(
                Passage(zin, dict(zip(block.states, next(shares), strict=False)), found, artikelen, leans, acting)
                for zin, found, artikelen, leans, acting in zip(
                    block.zinnen, block.spoken, block.named_in, block.steps.leans, block.acting, strict=True
                )
            )
        return out

    @cached_property
    def _at(self) -> Mapping[Unit, int]:
        """The artikelen of the bill by their order."""
        return {a: k for k, a in enumerate(dict.fromkeys(p.unit.artikel for p in self._explanation.bill.provisions)) if a is not None}

    def _prior(self, provision: Provision) -> float:
        if any(n.belastend for n in provision.norms):
            return _BURDEN
        artikel = provision.unit.artikel
        return _DEFINED if not provision.norms or (artikel is not None and _DEFINITIONS.match(artikel.heading or "")) else 0.0

    def _cited(self, alinea: Alinea, zinnen: Sequence[Zin]) -> tuple[Sequence[Mapping[Provision, float]], Sequence[bool]]:
        """Per sentence what its citations say for the provisions, and whether it cites another law."""
        explanation = self._explanation
        out: list[dict[Provision, float]] = [{} for _ in zinnen]
        abroad = [False] * len(zinnen)
        for reference in explanation.references.get(alinea, ()):
            at = next((i for i, z in enumerate(zinnen) if z.span.contains(reference.span)), None)
            if at is None:
                continue
            reason = BECAUSE.search(zinnen[at].text[: max(0, reference.span.start - zinnen[at].span.start)]) is not None
            for target in reference.targets:
                for provision in explanation.by_words.by_number.get(target.artikel or "", ()):
                    artikel = provision.unit.artikel
                    if provision not in self.evidence.own or artikel is None:
                        continue
                    if target.regeling and (alinea, reference) not in explanation.mentions.get(artikel, ()):
                        abroad[at] = True
                    elif reason:
                        out[at].setdefault(provision, -_CITED)
                    else:
                        fits = not target.lid or provision.unit.kind is not UnitKind.LID or provision.unit.number == target.lid
                        out[at][provision] = max(out[at].get(provision, 0.0), _CITED if fits else _CITED / 2)
        return out, abroad

    def _block(self, alinea: Alinea) -> _Block | None:
        """A paragraph with the provisions it may be about; nothing when it has no sentences."""
        between_units()
        zinnen = self._explanation.zinnen_of(alinea)
        if not zinnen:
            return None
        own = self._explained_by.get(alinea.section, frozenset())
        elsewhere = not own and self._of_another_order(alinea.section)
        heading, _ = (
            self.evidence.of(self.evidence.words(alinea.section.heading))
            if alinea.section.heading and not own and not elsewhere
            else ({}, 0.0)
        )
        spoken = [self.evidence.of(self.evidence.words(z.text)) for z in zinnen]
        cited, abroad = self._cited(alinea, zinnen)
        pool: dict[Provision, float] = dict.fromkeys(sorted(own, key=lambda p: p.span), math.inf)
        for found in cited:
            pool.update((p, math.inf) for p, value in found.items() if value > 0)
        for found, _ in spoken if not own and not elsewhere else ():
            for provision, value in sorted(found.items(), key=lambda x: -x[1])[:_PER_SENTENCE]:
                pool[provision] = max(pool.get(provision, value), value)
        states = sorted(pool, key=lambda p: (-pool[p], p.span.start))[:_STATES]
        named_in = [frozenset(p.unit.artikel for p, v in c.items() if v > 0 and p.unit.artikel is not None) for c in cited]
        acts = [self._with_act(zin, states) if own else frozenset() for zin in zinnen]
        rows = []
        for zin, (found, none), named, away, acting in zip(zinnen, spoken, cited, abroad, acts, strict=True):
            leden = lids(zin.text) if own else set()
            row = [
                _WORDS * found.get(p, none)
                + named.get(p, 0.0)
                + (_CITED if p.unit.kind is UnitKind.LID and p.unit.number in leden else 0.0)
                + (_ACT if p in acting else 0.0)
                for p in states
            ]
            rows.append([*row, (_ABROAD if away else 0.0) - (_OWN if own else 0.0)])
        steps = Steps(
            rows,
            [*(_HEADING * _WORDS * max(0.0, heading.get(p, 0.0)) + self._prior(p) for p in states), 0.0],
            [*(self._place(p) for p in states), None],
            [_LEANS.search(z.text) is not None for z in zinnen],
            alinea.section,
        )
        return _Block(alinea, zinnen, states, steps, [found for found, _ in spoken], named_in, acts)

    def _of_another_order(self, section: Section) -> bool:
        """Whether a heading names an amending order that inserts nothing («Onderdeel C (artikel 12)»): what it tells is of that order.

        The text that another order inserts may share its words, but is meant only where a sentence cites it.
        """
        if not section.artikelsgewijs:
            return False
        letters = {p.onderdeel for s in line(section) for p in s.places if p.onderdeel}
        return bool(letters) and letters <= self._orders

    @cached_property
    def _orders(self) -> frozenset[str]:
        """The letters of the wijzigingsonderdelen of the bill."""
        units = (a.unit for a in self._explanation.bill.document.amendments if a.unit is not None)
        above = (u for unit in units for u in (unit, *unit.ancestors()))
        return frozenset(u.number for u in above if u.kind is UnitKind.WIJZIGINGSONDERDEEL)

    def _with_act(self, zin: Zin, states: Sequence[Provision]) -> frozenset[Provision]:
        """The lid of an artikel that alone has the act or the number that a sentence under its heading names.

        «Intrekking is …» is about the lid that withdraws, beside one that suspends; «48 uur» about the lid with that limit.
        """
        told = (zin.roots & GEVOLGEN) | {q for q in quantities(zin.text) if q.startswith("<")}
        having = [p for p in states if told & self.evidence.own.get(p, frozenset())] if told else []
        return frozenset(having) if len(having) == 1 else frozenset()

    def _place(self, provision: Provision) -> tuple[int, int]:
        artikel = provision.unit.artikel
        return (self._at.get(artikel, 0) if artikel is not None else 0, provision.span.start)


@dataclass(frozen=True, slots=True)
class _Block:
    alinea: Alinea
    zinnen: Sequence[Zin]
    states: Sequence[Provision]
    steps: Steps
    spoken: Sequence[Mapping[Provision, float]]
    named_in: Sequence[frozenset[Unit]]
    acting: Sequence[frozenset[Provision]]
