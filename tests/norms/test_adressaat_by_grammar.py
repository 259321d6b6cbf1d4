"""Whom a norm speaks to by the grammar of the sentence: who acts, who is told, who is asked, and whose sentence goes on."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms import zeker


@pytest.fixture
def norms(analyse):
    """The norms of the last of some provisions."""

    def read(*texts, context=()):
        return analyse(*context, *texts).provisions[-1].norms

    return read


def _roles(norms):
    return {n.adressaat.rol for n in norms if n.adressaat is not None}


@pytest.mark.parametrize(
    ("text", "rol"),
    [
        ("De toeslagaanvragers melden elke verhuizing.", "burger"),
        ("De adoptieaanvrager is verplicht de verklaring te bewaren.", "burger"),
        ("De contactgemeente zendt de lijst aan de school.", "overheid"),
        ("De schooldirecteur bewaart het register.", "overheid"),
    ],
)
def test_a_compound_has_the_role_of_its_head(norms, text, rol):
    assert _roles(norms(text)) == {rol}


def test_an_inspection_and_funds_are_nobody(norms):
    for text in ("De jaarinspectie vindt plaats in mei.", "De bouwfondsen worden aangevuld."):
        assert all(n.adressaat is None or not n.adressaat.tekst for n in norms(text))


@pytest.mark.parametrize(
    "text",
    ["De rompbevrachter stelt Onze Minister in kennis van elke wijziging.", "De bevrachter doet Onze Minister opgave van de lading."],
)
def test_an_organ_that_is_told_does_not_act(norms, text):
    assert _roles(norms(text)) == {"burger"}


def test_an_organ_behind_its_powers_still_acts(norms):
    assert _roles(norms("De bevoegdheden, bedoeld in artikel 2, heeft het college ook.")) <= {"overheid"}


@pytest.mark.parametrize(
    "text",
    [
        "Onmiddellijk na de inenting vult de houder een verklaring in.",
        "Hij, die een vergunning heeft, is verplicht aangifte te doen.",
        "Een werkplan wordt opgesteld en uitgevoerd door een samenwerkingsverband.",
        "Op verzoek van de inspecteur worden de facturen overgelegd.",
        "De melding geschiedt ten minste een dag voor aankomst.",
        "De betaling van de leges geschiedt binnen dertig dagen.",
    ],
)
def test_a_citizen_who_acts_by_the_grammar(norms, text):
    assert _roles(norms(text)) == {"burger"}


@pytest.mark.parametrize(
    "text",
    [
        "De uitbetaling van de toelage geschiedt binnen een maand.",
        "De betaling van het voorschot vindt plaats in maart.",
        "Aan de deelname door een jeugdige worden voorwaarden verbonden.",
        "Op verzoek van de inspecteur wordt de beschikking aan de aanvrager toegezonden.",
    ],
)
def test_what_only_looks_like_an_act_of_a_citizen(norms, text):
    assert "burger" not in _roles(norms(text))


def test_a_noun_before_an_auxiliary_is_no_verb(norms):
    found = norms("Binnen drie weken na toezending van het voorgenomen besluit kan de huurder zijn bedenkingen indienen.")
    assert [(n.soort.value, n.adressaat.rol) for n in found] == [("recht", "burger")]


def test_a_sentence_without_a_name_goes_on_with_whom_the_sentence_before_it_names(norms):
    assert _roles(norms("De exploitant zendt jaarlijks een opgave in. Daarbij wordt de herkomst vermeld.")) == {"burger"}
    assert _roles(norms("Het college stelt een lijst vast. Daarbij wordt de herkomst vermeld.")) == {"overheid"}
    assert _roles(norms("De gedetineerde ontvangt bericht van de straf. Daarbij wordt hem de termijn medegedeeld.")) >= {"overheid"}


_LEGAL_FORM = "In dit besluit wordt verstaan onder:\na. Weegbond: de Stichting Weegbond;\nb. meter: de verkoper die meet."


@pytest.mark.parametrize(
    ("text", "settles"),
    [
        ("De Weegbond meldt een wijziging van het adres binnen vier weken.", False),
        ("De meter meldt een wijziging van het adres binnen vier weken.", True),
        ("Degene die de leiding heeft, meldt een wijziging van het adres binnen vier weken.", False),
        ("De werkgever meldt een wijziging van het adres binnen vier weken.", True),
        ("Hij meldt een wijziging van het adres binnen vier weken.", False),
        ("De instelling meldt een wijziging van het adres binnen vier weken.", False),
        ("Een wijziging van het adres wordt binnen vier weken gemeld.", False),
        ("De werkgever telt voor een deel van het jaar mee bij de berekening.", False),
        ("De werkgever veroorzaakt geen hinder als het geluid zwakker is dan 40 decibel.", False),
        ("De werkgever heeft recht op een vergoeding.", True),
    ],
)
def test_only_a_word_or_definition_that_means_one_role_settles_it(norms, text, settles):
    (found,) = norms(text, context=(_LEGAL_FORM,))
    assert zeker.settled(found.adressaat.rol, found.adressaat.tekens) is settles
    assert settles or found.adressaat.zekerheid != "hoog"


def test_a_person_whom_a_definition_calls_an_official_does_not_settle_it(norms):
    defined = "In dit besluit wordt verstaan onder:\na. betrokkene: de gewezen ambtenaar."
    (found,) = norms("De betrokkene doet elke maand opgave van zijn inkomsten.", context=(defined,))
    assert found.adressaat is None or found.adressaat.zekerheid != "hoog"


def test_an_authority_that_is_a_foundation_by_law_is_an_authority(norms):
    defined = "In deze wet wordt verstaan onder:\na. Autoriteit Financiële Markten: de Stichting Autoriteit Financiële Markten."
    assert _roles(norms("De Autoriteit Financiële Markten zendt een afschrift aan Onze Minister.", context=(defined,))) == {"overheid"}


def test_requirements_in_a_law_on_things_are_for_whoever_has_them(norms):
    title = ("Warenwetbesluit liften en ketels.",)
    assert _roles(norms("De drukproef wordt verricht bij 20 graden.", context=title)) == {"burger"}
    assert _roles(norms("Het college bezit rechtspersoonlijkheid.", context=title)) <= {"overheid"}
