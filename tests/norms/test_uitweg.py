"""Ways out are tied to the effect they soften, and found where they stand."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import Analysis, analyse
from doenvermogentoets.norms.model import GevolgSoort, UitwegSoort
from doenvermogentoets.norms.nadeel import Nadeel
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets.norms.uitweg import Uitweg, searched, ways_out
from doenvermogentoets.norms.waar import Waar
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier

TERUG = "Wat onverschuldigd is betaald, wordt van de ouder teruggevorderd."
MODEL = (
    "buiten toepassing laten of daarvan afwijken voor zover toepassing gelet op het belang van bestaanszekerheid "
    "zal leiden tot een onbillijkheid van overwegende aard."
)


def bill(text: str) -> Analysis:
    return analyse(dossier(read_text(text, "ontwerp.txt", "txt"))).bill


def effect(analysis: Analysis, artikel: str, soort: GevolgSoort) -> Nadeel:
    return next(
        n
        for n in nadelen(analysis)
        if n.provision.unit.artikel is not None and n.provision.unit.artikel.number == artikel and soort in n.soorten
    )


def found(text: str, artikel: str = "5", soort: GevolgSoort = GevolgSoort.TERUGVORDERING) -> list[Uitweg]:
    analysis = bill(text)
    nadeel = effect(analysis, artikel, soort)
    return list(ways_out(analysis, nadeel.provision, nadeel.norm))


def full(uitwegen: list[Uitweg]) -> list[tuple[UitwegSoort, Waar]]:
    return [(u.soort, u.waar) for u in uitwegen if u.volledig]


def test_nothing_softens() -> None:
    assert full(found(f"Artikel 5\n{TERUG}\n")) == []


def test_same_lid() -> None:
    text = (
        "Artikel 5\nWat onverschuldigd is betaald, wordt van de ouder teruggevorderd, tenzij dringende redenen zich daartegen verzetten.\n"
    )
    assert (UitwegSoort.DRINGENDE_REDEN, Waar.LID) in full(found(text))


def test_other_lid_of_the_artikel_that_names_the_decision() -> None:
    text = f"Artikel 5\n1. {TERUG}\n2. Indien daarvoor dringende redenen zijn, kan het college van terugvordering afzien.\n"
    assert (UitwegSoort.DRINGENDE_REDEN, Waar.ARTIKEL) in full(found(text))


def test_sentence_about_another_lid_softens_that_one_only() -> None:
    text = (
        f"Artikel 5\n1. {TERUG}\n2. De ouder bewaart zijn stukken.\n3. Van de verplichting, bedoeld in het tweede "
        "lid, kan het college wegens dringende redenen ontheffing verlenen.\n"
    )
    assert full(found(text)) == []


def test_other_artikel_that_refers_to_this_one() -> None:
    text = (
        f"Artikel 5\n{TERUG}\n\nArtikel 6\nDe ouder bewaart zijn stukken.\n\nArtikel 7\nHet college kan artikel 5 "
        "wegens dringende redenen niet toepassen.\n"
    )
    assert UitwegSoort.DRINGENDE_REDEN in {soort for soort, _ in full(found(text))}


def test_other_artikel_in_the_chapter_that_names_the_decision() -> None:
    text = (
        f"Hoofdstuk 1 Terugvordering\n\nArtikel 5\n{TERUG}\n\nArtikel 6\nHet college kan wegens dringende redenen van "
        "terugvordering afzien.\n"
    )
    assert (UitwegSoort.DRINGENDE_REDEN, Waar.HOOFDSTUK) in full(found(text))


def test_softening_of_another_decision_does_not_count() -> None:
    text = f"Artikel 5\n{TERUG}\n\nArtikel 6\nVan de verlaging van de uitkering kan het college wegens dringende redenen afzien.\n"
    assert full(found(text)) == []


def test_hardship_clause_counts_only_within_its_scope() -> None:
    covering = f"Artikel 5\n{TERUG}\n\nArtikel 20\nHet college kan artikel 5 {MODEL}\n"
    elsewhere = f"Artikel 4\nDe bijdrage bedraagt € 5.\n\nArtikel 5\n{TERUG}\n\nArtikel 20\nHet college kan artikel 4 {MODEL}\n"
    assert UitwegSoort.HARDHEIDSCLAUSULE in {soort for soort, _ in full(found(covering))}
    assert full(found(elsewhere)) == []


def test_general_hardship_clause_counts_except_for_what_it_excludes() -> None:
    general = f"Artikel 5\n{TERUG}\n\nArtikel 20\n1. Het college kan deze verordening {MODEL}\n"
    assert UitwegSoort.HARDHEIDSCLAUSULE in {soort for soort, _ in full(found(general))}
    assert full(found(general + "2. Het eerste lid geldt niet voor artikel 5.\n")) == []


@pytest.mark.parametrize(
    "softer",
    [
        "Van de terugvordering van een bedrag van minder dan € 50 wordt afgezien.",
        "Terugvordering kan achterwege blijven indien sinds de betaling vijf jaren zijn verstreken.",
        "Het college treft voor de terugvordering een betalingsregeling.",
    ],
)
def test_threshold_age_and_instalments_take_only_the_edge_off(softer: str) -> None:
    uitwegen = found(f"Artikel 5\n1. {TERUG}\n2. {softer}\n")
    assert [u for u in uitwegen if u.waar is Waar.ARTIKEL]
    assert full(uitwegen) == []


@pytest.mark.parametrize(
    "softer",
    [
        "Van terugvordering wordt afgezien als het bedrag minder dan € 90 is of als de gevolgen voor de ouder onevenredig zijn.",
        "Het college ziet van terugvordering af indien vijf jaren zijn verstreken of indien de ouder er niets aan kon doen.",
        "Van terugvordering wordt afgezien voor zover de uitkomst voor de ouder onredelijk is.",
    ],
)
def test_a_second_ground_without_a_limit_is_a_full_way_out(softer: str) -> None:
    assert full(found(f"Artikel 5\n1. {TERUG}\n2. {softer}\n"))


@pytest.mark.parametrize(
    "softer",
    [
        "Van terugvordering wordt afgezien als het bedrag minder dan € 90 is of als vijf jaren zijn verstreken.",
        "Het college meldt de ouder dat de gevolgen van de terugvordering niet onevenredig zijn.",
    ],
)
def test_two_limits_or_a_denial_are_none(softer: str) -> None:
    assert full(found(f"Artikel 5\n1. {TERUG}\n2. {softer}\n")) == []


def test_words_that_deny_the_softening() -> None:
    text = (
        "Artikel 5\nHet college trekt de vergunning van de houder in zonder dat een schriftelijke waarschuwing "
        "voorafgaat, indien hij niet tijdig heeft betaald.\n"
    )
    assert found(text, soort=GevolgSoort.INTREKKING) == []


def test_nets_of_the_awb() -> None:
    buiten = found(
        "Artikel 5\nEen aanvraag van de ouder die niet volledig is, wordt niet in behandeling genomen.\n",
        soort=GevolgSoort.NIET_IN_BEHANDELING,
    )
    assert [(u.grond, u.waar) for u in buiten] == [("Awb 4:5", Waar.AWB)]
    boete = found(
        "Artikel 5\nHet college legt de ouder die een verplichting niet is nagekomen, een bestuurlijke boete op van € 250.\n",
        soort=GevolgSoort.BOETE,
    )
    assert [u.grond for u in boete] == ["Awb 5:41", "Awb 5:46"]
    assert not any(u.volledig for u in boete)


def test_awb_net_that_the_text_excludes() -> None:
    text = (
        "Artikel 5\nEen aanvraag van de ouder die niet volledig is, wordt in afwijking van artikel 4:5 van de "
        "Algemene wet bestuursrecht niet in behandeling genomen.\n"
    )
    assert found(text, soort=GevolgSoort.NIET_IN_BEHANDELING) == []


def test_searched_names_the_places() -> None:
    analysis = bill(f"Hoofdstuk 2 Geld\n\nArtikel 5\n{TERUG}\n")
    assert searched(analysis.provisions[0]) == "dit artikel, hoofdstuk 2, de slotbepalingen en wat elders voor dit artikel geldt"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ontbreekt een stuk, dan wijst het college de aanvraag af zonder de aanvrager in de gelegenheid te stellen het aan te vullen.",
        "Bij een onjuiste opgave wijst het college de aanvraag af en wordt de heffing alsnog opgelegd.",
    ],
)
def test_words_of_repair_that_repair_nothing(sentence: str) -> None:
    assert full(found(f"Artikel 5\n{sentence}\n", soort=GevolgSoort.AFWIJZING)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Uitstel van betaling of betaling in gedeelten wordt niet verleend.",
        "Kwijtschelding van het teruggevorderde bedrag is niet mogelijk.",
        "Een betalingsregeling voor de terugvordering is uitgesloten.",
        "Voor een bedrag dat wordt teruggevorderd, verleent het college geen kwijtschelding.",
    ],
)
def test_a_way_out_that_is_refused_is_none(sentence: str) -> None:
    assert [u for u in found(f"Artikel 5\n1. {TERUG}\n2. {sentence}\n") if u.waar is not Waar.AWB] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Uitstel van betaling van wat is teruggevorderd, wordt niet verleend indien de ouder niet heeft meegewerkt.",
        "Het college kan uitstel van betaling verlenen voor wat is teruggevorderd.",
    ],
)
def test_a_way_out_that_is_refused_in_some_cases_is_there_in_the_others(sentence: str) -> None:
    assert [u.soort for u in found(f"Artikel 5\n1. {TERUG}\n2. {sentence}\n") if u.waar is Waar.ARTIKEL]


@pytest.mark.parametrize(
    ("said", "lost"),
    [
        ("De terugbetaling geschiedt binnen drie weken, bij gebreke waarvan de aanspraak op betaling in termijnen vervalt.", True),
        ("Betaalt de ouder de terugvordering te laat, dan vervalt het uitstel van betaling.", True),
        ("De betalingsregeling voor de terugvordering wordt beëindigd zodra de ouder een termijn overslaat.", True),
        ("Voor de terugvordering bestaat aanspraak op betaling in termijnen.", False),
        ("Bij een betalingsregeling vervalt de rente over de terugvordering.", False),
        ("De rente over de terugvordering vervalt bij uitstel van betaling.", False),
    ],
)
def test_a_payment_arrangement_that_the_sentence_ends_is_no_way_out(said: str, *, lost: bool) -> None:
    ways = {u.soort for u in found(f"Artikel 5\n1. {TERUG}\n2. {said}\n") if u.span is not None}
    assert ({UitwegSoort.BETALINGSREGELING, UitwegSoort.VERLENGING}.isdisjoint(ways)) == lost


@pytest.mark.parametrize(("law", "helps"), [("Wet zorgpremie", True), ("Wet vervoer scholieren", False)])
def test_what_is_inserted_in_one_law_softens_nothing_in_another(law: str, *, helps: bool) -> None:
    text = (
        "Wijziging van enige wetten\n\nArtikel I\n\nDe Wet zorgpremie wordt als volgt gewijzigd:\n\nA\n\n"
        "Na artikel 4 wordt een artikel ingevoegd, luidende:\n\nArtikel 5\n\n"
        f"{TERUG}\n\nArtikel II\n\nDe {law} wordt als volgt gewijzigd:\n\nA\n\n"
        "Na artikel 8 wordt een artikel ingevoegd, luidende:\n\nArtikel 9\n\n"
        "Onze Minister kan van terugvordering afzien indien daarvoor dringende redenen zijn.\n"
    )
    assert (UitwegSoort.DRINGENDE_REDEN in {u.soort for u in found(text)}) == helps


def test_an_exception_of_what_another_lid_does_is_of_that_lid() -> None:
    """«tenzij» behind a refusal of its own; what turns to the first lid, or only softens, is of both."""
    first = "Artikel 5\n1. Het college weigert het hulpmiddel, indien de cliënt het voor de melding heeft gekocht.\n"
    own = "2. Het college weigert een tweede hulpmiddel, tenzij het verlies de cliënt niet is toe te rekenen.\n"
    refers = "2. Het college weigert een hulpmiddel als bedoeld in het eerste lid, tenzij dit de cliënt niet is toe te rekenen.\n"
    soft = "2. Het college weigert het hulpmiddel niet, indien dit de cliënt niet is toe te rekenen.\n"
    assert full(found(first + own, soort=GevolgSoort.WEIGERING)) == []
    assert full(found(first + refers, soort=GevolgSoort.WEIGERING))
    assert full(found(first + soft, soort=GevolgSoort.WEIGERING))
