"""What reviewers remarked in six drafts and was not said, each beside what looks like it and must stay as it was."""

from __future__ import annotations

import pytest
from artikel_vijf import CATALOGUE, PEOPLE, findings

from doenvermogentoets.analysis import analyse
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.testing import Marked, dossier_of

FATAL = "fatale-termijn-zonder-uitweg"
SHORT = "korte-termijn"
DIGITAL = "uitsluitend-digitaal"
NEGATIONS = "ontkenningstapel"
EVENT = "termijn-bij-levensgebeurtenis"
LIMIT = "harde-grens"


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
