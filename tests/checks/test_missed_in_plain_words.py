"""Hard rules in plain words that were passed over, each beside what looks like it and must stay quiet."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.findings import Finding
from doenvermogentoets.testing import Marked, dossier_of

CATALOGUE = load()
PEOPLE = (
    "\n\nArtikel 90. Kring\nDe ouder van een kind of de bewoner van een woning ontvangt op zijn verzoek een tegemoetkoming voor zijn gezin "
    "en kinderen.\n"
)


def findings(text: str, check: str, toelichting: str | None = None) -> list[Finding]:
    """What one check says of a text about people, at any level."""
    result = run_analysed(analyse(dossier_of(Marked(f"{text}{PEOPLE}", toelichting, ()))), CATALOGUE.select((check,)))
    assert result.failures == []
    return [f for f in result.findings if f.check == check and f.span.start < len(text)]


_LICENCE = "Artikel 1. Begripsbepalingen\nIn dit besluit wordt verstaan onder:\nbetrokkene: {wie};\n\nArtikel 5. Melden\n{regel}"


@pytest.mark.parametrize(
    "wie", ["houder van een rijbewijs die slecht ziet", "houder van een pas bij wie een chronische ziekte is vastgesteld"]
)
def test_a_holder_of_what_only_people_have_is_a_person(wie: str) -> None:
    regel = "De betrokkene levert de pas in uiterlijk op de tweede dag na die waarop het besluit is bekendgemaakt."
    assert findings(_LICENCE.format(wie=wie, regel=regel), "termijn-uren-of-teruggerekend")


def test_a_holder_of_a_permit_stays_a_firm() -> None:
    regel = "De betrokkene levert de vergunning in uiterlijk op de tweede dag na die waarop het besluit is bekendgemaakt."
    text = _LICENCE.format(wie="houder van een vergunning voor een stortplaats", regel=regel)
    assert not [f for f in findings(text, "termijn-uren-of-teruggerekend") if f.severity.value != "info"]


_LATE = "Artikel 5. Aanvraag\n1. De ouder vraagt de toeslag aan voor 1 juni.\n2. Een aanvraag die {hoe}, wordt niet in behandeling genomen."


def test_what_came_after_a_date_cannot_be_completed() -> None:
    assert findings(_LATE.format(hoe="na 1 juni is ontvangen"), "zwaar-gevolg-zonder-uitweg")


def test_what_lacks_papers_can_be_completed() -> None:
    assert not findings(_LATE.format(hoe="niet is ondertekend"), "zwaar-gevolg-zonder-uitweg")


_MEASURE = (
    "Artikel 5. Maatregel\n1. Het college weigert de tegemoetkoming, indien de ouder de gegevens niet tijdig verstrekt.\n"
    "2. Van de weigering, bedoeld in het eerste lid, wordt afgezien, indien {geval}."
)


def test_sparing_a_first_short_lapse_is_no_full_way_out() -> None:
    assert findings(_MEASURE.format(geval="het een eerste verzuim van ten hoogste drie dagen betreft"), "zwaar-gevolg-zonder-uitweg")


def test_sparing_whoever_is_not_to_blame_is_one() -> None:
    geval = "het een eerste verzuim van ten hoogste drie dagen betreft of indien iedere verwijtbaarheid ontbreekt"
    assert not findings(_MEASURE.format(geval=geval), "zwaar-gevolg-zonder-uitweg")


_FINE = (
    "Artikel 5. Boete\n1. Het college legt een bestuurlijke boete van € 280 op aan de bewoner die de verhuizing niet meldt.\n"
    "2. Geen boete wordt opgelegd aan de bewoner die {wie}."
)


def test_telling_before_any_examination_is_no_full_way_out() -> None:
    assert findings(_FINE.format(wie="alsnog meldt voordat het college een huisonderzoek heeft ingesteld"), "sanctie-zonder-matiging")


def test_mending_it_within_a_chance_is_one() -> None:
    assert not findings(_FINE.format(wie="binnen vier weken na een herinnering alsnog meldt"), "sanctie-zonder-matiging")


@pytest.mark.parametrize(
    ("paper", "asked"),
    [
        ("een door alle bewoners van het trappenhuis ondertekende verklaring van geen bezwaar", True),
        ("de dienstroosters over de zes weken voorafgaand aan de aanvraag, ondertekend door de werkgever", True),
        ("ten minste vier stukken van verschillende afkomst", True),
        ("een lijst van de plekken waar hij in de afgelopen vier maanden heeft geslapen", True),
        ("een door hem ondertekend formulier", False),
        ("het dienstrooster", False),
        ("de stukken, binnen ten minste vier weken", False),
        ("een lijst van de plekken waar hij wil slapen", False),
    ],
)
def test_papers_that_hang_on_others_or_on_memory(paper: str, asked: bool) -> None:
    text = f"Artikel 5. Bewijs\nDe bewoner legt bij de aanvraag over {paper}."
    assert bool(findings(text, "zware-bewijslast")) is asked


@pytest.mark.parametrize(("age", "told"), [("twee weken", True), ("zes maanden", False)])
def test_how_fresh_a_paper_must_be_is_told(age: str, told: bool) -> None:
    text = f"Artikel 5. Bewijs\nDe bewoner legt over een verklaring van een arts over zijn toestand, die niet ouder is dan {age}."
    found = findings(text, "zware-bewijslast")
    assert found and ("kort oud" in found[0].explanation) is told


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("van deze regeling afwijken als hij dat gewenst vindt", True),
        ("deze regeling buiten toepassing laten indien het college dit nodig acht", True),
        ("van artikel 3 afwijken als hij dat gewenst vindt", False),
        ("afwijken van het model als hij dat gewenst vindt", False),
    ],
)
def test_a_power_to_deviate_at_will(words: str, found: bool) -> None:
    text = f"Artikel 5. Afwijking\nDe minister kan {words}."
    assert not findings("Artikel 5. Afwijking\nDe ouder kan van deze regeling afwijken.", "hardheidsclausule-onbepaalde-reikwijdte")
    assert bool(findings(text, "hardheidsclausule-onbepaalde-reikwijdte")) is found


@pytest.mark.parametrize(("who", "found"), [("het kind", True), ("de ouder", False)])
def test_a_right_that_stops_when_another_dies(who: str, found: bool) -> None:
    text = (
        "Artikel 4. Recht\nDe ouder heeft recht op een toelage voor de zorg voor het kind.\n\n"
        f"Artikel 5. Einde\nHet recht op toelage eindigt met ingang van de dag na het overlijden van {who}."
    )
    assert bool(findings(text, "verlies-van-rechtswege")) is found


def test_a_right_that_runs_on_after_a_death() -> None:
    text = (
        "Artikel 4. Recht\nDe ouder heeft recht op een toelage voor de zorg voor het kind.\n\nArtikel 5. Einde\n"
        "1. Het recht op toelage eindigt op de dag van het overlijden van het kind.\n2. De toelage wordt nog gedurende acht weken betaald."
    )
    assert not findings(text, "verlies-van-rechtswege")


_SILENT = "Algemeen\n\nDit besluit regelt de opvang van kinderen.\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ouders met een inkomen van meer dan € 28.000 betalen een eigen bijdrage van € 640 per jaar.", True),
        ("Ouders met een inkomen van meer dan € 28.000 betalen een eigen bijdrage van 4 procent van dat inkomen.", False),
        ("Heeft de ouder een premie ontvangen, dan wordt zijn premie volledig in mindering gebracht op de toelage.", True),
        ("Heeft de ouder een premie ontvangen, dan wordt zijn premie voor de helft in mindering gebracht op de toelage.", False),
    ],
)
def test_one_euro_over_a_line(text: str, found: bool) -> None:
    assert bool(findings(f"Artikel 5. Bijdrage\n{text}", "harde-grens", _SILENT)) is found


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("De bewoner dient elk jaar om voortzetting te vragen.", True),
        ("De gegevens dienen om de hoogte te bepalen.", False),
    ],
)
def test_to_have_to_ask_for_something(rule: str, found: bool) -> None:
    assert bool(findings(f"Artikel 5. Verlenging\n{rule}", "moeten-of-dienen")) is found


@pytest.mark.parametrize(
    ("tail", "found"),
    [
        ("tenzij niet is uitgesloten dat het kind daarna niet meer zelf kan reizen", True),
        ("tenzij niet is gebleken dat het kind daarna zelf kan reizen", False),
    ],
)
def test_a_verb_that_denies_counts_as_one_more(tail: str, found: bool) -> None:
    text = f"Artikel 5. Duur\nHet college kent de tegemoetkoming toe voor de hele schooltijd, {tail}."
    assert bool(findings(text, "ontkenningstapel")) is found


_ORDER = (
    "Wijziging van de Wet hulp\n\nArtikel I\nDe Wet hulp wordt als volgt gewijzigd:\n\nA\nIn artikel 12, eerste lid, wordt «{old}» "
    "vervangen door «{new}».\n"
)


@pytest.mark.parametrize(("old", "new", "found"), [("achtste dag", "vierde dag", True), ("vierde dag", "achtste dag", False)])
def test_an_order_that_counts_fewer_days(old: str, new: str, found: bool) -> None:
    dossier = dossier_of(Marked(_ORDER.format(old=old, new=new), None, ()))
    result = run_analysed(analyse(dossier), CATALOGUE.select(("afwijking-awb-termijn",)))
    assert any("korter" in f.message for f in result.findings) is found


def test_a_child_that_is_not_carried_until_somebody_has_paid() -> None:
    text = "Artikel 5. Betaling\nZolang de eigen bijdrage niet is betaald, wordt het kind niet {gedaan}."
    assert findings(text.format(gedaan="opgevangen"), "zwaar-gevolg-zonder-uitweg")
    assert not findings("Artikel 5. Vervoer\nOp zondag wordt het kind niet opgevangen.", "zwaar-gevolg-zonder-uitweg")
