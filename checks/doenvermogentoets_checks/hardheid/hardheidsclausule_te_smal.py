"""A hardship clause that leaves out the artikelen with the heaviest effects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Document
from doenvermogentoets.findings import Annotation, Hit, Severity, Suggestion
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import listing, words
from doenvermogentoets_checks.hardheid.clausules import individual
from doenvermogentoets_checks.hardheid.zaken import Klas, zaken
from doenvermogentoets_checks.hardheid.zeggen import citation, explained_enough


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Clauses with named artikelen, when heavy effects without a way out stand elsewhere and the toelichting does not say why."""
    del options
    heavy = [z for z in zaken(dossier) if z.klas in (Klas.ALLES_OF_NIETS, Klas.SANCTIE, Klas.RECHTSWEGE, Klas.VERZUIM)]
    for clausule in individual(dossier):
        if clausule.algemeen is not None or clausule.reikwijdte is None or explained_enough(dossier, clausule.provision):
            continue
        if any(u.artikel is clausule.provision.unit.artikel for u in clausule.units):
            continue  # an exception inside the artikel it belongs to is meant to be narrow
        outside = [z for z in heavy if z.provision.unit.regeling == clausule.provision.unit.regeling]
        outside = [z for z in outside if z.provision.unit.artikel not in {u.artikel for u in clausule.units}]
        if not outside:
            continue
        document = clausule.provision.document
        cited = [citation(z.provision) for z in outside[:4]]
        names = listing(cited)
        yield Hit(
            document=document,
            unit=clausule.provision.unit,
            span=clausule.reikwijdte,
            message=f"De clausule noemt alleen «{words(document, clausule.reikwijdte, 80)}»; de zwaarste gevolgen staan elders.",
            explanation=f"Zware gevolgen zonder andere uitweg staan in {names}. Een smalle clausule roept de redenering "
            "op dat daarbuiten geen ruimte bestaat. "
            "Of uitbreiden past, hangt af van de vraag of daar niet te voorziene gevallen zijn te verwachten (Ar 5.25).",
            label="reikwijdte",
            annotations=tuple(Annotation(z.provision.document, z.span, "valt buiten de clausule") for z in outside[:4]),
            suggestions=(
                Suggestion("de reikwijdte uitbreiden (Ar 5.26)", replacement=_wider(document, clausule.reikwijdte, cited)),
                Suggestion(
                    "in die artikelen zelf een gerichte uitweg opnemen, en anders toelichten waarom de clausule daar niet voor geldt"
                ),
            ),
            lighter="dit lijkt een gewone afwijkingsmogelijkheid, en die is vaak met opzet smal",
            severity=None if clausule.standaard else Severity.INFO,  # an ordinary exception is meant to be narrow
        )


def _wider(document: Document, scope: Span, cited: Sequence[str]) -> str:
    """The words of the scope with more artikelen behind them, and the comma that a lid asks for where the sentence goes on."""
    words = listing([document.text[scope], *cited])
    goes_on = document.text.content[scope.end : scope.end + 1].isspace()
    return f"{words}," if goes_on and ", " in cited[-1] else words
