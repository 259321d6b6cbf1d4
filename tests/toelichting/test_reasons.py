"""Which provision a sentence is about by its words and its place, and how a reason is weighed."""

from __future__ import annotations

from pathlib import Path

import pytest

from doenvermogentoets.analysis import DossierAnalysis, analyse
from doenvermogentoets.readers import read as read_file
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier
from doenvermogentoets.toelichting.chain import Steps, chain
from doenvermogentoets.toelichting.evidence import Evidence, numerals, quantities
from doenvermogentoets.toelichting.passages import Passages
from doenvermogentoets.toelichting.reasons import SCHIJN, SOORTEN, TEKENS, Model, model
from doenvermogentoets.toelichting.sections import Section

BILL = """Artikel 1. Begripsbepalingen
In deze wet wordt verstaan onder zaal: een ruimte voor bijeenkomsten.

Artikel 2. Huur van een zaal
1. De vereniging huurt een zaal voor ten hoogste een half jaar.
2. Het bestuur weigert de huur aan een vereniging met een huurachterstand.

Artikel 3. Sleutels
De vereniging die een sleutel verliest, betaalt de vervanging van alle sloten.

Artikel 4. Bedrog
De vereniging die fraude pleegt met de ledenlijst, wordt voor vijf jaren uitgesloten.

Artikel 5. Schorsing
Het bestuur kan een vereniging schorsen die overlast geeft.
"""


def read(toelichting: str) -> DossierAnalysis:
    return analyse(dossier(read_text(BILL, "o.txt", "txt"), read_text(f"MEMORIE VAN TOELICHTING\n\n{toelichting}\n", "t.txt", "txt")))


def shares(toelichting: str) -> list[tuple[str, str]]:
    """Per sentence the artikel and the lid it is about most, empty when that is none."""
    explanation = read(toelichting).explanation
    assert explanation is not None
    out = []
    for passages in Passages(explanation).all.values():
        for passage in passages:
            best = max(passage.shares, key=lambda p: passage.shares[p], default=None)
            artikel = best.unit.artikel if best is not None and sum(passage.shares.values()) > 0.5 else None
            out.append((artikel.number, best.unit.number) if artikel is not None and best is not None else ("", ""))
    return out


def explained(toelichting: str, artikel: str, lid: str | None = None) -> bool:
    analysis = read(toelichting)
    provision = analysis.bill.find(artikel, lid)
    assert provision is not None
    assert analysis.explanation is not None
    return analysis.explanation.of(provision).sufficient


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gedurende zes maanden", "een half jaar"),
        ("vijf daaropvolgende jaren", "5 jaar"),
        ("vierentwintig maanden", "twee jaar"),
        ("binnen 14 werkdagen", "veertien dagen"),
        ("binnen twee weken", "veertien dagen"),
        ("een kwart van de huur", "25% van de huur"),
        ("een bedrag van € 15.000", "vijftienduizend euro"),
    ],
)
def test_a_quantity_is_the_same_in_other_words(one: str, other: str) -> None:
    assert any(name.startswith("<") for name in quantities(one) & quantities(other))


def test_another_quantity_is_only_of_the_same_kind() -> None:
    assert quantities("binnen zes weken") & quantities("binnen acht weken") == {"~duur"}
    assert not quantities("binnen zes weken") & quantities("een bedrag van € 6")


def test_a_year_is_no_number_and_a_few_are_too_common() -> None:
    assert numerals("In 2027 waren er twee of één.") == frozenset()


@pytest.mark.parametrize(
    ("sentence", "artikel"),
    [
        ("Wie een achterstand heeft, krijgt die niet.", "2"),  # a part of «huurachterstand»
        ("Een vereniging die fraudeert, hoort er niet bij.", "4"),  # begins as «fraude» does
        ("Na vijf jaar mag zij weer meedoen.", "4"),
    ],
)
def test_words_that_are_not_the_same_speak_for_a_provision(sentence: str, artikel: str) -> None:
    explanation = read(sentence).explanation
    assert explanation is not None
    evidence = Evidence(explanation)
    found, none = evidence.of(evidence.words(sentence))
    best = max(found, key=lambda p: found[p])
    assert best.unit.artikel is not None
    assert best.unit.artikel.number == artikel
    assert found[best] > none


def test_a_very_long_word_is_not_taken_apart() -> None:
    explanation = read("Een zaal.").explanation
    assert explanation is not None
    assert len(Evidence(explanation).words("huur" * 50_000)) == 1


def test_a_topic_goes_on_until_another_is_told() -> None:
    text = (
        "1. Algemeen\nWie een sleutel verliest, betaalt de vervanging van alle sloten. "
        "Een vereniging die fraude pleegt met haar ledenlijst, wordt vijf jaar uitgesloten. Dat is een kostbare zaak. Zo gaat het elders."
    )
    assert [artikel for artikel, _ in shares(text)] == ["3", "4", "4", "4"]


def test_another_lid_of_the_artikel_is_nearer_than_another_artikel() -> None:
    text = "1. Huur\nEen zaal huren kan voor hoogstens een half jaar. Bij een huurachterstand wordt de huur geweigerd. Dat is zo bedoeld."
    assert shares(text) == [("2", "1"), ("2", "2"), ("2", "2")]


def test_a_toelichting_goes_on_in_the_order_of_the_bill() -> None:
    section = Section("Hoofdlijnen", None, None)
    places = [(1, 10), (4, 40), (5, 50), None]
    unsure = Steps([[0.0, 0.0, 0.0, -3.0]], [0.0, 0.0, 0.0, 0.0], places, [False], section)
    told = Steps([[0.0, 6.0, 0.0, -3.0]], [0.0, 0.0, 0.0, 0.0], places, [False], section)
    _, after = chain([told, unsure])
    before, _ = chain([unsure, told])
    assert after[2] > 2 * after[0]
    assert before[0] > 2 * before[2]


def test_a_sentence_that_leans_on_the_one_before_stays_with_it() -> None:
    rule = "1. Algemeen\nEen vereniging die fraude pleegt met haar ledenlijst, wordt uitgesloten."
    leaning = shares(f"{rule} Zonder die regel zou een verlies geen gevolg hebben.")
    assert leaning[1] == leaning[0] == ("4", "4")


def test_words_of_every_sentence_do_not_take_it_elsewhere() -> None:
    explanation = read("Het bestuur heeft dat vijf keer gezien.").explanation
    assert explanation is not None
    evidence = Evidence(explanation)
    found, _ = evidence.of(evidence.words("Dat duurt dan vijf keer zo lang, zegt men."))
    assert all(value < evidence.unit for value in found.values())


def test_what_is_cited_as_a_reason_is_not_what_the_sentence_is_about() -> None:
    assert shares("1. Algemeen\nDat is nodig, omdat artikel 3 al geldt.")[0][0] != "3"
    assert shares("1. Algemeen\nDat staat in artikel 3.")[0][0] == "3"


def test_a_named_lid_under_the_heading_of_its_artikel() -> None:
    text = "ARTIKELSGEWIJS\n\nArtikel 2\nHet eerste lid spreekt voor zich. Het tweede lid vraagt meer aandacht."
    assert shares(text) == [("2", "1"), ("2", "2")]


@pytest.mark.parametrize(
    ("passage", "artikel", "lid"),
    [
        # a fact with no connective, after the rule
        ("1. Huur\nAan een vereniging met een huurachterstand wordt de huur geweigerd. Het bestuur heeft geen keus. "
         "Een nieuwe schuld zou de oude alleen vergroten.", "2", "2"),
        # an alternative that was looked at
        ("1. Sleutels\nWie een sleutel verliest, betaalt de vervanging van alle sloten. Alleen het eigen slot vervangen is bezien, maar "
         "bleek niet veilig: een loper past op alles.", "3", None),
        # before the rule
        ("1. Bedrog\nFraude ondermijnt het vertrouwen in de ledenlijst van anderen. Daarom wordt een vereniging die fraude pleegt, "
         "voor vijf jaar uitgesloten.", "4", None),
        # of a power that leaves room: how it is used
        ("ARTIKELSGEWIJS\n\nArtikel 5\nHet bestuur weegt de ernst van de overlast tegen het belang van de vereniging bij haar zaal.",
         "5", None),
    ],
)  # fmt: skip
def test_a_reason(passage: str, artikel: str, lid: str | None) -> None:
    assert explained(passage, artikel, lid)


@pytest.mark.parametrize(
    ("passage", "artikel", "lid"),
    [
        # the reason is that of another artikel in the same paragraph
        ("1. Algemeen\nWie een sleutel verliest, betaalt nieuwe sloten, omdat een loper op alles past. "
         "Een vereniging die fraude pleegt, wordt vijf jaar uitgesloten.", "4", None),
        # what it costs
        ("1. Sleutels\nWie een sleutel verliest, betaalt de sloten. Naar schatting gaat het om € 4.000 per jaar.", "3", None),
        # what happens next
        ("1. Sleutels\nWie een sleutel verliest, betaalt de sloten. De vereniging ontvangt daarover binnen twee weken een brief.",
         "3", None),
        # what the artikel does
        ("ARTIKELSGEWIJS\n\nArtikel 4\nDit artikel regelt de uitsluiting van een vereniging die fraude pleegt.", "4", None),
        # weighing is no reason where there is nothing to weigh
        ("ARTIKELSGEWIJS\n\nArtikel 3\nHet bestuur weegt de omstandigheden van de vereniging.", "3", None),
    ],
)  # fmt: skip
def test_no_reason(passage: str, artikel: str, lid: str | None) -> None:
    assert not explained(passage, artikel, lid)


def test_each_weight_has_a_feature_and_the_sign_it_should_have() -> None:
    fitted = model().wegingen
    assert set(fitted) == set(TEKENS)
    assert all(value * TEKENS[name] >= 0 for name, value in fitted.items())
    assert sum(fitted[s] for s in SOORTEN) > 0 > sum(fitted[s] for s in SCHIJN)


def test_a_sentence_gives_a_reason_as_far_as_it_is_about_the_provision() -> None:
    fitted = Model({"grens": 3.0}, macht=0.5)
    reason = fitted.reason({"grens": 1.0})
    assert reason == 3.0
    assert fitted.chance(0.9, reason) > 2 * fitted.chance(0.1, reason)


def test_the_quote_of_a_reason_stands_in_its_sentence() -> None:
    analysis = read("1. Sleutels\nWie een sleutel verliest, betaalt alle sloten, omdat een loper op alles past.")
    provision = analysis.bill.find("3")
    assert provision is not None
    assert analysis.explanation is not None
    found = analysis.explanation.of(provision)
    assert [analysis.explanation.document.text[s] for s in found.elements["waarom"]] == ["omdat"]
    assert any(r.telt and r.span.contains(found.elements["waarom"][0]) for r in found.relations)


def test_how_a_power_is_used_is_told_of_the_artikel_that_the_paragraph_is_about() -> None:
    """In the sample the weighing of artikel 13 says nothing of the power of artikel 18, which shares the organ with it."""
    folder = Path(__file__).parents[2] / "voorbeeld"
    analysis = analyse(dossier(read_file(folder / "wetsvoorstel.txt"), read_file(folder / "memorie-van-toelichting.txt")))
    assert analysis.explanation is not None
    sufficient = {
        artikel: analysis.explanation.of(provision).sufficient
        for artikel, lid in (("13", "1"), ("18", "2"))
        if (provision := analysis.bill.find(artikel, lid)) is not None
    }
    assert sufficient == {"13": True, "18": False}
