"""The Awb is no net where it does not hold (BES, rijkswet), and the Aanwijzingen bind the Rijk alone."""

from __future__ import annotations

import pytest
from voorstellen import of, titles

FINE = "Artikel 3\nOnze Minister legt een bestuurlijke boete op van USD 200 aan de bewoner die zijn verhuizing niet meldt.\n\n"
DEBT = "Artikel 4\nIndien de bewoner een wijziging niet meldt, vordert Onze Minister de toeslag geheel terug.\n\n"


def _titled(title: str, text: str) -> str:
    return f"{title}\n\n{text}"


@pytest.mark.parametrize("title", ["Wet waterlevering BES", "Wet drinkwater Bonaire", "Rijkswet havenarbeid"])
@pytest.mark.parametrize("text", [FINE, DEBT])
def test_no_net_of_the_awb_is_told_where_it_does_not_hold(title: str, text: str) -> None:
    (finding,) = of("sanctie-zonder-matiging", _titled(title, text))
    assert "Vangnet" not in finding.explanation
    assert "geldt hier niet" in finding.explanation
    # a Dutch authority in Europe decides on a rijkswet by the Awb
    assert ("in elk land van het Koninkrijk" in finding.explanation) is title.startswith("Rijkswet")
    assert "alleen een maat" in finding.ground
    assert "geeft Awb 5:46 al" not in titles(finding)
    assert "gelden al" not in titles(finding)


@pytest.mark.parametrize("text", [FINE, DEBT])
def test_the_net_stays_where_the_awb_holds(text: str) -> None:
    (finding,) = of("sanctie-zonder-matiging", _titled("Wet waterlevering", text))
    assert "Vangnet: Awb" in finding.explanation
    assert "maat" not in finding.ground


def test_a_rijkswet_that_names_the_awb_itself_keeps_its_nets() -> None:
    named = "Artikel 9\nDe Algemene wet bestuursrecht is van toepassing op besluiten van Onze Minister.\n"
    (finding,) = of("sanctie-zonder-matiging", _titled("Rijkswet havenarbeid", FINE + named))
    assert "Vangnet: Awb" in finding.explanation


def test_what_an_act_inserts_holds_where_the_amended_law_holds() -> None:
    title = "Wijziging van de Wet studiefinanciering BES en van de Participatiewet\n\n"
    new = "Na artikel 8 van de {} wordt een artikel ingevoegd, luidende:\n\nArtikel 8a\n" + FINE.removeprefix("Artikel 3\n")
    text = title + "ARTIKEL I\n" + new.format("Wet studiefinanciering BES") + "ARTIKEL II\n" + new.format("Participatiewet")
    said = [f.explanation for f in of("sanctie-zonder-matiging", text)]
    assert ["Vangnet" in s for s in said] == [False, True]


APPEAL = "Artikel 5\nTegen de weigering kan de bewoner binnen drie weken beroep instellen bij de rechter in eerste aanleg.\n"


def test_a_short_appeal_in_a_rijkswet_is_measured_and_promised_nothing() -> None:
    (finding,) = of("afwijking-awb-termijn", _titled("Rijkswet havenarbeid", APPEAL))
    assert "blijft mogelijk" not in finding.explanation
    assert "de maat van de Awb" in finding.message
    (usual,) = of("afwijking-awb-termijn", _titled("Wet havenarbeid", APPEAL))
    assert "blijft mogelijk" in usual.explanation


BY_COLLEGE = "Artikel 2\nHet college weigert de bijdrage indien de inwoner een bewijsstuk niet heeft overgelegd.\n\n"


@pytest.mark.parametrize(
    ("opening", "decentral"),
    [
        ("De raad van de gemeente Lindeveen;\n\ngelet op artikel 149 van de Gemeentewet;\n\nbesluit vast te stellen de Verordening", True),
        ("Beleidsregel van het college van burgemeester en wethouders van Lindeveen over", True),
        ("Beleidsregel van de Minister van Financiën over", False),
        ("VOORSTEL VAN WET\n\nRegels over", False),
    ],
)
def test_only_the_rijk_is_bound_by_the_aanwijzingen(opening: str, *, decentral: bool) -> None:
    (finding,) = of("zwaar-gevolg-zonder-uitweg", f"{opening} bijdragen\n\n{BY_COLLEGE}")
    assert ("binden alleen het Rijk" in finding.ground) is decentral


@pytest.mark.parametrize("opening", ["Verordening van de raad van de gemeente Veenhaven over vlonders", "Besluit vlonders"])
def test_the_same_goes_for_the_letters_of_ministers(opening: str) -> None:
    text = f"{opening}\n\nArtikel 1\nDe bewoner betaalt de te veel ontvangen toelage ineens terug.\n"
    (finding,) = of("invordering-zonder-regeling", text)
    assert "brief BZK" in finding.ground
    assert finding.ground.endswith("zijn hier een maat") is opening.startswith("Verordening")
