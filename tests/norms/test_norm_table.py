from __future__ import annotations

import json

import pytest

from doenvermogentoets.norms import table


def test_json_has_the_keys_of_the_contract(analyse):
    units = table.norms_json(analyse("De ouder meldt een wijziging binnen vier weken na de verhuizing."))["units"]
    assert [u["artikel"] for u in units] == ["1"]
    (norm,) = units[0]["norms"]
    assert norm["soort"] == "plicht"
    assert norm["adressaat"] == {"tekst": "ouder", "rol": "burger", "zekerheid": "hoog"} or norm["adressaat"]["tekst"] == "De ouder"
    assert norm["termijn"]["duur"] == "P28D"
    assert norm["doenlast"] is True
    json.dumps(units)


def test_rows_have_every_column(analyse):
    rows = table.rows(analyse("Het college weigert de vergunning indien de aanvrager geen ingezetene is."))
    assert [tuple(row) for row in rows] == [table.COLUMNS]
    assert rows[0]["bevoegdheid"] == "gebonden"


def test_an_enterprise_that_serves_persons_is_no_person(analyse):
    analysis = analyse(
        "In deze wet wordt verstaan onder:\ngebruiker: natuurlijke persoon die thuis een hulpmiddel gebruikt;\n"
        "leverancier: onderneming die het hulpmiddel aan de gebruiker heeft verstrekt;\nhouder: exploitant of gebruiker.",
        "De leverancier verstrekt de gegevens binnen een week aan het college.",
    )
    assert not analysis.definitions["leverancier"].particulier
    assert analysis.definitions["houder"].particulier


@pytest.mark.parametrize(
    "condition",
    [
        "Indien en voor zover de leverancier deze gegevens niet alsnog verstrekt",
        "Indien de leverancier, nadat hij schriftelijk is gewezen op het ontbreken van gegevens, deze gegevens niet verstrekt",
    ],
)
def test_a_power_after_clauses_in_clauses_is_read_in_its_main_clause(norms, condition):
    (norm,) = norms(
        f"{condition}, kan het college hem, tenzij hij aannemelijk maakt dat hij niet over de gegevens kan beschikken, "
        "een last onder dwangsom opleggen."
    )
    assert (norm.werkwoord, norm.bevoegdheid, norm.richting) == ("opleggen", "discretionair", "nadelig")
