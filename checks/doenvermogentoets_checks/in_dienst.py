"""What somebody does in his service or office, or what a body does for the people of the text: no question of what citizens can do."""

from __future__ import annotations

import re

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.norms.rollen import of_service
from doenvermogentoets.text import Span
from doenvermogentoets_checks import noemt
from doenvermogentoets_checks.artikelsgewijs import per_artikel
from doenvermogentoets_checks.twijfel import Onzeker, Twijfel
from doenvermogentoets_checks.wie_treft import deciders


def in_service(analysis: Analysis, provision: Provision, zin: Span) -> Onzeker | None:
    """The doubt about what is asked of somebody in his service or office, by the regulation as a whole or by the artikel.

    An official who falls ill, changes his hours or reports on his work owes this to his employer.
    """
    document, title = provision.document, analysis.document.title.lower()
    office = noemt.phrases("functionarissen").first(document, zin)
    if office is not None and any(office.overlaps(d) for d in deciders(provision, zin)):
        office = None
    if office is not None and _DECIDES.match(document.text.small, office.end) is not None:
        office = None
    if office is not None and (office.start - zin.start < _OPENING or noemt.addressed(provision, zin, office)):
        return Onzeker(Twijfel.IN_DIENST, office)
    if _AFTER_SERVICE.search(title) is not None:
        return None
    if any(word in title for word in noemt.lists("personeel")["titels"]):
        return Onzeker(Twijfel.IN_DIENST)
    found = _SERVICE.search(document.text.small, zin.start, zin.end)
    staff = noemt.phrases("personeel").first(document, zin)
    if staff is not None and of_service(document.text.small[staff.start : staff.end], analysis.definitions):
        return Onzeker(Twijfel.IN_DIENST, staff)
    return Onzeker(Twijfel.IN_DIENST, staff) if found is not None and staff is not None else None


# Somebody in his office or service: what he owes to whom he works for, is no question of what citizens can do.
_SERVICE = re.compile(
    r"\b(?:aan|bij|door|tegenover) (?:het|de|zijn|haar|diens) (?:[\w-]+ )?(?:chef|commandant|meerdere|leidinggevende|diensthoofd"
    r"|hoofd van dienst"
    r"|secretaris-generaal|hoofd van de dienst)\b|\b(?:directe|naaste) (?:chef|leidinggevende)\b|\bbevoegd gezag\b"
)
# What somebody gets when the service has ended or has hurt him is his own, as it is a citizen's; so is what he does to get in.
_AFTER_SERVICE = re.compile(
    r"wachtgeld|uitkering|pensioen|werkloos|invalid|arbeidsongeschikt|nabestaand|slachtoffer|reorganisatie|overlij"
    r"|smartengeld|dienstongeval|beroepsziekte|sollicit|antecedent|geschiktheidsonderzoek",
    re.I,
)
_DECIDES = re.compile(r"\s+(?:kan|kunnen|is bevoegd|beslist|besluit|stelt|neemt|weigert|trekt|legt)\b")
_OPENING = 12  # characters: a number and «de» before the one who acts


def done_by_body(dossier: DossierAnalysis, provision: Provision, zin: Span) -> Span | None:
    """A body or authority that does what the artikel is about, named in an earlier lid; the sentence itself names nobody."""
    opening = _ASKED_FOR.search(provision.document.text.small, zin.start, min(zin.end, zin.start + _ACT))
    if noemt.person(provision.document, zin) is not None and opening is None:
        return None
    first = _by_body(dossier.bill, provision)
    if first is None:
        return None
    near, body = first
    return body if near.span.start <= zin.start and body.start <= zin.end else None


@per_artikel
def _by_body(analysis: Analysis, provision: Provision) -> tuple[Provision, Span] | None:
    """Where the artikel first says that a body does what was asked for in the same lid: the lid and the body."""
    for near in analysis.in_artikel(provision.unit):
        small = near.document.text.small
        asked = _ASKED_FOR.search(small, near.span.start, near.span.end)
        if asked is None:
            continue
        for found in _DONE_BY.finditer(small, near.span.start, near.span.end):
            at = Span(found.end(), min(found.end() + 60, near.span.end))
            official = _OFFICIAL.match(small, at.start)
            body = noemt.phrases("lichamen").first(near.document, at) if official is None else Span(*official.span())
            if found.start() >= asked.end() and body is not None and body.start == at.start:
                return near, body
    return None


# «De aanmelding geschiedt door het bevoegd gezag»: who does it, for the sentences behind it that name nobody
_DONE_BY = re.compile(r"\b(?:geschied(?:t|en)|wordt|worden|vindt plaats)\b[^.;:]{0,60}\bdoor (?:het|de|een)\s+")
_ACT = 30  # characters: the act of which the sentence speaks stands at its start
_OFFICIAL = re.compile(r"(?:bevoegd gezag|bestuur|hoofd|directeur|instelling|school\w*|officier van justitie)\b")
_ASKED_FOR = re.compile(r"\b(?:aanmelding|aanvra(?:ag|gen|ge)|verzoek|opgave|opgaaf|melding|verklaring|inschrijving)\b")
