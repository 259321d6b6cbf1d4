"""How sure the text itself is that a consequence hits somebody hard: the difference between a warning and a suggestion.

A warning costs trust when it is wrong. So a finding about a consequence is one only if the text settles everything that makes it a
hardship: a person (or an ordinary business) is hit and not a body, an official or a trader in a law about that trade; the sentence leaves
no room and sets no limit; no words stand near that may be a way out, even if their bearing is unclear; and it is neither criminal nor
private law, where the Awb does not hold (Awb 1:1, 1:3 and 1:6). Where one of these is open, the same finding is a suggestion. What is found
to be there, is said in the finding, so that a reader can settle it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Document, Unit
from doenvermogentoets.findings import Doubt
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.uitweg import CONTAINERS
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import Phrases, table, words
from doenvermogentoets_checks.dichtbij import andere_termijn, elders

_FILE = "zekerheid.toml"
_PACKAGE = __package__ or "doenvermogentoets_checks"


class Twijfel(Enum):
    """What the text leaves open; the value is the reason of a :class:`~doenvermogentoets.findings.Doubt`."""

    ANDER_RECHT = "de bepaling lijkt over straf-, tucht- of burgerlijk recht te gaan"
    NIEMAND = "de tekst zegt niet of dit een burger treft"
    INSTELLING = "de bepaling spreekt van een instelling, een overheid of een beroepsgroep"
    RUIMTE = "de zin zelf bevat woorden die ruimte laten of het gevolg begrenzen"
    UITWEG = "dichtbij staan woorden die het gevolg kunnen verzachten"
    GEVOLG = "wat hier gebeurt is misschien nog ongedaan te maken"
    AANLEIDING = "de aanleiding is niet alleen dat iemand iets nalaat"
    LICHAAM = "de bepaling spreekt van een bedrijf, een instelling of een overheid"
    WIE = "de tekst zegt niet of het om mensen gaat of om bedrijven en instellingen"
    INHOUD = "de bepaling zegt wat in een stuk of overeenkomst moet staan"
    IN_DIENST = "de bepaling spreekt van iemand in zijn functie of van personeel in dienst van de overheid"
    EIS = "de bepaling lijkt een voorwaarde te stellen waaraan niemand te laat voldoet"
    ELDERS = "artikelen die hier niet staan, zijn op deze bepaling van toepassing"
    AFWIJKEN = "dit artikel laat afwijken van deze bepaling toe"
    MAATSTAF = "de maatstaf zelf laat ruimte om het geval te beoordelen, of geeft eerst gelegenheid tot herstel"


@dataclass(frozen=True, slots=True)
class Onzeker:
    """A doubt, and the words that raise it if there are any; ``eerst``: it must be settled before any advice."""

    twijfel: Twijfel
    span: Span | None = None
    eerst: bool = False

    @property
    def van_belang(self) -> bool:
        """Whether it is open that an authority decides at all: then there is a question, and no advice yet."""
        return self.eerst or self.twijfel in _VOORVRAAG

    def told(self, document: Document) -> Doubt:
        """The doubt for a reader, with the question that comes first if there is one."""
        quote = words(document, self.span, 50) if self.span is not None else ""
        first = _EERST.get(self.twijfel, "") if self.eerst else ""
        return Doubt(self.twijfel.value, quote, _VOORVRAAG.get(self.twijfel, first))


_WIE = "Eerst de vraag: wie moet dit doen of verliest hier iets, en telt daarbij wat mensen aankunnen?"
_EERST = {
    Twijfel.INSTELLING: _WIE,
    Twijfel.NIEMAND: _WIE,
    Twijfel.UITWEG: "Eerst de vraag: is dat genoeg voor wie het niet op tijd of niet goed kan doen?",
    Twijfel.AANLEIDING: "Eerst de vraag: treft dit ook wie alleen iets te laat of niet volledig doet?",
}
_VOORVRAAG = {
    Twijfel.ANDER_RECHT: "Eerst de vraag: geldt hier de Awb, of beslist een rechter of een andere partij?",
    Twijfel.LICHAAM: _WIE,
    Twijfel.WIE: _WIE,
    Twijfel.INHOUD: "Eerst de vraag: wie maakt dat stuk, en wat vraagt het van mensen?",
    Twijfel.IN_DIENST: "Eerst de vraag: geldt dit voor wie in dienst is, en telt daarbij wat mensen aankunnen?",
    Twijfel.EIS: "Eerst de vraag: treft dit ook wie alleen iets te laat of niet volledig doet?",
    Twijfel.ELDERS: "Eerst de vraag: staat daarin de uitweg die hier ontbreekt?",
    Twijfel.AFWIJKEN: "Eerst de vraag: reikt die mogelijkheid tot wie dit hard treft?",
    Twijfel.MAATSTAF: "Eerst de vraag: is die ruimte genoeg voor wie dit hard treft?",
}


def onzeker(analysis: Analysis, provision: Provision, zin: Span, gevolg: Span) -> Onzeker | None:
    """The first doubt about a consequence; ``None`` when the text settles it.

    Args:
        zin: the sentence of the consequence with its condition (code points).
        gevolg: the words of the consequence itself, which say nothing about room.
    """
    return next(_doubts(analysis, provision, zin, gevolg), None)


def _doubts(analysis: Analysis, provision: Provision, zin: Span, gevolg: Span) -> Iterator[Onzeker]:
    law = ander_recht(analysis, provision)
    if law is not None:
        yield law
    who = treft(analysis, provision, zin)
    if who is not None:
        yield who
    room = ruimte(provision.document, zin, gevolg)
    if room is not None:
        yield Onzeker(Twijfel.RUIMTE, room)
    out = verzachting(analysis, provision, zin)
    if out is not None:
        yield Onzeker(Twijfel.UITWEG, out)


def ruimte(document: Document, zin: Span, gevolg: Span) -> Span | None:
    """Words of the sentence itself that leave room, limit the consequence or offer a repair first."""
    for found in _phrases("ruimte").find(document, zin):
        if not found.overlaps(gevolg) and not _refused(document, zin, found):
            return found
    small = document.text.small
    for match in _MAY.finditer(small, zin.start, zin.end):
        if _DENIED_BEFORE.search(small[max(zin.start, match.start() - 40) : match.start()]) is None:
            return Span(match.start(), match.end())
    return None


# «geen nieuwe vergunning kan worden verkregen»
_DENIED_BEFORE = re.compile(r"\b(?:niet|geen)\b(?:\W+\w+){0,3}\W+\Z")
_WITHOUT = re.compile(r"\b(?:zonder|geen)\W+(?:\w+\W+){0,3}\Z")


def _refused(document: Document, zin: Span, found: Span) -> bool:
    """«zonder voorafgaande herinnering», «geen uitstel»: the words are there, the softening is not."""
    small = document.text.small
    return small[found.start : found.end] in _phrases("geweigerd") and (
        _WITHOUT.search(small[max(zin.start, found.start - 60) : found.start]) is not None
    )


def maatstaf(document: Document, zin: Span, gevolg: Span) -> Span | None:
    """Words of the sentence itself by which the authority weighs the case, or somebody first gets a chance to mend it."""
    return next((f for f in _phrases("maatstaf").find(document, zin) if not f.overlaps(gevolg) and not _refused(document, zin, f)), None)


@cache
def _phrases(name: str, key: str = "woorden") -> Phrases:
    return Phrases(table(_PACKAGE, name, _FILE)[key])


# «kan … niet» and «kunnen geen» deny; any other «kan» leaves a choice.
_MAY = re.compile(r"\b(?:kan|kunnen|mag|mogen|bevoegd)\b(?!(?:\W+\w+){0,4}?\W+(?:niet|geen)\b)(?! gezag)")


# criminal and private law


def ander_recht(analysis: Analysis, provision: Provision) -> Onzeker | None:
    """Whether the regulation or the artikel is about criminal, disciplinary or private law, by its title or words (Awb 1:1, 1:3, 1:6)."""
    title = analysis.document.title.lower()
    if any(part in title for part in table(_PACKAGE, "ander-recht", _FILE)["titels"]):
        return Onzeker(Twijfel.ANDER_RECHT)
    near = [_phrases("ander-recht", "straf").first(p.document, p.span) for p in analysis.in_artikel(provision.unit) or (provision,)]
    own = next((s for s in _phrases("ander-recht", "privaat").find(provision.document, provision.span) if not _levies(provision, s)), None)
    span = next((s for s in (*near, own) if s is not None), None)
    return Onzeker(Twijfel.ANDER_RECHT, span) if span is not None else None


_LEVIED = re.compile(r"\bdwangbevel\w*\b|\binvorder\w*\b|\bvorder(?:t|en)\b[^.;]{0,80}\bin\b")


def _levies(provision: Provision, word: Span) -> bool:
    """«vordert in bij dwangbevel en kan beslag leggen»: an attachment by the authority itself (Awb 4:114), no matter between citizens."""
    small = provision.document.text.small
    zin = provision.sentence_at(word.start)
    if not small.startswith("beslag", word.start) or _LEVIED.search(small, zin.start, zin.end) is None:
        return False
    return any(n.span.overlaps(zin) and n.adressaat is not None and n.adressaat.rol == "overheid" for n in provision.norms)


def elders_geregeld(analysis: Analysis, provision: Provision, zin: Span) -> bool:
    """Whether a sentence is beyond doubt about criminal procedure or the rights of private parties: then there is nothing to find."""
    title = analysis.document.title.lower()
    if any(part in title for part in table(_PACKAGE, "ander-recht", _FILE)["titels"]):
        return True
    document = provision.document
    if "administratieve sanctie" in document.text.small[zin.start : zin.end]:
        return False  # imposed and collected as in criminal law, but by the authority itself
    return _phrases("ander-recht", "zeker").first(document, zin) is not None


def in_beroep(wie: str) -> bool:
    """Whether who is hit, as the text names him («een accountant»), is somebody in a profession or office of its own."""
    return wie.lower().split()[-1] in table(_PACKAGE, "beroepen", _FILE)["woorden"]


def is_instelling(wie: str) -> bool:
    """Whether who is hit, as the text names him («de keuringsinstelling»), is a body that is no trader either."""
    return wie.lower().split()[-1].endswith(tuple(table(_PACKAGE, "instellingen", _FILE)["uitgangen"]))


# who is hit

_PLACE = r"(?:bij|in|op|tot|naast|ten laste van)"
_OTHER = r"(?:bij|in|op|tot|naast|ten laste van|door|aan)"
_NOUN_PHRASE = r"\s+(?:(?:de|het|een|die|deze|zijn|haar|elke|iedere)\s+)?(?:[\w-]+\s+)?\Z"
_AS_PLACE, _AS_OTHER = re.compile(rf"\b{_PLACE}{_NOUN_PHRASE}"), re.compile(rf"\b{_OTHER}{_NOUN_PHRASE}")


def treft(analysis: Analysis, provision: Provision, zin: Span) -> Onzeker | None:
    """The doubt whether a sentence hits a person; ``None`` when it does.

    Where the sentence itself names nobody, or somebody who may be a body too («de aanvrager»), the artikel, the definition or the rest of
    the regulation tells.
    """
    document = provision.document
    person = _people().first(document, zin)
    bodies = _bodies(document, zin, _AS_OTHER if person is not None else _AS_PLACE, deciders(provision, zin))
    if bodies is not None and (person is None or bodies.start < person.start):
        return Onzeker(Twijfel.INSTELLING, bodies)
    if person is not None or _personal(document, zin):
        return None
    near = analysis.in_artikel(provision.unit) or (provision,)
    for other in near:
        found = _bodies(document, other.span, _AS_PLACE, deciders(other, other.span))
        if found is not None:
            return Onzeker(Twijfel.INSTELLING, found)
    roles = [document.text.small[s.start : s.end] for s in _phrases("rollen").find(document, zin)]
    profile = _profile(analysis)
    if any(_defined_as_person(analysis, role) for role in roles) or profile.people_first or profile.few_bodies:
        return None
    if not roles and any(_people().first(document, other.span) is not None for other in near):
        return None
    return Onzeker(Twijfel.NIEMAND)


def deciders(provision: Provision, zin: Span) -> list[Span]:
    """Who decides in the sentence: the addressee of a power («trekt het bevoegd gezag de vergunning in»)."""
    return [
        n.adressaat.span
        for n in provision.norms
        if n.adressaat is not None and n.adressaat.span is not None and n.adressaat.rol == "overheid" and n.span.overlaps(zin)
    ]


def _bodies(document: Document, span: Span, elsewhere: re.Pattern[str], deciders: list[Span]) -> Span | None:
    """The first body that is named as somebody who is hit: not as the place where («bij de instelling»), not as who decides."""
    small = document.text.small
    for found in _phrases("instellingen").find(document, span):
        if (
            elsewhere.search(small[max(span.start, found.start - 40) : found.start]) is None
            and not any(found.overlaps(d) for d in deciders)
            and not (_BY.search(small, span.start, found.start) and _MADE.match(small, found.end))
        ):
            return found
    return None


# «een door een notaris gewaarmerkte verklaring»: who makes a paper that somebody else must hand in
_BY = re.compile(r"\bdoor (?:de|het|een|zijn|haar|diens) (?:[\w-]+ )?\Z")
_MADE = re.compile(r"\s+(?:\w*ge\w+|ver\w+|be\w+|onder\w+|over\w+)(?:de|te|en|d|t)\s+[a-z]")


def mensen_woorden() -> list[str]:
    """Words for people in a role that only a natural person has, as :class:`Phrases` takes them."""
    lists = table(_PACKAGE, "mensen", _FILE)
    return [*lists["woorden"], *(f"*{ending}" for ending in lists["uitgangen"])]


@cache
def _people() -> Phrases:
    return Phrases(mensen_woorden())


def _personal(document: Document, span: Span) -> bool:
    return _phrases("persoonlijk").first(document, span) is not None and _phrases("persoonlijk", "niet").first(document, span) is None


def rollen(document: Document, zin: Span) -> Iterator[Span]:
    """Words for somebody who may be a person or a body («de aanvrager»)."""
    return _phrases("rollen").find(document, zin)


def _defined_as_person(analysis: Analysis, role: str) -> bool:
    definition = analysis.definitions.get(role)
    if definition is None:
        return False
    said = definition.text.lower()
    return (said in _people() or "persoon" in said) and said not in _phrases("instellingen")


@dataclass(frozen=True, slots=True)
class _Profile:
    """Whom a regulation is about: people named more often than bodies; hardly any bodies beside people and roles."""

    people_first: bool
    few_bodies: bool


_profiles: WeakKeyDictionary[Analysis, _Profile] = WeakKeyDictionary()
_MANY_PEOPLE = 3
_FEW = 4  # roles and people for every body


def _profile(analysis: Analysis) -> _Profile:
    known = _profiles.get(analysis)
    if known is None:
        document = analysis.document
        people = bodies = roles = 0
        for provision in analysis.provisions:
            people += _number(_people().find(document, provision.span))
            bodies += _number(_phrases("instellingen").find(document, provision.span))
            roles += _number(_phrases("rollen").find(document, provision.span))
        known = _profiles[analysis] = _Profile(people >= _MANY_PEOPLE and people >= bodies, _FEW * bodies <= people + roles)
    return known


def _number(found: Iterable[object]) -> int:
    return sum(1 for _ in found)


@cache
def _applying() -> tuple[re.Pattern[str], ...]:
    """A body that applies: «het bevoegd gezag … ontvangt op aanvraag», «op aanvraag van de gemeente»."""
    names = sorted({*table(_PACKAGE, "instellingen", _FILE)["woorden"], *table(_PACKAGE, "aanvragende", _FILE)["woorden"]}, key=len)
    body = rf"(?:{'|'.join(re.escape(n) for n in reversed(names))})"
    asked = r"(?:aanvra(?:ag|gen|ge)|verzoek(?:en)?)"
    return (
        re.compile(rf"\b{body}\b[^.;:]{{0,200}}\b(?:ontvang(?:t|en)|krijg(?:t|en)) op aanvraag\b"),
        re.compile(rf"\b{asked} (?:van|door) (?:de|het|een) (?:\w+ )?{body}\b"),
        re.compile(rf"\bdien(?:t|en) (?:de|het|een) (?:\w+ )?{body}\b[^.;:]{{0,80}}\b{asked}\b"),
        re.compile(rf"\b{body}\b[^.;:]{{0,120}} (?:dien(?:t|en)|kan|kunnen) [^.;:]{{0,60}}\b{asked} (?:[^.;:]{{0,60}} )?in(?:dienen)?\b"),
        re.compile(rf"\b{asked}\b[^.;:]{{0,80}}\b(?:ingediend|gedaan) door (?:de|het|een) (?:\w+ )?{body}\b"),
    )


def aanvraag_van_instelling(analysis: Analysis, provision: Provision, zin: Span) -> bool:
    """Whether what is refused is the application of a body, as the artikel says who applies; ``zin`` itself names no person."""
    if _people().first(provision.document, zin) is not None:
        return False
    small = provision.document.text.small
    near = [p for p in analysis.in_artikel(provision.unit) or (provision,) if p.span.start <= provision.span.start]
    return any(pattern.search(small, p.span.start, p.span.end) for p in near for pattern in _applying())


# words that may soften

_AWB = re.compile(r"\b(?:awb|algemene wet bestuursrecht)\b")
_DECIDES = re.compile(r"\b(?:beslist|beslissen|besluit|beslissing|beschikking)\b")


def verzachting(analysis: Analysis, provision: Provision, zin: Span) -> Span | None:
    """Words in the rest of the artikel, or where a sentence refers to it, that may soften what ``zin`` says.

    Wider than :func:`doenvermogentoets.norms.uitweg.ways_out`: what is found here is no way out, but nobody can say that there is none
    before it has been read.
    """
    document = provision.document
    for near in analysis.in_artikel(provision.unit) or (provision,):
        for sentence in near.passage.sentences:
            if not sentence.span.overlaps(zin) and not elders(analysis, provision, near, sentence.span):
                found = _softening(document, sentence.span)
                if found is not None and not andere_termijn(analysis, provision, zin, near, found):
                    return found
    own = {provision.unit, provision.unit.artikel} | {u for u in provision.unit.ancestors() if u.kind in CONTAINERS}
    left_out = [c.zin for c in clausules(analysis) if any(own & u.units for u in c.uitsluitingen)]
    for place in _referring(analysis, own):
        if any(place.overlaps(zin_) for zin_ in left_out):
            continue  # «kan afwijken, met uitzondering van artikel 3»: named, and not helped
        found = _softening(document, place)
        if found is not None:
            return found
    return None


def _softening(document: Document, span: Span) -> Span | None:
    small = document.text.small
    for found in _phrases("verzachting").find(document, span):
        said = small[found.start : found.end]
        if "verleng" in said and _DECIDES.search(small, span.start, span.end) is not None:
            continue  # «kan deze termijn verlengen» in a sentence about deciding gives time to the authority
        if "toepassing" in said and _AWB.search(small, span.start, span.end) is not None:
            continue  # «Awb 4:5 is niet van toepassing» takes a way out away
        if not _refused(document, span, found):
            return found
    return None


_sentences: WeakKeyDictionary[Analysis, dict[Unit, list[Span]]] = WeakKeyDictionary()
_ENOUGH = 40  # sentences that refer to one artikel


def _referring(analysis: Analysis, units: set[Unit | None]) -> Iterator[Span]:
    """The sentences elsewhere that refer to one of these units, in order of place."""
    known = _sentences.get(analysis)
    if known is None:
        known = _sentences[analysis] = {}
        for provision in analysis.provisions:
            for sentence in provision.passage.sentences:
                for reference in references_in(analysis.document, sentence.span):
                    for unit in reference.units:
                        if unit.artikel is None or unit.artikel is not provision.unit.artikel:
                            known.setdefault(unit, []).append(sentence.span)
    for own in units:
        if own is not None:
            yield from known.get(own, ())[:_ENOUGH]
