"""Findings on the toelichting that rested on single words, each beside the passage that must still be found."""

from __future__ import annotations

from doenvermogentoets.catalogue import Catalogue, Example, load
from doenvermogentoets.testing import findings_in, unmark

CATALOGUE: Catalogue = load()
KOP = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nEen nieuwe regeling is nodig.\n\n"


def messages(check: str, bill: str, passage: str) -> list[str]:
    known = CATALOGUE.get(check)
    assert known is not None
    example = Example(f"{bill}--- toelichting ---\n{KOP}{passage}\n", expected=False)
    return [f"{f.message} {f.explanation}" for f in findings_in(known, unmark(example))]


LIGPLAATS = """Artikel 2. Ligplaats
De ligplaats vervalt van rechtswege indien de schipper niet binnen een maand na verkoop van zijn schip de verkoop meldt.

Artikel 3. Winterstalling
1. Een plaats in de winterstalling wordt binnen drie weken na dagtekening van de uitnodiging aangevraagd, bij gebreke waarvan het recht
op een plaats vervalt.
2. De schipper legt bij de aanvraag een foto van zijn schip over.

Artikel 4. Hardheidsclausule
De havenmeester kan artikel 3, {lid} lid, buiten toepassing laten voor zover toepassing leidt tot een onbillijkheid van overwegende aard.
"""
TE_LAAT = "2. Winterstalling\nWie zijn plaats in de winterstalling te laat aanvraagt, kan een beroep doen op de hardheidsclausule."


def test_clause_for_the_time_limit_is_for_whoever_misses_it() -> None:
    assert not messages("tegenspraak-clausule", LIGPLAATS.format(lid="eerste"), TE_LAAT)
    assert messages("tegenspraak-clausule", LIGPLAATS.format(lid="tweede"), TE_LAAT)
