"""What a proposed text writes into a draft is law: it keeps what bounds a term, names who is hit and who decides, and is whole Dutch."""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run
from doenvermogentoets.findings import Finding
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier


def of(check: str, bill: str) -> list[Finding]:
    result = run(dossier(read_text(bill, "ontwerp.txt", "txt")), [c for c in load() if c.name == check])
    assert result.failures == []
    return result.findings


def mended(finding: Finding) -> str:
    """The line of the finding after the first suggestion that replaces words; empty if none does."""
    content = finding.document.text.content
    way = next((s for s in finding.suggestions if s.replacement is not None), None)
    if way is None or way.replacement is None:
        return ""
    at = way.at or finding.span
    new = content[: at.start] + way.replacement + content[at.end :]
    start = content.rfind("\n", 0, at.start) + 1
    return new[start:].split("\n")[0]


def inserted(finding: Finding) -> str:
    return " ".join(s.insertion for s in finding.suggestions if s.insertion is not None)


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


VERORDENING = "Artikel 9\nDeze verordening treedt in werking op 1 mei 2030.\n"
EXCLUDES = "Artikel 3\nOp een onvolledige aanvraag van de bewoner is artikel 4:5 van de Algemene wet bestuursrecht niet van toepassing.\n\n"


def test_a_regulation_of_lower_rank_is_asked_which_act_lets_it_set_the_awb_aside() -> None:
    (finding,) = of("afwijking-awb-termijn", EXCLUDES + VERORDENING)
    assert finding.question.startswith("Welke wet staat toe dat deze verordening Awb 4:5 opzijzet")
    assert "lagere rang" in finding.explanation
    assert "2.46" not in finding.ground


def test_an_act_of_parliament_is_asked_for_its_reason() -> None:
    (finding,) = of("afwijking-awb-termijn", EXCLUDES + VERORDENING.replace("verordening", "wet"))
    assert "lagere rang" not in finding.explanation
    assert finding.ground.startswith("Awb 4:5; Ar 2.46")


def test_a_term_of_payment_may_be_set_by_any_regulation() -> None:
    (finding,) = of(
        "afwijking-awb-termijn", "Artikel 3\nDe bewoner betaalt de boete binnen drie weken na de bekendmaking.\n\n" + VERORDENING
    )
    assert "lagere rang" not in finding.explanation
    assert "tweede lid" in finding.ground
    assert "6:7" not in finding.ground
