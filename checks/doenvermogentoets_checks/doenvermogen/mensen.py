"""Which provisions ask something of people, and of whom; shared by the checks of the theme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.norms.lexicon import load
from doenvermogentoets.norms.model import Adressaat, Norm, Soort
from doenvermogentoets.search import Search
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import Phrases, is_person, named, phrases, table, who
from doenvermogentoets_checks.doenvermogen import begrippen
from doenvermogentoets_checks.gericht import people_prevail

PACKAGE = __package__ or "doenvermogentoets_checks.doenvermogen"
_NO_DUTY = frozenset({Soort.DEFINITIE, Soort.DELEGATIE, Soort.SLOT, Soort.PROCEDURE, Soort.STRAF})
# «te melden», «zich te laten keuren»; in «na te laten hetgeen» the verb is «laten» itself
_TO_ACT = r"te\s+(?:laten\s+(?!(?:\w*g)?een\b|alleen\b))?\w+en\b"
_ITEM = re.compile(rf"(?:\w{{1,3}}[.°]|–)\s*((?:[^;:.\s]+\s+){{0,25}}?{_TO_ACT})")
_TO_DO = re.compile(rf"(?:\b\w+\s+)?{_TO_ACT}")
_BOUND = re.compile(r"\b(?:verplicht|gehouden|dient|dienen|moet|moeten)\b")


def to_person(norm: Norm) -> bool:
    """The norm speaks to a person, not to an enterprise, an institution or an authority."""
    return norm.adressaat is not None and is_person(norm.adressaat)


# Roles that people and firms have alike: whose they are, the text tells.
_EITHER = frozenset(("eigenaar", "eigenaren", "houder", "houders", "gebruiker", "bezitter"))


def to_mens(analysis: Analysis, norm: Norm) -> bool:
    """As :func:`to_person`; «de eigenaar» and «de houder» as well, where they are defined as people or the text is about people."""
    adressaat = norm.adressaat
    if adressaat is None or is_person(adressaat):
        return adressaat is not None
    if not may_be_mens(analysis, norm):
        return False
    definition = analysis.definitions.get(_role(adressaat))
    return (definition is not None and _LIVES.search(definition.text) is not None) or people_prevail(analysis)


def _role(adressaat: Adressaat) -> str:
    return adressaat.tekst.lower().removeprefix("de ").removeprefix("een ")


def may_be_mens(analysis: Analysis, norm: Norm) -> bool:
    """«de houder», «de eigenaar» where the text does not say that they are organisations."""
    adressaat = norm.adressaat
    if adressaat is None or adressaat.rol != "burger":
        return False
    role = _role(adressaat)
    definition = analysis.definitions.get(role)
    return role in _EITHER and (definition is None or _ORGANISED.search(definition.text) is None)


_ORGANISED = re.compile(r"\b(?:rechtsperso\w+|ondernem\w+|exploit\w+|instelling\w*|beroeps- of bedrijfsmatig)\b", re.I)
_LIVES = re.compile(r"\b(?:natuurlijke perso\w+|\w*woning|bewoner|bewoont|hoofdverblijf|particulier\w*|hobbymatig\w*)\b", re.I)


_HANDED_IN = re.compile(
    r"[\s\d.a-z]{0,6}(?:de|een|het)\s+(?:aanvraag|melding|aangifte|verzoek|opgave|opgaaf|bezwaarschrift|verantwoording|aanmelding|inschrijving|declaratie|kennisgeving)\b[^.;:]{0,160}?"
    r"\b(?:gedaan|ingediend|geschiedt|geschieden|plaats|ingezonden|ingestuurd|aangevraagd|verzonden|doorgegeven|ingeleverd|aangeleverd|aangeboden)\b",
    re.I,
)


def to_authority(provision: Provision, norm: Norm) -> bool:
    """The norm speaks to an authority; «de aanvraag wordt gedaan» never does."""
    adressaat = norm.adressaat
    if adressaat is None or adressaat.rol != "overheid" or adressaat.afgeleid:
        return False
    return _HANDED_IN.match(provision.document.text[norm.span]) is None


def asks(analysis: Analysis) -> Iterator[tuple[Provision, Norm]]:
    """The norms that make a person act, in order."""
    for provision in analysis.provisions:
        for norm in provision.norms:
            if norm.doenlast and to_person(norm) and norm.soort not in _NO_DUTY:
                yield provision, norm


@dataclass(frozen=True, slots=True, eq=False)
class Vraag:
    """A sentence that asks something of people.

    Attributes:
        wie: who must do it, as the text says; «wie dit moet doen» where it does not say.
        direct: the person is the addressee; otherwise a paper or its handing in is («de aanvraag gaat vergezeld van»).
    """

    provision: Provision
    norm: Norm
    wie: str
    direct: bool

    @property
    def span(self) -> Span:
        return self.norm.span

    def first(self, concept: str) -> Span | None:
        """The first place of a concept in the sentence."""
        return begrippen.first(self.provision.document, concept, self.norm.span)

    def every(self, concept: str) -> Iterator[Span]:
        return begrippen.every(self.provision.document, concept, self.norm.span)


MOSTLY_ORGANISATIONS = frozenset(("subsidieontvanger", "subsidie-ontvanger", "partij", "partijen", "beide partijen", "derden"))
NIEMAND = "wie dit moet doen"
_RECEIVES = re.compile(
    r"\bontvangers? van (?:de|een|het) \w*(?:subsidie|uitkering|bijdrage|toelage|tegemoetkoming|budget)\b|\bsubsidieontvanger",
    re.I,
)
_PAID = frozenset(("ontvanger", "subsidieontvanger"))
_asked: WeakKeyDictionary[Analysis, tuple[Vraag, ...]] = WeakKeyDictionary()


def vragen(analysis: Analysis) -> tuple[Vraag, ...]:
    """What the text asks of people, directly or by what it says of their papers; worked out once."""
    if analysis not in _asked:
        _asked[analysis] = tuple(_vragen(analysis))
    return _asked[analysis]


def _mostly_people(analysis: Analysis) -> bool:
    """Whether what the text asks, it asks of persons more often than of enterprises and institutions."""
    asked = [
        to_person(n)
        for p in analysis.provisions
        for n in p.norms
        if n.doenlast and n.adressaat is not None and n.adressaat.rol == "burger" and n.adressaat.bekend
    ]
    return "natuurlijke perso" in analysis.document.text.content or (len(asked) > 2 and all(asked))


def _vragen(analysis: Analysis) -> Iterator[Vraag]:
    paid = _RECEIVES.search(analysis.document.text.content) is not None or not _PAID.isdisjoint(analysis.definitions)
    receives = paid and _mostly_people(analysis)
    for provision in analysis.provisions:
        indirect: bool | None = None
        doers: dict[Span, str | None] = {}  # a sentence is read once, however many norms it has
        for norm in provision.norms:
            if norm.soort in _NO_DUTY and norm.soort is not Soort.PROCEDURE:
                continue
            adressaat = norm.adressaat
            if receives and adressaat is not None and adressaat.tekst.lower().removeprefix("de ") in ("ontvanger", "subsidieontvanger"):
                yield Vraag(provision, norm, "de ontvanger", True)
            elif is_organisation(norm) and not receives:
                continue
            elif (
                to_mens(analysis, norm)
                and adressaat is not None
                and not adressaat.afgeleid
                and norm.soort is not Soort.PROCEDURE
                and (norm.doenlast or norm.handelingen or begrippen.first(provision.document, "verwerven", norm.span) is not None)
            ):
                yield Vraag(provision, norm, who(norm), True)
            elif not _somebody_else(norm) and (doer := _doer(provision, norm, doers)) is not None:
                yield Vraag(provision, norm, doer, True)
            elif not _somebody_else(norm) and begrippen.first(provision.document, "indirect", norm.span) is not None:
                if indirect is None:
                    indirect = about_people(analysis, provision) or (receives and not _names_somebody(analysis, provision))
                if indirect:
                    yield Vraag(provision, norm, NIEMAND, False)


def _names_somebody(analysis: Analysis, provision: Provision) -> bool:
    """Whether the artikel says who acts; where it does not, the text as a whole tells whom it is about."""
    around = analysis.in_artikel(provision.unit) or (provision,)
    return any(n.adressaat is not None and n.adressaat.rol == "burger" and n.adressaat.bekend for p in around for n in p.norms)


@cache
def _doers() -> tuple[Search, Search]:
    """A person in front of the verb of the sentence, and one right behind it."""
    people = "|".join(sorted((*load("actors")["burger"]["particulier"], *table(PACKAGE, "mensen")["woorden"]), key=len, reverse=True))
    people = people.lower()
    verbs = "|".join(table(PACKAGE, "plicht")["vormen"]).lower()
    return (
        Search(rf"[\s\d.]{{0,6}}((?:de|een|het)\s+(?:{people}))\s+(?:{verbs})(?!\w)"),
        Search(rf"\b(?:{verbs})\s+((?:de|een|het)\s+(?:{people}))(?![\w-])"),
    )


def _doer(provision: Provision, norm: Norm, known: dict[Span, str | None]) -> str | None:
    """The person who acts where the norm names nobody: an object in front («een verhuizing meldt de cliënt»), or a rarer role."""
    if norm.soort not in (Soort.PROCEDURE, Soort.PLICHT, Soort.RECHTSGEVOLG):
        return None
    if norm.span not in known:
        known[norm.span] = _acts_in(provision, norm.span)
    return known[norm.span]


def _acts_in(provision: Provision, span: Span) -> str | None:
    said = provision.document.text[span]
    small = provision.document.text.small[span.start : span.end]
    front, behind = _doers()
    match = (front.pattern.match(small) if front.may_match(small) else None) or behind.search(small)
    return named(said[match.start(1) : match.end(1)]) if match is not None else None


def _somebody_else(norm: Norm) -> bool:
    """An authority or an enterprise is named as the one who acts."""
    adressaat = norm.adressaat
    return adressaat is not None and adressaat.rol != "onbekend" and adressaat.bekend


def is_organisation(norm: Norm) -> bool:
    """Words for persons that mostly stand for organisations or for whoever made a contract."""
    return norm.adressaat is not None and norm.adressaat.tekst.lower().removeprefix("de ") in MOSTLY_ORGANISATIONS


def _named(norm: Norm) -> bool:
    adressaat = norm.adressaat
    return to_person(norm) and adressaat is not None and not adressaat.afgeleid and not is_organisation(norm)


def _enterprise(norm: Norm) -> bool:
    adressaat = norm.adressaat
    return adressaat is not None and adressaat.rol == "burger" and adressaat.bekend and not to_person(norm)


def about_people(analysis: Analysis, provision: Provision) -> bool:
    """Whether the artikel is about people: it addresses or names a person, and no business; an artikel is read once."""
    known = _about_people.setdefault(analysis, {})
    key = provision.unit.artikel or provision.unit
    if key not in known:
        known[key] = _is_about_people(
            analysis, analysis.in_artikel(provision.unit) or (provision,), "natuurlijke perso" in analysis.document.text.content
        )
    return known[key]


_about_people: WeakKeyDictionary[Analysis, dict[Unit, bool]] = WeakKeyDictionary()


def _is_about_people(analysis: Analysis, around: Sequence[Provision], natural: bool) -> bool:
    """``natural``: the text says that it is about natural persons; then their «onderneming» makes nobody an enterprise."""
    if not natural and any(begrippen.occurs(p.document, "zakelijk", p.span) for p in around):
        return False
    if any(n.doenlast and _enterprise(n) and not to_mens(analysis, n) for p in around for n in p.norms):
        return False
    if any(_named(n) or to_mens(analysis, n) for p in around for n in p.norms):
        return True
    return any(speaks_of_people(p) or _defined_role(analysis, p) for p in around) and not any(
        is_organisation(n) for p in around for n in p.norms
    )


def _defined_role(analysis: Analysis, provision: Provision) -> bool:
    """Whether a role in the words («de houder») is one that the text defines as a natural person."""
    small = provision.document.text.small[provision.span.start : provision.span.end]
    for role in _EITHER:
        definition = analysis.definitions.get(role)
        if definition is not None and "natuurlijke perso" in definition.text.lower() and re.search(rf"\b{role}\b", small) is not None:
            return True
    return False


def duties(analysis: Analysis) -> Iterator[tuple[Provision, Norm, list[Span]]]:
    """The duties of persons whom the text names, with the acts that the main clause asks."""
    for provision, norm in asks(analysis):
        if norm.soort is Soort.PLICHT and norm.adressaat is not None and norm.adressaat.bekend:
            acts = _acts(provision, norm)
            if acts:
                yield provision, norm, acts


@cache
def _coordinated() -> re.Pattern[str]:
    forms = "|".join(sorted(table(PACKAGE, "plicht")["vormen"], key=len, reverse=True))
    return re.compile(rf"(?:,|\ben|\balsmede)\s+({forms})(?!\w)", re.I)


@cache
def _particles() -> re.Pattern[str]:
    return re.compile(
        r"[^,;.:]{0,90}?\s("
        + "|".join(table(PACKAGE, "plicht")["deeltjes"])
        + r")(?=\s*(?:[,.;:]|\Z|en\b|aan\b|bij\b|over\b|binnen\b|uiterlijk\b))"
    )


def _acts(provision: Provision, norm: Norm) -> list[Span]:
    """The main verb and the verbs that follow it on a par; or the items of a list of duties."""
    if not norm.werkwoord_spans:
        return []
    document = provision.document
    content = document.text.content
    first = norm.werkwoord_spans[0]
    said = content[first.start : first.end].lower()
    if _BOUND.search(said) is not None:
        items = [Span(m.start(1), m.end(1)) for m in _ITEM.finditer(content, norm.span.start, norm.span.end)]
        if len(items) > 1:
            return items
        todo = _TO_DO.search(content, first.end, norm.span.end)
        return [Span(todo.start(), todo.end())] if todo is not None else []
    if said not in table(PACKAGE, "plicht")["vormen"]:
        return [first] if norm.werkwoord in table(PACKAGE, "plicht")["werkwoorden"] else []
    starts = [first.start, *(m.start(1) for m in _coordinated().finditer(content, first.end, norm.span.end))]
    out = []
    for start in starts:
        word_end = re.compile(r"\w+").match(content, start)
        end = word_end.end() if word_end is not None else start
        particle = _particles().match(content, end, norm.span.end)
        out.append(Span(start, particle.end() if particle is not None else end))
    return out


@cache
def _people() -> Phrases:
    return Phrases(load("actors")["burger"]["particulier"])


def speaks_of_people(provision: Provision, span: Span | None = None) -> bool:
    """Whether the words name a person in some role («de ouder», «de aanvrager»)."""
    return _people().first(provision.document, span or provision.span) is not None


_BODIES = re.compile(r"\b(?:in stand (?:houdt|wordt gehouden)|rechtspersoon|bevoegd gezag)\b", re.I)
_RUNS = re.compile(r"\b(?:bekostiging|nevenvestigingen?|aantal leerlingen)\b", re.I)


def of_bodies(provision: Provision, span: Span) -> bool:
    """What is asked is asked of a body that runs something: the sentence speaks of running it, or of a body and of nobody in person."""
    text = provision.document.text[span]
    return _RUNS.search(text) is not None or (_BODIES.search(text) is not None and not speaks_of_people(provision, span))


_in_artikel: WeakKeyDictionary[Analysis, dict[tuple[int, str], bool]] = WeakKeyDictionary()


def in_artikel(analysis: Analysis, provision: Provision, table: str) -> bool:
    """Whether a phrase of a word list occurs in the artikel of the provision; an artikel is searched once per list."""
    search = phrases(PACKAGE, table)
    known = _in_artikel.setdefault(analysis, {})
    key = id(provision.unit.artikel or provision.unit), table
    if key not in known:
        known[key] = any(search.first(p.document, p.span) is not None for p in analysis.in_artikel(provision.unit) or (provision,))
    return known[key]


def said(provision: Provision, table: str, span: Span) -> Span | None:
    """The first phrase of a word list in a range."""
    return phrases(PACKAGE, table).first(provision.document, span)
