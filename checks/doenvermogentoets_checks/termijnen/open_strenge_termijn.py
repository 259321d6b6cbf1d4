"""TRM003: «onverwijld» or «terstond» for a citizen, with a sanction on being late."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Confidence, Hit, Severity
from doenvermogentoets.norms.model import GevolgSoort
from doenvermogentoets.structure.labels import label
from doenvermogentoets_checks.common import capital, words
from doenvermogentoets_checks.raakt import over_mensen
from doenvermogentoets_checks.termijnen.beeld import Leidend
from doenvermogentoets_checks.termijnen.beelden import beelden
from doenvermogentoets_checks.termijnen.gevolgwoorden import gevolg_woorden
from doenvermogentoets_checks.termijnen.ruimer import Klasse, ruim


@over_mensen(Severity.WARNING)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the open limit; the sanction is an annotation."""
    for beeld in beelden(dossier.bill):
        if beeld.leidend is not Leidend.OPEN:
            continue
        consequence = (beeld.hard or beeld.zacht)[0]
        place = label(consequence.provision.unit)
        softened = "" if beeld.hard else " Bij dat gevolg is wel een uitweg gevonden; de vraag naar een bepaalbare termijn blijft."
        yield Hit(
            document=beeld.document,
            unit=beeld.provision.unit,
            span=beeld.termijn.kern,
            message=f"De termijn voor {beeld.wie} is open («{beeld.kern}»), terwijl op te laat zijn {gevolg_woorden(consequence)} volgt.",
            explanation=f"«{capital(beeld.kern)}» noemt geen dag, zodat niemand kan nagaan of hij op tijd is, "
            f"terwijl {place} er een gevolg aan verbindt.{softened}",
            label=f"open termijn voor {beeld.wie}",
            annotations=(Annotation(beeld.document, consequence.gevolg.span, f"gevolg van te laat zijn ({place})"),),
            severity=None if beeld.hard and beeld.zeker and consequence.gevolg.soort is not GevolgSoort.SCHORSING else Severity.SUGGESTION,
        )
    for limit in ruim(dossier.bill, Klasse.OPEN):
        said = words(limit.document, limit.span)
        yield Hit(
            document=limit.document,
            unit=limit.provision.unit,
            span=limit.span,
            message=f"Voor {limit.wie} geldt geen dag, maar «{said}».",
            explanation="Niemand kan nagaan of hij dan op tijd is. "
            "Een gevolg van te laat zijn is in deze bepaling niet gevonden, maar kan elders staan.",
            label="open termijn",
            severity=Severity.SUGGESTION,
            confidence=Confidence.LAAG,
        )
