"""TRM002: less than six weeks for a citizen, without a way to get more time."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Severity
from doenvermogentoets_checks.termijnen.beeld import Leidend, beelden


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the words of each short limit that no other check of the theme reports."""
    short, very = options.number("kort-tot-dagen"), options.number("zeer-kort-tot-dagen")
    for beeld in beelden(dossier.bill):
        days = beeld.termijn.dagen
        if beeld.leidend is not Leidend.KORT or days is None or days >= short:
            continue
        if not beeld.particulier:
            continue
        weeks = "korter dan twee weken" if days < 14 else "korter dan zes weken"
        severity = Severity.WARNING if days < very and beeld.zeker and beeld.aangesproken else None
        yield Hit(
            document=beeld.document,
            unit=beeld.provision.unit,
            span=beeld.termijn.kern,
            message=f"De termijn voor {beeld.wie} is «{beeld.kern}»: {weeks}, zonder verlenging.",
            explanation=f"{beeld.voluit}Gezocht naar verlenging, uitstel, herstel en verschoning in dit artikel: "
            "niet gevonden. "
            "Zes weken is de maat van de Awb voor bezwaar, beroep en betaling (6:7, 4:87); "
            "een voorschrift voor andere termijnen is er niet.",
            label=f"termijn voor {beeld.wie}",
            severity=severity,
        )
