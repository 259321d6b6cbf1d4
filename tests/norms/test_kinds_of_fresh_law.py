"""Kinds of norm by class, in wordings of laws that were not used when the rules were first made."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms.model import Soort

P, R, B, V = Soort.PLICHT, Soort.RECHT, Soort.BEVOEGDHEID, Soort.VERBOD
W, T, G, PR, D, DL, S, ST = (
    Soort.WAARDE,
    Soort.TOEPASSELIJKHEID,
    Soort.RECHTSGEVOLG,
    Soort.PROCEDURE,
    Soort.DEFINITIE,
    Soort.DELEGATIE,
    Soort.SLOT,
    Soort.STRAF,
)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Aan de weduwe, van wie de overledene niet gescheiden leefde, wordt een bedrag uitgekeerd.", "uitkeren"),
        ("De vergoeding voor wie het huis zelf bewoonde, wordt verlaagd.", "verlagen"),
        ("Een werknemer die zijn betrekking vrijwillig opzegde, ontvangt geen toeslag.", "ontvangen"),
        ("De tijd waarin hij dit ambt bekleedde of waarnam, wordt meegeteld.", "meetellen"),
        ("De houder die de melding verzuimde, betaalt de kosten.", "betalen"),
        ("De student van wie de inschrijving eindigde, levert zijn kaart in.", "inleveren"),
        ("Indien de ouder om die reden niet verscheen, bepaalt het college een nieuwe dag.", "bepalen"),
        ("De schade die de huurder veroorzaakte voordat hij vertrok, wordt door hem vergoed.", "vergoeden"),
    ],
)
def test_a_past_tense_closes_its_clause(norm, text, verb):
    assert norm(text).werkwoord == verb


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Indien de opbouw begint, stokt of wordt onderbroken, vindt de berekening plaats per maand.", "plaatsvinden"),
        ("Wanneer de houder de zaak verkoopt, sluit of verplaatst, meldt hij dat.", "melden"),
        ("Degene die is verzekerd en de leeftijd nog niet heeft bereikt, betaalt een premie.", "betalen"),
        ("De aanvraag die te laat is gedaan en niet meer is aangevuld, wordt afgewezen.", "afwijzen"),
        ("De vergunning wordt, indien de houder dat verzoekt en het belang zich niet verzet, gewijzigd.", "wijzigen"),
        ("Uitkeringen, verstrekt voor hetzelfde doel als waarvoor een toelage werd verleend, worden verrekend.", "verrekenen"),
        ("De leerling die als deelnemer staat ingeschreven, volgt het onderwijs.", "volgen"),
        ("De aan dat gebruik verbonden kosten worden door de huurder vergoed.", "vergoeden"),
    ],
)
def test_a_coordinated_condition_stays_a_condition(norm, text, verb):
    assert norm(text).werkwoord == verb


@pytest.mark.parametrize(
    "text",
    [
        "Het is verboden afval te brengen naar een staat die lid is van de Unie of die partij is bij het verdrag.",
        "Bij regeling van Onze Minister kan worden bepaald dat een bewijs is vereist, kan worden gevraagd of kan worden verleend.",
        "Het bevoegd gezag deelt de raad mede, of het voorstel aan de commissie wordt voorgelegd.",
        "De inspecteur vermeldt in het verslag, of de houder de gebreken heeft hersteld.",
        "De ouder geeft aan, of het kind een plaats nodig heeft.",
        "De houder beoordeelt of de werknemer geschikt is.",
        "Ingeval van overtreding kan het college de houder een last onder dwangsom opleggen.",
        "In geval van ziekte meldt de student dit aan de school.",
    ],
)
def test_what_only_goes_on_is_no_second_norm(norm, text):
    assert norm(text).soort in (P, V, B, DL, PR)


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("De uitvoering van het besluit wordt zes weken opgeschort.", G),
        ("De opbouw van de aanspraak wordt hervat zodra de werknemer weer werkt.", G),
        ("Het verzoek schorst de werking van de beschikking niet.", G),
        ("De behandeling van de klacht verlengt de termijn niet.", G),
        ("De kandidaat is geslaagd indien alle onderdelen voldoende zijn.", G),
        ("De machtiging is slechts geldig voor de daarin genoemde persoon.", G),
        ("Bij een gezamenlijke huishouding wordt vermoed dat de partners elkaar verzorgen.", G),
        ("Aangenomen wordt dat de brief op de derde dag is ontvangen.", G),
        ("De voorrechten op het goed gaan door de verkoop teniet.", G),
        ("De werknemer verliest zijn aanspraak bij vertrek naar het buitenland.", G),
        ("De diploma's behouden hun geldigheid gedurende vijf jaar.", G),
        ("De herziening werkt terug tot de dag waarop de bijdrage is vastgesteld.", G),
        ("De wettelijke bepalingen blijven van kracht voor schulden die toen al bestonden.", T),
        ("De vergunning blijft van kracht totdat op de aanvraag is beslist.", G),
    ],
)
def test_by_operation_of_law(norms, text, soort):
    assert [n.soort for n in norms(text)] == [soort]
    assert all(n.bevoegdheid == "geen" for n in norms(text))


@pytest.mark.parametrize(
    ("text", "power"),
    [
        ("Op aanvraag wordt een vermindering op de bijdrage van de verzekerde toegepast.", "gebonden"),
        ("Na afloop van het jaar vindt vaststelling van de bijdrage van de ouder plaats.", "gebonden"),
        ("De betekening van een dwangbevel aan de belanghebbende kan ook 's nachts geschieden.", "discretionair"),
        ("De griffier brengt de kosten bij de eiser in rekening.", "gebonden"),
        ("De autoriteit brengt het bedrag ten laste van de aanvrager.", "gebonden"),
        ("Zo nodig geeft de inspecteur de houder aanwijzingen.", "discretionair"),
        ("De termijn wordt op verzoek van de student met een jaar verlengd.", "gebonden"),
        (
            "Bekendmaking van de naam van de ouder blijft achterwege, indien Onze Minister dat naar zijn oordeel nodig vindt.",
            "discretionair",
        ),
        ("De belastingdienst heft het tarief.", "gebonden"),
    ],
)
def test_decisions_in_other_words(norms, text, power):
    assert [(n.soort, n.bevoegdheid) for n in norms(text)] == [(B, power)]


@pytest.mark.parametrize(
    ("text", "soort", "rol"),
    [
        ("De aanvraag wordt gedaan uiterlijk drie maanden na afloop van het jaar.", P, "burger"),
        ("De melding wordt schriftelijk gedaan.", P, "burger"),
        ("Bij de aanvraag worden de nodige gegevens verstrekt.", P, "burger"),
        ("Bij het verzoek wordt een verklaring overgelegd.", P, "burger"),
        ("De verantwoordingsdocumenten geven inzicht in de kosten van de activiteiten.", P, "burger"),
        ("De kosten van het onderzoek komen voor rekening van de aanvrager.", P, "burger"),
        ("Op de verhuurder rust de verplichting het gebrek te herstellen.", P, "burger"),
        ("De verlener van de dienst overlegt de gegevens aan de toezichthouder.", P, "burger"),
        ("Een ieder neemt voldoende zorg in acht.", P, "burger"),
        ("Het is de stichting toegestaan een toernooi te houden volgens door haar te stellen regels.", R, "burger"),
        ("Van het verbod, bedoeld in artikel 3, geldt een vrijstelling voor gekweekte planten.", R, "burger"),
        ("De werknemer behoudt zijn salaris gedurende een jaar.", R, "burger"),
        ("Een uitwijzing heeft niet plaats zolang het kind ziek is.", V, "overheid"),
        ("De kosten van de commissie komen ten laste van de gemeente.", PR, "overheid"),
    ],
)
def test_whom_it_speaks_to(norm, text, soort, rol):
    found = norm(text)
    assert found.soort is soort
    assert found.adressaat is not None and found.adressaat.rol == rol


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("De Tweede Kamer ontslaat de ombudsman op zijn verzoek.", PR),
        ("De kinderrechter van de rechtbank is bevoegd tot de kennisneming van zaken over het kind.", PR),
        ("Het college kan de officier van justitie verzoeken de getuige te dagvaarden.", PR),
        ("Het College verklaart het beroep gegrond, ongegrond of niet-ontvankelijk.", P),
        ("Voor zover van toepassing wijst de algemene raad een instituut aan.", PR),
        ("Bij koninklijk besluit wordt de bepaling onverwijld buiten werking gesteld.", PR),
        ("Hiervan wordt aantekening gesteld op het stuk.", PR),
        ("De raad van discipline neemt de beslissing binnen vier weken.", P),
        ("Arbeid wordt gewaardeerd naar billijkheid.", W),
        ("De rente is de wettelijke rente verminderd met drie procent.", W),
        ("Het tekort per werkgever wordt bepaald met de formule, bedoeld in het derde lid.", W),
        ("Dit besluit berust op artikel 4 van de wet.", S),
        ("Te late betaling door de huurder leidt tot verval van de korting.", G),
        ("De rijkswaterstaat zendt aan de minister een plan, indien van toepassing met een advies.", PR),
    ],
)
def test_look_alikes(norms, text, soort):
    assert [n.soort for n in norms(text)] == [soort]


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("Van een inbreuk is sprake indien de houder zonder toestemming bouwt.", D),
        ("De werknemer heeft door eigen toedoen geen arbeid behouden indien hij zelf ontslag neemt.", D),
        ("De toelage wordt aangewezen als eindheffingsbestanddeel als bedoeld in de wet.", D),
        ("Als toezichthouder worden aangewezen: de ambtenaren van de inspectie.", PR),
        ("Aan het hoofd van de afdeling wordt mandaat verleend tot het weigeren van subsidies.", PR),
        ("De Regeling proeven 1996 wordt ingetrokken.", S),
        ("De regeling Proeven 1996 wordt ingetrokken.", S),
        ("Ingetrokken worden: a. het Besluit proeven; b. het Besluit keuringen.", S),
        ("Het vermogen van de gerechten wordt bepaald door de som te nemen van de reserves.", W),
        ("De statuten van de vennootschap kunnen bepalen dat het lidmaatschap open staat.", R),
        ("De overeenkomst vermeldt de duur van de huur.", P),
        ("Het bedrag is gelijk aan 73% van de laatstelijk genoten bezoldiging.", W),
        ("Bij ministeriële regeling kan worden bepaald welk deel, dat ten hoogste 4% bedraagt, wordt uitgekeerd.", DL),
        ("Bij de aanvraag wordt een factuur gevoegd.", P),
    ],
)
def test_more_look_alikes(norms, text, soort):
    assert [n.soort for n in norms(text)] == [soort]


@pytest.mark.parametrize(
    ("text", "soorten"),
    [
        ("Voor de afgifte van het bewijs is een tarief verschuldigd van € 153.", {P, W}),
        ("Voor de keuring is het volgende tarief verschuldigd: a. schepen € 60; b. boten € 30.", {P, W}),
        ("De houder is rente verschuldigd vanaf de vervaldag.", {P}),
        ("Een aanvraag wordt slechts in behandeling genomen als de leges zijn betaald.", {B}),
        ("De aanvrager wordt van het niet in behandeling nemen terstond verwittigd.", {P}),
        ("Het College sanering is rechtspersoon.", {PR}),
        ("Degene aan wie een ontheffing, zoals die wet luidde op 1 mei, is verleend, kan een verzoek indienen.", {R, S}),
        ("De artikelen 4 en 5, zoals deze luidden voor die dag, blijven van toepassing op oude schulden.", {T, S}),
    ],
)
def test_amounts_due_and_old_law(norms, text, soorten):
    assert {n.soort for n in norms(text)} == soorten


def test_a_purpose_in_front_without_a_comma(norm):
    found = norm("Alvorens uitspraak te doen kan de rechter de houder een termijn gunnen.")
    assert (found.soort, found.bevoegdheid) == (B, "discretionair")


def test_a_general_exemption_is_no_way_out_of_a_decision(norm):
    assert norm("Van het verbod geldt een vrijstelling voor gekweekte planten.").ruimte == "geen"


def test_a_note_about_when_a_provision_starts_is_not_its_text(norms):
    found = norms("Treedt in werking per 01-07-2016\n\nDe ouder meldt de geboorte binnen een week.")
    assert [n.soort for n in found] == [P]
    assert [n.soort for n in norms("Treedt in werking per 01-07-2016")] == [S]


def test_handing_over_at_the_start_of_a_law_is_transitional_and_evaluating_it_is_not(norms):
    assert {n.soort for n in norms("Na de inwerkingtreding van deze wet draagt de commissie haar dossiers over aan de raad.")} == {
        PR,
        S,
    }
    assert {n.soort for n in norms("Onze Minister zendt na de inwerkingtreding van deze wet een verslag aan de Staten-Generaal.")} == {PR}


def test_what_is_left_to_rules_in_a_condition_is_not_what_the_provision_does(norms):
    text = "De lening wordt verstrekt indien de student een school bezoekt met een bij ministeriële regeling aan te wijzen keurmerk."
    assert [n.soort for n in norms(text)] == [B]
    text = "De ouder verstrekt de bij ministeriële regeling te bepalen gegevens."
    assert {n.soort for n in norms(text)} == {P, DL}


def test_a_list_of_facts_does_not_make_a_penalty(norms):
    text = "De houder kan de melding achterwege laten in het belang van:\na. de opsporing van strafbare feiten;\nb. de veiligheid."
    assert S not in {n.soort for n in norms(text)} and ST not in {n.soort for n in norms(text)}


def test_a_payment_of_an_amount_is_granted_and_measured(norms):
    text = "Aan de weduwe wordt een uitkering toegekend gelijk aan drie maanden pensioen."
    assert {n.soort for n in norms(text)} == {B, W}
