"""Words that stand for a topic, and the same words where they are about something else."""

from __future__ import annotations

import pytest

from doenvermogentoets import structure
from doenvermogentoets.analysis import analyse
from doenvermogentoets.readers import read_text
from doenvermogentoets.toelichting.clausule import ClausuleUitleg, read_clausule

BILL = """Artikel 1. Tuin
De tuinder onderhoudt zijn tuin.

Artikel 2. Hardheidsclausule
De tuincommissie kan artikel 1 buiten toepassing laten, voor zover toepassing leidt tot een onbillijkheid van overwegende aard.
"""


def speaks(topic: str, sentence: str) -> bool:
    text = f"MEMORIE VAN TOELICHTING\n\n1. Tuinen\n{sentence}\n"
    dossier = analyse(structure.dossier(read_text(BILL, "o.txt", "txt"), read_text(text, "t.txt", "txt")))
    assert dossier.explanation is not None
    return dossier.explanation.speaks_of(topic)


@pytest.mark.parametrize(
    ("topic", "sentence", "expected"),
    [
        ("handhaving", "Handhaving van het vrijwillige karakter is geen vanzelfsprekendheid.", False),
        ("handhaving", "De handhaving van de snoeiplicht ligt bij de tuincommissie.", True),
        ("hardheid", "De Participatiewet kent in artikel 18 dringende redenen.", False),
        ("hardheid", "In die gemeenten kan het college in schrijnende gevallen anders beslissen.", False),
        ("hardheid", "In schrijnende gevallen kan de tuincommissie anders beslissen.", True),
        ("hardheid", "Dit voorstel kent dringende redenen.", True),
        ("hardheid", "Hoeveel van zulke gevallen er zijn, is niet te voorzien.", True),
        ("hardheid", "Hoeveel tuinen er bijkomen, is niet te voorzien.", False),
        ("hardheid", "De clausule is beperkt tot het onderhoud.", True),
        ("hogerrecht", "De vergunning is een eis in de zin van artikel 9 van de Dienstenrichtlijn.", True),
        ("hogerrecht", "Beleidsrichtlijnen van de tuincommissie helpen daarbij.", False),
    ],
)
def test_a_topic_and_its_homonym(topic: str, sentence: str, expected: bool) -> None:
    assert speaks(topic, sentence) is expected


def clausule(sentence: str) -> ClausuleUitleg:
    text = f"MEMORIE VAN TOELICHTING\n\nII. Artikelsgewijs\n\nArtikel 2\n{sentence}\n"
    dossier = analyse(structure.dossier(read_text(BILL, "o.txt", "txt"), read_text(text, "t.txt", "txt")))
    provision = dossier.bill.find("2", None)
    assert dossier.explanation is not None
    assert provision is not None
    return read_clausule(dossier.explanation, provision)


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("De hardheidsclausule ziet op de tuinder die ziek is.", False),
        ("De hardheidsclausule geldt voor wie ziek is.", False),
        ("De hardheidsclausule geldt voor al die gevallen.", False),
        ("De hardheidsclausule ziet op het onderhoud.", True),
        ("De hardheidsclausule geldt voor de onderhoudsplicht.", True),
        ("De hardheidsclausule is beperkt tot het onderhoud.", True),
    ],
)
def test_for_whom_is_not_for_which_provisions(sentence: str, scope: bool) -> None:
    assert clausule(sentence).has("reikwijdte") is scope
