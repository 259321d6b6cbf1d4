"""What a toelichting says without telling a rule of the bill: examples, thoughts, other regulations, quotations, model texts.

The wordings are our own; the classes were read in published toelichtingen.
"""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import Catalogue, Example, load
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.testing import findings_in, unmark
from doenvermogentoets_checks.toelichting.clausule_zin import paren

CATALOGUE: Catalogue = load()
BILL = """Regeling subsidie oeverbeheer

Artikel 1
In deze regeling wordt verstaan onder kaderregeling: Kaderregeling subsidies landelijk gebied.

Artikel 2
1. De minister verstrekt subsidie aan de eigenaar van een oever.
2. De subsidie bedraagt ten hoogste € 4.000.
3. De aanvraag wordt ingediend binnen acht weken na de aanleg.

Artikel 3
De minister trekt de subsidie in, indien de oever binnen vijf jaar is vergraven.

Artikel 4
Aan de subsidie worden de volgende voorschriften verbonden:
1. de eigenaar maait eens per jaar;
2. de eigenaar voert het maaisel af;
3. de eigenaar laat de minister de oever bekijken.
"""


def findings(check: str, toelichting: str, bill: str = BILL) -> list[Finding]:
    found = CATALOGUE.get(check)
    assert found is not None
    text = f"{bill}--- toelichting ---\nTOELICHTING\n\n{toelichting}\n"
    return findings_in(found, unmark(Example(text, expected=False)))


@pytest.mark.parametrize(
    "passage",
    [
        "Artikel 3\nOp grond van artikel 34, eerste lid, van de kaderregeling wordt een aanvraag afgewezen.",
        "Artikel 3\nArtikel 2, vijfde lid, van de kaderregeling geeft daarvoor de ruimte.",
        "Artikel 2\nZie ook de toelichting op artikel 3.\nDerde lid: De aanvraag komt na de aanleg.",
        "Artikel 2\nDeze eis hangt samen met artikel 3. Het derde lid gaat over de aanvraag.",
        "Artikel 4\nOp grond van het derde lid van artikel 4 kan de minister komen kijken.",
        "Artikel 3\nSchrijf niet «het bepaalde in artikel 3, tweede lid, is van toepassing».",
        "Artikel 3\nHet oude artikel 9 wordt verwijderd.\nDe eis stond in artikel 9 en keert niet terug.",
        "Artikel 3\nHet toenmalige tweede lid van artikel 3 is niet overgenomen.",
    ],
)
def test_a_number_that_is_not_of_this_bill(passage: str) -> None:
    assert not findings("verwijzing-zonder-artikel", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Artikel 3\nOp grond van artikel 2, vijfde lid, van deze regeling wordt een aanvraag afgewezen.",
        "Artikel 3\nHet tweede lid gaat over vergraven.",
        "Artikel 4\nHet vijfde lid van artikel 4 vraagt een verslag.",
        "Artikel 3\nDe aanvraag staat in artikel 9 beschreven.",
    ],
)
def test_a_number_that_is_of_this_bill(passage: str) -> None:
    assert findings("verwijzing-zonder-artikel", passage)


def test_leden_of_a_model_text() -> None:
    passage = (
        "Artikel 3\nVoorbeeld van een overeenkomst:\n1. De eigenaar onderhoudt de oever.\n2. De kosten in het vierde lid zijn voor hem."
    )
    assert not findings("verwijzing-zonder-artikel", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Artikel 2\nDenkbaar is dat de aanvraag binnen twaalf weken na de aanleg wordt ingediend.",
        "Artikel 2\nVoorbeeld\nEen eigenaar dient zijn aanvraag binnen twaalf weken na de aanleg in.",
        "Artikel 2\nEen tweede voorbeeld: iemand legt een oever aan. De aanvraag wordt binnen twaalf weken na de aanleg ingediend.",
        "Artikel 2\nOp grond van artikel 30 van de kaderregeling wordt de aanvraag binnen twaalf weken na de aanleg ingediend.",
    ],
)
def test_a_sentence_that_tells_no_rule_contradicts_none(passage: str) -> None:
    assert not findings("tegenspraak-getal", passage)
    assert findings("tegenspraak-getal", "Artikel 2\nDe aanvraag wordt binnen twaalf weken na de aanleg ingediend.")


TAXI = """Verordening taxistandplaatsen

Artikel 1
In deze verordening wordt verstaan onder:
chauffeur: degene die een taxi bestuurt;
keurmerk: bewijs van het college dat een taxi is gekeurd.

Artikel 2
1. De chauffeur vraagt het keurmerk aan bij het college.
2. Het college weigert het keurmerk, tenzij de taxi is gekeurd.
3. Voordat het college het keurmerk intrekt, stelt het de chauffeur die 21 jaar of ouder is in de gelegenheid zijn zienswijze te geven.

Artikel 3
De chauffeur die een vaste standplaats opgeeft, is verplicht ten minste drie dagen per week aanwezig te zijn.

Artikel 4
Het keurmerk vervalt binnen acht weken na de verkoop van de taxi.
"""


@pytest.mark.parametrize(
    ("check", "passage"),
    [
        # a case on the other side of the limit of the lid
        (
            "belofte-zonder-grondslag",
            "Artikel 2\nEen chauffeur jonger dan 21 jaar wordt niet gehoord voordat het keurmerk wordt ingetrokken.",
        ),
        # another instrument than the exception of the lid
        ("belofte-zonder-grondslag", "Artikel 2\nBij fraude wordt geen ontheffing van de leges voor het keurmerk verleend."),
        # the case in which something holds, and no denial
        ("belofte-zonder-grondslag", "Artikel 2\nIndien geen uitzondering geldt, weigert het college het keurmerk."),
        # a chauffeur who cares for something himself is no favour of the authority
        ("belofte-zonder-grondslag", "Artikel 3\nEen goede chauffeur zorgt voor een nette overdracht van de standplaats."),
        # the purpose of a rule
        ("belofte-zonder-grondslag", "Artikel 3\nOm het gebrek aan plaatsen te compenseren, geldt een aanwezigheidsplicht."),
        # «eerst» in a name
        ("belofte-zonder-grondslag", "Artikel 2\nHet college is hier de eerst verantwoordelijke."),
        # it says that something does not always hold
        ("belofte-zonder-grondslag", "Artikel 2\nNiet in alle gevallen kan de chauffeur het keurmerk meteen krijgen."),
        # nothing was excepted before it
        ("belofte-zonder-grondslag", "Artikel 2\nDe keuring is technisch. Hetzelfde geldt voor de remproef en de uitstoot."),
        # a court has its task by other law
        ("tegenspraak-orgaan", "Artikel 2\nDe chauffeur kan aan de President van de Rechtbank een voorlopige voorziening vragen."),
        # the word does not tell which organ is meant
        ("tegenspraak-orgaan", "Artikel 2\nHet keurmerk wordt door het uitvoeringsorgaan geweigerd."),
        # an example of what may happen
        ("rationele-burger", "Artikel 3\nHet kan dus voorkomen dat een chauffeur ziek is."),
        # the height of an amount
        ("rationele-burger", "Artikel 3\nDe chauffeur meldt omstandigheden die van invloed zijn op de hoogte van de leges."),
    ],
)
def test_what_is_no_contradiction_with_this_bill(check: str, passage: str) -> None:
    assert not findings(check, passage, TAXI)


@pytest.mark.parametrize(
    "passage",
    [
        "Artikel 2\nBij het intrekken van het keurmerk wordt de chauffeur niet gehoord.",
        "Artikel 2\nOp de weigering van het keurmerk bestaat geen uitzondering.",
    ],
)
def test_what_is_one(passage: str) -> None:
    assert findings("belofte-zonder-grondslag", passage, TAXI)


SAND = """Besluit zandwinning

Artikel 1
Bij de toepassing van dit besluit geldt richtlijn 2011/92/EU van het Europees Parlement en de Raad van 13 december 2011.

Artikel 2
De winner meldt elke winning van zand of grind schriftelijk binnen zes weken na de aanvang.

Artikel 3
De vergunning voor de winning vervalt met ingang van 1 juli 2031.
"""


@pytest.mark.parametrize(
    "passage",
    [
        "Artikel 1\nDe Raad van State heeft in zijn uitspraak van 4 mei 2012, nr. 2011/11, over de richtlijn geoordeeld.",
        "Artikel 3\nDe vergunning voor de winning gold al met ingang van 1 juli 2003.",
        "Artikel 2\nDe winner meldt één of meer winningen.",
        "Artikel 1\nEen andere melding moet binnen negen weken worden gedaan.",
    ],
)
def test_a_number_that_sets_nothing(passage: str) -> None:
    assert not findings("tegenspraak-getal", passage, SAND)


def test_a_number_that_sets_something_else() -> None:
    assert findings("tegenspraak-getal", "Artikel 2\nDe winner meldt elke winning binnen negen weken na de aanvang.", SAND)
    assert findings("tegenspraak-getal", "Artikel 3\nDe vergunning voor de winning vervalt met ingang van 1 juli 2032.", SAND)


def test_a_provision_that_is_quoted_and_explained_below() -> None:
    quoted = "ARTIKELSGEWIJS\n\nArtikel 2\nDe winner meldt elke winning van zand of grind schriftelijk binnen zes weken na de aanvang.\n"
    below = "\n2.1 Aanvang\n" + "De aanvang is de dag waarop het eerste zand wordt geladen en het schip vertrekt. " * 5
    assert findings("artikelsgewijs-parafraseert", quoted, SAND)
    assert not findings("artikelsgewijs-parafraseert", quoted + below, SAND)


AMONG = """Aanwijzingen voor afspraken tussen ministeries

Artikel 1
Een afspraak wordt door partijen schriftelijk gesloten.

Artikel 2
In een afspraak worden de kosten vermeld.

Artikel 3
Een afspraak wordt zorgvuldig opgesteld en tijdig gemeld.
"""


def test_a_regulation_among_authorities_asks_nothing_of_citizens() -> None:
    passage = "De afspraken zijn bedoeld voor ministeries. " * 60
    assert not findings("doenvermogen-ontbreekt", passage, AMONG)


def test_a_toelichting_in_the_file_of_the_bill_too_is_no_quotation_of_the_bill() -> None:
    says = "Op grond van de hardheidsclausule in deze regeling kan de minister in een schrijnend geval van artikel 3 afwijken."
    both = f"{BILL}\nTOELICHTING\n\nAlgemeen\n{says}\n"
    assert findings("tegenspraak-clausule", f"Algemeen\n{says}", both)


SLUICE = """Verordening sluisbeheer

Artikel 2. Intrekking
Het college kan de doorvaartvergunning intrekken, indien de schipper onjuiste gegevens heeft verstrekt.

Artikel 3. Seizoen
De doorvaartvergunning voor het zomerseizoen wordt aangevraagd vóór 1 april.

Artikel 4. Erkenning
De volgende schippers worden erkend:
a. de schipper die ten minste drie jaar aaneengesloten heeft gevaren met een vrachtschip;
b. de schipper die ten minste acht jaar aaneengesloten heeft gevaren met een veerpont.

Artikel 5. Lijst
De sluiswachter houdt een lijst van schepen bij.
"""


@pytest.mark.parametrize(
    "passage",
    [
        # asked, not answered
        "Artikel 2\nDaarbij rijst de vraag of de doorvaartvergunning altijd moet worden ingetrokken door het college.",
        "Artikel 2\nMoet het college de doorvaartvergunning bij onjuiste gegevens intrekken?",
        # a court is quoted
        "Artikel 2\nDe rechtbank overwoog: “Zo is het. Het college moet de doorvaartvergunning intrekken bij onjuiste gegevens.”",
        # room is kept
        "Artikel 2\nOnjuiste gegevens leiden in beginsel altijd tot intrekking van de doorvaartvergunning door het college.",
    ],
)
def test_a_question_or_a_general_rule_takes_no_room(passage: str) -> None:
    assert not findings("tegenspraak-ruimte", passage, SLUICE)


def test_a_duty_takes_the_room_that_the_bill_gives() -> None:
    assert findings(
        "tegenspraak-ruimte", "Artikel 2\nHet college is verplicht de doorvaartvergunning in te trekken bij onjuiste gegevens.", SLUICE
    )


@pytest.mark.parametrize(
    "passage",
    [
        # one who is told of it, one whose rule was borrowed
        "Artikel 2\nDe sluiswachter wordt van het besluit tot intrekking van de doorvaartvergunning op de hoogte gesteld.",
        "Artikel 2\nBij het intrekken van de vergunning is door ons aansluiting gezocht bij de eisen die UWV aan een intrekking stelt.",
    ],
)
def test_who_is_told_or_followed_does_not_decide(passage: str) -> None:
    assert not findings("tegenspraak-orgaan", passage, SLUICE)


def test_another_who_decides() -> None:
    assert findings("tegenspraak-orgaan", "Artikel 2\nDe sluiswachter trekt de doorvaartvergunning in bij onjuiste gegevens.", SLUICE)


def test_a_day_beside_that_of_the_bill() -> None:
    one = "Artikel 3\nDe doorvaartvergunning voor het zomerseizoen wordt aangevraagd vóór 1 mei."
    assert findings("tegenspraak-getal", one, SLUICE)
    both = "Artikel 3\nDe doorvaartvergunning voor het zomerseizoen wordt aangevraagd vóór 1 april en gebruikt vanaf 1 mei."
    assert not findings("tegenspraak-getal", both, SLUICE)


def test_a_number_with_the_onderdeel_it_is_of() -> None:
    other = "Artikel 4\nErkend wordt wie ten minste vijf jaar (artikel 4, onder {}) aaneengesloten heeft gevaren met een veerpont."
    assert findings("tegenspraak-getal", other.format("b"), SLUICE)
    told = findings("tegenspraak-getal", other.format("a"), SLUICE)
    assert not any("acht jaar" in f.message for f in told)


def test_an_artikel_of_a_regulation_with_a_capital() -> None:
    assert not findings("verwijzing-zonder-artikel", "Artikel 2\nDit volgt uit artikel 3, tweede lid, van het Convenant.", SLUICE)
    assert findings("verwijzing-zonder-artikel", "Artikel 2\nDit volgt uit artikel 3, tweede lid.", SLUICE)


def test_what_an_authority_cannot_do_is_no_account_of_doenvermogen() -> None:
    bill = SLUICE + "\nArtikel 6. Melding\nDe schipper meldt binnen drie dagen aan het college dat hij het schip heeft verkocht.\n"
    said = "Artikel 2\nHet is voor het college niet doenlijk om op elke brief in te gaan."
    assert not findings("doenvermogen-mager", said, bill)
    assert findings("doenvermogen-mager", "Artikel 2\nDe melding is doenlijk voor schippers.", bill)


def test_a_toelichting_of_a_few_artikelen_is_not_held_to_the_effects_of_others() -> None:
    check = CATALOGUE.get("hardheden-niet-besproken")
    assert check is not None
    heavy = "\nArtikel 6. Weigering\nDe schipper vraagt een uitkering aan. Het college weigert de uitkering, indien hij te laat is.\n"

    def level(passage: str) -> list[Severity]:
        text = f"{SLUICE}{heavy}--- toelichting ---\nTOELICHTING\n\n{passage}\n"
        return [f.severity for f in findings_in(check, unmark(Example(text, expected=False)), {"woorden": 0})]

    assert level("Artikel 5\nDe lijst dient het overzicht.") == [Severity.INFO]
    assert level("Artikel 6\nDe uitkering is er voor schippers.") == [Severity.SUGGESTION]


def test_a_number_of_a_list_is_no_amount() -> None:
    bill = "Verordening kade\n\nArtikel 2\nPer kade worden ten hoogste {} schepen aangelegd.\n"
    assert findings("tegenspraak-getal", "Artikel 2\nPer kade worden ten hoogste zes schepen aangelegd.", bill.format("vier"))
    assert not findings("tegenspraak-getal", "Artikel 2\n6 Schepen worden per kade aangelegd.", bill.format("vier"))


WARDEN = """Verordening walbeheer

Artikel 2. Aanwijzing
1. De wethouder wijst de walbeheerder aan op grond van de artikelen 3 of 4 schippers gehoord.
2. Per kade worden ten hoogste acht schippers aangewezen.

Artikel 3. Punten
Aan een kade wordt voor het onderhoud ten hoogste 5 punten toegekend, wat leidt tot een aantal punten van ten hoogste 60.

Artikel 4. Ervaring
Een walbeheerder heeft ten minste zestig uur gevaren.
"""


@pytest.mark.parametrize(
    ("passage", "there"),
    [
        ("Artikel 3\nAan een kade kan een puntentotaal van ten hoogste 60 punten worden toegekend.", False),
        ("Artikel 3\nAan een kade wordt voor het onderhoud ten hoogste 8 punten toegekend.", True),
        ("Artikel 4\nEen walbeheerder heeft ten minste vier uur per jaar aan scholing gevaren.", False),
        ("Artikel 4\nEen walbeheerder heeft ten minste veertig uur gevaren.", True),
        ("Artikel 2\nPer kade worden ten hoogste zes schippers aangewezen.", True),
    ],
)
def test_a_number_of_the_same_thing(passage: str, there: bool) -> None:
    assert bool(findings("tegenspraak-getal", passage, WARDEN)) is there


def test_the_last_artikel_of_a_row_counts_nothing() -> None:
    bill = WARDEN.replace("2. Per kade worden ten hoogste acht schippers aangewezen.\n", "")
    assert not findings("tegenspraak-getal", "Artikel 2\nDe wethouder wijst de walbeheerder aan, zes schippers gehoord.", bill)


@pytest.mark.parametrize(
    ("passage", "there"),
    [
        ("Artikel 2\nDe sluiswachter neemt het verzoek om de doorvaartvergunning in te trekken in ontvangst.", False),
        ("Artikel 2\nDe sluiswachter trekt de doorvaartvergunning in, nadat het verzoek is ontvangen.", True),
    ],
)
def test_who_takes_in_a_request_does_not_decide(passage: str, there: bool) -> None:
    assert bool(findings("tegenspraak-orgaan", passage, SLUICE)) is there


def test_a_range_is_no_pair() -> None:
    assert list(paren("de onderdelen f tot en met k hangen af van het geval")) == []
    assert list(paren("bij ziekte en ouderschap")) == [("bij ziekte", "ouderschap")]


def test_what_must_be_done_is_named_by_verbs_that_say_something() -> None:
    bill = """Wet walgeld

Artikel 2
1. De schipper is verplicht zijn vracht op te geven binnen tien dagen na aankomst.
2. De schipper brengt het bewijs daarvan bij het college in.
3. De schipper meldt een verandering binnen drie dagen.
"""
    (found,) = findings("doenvermogen-ontbreekt", "Deze wet voert walgeld in voor schippers. " * 40, bill)
    assert "melden" in found.message
    assert "inbrengen" in found.message and "verplichten" not in found.message
