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
    lists: dict[tuple[Span, Span], tuple[Provision, Norm, list[Span]]] = {}
    for provision, norm, acts in duties(dossier.bill):
        per_person[who(norm)].setdefault(label(provision.unit), (provision, acts[0]))
        if len(acts) >= in_one and not _one_of_them(provision, norm, acts):
            yield _in_one(provision, norm, acts)
        elif len(acts) == 1 and norm.adressaat is not None and norm.adressaat.span is not None:
            listed = lists.setdefault((norm.span, norm.adressaat.span), (provision, norm, []))[2]
            if _in_list(provision, norm, acts[0]) and not any(act.overlaps(acts[0]) for act in listed):
                listed.append(acts[0])
    for provision, norm, acts in lists.values():
        if len(acts) >= in_one:
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


# «De ouder: a. meldt …; b. licht … in; en c. stelt …»: each item is a duty of its own; with «of», or one of them, he does but one.
_CHOICE = re.compile(
    r"\b(?:[eé][eé]n|een of meer|een keuze|enige|ten minste [eé][eé]n) (?:van de|uit de|der)\b|\bde volgende (?:wijzen|manieren|wegen)\b"
)
_OR = re.compile(r"\b(?:of|dan wel|hetzij)\s*\n")
_LABEL = re.compile(r"(?:\n|:|;|\ben)\s*(?:[a-z]{1,2}|\d{1,2})[.°)]\s+\Z")


def _in_list(provision: Provision, norm: Norm, act: Span) -> bool:
    """Whether an act opens an item of a list of which all items are asked."""
    small = provision.document.text.small
    colon = small.find(":", norm.span.start, act.start)
    if colon < 0 or _LABEL.search(small, max(colon, act.start - 12), act.start) is None:
        return False
    return _CHOICE.search(small, norm.span.start, colon) is None and _OR.search(small, colon, norm.span.end) is None


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
