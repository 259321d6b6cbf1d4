"""What the law itself states: withdrawn rules, amounts, requirements that are met, exemptions, what only some may do."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms.model import Soort

S, W, D, R, V, T, DL, B, P, G, PR, ST = (
    Soort.SLOT,
    Soort.WAARDE,
    Soort.DEFINITIE,
    Soort.RECHT,
    Soort.VERBOD,
    Soort.TOEPASSELIJKHEID,
    Soort.DELEGATIE,
    Soort.BEVOEGDHEID,
    Soort.PLICHT,
    Soort.RECHTSGEVOLG,
    Soort.PROCEDURE,
    Soort.STRAF,
)


@pytest.mark.parametrize(
    ("text", "soorten"),
    [
        # rules by their name or date are withdrawn as a closing provision; a permit, or with a condition, is a decision
        ("De Beleidsregel toetsing kleine schepen 2014 wordt ingetrokken.", [S]),
        ("Het Mandaatbesluit afdeling Toezicht wordt ingetrokken.", [S]),
        ("De navolgende circulaires worden hierbij ingetrokken.", [S]),
        ("De vergunning wordt ingetrokken indien de houder daarom verzoekt.", [B]),
        ("De aanwijzing wordt ingetrokken indien de instelling niet meer aan de eisen voldoet.", [B]),
        # what goes on to hold beside a closing provision
        ("De Regeling vaargeld 2003 wordt ingetrokken, met dien verstande dat zij van toepassing blijft op lopende zaken.", [S, T]),
        # an amount that is added is no amendment of a text
        ("Aan de winst van dat jaar wordt het bedrag van de reserve toegevoegd uit de egalisatiepot.", None),
    ],
)
def test_closing_provisions(norms, text, soorten):
    found = [n.soort for n in norms(text)]
    assert found == soorten if soorten is not None else S not in found


@pytest.mark.parametrize(
    "text",
    [
        "De korting is gelijk aan het percentage van de werkgever verminderd met het gemiddelde percentage.",
        "Het bedrag, bedoeld in artikel 3, is de som van de bedragen per leerling zoals aangegeven in de tabel.",
        "Het toetsinkomen is het gezamenlijke bedrag van hetgeen de verzekerde heeft genoten.",
        "De bedragen bij de klassen zijn: a. voor de lichte klasse: € 400.",
        "De datum, bedoeld in artikel 4, is 12 juni 2017.",
        "De vergoedingen worden voor dat jaar als volgt vastgesteld: a. € 12 voor een dagdeel.",
        "Als subsidieplafond wordt per tijdvak vastgesteld: het in de bijlage genoemde bedrag.",
        "Indien het tweede lid geldt, staat B voor het aantal dagen van de maand.",
        "De heffing wordt bepaald op het verschil tussen beide waarden.",
        "Voor de bode geldt salarisschaal 3 van de regeling.",
        "Een keurmerk heeft een geldigheidsduur van vier jaar.",
    ],
)
def test_a_measure_that_is_said_to_be_so_much(norms, text):
    assert [n.soort for n in norms(text)] == [W]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Aan de secretaris wordt een vergoeding toegekend van € 55 per zitting.", B),
        ("Voor het wijzigen van de inschrijving is een vast tarief van € 31 verschuldigd.", P),
    ],
)
def test_a_grant_or_fee_that_names_its_amount(norms, text, first):
    assert [n.soort for n in norms(text)] == [first, W]


@pytest.mark.parametrize(
    "text",
    [
        "Dit besluit verstaat onder dienstjaar: het jaar dat op de aanstelling volgt.",
        "Aan de eis van bekwaamheid is voldaan als de onderneming een deskundige in dienst heeft.",
        "Aan de voorwaarde van zelfstandigheid wordt voldaan door degene die een eigen zaak voert.",
        "Tot het gebied van de diëtist wordt gerekend het geven van voedingsadvies.",
        "De keuringen worden onderscheiden in de volgende soorten: a. eerste keuring; b. herkeuring.",
    ],
)
def test_what_a_word_or_requirement_means(norms, text):
    assert [n.soort for n in norms(text)] == [D]


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("De officier die is verhuisd, heeft aanspraak op een tegemoetkoming.", R),
        ("De kamerleden ontvangen een bedrag ter vergoeding van hun reiskosten.", R),
        ("De ambtenaar heeft inzage in het dossier.", R),
        ("Van het verbod in artikel 9 wordt vrijstelling verleend voor het vervoer van oefenwapens.", R),
        ("De aanduiding boter mag uitsluitend worden gebruikt voor zuivel.", V),
        ("Planten uit dat gebied mogen slechts worden ingevoerd als zij gezond zijn.", V),
        ("De verboden, bedoeld in artikel 2, gelden niet voor onderdelen die voor de reserve bestemd zijn.", T),
        ("In geval van toepassing van het eerste lid draagt de kapitein zorg voor het schip.", P),
        ("De houder beschikt over een niet voor derden toegankelijke ruimte.", P),
        ("Het derde lid lijdt uitzondering voor zover het verdrag dat bepaalt.", T),
        ("Onze Minister kan bij ministeriële regeling een verbod instellen op de uitvoer van die goederen.", DL),
        ("Bij algemene maatregel van bestuur kunnen:\na. gegevens worden aangewezen;\nb. klassen worden aangewezen.", DL),
        ("Onze Minister stelt voorschriften vast aan de hand waarvan de keuring wordt verricht.", DL),
        ("Bij koninklijk besluit kan een erkenning worden geschorst indien de vereniging niet meer representatief is.", B),
    ],
)
def test_kinds_by_what_is_said(norms, text, soort):
    assert [n.soort for n in norms(text)] == [soort]


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        # what the law lets happen
        ("De overeenkomst komt tot stand op de eerste dag van de maand.", G),
        ("De aanspraak op verlof zal geheel komen te vervallen.", G),
        ("De verpachter blijft eigenaar van het gewas.", G),
        ("De behandeling van het verzoek is opgeschort voor de duur van het onderzoek.", G),
        ("Indien het werk in het verkeer is gebracht of openbaar gemaakt, vervallen de rechten na veertig jaren.", G),
        ("Vorderingen ter zake van de door hem geïnde gelden vervallen na twee jaren.", G),
        # what concerns offices, or which rule holds
        ("Het lidmaatschap van de commissie eindigt door het verstrijken van de zittingsduur.", PR),
        ("De bevoegdheden, genoemd in artikel 8, komen slechts toe aan de aangewezen ambtenaren.", PR),
        ("De in het tweede lid bedoelde termijn treedt in de plaats van de termijn die elders is bepaald.", T),
        ("Voor de tweede verwerker gelden dezelfde voorschriften als voor de eerste verwerker.", T),
        # what stands open to somebody
        ("De terugbetaling kan in termijnen plaatsvinden.", R),
        ("Een doorlopende opleiding kan in aanmerking komen voor de bijdrage.", R),
        ("De afschriften kunnen achterwege blijven indien zij al bekend zijn.", R),
        ("Leerlingen die zijn geëmigreerd op grond van de regeling, komen in aanmerking voor het lesgeld.", R),
        # what is sent to somebody is the duty of who sends it
        ("De klager ontvangt binnen vier weken een afschrift van het oordeel.", P),
        ("De bewaring kan worden voortgezet zolang het onderzoek duurt.", B),
        ("De erkenning kan door de keuringsinstelling worden geschorst.", B),
        ("Aan een aanvraag die volledig is, worden drie punten toegekend.", W),
        ("De toelage wordt vastgesteld aan de hand van het laatste salaris.", W),
        ("In geval van een overtreding kan de rechter hechtenis of een geldboete van de derde categorie opleggen.", ST),
        # more time for its own decision is no decision about somebody
        ("Onze Minister kan de termijn, bedoeld in het eerste lid, met ten hoogste acht weken verlengen.", PR),
        ("De termijn voor het geven van de beschikking kan met ten hoogste acht weken worden verlengd.", PR),
        ("Deze termijn van schorsing kan met een maand worden verlengd.", B),
        ("Indien een vlucht wordt gemeld binnen drie uur na aanvang, wordt de rustperiode vastgesteld overeenkomstig bijlage 3.", W),
    ],
)
def test_effects_offices_and_openings(norms, text, soort):
    assert [n.soort for n in norms(text)] == [soort]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Voor de behandeling van niet eerder genoemde verzoeken wordt een recht geheven van € 90.", "heffen"),
        ("Voor een gerichte inzet van middelen gelden de bijgevoegde regels.", "gelden"),
    ],
)
def test_the_verb_of_the_clause(norms, text, verb):
    assert norms(text)[0].werkwoord == verb


def test_rules_and_what_they_may_settle_are_one_delegation(norms):
    text = "Bij ministeriële regeling worden regels gesteld over de kosten en kan worden bepaald dat zij ten laste van het Rijk komen."
    assert {n.soort for n in norms(text)} == {DL}


def test_what_somebody_is_taken_for_is_an_effect(norms):
    text = (
        "De persoon die binnen vier weken na zijn ontslag ziek wordt, wordt voor de uitkering beschouwd alsof hij verzekerd was gebleven."
    )
    assert [n.soort for n in norms(text)] == [G]


def test_a_word_is_known_also_where_the_role_is_less_sure(norms):
    (norm,) = norms("Een niet in het land gevestigde ondernemer die teruggaaf wenst, richt een verzoek tot de inspecteur.")
    assert norm.adressaat is not None and norm.adressaat.bekend
    (unknown,) = norms("De zeilmakelaar verstrekt de inspecteur een opgave.")
    assert unknown.adressaat is not None and not unknown.adressaat.bekend


@pytest.mark.parametrize(
    "text",
    [
        "De gewezen deelnemer die waarschijnlijk zal bevallen binnen vier maanden na haar ontslag, ontvangt een toelage.",
        "De uitkering wordt uitbetaald indien de deelnemer binnen twee jaar na de aanvang overlijdt.",
        "De deelnemer krijgt een toelage indien de kwaal is ontstaan vóór zijn vertrek dan wel binnen twee maanden na zijn vertrek.",
    ],
)
def test_what_happens_to_somebody_is_done_by_nobody(norms, text):
    assert [t.voor for n in norms(text) for t in n.termijnen if t.voor == "burger"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Indien hij de meterstand niet heeft doorgegeven, wordt de tegemoetkoming over het jaar op nihil vastgesteld.",
        "Bij gebreke van een opgave wordt de bijdrage ambtshalve bepaald.",
    ],
)
def test_what_is_fixed_in_one_case_is_a_decision(norms, text):
    assert [n.soort for n in norms(text)] == [B]
