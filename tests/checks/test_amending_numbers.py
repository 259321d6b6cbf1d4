"""What the toelichting says that a number becomes, beside the amending order that replaces it; old law that stays for a while."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run
from doenvermogentoets.findings import Finding
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier

CHECKS = load().select(["tegenspraak-getal", "tegenspraak-inwerkingtreding"])
ORDERS = (
    "A\nIn artikel 4, tweede lid, wordt «binnen negen weken» vervangen door «binnen drie weken».\n\n"
    "B\nIn artikel 7 wordt «ten hoogste € 800» vervangen door «ten hoogste € 2.400».\n\n"
    "C\nIn artikel 9, eerste lid, wordt «30 procent» vervangen door «60 procent».\n\n"
    "D\nIn artikel 11 wordt «vier weken» vervangen door «twee weken».\n\n"
)
STAYS = "Op verzoeken die zijn gedaan voor de inwerkingtreding van deze wet blijft artikel 4 zoals dat luidde van toepassing"


def found(told: str, head: str = "Artikel I, onderdeel A (artikel 4, tweede lid)", orders: str = ORDERS, last: str = "") -> list[Finding]:
    bill = (
        f"Artikel I\nDe Wet dakgoten wordt als volgt gewijzigd:\n\n{orders}"
        f"Artikel II\n{last or 'Deze wet wordt aangehaald als: Wijzigingswet dakgoten.'}\n\n"
        "Artikel III\nDeze wet treedt in werking met ingang van 1 januari 2030.\n"
    )
    kop = f"Artikelsgewijs\n\n{head}" if head else "1. Hoofdlijnen"
    given = read_text(f"Memorie van toelichting\n\n{kop}\n\n{told}\n", "t.txt", "txt")
    result = run(dossier(read_text(bill, "o.txt", "txt"), given), CHECKS)
    assert result.failures == []
    return result.findings


@pytest.mark.parametrize(
    ("told", "head"),
    [
        ("De termijn gaat van negen naar zes weken.", "Artikel I, onderdeel A (artikel 4, tweede lid)"),
        ("De termijn van negen weken wordt zes weken, omdat de goten sneller vol zijn.", "Artikel I, onderdeel A (artikel 4, tweede lid)"),
        ("De termijn wordt teruggebracht tot zes weken.", "Artikel I\n\nOnderdeel A"),
        ("De boete stijgt van € 800 naar € 1.600.", ""),
        ("Het maximum wordt € 1.600.", "Artikel I, onderdeel B"),
        ("De korting wordt verhoogd van 30 procent naar 45 procent.", ""),
        ("De termijn wordt met twee weken verkort.", "Artikel I, onderdeel A (artikel 4, tweede lid)"),
    ],
)
def test_another_number_than_the_order_puts_in(told: str, head: str) -> None:
    assert [f.check for f in found(told, head)] == ["tegenspraak-getal"]


@pytest.mark.parametrize(
    ("told", "head"),
    [
        ("De termijn gaat van negen naar drie weken.", "Artikel I, onderdeel A (artikel 4, tweede lid)"),
        ("De termijn van negen weken wordt 21 dagen.", "Artikel I, onderdeel A (artikel 4, tweede lid)"),
        ("De boete stijgt van € 800 naar € 2.400.", ""),
        ("In het concept dat ter consultatie lag, ging de termijn van negen naar zes weken.", ""),
        ("De griffierechten stijgen van € 90 naar € 110.", ""),  # no order has this number
        ("De termijn wordt zes weken korter.", "Artikel I, onderdeel A (artikel 4, tweede lid)"),
        ("Het onderzoek duurt zes weken.", "Artikel I, onderdeel A (artikel 4, tweede lid)"),
        ("De termijn wordt met zes weken verkort.", "Artikel I, onderdeel A (artikel 4, tweede lid)"),
        ("De termijn wordt met twee weken verkort.", "Artikel I, onderdeel D (artikel 11)"),
    ],
)
def test_the_number_of_the_order_or_of_something_else(told: str, head: str) -> None:
    assert found(told, head) == []


@pytest.mark.parametrize("label", ["a. in het tweede lid", "1°. in het tweede lid", "a. In het tweede lid"])
def test_orders_of_a_list_may_start_in_lower_case(label: str) -> None:
    second = "b. het derde lid vervalt." if label[:1] == "a" else "2°. het derde lid vervalt."
    orders = f"A. Artikel 4 wordt als volgt gewijzigd:\n{label} wordt «€ 10» vervangen door «€ 30»;\n{second}\n\nB. Artikel 8 vervalt.\n\n"
    document = dossier(read_text(f"Artikel I\nDe Wet dakgoten wordt als volgt gewijzigd:\n\n{orders}", "o.txt", "txt"), None).bill
    assert document is not None
    assert [(a.target.artikel, a.target.lid, a.old, a.new) for a in document.amendments] == [
        ("4", "2", "€ 10", "€ 30"),
        ("4", "3", "", ""),
        ("8", None, "", ""),
    ]


def test_inserted_text_in_lower_case_is_no_order() -> None:
    bill = (
        "Artikel I\nDe Wet dakgoten wordt als volgt gewijzigd:\n\nA\nArtikel 4 komt te luiden:\n\nArtikel 4\n\n"
        "De vergunning houdt in:\na. na welke termijn zij vervalt;\nb. het lid dat vervalt.\n\nB\nArtikel 8 vervalt.\n"
    )
    document = dossier(read_text(bill, "o.txt", "txt"), None).bill
    assert document is not None
    assert [a.target.artikel for a in document.amendments] == ["4", "8"]


@pytest.mark.parametrize(
    ("told", "last", "seen"),
    [
        ("Voor lopende verzoeken geldt het oude recht onbeperkt.", f"{STAYS} gedurende zes weken.", True),
        ("Voor lopende verzoeken geldt het oude recht nog zes weken.", f"{STAYS} gedurende zes weken.", False),
        ("Voor lopende verzoeken geldt het oude recht onbeperkt.", f"{STAYS}.", False),
        (
            "Op lopende verzoeken blijft het oude recht van toepassing.",
            "Verzoeken die voor de inwerkingtreding zijn gedaan, worden behandeld volgens deze wet.",
            True,
        ),
        (
            "Op lopende verzoeken blijft het oude recht van toepassing.",
            "Verzoeken die voor de inwerkingtreding zijn gedaan, worden behandeld volgens de wet zoals die toen luidde.",
            False,
        ),
    ],
)
def test_old_law_for_a_while_or_not_at_all(told: str, last: str, seen: bool) -> None:
    assert bool(found(told, "Artikel II", last=last)) is seen


def _run(bill: str, told: str, *checks: str) -> list[Finding]:
    result = run(dossier(read_text(bill, "o.txt", "txt"), read_text(told, "t.txt", "txt") if told else None), load().select(list(checks)))
    assert result.failures == []
    return result.findings


OWN = (
    "Artikel I\nDe Verordening moestuinen wordt als volgt gewijzigd:\n\nA\nArtikel 4 komt te luiden:\n\nArtikel 4\n\n"
    "Een aanvraag wordt door de tuinder ingediend vóór 1 mei van het jaar waarvoor de tuin wordt gevraagd.\n\n"
    "Artikel II\nDeze verordening treedt in werking met ingang van 1 januari 2030.\n"
)


@pytest.mark.parametrize(("day", "seen"), [("1 juni", True), ("1 mei", False)])
def test_last_day_under_the_heading_of_its_artikel(day: str, seen: bool) -> None:
    told = f"Toelichting\n\nArtikelsgewijs\n\nArtikel I, onderdeel A (artikel 4)\n\nDe uiterste datum van {day} wordt gehandhaafd.\n"
    assert bool(_run(OWN, told, "tegenspraak-getal")) is seen


CLOSES = (
    "Artikel I\nDe Wet rioolputten wordt als volgt gewijzigd:\n\nA\n"
    "In de artikelen 12, eerste lid, en 14, derde lid, wordt «schriftelijk of elektronisch» telkens vervangen door «{new}».\n\n"
    "B\nIn artikel 15 wordt «put» vervangen door «schacht».\n"
)


@pytest.mark.parametrize(
    ("new", "told", "seen"),
    [
        ("uitsluitend elektronisch", "De eigenaar kan kiezen tussen post en elektronisch.", True),
        ("uitsluitend elektronisch", "Wie dat liever heeft, kan zijn melding op papier doen.", True),
        ("uitsluitend elektronisch", "De melding op papier vervalt; de eigenaar meldt voortaan elektronisch.", False),
        ("elektronisch of schriftelijk", "De eigenaar kan kiezen tussen post en elektronisch.", False),
    ],
)
def test_a_way_that_an_order_closes(new: str, told: str, seen: bool) -> None:
    text = f"Memorie van toelichting\n\nArtikelsgewijs\n\nArtikel I, onderdeel A (artikelen 12 en 14)\n\n{told}\n"
    assert bool(_run(CLOSES.format(new=new), text, "tegenspraak-toegang")) is seen
    other = text.replace("onderdeel A (artikelen 12 en 14)", "onderdeel B (artikel 15)")
    assert _run(CLOSES.format(new=new), other, "tegenspraak-toegang") == []


def test_an_order_for_several_artikelen_names_them_all() -> None:
    (finding,) = _run(CLOSES.format(new="uitsluitend elektronisch"), "", "waarborg-verzwakt")
    assert "Dezelfde wijziging geldt voor artikel 14, derde lid." in finding.explanation


def test_an_order_for_one_artikel_names_no_other() -> None:
    one = CLOSES.replace("de artikelen 12, eerste lid, en 14, derde lid,", "artikel 12, bedoeld in artikel 14,").replace("telkens ", "")
    (finding,) = _run(one.format(new="uitsluitend elektronisch"), "", "waarborg-verzwakt")
    assert "Dezelfde wijziging" not in finding.explanation


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ("binnen een redelijke termijn", "binnen vijf dagen", True),
        ("zo spoedig mogelijk", "terstond", True),
        ("binnen een redelijke termijn", "binnen tien weken", False),
        ("terstond", "zo spoedig mogelijk", False),
        ("een redelijke vergoeding", "vijf euro", False),
    ],
)
def test_a_limit_that_left_room_becomes_strict(old: str, new: str, seen: bool) -> None:
    bill = f"Artikel I\nDe Wet rioolputten wordt als volgt gewijzigd:\n\nA\nIn artikel 9 wordt «{old}» vervangen door «{new}».\n"
    assert any("liet ruimte" in f.message for f in _run(bill, "", "afwijking-awb-termijn")) is seen


ORDERS_AND_TEXT = (
    "Artikel I\nDe Wet rioolputten wordt als volgt gewijzigd:\n\nA\nIn artikel 4 wordt «negen weken» vervangen door «drie weken».\n\n"
    "B\nNa artikel 5 wordt een artikel ingevoegd, luidende:\n\nArtikel 5a\n\n"
    "Het college trekt de vergunning in indien de eigenaar de put niet binnen drie weken na de melding heeft gereinigd.\n"
)


@pytest.mark.parametrize(
    ("head", "seen"),
    [("Artikel I, onderdeel A (artikel 4)", False), ("Artikel I, onderdeel B (artikel 5a)", True)],
)
def test_what_is_told_of_one_order_explains_no_text_of_another(head: str, seen: bool) -> None:
    told = (
        f"Memorie van toelichting\n\nArtikelsgewijs\n\n{head}\n\nDe vergunning wordt ingetrokken als de put niet binnen drie weken na de "
        "melding is gereinigd, omdat een vervuilde put overlast geeft voor de straat.\n"
    )
    made = dossier(read_text(ORDERS_AND_TEXT, "o.txt", "txt"), read_text(told, "t.txt", "txt"))
    analysis = analyse(made)
    assert analysis.explanation is not None
    provision = next(p for p in analysis.bill.provisions if any(n.gevolgen for n in p.norms))
    assert analysis.explanation.of(provision).mentioned is seen
