"""Conditions and outcomes that the toelichting tells otherwise, and a way out that it denies."""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import Catalogue, Example, load
from doenvermogentoets.testing import findings_in, unmark

CATALOGUE: Catalogue = load()
BILL = """Artikel 2. Moestuin
1. Het college verhuurt een moestuin aan een tuinder die meerderjarig is en is aangesloten bij een tuinvereniging.
2. De tuinder legt een schriftelijke verklaring van een buurman over.
3. De tuin wordt bewerkt door iemand met een hoveniersdiploma of een gelijkwaardig vakcertificaat.

Artikel 3. Schuur
1. Het college kan met instemming van de tuinvereniging een schuur toestaan.
2. De tuinder krijgt een schuur indien zijn perceel breder is dan 12 meter en ten minste 300 struiken bevat.

Artikel 4. Opzegging
1. De huur eindigt indien de tuinder gedurende vijf maanden niet heeft gewied.
2. De kosten van opruiming komen ten laste van de tuinder.
3. Het college kan in een geval waarin opzegging onevenredig is, van opzegging afzien.

Artikel 5. Water
1. Het college beslist binnen zes weken op een verzoek om een waterput.
2. Het verzoek wordt afgewezen indien de tuinder binnen twee maanden vertrekt.

Artikel 6. Kas
Het college kan een kas afbreken indien het glas is gebroken of om medische redenen ontruiming nodig is.
"""


def findings(check: str, words: str) -> int:
    example = Example(
        f"{BILL}--- toelichting ---\nMEMORIE VAN TOELICHTING\n\nI. ALGEMEEN\n\nTuinieren is gezond.\n\nII. ARTIKELSGEWIJS\n\n{words}\n",
        expected=False,
    )
    found = CATALOGUE.get(check)
    assert found is not None
    return len(findings_in(found, unmark(example)))


@pytest.mark.parametrize(
    "words",
    [
        "Artikel 2\nDe tuinder is meerderjarig; aansluiting bij een tuinvereniging is niet vereist.",
        "Artikel 2\nDe tuinder legt een verklaring over; een mondelinge verklaring volstaat.",
        "Artikel 2\nWie de tuin bewerkt heeft een hoveniersdiploma; een vakcertificaat volstaat niet.",
        "Artikel 3\nEen schuur is ook zonder instemming van de tuinvereniging mogelijk.",
        "Artikel 3\nEen schuur krijgt de tuinder indien zijn perceel breder is dan 12 meter of ten minste 300 struiken bevat.",
        "Artikel 4\nNa vijf maanden zonder wieden eindigt de huur niet, maar volgt een gesprek.",
        "Artikel 4\nDe kosten van opruiming komen ten laste van de tuinvereniging.",
        "Artikel 5\nBlijft een beslissing uit, dan wordt het verzoek geacht te zijn ingewilligd.",
        "Artikel 5\nVertrekt de tuinder binnen twee maanden, dan wordt het verzoek om een waterput ingewilligd.",
        "Artikel 4\nDe huur eindigt als de tuinder vijf maanden niet heeft gewied, mits hij een waarschuwingsbrief heeft ontvangen.",
        "Artikel 4\nDe huur eindigt als de tuinder vijf maanden niet heeft gewied, op voorwaarde dat een taxateur de schade heeft begroot.",
    ],
)
def test_what_is_asked_and_what_comes_of_it(words: str) -> None:
    assert findings("tegenspraak-regel", words)


@pytest.mark.parametrize(
    "words",
    [
        "Artikel 2\nVoor volkstuinen in de provincie is aansluiting bij een tuinvereniging niet vereist.",
        "Artikel 2\nDe tuinder legt een verklaring over; een schriftelijke verklaring volstaat.",
        "Artikel 2\nWie de tuin bewerkt heeft een hoveniersdiploma; een vakcertificaat volstaat ook.",
        "Artikel 3\nZonder instemming van de tuinvereniging mag er geen schuur komen.",
        "Artikel 3\nEen schuur krijgt de tuinder indien zijn perceel breder is dan 12 meter en ten minste 300 struiken bevat.",
        "Artikel 4\nWie vijf maanden lang wel heeft gewied, houdt zijn tuin.",
        "Artikel 4\nDe kosten van opruiming komen ten laste van hem.",
        "Artikel 5\nVertrekt de tuinder niet binnen twee maanden, dan wordt het verzoek om een waterput ingewilligd.",
        "Artikel 3\nEen schuur kan worden toegestaan, mits de tuinvereniging daarmee instemt.",
        "Artikel 4\nDe gemeente heeft laten weten dat de huur kan eindigen, mits er een waarschuwingsbrief komt.",
    ],
)
def test_the_same_in_other_words(words: str) -> None:
    assert not findings("tegenspraak-regel", words)


def test_a_way_out_that_is_denied() -> None:
    assert findings("tegenspraak-clausule", "Artikel 4\nEen mogelijkheid om van opzegging af te zien is niet opgenomen.")
    assert not findings("tegenspraak-clausule", "Artikel 5\nEen mogelijkheid om van het verzoek af te wijken is niet opgenomen.")
    assert not findings("tegenspraak-clausule", "Artikel 4\nHet college kan afzien van opzegging als die onevenredig is.")
