"""A binding decision to somebody's disadvantage that the toelichting does not explain."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Severity, Suggestion
from doenvermogentoets_checks.common import capital
from doenvermogentoets_checks.hardheid import zaken
from doenvermogentoets_checks.hardheid.zaken import Klas, Uitleg

_NAAR = "een kan-bepaling, beoordelingsruimte, uitzondering en hardheidsclausule"


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Effects of :attr:`Klas.GEBONDEN`; without a toelichting only as information."""
    del options
    seen = set()
    for zaak in zaken.of_klas(dossier, Klas.GEBONDEN):
        if zaak.uitleg is Uitleg.WAAROM:
            continue
        if zaak.uitleg is Uitleg.GEEN_TOELICHTING and zaak.provision.unit.artikel in seen:
            continue  # one reminder per artikel will do
        seen.add(zaak.provision.unit.artikel)
        missing = "" if zaak.explained is None else zaken.missing(zaak.explained)
        yield Hit(
            document=zaak.provision.document,
            unit=zaak.provision.unit,
            span=zaak.span,
            message=f"«{zaken.quote(zaak)}» laat het orgaan geen keus, en dat is niet uitgelegd."
            if zaak.explained is not None
            else f"«{zaken.quote(zaak)}» laat het orgaan geen keus: legt de toelichting uit waarom?",
            explanation=zaken.effect(zaak) + zaken.search_report(zaak, _NAAR) + zaken.toelichting_report(zaak) + missing,
            label="gebonden",
            annotations=zaken.places(zaak, dossier),
            suggestions=(
                Suggestion(
                    "in de toelichting uitleggen dat en waarom hier geen ruimte is, welke alternatieven zijn bezien en "
                    "wie dit hard kan treffen",
                    insertion=f"{capital(zaken.citation(zaak.provision))} bevat een gebonden bevoegdheid. Daarvoor is "
                    "gekozen omdat [reden]. "
                    "Overwogen is [een kan-bepaling]; [waarom niet]. [Voor wie pakt dit nadelig uit, en hoe is dat opgevangen?]",
                ),
                Suggestion("een kan-bepaling, als een afweging per geval wel mogelijk is"),
            ),
            severity=Severity.INFO if zaak.uitleg is Uitleg.GEEN_TOELICHTING else None,
        )
