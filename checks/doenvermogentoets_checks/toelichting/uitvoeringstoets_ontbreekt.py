"""Nothing about a test of the execution (Ar 4.43, under c)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets.toelichting import Zin
from doenvermogentoets_checks.toelichting.lezen import is_klein, plaats, raakt_burgers, van_een_bijlage

_UITVOERDERS = re.compile(r"\b(?:gemeenten|gemeente|colleges? van burgemeester en wethouders|provincies|waterschappen)\b", re.I)
_OPEN = re.compile(r"\b(?:wordt|worden|is|zijn) nog\b|\bnog (?:in overleg|niet|met|te)\b|\bmoet nog\b", re.I)


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None or is_klein(explanation, options.number("woorden")) or van_een_bijlage(dossier):
        return
    tasks = [
        (p, n)
        for p in dossier.bill.provisions
        for n in p.norms
        if n.adressaat is not None and n.adressaat.rol == "overheid" and n.bevoegdheid != "geen" and not p.unit.inserted
    ]
    if not tasks or not (
        raakt_burgers(dossier) or any(_UITVOERDERS.search(n.adressaat.tekst) for _, n in tasks if n.adressaat is not None)
    ):
        return  # an authority that writes rules for its own work has no executor to ask
    if not explanation.speaks_of("uitvoeringstoets"):
        where = plaats(explanation, "uitvoering", "gevolgen")
        if where is not None:
            unit, span = where
            yield Hit(
                explanation.document,
                unit,
                span,
                "De toelichting noemt geen oordeel van de uitvoerder over de uitvoerbaarheid.",
                "Gezocht naar uitvoeringstoets, uitvoerbaarheid en uitvoerbaarheidstoets decentrale overheden: niet gevonden.",
                label="wat vindt de uitvoerder?",
                whole=True,
            )
        return
    bill = dossier.bill.document.text.content
    if not re.search(r"\b(?:college van burgemeester en wethouders|gemeenten?|provinciale staten|gedeputeerde staten)\b", bill, re.I):
        return
    yield from _gemeenten(
        dossier, [z for z in explanation.zinnen if re.search(r"\b(?:gemeenten|VNG|provincies|IPO|medeoverheden)\b", z.text)]
    )


def _gemeenten(dossier: DossierAnalysis, zinnen: list[Zin]) -> Iterator[Hit]:
    """The consequences for municipalities are still being discussed: no test yet."""
    explanation = dossier.explanation
    if explanation is None:
        return
    for zin in zinnen:
        if (
            re.search(r"\bgevolgen\b", zin.text, re.I)
            and _OPEN.search(zin.text)
            and re.search(
                r"\b(?:gesprek|gesproken|overleg|overlegd|"
                r"onderzocht|uitgewerkt)\b",
                zin.text,
                re.I,
            )
        ):
            yield Hit(
                explanation.document,
                zin.alinea.unit,
                zin.span,
                f"Over de uitvoerbaarheid bij medeoverheden is nog geen uitkomst: «{zin.text}»",
                "Medeoverheden voeren een deel van het ontwerp uit. De uitvoerbaarheidstoets decentrale overheden laat zien of zij "
                "dat kunnen; een uitkomst is niet gevonden.",
                label="nog geen uitkomst",
            )
