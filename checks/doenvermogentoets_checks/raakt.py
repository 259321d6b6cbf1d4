"""Whether a person is hit, or asked for something, so that his doenvermogen counts: asked before a finding is worth more than information.

A rule about a net operator, a patent holder or a school board may be as strict as one about a tenant; it is no question of what people can
do. Who it is, the sentence tells first, then what the regulation as a whole is about. Where the text does not tell, the finding stays, a
level lighter, with the question whom this concerns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, wraps
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import Detector, Options
from doenvermogentoets.document import Document
from doenvermogentoets.findings import Hit, Severity
from doenvermogentoets.norms.rollen import of_service
from doenvermogentoets.text import Span
from doenvermogentoets_checks.artikelsgewijs import per_artikel, per_provision
from doenvermogentoets_checks.buiten_awb import ander_recht, elders_geregeld
from doenvermogentoets_checks.common import Phrases, table
from doenvermogentoets_checks.dichtbij import uitweg_dichtbij
from doenvermogentoets_checks.gericht import at_work, inrichting_van_mensen
from doenvermogentoets_checks.twijfel import Onzeker, Twijfel
from doenvermogentoets_checks.wie_treft import aanvraag_van_instelling, deciders, mensen_woorden, rollen

_PACKAGE = __package__ or "doenvermogentoets_checks"
_FILE = "raakt.toml"


@cache
def _phrases(name: str) -> Phrases:
    return Phrases(table(_PACKAGE, name, _FILE)["woorden"])


@cache
def _people() -> Phrases:
    return Phrases([*mensen_woorden(), *table(_PACKAGE, "ook-mensen", _FILE)["woorden"]])


PAGES: dict[str, Severity] = {}
"""The severity that each module with such a detector takes its page to give."""


def over_mensen(page: Severity, *, uitweg: bool = True) -> Callable[[Detector], Detector]:
    """A detector whose findings are a level lighter where it is open whether a person is concerned.

    A warning becomes a suggestion; a suggestion becomes information, also where a way out stands near (``uitweg``).

    Args:
        page: the severity that the page of the check gives to a hit without one of its own.
        uitweg: the finding is about a burden, so that a way out nearby makes it information too.
    """

    def wrap(find: Detector) -> Detector:
        PAGES[find.__module__] = page

        @wraps(find)
        def asked(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
            for hit in find(dossier, options):
                level = hit.severity or page
                if level is Severity.SUGGESTION:
                    yield weeg(dossier, hit, uitweg=uitweg)
                elif level is Severity.WARNING and (lighter := weeg(dossier, hit, uitweg=False)) is not hit:
                    yield replace(lighter, severity=Severity.SUGGESTION)
                else:
                    yield hit

        return asked

    return wrap


def weeg(dossier: DossierAnalysis, hit: Hit, *, uitweg: bool = True) -> Hit:
    """The hit as it is where it concerns a person and no way out stands near; otherwise as information, with the question that is left."""
    analysis = dossier.bill
    provision = analysis.at(hit.span.start) if hit.document is analysis.document else None
    if provision is None:
        return hit  # an amendment or a heading: whom it is about, stands elsewhere
    zin = provision.sentence_at(hit.span.start)
    doubt = _inhoud(provision, zin, hit.span) or raakt(dossier, provision, zin)
    if doubt is None and uitweg and (out := uitweg_dichtbij(analysis, provision, zin)) is not None:
        doubt = Onzeker(Twijfel.UITWEG, out, eerst=True)
    if doubt is None:
        return hit
    return replace(hit, severity=Severity.INFO, doubts=(*hit.doubts, doubt.told(hit.document)))


# «een overeenkomst waarin de volgende afspraken zijn opgenomen: …», «de aangifte houdt in: …»: what stands in a paper
_CONTENT = re.compile(
    r"\b(?:overeenkomst|reglement|statuten|\w*plan|protocol|convenant|register|aangifte|voorwaarden)\b[^:.;]{0,200}"
    r"\b(?:afspraken|bepalingen|bepaald|opgenomen|vermeld|geregeld|houdt in|inhoudt|omvat)\b[^:.;]{0,80}:[^:]*\Z"
)


def _inhoud(provision: Provision, zin: Span, at: Span) -> Onzeker | None:
    """The doubt about words that only tell what a paper must hold."""
    found = _CONTENT.search(provision.document.text.small, min(zin.start, provision.span.start), at.start)
    return Onzeker(Twijfel.INHOUD) if found is not None else None


def raakt(dossier: DossierAnalysis, provision: Provision, zin: Span) -> Onzeker | None:
    """The doubt whether a sentence concerns a person; ``None`` when it does.

    Args:
        zin: the sentence of the limit, duty or effect (code points).
    """
    document, analysis = provision.document, dossier.bill
    if elders_geregeld(analysis, provision, zin):
        return Onzeker(Twijfel.ANDER_RECHT)
    if at_work(document, zin):
        return Onzeker(Twijfel.WIE)
    if (inside := _in_service(analysis, provision, zin)) is not None:
        return inside
    people, bodies = mensen_en_lichamen(dossier)
    clearly = people > 0 and people >= _CLEARLY * bodies
    body = _phrases("overheden").first(document, zin)
    if body is not None:
        return Onzeker(Twijfel.LICHAAM, body)
    body = _opens(document, zin) or _subsidised(dossier, provision, zin)
    if body is not None:
        return Onzeker(Twijfel.LICHAAM, body)
    if (done := _done_by_body(dossier, provision, zin)) is not None:
        return Onzeker(Twijfel.LICHAAM, done)
    if aanvraag_van_instelling(analysis, provision, zin):
        return Onzeker(Twijfel.LICHAAM)
    if _subsidy(dossier):
        return Onzeker(Twijfel.WIE)
    body = _body(analysis, provision, zin)
    if body is not None and clearly and not _addressed(provision, zin, body):
        body = None  # a doctor, a bank or an insurer beside the person whom the text is about
    person = _person(document, zin) or _by_definition(analysis, document, zin)
    if person is None and (granted := _between_governments(analysis, provision)) is not None:
        return Onzeker(Twijfel.LICHAAM, granted)
    if person is not None and (body is None or person.start < body.start):
        return None
    if (papers := _of_trade(analysis, provision)) is not None:
        return Onzeker(Twijfel.LICHAAM, papers)
    if dossier.explanation is None and _phrases("gesubsidieerden").first(document, zin) is not None:
        return Onzeker(Twijfel.WIE)
    if body is not None:
        return Onzeker(Twijfel.LICHAAM, body)
    if (law := ander_recht(analysis, provision)) is not None and law.span is not None:
        return law
    if clearly or _phrases("persoonlijk").first(document, zin) is not None:
        return None
    here = _in_artikel(analysis, provision)
    if here[1] and here[1] >= here[0] and people >= bodies:
        return None
    return None if here[0] <= here[1] and people > bodies else Onzeker(Twijfel.WIE)


@per_artikel
def _in_artikel(analysis: Analysis, provision: Provision) -> tuple[int, int]:
    """How many leden of the artikel name a body, and how many name a person."""
    named = [noemt_in_lid(analysis, p) for p in analysis.in_artikel(provision.unit) or (provision,)]
    return sum(body for _, body in named), sum(person for person, _ in named)


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


def _in_service(analysis: Analysis, provision: Provision, zin: Span) -> Onzeker | None:
    """The doubt about what is asked of somebody in his service or office, by the regulation as a whole or by the artikel.

    An official who falls ill, changes his hours or reports on his work owes this to his employer.
    """
    document, title = provision.document, analysis.document.title.lower()
    office = _phrases("functionarissen").first(document, zin)
    if office is not None and any(office.overlaps(d) for d in deciders(provision, zin)):
        office = None
    if office is not None and _DECIDES.match(document.text.small, office.end) is not None:
        office = None
    if office is not None and (office.start - zin.start < _OPENING or _addressed(provision, zin, office)):
        return Onzeker(Twijfel.IN_DIENST, office)
    if _AFTER_SERVICE.search(title) is not None:
        return None
    if any(word in title for word in table(_PACKAGE, "personeel", _FILE)["titels"]):
        return Onzeker(Twijfel.IN_DIENST)
    found = _SERVICE.search(document.text.small, zin.start, zin.end)
    staff = _phrases("personeel").first(document, zin)
    if staff is not None and of_service(document.text.small[staff.start : staff.end], analysis.definitions):
        return Onzeker(Twijfel.IN_DIENST, staff)
    return Onzeker(Twijfel.IN_DIENST, staff) if found is not None and staff is not None else None


# «De aanmelding geschiedt door het bevoegd gezag»: who does it, for the sentences behind it that name nobody
_DONE_BY = re.compile(r"\b(?:geschied(?:t|en)|wordt|worden|vindt plaats)\b[^.;:]{0,60}\bdoor (?:het|de|een)\s+")


def _done_by_body(dossier: DossierAnalysis, provision: Provision, zin: Span) -> Span | None:
    """A body or authority that does what the artikel is about, named in an earlier lid; the sentence itself names nobody."""
    opening = _ASKED_FOR.search(provision.document.text.small, zin.start, min(zin.end, zin.start + _ACT))
    if _person(provision.document, zin) is not None and opening is None:
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
            body = _phrases("lichamen").first(near.document, at) if official is None else Span(*official.span())
            if found.start() >= asked.end() and body is not None and body.start == at.start:
                return near, body
    return None


_ACT = 30  # characters: the act of which the sentence speaks stands at its start
_OFFICIAL = re.compile(r"(?:bevoegd gezag|bestuur|hoofd|directeur|instelling|school\w*|officier van justitie)\b")
_ASKED_FOR = re.compile(r"\b(?:aanmelding|aanvra(?:ag|gen|ge)|verzoek|opgave|opgaaf|melding|verklaring|inschrijving)\b")


def _subsidy(dossier: DossierAnalysis) -> bool:
    """Whether the regulation is one of subsidies of which nothing says that people get them: mostly bodies and firms apply."""
    if dossier.explanation is not None or _SUBSIDY.search(dossier.bill.document.title) is None:
        return False
    small, title = dossier.bill.document.text.small, dossier.bill.document.title
    if _OF_GOVERNMENTS.search(title) is not None or ("uitkering" in title.lower() and _PAID_OUT.search(small) is not None):
        return _TO_PEOPLE.search(small) is None
    people, bodies = mensen_en_lichamen(dossier)
    return _TO_PEOPLE.search(small) is None and people < 2 * _CLEARLY * max(bodies, 1)


_OF_GOVERNMENTS = re.compile(r"specifieke uitkering|doeluitkering|bekostiging", re.I)
_PAID_OUT = re.compile(r"\buitkeringsontvanger\b|\buitkering aan (?:de |een )?(?:gemeenten?|provincies?|waterschap)")
_SUBSIDY = re.compile(
    r"subsidie|stimuleringsregeling|bijdrageregeling|specifieke uitkering|bekostiging|eenmalige uitkering|\bfonds\b", re.I
)
_TO_PEOPLE = re.compile(
    r"\bnatuurlijke perso(?:on|nen)\b(?! of rechtsperso)(?!,? (?:dan wel|en) (?:een )?rechtsperso)"
    r"|\bsubsidie aan (?:een |de )?(?:eigenaar-bewoner|bewoner|student|leraar|ouder|huurder|donor|burger)"
)

_GOVERNMENT = re.compile(r"[\s\d.]{0,6}(?:de|het|een|elke|iedere) (gemeente|provincie|waterschap|gemeenteraad)\b(?! waar)")


def _opens(document: Document, zin: Span) -> Span | None:
    """A government that opens the sentence and so is the one who must do it («De gemeente dient een opgave in»)."""
    found = _GOVERNMENT.match(document.text.small, zin.start, zin.end)
    return Span(found.start(1), found.end(1)) if found is not None else None


def _subsidised(dossier: DossierAnalysis, provision: Provision, zin: Span) -> Span | None:
    """A recipient of a subsidy whom the norm itself speaks to, beside the people whom he helps."""
    if dossier.explanation is not None:
        return None
    found = _phrases("gesubsidieerden").first(provision.document, zin)
    return found if found is not None and _addressed(provision, zin, found) else None


@per_artikel
def _of_trade(analysis: Analysis, provision: Provision) -> Span | None:
    """Where the artikel asks for what only a trader or a body has (its entry in the trade register, its statutes, its annual account)."""
    near = analysis.in_artikel(provision.unit) or (provision,)
    return next((found for p in near if (found := _phrases("bedrijfsstukken").first(p.document, p.span)) is not None), None)


@per_artikel
def _between_governments(analysis: Analysis, provision: Provision) -> Span | None:
    """Where the artikel speaks of money that one government gets from another: what its sentences ask, no citizen is asked."""
    near = analysis.in_artikel(provision.unit) or (provision,)
    return next((found for p in near if (found := _phrases("overheden").first(p.document, p.span)) is not None), None)


_CLEARLY = 2  # so many times more sentences about people than about bodies


def iets_persoonlijks(document: Document, zin: Span) -> bool:
    """Whether the sentence is about a right, payment or paper that belongs to a person («de administratieve sanctie»)."""
    return _phrases("persoonlijk").first(document, zin) is not None


def noemt_mens(provision: Provision, zin: Span) -> bool:
    """Whether the sentence itself names a person («de kiezer»)."""
    return _person(provision.document, zin) is not None


def noemt_lichaam(analysis: Analysis, provision: Provision, zin: Span) -> bool:
    """Whether the sentence names a body that acts or is hit."""
    return _body(analysis, provision, zin) is not None


@per_provision
def noemt_in_lid(analysis: Analysis, provision: Provision) -> tuple[bool, bool]:
    """Whether the lid as a whole names a person, and a body that acts or is hit."""
    return noemt_mens(provision, provision.span), noemt_lichaam(analysis, provision, provision.span)


def _addressed(provision: Provision, zin: Span, body: Span) -> bool:
    return any(
        n.adressaat is not None and n.adressaat.span is not None and n.adressaat.span.overlaps(body) for n in provision.norms_in(zin)
    )


def _by_definition(analysis: Analysis, document: Document, zin: Span) -> Span | None:
    """A role in the sentence («de houder») that the begripsbepalingen give to a natural person."""
    for found in rollen(document, zin):
        definition = analysis.definitions.get(document.text.small[found.start : found.end])
        if definition is not None and "natuurlijke perso" in (said := definition.text.lower()) and "rechtsperso" not in said:
            return found
    return None


# «55 jaar of ouder», «niet ouder is dan drie maanden», «gegevens betreffende de kandidaten», «de Autoriteit Consument en Markt»:
# no person who acts or is hit
_OTHERWISE = re.compile(
    r"\b(?:jaar|jaren) of \Z|\bniet \Z|\bautoriteit \Z|\b(?:betreffende|omtrent|over|inzake|aangaande)\s+(?:de|het|een)\s+\Z"
)


def _person(document: Document, span: Span) -> Span | None:
    small = document.text.small
    for found in _people().find(document, span):
        if _OTHERWISE.search(small, max(0, found.start - 24), found.start) is None:
            return found
    return None


_PLACE = re.compile(
    r"\b(?:bij|in|op|tot|naast|ten laste van|door|aan)\s+(?:(?:de|het|een|die|deze|zijn|haar|elke|iedere)\s+)?(?:[\w-]+\s+)?\Z"
)
_OWES = re.compile(r"\W+(?:\w+\W+){0,3}?verschuldigde?\b")


def _is_authority(analysis: Analysis, word: str) -> bool:
    """«de bank», where the begripsbepalingen say that it is an authority («de Sociale verzekeringsbank»)."""
    definition = analysis.definitions.get(word)
    return definition is not None and definition.rol == "overheid"


def _bodies(analysis: Analysis, document: Document, span: Span) -> Iterator[Span]:
    """The bodies, firms and trades that are named; a prison or a hospital is the place where people of the text are."""
    place = inrichting_van_mensen(analysis)
    for found in _phrases("lichamen").find(document, span):
        if not (place and document.text.small.startswith("inrichting", found.start)):
            yield found


def _body(analysis: Analysis, provision: Provision, span: Span) -> Span | None:
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
            named = _person(document, span) is not None or any(
                _phrases(name).first(document, span) is not None for name in ("persoonlijk", "klein")
            )
            people += named
            bodies += not named and next(_bodies(dossier.bill, document, span), None) is not None
        known = _known[dossier] = (people, bodies)
    return known


_SENTENCE = re.compile(r"[^.!?\n]{3,2000}[.!?\n]")
