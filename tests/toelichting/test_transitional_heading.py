"""Transitional law that is explained under the heading of its artikel, without one of the usual words."""

from __future__ import annotations

import pytest

from doenvermogentoets import structure
from doenvermogentoets.analysis import analyse
from doenvermogentoets.readers import read_text
from doenvermogentoets.toelichting import verantwoording

BILL = """\
Artikel 1. Vergunning
Het is verboden zonder vergunning van het waterschap een woonboot te verhuren.

Artikel 2. Leges
De verhuurder betaalt voor de aanvraag € 90.

Artikel 3. Overgangsrecht
Een verhuurder die op de dag voor de inwerkingtreding van deze wet een woonboot verhuurde, mag dat tot een jaar na die dag zonder
vergunning blijven doen.

Artikel 4. Intrekking
De Woonbotenwet wordt ingetrokken.
"""


def stand(artikelsgewijs: str) -> str:
    text = f"TOELICHTING\n\nAlgemeen\n\n1. Inleiding\nWoonboten worden vaak verhuurd.\n\nArtikelsgewijs\n\n{artikelsgewijs}\n"
    found = verantwoording(analyse(structure.dossier(read_text(BILL, "o.txt", "txt"), read_text(text, "t.txt", "txt"))))
    assert found is not None
    return next(b.stand for b in found.bouwstenen if b.naam == "overgangsrecht")


def test_own_heading_deals_with_it() -> None:
    assert stand("Artikel 3\nWie nu al een woonboot verhuurt, krijgt twaalf maanden om de papieren in orde te maken.") != "afwezig"


@pytest.mark.parametrize(
    "said",
    [
        "Artikel 2\nWie nu al een woonboot verhuurt, betaalt leges als ieder ander die een aanvraag doet.",
        "Artikel 3\nDit artikel spreekt voor zich en is daarom hier verder niet besproken.",
        "Artikel 3\nZie het artikel.",
        "Artikel 4\nDe oude wet heeft geen functie meer en gaat daarom helemaal weg.",
        "Artikelen 2 en 3\nDe leges dekken de kosten die het waterschap voor een aanvraag moet maken.",
    ],
)
def test_another_heading_or_empty_words_do_not(said: str) -> None:
    assert stand(said) == "afwezig"
