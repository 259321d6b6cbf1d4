"""Numbers and authorities of the toelichting against those of the artikel it speaks of: other wordings of each kind, and look-alikes."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

from doenvermogentoets.catalogue import Catalogue, Example, load
from doenvermogentoets.findings import Confidence, Severity
from doenvermogentoets.testing import findings_in, unmark

CATALOGUE: Catalogue = load()
BILL = """Artikel 2. Toegang tot de schuldrust
1. Schuldrust staat open voor degene die de leeftijd van eenentwintig jaar heeft bereikt.
2. De deelnemer lost per maand ten minste 40 procent van zijn vrije ruimte af.

Artikel 3. Aanvraag van schuldrust
1. De deelnemer vraagt schuldrust aan bij het college. Bij de aanvraag voegt hij zijn loonstroken van de laatste vier maanden.
2. Op de aanvraag beslist het college binnen acht weken.

Artikel 4. Rustperiode
1. De rustperiode duurt achttien maanden en kan tweemaal worden verlengd.
2. Tijdens de rustperiode mag de deelnemer drie vermogensopgaven overslaan.

Artikel 5. Bestuurlijke boete
1. De inspectie legt degene die zijn vermogen verzwijgt een bestuurlijke boete op van € 750.
2. De boete wordt met de helft verlaagd indien de overtreder binnen dertig dagen alsnog opgave doet.

Artikel 6. Reservering
De deelnemer houdt een reservering aan van ten hoogste driehonderd euro.

Artikel 7. Toezicht
De inspectie ziet toe op de naleving van deze wet.

Artikel 8. Inwerkingtreding
Deze wet treedt in werking met ingang van 1 juli 2028.
"""
HEAD = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nDit voorstel biedt schuldrust.\n\n2. De regeling nader bezien\n"


def found(check: str, sentence: str) -> bool:
    return bool(against(check, BILL, f"{HEAD}{sentence}"))


@pytest.mark.parametrize(
    "sentence",
    [
        # ages
        "Schuldrust staat open voor wie de leeftijd van achttien jaar heeft bereikt (artikel 2).",
        "Op grond van artikel 2 kan iedereen van 18 jaar en ouder schuldrust krijgen.",
        "Een deelnemer is ten minste 25 jaar (artikel 2, eerste lid).",
        "Artikel 2 stelt schuldrust open voor achttienjarigen.",
        # percentages and parts
        "De deelnemer lost per maand ten minste 25 procent van zijn vrije ruimte af.",
        "Maandelijks lost de deelnemer een derde van zijn vrije ruimte af (artikel 2, tweede lid).",
        "Artikel 2, tweede lid, verlangt dat de deelnemer de helft van zijn vrije ruimte aflost.",
        "Bij een late opgave wordt de boete met een kwart verlaagd (artikel 5, tweede lid).",
        "Volgens artikel 5 wordt de boete met 80% verlaagd.",
        # times and counts
        "De rustperiode kan eenmaal worden verlengd (artikel 4).",
        "Artikel 4 laat toe dat de rustperiode drie keer wordt verlengd.",
        "Vier keer verlengen van de rustperiode is mogelijk op grond van artikel 4.",
        "De deelnemer mag tijdens de rustperiode vijf vermogensopgaven overslaan.",
        # amounts, in figures and in words
        "Wie zijn vermogen verzwijgt, krijgt een bestuurlijke boete van € 500.",
        "De bestuurlijke boete voor het verzwijgen van vermogen bedraagt duizend euro.",
        "Artikel 5 kent een boete van vijftienhonderd euro.",
        "De deelnemer mag een reservering aanhouden van ten hoogste vierhonderdvijftig euro.",
        "De reservering is volgens artikel 6 ten hoogste € 600.",
        # durations
        "De rustperiode duurt twee jaar.",
        "Bij de aanvraag voegt de deelnemer zijn loonstroken van het laatste half jaar (artikel 3).",
        "Het college beslist binnen een kwartaal op de aanvraag van schuldrust (artikel 3, tweede lid).",
        "Wie binnen drie weken alsnog opgave doet, ziet de boete met de helft verlaagd (artikel 5).",
        # dates
    ],
)
def test_another_number_than_the_bill(sentence: str) -> None:
    assert found("tegenspraak-getal", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Schuldrust staat open voor iedereen van 21 jaar of ouder (artikel 2).",
        "De deelnemer lost per maand twee vijfde van zijn vrije ruimte af (artikel 2).",
        "Bij een late opgave wordt de boete gehalveerd: 50 procent blijft over (artikel 5).",
        "De rustperiode van anderhalf jaar kan twee keer worden verlengd.",
        "De boete van 750 euro treft wie zijn vermogen verzwijgt.",
        "De reservering bedraagt ten hoogste € 300.",
        "Het college beslist binnen 56 dagen op de aanvraag (artikel 3).",
        "Thans bedraagt de boete voor het verzwijgen van vermogen € 500.",
        "De boete gaat van € 500 naar € 750 (artikel 5).",
        "In plaats van € 500 bedraagt de bestuurlijke boete voortaan € 750.",
        "Ruim 60 procent van de deelnemers lost per maand af wat hij in zijn vrije ruimte heeft.",
        "Gemiddeld lost een deelnemer 55 procent van zijn vrije ruimte af.",
        "Een derde van de deelnemers is ouder dan 50 jaar.",
        "Een deelnemer met een reservering van € 150 houdt die.",
        "De gemeenten vroegen om een rustperiode van drie jaar.",
        "Een rustperiode van twaalf maanden is overwogen, maar te kort bevonden.",
        "De boete op grond van artikel 227a van het Wetboek van Strafrecht bedraagt € 22.500.",
        "De aanvraag kost een deelnemer ongeveer twee uur.",
        "De regeling kost het Rijk € 4 miljoen per jaar.",
        "De rustperiode is zes maanden langer dan in de consultatieversie.",
        "De wet treedt in werking op 1 juli 2028, een vast verandermoment.",
        # what is told of the entry into force of another law, or of how it came about
        "De Verzamelwet schulden treedt in werking met ingang van 1 januari 2027.",
        "De wet is op 3 februari 2028 bekendgemaakt, zodat artikel 9 van die wet met ingang van 4 februari 2028 in werking is getreden.",
        "Deze wet treedt in werking op 1 juli 2028 in plaats van op de beoogde dag van 1 januari 2028.",
        "Een reservering van bijvoorbeeld € 100 is genoeg voor een kapotte wasmachine.",
        "Het college beslist binnen acht weken, omdat vier weken te kort is voor onderzoek (artikel 3).",
    ],
)
def test_the_same_number_or_one_of_something_else(sentence: str) -> None:
    assert not found("tegenspraak-getal", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "De bestuurlijke boete voor het verzwijgen van vermogen wordt opgelegd door het college.",
        "Het college legt een bestuurlijke boete op aan wie zijn vermogen verzwijgt.",
        "Op grond van artikel 5 legt het college de boete op.",
        "Wie zijn vermogen verzwijgt, krijgt van burgemeester en wethouders een boete opgelegd (artikel 5).",
        "Schuldrust wordt aangevraagd bij de inspectie (artikel 3).",
        "De inspectie beslist op de aanvraag van schuldrust.",
        "Op de aanvraag beslist ingevolge artikel 3 de inspectie.",
        "De aanvraag wordt beoordeeld door de inspectie (artikel 3).",
    ],
)
def test_another_authority_than_the_bill(sentence: str) -> None:
    assert found("tegenspraak-orgaan", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "De bestuurlijke boete voor het verzwijgen van vermogen wordt opgelegd door de inspectie.",
        "Op de aanvraag van schuldrust beslissen burgemeester en wethouders.",
        "De gemeente beslist op de aanvraag van schuldrust (artikel 3).",
        "De inspectie adviseert het college over de aanvraag (artikel 3).",
        "Tegen de boete staat beroep open bij de rechtbank (artikel 5).",
        "Thans legt het college de boete voor het verzwijgen van vermogen op.",
        "In de uitvoeringstoets acht de inspectie de aanvraag uitvoerbaar (artikel 3).",
        "De inspectie verwacht tachtig aanvragen te zien.",
        "Op het verzwijgen van vermogen staat een boete.",
    ],
)
def test_the_same_authority_or_another_part(sentence: str) -> None:
    assert not found("tegenspraak-orgaan", sentence)


def test_a_service_that_somebody_offers_is_no_authority() -> None:
    bill = "Artikel 2\nHet college beslist.\n\nArtikel 17\nDe dienst verzendt een mededeling en legt een kaart over aan de kijker.\n"
    told = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nVolgens artikel 17 verzendt het college een mededeling en een kaart aan de kijker.\n"
    known = CATALOGUE.get("tegenspraak-orgaan")
    assert known is not None
    assert not findings_in(known, unmark(Example(f"{bill}--- toelichting ---\n{told}", expected=False)))
    defined = f"Artikel 1\nIn deze wet wordt verstaan onder dienst: de dienst van het ministerie.\n\n{bill}"
    assert findings_in(known, unmark(Example(f"{defined}--- toelichting ---\n{told}", expected=True)))


OPEN = """Artikel 3. Afwijking van de inleg
Het fonds kan in schrijnende gevallen afwijken van artikel 5, eerste lid, indien toepassing onbillijk uitpakt.

Artikel 5. Inleg
1. De spaarder legt iedere maand vijftig euro in.
2. De spaarder meldt een verhuizing aan het fonds.

Artikel 9. Inwerkingtreding
Deze wet treedt in werking op een bij koninklijk besluit te bepalen tijdstip.
"""


def found_in(check: str, bill: str, passage: str) -> bool:
    return bool(against(check, bill, f"{HEAD}{passage}"))


@pytest.mark.parametrize(
    "passage", ["De wet treedt in werking met ingang van 1 januari 2029 (artikel 8).", "Deze wet treedt in werking op 1 oktober 2028."]
)
def test_another_day_of_entry_into_force(passage: str) -> None:
    assert found("tegenspraak-inwerkingtreding", passage)
    assert not found("tegenspraak-getal", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "De wet treedt in werking op 1 januari.",
        "Met ingang van 1 juli 2028 treedt de wet in werking.",
        "Deze wet treedt in werking per 1 april 2029.",
    ],
)
def test_a_day_where_the_bill_leaves_it_open(passage: str) -> None:
    assert found_in("tegenspraak-inwerkingtreding", OPEN, passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Beoogd is dat de wet op 1 januari 2029 in werking treedt.",
        "De wet treedt naar verwachting in werking op 1 januari 2029.",
        "De wet treedt in werking op 1 januari of 1 juli, een vast verandermoment.",
        "De wet treedt in werking op een bij koninklijk besluit te bepalen tijdstip. Het fonds gaat uit van 1 januari 2029.",
    ],
)
def test_a_day_that_is_only_meant(passage: str) -> None:
    assert not found_in("tegenspraak-inwerkingtreding", OPEN, passage)


@pytest.mark.parametrize(
    ("passage", "wide"),
    [
        ("Met de hardheidsclausule kan het fonds in een schrijnend geval afwijken. De clausule geldt voor alle artikelen.", True),
        ("De hardheidsclausule van artikel 3 is nieuw. Deze bepaling geldt voor de hele wet.", True),
        ("Met de hardheidsclausule kan het fonds in een schrijnend geval afwijken. De clausule geldt alleen voor de inleg.", False),
        ("De spaarder legt iedere maand in. De bepaling geldt voor alle gevallen van sparen.", False),
    ],
)
def test_a_clause_of_which_the_next_sentence_tells_the_reach(passage: str, wide: bool) -> None:
    assert found_in("tegenspraak-clausule", OPEN, passage) == wide


MAYBE = ("Het college doet er tien weken over.", "Een deelnemer spaart vierhonderd euro.")


@pytest.mark.parametrize("sentence", MAYBE)
def test_a_number_that_may_stand_for_something_else_is_information_with_a_question(sentence: str) -> None:
    (finding,) = against("tegenspraak-getal", BILL, f"{HEAD}{sentence}")
    assert finding.severity is Severity.INFO
    assert finding.confidence is Confidence.LAAG
    assert finding.doubts
    assert all(s.replacement is None for s in finding.suggestions)


PLEEGZORG = """Artikel 2. Recht op toelage
1. Recht op de toelage heeft de pleegouder die naar verwachting gemiddeld twaalf uur per week zorg geeft.
2. De pleegouder vraagt de toelage aan bij het fonds.

Artikel 3. Budget
Voor het jaar 2031 is € 6 miljoen beschikbaar voor toelagen.

Artikel 4. Rapport
Het fonds stelt ieder jaar een rapport vast.
"""
TOELAGE = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nDit voorstel geeft pleegouders een toelage.\n\n2. De toelage\n"


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("Recht op de toelage heeft de pleegouder die naar verwachting gemiddeld zestien uur per week zorg geeft.", Severity.SUGGESTION),
        ("Voor 2031 is € 8 miljoen beschikbaar voor toelagen.", Severity.SUGGESTION),
        ("Een pleegouder geeft naar schatting zestien uur per week zorg.", None),
        ("Voor 2030 is € 8 miljoen beschikbaar voor toelagen.", Severity.INFO),
    ],
)
def test_what_the_artikel_itself_calls_a_mean_a_forecast_or_a_year_is_no_figure_of_practice(sentence: str, level: Severity | None) -> None:
    found = [f.severity for f in against("tegenspraak-getal", PLEEGZORG, f"{TOELAGE}{sentence}")]
    assert found == ([level] if level is not None else [])
