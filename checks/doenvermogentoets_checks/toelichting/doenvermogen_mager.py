"""An account of doenvermogen that is an assurance, or lacks what a reviewer needs (Ar 4.43, under f)."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.toelichting import Account, Alinea
from doenvermogentoets.toelichting.account import KERN, ONDERDELEN, ZO_GENOEMD
from doenvermogentoets_checks.common import listing, words
from doenvermogentoets_checks.toelichting.lezen import artikelen, handelingen, lasten


def _meeste(account: Account) -> Alinea | None:
    """The paragraph that holds most of the account: the assurance, otherwise most of the parts; the first if they are equal."""
    found = [s for spans in account.parts.values() for s in spans] + ([account.assurance] * 3 if account.assurance is not None else [])
    return max(account.alineas, key=lambda a: sum(a.span.contains(s) for s in found), default=None)


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    account = explanation.account
    if account.stand not in ("leeg", "mager"):
        return
    burdens = lasten(dossier.bill)
    if not burdens and account.stand == "leeg":  # the toelichting itself speaks of people; the bill asks it of whoever it names
        burdens = [
            (p, n)
            for p in dossier.bill.provisions
            for n in p.norms
            if n.doenlast and (n.adressaat is None or n.adressaat.rol != "overheid")
        ]
    if len(burdens) < options.number("plichten"):
        return
    alinea = _meeste(account)
    span = alinea.span if alinea is not None else account.section.span if account.section is not None else None
    unit = alinea.unit if alinea is not None else account.section.unit if account.section is not None else None
    if span is None:
        return
    missing = [p for p in KERN if not account.has(p)]
    present = [p for p in ONDERDELEN if account.has(p)]
    empty = account.stand == "leeg"
    acts = handelingen(burdens)
    where = artikelen(burdens, 2)
    asks = (
        f"Het ontwerp vraagt van burgers onder meer {acts} ({where})." if acts else f"Het ontwerp vraagt handelingen van burgers ({where})."
    )
    if empty and account.assurance is not None:
        message = f"Over het doenvermogen staat alleen een verzekering: «{words(explanation.document, account.assurance, 90)}»"
        message += " Er staat niet " + listing(ZO_GENOEMD[p] for p in missing) + "."
    else:
        message = "De verantwoording over het doenvermogen zegt niet " + listing(ZO_GENOEMD[p] for p in missing) + "."
    has = f" Wel gevonden: {listing(ZO_GENOEMD[p] for p in present)}." if present else ""
    yield Hit(
        explanation.document,
        unit,
        span,
        message,
        f"{asks}{has}",
        label="verzekering zonder onderbouwing" if empty else "niet volledig",
        annotations=tuple(Annotation(dossier.bill.document, p.passage.span, "vraagt een handeling van de burger") for p, _ in burdens[:2]),
        lighter="er staat wel iets over het doenvermogen",
        severity=Severity.WARNING if empty else Severity.SUGGESTION,
    )
