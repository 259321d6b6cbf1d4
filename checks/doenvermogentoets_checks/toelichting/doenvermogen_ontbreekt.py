"""No account of doenvermogen while the bill asks citizens to act (Ar 4.43, under f)."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets_checks.toelichting.lezen import artikelen, handelingen, lasten, plaats, van_een_bijlage


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None or explanation.account.stand != "afwezig" or van_een_bijlage(dossier):
        return
    burdens = lasten(dossier.bill)
    if len(burdens) < options.number("plichten"):
        return
    where = plaats(explanation, "doenvermogen", "gevolgen", "regeldruk")
    if where is None:
        return
    unit, span = where
    regeldruk = explanation.heading("regeldruk")
    only = (
        " Over regeldruk staat er wel iets, maar dat is tijd en geld; doenvermogen gaat over wat mensen aankunnen."
        if explanation.speaks_of("regeldruk")
        else ""
    )
    annotations = [Annotation(dossier.bill.document, p.passage.span, "vraagt een handeling van de burger") for p, _ in burdens[:3]]
    if regeldruk is not None and regeldruk.span is not None and regeldruk.span != span:
        annotations.append(Annotation(explanation.document, regeldruk.span, "regeldruk is geen doenvermogen"))
    acts = handelingen(burdens)
    yield Hit(
        explanation.document,
        unit,
        span,
        f"De toelichting zegt niet hoe rekening is gehouden met het doenvermogen, terwijl burgers moeten handelen op grond van "
        f"{artikelen(burdens)}" + (f" ({acts})." if acts else "."),
        f"Gezocht in de koppen en in de hele tekst naar doenvermogen, doenlijkheid, zelfredzaamheid en mensbeeld: niet gevonden.{only}",
        label="geen verantwoording over doenvermogen",
        annotations=tuple(annotations),
    )
