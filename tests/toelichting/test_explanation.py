"""What a toelichting says about a provision, and about doenvermogen."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import DossierAnalysis, analyse
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier
from doenvermogentoets.toelichting import Explanation

BILL = """Artikel 5
1. De ouder meldt een verhuizing binnen twee weken aan het college.
2. Het college trekt de vergunning in indien de ouder de leges niet heeft betaald.

Artikel 6
Het college weigert de vergunning indien het plafond van het gebied is bereikt.

Artikel 7
Het college brengt verslag uit.
"""


def read(toelichting: str, bill: str = BILL) -> DossierAnalysis:
    return analyse(dossier(read_text(bill, "o.txt", "txt"), read_text(f"MEMORIE VAN TOELICHTING\n\n{toelichting}\n", "t.txt", "txt")))


def explanation(toelichting: str, bill: str = BILL) -> Explanation:
    found = read(toelichting, bill).explanation
    assert found is not None
    return found


def elements(toelichting: str, artikel: str, lid: str | None = None) -> set[str]:
    analysis = read(toelichting)
    provision = analysis.bill.find(artikel, lid)
    assert provision is not None
    assert analysis.explanation is not None
    return set(analysis.explanation.of(provision).elements)


def test_all_five_elements_by_reference() -> None:
    text = (
        "1. Weigering\nHet college weigert de vergunning als het plafond is bereikt (artikel 6). Dat is een gebonden bevoegdheid. "
        "Daarvoor is gekozen omdat de volgorde voor iedereen gelijk moet zijn. Een kan-bepaling is overwogen. "
        "Onevenredige gevolgen zijn niet te verwachten."
    )
    assert elements(text, "6") == {"genoemd", "gebonden", "waarom", "alternatieven", "evenredigheid"}


def test_mention_without_reason_is_not_sufficient() -> None:
    analysis = read("1. Weigering\nArtikel 6 gaat over het plafond.")
    provision = analysis.bill.find("6")
    assert provision is not None
    assert analysis.explanation is not None
    explained = analysis.explanation.of(provision)
    assert explained.mentioned
    assert not explained.sufficient
    assert explained.missing == ("gebonden", "waarom", "alternatieven", "evenredigheid")


def test_reason_for_another_artikel_does_not_count() -> None:
    text = "1. Hoofdlijnen\nArtikel 6 gaat over het plafond. Artikel 7 is nodig omdat de raad het werk wil volgen."
    assert elements(text, "6") == {"genoemd"}


def test_under_its_own_heading_and_only_its_lid() -> None:
    text = "ARTIKELSGEWIJS\n\nArtikel 5\nHet eerste lid is kort, omdat de plaats snel vrij moet komen. Het tweede lid gaat over de leges."
    assert "waarom" in elements(text, "5", "1")
    assert "waarom" not in elements(text, "5", "2")


def test_same_act_and_object_without_reference() -> None:
    text = (
        "1. Weigering\nHet college weigert een vergunning als het plafond van het gebied is bereikt, omdat anders de wachtlijst niet werkt."
    )
    assert {"genoemd", "waarom"} <= elements(text, "6")


def test_nothing_about_it() -> None:
    assert elements("1. Inleiding\nDe stad groeit, omdat er werk is.", "6") == set()


def test_discretion_is_not_binding() -> None:
    text = "1. Weigering\nArtikel 6 is nodig omdat plaatsen schaars zijn. Het college is niet gehouden een vergunning te weigeren."
    assert "gebonden" not in elements(text, "6")


def test_through_a_wijzigingsonderdeel() -> None:
    bill = (
        "ARTIKEL I\nDe Wet huur wordt als volgt gewijzigd:\n\nA\nArtikel 18 komt te luiden:\n\n"
        "Artikel 18\nDe huurder meldt een verhuizing.\n\n"
        "B\nArtikel 19 komt te luiden:\n\nArtikel 19\nDe huurder betaalt de huur.\n"
    )
    analysis = read("ARTIKELSGEWIJS\n\nArtikel I, onderdeel A (artikel 18)\nDe melding is nodig omdat de huur anders te hoog blijft.", bill)
    assert analysis.explanation is not None
    first, second = analysis.bill.find("18"), analysis.bill.find("19")
    assert first is not None
    assert second is not None
    assert analysis.explanation.of(first).sufficient
    assert not analysis.explanation.of(second).mentioned


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("1. Hoofdlijnen\nEen subsidie is overwogen, maar bereikt te weinig mensen.", "varianten"),
        ("1. Slot\nDe wet wordt na drie jaar geëvalueerd.", "evaluatie"),
        ("1. Slot\nVoor bestaande gevallen verandert er niets.", "overgangsrecht"),
        ("1. Gevolgen\nHet gaat om ongeveer 4.000 ouders.", "doelgroep"),
    ],
)
def test_content_without_heading_counts(text: str, topic: str) -> None:
    assert explanation(text).speaks_of(topic)


def test_heading_without_content_does_not_count() -> None:
    assert not explanation("1. Monitoring\n\n2. Inleiding\nOuders krijgen steun.").speaks_of("evaluatie")


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("1. Inleiding\nOuders krijgen steun.", "afwezig"),
        ("1. Regeldruk\nEen aanvraag kost een half uur.", "afwezig"),
        ("1. Doenvermogen\nBij het opstellen is rekening gehouden met het doenvermogen van ouders.", "leeg"),
        ("1. Doenlijkheid\nDe helft van de ouders heeft moeite met formulieren. Zij geven een verhuizing door.", "mager"),
        (
            "1. Gevolgen\nHet voorstel richt zich uitsluitend tot bestuursorganen. Een doenvermogentoets is achterwege gebleven.",
            "niet van toepassing",
        ),
        (
            "1. Doenvermogen\nVan ongeveer 4.000 ouders wordt gevraagd een verhuizing te melden. Wie dat vergeet, krijgt een brief. "
            "De slotsom is dat dit te doen is.",
            "aanwezig",
        ),
    ],
)
def test_account_of_doenvermogen(text: str, stand: str) -> None:
    assert explanation(text).account.stand == stand


def test_parts_of_the_account_have_their_words() -> None:
    found = explanation(
        "1. Doenvermogen\nNa een overlijden regelen nabestaanden niets. Het wijkteam helpt. De brief is met twaalf ouders "
        "uitgeprobeerd en ingekort."
    )
    account = found.account
    assert {"situatie", "hulp", "getest", "aangepast"} <= set(account.parts)
    assert found.document.text[account.parts["getest"][0]] in ("uitgeprobeerd", "met twaalf ouders")


def test_is_not_made_without_a_toelichting() -> None:
    assert analyse(dossier(read_text(BILL, "o.txt", "txt"))).explanation is None
