"""Claims of a toelichting against its artikel: opposites, no exception, a letter that is not there, another reach or organ."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

BILL = """Artikel 2. Moestuin
1. De tuinder onderhoudt zijn moestuin.
2. Het college beslist op een aanvraag voor een moestuin binnen vier weken.
3. Zijn er meer aanvragen dan moestuinen, dan worden zij toegewezen door loting.

Artikel 3. Water
1. De tuinder sproeit uitsluitend met regenwater.
2. Het eerste lid geldt niet voor een kweker van zaailingen.
3. De ontheffing voor leidingwater geldt voor ten hoogste twee zomers.

Artikel 4. Beëindiging
1. Het college beëindigt de huur van de tuinder die zijn moestuin laat verwilderen.
2. De beëindiging van de huur gaat niet eerder in dan drie maanden na de bekendmaking.

Artikel 5. Schuurtjes
1. De artikelen 6 en 7 zijn niet van toepassing op een schuurtje van minder dan vier vierkante meter.

Artikel 6. Keuring
1. De tuinder laat zijn schuurtje elk jaar keuren door een timmerman.

Artikel 7. Verf
De tuinder schildert zijn schuurtje groen.

Artikel 8. Bestaande compostbakken
1. Een bestaande compostbak wordt gedurende twee jaar gedoogd.
2. De eigenaar van een bestaande compostbak meldt zich binnen een maand bij het college, bij gebreke waarvan de bak wordt verwijderd.

Artikel 9. Hardheidsclausule
Het college kan artikel 6, eerste lid, buiten toepassing laten voor zover toepassing leidt tot een onbillijkheid van overwegende aard.
"""
HEAD = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nTuinieren is gezond.\n\n"


def found(check: str, passage: str) -> bool:
    return bool(against(check, BILL, f"{HEAD}{passage}"))


@pytest.mark.parametrize(
    "passage",
    [
        "Zijn er meer aanvragen dan moestuinen, dan worden de moestuinen toegewezen op volgorde van binnenkomst.",
        "De beëindiging van de huur heeft onmiddellijke werking.",
        "Iedere tuinder moet met regenwater sproeien, ook een kweker met jonge plantjes.",
        "De ontheffing voor leidingwater geldt hoe lang de droogte ook duurt.",
        "Ook de tuinder met een heel klein schuurtje moet het laten keuren door een timmerman.",
        "De tuinder die zijn moestuin laat verwilderen, krijgt eerst een brief; pas daarna beëindigt het college de huur.",
        "Wie een bestaande compostbak heeft, hoeft niets te doen: de bestaande compostbak wordt twee jaar gedoogd.",
    ],
)
def test_claim_that_the_artikel_excludes(passage: str) -> None:
    assert found("belofte-zonder-grondslag", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Zijn er meer aanvragen dan moestuinen, dan worden de moestuinen toegewezen door loting. Verdeling op volgorde van binnenkomst "
        "bevoordeelt wie snel is.",
        "De beëindiging van de huur heeft geen onmiddellijke werking.",
        "Iedere tuinder moet met regenwater sproeien, ook de tuinder met een kas. Voor een kweker van zaailingen geldt een uitzondering.",
        "Ook de tuinder moet zijn moestuin onderhouden.",
        "De tuinder krijgt een brief over de opening van het seizoen.",
        "De tuinder met een schuurtje hoeft geen aanvraag te doen.",
    ],
)
def test_claim_that_the_artikel_bears(passage: str) -> None:
    assert not found("belofte-zonder-grondslag", passage)


def test_clause_told_wider_than_it_is() -> None:
    told = "Op grond van de hardheidsclausule kan het college artikel 6 buiten toepassing laten. "
    assert found("tegenspraak-clausule", told + "Dat kan het ook als de tuinder zijn moestuin door ziekte laat verwilderen.")
    assert not found("tegenspraak-clausule", told + "Dat kan het ook als de tuinder geen timmerman kan betalen voor zijn schuurtje.")


def test_authority_with_which_a_power_is_said_to_rest() -> None:
    assert found("tegenspraak-orgaan", "De bevoegdheid om op een aanvraag voor een moestuin te beslissen ligt bij de burgemeester.")
    assert not found("tegenspraak-orgaan", "De bevoegdheid om op een aanvraag voor een moestuin te beslissen ligt bij het college.")
