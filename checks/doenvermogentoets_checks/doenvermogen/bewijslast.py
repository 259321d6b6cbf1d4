"""A burden of proof that the text itself turns around or makes heavier."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.document import Amendment, AmendmentKind, Document
from doenvermogentoets.findings import Confidence, Hit, Suggestion
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import words

# «wordt de aanslag gehandhaafd, tenzij is gebleken dat en in hoeverre zij onjuist is» (AWR 25, 27e), «rust de bewijslast op hem»: who
# challenges a decision must prove that it is wrong.
_UPHELD = re.compile(
    r"\b(?:ongegrond|gehandhaafd|afgewezen|in stand)\b[^.;]{0,40}?,? (tenzij (?:is gebleken|gebleken is|is aangetoond|overtuigend"
    r"|onomstotelijk|blijkt|wordt aangetoond)[^.;]{0,120}?\b(?:onjuist|te hoog|ten onrechte|onrechtmatig|niet verschuldigd)\b)"
)
_RESTS_ON = re.compile(
    r"\b((?:rust|berust|ligt|drukt)\b[^.;,]{0,20}?\bde bewijslast|de bewijslast\b[^.;]{0,80}?\b(?:rust|berust|ligt|drukt)"
    r"|draagt\b[^.;,]{0,30}?\bde bewijslast|de bewijslast\b[^.;]{0,60}?\bdraagt)\b"
)
_OTHER_SIDE = (
    r"(?:de (?:inspecteur|inspectie|minister|staatssecretaris|burgemeester|gemeente|raad|staat|werkgever|verweerder|verhuurder|handelaar"
    r"|verzekeraar|bank|ontvanger|svb|sociale verzekeringsbank|belastingdienst|korpschef|officier van justitie|autoriteit|dienst|overheid"
    r"|uitvoeringsinstelling)|het (?:college|dagelijks bestuur|bestuur\w*|uwv|cak|zorginstituut|openbaar ministerie|rijk)"
    r"|onze minister|burgemeester en wethouders|gedeputeerde staten)\b"
)
_ON_THE_OTHER = re.compile(
    rf"\b(?:op|bij|draagt|dragen)\s+{_OTHER_SIDE}|\b{_OTHER_SIDE}(?:\s+[\w-]+)?\s+(?:draagt|dragen)\b[^.;,]{{0,30}}?\bde bewijslast\b"
)
# «De inschrijving blijft in stand, tenzij blijkt dat de gegevens onjuist zijn» is about no decision that somebody challenges.
_CHALLENGED = re.compile(
    r"\b(?:\w*bezwa\w+|\w*beroep\w*|\w*aanslag(?:en)?|\w*besluit(?:en)?|\w*beschikking(?:en)?|beslissing(?:en)?|uitspraak|verzoek(?:en|schrift)?"
    r"|aanvra\w+|\w*boetes?|\w*vordering(?:en)?|verzet)\b"
)
# «wie zich op onnodig oponthoud beroept, draagt de bewijslast daarvan»: whoever states proves, nothing is reversed
_NO_BURDEN = re.compile(
    r"\bzich\b[^.;]{0,60}\bberoept\b[^.;]{0,80}\bde bewijslast daarvan\b|\bgeen (?:[\w-]+ )?bewijslast\b"
    r"|\bbewijslast\b[^.;,]{0,40}\bniet (?:op|bij)\b"
)


def omgekeerd(dossier: DossierAnalysis) -> Iterator[Hit]:
    """A burden of proof that a person would not have by the general rules, in a dispute with the authority."""
    for provision in dossier.bill.provisions:
        small = provision.document.text.small
        for sentence in provision.passage.sentences:
            found = _UPHELD.search(small, sentence.span.start, sentence.span.end) or _RESTS_ON.search(
                small, sentence.span.start, sentence.span.end
            )
            if found is None or (_CHALLENGED.search(small, sentence.span.start, sentence.span.end) is None and found.re is _UPHELD):
                continue
            if any(p.search(small, sentence.span.start, sentence.span.end) for p in (_ON_THE_OTHER, _NO_BURDEN)):
                continue
            at = Span(*found.span(1))
            yield Hit(
                document=provision.document,
                unit=provision.unit,
                span=at,
                message=f"De bewijslast wordt omgekeerd: «{words(provision.document, at)}».",
                explanation="Wie opkomt tegen het besluit, moet bewijzen dat het niet klopt; aannemelijk maken is niet genoeg. Hoe klein "
                "het verzuim was dat hiertoe leidt, en of het hem te verwijten is, telt volgens deze zin niet mee.",
                label="omkering van de bewijslast",
                question="Wat doet iemand die één aangifte of formulier vergat, en de stukken voor het tegendeel niet meer heeft?",
                ground="Ar 4.43, onder f; vergelijk AWR 25, derde lid, en 27e (alleen als de vereiste aangifte niet is gedaan, of een "
                "informatiebeschikking onherroepelijk is)",
                suggestions=(
                    Suggestion("de omkering beperken tot een verzuim dat ernstig en verwijtbaar is"),
                    Suggestion("aannemelijk maken laten volstaan: «tenzij de belanghebbende aannemelijk maakt dat …»"),
                    Suggestion("in de toelichting uitleggen waarom deze last nodig is, en hoe iemand er vooraf op wordt gewezen"),
                ),
            )


# «aannemelijk maakt» becomes «aantoont», «bewijst», «met bewijsstukken»: the law does not change, what must be proved does.
_PLAUSIBLE = re.compile(r"\b(?:aannemelijk|geloofwaardig|redelijkerwijs|naar het oordeel van|verklaart|verklaring)\b", re.I)
_PROVEN = re.compile(
    r"\b(?:aanto(?:ont|nen|nt)|aangetoond|aan te tonen|bewij\w+|bewezen|genoegzaam|onomstotelijk|overtuigend|gestaafd)\b", re.I
)


def verzwaard(amendment: Amendment, document: Document) -> Hit | None:
    """An amendment that asks proof where a plausible account was enough."""
    old, new = amendment.old, amendment.new
    if amendment.kind is not AmendmentKind.VERVANGEN or not old or not new:
        return None
    if _PLAUSIBLE.search(old) is None or _PROVEN.search(old) is not None or _PROVEN.search(new) is None:
        return None
    start = document.text.content.find(new, amendment.span.start, amendment.span.end)
    if start < 0:
        return None
    at = Span(start, start + len(new))
    return Hit(
        document=document,
        unit=amendment.unit,
        span=at,
        message=f"De bewijslast wordt zwaarder: «{words(document, at)}» in plaats van «{old}».",
        explanation="Wie iets niet meer aannemelijk mag maken maar moet bewijzen, heeft stukken nodig die er niet altijd zijn. De "
        "gewijzigde tekst staat niet in het ontwerp; wie dit bewijs moet leveren, is hier niet te zien.",
        label="zwaardere bewijslast",
        confidence=Confidence.LAAG,
    )
