"""Quantities told in words: rhythms, cents, parts, last days, and on which side of something a duration lies."""

from __future__ import annotations

import pytest

from doenvermogentoets import structure
from doenvermogentoets.analysis import analyse
from doenvermogentoets.readers import read_text
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import even_lang, gelijk, omtrek, zelfde_soort


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


NUMBERS = (1, 2, 3, 4, 5, 6, 7, 8, 12, 24, 28, 30, 48, 72)
UNITS = ("uur", "dagen", "werkdagen", "weken", "maanden", "jaar")
COUNTED = (
    *(f"binnen {number} {unit}" for number in NUMBERS for unit in UNITS),
    *("een halve dag", "anderhalf jaar", "18 jaar oud", "ouder dan 12 jaar", "elke week", "viermaal per jaar"),
    *("vier bezoeken per jaar", "bij de derde weigering", "drie weigeringen", "10 procent", "een tiende extra"),
    *("€ 1.200 per jaar", "€ 100 per maand", "€ 1.210 per jaar"),
)


def test_what_is_equal_lies_within_reach_of_the_other() -> None:
    found = [h for words in COUNTED for h in hoeveelheden(words)]
    assert len(found) >= len(COUNTED) - 5
    equal = [(a, b) for a in found for b in found if even_lang(a, b) or even_lang(b, a)]
    near = [(a, b) for a, b in equal if a.maat == b.maat and (a.maat != "euro" or a.per == b.per)]
    assert all(omtrek(a)[0] <= b.waarde <= omtrek(a)[1] for a, b in near)
    assert all(a.maat == b.maat or {a.maat, b.maat} in ({"duur", "leeftijd"}, {"keer", "aantal"}, {"ritme", "aantal"}) for a, b in equal)
    assert len(near) > len(found)


def test_a_number_of_the_toelichting_is_held_against_numbers_of_its_size() -> None:
    bill = "".join(f"Artikel {n}\n1. De huurder meldt een verhuizing binnen {n} weken aan het college.\n" for n in range(2, 30))
    told = "MEMORIE VAN TOELICHTING\n\nDe huurder heeft 8 weken om een verhuizing te melden.\n"
    explanation = analyse(structure.dossier(read_text(bill, "ontwerp.txt", "txt"), read_text(told, "toelichting.txt", "txt"))).explanation
    assert explanation is not None
    [one] = hoeveelheden("8 weken")
    reach = {h.waarde for _, h in explanation.quantities.even_groot(one)}
    assert 56 in reach
    assert 21 not in reach
    assert 112 not in reach


def test_a_working_week_is_a_week() -> None:
    (told,) = hoeveelheden("Dat wordt in twee werkweken doorgegeven.")
    assert (told.maat, told.waarde) == ("duur", 14.0)
