"""Quantities told in words: rhythms, cents, parts, last days, and on which side of something a duration lies."""

from __future__ import annotations

import pytest

from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import gelijk, zelfde_soort


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("een opgave elke week", "ritme", 52),
        ("een opgave eens per maand", "ritme", 12),
        ("bezoekt de stal tweemaal per jaar", "ritme", 2),
        ("keert eens in de vier jaar terug", "ritme", 0.25),
        ("levert maandelijks een staat in", "ritme", 12),
        ("een tarief van vijftien cent", "euro", 0.15),
        ("vermeerderd met een tiende.", "procent", 10),
        ("en een vijfde extra", "procent", 20),
        ("uiterlijk eind oktober", "datum", 1031),
        ("voor oud en nieuw", "datum", 1231),
        ("acht of meer punten aan straf", "aantal", 8),
        # ranks: of something that happens, and of a day of the month
        ("pas bij de derde weigering", "keer", 3),
        ("na een tweede waarschuwing", "keer", 2),
        ("voor de derde maal vermist", "keer", 3),
        ("geeft zijn inkomen op voor de vijftiende van de maand", "datum", 15),
        ("betaalt uiterlijk op de tiende.", "datum", 10),
        # months without a day
        ("van oktober tot en met december", "datum", 1001),
        ("het verbod loopt tot en met maart", "datum", 331),
        # more than one word for one number
        ("anderhalf jaar", "duur", 547.5),
        ("een maand of drie", "duur", 91.2),
        ("zestien en een half jaar oud", "leeftijd", 16.5),
        ("de boete wordt verdubbeld", "procent", 100),
    ],
)
def test_read(words: str, kind: str, value: float) -> None:
    assert [(h.maat, h.waarde) for h in hoeveelheden(words)][:1] == [(kind, pytest.approx(value))]


def test_one_of_several_options_is_no_day() -> None:
    assert not hoeveelheden("Van deze varianten kiest de regering voor de derde.")
    assert [h.maat for h in hoeveelheden("Zij betaalt voor de vijftiende.")] == ["datum"]


@pytest.mark.parametrize(
    "words", ["een bedrag per maand", "een tiende persoon", "aan het eind van de straat", "de week erna", "het derde lid"]
)
def test_nothing_to_read(words: str) -> None:
    assert hoeveelheden(words) == ()


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("zes weken voor de dag van de markt", "voor"),
        ("zes weken van tevoren", "voor"),
        ("zes weken na de markt", "na"),
        ("gedurende zes weken", "lang"),
        ("een looptijd van zes weken", "lang"),
        ("binnen zes weken", ""),
    ],
)
def test_side(words: str, side: str) -> None:
    assert hoeveelheden(words)[0].kant == side


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("binnen een maand", "binnen vier weken", True),
        ("binnen een maand", "binnen drie weken", False),
        ("drie maanden", "vier maanden", False),
        # years of age, in words of either kind
        ("de leeftijd van veertien jaar", "gedurende veertien jaar", True),
        # by the month and by the year
        ("€ 300 per maand", "€ 3.600 per jaar", True),
        ("€ 300 per maand", "€ 300 per jaar", False),
        # a rhythm, and so many a year
        ("elk kwartaal", "vier bezoeken per jaar", True),
        ("elk kwartaal", "twee bezoeken per jaar", False),
        # a rank, and so many of it
        ("bij de derde weigering", "na drie weigeringen", True),
        ("bij de derde weigering", "na twee weigeringen", False),
        ("een halve dag", "vier uur", True),
        ("een halve dag", "twee uur", False),
    ],
)
def test_same_in_another_unit(one: str, other: str, same: bool) -> None:
    assert gelijk(hoeveelheden(one)[0], hoeveelheden(other)[0]) is same


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        ("honderd bezoekers", "tachtig mensen", True),
        ("honderd bezoekers", "tachtig stoelen", False),
        ("bij de derde weigering", "na twee weigeringen", True),
        ("bij de derde weigering", "twee brieven", False),
        ("vanaf twaalf jaar", "de leeftijd van veertien jaar", True),
        ("elk kwartaal", "1.500 kilometer per jaar", False),
    ],
)
def test_of_one_kind(one: str, other: str, kin: bool) -> None:
    assert zelfde_soort(hoeveelheden(one)[0], hoeveelheden(other)[0]) is kin


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("meer dan tien dieren", "minst"),
        ("niet meer dan tien dieren", "hoogst"),
        ("niet jonger dan 25 jaar", "minst"),
        ("minder dan tien dieren", "hoogst"),
        ("ten hoogste tien dieren", "hoogst"),
        ("tien dieren", ""),
    ],
)
def test_limit(words: str, limit: str) -> None:
    assert hoeveelheden(words)[0].grens == limit
