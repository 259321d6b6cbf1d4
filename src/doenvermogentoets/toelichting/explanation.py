"""What a toelichting is about: topics, articles, and the five elements of an explanation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from doenvermogentoets.document import Amendment, Document, Reference, Unit, UnitKind
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting.account import Account, read_account
from doenvermogentoets.toelichting.explained import Explained, Naam, Relation
from doenvermogentoets.toelichting.lexicon import Pattern, table
from doenvermogentoets.toelichting.sections import Alinea, Place, Section, lids, sections
from doenvermogentoets.toelichting.words import Weights, root, roots

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Analysis, Provision
    from doenvermogentoets.language.model import Passage
    from doenvermogentoets.norms.model import Norm

# Share of the weight of a norm's content words that a sentence must share, beside its verb, to be about it without citing it.
_SAME_TOPIC = 0.30
# From here on the words of a passage are those of the provision.
PARAPHRASE = 0.65
# A section with more paragraphs than this speaks of more than the one artikel that one of its paragraphs cites.
_SMALL_SECTION = 3


@dataclass(eq=False, frozen=True, slots=True)
class Zin:
    """A sentence of the toelichting with its paragraph."""

    span: Span
    text: str
    alinea: Alinea
    roots: frozenset[str]


class Explanation:
    """A toelichting beside its bill; made by :func:`doenvermogentoets.toelichting.explain`."""

    def __init__(self, document: Document, bill: Analysis) -> None:
        self.document = document
        self.bill = bill

    # structure

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Sections in document order."""
        return sections(self.document)

    @cached_property
    def alineas(self) -> tuple[Alinea, ...]:
        """Paragraphs in document order."""
        return tuple(a for s in self.sections for a in s.alineas)

    @cached_property
    def general(self) -> tuple[Alinea, ...]:
        """The paragraphs of the general part."""
        return tuple(a for a in self.alineas if not a.section.artikelsgewijs)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Sentences and tokens per paragraph, in the order of :attr:`alineas`."""
        from doenvermogentoets.language.pipeline import analyse_spans

        return tuple(analyse_spans(self.document, [a.span for a in self.alineas]))

    @cached_property
    def zinnen(self) -> tuple[Zin, ...]:
        """All sentences in document order."""
        text = self.document.text
        return tuple(
            Zin(s.span, text[s.span], alinea, frozenset(roots(text[s.span])))
            for alinea, passage in zip(self.alineas, self.passages, strict=True)
            for s in passage.sentences
        )

    @cached_property
    def _zinnen_by_alinea(self) -> Mapping[Alinea, Sequence[Zin]]:
        out: dict[Alinea, list[Zin]] = defaultdict(list)
        for zin in self.zinnen:
            out[zin.alinea].append(zin)
        return out

    def zinnen_of(self, alinea: Alinea) -> Sequence[Zin]:
        return self._zinnen_by_alinea.get(alinea, ())

    @cached_property
    def word_count(self) -> int:
        return sum(len(a.text.split()) for a in self.alineas)

    # topics

    @cached_property
    def topics(self) -> Mapping[str, tuple[Span, ...]]:
        """Per topic the places where the text speaks of it: words in running text, or a paragraph under a heading that names it."""
        found: dict[str, list[Span]] = defaultdict(list)
        tables = table("onderwerpen")
        for section in self.sections:
            named = {key[:-4] for key, p in tables.items() if key.endswith("_kop") and section.heading and p.search(section.heading)}
            for topic in named:
                if section.alineas:
                    found[topic].append(section.alineas[0].span)
        for zin in self.zinnen:
            for key, pattern in tables.items():
                if not key.endswith("_kop"):
                    match = pattern.search(zin.text)
                    if match is not None:
                        found[key].append(Span(zin.span.start + match.start(), zin.span.start + match.end()))
        return {key: tuple(sorted(spans)) for key, spans in found.items()}

    def speaks_of(self, topic: str) -> bool:
        """Whether a topic of ``onderwerpen.toml`` is dealt with anywhere."""
        return topic in self.topics

    def heading(self, topic: str) -> Section | None:
        """The first section whose heading names the topic."""
        pattern: Pattern | None = table("onderwerpen").get(f"{topic}_kop")
        return next((s for s in self.sections if pattern is not None and s.heading and pattern.search(s.heading)), None)

    @cached_property
    def account(self) -> Account:
        """The account of doenvermogen (Ar 4.43, under f)."""
        return read_account(self)

    # articles

    @cached_property
    def references(self) -> Mapping[Alinea, Sequence[Reference]]:
        """References per paragraph."""
        out: dict[Alinea, list[Reference]] = defaultdict(list)
        refs = iter(sorted(self.document.references, key=lambda r: r.span))
        ref = next(refs, None)
        for alinea in sorted(self.alineas, key=lambda a: a.span):
            while ref is not None and ref.span.start < alinea.span.start:
                ref = next(refs, None)
            while ref is not None and ref.span.start < alinea.span.end:
                out[alinea].append(ref)
                ref = next(refs, None)
        return out

    @cached_property
    def _amendments(self) -> Mapping[tuple[str, str], Sequence[Amendment]]:
        """Amending instructions by (artikel, onderdeel) of the bill."""
        out: dict[tuple[str, str], list[Amendment]] = defaultdict(list)
        for amendment in self.bill.document.amendments:
            artikel, onderdeel = _instruction(amendment.unit)
            out[artikel, onderdeel].append(amendment)
        return out

    def provisions_at(self, place: Place) -> tuple[Provision, ...]:
        """The provisions of the bill that a place in a heading or reference names."""
        found = []
        for provision in self.bill.provisions:
            artikel = provision.unit.artikel
            if artikel is None:
                continue
            above, onderdeel = _instruction(artikel)
            if place.onderdeel and onderdeel != place.onderdeel:
                continue
            if place.artikel and place.artikel not in (artikel.number, above):
                continue
            if place.lid and provision.unit.kind is UnitKind.LID and provision.unit.number != place.lid and artikel.number == place.artikel:
                continue
            found.append(provision)
        return tuple(found)

    @cached_property
    def articles(self) -> Mapping[Unit, tuple[Section, ...]]:
        """Per artikel of the bill (inserted ones included) the sections of the artikelsgewijs part that explain it."""
        out: dict[Unit, list[Section]] = defaultdict(list)
        for section in self.sections:
            if not section.places:
                continue
            for unit in self._units_of(section):
                out[unit].append(section)
        return {unit: tuple(found) for unit, found in out.items()}

    def _units_of(self, section: Section) -> Iterable[Unit]:
        """The artikelen a heading names: «Artikel I, onderdeel B (artikel 18)» is the artikel 18 that onderdeel B inserts."""
        chain = [s.places for s in _line(section)]
        artikelen = {p.artikel for places in chain for p in places if p.artikel}
        onderdelen = {p.onderdeel for places in chain for p in places if p.onderdeel}
        own = {p.artikel for p in section.places if p.artikel}
        seen: dict[Unit, None] = {}
        for provision in self.bill.provisions:
            artikel = provision.unit.artikel
            if artikel is None or artikel in seen:
                continue
            above, onderdeel = _instruction(artikel)
            if above:
                if onderdelen and onderdeel and onderdeel not in onderdelen:
                    continue
                if above in artikelen and (artikel.number in own or not (own - {above}) or onderdeel in onderdelen):
                    if own - {above} and artikel.number not in own:
                        continue
                    seen[artikel] = None
                elif not any(a.isupper() and a.isalpha() for a in artikelen) and artikel.number in own:
                    seen[artikel] = None
            elif artikel.number in own:
                seen[artikel] = None
        return seen

    @cached_property
    def mentions(self) -> Mapping[Unit, tuple[tuple[Alinea, Reference], ...]]:
        """Per artikel of the bill the references to it anywhere in the toelichting, outside its own artikelsgewijs heading."""
        by_number: dict[str, list[Unit]] = defaultdict(list)
        for provision in self.bill.provisions:
            artikel = provision.unit.artikel
            if artikel is not None and artikel not in by_number[artikel.number]:
                by_number[artikel.number].append(artikel)
        out: dict[Unit, list[tuple[Alinea, Reference]]] = defaultdict(list)
        for alinea, references in self.references.items():
            for reference in references:
                for target in reference.targets:
                    for unit in by_number.get(target.artikel or "", ()):
                        if same_law(target.regeling, unit, self.bill.document):
                            out[unit].append((alinea, reference))
        return {unit: tuple(dict.fromkeys(found)) for unit, found in out.items()}

    # topics of provisions

    @cached_property
    def provision_roots(self) -> Mapping[Provision, frozenset[str]]:
        """Roots of the words of each provision; a verb counts with its particle («trekt … in» as «intrekken»)."""
        text = self.bill.document.text
        return {p: frozenset(roots(text[p.span])) | {root(n.werkwoord) for n in p.norms if n.werkwoord} for p in self.bill.provisions}

    @cached_property
    def weights(self) -> Weights:
        """How telling a word is among the provisions of this bill."""
        return Weights(self.provision_roots.values())

    def related(self, words: frozenset[str], least: float = _SAME_TOPIC) -> list[tuple[Provision, float]]:
        """Provisions that speak of the same things as a sentence, best first, with the share of its telling words (0 to 1)."""
        total = self.weights.of(words)
        if not total:
            return []
        scored = ((p, self.weights.of(words & own) / total) for p, own in self.provision_roots.items())
        return sorted(((p, s) for p, s in scored if s >= least), key=lambda x: (-x[1], x[0].span.start))

    # explanation of a provision

    def of(self, provision: Provision, norm: Norm | None = None) -> Explained:
        """What the toelichting says about a provision, or about one norm of it."""
        key = (provision, norm)
        if key not in self._explained:
            self._explained[key] = self._read(provision, norm)
        return self._explained[key]

    @cached_property
    def _explained(self) -> dict[tuple[Provision, Norm | None], Explained]:
        return {}

    def _read(self, provision: Provision, norm: Norm | None) -> Explained:
        relations = tuple(self._relations(provision, norm))
        elements: dict[Naam, list[Span]] = defaultdict(list)
        tables = table("uitleg")
        names: tuple[Naam, ...] = ("gebonden", "waarom", "alternatieven", "evenredigheid")
        for relation in relations:
            elements["genoemd"].append(relation.span)
            for name in names:
                match = tables[name].search(relation.text)
                if match is not None:
                    elements[name].append(Span(relation.span.start + match.start(), relation.span.start + match.end()))
        return Explained(
            provision, norm, {name: tuple(spans) for name, spans in elements.items()}, relations, self._overlap(provision, relations)
        )

    def _overlap(self, provision: Provision, relations: Sequence[Relation]) -> float:
        words = {r for relation in relations for r in roots(relation.text)}
        artikel = self.bill.in_artikel(provision.unit) or (provision,)
        own = frozenset().union(*(self.provision_roots[p] for p in artikel if p in self.provision_roots))
        return len(words & own) / len(words) if words else 0.0

    def _relations(self, provision: Provision, norm: Norm | None) -> Iterator[Relation]:
        seen: set[Span] = set()
        artikel = provision.unit.artikel
        lid = provision.unit.number if provision.unit.kind is UnitKind.LID else ""
        if artikel is None:
            return

        def emit(zinnen: Iterable[Zin], hoe: str) -> Iterator[Relation]:
            for zin in zinnen:
                if zin.span not in seen:
                    seen.add(zin.span)
                    yield Relation(zin.span, zin.text, zin.alinea, hoe)  # type: ignore[arg-type]

        several = len(self.bill.in_artikel(provision.unit)) > 1
        for section in self.articles.get(artikel, ()):
            for alinea in section.alineas:
                yield from emit(_for_lid(self.zinnen_of(alinea), lid if several else ""), "artikelsgewijs")
        for alinea, reference in self.mentions.get(artikel, ()):
            if alinea.section.artikelsgewijs and alinea.section in self.articles.get(artikel, ()):
                continue
            cited = {t.lid for t in reference.targets if t.artikel == artikel.number and t.lid}
            if cited and lid and lid not in cited:
                continue
            zinnen = self.zinnen_of(alinea)
            citing = [z for z in zinnen if z.span.overlaps(reference.span)]
            yield from emit(citing, "verwijzing")
            if not alinea.section.artikelsgewijs:
                others = {r.span for r in self.references.get(alinea, ()) if not any(t.artikel == artikel.number for t in r.targets)}
                yield from emit(_around(zinnen, citing, others), "alinea")
        for zin in self._same_topic(provision, norm):
            yield from emit((zin,), "onderwerp")

    def _same_topic(self, provision: Provision, norm: Norm | None) -> Iterator[Zin]:
        """Sentences with the act of the norm and enough of its other words, and the sentence after each."""
        text = self.bill.document.text
        norms = [norm] if norm is not None else [n for n in provision.norms if n.werkwoord]
        for n in norms:
            act = _act(n)
            if not act:
                continue
            own = frozenset(roots(text[n.span])) | {root(a) for a in act}
            total = self.weights.of(own)
            acts = {root(a) for a in act}
            for alinea in self.general:
                zinnen = self.zinnen_of(alinea)
                for i, zin in enumerate(zinnen):
                    shared = zin.roots & own
                    if not shared & acts or len(shared) < 3 or not total:
                        continue
                    known = self.weights.of(zin.roots)
                    if not known or self.weights.of(shared) / known < 0.5 or self.weights.of(shared) / total < 0.25:
                        continue
                    yield zin
                    yield from zinnen[i + 1 : i + 2]


def _act(norm: Norm) -> tuple[str, ...]:
    """The verb of a norm and the nouns of its effects: what a toelichting calls it by."""
    weak = {"zijn", "worden", "hebben", "kunnen", "doen", "geven", "bestaan", "bedragen", "gelden", "blijven", "stellen", "nemen"}
    out = [norm.werkwoord] if norm.werkwoord and norm.werkwoord not in weak else []
    out.extend(g.soort.value for g in norm.gevolgen if " " not in g.soort.value)
    return tuple(dict.fromkeys(out))


def _for_lid(zinnen: Sequence[Zin], lid: str) -> Iterator[Zin]:
    """Sentences about one lid: a sentence that names other leden, and what follows it, is about those."""
    current: set[str] = set()
    for zin in zinnen:
        named = lids(zin.text)
        if named:
            current = named
        if not lid or not current or lid in current:
            yield zin


def _around(zinnen: Sequence[Zin], citing: Sequence[Zin], others: set[Span]) -> Iterator[Zin]:
    """The rest of a paragraph, up to where another artikel is cited."""
    if not citing:
        return
    at = zinnen.index(citing[0])
    for i in range(at - 1, -1, -1):
        if any(zinnen[i].span.contains(o) for o in others):
            break
        yield zinnen[i]
    for zin in zinnen[at + 1 :]:
        if any(zin.span.contains(o) for o in others):
            break
        yield zin


def _line(section: Section) -> Iterator[Section]:
    current: Section | None = section
    while current is not None:
        yield current
        current = current.parent


def _instruction(unit: Unit | None) -> tuple[str, str]:
    """Number of the amending artikel and letter of the wijzigingsonderdeel above an inserted unit; empty when it is not inserted."""
    artikel = onderdeel = ""
    current = unit.parent if unit is not None and unit.kind is UnitKind.ARTIKEL else unit
    while current is not None:
        if current.kind is UnitKind.WIJZIGINGSONDERDEEL and not onderdeel:
            onderdeel = current.number
        elif current.kind is UnitKind.ARTIKEL:
            artikel = current.number
            break
        current = current.parent
    return artikel, onderdeel


def same_law(regeling: str | None, unit: Unit, bill: Document) -> bool:
    """Whether a reference «artikel 18 van de Wet X» can mean this artikel of the bill (its own, or one it inserts into Wet X)."""
    artikel = unit.artikel
    if regeling is None:
        return True
    if artikel is not None and (artikel.inserted or artikel.regeling):
        known = artikel.regeling.lower()
        return not known or known in regeling.lower() or regeling.lower() in known
    return bool(bill.title) and regeling.lower() in bill.title.lower()
