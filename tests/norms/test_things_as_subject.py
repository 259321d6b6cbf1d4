"""Norms whose subject is a thing: a document, a term, a claim, a reckoning. Whose it is decides whom they address."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms.model import Soort


@pytest.mark.parametrize(
    ("text", "soort", "rol", "belastend"),
    [
        ("De aanvraag vermeldt de naam en het adres.", Soort.PLICHT, "burger", False),
        ("Het verzoekschrift bevat de gronden waarop het berust.", Soort.PLICHT, "burger", False),
        ("De beschikking vermeldt het bedrag van de subsidie.", Soort.PLICHT, "overheid", False),
        ("De last onder dwangsom omschrijft de overtreding.", Soort.PLICHT, "overheid", False),
        ("Het jaarverslag omvat een overzicht van de uitgaven.", Soort.PROCEDURE, "overheid", False),
        ("Deze regels bevatten in ieder geval bepalingen over de hoogte van de bijdrage.", Soort.DELEGATIE, "overheid", False),
        ("Het omgevingsplan bevat de regels die nodig zijn voor een goede woonomgeving.", Soort.DELEGATIE, "overheid", False),
    ],
)
def test_a_document_speaks_to_who_draws_it_up(norm, text, soort, rol, belastend):
    found = norm(text)
    assert (found.soort, found.adressaat.rol, found.belastend) == (soort, rol, belastend)


def test_what_an_application_must_hold_asks_an_application(norm):
    found = norm("De aanvraag bevat een kopie van het huurcontract.")
    assert [h.soort for h in found.handelingen] == ["aanvragen"]


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("De in het derde lid genoemde termijn is tien jaar indien de terugvordering het gevolg is van opzet.", Soort.WAARDE),
        ("De perioden van ziekte worden samengeteld als zij elkaar binnen vier weken opvolgen.", Soort.WAARDE),
        ("Voorafgaande overeenkomsten worden niet samengeteld als er meer dan drie maanden tussen liggen.", Soort.WAARDE),
        ("De maximale huurprijsgrens wordt met 15% vermeerderd als de woning een monument is.", Soort.WAARDE),
        ("In afwijking van het eerste lid geldt een termijn van veertien weken.", Soort.WAARDE),
        ("Een vordering als bedoeld in artikel 4 is bevoorrecht op alle goederen van de werkgever.", Soort.RECHTSGEVOLG),
        ("De verklaring geldt voor de duur van een jaar.", Soort.RECHTSGEVOLG),
        ("Voor de toepassing van deze wet gelden aaneensluitende verzekeringen als één verzekering.", Soort.RECHTSGEVOLG),
        ("De verplichting geldt niet voor kleine ondernemingen.", Soort.TOEPASSELIJKHEID),
        ("De verplichting strekt zich mede uit tot de inkomsten van de partner.", Soort.TOEPASSELIJKHEID),
        ("Kleine gemeenten zijn van de aanwijzing uitgezonderd.", Soort.TOEPASSELIJKHEID),
        ("Tot de gage behoren kostenvergoedingen.", Soort.DEFINITIE),
        (
            "Als categorieën activiteiten als bedoeld in artikel 2 worden aangewezen: a. het houden van vee; b. het telen van bollen.",
            Soort.DEFINITIE,
        ),
        ("De artikelen 4 en 7 werken terug tot en met 1 januari 2024.", Soort.SLOT),
        ("Tegen de uitspraak staat, in afwijking van artikel 26, uitsluitend beroep bij de Hoge Raad open.", Soort.RECHT),
        ("Bij ministeriële regeling wordt voorzien in verplichtingen voor referenten en gewezen referenten.", Soort.DELEGATIE),
        ("Openbaarmaking van een besluit op aanvraag kan achterwege blijven als het belang gering is.", Soort.BEVOEGDHEID),
    ],
)
def test_the_kind_follows_what_is_said_of_the_thing(norms, text, soort):
    assert [n.soort for n in norms(text)] == [soort]


@pytest.mark.parametrize(
    ("text", "belastend"),
    [
        ("De waarschuwing vervalt na vijf jaar.", False),
        ("De boete wordt naar boven afgerond op een veelvoud van € 10.", False),
        ("De vergunning wordt uitsluitend verleend voor zover het belang van de buurt dat toelaat.", True),
        ("De vergunning wordt verleend voor zover het belang van de buurt dat toelaat.", False),
        ("Het college kan de vergunning verlenen en daaraan voorschriften verbinden.", True),
        ("De werknemer kan een verklaring geen bezwaar bij het college aanvragen.", False),
    ],
)
def test_who_is_hurt(norms, text, belastend):
    assert any(n.belastend for n in norms(text)) is belastend


def test_rules_about_the_details_of_a_duty_address_nobody_else(norms):
    found = norms("De houder verstrekt de bij ministeriële regeling te bepalen gegevens.")
    assert {n.soort for n in found} == {Soort.PLICHT, Soort.DELEGATIE}
    assert {n.adressaat.rol for n in found if n.adressaat is not None} == {"burger"}


@pytest.mark.parametrize(
    ("text", "handelingen"),
    [
        ("Het college weigert de vergunning, tenzij de aanvrager aannemelijk maakt dat hij bevoegd is.", ["aantonen"]),
        ("Het college beslist binnen dertien weken nadat de termijn voor het indienen van het bezwaarschrift is verstreken.", []),
        ("Indien de bevoegdheid te beslissen op een aanvraag overgaat, zendt het college bericht aan de houder.", []),
        ("De gemeente betaalt het bedrag op zijn verzoek aan het UWV indien de overtreder een uitkering ontvangt.", []),
    ],
)
def test_what_a_citizen_does(norms, text, handelingen):
    assert [h.soort for n in norms(text) for h in n.handelingen] == handelingen
