"""Findings of one check on an artikel in a draft about people."""

from __future__ import annotations

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.findings import Finding
from doenvermogentoets.testing import Marked, dossier_of

CATALOGUE = load()
PEOPLE = (
    "\n\nArtikel 9\nDe ouder van een kind of de bewoner van een woning ontvangt op zijn verzoek een tegemoetkoming voor zijn gezin "
    "en kinderen.\n"
)


def findings(text: str, check: str, rest: str = PEOPLE, toelichting: str | None = None) -> list[Finding]:
    """What one check says of artikel 5, which has this text."""
    checks = CATALOGUE.select((check,))
    assert checks, f"no check is called {check}"  # or a test that nothing is found could not fail
    result = run_analysed(analyse(dossier_of(Marked(f"Artikel 5\n{text}{rest}", toelichting, ()))), checks)
    assert result.failures == []
    return [f for f in result.findings if f.check == check and f.span.start < len(text) + 10]
