"""Who must act within a limit that the norm table ties to nobody: read from the words around the limit."""

from __future__ import annotations

import re

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Document
from doenvermogentoets.language.model import Sentence
from doenvermogentoets.norms import actors
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.grammar import DETERMINERS, PREPOSITIONS
from doenvermogentoets.norms.model import Adressaat, Norm
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import is_person, named, table
from doenvermogentoets_checks.doenvermogen.mensen import MOSTLY_ORGANISATIONS, about_people, is_organisation, of_bodies
from doenvermogentoets_checks.gericht import leans_to_people
from doenvermogentoets_checks.termijnen.tijdsvormen import FILE
from doenvermogentoets_checks.termijnen.wiens import PACKAGE, PRONOUNS, actors_of, defined_as_natural, person_here

NIEMAND = "wie het aangaat"
TOWARDS = PREPOSITIONS | {"als", "dan"}
"""Words that lead to somebody who does not act: whom something is done to or compared with."""


def who_acts(analysis: Analysis, provision: Provision, sentence: Sentence, norms: list[Norm], at: Span) -> str | None:
    """Who must act in time: a person whom the text names, :data:`NIEMAND` where nobody is named, ``None`` for anybody else."""
    if of_bodies(provision, sentence.span):
        return None
    found = acting(analysis, sentence, at)
    if WHOEVER.match(provision.document.text.content, sentence.span.start, at.start) is not None:
        return "de betrokkene"  # whoever he is, the persons named further on are others
    for norm in norms:
        who = norm.adressaat
        if who is not None and who.rol == "overheid" and who.tekst.lower() in PRONOUNS and binds_authority(norm, at):
            return None  # «zij» is the authority of the sentence before
        if _by_form(analysis, who) and at.start > norm.span.start:
            return None  # «de kabelbeheerder»: somebody by the form of the word, of whom nothing is known
        if who is None or not who.bekend or not who.tekst or any(v.start <= at.start < v.end for v in norm.voorwaarden):
            continue
        if who.rol == "overheid":
            return NIEMAND if _in_relative(provision.document, norm, at) and about_people(analysis, provision) else None
        if who.rol == "burger":
            if who.tekst.lower() in PRONOUNS and found is not None and not _is_person(analysis, provision, sentence, found):
                return None
            if is_organisation(norm):
                return None
            person = is_person(who) or defined_as_natural(analysis, who) or person_here(analysis, who)
            return _called(who.tekst) if person or _extra(who.tekst) else None
    if found is not None:
        text = provision.document.text[sentence.span_of(found.first, found.last)]
        return _called(text) if _is_person(analysis, provision, sentence, found) else None
    return NIEMAND if about_people(analysis, provision) or leans_to_people(analysis) else None


def _by_form(analysis: Analysis, who: Adressaat | None) -> bool:
    """An addressee whom no list and no definition knows."""
    if who is None or who.rol != "burger" or not who.tekst or who.particulier or who.tekst.lower() in PRONOUNS:
        return False
    return actors.role_of_phrase(who.tekst.lower().split()) is None and not defined_as_natural(analysis, who)


def binds_authority(norm: Norm, at: Span) -> bool:
    """Whether a limit at this place is one for an authority."""
    return any(t.voor == "overheid" and t.span.overlaps(at) for t in norm.termijnen)


WHOEVER = re.compile(
    r"\s*(?:\d+[a-z]?\.\s+)?(?:(?:personen|degenen?|ieder|eenieder|een ieder|wie|iedereen) (?:die|aan wie|van wie|wiens)\b|wie\s+\w+)",
    re.I,
)


def _called(text: str) -> str:
    text = text.split(",")[0]
    return "de betrokkene" if text.lower() in PRONOUNS else named(text)


def _is_person(analysis: Analysis, provision: Provision, sentence: Sentence, actor: Actor) -> bool:
    """A person, not an authority, an enterprise or a word that mostly stands for organisations."""
    text = provision.document.text[sentence.span_of(actor.first, actor.last)]
    if actor.rol != "burger" or text.lower().removeprefix("de ") in MOSTLY_ORGANISATIONS:
        return False
    adressaat = Adressaat(text, "burger", "middel", None, actor.particulier)
    return is_person(adressaat) or person_here(analysis, adressaat) or _extra(text)


_RELATIVE = re.compile(r"\b(?:waarvoor|waarvan|waarover|die|dat|indien|als|wanneer)\b[^.;,]{0,80}\Z", re.I)


def _in_relative(document: Document, norm: Norm, at: Span) -> bool:
    """«beëindigt de levering waarvoor het verzoek niet voor het einde van … is ontvangen»."""
    return _RELATIVE.search(document.text.content, norm.span.start, at.start) is not None


def _extra(text: str) -> bool:
    words = text.lower().split()
    return bool(words) and any(w in table(PACKAGE, "mensen-extra", FILE)["woorden"] for w in words[:3])


def acting(analysis: Analysis, sentence: Sentence, at: Span) -> Actor | None:
    """The party that acts: the first without a preposition in the clause of the limit, the agent after «door», or the first behind it."""
    words = sentence.words
    found = actors_of(analysis, sentence)
    limit = next((i for i, start in enumerate(sentence.starts) if start >= at.start), len(words))
    bounds = [0, *(i + 1 for i in range(limit) if words[i] in (",", ";", ":"))]
    ends = [*bounds[1:], limit]
    if {"hij", "zij"} & set(words[bounds[-1] : limit]):
        about = next((a for a in found if a.first < limit and lead(words, a) not in TOWARDS and a.rol == "burger"), None)
        return about or next((a for a in found if a.first < bounds[-1]), None)  # who the sentence is about
    labels = [i for i, is_label in enumerate(sentence.is_label[:limit]) if is_label]
    for start, end in reversed(list(zip(bounds, ends, strict=True))):
        if len(labels) > 1 and labels[0] <= start and end <= labels[-1] + 1:
            continue  # an onderdeel beside the one with the limit
        here = [a for a in found if start <= a.first < end]
        agent = next((a for a in here if lead(words, a) == "door" and not _receives(words, a)), None)
        bare = next((a for a in here if lead(words, a) not in TOWARDS), None)
        if agent is not None or bare is not None:
            return agent or bare
    after = [a for a in found if sentence.starts[a.first] >= at.end]
    agent = next((a for a in after if lead(words, a) == "door" and not _receives(words, a)), None)
    bare_after = [a for a in after if lead(words, a) not in TOWARDS]
    authority = next((a for a in bare_after if a.rol == "overheid"), None)
    return agent or authority or (bare_after[0] if bare_after else None)


def _receives(words: tuple[str, ...], actor: Actor) -> bool:
    """«door de SVB ontvangen»: the one who gets it is not the one who must be in time."""
    return any(w in ("ontvangen", "ingekomen", "binnengekomen") for w in words[actor.last + 1 : actor.last + 4])


def lead(words: tuple[str, ...], actor: Actor) -> str:
    """The word before a party, past its article and adjectives; empty at the start."""
    j = actor.first - 1
    while j >= 0 and (words[j] in DETERMINERS or words[j] in ("onze", "een") or (words[j].endswith("e") and len(words[j]) > 4)):
        j -= 1
    return words[j] if j >= 0 else ""
