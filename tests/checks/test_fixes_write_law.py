"""What a proposed text writes into a draft is law: it keeps what bounds a term, names who is hit and who decides, and is whole Dutch."""

from __future__ import annotations

import pytest
from voorstellen import inserted, mended, of, titles

from doenvermogentoets.findings import Hit, Suggestion
from doenvermogentoets.proposals import fitting
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier


@pytest.mark.parametrize(
    ("sentence", "better"),
    [
        (
            "Binnen twee weken na de verzending kan de huurder bezwaar maken.",
            "Binnen zes weken na de verzending kan de huurder bezwaar maken.",
        ),
        (
            "De huurder moet bezwaar maken binnen tien dagen na de verzending.",
            "De huurder moet bezwaar maken binnen zes weken na de verzending.",
        ),
        (
            "De termijn voor het indienen van een bezwaarschrift bedraagt drie weken.",
            "De termijn voor het indienen van een bezwaarschrift bedraagt zes weken.",
        ),
        (
            "De huurder betaalt het teruggevorderde bedrag uiterlijk drie weken na de bekendmaking van het besluit.",
            "De huurder betaalt het teruggevorderde bedrag uiterlijk zes weken na de bekendmaking van het besluit.",
        ),
    ],
)
def test_a_longer_term_keeps_the_words_that_bound_it(sentence: str, better: str) -> None:
    (finding,) = of("afwijking-awb-termijn", f"Artikel 7\n{sentence}\n")
    assert mended(finding) == better


@pytest.mark.parametrize(
    "sentence",
    [
        "In afwijking van artikel 6:7 van de Algemene wet bestuursrecht kan de huurder binnen drie weken bezwaar maken.",
        "Anders dan artikel 6:7 van de Awb bepaalt, bedraagt de termijn voor het indienen van een bezwaarschrift drie weken.",
        "In afwijking van artikel 4:87 van de Algemene wet bestuursrecht geschiedt betaling binnen drie weken.",
    ],
)
def test_a_derogation_is_not_given_the_term_it_derogates_from(sentence: str) -> None:
    (finding,) = of("afwijking-awb-termijn", f"Artikel 7\n{sentence}\n")
    assert mended(finding) == ""
    assert finding.suggestions[0].title.startswith("de afwijking schrappen, zodat de zes weken van Awb ")


def test_a_derogation_from_something_else_leaves_the_term_to_mend() -> None:
    (finding,) = of("afwijking-awb-termijn", "Artikel 7\nIn afwijking van artikel 3 kan de huurder binnen drie weken bezwaar maken.\n")
    assert mended(finding) == "In afwijking van artikel 3 kan de huurder binnen zes weken bezwaar maken."


OTHER_LID = (
    "Artikel 2\n1. De ouder vraagt de erkenning aan.\n2. Het bestuur trekt de erkenning in, indien de houder de rekening niet tijdig "
    "overlegt.\n3. Het recht van de houder op de bijdrage vervalt, indien de houder zich niet binnen vier dagen meldt.\n"
)


@pytest.mark.parametrize("check", ["gebonden-intrekking", "verlies-van-rechtswege", "fatale-termijn-zonder-uitweg"])
def test_a_new_lid_names_the_person_of_the_sentence_it_softens(check: str) -> None:
    found = of(check, OTHER_LID)
    assert found
    for finding in found:
        assert "de houder" in inserted(finding)
        assert "de ouder" not in inserted(finding)
        assert not any(f" {pronoun} " in inserted(finding) for pronoun in ("hij", "zij"))


def test_who_is_not_named_in_the_sentence_is_named_from_the_artikel() -> None:
    (finding,) = of(
        "gebonden-intrekking",
        "Artikel 2\n1. De ouder vraagt de erkenning aan.\n2. Het bestuur trekt de erkenning in, indien de rekening niet is overgelegd.\n",
    )
    assert "de ouder" in inserted(finding)


def test_the_clause_names_the_authority_of_its_own_artikel() -> None:
    (finding,) = of(
        "verlies-van-rechtswege",
        "Artikel 1\nDe inspecteur vordert het bedrag van de houder terug.\n\nArtikel 2\nHet college verleent de houder op verzoek "
        "uitstel.\n\nArtikel 3\n1. De houder meldt zich bij het college.\n2. Het recht van de houder op de bijdrage vervalt, indien hij "
        "zich niet binnen vier dagen meldt.\n",
    )
    assert "Het college kan het tweede lid buiten toepassing laten" in inserted(finding)


def test_of_two_authorities_that_may_be_meant_none_is_chosen() -> None:
    (finding,) = of(
        "verlies-van-rechtswege",
        "Artikel 1\nDe inspecteur vordert het bedrag van de houder terug.\n\nArtikel 2\nHet college verleent de houder op verzoek "
        "uitstel.\n\nArtikel 3\nHet recht van de houder op de bijdrage vervalt, indien hij zich niet binnen vier dagen meldt.\n",
    )
    assert "[bestuursorgaan] kan het eerste lid buiten toepassing laten" in inserted(finding)


def test_the_clause_asks_for_its_purpose() -> None:
    (finding,) = of("verlies-van-rechtswege", "Artikel 3\nHet recht van de houder vervalt, indien hij zich niet binnen vier dagen meldt.\n")
    assert "gelet op het belang van [doel of strekking van de regeling]" in inserted(finding)
    assert "beoogt te beschermen" not in inserted(finding)


def test_an_authority_is_named_in_full() -> None:
    found = of(
        "verlies-van-rechtswege",
        "Artikel 1\nDe Dienst Huurzaken kan de bijdrage verlagen.\n\nArtikel 2\n1. De Dienst Huurzaken verleent de bijdrage.\n"
        "2. Het recht van de houder op de bijdrage vervalt, indien hij zich niet binnen vier dagen meldt.\n",
    )
    assert "De Dienst Huurzaken kan het tweede lid" in inserted(found[0])


@pytest.mark.parametrize(
    ("sentence", "better"),
    [
        (
            "De inspecteur vordert de bijdrage (met alle kosten) terug van de houder.",
            "De inspecteur vordert de bijdrage, met alle kosten, terug van de houder.",
        ),
        ("Het college kan de termijn verlengen, (mits op verzoek).", "Het college kan de termijn verlengen, mits op verzoek."),
        ("De houder meldt zich (bij het loket of per brief).", "De houder meldt zich, bij het loket of per brief."),
        ("De (zieke of bejaarde) houder meldt zich bij het loket.", ""),
    ],
)
def test_brackets_become_commas_as_one_writes_them(sentence: str, better: str) -> None:
    (finding,) = of("haakjes", f"Artikel 4\n{sentence}\n")
    assert mended(finding) == better


def test_no_text_is_proposed_that_the_provision_has() -> None:
    duty = "De huurder meldt de SVB onverwijld uit eigen beweging alle feiten {0}die van invloed kunnen zijn op de toeslag."
    limited = (
        "Artikel 6\nDe huurder doet de SVB onverwijld uit eigen beweging mededeling van alle feiten waarvan hem redelijkerwijs "
        "duidelijk moet "
        "zijn dat zij van invloed kunnen zijn op de toeslag.\n\nArtikel 7\nDe SVB kan de toeslag van de huurder intrekken.\n"
    )
    (open_ended,) = of("open-inlichtingenplicht", f"Artikel 6\n{duty.format('')}\n")
    assert "redelijkerwijs duidelijk" in titles(open_ended)
    for finding in of("open-inlichtingenplicht", limited):
        assert "redelijkerwijs duidelijk" not in titles(finding)


def test_quoted_wording_counts_as_present_only_as_a_whole() -> None:
    (document,) = [read_text("Artikel 4\nDe huurder kan dit op andere wijze aannemelijk maken dan met een akte.\n", "o.txt", "txt")]
    bill = dossier(document).bill
    artikel = next(u for u in bill.root.walk() if u.number == "4")
    there, not_there = (
        Suggestion("voeg toe: «dit op andere wijze aannemelijk maken»"),
        Suggestion("voeg toe: «… op een andere wijze dan dit»"),
    )
    hit = Hit(bill, artikel, artikel.span, "x")
    assert fitting(hit, (there, not_there)) == (not_there,)
    assert fitting(hit, (there,)) == (there,)  # at least one is kept


def test_a_lid_added_to_an_artikel_without_leden_says_so() -> None:
    (one,) = of("gebonden-intrekking", "Artikel 2\nHet bestuur trekt de erkenning van de ouder in, indien hij de rekening niet overlegt.\n")
    (two,) = of(
        "gebonden-intrekking",
        "Artikel 2\n1. Het bestuur trekt de erkenning van de ouder in, indien hij de rekening niet overlegt.\n2. De rekening is "
        "ondertekend.\n",
    )
    assert "met de bestaande tekst als eerste lid" in titles(one)
    assert "bestaande tekst" not in titles(two)


def test_a_fixed_fine_is_not_said_to_be_tuned_by_the_awb() -> None:
    (fixed,) = of("sanctie-zonder-matiging", "Artikel 8\nHet college legt de ouder die dit nalaat een bestuurlijke boete op van € 900.\n")
    assert "derde lid" in titles(fixed)
    assert "WIA" not in titles(fixed)
    (open_,) = of("sanctie-zonder-matiging", "Artikel 8\nHet college legt de ouder die dit nalaat een bestuurlijke boete op.\n")
    assert "Awb 5:41 en 5:46 gelden al" in titles(open_)


def test_what_softens_a_recovery_is_not_denied() -> None:
    recovery = "Artikel 8\nHet college vordert een te hoog vastgestelde bijdrage van de ouder terug."
    (finding,) = of("sanctie-zonder-matiging", f"{recovery}\n")
    assert "zonder dat ernst, verwijt of omstandigheden meetellen" in finding.message
    assert of("sanctie-zonder-matiging", f"{recovery} Van terugvordering wordt afgezien als de gevolgen onevenredig zijn.\n") == []


@pytest.mark.parametrize(
    ("sentence", "repair"),
    [
        ("De huurder die onjuiste gegevens heeft verstrekt, is gedurende twee jaren uitgesloten van de bijdrage.", False),
        ("De huurder die de gevraagde gegevens niet heeft verstrekt, is gedurende twee jaren uitgesloten van de bijdrage.", True),
    ],
)
def test_time_to_repair_is_for_what_is_still_to_be_done(sentence: str, *, repair: bool) -> None:
    (finding,) = of("zwaar-gevolg-zonder-uitweg", f"Artikel 6\n{sentence}\n")
    assert ("hersteltermijn" in titles(finding)) is repair
    assert ("te laat" in finding.question) is repair
    assert "4:5" not in titles(finding) + finding.ground  # no application


def test_whom_a_term_binds_is_named_from_the_text_and_not_as_the_citizen() -> None:
    bill = (
        "Artikel 3\n1. De aanvraag wordt ingediend binnen twee weken na de verhuizing. Is de aanvraag niet tijdig ingediend, dan bestaat "
        "geen recht op de bijdrage.\n2. De huurder voegt een afschrift bij de aanvraag.\n"
    )
    (finding,) = of("fatale-termijn-zonder-uitweg", bill)
    assert "de huurder" in inserted(finding)
    assert "de burger" not in inserted(finding)


def test_the_model_keeps_in_whose_favour_the_clause_is() -> None:
    bill = (
        "Artikel 9\nHet college kan in schrijnende gevallen ten gunste van de huurder afwijken van artikel "
        "3.\n\nArtikel 3\nDe huurder betaalt.\n"
    )
    (finding,) = of("hardheidsclausule-afwijkend-criterium", bill)
    assert any("ten gunste van de huurder" in s.wording for s in finding.suggestions)


def test_another_law_that_is_set_aside_is_no_exclusion_from_the_clause() -> None:
    clause = (
        "Artikel 9\n1. Het college kan artikel 3 buiten toepassing laten of daarvan afwijken voor zover toepassing gelet op het belang van "
        "bestaanszekerheid leidt tot een onbillijkheid van overwegende aard.\n2. {0}\n\nArtikel 3\nDe huurder betaalt de huur.\n"
    )
    awb = "De artikelen 4:7 en 4:8 van de Algemene wet bestuursrecht zijn niet van toepassing."
    assert of("hardheidsclausule-met-uitsluitingen", clause.format(awb)) == []
    assert of("hardheidsclausule-met-uitsluitingen", clause.format("Het eerste lid is niet van toepassing op artikel 3, eerste lid."))


def test_one_term_is_reported_once_by_a_check() -> None:
    bill = (
        "Artikel 4\n1. De huurder dient de aanvraag in binnen twee weken na de dag waarop het besluit is bekendgemaakt.\n2. Indien "
        "de huurder niet "
        "tijdig indient, vervalt het recht op de toeslag.\n3. Het college kan in bijzondere gevallen afwijken van het eerste lid.\n"
    )
    places = [f.span for f in of("korte-termijn", bill)]
    assert len(places) == len(set(places))


def test_a_missing_toelichting_is_told_in_order_at_a_few_words() -> None:
    bill = "Artikel 5\nHet college vordert de toeslag van de huurder terug, indien hij de gevraagde gegevens niet heeft verstrekt.\n"
    (finding,) = of("zonder-toelichting", bill)
    assert "of er uitleg is bij artikel 5" in finding.message
    assert len(finding.quote.split()) <= 5


def test_quoted_text_has_quotation_marks_of_its_own() -> None:
    bill = "Artikel I\nDe Wet lesgeld wordt gewijzigd als volgt:\n\nA\nIn artikel 3 wordt «kan verlagen» vervangen door «verlaagt».\n"
    (finding,) = of("waarborg-verzwakt", bill)
    assert "««" not in finding.message
    assert "»»" not in finding.message + finding.explanation


def test_leave_to_pay_later_names_who_gives_it_and_for_how_long() -> None:
    (finding,) = of(
        "afwijking-awb-termijn",
        "Artikel 3\n1. Het college vordert de bijdrage terug.\n2. De bewoner betaalt die binnen drie weken na de bekendmaking.\n",
    )
    assert inserted(finding).startswith("Het college verleent de bewoner op verzoek uitstel van betaling")
    assert "een daarbij te bepalen termijn" in inserted(finding)


@pytest.mark.parametrize(
    ("duty", "completes"),
    [
        ("De huurder vult zijn onvolledige aanvraag binnen twee weken aan.", True),
        ("De huurder dient zijn aanvraag binnen twee weken na de verhuizing in.", False),
    ],
)
def test_awb_4_5_is_the_measure_for_completing_an_application_and_not_for_a_late_one(duty: str, completes: bool) -> None:
    bill = f"Artikel 3\n1. {duty}\n2. Het recht op de bijdrage vervalt indien de huurder niet heeft voldaan aan het eerste lid.\n"
    (finding,) = of("fatale-termijn-zonder-uitweg", bill)
    assert ("4:5" in finding.ground) is completes
