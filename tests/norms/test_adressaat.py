"""Whom a norm speaks to where the word alone does not say it: by the text, by the place, by what somebody does."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms import gehoor

_MAKERS = (
    "",
    "De fabrikant merkt elk toestel. De importeur bewaart de verklaring.",
    "De verkoper geeft de koper een handleiding. De fabrikant bewaart een afschrift.",
)
_ORGANS = (
    "",
    "Onze Minister stelt een plan vast. De inspecteur meldt dit aan de burgemeester.",
    "Het college zendt het plan aan gedeputeerde staten.",
)
_STAFF = ("Besluit rechtspositie vliegers",)
_SCHOOLS = ("Regeling bekostiging onderwijs",)


@pytest.fixture
def last_norm(analyse):
    """The last norm of a text with a title and provisions before it."""

    def read(frame, text):
        title, *before = frame
        return analyse(*before, text, title=title).provisions[-1].norms[-1]

    return read


@pytest.mark.parametrize("text", ["De drukproef wordt verricht bij 20 graden.", "Het ventiel is van roestvrij staal."])
def test_a_duty_without_a_name_goes_to_whom_the_text_is_about(last_norm, text):
    makers, organs = last_norm(_MAKERS, text).adressaat, last_norm(_ORGANS, text).adressaat
    assert (makers.rol if makers else None) != "overheid"
    assert organs.rol == "overheid"
    assert organs.zekerheid == "laag"


@pytest.mark.parametrize(
    "text",
    [
        "Aan de koper wordt informatie over zijn rechten verschaft.",
        "De beschikking wordt zo spoedig mogelijk verzonden.",
        "Bij de beoordeling van aanvragen wordt de volgorde van ontvangst gebruikt.",
        "De aanvraag wordt beoordeeld aan de hand van de bijlage.",
    ],
)
def test_what_reaches_a_citizen_comes_from_the_authority_in_any_text(last_norm, text):
    assert last_norm(_MAKERS, text).adressaat.rol == "overheid"


def test_a_text_that_names_hardly_anyone_leans_to_nobody():
    assert gehoor.share_of_citizens("De kabel is rood.") == 0.5


@pytest.mark.parametrize(
    ("text", "rol"),
    [
        ("De ambtenaar heeft aanspraak op een vergoeding.", "burger"),
        ("De rijksambtenaar dient een aanvraag in om verlof.", "burger"),
        ("De ambtenaar draagt de voorgeschreven kleding.", "burger"),
        ("De opsporingsambtenaar neemt het vaartuig in beslag.", "overheid"),
        ("De ambtenaar, belast met het toezicht, betreedt de ruimte.", "overheid"),
    ],
)
def test_who_works_for_government_is_a_citizen_in_his_own_affairs(last_norm, text, rol):
    found = last_norm(_STAFF, text).adressaat
    assert found.rol == rol
    assert rol == "overheid" or found.zekerheid != "hoog"


@pytest.mark.parametrize(
    ("text", "rol"),
    [
        ("Het bevoegd gezag dient de jaarrekening in voor 1 juli.", "burger"),
        ("Het bevoegd gezag kan een leerling schorsen.", "overheid"),
    ],
)
def test_a_school_board_is_regulated_until_it_decides_about_a_pupil(last_norm, text, rol):
    assert last_norm(_SCHOOLS, text).adressaat.rol == rol


@pytest.mark.parametrize(
    ("text", "rol"),
    [
        ("Het hoofd van de afdeling registreert de gegevens.", "overheid"),
        ("De vertegenwoordiger van Onze Minister woont de vergadering bij.", "overheid"),
        ("De vertegenwoordiger van de aanvrager ondertekent de verklaring.", "burger"),
        ("De beheerder verstrekt de gegevens aan de koper.", "burger"),
    ],
)
def test_who_holds_an_office_follows_whom_he_holds_it_for(norm, text, rol):
    found = norm(text).adressaat
    assert found.rol == rol
    assert found.zekerheid != "hoog"


@pytest.mark.parametrize(
    ("text", "rol"),
    [
        ("De ouder meldt een wijziging van het adres binnen vier weken.", "burger"),
        ("Onze Minister verleent de subsidie aan de werkgever.", "overheid"),
    ],
)
def test_sure_only_where_the_word_settles_it(norm, text, rol):
    found = norm(text).adressaat
    assert (found.rol, found.zekerheid) == (rol, "hoog")


def test_a_name_inside_another_phrase_is_not_sure(norms):
    assert all(n.adressaat is None or n.adressaat.zekerheid != "hoog" for n in norms("Het aantal leerlingen van de vestiging betaalt mee."))


def test_a_head_of_an_authority_is_one_by_its_definition(analyse):
    found = analyse(
        "In dit besluit wordt verstaan onder:\na. inspecteur-generaal: het hoofd van de Inspectie;\n"
        "b. beheerder: het hoofd van de afdeling Beheer.",
        "De inspecteur-generaal regelt de werkwijze. De beheerder verstrekt de gegevens aan de koper.",
    )
    assert [n.adressaat.rol for n in found.provisions[-1].norms] == ["overheid", "overheid"]
