"""Room, burdens and acts in laws that no rule was made after: by who does what to whom, not by listed sentences."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms.model import Ruimte


def _room(found):
    kinds = {n.ruimte for n in found}
    return next((kind for kind in (Ruimte.HARDHEIDSCLAUSULE, Ruimte.ONTSNAPPING) if kind in kinds), Ruimte.GEEN)


@pytest.mark.parametrize(
    ("text", "ruimte"),
    [
        (
            "Onze Minister kan in gevallen waarin toepassing van deze regeling tot een onredelijk resultaat leidt ten gunste van de "
            "aanvrager anders beslissen.",
            Ruimte.HARDHEIDSCLAUSULE,
        ),
        (
            "Het college kan artikel 4 buiten toepassing laten indien strikte toepassing daarvan onevenredig uitpakt voor de aanvrager.",
            Ruimte.HARDHEIDSCLAUSULE,
        ),
        ("De terugbetaling van het voorschot kan in gedeelten geschieden.", Ruimte.ONTSNAPPING),
        ("De werkgever betaalt de premie in vier termijnen.", Ruimte.GEEN),
        ("Indien de schuldenaar overlijdt, ziet het college geheel of gedeeltelijk van terugvordering af.", Ruimte.ONTSNAPPING),
        ("De voorzitter ziet van het voorlezen van de stukken af.", Ruimte.GEEN),
        ("Aan de ambtenaar wordt de verplichting tot terugbetaling niet opgelegd indien hij ziek is.", Ruimte.ONTSNAPPING),
        ("Onze Minister kan aan het verlenen van een ontheffing het gevolg verbinden dat de vergunning vervalt.", Ruimte.GEEN),
        (
            "Het is verboden het gebied te betreden, met dien verstande dat het college van dit verbod ontheffing kan verlenen.",
            Ruimte.ONTSNAPPING,
        ),
        ("Een nieuw bewijs kan worden uitgereikt wanneer het oude buiten schuld van de houder verloren is gegaan.", Ruimte.ONTSNAPPING),
    ],
)
def test_room_by_what_is_granted_or_let_go(norms, text, ruimte):
    assert _room(norms(text)) is ruimte
