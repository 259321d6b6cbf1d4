from __future__ import annotations

from typing import ClassVar

import pytest
from proefprogramma import Program

from doenvermogentoets.catalogue import Catalogue
from doenvermogentoets.cli import doctor, server
from doenvermogentoets.errors import UserError


class Point:
    """An entry point that remembers what it was called with."""

    called: ClassVar[list[object]] = []

    def load(self) -> object:
        return self.called.append


@pytest.mark.parametrize(
    ("arguments", "address"), [((), None), (("--tcp", "127.0.0.1:8765"), ("127.0.0.1", 8765)), (("--tcp", "[::1]:80"), ("::1", 80))]
)
def test_server_is_found_by_its_entry_point(
    program: Program, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], address: tuple[str, int] | None
) -> None:
    monkeypatch.setattr(server, "entry_points", lambda group: [Point()] if group == "doenvermogentoets.server" else [])
    Point.called.clear()
    assert program("server", *arguments).code == 0
    assert Point.called == [address]


def test_missing_server_is_told(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "entry_points", lambda group: [])
    result = program("server")
    assert (result.code, "niet geïnstalleerd" in result.err) == (2, True)


def test_doctor_says_that_everything_works(program: Program) -> None:
    result = program("doctor")
    assert (result.code, "Alles werkt" in result.out) == (0, True)
    assert "3 geladen (haast, uitleg)" in result.out


def test_doctor_names_what_is_wrong(program: Program, proef: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> str:
        raise UserError("de taalanalyse is stuk.", "Installeer opnieuw.")

    monkeypatch.setattr(doctor, "_language", broken)
    result = program("doctor")
    assert (result.code, "taalanalyse      niet goed: de taalanalyse is stuk. Installeer opnieuw." in result.out) == (2, True)
