"""An effect of being late, in words for a message."""

from __future__ import annotations

import re

from doenvermogentoets.document import Document
from doenvermogentoets.norms.gevolgen import Consequence
from doenvermogentoets.norms.model import GevolgSoort
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import table, words
from doenvermogentoets_checks.termijnen.wiens import PACKAGE


def gevolg_naam(soort: GevolgSoort) -> str:
    """«verval», «een boete»: to follow «dan volgt»."""
    told: str = table(PACKAGE, "gevolg")[soort.value]
    return told


# «wijst een aanvraag die te laat is, af»: the verb alone says nothing.
_PARTICLES = {
    **dict.fromkeys(("wijst", "wijzen"), "af"),
    **dict.fromkeys(("trekt", "trekken"), "in"),
    **dict.fromkeys(("vordert", "vorderen"), "terug"),
    **dict.fromkeys(("legt", "leggen"), "op"),
}
_AS_MEANT = re.compile(r",?\s+(?:als )?bedoeld(?: (?:in|onder))?$", re.I)  # «het recht, bedoeld»: the reference itself is not quoted
_ONLY = re.compile(r"\b(?:kan|kunnen)\b[^.;:,]{0,30}\b(?:slechts|alleen|uitsluitend)\b[^.;:,]{0,40}", re.I)


def gezegd(document: Document, span: Span, sentence: Span) -> str:
    """The words of an effect; of a verb that stands apart from its particle both: «wijst … af»."""
    said = _AS_MEANT.sub("", words(document, span, 60))
    particle = _PARTICLES.get(said.lower())
    apart = particle is not None and re.search(rf"\b{particle}\b", document.text.content[span.end : sentence.end])
    return f"{said} … {particle}" if apart else said


def gevolg_woorden(consequence: Consequence) -> str:
    """«verval («vervalt»)», to follow «dan volgt»."""
    document, span = consequence.provision.document, consequence.gevolg.span
    said = gezegd(document, span, consequence.norm.span)
    soort = consequence.gevolg.soort
    if soort is GevolgSoort.MAATREGEL and "boete" in said.lower():
        soort = GevolgSoort.BOETE
    if soort is GevolgSoort.VERREKENING and said.lower().startswith("ingehouden"):
        return f"inhouding («{said}»)"
    if " " not in said and not any(map(said.lower().endswith, ("t", "d", "n"))):
        # «slechts» alone says nothing: «kan slechts worden gedaan»
        around = next((m for m in _ONLY.finditer(document.text.content, *_near(consequence.norm.span, span)) if m.end() >= span.end), None)
        said = words(document, Span(around.start(), around.end()), 60) if around is not None else said
    return f"{gevolg_naam(soort)} («{said}»)"


def _near(norm: Span, at: Span) -> tuple[int, int]:
    return max(norm.start, at.start - 60), min(norm.end, at.end + 60)
