"""A proposed text fits its provision: it contradicts nothing beside it, names act and person, and mends the clause that is there."""

from __future__ import annotations

import pytest
from voorstellen import inserted, mended, of, titles, with_memorie

from doenvermogentoets_checks.common import artikelen

# --- leave to pay later, beside a sentence that bars it

PAYS = "Artikel 4\n1. De raad vordert de bijdrage van de bewoner terug.\n2. De bewoner betaalt binnen twee weken na de bekendmaking.{0}\n"


@pytest.mark.parametrize(
    "bar",
    [
        " Uitstel van betaling wordt niet verleend.",
        " In afwijking van artikel 4:94 van de Algemene wet bestuursrecht wordt geen uitstel van betaling verleend.",
        " De raad staat geen betaling in termijnen toe.",
        "\n3. De raad verleent geen uitstel van betaling.",
    ],
)
def test_a_right_to_pay_later_comes_in_the_place_of_what_bars_it(bar: str) -> None:
    (finding,) = of("afwijking-awb-termijn", PAYS.format(bar))
    assert inserted(finding) == ""
    (way,) = [s for s in finding.suggestions if s.at is not None]
    assert finding.document.text[way.at or finding.span] == bar.strip().removeprefix("3. ")
    assert (way.replacement or "").startswith("De raad verleent de bewoner op verzoek uitstel van betaling")


def test_what_bars_it_elsewhere_is_named_and_left() -> None:
    bill = PAYS.format("") + "\nArtikel 9\nOp een schuld op grond van deze verordening wordt geen uitstel van betaling verleend.\n"
    (finding,) = of("afwijking-awb-termijn", bill)
    assert inserted(finding) == ""
    assert "de uitsluiting van uitstel schrappen (artikel 9)" in titles(finding)


@pytest.mark.parametrize(
    "beside",
    ["", " Uitstel van betaling wordt niet verleend indien de schuld door opzet is ontstaan."],
)
def test_a_right_to_pay_later_is_added_where_nothing_or_only_some_cases_bar_it(beside: str) -> None:
    (finding,) = of("afwijking-awb-termijn", PAYS.format(beside))
    assert inserted(finding).startswith("De raad verleent de bewoner op verzoek uitstel van betaling")


# --- to strike what takes a safeguard away


def struck(bill: str) -> str | None:
    """The bill after the exclusion is struck; ``None`` if that is no edit."""
    (finding,) = of("waarborg-uitgesloten", bill)
    way = finding.suggestions[0]
    if way.replacement is None or way.at is None:
        return None
    content = finding.document.text.content
    return content[: way.at.start] + way.replacement + content[way.at.end :]


@pytest.mark.parametrize(
    ("bill", "after"),
    [
        (
            "Artikel 4\n1. De bewoner betaalt het bedrag. Uitstel van betaling wordt niet verleend.\n2. De raad int het bedrag.\n",
            "Artikel 4\n1. De bewoner betaalt het bedrag.\n2. De raad int het bedrag.\n",
        ),
        (
            "Artikel 4\n1. Uitstel van betaling wordt niet verleend. De bewoner betaalt het bedrag.\n2. De raad int het bedrag.\n",
            "Artikel 4\n1. De bewoner betaalt het bedrag.\n2. De raad int het bedrag.\n",
        ),
        (
            "Artikel 4\n1. De bewoner betaalt het bedrag.\n2. De raad int het bedrag.\n3. De raad verleent geen uitstel van betaling.\n",
            "Artikel 4\n1. De bewoner betaalt het bedrag.\n2. De raad int het bedrag.\n",
        ),
    ],
)
def test_a_sentence_that_only_excludes_is_struck_with_its_white_space(bill: str, after: str) -> None:
    assert struck(bill) == after
    assert of("waarborg-uitgesloten", after) == []


@pytest.mark.parametrize(
    "bill",
    [
        # a lid in the middle: the next one would get another number
        "Artikel 4\n1. De bewoner betaalt het bedrag.\n2. De raad verleent geen uitstel van betaling.\n3. De raad int het bedrag.\n",
        # of two leden the other would lose its number
        "Artikel 4\n1. De bewoner betaalt het bedrag.\n2. De raad verleent geen uitstel van betaling.\n",
        # cited
        "Artikel 4\n1. De bewoner betaalt.\n2. De raad int het bedrag.\n3. De raad verleent geen uitstel van betaling.\n\n"
        "Artikel 5\nDe raad meldt de bewoner wat artikel 4, derde lid, bepaalt.\n",
        "Artikel 4\n1. De bewoner betaalt het bedrag. Uitstel van betaling wordt niet verleend.\n"
        "2. De raad meldt dit aan de bewoner, bedoeld in het eerste lid, tweede volzin.\n",
        # the sentence says more
        "Artikel 4\n1. De bewoner betaalt het bedrag. De raad int het en uitstel van betaling wordt niet verleend.\n2. De raad beslist.\n",
        # what follows leans on it
        "Artikel 4\n1. De bewoner betaalt. Uitstel van betaling wordt niet verleend. Dit geldt ook na overlijden.\n2. De raad int.\n",
    ],
)
def test_where_more_must_change_nothing_is_struck(bill: str) -> None:
    assert struck(bill) is None


# --- a clause where the bill has one

LOSES = "Artikel 2\nDe huurder heeft recht op een bijdrage.\n\nArtikel 3\n1. De huurder meldt zich binnen twee weken.\n2. {0}\n"
EFFECT = "Het recht op de bijdrage vervalt, indien de huurder zich niet tijdig meldt."
CLAUSE = (
    "\nArtikel 8\nHet college kan {0} buiten toepassing laten of daarvan afwijken voor zover toepassing gelet op het belang van goed wonen "
    "zal leiden tot een onbillijkheid van overwegende aard.\n"
)


@pytest.mark.parametrize(
    ("scope", "wider"),
    [
        ("artikel 2", "de artikelen 2 en 3, tweede lid,"),
        ("de artikelen 2 en 4", "de artikelen 2, 3, tweede lid, en 4"),
        ("artikel 2, eerste lid,", "de artikelen 2, eerste lid, en 3, tweede lid,"),
        ("artikel 3, eerste lid,", "artikel 3, eerste en tweede lid,"),
    ],
)
def test_the_clause_of_the_bill_is_made_wider(scope: str, wider: str) -> None:
    bill = LOSES.format(EFFECT) + "\nArtikel 4\nDe huurder betaalt huur.\n" + CLAUSE.format(scope)
    (finding,) = of("verlies-van-rechtswege", bill)
    assert "onbillijkheid" not in inserted(finding)
    assert mended(finding).startswith(f"Het college kan {wider} buiten toepassing laten")
    after = bill.replace(f"kan {scope} buiten", f"kan {wider} buiten")
    assert of("verlies-van-rechtswege", after) == []


def test_while_the_toelichting_is_silent_a_wider_clause_is_only_shown() -> None:
    memorie = "Memorie van toelichting\n\nAlgemeen\n\n1. Inleiding\nHuurders krijgen een bijdrage.\n"
    (finding,) = with_memorie("verlies-van-rechtswege", LOSES.format(EFFECT) + CLAUSE.format("artikel 2"), memorie)
    assert mended(finding) == ""
    assert "en in de toelichting zeggen dat zij ook hiervoor is bedoeld" in titles(finding)


def test_without_a_clause_or_with_only_an_exception_in_its_own_artikel_the_model_is_offered() -> None:
    own = "\nArtikel 5\n1. De huurder toont de akte.\n2. Het college kan in bijzondere gevallen van het eerste lid afwijken.\n"
    for bill in (LOSES.format(EFFECT), LOSES.format(EFFECT) + own):
        (finding,) = of("verlies-van-rechtswege", bill)
        assert "buiten toepassing laten" in inserted(finding)
        assert "model Ar 5.26" in titles(finding)


@pytest.mark.parametrize(
    ("check", "effect"),
    [
        ("sanctie-zonder-matiging", "Het college legt de huurder die zich niet meldt een bestuurlijke boete op van € 800."),
        ("zwaar-gevolg-zonder-uitweg", "De ontheffing wordt geweigerd indien de aanvraag onvolledig is."),
    ],
)
def test_what_the_awb_answers_asks_for_no_clause(check: str, effect: str) -> None:
    for bill in (LOSES.format(effect), LOSES.format(effect) + CLAUSE.format("artikel 2")):
        (finding,) = of(check, bill)
        assert "hardheidsclausule" not in titles(finding)
        assert of("hardheidsclausule-te-smal", bill) == []


def test_a_recovery_does_ask_for_one() -> None:
    effect = "Het college vordert hetgeen onverschuldigd is betaald van de huurder terug."
    (finding,) = of("sanctie-zonder-matiging", LOSES.format(effect))
    assert "hardheidsclausule voor artikel 3, tweede lid" in titles(finding)
    (narrow,) = of("hardheidsclausule-te-smal", LOSES.format(effect) + CLAUSE.format("artikel 2"))
    assert "de artikelen 2 en 3, tweede lid, buiten toepassing" in mended(narrow)
    none = "Geen terugvordering vindt plaats van hetgeen de huurder te veel heeft ontvangen."
    assert of("sanctie-zonder-matiging", LOSES.format(none)) == []


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ([("4", None)], "artikel 4"),
        ([("4", "2")], "artikel 4, tweede lid"),
        ([("4", "1"), ("4", "3")], "artikel 4, eerste en derde lid"),
        ([("4", "1"), ("4", None)], "artikel 4"),
        ([("2", None), ("4", None), ("5", None)], "de artikelen 2, 4 en 5"),
        ([("2", None), ("3", "3"), ("4", "2"), ("6", "3")], "de artikelen 2, 3, derde lid, 4, tweede lid, en 6, derde lid"),
        ([("3", "1"), ("4", None)], "de artikelen 3, eerste lid, en 4"),
        ([("1.2", None), ("1.3", "1a")], "de artikelen 1.2 en 1.3, lid 1a"),
    ],
)
def test_artikelen_are_listed_as_in_law(places: list[tuple[str, str | None]], words: str) -> None:
    assert artikelen(places) == words


# --- the act, the person, and what the Awb gives already


@pytest.mark.parametrize(
    ("sentence", "weighs"),
    [
        (
            "Het bestuur herziet de toekenning indien de toelage van de ouder tot een te hoog bedrag is toegekend.",
            "de aanleiding voor de herziening, de mate waarin deze de ouder kan worden verweten en de gevolgen van de herziening",
        ),
        (
            "Het bestuur trekt de erkenning van de ouder in, indien hij de rekening niet overlegt.",
            "de ernst van het verzuim, de mate waarin dit de ouder kan worden verweten en de gevolgen van de intrekking",
        ),
    ],
)
def test_what_is_weighed_bears_the_name_of_the_act(sentence: str, weighs: str) -> None:
    (finding,) = of("gebonden-intrekking", f"Artikel 2\n1. {sentence}\n2. De ouder vraagt de toelage aan.\n")
    assert weighs in inserted(finding)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("De ontheffing wordt geweigerd indien de aanvraag onvolledig is.", "de aanvrager"),
        ("Een aanvraag van de houder om verlenging wordt geweigerd indien zij onvolledig is.", "de houder"),
    ],
)
def test_who_is_refused_is_no_holder_unless_the_sentence_says_so(sentence: str, who: str) -> None:
    bill = f"Artikel 2\n1. De houder van de ontheffing hangt haar op.\n2. {sentence}\n3. De raad verleent de ontheffing.\n"
    (finding,) = of("zwaar-gevolg-zonder-uitweg", bill)
    assert f"dan nadat {who} de gelegenheid heeft gehad de aanvraag" in inserted(finding)
    assert "Awb 4:5 de weg al" in titles(finding)


def test_who_loses_what_he_holds_stays_the_holder() -> None:
    bill = "Artikel 2\n1. De houder hangt de ontheffing op.\n2. De ontheffing vervalt indien de melding niet binnen een week is gedaan.\n"
    (finding,) = of("verlies-van-rechtswege", bill)
    assert "de houder" in inserted(finding)


def test_beside_the_lower_fine_of_the_awb_urgent_reasons_are_for_no_fine_at_all() -> None:
    (fine,) = of("sanctie-zonder-matiging", "Artikel 8\nDe raad legt de ouder die dit nalaat een bestuurlijke boete op van € 700.\n")
    assert "De raad kan afzien van het opleggen van de boete indien daarvoor dringende redenen aanwezig zijn." in inserted(fine)
    assert "gedeeltelijk" not in inserted(fine)
    (debt,) = of("sanctie-zonder-matiging", "Artikel 8\nDe raad vordert de te veel betaalde toelage terug van de ouder.\n")
    assert "geheel of gedeeltelijk van terugvordering afzien" in inserted(debt)


# --- one obvious edit

TERM = "Artikel 3\nDe huurder dient de aanvraag voor de bijdrage in binnen {0} na afloop van het jaar.\n\nArtikel 4\nHet college beslist.\n"
TOLD = "Memorie van toelichting\n\nArtikelsgewijs\n\nArtikel 3\nDe aanvraag voor de bijdrage wordt ingediend binnen {0}.\n"


def test_the_number_of_the_bill_goes_into_the_toelichting() -> None:
    (finding,) = with_memorie("tegenspraak-getal", TERM.format("drie weken"), TOLD.format("vijf weken na afloop van het jaar"))
    assert mended(finding) == "De aanvraag voor de bijdrage wordt ingediend binnen drie weken na afloop van het jaar."
    assert all(s.at is not None for s in finding.suggestions if s.replacement is not None), "a choice, not preferred"
    assert "het ontwerp aanpassen als de toelichting juist is" in titles(finding)
    assert titles(finding).count("aanpassen aan het ontwerp") == 1


@pytest.mark.parametrize(
    "told",
    [
        "vijf weken na afloop van het jaar; wie die vijf weken mist, krijgt niets",  # one of two places
        "die vijf weken na afloop van het jaar",
    ],
)
def test_no_number_is_put_where_the_sentence_would_not_read_on(told: str) -> None:
    found = with_memorie("tegenspraak-getal", TERM.format("een maand"), TOLD.format(told))
    assert found
    assert all(mended(finding) == "" for finding in found)


@pytest.mark.parametrize(
    ("way", "better"),
    [
        ("uitsluitend langs elektronische weg", "schriftelijk of langs elektronische weg"),
        ("alleen digitaal", "schriftelijk of digitaal"),
        ("slechts via het portaal", "schriftelijk of via het portaal"),
    ],
)
def test_a_second_way_is_opened_where_one_word_closes_it(way: str, better: str) -> None:
    bill = "Artikel 3\n1. De huurder vraagt de toeslag aan.\n2. De aanvraag van de huurder wordt {0} ingediend.\n"
    (finding,) = of("uitsluitend-digitaal", bill.format(way))
    assert mended(finding) == f"2. De aanvraag van de huurder wordt {better} ingediend."
    assert of("uitsluitend-digitaal", bill.format(better)) == []


def test_no_way_is_opened_where_another_sentence_closes_it() -> None:
    bill = (
        "Artikel 3\n1. De huurder vraagt de toeslag aan.\n2. De aanvraag wordt uitsluitend langs elektronische weg ingediend. "
        "Indiening op papier is niet mogelijk.\n"
    )
    (finding,) = of("uitsluitend-digitaal", bill)
    assert mended(finding) == ""


MOVED = (
    "Artikel 2\nDe huurder vraagt de bijdrage aan bij het loket.\n\nArtikel 3\nHet college vordert de bijdrage terug van de huurder bij "
    "verhuizing, overlijden of onderverhuur.\n\nArtikel 4\nDe huurder bewaart zijn huurcontract.\n"
)


@pytest.mark.parametrize(
    ("cited", "better"),
    [
        ("Artikel 4", "Artikel 3 regelt de terugvordering van de bijdrage bij verhuizing, overlijden of onderverhuur."),
        ("Artikel 4, eerste lid,", ""),
    ],
)
def test_a_number_that_moved_is_filled_in_where_one_artikel_is_meant(cited: str, better: str) -> None:
    told = f"{cited} regelt de terugvordering van de bijdrage bij verhuizing, overlijden of onderverhuur."
    (finding,) = with_memorie("verwijzing-zonder-artikel", MOVED, f"Memorie van toelichting\n\nAlgemeen\n\n1. Inleiding\n{told}\n")
    assert mended(finding) == better
