"""Norms whose kind or burden follows from the sense of a clause rather than from its verb alone."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms.model import Soort


@pytest.mark.parametrize(
    ("text", "soorten"),
    [
        ("Bij wet kan worden bepaald dat de ouder zich moet melden.", {Soort.DELEGATIE}),
        ("In de heffingsverordening kan de gemeenteraad bepalen dat kleine bedrijven zijn vrijgesteld.", {Soort.DELEGATIE}),
        ("De verordening kan bepalen dat de aanvrager een waarborgsom betaalt.", {Soort.DELEGATIE}),
        ("In dat geval dient de regeling te voorzien in een vergoeding voor de leerling.", {Soort.DELEGATIE}),
        ("Deze algemene maatregel van bestuur bevat in elk geval een regeling over de bezwaren van de ouder.", {Soort.DELEGATIE}),
    ],
)
def test_what_lower_rules_hold_is_delegation(norms, text, soorten):
    assert {n.soort for n in norms(text)} == soorten


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("De gegevens behoeven niet te worden verstrekt als het college ze al heeft.", Soort.RECHT),
        ("Voor deze prestaties wordt de belasting niet verschuldigd.", Soort.RECHT),
        ("De weigering heeft geen gevolgen voor eerder ingediende aanvragen.", Soort.RECHTSGEVOLG),
        ("Een persoon heeft een laag inkomen indien hij minder verdient dan de norm.", Soort.DEFINITIE),
        ("Op verzoek van de vreemdeling kan een andere raadsman worden toegevoegd.", Soort.BEVOEGDHEID),
    ],
)
def test_the_kind_follows_the_sense(norm, text, soort):
    found = norm(text)
    assert (found.soort, found.belastend) == (soort, False)


def test_not_imposing_is_a_bound_decision_in_favour(norm):
    found = norm("Het opleggen van een boete blijft achterwege indien de werkgever het verzuim zelf heeft hersteld.")
    assert (found.soort, found.bevoegdheid, found.richting, found.belastend) == (Soort.BEVOEGDHEID, "gebonden", "gunstig", False)


@pytest.mark.parametrize(
    ("text", "belastend"),
    [
        ("De verplichting van de aanvrager vervalt na betaling.", False),
        ("Het recht op de toeslag vervalt na een jaar.", True),
        ("Een aanvraag kan slechts eenmaal worden ingediend.", True),
        ("De rechter kan de hoogte van de boete ook ten nadele van de betrokkene wijzigen.", True),
    ],
)
def test_who_loses_by_it(norm, text, belastend):
    assert norm(text).belastend is belastend


def test_money_that_an_authority_pays_out_is_no_act_of_a_citizen(norm):
    found = norm("Het voorschot op de subsidie wordt in twee delen betaald.")
    assert (found.adressaat.rol, found.belastend, found.doenlast) == ("overheid", False, False)


def test_punishing_a_breach_asks_nothing_itself(norm):
    assert not norm("Overtreding van artikel 4 wordt gestraft met een geldboete van de tweede categorie.").doenlast


def test_a_power_in_an_onderdeel_after_its_condition(norms):
    found = norms("Zolang de overtreder niet betaalt:\na. is het UWV bevoegd tot verrekening van de boete;\nb. geldt artikel 5 niet.")
    assert found[0].soort is Soort.BEVOEGDHEID
    assert found[0].bevoegdheid == "discretionair"


def test_an_official_appointed_by_another_is_the_subject(norm):
    found = norm("Een daartoe door Onze Minister aangewezen ambtenaar legt de boete op aan de werkgever.")
    assert (found.soort, found.bevoegdheid, found.belastend) == (Soort.BEVOEGDHEID, "gebonden", True)


def test_a_country_is_no_addressee(norms):
    assert all(n.adressaat is None or "Nederland" not in n.adressaat.tekst for n in norms("In Nederland betaalt de werkgever de premie."))


def test_whoever_stands_in_an_attribute_does_not_do_what_the_clause_says(norm):
    assert norm("De toelage wordt betaald op basis van een door de huurder opgegeven raming.").handelingen == ()
    assert [h.soort for h in norm("De rekening wordt door de huurder betaald.").handelingen] == ["betalen"]
    kept = norm("De verhuurder zorgt dat de voorschriften die door de huurder worden nageleefd, leesbaar zijn.")
    assert "naleven" in [h.soort for h in kept.handelingen]


@pytest.mark.parametrize(
    ("text", "soort", "handelingen"),
    [
        ("De huurder die liegt, is gedurende twee jaren uitgesloten van de regeling.", Soort.RECHTSGEVOLG, []),
        ("De student is geschorst.", Soort.RECHTSGEVOLG, []),
        ("De verhuurder sluit geen huurder uit.", Soort.VERBOD, ["uitsluiten"]),
    ],
)
def test_what_befalls_somebody_is_no_act_of_his(norm, text, soort, handelingen):
    found = norm(text)
    assert (found.soort, [h.soort for h in found.handelingen]) == (soort, handelingen)


def test_a_particle_of_the_verb_behind_te_is_not_of_the_main_verb(norm):
    found = norm("Het college stelt de huurder in de gelegenheid de opgave aan te vullen.")
    assert (found.soort, found.werkwoord) == (Soort.PLICHT, "stellen")
    assert norm("Het college stelt een curator aan.").werkwoord == "aanstellen"


def test_what_comes_of_a_last_chance_is_not_what_the_chance_is(norm):
    text = "Het college stelt de huurder in de gelegenheid de opgave aan te vullen, bij gebreke waarvan zij buiten behandeling blijft."
    assert norm(text).soort is Soort.PLICHT
    assert norm("Het college stelt een opgave van een ander buiten behandeling.").soort is Soort.BEVOEGDHEID
