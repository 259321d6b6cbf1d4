"""A hardship clause that leaves out the artikelen with the heaviest effects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit, Severity, Suggestion
from doenvermogentoets.norms.hardheidsclausule import Clausule
from doenvermogentoets_checks.common import listing, words
from doenvermogentoets_checks.hardheid.clausule_voorstel import te_voorzien, wider
from doenvermogentoets_checks.hardheid.clausules import individual
from doenvermogentoets_checks.hardheid.klas import Klas
from doenvermogentoets_checks.hardheid.zaken import Zaak, zaken
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
        outside = [z for z in outside if z.provision.unit.artikel not in {u.artikel for u in clausule.units} and not te_voorzien(z)]
        if not outside:
            continue
        document = clausule.provision.document
        names = listing(citation(z.provision) for z in outside[:_MOST])
        elsewhere = "staat een zwaar gevolg" if len(outside) == 1 else "staan zware gevolgen"
        yield Hit(
            document=document,
            unit=clausule.provision.unit,
            span=clausule.reikwijdte,
            message=f"De clausule noemt alleen «{words(document, clausule.reikwijdte, 80)}»; daarbuiten {elsewhere}.",
            explanation=f"Daarbuiten {elsewhere} zonder andere uitweg, in {names}. Een smalle clausule roept de redenering "
            "op dat daarbuiten geen ruimte bestaat. "
            "Of uitbreiden past, hangt af van de vraag of daar niet te voorziene gevallen zijn te verwachten (Ar 5.25).",
            label="reikwijdte",
            annotations=tuple(Annotation(z.provision.document, z.span, "valt buiten de clausule") for z in outside[:_MOST]),
            suggestions=(
                _widening(clausule, outside),
                Suggestion(
                    "in die artikelen zelf een gerichte uitweg opnemen, en anders toelichten waarom de clausule daar niet voor geldt"
                ),
            ),
            lighter="dit lijkt een gewone afwijkingsmogelijkheid, en die is vaak met opzet smal",
            severity=None if clausule.standaard else Severity.INFO,  # an ordinary exception is meant to be narrow
        )


_MOST = 4  # places that are named; a clause for more than these is no longer one for what nobody foresaw


def _widening(clausule: Clausule, outside: Sequence[Zaak]) -> Suggestion:
    """The scope with these provisions in it; what that asks for is restraint (Ar 5.25), so with many of them nothing is written."""
    title = "de reikwijdte uitbreiden, waar niet te voorziene gevallen zijn te verwachten (Ar 5.25 en 5.26)"
    found = wider(clausule, (z.provision.unit for z in outside)) if len(outside) <= _MOST else None
    return Suggestion(title) if found is None else Suggestion(title, replacement=found[1], at=found[0])
