"""Whether a person is hit, or asked for something, so that his doenvermogen counts: asked before a finding is worth more than information.

A rule about a net operator, a patent holder or a school board may be as strict as one about a tenant; it is no question of what people can
do. Who it is, the sentence tells first, then what the regulation as a whole is about. Where the text does not tell, the finding stays, a
level lighter, with the question whom this concerns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import wraps

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import Detector, Options
from doenvermogentoets.findings import Hit, Severity
from doenvermogentoets.text import Span
from doenvermogentoets_checks import noemt
from doenvermogentoets_checks.artikelsgewijs import per_artikel
from doenvermogentoets_checks.buiten_awb import ander_recht, elders_geregeld
from doenvermogentoets_checks.dichtbij import uitweg_dichtbij
from doenvermogentoets_checks.gericht import at_work
from doenvermogentoets_checks.in_dienst import done_by_body, in_service
from doenvermogentoets_checks.subsidies import between_governments, government_opens, is_subsidy, subsidised
from doenvermogentoets_checks.twijfel import Onzeker, Twijfel
from doenvermogentoets_checks.wie_treft import aanvraag_van_instelling

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


def _inhoud(provision: Provision, zin: Span, at: Span) -> Onzeker | None:
    """The doubt about words that only tell what a paper must hold."""
    found = _CONTENT.search(provision.document.text.small, min(zin.start, provision.span.start), at.start)
    return Onzeker(Twijfel.INHOUD) if found is not None else None


# «een overeenkomst waarin de volgende afspraken zijn opgenomen: …», «de aangifte houdt in: …»: what stands in a paper
_CONTENT = re.compile(
    r"\b(?:overeenkomst|reglement|statuten|\w*plan|protocol|convenant|register|aangifte|voorwaarden)\b[^:.;]{0,200}"
    r"\b(?:afspraken|bepalingen|bepaald|opgenomen|vermeld|geregeld|houdt in|inhoudt|omvat)\b[^:.;]{0,80}:[^:]*\Z"
)


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
    if (inside := in_service(analysis, provision, zin)) is not None:
        return inside
    people, bodies = noemt.mensen_en_lichamen(dossier)
    clearly = people > 0 and people >= noemt.CLEARLY * bodies
    body = noemt.phrases("overheden").first(document, zin)
    if body is not None:
        return Onzeker(Twijfel.LICHAAM, body)
    body = government_opens(document, zin) or subsidised(dossier, provision, zin)
    if body is not None:
        return Onzeker(Twijfel.LICHAAM, body)
    if (done := done_by_body(dossier, provision, zin)) is not None:
        return Onzeker(Twijfel.LICHAAM, done)
    if aanvraag_van_instelling(analysis, provision, zin):
        return Onzeker(Twijfel.LICHAAM)
    if is_subsidy(dossier):
        return Onzeker(Twijfel.WIE)
    body = noemt.body(analysis, provision, zin)
    if body is not None and clearly and not noemt.addressed(provision, zin, body):
        body = None  # a doctor, a bank or an insurer beside the person whom the text is about
    person = noemt.person(document, zin) or noemt.by_definition(analysis, document, zin)
    if person is None and (granted := between_governments(analysis, provision)) is not None:
        return Onzeker(Twijfel.LICHAAM, granted)
    if person is not None and (body is None or person.start < body.start):
        return None
    if (papers := _of_trade(analysis, provision)) is not None:
        return Onzeker(Twijfel.LICHAAM, papers)
    if dossier.explanation is None and noemt.phrases("gesubsidieerden").first(document, zin) is not None:
        return Onzeker(Twijfel.WIE)
    if body is not None:
        return Onzeker(Twijfel.LICHAAM, body)
    if (law := ander_recht(analysis, provision)) is not None and law.span is not None:
        return law
    if clearly or noemt.phrases("persoonlijk").first(document, zin) is not None:
        return None
    here = noemt.named_in_artikel(analysis, provision)
    if here[1] and here[1] >= here[0] and people >= bodies:
        return None
    return None if here[0] <= here[1] and people > bodies else Onzeker(Twijfel.WIE)


@per_artikel
def _of_trade(analysis: Analysis, provision: Provision) -> Span | None:
    """Where the artikel asks for what only a trader or a body has (its entry in the trade register, its statutes, its annual account)."""
    near = analysis.in_artikel(provision.unit) or (provision,)
    return next((found for p in near if (found := noemt.phrases("bedrijfsstukken").first(p.document, p.span)) is not None), None)
