"""Quantities, authorities and leden of a toelichting that are told in other words than in the bill, beside what stays silent."""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import Catalogue, Example, load
from doenvermogentoets.testing import findings_in, unmark

CATALOGUE: Catalogue = load()
BILL = """Artikel 2. Standplaats
1. De burgemeester verleent een standplaats aan een marktkoopman.
2. De aanvraag wordt gedaan ten minste tien weken voor het begin van het seizoen.
3. De standplaats geldt gedurende vier jaar.

Artikel 3. Marktgeld
1. De marktkoopman is marktgeld verschuldigd van € 0,40 per strekkende meter.
2. Het marktgeld wordt voldaan voor 1 oktober.
3. Wie te laat voldoet, betaalt een toeslag van 15 procent.

Artikel 4. Omzetstaat
De marktkoopman levert elke week een omzetstaat in.

Artikel 5. Opruimen
1. De burgemeester sluit de kraam van de marktkoopman die zijn afval laat liggen.
2. De kosten van opruimen zijn voor de marktkoopman.

Artikel 6. Hygiëne
De marktkoopman laat zijn weegschaal keuren.
"""
HEAD = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nDe markt trekt veel bezoekers.\n\n"
UNDER = "II. ARTIKELSGEWIJS\n\nArtikel 5\n"


def found(check: str, passage: str) -> bool:
    known = CATALOGUE.get(check)
    assert known is not None
    return bool(findings_in(known, unmark(Example(f"{BILL}--- toelichting ---\n{HEAD}{passage}\n", expected=False))))


@pytest.mark.parametrize(
    "sentence",
    [
        # before, after, and how long
        "De aanvraag moet een half jaar voor het begin van het seizoen binnen zijn.",
        "Een standplaats heeft een looptijd van zestig maanden.",
        # a day that is told in words
        "Het marktgeld wordt voldaan voor het einde van het kalenderjaar.",
        "Het marktgeld moet uiterlijk eind november worden voldaan.",
        # cents, parts and rhythms
        "Het marktgeld bedraagt zestig cent per strekkende meter.",
        "Wie het marktgeld te laat voldoet, betaalt het met een tiende erbovenop.",
        "De marktkoopman levert eens per maand een omzetstaat in.",
        "De omzetstaat wordt elk kwartaal door de marktkoopman ingeleverd.",
    ],
)
def test_another_number_in_other_words(sentence: str) -> None:
    assert found("tegenspraak-getal", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "De aanvraag moet zeventig dagen voor het begin van het seizoen binnen zijn.",
        "Een standplaats heeft een looptijd van 48 maanden.",
        "Het marktgeld wordt voldaan uiterlijk eind september.",
        "Het marktgeld bedraagt veertig cent per strekkende meter.",
        "De marktkoopman levert wekelijks een omzetstaat in.",
        # how things are counted, what others asked, what was
        "Elk jaar leveren duizend kooplieden een omzetstaat in.",
        "De branche wilde dat de marktkoopman eens per maand een omzetstaat inlevert.",
        "Onder de oude verordening gold een standplaats gedurende twee jaar.",
    ],
)
def test_the_same_number_in_other_words(sentence: str) -> None:
    assert not found("tegenspraak-getal", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        # the bill does not know them at all
        "Het college sluit de kraam van een marktkoopman die afval laat liggen.",
        "Laat een marktkoopman zijn afval liggen, dan sluit de gemeenteraad zijn kraam.",
    ],
)
def test_an_authority_that_the_bill_does_not_have(sentence: str) -> None:
    assert found("tegenspraak-orgaan", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "De burgemeester sluit de kraam van een marktkoopman die afval laat liggen.",
        "De burgemeester sluit de kraam; over de afvalstoffenheffing, waarover het college beslist, gaat dit niet.",
        "Het college adviseert de burgemeester over het sluiten van de kraam.",
    ],
)
def test_the_authority_of_the_bill(sentence: str) -> None:
    assert not found("tegenspraak-orgaan", sentence)


@pytest.mark.parametrize(
    "passage",
    [
        "Op grond van artikel 5, vierde lid, krijgt de koopman bericht.",
        UNDER + "Het derde lid geeft de koopman de tijd om alsnog op te ruimen.",
        UNDER + "Dat volgt uit het eerste en vierde lid.",
    ],
)
def test_a_lid_that_is_not_there(passage: str) -> None:
    assert found("verwijzing-zonder-artikel", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Op grond van artikel 5, tweede lid, betaalt de koopman.",
        UNDER + "Het tweede lid legt de kosten bij de koopman.",
        UNDER + "Het derde lid van artikel 2 geeft de duur.",
        UNDER + "Het derde lid is na de consultatie geschrapt.",
        UNDER + "Artikel 3, derde lid, van de Wegenverkeerswet geldt onverkort.",
        UNDER + "Op grond van artikel 13 van de Winkeltijdenwet, vierde lid, geldt iets anders.",
    ],
)
def test_a_lid_that_is_there_or_of_another_law(passage: str) -> None:
    assert not found("verwijzing-zonder-artikel", passage)
