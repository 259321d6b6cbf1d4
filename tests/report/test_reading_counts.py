"""What the report counts: one act once, no «0 loketten», amendments that take something away, and one story about the toelichting."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from doenvermogentoets.report import Report, as_bytes

Draft = Callable[..., Report]
HEAD = "VOORSTEL VAN WET\n\nArtikel 1\nIn deze wet wordt verstaan onder:\nhuurder: natuurlijke persoon die een woning huurt.\n\n"


def figures(report: Report) -> dict[str, str]:
    return {f.name: f.value for f in report.summary.figures}


def test_the_neglect_of_a_duty_is_no_second_act(draft: Draft) -> None:
    text = "Artikel 2\n1. De huurder meldt een verhuizing aan het college.\n2. Indien hij de verhuizing niet meldt, vervalt het recht."
    report = draft(HEAD + text + "\n")
    (who,) = report.actors
    assert [bool(a.part_of) for a in who.actions] == [False, True]
    assert figures(report)["handeling die van mensen wordt gevraagd"] == "1"


def test_two_acts_of_an_artikel_stay_two(draft: Draft) -> None:
    text = "Artikel 2\n1. De huurder meldt een verhuizing aan het college.\n2. De huurder meldt een huwelijk binnen een week."
    assert figures(draft(HEAD + text + "\n"))["handelingen die van mensen worden gevraagd"] == "2"


def test_a_gemeente_to_which_it_goes_is_a_counter_and_one_where_somebody_lives_is_not(draft: Draft) -> None:
    both = draft(HEAD + "Artikel 2\nDe huurder meldt een verhuizing aan het college en aan de gemeente.\n")
    assert figures(both)["loketten"] == "2"
    one = draft(HEAD + "Artikel 2\nDe huurder die in de gemeente woont, meldt een verhuizing aan het college.\n")
    assert figures(one)["loket"] == "1"


def test_no_counter_named_is_said_in_words(draft: Draft) -> None:
    report = draft(HEAD + "Artikel 2\nDe huurder bewaart de bewijsstukken vijf jaar.\n")
    assert figures(report)["loket genoemd"] == "geen"
    assert "0 loketten" not in as_bytes(report, ".md").decode()


AMENDING = (
    "VOORSTEL VAN WET\n\nArtikel I\nDe Huurwet wordt als volgt gewijzigd:\n\nA\nIn artikel 5, tweede lid, vervalt «, tenzij dit voor de "
    "huurder onevenredig uitpakt».\n"
)


def test_an_amendment_that_takes_a_safeguard_away_is_in_the_figures(draft: Draft) -> None:
    report = draft(AMENDING)
    assert figures(report)["wijziging die een waarborg schrapt of vernauwt, of een gevolg zwaarder maakt"] == "1"
    assert any(f.name.startswith("wijziging die een waarborg") for f in report.room.figures)
    assert next(r.message for r in report.findings if r.check == "waarborg-verzwakt").startswith("Deze wijziging schrapt de evenredig")
    assert not any(name.startswith("wijziging") for name in figures(draft(HEAD + "Artikel 2\nDe huurder bewaart de stukken.\n")))


def test_of_a_paragraph_on_two_artikelen_only_the_sentence_on_the_amended_one_is_shown(draft: Draft) -> None:
    told = "Toelichting\n\n1. Algemeen\nDe termijn in artikel 3 gaat naar vier weken. In artikel 5 wordt de bepaling duidelijker.\n"
    (row,) = [r for r in draft(AMENDING, told).findings if r.check == "waarborg-verzwakt"]
    assert [r.quote.text for r in row.related] == ["In artikel 5 wordt de bepaling duidelijker."]


def test_a_finding_says_no_more_of_the_toelichting_than_the_table_beside_it(draft: Draft) -> None:
    text = (
        "Artikel 2\nDe aanvraag van de huurder wordt ingediend binnen zes weken na de verhuizing. Een aanvraag die na deze termijn wordt "
        "ontvangen, wordt afgewezen.\n"
    )
    told = "Toelichting\n\n1. Algemeen\nDe huurder doet drie dingen: een aanvraag indienen, gegevens doorgeven en de eindstand nalopen.\n"
    report = draft(HEAD + text, told)
    standings = {b.quote.place: b.standing for b in report.hardship.burdens}
    rows = [r for r in report.findings if r.quote.place == "artikel 2" and "toelichting" in r.explanation]
    assert standings["artikel 2"] == "niet gevonden"
    assert rows
    assert not any("De toelichting noemt het" in r.explanation for r in rows)


def test_a_fine_that_needs_blame_has_a_way_out_in_figures_as_in_the_table(draft: Draft) -> None:
    text = "Artikel 2\nHet college legt de huurder die een verhuizing niet meldt een bestuurlijke boete op van € 100.\n"
    report = draft(HEAD + text)
    assert figures(report)["nadelige gevolgen met een gevonden uitweg"] == "1 van 1"
    assert not any("zonder gevonden uitweg" in reason for first in report.summary.first for reason in first.reasons)


def test_a_question_about_which_nothing_was_found_is_short(draft: Draft) -> None:
    report = draft(HEAD + "Artikel 2\nDe huurder bewaart de stukken.\n", "Toelichting\n\n1. Algemeen\nHuurders bewaren hun stukken.\n")
    for form in (".md", ".html"):
        said = as_bytes(report, form).decode()
        assert "Niets gevonden, in ontwerp noch toelichting." in said


@pytest.mark.parametrize(
    ("way_out", "told"),
    [
        ("", "één keer; daarbij is geen uitweg gevonden"),
        (", tenzij redelijkerwijs niet kan worden geoordeeld dat hij in verzuim is geweest", "één keer; daarbij is een uitweg gevonden"),
    ],
)
def test_a_way_out_is_told_without_a_double_denial(draft: Draft, way_out: str, told: str) -> None:
    report = draft(
        "Artikel 1\n1. De huurder meldt een lekkage binnen twee weken aan het college.\n"
        f"2. Meldt de huurder een lekkage niet binnen die termijn, dan vervalt zijn recht op de toelage{way_out}.\n"
    )
    said = " ".join(e.statement for q in report.doenvermogen for e in q.bill)
    assert told in said
    assert "geen daarvan" not in said + " ".join(f.note for a in report.actors for f in a.figures)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("De huurder vraagt verlenging van de vergunning aan uiterlijk zes weken voor die dag.", "aanvragen"),
        ("De huurder vraagt toestemming aan het college.", "vragen"),
    ],
)
def test_to_apply_is_called_so(draft: Draft, text: str, act: str) -> None:
    report = draft(f"Artikel 1\n{text}\n")
    assert [x for a in report.actors for action in a.actions for x in action.acts] == [act]
