"""What the toelichting says that a number becomes, beside the amending order that replaces it; old law that stays for a while."""

from __future__ import annotations

import pytest

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
        ("Het onderzoek duurt zes weken.", "Artikel I, onderdeel A (artikel 4, tweede lid)"),
        ("De termijn wordt met zes weken verkort.", "Artikel I, onderdeel A (artikel 4, tweede lid)"),
        ("De termijn wordt met twee weken verkort.", "Artikel I, onderdeel D (artikel 11)"),
    ],
)
def test_the_number_of_the_order_or_of_something_else(told: str, head: str) -> None:
    assert found(told, head) == []


@pytest.mark.parametrize("label", ["a. in het tweede lid", "1°. in het tweede lid", "a. In het tweede lid"])
def test_orders_of_a_list_may_start_in_lower_case(label: str) -> None:
    second = label[:1] == "a" and "b. het derde lid vervalt." or "2°. het derde lid vervalt."
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
