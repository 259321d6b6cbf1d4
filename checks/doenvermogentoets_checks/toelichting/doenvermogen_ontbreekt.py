"""No account of doenvermogen while the bill asks citizens to act (Ar 4.43, under f)."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Doubt, Hit, Severity
from doenvermogentoets_checks.gericht import zeker_mens
from doenvermogentoets_checks.toelichting.lezen import artikelen, handelingen, lasten, plaats, van_een_bijlage

# Officials, a foundation or a company may be «betrokkene» or «aanvrager» too.
_WHO = Doubt(
    "uit de tekst blijkt niet zeker dat het om mensen gaat, en niet om bedrijven, instellingen of ambtenaren",
    question="Eerst de vraag: wie moeten dit doen?",
)


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
    sure = any(n.adressaat is not None and zeker_mens(dossier.bill, n.adressaat, n.span) for _, n in burdens)
    asked = "vraagt een handeling van de burger" if sure else "vraagt een handeling"
    annotations = [Annotation(dossier.bill.document, p.passage.span, asked) for p, _ in burdens[:3]]
    if regeldruk is not None and regeldruk.span is not None and regeldruk.span != span:
        annotations.append(Annotation(explanation.document, regeldruk.span, "regeldruk is geen doenvermogen"))
    acts = handelingen(burdens)
    yield Hit(
        explanation.document,
        unit,
        span,
        f"De toelichting zegt niet hoe rekening is gehouden met het doenvermogen, terwijl "
        f"{'burgers moeten handelen' if sure else 'iemand moet handelen'} op grond van {artikelen(burdens)}"
        + (f" ({acts})." if acts else "."),
        f"Gezocht in de koppen en in de hele tekst naar doenvermogen, doenlijkheid, zelfredzaamheid en mensbeeld: niet gevonden.{only}",
        label="geen verantwoording over doenvermogen",
        annotations=tuple(annotations),
        doubts=() if sure else (_WHO,),
        severity=None if sure else Severity.SUGGESTION,
        whole=True,
    )
