"""What a toelichting says of one provision and not of its neighbour: mention, reason, exception and account."""

from __future__ import annotations

import pytest

from doenvermogentoets import structure
from doenvermogentoets.analysis import DossierAnalysis, analyse
from doenvermogentoets.readers import read_text
from doenvermogentoets.toelichting import Explained, verantwoording

BILL = """\
Artikel 1. Kwijtschelding
1. De boseigenaar vraagt de herplantbijdrage aan binnen acht weken na de kap.
2. Het waterschap vordert de herplantbijdrage terug die ten onrechte is betaald.
3. De boseigenaar betaalt het bedrag binnen vier weken. Bij te late betaling wordt het bedrag verhoogd met tien procent.

Artikel 2. Opgave
De boseigenaar doet het waterschap elk jaar opgave van de bomen die hij heeft geveld.

Artikel 3. Einde
1. Het waterschap beëindigt de herplantbijdrage, indien de boseigenaar niet herplant.
2. Het waterschap kan van beëindiging afzien, indien de boseigenaar geen verwijt treft.
"""


def read(toelichting: str, bill: str = BILL) -> DossierAnalysis:
    return analyse(structure.dossier(read_text(bill, "o.txt", "txt"), read_text(f"TOELICHTING\n\n{toelichting}\n", "t.txt", "txt")))


def explained(toelichting: str, artikel: str, lid: str | None, effect: str = "") -> Explained:
    dossier = read(toelichting)
    provision = dossier.bill.find(artikel, lid)
    assert provision is not None
    assert dossier.explanation is not None
    norm = next((n for n in provision.norms if effect and effect in dossier.bill.document.text[n.span]), None)
    return dossier.explanation.of(provision, norm)


def test_a_sentence_on_one_lid_does_not_mention_another() -> None:
    said = "Artikelsgewijs\n\nArtikel 1\nDe boseigenaar vraagt de herplantbijdrage aan binnen acht weken na de kap."
    assert explained(said, "1", "1").mentioned
    recovery = explained(said, "1", "2")
    assert not recovery.mentioned
    assert recovery.place is None


def test_a_sentence_on_the_act_of_the_lid_mentions_it() -> None:
    said = "Artikelsgewijs\n\nArtikel 1\nWat ten onrechte is betaald, vordert het waterschap terug."
    found = explained(said, "1", "2")
    assert found.mentioned
    assert found.place is not None


def test_a_rejected_alternative_explains_what_it_would_have_replaced() -> None:
    said = (
        "Algemeen\n\n1. Aanvraag\nDe boseigenaar vraagt de herplantbijdrage binnen acht weken aan. Overwogen is om de bijdrage ambtshalve "
        "te verlenen op basis van de luchtfoto's. Daarvan is afgezien, omdat uit de luchtfoto's niet blijkt wie de bomen heeft geveld."
    )
    assert not explained(said, "2", None).sufficient


def test_a_rejected_alternative_to_the_duty_itself_explains_it() -> None:
    said = (
        "Algemeen\n\n1. Opgave\nDe boseigenaar geeft elk jaar op welke bomen hij heeft geveld. Overwogen is om de opgave achterwege te "
        "laten. Daarvan is afgezien, omdat uit de luchtfoto's niet blijkt wie de bomen heeft geveld."
    )
    assert explained(said, "2", None).sufficient


def test_a_paragraph_on_another_lid_gives_no_reason_for_an_effect_it_does_not_tell() -> None:
    said = (
        "Algemeen\n\n1. Terugvordering\nDe terugvordering in artikel 1, tweede lid, is een gebonden bevoegdheid. Daarvoor is gekozen omdat "
        "publiek geld dat ten onrechte is betaald terug moet. Een kan-bepaling is overwogen, maar leidt tot verschillen tussen kantoren."
    )
    assert explained(said, "1", "2", "vordert").sufficient
    assert not explained(said, "1", "3", "verhoogd").sufficient


def test_the_exception_that_another_lid_makes_is_proportionality_of_this_one() -> None:
    said = (
        "Artikelsgewijs\n\nArtikel 3\nHet waterschap moet beëindigen, omdat andere boseigenaren op de wachtlijst staan. Voor wie geen "
        "verwijt treft, bijvoorbeeld door een storm, bevat het tweede lid een uitzondering."
    )
    assert explained(said, "3", "1").has("evenredigheid")
    assert not explained(said.replace("het tweede lid een uitzondering", "het besluit een motivering"), "1", "2").has("evenredigheid")


def test_complete_lacks_nothing() -> None:
    said = (
        "Artikelsgewijs\n\nArtikel 3\nHet waterschap is gehouden de bijdrage te beëindigen, omdat andere boseigenaren erop moeten kunnen "
        "rekenen dat wie niet herplant, plaatsmaakt. Een kan-bepaling is overwogen, maar geeft hun te weinig zekerheid."
    )
    milder = " Voor wie geen verwijt treft, bevat het tweede lid een uitzondering."
    for passage, stand in ((said, "uitgelegd"), (said + milder, "volledig")):
        found = verantwoording(read(passage))
        assert found is not None
        uitleg = next(u for u in found.bepalingen if u.unit.artikel is not None and u.unit.artikel.number == "3" and u.unit.number == "1")
        assert uitleg.stand == stand
        assert ("evenredigheid" in uitleg.ontbreekt) == (stand != "volledig")


@pytest.mark.parametrize(
    ("sentence", "spoken_of"),
    [
        ("De verordening wordt binnen drie jaar na inwerkingtreding geëvalueerd.", False),
        ("Vijf jaar na de inwerkingtreding brengt het waterschap verslag uit.", False),
        ("De inwerkingtreding is voorzien op 1 januari.", True),
        ("De verordening treedt in werking op 1 januari.", True),
    ],
)
def test_entry_into_force_as_the_begin_of_a_term_is_no_account_of_it(sentence: str, spoken_of: bool) -> None:
    dossier = read(f"Algemeen\n\n4. Evaluatie\n{sentence}")
    assert dossier.explanation is not None
    assert dossier.explanation.speaks_of("inwerkingtreding") is spoken_of


@pytest.mark.parametrize(
    ("sentence", "tested"),
    [
        ("Het waterschap heeft met acht boseigenaren het formulier doorlopen.", True),
        ("Twaalf boseigenaren hebben de aanvraag nagelopen.", True),
        ("Met de boseigenaren is in het bestuur de planning doorgenomen.", True),
        ("De boseigenaren doen een aanvraag met twee bijlagen.", False),
    ],
)
def test_going_through_it_with_people_is_a_trial(sentence: str, tested: bool) -> None:
    dossier = read(f"Algemeen\n\n3. Doenvermogen\nDe aanvraag is doenlijk. {sentence}")
    assert dossier.explanation is not None
    assert dossier.explanation.account.has("getest") is tested


@pytest.mark.parametrize(
    ("sentence", "known"),
    [
        ("De doelgroep bestaat uit boseigenaren met minder dan vijf hectare.", True),
        ("Het gaat naar schatting om 4.300 boseigenaren, van wie de helft ouder is dan zeventig.", True),
        ("De bijdrage komt uit een fonds van 4.300 euro per hectare.", False),
    ],
)
def test_who_it_is_about_may_be_told_before(sentence: str, known: bool) -> None:
    dossier = read(
        f"Algemeen\n\nDe bijdrage helpt bij herplant. {sentence}\n\nBij het opstellen is rekening gehouden met het doenvermogen."
    )
    assert dossier.explanation is not None
    assert dossier.explanation.account.has("doelgroep") is known


CHOICE = """\
Artikel 1. Weigering
1. Het college weigert een standplaats aan de koopman, indien het aantal plaatsen is bereikt. De koopman komt dan op een wachtlijst.
2. Ook in andere gevallen kan het college een standplaats weigeren.
"""
BOUND = (
    "Algemeen\n\n1. Plaatsen\nZijn de plaatsen op de markt vergeven, dan wordt een aanvraag geweigerd (artikel 1, eerste lid). Het college "
    "heeft hier geen beleidsruimte. De raad wil dat de volgorde van de wachtlijst voor iedereen gelijk is, en dat kan alleen als het "
    "college niet naar eigen inzicht iemand kan laten voorgaan. Een voorrangsregeling voor kramen met verse waar is besproken, maar bleek "
    "niet goed af te bakenen."
)


def sufficient(lid: str) -> bool:
    dossier = read(BOUND, CHOICE)
    provision = dossier.bill.find("1", lid)
    assert provision is not None
    assert dossier.explanation is not None
    return dossier.explanation.of(provision, next(n for n in provision.norms if n.gevolgen)).sufficient


def test_why_one_lid_binds_does_not_explain_the_choice_of_another() -> None:
    assert sufficient("1")
    assert not sufficient("2")
