"""Bills about taxes: what is due at once, a reversed burden of proof, AWR 22j and AWR 63."""

from __future__ import annotations

import pytest
from voorstellen import of, titles

PEOPLE = "Artikel 1\nBelastingplichtig is de bewoner die een vlonder heeft. De bewoner meldt de vlonder.\n\n"
LOSS = "Artikel 4\nEen verzoek van de bewoner om vrijstelling dat na 1 mei is gedaan, wordt afgewezen.\n\n"
CLAUSE = (
    "Artikel 9\nOnze Minister kan voor bepaalde gevallen of groepen van gevallen tegemoetkomen aan onbillijkheden van overwegende aard die "
    "zich bij de toepassing van deze wet voordoen.\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Een navorderingsaanslag van de bewoner is dadelijk en tot het volle bedrag invorderbaar.",
        "In afwijking van artikel 9 van de Invorderingswet 1990 is een aanslag van de bewoner terstond invorderbaar.",
        "De aanslag is terstond invorderbaar. De ontvanger verleent de bewoner geen uitstel van betaling.",
    ],
)
def test_a_tax_that_is_due_at_once_is_asked_what_who_cannot_pay_may_do(sentence: str) -> None:
    (finding,) = of("invordering-zonder-regeling", f"{PEOPLE}Artikel 3\n{sentence}\n")
    assert ("(25)" in finding.explanation) is ("Invorderingswet" in sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "De aanslag is terstond invorderbaar. De ontvanger verleent de bewoner uitstel van betaling.",
        "De aanslag is terstond en tot het volle bedrag invorderbaar; artikel 10 van de Invorderingswet 1990 is van toepassing.",
        "De aanslag is niet terstond en tot het volle bedrag invorderbaar.",
    ],
)
def test_one_with_delay_or_left_to_the_general_law_is_not(sentence: str) -> None:
    assert of("invordering-zonder-regeling", f"{PEOPLE}Artikel 3\n{sentence}\n") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Heeft de bewoner geen aangifte gedaan, dan wordt het bezwaar afgewezen, tenzij is gebleken dat de aanslag onjuist is.",
        "De rechtbank verklaart het beroep van de bewoner ongegrond, tenzij is aangetoond dat en in hoeverre de aanslag te hoog is.",
        "Heeft de bewoner niet gemeld, dan rust de bewijslast dat de aanslag te hoog is op hem.",
    ],
)
def test_a_reversed_burden_of_proof_is_told(sentence: str) -> None:
    (finding,) = of("zware-bewijslast", f"{PEOPLE}Artikel 3\n{sentence}\n")
    assert finding.message.startswith("De bewijslast wordt omgekeerd")


@pytest.mark.parametrize(
    "sentence",
    [
        "De aanvraag van de bewoner wordt afgewezen, tenzij is gebleken dat hij een vlonder heeft.",
        "Ontkent de bewoner dat hij een vlonder heeft, dan rust de bewijslast op de inspecteur.",
        "De aanslag van de bewoner wordt gehandhaafd, tenzij de bewoner aannemelijk maakt dat zij te hoog is.",
    ],
)
def test_what_anybody_must_make_plausible_is_none(sentence: str) -> None:
    assert of("zware-bewijslast", f"{PEOPLE}Artikel 3\n{sentence}\n") == []


@pytest.mark.parametrize(
    "clause",
    [CLAUSE, "Artikel 9\nArtikel 63 van de Algemene wet inzake rijksbelastingen is van overeenkomstige toepassing.\n"],
)
def test_a_clause_like_that_of_the_general_tax_law_reaches_the_whole_act(clause: str) -> None:
    (bare,) = of("zwaar-gevolg-zonder-uitweg", PEOPLE + LOSS)
    assert "een hardheidsclausule voor artikel 4" in titles(bare)
    for finding in of("zwaar-gevolg-zonder-uitweg", PEOPLE + LOSS + clause):
        assert "een hardheidsclausule voor" not in titles(finding)
        assert "met alleen de hardheidsclausule als uitweg" in finding.message


def test_money_beside_the_act_is_no_such_clause() -> None:
    paid = "Artikel 9\nOnze Minister kan een tegemoetkoming toekennen aan de bewoner die door een onbillijkheid schade lijdt.\n"
    (finding,) = of("zwaar-gevolg-zonder-uitweg", PEOPLE + LOSS + paid)
    assert "met alleen de hardheidsclausule" not in finding.message


def test_a_clause_like_that_of_the_general_tax_law_is_not_measured_by_the_model() -> None:
    assert of("hardheidsclausule-onbepaalde-reikwijdte", PEOPLE + LOSS + CLAUSE) == []


@pytest.mark.parametrize("named", ["in afwijking van artikel 22j van de Algemene wet inzake rijksbelastingen, ", ""])
def test_what_article_22j_is_about_is_told_where_it_is_named(named: str) -> None:
    text = f"{PEOPLE}Artikel 7\nDe bewoner kan, {named}binnen drie weken na dagtekening bezwaar maken tegen de aanslag.\n"
    (finding,) = of("afwijking-awb-termijn", text)
    assert ("AWR 22j" in finding.ground) is bool(named)
