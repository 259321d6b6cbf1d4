"""Where reports go: names that every system can have, each its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doenvermogentoets.batch.places import LONGEST_NAME, LONGEST_PATH, places, safe_name


def found(*names: str) -> list[str]:
    return [str(p) for p in places([Path("map") / n for n in names])]


def test_the_layout_of_the_drafts_comes_back() -> None:
    assert found("a/wet.docx", "b/wet.docx", "b/c/wet.txt") == ["a/wet", "b/wet", "b/c/wet"]
    assert found("a/b/wet.docx", "a/b/besluit.docx") == ["wet", "besluit"]
    assert found("alleen/wet.docx") == ["wet"]


def test_one_name_in_two_formats_or_two_kinds_of_capitals() -> None:
    assert found("wet.docx", "wet.txt", "Wet.txt", "wet (txt).md") == ["wet", "wet (txt)", "Wet (2)", "wet (txt) (md)"]


def test_the_index_keeps_its_name() -> None:
    assert found("index.docx", "Overzicht.txt", "x/index.txt") == ["index (docx)", "Overzicht (txt)", "x/index"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ontwerp: versie 3?", "ontwerp_ versie 3_"),
        ("CON", "_CON"),
        ("nul.concept", "_nul.concept"),
        ("com5", "_com5"),
        ("console", "console"),
        ("wet. ", "wet"),
        ("..", "_"),
        (" wet", "wet"),
        ("e\u0301", "\u00e9"),
        ("a\udc80b", "a_b"),
    ],
)
def test_what_windows_cannot_name(name: str, expected: str) -> None:
    assert safe_name(name) == expected


def test_long_names_and_deep_folders_stay_apart() -> None:
    long = "w" * 300
    one, two = found(f"{long}1.txt", f"{long}2.txt")
    assert one != two
    assert max(len(one), len(two)) <= LONGEST_NAME
    deep = "/".join(["een tamelijk lange mapnaam"] * 10)
    one, two = found(f"{deep}/a/wet.txt", f"{deep}/b/wet.txt", "x.txt")[:2]
    assert one != two
    assert max(len(one), len(two)) <= LONGEST_PATH


@given(st.lists(st.text(min_size=1, max_size=20).filter(lambda t: "/" not in t and "\0" not in t and t not in (".", "..")), max_size=12))
def test_any_names_give_possible_and_different_places(names: list[str]) -> None:
    made = found(*names)
    assert len({m.casefold() for m in made}) == len(made)
    for place in made:
        assert not set(place) & set('<>:"\\|?*')
        assert not place.endswith((".", " "))
        place.encode("utf-8")
