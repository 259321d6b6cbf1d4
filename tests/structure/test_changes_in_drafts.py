"""Changes in a draft that stand in no artikel, and instructions under a condition on another bill."""

from __future__ import annotations

import pytest

from doenvermogentoets import readers, structure
from doenvermogentoets.document import DocumentKind, Unit, UnitKind
from doenvermogentoets.structure.amending import Form, changes_draft, read_instruction
from doenvermogentoets.structure.labels import label, unit_json


def read(text: str):
    return structure.dossier(readers.read_text(text, "stuk.txt", "txt"))


def found(root: Unit, kind: UnitKind) -> list[str]:
    return [unit.number for unit in root.walk() if unit.kind is kind]


NOTE = """Tweede Kamer der Staten-Generaal
2
Vergaderjaar 2031–2032
39 104
Regels over het lenen van bakfietsen (Bakfietswet)

Nr. 9
NOTA VAN WIJZIGING

Het voorstel van wet wordt als volgt gewijzigd:

{one}
In artikel 3, eerste lid, wordt «tien weken» vervangen door «drie weken».

{two}
Na artikel 5 wordt een artikel ingevoegd, luidende:
Artikel 5a. Stalling
1. De lener brengt de bakfiets elke avond terug.
2. Het college trekt de pas in indien de lener dat nalaat.

{three}
Artikel 8 vervalt.

Toelichting

Onderdeel B
De bakfiets moet 's nachts droog staan.
"""


@pytest.mark.parametrize("numbers", [("A", "B", "C"), ("1", "2", "3"), ("I", "II", "III")])
def test_a_nota_van_wijziging_is_read_with_its_toelichting(numbers: tuple[str, str, str]) -> None:
    dossier = read(NOTE.format(one=numbers[0], two=numbers[1], three=numbers[2]))
    assert found(dossier.bill.root, UnitKind.WIJZIGINGSONDERDEEL) == list(numbers)
    assert dossier.bill.kind is DocumentKind.WIJZIGINGSVOORSTEL
    assert dossier.bill.title == "Bakfietswet"
    lid = next(u for u in dossier.bill.provisions() if u.number == "2")
    assert label(lid) == f"onderdeel {numbers[1]} (artikel 5a, tweede lid)"
    assert unit_json(lid)["wijziging"] == {"artikel": None, "onderdeel": numbers[1]}
    assert dossier.toelichting is not None
    assert dossier.toelichting.kind is DocumentKind.TOELICHTING


def test_an_amendement_inserts_into_a_bill_that_amends() -> None:
    dossier = read(
        "AMENDEMENT VAN HET LID DE GROOT\n\nDe ondergetekende stelt het volgende amendement voor:\n\nI\n"
        "In artikel II wordt na onderdeel C een onderdeel ingevoegd, luidende:\n\nCa\n"
        "Aan artikel 12 wordt een lid toegevoegd, luidende:\n4. De lener betaalt de schade binnen een week.\n\n"
        "II\nArtikel IV, onderdeel A, vervalt.\n"
    )
    assert found(dossier.bill.root, UnitKind.WIJZIGINGSONDERDEEL) == ["I", "Ca", "II"]
    assert [label(u) for u in dossier.bill.provisions()] == ["onderdeel I (artikel 12, vierde lid)"]


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Het gewijzigd voorstel van wet wordt als volgt gewijzigd:", True),
        ("In het voorstel van wet worden de volgende wijzigingen aangebracht:", True),
        ("De ondergetekenden stellen het volgende amendement voor:", True),
        ("De ontwerpverordening wordt als volgt gewijzigd:", True),
        ("De Bakfietswet wordt als volgt gewijzigd:", False),
        ("Het voorstel van de lener wordt niet gewijzigd.", False),
        ("Het voorstel van wet beoogt het lenen te regelen.", False),
    ],
)
def test_what_opens_the_changes_in_a_draft(text: str, opens: bool) -> None:
    assert changes_draft(text) is opens


def test_an_act_that_amends_in_its_artikelen_stays_as_it_was() -> None:
    dossier = read("Artikel I\nDe Bakfietswet wordt als volgt gewijzigd:\n\nA\nArtikel 3 vervalt.\n\n1\nArtikel 4 vervalt.\n")
    assert found(dossier.bill.root, UnitKind.ARTIKEL) == ["I"]
    assert found(dossier.bill.root, UnitKind.WIJZIGINGSONDERDEEL) == ["A"]  # a bare number on a line is a label only outside an artikel


NOVELLE = (
    "Indien het bij koninklijke boodschap ingediende voorstel van wet houdende regels over bakfietsen (Bakfietswet 2032) "
    "(Kamerstukken 39 001) tot wet is of wordt verheven en die wet in werking treedt, {}"
)


@pytest.mark.parametrize(
    ("text", "form", "target"),
    [
        (NOVELLE.format("wordt die wet als volgt gewijzigd:"), Form.FRAME, (None, None, "Bakfietswet 2032")),
        (
            "Indien artikel I, onderdeel B, van het voorstel van wet tot wijziging van de Steigerwet tot wet wordt verheven en eerder in "
            "werking treedt dan artikel 6 van de Vlonderwet, komt artikel 9, derde lid, van laatstgenoemde wet te luiden:",
            Form.OPENS,
            ("9", "3", "Vlonderwet"),
        ),
    ],
)
def test_after_a_condition_the_main_clause_says_what_is_amended(text: str, form: Form, target: tuple[str | None, ...]) -> None:
    instruction = read_instruction(text)
    assert instruction is not None
    assert instruction.form is form
    assert (instruction.target.artikel, instruction.target.lid, instruction.target.regeling) == target


def test_a_condition_on_somebody_is_no_instruction() -> None:
    assert read_instruction("Indien de gegevens van de lener onjuist zijn, wordt de pas als volgt gewijzigd:") is None


def test_a_novelle_is_an_amending_bill() -> None:
    text = (
        "Voorstel van wet\n\nAlzo Wij in overweging genomen hebben, dat het wenselijk is de bakfiets te regelen;\n\nARTIKEL I\n"
        + NOVELLE.format("wordt die wet als volgt gewijzigd:")
        + "\n\nA\nNa artikel 7 wordt een artikel ingevoegd, luidende:\nArtikel 7a\nDe lener betaalt vooraf.\n\n"
        "ARTIKEL II\nDeze wet treedt in werking op een bij koninklijk besluit te bepalen tijdstip.\n"
    )
    bill = read(text).bill
    assert bill.kind is DocumentKind.WIJZIGINGSVOORSTEL
    assert [u.number for u in bill.root.walk() if u.kind is UnitKind.ARTIKEL and u.inserted] == ["7a"]
