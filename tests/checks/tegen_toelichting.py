"""What one check finds in a toelichting beside a bill, and a bill that several files of tests use."""

from __future__ import annotations

from doenvermogentoets.catalogue import Catalogue, load
from doenvermogentoets.findings import Finding
from doenvermogentoets.testing import Example, findings_in, unmark

CATALOGUE: Catalogue = load()
WOONBIJDRAGE = """Artikel 3. Aanvraag
1. De huurder vraagt de woonbijdrage aan door middel van het formulier in het woonportaal, binnen drie weken na de ingang van de huur.
2. Een aanvraag die later is gedaan, wordt afgewezen zonder onderzoek naar de reden.

Artikel 5. Rekeningafschriften
1. De huurder zendt elk kwartaal zijn rekeningafschriften in bij het college.
2. Blijven de rekeningafschriften uit, dan eindigt de woonbijdrage van rechtswege. Zij herleeft niet.

Artikel 7. Terugbetaling
1. Onverschuldigd betaalde woonbijdrage wordt van de huurder teruggevorderd, ongeacht de oorzaak.
2. De huurder voldoet het bedrag ineens. Uitstel van betaling wordt niet verleend.

Artikel 9. Onderverhuur
1. Bij onderverhuur wordt de woning aangemerkt als leegstaand.
2. Tegenbewijs is niet mogelijk.

Artikel 11. Samenwonen
De huurder die gaat samenwonen, meldt dit binnen tien dagen aan de gemeente, aan de verhuurder en aan de Sociale verzekeringsbank.

Artikel 13. Herstel van gebreken
1. Het college stelt de verhuurder in de gelegenheid gebreken aan de woning te herstellen.
2. Het eerste lid is niet van toepassing op gebreken die de veiligheid raken.

Artikel 15. Verlenging
Het college verlengt de termijn voor verbouwing van de badkamer met acht weken bij ziekte van de huurder.

Artikel 17. Onbillijke gevallen
Het college kan artikel 5 buiten toepassing laten voor zover toepassing gelet op het belang van de huurder leidt tot een onbillijkheid
van overwegende aard.
"""


def against(check: str, bill: str, toelichting: str) -> list[Finding]:
    """The findings of one check about these two texts."""
    known = CATALOGUE.get(check)
    assert known is not None
    return findings_in(known, unmark(Example(f"{bill}--- toelichting ---\n{toelichting}\n", expected=False)))
