"""What a toelichting says of one provision: the sentences about it, and the elements of an explanation in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from heapq import merge
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from doenvermogentoets.document import UnitKind
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting.about import about
from doenvermogentoets.toelichting.explained import Explained, Hoe, Naam, Relation
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid, even_lang
from doenvermogentoets.toelichting.lexicon import table
from doenvermogentoets.toelichting.other_rules import OtherRules
from doenvermogentoets.toelichting.passages import BECAUSE
from doenvermogentoets.toelichting.reasons import Reasons
from doenvermogentoets.toelichting.runs import Runs, has_room
from doenvermogentoets.toelichting.sections import lids
from doenvermogentoets.toelichting.weging import Weging
from doenvermogentoets.toelichting.words import root, roots
from doenvermogentoets.toelichting.zin import Zin

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Provision
    from doenvermogentoets.norms.model import Norm
    from doenvermogentoets.toelichting.explanation import Explanation

# A sentence is about a provision without citing it from this score on; as near as the tie are others of the same subject.
_NEAR, _TIE, _SHARED, _FEW, _MOST, _SURE = 0.33, 0.06, 2, 3, 0.4, 0.6
# Share of the weight of its words from which on a sentence mentions a provision whose act it does not tell.
_MENTIONS = 0.25
# So many sentences mention a provision; in a text that goes on about the same thing for thousands, the others tell nothing new.
_MENTIONED = 200


def _names(zin: Zin, own: Sequence[Hoeveelheid], words: frozenset[str]) -> bool:
    """A sentence names one of the lengths of time, with a word of the provision or a compound of one."""
    if not any(even_lang(h, told) for told in hoeveelheden(zin.text) for h in own):
        return False
    return any(word == w or (len(w) >= _BEGIN and word.startswith(w)) for word in zin.roots for w in words if w[:1].isalpha())


_BEGIN = 4  # letters of a word that a compound begins with

_ZELFDE = re.compile(r"(?:(?:Dat|Het)zelfde geldt|(?:Dit|Dat) geldt (?:ook|eveneens|evenzeer)) (?:voor|bij|als|wanneer|indien)\b")


class Relations:
    """The sentences of one toelichting by the provision they are about."""

    def __init__(self, explanation: Explanation) -> None:
        self._explanation = explanation
        self.runs = Runs(explanation)
        self.reasons = Reasons(explanation, self.runs)
        self.ruimte = Weging(explanation, self.runs)
        self._others = OtherRules(explanation, self.runs)

    def read(self, provision: Provision, norm: Norm | None) -> Explained:
        """What the toelichting says about a provision, or about one norm of it."""
        found = list(self._relations(provision, norm))
        reasons = {
            r.zin.span: r
            for r in self.reasons.of(provision)
            if r.score > 0 and not self._others.have(r, provision, norm) and not self.ruimte.contradicts(r.zin, provision, norm)
        }
        relations = [replace(r, telt=True) if r.span in reasons else r for r in found]
        why = set(reasons)
        known = {r.span for r in found}
        for span, reason in reasons.items():
            if span not in known:
                hoe: Hoe = (
                    "artikelsgewijs" if reason.features["artikelsgewijs"] else "alinea" if reason.features["genoemd"] else "onderwerp"
                )
                relations.append(Relation(span, reason.zin.text, reason.zin.alinea, hoe))
        for zin in self._with_its_limit(provision, norm):
            if zin.span in reasons:
                continue
            relations = [replace(r, telt=True) if r.span == zin.span else r for r in relations]
            if all(r.span != zin.span for r in relations):
                relations.append(Relation(zin.span, zin.text, zin.alinea, "onderwerp"))
            why.add(zin.span)
        for zin, told in self._same_holds.get(provision, ()):
            if zin.span not in why:
                relations = [r for r in relations if r.span not in (zin.span, told.span)]
                relations += [Relation(z.span, z.text, z.alinea, "onderwerp") for z in (zin, told)]
                why.add(told.span)
        elements: dict[Naam, list[Span]] = defaultdict(list)
        tables = table("uitleg")
        names: tuple[Naam, ...] = ("gebonden", "alternatieven", "evenredigheid")
        for relation in sorted(relations, key=lambda r: r.span):
            if relation.telt or self._much_the_same(relation, provision):
                elements["genoemd"].append(relation.span)
            if relation.span in why:
                elements["waarom"].append(_words_of(relation))
            if not relation.telt or tables["geen_reden"].search(relation.text) or self.runs.softer(relation, provision):
                continue
            if self.ruimte.contradicts(relation, provision, norm):
                continue
            for name in names:
                match = tables[name].search(relation.text)
                if match is not None:
                    elements[name].append(Span(relation.span.start + match.start(), relation.span.start + match.end()))
        if "genoemd" in elements:
            for zin in self._softened_elsewhere(provision):
                if zin.span not in elements["evenredigheid"]:
                    elements["evenredigheid"].append(zin.span)
                if all(r.span != zin.span for r in relations):
                    relations.append(Relation(zin.span, zin.text, zin.alinea, "artikelsgewijs", telt=False))
        return Explained(provision, norm, {name: tuple(spans) for name, spans in elements.items() if spans}, tuple(relations))

    def _with_its_limit(self, provision: Provision, norm: Norm | None) -> Iterator[Zin]:
        """A reason beside the very limit of a duty: «de meldtermijn van een week …, omdat …», or right after the sentence that names it.

        Only where one provision has that length of time, and the sentence that names it has a word of that provision.
        """
        if norm is None or norm.bevoegdheid != "geen" or not norm.termijnen:
            return
        own = self._explanation.alone(provision)
        words = self._others.telling(provision) if own else frozenset()
        for alinea in self._explanation.general if own else ():
            before: Zin | None = None
            for zin in self._explanation.zinnen_of(alinea):
                naming = (zin, before) if before is not None and not hoeveelheden(zin.text) else (zin,)
                reason = BECAUSE.search(zin.text) is not None and table("uitleg")["geen_reden"].search(zin.text) is None
                named = reason and any(_names(z, own, words) for z in naming if z is not None)
                if named and not self.ruimte.contradicts(zin, provision, norm):
                    yield zin
                before = zin

    @cached_property
    def _same_holds(self) -> Mapping[Provision, Sequence[tuple[Zin, Zin]]]:
        """«Datzelfde geldt voor wie al is begonnen»: the provision that this names best, with the reason in the sentence before."""
        out: dict[Provision, list[tuple[Zin, Zin]]] = defaultdict(list)
        for alinea in self._explanation.general:
            zinnen = self._explanation.zinnen_of(alinea)
            for before, zin in pairwise(zinnen):
                gives = BECAUSE.search(before.text) or table("uitleg")["waarom"].search(before.text)
                if gives is None or _ZELFDE.match(zin.text) is None:
                    continue
                weigh = self._explanation.weights.of
                said = frozenset(roots(_ZELFDE.sub("", zin.text)))
                fits = {p: weigh(shared) for p in self._explanation.bill.provisions if (shared := said & self._others.telling(p))}
                best = max(fits, key=lambda p: fits[p], default=None)
                if best is None:
                    continue
                others = [w for p, w in fits.items() if p.unit.artikel is not best.unit.artikel]
                if fits[best] > max(others, default=0.0):
                    out[best].append((zin, before))
        return out

    def _much_the_same(self, relation: Relation, provision: Provision) -> bool:
        """A sentence that does not tell the act mentions the provision when it has much of its words, not only a person or a thing."""
        own = self._explanation.provision_roots[provision]
        weights = self._explanation.weights
        shared = own.intersection(roots(relation.text))
        return len(shared) >= _SHARED and weights.of(shared) >= _MENTIONS * weights.of(own)

    def _softened_elsewhere(self, provision: Provision) -> Iterator[Zin]:
        """Sentences under the heading of the artikel that tell for whom another lid of it makes an exception to this one."""
        artikel = provision.unit.artikel
        if artikel is None or provision.unit.kind is not UnitKind.LID:
            return
        room = {
            p.unit.number
            for p in self._explanation.bill.in_artikel(provision.unit)
            if p is not provision and any(has_room(n) for n in p.norms)
        }
        weighs = table("uitleg")["evenredigheid"]
        for section in self._explanation.articles.get(artikel, ()) if room else ():
            for zin in (z for a in section.alineas for z in self._explanation.zinnen_of(a)):
                if lids(zin.text) & room and provision.unit.number not in lids(zin.text) and weighs.search(zin.text):
                    yield zin

    def _relations(self, provision: Provision, norm: Norm | None) -> Iterator[Relation]:
        seen: set[Span] = set()
        artikel = provision.unit.artikel
        lid = provision.unit.number if provision.unit.kind is UnitKind.LID else ""
        if artikel is None:
            return

        def emit(zinnen: Iterable[Zin], hoe: Hoe, telt: bool = True) -> Iterator[Relation]:
            for zin in zinnen:
                if zin.span not in seen:
                    seen.add(zin.span)
                    yield Relation(zin.span, zin.text, zin.alinea, hoe, telt)

        several = len(self._explanation.bill.in_artikel(provision.unit)) > 1
        for section in self._explanation.articles.get(artikel, ()):
            for alinea in section.alineas:
                zinnen = self._explanation.zinnen_of(alinea)
                for zin, own in self._of_lid(_for_lid(zinnen, lid if several else ""), provision):
                    yield from emit((zin,), "artikelsgewijs", telt=own)
        for alinea, reference in self._explanation.mentions.get(artikel, ()):
            if alinea.section.artikelsgewijs and alinea.section in self._explanation.articles.get(artikel, ()):
                continue
            cited = {t.lid for t in reference.targets if t.artikel == artikel.number and t.lid}
            if cited and lid and lid not in cited:
                continue
            zinnen = self._explanation.zinnen_of(alinea)
            citing = [z for z in zinnen if z.span.overlaps(reference.span)]
            for zin in citing:
                leden = frozenset() if cited else self.runs.leden(zin, provision)
                before = zin.text[: max(0, reference.span.start - zin.span.start)]
                yield from emit((zin,), "verwijzing", telt=(not leden or provision in leden) and not BECAUSE.search(before))
            if not alinea.section.artikelsgewijs:
                others = {
                    r.span for r in self._explanation.references.get(alinea, ()) if not any(t.artikel == artikel.number for t in r.targets)
                }
                yield from emit(_around(zinnen, citing, others, self._explanation.provision_roots[provision]), "alinea")
        yield from emit(self.runs.by_provision.get(provision, ()), "onderwerp")
        # the same persons and things, but perhaps not what this provision does with them: mentioned, no more
        for zin in islice(self._same_topic(provision, norm), _MENTIONED):
            yield from emit((zin,), "onderwerp", telt=False)
        yield from emit(self._nearest.get(provision, ()), "onderwerp", telt=False)

    def _of_lid(self, zinnen: Iterable[Zin], provision: Provision) -> Iterator[tuple[Zin, bool]]:
        """Each sentence, and whether it is about this lid: one that shares little with any lid goes with the one before it."""
        own = True
        for zin in zinnen:
            leden = frozenset() if lids(zin.text) else self.runs.leden(zin, provision)
            own = provision in leden if leden else own or bool(lids(zin.text))
            yield zin, own

    @cached_property
    def _nearest(self) -> Mapping[Provision, Sequence[Zin]]:
        """Sentences of the general part by the provision whose words they and their surroundings have most of."""
        out: dict[Provision, list[Zin]] = defaultdict(list)
        for alinea in self._explanation.general:
            here: dict[Provision, list[tuple[Zin, float]]] = defaultdict(list)
            zinnen = self._explanation.zinnen_of(alinea)
            for zin in zinnen:
                found = [k for k in about(self._explanation, zin) if k.score >= _NEAR and k.gedeeld >= _SHARED and not k.genoemd]
                for k in found[:_FEW]:
                    if k.score >= found[0].score - _TIE:
                        here[k.provision].append((zin, k.score))
            for provision, scored in here.items():
                matching = [zin for zin, _ in scored]
                acts = self._acts(provision)
                if not any(zin.roots & acts or score >= _SURE for zin, score in scored):
                    continue  # the same persons and things, but not what this provision does with them
                # a paragraph that is for the greater part about one provision gives its reasons in the other sentences
                out[provision].extend(zinnen if len(matching) >= _MOST * len(zinnen) else matching)
        return out

    def _acts(self, provision: Provision) -> frozenset[str]:
        """The verbs and concepts of a provision: what happens in it."""
        own = self._explanation.provision_roots[provision]
        return frozenset(root(a) for n in provision.norms for a in _act(n)) | {word for word in own if word.startswith("=")}

    @cached_property
    def _general(self) -> dict[str, list[tuple[Zin, Zin | None]]]:
        """Sentences of the general part by root, each with the one after it."""
        out: dict[str, list[tuple[Zin, Zin | None]]] = defaultdict(list)
        for alinea in self._explanation.general:
            zinnen = self._explanation.zinnen_of(alinea)
            for i, zin in enumerate(zinnen):
                after = zinnen[i + 1] if i + 1 < len(zinnen) else None
                for word in zin.roots:
                    out[word].append((zin, after))
        return out

    @cached_property
    def _known_words(self) -> Mapping[Zin, float]:
        """Per sentence of the general part how telling its words are together."""
        return {zin: self._explanation.weights.of(zin.roots) for a in self._explanation.general for zin in self._explanation.zinnen_of(a)}

    def _same_topic(self, provision: Provision, norm: Norm | None) -> Iterator[Zin]:
        """Sentences with the act of the norm and enough of its other words, and the sentence after each."""
        explanation = self._explanation
        text = explanation.bill.document.text
        weights = explanation.weights
        norms = [norm] if norm is not None else [n for n in provision.norms if n.werkwoord]
        for n in norms:
            acts = {root(a) for a in _act(n)}
            own = frozenset(roots(text[n.span])) | acts
            total = weights.of(own)
            if not acts or not total:
                continue
            for zin, after in merge(*(self._general.get(act, ()) for act in acts), key=lambda told: told[0].span):
                shared = zin.roots & own
                if len(shared) < 3:
                    continue
                weight = weights.of(shared)
                known = self._known_words[zin]
                if not known or weight / known < 0.5 or weight / total < 0.25:
                    continue
                yield zin
                if after is not None:
                    yield after


def _words_of(relation: Relation) -> Span:
    """The words by which a sentence gives its reason, or all of it when no connective does."""
    match = table("redenen")["verband"].search(relation.text) or table("uitleg")["waarom"].search(relation.text)
    return Span(relation.span.start + match.start(), relation.span.start + match.end()) if match is not None else relation.span


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


def _around(zinnen: Sequence[Zin], citing: Sequence[Zin], others: set[Span], own: frozenset[str]) -> Iterator[Zin]:
    """The rest of a paragraph, up to where another artikel is cited."""
    if not citing:
        return
    at = zinnen.index(citing[0])
    for i in range(at - 1, -1, -1):
        if any(zinnen[i].span.contains(o) for o in others):
            break
        if len(zinnen[i].roots & own) >= _SHARED:  # what precedes may be about something else
            yield zinnen[i]
    for zin in zinnen[at + 1 :]:
        if any(zin.span.contains(o) for o in others):
            break
        yield zin
