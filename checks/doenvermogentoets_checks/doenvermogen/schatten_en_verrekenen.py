"""DVM006: a person must estimate what is still to come, or gets an advance that is settled later."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Hit
from doenvermogentoets.norms.model import Soort
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.doenvermogen.mensen import in_artikel, said, speaks_of_people

_NOT = frozenset({Soort.DEFINITIE, Soort.DELEGATIE, Soort.SLOT})


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield one hit per artikel: at the estimate, otherwise at the settlement."""
    told: set[Unit | None] = set()
    for table in ("schatten", "verrekenen"):
        for provision in dossier.bill.provisions:
            artikel = provision.unit.artikel
            if artikel in told or said(provision, table, provision.span) is None:
                continue
            norm = next((n for n in provision.norms if n.soort not in _NOT and said(provision, table, n.span) is not None), None)
            if norm is None or not any(speaks_of_people(p) for p in dossier.bill.in_artikel(provision.unit)):
                continue
            if in_artikel(dossier.bill, provision, "verzacht-verrekenen"):
                continue
            at = said(provision, table, norm.span)
            assert at is not None  # noqa: S101
            told.add(artikel)
            quote = words(provision.document, at)
            message = (
                f"Er wordt gerekend met «{quote}»: wie verkeerd schat, krijgt later een verrekening of schuld."
                if table == "schatten"
                else f"Wat vooruit is betaald, wordt later verrekend of teruggevraagd: «{quote}»."
            )
            yield Hit(
                document=provision.document,
                unit=provision.unit,
                span=at,
                message=message,
                explanation="Gezocht in dit artikel naar een drempel, een betalingsregeling, draagkracht "
                "of het gebruik van al bekende gegevens: niet gevonden.",
                label="schatten" if table == "schatten" else "verrekening achteraf",
            )
