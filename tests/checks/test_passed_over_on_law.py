"""What was passed over on law that no rule was made on: each class beside what looks like it and must stay as it was."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets.testing import Marked, dossier_of

CATALOGUE = load()
PEOPLE = (
    "\n\nArtikel 90. Kring\nDe ouder van een kind of de bewoner van een woning ontvangt op zijn verzoek een tegemoetkoming voor zijn gezin "
    "en kinderen.\n"
)


def findings(text: str, check: str, around: str = PEOPLE) -> list[Finding]:
    """What one check says of a text, at any level."""
    result = run_analysed(analyse(dossier_of(Marked(f"{text}{around}", None, ()))), CATALOGUE.select((check,)))
    assert result.failures == []
    return [f for f in result.findings if f.check == check and f.span.start < len(text)]


_ILL = "Artikel 4\nDegene die verlof heeft, meldt zijn ziekte binnen drie dagen na het begin van zijn ziekte aan de directeur.\n\n"
_PLACES = "Artikel 5\n{wie}. De inrichting is schoon. De inrichting is veilig. De inrichting is open. De inrichting is heel.\n\n" + (
    "Artikel 6\nDe inrichting is licht. De inrichting is warm. De inrichting is ruim. De inrichting is droog. De inrichting is nieuw.\n"
)


@pytest.mark.parametrize(
    "wie",
    [
        "De gedetineerde verblijft in de inrichting",
        "De verpleegde woont in de inrichting",
        "De patiënt verblijft in een psychiatrische inrichting",
        "De jeugdige slaapt in de inrichting. De jeugdige eet er. De jeugdige leert er",
    ],
)
def test_an_institution_where_people_are_kept_is_no_business(wie: str) -> None:
    assert findings(_ILL + _PLACES.format(wie=wie), "termijn-bij-levensgebeurtenis", "")


@pytest.mark.parametrize("wie", ["De drijver zorgt voor de inrichting", "De jeugdige komt niet in de inrichting"])
def test_an_institution_of_somebody_who_runs_it_still_is(wie: str) -> None:
    assert not findings(_ILL + _PLACES.format(wie=wie), "termijn-bij-levensgebeurtenis", "")


_DOCTOR = "Artikel 5\nDe {arts} komt. De {arts} kijkt. De {arts} luistert. De {arts} schrijft. De {arts} vraagt. De {arts} gaat.\n\n" + (
    "Artikel 6\nDe {arts} belt. De {arts} wacht. De {arts} ziet. De {arts} leest. De {arts} weegt. De {arts} rust.\n"
)


@pytest.mark.parametrize(("arts", "seen"), [("bedrijfsarts", True), ("bedrijfsgeneeskundige", True), ("bedrijfsleider", False)])
def test_the_doctor_of_a_firm_does_not_make_a_text_one_about_firms(arts: str, seen: bool) -> None:
    assert bool(findings(_ILL + _DOCTOR.format(arts=arts), "termijn-bij-levensgebeurtenis", "")) is seen


@pytest.mark.parametrize("woord", ["terstond invorderbaar", "dadelijk opeisbaar", "onmiddellijk invorderbaar"])
def test_a_debt_that_can_be_collected_at_once(woord: str) -> None:
    assert findings(f"Artikel 5\nDe schuld is {woord} zodra de ouder verhuist.", "invordering-zonder-regeling")


def test_a_debt_that_can_be_collected_after_a_term_is_not() -> None:
    assert not findings("Artikel 5\nDe schuld is invorderbaar na zes maanden.", "invordering-zonder-regeling")


@pytest.mark.parametrize(
    "zin",
    [
        "De verlaging van de bijstand bedraagt dertig procent gedurende een maand indien de bewoner niet op het gesprek verschijnt.",
        "De weigering van de toeslag wordt vastgesteld op een kwart van het bedrag indien de ouder de inlichtingen niet verstrekt.",
        "De verlaging wordt verdubbeld indien de bewoner de verplichting opnieuw niet nakomt.",
        "De duur van de verlaging wordt verdubbeld indien de bewoner de verplichting opnieuw niet nakomt.",
    ],
)
def test_what_is_taken_may_be_a_noun_of_which_the_size_is_given(zin: str) -> None:
    assert findings(f"Artikel 5\n{zin}", "sanctie-zonder-matiging")


def test_its_size_may_stand_at_the_end_of_the_sentence() -> None:
    zin = "Indien de ouder niet meewerkt, wordt de inhouding op zijn toeslag gesteld op tien procent."
    bill = analyse(dossier_of(Marked(f"Artikel 5\n{zin}{PEOPLE}", None, ()))).bill
    assert [n.gevolg.soort.value for n in nadelen(bill)] == ["verlaging"]


@pytest.mark.parametrize(
    "zin",
    [
        "De inhouding op het loon bedraagt tien procent.",
        "De korting op de huur bedraagt tien procent indien de bewoner niet verhuist.",
        "De verlaging van de premie bedraagt tien procent indien de bewoner geen schade meldt.",
        "Over de weigering van de toeslag worden regels gesteld op voordracht van de minister.",
        "De verlaging van de bijstand kan worden vastgesteld op tien procent indien de bewoner niet verschijnt.",
    ],
)
def test_a_lower_price_a_chosen_deduction_or_room_is_not(zin: str) -> None:
    assert not findings(f"Artikel 5\n{zin}", "sanctie-zonder-matiging")


_TOLD = "Artikel 5\n1. De ouder meldt zijn ziekte binnen tien dagen.\n2. {zin}"


@pytest.mark.parametrize(
    "bewijs", ["hij aantoont dat niemand is geschaad.", ": a. hij aannemelijk maakt dat hij ziek was en b. hij dat meldt."]
)
def test_only_with_proof_is_there_a_right_after_an_omission(bewijs: str) -> None:
    zin = f"Indien de ouder verzuimt dit te melden, kan slechts recht op de uitkering ontstaan indien {bewijs}".replace(" :", ":")
    assert findings(_TOLD.format(zin=zin), "fatale-termijn-zonder-uitweg")


@pytest.mark.parametrize(
    "zin",
    [
        "Er bestaat slechts recht op de uitkering indien de ouder in Nederland woont.",
        "De ouder die zijn kind verzorgt, kan slechts recht op één uitkering hebben indien hij aantoont dat hij voor het kind zorgt.",
    ],
)
def test_a_limit_of_the_right_is_no_loss(zin: str) -> None:
    assert not findings(_TOLD.format(zin=zin), "fatale-termijn-zonder-uitweg")


def _richting(zin: str) -> list[str]:
    bill = analyse(dossier_of(Marked(f"Artikel 5\n{zin}", None, ()))).bill
    return [norm.richting for provision in bill.provisions for norm in provision.norms]


@pytest.mark.parametrize(
    ("zin", "richting"),
    [
        ("Is er geen passende functie, dan wordt aan de werknemer eervol ontslag verleend.", "nadelig"),
        ("De minister verleent de medewerker ontslag indien er geen functie voor hem is.", "nadelig"),
        ("Op zijn verzoek wordt aan de werknemer eervol ontslag verleend.", "gunstig"),
        ("De minister verleent een lid ontslag indien het verhuist.", "gunstig"),
        ("De minister verleent de werknemer een vergoeding wegens zijn ontslag.", "gunstig"),
        ("De minister verleent de werknemer na het ontslag een tegemoetkoming.", "gunstig"),
    ],
)
def test_a_dismissal_that_nobody_asked_for_is_no_favour(zin: str, richting: str) -> None:
    assert richting in _richting(zin)


_ITEMS = (
    "Artikel 5\nDe ouder die verhuist{kop}:\na. meldt dit binnen zes weken aan de minister;\nb. toont zijn geldige pas;{of}\n"
    "c. levert zijn oude pas in."
)


def _stacked(text: str) -> bool:
    return any("handelingen gevraagd" in f.message for f in findings(text, "stapeling-van-plichten"))


@pytest.mark.parametrize("of", ["", " en"])
def test_a_list_of_duties_is_a_stack(of: str) -> None:
    assert _stacked(_ITEMS.format(kop="", of=of))


@pytest.mark.parametrize(("kop", "of"), [("", " of"), (", doet een van de volgende dingen", ""), (" doet dit op een van de wijzen", "")])
def test_a_list_to_choose_from_is_none(kop: str, of: str) -> None:
    assert not _stacked(_ITEMS.format(kop=kop, of=of))


def test_a_list_of_what_he_is_told_is_none() -> None:
    assert not _stacked("Artikel 5\nDe ouder meldt aan de minister:\na. zijn naam;\nb. zijn adres; en\nc. zijn leeftijd.")


def test_two_duties_in_a_list_are_none() -> None:
    assert not _stacked("Artikel 5\nDe ouder die verhuist:\na. meldt dit aan de minister; en\nb. levert zijn oude pas in.")


_SHOP = "\n\nArtikel 90. Kring\nDe ondernemer drijft een onderneming. De producent maakt brood.\n"


@pytest.mark.parametrize(
    ("zin", "check"),
    [
        ("De ondernemer is verplicht binnen tien dagen na afloop van iedere maand een opgave te doen.", "terugkerende-plicht"),
        ("De ondernemer is verplicht binnen een week na de keuring de uitslag te melden aan de minister.", "korte-termijn"),
        ("De importeur doet binnen drie weken na de levering een melding aan de minister.", "korte-termijn"),
    ],
)
def test_a_trader_who_may_be_one_person_is_asked_about_as_information(zin: str, check: str) -> None:
    [found] = findings(f"Artikel 5\n{zin}", check, _SHOP)
    assert found.severity is Severity.INFO
    assert found.doubts


@pytest.mark.parametrize("wie", ["De zorgverzekeraar", "De onderwijsinstelling", "De naamloze vennootschap", "De netbeheerder"])
def test_a_body_is_not(wie: str) -> None:
    assert not findings(f"Artikel 5\n{wie} is verplicht binnen een week na de keuring de uitslag te melden.", "korte-termijn", _SHOP)


def test_what_a_trader_must_do_with_time_enough_is_not() -> None:
    zin = "De ondernemer is verplicht binnen acht weken na de keuring de uitslag te melden aan de minister."
    assert not findings(f"Artikel 5\n{zin}", "korte-termijn", _SHOP)
