"""What is only heard: told beside the checks that know the words, and silent where these speak; information unless it is clear."""

import tomllib
from collections.abc import Sequence
from importlib.resources import files

import pytest

from doenvermogentoets import catalogue, engine, readers, structure
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets_checks.klanken import bepalingen

KINDS = tomllib.loads(files("doenvermogentoets_checks.klanken").joinpath("bepalingen.toml").read_text(encoding="utf-8"))
CHECKS = [check for check in catalogue.load() if check.theme in {kind["thema"] for kind in KINDS.values()}]


def heard(text: str, checks: Sequence[catalogue.Check] = CHECKS) -> list[Finding]:
    dossier = structure.dossier(readers.read_text(f"Artikel 1\n{text}\n", "o.txt", "txt"))
    return [f for f in engine.run(dossier, checks).findings if f.check.startswith("gehoorde-")]


def test_each_kind_belongs_to_checks_of_its_own_theme_or_another_that_exist() -> None:
    names = {check.name: check.theme for check in CHECKS}
    for kind in KINDS.values():
        assert set(kind["bij"]) <= names.keys()
        assert names[kind["bij"][0]] == kind["thema"]


def test_the_weights_are_of_the_kinds_that_are_told() -> None:
    assert bepalingen.weights().soorten == tuple(KINDS)
    assert bepalingen.weights().weights.shape == (len(bepalingen.weights().rows), len(KINDS))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bij zijn verhuizing verspeelt de huurder zijn plaats op de lijst.", "verspeelt de huurder zijn plaats"),
        ("De ouder vertelt de dienst alles wat voor zijn recht gewicht in de schaal kan leggen.", "alles wat voor zijn recht"),
        ("Een tweede gelegenheid om de stukken aan te vullen krijgt de huurder niet.", "Een tweede gelegenheid"),
        ("De leerling levert elke eerste maandag van de maand zijn urenlijst in.", "elke eerste maandag"),
    ],
)
def test_a_remark_in_words_that_no_list_has_is_heard_and_tells_how(text: str, words: str) -> None:
    (finding,) = heard(text)
    assert words in finding.quote
    assert "kan zich vergissen" in finding.explanation


@pytest.mark.parametrize(("clear", "severity"), [(0.0, Severity.SUGGESTION), (100.0, Severity.INFO)])
def test_what_is_heard_clearly_is_a_suggestion_and_else_information(
    monkeypatch: pytest.MonkeyPatch, clear: float, severity: Severity
) -> None:
    monkeypatch.setattr(bepalingen, "CLEAR", clear)
    (finding,) = heard("De leerling levert elke eerste maandag van de maand zijn urenlijst in.")
    assert finding.severity is severity


def test_an_effect_that_is_only_heard_is_information_however_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bepalingen, "CLEAR", 0.0)
    (finding,) = heard("Bij zijn verhuizing verspeelt de huurder zijn plaats op de lijst.")
    assert finding.severity is Severity.INFO


def test_question_ground_and_help_are_those_of_the_check_that_asks_the_same() -> None:
    (finding,) = heard("De ouder vertelt de dienst alles wat voor zijn recht gewicht in de schaal kan leggen.")
    ask = next(check for check in CHECKS if check.name == "open-inlichtingenplicht")
    assert (finding.question, finding.ground, finding.sources) == (ask.meta.question, ask.meta.ground, tuple(ask.meta.sources))
    assert len(finding.suggestions) == len(ask.meta.suggestions)
    assert not any("[orgaan]" in s.title for s in finding.suggestions)


@pytest.mark.parametrize(
    "text",
    [
        "1. Bij zijn verhuizing verspeelt de huurder zijn plaats op de lijst.\n"
        "2. Het college kan daarvan afwijken als dat voor de huurder onredelijk zou zijn.",
        "De raad van toezicht zendt de minister jaarlijks voor 1 juli de jaarrekening van de stichting.",
        "Het college kan artikel 4 buiten toepassing laten, voor zover toepassing daarvan voor de huurder leidt tot een onbillijkheid van "
        "overwegende aard.",
    ],
)
def test_a_way_out_a_body_or_the_model_clause_is_not(text: str) -> None:
    assert not heard(text)


def test_it_is_silent_where_a_check_that_knows_the_words_speaks() -> None:
    text = "De ouder doet het college onverwijld en uit eigen beweging mededeling van alles wat van belang kan zijn voor zijn recht."
    assert not [f for f in heard(text) if f.check == "gehoorde-doenlast"]
    alone = [check for check in CHECKS if check.name == "gehoorde-doenlast"]
    assert [f.message.startswith("Dit klinkt als een plicht om te melden") for f in heard(text, alone)] == [True]


def test_a_number_is_not_cut() -> None:
    (finding,) = heard("Een leerling die op minder dan 5,9 kilometer van de school woont, komt voor geen enkel vervoer in aanmerking.")
    parts = ("Een leerling die op minder dan 5,9 kilometer van de school woont", "komt voor geen enkel vervoer in aanmerking")
    assert finding.quote in parts


def test_each_onderdeel_of_a_list_is_heard_with_the_words_before_it() -> None:
    found = heard("De bewoner:\na. bewoont de woning;\nb. vertelt de dienst alles wat voor zijn recht gewicht in de schaal kan leggen.")
    assert [f.quote for f in found] == ["vertelt de dienst alles wat voor zijn recht gewicht in de schaal kan leggen"]


def test_what_stands_before_a_list_is_told_once_and_not_of_each_onderdeel() -> None:
    found = heard("De huurder verspeelt zijn plaats op de lijst als hij:\na. verhuist;\nb. een brief niet beantwoordt;\nc. trouwt.")
    assert [f.quote for f in found] == ["De huurder verspeelt zijn plaats op de lijst als hij"]
