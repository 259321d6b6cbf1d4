"""Which number, authority or promise of a toelichting belongs to which rule of the bill, with the look-alikes beside it."""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import Catalogue, Example, load
from doenvermogentoets.testing import findings_in, unmark
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden

CATALOGUE: Catalogue = load()

HONDEN = """Wet hondenfokkers

Artikel 1
In deze wet wordt verstaan onder:
fokker: natuurlijke persoon die ten minste twee en ten hoogste tien nesten per jaar laat geboren worden;
Onze Minister: Onze Minister van Landbouw.

Artikel 2
1. De fokker meldt elk nest binnen drie weken.
2. Onze Minister kan een waarschuwing geven.
"""
ZIEKTE = """Wet zorgtoeslag thuis

Artikel 2
1. De verzorger behoudt de toeslag voor ten hoogste twee maanden indien hij door ziekte niet kan verzorgen.
2. Bij opname in een ziekenhuis behoudt hij de toeslag gedurende acht maanden.
3. De verzorger zendt om de vier weken een bericht van zijn arts over de ziekte.
"""
OPSLAG = """Wet opslag

Artikel 2
1. De vergunninghouder meldt een verandering binnen een week aan de inspecteur.
2. De inspecteur bewaart de gegevens tot zes maanden nadat de vergunninghouder de verandering heeft gemeld.
"""
RAAD = """Wet klachtenraad

Artikel 2
1. Er is een klachtenraad van zeven leden.
2. De raad beslist binnen acht weken.
"""
KADE = """Verordening ligplaatsen

Artikel 2
1. De schipper betaalt de vergoeding voor onderhoud binnen een maand na de factuur.
2. Is niet tijdig betaald, dan wordt de vergoeding verhoogd met twintig procent.
"""
VUUR = """Wet stookverbod

Artikel 4
1. Onze Minister kan voor een gebied een stookverbod afkondigen.
2. De stoker dooft zijn haard binnen zesendertig uren na de afkondiging.
"""
COMMISSIE = """Wijziging van de Wet adviescommissie natuurrampen

ARTIKEL I
De Wet adviescommissie natuurrampen wordt als volgt gewijzigd:

A
In artikel 3, tweede lid, wordt «acht leden» vervangen door «zes leden».

B
In artikel 4 wordt «vier weken» vervangen door «zes weken».
"""
DORP = """Besluit tegemoetkoming dorpshuizen

Artikel 1
1. Een vereniging kan voor de kosten van onderhoud van een dorpshuis een tegemoetkoming aanvragen van ten hoogste € 3.000 per jaar.
2. Kosten van verlichting blijven buiten beschouwing.

Artikel 2
Onze Minister beslist binnen acht weken op de aanvraag.
"""
WINKEL = """Regeling steun dorpswinkels

Artikel 2
1. De winkelier vraagt de bijdrage aan voor 1 mei.
2. In afwijking van artikel 4:5 van de Algemene wet bestuursrecht wijst de minister een aanvraag waarbij stukken ontbreken af.
"""
BEURS = """Wet terugbetaling beurzen

Artikel 5
1. De minister vordert de beurs terug van de student die stopt.
2. De artikelen 4:93 en 4:94 van de Algemene wet bestuursrecht zijn niet van toepassing.
"""
WOONDUUR = """Wet bewijs woonduur

Artikel 4
1. De aanvrager toont zijn woonduur aan met een uittreksel uit de basisregistratie personen en een huurcontract.
2. De gemeente beslist binnen acht weken.
"""
STAL = """Regeling ombouw stallen

Artikel 3
1. De ombouw is gereed binnen acht maanden na de verlening.
2. Is de ombouw niet gereed doordat de aannemer failliet is verklaard, dan verlengt de minister de termijn, bedoeld in het eerste lid.
3. De veehouder zendt foto's van de ombouw.
"""
SCHUUR = """Verordening schuren

Artikel 8
1. Het is verboden zonder vergunning van het college een schuur te plaatsen.
2. Het college weigert de vergunning indien de schuur de in de bijlage opgenomen hoogte overschrijdt.
3. Het college kan de vergunning weigeren indien de schuur het uitzicht schaadt.
"""
STEUN = """Regeling steun aan kwekers

Artikel 9
1. Indien de kweker niet voldoet aan de verplichtingen, trekt de minister de subsidie geheel in.
2. Indien de kas voor een deel is gebouwd, kan de minister de subsidie naar evenredigheid verlagen.
"""


def spans(check: str, bill: str, toelichting: str) -> list[str]:
    found = CATALOGUE.get(check)
    assert found is not None
    text = f"{bill}--- toelichting ---\nTOELICHTING\n\n{toelichting}\n"
    return [f.document.text[f.span] for f in findings_in(found, unmark(Example(text, expected=False)))]


@pytest.mark.parametrize(
    ("bill", "toelichting", "number"),
    [
        (HONDEN, "1. Fokkers\nDe fokker meldt zijn nesten. Fokker is iemand vanaf vijf nesten.", "vijf nesten"),
        (HONDEN, "1. Fokkers\nIedere fokker meldt. Het gaat om ten hoogste acht nesten.", "acht nesten"),
        (
            ZIEKTE,
            "1. Ziekte\nWordt de verzorger ziek, dan loopt de toeslag vijf maanden door. Bij opname in een ziekenhuis is dat acht maanden.",
            "vijf maanden",
        ),
        (RAAD, "1. Klachtenraad\nDe klachtenraad bestaat uit vijf leden.", "vijf leden"),
        (COMMISSIE, "1. Hoofdlijnen\nDe adviescommissie wordt teruggebracht tot vijf leden.", "vijf leden"),
        (
            KADE,
            "1. Financiën\nDe verhoging van de onderhoudsvergoeding bedraagt tien procent en brengt jaarlijks weinig op.",
            "tien procent",
        ),
        (
            VUUR,
            "1. Doven\nOnze Minister kan een stookverbod afkondigen. Daarna heeft de stoker een week om maatregelen te treffen.",
            "een week",
        ),
    ],
)
def test_a_number_is_held_against_the_one_it_stands_for(bill: str, toelichting: str, number: str) -> None:
    assert number in spans("tegenspraak-getal", bill, toelichting)


@pytest.mark.parametrize(
    ("bill", "toelichting"),
    [
        (HONDEN, "1. Fokkers\nDe wet geldt voor elke fokker. Zij geldt tot maximaal tien nesten."),
        (HONDEN, "1. Fokkers\nDe fokker meldt zijn nesten. In de praktijk gaat het vaak om minstens vier nesten."),
        (
            HONDEN.replace("Onze Minister kan een waarschuwing geven", "De fokker met meer dan vijf nesten voert een administratie"),
            "1. Fokkers\nDe fokker meldt zijn nesten. Vanaf vijf nesten is een administratie nodig.",
        ),
        (
            OPSLAG,
            "1. Gegevens\nDe gegevens worden vernietigd binnen een half jaar nadat de vergunninghouder de verandering heeft gemeld.",
        ),
        (OPSLAG, "1. Uitvoering\nDe inspecteur acht de wet uitvoerbaar vanaf negen maanden na publicatie."),
        (RAAD, "1. Klachtenraad\nDe klachtenraad heeft zeven leden. Drie leden van de raad vormen een kamer die een zaak behandelt."),
        (COMMISSIE, "1. Hoofdlijnen\nDe adviescommissie gaat van acht naar zes leden. Aan artikel 7 worden twee leden toegevoegd."),
        (KADE, "1. Financiën\nDe onderhoudskosten van gemeenten stegen het afgelopen jaar met tien procent."),
    ],
)
def test_a_number_of_something_else_is_none(bill: str, toelichting: str) -> None:
    assert spans("tegenspraak-getal", bill, toelichting) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("voor ten hoogste drie maanden", [("drie maanden", "lang")]),
        ("voor een periode van twee jaar", [("twee jaar", "lang")]),
        ("voor ten hoogste twee jaar na de dag", [("twee jaar", "na")]),
        ("vier weken voor de dag", [("vier weken", "voor")]),
    ],
)
def test_for_so_long_is_a_length(text: str, told: list[tuple[str, str]]) -> None:
    assert [(h.woorden, h.kant) for h in hoeveelheden(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("De commissie heeft negen leden.", [9.0]),
        ("Artikel 3 heeft drie leden.", []),
        ("Deze twee leden regelen het beroep.", []),
        ("ten minste één en ten hoogste vijftig vogels", [1.0, 50.0]),
        ("een en ander geldt ten hoogste", []),
    ],
)
def test_members_and_the_first_number_of_a_range_are_counted(text: str, told: list[float]) -> None:
    assert [h.waarde for h in hoeveelheden(text)] == told


@pytest.mark.parametrize(
    ("toelichting", "found"),
    [
        ("Gemeenten beslissen op de aanvragen om een tegemoetkoming voor het onderhoud van een dorpshuis.", ["Gemeenten"]),
        ("Gedeputeerde staten beslissen over de aanvraag om een tegemoetkoming in de kosten van onderhoud.", ["Gedeputeerde staten"]),
        ("Gemeenten beslissen zelf of zij verenigingen wijzen op de tegemoetkoming voor het onderhoud van dorpshuizen.", []),
        (
            "Gemeenten voeren dit besluit uit namens Onze Minister. Gemeenten beslissen op de aanvragen om een tegemoetkoming voor het "
            "onderhoud van een dorpshuis.",
            [],
        ),
        ("Onze Minister beslist op de aanvragen om een tegemoetkoming voor het onderhoud van een dorpshuis.", []),
    ],
)
def test_who_decides_is_held_against_the_only_one_who_does(toelichting: str, found: list[str]) -> None:
    assert spans("tegenspraak-orgaan", DORP, f"1. Uitvoering\n{toelichting}") == found


@pytest.mark.parametrize(
    ("bill", "promise"),
    [
        (WINKEL, "1. Aanvraag\nOntbreken er stukken, dan krijgt de winkelier de gelegenheid zijn aanvraag aan te vullen."),
        (BEURS, "1. Terugvordering\nEen student die niet ineens kan terugbetalen, kan de minister om een betalingsregeling vragen."),
        (WOONDUUR, "1. Woonduur\nIs er geen huurcontract, dan neemt de gemeente ook genoegen met een verklaring van de buren."),
        (WOONDUUR, "1. Woonduur\nDe woonduur kan ook worden aangetoond met een verklaring van de huisarts."),
        (
            STAL,
            "1. Ombouw\nDe ombouw moet na acht maanden gereed zijn. Wordt de veehouder ziek, dan kan de minister die termijn verlengen.",
        ),
    ],
)
def test_a_promise_that_the_bill_takes_away_or_does_not_have(bill: str, promise: str) -> None:
    assert spans("belofte-zonder-grondslag", bill, promise) != []


@pytest.mark.parametrize(
    ("bill", "said"),
    [
        (WINKEL, "1. Aanvraag\nEen aanvraag waarbij stukken ontbreken kan niet worden aangevuld, omdat de tijd ontbreekt."),
        (
            WINKEL + "3. De minister stelt de winkelier die een volledig dossier heeft in de gelegenheid de aanvraag aan te vullen.\n",
            "1. Aanvraag\nEen aanvraag kan worden aangevuld.",
        ),
        (
            WOONDUUR.replace("en een huurcontract", "of een ander stuk"),
            "1. Woonduur\nDe gemeente kan genoegen nemen met een verklaring van de buren over de woonduur.",
        ),
        (
            STEUN,
            "1. Intrekking\nVoldoet de kweker niet aan de verplichtingen, dan kan de minister met toepassing van de hardheidsclausule de "
            "subsidie alsnog in stand laten.",
        ),
        (WOONDUUR, "1. Woonduur\nDe gemeente neemt geen genoegen met een verklaring van de buren."),
        (
            STAL,
            "1. Ombouw\nDe ombouw moet na acht maanden gereed zijn. Bij een faillissement van de aannemer kan de minister die termijn "
            "verlengen.",
        ),
        (
            STAL.replace("doordat de aannemer failliet is verklaard", "door bijzondere omstandigheden"),
            "1. Ombouw\nDe ombouw moet na acht maanden gereed zijn. Wordt de veehouder ziek, dan kan de minister die termijn verlengen.",
        ),
    ],
)
def test_a_promise_that_is_kept_or_not_made(bill: str, said: str) -> None:
    assert spans("belofte-zonder-grondslag", bill, said) == []


@pytest.mark.parametrize(
    ("bill", "said"),
    [
        (SCHUUR, "1. Vergunning\nAls een schuur te hoog is, wordt de vergunning geweigerd en bestaat geen ruimte voor een eigen afweging."),
        (
            STEUN,
            "Artikelsgewijs\n\nArtikel 9\nHet tweede lid ziet op de kas die voor een deel is gebouwd. De minister kan de subsidie dan "
            "lager vaststellen in plaats van haar geheel in te trekken.",
        ),
    ],
)
def test_what_is_told_of_another_lid_is_no_contradiction(bill: str, said: str) -> None:
    assert spans("tegenspraak-ruimte", bill, said) == []


def test_a_choice_that_no_lid_leaves_still_is_one() -> None:
    said = "Artikelsgewijs\n\nArtikel 9\nHet eerste lid ziet op verplichtingen. De minister kan de subsidie dan intrekken."
    assert spans("tegenspraak-ruimte", STEUN, said) != []


def test_a_clause_that_is_not_there_is_told_once() -> None:
    said = (
        "1. Intrekking\nVoldoet de kweker niet aan de verplichtingen, dan kan de minister met toepassing van de hardheidsclausule de "
        "subsidie alsnog in stand laten."
    )
    assert spans("tegenspraak-clausule", STEUN, said) != []
