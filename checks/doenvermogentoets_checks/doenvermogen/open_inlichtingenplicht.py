"""DVM005: a person must report by himself everything that may matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import Analysis, DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Hit, Severity, Suggestion
from doenvermogentoets.norms.gevolgen import consequences
from doenvermogentoets.norms.orgaan import filled
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import each_place_once, words
from doenvermogentoets_checks.doenvermogen import begrippen
from doenvermogentoets_checks.doenvermogen.mensen import Vraag, said, vragen
from doenvermogentoets_checks.gericht import gericht_tot_mens
from doenvermogentoets_checks.raakt import over_mensen, raakt

_MAY = re.compile(
    r"[\s\d.]{0,6}[^,;.]{0,60}?\b(?:kan|kunnen|mag|mogen)\b[^.;]{0,200}\b(?:verschaffen|verstrekken|melden|geven|doen)\b", re.I
)
# «neemt kennis van alle gegevens die van belang zijn»: he reads them, and tells nobody
_READS = re.compile(r"\bneem(?:t|en)\b[^.;]{0,60}\bkennis van\s+\Z|\b(?:vergewis(?:t|sen)|overtuig(?:t|en)) zich\b[^.;]{0,40}\Z")
# «is hij ontheven van de verplichting, bedoeld in het eerste lid, voor wat het formulier vraagt»: a form names the facts
_RELIEVED = re.compile(
    r"\bonthe(?:ven|ft)\b[^.;]{0,40}\b(?:verplichting|plicht)\b[^;]{0,300}\b(?:formulier\w*|opgave|gevraagd|uitgevraagd)\b"
    r"|\b(?:verplichting|plicht)\b[^.;]{0,80}\b(?:geldt niet|is niet van toepassing)\b[^.;]{0,80}\b(?:formulier\w*|opgave"
    r"|uitgevraagd|bekend)\b"
)


def _relieved(bill: Analysis, vraag: Vraag) -> bool:
    """Whether another sentence of the artikel lets off whoever fills in a form, which asks for the facts by name."""
    near = bill.in_artikel(vraag.provision.unit) or (vraag.provision,)
    return any(_RELIEVED.search(p.document.text.small, p.span.start, p.span.end) is not None for p in near)


_NEAR = 60  # characters between «uit eigen beweging» and what must be told
_TAIL = re.compile(r"(?:\s+(?:zou|zouden|kan|kunnen|zijn|is|blijken|blijkt|hebben|heeft|worden|geacht))+")


@over_mensen(Severity.WARNING)
@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the open description of what must be reported."""
    for vraag in vragen(dossier.bill):
        provision, norm, document = vraag.provision, vraag.norm, vraag.provision.document
        at = described = _open(vraag)
        if (
            at is None
            or described is None
            or _READS.search(document.text.small, norm.span.start, at.start) is not None
            or _MAY.match(document.text[norm.span]) is not None
        ):
            continue
        after = next((c for c in consequences(dossier.bill, provision, norm) if c.gevolg.zwaar), None)
        limited = begrippen.first(document, "open-plicht-begrensd", norm.span) is not None
        if limited:
            at = begrippen.first(document, "uit-eigen-beweging", norm.span)
            if at is None or vraag.first("verzoek-of") is not None or (after is None and not _at_once_unasked(vraag)):
                continue
            if _relieved(dossier.bill, vraag):
                continue
            if 0 <= described.start - at.end <= _NEAR:
                at = Span(at.start, described.end)  # what is asked, and how open it is, are one passage
        threat = ""
        annotations: tuple[Annotation, ...] = ()
        if after is not None:
            place = label(after.provision.unit)
            threat = f" Op niet nakomen staat «{words(after.provision.document, after.gevolg.span, 60)}» ({place})."
            annotations = (Annotation(after.provision.document, after.gevolg.span, f"gevolg van niet melden ({place})"),)
        explanation = (
            "De plicht is beperkt tot wat duidelijk is, maar zonder verzoek van de overheid moet men toch zelf en op tijd "
            "weten wanneer iets telt. Een lijst van feiten is in deze bepaling niet gevonden."
            if limited
            else "Om te weten wat van invloed is, moet men de regeling kennen. Een beperking tot wat redelijkerwijs "
            "duidelijk moet zijn, of een lijst van feiten, is in deze bepaling niet gevonden."
        )
        yield Hit(
            document=document,
            unit=provision.unit,
            span=at,
            message=f"Van {vraag.wie} wordt gevraagd zelf te bepalen wat gemeld moet worden: «{words(document, at)}».",
            explanation=explanation + threat,
            label="open inlichtingenplicht",
            annotations=annotations,
            suggestions=_to_add(dossier, provision.unit) if limited else (),
            lighter=_lighter(dossier, vraag, limited=limited),
            severity=None if not limited and gericht_tot_mens(dossier.bill, norm) and not _trade(dossier, vraag) else Severity.SUGGESTION,
        )


def _to_add(dossier: DossierAnalysis, unit: Unit) -> tuple[Suggestion, ...]:
    """What may still be added where the duty is limited to what is clear."""
    return filled(
        (
            Suggestion("noem de feiten die gemeld moeten worden, bijvoorbeeld in een lijst"),
            Suggestion("maak een uitzondering voor gegevens die [orgaan] zelf uit een registratie kan halen"),
            Suggestion("laat [orgaan] elk jaar de bekende gegevens ter controle aan de burger sturen"),
        ),
        dossier.bill,
        unit,
    )


def _lighter(dossier: DossierAnalysis, vraag: Vraag, *, limited: bool) -> str:
    if limited:
        return "de plicht is beperkt tot wat iemand redelijkerwijs weet"
    if _trade(dossier, vraag):
        return "het lijkt om een bedrijf of beroep te gaan"
    return "de zin zegt niet dat zij voor een mens in een persoonlijke zaak geldt"


def _trade(dossier: DossierAnalysis, vraag: Vraag) -> bool:
    """Whether it is open that a person must report this."""
    return raakt(dossier, vraag.provision, vraag.norm.span) is not None


def _open(vraag: Vraag) -> Span | None:
    """The open description, with the verb that ends it («van invloed kunnen zijn»)."""
    if said(vraag.provision, "melden", vraag.span) is None and not any(h.soort in _REPORTS for h in vraag.norm.handelingen):
        return None
    at = vraag.first("open-plicht")
    if at is None:
        return None
    tail = _TAIL.match(vraag.provision.document.text.content, at.end, vraag.span.end)
    return Span(at.start, tail.end()) if tail is not None else at


def _at_once_unasked(vraag: Vraag) -> bool:
    return vraag.first("zwaar-open") is not None and vraag.first("zonder-uitstel") is not None


_REPORTS = frozenset(
    ("melden", "verstrekken", "mededelen", "meedelen", "doorgeven", "opgeven", "inlichten", "informeren", "verschaffen", "geven", "doen")
)
