"""What a reading of law that no rule was made on found missing, each beside what looks like it and must stay as it was."""

from __future__ import annotations

import pytest
from artikel_vijf import findings

from doenvermogentoets.findings import Severity
from doenvermogentoets.norms import deadlines

_FATAL = "1. De bewoner meldt de aanbouw binnen drie weken bij het college. Wie niet meldt, verliest het recht op de tegemoetkoming.\n"


@pytest.mark.parametrize(
    "second",
    [
        "2. Het eerste lid is van overeenkomstige toepassing op degene die de woning heeft overgenomen in verband met een bijzondere "
        "omstandigheid van de verkoper.",
        "2. Onder een bijzondere omstandigheid als bedoeld in het eerste lid wordt verstaan ziekte van de verkoper.",
        "2. Als bijzondere omstandigheden, bedoeld in het eerste lid, worden aangemerkt ziekte en scheiding.",
    ],
)
def test_circumstances_that_are_only_described_are_no_way_out(second: str) -> None:
    assert findings(_FATAL + second, "fatale-termijn-zonder-uitweg")


@pytest.mark.parametrize(
    "second",
    [
        "2. Het college kan de termijn, bedoeld in het eerste lid, in bijzondere omstandigheden verlengen.",
        "2. Onder bijzondere omstandigheden wordt een melding na de termijn, bedoeld in het eerste lid, als tijdig beschouwd.",
    ],
)
def test_circumstances_that_let_off_still_are(second: str) -> None:
    assert all(f.severity is Severity.INFO for f in findings(_FATAL + second, "fatale-termijn-zonder-uitweg"))


_CHOICE = "1. De bewoner deelt zijn keuze binnen twee weken mee. {}\n2. Een te laat meegedeelde keuze wordt niet gehonoreerd."


def test_silence_is_no_mercy() -> None:
    silent = _CHOICE.format("De keuze, dan wel het achterwege laten daarvan, bindt de bewoner.")
    assert [f.severity for f in findings(silent, "fatale-termijn-zonder-uitweg")] == [Severity.WARNING]
    spared = _CHOICE.format("Het college kan toepassing van het tweede lid achterwege laten.")
    assert [f.severity for f in findings(spared, "fatale-termijn-zonder-uitweg")] != [Severity.WARNING]


@pytest.mark.parametrize(
    "times", ["éénmaal per jaar", "één keer per jaar", "één maal in de twee jaar", "twee keer per jaar", "eenmaal per jaar"]
)
def test_how_often_however_it_is_written(times: str) -> None:
    found = findings(f"De bewoner zendt ten minste {times} een opgave van zijn inkomsten aan het college.", "terugkerende-plicht")
    assert [times in f.message for f in found] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "De bewoner kan één keer per jaar een nieuwe opgave van zijn inkomsten zenden.",
        "Het college zendt de bewoner ten minste éénmaal per jaar een opgave.",
    ],
)
def test_what_may_be_done_or_an_authority_does_comes_back_for_nobody(text: str) -> None:
    assert not findings(text, "terugkerende-plicht")


@pytest.mark.parametrize(
    ("words", "duration"),
    [
        ("binnen 5 × 24 uur", "PT120H"),
        ("binnen vijfmaal 24 uur", "PT120H"),
        ("binnen tweemaal vierentwintig uren", "PT48H"),
        ("binnen drie maal 24 uur", "PT72H"),
        ("binnen 24 uur", "PT24H"),
        ("binnen vijf werkdagen", "P5D"),
    ],
)
def test_hours_that_are_multiplied(words: str, duration: str) -> None:
    assert [found.duur for found in deadlines.find(f"meldt dit {words} aan".split())] == [duration]


@pytest.mark.parametrize(
    "text",
    [
        "De bewoner is verplicht tot terugbetaling van de tegemoetkoming bij verkoop van de woning.",
        "Bij verkoop van de woning is de bewoner verplicht tot gehele terugbetaling van de tegemoetkoming.",
        "De ambtenaar is verplicht de vergoede kosten van de cursus terug te betalen, indien hij binnen een jaar ontslag neemt.",
    ],
)
def test_a_duty_to_pay_back_is_recovery(text: str) -> None:
    assert findings(text, "sanctie-zonder-matiging")


@pytest.mark.parametrize(
    "text",
    [
        "De bewoner is niet verplicht tot terugbetaling van de tegemoetkoming bij verkoop van de woning.",
        "De bewoner is verplicht tot terugbetaling van de tegemoetkoming, indien hem van de verkoop een ernstig verwijt treft.",
        "De verkoper is verplicht tot terugbetaling van de koopprijs aan de koper.",
        "De bewoner kan worden verplicht tot terugbetaling van de tegemoetkoming.",
    ],
)
def test_no_duty_no_recovery(text: str) -> None:
    assert not findings(text, "sanctie-zonder-matiging")


@pytest.mark.parametrize(
    "text",
    [
        "De tegemoetkoming vervalt indien de bewoner niet aantoonbaar in de woning verblijft.",
        "Het recht op de tegemoetkoming vervalt zodra de bewoner niet langer kan aantonen dat hij in de woning verblijft.",
        "De opgeschorte termijnen van de tegemoetkoming vervallen na zes maanden.",
        "De tegemoetkoming vervalt indien de bewoner het formulier niet heeft ingevuld.",
    ],
)
def test_what_lapses_without_proof_or_answer(text: str) -> None:
    assert findings(text, "verlies-van-rechtswege")


@pytest.mark.parametrize(
    "text",
    [
        "De tegemoetkoming vervalt met ingang van de dag waarop de bewoner overlijdt.",
        "De bedragen, genoemd in artikel 2, vervallen met ingang van 1 januari.",
    ],
)
def test_a_natural_end_is_no_loss(text: str) -> None:
    assert not findings(text, "verlies-van-rechtswege")


def test_a_certificate_of_approval_is_something_one_has() -> None:
    refused = "wordt geweigerd indien de bewoner de gegevens niet heeft verstrekt."
    assert findings(f"Een certificaat van goedkeuring van de installatie {refused}", "zwaar-gevolg-zonder-uitweg")
    assert not findings("De goedkeuring van het besluit wordt geweigerd indien de begroting niet sluit.", "zwaar-gevolg-zonder-uitweg")


@pytest.mark.parametrize(
    "text",
    [
        "De bewoner kan tegen de beslissing binnen drie weken bij het college zijn bezwaren indienen.",
        "De bewoner kan zich binnen drie weken na ontvangst van de beschikking met bezwaren daartegen tot het college wenden.",
    ],
)
def test_objections_by_another_name(text: str) -> None:
    assert findings(text, "afwijking-awb-termijn")
    assert not findings(text, "korte-termijn")  # one finding for one limit


def test_views_on_a_draft_are_no_objections() -> None:
    assert not findings("De bewoner kan binnen drie weken bezwaren tegen het ontwerp van het besluit indienen.", "afwijking-awb-termijn")


def test_an_objection_that_is_upheld_is_no_way_out() -> None:
    outcome = (
        "2. Indien het college de bezwaren gegrond acht, verstrekt het alsnog de tegemoetkoming bij de melding, bedoeld in het eerste lid."
    )
    assert findings(_FATAL + outcome, "fatale-termijn-zonder-uitweg")


def test_an_estimate_that_stands_when_nobody_answers() -> None:
    definite = "Indien de bewoner de opgave niet binnen drie weken doet, wordt de geschatte bijdrage definitief."
    assert findings(definite, "fatale-termijn-zonder-uitweg")
    assert not findings("Na afloop van het jaar wordt de bijdrage van de bewoner definitief vastgesteld.", "zwaar-gevolg-zonder-uitweg")


def test_interest_on_what_is_recovered() -> None:
    text = "Bij terugvordering van de bewoner worden te veel betaalde bedragen vermeerderd met de wettelijke rente."
    assert findings(text, "sanctie-zonder-matiging")
    assert not findings("Het college vergoedt de bewoner de kosten, vermeerderd met de wettelijke rente.", "sanctie-zonder-matiging")


_ITEM = "een opgave van alle kamers van de woning met de oppervlakte, de hoogte en het aantal ramen van iedere kamer afzonderlijk"


def test_an_enumeration_without_letters_is_no_long_sentence() -> None:
    listed = "De bewoner legt bij zijn aanvraag over:\n\n" + ";\n\n".join([_ITEM] * 6) + "."
    assert not findings(listed, "lange-zin")
    assert findings("De bewoner legt bij zijn aanvraag over " + ", ".join([_ITEM] * 6) + ".", "lange-zin")


def test_capitals_in_a_name_between_quotation_marks() -> None:
    check = "afkorting-zonder-begripsbepaling"
    assert not findings("De bewoner gebruikt het formulier ‘BKO 12 aanvraag’.", check)
    assert findings("De bewoner zendt het formulier aan de BKO.", check)
