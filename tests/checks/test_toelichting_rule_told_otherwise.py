"""The toelichting tells the rule otherwise: from when a term runs, what follows on a failure, and who falls under the rule."""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import Catalogue, Example, load
from doenvermogentoets.testing import findings_in, unmark

CATALOGUE: Catalogue = load()
BILL = """Artikel 2. Ligplaats
1. Het college verleent een ligplaatsvergunning aan de eigenaar van een woonschip.
2. Het college beslist binnen negen weken na ontvangst van de aanvraag.
3. Wordt de aanvraag niet binnen drie weken aangevuld, dan laat het college de aanvraag buiten behandeling.

Artikel 3. Verbouwing
1. De eigenaar rondt een verbouwing van het woonschip af binnen achttien maanden na de aanvang van de werkzaamheden.
2. Bij overschrijding schorst het college de ligplaatsvergunning.

Artikel 4. Keuring
1. De schipper laat de romp keuren binnen vijf jaar.
2. Die termijn begint op de dag waarop de tewaterlating in het register is ingeschreven.
3. Een woonschip zonder keuringsbewijs wordt niet in de haven toegelaten.

Artikel 5. Liggeld
1. De schipper is liggeld verschuldigd met ingang van de dag waarop de ligplaats is toegewezen.
2. Onverschuldigd betaald liggeld wordt niet verrekend.

Artikel 6. Wrak
1. Een gezonken woonschip wordt binnen een maand na het zinken gelicht door de eigenaar.
2. Is het wrak dan niet gelicht, dan wordt het wrak verkocht.

Artikel 8. Bezoekers
1. De havenmeester int havengeld van € 4 per bezoeker.
2. Een bezoeker die meerderjarig is, mag het water op met een roeiboot.
3. De roeiboot blijft binnen tweehonderd meter hemelsbreed van de steiger.
4. Degene aan wie de toegang tot het havenkantoor is ontzegd, krijgt gedurende een jaar geen nieuwe toegangspas.
5. Het havenkantoor staat open voor een vereniging die bij de watersportbond is aangesloten.

Artikel 7. Steiger
Het college kan toestemming geven voor een steiger, indien het inkomen van de schipper niet hoger is dan € 40.000.
"""


def findings(words: str) -> int:
    example = Example(f"{BILL}--- toelichting ---\nMEMORIE VAN TOELICHTING\n\n1. Inleiding\n{words}\n", expected=False)
    check = CATALOGUE.get("tegenspraak-regel")
    assert check is not None
    return len(findings_in(check, unmark(example)))


@pytest.mark.parametrize(
    "words",
    [
        "Op de aanvraag voor een ligplaatsvergunning wordt beslist binnen negen weken nadat de schouw is gehouden.",
        "Voor de verbouwing van een woonschip staat anderhalf jaar, te rekenen vanaf de dag waarop de ligplaatsvergunning is verleend.",
        "De romp wordt om de vijf jaar gekeurd. Die periode gaat in zodra de schipper het woonschip heeft gekocht.",
        "Een gezonken woonschip moet worden gelicht binnen een maand nadat de eigenaar daarvoor is aangemaand.",
        "Liggeld is de schipper verschuldigd vanaf de dag waarop hij een factuur heeft gekregen.",
    ],
    ids=["na de schouw", "vanaf de vergunning", "zodra gekocht", "na de aanmaning", "liggeld vanaf de factuur"],
)
def test_another_beginning(words: str) -> None:
    assert findings(words) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Op de aanvraag voor een ligplaatsvergunning wordt beslist binnen negen weken nadat zij is binnengekomen.",
        "Voor de verbouwing van een woonschip staat anderhalf jaar, gerekend vanaf het begin van het werk.",
        "De romp wordt om de vijf jaar gekeurd. Die periode gaat in op de dag van inschrijving van de tewaterlating.",
        "Voorheen moest een gezonken woonschip worden gelicht binnen een maand nadat de eigenaar daarvoor was aangemaand.",
        "Liggeld is de schipper verschuldigd vanaf de toewijzing van de ligplaats.",
        "Over een maand na de zomer beginnen de werkzaamheden aan de kade.",
    ],
    ids=["binnengekomen", "begin van het werk", "inschrijving", "voorheen", "toewijzing", "iets anders"],
)
def test_the_same_beginning(words: str) -> None:
    assert findings(words) == 0


@pytest.mark.parametrize(
    "words",
    [
        "Wordt de aanvraag voor een ligplaats niet binnen drie weken aangevuld, dan wordt zij afgewezen.",
        "Is de verbouwing van het woonschip na achttien maanden niet klaar, dan trekt het college de ligplaatsvergunning in.",
        "Bij overschrijding van de tijd voor een verbouwing volgt een bestuurlijke boete voor de eigenaar van het woonschip.",
        "Is een gezonken woonschip na een maand niet gelicht, dan wordt het wrak gesloopt.",
        "Wie het keuringsbewijs van zijn woonschip niet heeft, kan in de haven voorlopig meedoen aan het verkeer.",
    ],
    ids=["afwijzen", "intrekken", "boete", "slopen", "toelaten"],
)
def test_another_consequence(words: str) -> None:
    assert findings(words) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Wordt de aanvraag voor een ligplaats niet binnen drie weken aangevuld, dan neemt het college haar niet in behandeling.",
        "Is de verbouwing van het woonschip na achttien maanden niet klaar, dan wordt de ligplaatsvergunning tijdelijk stilgelegd.",
        "Bij overschrijding van de tijd voor een verbouwing werd onder de oude verordening een boete opgelegd.",
        "Is een gezonken woonschip na een maand niet gelicht, dan wordt het wrak geveild.",
        "Wie het keuringsbewijs van zijn woonschip niet heeft, wordt uit de haven geweerd.",
        "Wordt de aanvraag voor een ligplaats niet aangevuld, dan wordt zij niet afgewezen.",
    ],
    ids=["niet in behandeling", "stilgelegd", "oude verordening", "geveild", "geweerd", "ontkend"],
)
def test_the_same_consequence(words: str) -> None:
    assert findings(words) == 0


@pytest.mark.parametrize(
    "words",
    [
        "Zowel eigenaren als kampeerders kunnen een ligplaatsvergunning krijgen.",
        "De eigenaar van een woonschip kan een ligplaatsvergunning krijgen, met inbegrip van zeilkano's en vlotten van scoutinggroepen.",
        "Huurders die toestemming voor een steiger willen, worden met de schipper gelijkgesteld.",
        "Museumschepen zijn van de keuring van de romp uitgezonderd.",
        "Toestemming voor een steiger wordt gegeven ongeacht het inkomen van de schipper.",
    ],
    ids=["zowel als", "met inbegrip van", "gelijkgesteld", "uitgezonderd", "ongeacht"],
)
def test_another_circle(words: str) -> None:
    assert findings(words) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Zowel eigenaren als schippers krijgen met de keuring van de romp te maken.",
        "De eigenaar van een woonschip kan een ligplaatsvergunning krijgen, met inbegrip van eigenaren van een woonschip in de haven.",
        "In de consultatie is voorgesteld om museumschepen van de keuring van de romp uit te zonderen.",
        "Ook een verbod is overwogen, maar een steiger kan goed worden ingepast.",
        "De grens van € 40.000 geldt ongeacht de lengte van de steiger.",
    ],
    ids=["bekend", "zelfde zaak", "voorstel", "overwogen", "ongeacht iets anders"],
)
def test_the_same_circle(words: str) -> None:
    assert findings(words) == 0


@pytest.mark.parametrize(
    "words",
    [
        "Het havengeld van een bezoeker is € 4 per gezin.",
        "Een bezoeker van vijftien mag het water op met een roeiboot.",
        "De roeiboot blijft binnen een loopafstand van tweehonderd meter van de steiger.",
        "Na een half jaar is een nieuwe toegangspas voor het havenkantoor te krijgen.",
        "Verenigingen die niet bij de watersportbond zijn aangesloten, kunnen het havenkantoor ook gebruiken.",
    ],
    ids=["per gezin", "vijftien", "loopafstand", "na een half jaar", "niet aangesloten"],
)
def test_the_other_way_round(words: str) -> None:
    assert findings(words) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Het havengeld van een bezoeker is € 4 per persoon.",
        "Een bezoeker van vijftien mag niet het water op met een roeiboot.",
        "De roeiboot blijft binnen tweehonderd meter in rechte lijn van de steiger.",
        "Na een jaar is een nieuwe toegangspas voor het havenkantoor te krijgen.",
        "Uit onderzoek blijkt dat in de haven per gezin € 40 aan havengeld wordt besteed.",
    ],
    ids=["per persoon", "niet", "rechte lijn", "na een jaar", "onderzoek"],
)
def test_the_same_way_round(words: str) -> None:
    assert findings(words) == 0
