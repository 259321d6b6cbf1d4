"""Favours, exceptions and ways out that a bill nowhere gives, or for something else: other wordings of each, and look-alikes."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

BILL = """Artikel 2. Imkerpas
1. Het is verboden zonder imkerpas bijen te houden.
2. De imker vraagt de imkerpas voor 1 maart aan bij het college.
3. Een aanvraag die na die datum is ontvangen, wordt afgewezen.

Artikel 3. Keuring
1. De imker laat elke bijenkast jaarlijks keuren door een keurmeester.
2. De kosten van de keuring betaalt de imker.

Artikel 4. Afstand
Een bijenkast staat op ten minste twintig meter van een speelplaats.

Artikel 5. Intrekking
1. Het college trekt de imkerpas in van de imker die twee jaar geen bijenkast heeft laten keuren.
2. Na intrekking wordt gedurende drie jaar geen imkerpas verstrekt.
"""
CLAUSULE = """
Artikel 6. Hardheidsclausule
Het college kan artikel 4 en artikel 5, tweede lid, buiten toepassing laten ten behoeve van een imker die een bijenopleiding volgt, \
voor zover toepassing leidt tot een onbillijkheid van overwegende aard.
"""
HEAD = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nDit voorstel regelt het houden van bijen.\n\n"
PROMISE, WAY_OUT = "belofte-zonder-grondslag", "tegenspraak-clausule"


def found(check: str, passage: str, bill: str = BILL) -> bool:
    return bool(against(check, bill, f"{HEAD}{passage}"))


@pytest.mark.parametrize(
    "passage",
    [
        "2. Keuring\nDe imker laat zijn bijenkast keuren. De imker ontvangt een vergoeding voor de voorrijkosten van de keurmeester.",
        "2. Intrekking\nZes weken voordat het college de imkerpas intrekt, stuurt het de imker een herinnering aan de keuring.",
        "2. Keuring\nBij de keuring van de bijenkast krijgt iedere imker een vaste begeleider uit de buurt.",
        "2. Imkerpas\nWie de imkerpas te laat aanvraagt, krijgt nog eens de gelegenheid de aanvraag binnen een week alsnog in te dienen.",
        "2. Intrekking\nZolang op het bezwaar tegen de intrekking niet is beslist, laat het college de imkerpas ongemoeid.",
        "2. Afstand\nWie zijn bijenkast te dicht bij een speelplaats heeft, krijgt een andere standplaats in de gemeente toegewezen.",
        "2. Keuring\nTegen een afgekeurde bijenkast staat een herkeuring door een andere keurmeester open.",
        "2. Keuring\nKan een imker de keuring niet betalen, dan springt het bijenfonds bij.",
        "2. Intrekking\nPas na twee waarschuwingen trekt het college de imkerpas in.",
        "2. Imkerpas\nVoor bestaande bijenkasten geldt een overgangstermijn van twee jaar.",
        "2. Imkerpas\nZijn er meer aanvragen om een imkerpas dan passen, dan wordt door loting bepaald wie er een krijgt.",
    ],
)
def test_a_favour_that_no_provision_gives(passage: str) -> None:
    assert found(PROMISE, passage)


@pytest.mark.parametrize(
    ("passage", "bill"),
    [
        (
            "2. Keuring\nDe imker laat zijn bijenkast keuren. De imker ontvangt een vergoeding voor de voorrijkosten van de keurmeester.",
            BILL + "3. Het college verstrekt de imker een vergoeding voor de voorrijkosten van de keurmeester.\n",
        ),
        (
            "2. Intrekking\nZes weken voordat het college de imkerpas intrekt, stuurt het de imker een herinnering aan de keuring.",
            BILL + "3. Alvorens in te trekken herinnert het college de imker schriftelijk aan de keuring.\n",
        ),
        ("2. Uitvoering\nIn de praktijk belt een vrijwilliger van de imkervereniging de imker meestal even op.", BILL),
        ("2. Consultatie\nDe imkervereniging had gevraagd om een vergoeding voor de keuring van de bijenkast.", BILL),
        ("2. Keuring\nDe imker ontvangt geen vergoeding voor de keuring van de bijenkast.", BILL),
        ("2. Keuring\nOnder de oude verordening kreeg de imker een tegemoetkoming voor de keuring van de bijenkast.", BILL),
    ],
)
def test_a_favour_that_is_given_or_told_of_something_else(passage: str, bill: str) -> None:
    assert not found(PROMISE, passage, bill)


@pytest.mark.parametrize(
    "passage",
    [
        "2. Keuring\nImkers met een hobbykwekerij zijn van de keuring vrijgesteld.",
        "2. Afstand\nVoor dakterrassen in de binnenstad geldt de afstandseis niet.",
        "2. Afstand\nOp de afstand tot een speelplaats bestaat een uitzondering voor kloostertuinen.",
        "2. Imkerpas\nGepensioneerde leerkrachten vallen buiten het verbod om zonder imkerpas bijen te houden.",
        "2. Imkerpas\nEen aanvraag van na 1 maart wordt afgewezen, tenzij de postbezorging door een staking stilligt.",
        "2. Imkerpas\nSchoolprojecten hebben geen imkerpas nodig.",
        "2. Keuring\nImkers met minder dan vijf kasten mogen de keuring om de drie jaar laten doen.",
        "2. Intrekking\nVoor scoutinggroepen is de periode van drie jaar gehalveerd.",
    ],
)
def test_an_exception_for_a_group_or_case_that_the_bill_does_not_know(passage: str) -> None:
    assert found(PROMISE, passage)


@pytest.mark.parametrize(
    ("passage", "bill"),
    [
        (
            "2. Afstand\nVoor dakterrassen in de binnenstad geldt de afstandseis niet.",
            BILL.replace("een speelplaats.", "een speelplaats. Deze afstand geldt niet op een dakterras."),
        ),
        ("2. Afstand\nVoor dakterrassen in de binnenstad heeft de afstandseis gevolgen.", BILL),
        ("2. Afstand\nEr is geen uitzondering voor kloostertuinen gemaakt.", BILL),
        ("2. Afstand\nDe imkervereniging bepleitte een uitzondering voor kloostertuinen.", BILL),
        ("2. Keuring\nDe imker is van de keuring van een bijenkast niet vrijgesteld.", BILL),
    ],
)
def test_an_exception_that_the_bill_makes_or_nobody_promises(passage: str, bill: str) -> None:
    assert not found(PROMISE, passage, bill)


@pytest.mark.parametrize(
    "passage",
    [
        "2. Intrekking\nIn schrijnende situaties staat het het college vrij van de intrekking van de imkerpas af te zien.",
        "2. Imkerpas\nPakt de datum van 1 maart voor een imker onevenredig uit, dan kan het college toch een imkerpas verstrekken.",
        "2. Afstand\nVoor uitzonderlijke gevallen is er ruimte om bij de afstand tot een speelplaats een uitzondering te maken.",
        "2. Intrekking\nMocht de intrekking van de imkerpas iemand onevenredig raken, dan vindt het college een oplossing.",
        "2. Intrekking\nWordt een imker door de intrekking onredelijk getroffen, dan kan hij het college om clementie vragen.",
        "2. Keuring\nIn onvoorziene omstandigheden mag het college anders beslissen over de keuring van een bijenkast.",
        "2. Intrekking\nEr is aanleiding gezien een hardheidsclausule te maken, die in staat stelt van intrekking af te zien.",
    ],
)
def test_a_way_out_that_the_bill_does_not_have(passage: str) -> None:
    assert found(WAY_OUT, passage)


@pytest.mark.parametrize(
    ("passage", "bill"),
    [
        (
            "2. Intrekking\nIn schrijnende situaties staat het het college vrij van de intrekking van de imkerpas af te zien.",
            BILL + "3. Het college kan wegens dringende redenen van intrekking van de imkerpas afzien.\n",
        ),
        ("2. Intrekking\nIn schrijnende situaties kan het college niet van de intrekking van de imkerpas afzien.", BILL),
        ("2. Intrekking\nDe oude verordening liet toe in schrijnende situaties van intrekking van de imkerpas af te zien.", BILL),
        ("2. Intrekking\nDe imkervereniging vroeg of in schrijnende situaties van intrekking kan worden afgezien.", BILL),
        ("2. Intrekking\nVan een intrekking in schrijnende situaties maakt het college de gevolgen bekend.", BILL),
    ],
)
def test_a_way_out_that_is_there_or_not_told(passage: str, bill: str) -> None:
    assert not found(WAY_OUT, passage, bill)


@pytest.mark.parametrize(
    "passage",
    [
        "2. De clausule\nArtikel 6 geeft ruimte: pakt een bepaling uit deze verordening verkeerd uit, dan mag zij opzij gezet worden.",
        "2. De clausule\nMet toepassing van artikel 6 kan het college van de afstand tot een speelplaats en van de keuring afwijken.",
        "2. De clausule\nOngeacht of hij een opleiding volgt, kan het college een imker met artikel 6 een uitzondering toestaan. "
        "Wie het ook is, met artikel 6 kan voor iedereen worden afgeweken.",
        "2. De clausule\nVoor een imker met een opleiding of lidmaatschap van een heemkundekring kan het college met artikel 6 afwijken.",
        "2. De clausule\nArtikel 6 bevat een hardheidsclausule. De clausule ziet uitsluitend op de afstand tot een speelplaats.",
        "2. De clausule\nArtikel 6 bevat een hardheidsclausule. Ook wie geen opleiding volgt, kan er een beroep op doen.",
        "2. De clausule\nArtikel 6 bevat een hardheidsclausule. Zij kan ook worden ingeroepen tegen de afwijzing van een late aanvraag.",
    ],
)
def test_a_way_out_with_another_reach(passage: str) -> None:
    assert found(WAY_OUT, passage, BILL + CLAUSULE)


@pytest.mark.parametrize(
    "passage",
    [
        "2. De clausule\nMet toepassing van artikel 6 kan het college van de afstand tot een speelplaats afwijken.",
        "2. De clausule\nMet artikel 6 kan het college ten behoeve van een imker met een opleiding afwijken.",
        "2. De clausule\nArtikel 6 kan niet voor iedereen worden toegepast.",
        "2. De clausule\nDe imkervereniging vroeg om van de afstand en van de keuring te kunnen afwijken.",
        "2. De clausule\nArtikel 6 bevat een hardheidsclausule. De clausule ziet op de afstand en op de wachttijd na intrekking.",
    ],
)
def test_a_way_out_told_as_it_is(passage: str) -> None:
    assert not found(WAY_OUT, passage, BILL + CLAUSULE)


MARKET = """Artikel 2. Standplaats
1. Het is verboden zonder vergunning van de burgemeester een standplaats in te nemen.
2. De burgemeester verleent ten hoogste twintig vergunningen.
3. De vergunning wordt geweigerd aan de aanvrager die een strafblad heeft.

Artikel 3. Verplichtingen
1. De houder is elke marktdag om acht uur aanwezig.
2. De houder voert zijn afval dezelfde dag af.
3. De houder betaalt een marktgeld van € 25 per dag.

Artikel 4. Gevolgen
1. De burgemeester trekt de vergunning in van de houder die driemaal in een kwartaal afwezig is.
2. De burgemeester legt de houder die zijn afval niet afvoert, een boete op van € 200.
3. Na intrekking wordt twee jaar geen vergunning verleend.
"""
EXEMPTION = """
Artikel 5. Ontheffing
De burgemeester kan aan een houder die ouder is dan zestig jaar ontheffing verlenen van artikel 3, eerste lid.
"""


@pytest.mark.parametrize(
    "passage",
    [
        "Wie ziek is, hoeft zich alleen maar af te melden en telt dan niet als afwezig.",
        "Het marktgeld wordt bij slecht weer niet geïnd.",
        "Zijn vergunning gaat bij overlijden over op zijn kinderen.",
        "Voor een verbroken stroomkabel krijgt de houder een dag marktgeld terug.",
        "Voor foodtrucks geldt een aanvangstijd van tien uur.",
        "Een houder kan zich laten vervangen door een familielid.",
        "Standplaatshouders die er al twintig jaar staan, mogen blijven.",
        "Starters krijgen het eerste jaar korting op het marktgeld.",
    ],
)
def test_a_favour_in_the_words_of_another_author(passage: str) -> None:
    assert found(PROMISE, f"2. Hoofdlijnen\n{passage}", MARKET)


@pytest.mark.parametrize(
    "passage",
    [
        "Ook voor het afval kan ontheffing worden verleend.",
        "Ontheffing is er voor ouderen en voor houders met jonge kinderen.",
        "De burgemeester kan van alle verplichtingen ontheffing verlenen.",
        "De ontheffing staat open voor elke houder.",
    ],
)
def test_an_exemption_with_another_reach(passage: str) -> None:
    assert found(WAY_OUT, f"2. Hoofdlijnen\n{passage}", MARKET + EXEMPTION)


@pytest.mark.parametrize(
    "passage",
    [
        "Een ontheffing is er voor houders die ouder zijn dan zestig jaar.",
        "De burgemeester kan ontheffing verlenen van de tijd waarop de houder aanwezig is.",
        "Voor het afval kan geen ontheffing worden verleend.",
        "De marktkooplieden vroegen om van alle verplichtingen ontheffing te kunnen krijgen.",
        "Onder de vorige verordening stond de ontheffing open voor elke houder.",
    ],
)
def test_an_exemption_told_as_it_is(passage: str) -> None:
    assert not found(WAY_OUT, f"2. Hoofdlijnen\n{passage}", MARKET + EXEMPTION)


HAVEN = """Artikel 2. Ligplaats
1. De houder meldt de havenmeester binnen een week dat zijn schip is verkocht.
2. De havenmeester vordert het liggeld dat ten onrechte is kwijtgescholden, van de houder terug.

Artikel 3. Intrekking
De havenmeester trekt de ligplaats in, indien de houder het liggeld niet binnen twee weken betaalt.
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "Liggeld beneden € 40 wordt niet teruggevorderd.",
        "Vorderingen van minder dan € 25 blijven achterwege.",
        "De houder die de fout bij de kwijtschelding van het liggeld niet kon merken, hoeft niets terug te betalen.",
        "De havenmeester belt de houder voordat hij de ligplaats intrekt.",
        "Om te voorkomen dat de ligplaats wordt ingetrokken, krijgt de houder een aanmaning.",
    ],
)
def test_what_an_authority_leaves_or_gives(sentence: str) -> None:
    assert found(PROMISE, f"2. Liggeld\n{sentence}", HAVEN)


@pytest.mark.parametrize(
    "sentence",
    [
        "Zo wordt voorkomen dat de houder bij verkoop van zijn schip een aanmaning krijgt.",  # what is prevented
        "Er is overleg nodig om begeleiding bij de verkoop van het schip te regelen.",  # an aim
        "Wie zijn schip verkoopt, belt de havenmeester.",  # his own duty
        "De houder die zijn schip verkoopt, neemt binnen een week contact op met de havenmeester.",
        "Door de termijn van twee weken blijft een tweede kans mogelijk.",  # nobody gives it
    ],
)
def test_what_nobody_gives(sentence: str) -> None:
    assert not found(PROMISE, f"2. Liggeld\n{sentence}", HAVEN)


def test_a_threshold_that_the_bill_has() -> None:
    bill = f"{HAVEN}\nArtikel 4. Klein bedrag\nArtikel 2, tweede lid, blijft buiten toepassing, indien het bedrag minder is dan € 40.\n"
    assert not found(PROMISE, "2. Liggeld\nLiggeld beneden € 40 wordt niet teruggevorderd.", bill)


def test_help_for_who_cannot_manage_is_help_with_what_is_asked() -> None:
    """No exception for a group: the finding says that help is promised, beside the artikel that asks something."""
    bill = (
        "Artikel 7. Weigering\nHet college weigert de toelage aan de eigenaar die is begonnen voordat op zijn aanvraag is beslist.\n\n"
        "Artikel 8. Aanvraag\nDe eigenaar vraagt de toelage aan met twee offertes.\n"
    )
    head = "TOELICHTING\n\n1. Algemeen\nDeze regeling regelt isolatie.\n\n2. Hoofdlijnen\n"
    told = f"{head}Eigenaren die er niet uitkomen, krijgen een coach die kosteloos meekijkt bij de aanvraag."
    (hit,) = against("belofte-zonder-grondslag", bill, told)
    assert "hulp" in hit.message
    assert "Artikel 8 zegt" in hit.message
