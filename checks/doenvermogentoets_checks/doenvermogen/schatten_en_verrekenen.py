"""DVM006: a person must estimate what is still to come, or gets an advance that is settled later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Doubt, Hit, Severity
from doenvermogentoets.norms.model import Norm, Soort
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.doenvermogen import begrippen
from doenvermogentoets_checks.doenvermogen.mensen import about_people, in_artikel, of_bodies, said, vragen
from doenvermogentoets_checks.noemt import iets_persoonlijks, noemt_mens
from doenvermogentoets_checks.raakt import over_mensen
from doenvermogentoets_checks.twijfel import Onzeker, Twijfel

_OF_GOVERNMENTS = re.compile(
    r"\b(?:rijksbijdrage|specifieke uitkering|de landen|politieke partij|pensioenfonds|hersteltijd"
    r"|(?:waterschap|gemeente|provincie|openbaar lichaam) (?:ontvangt|krijgt))\b",
    re.I,
)
_NOT = frozenset({Soort.DEFINITIE, Soort.DELEGATIE, Soort.SLOT})


@over_mensen(Severity.SUGGESTION)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield one hit per artikel: at the estimate, otherwise at the settlement."""
    told: set[Unit | None] = set()
    for provision, at, estimate in (*_estimates(dossier.bill), *_settlements(dossier.bill)):
        artikel = provision.unit.artikel
        if (
            artikel in told
            or of_bodies(provision, provision.sentence_at(at.start))
            or (estimate and _OF_LEAVE.match(provision.document.text.small, at.end) is not None)
            or _OF_GOVERNMENTS.search(provision.document.text[provision.sentence_at(at.start)]) is not None
            or in_artikel(dossier.bill, provision, "verzacht-schatten" if estimate else "verzacht-verrekenen")
        ):
            continue
        told.add(artikel)
        quote = words(provision.document, at)
        open_ = _open(provision, at, estimate=estimate)
        yield Hit(
            document=provision.document,
            unit=provision.unit,
            span=at,
            message=(
                f"Iemand moet zelf schatten of rekenen («{quote}»): wie zich vergist, krijgt te weinig of moet later terugbetalen."
                if estimate
                else f"Wat vooruit is betaald, wordt later verrekend of teruggevraagd: «{quote}»."
            ),
            explanation="Gezocht in dit artikel naar een drempel, een betalingsregeling, draagkracht "
            "of het gebruik van al bekende gegevens: niet gevonden.",
            doubts=(open_,) if open_ is not None else (),
            label="schatten" if estimate else "verrekening achteraf",
            severity=None if open_ is None else Severity.INFO,
        )


_SUM = re.compile(
    r"\b(?:inkomen|inkomens|inkomsten|toetsingsinkomen|verdien\w*|winst|uren|loon|vermogen|verbruik|kilometers|arbeidsuren|opvanguren)\b"
)
_HOUSEHOLD = re.compile(r"\b(?:partner|kind|kinderen|huishouden|gezin|woning|ouders?|student|verzekerde|huurder|uitkeringsgerechtigde)\b")


def _open(provision: Provision, at: Span, *, estimate: bool) -> Doubt | None:
    """What to ask first where the text does not say that a person works out his own income or use, or that it is his own advance."""
    zin, document = provision.sentence_at(at.start), provision.document
    small = document.text.small
    if noemt_mens(provision, zin) or (not estimate and iets_persoonlijks(document, zin)):
        return None
    if estimate and _SUM.search(small, zin.start, zin.end) is not None and _HOUSEHOLD.search(small, zin.start, zin.end) is not None:
        return None
    return Onzeker(Twijfel.WIE).told(document)


# How long one is away: nothing is paid back for a wrong guess.
_OF_LEAVE = re.compile(r"\s+van (?:het|de|zijn|haar|hun) (?:verlof|verblijf|afwezigheid|ziekte|verhindering|opname)\b")


def _estimates(bill: Analysis) -> Iterator[tuple[Provision, Span, bool]]:
    """What a person must estimate or work out himself; or an estimate of his that others reckon with."""
    for vraag in vragen(bill):
        at = vraag.first("schatting")
        if at is not None and (
            _of_another(vraag.provision, at)
            or _of_illness(vraag.provision, at, vraag.span)
            or _only_expects(vraag.provision, at, vraag.span)
        ):
            continue
        if at is not None and vraag.norm.soort is not Soort.RECHT and (vraag.direct or vraag.first("indirect-draagt") is not None):
            yield vraag.provision, at, True
    for provision, norm in _others(bill):
        at = said(provision, "schatten", norm.span)
        if at is not None and provision.document.text.content[at.start - 1] != "(" and about_people(bill, provision):
            yield provision, at, True


_EXPECTS = re.compile(r"\bverwacht(?:en)? te\b")
_AMOUNT = re.compile(
    r"\b(?:inkomen|inkomsten|verdien\w*|omzet|winst|kosten|uren|kilometers|verbruik\w*|gebruik\w*|bedrag|vermogen|loon|ontvangen|genieten"
    r"|besteden|werken|reizen|maken|uitgeven|uitgaven|opbrengst\w*|aantal)\b"
)


def _only_expects(provision: Provision, at: Span, zin: Span) -> bool:
    """«wie verwacht te eniger tijd aanspraken te ontlenen»: no sum is worked out."""
    small = provision.document.text.small
    return _EXPECTS.match(small, at.start) is not None and _AMOUNT.search(small, at.start, min(zin.end, at.end + 80)) is None


_BY_ANOTHER = re.compile(r",? (?:opgesteld|opgemaakt|afgegeven|ondertekend) door (?:een|de|het)\b")
_PAPER_OF_ANOTHER = re.compile(
    r"\bdoor een?\b[^.;]{0,80}\b(?:opgestelde?|afgegeven|opgemaakte?|ondertekende?|verstrekte?)\b[^.;]{0,90}\Z", re.I
)


def _of_another(provision: Provision, at: Span) -> bool:
    """The estimate stands in a paper by somebody else: «een door een arts opgestelde verklaring over de verwachte duur»."""
    if _BY_ANOTHER.match(provision.document.text.small, at.end) is not None:
        return True
    return _PAPER_OF_ANOTHER.search(provision.document.text.content, max(provision.span.start, at.start - 200), at.start) is not None


# «verklaringen van artsen over de ziekte, de behandeling en de prognose»: how an illness will go, as a doctor sees it
_COURSE = re.compile(r"\b(?:prognose|voorspelling|verwachte? (?:duur|verloop|herstel))\b")
_MEDICAL = re.compile(
    r"\b(?:diagnose|ziekte\w*|aandoening\w*|behandelend\w*|behandeling|medisch\w*|\w*arts(?:en)?|letsel|beperkingen|klachten)\b"
)


def _of_illness(provision: Provision, at: Span, zin: Span) -> bool:
    small = provision.document.text.small
    return (
        _COURSE.search(small, at.start, at.end) is not None
        and _MEDICAL.search(small, zin.start, zin.end) is not None
        and _AMOUNT.search(small, at.end, min(zin.end, at.end + 40)) is None
    )


def _settlements(bill: Analysis) -> Iterator[tuple[Provision, Span, bool]]:
    for provision, norm in _others(bill):
        at = said(provision, "verrekenen", norm.span) or begrippen.first(provision.document, "voorschot-verrekend", norm.span)
        if at is None or not about_people(bill, provision):
            continue
        if begrippen.first(provision.document, "gunstig-verrekend", norm.span) is None and not _in_passing(provision, norm, at):
            yield provision, at, False


_OWED = re.compile(r"\bverschuldigd\b|\bterug\s?(?:betaa?l|gevorderd|vorder|te )|\bvordert\b|\bwordt (?:\w+ ){0,4}verrekend\b", re.I)
_PAPERS = re.compile(r"\b(?:bescheiden|gegevens|stukken|informatie|overzicht)\b[^.;]{0,60}\bwaaruit\b[^;]{0,80}\Z", re.I)


def _in_passing(provision: Provision, norm: Norm, at: Span) -> bool:
    """The settlement is what a condition is about while something else follows, or what papers must show."""
    content = provision.document.text.content
    if _PAPERS.search(content, max(norm.span.start, at.start - 160), at.start) is not None:
        return True
    condition = next((v for v in norm.voorwaarden if v.start <= at.start < v.end), None)
    if condition is None:
        return False
    return _OWED.search(content[norm.span.start : condition.start] + " " + content[condition.end : norm.span.end]) is None


def _others(bill: Analysis) -> Iterator[tuple[Provision, Norm]]:
    for provision in bill.provisions:
        for norm in provision.norms:
            if norm.soort not in _NOT:
                yield provision, norm
