"""Whom the list of acts names, and which sentences ask nothing of people. The wordings are our own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from doenvermogentoets.report import Report, render
from doenvermogentoets.report.view import View

HEAD = "Artikel 1\n1. De schipper vraagt het college om een ligplaats.\n"


def asked(report: Report) -> dict[str, list[str]]:
    return {a.name: [x.quote.place for x in a.actions] for a in report.actors if a.person}


@pytest.mark.parametrize(
    "sentence",
    [
        # an authority's own act
        "De keuringsinstelling, bedoeld in het eerste lid, beslist op aanvraag over de afgifte van een keurmerk en is "
        "bevoegd dat te schorsen.",
        # a state of things
        "Voor zover redelijkerwijs mogelijk, wordt de schipper en zijn gezin keuzevrijheid geboden met betrekking tot de ligplaats.",
        # data between authorities
        "De in het eerste lid genoemde instanties zijn verplicht op verzoek de gegevens te verstrekken aan het college.",
        "Het waterschap en de gemeente verlenen op verzoek van de provincie dan wel van Onze Minister aan door deze aangewezen "
        "personen inzage in bescheiden.",
        # a right that another must see to
        "De schipper heeft er recht op dat de walbeheerder binnen zes weken de meterstand vaststelt.",
        # what is done with a notice, and what a rule or a plan holds
        "Een melding wordt in het havenregister gekoppeld aan het nummer van de schipper.",
        "De in het eerste lid bedoelde regeling voorziet erin dat klachten van de schipper worden behandeld door iemand die gelegenheid "
        "geeft het woord te voeren.",
        "De ligdienst omvat het varen op basis van een plan waarover is overlegd met de schipper en dat op zijn reis is afgestemd.",
        # a request that another authority makes about somebody
        "Een verzoek tot ontruiming wordt ingediend door het college van de gemeente waar de schipper zijn ligplaats heeft.",
        # how a decree is made
        "De voordracht voor een krachtens dit artikel vast te stellen algemene maatregel van bestuur wordt niet gedaan dan nadat het "
        "ontwerp is bekendgemaakt en aan een ieder de gelegenheid is geboden om binnen vier weken wensen en bedenkingen ter kennis van "
        "Onze Minister te brengen.",
    ],
)
def test_a_sentence_that_asks_nothing_of_people(draft: Callable[..., Report], sentence: str) -> None:
    assert asked(draft(f"{HEAD}2. {sentence}\n")) == {"de schipper": ["artikel 1, eerste lid"]}


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Het college verlengt op aanvraag van de schipper de ligplaats.", "de schipper"),
        ("Een ieder is verplicht het college op verzoek zijn naam op te geven.", "een ieder"),
        ("Ieder der bewoners van de kade is de bijdrage van de schipper verschuldigd.", "de bewoners"),
        ("Degene aan wie een boete is opgelegd, is verplicht zijn inkomen op te geven.", "degene aan wie een boete is opgelegd"),
        ("Het is een ieder verboden aan de kade vuil te storten.", "een ieder"),
    ],
)
def test_of_whom_a_sentence_asks_something(draft: Callable[..., Report], sentence: str, who: str) -> None:
    assert "artikel 1, tweede lid" in asked(draft(f"{HEAD}2. {sentence}\n")).get(who, [])


def test_an_authority_is_one_counter_however_it_is_written(draft: Callable[..., Report]) -> None:
    report = draft(
        "Artikel 1\n1. De schipper meldt zijn komst aan de Grondkamer.\n"
        "2. De schipper meldt zijn vertrek binnen drie dagen aan de grondkamer.\n"
    )
    assert [f.value for f in report.summary.figures if f.name.startswith("loket")] == ["1"]


def test_a_part_within_another_is_named_with_it(draft: Callable[..., Report]) -> None:
    bill = (
        "Hoofdstuk 1. Ligplaatsen\n\nParagraaf 1. Aanvraag\n\nArtikel 1\nDe schipper vraagt het college om een ligplaats.\n\n"
        "Hoofdstuk 2. Havengeld\n\nParagraaf 1. Aangifte\n\nArtikel 2\nDe schipper geeft zijn lading op.\n"
    )
    groups = [r.group for r in draft(bill).summary.heat if r.document == "ontwerp"]
    assert groups == ["Hoofdstuk 1, paragraaf 1. Aanvraag", "Hoofdstuk 2, paragraaf 1. Aangifte"]
    numbered = "Artikel 2.1\nDe schipper vraagt het college om een ligplaats.\n\nArtikel 3.1\nDe schipper geeft zijn lading op.\n"
    assert [r.group for r in draft(numbered).summary.heat] == ["Artikelen 2.1 en verder", "Artikelen 3.1 en verder"]


def test_effects_without_a_way_out_are_pointed_at_where_no_finding_is_first(draft: Callable[..., Report], tmp_path: Path) -> None:
    report = draft("Artikel 1\nHet college weigert de ligplaats indien het schip langer is dan tien meter.\n")
    bare = report.model_copy(update={"summary": report.summary.model_copy(update={"first": ()})})
    assert report.hardship.burdens
    for suffix in (".md", ".html", ".docx"):
        render(bare, tmp_path / f"r{suffix}")
    assert "vragen. Wel staat in deel 4 één nadelig gevolg zonder gevonden uitweg:" in (tmp_path / "r.md").read_text("utf-8")
    quiet = draft("Artikel 1\nHet college houdt een lijst bij van schepen.\n")
    render(quiet, tmp_path / "q.md")
    assert "deel 4 " not in (tmp_path / "q.md").read_text("utf-8").split("### Kerngetallen")[0]


def test_who_asks_for_a_measure_is_not_the_one_it_is_done_to(draft: Callable[..., Report]) -> None:
    measure = "De kantonrechter kan op verzoek een machtiging verlenen om de schipper zijn schip te doen verlaten."
    favour = "De kantonrechter kan op verzoek de ligplaats van de schipper verlengen."
    for sentence, his in ((measure, False), (favour, True)):
        assert ("artikel 1, tweede lid" in asked(draft(f"{HEAD}2. {sentence}\n")).get("de schipper", [])) == his


@pytest.mark.parametrize(
    ("sentence", "matter"),
    [
        ("Tegen de beschikking op een verzoek om verlenging staat voor de schipper binnen twee weken hoger beroep open.", "beroep"),
        ("De schipper doet een verzoek om verlenging binnen twee weken.", "verzoek"),
    ],
)
def test_a_remedy_against_a_decision_on_a_request_is_no_request(draft: Callable[..., Report], sentence: str, matter: str) -> None:
    found = [x for a in draft(f"{HEAD}2. {sentence}\n").actors for x in a.actions if x.quote.place == "artikel 1, tweede lid"]
    assert [x.matter for x in found] == [matter]


def test_whoever_is_described_at_length_is_not_the_person_of_another_lid(draft: Callable[..., Report]) -> None:
    who = "Degene die op grond van artikel 3 of artikel 4 heeft besloten tot verplaatsing van het schip naar een andere haven of kade"
    places = asked(draft(f"{HEAD}2. {who}, meldt dat binnen een week.\n"))
    assert "artikel 1, tweede lid" not in places["de schipper"]
    assert any("artikel 1, tweede lid" in found for found in places.values())


def test_an_order_of_an_amending_act_has_its_own_row_in_the_map(draft: Callable[..., Report]) -> None:
    bill = (
        "Artikel I\nDe Wet op de ligplaatsen wordt als volgt gewijzigd:\n\nA\n\n"
        "Aan artikel 3 wordt een lid toegevoegd, luidende:\n2. De schipper meldt zijn vertrek binnen 24 uur.\n\nB\n\n"
        "In artikel 7, tweede lid, vervalt «, tenzij de schipper hiervan geen verwijt kan worden gemaakt».\n\n"
        "Artikel II\nDeze wet treedt in werking op 1 juli 2028.\n"
    )
    report = draft(bill)
    rows = [r.place for r in report.summary.heat if any(c.count for c in r.cells) and r.document == "ontwerp"]
    assert "artikel I, onderdeel B (artikel 7)" in rows
    assert "artikel I" not in rows
    assert View(report).without == "Zonder bevindingen: artikel II."
