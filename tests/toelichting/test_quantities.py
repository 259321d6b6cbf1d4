"""Quantities told in words: rhythms, cents, parts, last days, and on which side of something a duration lies."""

from __future__ import annotations

import pytest

from doenvermogentoets.toelichting.hoeveelheden import gelijk, hoeveelheden


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
    ],
)
def test_read(words: str, kind: str, value: float) -> None:
    assert [(h.maat, h.waarde) for h in hoeveelheden(words)][:1] == [(kind, value)]


@pytest.mark.parametrize("words", ["een bedrag per maand", "een tiende persoon", "aan het eind van de straat", "de week erna"])
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
    ],
)
def test_same_in_another_unit(one: str, other: str, same: bool) -> None:
    assert gelijk(hoeveelheden(one)[0], hoeveelheden(other)[0]) is same
