# ruff: noqa: E501 - an example sentence stands on one line
"""Who is spoken to: somebody in service in his own affair, who hands papers in without being named, and the onderdeel with a verb of its own."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms.model import Soort

_STAFF = "Besluit rechtspositie vliegers"
_SERVICE = (
    "In deze regeling wordt verstaan onder:\na. besluit: het Besluit algemene rechtspositie brandweer;\n"
    "b. ambtenaar: de ambtenaar, bedoeld in artikel 1 van het besluit."
)
_OFFICE = _SERVICE.replace("algemene rechtspositie brandweer", "toezicht brandweer")


@pytest.mark.parametrize(
    ("text", "rol"),
    [
        ("De ambtenaar kan bij het bevoegd gezag binnen drie weken zijn bezwaren kenbaar maken.", "burger"),
        ("De ambtenaar legt zijn vordering voor aan de door Onze Minister aangewezen arts.", "burger"),
        ("Desgevraagd toont de ambtenaar de bevoegde autoriteit zijn bewijs van aanstelling.", "burger"),
        # the same words, said of himself
        ("De bevoegde ambtenaar maakt binnen drie weken zijn bevindingen kenbaar.", "overheid"),
        ("De ambtenaar, bevoegd tot het doen van onderzoek, maakt zijn bevindingen kenbaar.", "overheid"),
        ("De ambtenaar is op grond van dit artikel bevoegd het terrein te betreden.", "overheid"),
        ("De ambtenaar die door het bevoegd gezag is aangewezen, maakt zijn bevindingen kenbaar.", "overheid"),
    ],
)
def test_a_power_of_somebody_else_makes_no_organ_of_an_ambtenaar(analyse, text, rol):
    assert analyse(text, title=_STAFF).provisions[-1].norms[-1].adressaat.rol == rol


@pytest.mark.parametrize(
    ("text", "rol"),
    [
        ("De ambtenaar meldt de schade binnen drie weken bij zijn commandant.", "burger"),
        ("Indien de ambtenaar zijn bril heeft verloren, kiest hij een nieuwe.", "burger"),
        ("De ambtenaar stelt het bedrag van de vergoeding vast.", "overheid"),
        ("De ambtenaar die met het toezicht is belast, meldt de schade.", "overheid"),
        ("Indien de burgemeester de ambtenaar hoort, maakt hij een verslag.", "overheid"),
    ],
)
def test_who_is_defined_by_the_rules_on_his_service_is_a_citizen_in_it(analyse, text, rol):
    title = "Regeling vergoeding van brillen"
    assert analyse(_SERVICE, text, title=title).provisions[-1].norms[-1].adressaat.rol == rol
    assert analyse(_OFFICE, text, title=title).provisions[-1].norms[-1].adressaat.rol == "overheid"


_TENANTS = ("De huurder vraagt een toelage aan.", "De aanvrager vermeldt zijn inkomen. De verhuurder ondertekent de opgave.")
_ORGANS = ("Onze Minister stelt een plan vast.", "Het college zendt gedeputeerde staten een overzicht. De inspecteur leest het.")


@pytest.mark.parametrize(
    ("text", "rol", "own"),
    [
        ("De in artikel 2 bedoelde stukken worden binnen drie weken aan het college toegezonden.", "burger", True),
        ("Bij het verzoek worden verschaft:\na. een afschrift van de huurovereenkomst;\nb. een bewijs van inschrijving.", "burger", False),
        ("De stukken worden binnen drie weken aan de huurder toegezonden.", "overheid", False),
        ("De stukken worden door de inspecteur binnen drie weken aan het college toegezonden.", "overheid", False),
        ("Het voorstel wordt met de stukken binnen drie weken aan Onze Minister toegezonden.", "overheid", False),
    ],
)
def test_papers_that_go_to_an_authority_come_from_a_citizen(analyse, text, rol, own):
    found = analyse(*_TENANTS, text).provisions[-1].norms[-1]
    assert found.adressaat.rol == rol
    assert rol == "overheid" or (found.soort is Soort.PLICHT and found.adressaat.zekerheid != "hoog")
    if own:  # the same words in a text of authorities among themselves
        among = analyse(*_ORGANS, text).provisions[-1].norms[-1].adressaat
        assert among is None or among.rol == "overheid"


def test_an_onderdeel_of_a_list_of_conditions_with_its_own_verb_is_a_norm(norms):
    found = norms(
        "Aan de ontheffing zijn de volgende voorschriften verbonden:\n"
        "a. in het jaar van de ontheffing is de oppervlakte kleiner dan een hectare;\n"
        "b. uiterlijk drie dagen voordat de werken beginnen, meldt de imker dit aan Onze Minister."
    )
    duty = next(n for n in found if n.adressaat is not None and n.adressaat.tekst.lower() == "imker")
    assert duty.soort is Soort.PLICHT
    assert [t.voor for t in duty.termijnen] == ["burger"]


def test_a_list_of_what_an_application_holds_stays_one_norm(norms):
    found = norms(
        "De aanvraag bevat de volgende gegevens:\na. de naam van de imker;\n"
        "b. de dag waarop de imker de werken aanvangt, vermeld in weken;\nc. een opgave van de kosten."
    )
    assert len(found) == 1
