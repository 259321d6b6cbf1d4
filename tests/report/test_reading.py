"""How the report names what the text asks and tells: classes that a reviewer would stumble over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from doenvermogentoets import catalogue
from doenvermogentoets.report import Report, as_bytes
from doenvermogentoets.report.acts import called
from doenvermogentoets.report.dutch import days
from doenvermogentoets.report.model import Action, Power
from doenvermogentoets.report.view import View
from doenvermogentoets.report.wording import acts, kind, number, score, timing, way_out

SAMPLE = Path(__file__).parents[2] / "voorbeeld"
Draft = Callable[..., Report]
HEAD = "VOORSTEL VAN WET\n\nArtikel 1\nIn deze wet wordt verstaan onder:\nhuurder: natuurlijke persoon die een woning huurt.\n\n"


def actions(report: Report) -> dict[str, Action]:
    return {a.quote.place: a for who in report.actors for a in who.actions}


def powers(report: Report) -> dict[str, Power]:
    return {p.quote.place: p for p in report.room.powers}


@pytest.mark.parametrize(
    ("verb", "words", "name"),
    [
        ("komen", "de kosten komen ten laste van de huurder", "de kosten dragen"),
        ("komen", "tegen het bevel kan de huurder in verzet komen", "in verzet komen"),
        ("geven", "de werkgever geeft gevolg aan de vordering", "gevolg geven"),
        ("nemen", "de eigenaar neemt maatregelen tegen lekkage", "maatregelen nemen"),
        ("doen", "de verhuurder doet een aanbod", "een aanbod doen"),
        ("doen", "de erfgenaam doet mededeling van het overlijden", "melden"),
        ("maken", "de huurder kan bezwaar maken", "bezwaar maken"),
        ("laten", "laat het verzoek buiten behandeling", "buiten behandeling laten"),
        ("verschuldigen", "een toeslag is verschuldigd", "betalen"),
        ("treffen", "de dienst treft een betalingsregeling", "een betalingsregeling treffen"),
        ("bewaren", "de huurder bewaart de stukken", "bewaren"),
        ("houden", "de mantelzorger houdt per dag bij hoeveel uren hij werkt", "bijhouden"),
        ("dienen", "de ondernemer dient de aanvraag in via het portaal", "indienen"),
        ("nemen", "een aanvraag die te laat is, neemt de minister niet in behandeling", "in behandeling nemen"),
    ],
)
def test_a_verb_that_says_nothing_alone_is_told_with_its_words(verb: str, words: str, name: str) -> None:
    assert called(verb, words) == name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("De huurder is gehouden wijzigingen in zijn inkomen binnen twee weken aan het college te melden.", "melden"),
        ("Tegen de inhouding kan de huurder bezwaar maken binnen drie weken nadat hij daarvan kennis heeft genomen.", "bezwaar maken"),
        ("De huurder die een beroep doet op het tweede lid, toont aan dat hij ziek was.", "aantonen"),
        ("De huurder legt bij de aanvraag over: een verklaring van zijn arts.", "overleggen"),
        ("Stukken die aan het college worden gezonden, dienen door de huurder te zijn ondertekend.", "ondertekenen"),
    ],
)
def test_only_what_is_asked_is_told(draft: Draft, text: str, said: str) -> None:
    found = actions(draft(f"{HEAD}Artikel 2\n1. {text}\n2. Het college beslist.\n"))
    assert acts(found["artikel 2, eerste lid"]) == said


def test_a_request_of_another_is_no_duty_of_whoever_grants_it(draft: Draft) -> None:
    found = actions(
        draft(
            f"{HEAD}Artikel 2\n1. Op verzoek van de huurder meldt de verhuurder hem binnen twee weken af bij het college.\n"
            "2. Dit geldt altijd.\n"
        )
    )
    assert "verzoeken" not in acts(found["artikel 2, eerste lid"])


def test_how_a_request_is_decided_asks_nobody_anything(draft: Draft) -> None:
    report = draft(
        f"{HEAD}Artikel 2\n1. De huurder kan een vergoeding aanvragen.\n2. Het college beslist binnen acht weken op een aanvraag.\n"
    )
    assert "artikel 2, tweede lid" not in actions(report)


def test_what_an_authority_may_impose_is_told_as_such(draft: Draft) -> None:
    report = draft(f"{HEAD}Artikel 2\nHet college kan de huurder verplichten maatregelen te treffen tegen geluidsoverlast.\n")
    action = actions(report)["artikel 2"]
    assert acts(action) == "maatregelen treffen"
    assert kind(action) == "als de overheid het oplegt"


def test_a_pronoun_is_somebody_who_was_named_before(draft: Draft) -> None:
    text = "1. Verhuist de huurder, dan past het college het adres aan.\n"
    text += "2. Wisselt hij van rekening, dan geeft hij het nummer door aan de leverancier."
    report = draft(f"{HEAD}leverancier: onderneming die stroom levert.\n\nArtikel 2\n{text}\n")
    who = next(a for a in report.actors if any(x.quote.place == "artikel 2, tweede lid" for x in a.actions))
    assert who.name == "de huurder"


def test_when_and_how_long() -> None:
    assert days(1.0008) == "24 uur"
    assert days(1) == "1 dag"
    assert days(14) == "2 weken"


def test_a_duration_needs_no_remark_that_there_is_no_limit(draft: Draft) -> None:
    text = "1. De huurder bewaart de stukken gedurende zeven jaren.\n"
    text += "2. De huurder dient een aanvraag in niet later dan acht weken vóór de verhuizing."
    found = actions(draft(f"{HEAD}Artikel 2\n{text}\n"))
    assert timing(found["artikel 2, eerste lid"]) == ["gedurende zeven jaren"]
    assert timing(found["artikel 2, tweede lid"])[0].startswith("niet later dan acht weken")


def test_a_proof_that_is_not_there_yet_is_not_asked(draft: Draft) -> None:
    text = "Het college verlengt de termijn op verzoek van de huurder, indien de verklaring van de arts nog niet beschikbaar is."
    assert actions(draft(f"{HEAD}Artikel 2\n{text}\n"))["artikel 2"].proof == ()


def test_a_last_chance_says_what_follows_and_is_no_way_out_of_itself(draft: Draft) -> None:
    report = draft(
        f"{HEAD}Artikel 2\nDe huurder legt bij de aanvraag een verklaring van zijn arts over.\n\nArtikel 3\n"
        "1. Het college stelt een onvolledige aanvraag niet buiten behandeling dan nadat de huurder in de gelegenheid is gesteld "
        "de aanvraag binnen zes weken aan te vullen.\n2. Het college verlengt deze termijn op verzoek van de huurder.\n"
    )
    found = actions(report)
    chance = found["artikel 3, eerste lid"]
    assert [e.kind for e in chance.effects] == ["niet in behandeling"]
    assert [way_out(w) for w in chance.ways_out] == ["verlenging of uitstel (artikel 3, tweede lid)"]
    piece = found["artikel 2"]
    assert [e.kind for e in piece.effects] == ["niet in behandeling"]
    assert [way_out(w) for w in piece.ways_out] == ["herstel van verzuim (artikel 3, eerste lid)"]


TOLD = (
    "MEMORIE VAN TOELICHTING\n\n1. Inleiding\nDeze wet regelt een vergoeding voor huurders.\n\n4. Uitvoering en handhaving\n"
    "De gemeenten hebben het voorstel getoetst en achten het uitvoerbaar. {more}\n"
)


@pytest.mark.parametrize(
    ("more", "standing"),
    [("", "afwezig"), ("Op de naleving wordt toegezien door ambtenaren; wie de regels overtreedt, krijgt een boete.", "mager")],
)
def test_a_heading_of_two_topics_is_no_word_about_the_second(draft: Draft, more: str, standing: str) -> None:
    report = draft(f"{HEAD}Artikel 2\nHet college verleent een vergoeding.\n", TOLD.format(more=more))
    blocks = {b.key: b for b in report.explanation.blocks}
    assert blocks["bouwsteen-handhaving"].standing == standing
    assert blocks["bouwsteen-uitvoering"].standing != "afwezig"


def test_an_aside_without_a_verb_hides_no_act(draft: Draft) -> None:
    text = "De huurder kan, mits binnen zeven dagen na de aanmaning, door invulling van het formulier een betalingsregeling aanvragen."
    action = actions(draft(f"{HEAD}Artikel 2\n{text}\n"))["artikel 2"]
    assert acts(action) == "aanvragen"
    assert action.limit is not None
    assert action.limit.days == 7


def test_an_organisation_does_not_lose_what_it_takes_from_a_person(draft: Draft) -> None:
    report = draft(
        f"{HEAD}verzekeraar: onderneming die verzekert.\n\nArtikel 2\nIs het overzicht niet volledig, dan laat de verzekeraar het verzoek "
        "van de huurder buiten behandeling zonder dat gelegenheid tot aanvulling wordt geboden.\n"
    )
    assert all(not a.effects for a in actions(report).values())


def test_whoever_need_do_nothing_is_asked_nothing(draft: Draft) -> None:
    assert "artikel 2" not in actions(draft(f"{HEAD}Artikel 2\nDe huurder hoeft daarvoor niets te doen.\n"))


def test_what_an_authority_does_when_a_chance_is_missed_befalls_whoever_has_to_act(draft: Draft) -> None:
    """The sentence speaks of a duty of the authority; the loss is that of the applicant."""
    report = draft(
        f"{HEAD}CAK: CAK, genoemd in artikel 6.1.1 van de Wet langdurige zorg.\n\nArtikel 2\nHet CAK stelt een onvolledige aanvraag niet "
        "buiten behandeling dan nadat de huurder in de gelegenheid is gesteld de aanvraag binnen zes weken aan te vullen.\n"
    )
    assert [e.kind for e in actions(report)["artikel 2"].effects] == ["niet in behandeling"]


ONE = (
    "Artikel 2\n1. De toeslag wordt op aanvraag van de huurder toegekend.\n2. De aanvraag wordt elektronisch ingediend.\n"
    "3. {third}\n4. De aanspraak vervalt, indien de aanvraag niet binnen vier weken door het college is ontvangen.\n"
)


@pytest.mark.parametrize(
    ("third", "number"),
    [
        ("De huurder legt bij de aanvraag een huurcontract over.", 2),
        ("De huurder kan een aanvraag om ontheffing indienen.", 3),
    ],
)
def test_leden_about_one_application_are_one_act(draft: Draft, third: str, number: int) -> None:
    report = draft(HEAD + ONE.format(third=third))
    (who,) = [a for a in report.actors if a.name == "de huurder"]
    assert len(who.actions) == 4, "each sentence keeps its row"
    assert who.figures[0].value == str(number)
    assert kind(actions(report)["artikel 2, tweede lid"]).endswith("hoort bij de handeling in artikel 2, eerste lid")
    losing = next(f for f in who.figures if f.name.startswith("met een nadelig gevolg"))
    assert int(losing.value) <= number


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("De toeslag wordt betaald op de rekening die de huurder opgeeft.", "opgeven"),
        ("Huurders die zich niet uiterlijk op 15 februari hebben aangemeld, kunnen aan artikel 1 geen aanspraak ontlenen.", "aanmelden"),
        ("De huurder kan binnen twee weken op het overzicht reageren.", "reageren"),
        ("De huurder toont binnen twee weken aan dat hij de woning gebruikt.", "aantonen"),
        ("De huurder meldt een wijziging.", "melden"),
    ],
)
def test_an_act_is_called_by_the_verb_of_the_text(draft: Draft, text: str, said: str) -> None:
    assert said in acts(actions(draft(f"{HEAD}Artikel 2\n{text}\n"))["artikel 2"]).split(" en ")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Indien niet is voldaan aan het eerste lid, wordt de toeslag op nihil vastgesteld.",
            "Indien niet is voldaan aan het eerste lid",
        ),
        (
            "Indien niet is voldaan aan artikel 2, eerste lid, wordt de toeslag op nihil vastgesteld.",
            "Indien niet is voldaan aan artikel 2, eerste lid",
        ),
        ("Het college weigert de toeslag, indien niet is voldaan aan het eerste lid.", "indien niet is voldaan aan het eerste lid"),
    ],
)
def test_a_condition_is_shown_with_what_comes_after_its_verb(draft: Draft, text: str, condition: str) -> None:
    report = draft(f"{HEAD}Artikel 2\n1. De huurder geeft de meterstand door aan het college.\n2. {text}\n")
    assert powers(report)["artikel 2, tweede lid"].conditions == (condition,)


def test_figures_have_one_decimal_and_a_list_of_terms_has_no_score(sample: Report) -> None:
    assert [number(v) for v in (82.9, 77.0, 1114.0, None)] == ["82,9", "77,0", "1 114,0", ""]
    parts = {p.place: p for p in sample.language.parts}
    terms = parts["artikel 1"]
    assert (terms.listing, terms.percentile) == (True, None)
    assert [score(terms, v) for v in (terms.flesch_douma, terms.brouwer, terms.lint)] == ["–", "–", "–"]
    assert not parts["artikel 3"].listing
    shown = as_bytes(sample, ".md").decode("utf-8")
    assert "| -" not in "".join(line for line in shown.splitlines() if line.startswith("| artikel "))
    assert "lijst met begrippen" in sample.language.note


def test_sentences_of_the_toelichting_keep_their_order(sample: Report) -> None:
    text = (SAMPLE / "memorie-van-toelichting.txt").read_text(encoding="utf-8")
    several = 0
    for power in sample.room.powers:
        for _, found in View(sample).passages(power):
            at = [text.index(q.text.split(" … ")[0]) for q, _ in found]
            assert at == sorted(at), [q.text for q, _ in found]
            several += len(at) > 2
    assert several


TABLE = (
    "MEMORIE VAN TOELICHTING\n\n1. Inleiding\nDeze wet regelt een toeslag.\n\n2. Gevolgen voor burgers\n\n2.1 Doenvermogen\n"
    "{before}Handeling\tWie\tHoe vaak\nAanvragen met een verklaring\thuurder\tieder jaar\nMelden\talle huurders\tbij een wijziging\n"
)


def test_a_row_of_a_table_is_no_sentence_and_its_head_no_evidence(draft: Draft) -> None:
    bill = f"{HEAD}Artikel 2\nDe huurder meldt een wijziging aan het college.\n"
    both = draft(bill, TABLE.format(before="De huurder moet elk jaar een aanvraag doen en wijzigingen melden.\n"))
    alone = draft(bill, TABLE.format(before=""))
    for report in (both, alone):
        told = [q.text for question in report.doenvermogen for e in question.explanation for q in e.quotes]
        told += [q.text for b in (*report.explanation.account, *report.explanation.blocks) for q in b.quotes]
        assert not [t for t in told if "Handeling" in t and "Hoe vaak" in t], told
        assert ("Aanvragen met een verklaring | huurder | ieder jaar" in told) == (report is alone)


def test_only_what_piles_up_stands_under_stapeling() -> None:
    """D3 is about burdens of more rules or counters; that bill and toelichting differ about a date is something else."""
    under = {check.name: check.theme for check in catalogue.load() if "D3" in check.meta.doenvermogen}
    assert under
    assert set(under.values()) == {"doenvermogen"}, under


@pytest.mark.parametrize(("articles", "whole"), [(20, True), (80, False)])
def test_a_long_text_lists_the_artikelen_that_read_harder_than_most(draft: Draft, articles: int, *, whole: bool) -> None:
    short = "De huurder meldt een verhuizing aan het college."
    long = "De huurder die " + "in een andere gemeente of een ander land gaat wonen dan waar hij woonde en " * 4 + "dat weet, meldt dat."
    bill = "\n\n".join(f"Artikel {i}\n{long if i % 10 == 0 else short}" for i in range(1, articles + 1))
    report = draft(f"VOORSTEL VAN WET\n\n{bill}\n")
    view = View(report)
    places = {r.place for r in view.readings}
    text = as_bytes(report, ".md").decode()
    assert "artikel 10" in places
    assert ("artikel 11" in places) == whole
    assert ("| artikel 11 |" in text) == whole
    assert (not view.readings_left) == whole
    assert view.readings_left in text
    assert len(report.language.parts) == articles
