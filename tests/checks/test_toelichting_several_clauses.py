"""A bill with more than one clause: what none of them covers is still a contradiction, what one of them covers is not."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

BILL = """Artikel 2. Steun
De visser heeft recht op steun, indien zijn inkomen niet hoger is dan € 30.000.

Artikel 3. Aanvraag
1. De visser dient de aanvraag in binnen drie weken na afloop van het seizoen.
2. Indien de aanvraag niet binnen de termijn, bedoeld in het eerste lid, is ontvangen, vervalt het recht op steun.

Artikel 4. Visakte
1. Onze Minister trekt de visakte in indien de visser zonder licht vaart.
2. De visakte wordt geweigerd indien de aanvraag onvolledig is.
{second}
Artikel 5. Hardheidsclausule
Onze Minister kan artikel 2 buiten toepassing laten voor zover toepassing leidt tot een onbillijkheid van overwegende aard.
"""
TOLD = """MEMORIE VAN TOELICHTING

1. Inleiding
Dit voorstel steunt de visser.

2. Hardheid
Er is een hardheidsclausule opgenomen. Daarmee kan ook een gemiste termijn worden hersteld.
"""
SECOND = "3. Onze Minister kan {what} buiten toepassing laten voor zover toepassing leidt tot een onbillijkheid van overwegende aard.\n"


@pytest.mark.parametrize("what", ["het tweede lid", "het eerste lid"])
def test_a_second_clause_about_something_else_clears_nothing(what: str) -> None:
    (hit,) = against("tegenspraak-clausule", BILL.format(second=SECOND.format(what=what)), TOLD)
    assert "artikel 5 noemt alleen artikel 2, en ook artikel 4, derde lid, geldt daarvoor niet" in hit.message


def test_one_clause_reads_as_it_did() -> None:
    (hit,) = against("tegenspraak-clausule", BILL.format(second=""), TOLD)
    assert hit.message.endswith("artikel 5 noemt alleen artikel 2.")


@pytest.mark.parametrize("what", ["artikel 3", "artikel 3, tweede lid,", "deze wet"])
def test_a_second_clause_that_covers_what_is_meant_does(what: str) -> None:
    assert not against("tegenspraak-clausule", BILL.format(second=SECOND.format(what=what)), TOLD)
