import pytest

from doenvermogentoets import readers, structure
from doenvermogentoets.document import AmendmentKind, DocumentKind, UnitKind
from doenvermogentoets.structure.amending import Form, read_instruction
from doenvermogentoets.structure.labels import label, unit_json


def build(text: str):
    return structure.build(readers.read_text(text, "ontwerp.txt", "txt"))


TEXT = """Wijziging van de Zwemwet (Wet betere badmeesters)

Alzo Wij in overweging genomen hebben, dat het wenselijk is de Zwemwet te wijzigen;

ARTIKEL I
De Zwemwet wordt als volgt gewijzigd:

A
In artikel 4, eerste lid, wordt «zes weken» vervangen door «twee weken».

B
Artikel 7 wordt als volgt gewijzigd:
1. In het tweede lid vervalt «onverwijld».
2. Het derde lid komt te luiden:
3. De badmeester meldt een ongeval binnen een dag.
3. Er wordt een lid toegevoegd, luidende:
4. De melding is schriftelijk.

C
Na artikel 9 worden twee artikelen ingevoegd, luidende:

Artikel 9a
1. De houder betaalt:
a. leges;
b. rente.
2. Het college int.

Artikel 9b
Het college kan kwijtschelden.

D
Aan artikel 12 wordt een zin toegevoegd, luidende: De houder bewaart het bewijs tien jaar.

Da
Artikel 13, vijfde lid, vervalt.

ARTIKEL II
In artikel 3 van de Badwet wordt na «zwembad» ingevoegd «of natuurbad».

ARTIKEL III
De Wet op de badhuizen wordt ingetrokken.

ARTIKEL IV
Deze wet treedt in werking op een bij koninklijk besluit te bepalen tijdstip.
"""


def test_only_inserted_text_and_own_provisions_carry_norms() -> None:
    document = build(TEXT)
    assert document.kind is DocumentKind.WIJZIGINGSVOORSTEL
    assert [label(u) for u in document.provisions()] == [
        "artikel I, onderdeel B (artikel 7, derde lid)",
        "artikel I, onderdeel B (artikel 7, vierde lid)",
        "artikel I, onderdeel C (artikel 9a, eerste lid)",
        "artikel I, onderdeel C (artikel 9a, tweede lid)",
        "artikel I, onderdeel C (artikel 9b)",
        "artikel I, onderdeel D (artikel 12)",
        "artikel IV",
    ]


def test_instructions_know_what_they_amend() -> None:
    document = build(TEXT)
    found = {(a.kind, a.target.artikel, a.target.lid, a.target.regeling, a.old, a.new) for a in document.amendments}
    assert (AmendmentKind.VERVANGEN, "4", "1", "Zwemwet", "zes weken", "twee weken") in found
    assert (AmendmentKind.VERVALLEN, "7", "2", "Zwemwet", "onverwijld", "") in found
    assert (AmendmentKind.VERVALLEN, "13", "5", "Zwemwet", "", "") in found
    assert (AmendmentKind.INVOEGEN, "3", None, "Badwet", "zwembad", "of natuurbad") in found
    assert (AmendmentKind.INTREKKEN, None, None, "Wet op de badhuizen", "", "") in found
    inserted = next(a for a in document.amendments if a.target.artikel == "9")
    assert [u.number for u in inserted.inserted] == ["9a", "9b"]


def test_a_finding_in_an_instruction_is_labelled_with_the_amended_artikel() -> None:
    document = build(TEXT)
    unit = next(u for u in document.root.walk() if u.kind is UnitKind.WIJZIGINGSONDERDEEL and u.number == "A")
    shown = unit_json(unit)
    assert (shown["artikel"], shown["lid"], shown["wijziging"]) == ("4", "1", {"artikel": "I", "onderdeel": "A"})
    assert shown["label"] == "artikel I, onderdeel A (artikel 4, eerste lid)"


def test_inserted_artikelen_of_a_law_with_arabic_numbers() -> None:
    text = (
        "Artikel 5\nDe Badwet wordt als volgt gewijzigd:\n\nA\nArtikel 6 komt te luiden:\n\nArtikel 6\n"
        "De houder betaalt.\n\nB\nArtikel 8 vervalt.\n\nArtikel 6\nDeze wet treedt in werking.\n"
    )
    root = build(text).root
    assert [(u.number, u.inserted) for u in root.children] == [("5", False), ("6", False)]
    assert [(u.number, u.inserted) for u in root.children[0].children[0].children] == [("6", True)]


def test_an_amending_law_that_is_amended() -> None:
    text = (
        "ARTIKEL I\nDe Wet betere badmeesters wordt als volgt gewijzigd:\n\nA\n"
        "Artikel II, onderdeel C, komt te luiden:\n\nC\nArtikel 8, tweede lid, komt te luiden:\n"
        "2. De houder meldt dit.\n\nB\nArtikel III vervalt.\n\nARTIKEL II\nSlot.\n"
    )
    root = build(text).root
    first, second = root.children[0].children
    assert (first.number, second.number) == ("A", "B")
    nested = first.children[0]
    assert (nested.kind, nested.number, nested.inserted) == (UnitKind.WIJZIGINGSONDERDEEL, "C", True)
    assert nested.children[0].number == "8"
    assert root.children[1].number == "II"


def test_leden_that_are_instructions() -> None:
    document = build("Artikel 9\n1. Artikel 4 van de Badwet vervalt.\n2. De houder meldt dit.\n")
    assert [label(u) for u in document.provisions()] == ["artikel 9, tweede lid"]


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("Artikel 3 komt te luiden:", Form.OPENS, AmendmentKind.KOMT_TE_LUIDEN),
        (
            "Onder vernummering van het tweede lid tot derde lid wordt na het eerste lid een lid ingevoegd, luidende:",
            Form.OPENS,
            AmendmentKind.INVOEGEN,
        ),
        ("Na artikel 3 worden twee artikelen ingevoegd, die luiden:", Form.OPENS, AmendmentKind.INVOEGEN),
        ("Het tweede lid wordt als volgt gewijzigd:", Form.FRAME, AmendmentKind.VERVANGEN),
        ("In het derde lid wordt ‘drie’ vervangen door: vier.", Form.CLOSED, AmendmentKind.VERVANGEN),
        ("De onderdelen c en d vervallen.", Form.CLOSED, AmendmentKind.VERVALLEN),
        ("Het derde en vierde lid worden vernummerd tot tweede en derde lid.", Form.CLOSED, AmendmentKind.VERVANGEN),
        ("Wijzigt de Zwemwet.", Form.CLOSED, AmendmentKind.VERVANGEN),
        ("Wijzigt de Wet toezicht, beheer en hygiëne zwembaden.", Form.CLOSED, AmendmentKind.VERVANGEN),
    ],
)
def test_forms_of_instruction(text: str, form: Form, kind: AmendmentKind) -> None:
    instruction = read_instruction(text)
    assert instruction is not None
    assert (instruction.form, instruction.kind) == (form, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Het recht op uitkering vervalt indien de aanvrager niet reageert.",
        "De vergunning wordt ingetrokken indien de houder dat verzoekt.",
        "Het besluit wordt ingetrokken.",
        "Aan de aanvraag wordt een verklaring toegevoegd.",
        "De bijlage bij de aanvraag vermeldt de zin van de maatregel.",
        "Deze wet vervalt met ingang van 1 januari 2030.",
        "Na die dag vervalt de aanspraak.",
        "Dan vervalt het recht.",
        "In afwijking van het eerste lid treedt artikel 3 in werking op een ander tijdstip.",
        "Wijzigt het adres, dan meldt de badmeester dit binnen een week.",
        "Wijzigt de bezetting van het bad, meldt de houder dat aan het college.",
        "De definities van artikel 1, zoals dat komt te luiden na deze wet, zijn van toepassing.",
    ],
)
def test_norms_are_no_instructions(text: str) -> None:
    assert read_instruction(text) is None


LESS = [
    ("Artikel 9, tweede lid, komt te vervallen.", ("9", "2")),
    ("Artikel 9, tweede lid, wordt geschrapt.", ("9", "2")),
    ("Artikel 9, tweede lid, wordt ingetrokken.", ("9", "2")),
    ("In artikel 9 wordt het tweede lid doorgehaald.", ("9", "2")),
    ("Onder vernummering van het derde lid tot tweede lid vervalt artikel 9, tweede lid.", ("9", "2")),
]


@pytest.mark.parametrize(("text", "place"), LESS)
def test_every_word_for_a_provision_that_goes(text: str, place: tuple[str, str]) -> None:
    instruction = read_instruction(text)
    assert instruction is not None
    assert instruction.kind is AmendmentKind.VERVALLEN
    assert (instruction.target.artikel, instruction.target.lid) == place


@pytest.mark.parametrize(
    "text",
    [
        "De inschrijving, bedoeld in artikel 9, wordt doorgehaald.",
        "De gegevens, bedoeld in het tweede lid, worden na vijf jaar verwijderd.",
        "In het register wordt de aantekening «geschorst» na een jaar verwijderd.",
        "In de gevallen, bedoeld in artikel 9, wordt de vergunning ingetrokken.",
    ],
)
def test_what_an_authority_strikes_is_no_instruction(text: str) -> None:
    assert read_instruction(text) is None


V, W, N = AmendmentKind.VERVANGEN, AmendmentKind.VERVALLEN, AmendmentKind.INVOEGEN
PAIRS = [
    ("wordt «tien dagen» gewijzigd in «vier dagen»", [(V, "tien dagen", "vier dagen")]),
    ("wordt «tien dagen» vervangen door: vier dagen", [(V, "tien dagen", "vier dagen")]),
    ("worden de woorden 'kan de houder' vervangen door het woord 'zal de houder'", [(V, "kan de houder", "zal de houder")]),
    ("wordt de zinsnede «tenzij hij ziek is» geschrapt", [(W, "tenzij hij ziek is", "")]),
    ("wordt «a» geschrapt en wordt «b» vervangen door «c»", [(W, "a", ""), (V, "b", "c")]),
    ("vervalt «a» en wordt «b» vervangen door «c»", [(W, "a", ""), (V, "b", "c")]),
    ("wordt na «a» ingevoegd «b» en wordt «c» vervangen door «d»", [(N, "a", "b"), (V, "c", "d")]),
    ("worden «a» en «b» vervangen door «c» onderscheidenlijk «d»", [(V, "a", "c"), (V, "b", "d")]),
    ("worden «a» en «b» telkens vervangen door «c»", [(V, "a", "c"), (V, "b", "c")]),
    ("vervalt in de omschrijving van «a» de zinsnede «b»", [(W, "b", "")]),
    ("wordt in de omschrijving van «a» het woord «b» vervangen door «c»", [(V, "b", "c")]),
]


@pytest.mark.parametrize(("words", "made"), PAIRS)
def test_each_quotation_has_its_part_in_the_change(words: str, made: list[tuple[AmendmentKind, str, str]]) -> None:
    document = build(f"Artikel I\nDe Zwemwet wordt als volgt gewijzigd:\n\nA\nIn artikel 4, eerste lid, {words}.\n")
    assert [(a.kind, a.old, a.new) for a in document.amendments if a.old] == made
