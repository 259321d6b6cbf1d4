"""Terms for an objection, times after which something follows, effects by law and who imposes a fine; each beside its look-alike."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

BILL = """Artikel 1. Begrippen
In deze wet wordt verstaan onder:
college: college van burgemeester en wethouders;
visser: degene die een ligplaats in de vissershaven gebruikt.

Artikel 2. Ligplaats
1. Het college beslist binnen negen weken op de aanvraag om een ligplaats.
2. Het college trekt de ligplaats in, indien de visser een seizoen niet uitvaart.

Artikel 3. Uitstel van havengeld
1. De visser kan uitstel van havengeld aanvragen.
2. Het uitstel vervalt van rechtswege, indien de visser een gedeelte niet binnen zes dagen voldoet.

Artikel 4. Kwijtschelding
Het college kan het havengeld kwijtschelden, indien de visser gedurende vier jaar heeft betaald.

Artikel 5. Boete
Het college legt een bestuurlijke boete op aan de visser die afval in de haven werpt.

Artikel 6. Bezwaar
De visser kan binnen drie weken bezwaar maken tegen een besluit op grond van artikel 2, tweede lid.
"""
HEAD = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nDit voorstel regelt de vissershaven.\n\n2. Vissers in de haven\n"


def found(check: str, passage: str) -> list[str]:
    return [f.message for f in against(check, BILL, f"{HEAD}{passage}")]


@pytest.mark.parametrize(
    ("passage", "contradicts"),
    [
        ("De visser die zijn ligplaats kwijtraakt, heeft zes weken om bezwaar te maken.", True),
        ("Tegen de intrekking maakt de visser binnen zes weken bezwaar.", True),
        ("De bezwaartermijn bedraagt zes weken.", True),
        ("De visser die zijn ligplaats kwijtraakt, heeft drie weken om bezwaar te maken.", False),
        ("De visser die zijn ligplaats kwijtraakt, heeft eenentwintig dagen om bezwaar te maken.", False),
        # for what the lid is not about, the general limit holds
        ("Tegen een boete maakt de visser binnen zes weken bezwaar.", False),
        ("Het college beslist binnen zes weken op het bezwaar.", False),
        ("Anders dan de gewone termijn van zes weken voor het maken van bezwaar is drie weken gekozen.", False),
    ],
)
def test_how_long_one_has_to_object(passage: str, contradicts: bool) -> None:
    assert bool(found("tegenspraak-getal", passage)) is contradicts


@pytest.mark.parametrize(
    ("passage", "contradicts"),
    [
        ("Met kwijtschelding na twee jaar krijgt de visser weer uitzicht.", True),
        ("Kwijtschelding van het havengeld na drie jaar geeft de visser lucht.", True),
        ("Met kwijtschelding na vier jaar krijgt de visser weer uitzicht.", False),
        ("Met kwijtschelding na achtenveertig maanden krijgt de visser weer uitzicht.", False),
        ("Tot nu toe volgde kwijtschelding na twee jaar.", False),
        ("De vissersbond stelde voor kwijtschelding na twee jaar mogelijk te maken.", False),
    ],
)
def test_the_time_after_which_something_follows(passage: str, contradicts: bool) -> None:
    assert bool(found("tegenspraak-getal", passage)) is contradicts


@pytest.mark.parametrize(
    ("passage", "contradicts"),
    [
        (
            "Blijft een gedeelte uit, dan beoordeelt het college of het het uitstel van havengeld beëindigt, waarbij het rekening houdt "
            "met de reden daarvan.",
            True,
        ),
        ("Of het uitstel van havengeld eindigt, beziet het college per geval.", True),
        ("Blijft een gedeelte uit, dan eindigt het uitstel van havengeld zonder dat het college iets beslist.", False),
    ],
)
def test_what_comes_by_law_is_weighed_by_nobody(passage: str, contradicts: bool) -> None:
    assert bool(found("tegenspraak-ruimte", passage)) is contradicts


@pytest.mark.parametrize(
    ("passage", "contradicts"),
    [
        ("De politie legt de visser die afval in de haven werpt, daarvoor een boete op.", True),
        ("De politie treedt op tegen de visser die afval in de haven werpt en legt hem een boete op.", True),
        ("Het college legt de visser die afval in de haven werpt, een boete op.", False),
        ("De politie ziet toe op de orde in de haven.", False),
        ("Voor wat strafbaar is, legt de politie een boete op.", False),
    ],
)
def test_the_police_impose_no_administrative_fine(passage: str, contradicts: bool) -> None:
    assert bool(found("tegenspraak-orgaan", passage)) is contradicts


REPEATS = "Artikel 2\nHet tweede lid verplicht tot intrekking van de ligplaats."


def test_what_is_repeated_is_the_lid_that_is_named() -> None:
    (hit,) = against("artikelsgewijs-parafraseert", BILL, f"{HEAD}Er zijn vissers.\n\n{REPEATS}")
    assert BILL[hit.annotations[0].span.start :].startswith("Het college trekt de ligplaats in")
    assert "zonder reden blijft" in hit.explanation


def test_a_reason_that_stands_elsewhere_is_not_missed() -> None:
    why = (
        "3. Intrekking van de ligplaats\nHet college trekt de ligplaats in van de visser die een seizoen niet uitvaart. Daarvoor is "
        "gekozen, omdat de haven vol is en anderen op een ligplaats wachten. Een lichter middel dan intrekking is overwogen."
    )
    (hit,) = against("artikelsgewijs-parafraseert", BILL, f"{HEAD}\n{why}\n\n{REPEATS}")
    assert "zonder reden blijft" not in hit.explanation
    assert hit.severity.name == "INFO"


def test_one_exception_is_told_once_and_by_who_is_meant() -> None:
    passage = "De boete geldt niet voor reddingsbrigades die gratis uitvaren."
    assert any("noemt «reddingsbrigades» nergens" in f for f in found("belofte-zonder-grondslag", passage))
    assert not found("tegenspraak-regel", passage)


CLAUSE = """
Artikel 7. Hardheidsclausule
Het college kan artikel 4 buiten toepassing laten voor zover toepassing, gelet op het belang van de visserij, leidt tot een
onbillijkheid van overwegende aard.
"""


@pytest.mark.parametrize(
    ("sentence", "contradicts"),
    [
        ("Zij biedt daarnaast uitkomst aan wie pas na negen weken een beslissing heeft.", True),
        ("Zij biedt daarnaast uitkomst aan wie door ziekte het seizoen mist.", False),
        ("Zij biedt daarnaast uitkomst aan wie drie van de vier jaar heeft betaald.", False),
    ],
)
def test_a_length_of_time_tells_which_provision_the_clause_is_said_to_be_for(sentence: str, contradicts: bool) -> None:
    told = f"{HEAD}3. Overig\n\nArtikel 7\nDe clausule ziet op de visser die zijn schip verloor. {sentence}"
    assert bool(against("tegenspraak-clausule", BILL + CLAUSE, told)) is contradicts
