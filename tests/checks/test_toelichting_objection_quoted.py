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
