"""A binding decision to somebody's disadvantage that the toelichting does not explain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Severity, Suggestion
from doenvermogentoets_checks.common import capital
from doenvermogentoets_checks.hardheid import zaken, zeggen
from doenvermogentoets_checks.hardheid.klas import Klas
from doenvermogentoets_checks.hardheid.zaken import Uitleg, Zaak
from doenvermogentoets_checks.raakt import over_mensen

_NAAR = "een kan-bepaling, beoordelingsruimte, uitzondering en hardheidsclausule"


@over_mensen(Severity.SUGGESTION)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Effects of :attr:`Klas.GEBONDEN`; without a toelichting only as information."""
    del options
    seen = set()
    for zaak in zaken.of_klas(dossier, Klas.GEBONDEN):
        for_good = zaak.uitleg is Uitleg.WAAROM and _for_good(zaak)
        if zaak.uitleg is Uitleg.WAAROM and not for_good:
            continue
        if zaak.uitleg is Uitleg.GEEN_TOELICHTING and (zaak.provision.unit.artikel in seen or _assessed(zaak)):
            continue  # one reminder per artikel will do, and none where the condition itself leaves room
        seen.add(zaak.provision.unit.artikel)
        missing = "" if zaak.explained is None else zeggen.missing(zaak.explained)
        yield Hit(
            document=zaak.provision.document,
            unit=zaak.provision.unit,
            span=zaak.span,
            message=f"«{zeggen.quote(zaak)}» laat het orgaan geen keus en is voorgoed; de toelichting weegt dat niet af."
            if for_good
            else f"«{zeggen.quote(zaak)}» laat het orgaan geen keus, en dat is niet uitgelegd."
            if zaak.explained is not None
            else f"«{zeggen.quote(zaak)}» laat het orgaan geen keus: legt de toelichting uit waarom?",
            explanation=zeggen.effect(zaak) + zeggen.search_report(zaak, _NAAR) + zeggen.toelichting_report(zaak) + missing,
            label="gebonden",
            annotations=zeggen.places(zaak, dossier),
            suggestions=(
                Suggestion(
                    "in de toelichting uitleggen dat en waarom hier geen ruimte is, welke alternatieven zijn bezien en "
                    "wie dit hard kan treffen",
                    example=f"{capital(zeggen.citation(zaak.provision))} bevat een gebonden bevoegdheid. Daarvoor is "
                    "gekozen omdat [reden]. "
                    "Overwogen is [een kan-bepaling]; [waarom niet]. [Voor wie pakt dit nadelig uit, en hoe is dat opgevangen?]",
                ),
                Suggestion("een kan-bepaling, als een afweging per geval wel mogelijk is"),
            ),
            doubts=(zeggen.VAGE_CLAUSULE,) if zaak.clausule is not None else (),
            lighter="zonder toelichting is niet na te gaan of dit is uitgelegd",
            severity=Severity.INFO if zaak.uitleg is Uitleg.GEEN_TOELICHTING or zaak.clausule is not None else None,
        )


_FOR_GOOD = re.compile(
    r"\b(?:blijvend(?:e)?|voorgoed|definitief|definitieve|levenslang|voor altijd|voor het leven|nimmer (?:meer|nog)|nooit (?:meer|nog)"
    r"|onherroepelijk verloren)\b",
    re.I,
)


def _for_good(zaak: Zaak) -> bool:
    """Whether the right is lost for ever («weigert blijvend geheel»): a reason does not weigh that for those it hits hardest."""
    near = zaak.provision.document.text[zaak.nadeel.norm.span]
    return zaak.nadeel.totaal is not None and _FOR_GOOD.search(near) is not None


_ASSESSMENT = re.compile(
    r"\b(?:aannemelijk|(?:on)?voldoende|redelijkerwijs|tenzij|gevaar|kennelijk|naar (?:het|zijn"
    r"|haar) oordeel)\b",
    re.I,
)


def _assessed(zaak: Zaak) -> bool:
    return _ASSESSMENT.search(zaak.provision.document.text[zaak.nadeel.norm.span]) is not None
