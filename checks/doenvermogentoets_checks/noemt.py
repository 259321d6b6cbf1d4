"""Whom a text names: people, or bodies and firms; in a sentence, in a lid, and in bill and toelichting as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.document import Document
from doenvermogentoets.text import Span
from doenvermogentoets_checks.artikelsgewijs import per_artikel, per_provision
from doenvermogentoets_checks.common import Phrases, table
from doenvermogentoets_checks.gericht import inrichting_van_mensen
from doenvermogentoets_checks.wie_treft import deciders, mensen_woorden, rollen

_PACKAGE = __package__ or "doenvermogentoets_checks"
_FILE = "noemt.toml"


def lists(name: str) -> dict[str, Any]:
    """What ``noemt.toml`` lists under a name."""
    return table(_PACKAGE, name, _FILE)


@cache
def phrases(name: str) -> Phrases:
    """The words that ``noemt.toml`` lists under a name, to look for in a text."""
    return Phrases(lists(name)["woorden"])


def iets_persoonlijks(document: Document, zin: Span) -> bool:
    """Whether the sentence is about a right, payment or paper that belongs to a person («de administratieve sanctie»)."""
    return phrases("persoonlijk").first(document, zin) is not None


def noemt_mens(provision: Provision, zin: Span) -> bool:
    """Whether the sentence itself names a person («de kiezer»)."""
    return person(provision.document, zin) is not None


def noemt_lichaam(analysis: Analysis, provision: Provision, zin: Span) -> bool:
    """Whether the sentence names a body that acts or is hit."""
    return body(analysis, provision, zin) is not None


@per_provision
def noemt_in_lid(analysis: Analysis, provision: Provision) -> tuple[bool, bool]:
    """Whether the lid as a whole names a person, and a body that acts or is hit."""
    return noemt_mens(provision, provision.span), noemt_lichaam(analysis, provision, provision.span)


@per_artikel
def named_in_artikel(analysis: Analysis, provision: Provision) -> tuple[int, int]:
    """How many leden of the artikel name a body, and how many name a person."""
    named = [noemt_in_lid(analysis, p) for p in analysis.in_artikel(provision.unit) or (provision,)]
    return sum(lichaam for _, lichaam in named), sum(mens for mens, _ in named)


# -- a person -----------------------------------------------------------------------------------------------------------


def person(document: Document, span: Span) -> Span | None:
    """The first person who acts or is hit."""
    small = document.text.small
    for found in _people().find(document, span):
        if _OTHERWISE.search(small, max(0, found.start - 24), found.start) is None:
            return found
    return None


# «55 jaar of ouder», «niet ouder is dan drie maanden», «gegevens betreffende de kandidaten», «de Autoriteit Consument en Markt»:
# no person who acts or is hit
_OTHERWISE = re.compile(
    r"\b(?:jaar|jaren) of \Z|\bniet \Z|\bautoriteit \Z|\b(?:betreffende|omtrent|over|inzake|aangaande)\s+(?:de|het|een)\s+\Z"
)


def by_definition(analysis: Analysis, document: Document, zin: Span) -> Span | None:
    """A role in the sentence («de houder») that the begripsbepalingen give to a natural person."""
    for found in rollen(document, zin):
        definition = analysis.definitions.get(document.text.small[found.start : found.end])
        if definition is not None and "natuurlijke perso" in (said := definition.text.lower()) and "rechtsperso" not in said:
            return found
    return None


@cache
def _people() -> Phrases:
    return Phrases([*mensen_woorden(), *lists("ook-mensen")["woorden"]])


# -- a body -------------------------------------------------------------------------------------------------------------


def body(analysis: Analysis, provision: Provision, span: Span) -> Span | None:
    """The first body that acts or is hit: not the place where, the receiver, the agent or who decides («bij de instelling»)."""
    document, small = provision.document, provision.document.text.small
    for found in _bodies(analysis, document, span):
        owes = _OWES.match(small, found.end, span.end) is not None
        if not owes and _PLACE.search(small, max(span.start, found.start - 40), found.start) is not None:
            continue
        if any(found.overlaps(d) for d in deciders(provision, span)) or _is_authority(analysis, small[found.start : found.end]):
            continue
        return found
    return None


_PLACE = re.compile(
    r"\b(?:bij|in|op|tot|naast|ten laste van|door|aan)\s+(?:(?:de|het|een|die|deze|zijn|haar|elke|iedere)\s+)?(?:[\w-]+\s+)?\Z"
)
_OWES = re.compile(r"\W+(?:\w+\W+){0,3}?verschuldigde?\b")


def _bodies(analysis: Analysis, document: Document, span: Span) -> Iterator[Span]:
    """The bodies, firms and trades that are named; a prison or a hospital is the place where people of the text are."""
    place = inrichting_van_mensen(analysis)
    for found in phrases("lichamen").find(document, span):
        if not (place and document.text.small.startswith("inrichting", found.start)):
            yield found


def _is_authority(analysis: Analysis, word: str) -> bool:
    """«de bank», where the begripsbepalingen say that it is an authority («de Sociale verzekeringsbank»)."""
    definition = analysis.definitions.get(word)
    return definition is not None and definition.rol == "overheid"


def addressed(provision: Provision, zin: Span, named: Span) -> bool:
    """Whether it is who is named there that the norm speaks to."""
    return any(
        n.adressaat is not None and n.adressaat.span is not None and n.adressaat.span.overlaps(named) for n in provision.norms_in(zin)
    )


# -- the text as a whole ------------------------------------------------------------------------------------------------


CLEARLY = 2  # so many times more sentences about people than about bodies
_known: WeakKeyDictionary[DossierAnalysis, tuple[int, int]] = WeakKeyDictionary()


def mensen_en_lichamen(dossier: DossierAnalysis) -> tuple[int, int]:
    """How many sentences of bill and toelichting name people or small traders, and how many name bodies and firms."""
    known = _known.get(dossier)
    if known is None:
        people = bodies = 0
        told = [(p.document, s.span) for p in dossier.bill.provisions for s in p.passage.sentences]
        if dossier.explanation is not None:
            document = dossier.explanation.document
            told += [(document, Span(m.start(), m.end())) for m in _SENTENCE.finditer(document.text.small)]
        for document, span in told:
            named = person(document, span) is not None or any(
                phrases(name).first(document, span) is not None for name in ("persoonlijk", "klein")
            )
            people += named
            bodies += not named and next(_bodies(dossier.bill, document, span), None) is not None
        known = _known[dossier] = (people, bodies)
    return known


_SENTENCE = re.compile(r"[^.!?\n]{3,2000}[.!?\n]")
