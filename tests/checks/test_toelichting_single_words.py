"""Findings on the toelichting that rested on single words, each beside the passage that must still be found."""

from __future__ import annotations

from doenvermogentoets.catalogue import Catalogue, Example, load
from doenvermogentoets.testing import findings_in, unmark

CATALOGUE: Catalogue = load()
KOP = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nEen nieuwe regeling is nodig.\n\n"


def messages(check: str, bill: str, passage: str) -> list[str]:
    known = CATALOGUE.get(check)
    assert known is not None
    example = Example(f"{bill}--- toelichting ---\n{KOP}{passage}\n", expected=False)
    return [f"{f.message} {f.explanation}" for f in findings_in(known, unmark(example))]


LIGPLAATS = """Artikel 2. Ligplaats
De ligplaats vervalt van rechtswege indien de schipper niet binnen een maand na verkoop van zijn schip de verkoop meldt.

Artikel 3. Winterstalling
1. Een plaats in de winterstalling wordt binnen drie weken na dagtekening van de uitnodiging aangevraagd, bij gebreke waarvan het recht
op een plaats vervalt.
2. De schipper legt bij de aanvraag een foto van zijn schip over.

Artikel 4. Hardheidsclausule
De havenmeester kan artikel 3, {lid} lid, buiten toepassing laten voor zover toepassing leidt tot een onbillijkheid van overwegende aard.
"""
TE_LAAT = "2. Winterstalling\nWie zijn plaats in de winterstalling te laat aanvraagt, kan een beroep doen op de hardheidsclausule."


def test_clause_for_the_time_limit_is_for_whoever_misses_it() -> None:
    assert not messages("tegenspraak-clausule", LIGPLAATS.format(lid="eerste"), TE_LAAT)
    assert messages("tegenspraak-clausule", LIGPLAATS.format(lid="tweede"), TE_LAAT)


MOESTUIN = """Artikel 2. Bijdrage
1. Het college verstrekt op aanvraag subsidie aan een tuinder voor het planten van een boom.
2. De tuinder plant de boom alleen met een verklaring van een boomverzorger.
"""


def test_without_what_the_lid_grants_is_no_condition_dropped() -> None:
    told = "2. Bijdrage\nBoven deze grens verdient een tuinder de boom terug, ook als zij zonder {} worden geplant."
    assert not messages("tegenspraak-regel", MOESTUIN, told.format("subsidie"))
    may = "2. Bijdrage\nEen boom mag zonder {} worden geplant door een tuinder."
    assert not messages("tegenspraak-regel", MOESTUIN, may.format("subsidie"))
    assert messages("tegenspraak-regel", MOESTUIN, may.format("verklaring"))


def test_at_the_same_time_with_something_is_no_group_excepted() -> None:
    bill = "Artikel 2. Opgave\nDe imker doet binnen vier weken opgave van zijn kasten, bij gebreke waarvan zijn erkenning vervalt.\n"
    told = "2. Opgave\nDeze termijn is nodig om de opgave gelijk {} te laten lopen."
    assert not messages("belofte-zonder-grondslag", bill, told.format("met de bestuiving"))
    assert messages("belofte-zonder-grondslag", bill, "2. Opgave\nDeze termijn geldt niet bij ziekte van de imker, gelijk bij brand.")


VIJVER = """Artikel 2. Stand
1. Het college stelt de stand van de vijver ambtshalve vast op basis van de metingen van het waterschap.
2. De eigenaar betaalt het tarief dat bij die stand hoort.

Artikel 3. Vijver op een eiland
1. De eigenaar van een vijver op een eiland doet elk jaar voor 1 mei opgave van de stand van zijn vijver.
2. Doet de eigenaar de opgave niet, dan wordt het tarief vastgesteld op het maximum.
"""


def test_group_that_the_toelichting_tells_apart() -> None:
    told = "2. Vijvers\nHet tarief wordt zonder verzoek vastgesteld. De eigenaar hoeft daarvoor niets te doen."
    apart = f"{told} Wie een vijver op een eiland heeft, geeft de stand zelf op."
    assert not messages("belofte-zonder-grondslag", VIJVER, apart)
    alone = VIJVER.replace(VIJVER[: VIJVER.index("Artikel 3")], "")
    assert messages("belofte-zonder-grondslag", alone, told)


def test_what_an_office_points_a_citizen_to_is_no_advice_on_the_draft() -> None:
    bill = "Artikel 2. Bijdrage\nDe vogelaar betaalt elk jaar een bijdrage aan de gemeente.\n"
    kop = "3. Gevolgen voor vogelaars\n"
    assert not messages("bezwaar-gepasseerd", bill, f"{kop}Wie niet betaalt, wordt gebeld. Het incassobureau wijst op de spreekuren.")
    assert messages(
        "bezwaar-gepasseerd", bill, f"{kop}De bijdrage is laag. De Vogelbescherming, een vereniging, wijst op de korte termijn."
    )


def test_old_law_that_goes_is_no_heavy_effect() -> None:
    from doenvermogentoets.analysis import analyse
    from doenvermogentoets.norms.nadelen import nadelen
    from doenvermogentoets.testing import dossier_of

    def count(zin: str) -> int:
        bill = analyse(dossier_of(unmark(Example(f"VERORDENING\n\nArtikel 9\n{zin}\n", expected=False)))).bill
        return len(nadelen(bill))

    assert not count("De Keur waterkeringen 2011 wordt ingetrokken.")
    assert not count("De Legger 2014 wordt ingetrokken.")
    assert count("De ontheffing wordt ingetrokken.")
    assert count("De erkenning voor de keur wordt ingetrokken.")


def test_the_start_of_what_one_does_oneself_is_not_noticed() -> None:
    def noticed(event: str) -> bool:
        known = CATALOGUE.get("termijn-begint-bij-eigen-waarneming")
        assert known is not None
        bill = f"Artikel 2. Melding\nDe eigenaar meldt zich binnen drie weken na aanvang van de {event} bij het college.\n"
        return bool(findings_in(known, unmark(Example(bill, expected=False))))

    assert not noticed("verhuur")
    assert not noticed("bouw")
    assert noticed("lekkage")


SPOELING = """Artikel 2. Terugbetaling
1. Het college vordert een ten onrechte betaalde bijdrage terug.
2. Het college kan een betalingsregeling treffen.

Artikel 3. Hardheidsclausule
Het college kan artikel 2 buiten toepassing laten voor zover toepassing leidt tot een onbillijkheid van overwegende aard.
"""


def test_more_certain_than_the_bill_is_told_once() -> None:
    told = "2. Terugbetaling\nHet college vordert een ten onrechte betaalde bijdrage terug. Een betalingsregeling is altijd mogelijk."
    assert len(messages("belofte-zonder-grondslag", SPOELING, told)) + len(messages("tegenspraak-ruimte", SPOELING, told)) == 1


def test_that_a_clause_needs_no_explanation_is_told_once() -> None:
    told = "Artikel {}\nDit artikel behoeft geen toelichting."
    assert not messages("artikelsgewijs-parafraseert", SPOELING, told.format(3))
    assert messages("artikelsgewijs-parafraseert", SPOELING, told.format(2))


VIERING = """Artikel 2. Standplaats
De kramer vraagt zijn standplaats aan uitsluitend via het digitale loket van de gemeente.

Artikel 3. Kraam
1. De kramer laat zijn kraam elk jaar keuren.
2. De keuring wordt betaald door de kramer.

Artikel 4. Tent
De kramer laat zijn tent elk jaar keuren.

Artikel 5. Hardheidsclausule
Het college kan artikel 3 buiten toepassing laten voor zover toepassing leidt tot een onbillijkheid van overwegende aard.
"""


def test_artikelen_that_the_clause_is_said_to_be_for() -> None:
    told = "Artikel 5\nDe clausule is bedoeld voor wie zijn kraam net heeft gekocht. Zij ziet op {}."
    assert messages("tegenspraak-clausule", VIERING, told.format("de artikelen 3 en 4"))
    assert not messages("tegenspraak-clausule", VIERING, told.format("artikel 3"))
    assert not messages("tegenspraak-clausule", VIERING, told.format("artikel 3 en niet op artikel 4"))


def test_other_way_for_the_one_act_with_a_closed_way() -> None:
    help_ = (
        "2. Doenvermogen\nWie zijn kraam of tent voor het eerst laat keuren en de keuring niet kan betalen, krijgt hulp van het college. "
    )
    assert messages("tegenspraak-toegang", VIERING, f"{help_}Een aanvraag kan ook op papier worden gedaan.")
    assert not messages("tegenspraak-toegang", VIERING, f"{help_}De uitslag van de keuring kan ook op papier worden gegeven.")
