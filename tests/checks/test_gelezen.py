"""What readers made of such findings decides once more at what level one is shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from doenvermogentoets import catalogue, engine, structure
from doenvermogentoets.analysis import DossierAnalysis, analyse
from doenvermogentoets.config import Settings, from_data
from doenvermogentoets.findings import Doubt, Finding, Severity
from doenvermogentoets.readers import read_text
from doenvermogentoets_checks import gelezen
from doenvermogentoets_checks.twijfel import Twijfel

CATALOGUE = catalogue.load()
INFO, SUGGESTION, WARNING = Severity.INFO, Severity.SUGGESTION, Severity.WARNING
BILL = "Wet tijdelijke huur\n\nArtikel 4\nDe huurder meldt een verhuizing binnen drie dagen aan het college.\n"
DOUBT = Doubt(Twijfel.NIEMAND.value)
TAKEN_BACK = Doubt(Twijfel.WIE.value, "de aanvrager", "Eerst de vraag: wie?")
OTHER_LAW = Doubt(Twijfel.ANDER_RECHT.value)
NOT_ASKED, NOT_ALWAYS = "meestal niet nodig.", "niet altijd nodig."


@pytest.fixture
def likely(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Sets the chance that readers call a finding right."""
    return lambda chance: monkeypatch.setattr(gelezen, "chance", lambda _: chance)


def dossier(bill: str = BILL, toelichting: str = "") -> DossierAnalysis:
    notes = read_text(toelichting, "toelichting.txt", "txt") if toelichting else None
    return analyse(structure.dossier(read_text(bill, "ontwerp.txt", "txt"), notes).alone())


def one(analysis: DossierAnalysis, check: str = "korte-termijn", **changed: object) -> Finding:
    found = next(f for f in engine.run_analysed(analysis, [c for c in CATALOGUE if c.name == check]).findings)
    return replace(found, **changed)  # type: ignore[arg-type]  # names of fields, as the tests below give them


@pytest.mark.parametrize(
    ("level", "doubt", "chance", "expected", "label", "readers"),
    [
        (WARNING, None, 0.9, WARNING, "", ""),
        (WARNING, None, 0.7, SUGGESTION, "Een suggestie en geen waarschuwing, want", NOT_ALWAYS),
        (WARNING, None, 0.1, INFO, "", NOT_ASKED),
        (SUGGESTION, None, 0.9, SUGGESTION, "", ""),
        (SUGGESTION, None, 0.1, INFO, "", NOT_ASKED),
        (SUGGESTION, DOUBT, 0.1, INFO, "Ter informatie, want de tekst", NOT_ASKED),
        (INFO, TAKEN_BACK, 0.9, SUGGESTION, "Een suggestie, want de tekst", ""),
        (INFO, TAKEN_BACK, 0.1, INFO, "Ter informatie, want de tekst", ""),
        (INFO, OTHER_LAW, 0.9, INFO, "Ter informatie, want de bepaling", ""),  # that must be settled before any advice
        (INFO, None, 0.9, INFO, "", ""),  # information by its page: no reader makes it more
        (Severity.ERROR, None, 0.1, Severity.ERROR, "", ""),
    ],
)
def test_the_level_follows_what_readers_said(
    likely: Callable[[float], None], level: Severity, doubt: Doubt | None, chance: float, expected: Severity, label: str, readers: str
) -> None:
    likely(chance)
    analysis = dossier()
    doubts = (doubt,) if doubt is not None else ()
    told = "De termijn is kort." + "".join(d.sentence(level) for d in doubts)
    weighed = gelezen.weigh(analysis, one(analysis, severity=level, explanation=told, doubts=doubts))
    assert weighed.severity is expected
    labels = re.findall(r"(?:Een suggestie|Ter informatie)[\w ]*, want(?: (?:de tekst|de bepaling))?", weighed.explanation)
    assert labels == [label] * bool(label)
    assert [told for told in (NOT_ASKED, NOT_ALWAYS) if told in weighed.explanation] == [readers] * bool(readers)


def test_what_hangs_on_the_toelichting_is_not_weighed(likely: Callable[[float], None]) -> None:
    likely(0.0)
    analysis = dossier(toelichting="Toelichting\n\nArtikel 4\nDe huurder meldt een verhuizing.\n")
    finding = one(analysis, severity=WARNING, explanation="De toelichting gaat er niet op in.")
    assert gelezen.weigh(analysis, finding) is finding


def test_what_the_user_chose_stands(likely: Callable[[float], None]) -> None:
    likely(0.0)
    analysis = dossier()
    (own,) = (
        f
        for f in engine.check_analysed(analysis, CATALOGUE, from_data({"severity": {"korte-termijn": "error"}}, "toets")).findings
        if f.check == "korte-termijn"
    )
    assert own.severity is Severity.ERROR
    (weighed,) = (f for f in engine.check_analysed(analysis, CATALOGUE, Settings()).findings if f.check == "korte-termijn")
    assert weighed.severity is INFO


def test_a_level_for_a_theme_stands_too(likely: Callable[[float], None]) -> None:
    likely(0.0)
    found = engine.check_analysed(dossier(), CATALOGUE, from_data({"severity": {"termijnen": "warning"}}, "toets")).findings
    assert {f.severity for f in found if f.theme == "termijnen"} == {WARNING}


def test_the_same_words_without_a_toelichting_are_weighed(likely: Callable[[float], None]) -> None:
    likely(0.0)
    analysis = dossier()
    finding = one(analysis, severity=WARNING, explanation="De toelichting gaat er niet op in.")
    assert gelezen.weigh(analysis, finding).severity is INFO


def test_the_weights_are_whole_numbers_with_a_ground_level() -> None:
    weights = gelezen._weights()
    assert gelezen.GROUND in weights
    assert len(weights) > 1_000
    assert 0.0 < gelezen.chance(set()) < 1.0
    heavy = {max(weights, key=lambda sign: weights[sign])}
    assert gelezen.chance(heavy) > gelezen.chance(set())


def test_a_person_counts_for_more_than_a_body() -> None:
    def share(who: str, title: str) -> float:
        analysis = dossier(f"{title}\n\nArtikel 4\n{who} meldt een verhuizing binnen drie dagen aan het college.\n")
        return gelezen.chance(gelezen.signs(analysis, one(analysis)))

    assert share("De huurder", "Wet tijdelijke huur") > share("De vergunninghouder", "Besluit mijnbouw")


def test_the_signs_of_a_finding_that_stands_in_no_lid() -> None:
    analysis = dossier()
    finding = one(analysis)
    at = finding.document.text.content.index("Wet")
    assert "geen bepaling" in gelezen.signs(analysis, one(analysis, span=type(finding.span)(at, at + 3)))
    assert "geen bepaling" not in gelezen.signs(analysis, finding)


def test_the_reason_is_a_sign_of_its_own_and_what_it_quotes_and_asks_are_words_of_the_explanation() -> None:
    analysis = dossier()
    told = "De termijn is kort." + TAKEN_BACK.sentence(INFO)
    signs = gelezen.signs(analysis, one(analysis, severity=INFO, explanation=told, doubts=(TAKEN_BACK,)))
    assert f"r={Twijfel.WIE.value}" in signs
    assert {"e=termijn", "e=aanvrager", "e=eerst"} <= signs
    assert not {"e=informatie", "e=bedrijven"} & signs
