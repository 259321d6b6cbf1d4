"""Plain words beside a bill: who decides a question, a fine at most, little blame, a lighter way, a second term, an answer."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

BILL = """Artikel 1. Begripsbepalingen
In deze wet wordt verstaan onder:
keuringsraad: Keuringsraad duikuitrusting, genoemd in artikel 2;
duiker: natuurlijke persoon die een duikfles bezit.

Artikel 2. Keuringsraad
Er is een Keuringsraad duikuitrusting.

Artikel 3. Inschrijving
1. De duiker schrijft zijn duikfles in bij de keuringsraad binnen veertig dagen na de dag waarop hij haar heeft gekocht.
2. De inschrijving vervalt, indien zij niet binnen die termijn is gedaan.

Artikel 4. Stukken
1. De duiker legt bij de inschrijving een door de fabrikant ondertekende verklaring en het aankoopbewijs over.
2. Een inschrijving zonder deze stukken wordt afgewezen.

Artikel 5. Logboek
1. De duiker zendt het logboek over een maand uiterlijk op de vijfde dag van de volgende maand aan de keuringsraad.
2. Over een maand waarover geen logboek is ontvangen, wordt geen vulbijdrage betaald.

Artikel 6. Oordeel over de fles
1. De keuringsraad stelt binnen zes weken na ontvangst van de duikfles vast of de duikfles drukbestendig is.
2. Zolang de keuringsraad niet heeft beslist, mag de duikfles worden gebruikt.

Artikel 7. Bestuurlijke boete
1. De keuringsraad legt de duiker die artikel 5, eerste lid, niet naleeft een bestuurlijke boete op van € 450.
2. Geen boete wordt opgelegd aan de duiker die het logboek inzendt voordat de keuringsraad een onderzoek heeft ingesteld.
"""
AT_MOST = BILL.replace("een bestuurlijke boete op van € 450", "een bestuurlijke boete op van ten hoogste € 450")
WITH_ROOM = BILL + "\nArtikel 8. Matiging\nDe keuringsraad ziet af van een boete als de duiker weinig kan worden verweten.\n"
LIGHTER = BILL.replace(
    "2. Een inschrijving zonder", "2. Is de fabrikant opgeheven, dan is een kopie van de factuur voldoende. Een inschrijving zonder"
)
REMINDED = BILL.replace("2. Over een maand waarover", "2. De keuringsraad herinnert de duiker aan het logboek. Over een maand waarover")
UITVOERING = "6. Uitvoering\n"
WEINIG = "en de keuringsraad kan van een boete afzien als de duiker weinig te verwijten valt."
KOPIE = "Is de fabrikant van de duikfles opgeheven, dan mag de duiker volstaan met een kopie van de factuur."
HERINNERING = "De keuringsraad stuurt de duiker die een logboek heeft overgeslagen een herinnering"


@pytest.mark.parametrize(
    ("check", "bill", "passage", "flagged"),
    [
        # who decides the very question of an artikel, also under a heading on execution
        (
            "tegenspraak-orgaan",
            BILL,
            UITVOERING + "De Dienst Metrologie stelt vast of de duikfles drukbestendig is en houdt een lijst bij.",
            True,
        ),
        (
            "tegenspraak-orgaan",
            BILL,
            UITVOERING + "De keuringsraad stelt vast of de duikfles drukbestendig is en houdt een lijst bij.",
            False,
        ),
        ("tegenspraak-orgaan", BILL, UITVOERING + "De Dienst Metrologie stelt vast of de meetapparatuur nog deugdelijk is.", False),
        # a fine at most, where the amount is fixed
        ("tegenspraak-ruimte", BILL, "Een duiker kan een boete krijgen van maximaal € 450.", True),
        ("tegenspraak-ruimte", AT_MOST, "Een duiker krijgt een boete van maximaal € 450.", False),
        ("tegenspraak-ruimte", BILL, "Een duiker krijgt een boete van € 450 als hij geen logboek inzendt.", False),
        # little blame, in a main clause of its own behind one about practice
        (
            "belofte-zonder-grondslag",
            BILL,
            f"In de praktijk belt de keuringsraad eerst, {WEINIG}",
            True,
        ),
        (
            "belofte-zonder-grondslag",
            WITH_ROOM,
            f"In de praktijk overlegt de keuringsraad vaak, {WEINIG}",
            False,
        ),
        # a lighter way to comply
        (
            "belofte-zonder-grondslag",
            BILL,
            KOPIE,
            True,
        ),
        (
            "belofte-zonder-grondslag",
            LIGHTER,
            KOPIE,
            False,
        ),
        (
            "belofte-zonder-grondslag",
            BILL,
            "Het voorstel kan volstaan met twee stukken, omdat de rest bij de fabrikant bekend is.",
            False,
        ),
        # a reminder after what was skipped, and a second term
        (
            "belofte-zonder-grondslag",
            BILL,
            f"{HERINNERING} en geeft hem daarna nog drie weken.",
            True,
        ),
        (
            "belofte-zonder-grondslag",
            REMINDED,
            f"{HERINNERING}.",
            False,
        ),
        # the term of the artikel with that heading, from another day
        (
            "tegenspraak-regel",
            BILL,
            "Voor wie al een fles bezit, begint de inschrijvingstermijn te lopen op de dag van inwerkingtreding.",
            True,
        ),
        ("tegenspraak-regel", BILL, "Voor iedere duiker begint de inschrijvingstermijn te lopen op de dag van de koop.", False),
        # who prepares himself
        (
            "rationele-burger",
            BILL,
            "Wie zich tijdig voorbereidt, heeft de verklaring van de fabrikant op de eerste dag al in huis.",
            True,
        ),
        ("rationele-burger", BILL, "Wie vooruit plant en oplet, redt de termijn moeiteloos.", True),
        ("rationele-burger", BILL, "Wie een inschrijving voorbereidt, kan de keuringsraad om hulp verzoeken.", False),
        ("rationele-burger", BILL, "Wie de stukken tijdig inzendt, krijgt een bewijs van inschrijving.", False),
    ],
)
def test_plain_words_beside_the_bill(check: str, bill: str, passage: str, flagged: bool) -> None:
    part = passage if passage.startswith("6. ") else f"2. Inhoud\n{passage}"
    found = against(check, bill, f"MEMORIE VAN TOELICHTING\n\n1. Inleiding\nDit voorstel regelt het bezit van duikflessen.\n\n{part}")
    assert bool(found) is flagged, [f.message for f in found]


@pytest.mark.parametrize(
    ("passage", "quoted"),
    [
        ("De Duikbond heeft gevraagd om een termijn van ten minste een half jaar.", "Duikbond"),
        ("De Duikbond heeft gevraagd om een half jaar; dat verzoek is overgenomen in artikel 3.", ""),
        (
            "De Duikbond vindt de boete onbegrijpelijk en vraagt om haar te schrappen. "
            "Gemeenten pleitten voor een loket; dat is mogelijk gemaakt.",
            "Duikbond",
        ),
        ("Duikscholen vragen om een model voor de verklaring; de keuringsraad stelt dat model beschikbaar.", ""),
        ("De Vereniging van duikers heeft gepleit voor een lening; daarin voorziet het duikfonds al.", ""),
        ("Het Ministerie van Defensie vroeg om aandacht voor marineduikers. De keuringsraad betrekt dat bij de voorlichting.", ""),
    ],
)
def test_asked_in_the_perfect_or_present_tense(passage: str, quoted: str) -> None:
    found = against(
        "bezwaar-gepasseerd",
        BILL,
        f"MEMORIE VAN TOELICHTING\n\n1. Inleiding\n{'Dit voorstel regelt het bezit van duikflessen. ' * 20}\n\n8. Consultatie\n{passage}",
    )
    assert [quoted in f.message for f in found] == ([True] if quoted else []), [f.message for f in found]
