"""Words that look like a way out or a burden and are none: a repair of things, the exemption that is itself refused, «zich houden»."""

from __future__ import annotations

import pytest
from voorstellen import of, with_memorie

from doenvermogentoets.analysis import analyse
from doenvermogentoets.findings import Severity
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier
from doenvermogentoets_checks.dichtbij import uitweg_dichtbij
from doenvermogentoets_checks.verzachting import verzachting


@pytest.mark.parametrize(
    ("second", "near"),
    [
        ("De verkoper is verplicht het apparaat te herstellen.", False),
        ("De verkoper laat de schade door een ander herstellen.", False),
        ("De leerling is bevoegd het verzuim te herstellen.", True),
        ("De minister laat de leerling dit alsnog herstellen.", True),
        ("Is de opgave niet compleet, dan mag de leerling haar binnen een week herstellen.", True),
    ],
)
def test_a_thing_that_is_repaired_softens_nothing(second: str, *, near: bool) -> None:
    text = f"Artikel 2\n1. De leerling die het verslag niet inlevert, verliest het recht op de beurs.\n2. {second}\n"
    bill = analyse(dossier(read_text(text, "ontwerp.txt", "txt"))).bill
    burden = bill.provisions[0]
    zin = burden.passage.sentences[0].span
    found = verzachting(bill, burden, zin)
    assert (found is not None) is near
    assert near or uitweg_dichtbij(bill, burden, zin) is None


def test_an_exemption_that_is_asked_for_does_not_soften_its_own_refusal() -> None:
    text = (
        "Artikel 2\nOp verzoek verleent de minister {} aan de bewoner. Een verzoek van de bewoner dat later is gedaan, wordt afgewezen.\n"
    )
    (finding,) = of("zwaar-gevolg-zonder-uitweg", text.format("vrijstelling"))
    assert "Wel gevonden" not in finding.explanation
    assert "«vrijstelling»" not in finding.explanation
    assert of("zwaar-gevolg-zonder-uitweg", text.format("ontheffing van de termijn")) == []


def test_an_exemption_from_the_limit_itself_softens() -> None:
    text = (
        "Artikel 2\n1. De bewoner dient de aanvraag in voor 1 april.\n2. Op verzoek kan het college vrijstelling verlenen van {}.\n"
        "3. Een aanvraag die later wordt ingediend, wordt afgewezen.\n"
    )
    levels = {what: of("zwaar-gevolg-zonder-uitweg", text.format(what))[0].severity for what in ("deze termijn", "leges")}
    assert levels["deze termijn"] is Severity.INFO
    assert levels["leges"] is not Severity.INFO


def test_whoever_keeps_himself_informed_keeps_no_records() -> None:
    assert of("zware-bewijslast", "Artikel 2\nDe bewoner houdt zich dagelijks op de hoogte van de waterstand.\n") == []
    assert of("zware-bewijslast", "Artikel 2\nDe bewoner houdt elke dag zijn bezoekers bij.\n")


def test_a_word_in_the_name_of_a_law_is_not_the_writers() -> None:
    bill = "Artikel 2\nDe bewoner doet aangifte.\n"
    law = "De bewoner doet aangifte volgens de Algemene wet inzake rijksbelastingen."
    assert with_memorie("ambtelijke-woorden", bill, law) == []
    assert with_memorie("ambtelijke-woorden", bill, "De bewoner doet aangifte inzake de heffing.")


SHOP = (
    "Artikel 3\n1. De verkoper geeft de koper een formulier.\n"
    "2. De koper is daaraan gebonden, tenzij hij binnen twee weken schriftelijk bezwaar maakt.\n\n"
    "Artikel 4\nDe minister legt {} die in strijd handelt met artikel 3 een bestuurlijke boete op van € 500.\n"
)


@pytest.mark.parametrize(("whom", "hit"), [("de verkoper", False), ("de koper", True), ("degene", True)])
def test_a_fine_for_somebody_else_is_no_price_of_ones_own_delay(whom: str, *, hit: bool) -> None:
    found = of("fatale-termijn-zonder-uitweg", SHOP.format(whom))
    assert any("twee weken" in f.message for f in found) is hit


GRANT = (
    "Artikel 3\n1. {} melden een verhuizing binnen een week.\n2. De {} levert de bewijsstukken binnen drie weken in.\n"
    "3. De minister legt de {} die in strijd handelt met het eerste of tweede lid, een boete op van € 500.\n"
)


@pytest.mark.parametrize(
    "who", [("Studenten", "student"), ("Eigenaren", "eigenaar"), ("Verzekerden", "verzekerde"), ("Personen", "persoon")]
)
def test_a_fine_for_one_of_them_is_one_for_all(who: tuple[str, str]) -> None:
    found = of("fatale-termijn-zonder-uitweg", GRANT.format(who[0], who[1], who[1]))
    assert any("een week" in f.message for f in found)


@pytest.mark.parametrize(
    ("sentence", "hit"),
    [
        ("De termijn waarvoor de vergunning wordt verleend, kan niet worden verlengd.", False),
        ("De periode waarover de bewoner de toelage ontvangt, kan niet worden verlengd.", False),
        ("De zittingstermijn kan niet worden verlengd.", False),
        ("De termijn waarbinnen de bewoner de aanvraag kan indienen, kan niet worden verlengd.", True),
        ("De aanvraagtermijn kan niet worden verlengd.", True),
    ],
)
def test_how_long_something_lasts_is_no_limit(sentence: str, *, hit: bool) -> None:
    text = f"Artikel 4\n1. De bewoner dient de aanvraag in binnen twee maanden.\n2. {sentence}\n"
    assert bool(of("waarborg-uitgesloten", text)) is hit


@pytest.mark.parametrize(
    ("sentence", "hit"),
    [
        ("De bewoner dient, met opgave van gronden, binnen twee weken een bezwaarschrift in te dienen.", True),
        ("De bewoner is verplicht het met gronden omklede bezwaarschrift binnen tien dagen in te dienen.", True),
        ("De bewoner maakt binnen drie weken bezwaar tegen het besluit en legt daarbij een machtiging over.", True),
        ("Het college verzoekt de indiener van het bezwaarschrift de gronden binnen twee weken in te dienen.", False),
        ("De bewoner dient de gronden van het bezwaarschrift, die ontbreken, binnen twee weken alsnog in.", False),
    ],
)
def test_grounds_in_an_objection_that_is_to_be_made_are_nothing_to_complete(sentence: str, *, hit: bool) -> None:
    assert bool(of("afwijking-awb-termijn", f"Artikel 5\n{sentence}\n")) is hit


@pytest.mark.parametrize(
    ("sentence", "hit"),
    [
        ("Wie zich niet binnen drie dagen na de oproep meldt, verliest zijn plaats.", True),
        ("Wie niet binnen drie dagen door het college wordt opgeroepen, wordt opnieuw ingedeeld.", False),
    ],
)
def test_whoever_is_called_within_a_time_has_none_to_keep(sentence: str, *, hit: bool) -> None:
    text = f"Artikel 6\n{sentence}\n"
    assert bool([*of("korte-termijn", text), *of("fatale-termijn-zonder-uitweg", text)]) is hit


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("Een aanvraag die niet volledig is, wordt zonder nader bericht afgewezen.", False),
        ("De bewoner bericht het college binnen een week dat hij verhuist.", True),
    ],
)
def test_a_message_is_no_act_of_telling(sentence: str, tells: bool) -> None:
    read = analyse(dossier(read_text(f"Artikel 1\n{sentence}\n", "t.txt", "txt"))).bill
    acts = [h.soort for p in read.provisions for n in p.norms for h in n.handelingen]
    assert ("berichten" in acts) is tells


BILL = "Artikel 1\nDe eigenaar van een vlonder meldt de vlonder bij de inspecteur. De inspecteur legt een boete op van USD 250.\n"


@pytest.mark.parametrize(
    ("sentence", "check", "found"),
    [
        ("De initiatiefnemers hebben ook de melding per telefoon mogelijk gemaakt.", "tegenspraak-regel", False),
        ("De boete bedraagt USD 250.", "tegenspraak-orgaan", False),
        ("De NVWA legt een boete op van USD 250.", "tegenspraak-orgaan", True),
    ],
)
def test_writers_are_no_group_and_a_currency_is_no_authority(sentence: str, check: str, found: bool) -> None:
    memorie = f"MEMORIE VAN TOELICHTING\n\nArtikelsgewijs\n\nArtikel 1\n{sentence}\n"
    assert bool(with_memorie(check, BILL, memorie)) is found


@pytest.mark.parametrize("way", ["via het Omgevingsloket", "via MijnOverheid"])
def test_a_portal_by_its_name_is_a_digital_way(way: str) -> None:
    assert of("uitsluitend-digitaal", f"Artikel 1\n1. De bewoner meldt het stoken.\n2. De melding wordt gedaan {way}.\n")
    assert of("uitsluitend-digitaal", f"Artikel 1\n1. De bewoner meldt het stoken.\n2. De melding wordt gedaan {way} of op papier.\n") == []
