"""The account of doenvermogen in a toelichting: which parts are there, thin or absent (Ar 4.43, under f)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from doenvermogentoets.text import Span
from doenvermogentoets.toelichting.lexicon import table

if TYPE_CHECKING:
    from doenvermogentoets.toelichting.explanation import Explanation
    from doenvermogentoets.toelichting.sections import Alinea, Section

Onderdeel = Literal["doelgroep", "handelingen", "situatie", "gevolg", "hulp", "getest", "eindoordeel", "aangepast"]
ONDERDELEN: tuple[Onderdeel, ...] = ("doelgroep", "handelingen", "situatie", "gevolg", "hulp", "getest", "eindoordeel", "aangepast")
ZO_GENOEMD: Mapping[Onderdeel, str] = {
    "doelgroep": "om wie het gaat",
    "handelingen": "wat zij moeten doen",
    "situatie": "in welke situatie dat van hen wordt gevraagd",
    "gevolg": "wat er gebeurt als iemand niets doet of zich vergist",
    "hulp": "welke hulp er is",
    "getest": "of het is uitgeprobeerd",
    "eindoordeel": "of het alles bij elkaar te doen is",
    "aangepast": "wat naar aanleiding daarvan is aangepast",
}
Stand = Literal["aanwezig", "mager", "leeg", "afwezig", "niet van toepassing"]
STANDEN: tuple[Stand, ...] = ("aanwezig", "mager", "leeg", "afwezig", "niet van toepassing")
# Without these there is no account: who, what they must do, what happens otherwise, and the verdict.
_ENOUGH = 3  # parts that make a section without the word an account
KERN: tuple[Onderdeel, ...] = ("doelgroep", "handelingen", "gevolg", "eindoordeel")


@dataclass(frozen=True, slots=True)
class Account:
    """The account of doenvermogen.

    Attributes:
        alineas: the paragraphs it consists of.
        section: its heading, if it has one of its own.
        parts: per part the words that show it; an absent part is not in it.
        assurance: an assurance without substance («is rekening gehouden met het doenvermogen»), if there is one.
        reasoned_absence: words that say why no account is needed (no citizens, purely technical).
    """

    alineas: tuple[Alinea, ...] = ()
    section: Section | None = None
    parts: Mapping[Onderdeel, tuple[Span, ...]] = field(default_factory=dict)
    assurance: Span | None = None
    reasoned_absence: Span | None = None

    def has(self, part: Onderdeel) -> bool:
        return part in self.parts

    @property
    def missing(self) -> tuple[Onderdeel, ...]:
        return tuple(p for p in ONDERDELEN if p not in self.parts)

    @property
    def stand(self) -> Stand:
        """``leeg`` is an assurance or a heading with nothing of who, what and consequence; ``mager`` lacks one of the four core parts."""
        if self.reasoned_absence is not None:
            return "niet van toepassing"
        if not self.alineas and self.section is None:
            return "afwezig"
        if not any(self.has(p) for p in ("handelingen", "gevolg", "hulp")) or (self.assurance is not None and len(self.parts) <= 1):
            return "leeg"
        return "mager" if any(not self.has(p) for p in KERN) else "aanwezig"


def _by_content(explanation: Explanation) -> tuple[Section | None, list[Alinea]]:
    """A section on what is asked of people that never uses the word: a heading does not make an account, content does."""
    tables = table("doenvermogen")
    for section in explanation.sections:
        if section.artikelsgewijs or not section.heading or not tables["kop_mensen"].search(section.heading):
            continue
        alineas = [a for s in explanation.sections if s.within(section) for a in s.alineas]
        zinnen = [z.text for a in alineas for z in explanation.zinnen_of(a)]
        found = {p for p in ONDERDELEN if any(tables[p].search(z) for z in zinnen)}
        if "handelingen" in found and len(found) >= _ENOUGH:
            return section, alineas
    return None, []


def read_account(explanation: Explanation) -> Account:
    """Find the account: under a heading of its own, otherwise the paragraphs in which the word falls."""
    tables = table("doenvermogen")
    subject = tables["onderwerp"]
    section = next((s for s in explanation.sections if s.heading and subject.search(s.heading) and not s.artikelsgewijs), None)
    if section is not None:
        alineas = [a for s in explanation.sections if s.within(section) for a in s.alineas]
    else:
        alineas = []
        for alinea in explanation.alineas:
            if any(subject.search(z.text) for z in explanation.zinnen_of(alinea)):
                alineas.append(alinea)
        if not alineas:
            section, alineas = _by_content(explanation)
    parts: dict[Onderdeel, list[Span]] = {}
    assurance = reasoned = None
    for alinea in alineas:
        for zin in explanation.zinnen_of(alinea):
            for part in ONDERDELEN:
                match = tables[part].search(zin.text)
                if match is not None:
                    parts.setdefault(part, []).append(Span(zin.span.start + match.start(), zin.span.start + match.end()))
            if assurance is None and tables["verzekering"].search(zin.text):
                assurance = zin.span
            if reasoned is None and tables["niet_van_toepassing"].search(zin.text):
                reasoned = zin.span
    if "doelgroep" not in parts and section is not None and section.parent is not None and section.parent.parent is not None:
        # the groups are often described one heading earlier, under the same «Gevolgen»
        for beside in explanation.sections:
            if beside is not section and beside.parent is section.parent:
                for zin in (z for a in beside.alineas for z in explanation.zinnen_of(a)):
                    match = tables["doelgroep"].search(zin.text)
                    if match is not None:
                        parts.setdefault("doelgroep", []).append(Span(zin.span.start + match.start(), zin.span.start + match.end()))
    if "doelgroep" not in parts and section is None:
        # without a heading of its own the account is a few sentences: who it is about is told in so many words before
        elsewhere = tables["doelgroep_elders"]
        for zin in (z for a in explanation.general if alineas for z in explanation.zinnen_of(a)):
            match = elsewhere.search(zin.text)
            if match is not None:
                parts.setdefault("doelgroep", []).append(Span(zin.span.start + match.start(), zin.span.start + match.end()))
    return Account(tuple(alineas), section, {p: tuple(s) for p, s in parts.items()}, assurance, reasoned)
