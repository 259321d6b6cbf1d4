"""What the toelichting tells that the bill does not say, in other wordings per class, beside look-alikes that stay silent."""

from __future__ import annotations

import pytest
from tegen_toelichting import WOONBIJDRAGE as BILL
from tegen_toelichting import against

HEAD = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nDit voorstel regelt de woonbijdrage.\n\n"


def found(check: str, passage: str, bill: str = BILL) -> bool:
    return bool(against(check, bill, f"{HEAD}{passage}"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Wie te laat is met de rekeningafschriften, krijgt eerst een herinnering van het college.",
        "Blijven de rekeningafschriften uit, dan wordt de huurder gebeld en kan hij ze alsnog inzenden.",
        "De huurder die de rekeningafschriften vergeet in te zenden, krijgt een tweede termijn.",
        "Ontbreken de rekeningafschriften, dan neemt het college contact op met de huurder voordat de woonbijdrage eindigt.",
        "Bij de terugvordering van woonbijdrage beziet het college per geval of de huurder een verwijt treft.",
        "Te veel woonbijdrage hoeft niet te worden terugbetaald als de huurder daar niets aan kon doen.",
        "Huurders die te goeder trouw waren, worden bij de terugvordering van woonbijdrage ontzien.",
        "Bij de terugvordering van onverschuldigd betaalde woonbijdrage houdt het college rekening met de omstandigheden van de huurder.",
    ],
)
def test_what_the_bill_denies_outright(sentence: str) -> None:
    assert found("belofte-zonder-grondslag", f"2. Rekeningafschriften en terugvordering\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Blijven de rekeningafschriften uit, dan eindigt de woonbijdrage, ook als de huurder ziek was.",
        "Een tweede termijn voor de rekeningafschriften is overwogen en niet gekozen.",
        "Er is geen ruimte om bij de terugvordering van woonbijdrage rekening te houden met de oorzaak.",
        "Thans krijgt wie te laat is met de rekeningafschriften eerst een herinnering.",
        "Het college hanteert eigen regels voor uitstel.",
        "De rekeningafschriften worden na ontvangst door het college bewaard.",
    ],
)
def test_no_promise(sentence: str) -> None:
    assert not found("belofte-zonder-grondslag", f"2. Rekeningafschriften en terugvordering\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Het terug te betalen bedrag kan in twaalf maandelijkse termijnen worden voldaan.",
        "De huurder betaalt de schuld naar draagkracht terug.",
        "Voor het bedrag kan een betalingsregeling worden getroffen.",
        "Het teruggevorderde bedrag mag gespreid worden betaald.",
        "De huurder kan om uitstel van betaling vragen.",
        "De huurder betaalt wat hij kan missen.",
        "De terugbetaling gebeurt in kleine termijnen.",
        "Met de huurder wordt een regeling op maat gemaakt voor het bedrag.",
    ],
)
def test_payment_in_parts_where_all_is_due_at_once(sentence: str) -> None:
    assert found("belofte-zonder-grondslag", f"3. Terugbetaling\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "De woonbijdrage wordt elke maand uitbetaald.",
        "Gevraagd is om betaling in termijnen.",
        "Nu kan de huurder in termijnen betalen.",
    ],
)
def test_no_promise_of_payment_in_parts(sentence: str) -> None:
    assert not found("belofte-zonder-grondslag", f"3. Betaling\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Bij onderverhuur kan de huurder altijd nog bewijzen dat de woning werd bewoond.",
        "De huurder kan bij onderverhuur aantonen dat de woning niet leegstaand is.",
        "Tegenbewijs blijft bij onderverhuur van een leegstaand aangemerkte woning mogelijk.",
        "Wie de woning in onderverhuur gaf, mag laten zien dat zij niet leegstaand was.",
    ],
)
def test_proof_where_the_bill_closes_it(sentence: str) -> None:
    assert found("belofte-zonder-grondslag", f"5. Onderverhuur\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Met één bericht over het samenwonen is de huurder klaar bij de gemeente.",
        "Wie gaat samenwonen, kan volstaan met één melding bij de gemeente.",
        "Samenwonen meldt de huurder bij één loket van de gemeente.",
        "De huurder hoeft het samenwonen nog maar één keer te melden aan de gemeente.",
        "Het samenwonen geeft de huurder met een enkele melding door aan de gemeente.",
    ],
)
def test_one_desk_where_the_bill_asks_for_more(sentence: str) -> None:
    assert found("belofte-zonder-grondslag", f"6. Samenwonen\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    ["De huurder die gaat samenwonen, doet drie meldingen.", "De gemeente is het aanspreekpunt voor de verhuurder."],
)
def test_more_than_one_desk_is_told(sentence: str) -> None:
    assert not found("belofte-zonder-grondslag", f"6. Samenwonen\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Voor gebreken aan de woning krijgt de verhuurder altijd de gelegenheid die te herstellen (artikel 13).",
        "De verhuurder mag gebreken in alle gevallen eerst herstellen (artikel 13).",
        "Iedere verhuurder krijgt de gelegenheid gebreken aan zijn woning te herstellen (artikel 13).",
        "Gebreken aan de woning kan de verhuurder steeds eerst herstellen (artikel 13).",
    ],
)
def test_without_reserve_where_cases_are_taken_out(sentence: str) -> None:
    assert found("belofte-zonder-grondslag", f"7. Gebreken\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "De verhuurder krijgt de gelegenheid gebreken te herstellen, behalve als het om de veiligheid gaat (artikel 13).",
        "Het college stelt de verhuurder in de gelegenheid gebreken te herstellen (artikel 13).",
    ],
)
def test_with_reserve(sentence: str) -> None:
    assert not found("belofte-zonder-grondslag", f"7. Gebreken\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ziekte van de huurder schort de termijn voor de verbouwing van de badkamer niet op.",
        "De termijn voor de verbouwing van de badkamer wordt bij ziekte van de huurder niet verlengd.",
        "Voor de verbouwing van de badkamer bestaat bij ziekte van de huurder geen uitstel van de termijn.",
    ],
)
def test_stricter_than_the_bill(sentence: str) -> None:
    assert found("belofte-zonder-grondslag", f"8. Verbouwing van de badkamer\n{sentence}")


def test_as_strict_as_the_bill() -> None:
    assert not found("belofte-zonder-grondslag", "8. Drukte\nBij drukte bij de aannemer wordt niets verlengd.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Wie niet met het woonportaal uit de voeten kan, stuurt de aanvraag per post.",
        "De huurder kan de woonbijdrage ook aan de balie aanvragen.",
        "De woonbijdrage kan met een brief worden aangevraagd.",
        "De huurder vraagt de woonbijdrage aan op de manier die hem past: op papier of digitaal.",
        "Een telefoontje is genoeg om de woonbijdrage aan te vragen.",
        "De huurder kan de woonbijdrage op iedere manier aanvragen.",
        "De aanvraag van de woonbijdrage is vormvrij.",
        "De huurder kan de woonbijdrage zonder computer aanvragen.",
    ],
)
def test_a_way_that_the_bill_closes(sentence: str) -> None:
    assert found("tegenspraak-toegang", f"2. Aanvraag\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "De woonbijdrage kan niet per post worden aangevraagd.",
        "De aanvraag op papier vervalt.",
        "Tot nu toe werd de woonbijdrage aan de balie aangevraagd.",
    ],
)
def test_a_way_that_is_not_promised(sentence: str) -> None:
    assert not found("tegenspraak-toegang", f"2. Aanvraag\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "De huurder kan de woonbijdrage op ieder moment aanvragen na de ingang van de huur.",
        "De woonbijdrage kan tot de laatste dag van de huur worden aangevraagd.",
        "De huurder kan de woonbijdrage tot het einde van het jaar aanvragen na de ingang van de huur.",
        "Voor de aanvraag van de woonbijdrage heeft de huurder geen uiterste datum na de ingang van de huur.",
        "De huurder heeft ruim de tijd om de woonbijdrage aan te vragen na de ingang van de huur.",
        "De huurder kan de woonbijdrage aanvragen wanneer hij wil na de ingang van de huur.",
    ],
)
def test_a_time_without_an_end(sentence: str) -> None:
    assert found("tegenspraak-getal", f"2. Aanvraag\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "De huurder heeft een half jaar de tijd om de woonbijdrage aan te vragen (artikel 3).",
        "De aanvraag kan binnen twee maanden na de ingang van de huur worden gedaan (artikel 3).",
        "Tussen de ingang van de huur en de aanvraag liggen ten hoogste tien weken (artikel 3).",
        "Artikel 3 geeft de huurder een kwartaal de tijd.",
        "De huurder moet de woonbijdrage binnen anderhalve maand aanvragen (artikel 3).",
    ],
)
def test_another_length_than_the_bill(sentence: str) -> None:
    assert found("tegenspraak-getal", f"2. Aanvraag\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "De aanvraag wordt binnen drie weken gedaan (artikel 3).",
        "De aanvraag wordt binnen 21 dagen gedaan (artikel 3).",
        "Een aanvraag wordt doorgaans binnen twee maanden behandeld (artikel 3).",
        "Een besluit op grond van artikel 3 heeft een looptijd van twaalf jaar.",
        "De huurder kan niet op ieder moment een aanvraag doen.",
    ],
)
def test_the_same_length_or_another_term(sentence: str) -> None:
    assert not found("tegenspraak-getal", f"2. Aanvraag\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "De hardheidsclausule van artikel 17 geldt voor de hele verordening.",
        "Met de hardheidsclausule kan het college van alle artikelen afwijken.",
        "De hardheidsclausule geldt voor elke bepaling.",
        "De artikelen kennen een hardheidsclausule die voor alle artikelen geldt.",
        "De hardheidsclausule ziet op iedere verplichting.",
        "In alle schrijnende gevallen kan het college op grond van de hardheidsclausule afwijken.",
        "De hardheidsclausule is geschreven voor de regeling als geheel.",
        "De hardheidsclausule werkt over de hele linie.",
    ],
)
def test_a_clause_that_is_told_too_wide(sentence: str) -> None:
    assert found("tegenspraak-clausule", f"9. Onbillijke gevallen\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "De hardheidsclausule van artikel 17 ziet alleen op artikel 5.",
        "De hardheidsclausule geldt niet voor alle artikelen.",
        "Gevraagd is om een hardheidsclausule voor alle artikelen.",
        "Met de hardheidsclausule kan het college van artikel 5 afwijken.",
    ],
)
def test_a_clause_that_is_told_as_it_is(sentence: str) -> None:
    assert not found("tegenspraak-clausule", f"9. Onbillijke gevallen\n{sentence}")
