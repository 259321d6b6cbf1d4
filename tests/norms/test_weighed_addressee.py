"""How sure it is whom a norm speaks to: signs with a name and a direction, weighed."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms import zeker


def test_every_weight_is_of_a_known_sign_and_has_its_direction():
    fitted = zeker.weging()
    for rol in zeker.ROLLEN:
        for name, weight in fitted.wegingen[rol].items():
            assert weight * zeker.TEKENS[name] >= 0, (rol, name)
    assert 0.5 < fitted.middel < fitted.hoog < 1


def _sure(norms, *texts):
    weighed = zeker.weging()
    found = [norms(text)[0].adressaat for text in texts]
    return [weighed.kans(who.rol, who.tekens) for who in found]


def test_what_speaks_against_a_role_makes_it_less_sure(norms):
    plain, decides, pronoun = _sure(
        norms,
        "De vergunninghouder meldt een wijziging van de inrichting.",
        "De vergunninghouder trekt de machtiging in.",
        "Degene die een inrichting drijft, meldt een wijziging.",
    )
    assert decides < plain
    assert pronoun < plain


def test_another_norm_of_the_lid_for_the_same_role_makes_it_surer(norms):
    text = "De ouder meldt een wijziging. {} verstrekt de gegevens."
    same, other = norms(text.format("De ouder")), norms(text.format("Onze Minister"))
    kans = zeker.weging().kans
    assert kans("burger", same[0].adressaat.tekens) > kans("burger", other[0].adressaat.tekens)


def test_the_lid_before_counts(analyse):
    alone = analyse("Onze Minister verleent de subsidie.").provisions[0].norms[0].adressaat
    assert {"zelfde_in_vorig_lid", "ander_in_vorig_lid"}.isdisjoint(alone.tekens)


def test_a_long_argument_in_prose_is_not_surely_a_norm(norms):
    long = norms(" ".join(["De aanvrager onderbouwt het verband tussen de resultaten en de middelen."] * 12))
    assert "betoog" in long[0].adressaat.tekens
    assert {n.adressaat.zekerheid for n in long} <= {"middel", "laag"}


def test_money_that_comes_to_an_authority_does_not_make_it_act(norms):
    toe = norms("Onze Minister komt een vordering op de stichting toe.")[0].adressaat
    assert "komt_toe" in toe.tekens
    assert toe.zekerheid != "hoog"


def test_who_is_derived_is_said_so(norms):
    derived = norms("De belasting is verschuldigd op het tijdstip van levering.")[0].adressaat
    named = norms("De ouder meldt een wijziging.")[0].adressaat
    assert named.afgeleid is False
    assert derived.afgeleid is True
    assert derived.zekerheid == "laag"


@pytest.mark.parametrize(
    "gets, acts",
    [
        ("De ouder ontvangt jaarlijks een overzicht van de Dienst Toeslagen.", "De ouder verstrekt de gevraagde gegevens."),
        ("De huurder krijgt van het college een bewijs van ontvangst toegezonden.", "De huurder dient een aanvraag in."),
    ],
)
def test_who_gets_something_is_not_surely_the_one_who_acts(norms, gets, acts):
    assert all(n.adressaat.zekerheid != "hoog" for n in norms(gets) if n.adressaat)
    assert any(n.adressaat.zekerheid == "hoog" for n in norms(acts) if n.adressaat)
