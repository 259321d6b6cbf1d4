"""DVM004 and DVM011 in words that the lists lacked, beside what looks like it."""

from __future__ import annotations

import pytest

from doenvermogentoets import catalogue, readers, structure
from doenvermogentoets.engine import run

_BILL = """Wet op de proef

Artikel 1
In deze wet wordt verstaan onder cursist: natuurlijke persoon die een cursus volgt.

Artikel 2
{}
"""


def _names(lid: str) -> set[str]:
    dossier = structure.dossier(readers.read_text(_BILL.format(lid), "ontwerp.txt", "txt"))
    return {f.check for f in run(dossier, list(catalogue.load())).findings}


@pytest.mark.parametrize(
    "lid",
    [
        "De cursist vraagt de toelage aan langs geen andere weg dan het webformulier van de dienst.",
        "De cursist doet zijn opgave via de website van de dienst. Brieven blijven buiten aanmerking.",
        "De cursist dient zijn verzoek in met DigiD op de webpagina van de dienst. Op papier gedane verzoeken worden niet aangenomen.",
    ],
)
def test_only_a_digital_road(lid: str) -> None:
    assert "uitsluitend-digitaal" in _names(lid)


@pytest.mark.parametrize(
    "lid",
    [
        "De cursist doet zijn opgave via de website van de dienst of per brief.",
        "De cursist kan zijn verzoek via de website indienen; ook een brief wordt aangenomen.",
    ],
)
def test_two_roads(lid: str) -> None:
    assert "uitsluitend-digitaal" not in _names(lid)


@pytest.mark.parametrize(
    "lid",
    [
        "De cursist haalt zijn bewijs zelf af bij het hoofdkantoor van de dienst.",
        "De cursist meldt zich op de dag van aanvang zelf bij het loket van de dienst.",
        "De cursist verschijnt in persoon aan het loket; vertegenwoordiging is niet toegelaten.",
    ],
)
def test_somebody_must_come_himself(lid: str) -> None:
    assert "alleen-in-persoon" in _names(lid)


@pytest.mark.parametrize(
    "lid",
    [
        "De cursist verschijnt in persoon aan het loket of laat zich vertegenwoordigen.",
        "De cursist haalt zijn bewijs zelf af bij het hoofdkantoor, tenzij de dienst het toezendt.",
        "De cursist bepaalt zelf op welk moment hij de cursus begint.",
    ],
)
def test_another_may_come_or_nobody_must(lid: str) -> None:
    assert "alleen-in-persoon" not in _names(lid)
