"""The table for a report: what the toelichting says of each burdensome norm, and which building blocks are there."""

from __future__ import annotations

from doenvermogentoets import structure
from doenvermogentoets.analysis import analyse
from doenvermogentoets.readers import read_text
from doenvermogentoets.toelichting import Verantwoording, verantwoording
from doenvermogentoets.toelichting.clausule import DELEN

ONTWERP = """\
Artikel 1
Het college trekt de vergunning in, indien de houder niet voldoet aan artikel 2.

Artikel 2
De houder meldt een verhuizing binnen een week aan het college, bij gebreke waarvan de vergunning vervalt.

Artikel 3
Het college kan artikel 2 buiten toepassing laten voor zover toepassing zal leiden tot een onbillijkheid van overwegende aard.

Artikel 4
Onze Minister wijst een register aan.
"""
TOELICHTING = """\
TOELICHTING

Artikel 1
Het college heeft bij de intrekking geen afwegingsruimte, omdat anders elke buurt haar eigen regels krijgt. Een kan-bepaling is overwogen.

Artikel 3
De hardheidsclausule vangt gevallen op die niet zijn te voorzien. Het college houdt bij hoe vaak zij wordt toegepast.

Uitvoering
De gemeenten hebben een uitvoeringstoets gedaan. Zij achten het voorstel uitvoerbaar en vragen een half jaar om systemen
aan te passen en mensen voor te lichten.

Evaluatie
Er wordt geëvalueerd.
"""


def _read(ontwerp: str = ONTWERP, toelichting: str = TOELICHTING) -> Verantwoording:
    bill, text = read_text(ontwerp, "o.txt", "txt"), read_text(toelichting, "t.txt", "txt")
    found = verantwoording(analyse(structure.dossier(bill, text)))
    assert found is not None
    return found


def test_each_burdensome_norm_has_its_stand_and_quotes() -> None:
    read = _read()
    by_artikel = {u.unit.artikel.number: u for u in read.bepalingen if u.unit.artikel is not None}
    assert set(by_artikel) == {"1", "2", "3"}  # what only binds a minister wants no explanation of this kind
    assert by_artikel["1"].stand == "uitgelegd"  # whether it can be disproportionate is not said
    assert "afwegingsruimte" in by_artikel["1"].elementen["gebonden"][0].tekst
    assert by_artikel["1"].elementen["waarom"][0].zekerheid == "hoog"
    assert by_artikel["2"].stand == "niet genoemd"
    assert "termijn" in by_artikel["2"].aanleidingen
    assert by_artikel["2"].ontbreekt[0] == "genoemd"


def test_the_parts_of_the_motivation_of_a_clause() -> None:
    clausule = next(u for u in _read().bepalingen if u.aanleidingen == ("clausule",))
    assert set(clausule.elementen) == {"genoemd", "gevallen", "monitoring"}
    assert clausule.ontbreekt == tuple(d for d in DELEN if d not in clausule.elementen)


def test_building_blocks_are_present_thin_or_absent() -> None:
    blocks = {b.naam: b for b in _read().bouwstenen}
    assert blocks["uitvoering"].stand == "aanwezig"
    assert blocks["uitvoering"].kop is not None
    assert blocks["evaluatie"].stand == "mager"
    assert blocks["regeldruk"].stand == "afwezig"
    assert blocks["doenvermogen"].stand == "afwezig"


def test_a_quote_is_the_text_at_its_place() -> None:
    read = _read()
    for uitleg in read.bepalingen:
        for citaat in uitleg.passages:
            assert TOELICHTING[citaat.span.start : citaat.span.end] == citaat.tekst


def test_no_toelichting_no_table() -> None:
    assert verantwoording(analyse(structure.dossier(read_text(ONTWERP, "o.txt", "txt")))) is None


def test_who_must_pay_back_and_who_may_be_fined_want_an_explanation() -> None:
    read = _read(
        """\
Artikel 1
De leerling betaalt het reisgeld over de maanden waarin hij niet meedeed, aan het college terug.

Artikel 2
Het college kan een bestuurlijke boete opleggen aan de leerling die de bus beschadigt.

Artikel 3
Het college betaalt de leges aan de leerling terug.
"""
    )
    assert {u.unit.artikel.number: u.aanleidingen for u in read.bepalingen if u.unit.artikel is not None} == {
        "1": ("gevolg",),
        "2": ("sanctie",),
    }
