"""What being late costs, said in the sentence of the limit itself or looking back on it.

«…, bij gebreke waarvan de aanspraak vervalt», «mits binnen zeven dagen», «wordt geacht het aanbod te hebben afgewezen», «na afloop
van die termijn kan geen aanvraag meer worden gedaan»: losses that no verb of taking away names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Document, UnitKind
from doenvermogentoets.norms.decisions import OFFICIAL_POWER
from doenvermogentoets.norms.gevolgen import Consequence
from doenvermogentoets.norms.model import Gevolg, GevolgSoort, Norm, Soort, Termijn
from doenvermogentoets.norms.verstreken import of_another, points_back, refers_back
from doenvermogentoets.norms.waar import Waar
from doenvermogentoets.text import Span
from doenvermogentoets_checks.artikelsgewijs import per_artikel
from doenvermogentoets_checks.common import phrases, table
from doenvermogentoets_checks.termijnen.wiens import PACKAGE, in_omission

# «kan de in het eerste lid bedoelde bevoegdheid slechts worden uitgeoefend binnen»: the time limits the authority that has it
_POWER_USED = re.compile(r"\bbevoegdheid\b[^.;]{0,80}\b(?:uitgeoefend|gebruik\w* (?:ge|worden ge)maakt|aangewend|toegepast)\b")
_BY_SOMEBODY = re.compile(
    r"\bdoor (?:de|het|een) (?!\w*(?:bestuur|college|minister|raad|inspecteur|orgaan|gezag|burgemeester|dienst|directeur|commissie)\b)\w"
)
_AUTHORITY_MAY = re.compile(
    r"\b(?:\w*bestuur|\w*college|minister|raad|inspecteur|uwv|svb|\w*orgaan|bevoegd gezag|burgemeester|wethouders|staten|dienst|directeur"
    r"|commissie)\s+kan\b|\bkan (?:het|de|onze) (?:\w*bestuur|\w*college|minister|raad|inspecteur|\w*orgaan|bevoegd gezag"
    r"|burgemeester|dienst)\b"
)
_FAR = 240  # characters between the limit and what follows from missing it
_SUBJECT_TO = re.compile(r"\b(?:mits|slechts|alleen|uitsluitend|enkel)\b[^.;:]{0,60}\Z", re.I)


@cache
def _losses() -> tuple[tuple[GevolgSoort, re.Pattern[str]], ...]:
    data: dict[str, Any] = table(PACKAGE, "verlies")
    return tuple((GevolgSoort(soort), re.compile("|".join(patterns), re.I)) for soort, patterns in data.items())


def _of_authority(analysis: Analysis, provision: Provision, norm: Norm) -> bool:
    """Whether the sentence says when a power may be used that the artikel gives to an authority."""
    small = provision.document.text.small
    if _POWER_USED.search(small, norm.span.start, norm.span.end) is None:
        return False
    if _BY_SOMEBODY.search(small, norm.span.start, norm.span.end) is not None:
        return False  # «kan door de werknemer slechts worden uitgeoefend»
    return any(
        _AUTHORITY_MAY.search(small, p.span.start, p.span.end) is not None
        or any(n.soort is Soort.BEVOEGDHEID and n.adressaat is not None and n.adressaat.rol == "overheid" for n in p.norms)
        for p in analysis.in_artikel(provision.unit) or (provision,)
    )


def losses(analysis: Analysis, provision: Provision, norm: Norm, limits: list[Termijn]) -> Iterator[Consequence]:
    """The losses that wording ties to one of ``limits``, nearest first."""
    document = provision.document
    if _of_authority(analysis, provision, norm):
        return
    for termijn in limits:
        after = Span(termijn.kern.end, min(norm.span.end, termijn.kern.end + _FAR))
        cue = phrases(PACKAGE, "bij-gebreke").first(document, after)
        if cue is not None:
            yield from _in(provision, norm, Span(cue.start, norm.span.end), Waar.LID)
        elif in_omission(document, norm, termijn):
            yield from _in(provision, norm, norm.span, Waar.LID)
        condition = _SUBJECT_TO.search(document.text.content, norm.span.start, termijn.kern.start)
        if condition is not None and norm.soort is Soort.RECHT and norm.adressaat is not None and norm.adressaat.rol == "burger":
            at = Span(condition.start(), condition.start() + len(condition.group().split()[0]))
            yield Consequence(Gevolg(GevolgSoort.GEEN_RECHT, at), provision, norm, Waar.LID)
    for other, span in _looking_back(analysis, provision) if limits else ():
        if other.span.start >= provision.span.start and span.start >= norm.span.end:
            found = next((n for n in other.norms if n.span.start == span.start), norm)
            yield from _in(other, found, span, Waar.LID if other is provision else Waar.ARTIKEL)


@per_artikel
def _looking_back(analysis: Analysis, provision: Provision) -> tuple[tuple[Provision, Span], ...]:
    """The sentences of the artikel that look back on a limit of the artikel itself."""
    search, document = phrases(PACKAGE, "te-laat"), provision.document
    return tuple(
        (p, sentence.span)
        for p in analysis.in_artikel(provision.unit)
        for sentence in p.passage.sentences
        if search.first(document, sentence.span) is not None
        and not of_another(analysis, p, sentence.span)
        and not _of_office(document, sentence.span)
    )


def _of_office(document: Document, zin: Span) -> bool:
    """«Na afloop van deze termijn vervalt de machtiging van de ambtenaar»: no loss of whoever was late."""
    return OFFICIAL_POWER.search(document.text.small, zin.start, zin.end) is not None


def _in(provision: Provision, norm: Norm, span: Span, waar: Waar) -> Iterator[Consequence]:
    text = provision.document.text.content
    for soort, pattern in _losses():
        match = pattern.search(text, span.start, span.end)
        if match is not None:
            yield Consequence(Gevolg(soort, Span(match.start(), match.end())), provision, norm, waar)


# An effect that follows from being late is said of an omission; «trekt in indien de mededeling is gedaan» is none.
_OMITS = re.compile(
    r"\b(?:niet|geen|zonder|nala\w+|nagelaten|verzui\w+|te laat|later (?:dan|word(?:t|en)|is|zijn|ingediend\w*)|overtre\w+"
    r"|strijd|schend\w+|onvoldoende|onvolledig\w*"
    r"|onjuist\w*|tekort\w*|gebreke|weiger\w*|verstrijk\w+|verstreken|tenzij|mits)\b",
    re.I,
)
_AGAINST = re.compile(r"\s*(?:\d+[a-z]?\.\s+)?tegen\b[^,;]*\Z", re.I)
_INTENDS = re.compile(r"\bvoornemens\b[^.;]*\Z", re.I)
_REQUESTED = re.compile(r"\bop (?:aanvraag|verzoek|eigen verzoek)\b", re.I)


_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")


def _about(provision: Provision, consequence: Consequence) -> list[Span]:
    """The onderdelen of the sentence with the effect that name the lid of the limit; the whole sentence where none does."""
    within, text = consequence.norm.span, consequence.provision.document.text
    number = provision.unit.number
    if not number.isdigit() or not 0 < int(number) <= len(_ORDINALS) or provision.unit.artikel is not consequence.provision.unit.artikel:
        return [within]
    name = f"{_ORDINALS[int(number) - 1]} lid"
    parts = [
        u.span for u in consequence.provision.unit.walk() if u.kind is UnitKind.ONDERDEEL and within.start <= u.span.start < within.end
    ]
    return [p for p in parts if name in text.small[p.start : p.end]] or [within]


_ENDS = frozenset({GevolgSoort.VERVAL, GevolgSoort.INTREKKING, GevolgSoort.BEEINDIGING})
_ONLY_IF = re.compile(r"\bmits\b(?![^.;]{0,160}\b(?:niet|geen)\b)", re.I)


def follows(provision: Provision, norm: Norm, consequence: Consequence) -> bool:
    """Whether the effect is the price of missing a limit in ``norm``, and not what is objected to, intended or asked for."""
    content, at, within = consequence.provision.document.text.content, consequence.gevolg.span, consequence.norm.span
    if consequence.norm.span != norm.span:
        said = consequence.provision.document.text.small[within.start : within.end]
        return (
            points_back(said)
            or refers_back(said)
            or any(_OMITS.search(content, span.start, span.end) for span in _about(provision, consequence))
        )
    if _AGAINST.match(content, within.start, at.start) or _INTENDS.search(content, within.start, at.start):
        return False
    if consequence.gevolg.soort in _ENDS and _ONLY_IF.search(content, at.end, within.end) is not None:
        return False  # «de overeenkomst vervalt, mits hij zich voor die dag heeft gemeld»: it ends for who is in time
    return consequence.gevolg.soort is not GevolgSoort.BEEINDIGING or _REQUESTED.search(content, within.start, within.end) is None
