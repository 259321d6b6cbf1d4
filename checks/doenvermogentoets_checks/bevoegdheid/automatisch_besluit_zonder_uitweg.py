"""A decision that a computer takes, without a way to a person and without any way to deviate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Severity, Suggestion
from doenvermogentoets.norms.getroffene import getroffene
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import aangehaald, phrases, words
from doenvermogentoets_checks.hardheid.zeggen import in_sentence, model, organ
from doenvermogentoets_checks.raakt import over_mensen

# Machines that call or write to people: no decision.
_MESSAGES = re.compile(r"\b(?:oproep|communicatie|oproepsystemen|communicatiesystemen|reclame|ongevraagde)\b")


_NOUN = re.compile(r"\s+[\w-]+")


@over_mensen(Severity.SUGGESTION)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Automated decisions about citizens in the bill; a person in the same artikel or a hardship clause over it ends the matter."""
    del options
    bill = dossier.bill
    automatic = phrases(__package__ or "", "automatisch")
    person = phrases(__package__ or "", "mens")
    for provision in bill.provisions:
        document = provision.document
        for norm in provision.norms:
            if norm.soort in (Soort.DEFINITIE, Soort.DELEGATIE, Soort.SLOT):
                continue
            span = automatic.first(document, norm.span)
            if span is None or _MESSAGES.search(document.text.small, norm.span.start, norm.span.end) is not None:
                continue
            if "zonder menselijke tussenkomst" not in document.text[span].lower() and any(
                person.first(document, p.span) is not None for p in bill.in_artikel(provision.unit)
            ):
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
                    Suggestion(
                        "een gerichte hardheidsclausule (model Ar 5.26)",
                        insertion=model(organ(provision, bill), aangehaald(provision.unit, provision.unit)),
                    ),
                ),
            )
