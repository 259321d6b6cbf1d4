"""What reviewers remarked in six drafts and was not said, each beside what looks like it and must stay as it was."""

from __future__ import annotations

import pytest
from artikel_vijf import CATALOGUE, PEOPLE, findings

from doenvermogentoets.analysis import analyse
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.testing import Marked, dossier_of

SANCTION = "sanctie-zonder-matiging"
LOSS = "zwaar-gevolg-zonder-uitweg"
BY_LAW = "verlies-van-rechtswege"
BOUND = "gebonden-besluit-niet-uitgelegd"
FATAL = "fatale-termijn-zonder-uitweg"
SHORT = "korte-termijn"
DIGITAL = "uitsluitend-digitaal"
NEGATIONS = "ontkenningstapel"
EVENT = "termijn-bij-levensgebeurtenis"
LIMIT = "harde-grens"


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


# Papers that were not handed in in time.


@pytest.mark.parametrize(
    "text",
    [
        "Kosten die niet binnen dertig dagen na de factuurdatum zijn gedeclareerd, komen niet voor vergoeding in aanmerking.",
        "Reiskosten die later dan een maand na de behandeling worden gedeclareerd, worden niet vergoed.",
        "Uitgaven van de ouder die niet binnen zes weken na het kwartaal zijn opgegeven, blijven voor zijn rekening.",
        "De ouder dient de aanvraag in binnen drie weken na de brief. Een later gedane aanvraag wordt niet in behandeling genomen.",
    ],
)
def test_costs_and_applications_that_come_later_have_a_fatal_limit(text: str) -> None:
    assert findings(text, FATAL)


@pytest.mark.parametrize(
    "text",
    [
        "Gegevens die niet binnen vier weken door het college zijn verstrekt, vraagt de ouder bij de gemeente op.",
        "Kosten die binnen dertig dagen na de factuurdatum zijn gedeclareerd, worden binnen een week vergoed.",
        "Kosten die het college niet binnen zes weken heeft vergoed, worden vermeerderd met rente.",
    ],
)
def test_limits_of_the_authority_are_not_his(text: str) -> None:
    assert not findings(text, FATAL)


def test_a_limit_before_the_end_is_told_once() -> None:
    text = (
        "De aanvraag wordt ten minste acht weken voor het verstrijken van de termijn ingediend. Een later ingediende "
        "aanvraag wordt niet in "
        "behandeling genomen."
    )
    assert len(findings(text, FATAL)) == 1


CLAUSE = "\n\nArtikel 12\nHet college kan in bijzondere gevallen van deze regeling afwijken.\n"


@pytest.mark.parametrize(
    "text",
    [
        "De aanvraag wordt ingediend binnen tien dagen na de toekenning. Een te laat ingediende aanvraag wordt niet in "
        "behandeling genomen.",
        "Kosten die niet binnen dertig dagen na de factuurdatum zijn gedeclareerd, komen niet voor vergoeding in aanmerking.",
    ],
)
def test_a_short_limit_under_a_clause_is_asked_about_where_nobody_is_named(text: str) -> None:
    assert findings(text, SHORT, PEOPLE + CLAUSE)


@pytest.mark.parametrize(
    "text",
    [
        "Het verzetschrift wordt ingediend binnen twee weken na de betekening. Een later verzet is niet-ontvankelijk.",
        "De aanvraag van de onderneming wordt ingediend binnen tien dagen. Een te late aanvraag wordt niet in behandeling genomen.",
    ],
)
def test_a_remedy_or_a_firm_is_not(text: str) -> None:
    firms = "\n\nArtikel 9\nDe onderneming en de rechtspersoon houden een boekhouding van het bedrijf bij.\n"
    assert not findings(text, SHORT, firms + CLAUSE)


# A window that is worded as a right.


@pytest.mark.parametrize(
    "text",
    [
        "Een aanvraag kan worden ingediend van 3 mei 2027, 10.00 uur, tot en met 14 mei 2027, 16.00 uur.",
        "Aanvragen van bewoners kunnen worden ingediend in de periode van 1 juni 2027 tot en met 21 juni 2027.",
        "De aanvraag van de ouder kan tussen 1 februari en 20 februari worden gedaan.",
    ],
)
def test_a_few_days_in_which_one_can_apply_are_found(text: str) -> None:
    assert findings(text, SHORT)


@pytest.mark.parametrize(
    "text",
    [
        "Het college kan de aanvraag behandelen van 3 mei 2027 tot en met 14 mei 2027.",
        "De aanvraag kan worden ingediend van 1 maart 2027 tot en met 30 september 2027.",
        "De tentoonstelling kan worden bezocht van 1 mei 2027 tot en met 14 mei 2027.",
    ],
)
def test_half_a_year_or_something_else_is_not(text: str) -> None:
    assert not findings(text, SHORT)


# The act of a person taken up as a noun, and what the authority writes.

NATURAL = "\n\nArtikel 1\nIn deze wet wordt verstaan onder houder: natuurlijke persoon die thuis een dier houdt.\n"


@pytest.mark.parametrize(
    "text",
    [
        "1. De bewoner meldt zich aan voordat hij het apparaat plaatst.\n2. De aanmelding vindt uitsluitend plaats via het portaal van de "
        "gemeente.\n3. Een leverancier die een onderneming drijft, meldt de levering binnen vijf dagen.",
        "1. De ouder vraagt de bijdrage aan voor 1 mei. Het college wijst hem daar schriftelijk op.\n"
        "2. De aanvraag wordt ingediend met het webformulier van de gemeente.",
        "1. De houder registreert zijn dier.\n2. De registratie geschiedt enkel langs digitale weg.\n3. De onderneming "
        "die het dier levert, "
        "meldt dit aan de minister.",
    ],
)
def test_the_only_road_of_a_person_is_digital(text: str) -> None:
    found = findings(text, DIGITAL, PEOPLE + NATURAL)
    assert found and found[0].severity is not Severity.INFO


@pytest.mark.parametrize(
    "text",
    [
        "1. De ouder vraagt de bijdrage aan. Hij kan dat schriftelijk doen.\n2. De aanvraag wordt ingediend met het "
        "webformulier van de gemeente.",
        "1. De ouder vraagt de bijdrage aan. Het college neemt ook een aanvraag op papier in behandeling.\n"
        "2. De aanvraag wordt ingediend met het webformulier van de gemeente.",
    ],
)
def test_a_road_on_paper_counts(text: str) -> None:
    assert not findings(text, DIGITAL)


# Negations that hide in a ban or in a prefix.


@pytest.mark.parametrize(
    "text",
    [
        "Het is de bewoner verboden zijn woning te verhuren, tenzij het college hem niet binnen een maand na zijn "
        "melding heeft bericht dat dit "
        "niet mag.",
        "De oude regeling blijft voor de huurder gelden, tenzij de nieuwe regeling voor hem niet ongunstiger is dan de oude.",
        "De aanvraag van de ouder wordt toegewezen, tenzij het niet onaannemelijk is dat hij elders een bijdrage ontvangt.",
    ],
)
def test_hidden_negations_count(text: str) -> None:
    assert findings(text, NEGATIONS)


@pytest.mark.parametrize(
    "text",
    [
        "Het is de bewoner verboden zijn woning te verhuren, tenzij het college daarvoor een vergunning heeft verleend "
        "die niet is ingetrokken.",
        "Het is niet onredelijk dat de ouder die daarvoor tijd heeft gekregen een eigen bijdrage aan het vervoer betaalt.",
        "De bewoner doet dit niet onverwijld, tenzij het college hem daarom vraagt of de termijn voor hem is verlengd.",
    ],
)
def test_one_exception_is_no_stack(text: str) -> None:
    assert not findings(text, NEGATIONS)


# Proof that must date from just after an event.


@pytest.mark.parametrize(
    "text",
    [
        "De aanvrager legt een verklaring van zijn arts over die is afgegeven binnen twee maanden na het ongeval.",
        "Het letsel blijkt uit een foto die is gemaakt binnen een week na de mishandeling van het slachtoffer.",
        "Het letsel wordt aangetoond met een medisch rapport dat is opgesteld binnen zes maanden na het geweldsmisdrijf.",
    ],
)
def test_proof_of_the_first_weeks_is_asked_about(text: str) -> None:
    assert findings(text, EVENT)


@pytest.mark.parametrize(
    "text",
    [
        "Het rapport over het ongeval wordt door de inspecteur binnen zes maanden na het ongeval uitgebracht.",
        "De aanvrager legt een verklaring over die is afgegeven binnen twee maanden na de aanvraag.",
        "De bewoner legt een rapport over dat niet ouder is dan zes maanden.",
    ],
)
def test_a_recent_paper_is_not(text: str) -> None:
    assert not findings(text, EVENT)


# A hard limit under a clause that names no case.


def test_a_hard_limit_under_a_vague_clause_is_information() -> None:
    text = "Geen recht op een tegemoetkoming heeft de ouder wiens inkomen hoger is dan € 40.000."
    note = "Nota van toelichting\n\nArtikel 5\nDit artikel regelt wie recht heeft.\n"
    assert [f.severity for f in findings(text, LIMIT, PEOPLE + CLAUSE, note)] == [Severity.INFO]


def test_a_clause_that_says_for_whom_covers_it() -> None:
    text = "Geen recht op een tegemoetkoming heeft de ouder wiens inkomen hoger is dan € 40.000."
    note = "Nota van toelichting\n\nArtikel 5\nDit artikel regelt wie recht heeft.\n"
    clause = (
        "\n\nArtikel 12\nHet college kan artikel 5 buiten toepassing laten of daarvan afwijken voor zover toepassing gelet op het belang "
        "van het gezin leidt tot een onbillijkheid van overwegende aard.\n"
    )
    assert not findings(text, LIMIT, PEOPLE + clause, note)


# A whole artikel that goes, and a toelichting that says no more.

AMENDS = "Artikel I\nDe Wet steun gezinnen wordt als volgt gewijzigd:\n\nA\nArtikel 14 vervalt.\n"


def _goes(told: str) -> list[Finding]:
    bill = Marked(AMENDS, f"Memorie van toelichting\n\nArtikelsgewijze toelichting\n\nArtikel I, onderdeel A (artikel 14)\n{told}\n", ())
    result = run_analysed(analyse(dossier_of(bill)), CATALOGUE.select(("waarborg-verzwakt",)))
    assert result.failures == []
    return result.findings


@pytest.mark.parametrize(
    "told", ["Dit onderdeel betreft het vervallen van artikel 14.", "Artikel 14 vervalt.", "Met dit onderdeel wordt artikel 14 geschrapt."]
)
def test_an_artikel_that_goes_untold_is_information(told: str) -> None:
    assert [f.severity for f in _goes(told)] == [Severity.INFO]


@pytest.mark.parametrize(
    "told",
    [
        "Artikel 14 vervalt omdat de overgangsperiode waarvoor het gold in 2024 is afgelopen en niemand er nog een beroep op kan doen.",
        "Artikel 14 is uitgewerkt.",
        "Artikel 14 vervalt. De regels over de wijze van betalen, die daarin stonden, zijn opgenomen in het nieuwe artikel 9 van deze wet.",
    ],
)
def test_a_reason_is_enough(told: str) -> None:
    assert not _goes(told)
