"""Whose words an objection is, an answer in the same sentence, and a variant that has no such name."""

from __future__ import annotations

import pytest

from doenvermogentoets import structure
from doenvermogentoets.analysis import DossierAnalysis, analyse
from doenvermogentoets.catalogue import Example, load
from doenvermogentoets.readers import read_text
from doenvermogentoets.testing import findings_in, unmark
from doenvermogentoets.toelichting import verantwoording

CATALOGUE = load()
BILL = """Artikel 1. Meldplicht
De imker meldt een nieuwe kast binnen een week bij de bijenraad.

Artikel 2. Terugvordering
De bijenraad vordert de bijdrage die ten onrechte is betaald van de imker terug.
"""
FILLER = "De bijenraad houdt een lijst van kasten bij en deelt die met de provincies. " * 16


def told(check: str, passage: str) -> list[str]:
    known = CATALOGUE.get(check)
    assert known is not None
    text = f"{BILL}--- toelichting ---\nMEMORIE VAN TOELICHTING\n\n1. Algemeen\n{FILLER}\n\n{passage}\n"
    return [f"{f.message} {f.explanation}" for f in findings_in(known, unmark(Example(text, expected=False)))]


def test_the_objection_is_the_adviser_s_and_not_the_answer_to_another() -> None:
    found = told(
        "bezwaar-gepasseerd",
        "2. Consultatie\nDe Imkersbond vroeg naar de kosten. Naar het oordeel van de regering zijn die niet te hoog, omdat melden "
        "gratis is. De Vereniging van stadsimkers wilde twee weken om te melden. De regering houdt vast aan een week.",
    )
    assert len(found) == 1
    assert "Het bezwaar: «De Vereniging van stadsimkers wilde" in found[0]


@pytest.mark.parametrize(
    ("answer", "empty"),
    [
        ("; dat is met het huidige register niet mogelijk", False),
        (", maar daarvoor is bij de bijenraad geen ruimte", False),
        ("; dat zou voor kleine imkers prettig zijn", True),
        ("", True),
    ],
)
def test_an_answer_in_the_same_sentence(answer: str, empty: bool) -> None:
    said = f"2. Consultatie\nVerscheidene imkers vroegen om een bevestiging binnen een dag{answer}."
    assert bool(told("bezwaar-gepasseerd", said)) is empty


DOUBT = "2. Consultatie\nDe Raad voor de bijenhouderij vraagt zich af of de terugvordering nog bij de tijd is. "
OTHER = "De Imkersbond bepleitte twee weken voor de melding. "


@pytest.mark.parametrize(
    ("rest", "empty"),
    [
        # the answer is for the other adviser
        (OTHER + "De regering houdt vast aan een week, omdat een kast snel zwermt.", True),
        ("De Imkersbond had geen opmerkingen.", True),
        (OTHER + "De regering volgt beide adviezen niet, omdat bijen zich niet aan termijnen houden.", False),
        ("De regering handhaaft de terugvordering, omdat de bijdrage schaars is.", False),
        (OTHER + "De terugvordering die de bijenhouderij uit de tijd vindt, blijft, omdat de bijdrage schaars is.", False),
    ],
)
def test_an_answer_to_another_adviser_is_none(rest: str, empty: bool) -> None:
    assert any("vraagt zich af" in f.split("»")[0] for f in told("bezwaar-gepasseerd", DOUBT + rest)) is empty


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Een imker kan zo'n melding zonder moeite zelf doen.", True),
        ("De imker kan de kast moeiteloos online aanmelden en opgeven.", True),
        ("De imker zal dat ook doen, aangezien hij er belang bij heeft.", True),
        ("De imker kan als geen ander inschatten of een volk sterk is.", True),
        # the judgement of an institution, not of a citizen
        ("De opleiding kan als geen ander inschatten of een imker een volk aankan.", False),
        ("De commissie van deskundigen kan als geen ander beoordelen of een volk ziek is.", False),
        ("Een imker kan dat niet zonder moeite zelf regelen.", False),
    ],
)
def test_whose_ability_is_taken_for_granted(sentence: str, found: bool) -> None:
    assert bool(told("rationele-burger", f"2. Gevolgen\n{sentence}")) is found


def stand(passage: str) -> str:
    text = f"MEMORIE VAN TOELICHTING\n\n1. Algemeen\n{FILLER}\n\n{passage}\n"
    found = verantwoording(dossier(text))
    assert found is not None
    return next(b.stand for b in found.bouwstenen if b.naam == "varianten")


def dossier(text: str) -> DossierAnalysis:
    return analyse(structure.dossier(read_text(BILL, "o.txt", "txt"), read_text(text, "t.txt", "txt")))


LOOKED_AT = (
    "2. Terugvordering\nDe bijdrage die ten onrechte is betaald, wordt van de imker teruggevorderd. Onderzocht is of de terugvordering kan "
    "wachten op toestemming van de imker. Bij een proef antwoordde een derde niet. Daarom is daarvan afgezien."
)
CUSTOM = (
    "2. Terugvordering\nDe bijdrage die ten onrechte is betaald, wordt van de imker teruggevorderd. Dat is maatwerk, "
    "omdat imkers verschillen."
)


def test_what_was_weighed_for_one_provision_is_a_variant() -> None:
    assert stand(LOOKED_AT) != "afwezig"


def test_custom_work_is_no_variant() -> None:
    assert stand(CUSTOM) == "afwezig"
