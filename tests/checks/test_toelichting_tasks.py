"""Another body in the same part as that of the artikel: who does it, who is told, who advises, who agrees, who delivers."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

from doenvermogentoets_checks.toelichting.taken import _kort

BILL = """Artikel 1. Begrippen
In deze verordening wordt verstaan onder:
a. keuringsdienst: de Keuringsdienst Bijen en Honing;
b. imker: degene die bijen houdt.

Artikel 2. Zwermverbod
1. De dijkgraaf kondigt een zwermverbod af zodra de bloei begint.
2. De imker meldt een losse zwerm aan de havenmeester.

Artikel 3. Toezicht
De keuringsdienst houdt toezicht op de naleving van artikel 2.

Artikel 4. Advies en instemming
1. Over de plaats van de kasten vraagt de dijkgraaf advies aan de Stichting Honingland.
2. Kasten langs een vaarweg worden met instemming van de havenmeester geplaatst.

Artikel 5. Leden van de keurgroep
1. De gemeenteraad benoemt de leden van de keurgroep.
2. De keurgroep brengt ieder jaar verslag uit aan de gemeenteraad.

Artikel 6. Telling
De dijkgraaf ontleent het aantal volken aan het register dat de keuringsdienst beheert.
"""
HEAD = "TOELICHTING\n\n1. Algemeen\nBijen zijn nuttig.\n\n2. Artikelsgewijs\n\n"


def found(artikel: str, passage: str) -> bool:
    return bool(against("tegenspraak-orgaan", BILL, f"{HEAD}Artikel {artikel}\n{passage}"))


@pytest.mark.parametrize(
    ("artikel", "passage"),
    [
        ("2", "Zodra de bloei begint, wordt het verbod door de burgemeester afgekondigd."),
        ("2", "De afkondiging van het verbod door de burgemeester geschiedt in de krant."),
        ("2", "Een losse zwerm wordt gemeld bij de NVWA."),
        ("2", "De imker stelt bij een losse zwerm de korpschef op de hoogte."),
        ("3", "Het toezicht op het verbod berust bij de Nederlandse Arbeidsinspectie."),
        ("3", "De naleving wordt in de gaten gehouden door de RVO."),
        ("4", "Het oordeel van de Huurcommissie over de plaats wordt eerst ingewonnen."),
        ("4", "Langs een vaarweg is plaatsing mogelijk als de korpschef daarmee instemt."),
        ("5", "De leden worden door de commissaris van de Koning benoemd."),
        ("5", "Het jaarlijkse verslag aan de provinciale staten laat de ontwikkeling zien."),
    ],
)
def test_another_body_in_the_same_part_is_questioned(artikel: str, passage: str) -> None:
    assert found(artikel, passage)


@pytest.mark.parametrize(
    ("artikel", "passage"),
    [
        ("2", "Zodra de bloei begint, wordt het verbod door de dijkgraaf afgekondigd."),
        ("2", "De afkondiging gebeurt door de politie namens de dijkgraaf."),
        ("2", "De KNMV heeft voorgesteld een losse zwerm aan de gemeenteraad te melden."),
        ("3", "De KBH ziet toe op de naleving."),
        ("3", "Het toezicht berust bij de Keuringsdienst Bijen en Honing."),
        ("3", "De dienst houdt toezicht op de naleving."),
        ("3", "De KBH legt bij de controle van de naleving een boete op."),
        ("3", "Tegen een beslissing over het toezicht kan bij de rechtbank beroep worden ingesteld."),
        ("4", "De imker bespreekt de plaats van de kasten met de burgemeester."),
        ("4", "Het advies van de stichting weegt zwaar."),
        ("5", "De raad benoemt de leden en krijgt hun verslag."),
        ("6", "De tellingen van het CBS waren te grof."),
    ],
)
def test_the_same_body_or_another_part_is_left_alone(artikel: str, passage: str) -> None:
    assert not found(artikel, passage)


def test_one_word_of_the_bill_may_stand_for_an_abbreviation_with_more() -> None:
    assert _kort("UWV", "het Uitvoeringsinstituut")
    assert not _kort("SVB", "het Uitvoeringsinstituut")
    assert not _kort("CAK", "het College")
