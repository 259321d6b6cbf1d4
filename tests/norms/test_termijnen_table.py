"""Kinds of time limits and their look-alikes (Awb, Algemene termijnenwet), as a table: what is a limit, and for whom."""

from __future__ import annotations

import pytest

from doenvermogentoets import readers, structure
from doenvermogentoets.analysis import Analysis, analyse_document
from doenvermogentoets.norms.gegevens import deadline


def read(*provisions: str) -> Analysis:
    """A text of articles, read as a file would be: references find their targets."""
    content = "".join(f"Artikel {i}\n{text}\n\n" for i, text in enumerate(provisions, 1))
    return analyse_document(structure.build(readers.read_text(content, "ontwerp.txt", "txt")))


_KINDS = [
    # text, whose limit (None: no limit at all), strict
    ("Het recht op de toeslag vervalt indien de aanvraag niet binnen een jaar is ingediend.", "burger", True),
    ("Het college beslist binnen acht weken na ontvangst van de aanvraag.", "overheid", False),
    ("Een bezwaarschrift wordt ingediend binnen zes weken na de bekendmaking.", "burger", False),
    ("Een beroepschrift wordt ingediend binnen drie weken na de bekendmaking.", "burger", True),
    ("Het college stelt de aanvrager in de gelegenheid de aanvraag binnen vier weken aan te vullen.", "burger", True),
    ("De aanvraag wordt ingediend uiterlijk op 1 april.", "burger", False),
    ("De werknemer meldt een wijziging onverwijld aan het college.", "burger", True),
    ("De belanghebbende betaalt het bedrag binnen zes weken na de bekendmaking.", "burger", False),
    ("De houder betaalt het bedrag binnen twee weken na de aanmaning.", "burger", True),
    ("De rechtsvordering van de huurder verjaart door verloop van vijf jaren.", "burger", True),
    ("De werkgever bewaart de gegevens gedurende vijf jaren.", None, False),
    ("De vergunning wordt verleend voor de duur van vijf jaar.", None, False),
    ("De verzekerde heeft recht op een uitkering indien hij in de 36 weken voorafgaand aan de melding heeft gewerkt.", None, False),
    ("De student die de leeftijd van 18 jaar heeft bereikt, heeft recht op studiefinanciering.", None, False),
    ("De pas geldt voor vijf jaar.", None, False),
    ("Deze wet treedt in werking met ingang van 1 januari 2026.", None, False),
    ("Onze Minister zendt binnen vijf jaar na de inwerkingtreding een verslag aan de Staten-Generaal.", "overheid", False),
    ("Het college zendt de gegevens binnen vier weken aan Onze Minister.", "overheid", False),
    ("De uitkering gaat in met ingang van de eerste dag van de maand.", None, False),
]


@pytest.mark.parametrize(("text", "voor", "streng"), _KINDS)
def test_kinds_of_limits(norms, text, voor, streng):
    limits = [t for n in norms(text) for t in n.termijnen]
    assert [(t.voor, t.streng) for t in limits] == ([] if voor is None else [(voor, streng)])


@pytest.mark.parametrize(
    ("text", "duur", "soort"),
    [
        ("De ouder antwoordt binnen tien dagen.", "P10D", "binnen"),
        ("De ouder antwoordt binnen veertien werkdagen.", "P14D", "binnen"),
        ("De ouder antwoordt binnen zesentwintig weken.", "P182D", "binnen"),
        ("De ouder antwoordt binnen anderhalf jaar.", "P18M", "binnen"),
        ("De ouder antwoordt binnen een half jaar.", "P6M", "binnen"),
        ("De ouder antwoordt binnen 48 uur.", "PT48H", "binnen"),
        ("De ouder antwoordt binnen drie maanden na het verzoek.", "P3M", "binnen"),
        ("De ouder doet uiterlijk op de tweeënveertigste dag na de bekendmaking een opgave.", "P42D", "binnen"),
        ("De ouder doet uiterlijk op 1 november een opgave.", None, "uiterste datum"),
        ("De ouder doet uiterlijk vier weken voor het einde van het jaar een opgave.", "P28D", "binnen"),
        ("De ouder doet terstond een opgave.", None, "open"),
        ("De ouder doet zo spoedig mogelijk een opgave.", None, "open"),
        ("De ouder doet tijdig een opgave.", None, "onbepaald"),
        ("De ouder antwoordt binnen een door het college te stellen termijn.", None, "onbepaald"),
        ("De ouder antwoordt binnen een redelijke termijn.", None, "onbepaald"),
    ],
)
def test_the_words_of_a_limit_become_a_duration(norms, text, duur, soort):
    (limit,) = [t for n in norms(text) for t in n.termijnen]
    assert (limit.duur, limit.soort.value, limit.voor) == (duur, soort, "burger")


@pytest.mark.parametrize(
    ("text", "trek"),
    [
        ("De ouder doet uiterlijk vier weken voor het einde van het jaar een opgave.", "teruggerekend"),
        ("De ouder doet jaarlijks voor 1 maart een opgave.", "terugkerend"),
        ("De ouder doet telkens binnen een week na afloop van de maand een opgave.", "terugkerend"),
        ("De ouder antwoordt binnen drie werkdagen.", "werkdagen"),
        ("De ouder antwoordt binnen 24 uur.", "uren"),
    ],
)
def test_features_of_a_limit(norms, text, trek):
    (limit,) = [t for n in norms(text) for t in n.termijnen]
    features = {name for name in ("teruggerekend", "terugkerend", "werkdagen", "uren") if getattr(limit, name)}
    assert features == {trek}


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("De ouder antwoordt binnen vier weken na ontvangst van de brief.", "na ontvangst van de brief"),
        ("De ouder antwoordt binnen vier weken na dagtekening van het verzoek.", "na dagtekening van het verzoek"),
        ("De ouder meldt zich binnen vier weken na het ontstaan van de schade.", "na het ontstaan van de schade"),
        ("De ouder antwoordt binnen vier weken.", ""),
    ],
)
def test_the_event_that_starts_the_clock(norms, text, begin):
    (limit,) = [t for n in norms(text) for t in n.termijnen]
    assert limit.begin == begin


@pytest.mark.parametrize(
    "gevolg",
    [
        ("vervalt het recht op de toeslag", "verval"),
        ("wordt het bezwaar niet-ontvankelijk verklaard", "niet-ontvankelijk"),
        ("wordt de aanvraag niet in behandeling genomen", "niet in behandeling"),
        ("wordt de aanvraag afgewezen", "afwijzing"),
        ("heeft de ouder geen recht op de toeslag", "geen recht"),
        ("legt het college een bestuurlijke boete op", "bestuurlijke boete"),
        ("wordt de uitkering geschorst", "schorsing of opschorting"),
        ("trekt het college de vergunning in", "intrekking"),
    ],
)
def test_what_happens_when_a_limit_is_missed_may_stand_in_another_artikel(gevolg):
    words, soort = gevolg
    analysis = read(
        "De ouder verstrekt de gegevens binnen twee weken na de bekendmaking.", f"Indien niet is voldaan aan artikel 1, {words}."
    )
    provision = analysis.provisions[0]
    data = deadline(analysis, provision, provision.norms[0], provision.norms[0].termijnen[0])
    assert (soort, "artikel 2") in [(g["soort"], g["plaats"]) for g in data["gevolgen"]]


def test_a_limit_comes_with_its_way_out_and_where_that_stands():
    analysis = read(
        "De ouder verstrekt de gegevens binnen twee weken, bij gebreke waarvan het recht op de toeslag vervalt.",
        "Het college kan afzien van toepassing van artikel 1 indien daarvoor dringende redenen aanwezig zijn.",
    )
    provision = analysis.provisions[0]
    norm = next(n for n in provision.norms if n.termijnen)
    data = deadline(analysis, provision, norm, norm.termijnen[0])
    assert {(w["soort"], w["plaats"]) for w in data["uitweg"]} >= {("dringende reden", "artikel 2")}


def test_the_limit_of_an_authority_has_no_consequence_for_a_citizen():
    analysis = read("Het college beslist binnen acht weken.", "Indien niet is voldaan aan artikel 1, vervalt het recht op de toeslag.")
    provision = analysis.provisions[0]
    assert deadline(analysis, provision, provision.norms[0], provision.norms[0].termijnen[0]) == {"gevolgen": [], "uitweg": []}
