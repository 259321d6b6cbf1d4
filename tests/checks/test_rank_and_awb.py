"""Who may set the Awb or the Algemene termijnenwet aside: an act of parliament, and lower rules only where an act lets them."""

from __future__ import annotations

import pytest
from voorstellen import of

from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier
from doenvermogentoets_checks.rang import awb_laat_toe

VERORDENING = "Artikel 9\nDeze verordening treedt in werking op 1 mei 2030.\n"

EXCLUDES = "Artikel 3\nOp een onvolledige aanvraag van de bewoner is artikel 4:5 van de Algemene wet bestuursrecht niet van toepassing.\n\n"


def test_a_regulation_of_lower_rank_is_asked_which_act_lets_it_set_the_awb_aside() -> None:
    (finding,) = of("afwijking-awb-termijn", EXCLUDES + VERORDENING)
    assert finding.question.startswith("Welke wet staat toe dat deze verordening Awb 4:5 opzijzet")
    assert "lagere rang" in finding.explanation
    assert "2.46" not in finding.ground


def test_an_act_of_parliament_is_asked_for_its_reason() -> None:
    (finding,) = of("afwijking-awb-termijn", EXCLUDES + VERORDENING.replace("verordening", "wet"))
    assert "lagere rang" not in finding.explanation
    assert finding.ground.startswith("Awb 4:5; Ar 2.46")


def test_a_term_of_payment_may_be_set_by_any_regulation() -> None:
    (finding,) = of(
        "afwijking-awb-termijn", "Artikel 3\nDe bewoner betaalt de boete binnen drie weken na de bekendmaking.\n\n" + VERORDENING
    )
    assert "lagere rang" not in finding.explanation
    assert "tweede lid" in finding.ground
    assert "6:7" not in finding.ground


def test_a_reason_alone_does_not_let_a_lower_regulation_leave_the_awb() -> None:
    telling = "Memorie van toelichting\n1. Inleiding\n" + "Deze regels helpen bewoners die een bijdrage vragen. " * 30
    texts = read_text(EXCLUDES + VERORDENING, "ontwerp.txt", "txt"), read_text(telling, "toelichting.txt", "txt")
    found = run(dossier(*texts), [c for c in load() if c.name == "afwijking-awb-niet-gemotiveerd"]).findings
    assert found
    assert all(f.question.startswith("Welke wet staat toe dat deze verordening") for f in found)


@pytest.mark.parametrize("article", ["4:5", "6:6"])
def test_a_safeguard_that_the_awb_keeps_needs_an_act_that_lets_go_of_it(article: str) -> None:
    excludes = f"Artikel 3\nArtikel {article} van de Algemene wet bestuursrecht is niet van toepassing op stukken van de bewoner.\n\n"
    (finding,) = of("afwijking-awb-termijn", excludes + VERORDENING)
    assert "lagere rang" in finding.explanation


def test_the_time_of_payment_may_be_excluded_without_leave() -> None:
    excludes = "Artikel 3\nArtikel 4:87 van de Algemene wet bestuursrecht is niet van toepassing op wat de bewoner betaalt.\n\n"
    (finding,) = of("afwijking-awb-termijn", excludes + VERORDENING)
    assert "lagere rang" not in finding.explanation
    assert "2.46" not in finding.ground


LIMITS = (
    "Artikel 2\nDe bewoner meldt de verhuizing binnen drie weken aan het college.\n\n"
    "Artikel 3\nDe Algemene termijnenwet is niet van toepassing op de termijn, bedoeld in artikel 2.\n\n"
)


@pytest.mark.parametrize(
    ("itself", "ground"),
    [
        ("deze wet", "Ar 2.46"),
        ("dit besluit", "artikel 5 (een algemene maatregel van bestuur mag anders bepalen)"),
        ("deze verordening", "Gemeentewet 145"),
        ("deze regeling", "niet deze soort regeling"),
    ],
)
def test_the_termijnenwet_lets_lower_rules_differ_and_is_asked_for_a_reason_only(itself: str, ground: str) -> None:
    end = VERORDENING.replace("Deze verordening", itself.capitalize())
    (finding,) = of("afwijking-awb-termijn", LIMITS + end)
    assert "lagere rang" not in finding.explanation
    assert "Welke wet" not in finding.question
    assert ground in finding.ground
    assert ("overeenkomstige" in finding.suggestions[0].title) == (itself == "deze regeling")


def test_the_termijnenwet_holds_in_the_caribbean_netherlands_and_the_awb_does_not() -> None:
    title = "Wet adresgegevens BES\n\n"
    (finding,) = of("afwijking-awb-termijn", title + LIMITS)
    assert "Algemene termijnenwet" in finding.message
    assert of("afwijking-awb-termijn", title + EXCLUDES) == []


SHORT = "Artikel 3\nDe bewoner kan tot uiterlijk drie weken na de bekendmaking van het besluit bezwaar maken.\n\n"


def test_a_short_time_to_object_in_a_regulation_of_lower_rank_is_asked_for_the_act_that_allows_it() -> None:
    (finding,) = of("afwijking-awb-termijn", SHORT + VERORDENING)
    assert finding.question.startswith("Welke wet staat toe dat deze verordening een kortere termijn stelt")
    assert "2.46" not in finding.ground
    assert any(s.title.startswith("de wet noemen") for s in finding.suggestions)
    (act,) = of("afwijking-awb-termijn", SHORT + VERORDENING.replace("verordening", "wet"))
    assert "Ar 2.46" in act.ground
    assert not any(s.title.startswith("de wet noemen") for s in act.suggestions)


@pytest.mark.parametrize(
    ("words", "yields"),
    [
        ("artikel 4:87, eerste lid", True),
        ("de artikelen 4:87 en 4:112", True),
        ("artikel 4:94a", True),
        ("artikel 4:94", False),
        ("de artikelen 4:5 en 4:87", False),
        ("artikel 3:4", False),
        ("afdeling 3.4", False),
    ],
)
def test_which_articles_of_the_awb_let_any_regulation_differ(words: str, yields: bool) -> None:
    assert awb_laat_toe(words) is yields


@pytest.mark.parametrize(
    ("rule", "leave"),
    [
        ("In afwijking van artikel 4:13 van de Algemene wet bestuursrecht beslist het college binnen drie weken.", False),
        ("In afwijking van artikel 4:7 van de Algemene wet bestuursrecht hoort het college de bewoner niet.", True),
    ],
)
def test_where_the_awb_lets_others_differ_the_toelichting_is_asked_for_a_reason_and_no_act(rule: str, leave: bool) -> None:
    telling = "Memorie van toelichting\n1. Inleiding\n" + "Deze regels helpen bewoners die een bijdrage vragen. " * 30
    texts = read_text(f"Artikel 3\n{rule}\n\n{VERORDENING}", "ontwerp.txt", "txt"), read_text(telling, "toelichting.txt", "txt")
    (finding,) = run(dossier(*texts), [c for c in load() if c.name == "afwijking-awb-niet-gemotiveerd"]).findings
    assert finding.question.startswith("Welke wet staat toe") is leave
    assert ("laat hier zelf afwijken toe" in finding.ground) is not leave


AMENDS = "Artikel I\nDe Wet op de adresgegevens wordt als volgt gewijzigd:\n\nA\n\nIn artikel 6 wordt «{}» vervangen door «{}».\n"


def test_a_shortened_time_limit_is_told_by_its_length_and_held_against_its_own_artikel_of_the_awb() -> None:
    (finding,) = of("afwijking-awb-termijn", AMENDS.format("binnen negen weken", "binnen drie weken"))
    assert finding.message == "De termijn in artikel 6 wordt korter: van negen weken naar drie weken."
    assert finding.suggestions[0].title == "de termijn op negen weken laten"
    assert "6:7" in finding.ground
    (mended,) = of("afwijking-awb-termijn", AMENDS.format("een hersteltermijn van negen weken", "een hersteltermijn van drie weken"))
    assert "4:5" in mended.ground and "6:7" not in mended.ground
    assert mended.suggestions[0].title == "de termijn op negen weken laten"


@pytest.mark.parametrize(
    ("said", "who"),
    [
        (
            "In afwijking van artikel 6:6 van de Algemene wet bestuursrecht wordt een bezwaar zonder gronden niet-ontvankelijk verklaard.",
            "onvolledig",
        ),
        ("Op een onvolledige aanvraag van de bewoner is artikel 4:5 van de Algemene wet bestuursrecht niet van toepassing.", "onvolledig"),
        ("Op bezwaren van de bewoner is artikel 6:11 van de Algemene wet bestuursrecht niet van toepassing.", "te laat"),
    ],
)
def test_it_says_whom_the_article_guards(said: str, who: str) -> None:
    (finding,) = of("afwijking-awb-termijn", f"Artikel 3\n{said}\n\n" + VERORDENING.replace("verordening", "wet"))
    assert f"Wie {who} is, kan op deze waarborg" in finding.explanation


@pytest.mark.parametrize(
    ("both", "heard"),
    [("", "wordt gehoord"), ("in de brief niet op de gronden is gewezen, en ", "wordt alleen gehoord als ook het andere")],
)
def test_an_excuse_that_asks_for_something_else_as_well_is_told_so(both: str, heard: str) -> None:
    said = (
        "In afwijking van artikel 6:6 van de Algemene wet bestuursrecht wordt het bezwaar van de bewoner niet-ontvankelijk verklaard, "
        f"tenzij {both}redelijkerwijs niet kan worden geoordeeld dat hij in verzuim is geweest."
    )
    (finding,) = of("afwijking-awb-termijn", f"Artikel 3\n{said}\n\n" + VERORDENING.replace("verordening", "wet"))
    assert f"wie er niets aan kon doen, {heard}" in finding.explanation


@pytest.mark.parametrize("made", ["het instellen van bezwaar", "het maken van bezwaar"])
def test_the_time_to_object_is_read_in_the_words_of_tax_law(made: str) -> None:
    text = f"Artikel 3\nDe termijn voor {made} door de bewoner bedraagt drie weken.\n\n" + VERORDENING.replace("verordening", "wet")
    (finding,) = of("afwijking-awb-termijn", text)
    assert "6:7" in finding.message
