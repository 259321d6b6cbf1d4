"""Analyse once, check many: the language and norms of a dossier, computed one time and shared by all checks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from doenvermogentoets.document import Document, Dossier, Unit, UnitKind
from doenvermogentoets.pausing import between_units
from doenvermogentoets.text import Span

if TYPE_CHECKING:
    from doenvermogentoets.language.model import Passage
    from doenvermogentoets.norms.definitions import Definition
    from doenvermogentoets.norms.model import Norm
    from doenvermogentoets.toelichting import Explanation


@dataclass(eq=False, frozen=True, slots=True)
class Provision:
    """A lid, or an artikel without leden, with its sentences and norms."""

    document: Document
    unit: Unit
    passage: Passage
    norms: tuple[Norm, ...]

    @property
    def span(self) -> Span:
        return self.passage.span

    def sentence_at(self, offset: int) -> Span:
        """The sentence around a place in the text (a code-point offset); the whole provision between two."""
        found = self.passage.at(offset)
        return found.span if found is not None else self.span

    def norms_in(self, span: Span) -> tuple[Norm, ...]:
        """The norms that share text with a span, in order."""
        starts, ends = _reach(self)
        near = self.norms[bisect_right(ends, span.start) : bisect_left(starts, span.end)]
        return tuple(n for n in near if n.span.overlaps(span))


@lru_cache(maxsize=256)  # each finding asks it of its own provision
def _reach(provision: Provision) -> tuple[list[int], list[int]]:
    """Per norm where the first of it and those behind it begins, and where the last of it and those before it ends: both in order."""
    starts = list(accumulate((n.span.start for n in reversed(provision.norms)), min))[::-1]
    return starts, list(accumulate((n.span.end for n in provision.norms), max))


@dataclass(eq=False)
class Analysis:
    """The analysed provisions of one document, in document order."""

    document: Document
    provisions: tuple[Provision, ...]
    definitions: Mapping[str, Definition] = field(default_factory=dict)

    @cached_property
    def by_unit(self) -> Mapping[Unit, Provision]:
        return {p.unit: p for p in self.provisions}

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, str | None], list[Provision]]:
        out: dict[tuple[str, str | None], list[Provision]] = defaultdict(list)
        for p in self.provisions:
            artikel = p.unit.artikel
            if artikel is not None:
                out[artikel.number, p.unit.number if p.unit.kind is UnitKind.LID else None].append(p)
        return out

    @cached_property
    def _by_artikel(self) -> Mapping[Unit, tuple[Provision, ...]]:
        out: dict[Unit, list[Provision]] = defaultdict(list)
        for p in self.provisions:
            artikel = p.unit.artikel
            if artikel is not None:
                out[artikel].append(p)
        return {unit: tuple(ps) for unit, ps in out.items()}

    def find(self, artikel: str, lid: str | None = None) -> Provision | None:
        """The provision at an artikel (and lid) number; the first if the number occurs more than once."""
        return next(iter(self._by_place.get((artikel, lid), ())), None)

    def at(self, offset: int) -> Provision | None:
        """The provision around a place in the text (a code-point offset); ``None`` in a heading, an amendment or between two."""
        before = bisect_right(self.provisions, offset, key=lambda p: p.span.start)
        found = self.provisions[before - 1] if before else None
        return found if found is not None and offset < found.span.end else None

    def in_artikel(self, unit: Unit) -> tuple[Provision, ...]:
        """All provisions of the artikel that ``unit`` is or stands in."""
        artikel = unit.artikel
        return self._by_artikel.get(artikel, ()) if artikel is not None else ()

    def within(self, units: Iterable[Unit]) -> tuple[Provision, ...]:
        """The provisions in or under these units, in document order, each once."""
        seen = {u for unit in units for u in unit.walk()}
        return tuple(p for p in self.provisions if p.unit in seen)


@dataclass(eq=False)
class DossierAnalysis:
    """What a detector gets. ``explanation`` is ``None`` when no toelichting is known."""

    dossier: Dossier
    bill: Analysis
    explanation: Explanation | None = None


def analyse_document(document: Document) -> Analysis:
    """Sentences, definitions and norms of every provision of a document."""
    from doenvermogentoets.language.pipeline import analyse_units
    from doenvermogentoets.norms.definitions import collect
    from doenvermogentoets.norms.extract import NormContext, extract

    units = list(document.provisions())
    passages = analyse_units(document, units)
    definitions = collect(document, list(zip(units, passages, strict=True)))
    provisions = []
    previous: Provision | None = None
    for unit, passage in zip(units, passages, strict=True):
        between_units()
        norms = extract(passage, NormContext(document, unit, definitions, previous))
        previous = Provision(document, unit, passage, norms)
        provisions.append(previous)
    return Analysis(document, tuple(provisions), definitions)


def analyse(dossier: Dossier) -> DossierAnalysis:
    """Everything the checks need to know about a dossier."""
    from doenvermogentoets.toelichting import explain

    bill = analyse_document(dossier.bill)
    explanation = explain(dossier.toelichting, bill) if dossier.toelichting is not None else None
    return DossierAnalysis(dossier, bill, explanation)
