"""Which provision a sentence is about, by the words they share: an inverted index, so that the work is linear in the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from doenvermogentoets.toelichting.words import Weights, root, topic

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Analysis, Provision
    from doenvermogentoets.document import Unit

# A word of more provisions than this says nothing about which one is meant.
_COMMON = 60
# So many provisions that an artikel refers to lend it their words; an artikel that lists more is about none of them.
_REFERRED = 4


class Topics:
    """The provisions of a bill by their words.

    Attributes:
        roots: per provision the roots of its words; a verb counts with its particle («trekt … in» as «intrekken»).
        weights: how telling a root is among the provisions.
    """

    def __init__(self, bill: Analysis) -> None:
        text = bill.document.text
        self._bill = bill
        self.roots: Mapping[Provision, frozenset[str]] = {
            p: topic(text[p.span]) | {root(n.werkwoord) for n in p.norms if n.werkwoord} for p in bill.provisions
        }
        self.weights = Weights(self.roots.values())

    @cached_property
    def _index(self) -> Mapping[str, Sequence[Provision]]:
        out: dict[str, list[Provision]] = defaultdict(list)
        for provision, own in self.roots.items():
            for word in own:
                out[word].append(provision)
        return {word: found for word, found in out.items() if len(found) <= _COMMON}

    @cached_property
    def headings(self) -> Mapping[Unit, frozenset[str]]:
        """Roots of the heading of each artikel, and of the paragraph or chapter it stands in."""
        out: dict[Unit, frozenset[str]] = {}
        for provision in self._bill.provisions:
            artikel = provision.unit.artikel
            if artikel is not None and artikel not in out:
                out[artikel] = topic(artikel.heading)
        return out

    @cached_property
    def artikelen(self) -> Mapping[Unit, frozenset[str]]:
        """Roots of each artikel as a whole: its heading, its leden, and what the provisions say that it refers to.

        «Indien niet is voldaan aan artikel 8» is about what artikel 8 asks; a toelichting tells that, not the number.
        """
        return {
            artikel: heading.union(
                *(self.roots[p] for p in self._bill.in_artikel(artikel)), *(self.roots[p] for p in self.referred.get(artikel, ()))
            )
            for artikel, heading in self.headings.items()
        }

    @cached_property
    def referred(self) -> Mapping[Unit, Sequence[Provision]]:
        """Per artikel the provisions of other artikelen that it refers to, a few at most."""
        out: dict[Unit, dict[Provision, None]] = defaultdict(dict)
        references = sorted((r for r in self._bill.document.references if r.resolved), key=lambda r: r.span)
        at = 0
        for provision in self._bill.provisions:
            artikel = provision.unit.artikel
            while at < len(references) and references[at].span.start < provision.span.start:
                at += 1
            while at < len(references) and references[at].span.start < provision.span.end:
                for target in references[at].targets:
                    found = self._bill.find(target.artikel, target.lid) if target.artikel and not target.regeling else None
                    if found is not None and artikel is not None and found.unit.artikel is not artikel:
                        out[artikel][found] = None
                at += 1
        return {artikel: tuple(found)[:_REFERRED] for artikel, found in out.items()}

    @cached_property
    def acts(self) -> Mapping[Provision, frozenset[str]]:
        """Roots of the verbs of the norms of each provision."""
        return {p: frozenset(root(n.werkwoord) for n in p.norms if n.werkwoord) for p in self.roots}

    @cached_property
    def by_number(self) -> Mapping[str, Sequence[Provision]]:
        """The provisions by the number of their artikel."""
        out: dict[str, list[Provision]] = defaultdict(list)
        for provision in self.roots:
            artikel = provision.unit.artikel
            if artikel is not None:
                out[artikel.number].append(provision)
        return out

    def having(self, word: str) -> Sequence[Provision]:
        """The provisions with a root; none for a root of so many that it tells nothing."""
        return self._index.get(word, ())

    def overlap(self, words: Iterable[str]) -> Mapping[Provision, float]:
        """Per provision that shares a telling word with a sentence: the weight of what they share."""
        out: dict[Provision, float] = defaultdict(float)
        for word in words:
            weight = self.weights.of((word,))
            for provision in self.having(word):
                out[provision] += weight
        return out

    def related(self, words: frozenset[str], least: float) -> list[tuple[Provision, float]]:
        """Provisions that speak of the same things as a sentence, best first, with the share of its telling words (0 to 1)."""
        total = self.weights.of(words)
        if not total:
            return []
        scored = [(p, self.weights.of(words & self.roots[p]) / total) for p in self.overlap(words)]
        return sorted(((p, s) for p, s in scored if s >= least), key=lambda x: (-x[1], x[0].span.start))
