"""Objection or appeal that a text excludes, what only looks like it, and nets of the Awb that are set aside."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets.norms.uitweg import ways_out
from doenvermogentoets.readers import read_text
from doenvermogentoets.report.softening import follows
from doenvermogentoets.structure import dossier
from doenvermogentoets.testing import Marked, dossier_of

CATALOGUE = load()
LOWER = "Deze verordening treedt in werking met ingang van 1 juli 2027."
ACT = "Deze wet treedt in werking met ingang van 1 juli 2027."


def findings(sentence: str, rank: str = LOWER) -> list[Finding]:
    text = (
        "Artikel 5\n1. Het college weigert de tegemoetkoming van de ouder indien hij geen aanvraag doet.\n"
        f"2. {sentence}\n\nArtikel 9\nDe ouder van een kind of de bewoner van een woning ontvangt op zijn verzoek een tegemoetkoming "
        f"voor zijn gezin en kinderen.\n\nArtikel 20\n{rank}\n"
    )
    result = run_analysed(analyse(dossier_of(Marked(text, None, ()))), CATALOGUE.select(("waarborg-uitgesloten",)))
    assert result.failures == []
    return result.findings


@pytest.mark.parametrize(
    "sentence",
    [
        "Tegen een besluit als bedoeld in het eerste lid staat geen bezwaar open.",
        "Tegen de weigering kan geen bezwaar worden gemaakt.",
        "Bezwaar en beroep zijn uitgesloten.",
        "Tegen de beschikking kan de ouder geen beroep bij de bestuursrechter instellen.",
        "Besluiten op grond van dit artikel zijn niet vatbaar voor bezwaar of beroep.",
        "Hiertegen kan niet in bezwaar worden gekomen.",
    ],
)
def test_objection_or_appeal_that_is_excluded_is_a_safeguard_that_is_gone(sentence: str) -> None:
    (lower,) = findings(sentence)
    assert "geen wet in formele zin" in lower.explanation
    assert "Awb 7:1 en 8:5" in lower.explanation
    (act,) = findings(sentence, ACT)
    assert "geen wet in formele zin" not in act.explanation


@pytest.mark.parametrize(
    "sentence",
    [
        "Tegen het voornemen tot weigering staat geen bezwaar open.",
        "Indien de buren geen bezwaar hebben, verleent het college de ontheffing.",
        "De ouder beschikt over een verklaring van geen bezwaar.",
        "Indien tegen het besluit geen bezwaar meer kan worden gemaakt, betaalt de ouder.",
        "Een besluit waartegen geen beroep openstaat, wordt bekendgemaakt.",
        "Staat tegen het besluit geen bezwaar open, dan vermeldt het college dat.",
        "Is tegen het besluit geen bezwaar gemaakt, dan is het onherroepelijk.",
        "Tegen besluiten, genoemd in bijlage 2 bij de Algemene wet bestuursrecht, staat geen beroep open.",
        "Op grond van artikel 8:3 van de Algemene wet bestuursrecht kan tegen deze regels geen beroep worden ingesteld.",
        "Tegen de verwerking van persoonsgegevens op grond van dit besluit kan geen bezwaar worden gemaakt.",
        "Tegen de uitspraak van de rechtbank staat geen hoger beroep open.",
        "Het college heeft geen bezwaar tegen het besluit van de ouder.",
        "Tegen het besluit kan bezwaar worden gemaakt.",
        "Tegen het besluit staat geen administratief beroep open.",
        "Tegen het besluit over de klacht van de ouder kan geen beroep worden ingesteld.",
    ],
)
def test_other_objections_and_what_is_no_exclusion(sentence: str) -> None:
    assert findings(sentence) == []


def test_in_an_act_direct_appeal_is_a_suggestion() -> None:
    sentence = "Tegen de weigering kan geen bezwaar worden gemaakt. De ouder kan rechtstreeks beroep instellen bij de rechtbank."
    (act,) = findings(sentence, ACT)
    assert act.severity is not Severity.WARNING
    assert "meteen naar de rechter" in act.message


FINED = "Artikel 5\n1. Het college legt een bestuurlijke boete van € 400 op bij overtreding van artikel 9.\n2. "


def test_a_fine_hits_somebody_also_where_only_the_authority_is_named() -> None:
    assert findings(
        "Het college legt een bestuurlijke boete op. Artikel 5:46, derde lid, van de Algemene wet bestuursrecht is niet van toepassing."
    )


FINE = "Artikel 5\nHet college legt de houder een bestuurlijke boete van € 400 op indien hij artikel 2 niet naleeft.\n\nArtikel 6\n"


def grounds(text: str) -> set[str]:
    analysis = analyse(dossier(read_text(text, "ontwerp.txt", "txt"))).bill
    return {u.grond for n in nadelen(analysis) for u in ways_out(analysis, n.provision, n.norm)}


def test_an_article_of_the_awb_that_is_set_aside_is_no_net() -> None:
    assert "Awb 5:46" in grounds(FINE + "Artikel 4:8 van de Algemene wet bestuursrecht is niet van toepassing.\n")
    assert "Awb 5:46" not in grounds(FINE + "Artikel 5:46, derde lid, van de Algemene wet bestuursrecht is niet van toepassing.\n")
    assert "Awb 5:41" in grounds(FINE + "Artikel 5:46, derde lid, van de Algemene wet bestuursrecht is niet van toepassing.\n")


@pytest.mark.parametrize(
    "sentence",
    [
        "Artikel 5:46 van de Algemene wet bestuursrecht is van overeenkomstige toepassing.",
        "Artikel 5:46 van de Algemene wet bestuursrecht is niet van toepassing indien de houder opzettelijk heeft gehandeld.",
        "Op een boete als bedoeld in artikel 8 is artikel 5:46 van de Algemene wet bestuursrecht niet van toepassing."
        "\n\nArtikel 8\nBoeten.",
    ],
)
def test_a_net_that_is_set_aside_elsewhere_or_in_some_cases_stays(sentence: str) -> None:
    assert "Awb 5:46" in grounds(FINE + sentence + "\n")


INCOMPLETE = (
    "Artikel 3\n1. De bewoner legt bij de aanvraag een offerte over.\n2. Een onvolledige aanvraag wordt niet in behandeling genomen."
)
RANKED = (
    "\n\nArtikel 4\nHet college verdeelt het bedrag op volgorde van ontvangst, met dien verstande dat, indien een aanvrager krachtens "
    "artikel 4:5 van de Algemene wet bestuursrecht de gelegenheid heeft gehad de aanvraag aan te vullen, de dag van de "
    "aanvulling telt.\n"
)


def repairs(text: str) -> set[str]:
    analysis = analyse(dossier(read_text(text, "ontwerp.txt", "txt"))).bill
    duty = analysis.provisions[0]
    return {u.soort.value for norm in duty.norms for u in follows(analysis, duty, norm)[1]}


def test_what_rests_on_an_article_that_is_set_aside_is_no_way_out() -> None:
    out = " Artikel 4:5 van de Algemene wet bestuursrecht is niet van toepassing."
    assert "herstel van verzuim" in repairs(INCOMPLETE + RANKED)
    assert "herstel van verzuim" not in repairs(INCOMPLETE + out + RANKED)
