"""Of whom something is expected, in the singular too; and what counts as an answer to an objection."""

from __future__ import annotations

import pytest
from voorstellen import with_memorie

BILL = "Artikel 2\nDe student meldt een verhuizing binnen twee weken. Wie dat niet doet, verliest het recht op de beurs.\n"


@pytest.mark.parametrize("who", ["een student", "de cliënt", "de consument", "mantelzorgers", "een gastouder", "patiënten"])
def test_what_is_expected_of_a_person_is_told(who: str) -> None:
    assert with_memorie("rationele-burger", BILL, f"Van {who} mag worden verwacht dat hij zich op tijd meldt.")


@pytest.mark.parametrize("who", ["de directeur", "het parlement", "een inspectie"])
def test_what_is_expected_of_an_authority_is_not(who: str) -> None:
    assert with_memorie("rationele-burger", BILL, f"Van {who} mag worden verwacht dat de termijn wordt gehaald.") == []


OBJECTION = (
    "ALGEMEEN DEEL\n\n1. Inleiding\nDit voorstel regelt de beurs.\n\n2. Advies en consultatie\n"
    "De bond had bezwaar tegen de korte termijn. {}\n"
)


def _answered(sentence: str) -> bool:
    return with_memorie("bezwaar-gepasseerd", BILL, OBJECTION.format(sentence)) == []


def test_how_an_advice_was_taken_up_is_an_answer() -> None:
    assert _answered("De initiatiefnemer heeft dit ter harte genomen door een melding per brief mogelijk te maken.")
    assert not _answered("De initiatiefnemer heeft dit ter harte genomen.")


def test_that_there_is_no_other_way_is_none() -> None:
    assert not _answered("De regering onderkent dit, maar ziet geen andere weg.")
    assert _answered("De regering heeft de termijn daarom verlengd.")
