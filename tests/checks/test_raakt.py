"""Whether a person is concerned decides between a suggestion and information with a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from doenvermogentoets import catalogue, engine, structure
from doenvermogentoets.analysis import DossierAnalysis, analyse
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Finding, Hit, Severity
from doenvermogentoets.readers import read_text
from doenvermogentoets_checks.dichtbij import uitweg_dichtbij
from doenvermogentoets_checks.raakt import PAGES, over_mensen

CHECKS = {c.name: c for c in catalogue.load()}
INFO, SUGGESTION = Severity.INFO, Severity.SUGGESTION
# A regulation about bodies, and one about people, in sentences that no check finds.
BODIES = "\n".join(f"Artikel {n}\nDe netbeheerder en de exploitant onderhouden de installatie van de onderneming.\n" for n in range(20, 26))
PEOPLE = "\n".join(f"Artikel {n}\nDe huurder en de bewoner gebruiken de woning met hun kinderen.\n" for n in range(20, 26))


def found(check: str, text: str, toelichting: str = "") -> list[Finding]:
    notes = read_text(toelichting, "toelichting.txt", "txt") if toelichting else None
    result = engine.run(structure.dossier(read_text(text, "ontwerp.txt", "txt"), notes), [CHECKS[check]])
    assert not result.failures
    return result.findings


def levels(findings: Iterable[Finding]) -> list[Severity]:
    return [f.severity for f in findings]


PROOF = "Artikel 8\n{} legt een verklaring van een deskundige over.\n"


@pytest.mark.parametrize(
    ("who", "around", "level"),
    [
        ("De huurder", BODIES, SUGGESTION),  # the sentence itself names a person
        ("De aanvrager", PEOPLE, SUGGESTION),  # anybody, in a regulation about people
        ("De aanvrager", BODIES, INFO),  # anybody, in a regulation about bodies
    ],
)
def test_the_sentence_tells_first_and_then_the_regulation(who: str, around: str, level: Severity) -> None:
    assert levels(found("zware-bewijslast", PROOF.format(who) + around)) == [level]


def test_information_asks_whom_it_concerns_and_says_why() -> None:
    (finding,) = found("zware-bewijslast", PROOF.format("De aanvrager") + BODIES)
    assert "Ter informatie, want" in finding.explanation
    assert "wie moet dit doen" in finding.explanation


def test_a_definition_settles_that_a_role_is_a_person() -> None:
    defined = "Artikel 1\nIn deze regeling wordt verstaan onder:\nhouder: natuurlijke persoon die een hond houdt;\n"
    asked = "Artikel 8\nDe houder legt een verklaring van een deskundige over.\n"
    assert levels(found("zware-bewijslast", defined + asked + BODIES)) == [SUGGESTION]


def test_the_toelichting_tells_whom_a_regulation_is_about() -> None:
    notes = (
        "NOTA VAN TOELICHTING\n\n"
        + "Het gaat om mensen die thuis voor een ander zorgen. Veel burgers en hun gezinnen kunnen dit niet.\n" * 12
    )
    asked = PROOF.format("De aanvrager") + "Artikel 9\nDe vergunninghouder bewaart het dossier.\n"
    assert levels(found("zware-bewijslast", asked)) == [INFO]
    assert levels(found("zware-bewijslast", asked, notes)) == [SUGGESTION]


def test_who_acts_in_his_work_is_no_citizen() -> None:
    limit = "Artikel 3\nDegene die het onderzoek uitvoert, doet van een voorval binnen tien dagen melding aan het college.\n"
    assert set(levels(found("korte-termijn", limit + PEOPLE))) <= {INFO}


def test_the_name_of_an_authority_is_no_person() -> None:
    text = "".join(f"Artikel {n}\nDe Autoriteit Consument en Markt houdt toezicht op de onderneming.\n" for n in range(20, 26))
    assert levels(found("zware-bewijslast", PROOF.format("De aanvrager") + text)) == [INFO]


def test_money_between_governments_concerns_no_citizen() -> None:
    limit = "Artikel 6\nDe aanvraag voor een specifieke uitkering wordt uiterlijk zes maanden vóór de aanvang van het jaar ingediend.\n"
    assert set(levels(found("termijn-uren-of-teruggerekend", limit + PEOPLE))) <= {INFO}


def test_a_day_that_one_is_told_of_or_chooses_is_information() -> None:
    asked = "2. De huurder vraagt de voortzetting uiterlijk drie maanden voor het verstrijken van de termijn aan."
    told = "Artikel 5\n1. Het college stelt de huurder in kennis van de mogelijkheid van een aanvraag.\n"
    assert levels(found("termijn-uren-of-teruggerekend", f"Artikel 5\n1. Het college beslist.\n{asked}\n")) == [SUGGESTION]
    assert levels(found("termijn-uren-of-teruggerekend", f"{told}{asked}\n")) == [INFO]
    own = "Artikel 6\nDe werknemer meldt dit ten minste twee maanden voor de beoogde ingang van het verlof aan de dienst.\n"
    assert levels(found("termijn-uren-of-teruggerekend", own)) == [INFO]


def test_a_withdrawal_without_an_omission_asks_first_whether_it_is_for_one() -> None:
    ends = "Artikel 4\nHet college trekt de vergoeding van de weduwe in wanneer zij vrijwillig verhuist.\n"
    (finding,) = found("gebonden-intrekking", ends)
    assert finding.severity is INFO
    assert "te laat of niet volledig" in finding.explanation


@pytest.mark.parametrize(
    "text",
    [
        "Artikel 12\nDegene die op de dag waarop de in artikel 3 genoemde wet wordt ingetrokken, recht op geld heeft, houdt dat.\n",
        "Artikel 77\nMet ingang van die dag wordt de Wet Stichting Huurzaken ingetrokken, indien de huurder niets heeft gemeld.\n",
    ],
)
def test_the_repeal_of_an_act_is_no_decision(text: str) -> None:
    assert not found("gebonden-intrekking", text + PEOPLE)


def test_what_an_expert_must_agree_to_is_no_limit_of_a_citizen() -> None:
    text = "Artikel 6\nDe maatregel tegen de jeugdige behoeft binnen vierentwintig uur de instemming van een deskundige.\n"
    assert not found("termijn-uren-of-teruggerekend", text + PEOPLE)


def test_counting_back_is_information_where_the_sentence_names_nobody() -> None:
    asked = "Artikel 6\nEen verzoek wordt uiterlijk twee weken voor de dag van de zitting ingediend{}.\n"
    assert set(levels(found("termijn-uren-of-teruggerekend", asked.format("") + PEOPLE))) == {INFO}
    assert set(levels(found("termijn-uren-of-teruggerekend", asked.format(" door de huurder") + PEOPLE))) == {SUGGESTION}


def test_a_measure_that_is_weighed_asks_whether_the_room_is_enough() -> None:
    weighed = (
        "Artikel 5\nHet college trekt de toelage van de student in indien hij geen opgave doet en dit naar zijn oordeel noodzakelijk is.\n"
    )
    assert set(levels(found("gebonden-intrekking", weighed))) <= {INFO}


def test_a_remedy_before_another_judge_is_information() -> None:
    text = "Artikel 9\nTegen de beslissing van de kamer kan de klager binnen dertig dagen beroep instellen bij het gerechtshof.\n"
    assert levels(found("afwijking-awb-termijn", text)) == [INFO]


def test_a_general_exclusion_counts_where_a_citizen_has_a_limit() -> None:
    excluded = "Artikel 9\nDe Algemene termijnenwet is niet van toepassing op de termijn, bedoeld in artikel 8.\n"
    acts = "Artikel 8\nDe huurder meldt een verhuizing binnen tien dagen aan het college.\n"
    none = "Artikel 8\nHet college beslist binnen tien weken.\n"
    assert levels(found("afwijking-awb-termijn", acts + excluded)) == [SUGGESTION]
    assert levels(found("afwijking-awb-termijn", none + excluded)) == [INFO]


def test_what_a_detector_takes_its_page_to_say_is_what_the_page_says() -> None:
    for check in CHECKS.values():
        _ = check.detector
        module = check.entry.detector.partition(":")[0]
        if module in PAGES:
            assert PAGES[module] is check.meta.severity, check.name
    assert len(PAGES) >= 15


@pytest.mark.parametrize(
    ("text", "severity"), [("De netbeheerder meldt een storing.", SUGGESTION), ("De huurder meldt een storing.", None)]
)
def test_a_warning_too_is_asked_whether_it_concerns_a_person(text: str, severity: Severity | None) -> None:
    dossier = analyse(structure.dossier(read_text(f"Artikel 8\n{text}\n", "ontwerp.txt", "txt")))
    (provision,) = dossier.bill.provisions
    pages = dict(PAGES)

    @over_mensen(Severity.WARNING)
    def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
        yield Hit(provision.document, provision.unit, provision.span, "Te melden.")

    PAGES.clear()
    PAGES.update(pages)  # the detector of this test belongs to no page
    (hit,) = find(dossier, Options({}))
    assert hit.severity is severity


ONCE = "Artikel 8\n1. De huurder legt een verklaring van een deskundige over. {}\n2. {}\n" + PEOPLE
NOTHING = "De huurder bewaart de verklaring."


@pytest.mark.parametrize(
    ("behind", "next_lid"),
    [
        ("Artikel 4:5 van de Algemene wet bestuursrecht is niet van toepassing.", NOTHING),
        (NOTHING, "Op de aanvraag is artikel 4:5, eerste lid, van de Awb niet van toepassing."),
        (NOTHING, "In afwijking van artikel 4:5 van de Awb beslist het college meteen."),
        (NOTHING, "De huurder kan het bedrag in twaalf maandelijkse termijnen terugbetalen."),
        (NOTHING, "Het college kan van het advies van de deskundige afwijken."),
        (NOTHING, "De huurprijs kan per woning afwijken."),
        (NOTHING, "Uitstel wordt niet verleend."),
    ],
)
def test_what_is_excluded_or_is_about_something_else_is_no_way_out_nearby(behind: str, next_lid: str) -> None:
    assert levels(found("zware-bewijslast", ONCE.format(behind, next_lid))) == [SUGGESTION]


@pytest.mark.parametrize(
    "next_lid",
    [
        "Artikel 4:5 van de Algemene wet bestuursrecht is van toepassing.",
        "Het eerste lid is niet van toepassing indien op grond van artikel 4:5 van de Awb het eerste lid niet geldt.",
        "Het college kan van het eerste lid afwijken.",
        "Het college kan uitstel verlenen.",
    ],
)
def test_what_spares_somebody_nearby_leaves_a_question(next_lid: str) -> None:
    (finding,) = found("zware-bewijslast", ONCE.format(NOTHING, next_lid))
    assert finding.severity is INFO
    assert "Eerst de vraag" in finding.explanation


def test_paying_in_parts_helps_whoever_has_to_pay() -> None:
    text = "Artikel 8\n1. De huurder betaalt de schuld. De huurder verschijnt daarvoor.\n2. Het college staat betaling in termijnen toe.\n"
    analysis = analyse(structure.dossier(read_text(text, "ontwerp.txt", "txt"))).bill
    pay, appear = (s.span for s in analysis.provisions[0].passage.sentences)
    near = uitweg_dichtbij(analysis, analysis.provisions[0], pay)
    assert near is not None
    assert analysis.document.text[near] == "in termijnen"
    assert uitweg_dichtbij(analysis, analysis.provisions[0], appear) is None


def test_a_hardship_clause_is_quoted_with_its_sentence() -> None:
    text = (
        ONCE.format(NOTHING, NOTHING)
        + "\nArtikel 40\nHet college kan van deze regeling afwijken bij een onbillijkheid van overwegende aard.\n"
    )
    (finding,) = found("zware-bewijslast", text)
    assert "«Het college kan van deze regeling afwijken" in finding.explanation
