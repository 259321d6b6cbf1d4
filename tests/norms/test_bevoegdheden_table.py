"""Powers and their look-alikes (Ar 2.14, 5.21; Awb titles 4.1, 4.2, 4.4 and 5), as a table: bound or not, which way, which room."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms.gegevens import power
from doenvermogentoets.norms.model import Soort


@pytest.mark.parametrize(
    ("text", "richting"),
    [
        ("Het college weigert de vergunning indien de aanvrager niet voldoet.", "nadelig"),
        ("Het college wijst de aanvraag af.", "nadelig"),
        ("Het college trekt de vergunning die op grond van artikel 4 aan de houder is verleend, in.", "nadelig"),
        ("Het college herziet de beschikking of trekt haar in.", "nadelig"),
        ("Het college vordert de toeslag van de ouder terug.", "nadelig"),
        ("Het college vordert de boete in.", "nadelig"),
        ("Het college verlaagt de uitkering.", "nadelig"),
        ("Het college schort de betaling van de uitkering op.", "nadelig"),
        ("Het college beëindigt de uitkering.", "nadelig"),
        ("Het college legt een bestuurlijke boete op.", "nadelig"),
        ("Het college verrekent het voorschot met de uitkering.", "nadelig"),
        ("Het college sluit de houder van de subsidie uit.", "nadelig"),
        ("Het college stelt de aanvraag buiten behandeling.", "neutraal"),
        ("Het college neemt de aanvraag niet in behandeling.", "nadelig"),
        ("Het college verleent de subsidie indien de aanvrager voldoet.", "gunstig"),
        ("Het college kent de toeslag toe.", "gunstig"),
        ("De vergunning wordt geweigerd.", "nadelig"),
        ("De aanvraag wordt afgewezen.", "nadelig"),
        ("De vergunning wordt ingetrokken.", "nadelig"),
        ("De toeslag wordt van de ouder teruggevorderd.", "nadelig"),
        ("Een maatregel wordt opgelegd.", "nadelig"),
        ("De uitkering wordt verlaagd.", "nadelig"),
        ("De toeslag wordt niet uitbetaald.", "nadelig"),
        ("De aanvraag wordt niet in behandeling genomen.", "nadelig"),
        ("De uitkering wordt herzien.", "nadelig"),
        ("Het voorschot wordt met de uitkering verrekend.", "nadelig"),
    ],
)
def test_bound_powers(norms, text, richting):
    powers = [n for n in norms(text) if n.bevoegdheid != "geen"]
    assert {(n.soort, n.bevoegdheid, n.richting) for n in powers} == {(Soort.BEVOEGDHEID, "gebonden", richting)}


@pytest.mark.parametrize(
    "text",
    [
        "Het recht op de toeslag vervalt indien de ouder verhuist.",
        "Het recht op de uitkering eindigt van rechtswege.",
        "De vergunning geldt als geweigerd.",
        "De aanvraag wordt geacht te zijn ingetrokken.",
    ],
)
def test_what_sets_in_by_itself_is_no_decision(norms, text):
    assert [(n.soort, n.bevoegdheid) for n in norms(text)] == [(Soort.RECHTSGEVOLG, "geen")]


@pytest.mark.parametrize(
    "text",
    [
        "Geen recht op de toeslag heeft de ouder die in het buitenland woont.",
        "De ouder heeft geen recht op de toeslag.",
        "De houder komt niet in aanmerking voor de subsidie.",
    ],
)
def test_who_has_no_right(norms, text):
    assert [(n.soort, n.bevoegdheid, n.belastend) for n in norms(text)] == [(Soort.RECHT, "geen", True)]


@pytest.mark.parametrize(
    ("text", "ruimte"),
    [
        ("Het college kan de vergunning intrekken.", ["beleidsruimte"]),
        ("Het college is bevoegd de vergunning van de houder in te trekken.", ["beleidsruimte"]),
        ("Het college kan de uitkering geheel of gedeeltelijk weigeren.", ["beleidsruimte"]),
        ("Indien de houder naar het oordeel van het college ongeschikt is, weigert het college de vergunning.", ["beoordelingsruimte"]),
        ("Het college trekt de vergunning in indien de houder een gegronde reden mist.", ["beoordelingsruimte"]),
        ("Het college kan de vergunning slechts intrekken indien de houder is overleden.", ["beleidsruimte", "begrensd"]),
        (
            "Het college kan een boete van ten hoogste € 100 opleggen indien dit noodzakelijk is.",
            ["beleidsruimte", "beoordelingsruimte", "begrensd"],
        ),
        ("Het college legt een boete op en houdt rekening met de draagkracht van de overtreder.", ["afweging"]),
        (
            "Het college legt een maatregel op, tenzij de gedraging de werknemer niet kan worden verweten.",
            ["verwijtbaarheid"],
        ),
        ("Het college trekt de vergunning in.", []),
    ],
)
def test_which_room_a_power_leaves(analyse, text, ruimte):
    analysis = analyse(text)
    provision = analysis.provisions[0]
    norm = next(n for n in provision.norms if n.bevoegdheid != "geen")
    assert power(analysis, provision, norm)["ruimte"] == ruimte


@pytest.mark.parametrize(
    "text",
    [
        "De aanvrager kan het college verzoeken de termijn te verlengen.",
        "Bij ministeriële regeling kunnen regels worden gesteld over de aanvraag.",
        "Deze wet kan worden aangehaald als Wet toeslagen.",
        "Het college beslist binnen acht weken op de aanvraag.",
        "De Wet toeslagen wordt ingetrokken.",
        "Het bevoegd gezag zendt de aanvrager een ontvangstbevestiging.",
        "De werknemer meldt een bij of krachtens de wet opgelegde verplichting.",
        "De aanvrager kan geen rechten ontlenen aan deze wet.",
        "De werkgever die weigert mee te werken, meldt dit aan de inspecteur.",
    ],
)
def test_look_alikes_are_no_power(norms, text):
    assert {n.bevoegdheid for n in norms(text)} == {"geen"}


def test_may_not_is_bound(norm):
    found = norm("Het college kan de uitkering niet weigeren.")
    assert (found.bevoegdheid, found.richting) == ("gebonden", "gunstig")


def test_a_power_as_data(analyse):
    analysis = analyse(
        "Het college kan de uitkering weigeren, indien de werknemer is verhuisd. Het college kan daarvan afzien wegens dringende redenen."
    )
    provision = analysis.provisions[0]
    data = power(analysis, provision, provision.norms[0])
    assert data["uitweg"][0]["waar"] == "zelfde lid"
    assert {k: data[k] for k in ("orgaan", "orgaan_genoemd", "werkwoord", "richting", "bevoegdheid", "voorwaarden")} == {
        "orgaan": "Het college",
        "orgaan_genoemd": True,
        "werkwoord": "weigeren",
        "richting": "nadelig",
        "bevoegdheid": "discretionair",
        "voorwaarden": ["indien de werknemer is verhuisd"],
    }


def test_the_organ_of_a_passive_power_is_derived(analyse):
    analysis = analyse("De toeslag wordt teruggevorderd.")
    provision = analysis.provisions[0]
    data = power(analysis, provision, provision.norms[0])
    assert (data["orgaan"], data["orgaan_genoemd"]) == (None, False)
    assert provision.norms[0].adressaat.zekerheid != "hoog"


def test_a_norm_without_a_power_has_no_data(analyse):
    analysis = analyse("De ouder meldt een verhuizing.")
    provision = analysis.provisions[0]
    assert power(analysis, provision, provision.norms[0]) is None
