"""Powers that do not stand in the verb alone, and look-alikes of delegation, definition and closing provisions."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms.model import Soort


@pytest.mark.parametrize(
    ("text", "bevoegdheid", "richting"),
    [
        ("Het college kan verhaal nemen op het loon van de schuldenaar.", "discretionair", "nadelig"),
        ("De minister verklaart het rijbewijs ongeldig.", "gebonden", "nadelig"),
        ("Het college kan toestemming geven voor het gebruik van het perceel.", "discretionair", "gunstig"),
        ("Studiefinanciering wordt verstrekt in de vorm van een gift.", "gebonden", "gunstig"),
        ("Een vergoeding wordt niet verstrekt aan de houder die elders wordt betaald.", "gebonden", "nadelig"),
        ("De toelage van de werknemer wordt verhoogd indien hij naar het oordeel van het bestuur goed werkt.", "discretionair", "neutraal"),
        (
            "Indien de houder te laat betaalt, begaat hij een verzuim ter zake waarvan de inspecteur een boete kan opleggen.",
            "discretionair",
            "nadelig",
        ),
        ("Het college kan het terug te vorderen bedrag bij dwangbevel invorderen.", "discretionair", "nadelig"),
        ("Het college wijzigt het maandbedrag van de aflossing.", "gebonden", "neutraal"),
        ("Blijkt een te laag bedrag te zijn vastgesteld, dan herziet het waterschap de beschikking.", "gebonden", "gunstig"),
        ("Het college herziet de toelage in het voordeel van de bewoner, indien zijn inkomen is gedaald.", "gebonden", "gunstig"),
        ("De SVB stelt op aanvraag vast of recht op bijstand bestaat.", "gebonden", "neutraal"),
        ("De SVB stelt de bijstand op aanvraag vast.", "discretionair", "neutraal"),
        ("Het college kan ten gunste van de huurder afwijken van artikel 3.", "discretionair", "gunstig"),
        ("Het college kan ten gunste van de gemeente afwijken van artikel 3.", "discretionair", "neutraal"),
        ("Het college herziet de toelage, indien te veel of te weinig is betaald.", "gebonden", "nadelig"),
        ("De rechter kan de partij opdragen binnen een bepaalde termijn stukken over te leggen.", "discretionair", "neutraal"),
    ],
)
def test_a_decision_by_its_sense(norm, text, bevoegdheid, richting):
    found = norm(text)
    assert (found.soort, found.bevoegdheid, found.richting) == (Soort.BEVOEGDHEID, bevoegdheid, richting)


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("Van de aanvraag wordt een bewijs van ontvangst afgegeven.", Soort.PLICHT),
        (
            "Met inachtneming van bij ministeriële regeling vastgestelde voorschriften regelt het college de inning van de bijdrage.",
            Soort.PLICHT,
        ),
        ("In de in het eerste lid bedoelde algemene maatregel van bestuur wordt bepaald welke eisen gelden.", Soort.DELEGATIE),
        ("Bij ministeriële regeling kan degene die een bedrijf heeft, worden verplicht aangifte te doen.", Soort.DELEGATIE),
        ("De belasting wordt berekend over de prijs, de toeslag niet daaronder begrepen, vermeerderd met de rente.", Soort.WAARDE),
        ("De partner is niet aansprakelijk voor een boete van de belanghebbende.", Soort.RECHTSGEVOLG),
        ("De derde is hoofdelijk aansprakelijk voor een door de ouder verschuldigd bedrag.", Soort.RECHTSGEVOLG),
        ("Het eerste lid is niet van toepassing op regels die door de provincie zijn gesteld.", Soort.TOEPASSELIJKHEID),
        ("Geen ziekengeld wordt uitgekeerd over de periode waarin de verzekerde loon ontvangt.", Soort.RECHT),
        ("De regeling is niet vatbaar voor beslag.", Soort.RECHTSGEVOLG),
        ("De huurcommissie heeft de in de artikelen 4 en 5 aangegeven taken.", Soort.PROCEDURE),
        ("Het in het eerste lid bedoelde gevolg treedt niet in, indien de termijn nog loopt.", Soort.RECHTSGEVOLG),
    ],
)
def test_look_alikes(norm, text, soort):
    assert norm(text).soort is soort


def test_a_clause_of_its_own_may_open_with_in_geval(norm):
    found = norm("In geval een ondernemer een dienst verricht, wordt de belasting verlaagd met € 10.")
    assert (found.soort, found.werkwoord) == (Soort.WAARDE, "verlagen")


def test_hij_is_the_subject_of_the_outer_condition(norm):
    found = norm("Indien de minister van oordeel is dat een deelnemer niet voldoet, treedt hij daarmee in overleg.")
    assert found.adressaat.rol == "overheid"


def test_het_is_the_organ_of_the_condition(norm):
    found = norm("Indien het bevoegd gezag van oordeel is dat dit haalbaar is, verbindt het aan de vergunning een voorschrift.")
    assert (found.soort, found.bevoegdheid, found.adressaat.rol) == (Soort.BEVOEGDHEID, "discretionair", "overheid")


def test_two_addressees_of_different_roles_get_a_norm_each(norms):
    found = norms("De aanbieders, de instellingen en de raad voor de kinderbescherming verstrekken gegevens aan het college.")
    assert [(n.soort, n.adressaat.rol, n.belastend, n.doenlast) for n in found] == [
        (Soort.PLICHT, "burger", True, True),
        (Soort.PLICHT, "overheid", False, False),
    ]


def test_an_employer_pays_wages(norm):
    found = norm("Het loon wordt uiterlijk op de laatste dag van de maand uitbetaald.")
    assert (found.adressaat.rol, found.belastend) == ("burger", True)


@pytest.mark.parametrize(
    ("text", "termijn", "streng"),
    [
        ("De aanvrager kan de aanvraag tot en met 31 mei indienen, mits zij ingediend wordt bij het college.", "tot en met 31 mei", False),
        (
            "De houder zendt op straffe van verval van zijn recht uiterlijk een jaar na afloop een nota.",
            "uiterlijk een jaar na afloop",
            True,
        ),
        (
            "Een beroep kan worden gedaan, indien binnen een jaar na het voorval aan het hoofd kennis is gegeven.",
            "binnen een jaar na het voorval",
            True,
        ),
    ],
)
def test_limits_of_a_citizen(norms, text, termijn, streng):
    found = [t for n in norms(text) for t in n.termijnen if t.voor == "burger"]
    assert [(t.tekst, t.streng) for t in found] == [(termijn, streng)]


@pytest.mark.parametrize(
    "text",
    [
        "De boete wordt verhoogd, indien dit gebeurt binnen twee jaar te rekenen vanaf de dag waarop eerder een boete is opgelegd.",
        "De termijn verstrijkt niet later dan op de achtste dag nadat de houder zich heeft gemeld.",
    ],
)
def test_repetition_and_duration_are_no_limits(norms, text):
    assert [t for n in norms(text) for t in n.termijnen if t.voor == "burger"] == []


@pytest.mark.parametrize(
    ("text", "ruimte"),
    [
        ("Het vragen van een advies aan de arts kan achterwege blijven indien de aanvraag wordt afgewezen.", "geen"),
        ("Het opleggen van een boete blijft achterwege indien de werknemer ziek was.", "ontsnapping"),
        ("De ontvanger verleent uitstel aan de belastingschuldige die zekerheid stelt.", "ontsnapping"),
        ("De gegevens die verschoonbaar te laat zijn, worden opgenomen in het register.", "geen"),
        ("Het college kan in individuele gevallen een lagere bijdrage vaststellen.", "ontsnapping"),
    ],
)
def test_room_is_room_in_a_decision(norms, text, ruimte):
    assert {n.ruimte.value for n in norms(text)} == {ruimte}


def test_a_second_verb_of_a_document_goes_with_the_first(norms):
    found = norms("De kennisgeving bevat een aanduiding van de overtreder en vermeldt welk bedrag verschuldigd is.")
    assert {(n.soort, n.adressaat.rol) for n in found} == {(Soort.PLICHT, "overheid")}


def test_who_is_called_something_does_not_act(norm):
    found = norm("Ingeval de ondernemer kiest voor Nederland als lidstaat, dient hij onverwijld opgave te doen.")
    assert (found.adressaat.rol, found.belastend) == ("burger", True)


def test_al_dan_niet_denies_nothing(norm):
    found = norm("De inspecteur kan de erkenning, al dan niet op verzoek van de houder, intrekken.")
    assert (found.bevoegdheid, found.richting, found.belastend) == ("discretionair", "nadelig", True)


def test_a_fiction_of_being_in_time_is_no_limit(norms):
    assert [t for n in norms("De aanvraag van de houder wordt geacht tijdig te zijn ingediend.") for t in n.termijnen] == []


@pytest.mark.parametrize(
    ("text", "soort", "rol"),
    [
        (
            "De voordracht voor de maatregel wordt niet gedaan dan nadat het ontwerp aan de burger bekend is gemaakt.",
            Soort.PROCEDURE,
            "overheid",
        ),
        ("De zekerheid wordt gesteld bij de griffie.", Soort.PLICHT, "burger"),
        ("De zittingsvoorzitters stellen op basis van door hen geformuleerde regels een geschrift op.", Soort.PROCEDURE, "overheid"),
    ],
)
def test_who_is_spoken_to(norm, text, soort, rol):
    found = norm(text)
    assert (found.soort, found.adressaat.rol) == (soort, rol)


def test_a_window_for_applications_is_strict_when_it_decides_what_applies(norms):
    found = [t for n in norms("De regeling geldt voor aanvragen ingediend in het kalenderjaar 2030.") for t in n.termijnen]
    assert [(t.voor, t.streng) for t in found] == [("burger", True)]


def test_a_chance_to_complete_comes_before_what_burdens(norm):
    chance = "Het {} stelt een onvolledige {} niet buiten behandeling dan nadat de {} in de gelegenheid is gesteld {} aan te vullen."
    found = norm(chance.format("college", "opgave", "huurder", "haar"))
    assert (found.soort, found.bevoegdheid, found.belastend) == (Soort.BEVOEGDHEID, "gebonden", False)
    found = norm(chance.format("CAK", "aanvraag", "gebruiker", "de aanvraag binnen zes weken"))
    assert (found.bevoegdheid, found.belastend) == ("gebonden", False)
    assert norm("De aanvraag wordt niet in behandeling genomen, indien de huurder de opgave niet heeft aangevuld.").belastend
