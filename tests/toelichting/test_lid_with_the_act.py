"""Under the heading of an artikel a reason belongs to the lid that has the act or the number that is named, not to its neighbours."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import DossierAnalysis, analyse
from doenvermogentoets.catalogue import Example
from doenvermogentoets.testing import dossier_of, unmark

BILL = """Artikel 2. Intrekking
1. Het college trekt de erkenning van een imker in indien hij zijn bijenvolken niet heeft gemeld.
2. Het college kan de erkenning schorsen indien een zwerm omwonenden ernstig hindert.

Artikel 3. Verplaatsing
1. De imker kan zijn kasten ten hoogste tienmaal verplaatsen.
2. Een verzoek wordt ten minste 72 uur voor de verplaatsing gedaan.
3. Het college wijst een verzoek af indien de imker een bijdrage niet heeft betaald.
"""


def explained(passage: str) -> set[tuple[str, str]]:
    text = f"{BILL}--- toelichting ---\nTOELICHTING\n\n1. Algemeen\nBijen zijn nuttig.\n\nII. ARTIKELSGEWIJS\n\n{passage}\n"
    found = analyse(dossier_of(unmark(Example(text, expected=False))))
    assert isinstance(found, DossierAnalysis)
    assert found.explanation is not None
    read = found.explanation.of
    return {(p.unit.artikel.number, p.unit.number) for p in found.bill.provisions if p.unit.artikel is not None and read(p).sufficient}


@pytest.mark.parametrize(
    ("passage", "yes", "no"),
    [
        (
            "Artikel 2\nIntrekking is dwingend voorgeschreven omdat een zwerm zonder melding ziekten verspreidt.",
            ("2", "1"),
            ("2", "2"),
        ),
        (
            "Artikel 2\nSchorsing is mogelijk gemaakt omdat een zwerm anders te laat wordt weggehaald.",
            ("2", "2"),
            ("2", "1"),
        ),
        (
            "Artikel 3\nHet verzoek kan tot 72 uur tevoren worden gedaan. De termijn is zo kort omdat het weer niet te voorspellen is.",
            ("3", "2"),
            ("3", "3"),
        ),
    ],
)
def test_reason_is_of_the_lid_with_the_act(passage: str, yes: tuple[str, str], no: tuple[str, str]) -> None:
    found = explained(passage)
    assert yes in found
    assert no not in found


def test_what_was_not_followed_is_no_following_of_the_clause() -> None:
    from doenvermogentoets.toelichting.lexicon import table

    followed = table("clausule")["monitoring"]
    assert followed.search("Jaarlijks wordt de toepassing van de clausule gevolgd.")
    assert not followed.search("De regering is de imkerbond hierin niet gevolgd; de hardheidsclausule vangt dat op.")


def test_sme_test_is_asking_those_concerned() -> None:
    from doenvermogentoets.toelichting.lexicon import table

    said = "Met twaalf imkers is de werkbaarheid in een MKB-toets besproken; het register kost vijf minuten per week."
    assert all(table("onderwerpen")[name].search(said) for name in ("advies", "regeldruk"))
    assert table("doenvermogen")["getest"].search(said)
    assert not table("onderwerpen")["regeldruk"].search("De zitting duurt vijf minuten.")
