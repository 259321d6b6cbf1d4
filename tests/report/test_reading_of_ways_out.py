"""A way out in the report belongs to its own effect, and the figures beside it agree with the tables."""

from __future__ import annotations

from collections.abc import Callable

from doenvermogentoets.report import Report
from doenvermogentoets.report.pictures import timeline

Draft = Callable[..., Report]
HEAD = "VOORSTEL VAN WET\n\nArtikel 1\nIn deze wet wordt verstaan onder:\nhuurder: natuurlijke persoon die een woning huurt.\n\n"
FINES = (
    "Artikel 5\nHet college legt de huurder een bestuurlijke boete van € 300 op bij overtreding van artikel 3.\n\n"
    "Artikel 6\n1. In afwijking van artikel 5 geeft het college bij een eerste overtreding van artikel 3, eerste lid, een waarschuwing.\n"
    "2. Het college matigt de boete naar draagkracht.\n"
)
DUTIES = "Artikel 3\n1. De huurder meldt een verhuizing aan het college.\n2. De huurder meldt een onderhuurder aan het college.\n\n"


def notes(report: Report) -> dict[str, str]:
    return {f.name: f.note for f in report.summary.figures}


def test_a_fine_that_is_only_the_ground_of_a_withdrawal_is_not_its_effect(draft: Draft) -> None:
    def kinds(ground: str) -> set[str]:
        text = f"Artikel 4\nHet college trekt de vergunning van de huurder in indien {ground}.\n\n"
        report = draft(HEAD + DUTIES + text + FINES)
        (power,) = [p for p in report.room.powers if p.quote.place == "artikel 4"]
        return {w.kind for w in power.ways_out}

    assert "matiging" not in kinds("aan hem eerder een bestuurlijke boete is opgelegd")
    assert kinds("hij onjuiste gegevens heeft verstrekt") == kinds("aan hem eerder een bestuurlijke boete is opgelegd")


def test_a_fine_that_is_imposed_keeps_its_moderation(draft: Draft) -> None:
    report = draft(HEAD + DUTIES + FINES)
    (fine,) = [b for b in report.hardship.burdens if b.quote.place == "artikel 5"]
    assert {"matiging", "waarschuwing"} <= {w.kind for w in fine.ways_out}


def test_a_fine_as_high_as_what_was_paid_wrongly_is_imposed_now(draft: Draft) -> None:
    fine = "een bestuurlijke boete op ter hoogte van het bedrag dat als gevolg daarvan te veel aan toeslag is verleend"
    report = draft(f"{HEAD}Artikel 2\nHet college legt de huurder die een verhuizing niet heeft gemeld, {fine}.\n")
    (burden,) = report.hardship.burdens
    assert "Awb 5:46" in {w.ground for w in burden.ways_out}


def test_a_warning_for_one_breach_helps_whoever_commits_that_one(draft: Draft) -> None:
    report = draft(HEAD + DUTIES + FINES)
    warned = {a.quote.place: any(w.kind == "waarschuwing" for w in a.ways_out) for who in report.actors for a in who.actions if a.effects}
    assert warned == {"artikel 3, eerste lid": True, "artikel 3, tweede lid": False}


def test_a_remission_that_is_taken_back_is_no_way_out_of_that(draft: Draft) -> None:
    def ways(text: str) -> set[str]:
        report = draft(f"{HEAD}Artikel 2\n{text}\n")
        return {w.kind for b in report.hardship.burdens for w in b.ways_out}

    assert "kwijtschelding" not in ways("Het college vordert van de huurder een ten onrechte verleende kwijtschelding terug.")
    assert "kwijtschelding" in ways(
        "Het college vordert van de huurder te veel betaalde toeslag terug. Het college kan kwijtschelding verlenen."
    )


def test_the_figure_tells_how_many_lean_on_a_clause_alone(draft: Draft) -> None:
    clause = (
        "\nArtikel 8\nHet college kan artikel 2 buiten toepassing laten voor zover dat leidt tot een onbillijkheid van overwegende aard.\n"
    )
    text = "Artikel 2\nDe aanvraag van de huurder wordt afgewezen als zij te laat is.\n"
    name = "nadelige gevolgen met een gevonden uitweg"
    assert "alleen een hardheidsclausule" in notes(draft(HEAD + text + clause))[name]
    assert "hardheidsclausule" not in notes(draft(HEAD + DUTIES + FINES))[name]


def test_a_loss_without_a_limit_in_days_is_told_beside_the_figure(draft: Draft) -> None:
    name = "termijn in dagen waarbij te laat iets kost, zonder gevonden uitweg"
    lost = "Meldt de huurder de verhuizing niet onmiddellijk, dan vervalt zijn recht op toeslag."
    text = f"Artikel 2\n1. De huurder meldt een verhuizing.\n2. {lost}\n"
    assert "artikel 2" in notes(draft(HEAD + text))[name]
    assert name not in notes(draft(HEAD + "Artikel 2\nDe huurder meldt een verhuizing.\n"))


def test_when_a_debt_is_paid_is_no_second_effect(draft: Draft) -> None:
    text = "Artikel 2\nHet college vordert van de huurder te veel betaalde toeslag terug. {}\n"
    paid = draft(HEAD + text.format("De terugbetaling vindt plaats binnen vier weken na het besluit."))
    other = draft(HEAD + text.format("Het college vordert ook de rente terug."))
    assert len(paid.hardship.burdens) == 1
    assert len(other.hardship.burdens) == 2


def test_a_register_where_a_firm_is_listed_is_no_counter(draft: Draft) -> None:
    text = "Artikel 2\nDe huurder overlegt een offerte van {}.\n"
    listed = draft(HEAD + text.format("een bij de Kamer van Koophandel ingeschreven bedrijf"))
    asked = draft(HEAD + "Artikel 2\nDe huurder meldt een verhuizing bij de Kamer van Koophandel.\n")
    assert not any(a.counter for who in listed.actors for a in who.actions)
    assert any("de Kamer van Koophandel" in a.counter for who in asked.actors for a in who.actions)


def test_the_authority_of_the_artikel_decides_where_the_sentence_names_none(draft: Draft) -> None:
    text = (
        "Artikel 2\n1. De inschrijving van de huurder wordt doorgehaald indien hij onjuiste gegevens heeft verstrekt.\n2. Voordat Onze "
        "Minister op grond van het eerste lid doorhaalt, hoort hij de huurder.\n\nArtikel 3\n1. Het college kan de huurder een toeslag "
        "verlenen.\n2. Het college kan een toeslag weigeren.\n3. Onze Minister kan de inschrijving van de huurder weigeren.\n"
    )
    (power,) = [p for p in draft(HEAD + text).room.powers if p.quote.place == "artikel 2, eerste lid"]
    assert (power.authority, power.derived) == ("Onze Minister", True)


def test_what_a_party_to_a_contract_does_is_no_decision(draft: Draft) -> None:
    def places(text: str) -> list[str]:
        return [p.quote.place for p in draft(f"{HEAD}Artikel 2\n{text}\n").room.powers]

    assert places("De huur van een woning wordt niet binnen een jaar opgezegd.") == []
    assert places("Het college zegt de huurovereenkomst met de huurder op indien hij onjuiste gegevens heeft verstrekt.") == ["artikel 2"]


def test_a_warning_instead_of_a_fine_is_in_favour(draft: Draft) -> None:
    text = (
        "Artikel 2\n1. Het college legt de huurder die een verhuizing niet meldt, een bestuurlijke boete van € 200 op.\n"
        "2. Bij een eerste overtreding geeft het college een schriftelijke waarschuwing.\n"
    )
    ways = {p.quote.place: p.direction for p in draft(HEAD + text).room.powers}
    assert ways == {"artikel 2, eerste lid": "nadelig", "artikel 2, tweede lid": "gunstig"}


LAPSES = "Artikel 4\nDe huurder vraagt de toeslag aan binnen drie weken na de verhuizing. {}\n"


def test_a_right_that_lapses_after_the_limit_is_told_in_every_part(draft: Draft) -> None:
    report = draft(HEAD + LAPSES.format("Na afloop van deze termijn vervalt het recht op de toeslag."))
    (action,) = [a for who in report.actors for a in who.actions]
    assert [e.kind for e in action.effects] == ["verval"]
    (deadline,) = report.deadlines
    assert deadline.risks[0].startswith("te laat kost iets (verval)")
    assert [p.direction for p in report.room.powers] == ["nadelig"]
    assert [b.kind for b in report.hardship.burdens] == ["verval"]
    shortest = next(f for f in report.summary.figures if "te laat iets kost" in f.name)
    assert shortest.value == "3 weken"
    picture = timeline(report)
    assert picture is not None
    assert "bij 1 daarvan" in picture.alt


def test_what_an_official_may_do_is_no_right_that_lapses(draft: Draft) -> None:
    report = draft(HEAD + LAPSES.format("Na afloop van deze termijn vervalt de machtiging van de ambtenaar."))
    (action,) = [a for who in report.actors for a in who.actions]
    assert action.effects == ()
    assert report.hardship.burdens == ()


def test_every_figure_counts_a_fine_with_the_same_way_out(draft: Draft) -> None:
    fine = "Artikel 5\nHet college legt de huurder die artikel 3 niet nakomt, een bestuurlijke boete op van € 300.\n"
    report = draft(HEAD + "Artikel 3\nDe huurder meldt een verhuizing binnen vier weken aan het college.\n\n" + fine)
    # Awb 5:41: no fine where nobody is to blame; it can take the effect away
    figure = next(f for f in report.summary.figures if f.name == "nadelige gevolgen met een gevonden uitweg")
    assert figure.value == "1 van 1"
    (actor,) = report.actors
    assert "daarbij is een uitweg gevonden" in next(f.note for f in actor.figures if f.name == "met een nadelig gevolg bij verzuim")
    (deadline,) = report.deadlines
    assert not any("te laat kost iets" in r for r in deadline.risks)
    picture = timeline(report)
    assert picture is not None
    assert "bij 0 daarvan" in picture.alt
    questions = {q.key: " ".join(e.statement for e in q.bill) for q in (*report.doenvermogen, *report.hardship.steps)}
    assert "zonder gevonden uitweg" not in questions["D5"] + questions["hardheid-1"]


def test_a_measure_without_a_way_out_counts_as_one_everywhere(draft: Draft) -> None:
    taken = "Artikel 5\nHet college trekt de toeslag in van de huurder die artikel 3 niet nakomt.\n"
    report = draft(HEAD + "Artikel 3\nDe huurder meldt een verhuizing binnen vier weken aan het college.\n\n" + taken)
    figure = next(f for f in report.summary.figures if f.name == "nadelige gevolgen met een gevonden uitweg")
    assert figure.value == "0 van 1"
    (deadline,) = report.deadlines
    assert any("te laat kost iets" in r for r in deadline.risks)


def test_the_chance_to_complete_an_application_helps_nobody_who_is_late(draft: Draft) -> None:
    def ground(duty: str, lost: str) -> set[str]:
        report = draft(f"{HEAD}Artikel 2\n1. {duty}\n2. {lost}\n")
        return {w.ground for who in report.actors for a in who.actions for w in a.ways_out}

    duty = "De huurder dient de aanvraag in voor 1 april van het jaar."
    assert "Awb 4:5" not in ground(duty, "Een aanvraag die later is ingediend, wordt niet in behandeling genomen.")
    assert "Awb 4:5" not in ground(duty, "Een aanvraag die niet voldoet aan het eerste lid, wordt niet in behandeling genomen.")
    pieces = "De huurder legt bij de aanvraag een loonstrook over."
    assert "Awb 4:5" in ground(pieces, "Een aanvraag die niet voldoet aan het eerste lid, wordt niet in behandeling genomen.")
