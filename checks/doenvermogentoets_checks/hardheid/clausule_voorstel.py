"""Which clause is proposed for an effect: the one that the text has, made wider, or the model of Ar 5.26 where it has none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import Unit, UnitKind
from doenvermogentoets.findings import Suggestion
from doenvermogentoets.norms.hardheidsclausule import Clausule, clausules, van_hardheid
from doenvermogentoets.norms.model import GevolgSoort
from doenvermogentoets.norms.rechtsorde import buiten_awb
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import aangehaald, artikelen, in_zinsverband, over_aanvraag
from doenvermogentoets_checks.hardheid import zeggen
from doenvermogentoets_checks.hardheid.aanvraag import Gemist, gemist
from doenvermogentoets_checks.hardheid.clausules import individual
from doenvermogentoets_checks.hardheid.zaken import Uitleg, Zaak


def te_voorzien(zaak: Zaak) -> bool:
    """Whether the Awb answers what this effect raises, so that no clause is called for (Ar 5.25 asks for restraint).

    A fine is lowered or left out by Awb 5:41 and 5:46; who hands in an incomplete application is first asked for the rest (Awb 4:5).
    """
    if buiten_awb(zaak.provision.document, zaak.provision.unit):
        return False
    if GevolgSoort.BOETE in zaak.nadeel.soorten:
        return True
    document, zin = zaak.provision.document, zaak.nadeel.norm.span
    incomplete = "onvolledig" in document.text.small[zin.start : zin.end] and over_aanvraag(document, zin)
    return incomplete and bool(zaak.nadeel.soorten & _REFUSED) and gemist(document, zin) is Gemist.ONVOLLEDIG


_REFUSED = frozenset({GevolgSoort.WEIGERING, GevolgSoort.AFWIJZING, GevolgSoort.NIET_IN_BEHANDELING})


def clause(zaak: Zaak, dossier: DossierAnalysis) -> tuple[Suggestion, ...]:
    """A clause for an effect; nothing where one holds already or is not called for."""
    if zaak.clausule is not None or te_voorzien(zaak):
        return ()
    title = "als zich niet te voorziene gevallen kunnen voordoen"
    return clause_for(zaak.provision, dossier, title, silent=zaak.uitleg in (Uitleg.ZWIJGT, Uitleg.NOEMT))


def clause_for(provision: Provision, dossier: DossierAnalysis, title: str, *, silent: bool = False) -> tuple[Suggestion, ...]:
    """The clause of the text with this provision in its scope, or the model of Ar 5.26, second paragraph, for this artikel.

    A wider clause is an edit only if it takes the finding away.

    Args:
        silent: the finding stays until the toelichting says that the clause is meant for this.
    """
    if any(c.herstelt and c.covers(provision.unit) for c in clausules(dossier.bill)):
        return ()  # a clause like that of AWR 63 reaches it already
    known = [c for c in individual(dossier) if c.provision.unit.regeling == provision.unit.regeling and _of_the_text(c)]
    place = zeggen.citation(provision)
    if not known:
        text = zeggen.model(zeggen.organ(provision, dossier.bill), aangehaald(provision.unit, provision.unit))
        return (Suggestion(f"{title}: een hardheidsclausule voor {place} (model Ar 5.26)", insertion=text),)
    if any(c.uitsluitingen for c in known):
        return ()  # what is left out there, is left out on purpose; another check asks about that
    if len(known) > 1:
        return (Suggestion(f"{title}: een van de hardheidsclausules ook voor {in_zinsverband(place)} laten gelden (Ar 5.25)"),)
    title = f"{title}: de hardheidsclausule van {zeggen.citation(known[0].provision)} ook voor {in_zinsverband(place)} laten gelden"
    found = wider(known[0], (provision.unit,))
    if silent:
        title = f"{title.rstrip(',')}, en in de toelichting zeggen dat zij ook hiervoor is bedoeld (Ar 5.25)"
        return (Suggestion(title, example=f"… {found[1]} …" if found is not None else None),)
    title = f"{title} (Ar 5.25)"
    return (Suggestion(title) if found is None else Suggestion(title, replacement=found[1], at=found[0]),)


def _of_the_text(clausule: Clausule) -> bool:
    """A clause about hardship for other artikelen than its own: an exception in the artikel it belongs to is something else."""
    if any(u.artikel is clausule.provision.unit.artikel for u in clausule.units):
        return False
    if clausule.standaard or clausule.doel is not None:
        return True
    return clausule.criterium is not None and van_hardheid(clausule.provision.document.text[clausule.criterium])


# Words of a scope that only names artikelen and leden; «of», a range and an onderdeel are left as they stand.
_PLAIN = re.compile(r"(?:de )?artikel(?:en)?(?: (?:\d[\w.:]*|\w+(?:de|ste)|lid|leden|en),?)+", re.I)


def wider(clausule: Clausule, units: Iterable[Unit]) -> tuple[Span, str] | None:
    """The words of the scope, and what they would be with more provisions in it; ``None`` where the clause names none."""
    scope, document = clausule.reikwijdte, clausule.provision.document
    if scope is None or clausule.algemeen is not None:
        return None
    content = document.text.content
    if content[max(0, scope.start - 3) : scope.start].lower() == "de ":
        scope = Span(scope.start - 3, scope.end)
    said = document.text[scope]
    added = [_place(u) for u in units]
    if any(artikel is None for artikel, _ in added):
        return None
    more = [(artikel, lid) for artikel, lid in added if artikel is not None]
    targets = [t for r in references_in(document, scope) for t in r.targets]
    if _PLAIN.fullmatch(said) and targets and all(t.artikel and not t.onderdeel for t in targets):
        order = {u.number: i for i, u in enumerate(document.root.walk()) if u.kind is UnitKind.ARTIKEL}
        places = [*((t.artikel, t.lid) for t in targets if t.artikel), *more]
        words = artikelen(sorted(places, key=lambda p: order.get(p[0], len(order))))
    else:
        words = f"{said}{',' if said.endswith(' lid') else ''} en {artikelen(more)}"
    if words.endswith((" lid", " leden")) and content[scope.end : scope.end + 1].isspace():
        words += ","
    return scope, words


def _place(unit: Unit) -> tuple[str | None, str | None]:
    artikel, lid = unit.artikel, unit.lid
    return (artikel.number if artikel is not None else None), (lid.number if lid is not None else None)
