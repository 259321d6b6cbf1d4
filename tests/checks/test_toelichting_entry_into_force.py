"""What the toelichting says of entry into force and of cases from before, beside the bill."""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import Catalogue, Example, load
from doenvermogentoets.testing import findings_in, unmark
from doenvermogentoets.toelichting.werking import gelijk, momenten, overgang

CATALOGUE: Catalogue = load()
RULE = "Artikel 2\nDe houder van een volkstuin betaalt € 40 per jaar.\n\n"
DAY = f"{RULE}Artikel 9\nDeze verordening treedt in werking met ingang van 1 juli 2031.\n"
DECREE = f"{RULE}Artikel 9\nDeze wet treedt in werking op een bij koninklijk besluit te bepalen tijdstip.\n"
PUBLISHED = (
    f"{RULE}Artikel 9\nDeze regeling treedt in werking met ingang van de tweede dag na de datum van uitgifte van de Staatscourant "
    "waarin zij wordt geplaatst.\n"
)
BACK = f"{RULE}Artikel 9\nDeze regeling treedt in werking met ingang van 1 juli 2031 en werkt terug tot en met 1 april 2031.\n"
KEPT = (
    f"{RULE}Artikel 9\n1. Deze verordening treedt in werking met ingang van 1 juli 2031.\n"
    "2. Op volkstuinen die voor die datum zijn verhuurd, blijft het oude tarief van toepassing.\n"
)
LATER = (
    f"{RULE}Artikel 9\nDit besluit treedt in werking met ingang van 1 juli 2031 en is voor het eerst van toepassing op het tuinjaar 2033.\n"
)
EQUAL = (
    f"{RULE}Artikel 9\n1. De Tuinverordening 2019 wordt ingetrokken.\n2. Een tuinpas die op grond van die verordening is verleend, geldt "
    "als een tuinpas op grond van deze verordening.\n3. Deze verordening treedt in werking op 1 juli 2031.\n"
)
TEMPORARY = f"{RULE}Artikel 9\nDeze regeling treedt in werking met ingang van 1 juli 2031 en vervalt met ingang van 1 juli 2034.\n"


def findings(bill: str, words: str) -> int:
    example = Example(f"{bill}--- toelichting ---\nMEMORIE VAN TOELICHTING\n\n1. Inwerkingtreding\n{words}\n", expected=False)
    check = CATALOGUE.get("tegenspraak-inwerkingtreding")
    assert check is not None
    return len(findings_in(check, unmark(example)))


@pytest.mark.parametrize(
    ("bill", "words"),
    [
        (DAY, "De inwerkingtreding wordt bij koninklijk besluit bepaald."),
        (DAY, "De verordening treedt in werking op de achtste dag na die van de bekendmaking."),
        (DAY, "De verordening treedt in werking op 1 oktober 2031."),
        (DAY, "De verordening treedt gefaseerd in werking."),
        (DAY, "De verordening werkt terug tot en met 1 januari 2031."),
        (DAY, "Alleen artikel 2 geldt al vanaf 1 mei 2031."),
        (DAY, "Voor wie op die datum al een tuin huurde, gaat een nieuwe termijn van een jaar lopen."),
        (DAY, "Op tuinen die voor de inwerkingtreding zijn verhuurd, blijft het oude tarief van toepassing."),
        (DAY, "De verordening vervalt na vijf jaar van rechtswege."),
        (DECREE, "De wet is van kracht met ingang van 1 juli 2031."),
        (PUBLISHED, "De regeling treedt in werking op de eerste dag van de derde maand na de uitgifte van de Staatscourant."),
        (BACK, "Aan de regeling is geen terugwerkende kracht gegeven."),
        (KEPT, "Het nieuwe tarief geldt ook voor volkstuinen die al verhuurd zijn."),
        (KEPT, "Voor volkstuinen is er geen overgangsrecht."),
        (LATER, "Het besluit geldt voor het tuinjaar dat in maart 2032 begint."),
        (EQUAL, "Houders van een oude tuinpas moeten een nieuwe tuinpas aanvragen."),
        (TEMPORARY, "De regeling geldt voor onbepaalde tijd."),
    ],
)
def test_found(bill: str, words: str) -> None:
    assert findings(bill, words) == 1


@pytest.mark.parametrize(
    ("bill", "words"),
    [
        (DAY, "De verordening treedt in werking op 1 juli 2031."),
        (DAY, "De verordening treedt op 1 juli in werking, een vast verandermoment."),
        (DAY, "In de consultatie is gevraagd de verordening bij koninklijk besluit in werking te laten treden."),
        (DAY, "Onder de oude verordening was het tarief € 30."),
        (DAY, "Voor lopende huurovereenkomsten verandert er niets."),
        (DECREE, "Beoogd is dat de wet op 1 juli 2031 in werking treedt."),
        (DECREE, "De wet treedt in werking bij koninklijk besluit."),
        (DECREE, "De wet treedt in werking op 1 juli, ten minste drie maanden na publicatie."),
        (PUBLISHED, "De regeling treedt in werking op de tweede dag na plaatsing in de Staatscourant."),
        (PUBLISHED, "De regeling treedt in werking op 4 juli 2031."),
        (BACK, "De regeling werkt terug tot en met 1 april 2031."),
        (KEPT, "Het nieuwe tarief geldt niet voor volkstuinen die al verhuurd zijn."),
        (KEPT, "Voor bestaande volkstuinen blijft het oude tarief gelden."),
        (LATER, "Het besluit geldt voor het eerst voor het tuinjaar 2033."),
        (EQUAL, "Houders van een oude tuinpas behouden die."),
        (TEMPORARY, "De regeling vervalt met ingang van 1 juli 2034."),
    ],
)
def test_not_found(bill: str, words: str) -> None:
    assert findings(bill, words) == 0


def test_days_after_publication_are_compared_by_number() -> None:
    day, first, eighth = (
        next(iter(momenten(words)))
        for words in ("de dag na de bekendmaking", "de eerste dag na de uitgifte", "de achtste dag na die van de bekendmaking")
    )
    assert gelijk(day, first)
    assert not gelijk(day, eighth)


def test_what_a_bill_does_with_cases_from_before() -> None:
    assert overgang("Op tuinen die voor die datum zijn verhuurd, blijft het oude tarief van toepassing.") == "oud"
    assert overgang("Deze wet is mede van toepassing op tuinen die voor de inwerkingtreding zijn verhuurd.") == "nieuw"
    assert overgang("De houder van een tuin die voor dat tijdstip is verhuurd, behoudt zijn pas.") == "behoud"
    assert overgang("De houder betaalt per jaar.") is None
