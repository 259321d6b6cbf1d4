"""How the report names what the text decides and takes, and what softens that: classes that a reviewer would stumble over."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from doenvermogentoets.report import Report
from doenvermogentoets.report.model import Burden, Power
from doenvermogentoets.report.wording import decision, way_out

Draft = Callable[..., Report]
HEAD = "VOORSTEL VAN WET\n\nArtikel 1\nIn deze wet wordt verstaan onder:\nhuurder: natuurlijke persoon die een woning huurt.\n\n"


def powers(report: Report) -> dict[str, Power]:
    return {p.quote.place: p for p in report.room.powers}


def burdens(report: Report) -> dict[str, Burden]:
    return {b.quote.place: b for b in report.hardship.burdens}


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Het college staakt de inning en betaalt terug wat te veel is ontvangen.", "gunstig"),
        ("Een boete die nog niet is betaald, wordt door het college ambtshalve verlaagd.", "gunstig"),
        ("Op verzoek van de huurder trekt het college de vergunning in.", "neutraal"),
        ("Het college trekt de vergunning van de huurder in.", "nadelig"),
        ("Het college beëindigt de uitkering van de huurder.", "nadelig"),
    ],
)
def test_direction(draft: Draft, text: str, direction: str) -> None:
    report = draft(f"{HEAD}Artikel 2\n{text}\n")
    assert powers(report)["artikel 2"].direction == direction
    assert ("artikel 2" in burdens(report)) == (direction == "nadelig")


def test_removing_data_in_time_decides_nothing_about_anybody(draft: Draft) -> None:
    report = draft(f"{HEAD}Artikel 2\nHet college verwijdert de gegevens van de huurder uiterlijk twee jaar na de ontvangst.\n")
    assert "artikel 2" not in powers(report)
    assert "artikel 2" not in burdens(report)


def test_what_one_authority_decides_about_another_hits_no_citizen(draft: Draft) -> None:
    report = draft(
        f"{HEAD}Artikel 2\n1. De directeur van de dienst stelt een meerjarenplan vast en zendt dat aan Onze Minister.\n"
        "2. Het plan behoeft goedkeuring. Onze Minister onthoudt goedkeuring wegens strijd met het recht.\n"
    )
    assert all(p.direction != "nadelig" for p in report.room.powers)


def test_a_ban_is_no_effect(draft: Draft) -> None:
    report = draft(f"{HEAD}Artikel 2\nHet is verboden zonder vergunning van het college een woning te splitsen.\n")
    assert burdens(report) == {}


def test_losses_that_set_in_by_themselves_are_adverse_and_named(draft: Draft) -> None:
    report = draft(
        f"{HEAD}Artikel 2\n1. De huurder meldt zijn verhuizing binnen vier weken.\n"
        "2. Indien de melding niet is gedaan, bestaat over het gehele jaar geen aanspraak op huurtoeslag.\n"
    )
    lost = powers(report)["artikel 2, tweede lid"]
    assert lost.direction == "nadelig"
    assert decision(lost) == "van rechtswege: geen recht"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zodra een termijn niet is betaald, eindigt de betalingsregeling van rechtswege.", "einde"),
        ("De aanspraak vervalt, indien de huurder de aanvraag te laat indient.", "verval"),
        ("Wie de inschrijving niet tijdig vernieuwt, wordt van de wachtlijst afgevoerd.", "schrapping"),
    ],
)
def test_an_effect_is_called_as_the_text_calls_it(draft: Draft, text: str, name: str) -> None:
    assert [b.kind for b in burdens(draft(f"{HEAD}Artikel 2\n{text}\n")).values()] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Een verzoek om kwijtschelding wordt geweigerd, indien de huurder een auto bezit.",
        "Zodra een termijn niet is betaald, eindigt de betalingsregeling van rechtswege.",
        "Wie het aanbod niet binnen tien dagen heeft aanvaard, kan geen aanspraak meer maken op een betalingsregeling.",
    ],
)
def test_what_is_lost_is_no_way_out(draft: Draft, text: str) -> None:
    found = burdens(draft(f"{HEAD}Artikel 2\n1. De huurder betaalt.\n2. {text}\n"))
    assert found
    for burden in found.values():
        assert burden.ways_out == (), [way_out(w) for w in burden.ways_out]


def test_a_payment_plan_helps_whoever_must_pay(draft: Draft) -> None:
    report = draft(
        f"{HEAD}Artikel 2\n1. Het college vordert het bedrag van de huurder terug.\n"
        "2. Op verzoek van de huurder treft het college bij terugvordering een betalingsregeling.\n"
    )
    assert any(w.kind == "betalingsregeling" for w in burdens(report)["artikel 2, eerste lid"].ways_out)


def test_an_exception_to_a_lid_is_shown_with_its_effect(draft: Draft) -> None:
    report = draft(
        f"{HEAD}Artikel 2\n1. Indien de huurder niet betaalt, vervalt zijn aanspraak.\n"
        "2. Het eerste lid blijft buiten toepassing, indien het tekortschieten aan een ander is toe te rekenen.\n"
    )
    shown = [way_out(w) for w in burdens(report)["artikel 2, eerste lid"].ways_out]
    assert any(w.startswith("uitzondering (artikel 2, tweede lid") for w in shown), shown


def test_a_clause_in_an_amending_act_names_the_artikel_of_the_amended_law(draft: Draft) -> None:
    report = draft(
        "VOORSTEL VAN WET\n\nWijziging van de Huurwet\n\nARTIKEL I\nDe Huurwet wordt als volgt gewijzigd:\n\nA\n\n"
        "Na artikel 5 worden twee artikelen ingevoegd, luidende:\n\nArtikel 5a\nDe huurder betaalt het bedrag binnen twee weken.\n\n"
        "Artikel 5b\nHet college kan artikel 5a buiten toepassing laten voor zover toepassing zal leiden tot een onbillijkheid van "
        "overwegende aard.\n"
    )
    assert [c.aspects[0].found for c in report.hardship.clauses] == ["zij noemt onderdelen"]


def test_a_frame_in_another_lid_and_a_whole_condition(draft: Draft) -> None:
    report = draft(
        f"{HEAD}Artikel 2\n1. Het college kan de huurder een bestuurlijke boete opleggen.\n"
        "2. Het college stemt de boete af op de ernst van de overtreding.\n\nArtikel 3\n"
        "Het college kan een last onder dwangsom opleggen, tenzij de huurder aannemelijk maakt dat hij niet anders kon.\n"
    )
    frames = next(q for q in report.room.questions if q.key == "ruimte-7")
    assert any(e.statement == "artikel 2, eerste lid: een ander lid geeft een kader" for e in frames.bill)
    assert powers(report)["artikel 3"].conditions == ("tenzij de huurder aannemelijk maakt dat hij niet anders kon",)


def test_net_of_the_awb_against_a_fine_without_blame_takes_it_away(draft: Draft) -> None:
    report = draft(f"{HEAD}Artikel 2\nHet college kan de huurder een bestuurlijke boete opleggen.\n")
    shown = [way_out(w) for w in burdens(report)["artikel 2"].ways_out]
    assert "verwijtbaarheid (Awb 5:41, geldt vanzelf)" in shown
    assert "matiging (Awb 5:46, geldt vanzelf; verzacht, neemt niet weg)" in shown


def test_a_power_to_deviate_is_room_however_it_is_worded(draft: Draft) -> None:
    report = draft(
        f"{HEAD}Artikel 2\nDe huurder betaalt het bedrag binnen twee weken.\n\nArtikel 3\n"
        "Het college kan van de toepassing van artikel 2 afwijken indien zulks naar zijn oordeel wenselijk is.\n"
    )
    power = powers(report)["artikel 3"]
    assert power.room == "beleidsruimte"
    assert decision(power).endswith("afwijken")


def test_a_condition_with_geen_denies_no_decision(draft: Draft) -> None:
    text = "De vergunning van de huurder wordt ambtshalve verlengd, zolang geen passende woonruimte is aangeboden."
    assert decision(powers(draft(f"{HEAD}Artikel 2\n{text}\n"))["artikel 2"]).endswith(": verlengen")


RECOVERY = (
    "Artikel 2\n1. Het college trekt de vergunning van de huurder in, indien blijkt dat hij de woning niet gebruikt.\n"
    "2. Van intrekking {when}.\n"
)


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (
            "wordt afgezien, indien sinds het besluit twee jaren zijn verstreken of indien daarvoor dringende redenen aanwezig zijn",
            ["afzien (artikel 2, tweede lid)", "dringende reden (artikel 2, tweede lid)"],
        ),
        (
            "wordt afgezien, indien daarvoor dringende redenen aanwezig zijn of het bedrag minder dan € 50 bedraagt",
            ["afzien (artikel 2, tweede lid)", "dringende reden (artikel 2, tweede lid)"],
        ),
        ("wordt afgezien, indien daarvoor dringende redenen aanwezig zijn", ["afzien (artikel 2, tweede lid)"]),
        (
            "wordt afgezien, indien sinds het besluit twee jaren zijn verstreken",
            ["afzien (artikel 2, tweede lid; alleen in de gevallen die daar staan)"],
        ),
    ],
)
def test_a_binding_way_out_takes_away_and_a_limited_one_does_so_in_its_cases(draft: Draft, when: str, shown: list[str]) -> None:
    found = [way_out(w) for w in burdens(draft(HEAD + RECOVERY.format(when=when)))["artikel 2, eerste lid"].ways_out]
    assert set(shown) <= set(found), found
    assert not any("neemt niet weg" in w for w in found)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Het college verhoogt de boete met de helft indien de huurder binnen twee jaar opnieuw in overtreding is.", "verhogen"),
        ("De inspecteur maakt een besluit tot oplegging van een boete onder vermelding van de naam openbaar.", "openbaar maken"),
        ("De inspecteur publiceert de gegevens van de overtreder op de website.", "openbaar maken"),
        ("Blijft herstel uit, dan voert het college het werk uit op kosten van de huurder.", "op kosten van een ander uitvoeren"),
        ("Het college laat het gebrek wegnemen voor rekening van de eigenaar.", "op kosten van een ander laten doen"),
    ],
)
def test_acts_against_somebody_without_a_sanction_of_their_own_are_in_the_table(draft: Draft, text: str, named: str) -> None:
    power = powers(draft(f"{HEAD}Artikel 2\n{text}\n"))["artikel 2"]
    assert (power.decisions, power.direction) == ((named,), "nadelig")


@pytest.mark.parametrize(
    "text",
    [
        "Het college verhoogt de toelage van de huurder met vijf procent.",
        "Het college maakt het jaarverslag over de opgelegde boetes zonder namen openbaar.",
        "Het college maakt het beleidsplan openbaar.",
        "Het college voert het onderzoek uit op kosten van de gemeente.",
        "De huurder voert het onderhoud uit op kosten van de verhuurder.",
    ],
)
def test_what_looks_like_such_an_act_is_not_against_anybody(draft: Draft, text: str) -> None:
    power = powers(draft(f"{HEAD}Artikel 2\n{text}\n")).get("artikel 2")
    assert power is None or power.direction != "nadelig"


INSERTED = (
    "Wijziging van de Wet woonpas\n\nArtikel I\n\nDe Wet woonpas wordt als volgt gewijzigd:\n\nA\n\n"
    "Na artikel 6 wordt een artikel ingevoegd, luidende:\n\nArtikel 6a\n\n{}\n"
)


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("Meldt de huurder zich niet, dan trekt het Woonfonds de woonpas in.", "het Woonfonds: intrekken"),
        ("Het Woonfonds vordert de bijdrage van de huurder terug.", "het Woonfonds: terugvorderen"),
        ("De woonpas van de huurder wordt ingetrokken.", "orgaan niet genoemd: intrekken"),
        ("In afwijking van het Besluit woonpas wordt de woonpas van de huurder ingetrokken.", "orgaan niet genoemd: intrekken"),
    ],
)
def test_an_organ_that_only_the_amended_law_explains_is_named(draft: Draft, said: str, who: str) -> None:
    (power,) = draft(INSERTED.format(said)).room.powers
    assert decision(power) == who


def test_a_passive_decision_is_thought_to_be_of_the_organ_beside_it(draft: Draft) -> None:
    said = "1. Het Woonfonds vordert de bijdrage van de huurder terug.\n\n2. De woonpas van de huurder wordt ingetrokken."
    found = [decision(p) for p in draft(INSERTED.format(said)).room.powers]
    assert found == ["het Woonfonds: terugvorderen", "orgaan niet genoemd (vermoedelijk het Woonfonds): intrekken"]
