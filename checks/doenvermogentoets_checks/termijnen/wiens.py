"""Whose limit it is: the citizen who must act in time, as the sentence, the artikel and the begripsbepalingen name him."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Document
from doenvermogentoets.language.model import Sentence
from doenvermogentoets.norms import actors, rollen
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.lexicon import load
from doenvermogentoets.norms.model import Adressaat, Norm, Soort, Termijn, TermijnSoort
from doenvermogentoets.text import Span
from doenvermogentoets_checks.artikelsgewijs import per_artikel
from doenvermogentoets_checks.common import named, phrases
from doenvermogentoets_checks.gericht import leans_to_people

PACKAGE = __package__ or "doenvermogentoets_checks.termijnen"
PRONOUNS = frozenset(("hij", "zij", "deze", "degene", "ieder", "wie", "die"))
_MINIMUM = re.compile(r"\bten ?minste\b|\bminstens\b", re.I)
_TOWARDS = frozenset(("aan", "bij", "van", "door", "tot", "tegen", "met", "op", "jegens"))


# «De ouder en de leerling ontvangen binnen …», «ontvangt de houder binnen …»; what was «door de dienst ontvangen» was sent to it
_GETS = re.compile(
    r"(?<!\bdoor )\b(?:de|het|zijn|haar|hun|een) \w+ ontvangen (?:binnen|uiterlijk)\b"
    r"|\b(?:ontvangt|krijgt|ontvangen|krijgen) (?:(?:de|een|elke|iedere) [\w-]+|hij|zij) (?:binnen|uiterlijk)\b"
)


def gets(document: Document, span: Span, limit: Span) -> bool:
    """Whether people get something within a limit: it is that of whoever sends it."""
    return any(m.start() <= limit.start < m.end() for m in _GETS.finditer(document.text.small, span.start, span.end))


def binds_citizen(analysis: Analysis, provision: Provision, norm: Norm, termijn: Termijn) -> bool:
    """A limit whose owner is unknown counts when the norm itself punishes missing it, or it is one for handing something in."""
    document = provision.document
    if _MINIMUM.search(document.text[termijn.kern]) and not termijn.teruggerekend:
        return False  # «ten minste een maand»: a floor under what an authority may set
    near = Span(max(norm.span.start, termijn.kern.start - 60), min(norm.span.end, termijn.kern.end + 160))
    if phrases(PACKAGE, "aan-burger").first(document, near) is not None or gets(document, near, termijn.kern):
        return False
    if in_omission(document, norm, termijn) and phrases(PACKAGE, "daad-overheid").first(document, near) is not None:
        return False
    if document.text.content[max(0, termijn.kern.start - 8) : termijn.kern.start].lower() == "gelegen ":
        return False  # «een dag, gelegen binnen vier weken na»: a date is described
    if _other_clause(document, norm, termijn) or ASKS_AUTHORITY.search(document.text.content, norm.span.start, termijn.kern.start):
        return False
    sure = norm.adressaat is not None and norm.adressaat.rol == "burger" and norm.adressaat.bekend
    if not sure and _authority_just_before(analysis, provision, termijn):
        return False
    if (
        whoever(document, norm, termijn)
        or termijn.voor == "burger"
        or acts_after(document, norm, termijn) is not None
        or by_noun(document, norm)
    ):
        return True
    if termijn.voor == "onbekend":
        near = Span(max(norm.span.start, termijn.kern.start - 80), min(norm.span.end, termijn.kern.end + 80))
        if norm.soort is Soort.PLICHT and sure and termijn.soort is TermijnSoort.OPEN:
            return True  # «is degene … gehouden de kilometerstand terstond aan de inspecteur te doen toekomen»
        if norm.soort is Soort.RECHT and sure:
            return True  # «kan de schuldenaar, mits binnen zeven dagen, verzoeken»
        if _citizen_just_before(analysis, provision, termijn):
            return True
        handed_in = phrases(PACKAGE, "inleveren").first(document, near) is not None
        # «Kosten die niet binnen een maand zijn gedeclareerd, …»: a paper that was not handed in in time is described
        return (norm.belastend and bool(norm.gevolgen)) or (handed_in and (bool(norm.voorwaarden) or in_omission(document, norm, termijn)))
    return asked(document, norm, termijn) or _citizen_just_before(analysis, provision, termijn)


# «Wie zich niet binnen drie dagen na de oproep meldt, …»: whoever he is, the limit is his
_WHOEVER_NOT = re.compile(
    r"\s*(?:\d+[a-z]?\.\s+)?(?:wie|degene die|ieder die|een ieder die|iedereen die)\b(?:(?!\bword(?:t|en)\b)[^.;:,]"
    r"|, bedoeld in [^,;:]{0,60},){0,120}"
    r"\b(?:niet|geen)\b[^.;:,]{0,60}\Z",
    re.I,
)


# «Wie niet binnen drie dagen door het college wordt opgeroepen»: what another does in time
_DONE_TO_HIM = re.compile(r"[^.;:,]{0,120}?\b(?:door (?:het|de|onze)|word(?:t|en)|opgeroepen|uitgenodigd)\b(?! later\b)", re.I)


def whoever(document: Document, norm: Norm, termijn: Termijn) -> bool:
    """Whether the sentence opens with whoever does not act within the limit."""
    content = document.text.content
    opens = _WHOEVER_NOT.match(content, norm.span.start, termijn.kern.start) is not None
    return opens and _DONE_TO_HIM.match(content, termijn.kern.end, norm.span.end) is None


# An act of a citizen as a noun: «Voldoening geschiedt ineens en uiterlijk …», «Aanmelding vindt plaats binnen …»
_NOUN = re.compile(
    r"[\s\d.a-z]{0,6}(?:de |het )?(?:voldoening|betaling|terugbetaling|aflossing|aanmelding|inschrijving|inlevering|afmelding|storting)"
    r"(?: van [^.;:,]{2,60})? (?:geschiedt|vindt|moet|dient)\b",
    re.I,
)


def by_noun(document: Document, norm: Norm) -> bool:
    """The sentence names an act of a citizen without saying whose it is."""
    return _NOUN.match(document.text[norm.span]) is not None


@cache
def _doer_after() -> re.Pattern[str]:
    people = sorted((*load("actors")["burger"]["particulier"], "bewoner", "bewoners"), key=len, reverse=True)
    return re.compile(
        rf"\s+(?!wordt|worden|is|zijn|heeft|hebben)\w+(?:t|en)\s+((?:de|een|het)\s+(?:{'|'.join(map(re.escape, people))}))(?![\w-])", re.I
    )


def acts_after(document: Document, norm: Norm, termijn: Termijn) -> str | None:
    """«Binnen een uur na de afkondiging dooft de bewoner …»: the one who acts, right behind the verb that follows the limit."""
    match = _doer_after().match(document.text.content, termijn.span.end, norm.span.end)
    return named(match.group(1)) if match is not None else None


# «kan de eigenaar het bevoegd gezag verzoeken om binnen vier weken …»: what the authority is asked to do.
ASKS_AUTHORITY = re.compile(
    r"\b(?:het (?:bevoegd gezag|college|bestuur\w*|uwv)|de (?:minister|inspecteur|dienst|raad|burgemeester)|onze minister|"
    r"gedeputeerde staten|burgemeester en wethouders)"
    r"\s+verzoeken\s+(?:om\s+)?\Z",
    re.I,
)
_OWN_CLAUSE = re.compile(
    r"(?:;|:\s*\n?\s*[a-z]\.|\n\s*[a-z0-9]{1,2}[.°])\s+(?:het (?:bevoegd gezag|college|bestuur\w*|uwv)"
    r"|de (?:minister|inspecteur|dienst|raad|burgemeester|directeur)|onze minister)\b[^.;]*\Z",
    re.I,
)


def _other_clause(document: Document, norm: Norm, termijn: Termijn) -> bool:
    """«…; het college beslist daarop binnen vier weken»: a clause with an authority of its own as subject."""
    return _OWN_CLAUSE.search(document.text.content, norm.span.start, termijn.kern.start) is not None


def asked(document: Document, norm: Norm, termijn: Termijn) -> bool:
    """«kan de huurder verzoeken binnen drie weken gegevens te verstrekken»."""
    before = Span(max(norm.span.start, termijn.kern.start - 60), termijn.kern.start)
    after = Span(termijn.kern.end, min(norm.span.end, termijn.kern.end + 120))
    return (
        phrases(PACKAGE, "gevraagd").first(document, before) is not None and phrases(PACKAGE, "te-doen").first(document, after) is not None
    )


_ACTS = re.compile(r"(?:verstrekt|overlegt|meldt|betaalt|geeft|doet|legt|dient|deelt|zendt|vraagt)\s+(?:de|het|een)\s+\w+\s+\Z", re.I)
_HE_NOT = re.compile(r"\b(?:indien|tenzij|als)\s+(?:hij|zij|deze)\s+(?:\w+\s+){0,3}niet\s+\Z", re.I)


def _citizen_just_before(analysis: Analysis, provision: Provision, termijn: Termijn) -> bool:
    """«Gegevens die ..., verstrekt de ouder binnen ...», «tenzij hij niet uiterlijk ...»: the last party named is a citizen."""
    content = provision.document.text.content
    before = content[max(provision.span.start, termijn.kern.start - 60) : termijn.kern.start]
    if _ACTS.search(before) is None and _HE_NOT.search(before) is None:
        return False
    last = _last_actor(analysis, provision, termijn)
    return last is not None and last[1].rol == "burger"


def _authority_just_before(analysis: Analysis, provision: Provision, termijn: Termijn) -> bool:
    """«het bevoegd gezag ten minste een jaar voorafgaand»: the limit is the authority's; «aan het college binnen» is not."""
    last = _last_actor(analysis, provision, termijn)
    if last is None or last[1].rol != "overheid":
        return False
    sentence, actor = last
    gap = provision.document.text.content[sentence.ends[actor.last] : termijn.kern.start]
    lead = sentence.words[max(0, actor.first - 3) : actor.first]
    return len(gap) < 14 and gap.strip() in ("", "ten minste", "telkens", "jaarlijks") and actor.first > 0 and not _TOWARDS & set(lead)


_HEARD = frozenset(("getuige", "getuigen", "deskundige", "deskundigen"))


_named: WeakKeyDictionary[Analysis, dict[int, list[Actor]]] = WeakKeyDictionary()


def actors_of(analysis: Analysis, sentence: Sentence) -> list[Actor]:
    """Who is named in a sentence of the draft, in the role that the norms give him; worked out once, also when it has many limits."""
    known = _named.setdefault(analysis, {})
    if id(sentence) not in known:
        found = actors.find(sentence.words, analysis.definitions, actors.homonyms(analysis.document.text.content))
        own = _spoken_to(analysis, sentence) if any(a.rol == "overheid" for a in found) else frozenset()
        known[id(sentence)] = [
            replace(a, rol="burger", particulier=True, bekend=False) if a.rol == "overheid" and sentence.words[a.last] in own else a
            for a in found
        ]
    return known[id(sentence)]


def _spoken_to(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The nouns by which the norms of a sentence speak to a person who elsewhere decides: the ambtenaar whose own affair it is."""
    provision = analysis.at(sentence.span.start)
    norms = provision.norms if provision is not None else ()
    ends = {
        n.adressaat.span.end
        for n in norms
        if n.adressaat is not None and n.adressaat.rol == "burger" and n.adressaat.particulier and n.adressaat.span is not None
    }
    nouns = {word for word, end in zip(sentence.words, sentence.ends, strict=True) if end in ends}
    if "hij" in nouns:  # «Indien de ambtenaar schade heeft, meldt hij»
        nouns |= set(filter(rollen.staff_word, sentence.words))
    return frozenset(nouns)


def _last_actor(analysis: Analysis, provision: Provision, termijn: Termijn, *, burger: bool = False) -> tuple[Sentence, Actor] | None:
    at = termijn.kern.start
    sentence = provision.passage.at(at)
    if sentence is None:
        return None
    found = [
        a
        for a in actors_of(analysis, sentence)
        if sentence.starts[a.first] < at and (a.rol == "burger" or not burger) and sentence.words[a.last] not in _HEARD
    ]
    if not found:
        return None
    last = found[-1]
    person = next((a for a in reversed(found) if a.particulier), None)
    if (
        burger
        and person is not None
        and not last.particulier
        and not _PLACES.isdisjoint(sentence.words[max(0, last.first - 6) : last.first])
    ):
        return sentence, person  # «waarin de patiënt is opgenomen in een ziekenhuis of een instelling»
    return sentence, last


_PLACES = frozenset(("in", "bij", "naar", "uit"))


def in_omission(document: Document, norm: Norm, termijn: Termijn) -> bool:
    """Whether an effect in the same sentence hangs on missing the limit: «… vervalt indien niet binnen …»."""
    before = Span(max(norm.span.start, termijn.kern.start - 160), termijn.kern.start)
    after = Span(termijn.kern.end, min(norm.span.end, termijn.kern.end + 60))
    search = phrases(PACKAGE, "verzuim")
    if document.text[termijn.kern].lower().startswith("later dan"):
        return True
    conditional = not norm.voorwaarden or any(v.start <= termijn.kern.start <= v.end for v in norm.voorwaarden)
    return conditional and any(search.first(document, span) is not None for span in (before, after))


def addressed_before(analysis: Analysis, provision: Provision) -> Adressaat | None:
    """The last citizen whom an earlier lid of the same artikel speaks to."""
    return _addressed(analysis, provision).get(provision)


@per_artikel
def _addressed(analysis: Analysis, provision: Provision) -> dict[Provision, Adressaat | None]:
    """Of each lid of the artikel the last citizen whom one before it speaks to."""
    out: dict[Provision, Adressaat | None] = {}
    found = None
    for p in analysis.in_artikel(provision.unit):
        out[p] = found
        for norm in p.norms:
            if norm.adressaat is not None and norm.adressaat.rol == "burger" and norm.adressaat.tekst.lower() not in {*PRONOUNS, ""}:
                found = replace(norm.adressaat, particulier=norm.adressaat.particulier or _defined_as_person(analysis, norm.adressaat))
    return out


_EITHER = re.compile(r"\b(?:houders?|ontvangers?|eigena(?:ar|ren|ars)|[a-z]+(?:kaart|pas|budget|kenteken)houders?)\b", re.I)


def defined_as_natural(analysis: Analysis, adressaat: Adressaat) -> bool:
    """The begripsbepalingen say that it is a natural person."""
    definition = analysis.definitions.get(adressaat.tekst.lower())
    if definition is None or definition.rol == "overheid":
        return False
    said = definition.text.lower()
    return "natuurlijke persoon" in said and "rechtspersoon" not in said


def person_here(analysis: Analysis, adressaat: Adressaat) -> bool:
    """A word that says person and enterprise alike («houder», «ontvanger»), in a text that is more about people than about firms."""
    if adressaat.rol != "burger" or _EITHER.fullmatch(adressaat.tekst.split(",")[0].split(" van ")[0].split(" die ")[0].strip()) is None:
        return False
    if adressaat.tekst.lower() in analysis.definitions:
        return analysis.definitions[adressaat.tekst.lower()].particulier
    return leans_to_people(analysis)


def _defined_as_person(analysis: Analysis, adressaat: Adressaat | None) -> bool:
    definition = analysis.definitions.get(adressaat.tekst.lower()) if adressaat is not None else None
    return definition is not None and definition.rol == "burger" and definition.particulier


def named_before(analysis: Analysis, provision: Provision, norm: Norm, termijn: Termijn) -> tuple[str, bool] | None:
    """How the last citizen named before a limit in its sentence is called, and whether he is surely a natural person."""
    found = _last_actor(analysis, provision, termijn, burger=True)
    if found is None:
        return ("degene", True) if whoever(provision.document, norm, termijn) else None
    sentence, actor = found
    return named(provision.document.text[sentence.span_of(actor.first, actor.last)]), actor.particulier
