"""DVM008: a right begins no earlier than the application."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Document
from doenvermogentoets.findings import Hit, Severity
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.norms.uitweg import ways_out
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import each_place_once, trimmed, words
from doenvermogentoets_checks.doenvermogen import begrippen
from doenvermogentoets_checks.doenvermogen.mensen import in_artikel, said
from doenvermogentoets_checks.raakt import over_mensen

# A date before the application, blame as a condition, or an exception that lets the right begin earlier than another lid does.
_SOFTER = re.compile(
    r"\bkan (?:deze|die|de) dag\b[^.;]{0,60}\bliggen voor\b|\bte verwijten valt\b|\A[\s\d.]{0,6}In afwijking van het \w+ lid ontstaat\b"
)
_PROCEEDINGS = re.compile(
    r"\b(?:voorlopige voorziening|geen uitspraak|bezwaar\w*|beroepschrift)\b"
)  # a request to a judge, not for the right
# «Aan een opzegging wordt geen terugwerkende kracht verleend»: that somebody does not lose what he had
_TAKES_BACK = re.compile(r"[\s\d.]{0,6}(?:aan )?(?:een|de) (?:opzegging|ontbinding|beëindiging|intrekking|schorsing|verlaging)\b")
# «Wordt de aanvraag later ingediend, dan …»: the sentence before it gives a time, and that limit is reported; «op aanvraag» is how and
# not when; «niet eerder dan dat op het verzoek is besloten»; «heeft geen recht meer».
_LATER = re.compile(
    r"[\s\d.]{0,6}(?:wordt|indien|als|is) (?:de|het|een) (?:aanvra(?:ag|ge)|verzoek|melding)\b[^.;,]{0,40}\b(?:later|na afloop|nadien)\b"
)
_HOW = re.compile(r"\bop (?:diens |zijn |haar )?(?:aanvra(?:ag|ge)|verzoek)\Z")
_DECIDED_ON = re.compile(r"\b(?:besloten|beslist|besluit|beslissing)\b[^.;,]{0,20}\bop (?:de|het|een) (?:aanvra\w+|verzoek)\b")
_NO_MORE = re.compile(r"\bgeen\b[^.;,]{0,60}\bmeer\b")


def _no_start(document: Document, zin: Span, at: Span) -> bool:
    """Whether the words are about something else than the day from which a right is given."""
    small = document.text.small
    if _LATER.match(small, zin.start, zin.end) is not None or _HOW.search(small, at.start, at.end) is not None:
        return True
    if ", kan " in small[at.start : at.end]:
        return True
    return (
        _DECIDED_ON.search(small, at.start, min(zin.end, at.end + 40)) is not None or _NO_MORE.search(small, zin.start, zin.end) is not None
    )


# «kan, indien hij dat in een individueel geval noodzakelijk acht, toekennen met ingang van de dag waarop de kosten zijn gemaakt»
_MAY_START_EARLIER = re.compile(
    r"\bkan(?: worden)?\b(?![^.;]{0,20}\b(?:niet|geen)\b)(?=[^.;]{0,300}\b(?:toekennen|toegekend|verlenen|verleend|ingaan"
    r"|uitkeren|vaststellen|vastgesteld"
    r"|verstrekken|bepalen)\b)[^.;]{0,300}\b(?:met ingang van|vanaf|op een) (?:(?:een|het|de) )?(?:(?:eerdere?|vroegere?) \w+"
    r"|(?:tijdstip|dag|datum|moment|maand)\b(?! (?:van|waarop|waarin|dat) (?:de|het|zijn|een) (?:aanvra|verzoek|melding)))"
)


def _may_start_earlier(bill: Analysis, provision: Provision) -> bool:
    """Whether another sentence of the artikel lets the right begin on another day than that of the application."""
    return any(
        _MAY_START_EARLIER.search(p.document.text.small, p.span.start, p.span.end) is not None for p in bill.in_artikel(provision.unit)
    )


_NOT = frozenset({Soort.DEFINITIE, Soort.DELEGATIE, Soort.SLOT})


@over_mensen(Severity.SUGGESTION)
@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the sentence."""
    for provision in dossier.bill.provisions:
        for norm in provision.norms:
            at = begrippen.first(provision.document, "ingang", norm.span) if norm.soort not in _NOT else None
            if at is not None and _TAKES_BACK.match(provision.document.text.small, norm.span.start, norm.span.end) is not None:
                continue
            if at is not None and _no_start(provision.document, norm.span, at):
                continue
            if at is None or said(provision, "ingang-recht", norm.span) is None:
                continue
            if begrippen.first(provision.document, "terugblik", norm.span) is not None or "rente" in provision.document.text[norm.span]:
                continue
            if (
                _PROCEEDINGS.search(provision.document.text[norm.span]) is not None
                or _SOFTER.search(provision.document.text[norm.span]) is not None
            ):
                continue
            if _may_start_earlier(dossier.bill, provision):
                continue
            hard = begrippen.first(provision.document, "ingang-hard", norm.span) is not None
            if (not hard and in_artikel(dossier.bill, provision, "ingang-verzacht")) or any(
                u.volledig for u in ways_out(dossier.bill, provision, norm)
            ):
                continue
            span = trimmed(provision.document, norm.span)
            yield Hit(
                document=provision.document,
                unit=provision.unit,
                span=span,
                message=f"Wie later aanvraagt, verliest de tijd ervoor: «{words(provision.document, at)}».",
                explanation="Het recht hangt aan de dag van de aanvraag of melding. Gezocht in dit artikel naar "
                "terugwerkende kracht of een uitzondering voor bijzondere gevallen: niet gevonden.",
                label="begint bij de aanvraag",
            )
