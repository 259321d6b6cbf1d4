"""What an amendment takes away, a view of man, what was not examined and objections passed over: other wordings, and look-alikes."""

from __future__ import annotations

import pytest
from tegen_toelichting import WOONBIJDRAGE as BILL
from tegen_toelichting import against

AMENDING = """ARTIKEL I
De Wet woonbijdrage wordt als volgt gewijzigd:

A
In artikel 4, tweede lid, wordt «kan het college de woonbijdrage verlagen» vervangen door «verlaagt het college de woonbijdrage».

B
In artikel 6, eerste lid, vervalt de zinsnede «, nadat de huurder de gelegenheid heeft gehad de ontbrekende stukken aan te vullen».

C
In artikel 8, eerste lid, wordt «zes weken» vervangen door «twee weken».

D
In artikel 20 wordt «artikel 4, artikel 6 of artikel 8 buiten toepassing laten» vervangen door «artikel 4 buiten toepassing laten».

E
In artikel 10 wordt «aannemelijk maakt» vervangen door «met bewijsstukken aantoont».
"""
LONGER = """ARTIKEL I
De Wet woonbijdrage wordt als volgt gewijzigd:

A
In artikel 8, eerste lid, wordt «twee weken» vervangen door «zes weken».

B
In artikel 9 wordt «de Wet werk en bijstand» vervangen door «de Participatiewet».

C
In artikel 12 wordt «verstrekt het college» vervangen door «kan het college verstrekken».
"""
HEAD = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nDit voorstel regelt de woonbijdrage.\n\n"


def found(check: str, passage: str, bill: str = BILL) -> bool:
    return bool(against(check, bill, f"{HEAD}{passage}"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Als de huurder niet meewerkt, kan het college de woonbijdrage verlagen.",
        "Het college mag de woonbijdrage verlagen.",
        "Het college is bevoegd de woonbijdrage te verlagen.",
        "Het college heeft de mogelijkheid de woonbijdrage te verlagen als de huurder niet meewerkt.",
    ],
)
def test_a_power_that_the_amendment_makes_a_duty(sentence: str) -> None:
    assert found("tegenspraak-ruimte", f"2. Verlaging\n{sentence}", AMENDING)


@pytest.mark.parametrize(
    "sentence",
    [
        "Op dit moment kan het college de woonbijdrage verlagen.",
        "Het college kan de woonbijdrage niet verlagen.",
        "Het college verlaagt de woonbijdrage.",
    ],
)
def test_a_power_of_today(sentence: str) -> None:
    assert not found("tegenspraak-ruimte", f"2. Verlaging\n{sentence}", AMENDING)


@pytest.mark.parametrize(
    "sentence",
    [
        "De gelegenheid om ontbrekende stukken aan te vullen blijft bestaan.",
        "De huurder kan ontbrekende stukken alsnog aanvullen.",
        "De huurder krijgt nog steeds de gelegenheid ontbrekende stukken aan te vullen.",
        "Het college gaat soepel om met het bewijs.",
    ],
)
def test_what_the_amendment_takes_away(sentence: str) -> None:
    assert found("belofte-zonder-grondslag", f"2. Stukken\n{sentence}", AMENDING)


@pytest.mark.parametrize(
    "passage",
    [
        "ARTIKELSGEWIJS\n\nArtikel I, onderdeel A (artikel 4)\nDit is een technische aanpassing.",
        "ARTIKELSGEWIJS\n\nArtikel I, onderdeel B (artikel 6)\nDe bepaling wordt vereenvoudigd.",
        "ARTIKELSGEWIJS\n\nArtikel I, onderdeel B (artikel 6)\nDe zinsnede is overbodig.",
        "ARTIKELSGEWIJS\n\nArtikel I, onderdeel C (artikel 8)\nDe termijn wordt geharmoniseerd.",
        "ARTIKELSGEWIJS\n\nArtikel I, onderdeel C (artikel 8)\nHet gaat om een kleine aanpassing.",
        "ARTIKELSGEWIJS\n\nArtikel I, onderdeel D (artikel 20)\nDe hardheidsclausule wordt geactualiseerd.",
        "ARTIKELSGEWIJS\n\nArtikel I, onderdeel E (artikel 10)\nDit onderdeel is zuiver technisch.",
        "2. Hoofdlijnen\nDe hardheidsclausule wordt gemoderniseerd.",
        "2. Hoofdlijnen\nDe betaaltermijn wordt gestroomlijnd en bedraagt twee weken.",
    ],
)
def test_a_change_told_as_technique(passage: str) -> None:
    assert found("waarborg-vervalt", passage, AMENDING)


@pytest.mark.parametrize(
    "passage",
    [
        "ARTIKELSGEWIJS\n\nArtikel I, onderdeel A (artikel 8)\nDit is een technische aanpassing.",
        "ARTIKELSGEWIJS\n\nArtikel I, onderdeel B (artikel 9)\nDit onderdeel is zuiver technisch.",
        "2. Hoofdlijnen\nDe betaaltermijn wordt gestroomlijnd en bedraagt zes weken.",
    ],
)
def test_technique_that_takes_nothing(passage: str) -> None:
    assert not found("waarborg-vervalt", passage, LONGER)


@pytest.mark.parametrize(
    "sentence",
    [
        "Een huurder die beseft dat hij zonder opgave zijn woonbijdrage kwijt is, zorgt dat hij op tijd is.",
        "Iemand die weet wat er anders gebeurt, vergeet de opgave niet.",
        "Wie begrijpt dat de termijn kort is, houdt de post in de gaten.",
        "Een smartphone heeft tegenwoordig iedereen.",
        "Vrijwel alle huurders hebben internet en gebruiken het dagelijks.",
        "Huurders die weten dat hun woonbijdrage ervan afhangt, zullen hun stukken op orde hebben.",
        "Het formulier is bij huurders bekend en zal dan ook geen problemen geven.",
        "Een huurder die te laat is, weet wat hem te wachten staat.",
        "Huurders zijn zelf de baas over hun stukken en zullen die regelmatig nakijken.",
        "Huurders zijn doorgaans goed op de hoogte van hun rechten.",
        "Huurders plannen vooruit en weten ruim van tevoren wanneer zij verhuizen.",
        "Huurders beschikken over de vaardigheden om een formulier in te vullen.",
        "Een huurder die dat beseft, bedenkt zich wel.",
    ],
)
def test_a_view_of_man(sentence: str) -> None:
    assert found("rationele-burger", f"2. Gevolgen\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Het college weet dat huurders verhuizen, en zorgt daarom voor een nazendadres.",
        "Van de directeur mag worden verwacht dat hij tijdig beslist.",
        "Van de regeling kan worden verwacht dat zij de kosten drukt.",
        "Het ligt op de weg van de huurder om aan te tonen dat hij huur betaalt.",
        "Aangenomen mag worden dat hij huurder is.",
        "De regels zijn duidelijk, zodat iedereen weet waar hij aan toe is.",
        "Huurders zijn goed op de hoogte als zij hulp krijgen bij het lezen van de brief.",
    ],
)
def test_no_view_of_man(sentence: str) -> None:
    assert not found("rationele-burger", f"2. Gevolgen\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Voor huurders heeft de doenvermogentoets nog niet plaatsgevonden.",
        "Onder huurders is geen raadpleging gehouden over de melding.",
        "Een proef met het formulier onder huurders is niet uitgevoerd.",
        "Voor een onderzoek naar de gevolgen voor huurders was geen tijd.",
        "Huurders zijn in de toets van de melding niet betrokken.",
        "Van de overige plichten voor huurders is geen beeld gevormd.",
        "De last voor huurders is niet berekend.",
        "Huurders zijn over de termijn niet geraadpleegd.",
    ],
)
def test_what_was_not_examined(sentence: str) -> None:
    assert found("gevolg-niet-onderzocht", f"2. Gevolgen\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "De melding is met huurders beproefd.",
        "Onder huurders is geen raadpleging gehouden, omdat de plicht voor hen vervalt.",
    ],
)
def test_what_was_examined_or_has_a_reason(sentence: str) -> None:
    assert not found("gevolg-niet-onderzocht", f"2. Gevolgen\n{sentence}")


@pytest.mark.parametrize(
    "passage",
    [
        "Het Adviescollege toetsing regeldruk adviseerde de afschriften te laten vervallen.",
        "De huurdersbond vroeg om een langere termijn.",
        "Online vroegen de huurdersbond en de ouderenbond om een ruimere termijn. De wet wordt na vijf jaar geëvalueerd.",
        "De ombudsman wees op mensen voor wie het te ingewikkeld is.",
        "Het adviescollege oordeelde dat de noodzaak niet is aangetoond. De regering ziet dit anders.",
        "De huurdersbond noemde drie weken te kort. Deze reacties hebben niet tot aanpassing geleid.",
        "De huurdersbond bepleitte een balie. De gemeente houdt vast aan het portaal.",
        "De ombudsman vroeg om een herinnering. Het voorstel is ongewijzigd gebleven.",
        "De huurdersbond vond de termijn te kort. Het kabinet blijft bij de gekozen termijn.",
    ],
)
def test_an_objection_that_is_passed_over(passage: str) -> None:
    assert found("bezwaar-gepasseerd", f"7. Consultatie\n{passage}")


@pytest.mark.parametrize(
    "passage",
    [
        "De huurdersbond vroeg om een langere termijn; die is opgenomen.",
        "De huurdersbond vroeg om een langere termijn. Die is daarom verlengd.",
        "Het adviescollege adviseerde positief.",
        "De huurdersbond had geen opmerkingen.",
        "Online vroegen de huurdersbond en de ouderenbond om een ruimere termijn. Er is een maand bij gekomen; die is toegevoegd.",
        "De huurdersbond vroeg om een langere termijn. Daaraan staat de begroting in de weg. De wet wordt na vijf jaar geëvalueerd.",
        "Het adviescollege adviseerde de eis te schrappen. Dat advies is overgenomen.",
        "De huurdersbond noemde drie weken te kort. De regering ziet dit anders, omdat langer wachten tot hogere schulden leidt.",
    ],
)
def test_an_objection_that_is_answered(passage: str) -> None:
    assert not found("bezwaar-gepasseerd", f"7. Consultatie\n{passage}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Met het doenvermogen van huurders is bij het opstellen van de regeling terdege rekening gehouden.",
        "De regering heeft oog voor het doenvermogen van huurders.",
        "Aan het doenvermogen van huurders is bij de voorbereiding van het voorstel aandacht besteed.",
        "Bij het ontwerpen is stilgestaan bij het doenvermogen.",
        "De wet doet op huurders geen zwaarder beroep dan zij aankunnen.",
        "De regeling past bij het doenvermogen van huurders.",
        "Het doenvermogen van huurders is bij het ontwerp bekeken.",
        "Er wordt niet te veel van mensen gevraagd.",
    ],
)
def test_an_empty_assurance_in_other_words(sentence: str) -> None:
    assert found("doenvermogen-mager", f"4. Gevolgen\n{sentence}")


LETTERS = """ARTIKEL I
De Wet woonbijdrage wordt als volgt gewijzigd:

A
In artikel 8, eerste lid, wordt «zes weken» vervangen door «twee weken» en wordt in het derde lid «kan het college» vervangen door «moet
het college».

B
Artikel 9 komt te luiden:

Artikel 9
De huurder die niet binnen tien dagen heeft gemeld dat hij is verhuisd, verliest zijn recht op woonbijdrage.

C
Artikel 10, derde lid, vervalt.

D
In artikel 20 wordt «onbillijkheid van overwegende aard» vervangen door «zeer uitzonderlijke hardheid».
"""
NO_CLAUSE = LETTERS.split("\nD\n")[0]
BY_ITEM = "ARTIKELSGEWIJS\n\nArtikel I\n\n"


def test_an_item_is_known_by_the_heading_above_it() -> None:
    said = against("waarborg-vervalt", LETTERS, f"{HEAD}{BY_ITEM}Onderdeel A (artikel 8)\nDe termijn wordt geharmoniseerd.")
    assert len(said) == 1  # and told once
    assert "zes weken" in said[0].message


@pytest.mark.parametrize("sentence", ["Het derde lid is overbodig.", "Dit is een redactionele verbetering."])
def test_another_item_says_nothing_of_this_one(sentence: str) -> None:
    assert not found("waarborg-vervalt", f"{BY_ITEM}Onderdeel C (artikel 10, derde lid)\n{sentence}", LETTERS)


@pytest.mark.parametrize(
    ("bill", "heading", "expected"),
    [
        (LETTERS, "Onderdeel D (artikel 20)", False),  # the words that are replaced are those of the clause
        (NO_CLAUSE, "Onderdeel C (artikel 10)", False),  # it can stand in the leden that stay
        (NO_CLAUSE, "Onderdeel B (artikel 9)", True),  # the artikel is there in full
    ],
)
def test_a_clause_of_the_amended_law(bill: str, heading: str, expected: bool) -> None:
    passage = f"{BY_ITEM}{heading}\nDe huurder kan een beroep doen op de hardheidsclausule."
    assert found("tegenspraak-clausule", passage, bill) is expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Artikel 10, derde lid, bepaalde dat wie door ziekte te laat meldt, zijn recht behoudt.",
        "In het derde lid stond dat wie door ziekte te laat meldt, zijn recht behoudt.",
        "Het lid, op grond waarvan wie door ziekte te laat meldde zijn recht behoudt of een vergoeding kon krijgen, vervalt.",
    ],
)
def test_what_a_provision_had_is_no_promise(sentence: str) -> None:
    assert not found("belofte-zonder-grondslag", f"2. Melden\n{sentence}", LETTERS)


def test_what_is_given_now_is_one() -> None:
    assert found("belofte-zonder-grondslag", "2. Melden\nWie door ziekte te laat meldt dat hij is verhuisd, behoudt zijn recht.", LETTERS)


def test_an_item_that_is_not_there() -> None:
    passage = f"{BY_ITEM}Onderdeel H (artikel 22)\nDe huurder krijgt een vergoeding."
    assert found("verwijzing-zonder-artikel", passage, LETTERS)
    assert not found("belofte-zonder-grondslag", passage, LETTERS)
    assert not found("verwijzing-zonder-artikel", passage.replace("Onderdeel H", "Onderdeel C"), LETTERS)
    several = "ARTIKELSGEWIJS\n\nArtikel I, onderdeel A, II, V, onderdeel A\nDe naam van de minister wordt aangepast."
    assert not found("verwijzing-zonder-artikel", several, LETTERS)


def test_the_number_of_an_artikel_keeps_its_capitals() -> None:
    told = against("belofte-zonder-grondslag", LETTERS, f"{HEAD}2. Verhuizen\nDe verhuisde huurder krijgt een vergoeding van de kosten.")
    assert told
    assert all("rtikel i," not in f.message for f in told)
    assert any("Artikel I, onderdeel B" in f.message for f in told)
