"""Classes of error that readers of warnings on published regulations named."""

from __future__ import annotations

import pytest

from doenvermogentoets import catalogue, engine, structure
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.readers import read_text

CHECKS = {c.name: c for c in catalogue.load()}
APPEAL = "Artikel 9\nDe belanghebbende kan binnen dertig dagen beroep instellen bij de rechtbank.\n"
PROSE = "De vergunninghouder houdt de installatie in goede staat en meldt een storing aan de beheerder. " * 250
WORDS = {
    "en-of": "eigenaar en/of huurder",
    "casu-quo": "eigenaar c.q. huurder",
    "indien-en-voor-zover": "eigenaar, indien en voor zover hij betaalt",
}


def found(check: str, text: str) -> list[Finding]:
    result = engine.run(structure.dossier(read_text(text, "ontwerp.txt", "txt")), [CHECKS[check]])
    assert not result.failures
    return result.findings


def test_the_awb_is_no_measure_where_it_does_not_apply() -> None:
    assert found("afwijking-awb-termijn", f"Wet rechtspraak havens\n\n{APPEAL}")
    assert not found("afwijking-awb-termijn", f"Wet rechtspraak havens BES\n\n{APPEAL}")


@pytest.mark.parametrize("check", list(WORDS))
def test_in_prose_that_reads_as_an_artikel_the_wording_is_a_suggestion(check: str) -> None:
    sentence = f"Dit geldt voor de {WORDS[check]}."
    (short,) = found(check, f"Artikel 4\n{sentence}\n")
    (long,) = found(check, f"Artikel 4\n{PROSE}{sentence}\n")
    assert (short.severity, long.severity) == (Severity.WARNING, Severity.SUGGESTION)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In het register staat de aantekening ‘vrijgesteld van huur en/of pacht; vervalt bij verkoop’.", 0),
        ("Op het bewijs staat “huur en/of pacht” vermeld.", 0),
        ("De aantekening luidt: 'vrijgesteld van huur en/of pacht (datum)'.", 0),
        ("De eigenaar in 's-Gravenhage betaalt huur en/of pacht voor foto's.", 1),
        ("De eigenaar van ’s morgens vroeg betaalt huur en/of pacht.", 1),
        ("In het register staat ‘vrijgesteld’. De huurder betaalt huur en/of pacht.", 1),
    ],
)
def test_words_of_somebody_else_are_not_the_drafters(text: str, number: int) -> None:
    assert len(found("en-of", f"Artikel 4\n{text}\n")) == number
