"""DVM010: people are asked to do things and nowhere is help."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets.norms.rechtsorde import zonder_awb
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import phrases, who, words
from doenvermogentoets_checks.doenvermogen.mensen import PACKAGE, duties


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield at most one hit, at the first thing a person must do."""
    asked = list(duties(dossier.bill))
    places = len({p.unit for p, _, _ in asked})
    if places < options.number("plichten"):
        return
    search = phrases(PACKAGE, "hulp")
    documents = [dossier.bill.document] + ([dossier.dossier.toelichting] if dossier.dossier.toelichting is not None else [])
    if any(search.first(d, Span(0, len(d.text.content))) is not None for d in documents):
        return
    provision, norm, acts = asked[0]
    where = "in de regeling en in de toelichting" if len(documents) > 1 else "in de regeling"
    awb = zonder_awb(dossier.bill.document, None, "passende ondersteuning (2:1)") or (
        "De Awb geeft al passende ondersteuning en het recht op een gemachtigde (2:1), maar zegt niet waaruit de hulp hier bestaat."
    )
    yield Hit(
        document=provision.document,
        unit=provision.unit,
        span=acts[0],
        message=f"De regeling vraagt op {places} plaatsen iets van mensen, maar hulp of contact is nergens geregeld.",
        explanation=f"De eerste is «{words(provision.document, acts[0], 60)}» door {who(norm)}. "
        f"Gezocht {where} naar hulp, ondersteuning, een loket, een "
        f"gemachtigde, een herinnering en persoonlijk contact: niet gevonden. {awb}",
        label="eerste plicht",
    )
