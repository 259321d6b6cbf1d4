"""A sentence of the toelichting is held against the rule that it is about: the clause, the limit, the effect; each beside a look-alike."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

from doenvermogentoets.findings import Finding
from doenvermogentoets_checks.toelichting.clausule_zin import delen

BILL = """Artikel 2. Recht
1. De schipper heeft recht op een sloopbijdrage voor zijn schip.
2. Geen recht op een sloopbijdrage bestaat, indien het schip korter is dan twintig meter.

Artikel 3. Aanvraag
De aanvraag wordt ingediend binnen tien weken na de verkoop van het schip.

Artikel 5. Terugvordering
1. De provincie vordert de sloopbijdrage die ten onrechte is betaald terug van de schipper.
2. Indien daarvoor dringende redenen aanwezig zijn, kan de provincie besluiten geheel of gedeeltelijk van terugvordering af te zien.
3. De schipper betaalt het teruggevorderde bedrag binnen acht weken na de bekendmaking van het besluit.

Artikel 6. Nihil
1. De provincie stelt de sloopbijdrage op nihil vast, indien de schipper niet meewerkt aan een meting.
2. Van verrekening wordt afgezien, indien de gevolgen voor de schipper onevenredig zijn.

Artikel 7. Werfbezoek
De schipper verleent medewerking aan een huisbezoek dat de provincie nodig acht.

Artikel 9. Hardheidsclausule
De provincie kan artikel 2, tweede lid, buiten toepassing laten voor zover toepassing, gelet op het belang van een schone vaarweg, zal
leiden tot een onbillijkheid van overwegende aard.
"""
HEAD = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nDit voorstel regelt de sloopbijdrage.\n\n"


def found(check: str, passage: str, bill: str = BILL) -> list[Finding]:
    return against(check, bill, f"{HEAD}{passage}")


def test_a_way_out_of_its_own_is_not_held_against_the_clause() -> None:
    passage = (
        "2. Terugvordering\nDe terugvordering in artikel 5, eerste lid, is een gebonden bevoegdheid. Om onevenredige gevolgen te voorkomen "
        "kan de provincie op grond van het tweede lid bij dringende redenen afzien van terugvordering."
    )
    assert not found("tegenspraak-clausule", passage)


def test_what_a_sentence_is_said_to_cover_is_quoted_as_it_stands() -> None:
    said = "Om onevenredige gevolgen te voorkomen kan de provincie afzien van terugvordering en van de boete."
    parts = [part for part, _ in delen(said)]
    assert all(part in said for part in parts)
    assert "Om onevenredige gevolgen" in parts[0]


@pytest.mark.parametrize(
    ("sentence", "contradicts"),
    [
        ("De schipper vraagt de sloopbijdrage binnen twaalf weken aan bij de provincie.", True),
        ("De schipper vraagt de sloopbijdrage binnen acht weken aan bij de provincie.", True),  # the number of another act
        ("De schipper vraagt de sloopbijdrage binnen tien weken aan bij de provincie.", False),
        ("De provincie beslist binnen dertien weken op de aanvraag.", False),
        ("Wie een onvolledige aanvraag doet, krijgt binnen twee weken de gelegenheid die aan te vullen.", False),
        ("In de praktijk doen schippers hun aanvraag binnen drie weken.", False),
    ],
)
def test_the_one_limit_for_an_act(sentence: str, contradicts: bool) -> None:
    hits = found("tegenspraak-getal", f"2. Aanvraag\n{sentence}")
    assert bool(hits) is contradicts
    assert all("artikel 3" in hit.message for hit in hits)


def test_the_limit_in_a_word_under_the_heading_of_the_artikel() -> None:
    assert found("tegenspraak-getal", "Artikelsgewijs\n\nArtikel 5\nDe betalingstermijn wordt zes weken.")
    assert not found("tegenspraak-getal", "Artikelsgewijs\n\nArtikel 5\nDe betalingstermijn wordt acht weken.")
    assert not found("tegenspraak-getal", "Artikelsgewijs\n\nArtikel 6\nDe betalingstermijn wordt zes weken.")


def test_room_for_another_effect_is_no_room_for_this_one() -> None:
    said = "Artikelsgewijs\n\nArtikel 6\nDe provincie kan de sloopbijdrage op nihil vaststellen als de schipper niet meewerkt."
    assert found("tegenspraak-ruimte", said)
    assert not found("artikelsgewijs-parafraseert", said)
    same = BILL.replace("Van verrekening wordt afgezien", "Van vaststelling op nihil wordt afgezien")
    assert not found("tegenspraak-ruimte", said, same)


def test_a_number_that_differs_is_no_repetition() -> None:
    lid = "Het tweede lid bepaalt dat geen recht op een sloopbijdrage bestaat, als het schip korter is dan {} meter."
    said = f"Artikelsgewijs\n\nArtikel 2\n{lid}"
    assert not found("artikelsgewijs-parafraseert", said.format("dertig"))
    assert found("artikelsgewijs-parafraseert", said.format("twintig"))


def test_a_control_that_the_bill_asks_for_is_no_favour() -> None:
    said = "Artikelsgewijs\n\nArtikel 7\nHet huisbezoek is nodig om te kunnen vaststellen of het schip er ligt. {}"
    assert not found("belofte-zonder-grondslag", said.format("Een huisbezoek geeft daarover zekerheid."))
    other = BILL.replace("aan een huisbezoek dat", "aan een controle die")
    assert found("belofte-zonder-grondslag", "2. Hulp\nDe schipper krijgt een huisbezoek van een begeleider.", other)


@pytest.mark.parametrize(
    ("answer", "passed_over"),
    [
        ("De provincie heeft hiervan kennisgenomen.", True),
        ("De provincie heeft hiervan kennisgenomen; de termijn is daarom verlengd.", False),
    ],
)
def test_who_asked_may_stand_between_asked_and_what(answer: str, passed_over: bool) -> None:
    passage = f"8. Advies en consultatie\nIn de consultatie vroegen de schippersbonden om de aanvraagtermijn te schrappen. {answer}"
    assert bool(found("bezwaar-gepasseerd", passage)) is passed_over
