"""What a toelichting is about: topics, articles, and the five elements of an explanation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from doenvermogentoets.document import Document, Reference, Unit
from doenvermogentoets.pausing import between_units
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting.account import Account, read_account
from doenvermogentoets.toelichting.andere_wet import van_de_kop
from doenvermogentoets.toelichting.articles import Articles
from doenvermogentoets.toelichting.explained import Explained
from doenvermogentoets.toelichting.hoeveelheid import even_lang
from doenvermogentoets.toelichting.lexicon import Pattern, table
from doenvermogentoets.toelichting.overgang import onder_eigen_kop
from doenvermogentoets.toelichting.relations import Relations
from doenvermogentoets.toelichting.sections import Alinea, Place, Section, sections
from doenvermogentoets.toelichting.topics import Topics
from doenvermogentoets.toelichting.words import Weights, root, topic
from doenvermogentoets.toelichting.zin import Zin

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Analysis, Provision
    from doenvermogentoets.language.model import Passage
    from doenvermogentoets.norms.model import Norm
    from doenvermogentoets.toelichting.about import Kandidaat
    from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid
    from doenvermogentoets.toelichting.reasons import Reason
    from doenvermogentoets.toelichting.vergelijking import Hoeveelheden

# Share of the weight of a norm's content words that a sentence must share, beside its verb, to be about it without citing it.
_SAME_TOPIC = 0.30
_OTHER_LAW = re.compile(
    r"\b(?:[Dd]e|[Hh]et) ((?:[A-Z][a-zé-]*(?:wet|wetboek))|(?:Wet|Wetboek) (?:[\w-]+ ){1,6}?|Awir|Awr) ?(?:kent|heeft|bevat|biedt|geeft)\b"
)

# A number that is no year and no sum, with the two words after it.
_SO_MANY = re.compile(r"(?<!€ )(?<![\d.,€/-])(?!(?:19|20)\d\d\b)(?:\d{1,3}(?:\.\d{3})+|\d{2,6})(?= )((?: [^\W\d][\w-]*){1,2})")
_ASKED = re.compile(
    r"\b(?:re(?:ageer\w+|acties?)|enquête|interview\w*|gesproken|gesprek\w*|panel\w*|proef|pilot|deelgenomen|deelnemers|ondervraagd\w*"
    r"|respondent\w*|consultatie|gehoord|bevraagd)\b",
    re.I,
)


class Explanation:
    """A toelichting beside its bill; made by :func:`doenvermogentoets.toelichting.explain`."""

    def __init__(self, document: Document, bill: Analysis) -> None:
        self.document = document
        self.bill = bill

    # structure

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Sections in document order."""
        found = sections(self.document)
        for section in found:
            if section.places and van_de_kop(self.bill, section) is not None:
                section.places = ()  # «Artikel 14» in a chapter on another law
        return found

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
            Zin(s.span, text[s.span], alinea, topic(text[s.span]))
            for alinea, passage in zip(self.alineas, self.passages, strict=True)
            for s in passage.sentences
        )

    @cached_property
    def _zinnen_by_alinea(self) -> Mapping[Alinea, Sequence[Zin]]:
        out: dict[Alinea, list[Zin]] = defaultdict(list)
        for zin in self.zinnen:
            out[zin.alinea].append(zin)
        return out

    @cached_property
    def _positions(self) -> Mapping[Zin, int]:
        return {zin: i for zinnen in self._zinnen_by_alinea.values() for i, zin in enumerate(zinnen)}

    def position(self, zin: Zin) -> int:
        """Which sentence of its paragraph it is, from 0."""
        return self._positions[zin]

    def zinnen_of(self, alinea: Alinea) -> Sequence[Zin]:
        return self._zinnen_by_alinea.get(alinea, ())

    def before(self, zin: Zin) -> Zin | None:
        """The sentence before it in its paragraph; ``None`` for the first."""
        at = self.position(zin)
        return self._zinnen_by_alinea[zin.alinea][at - 1] if at else None

    def roots_with_before(self, zin: Zin) -> frozenset[str]:
        """The roots of a sentence and of the one before it, on which «in dat geval» and «hij» rest."""
        before = self.before(zin)
        return zin.roots | before.roots if before is not None else zin.roots

    @cached_property
    def word_count(self) -> int:
        return sum(len(a.text.split()) for a in self.alineas)

    @cached_property
    def _norms(self) -> Mapping[Alinea, Sequence[Norm]]:
        from doenvermogentoets.norms.extract import NormContext, extract

        out: dict[Alinea, Sequence[Norm]] = {}
        for alinea, passage in zip(self.alineas, self.passages, strict=True):
            between_units()
            out[alinea] = extract(passage, NormContext(self.document, alinea.unit, self.bill.definitions))
        return out

    def alone(self, provision: Provision) -> Sequence[Hoeveelheid]:
        """The lengths of time of a provision that no other one has."""
        own = [h for h in self.quantities.by_provision.get(provision, ()) if h.maat == "duur"]
        return [h for h in own if len({p for p, other in self.quantities.even_groot(h) if even_lang(h, other)}) == 1]

    def norms_of(self, zin: Zin) -> Sequence[Norm]:
        """What a sentence says, read as if it stood in the bill: who acts, what he does, and whether he may or must."""
        return [n for n in self._norms[zin.alinea] if zin.span.contains(n.span)]

    # topics

    @cached_property
    def topics(self) -> Mapping[str, tuple[Span, ...]]:
        """Per topic the places where the text speaks of it: words in running text, or a paragraph under a heading that names it.

        Transitional law may be told under the heading of its artikel in words of its own.
        """
        found: dict[str, list[Span]] = defaultdict(list)
        tables = table("onderwerpen")
        for section in self.sections:
            named = {key[:-4] for key, p in tables.items() if key.endswith("_kop") and section.heading and p.search(section.heading)}
            for name in named:
                if section.alineas:
                    found[name].append(section.alineas[0].span)
                elif name == "hoofdlijnen":
                    # its paragraphs stand under headings of their own (2.1, 2.2): what is proposed, unless they are about another topic
                    found[name].extend(
                        a.span for s in self.sections if s.parent is section and not self._names_a_topic(s) for a in s.alineas
                    )
        for zin in self.zinnen:
            for key, pattern in tables.items():
                if not key.endswith("_kop"):
                    match = pattern.search(zin.text)
                    if match is not None and not (key == "hardheid" and self._of_another_law(zin)):
                        found[key].append(Span(zin.span.start + match.start(), zin.span.start + match.end()))
            counted = self._counts_people(zin)
            if counted is not None:
                found["doelgroep"].append(counted)
        if not found["overgangsrecht"]:
            found["overgangsrecht"].extend(onder_eigen_kop(self))
        return {key: tuple(sorted(spans)) for key, spans in found.items() if spans}

    def _names_a_topic(self, section: Section) -> bool:
        return any(key.endswith("_kop") and p.search(section.heading) for key, p in table("onderwerpen").items())

    @cached_property
    def _people(self) -> frozenset[str]:
        """How the bill calls the people who must act in it («eigenaar», «kampeerder»)."""
        acting = (n.adressaat for p in self.bill.provisions for n in p.norms)
        return frozenset(root(a.tekst.split()[-1]) for a in acting if a is not None and a.rol == "burger" and a.tekst)

    def _counts_people(self, zin: Zin) -> Span | None:
        """«950 eigenaren per jaar»: how many of those whom the bill speaks of there are; not how many were asked or wrote."""
        if _ASKED.search(zin.text):
            return None
        for match in _SO_MANY.finditer(zin.text):
            if any(root(word) in self._people for word in match.group(1).split()):
                return Span(zin.span.start + match.start(), zin.span.start + match.end())
        return None

    def _of_another_law(self, zin: Zin) -> bool:
        """«De Ziektewet kent dringende redenen» tells what another law has."""
        match = _OTHER_LAW.search(zin.text)
        return match is not None and match.group(1).strip() not in self.bill.document.title

    def speaks_of(self, topic: str) -> bool:
        """Whether a topic of ``onderwerpen.toml`` is dealt with anywhere."""
        return topic in self.topics

    def heading(self, topic: str) -> Section | None:
        """The section whose heading names the topic: the first with text of its own, else the first."""
        pattern: Pattern | None = table("onderwerpen").get(f"{topic}_kop")
        named = [s for s in self.sections if pattern is not None and s.heading and pattern.search(s.heading)]
        return next((s for s in named if s.alineas), named[0] if named else None)

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
                out[alinea].append(self._of_its_law(alinea, ref))
                ref = next(refs, None)
        return out

    def _of_its_law(self, alinea: Alinea, reference: Reference) -> Reference:
        """In a chapter on another law a number without a name is of that law."""
        name = van_de_kop(self.bill, alinea.section) if all(not t.regeling for t in reference.targets) else None
        if name is None:
            return reference
        return replace(reference, targets=tuple(replace(t, regeling=name) for t in reference.targets), units=())

    def cited_in(self, zin: Zin) -> Sequence[Reference]:
        """The references in a sentence."""
        return [r for r in self.references.get(zin.alinea, ()) if zin.span.contains(r.span)]

    @cached_property
    def _articles(self) -> Articles:
        return Articles(self.bill, self.sections, self.references)

    def provisions_at(self, place: Place) -> tuple[Provision, ...]:
        """The provisions of the bill that a place in a heading or reference names."""
        return self._articles.provisions_at(place)

    @property
    def articles(self) -> Mapping[Unit, tuple[Section, ...]]:
        """Per artikel of the bill (inserted ones included) the sections of the artikelsgewijs part that explain it."""
        return self._articles.explained_in

    @property
    def mentions(self) -> Mapping[Unit, tuple[tuple[Alinea, Reference], ...]]:
        """Per artikel of the bill the references to it anywhere in the toelichting."""
        return self._articles.mentions

    # topics of provisions

    @cached_property
    def by_words(self) -> Topics:
        """The provisions of the bill by their words."""
        return Topics(self.bill)

    @property
    def provision_roots(self) -> Mapping[Provision, frozenset[str]]:
        """Roots of the words of each provision; a verb counts with its particle («trekt … in» as «intrekken»)."""
        return self.by_words.roots

    @property
    def weights(self) -> Weights:
        """How telling a word is among the provisions of this bill."""
        return self.by_words.weights

    def related(self, words: frozenset[str], least: float = _SAME_TOPIC) -> list[tuple[Provision, float]]:
        """Provisions that speak of the same things as a sentence, best first, with the share of its telling words (0 to 1)."""
        return self.by_words.related(words, least)

    # explanation of a provision

    def of(self, provision: Provision, norm: Norm | None = None) -> Explained:
        """What the toelichting says about a provision, or about one norm of it."""
        key = (provision, norm)
        if key not in self._explained:
            between_units()
            self._explained[key] = self._relations.read(provision, norm)
        return self._explained[key]

    def told(self, zin: Zin) -> Sequence[Kandidaat]:
        """The provisions whose act a sentence tells (intrekken, terugvorderen, melden ...), best first; empty when it tells none."""
        return self._relations.runs.told(zin)

    def shares(self, zin: Zin) -> Mapping[Provision, float]:
        """Per provision the chance (0 to 1) that a sentence is about it, by its words, citations, heading and the sentences around it."""
        passages = self._relations.reasons.passages.all.get(zin.alinea, ())
        at = self.position(zin)
        return passages[at].shares if at < len(passages) else {}

    def reasons(self, provision: Provision) -> Sequence[Reason]:
        """The sentences that are about a provision, in order, with how well each gives its reason."""
        return self._relations.reasons.of(provision)

    @cached_property
    def quantities(self) -> Hoeveelheden:
        """The quantities of the bill, to hold those of the toelichting against."""
        from doenvermogentoets.toelichting.vergelijking import Hoeveelheden

        return Hoeveelheden(self)

    @cached_property
    def _relations(self) -> Relations:
        return Relations(self)

    @cached_property
    def _explained(self) -> dict[tuple[Provision, Norm | None], Explained]:
        return {}
