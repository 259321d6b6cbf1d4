"""DVM007: an original is asked because a copy will not do; that is no keeping of records."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.findings import Finding
from doenvermogentoets.testing import Marked, dossier_of

CATALOGUE = load()


def findings(text: str) -> list[Finding]:
    bill = f"Artikel 5\n{text}\n"
    result = run_analysed(analyse(dossier_of(Marked(bill, None, ()))), CATALOGUE.select(("DVM007",)))
    assert result.failures == []
    return list(result.findings)


@pytest.mark.parametrize("what", ["de originele bewijsstukken van de reis", "de oorspronkelijke nota's van de reis"])
def test_an_original_is_told_as_one(what: str) -> None:
    (found,) = findings(f"De ouder legt bij de aanvraag {what} over.")
    assert "kopie volstaat niet" in found.explanation
    assert "administratie" not in found.explanation
    assert "origineel" in found.question
    assert "kopie" in found.suggestions[0].title


def test_a_copy_that_will_do_is_not_heavy() -> None:
    assert findings("De ouder legt bij de aanvraag de originele bewijsstukken of een kopie daarvan over.") == []


def test_records_are_still_told_as_records() -> None:
    (found,) = findings("De ouder legt bij de aanvraag een sluitende urenregistratie van de opvang over.")
    assert "administratie" in found.explanation
    assert "bijgehouden" in found.question
