"""What laws that the rules were not made on lay on people: by what is asked and who is hit, each class with its look-alikes."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms.model import Soort


def _adverse(norms, text):
    return any(n.belastend for n in norms(text))


def _acts(norms, text):
    return any(n.doenlast for n in norms(text))


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("Een benzinepomp die aan derden levert, wordt voorzien van een verzegeld telwerk.", Soort.PLICHT),
        ("Een taxameter die voor verhuur is bestemd wordt voorzien van een ijkmerk.", Soort.PLICHT),
        ("De koelinstallatie wordt eenmaal per jaar gekeurd.", Soort.PLICHT),
        ("Kalveren worden gehuisvest in een stal met een ligvloer van stro.", Soort.PLICHT),
        ("De varkens worden gehouden in groepen.", Soort.PLICHT),
        ("Vuurwerk wordt slechts vervoerd in een gesloten verpakking.", Soort.VERBOD),
        ("Gevaarlijke afvalstoffen worden niet gemengd met andere stoffen.", Soort.VERBOD),
        ("Een vaartuig neemt niet deel aan de vaart indien het lek is.", Soort.VERBOD),
        ("De meetopstelling die de exploitant gebruikt, voldoet aan bijlage 4.", Soort.PLICHT),
        ("De keuken van de ondernemer is zodanig ingericht dat kruisbesmetting wordt voorkomen.", Soort.PLICHT),
        ("Bestrijdingsmiddelen worden opgeslagen in een afgesloten kast.", Soort.PLICHT),
        ("Op de verpakking zijn de ingrediënten leesbaar vermeld.", Soort.PLICHT),
        ("De liften voldoen aan de eisen van de bijlage.", Soort.PLICHT),
    ],
)
def test_a_requirement_on_a_thing_is_laid_on_whoever_has_it(norms, text, soort):
    found = norms(text)
    assert any(n.soort is soort and n.adressaat is not None and n.adressaat.rol == "burger" for n in found), found
    assert _adverse(norms, text)
    assert _acts(norms, text)


@pytest.mark.parametrize(
    "text",
    [
        "Het verslag wordt bewaard in het archief van de raad.",
        "De gegevens worden opgeslagen in het register.",
        "De stemmen worden geteld in het openbaar.",
        "De dieren worden door de gemeente gehuisvest.",
        "De begroting voldoet aan de eisen van het besluit.",
        "De vergaderzaal van de raad is zodanig ingericht dat publiek aanwezig kan zijn.",
        "De middelen worden besteed aan onderzoek.",
        "Het programma van de provincie voldoet aan de richtlijn.",
    ],
)
def test_what_is_done_with_things_of_government_burdens_nobody(norms, text):
    assert not _adverse(norms, text)
    assert not _acts(norms, text)


@pytest.mark.parametrize(
    ("text", "adverse"),
    [
        ("Het college kan de eigenaar gelasten de schuur te slopen.", True),
        ("De inspecteur kan bevelen dat de productie wordt stilgelegd.", True),
        ("De burgemeester kan de organisator verplichten extra beveiligers in te zetten.", True),
        ("Onze Minister kan een fabrikant opdragen een partij uit de handel te nemen.", True),
        ("De opsporingsambtenaar is bevoegd goederen in beslag te nemen.", True),
        ("De commandant kan bevelen dat de omwonenden hun huis verlaten.", True),
        ("De toezichthouder kan voorschriften geven die de exploitant in acht neemt.", True),
        ("De ondernemer kan een aanwijzing worden gegeven.", True),
        ("Aan de houder kan de verplichting worden opgelegd een logboek bij te houden.", True),
        ("De raad kan het college opdragen een onderzoek in te stellen.", False),
        ("De minister kan de directeur van de dienst opdragen een verslag te maken.", False),
        ("De rechter beveelt de opheffing van het beslag.", False),
        ("De gouverneur kan de opschorting van de invordering bevelen.", False),
    ],
)
def test_an_order_burdens_whoever_must_obey_it(norms, text, adverse):
    assert _adverse(norms, text) is adverse


@pytest.mark.parametrize(
    ("text", "adverse"),
    [
        ("Tegen de uitspraak van de commissie staat geen hogere voorziening open.", True),
        ("Tegen dat oordeel staat geen rechtsmiddel open.", True),
        ("De beslissing op het wrakingsverzoek is niet vatbaar voor cassatie.", True),
        ("Tegen de aanmaning is geen bezwaar mogelijk.", True),
        ("Tegen de uitspraak staat verzet open bij het hof.", False),
        ("De neveninkomsten worden op het wachtgeld in mindering gebracht.", False),
        ("De neveninkomsten worden op de uitkering in mindering gebracht.", True),
        ("Het voorschot wordt op het pensioen in mindering gebracht.", True),
        ("Voor het vervoer is geen toestemming vereist.", False),
        ("De uitkering van de betrokkene wordt voortgezet tot de pensioenleeftijd.", False),
        ("De korting wordt op de verschuldigde premie in mindering gebracht.", False),
        ("De boete wordt met de helft verminderd indien de overtreder het verzuim zelf meldt.", False),
        ("De premie die verschuldigd is voor de polis wordt verlaagd met de korting.", False),
        ("Het recht op een toelage wordt verlaagd met de helft.", True),
        ("De Warmtewet 1998 vervalt.", False),
        ("De tijdelijke erkenning vervalt op de dag waarop een definitieve erkenning wordt verleend.", False),
        ("De tijdelijke erkenning vervalt op de dag waarop de houder zijn bedrijf verplaatst.", True),
        ("Het ontslag gaat niet eerder in dan na afloop van het verlof.", False),
        ("De toelage gaat niet eerder in dan na afloop van het verlof.", True),
        ("Onze Minister kan de erkenning wijzigen of intrekken.", True),
        ("Het college kan de toestemming aanpassen of intrekken.", True),
        ("Het college kan de termijn verlengen of bekorten.", False),
    ],
)
def test_what_is_lost_makes_a_provision_adverse(norms, text, adverse):
    assert _adverse(norms, text) is adverse


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("De griffier bericht de stichting met het verzoek de ontbrekende akte in te zenden.", True),
        ("De deken geeft de klager in overweging zijn klacht aan te vullen.", True),
        ("De ontvanger zendt de schuldenaar een brief met het verzoek het bedrag over te maken.", True),
        ("De griffier zendt het dossier aan de rechtbank met het verzoek de zaak te behandelen.", False),
        ("De erkenning wordt verleend mits de exploitant een logboek bijhoudt.", True),
        ("De korting geldt zolang de huurder de sleutels inlevert.", True),
        ("Aan de ontheffing wordt het voorschrift verbonden dat het terrein wordt ontruimd en een verslag wordt overgelegd.", True),
        ("Indien de belanghebbende de in het tweede lid bedoelde opgave niet onverwijld doet, vervalt de toelage.", False),
        ("Degene die opzettelijk een vals getuigschrift gebruikt, wordt gestraft met hechtenis van ten hoogste drie maanden.", False),
    ],
)
def test_what_somebody_must_do_in_a_request_or_a_condition(norms, text, acts):
    assert _acts(norms, text) is acts


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("Een verzoek om verlenging dient voor 1 oktober van het jaar waarin de licentie eindigt te worden ingediend.", True),
        ("De aanvraag dient uiterlijk acht weken voordat de periode begint te worden ingediend.", True),
        ("De aangifte dient binnen een maand nadat het tijdvak eindigt te worden gedaan.", True),
        ("Indien de houder de in het eerste lid bedoelde melding niet onverwijld doet, wordt de erkenning geschorst.", False),
        ("De keuring dient uiterlijk in de tiende week na de aanvang plaats te vinden.", False),
        ("De leerling wordt gewezen op de wijze waarop en de termijn waarbinnen beroep dient te worden ingesteld.", False),
    ],
)
def test_whose_limit_it_is_after_a_clause_or_a_reference(norms, text, limit):
    assert any(t.voor == "burger" for n in norms(text) for t in n.termijnen) is limit


@pytest.mark.parametrize(
    ("text", "adverse"),
    [
        ("De aanvraag om een keurmerk wordt ingediend bij de dienst.", False),
        ("De aanvrager legt bij de aanvraag een tekening van de tuin over.", False),
        ("Bij het verzoek wordt een plattegrond gevoegd.", False),
        ("De klacht wordt schriftelijk ingediend bij de secretaris.", False),
        ("De exploitant legt de rekeningen van het bezoekjaar over aan de dienst.", True),
        ("De aanvraag wordt binnen drie weken na de keuring ingediend.", True),
        ("De bestuurder wordt op eigen verzoek ontslagen.", False),
        ("De erkenning wordt ingetrokken op verzoek van de houder.", False),
        ("De erkenning wordt, al dan niet op verzoek van de houder, ingetrokken.", True),
        ("De erkenning wordt ingetrokken op verzoek van een derde.", True),
        ("De rechter gelast de invrijheidstelling van de vreemdeling.", False),
    ],
)
def test_how_somebody_asks_and_what_he_asks_himself_are_no_burden(norms, text, adverse):
    assert _adverse(norms, text) is adverse


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("De partijen worden gehoord; daarbij worden zij in de gelegenheid gesteld vragen op te geven.", True),
        ("De klager wordt in de gelegenheid gesteld zijn standpunt toe te lichten.", True),
        ("De commissie stelt Onze Minister in de gelegenheid te reageren.", False),
        ("De noodlening is een lening die op aanvraag wordt verleend.", True),
        ("Het college kan van de exploitant eisen dat hij zich terugtrekt.", True),
        ("Aan de exploitant kan de verplichting worden opgelegd een logboek te maken.", True),
        ("Een gebrek aan de installatie wordt gemeld.", True),
        ("De aanvraag gaat vergezeld van een begroting.", True),
        ("Deze regeling is van toepassing op zegels die vóór 1 juni 2012 zijn aangevraagd.", False),
    ],
)
def test_what_somebody_may_or_must_do_after_a_chance_an_order_or_a_notice(norms, text, acts):
    assert _acts(norms, text) is acts


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("Aanvragen worden ingediend vanaf de dag van inwerkingtreding van dit besluit tot en met 15 maart 2012.", True),
        ("Verzoeken kunnen worden gedaan vanaf 1 mei tot en met 30 juni.", True),
        ("Een aanvraag om een toelage wordt jaarlijks voor het einde van het seizoen gedaan.", True),
        ("De bijdrage wordt vóór de aanvang van het cursusjaar betaald.", True),
        ("De raad vergadert voor het einde van het jaar.", False),
        ("De inlevering dient te geschieden voor de aanvang van de les.", True),
        ("De regeling loopt vanaf de inwerkingtreding van dit besluit tot en met 15 maart 2012.", False),
        ("De toekenning van de middelen dient te hebben plaatsgevonden voor 1 januari 2006.", False),
    ],
)
def test_a_window_for_handing_in_and_a_moment_for_an_act_of_government(norms, text, limit):
    assert any(t.voor == "burger" for n in norms(text) for t in n.termijnen) is limit
