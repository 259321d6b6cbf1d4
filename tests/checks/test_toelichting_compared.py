"""Numbers, authorities, references and promises of the toelichting held against the whole bill."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

BILL = """Artikel 1. Begripsbepalingen
In deze wet wordt verstaan onder college: college van burgemeester en wethouders.

Artikel 2. Aanvraag van tuinhulp
1. De bewoner vraagt tuinhulp aan bij de gemeentelijke tuindienst.
2. Op de aanvraag van tuinhulp beslist het college binnen zeven weken.
3. Over de noodzaak van tuinhulp wint het college advies in bij de inspectie.

Artikel 3. Bijdrage
1. De bijdrage bedraagt € 40 per maand.
2. Voor een bewoner met twee tuinen wordt de bijdrage met een kwart verhoogd.
3. Van de opbrengst van snoeihout wordt ten minste een kwart voor de buurt bestemd.

Artikel 4. Bezoek
1. De hovenier meldt zijn bezoek ten minste 90 minuten tevoren.
2. De bewoner kan in elk seizoen één boom opnieuw laten snoeien.
3. Het college stopt de hulp van de bewoner die drie afspraken heeft geweigerd.

Artikel 5. Intrekking
Het college trekt tuinhulp in van de bewoner die zijn tuin verhuurt.

Artikel 6. Inwerkingtreding
Deze wet treedt in werking met ingang van 1 juli 2028.
"""
HEAD = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nDit voorstel regelt tuinhulp voor bewoners.\n\n2. De regeling\n"
AMENDING = """Voorstel van wet tot wijziging van de Tuinwet

Artikel I
De Tuinwet wordt als volgt gewijzigd:

A
In artikel 4, eerste lid, wordt «vier jaren» vervangen door «vijf jaren».

B
In artikel 9, tweede lid, wordt «zes weken» vervangen door «twaalf weken».

Artikel II
Deze wet treedt in werking met ingang van 1 juli 2028.
"""


def found(check: str, passage: str, bill: str = BILL, head: str = HEAD) -> bool:
    return bool(against(check, bill, f"{head}{passage}"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Bewoners met twee tuinen betalen een bijdrage van € 50 per maand (artikel 3).",
        "Op grond van artikel 3 bedraagt de bijdrage € 480 per jaar.",
        "Van de opbrengst van snoeihout wordt 25 procent voor de buurt bestemd (artikel 3, derde lid).",
        "De hovenier meldt zijn bezoek anderhalf uur tevoren (artikel 4).",
        "Per seizoen kan de bewoner één boom nog een keer laten snoeien (artikel 4, tweede lid).",
        "De hulp stopt bij de derde weigering (artikel 4, derde lid).",
    ],
)
def test_number_that_is_told_otherwise_or_can_be_reckoned(sentence: str) -> None:
    assert not found("tegenspraak-getal", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Van de opbrengst van snoeihout wordt ten minste 40 procent voor de buurt bestemd (artikel 3, derde lid).",
        "De hovenier meldt zijn bezoek ten minste drie uur tevoren (artikel 4, eerste lid).",
        "De bewoner kan in elk seizoen twee bomen opnieuw laten snoeien (artikel 4, tweede lid).",
        "Het college stopt de hulp bij de tweede weigering (artikel 4, derde lid).",
    ],
)
def test_number_that_differs(sentence: str) -> None:
    assert found("tegenspraak-getal", sentence)


@pytest.mark.parametrize(
    ("sentence", "differs"),
    [
        ("De geldigheidsduur van de kaart wordt met twee jaar verlengd.", True),
        ("De eerste controle volgt daardoor twee jaar later dan nu.", True),
        ("De termijn wordt met een jaar bekort.", True),
        ("De geldigheidsduur van de kaart wordt met een jaar verlengd.", False),
        ("De eerste controle volgt daardoor een jaar later dan nu.", False),
        ("De reactietermijn wordt verdubbeld.", False),
        ("De reactietermijn wordt met anderhalve maand verlengd.", False),
        ("Het gesprek duurt voortaan twee uur langer dan nu.", False),
        ("Naar aanleiding van de consultatie wordt de termijn met drie jaar verlengd.", False),
        ("De geldigheidsduur kan in bijzondere gevallen met twee jaar worden verlengd.", False),
    ],
)
def test_how_much_a_number_changes(sentence: str, differs: bool) -> None:
    assert found("tegenspraak-getal", sentence, AMENDING) is differs


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        ("Daarna beslist de raad binnen zeven weken over de aanvraag van tuinhulp.", True),
        ("Over de noodzaak van tuinhulp adviseert de burgemeester.", True),
        ("De bevoegdheid tot intrekking van tuinhulp bij verhuur van de tuin ligt bij de burgemeester.", True),
        ("Daarna beslist het college binnen zeven weken over de aanvraag van tuinhulp.", False),
        ("Over de noodzaak van tuinhulp adviseert de inspectie.", False),
        ("De bevoegdheid tot intrekking van tuinhulp bij verhuur van de tuin ligt bij het college.", False),
        ("De burgemeester kan bij het college op intrekking van tuinhulp aandringen.", False),
    ],
)
def test_who_has_the_act(sentence: str, other: bool) -> None:
    assert found("tegenspraak-orgaan", sentence) is other


@pytest.mark.parametrize(
    ("passage", "missing"),
    [
        # another law is named, but not near, or only afterwards
        (
            "Invordering loopt volgens de Invorderingswet 1990. Daar verandert niets aan. Een aanmaning gaat vooraf. "
            "Op grond van artikel 18 kan de bewoner schadevergoeding vragen.",
            True,
        ),
        (
            "Tegen misbruik wordt opgetreden op grond van artikel 27. Vernieling is strafbaar op grond van artikel 350 van het Wetboek van "
            "Strafrecht.",
            True,
        ),
        (
            "Vernieling is strafbaar op grond van artikel 350 van het Wetboek van Strafrecht. De poging daartoe valt onder artikel 45.",
            False,
        ),
        ("De Invorderingswet 1990 is van toepassing. Op grond van artikel 18 kan uitstel worden verleend.", False),
        # a lid of an artikel that has none
        ("Bij verhuur van de tuin eindigt de hulp op grond van artikel 5, tweede lid, zonder de oude wachttijd.", True),
        ("Bij verhuur van de tuin eindigt de hulp op grond van artikel 5, eerste lid.", False),
        ("Het oude artikel 5, tweede lid, keert niet terug.", False),
    ],
)
def test_reference_to_what_the_bill_does_not_have(passage: str, missing: bool) -> None:
    assert found("verwijzing-zonder-artikel", passage) is missing


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        # no artikel that may be meant gives notice; a report by the citizen is none
        ("Wie zijn tuin verhuurt, krijgt van tevoren een brief voordat tuinhulp wordt ingetrokken.", True),
        ("Voordat tuinhulp wordt ingetrokken, belt een medewerker de bewoner die zijn tuin verhuurt, zodat die eerst kan reageren.", True),
        # a group that the bill does not know, and one that it does
        ("Ook boomkwekers kunnen tuinhulp aanvragen.", True),
        ("Boomkwekers kunnen eveneens een aanvraag doen voor tuinhulp.", True),
        ("Ook bewoners zonder inkomen kunnen tuinhulp aanvragen.", False),
        ("Boomkwekers vroegen of zij ook tuinhulp kunnen aanvragen.", False),
        ("Ook boomkwekers kunnen tuinhulp aanvragen op grond van de Kwekerijwet.", False),
    ],
)
def test_promise_held_against_the_whole_bill(sentence: str, promised: bool) -> None:
    assert found("belofte-zonder-grondslag", sentence) is promised


@pytest.mark.parametrize(
    ("lid", "promised"),
    [
        ("Het college waarschuwt de bewoner voordat het tuinhulp intrekt.", False),
        ("De bewoner meldt de verhuur van zijn tuin aan het college.", True),  # what he tells is no notice to him
    ],
)
def test_notice_is_what_somebody_gets(lid: str, promised: bool) -> None:
    bill = BILL.replace("Het college trekt tuinhulp in", f"1. {lid}\n2. Het college trekt tuinhulp in")
    sentence = "Wie zijn tuin verhuurt, krijgt van tevoren een brief voordat tuinhulp wordt ingetrokken."
    assert found("belofte-zonder-grondslag", sentence, bill) is promised


RECOVERY = """Artikel 2. Bijdrage
1. De bewoner vraagt een tuinbijdrage aan bij het college.
2. Het college beslist binnen zeven weken.

Artikel 7. Terugvordering
1. Een onverschuldigd betaalde tuinbijdrage wordt van de bewoner teruggevorderd.
2. Het college ziet van terugvordering af indien het bedrag lager is dan € 50.
{lid}
Artikel 8. Inzage
De bewoner meldt een verandering van zijn tuin binnen een week.

Artikel 9. Beroep
Tegen een besluit op grond van artikel 7 kan administratief beroep worden ingesteld bij gedeputeerde staten.
"""


@pytest.mark.parametrize(
    ("sentence", "lid", "promised"),
    [
        ("Van terugvordering wordt afgezien wanneer daarvoor dringende redenen bestaan.", "", True),
        ("Wie te goeder trouw was, hoeft bij een terugvordering niets te betalen.", "", True),
        ("Van terugvordering wordt afgezien bij een bedrag onder € 50.", "", False),
        (
            "Van terugvordering wordt afgezien wanneer daarvoor dringende redenen bestaan.",
            "3. Het college kan om dringende redenen van terugvordering afzien.\\n",
            False,
        ),
        ("Het administratief beroep bij gedeputeerde staten schorst de werking van het besluit.", "", True),
        ("Het administratief beroep bij gedeputeerde staten schorst de werking van het besluit niet.", "", False),
    ],
)
def test_softening_that_no_provision_with_the_act_has(sentence: str, lid: str, promised: bool) -> None:
    assert found("belofte-zonder-grondslag", sentence, RECOVERY.format(lid=lid)) is promised


CLAUSE = """Artikel 2. Aanvraag
1. De bewoner vraagt een tuinpas aan voor 1 april.
2. De bewoner toont bij de aanvraag aan dat hij kennis van planten heeft.

Artikel 3. Keuring
1. De bewoner laat zijn tuin elk jaar keuren.
2. Het college trekt de tuinpas in van de bewoner die zijn tuin niet laat keuren.

Artikel 4. Bijzondere gevallen
Het college kan in bijzondere gevallen van artikel 3 afwijken, indien de bewoner door overmacht de keuring heeft gemist.

Artikel 5. Toezicht
De inspectie ziet toe op de naleving van deze wet.
"""


@pytest.mark.parametrize(
    ("passage", "wider"),
    [
        ("Bij een ziekenhuisopname kan de intrekking na een gemiste keuring achterwege blijven. Dat kan ook voor de planteneis.", True),
        ("Bij een ziekenhuisopname kan de intrekking na een gemiste keuring achterwege blijven.", False),
        (
            "Bij een ziekenhuisopname kan de intrekking na een gemiste keuring achterwege blijven. Dat kan ook als de keuring later is.",
            False,
        ),
    ],
)
def test_clause_that_goes_on_to_what_it_does_not_cover(passage: str, wider: bool) -> None:
    assert found("tegenspraak-clausule", passage, CLAUSE) is wider


def test_a_way_out_that_is_missing_is_told_by_one_check() -> None:
    bill = """Artikel 1. Terugvordering
1. Een tegemoetkoming die ten onrechte is betaald, wordt van de gebruiker teruggevorderd.
2. De gebruiker betaalt het teruggevorderde bedrag binnen twee weken terug.
"""
    passage = "Als daarvoor dringende redenen aanwezig zijn, kan het bestuur geheel of gedeeltelijk van terugvordering afzien."
    assert found("tegenspraak-clausule", passage, bill)
    assert not found("belofte-zonder-grondslag", passage, bill)
