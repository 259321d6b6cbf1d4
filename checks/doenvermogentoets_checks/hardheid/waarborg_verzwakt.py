"""An amendment that takes a safeguard away, narrows it, or takes away room."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Amendment, AmendmentKind, Document
from doenvermogentoets.findings import Annotation, Confidence, Doubt, Hit, Severity, Suggestion
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.norms.verzwakking import Ingreep, Verzwakking, bewering, is_opruimen, verzwakking, waarborg_in
from doenvermogentoets.structure import labels
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import listing, trimmed, words
from doenvermogentoets_checks.hardheid.verzwaring import Verzwaring, verzwaring
from doenvermogentoets_checks.hardheid.wijziging import about

_WAT = {
    Ingreep.GESCHRAPT: "Deze wijziging schrapt {waarborg}",
    Ingreep.VERVANGEN: "Deze wijziging vervangt {waarborg} door iets anders",
    Ingreep.VERNAUWD: "Deze wijziging vernauwt {waarborg}",
    Ingreep.VRIJBLIJVEND: "Deze wijziging maakt van de plicht om {waarborg} te bieden een bevoegdheid («kan»)",
    Ingreep.GEBONDEN: "Deze wijziging haalt de {waarborg} weg",
    Ingreep.MAATSTAF: "Deze wijziging haalt {waarborg} weg",
    Ingreep.DREMPEL: "Deze wijziging verlaagt {waarborg}",
    Ingreep.HARDER: "Deze wijziging maakt {waarborg} zwaarder",
}


# What the words of an amendment alone do not decide is asked as a suggestion, with why.
_LIGHTER = {
    Ingreep.GEBONDEN: "een gebonden bevoegdheid kan met reden zijn gekozen; de woorden van de wijziging zeggen dat niet",
    Ingreep.MAATSTAF: "de woorden van de wijziging zeggen niet voor wie dat uitmaakt",
    Ingreep.HARDER: "een zwaardere sanctie kan met reden zijn gekozen; de woorden van de wijziging zeggen dat niet",
}
_ELSEWHERE = "volgens de toelichting staat de waarborg al ergens anders"


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Amending instructions that weaken a safeguard, by their own words or by what the toelichting says of them."""
    del options
    document = dossier.bill.document
    for amendment in document.amendments:
        raised = verzwaring(dossier, amendment)
        found = verzwakking(amendment) or _by_toelichting(dossier, amendment)
        if found is None and raised is not None:
            found = Verzwakking(amendment, Ingreep.HARDER, "de sanctie" if raised.maat != "de duur" else "de last")
        if found is None:
            if (untold := _untold(dossier, amendment)) is not None:
                yield untold
            continue
        sentences = about(dossier, amendment)
        told = " ".join(z.text for z in sentences)
        severity = confidence = None
        if found.ingreep in _LIGHTER:
            severity, confidence = Severity.SUGGESTION, Confidence.LAAG
        elif sentences and is_opruimen(told):
            severity = Severity.INFO  # the toelichting says that it stands elsewhere
        harder = found.ingreep is Ingreep.HARDER
        what = _WAT[found.ingreep].format(waarborg=found.waarborg)
        span = _place(dossier, amendment)
        yield Hit(
            document=document,
            unit=amendment.unit,
            span=span,
            message=f"{what}: «{words(document, span)}».",
            explanation=(
                "Wie straks hetzelfde doet als nu, wordt zwaarder getroffen"
                if harder
                else "Wie nu nog op de oude tekst kan terugvallen, kan dat straks niet meer"
            )
            + "; de gewijzigde wet zelf staat niet in dit ontwerp, zodat alleen de "
            "woorden van de wijziging en van de toelichting zijn gelezen."
            + (_also(document, amendment))
            + (_more(raised) if raised is not None else "")
            + (f" De toelichting zegt: «{found.bron}»" if found.bron else _silence(dossier, bool(sentences)))
            + (
                (_CLAIMED_HARDER if harder else _CLAIMED).format(woord=claim) if (claim := bewering(told)) and not is_opruimen(told) else ""
            ),
            label="zwaardere sanctie" if harder else "waarborg",
            question=_HARDER_QUESTION if harder else None,
            annotations=tuple(
                Annotation(dossier.explanation.document, trimmed(dossier.explanation.document, s), "wat de toelichting erover zegt")
                for s in [z.span for z in sentences[:2]]
                if dossier.explanation is not None
            ),
            suggestions=_INSTEAD_HARDER if harder else _INSTEAD,
            severity=severity,
            lighter=_LIGHTER.get(found.ingreep, _ELSEWHERE),
            confidence=confidence,
        )


_CLAIMED = " Zij noemt de wijziging «{woord}», maar zegt niet waar dan staat wat vervalt of waarom dat voor niemand uitmaakt."
_CLAIMED_HARDER = " Zij noemt de wijziging «{woord}»; waarom het meer wordt, staat er niet."
_INSTEAD = (
    Suggestion("de waarborg laten staan, of de bedoelde beperking preciezer omschrijven"),
    Suggestion(
        "in de toelichting uitleggen waarom de waarborg kan vervallen en voor wie dat uitmaakt",
        example="De [uitzondering/termijn] vervalt omdat [reden]. Voor [groep] betekent dit [gevolg]; dat "
        "is opgevangen door [alternatief].",
    ),
    Suggestion("overgangsrecht voor lopende gevallen"),
)
_HARDER_QUESTION = "Waarom is de zwaardere sanctie nodig, en wat betekent zij voor wie zich vergist of te laat is?"
_INSTEAD_HARDER = (
    Suggestion("de sanctie laten zoals zij is, of de zwaardere alleen voor de ernstigste gevallen"),
    Suggestion("in de toelichting uitleggen van wat naar wat de sanctie gaat en waarom dat evenredig is"),
    Suggestion("overgangsrecht: wat is begaan voor de inwerkingtreding onder de oude sanctie laten vallen"),
)


def _also(document: Document, amendment: Amendment) -> str:
    """The other artikelen that the same order amends («In de artikelen 30, eerste lid, en 31, tweede lid, wordt …»), as a sentence."""
    first = document.text.content.find(amendment.old, amendment.span.start, amendment.span.end) if amendment.old else -1
    head = Span(amendment.span.start, first if first >= 0 else amendment.span.end)
    if _MANY.match(document.text[head]) is None:
        return ""
    own = (amendment.target.artikel, amendment.target.lid)
    cited = [(t.artikel, t.lid) for r in references_in(document, head) for t in r.targets if t.artikel]
    others = [words for artikel, lid in dict.fromkeys(cited) if (artikel, lid) != own and (words := labels.words(artikel, lid, None))]
    return f" Dezelfde wijziging geldt voor {listing(others)}." if others else ""


_MANY = re.compile(r"(?:In )?[Dd]e artikelen\b")


def _more(raised: Verzwaring) -> str:
    """What goes up and how much, as a sentence."""
    times = f" ({raised.maal:.1f} keer zoveel)".replace(".", ",").replace(",0 ", " ") if raised.maal else ""
    return f" {raised.maat[:1].upper()}{raised.maat[1:]} gaat omhoog: van {raised.van} naar {raised.naar}{times}."


def _silence(dossier: DossierAnalysis, told: bool) -> str:
    if dossier.explanation is None:
        return " Er is geen toelichting meegegeven."
    return (
        " De toelichting noemt de wijziging, maar niet wat zij voor wie het treft betekent."
        if told
        else " In de toelichting is er niets over gevonden, onder de kop van dit onderdeel en waar zij het artikel noemt."
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


# «Dit onderdeel betreft het vervallen van artikel 8.» tells nothing of what stood there.
_MERELY = re.compile(r"\b(?:verval(?:t|len)|geschrapt|schrappen|schrapt|ingetrokken)\b", re.I)
_LONG = 14  # words; a longer sentence says more than that it goes


def _untold(dossier: DossierAnalysis, amendment: Amendment) -> Hit | None:
    """A whole artikel that goes while the toelichting under its own heading says nothing but that it goes.

    What stood there is not in the bill: it may have been a safeguard, and nobody can see that.
    """
    target = amendment.target
    if amendment.kind is not AmendmentKind.VERVALLEN or amendment.old or dossier.explanation is None:
        return None
    if target.artikel is None or target.lid is not None or _WHOLE.match(dossier.bill.document.text[amendment.span]) is None:
        return None
    sentences = about(dossier, amendment)
    if not sentences or is_opruimen(" ".join(z.text for z in sentences)):
        return None
    if not all(len(z.text.split()) <= _LONG and _MERELY.search(z.text) for z in sentences):
        return None
    document, span = dossier.bill.document, _place(dossier, amendment)
    return Hit(
        document=document,
        unit=amendment.unit,
        span=span,
        message=f"«{words(document, span)}»: wat daar stond, zegt het ontwerp niet, en de toelichting ook niet.",
        explanation="De gewijzigde wet staat niet in dit ontwerp. Was het een hardheidsclausule, een hersteltermijn of iets dergelijks, "
        f"dan verdwijnt die zonder uitleg. De toelichting zegt alleen: «{sentences[0].text}»",
        label="waarborg",
        question="Wat stond er, wie had er iets aan, en waar staat dat straks?",
        annotations=(Annotation(dossier.explanation.document, trimmed(dossier.explanation.document, sentences[0].span), "alleen dit"),),
        suggestions=(_INSTEAD[1],),
        doubts=(Doubt("of het een waarborg was, is aan het ontwerp niet te zien"),),
        lighter="of het een waarborg was, is aan het ontwerp niet te zien",
        severity=Severity.INFO,
        confidence=Confidence.LAAG,
    )


_WHOLE = re.compile(r"\W*(?:[A-Z]{1,2}\.?\s+)?Artikel\s+[\w.:]+\s+(?:vervalt|komt te vervallen)\W*\Z", re.I)


def _place(dossier: DossierAnalysis, amendment: Amendment) -> Span:
    span = trimmed(dossier.bill.document, amendment.span)
    while len(span) > 1 and dossier.bill.document.text.content[span.end - 1] in ".;:":
        span = Span(span.start, span.end - 1)
    return span
