"""A decision that a computer takes, without a way to a person and without any way to deviate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Severity, Suggestion
from doenvermogentoets.norms.getroffene import getroffene
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import phrases, words
from doenvermogentoets_checks.hardheid.clausule_voorstel import clause_for
from doenvermogentoets_checks.hardheid.zeggen import in_sentence, organ
from doenvermogentoets_checks.raakt import over_mensen

# Machines that call or write to people: no decision.
_MESSAGES = re.compile(r"\b(?:oproep|communicatie|oproepsystemen|communicatiesystemen|reclame|ongevraagde)\b")


_NOUN = re.compile(r"\s+[\w-]+")

# «Er kijkt geen medewerker naar», «zonder dat een ambtenaar …»: nobody looks.
_NOBODY = re.compile(r"\b(?:geen|zonder(?: dat)?(?: een)?|niet door een|noch)\s+(?:\w+\s+)?\Z")
# «Een medewerker beoordeelt de aanvraag niet»
_ON_REQUEST = re.compile(
    r"\bop (?:\w+ )?verzoek\b[^.;]{0,200}\bopnieuw\b|\b(?:vragen|verzoeken|verlangen)\b[^.;]{0,120}\bopnieuw\b[^.;]{0,40}\bte\b"
)
_NEVER = re.compile(r"\b(?:niet|evenmin)\b")
_NOT_GIVEN = re.compile(r"[^.;,]{0,30}\b(?:is|zijn|wordt|worden|vindt|vinden|blijft)\b[^.;,]{0,30}\b(?:niet|uitgesloten|achterwege)\b")
# What is looked at is the case, and not the system that decides.
_THE_CASE = re.compile(r"\b(?:besluit\w*|beschikking\w*|uitkomst\w*|vaststelling|geval\w*|aanvra\w+|verzoek|opnieuw|nog eens|alsnog)\b")


def _looked_at(provision: Provision, automatic: Span) -> bool:
    """Whether a sentence puts a person behind the decision, or has a person look at it, however many words stand in between."""
    document = provision.document
    small = document.text.small
    for sentence in provision.passage.sentences:
        found = phrases(__package__ or "", "mens").find(document, sentence.span)
        if any(
            not at.overlaps(automatic)
            and _NOBODY.search(small, sentence.span.start, at.start) is None
            and _NOT_GIVEN.match(small, at.end, sentence.span.end) is None
            for at in found
        ):
            return True
        who = phrases(__package__ or "", "kijker").first(document, sentence.span)
        if (
            who is not None
            and phrases(__package__ or "", "kijkt").first(document, sentence.span) is not None
            and _NOBODY.search(small, sentence.span.start, who.start) is None
            and _NEVER.search(small, sentence.span.start, sentence.span.end) is None
            and _THE_CASE.search(small, sentence.span.start, sentence.span.end) is not None
            and not sentence.span.overlaps(automatic)
        ):
            return True
        if _ON_REQUEST.search(small, sentence.span.start, sentence.span.end) is not None:
            return True
    return False


@over_mensen(Severity.SUGGESTION)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Automated decisions about citizens in the bill; a person in the same artikel or a hardship clause over it ends the matter."""
    del options
    bill = dossier.bill
    automatic = phrases(__package__ or "", "automatisch")
    for provision in bill.provisions:
        document = provision.document
        for norm in provision.norms:
            if norm.soort in (Soort.DEFINITIE, Soort.DELEGATIE, Soort.SLOT):
                continue
            span = automatic.first(document, norm.span)
            if span is None or _MESSAGES.search(document.text.small, norm.span.start, norm.span.end) is not None:
                continue
            if any(_looked_at(p, span) for p in bill.in_artikel(provision.unit)):
                continue
            if any(c.covers(provision.unit) for c in clausules(bill)) or getroffene(bill, provision, norm) is None:
                continue
            noun = _NOUN.match(document.text.content, span.end, norm.span.end)
            if noun is not None and document.text[span].lower().endswith("geautomatiseerde"):
                span = Span(span.start, noun.end())  # «uitsluitend op basis van geautomatiseerde verwerking»
            yield Hit(
                document=document,
                unit=provision.unit,
                span=span,
                message=f"Een besluit waar niemand naar kijkt: «{words(document, span)}».",
                explanation="Wie niet in het standaardgeval past, merkt dat pas achteraf. Gezocht naar menselijke "
                "tussenkomst en heroverweging in dit artikel en naar "
                "een hardheidsclausule die dit artikel dekt: niet gevonden. Bezwaar staat open, maar dan moet de burger "
                "zelf in actie komen. Bij massale gebonden "
                "besluiten is een clausule juist op haar plaats.",
                label="automatisch",
                suggestions=(
                    Suggestion(
                        "een mens laten kijken zodra iemand daarom vraagt",
                        insertion=f"Op verzoek beoordeelt {in_sentence(organ(provision, bill))} het besluit opnieuw, met menselijke "
                        "tussenkomst.",
                    ),
                    Suggestion("uitvalcriteria opnemen: welke gevallen niet automatisch worden afgedaan"),
                    *clause_for(provision, dossier, "een gerichte uitweg"),
                ),
            )
