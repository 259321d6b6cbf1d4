"""Quantities, authorities and leden of a toelichting that are told in other words than in the bill, beside what stays silent."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

BILL = """Artikel 2. Standplaats
1. De burgemeester verleent een standplaats aan een marktkoopman.
2. De aanvraag wordt gedaan ten minste tien weken voor het begin van het seizoen.
3. De standplaats geldt gedurende vier jaar.

Artikel 3. Marktgeld
1. De marktkoopman is marktgeld verschuldigd van € 0,40 per strekkende meter.
2. Het marktgeld wordt voldaan voor 1 oktober.
3. Wie te laat voldoet, betaalt een toeslag van 15 procent.

Artikel 4. Omzetstaat
De marktkoopman levert elke week een omzetstaat in.

Artikel 5. Opruimen
1. De burgemeester sluit de kraam van de marktkoopman die zijn afval laat liggen.
2. De kosten van opruimen zijn voor de marktkoopman.

Artikel 6. Hygiëne
De marktkoopman laat zijn weegschaal keuren.
"""
HEAD = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nDe markt trekt veel bezoekers.\n\n"
UNDER = "II. ARTIKELSGEWIJS\n\nArtikel 5\n"


def found(check: str, passage: str, bill: str = BILL) -> bool:
    return bool(against(check, bill, f"{HEAD}{passage}"))


@pytest.mark.parametrize(
    "sentence",
    [
        # before, after, and how long
        "De aanvraag moet een half jaar voor het begin van het seizoen binnen zijn.",
        "Een standplaats heeft een looptijd van zestig maanden.",
        # a day that is told in words
        "Het marktgeld wordt voldaan voor het einde van het kalenderjaar.",
        "Het marktgeld moet uiterlijk eind november worden voldaan.",
        # cents, parts and rhythms
        "Het marktgeld bedraagt zestig cent per strekkende meter.",
        "Wie het marktgeld te laat voldoet, betaalt het met een tiende erbovenop.",
        "De marktkoopman levert eens per maand een omzetstaat in.",
        "De omzetstaat wordt elk kwartaal door de marktkoopman ingeleverd.",
    ],
)
def test_another_number_in_other_words(sentence: str) -> None:
    assert found("tegenspraak-getal", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "De aanvraag moet zeventig dagen voor het begin van het seizoen binnen zijn.",
        "Een standplaats heeft een looptijd van 48 maanden.",
        "Het marktgeld wordt voldaan uiterlijk eind september.",
        "Het marktgeld bedraagt veertig cent per strekkende meter.",
        "De marktkoopman levert wekelijks een omzetstaat in.",
        # how things are counted, what others asked, what was
        "Elk jaar leveren duizend kooplieden een omzetstaat in.",
        "De branche wilde dat de marktkoopman eens per maand een omzetstaat inlevert.",
        "Onder de oude verordening gold een standplaats gedurende twee jaar.",
    ],
)
def test_the_same_number_in_other_words(sentence: str) -> None:
    assert not found("tegenspraak-getal", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        # the bill does not know them at all
        "Het college sluit de kraam van een marktkoopman die afval laat liggen.",
        "Laat een marktkoopman zijn afval liggen, dan sluit de gemeenteraad zijn kraam.",
    ],
)
def test_an_authority_that_the_bill_does_not_have(sentence: str) -> None:
    assert found("tegenspraak-orgaan", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "De burgemeester sluit de kraam van een marktkoopman die afval laat liggen.",
        "De burgemeester sluit de kraam; over de afvalstoffenheffing, waarover het college beslist, gaat dit niet.",
        "Het college adviseert de burgemeester over het sluiten van de kraam.",
    ],
)
def test_the_authority_of_the_bill(sentence: str) -> None:
    assert not found("tegenspraak-orgaan", sentence)


@pytest.mark.parametrize(
    "passage",
    [
        "Op grond van artikel 5, vierde lid, krijgt de koopman bericht.",
        UNDER + "Het derde lid geeft de koopman de tijd om alsnog op te ruimen.",
        UNDER + "Dat volgt uit het eerste en vierde lid.",
        "Ingevolge het vierde lid van artikel 5 krijgt de koopman bericht.",
    ],
)
def test_a_lid_that_is_not_there(passage: str) -> None:
    assert found("verwijzing-zonder-artikel", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Op grond van artikel 5, tweede lid, betaalt de koopman.",
        UNDER + "Het tweede lid legt de kosten bij de koopman.",
        UNDER + "Het derde lid van artikel 2 geeft de duur.",
        "Het vierde lid van artikel 5 van de Wegenverkeerswet geldt onverkort.",
        "Ingevolge het tweede lid van artikel 5 betaalt de koopman.",
        UNDER + "Het derde lid is na de consultatie geschrapt.",
        UNDER + "Artikel 3, derde lid, van de Wegenverkeerswet geldt onverkort.",
        UNDER + "Op grond van artikel 13 van de Winkeltijdenwet, vierde lid, geldt iets anders.",
    ],
)
def test_a_lid_that_is_there_or_of_another_law(passage: str) -> None:
    assert not found("verwijzing-zonder-artikel", passage)


CLAUSE = """Artikel 2. Toeslag
1. Het college verleent de bewoner een tuintoeslag.
2. De toeslag wordt geweigerd aan de bewoner wiens tuin groter is dan tachtig vierkante meter.

Artikel 3. Boete
1. Het college legt een bestuurlijke boete op aan de bewoner die de voortuin betegelt.
2. Het college kan de aannemer die zonder vergunning een heg rooit, een bestuurlijke boete opleggen.

Artikel 4. Ongeldig bewijs
De inspectie verklaart het groenbewijs ongeldig van de bewoner die het groenbewijs aan een buurman heeft uitgeleend.

Artikel 5. Onderhoud
Bij slecht onderhoud van de heg kan het college in plaats van een aanwijzing een waarschuwing geven.

Artikel 9. Onbillijke gevallen
Het college kan artikel 2 buiten toepassing laten voor zover toepassing gelet op het belang van de bewoner leidt tot een onbillijkheid van
overwegende aard.
"""


AMENDING = """Besluit tot wijziging van het Marktbesluit

Artikel I
Het Marktbesluit wordt als volgt gewijzigd:

A
Na artikel 6 wordt een artikel ingevoegd, luidende:

Artikel 6a
1. De koopman meldt schade dezelfde dag aan de marktmeester.
2. De marktmeester bericht de koopman binnen vijf werkdagen.

B
Artikel 7 wordt als volgt gewijzigd:
1. In het eerste lid wordt «vier weken» vervangen door «zes weken».
2. Er wordt een lid toegevoegd, luidende:
3. De koopman bewaart het bericht.
"""


@pytest.mark.parametrize(
    ("passage", "is_there"),
    [
        ("Zie voor de gevolgen artikel 6a, derde lid.", False),
        ("Zie voor het bericht artikel 6a, tweede lid.", True),
        # of artikel 7 the draft does not show every lid
        ("Zie voor het bewaren artikel 7, vijfde lid.", True),
    ],
)
def test_a_lid_of_an_artikel_that_is_inserted(passage: str, is_there: bool) -> None:
    assert found("verwijzing-zonder-artikel", passage, AMENDING) is not is_there


def found_in_clause_bill(check: str, passage: str) -> bool:
    return found(check, passage, CLAUSE)


@pytest.mark.parametrize(
    "passage",
    [
        # a wider reach, in the same sentence and in the next
        "De verordening bevat een hardheidsclausule, waarmee van alle voorwaarden kan worden afgeweken.",
        "De verordening bevat een hardheidsclausule. Zij strekt zich uit over de gehele verordening.",
        # an effect that only stands elsewhere
        "Pakt de boete in een bijzonder geval te hard uit, dan kan het college een beroep op de hardheidsclausule toestaan.",
        # denied
        "De verordening bevat geen hardheidsclausule.",
        "Een voorziening voor schrijnende gevallen kent deze verordening niet.",
    ],
)
def test_another_reach_of_the_clause(passage: str) -> None:
    assert found_in_clause_bill("tegenspraak-clausule", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "De verordening bevat een hardheidsclausule, die alleen de weigering betreft.",
        "De verordening bevat een hardheidsclausule. Zij geldt voor artikel 2.",
        "Van de weigering kan het college met de hardheidsclausule afwijken.",
        "De verordening bevat geen algemene hardheidsclausule.",
        "Voor de boete is er geen hardheidsclausule.",
        "De oude verordening kende geen hardheidsclausule.",
    ],
)
def test_the_reach_of_the_clause(passage: str) -> None:
    assert not found_in_clause_bill("tegenspraak-clausule", passage)


@pytest.mark.parametrize(
    "passage",
    [
        # the lid on the bewoner binds, whatever the lid on the aannemer says
        "Op grond van artikel 3, eerste lid, kan het college een boete opleggen als het dat passend vindt.",
        "Is het groenbewijs door de bewoner aan een buurman uitgeleend, dan worden de omstandigheden van de bewoner meegewogen.",
    ],
)
def test_room_that_the_lid_does_not_give(passage: str) -> None:
    assert found_in_clause_bill("tegenspraak-ruimte", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Op grond van artikel 3, tweede lid, kan het college een boete opleggen als het dat passend vindt.",
        "Aan de aannemer die zonder vergunning een heg rooit, kan het college een boete opleggen.",
        "De bewoner die de voortuin betegelt, krijgt een boete.",
        "Een groenbewijs dat is uitgeleend aan een buurman, is ongeldig.",
    ],
)
def test_room_as_the_lid_says(passage: str) -> None:
    assert not found_in_clause_bill("tegenspraak-ruimte", passage)


def test_surer_than_the_bill_is_told_once() -> None:
    said = "Bij slecht onderhoud van de heg volgt altijd eerst een waarschuwing."
    assert found_in_clause_bill("tegenspraak-ruimte", said)
    assert not found_in_clause_bill("belofte-zonder-grondslag", said)


@pytest.mark.parametrize(
    "passage",
    ["Bij slecht onderhoud van de heg kan een waarschuwing volgen.", "De heg moet altijd goed worden onderhouden."],
)
def test_as_sure_as_the_bill(passage: str) -> None:
    assert not found_in_clause_bill("belofte-zonder-grondslag", passage)


MARKT = """Artikel 2. Aanvraag
De koopman vraagt een standplaats aan voor 1 maart.

Artikel 3. Verrekening
De marktmeester verrekent achterstallig marktgeld met de borg van de koopman die door ziekte afwezig is.

Artikel 4. Weigering van een vergoeding
De marktmeester weigert de koopman die zonder bericht wegblijft een vergoeding voor gemiste marktdagen.

Artikel 5. Hardheidsclausule
De marktmeester kan artikel 2 buiten toepassing laten voor zover toepassing leidt tot een onbillijkheid van overwegende aard.
"""
MARKT_HEAD = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nDit voorstel regelt de markt.\n\nARTIKELSGEWIJS\n\nArtikel 5\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("De onbillijkheid kan zich voordoen bij de aanvraag, maar evenzeer bij de verrekening van marktgeld.", True),
        ("De clausule biedt daarnaast uitkomst aan wie een vergoeding voor gemiste marktdagen wordt geweigerd.", True),
        ("De clausule biedt daarnaast uitkomst aan de koopman die de standplaats na 1 maart aanvraagt.", False),
        ("Zij biedt evenzeer uitkomst bij ziekte.", False),  # a case, of whatever artikel
    ],
)
def test_a_further_case_under_the_heading_of_the_clause(sentence: str, expected: bool) -> None:
    assert bool(against("tegenspraak-clausule", MARKT, f"{MARKT_HEAD}{sentence}")) is expected
