from __future__ import annotations

import json

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
