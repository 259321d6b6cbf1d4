"""DVM002: many acts asked of the same person, in one provision or in the whole text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.norms.model import Norm
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import listing, trimmed, who, words
from doenvermogentoets_checks.doenvermogen.mensen import duties
from doenvermogentoets_checks.raakt import over_mensen

_SHOWN = 12
_TOLD = 4
_NOBODY = frozenset(("hij", "zij", "de burger", "degene", "een ieder", "eenieder", "ieder"))


@over_mensen(Severity.SUGGESTION)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit per stacked provision, and one per person for the whole text."""
    in_one, in_all = int(options.number("in-een-bepaling")), int(options.number("in-de-regeling"))
    per_person: dict[str, dict[str, tuple[Provision, Span]]] = defaultdict(dict)
    for provision, norm, acts in duties(dossier.bill):
        per_person[who(norm)].setdefault(label(provision.unit), (provision, acts[0]))
        if len(acts) >= in_one and not _one_of_them(provision, norm, acts):
            yield _in_one(provision, norm, acts)
    for wie, places in per_person.items():
        if len(places) >= in_all and wie not in _NOBODY:
            yield _in_all(wie, places)


_WHO_MUST = re.compile(r"\b(?:die|wie|dat)(?: zich)?:?\s*\Z")


def _one_of_them(provision: Provision, norm: Norm, acts: list[Span]) -> bool:
    """«is verplicht wie zich: a. dient te onderwerpen aan …, of b. …»: whoever is meant, and not what he must do."""
    small = provision.document.text.small
    colon = small.rfind(":", norm.span.start, acts[0].start)
    return colon >= 0 and _WHO_MUST.search(small, norm.span.start, colon) is not None


def _in_one(provision: Provision, norm: Norm, acts: list[Span]) -> Hit:
    wie = who(norm)
    told = listing([f"«{words(provision.document, act, 60)}»" for act in acts[:_TOLD]] + (["meer"] if len(acts) > _TOLD else []))
    return Hit(
        document=provision.document,
        unit=provision.unit,
        span=trimmed(provision.document, acts[0].to(acts[-1])),
        message=f"Van {wie} worden hier {len(acts)} handelingen gevraagd: {told}.",
        explanation=f"De handelingen staan in één bepaling en komen bij wat de regeling elders van {wie} vraagt.",
        label="stapeling",
    )


def _in_all(wie: str, places: dict[str, tuple[Provision, Span]]) -> Hit:
    provision, first = next(iter(places.values()))
    others = [Annotation(p.document, span, f"ook: {place}") for place, (p, span) in list(places.items())[1:_SHOWN]]
    return Hit(
        document=provision.document,
        unit=provision.unit,
        span=first,
        message=f"De regeling legt {wie} op {len(places)} plaatsen een plicht op.",
        explanation=f"Geteld zijn {listing(list(places)[:_SHOWN])}{' en verder' if len(places) > _SHOWN else ''}. "
        "Samen is dat een administratie; de grens is een keuze van de makers.",
        label=f"eerste van {len(places)} plichten",
        annotations=tuple(others),
        severity=Severity.INFO,
    )
