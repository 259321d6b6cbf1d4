"""DVM005: a person must report by himself everything that may matter."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.gevolgen import consequences
from doenvermogentoets.structure.labels import label
from doenvermogentoets_checks.common import each_place_once, who, words
from doenvermogentoets_checks.doenvermogen.mensen import asks, said


@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the open description of what must be reported."""
    for provision, norm in asks(dossier.bill):
        at = said(provision, "open-plicht", norm.span)
        if at is None or said(provision, "open-plicht-begrensd", norm.span) is not None:
            continue
        wie = who(norm)
        after = next((c for c in consequences(dossier.bill, provision, norm) if c.gevolg.zwaar), None)
        threat = ""
        annotations: tuple[Annotation, ...] = ()
        if after is not None:
            place = label(after.provision.unit)
            threat = f" Op niet nakomen staat «{words(after.provision.document, after.gevolg.span, 60)}» ({place})."
            annotations = (Annotation(after.provision.document, after.gevolg.span, f"gevolg van niet melden ({place})"),)
        yield Hit(
            document=provision.document,
            unit=provision.unit,
            span=at,
            message=f"Van {wie} wordt gevraagd zelf te bepalen wat gemeld moet worden: «{words(provision.document, at)}».",
            explanation=f"Om te weten wat van invloed is, moet men de regeling kennen. Een beperking tot wat redelijkerwijs "
            f"duidelijk moet zijn, of een lijst van feiten, is in deze bepaling niet gevonden.{threat}",
            label="open inlichtingenplicht",
            annotations=annotations,
        )
