"""Building blocks of a toelichting that stand in parts: the paragraphs under a heading without text, and people who are counted."""

from __future__ import annotations

import pytest

from doenvermogentoets import structure
from doenvermogentoets.analysis import DossierAnalysis, analyse
from doenvermogentoets.readers import read_text
from doenvermogentoets.toelichting.verantwoording import verantwoording

BILL = "Artikel 2\nDe kampeerder meldt zijn tent binnen drie dagen.\n"
PARTS = (
    "1. Aanleiding\nHet terrein is vol.\n\n2. Hoofdlijnen\n\n2.1 {}\nWie een tent opzet, meldt dat aan de beheerder. Die weet dan wie er "
    "staat, ook bij brand of hoog water, en kan mensen waarschuwen of weghalen als dat nodig is."
)


def dossier(toelichting: str) -> DossierAnalysis:
    told = f"TOELICHTING\n\n{toelichting}\n"
    return analyse(structure.dossier(read_text(BILL, "o.txt", "txt"), read_text(told, "t.txt", "txt")))


@pytest.mark.parametrize(("heading", "standing"), [("Melden van een tent", "aanwezig"), ("Financiële gevolgen", "afwezig")])
def test_a_heading_with_paragraphs_of_its_own(heading: str, standing: str) -> None:
    found = verantwoording(dossier(PARTS.format(heading)))
    assert found is not None
    assert [b.stand for b in found.bouwstenen if b.naam == "hoofdlijnen"] == [standing]


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("Jaarlijks staan hier 2.300 kampeerders.", True),
        ("Dat betreft naar raming 640 vaste kampeerders.", True),
        # how many were asked, a sum, a year, another thing
        ("Met 24 kampeerders is gesproken.", False),
        ("In de enquête gaven 340 kampeerders de voorkeur aan een loket.", False),
        ("De kampeerder betaalt € 300 per jaar.", False),
        ("Sinds 2024 kampeerders weren mag niet.", False),
        ("Wie 300 meter verder kampeert, betaalt niet.", False),
    ],
)
def test_people_are_counted_by_the_word_of_the_bill(sentence: str, counted: bool) -> None:
    explanation = dossier(f"1. Algemeen\n{sentence}").explanation
    assert explanation is not None
    assert explanation.speaks_of("doelgroep") is counted
