"""An amendment that takes a safeguard away, narrows it, or takes away room."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Amendment, AmendmentKind
from doenvermogentoets.findings import Annotation, Confidence, Hit, Severity, Suggestion
from doenvermogentoets.norms.waarborgen import Ingreep, Verzwakking, is_opruimen, verzwakking, waarborg_in
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import trimmed, words
from doenvermogentoets_checks.hardheid.wijziging import about

_WAT = {
    Ingreep.GESCHRAPT: "Deze wijziging schrapt {waarborg}",
    Ingreep.VERVANGEN: "Deze wijziging vervangt {waarborg} door iets anders",
    Ingreep.VERNAUWD: "Deze wijziging vernauwt {waarborg}",
    Ingreep.VRIJBLIJVEND: "Deze wijziging maakt van de plicht om {waarborg} te bieden een bevoegdheid («kan»)",
    Ingreep.GEBONDEN: "Deze wijziging haalt de beslisruimte («kan») weg",
}


_SIDE = "een gebonden bevoegdheid kan met reden zijn gekozen; de woorden van de wijziging zeggen dat niet"
_ELSEWHERE = "volgens de toelichting staat de waarborg al ergens anders"


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Amending instructions that weaken a safeguard, by their own words or by what the toelichting says of them."""
    del options
    document = dossier.bill.document
    for amendment in document.amendments:
        found = verzwakking(amendment) or _by_toelichting(dossier, amendment)
        if found is None:
            continue
        sentences = about(dossier, amendment)
        severity = confidence = None
        if found.ingreep is Ingreep.GEBONDEN:
            severity, confidence = Severity.SUGGESTION, Confidence.LAAG
        elif sentences and is_opruimen(" ".join(z.text for z in sentences)):
            severity = Severity.INFO  # the toelichting says that it stands elsewhere
        what = _WAT[found.ingreep].format(waarborg=found.waarborg)
        span = _place(dossier, amendment)
        yield Hit(
            document=document,
            unit=amendment.unit,
            span=span,
            message=f"{what}: «{words(document, span)}».",
            explanation="Wie nu nog op de oude tekst kan terugvallen, kan dat straks niet meer; de gewijzigde wet zelf "
            "staat niet in dit ontwerp, zodat alleen de "
            "woorden van de wijziging en van de toelichting zijn gelezen."
            + (f" De toelichting zegt: «{found.bron}»" if found.bron else _silence(dossier, bool(sentences))),
            label="waarborg",
            annotations=tuple(
                Annotation(dossier.explanation.document, trimmed(dossier.explanation.document, s), "wat de toelichting erover zegt")
                for s in [z.span for z in sentences[:2]]
                if dossier.explanation is not None
            ),
            suggestions=(
                Suggestion("de waarborg laten staan, of de bedoelde beperking preciezer omschrijven"),
                Suggestion(
                    "in de toelichting uitleggen waarom de waarborg kan vervallen en voor wie dat uitmaakt",
                    example="De [uitzondering/termijn] vervalt omdat [reden]. Voor [groep] betekent dit [gevolg]; dat "
                    "is opgevangen door [alternatief].",
                ),
                Suggestion("overgangsrecht voor lopende gevallen"),
            ),
            severity=severity,
            lighter=_SIDE if severity is Severity.SUGGESTION else _ELSEWHERE,
            confidence=confidence,
        )


def _silence(dossier: DossierAnalysis, told: bool) -> str:
    if dossier.explanation is None:
        return " Er is geen toelichting meegegeven."
    return (
        " De toelichting noemt de wijziging, maar niet wat zij voor wie het treft betekent."
        if told
        else " De toelichting gaat er niet op in."
    )


def _by_toelichting(dossier: DossierAnalysis, amendment: Amendment) -> Verzwakking | None:
    """A lid or artikel that goes («Artikel 9, tweede lid, vervalt»): only the toelichting tells what it held."""
    if amendment.kind is not AmendmentKind.VERVALLEN or amendment.old or dossier.explanation is None:
        return None
    sentences = about(dossier, amendment)
    told = " ".join(z.text for z in sentences)
    if not told or is_opruimen(told):
        return None
    for zin in sentences:
        waarborg = waarborg_in(zin.text)
        if waarborg is not None:
            return Verzwakking(amendment, Ingreep.GESCHRAPT, waarborg, zin.text)
    return None


def _place(dossier: DossierAnalysis, amendment: Amendment) -> Span:
    span = trimmed(dossier.bill.document, amendment.span)
    while len(span) > 1 and dossier.bill.document.text.content[span.end - 1] in ".;:":
        span = Span(span.start, span.end - 1)
    return span
