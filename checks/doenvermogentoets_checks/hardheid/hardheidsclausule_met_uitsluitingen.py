"""A hardship clause from which artikelen are taken out again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit, Severity, Suggestion
from doenvermogentoets.norms.hardheidsclausule import Clausule, Uitsluiting
from doenvermogentoets_checks.common import listing, words
from doenvermogentoets_checks.hardheid.clausules import individual
from doenvermogentoets_checks.hardheid.zaken import zaken
from doenvermogentoets_checks.hardheid.zeggen import citation

_SENTENCE = re.compile(r"\W*(?:\d+\w?\.\s+)?de (eerste|tweede|derde|vierde) (?:vol)?zin\b")
_ORDER = ("eerste", "tweede", "derde", "vierde")


def _of_another_sentence(clausule: Clausule, uitsluiting: Uitsluiting) -> bool:
    """«De eerste zin van het tweede lid geldt niet voor …», where that sentence is the burden and not the clause."""
    named = _SENTENCE.match(uitsluiting.provision.document.text.small, uitsluiting.span.start, uitsluiting.span.end)
    if named is None:
        return False
    at = [s.span.start for s in clausule.provision.passage.sentences].index(clausule.zin.start)
    return _ORDER.index(named.group(1)) != at


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Words that take artikelen out of a clause; the heaviest effects among them are named."""
    del options
    for clausule in individual(dossier):
        for uitsluiting in clausule.uitsluitingen:
            document = uitsluiting.provision.document
            if _of_another_sentence(clausule, uitsluiting):
                continue
            hit = [z for z in zaken(dossier) if uitsluiting.units & {z.provision.unit, *z.provision.unit.ancestors()}]
            heavy = listing(citation(z.provision) for z in hit[:4])
            yield Hit(
                document=document,
                unit=uitsluiting.provision.unit,
                span=uitsluiting.span,
                message=f"De hardheidsclausule geldt hier juist niet: «{words(document, uitsluiting.span)}».",
                explanation="Voor wie door een uitgesloten bepaling wordt geraakt, is er geen noodknop. "
                + (
                    f"Daaronder vallen zware gevolgen zonder andere uitweg: {heavy}. "
                    if heavy
                    else "Een zwaar gevolg zonder uitweg is daaronder niet gevonden. "
                )
                + "Uit een uitsluiting volgt bovendien het omgekeerde: het orgaan en de rechter zullen daar geen ruimte meer lezen.",
                label="uitgesloten",
                annotations=tuple(Annotation(z.provision.document, z.span, "zwaar gevolg buiten de clausule") for z in hit[:4]),
                suggestions=(
                    Suggestion("de uitsluiting beperken tot bepalingen die geen afwijking verdragen (bijvoorbeeld door hoger recht)"),
                    Suggestion("in de uitgesloten artikelen zelf een uitweg opnemen (herstel, verwijtbaarheid, dringende reden)"),
                ),
                lighter="onder de uitgesloten bepalingen is geen zwaar gevolg zonder andere uitweg gevonden",
                severity=None if hit else Severity.SUGGESTION if clausule.standaard else Severity.INFO,
            )
