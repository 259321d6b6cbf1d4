"""A promise is held against the lid that has the effect, and said to be bound only where the lid binds; what another lid gives is kept."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

BILL = """Artikel 2. Opgave van kisten
1. De kweker doet ieder jaar voor 1 maart opgave van zijn kisten aan de keuringsdienst.
2. Is de opgave niet ontvangen, dan stelt de keuringsdienst het aantal kisten vast op het dubbele.
3. De keuringsdienst herziet het aantal kisten indien de kweker binnen vijf weken aantoont dat het lager was.

Artikel 3. Betaling van de heffing
1. De kweker betaalt de heffing per kist binnen zes weken.
2. Is de heffing niet binnen de termijn betaald, dan wordt zij met een vijfde verhoogd.

Artikel 4. Boete
De keuringsdienst kan een bestuurlijke boete opleggen aan de kweker die zieke kisten verhandelt.

Artikel 5. Schorsing van de erkenning
Wordt het logboek niet bijgehouden, dan schorst de keuringsdienst de erkenning van de kweker.

Artikel 6. Voorschot
De keuringsdienst verleent ambtshalve een voorschot op de vergoeding voor vernietigde kisten.

Artikel 7. Terugbetaling
De kweker betaalt het voorschot op de vergoeding terug, indien de kisten niet zijn vernietigd.

Artikel 8. Beboeting bij verzwijging
De keuringsdienst legt de kweker die een ziekte van zijn kisten verzwijgt een boete op van € 400.
"""
HEAD = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nDit voorstel regelt de keuring van kisten met bollen.\n\n2. Kwekers\n"


def found(passage: str) -> list[str]:
    return [f"{f.message} {f.explanation}" for f in against("belofte-zonder-grondslag", BILL, HEAD + passage)]


def test_what_a_lid_leaves_to_choose_is_not_called_bound() -> None:
    (said,) = found("Een boete voor het verhandelen van zieke kisten wordt pas opgelegd nadat de kweker is gewaarschuwd (artikel 4).")
    assert "artikel 4" in said
    assert "dwingend" not in said
    (said,) = found("Wordt het logboek niet bijgehouden, dan kan de kweker het alsnog bijwerken.")
    assert "dwingend" in said


def test_what_another_lid_gives_in_that_time_is_kept() -> None:
    assert not found("Wie binnen vijf weken laat zien dat hij minder kisten had, betaalt alsnog alleen voor het werkelijke aantal.")


def test_what_comes_without_being_asked_is_kept() -> None:
    assert not found("Een deel van de vergoeding wordt als voorschot betaald, zonder dat de kweker daar iets voor hoeft te doen.")


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ("Wie een ziekte van zijn kisten verzwijgt, wordt beboet", "artikel 8"),
        ("Te late betaling van de heffing leidt tot verhoging", "artikel 3"),
    ],
)
def test_a_warning_is_of_the_effect_that_was_told_last(told: str, where: str) -> None:
    (said,) = found(f"{told}. Bij een eerste verzuim blijft het altijd bij een waarschuwing.")
    assert where in said.lower()


@pytest.mark.parametrize(
    ("passage", "wanted"),
    [
        ("Elke kweker ontvangt in januari een vooringevuld overzicht van zijn kisten.", True),
        ("De kweker die er met het logboek niet uitkomt, krijgt een begeleider aan huis.", True),
        ("Aanvragen zonder stukken houden hun plaats in de rij bezet.", False),
        ("In een proef ontving de kweker een vooringevuld overzicht.", False),
    ],
)
def test_what_is_handed_over_and_what_is_only_in_the_way(passage: str, wanted: bool) -> None:
    assert bool(found(passage)) is wanted


AMENDING = """ARTIKEL I
De Bollenwet wordt als volgt gewijzigd:

A

In artikel 3, eerste lid, wordt «acht weken» vervangen door «vier weken».

B

Na artikel 9 wordt een artikel ingevoegd, luidende:

Artikel 9a

De kweker houdt een logboek bij.

C

Artikel 12 vervalt.
"""


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [("Onderdelen B en F", True), ("Onderdelen A, C en E", True), ("Onderdeel F", True), ("Onderdelen A en B", False),
     ("Onderdelen A, B en C", False)],
)  # fmt: skip
def test_every_letter_of_a_heading_is_looked_up(heading: str, wanted: bool) -> None:
    general = "MEMORIE VAN TOELICHTING\n\nI. Algemeen\nHet voorstel verscherpt de keuring.\n\n"
    toelichting = f"{general}II. Artikelsgewijs\n\nArtikel I\n\n{heading}\nDit is nodig voor de keuring.\n"
    assert bool(against("verwijzing-zonder-artikel", AMENDING, toelichting)) is wanted
