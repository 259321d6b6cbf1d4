"""Transitional law in the bill that the toelichting passes over, or none where the bill repeals (Ar 4.43, under j)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.structure.labels import label
from doenvermogentoets_checks.toelichting.lezen import is_klein, plaats, van_een_bijlage

_OVERGANG = re.compile(r"\bovergangs", re.I)
_BLIJFT = re.compile(
    r"\bblijf(?:t|ven)\b[^.;]{0,160}\bvan toepassing\b(?=[^.;]*\b(?:zoals|voor|vóór|inwerkingtreding|verleend|ingediend)\b)|\b(?:vóór|"
    r"voor) (?:het tijdstip van |de )inwerkingtreding\b(?! van (?:de|het) )"
    r"|\bop het tijdstip van inwerkingtreding van (?:deze|dit|artikel)\b",
    re.I,
)
_INTREKKING = re.compile(r"^(?:De|Het)\b[^.;]{4,160}\bword(?:t|en) ingetrokken\b", re.I)


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if (
        explanation is None
        or is_klein(explanation, options.number("woorden"))
        or explanation.speaks_of("overgangsrecht")
        or van_een_bijlage(dossier)
    ):
        return
    found = [p for p in dossier.bill.provisions if not p.unit.inserted and _is_overgang(dossier, p)]
    where = plaats(explanation, "overgangsrecht", "inwerkingtreding")
    if not found or where is None:
        return
    if any(explanation.of(p).has("waarom") for p in found if not _INTREKKING.search(dossier.bill.document.text[p.span])):
        return
    unit, span = where
    names = ", ".join(dict.fromkeys(label(p.unit) for p in found[:3]))
    yield Hit(
        explanation.document,
        unit,
        span,
        f"De toelichting gaat niet in op het overgangsrecht van {names}.",
        "Gezocht naar overgangsrecht, bestaande en lopende gevallen en wat blijft gelden: niet gevonden.",
        label="wat geldt voor bestaande gevallen?",
        annotations=tuple(Annotation(dossier.bill.document, p.passage.span, "overgangsrecht of intrekking") for p in found[:3]),
        whole=True,
    )


def _is_overgang(dossier: DossierAnalysis, provision: Provision) -> bool:
    artikel = provision.unit.artikel
    text = dossier.bill.document.text[provision.span]
    return bool((artikel is not None and _OVERGANG.search(artikel.heading)) or _BLIJFT.search(text) or _INTREKKING.search(text))
