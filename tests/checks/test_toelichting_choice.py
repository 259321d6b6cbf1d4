"""A choice that the artikel does not leave, or a duty where it leaves one, in words that neither the lid nor the other has."""

from __future__ import annotations

from pathlib import Path

import pytest
from tegen_toelichting import against

from doenvermogentoets import engine, readers, structure
from doenvermogentoets.catalogue import load
from doenvermogentoets_checks.toelichting.daden import daden
from doenvermogentoets_checks.toelichting.uitspraak import uitspraak

BILL = """Artikel 2. Imkervergunning
1. Het college verleent de imker een vergunning voor ten hoogste tien kasten.
2. Het college weigert de vergunning als binnen vijftig meter een speeltuin ligt.
3. De vergunning vermeldt de plaats van de kasten.

Artikel 3. Verlies van de vergunning
1. Het college trekt de vergunning in als de kasten twee zomers leeg staan.
2. Het college kan de vergunning schorsen als een zwerm op een schoolplein neerstrijkt.

Artikel 4. Geld terug
Het college vordert de aanlegbijdrage terug van de imker die zijn kasten verkoopt.

Artikel 5. Ziekte
1. De inspecteur kan een kast met vuilbroed sluiten.
2. De imker meldt vuilbroed binnen een dag.

Artikel 6. Boete
De burgemeester legt de imker die suikerwater in de sloot loost een boete op van € 90.

Artikel 7. Vangnet
Het college kan artikel 4 buiten toepassing laten voor zover toepassing leidt tot een onbillijkheid van overwegende aard.
"""
HEAD = "TOELICHTING\n\n1. Algemeen\nBijen zijn nuttig.\n\n2. Artikelsgewijs\n\n"


def found(artikel: str, passage: str) -> bool:
    return bool(against("tegenspraak-ruimte", BILL, f"{HEAD}Artikel {artikel}\n{passage}"))


@pytest.mark.parametrize(
    ("artikel", "passage"),
    [
        ("3", "Staan de kasten twee zomers leeg, dan mag het college een streep door de vergunning zetten."),
        ("3", "Bij kasten die twee zomers leeg staan bekijkt het college per geval of de imker zijn vergunning kwijtraakt."),
        ("3", "Staan kasten twee zomers leeg, dan is het aan het college om te bezien of de vergunning in stand kan blijven."),
        ("4", "Wie zijn kasten verkoopt, moet rekenen op een gesprek; het college heeft de vrijheid de bijdrage terug te eisen."),
        ("5", "Een kast met vuilbroed gaat dicht: de inspecteur is gehouden haar te sluiten."),
        ("5", "De inspecteur moet een kast met vuilbroed sluiten, zonder dat nog naar de imker wordt gekeken."),
        ("6", "Loost een imker suikerwater, dan is een boete mogelijk."),
        ("6", "Bij het lozen van suikerwater staat het de burgemeester vrij een imker te beboeten."),
    ],
)
def test_the_same_decision_with_another_room_is_questioned(artikel: str, passage: str) -> None:
    assert found(artikel, passage)


@pytest.mark.parametrize(
    ("artikel", "passage"),
    [
        ("3", "Strijkt een zwerm neer op een schoolplein, dan mag het college de vergunning een tijd stilzetten."),
        ("3", "Het college heeft overwogen of de vergunning ook mag worden ingetrokken bij te veel kasten."),
        ("3", "Staan de kasten twee zomers leeg, dan kan de imker de vergunning niet behouden."),
        ("4", "In schrijnende gevallen kan het college van terugvordering afzien."),
        ("4", "De imker kan zijn kasten ook aan een ander verkopen."),
        ("5", "De inspecteur kan een zieke kast sluiten, maar hoeft dat niet."),
        ("6", "Tegen de boete kan de imker bezwaar maken bij de burgemeester."),
        ("6", "De burgemeester moet een boete opleggen aan de imker die suikerwater loost."),
        ("6", "De Afdeling had de boete liever als bevoegdheid gezien, die de burgemeester kan gebruiken."),
    ],
)
def test_a_choice_that_is_there_or_of_another_is_left_alone(artikel: str, passage: str) -> None:
    assert not found(artikel, passage)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("het college trekt de erkenning in", "de erkenning blijft in stand"),
        ("het bestuur vordert de subsidie terug", "het bestuur haalt het geld terug"),
        ("de aanvraag wordt afgewezen", "het fonds is vrij een verzoek toe te wijzen"),
        ("de school ontzegt hem de toegang", "hij is niet meer welkom"),
        ("het bedrag wordt op nihil gesteld", "het bedrag komt op nul"),
        ("de kamer schrapt de taxateur", "hij wordt van de lijst gehaald"),
        ("de locatiemanager verwijdert de bewoner", "de bewoner wordt uit de opvang gezet"),
        ("de huurcommissie verlaagt de huur", "de huur gaat omlaag"),
    ],
)
def test_both_ends_of_an_act_are_one_decision(one: str, other: str) -> None:
    assert daden(one) & daden(other)


@pytest.mark.parametrize(
    ("part", "says"),
    [
        ("dan kan het college de vergunning intrekken", "kan"),
        ("de commissie weegt af of schorsing gerechtvaardigd is", "kan"),
        ("een afweging komt er niet meer aan te pas", "moet"),
        ("de dienst trekt de toeslag altijd in", "moet"),
        ("de beslissing over schrapping ligt in handen van de Kamer", "kan"),
        ("bij de intrekking wordt steeds bezien of zij redelijk is", "kan"),
        ("intrekking is geen keuze maar een plicht", "moet"),
        ("over de intrekking wordt niet per geval onderhandeld", None),
        ("ouders kunnen het formulier op papier invullen", None),
        ("de vergunning kan niet worden ingetrokken", None),
        ("omdat het college de vergunning kan intrekken", None),
    ],
)
def test_what_a_part_says_of_the_choice(part: str, says: str | None) -> None:
    said = uitspraak(part)
    assert (said.zegt if said is not None else None) == says


def test_a_way_out_that_is_missing_is_not_told_as_a_choice_too() -> None:
    """The sample announces that the CAK may refrain from terugvordering; one check says that the bill does not know that."""
    folder = Path(__file__).parents[2] / "voorbeeld"
    read = structure.dossier(readers.read(folder / "wetsvoorstel.txt"), readers.read(folder / "memorie-van-toelichting.txt"))
    assert read.toelichting is not None
    at = read.toelichting.text.content.index("Als daarvoor dringende redenen aanwezig zijn")
    told = [f for f in engine.run(read, list(load())).findings if f.document is read.toelichting and f.span.start <= at < f.span.end]
    assert [f.check for f in told if f.theme == "toelichting"] == ["tegenspraak-clausule"]


@pytest.mark.parametrize(
    ("artikel", "passage", "expected"),
    [
        ("6", "Loost een imker suikerwater, dan kan een boete van maximaal € 90 door de burgemeester worden opgelegd.", True),
        ("6", "De burgemeester kan de imker die suikerwater loost een boete opleggen; dit kan van belang zijn voor de buren.", True),
        ("6", "Voor de imker die suikerwater in de sloot loost, kan de hoogte van de boete van belang zijn.", False),
        ("6", "Het suikerwater moet zijn geloosd door de imker aan wie de boete wordt opgelegd.", False),
        ("6", "Aan een boete wegens het lozen van suikerwater kan door de imker geen recht worden ontleend.", False),
        ("3", "Dat kasten twee zomers leeg staan, kan worden vastgesteld aan de hand van de vergunning en het register.", False),
    ],
)
def test_a_fact_is_no_choice(artikel: str, passage: str, expected: bool) -> None:
    assert found(artikel, passage) is expected
