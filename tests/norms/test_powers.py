from __future__ import annotations

import pytest

from doenvermogentoets.norms.model import GevolgSoort, Soort


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Het college weigert de vergoeding indien de aanvrager niet in de gemeente woont.", "weigeren"),
        ("Onze Minister wijst de aanvraag af indien het plafond is bereikt.", "afwijzen"),
        ("Het college trekt de aan de houder op grond van dit hoofdstuk verleende vergunning voor het terras in.", "intrekken"),
        ("Het UWV vordert de ten onrechte betaalde toelage van de ontvanger terug.", "terugvorderen"),
        ("De inspecteur legt aan de overtreder een bestuurlijke boete op.", "opleggen"),
        ("De Sociale verzekeringsbank verlaagt de uitkering met tien procent.", "verlagen"),
        ("De vergunning wordt geweigerd indien het gebruik in strijd is met het omgevingsplan.", "weigeren"),
        ("De toelage wordt teruggevorderd indien de woning binnen het jaar is verkocht.", "terugvorderen"),
        ("De uitkering wordt ingetrokken indien de verzekerde is verhuisd.", "intrekken"),
    ],
)
def test_binding_powers_against_a_citizen(norm, text, verb):
    found = norm(text)
    assert (found.soort, found.bevoegdheid, found.richting, found.werkwoord) == (Soort.BEVOEGDHEID, "gebonden", "nadelig", verb)
    assert found.belastend
    assert found.adressaat is not None
    assert found.adressaat.rol == "overheid"


@pytest.mark.parametrize(
    "text",
    [
        "Het college kan de vergunning intrekken indien de houder de voorschriften niet naleeft.",
        "De vergunning kan worden ingetrokken indien de houder de voorschriften niet naleeft.",
        "Het college is bevoegd de toeslag te verlagen.",
        "De uitkering wordt geweigerd indien naar het oordeel van het UWV onvoldoende is meegewerkt.",
        "Onze Minister kan besluiten geheel of gedeeltelijk van terugvordering af te zien.",
    ],
)
def test_discretionary_powers(norm, text):
    found = norm(text)
    assert (found.soort, found.bevoegdheid) == (Soort.BEVOEGDHEID, "discretionair")


def test_a_binding_power_in_favour_is_not_adverse(norm):
    found = norm("Het college verleent de vergunning indien de aanvrager aan de eisen voldoet.")
    assert (found.bevoegdheid, found.richting, found.belastend) == ("gebonden", "gunstig", False)


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("De aanvrager kan het college verzoeken de beslissing uit te stellen.", Soort.RECHT),
        ("Bij ministeriële regeling kunnen nadere regels worden gesteld over de aanvraag.", Soort.DELEGATIE),
        ("Bij algemene maatregel van bestuur kan worden bepaald dat het eerste lid niet geldt.", Soort.DELEGATIE),
        ("Deze wet kan worden aangehaald als: Wet tegemoetkoming energie.", Soort.SLOT),
        ("De Wet tegemoetkoming energie wordt ingetrokken.", Soort.SLOT),
        ("Artikel 12 vervalt.", Soort.SLOT),
        ("In artikel 3 wordt «vier weken» vervangen door «zes weken».", Soort.SLOT),
        ("De werkgever die weigert mee te werken, vergoedt de kosten van het onderzoek.", Soort.PLICHT),
        ("Het college beslist binnen acht weken op de aanvraag.", Soort.PLICHT),
    ],
)
def test_words_that_only_look_like_a_power(norm, text, soort):
    found = norm(text)
    assert (found.soort, found.bevoegdheid) == (soort, "geen")


def test_kan_niet_leaves_no_choice(norm):
    found = norm("De tegemoetkoming kan niet worden vastgesteld over een periode voorafgaand aan de aanvraag.")
    assert found.bevoegdheid == "gebonden"


def test_an_imposed_obligation_is_no_decision(norm):
    found = norm("De houder voldoet aan de bij of krachtens deze wet opgelegde verplichtingen.")
    assert (found.soort, found.bevoegdheid) == (Soort.PLICHT, "geen")


def test_the_verb_and_its_particle_are_both_marked(analyse):
    analysis = analyse("Het college trekt de vergunning die aan de houder is verleend in.")
    (norm,) = analysis.provisions[0].norms
    text = analysis.document.text
    assert [text[s] for s in norm.werkwoord_spans] == ["trekt", "in"]


@pytest.mark.parametrize(
    ("text", "gevolg"),
    [
        ("Het recht op de toelage vervalt indien de aanvraag te laat is ingediend.", GevolgSoort.VERVAL),
        ("De bijdrage wordt teruggevorderd.", GevolgSoort.TERUGVORDERING),
        ("Het college legt een bestuurlijke boete op aan de eigenaar.", GevolgSoort.BOETE),
        ("De aanvrager die jonger is dan achttien jaar, heeft geen recht op de bijdrage.", GevolgSoort.GEEN_RECHT),
    ],
)
def test_adverse_effects_are_named(norm, text, gevolg):
    assert gevolg in {g.soort for g in norm(text).gevolgen}


def test_a_passive_power_says_so_and_its_addressee_is_derived(norm):
    found = norm("De toelage wordt ingetrokken indien de ontvanger is overleden.")
    assert found.passief
    assert found.adressaat is not None
    assert found.adressaat.span is None
    assert found.adressaat.zekerheid != "hoog"
