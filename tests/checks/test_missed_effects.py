"""Effects that reviewers remarked in six drafts and that were not said, each beside what looks like it and must stay as it was."""

from __future__ import annotations

import pytest
from artikel_vijf import findings

from doenvermogentoets.findings import Severity

SANCTION = "sanctie-zonder-matiging"
LOSS = "zwaar-gevolg-zonder-uitweg"
BY_LAW = "verlies-van-rechtswege"
BOUND = "gebonden-besluit-niet-uitgelegd"


# All of a debt out of what somebody lives on.


@pytest.mark.parametrize(
    "text",
    [
        "Het UWV verrekent de vordering volledig met de eerstvolgende uitkering van de werknemer.",
        "De te veel betaalde toeslag wordt geheel ingehouden op de toeslag van de volgende maand van de ouder.",
        "Het college verrekent hetgeen de bewoner te veel ontving in zijn geheel met de bijzondere bijstand.",
    ],
)
def test_all_of_a_debt_withheld_is_a_sanction_without_measure(text: str) -> None:
    assert [f.severity for f in findings(text, SANCTION)] == [Severity.SUGGESTION]


@pytest.mark.parametrize(
    "text",
    [
        "Het college verrekent de vordering geheel of gedeeltelijk met de uitkering van de ouder.",
        "Het UWV verrekent de vordering met de uitkering van de werknemer.",
        "De draagkracht van de ouder wordt eerst geheel verrekend.",
    ],
)
def test_what_is_set_off_in_part_or_is_no_debt_is_not(text: str) -> None:
    assert not findings(text, SANCTION)


# What is raised stands in the condition.


@pytest.mark.parametrize(
    "text",
    [
        "Is de eigen bijdrage van de ouder niet binnen een maand betaald, dan wordt zij verhoogd met een kwart.",
        "Is de factuur aan de ouder op de vervaldag onbetaald gebleven, dan wordt het bedrag met twintig procent verhoogd.",
        "Is het liggeld van de bewoner niet vóór 1 april voldaan, dan wordt dit vermeerderd met € 75.",
    ],
)
def test_a_surcharge_on_what_the_condition_names_is_found(text: str) -> None:
    assert findings(text, SANCTION)


@pytest.mark.parametrize(
    "text",
    [
        "Is de uitkering van de ouder niet binnen een maand betaald, dan wordt zij verhoogd met vijf procent.",
        "Is de eigen bijdrage van de bewoner niet betaald, dan kan zij worden verhoogd met tien procent.",
        "Is het kind ouder dan zes jaar, dan wordt de toeslag van de ouder verhoogd met tien procent.",
    ],
)
def test_what_somebody_gets_more_or_may_be_raised_is_not(text: str) -> None:
    assert not findings(text, SANCTION)


# Blame set aside in so many words, and a waiver for heirs only.


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Wat te veel is betaald, wordt van de ouder teruggevorderd, ongeacht of hij dat kon weten.", "kon weten"),
        ("Het college vordert het voorschot van de bewoner terug, ongeacht de oorzaak.", "oorzaak"),
        ("Hetgeen onverschuldigd is betaald, wordt van de ouder teruggevorderd, ongeacht of deze te goeder trouw was.", "trouw was"),
    ],
)
def test_words_that_set_blame_aside_belong_to_the_finding(text: str, end: str) -> None:
    (found,) = findings(text, SANCTION)
    assert found.document.text[found.span].endswith(end)
    assert "niet uitmaakt" in found.message


def test_without_such_words_the_finding_is_as_it_was() -> None:
    (found,) = findings("Wat te veel is betaald, wordt van de ouder teruggevorderd, tenzij het minder dan € 50 is.", SANCTION)
    assert found.document.text[found.span] == "teruggevorderd"


@pytest.mark.parametrize(
    "waiver",
    [
        "Van terugvordering van nabestaanden wordt afgezien.",
        "Van terugvordering wordt afgezien indien de ouder is overleden.",
        "Na het overlijden van de ouder blijft terugvordering achterwege.",
    ],
)
def test_a_waiver_for_heirs_helps_nobody_else(waiver: str) -> None:
    assert findings(f"1. Wat te veel is betaald, wordt van de ouder teruggevorderd.\n2. {waiver}", SANCTION)


@pytest.mark.parametrize(
    "waiver",
    [
        "Van terugvordering wordt afgezien indien daarvoor dringende redenen zijn.",
        "Van terugvordering wordt afgezien indien de ouder is overleden of indien zij onevenredig zou zijn.",
        "Het college kan van terugvordering afzien.",
    ],
)
def test_a_waiver_for_anybody_still_helps(waiver: str) -> None:
    assert not findings(f"1. Wat te veel is betaald, wordt van de ouder teruggevorderd.\n2. {waiver}", SANCTION)


# «Uitsluitend recht» is the name of a right.


@pytest.mark.parametrize(
    "text",
    [
        "Heeft de bewoner de vergoeding niet tijdig betaald, dan vervalt zijn uitsluitend gebruiksrecht.",
        "Is de verlenging door de ouder niet tijdig aangevraagd, dan vervalt het uitsluitend recht op de plaats.",
        "Meldt de huurder zich niet binnen een maand, dan vervalt het uitsluitend recht van rechtswege.",
    ],
)
def test_an_exclusive_right_can_be_lost(text: str) -> None:
    assert findings(text, LOSS) or findings(text, BY_LAW)


@pytest.mark.parametrize(
    "text",
    [
        "Het recht van de ouder vervalt uitsluitend als hij de aanvraag niet tijdig doet.",
        "Het recht van de bewoner vervalt alleen indien hij niet meewerkt.",
    ],
)
def test_a_loss_that_is_limited_is_a_safeguard(text: str) -> None:
    assert not findings(text, LOSS) and not findings(text, BY_LAW)


# Ended by law, on something else than an omission.


@pytest.mark.parametrize(
    "text",
    [
        "De aanspraak op de toelage eindigt van rechtswege zodra de bewoner een bedrag van de verzekeraar aanvaardt.",
        "Wanneer de ouder langer dan vier weken in het buitenland verblijft, eindigt het recht op de vergoeding van rechtswege.",
        "Na twaalf maanden vervalt de uitkering van de ouder van rechtswege, tenzij hij zijn werk weer geheel doet.",
    ],
)
def test_a_right_that_ends_by_law_is_information(text: str) -> None:
    assert [f.severity for f in findings(text, BY_LAW)] == [Severity.INFO]


@pytest.mark.parametrize(
    "text",
    [
        "Het recht op de uitkering eindigt van rechtswege op de dag na het overlijden van de ouder.",
        "Het recht op de toelage eindigt van rechtswege op verzoek van de ouder.",
        "De inschrijving van de rechtspersoon in het register vervalt van rechtswege zodra hij is ontbonden.",
        "De benoeming van het lid van de adviesraad eindigt van rechtswege na vier jaren.",
    ],
)
def test_a_natural_end_is_not(text: str) -> None:
    assert not findings(text, BY_LAW)


# Not dealt with any further; not mended; wrongly registered; not given back.


@pytest.mark.parametrize(
    "text",
    [
        "Geeft de ouder geen gehoor aan de oproep, dan behandelt het college zijn aanvraag niet verder.",
        "Verleent de bewoner geen medewerking aan het huisbezoek, dan neemt het college zijn aanvraag niet langer in behandeling.",
        "Verschijnt de huurder niet op de afspraak, dan wordt zijn aanvraag niet verder in behandeling genomen.",
        "Geen tegemoetkoming wordt verstrekt indien het aantal kinderen van de ouder niet juist in het register was vermeld.",
    ],
)
def test_what_somebody_left_undone_costs_him_his_application(text: str) -> None:
    assert findings(text, LOSS)


@pytest.mark.parametrize(
    "text",
    [
        "Een aanvraag van de huurder waarbij een stuk ontbreekt, wordt niet verder in behandeling genomen.",  # Awb 4:5
        "Het college neemt de aanvraag van de ouder in behandeling op de dag van ontvangst.",
        "De inspecteur behandelt de aangifte van de ouder niet eerder dan op 1 maart.",
    ],
)
def test_what_can_be_completed_or_only_waits_is_not(text: str) -> None:
    assert not findings(text, LOSS)


def test_a_defect_that_is_not_mended_is_no_recovery_from_illness() -> None:
    assert findings(
        "Het college trekt de vergunning van de bewoner in indien het gebrek na een jaar niet is hersteld.", "gebonden-intrekking"
    )
    assert not findings("Het college trekt de toelage van de bewoner in zodra hij is hersteld.", "gebonden-intrekking")


@pytest.mark.parametrize(
    "text",
    [
        "Lesgeld dat de ouder al heeft betaald, wordt niet terugbetaald.",
        "Van het door de bewoner betaalde liggeld vindt geen teruggaaf plaats.",
        "Leges die de huurder heeft voldaan, worden niet teruggegeven.",
    ],
)
def test_money_that_is_not_given_back_is_information_without_a_toelichting(text: str) -> None:
    assert [f.severity for f in findings(text, BOUND)] == [Severity.INFO]


@pytest.mark.parametrize(
    "text",
    [
        "Het lesgeld van de ouder wordt terugbetaald als het kind ziek is.",
        "De borg van de huurder wordt niet eerder terugbetaald dan na de oplevering.",
        "Van de kosten van de bewoner vindt geen terugbetaling plaats voor zover de gemeente ze al heeft vergoed.",
    ],
)
def test_money_that_is_given_back_later_or_for_the_rest_is_not(text: str) -> None:
    assert not findings(text, BOUND)
