"""Sentences with an act that people are not asked for: an authority's own act, a state of things, a request between authorities.

The norm table counts these generously, for a check that asks whether anybody is burdened. A list of what people must do may not.
"""

from __future__ import annotations

import re

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms import actors
from doenvermogentoets.norms.model import Handeling, Norm, Soort
from doenvermogentoets.report import words
from doenvermogentoets.report.acts import GENERIC
from doenvermogentoets.report.acts import acts as acts_of

# «geschiedt», «bestaat», «wordt keuzevrijheid geboden»: nobody does something by it, or the one who gains does not.
_NO_ACT = frozenset(("zijn", "geschieden", "gelden", "bestaan", "bieden", "toekennen", "omvatten", "rusten", "blijven"))
_PARLIAMENT = re.compile(r"\bvoordracht voor een\b[^.;]{0,160}\balgemene maatregel van bestuur\b", re.I)
_OWN_RIGHT = re.compile(r"\b(?:heeft|hebben)\b[^.;]{0,120}\brecht op\b", re.I)
_TOLD_TO_ANOTHER = re.compile(r"\b(?:heeft|hebben) er recht op dat\b", re.I)
_BY_REQUEST = re.compile(r"\bop (?:een daartoe strekkend )?(?:verzoek|aanvraag) van (?P<who>[^,.;]{2,80})", re.I)
_DATA = re.compile(r"\b(?:gegevens|inlichtingen|informatie|inzage)\b", re.I)
_FROM_A_PERSON = re.compile(r"\b(?:verzoek|aanvraag) van\b|\b(?:diens|zijn|haar|hun) (?:verzoek|aanvraag)\b", re.I)
_SUBJECT = re.compile(r"^(?:een|de|het|deze|die)\s+(?:[\w.:,-]+\s+){0,20}?(?:melding|verzoek|aanvraag)\b", re.I)
_HANDLED = frozenset(
    (
        "verwijderen",
        "koppelen",
        "wissen",
        "opslaan",
        "archiveren",
        "opnemen",
        "overdragen",
        "doorzenden",
        "behandelen",
        "afwijzen",
        "toewijzen",
        "inwilligen",
        "vernietigen",
        "bewaren",
        "registreren",
    )
)
# «De regeling voorziet erin dat …», «het plan omvat …»: what a rule or a piece holds, by whoever makes it.
_HOLDS = re.compile(
    r"^(?:\d+[a-z]*\.\s+)?(?:de|het|een)\s+(?:[\w.,-]+\s+){0,6}?(?:regeling|reglement|overeenkomst|protocol|verordening|meldcode|beleidsplan)"
    r"(?:\s+(?:bedoeld|van|voor|over|inzake)\s+[^:;.]{0,60})?\s*:?\s*(?:[a-z1]\.\s+)?"
    r"(?:voorziet|voorzien|bevat|bevatten|omvat|omvatten|regelt|regelen|waarborgt|bepaalt|houdt in)\b",
    re.I,
)
_CONTENT = re.compile(r"\b(?:omvat|omvatten|behelst|behelzen)\b", re.I)
_RELATIVE = re.compile(r"\s(?:waar|waarin|die|dat|van wie|dan wel|op wie)\s")
_MADE_BY = re.compile(r"\b(?:ingediend|gedaan) door (?P<who>[^,.;]{2,80})", re.I)


def unasked(analysis: Analysis, provision: Provision, norm: Norm, *, limited: bool) -> bool:
    """Whether a norm with an act asks nothing of people.

    Args:
        limited: it has a time limit that the one who must act has to keep.
    """
    text = provision.document.text[norm.span]
    acts = [h for h in norm.handelingen if h.soort != GENERIC]
    if _PARLIAMENT.search(text) or (acts and _NO_ACT.issuperset(acts_of(provision, norm))):
        return True
    if _TOLD_TO_ANOTHER.search(text) or (norm.soort is Soort.RECHT and not acts and _OWN_RIGHT.search(text)):
        return True
    if _HOLDS.match(text) or (_nobody(norm) and _in_content(norm, text, acts)):
        return True
    if _nobody(norm) and _filed(norm, text, acts):
        return True
    if _idle(provision, norm, acts, limited=limited):
        return True
    made = _MADE_BY.search(text)
    if made is not None and _authority(analysis, _RELATIVE.split(made.group("who"))[0]) and all(h.soort in _REQUESTS for h in acts):
        return True
    return norm.adressaat is not None and norm.adressaat.rol == "overheid" and _by_authority(analysis, norm, text, acts)


_REQUESTS = frozenset(("verzoeken", "aanvragen", "indienen", "melden"))


def _idle(provision: Provision, norm: Norm, acts: list[Handeling], *, limited: bool) -> bool:
    """Neither an act nor a limit, and nobody is named: «Ontbreekt deze, dan gelden de verplichtingen jegens de echtgenoot»."""
    return (
        _nobody(norm) and not norm.handelingen and not acts and not limited and words.first(provision.document, "zaak", norm.span) is None
    )


def _nobody(norm: Norm) -> bool:
    return norm.adressaat is None or not norm.adressaat.tekst


def _in_content(norm: Norm, text: str, acts: list[Handeling]) -> bool:
    """«omvat het werken op basis van een plan waarover is overlegd»: every act stands in what something holds."""
    holds = _CONTENT.search(text)
    return holds is not None and bool(acts) and all(h.span.start >= norm.span.start + holds.end() for h in acts)


def _filed(norm: Norm, text: str, acts: list[Handeling]) -> bool:
    """«Een melding wordt uit de index verwijderd»: what is done with a notice that somebody made before."""
    return (
        bool(acts)
        and norm.werkwoord in _HANDLED
        and _SUBJECT.match(text) is not None
        and {h.soort for h in acts} <= {*_REQUESTS, norm.werkwoord}
    )


def _by_authority(analysis: Analysis, norm: Norm, text: str, acts: list[Handeling]) -> bool:
    """The act is the authority's own, or the request is another authority's; a notice that it files or removes asks nothing."""
    if not acts:
        return False
    if all(h.soort == norm.werkwoord for h in acts) and not _by_a_person(analysis, norm):
        return True
    if _filed(norm, text, acts):
        return True
    if {h.soort for h in acts} != {"verzoeken"} and {h.soort for h in acts} != {"aanvragen"}:
        return False
    who = _BY_REQUEST.search(text)
    if who is not None:
        return _authority(analysis, who.group("who").split(" aan ")[0])
    return norm.soort is Soort.PLICHT and _DATA.search(text) is not None and _FROM_A_PERSON.search(text) is None


def _by_a_person(analysis: Analysis, norm: Norm) -> bool:
    """«In de aanvraag verleent de bewoner een machtiging»: a person stands right behind the verb, where the subject stands then."""
    if not norm.werkwoord_spans or (norm.adressaat is not None and norm.adressaat.tekst):
        return False
    content = analysis.document.text.content
    after = content[norm.werkwoord_spans[0].end : norm.span.end].lower().split()[:3]
    return any(a.rol == "burger" and a.first <= 1 for a in actors.find(tuple(after), analysis.definitions, actors.homonyms(content)))


def _authority(analysis: Analysis, said: str) -> bool:
    """Whether the first one whom these words name is an authority («het Zorginstituut», «de officier van justitie»)."""
    found = actors.find(tuple(said.lower().split()), analysis.definitions, actors.homonyms(analysis.document.text.content))
    first = min(found, key=lambda a: a.first, default=None)
    return first is not None and first.rol == "overheid" and not any(a.rol == "burger" for a in found)
