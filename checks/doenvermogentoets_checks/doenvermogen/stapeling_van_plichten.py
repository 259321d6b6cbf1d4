"""DVM002: many acts asked of the same person, in one provision or in the whole text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.norms.model import Handeling, Norm, Soort
from doenvermogentoets.structure.labels import label
from doenvermogentoets_checks.common import listing, who, words
from doenvermogentoets_checks.doenvermogen.mensen import asks

_SHOWN = 12


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit per stacked provision, and one per person for the whole text."""
    in_one, in_all = int(options.number("in-een-bepaling")), int(options.number("in-de-regeling"))
    per_person: dict[str, list[tuple[Provision, Norm, Handeling]]] = defaultdict(list)
    for provision, norm in asks(dossier.bill):
        if norm.soort is not Soort.PLICHT or not norm.handelingen:
            continue
        per_person[who(norm)].append((provision, norm, norm.handelingen[0]))
        acts = list({h.span: h for h in norm.handelingen}.values())
        if len({h.soort for h in acts}) >= in_one:
            yield _in_one(provision, norm, acts)
    for wie, duties in per_person.items():
        places = {label(p.unit): (p, h) for p, _, h in duties}
        if len(places) >= in_all and wie not in ("hij", "de burger", "zij"):
            yield _in_all(wie, places)


def _in_one(provision: Provision, norm: Norm, acts: list[Handeling]) -> Hit:
    wie = who(norm)
    span = min(h.span for h in acts).to(max((h.span for h in acts), key=lambda s: s.end))
    told = listing(h.soort for h in acts)
    return Hit(
        document=provision.document,
        unit=provision.unit,
        span=span,
        message=f"Van {wie} worden hier {len({h.soort for h in acts})} handelingen gevraagd: {told}.",
        explanation=f"De handelingen staan in één bepaling («{words(provision.document, span, 160)}») en komen bij wat de regeling elders van {wie} vraagt.",
        label="stapeling",
    )


def _in_all(wie: str, places: dict[str, tuple[Provision, Handeling]]) -> Hit:
    provision, first = next(iter(places.values()))
    others = [Annotation(p.document, h.span, f"ook: {h.soort} ({place})") for place, (p, h) in list(places.items())[1:_SHOWN]]
    return Hit(
        document=provision.document,
        unit=provision.unit,
        span=first.span,
        message=f"De regeling vraagt van {wie} op {len(places)} plaatsen een eigen handeling.",
        explanation=f"Geteld zijn de bepalingen met een plicht voor {wie}: {listing(list(places)[:_SHOWN])}{' en verder' if len(places) > _SHOWN else ''}. "
        "Samen is dat een administratie; de grens is een keuze van de makers.",
        label=f"eerste van {len(places)} plichten",
        annotations=tuple(others),
        severity=Severity.INFO,
    )
