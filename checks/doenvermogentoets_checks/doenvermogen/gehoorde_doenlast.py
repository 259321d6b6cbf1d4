"""DVM012: a provision that sounds like something that asks much of people, in words that the other checks of the theme do not know."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets_checks.klanken.bepalingen import hits


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    yield from hits(dossier, "doenvermogen")
