import pytest

from doenvermogentoets import readers, structure
from doenvermogentoets.document import UnitKind
from doenvermogentoets.structure.numbers import ORDINALS, ordinal, ordinal_word, roman

LAW = (
    "Artikel 3\n1. Een:\na. iets;\nb. meer;\nc. slot.\n2. Twee.\n3. Drie.\n\nArtikel 4\nVier.\n\nArtikel 5\nVijf.\n"
    "\nArtikel 6\n1. Zes.\n2. {}\n"
)


def references(sentence: str):
    document = structure.build(readers.read_text(LAW.format(sentence), "wet.txt", "txt"))
    start = document.text.content.index(sentence)
    return document, [r for r in document.references if r.span.start >= start]


@pytest.mark.parametrize(
    ("sentence", "text", "targets"),
    [
        ("Dit volgt uit artikel 3, tweede lid.", "artikel 3, tweede lid", [("3", "2", None)]),
        ("Zie artikel 3, eerste lid, onderdeel b, onder 1°, en meer.", "artikel 3, eerste lid, onderdeel b, onder 1°", [("3", "1", "b.1")]),
        ("De artikelen 3 tot en met 5 gelden.", "De artikelen 3 tot en met 5", [("3", None, None), ("4", None, None), ("5", None, None)]),
        (
            "Zie de artikelen 3, 4 en 6, eerste lid.",
            "de artikelen 3, 4 en 6, eerste lid",
            [("3", None, None), ("4", None, None), ("6", "1", None)],
        ),
        (
            "Op artikel 3, eerste en derde lid, is dit van toepassing.",
            "artikel 3, eerste en derde lid",
            [("3", "1", None), ("3", "3", None)],
        ),
        (
            "Dit geldt voor artikel 3, eerste lid, onderdelen a tot en met c.",
            "artikel 3, eerste lid, onderdelen a tot en met c",
            [("3", "1", "a"), ("3", "1", "b"), ("3", "1", "c")],
        ),
        ("Artikel 3, aanhef en onderdeel a, vervalt niet.", "Artikel 3, aanhef en onderdeel a", [("3", None, "a")]),
        ("Het eerste lid geldt niet.", "Het eerste lid", [("6", "1", None)]),
        ("Het vorige lid geldt niet.", "Het vorige lid", [("6", "1", None)]),
        ("Zie artikel 3 en het tweede lid van dat artikel.", "artikel 3", [("3", None, None)]),
        # «dat» that begins a clause, and «dat» that points back
        ("De commissie wist dat artikel 3 ook hier geldt.", "artikel 3", [("3", None, None)]),
        ("In dat artikel staat dit ook.", "dat artikel", [("6", "2", None)]),
    ],
)
def test_references_within_the_law(sentence: str, text: str, targets: list[tuple[str, str | None, str | None]]) -> None:
    document, found = references(sentence)
    assert document.text[found[0].span] == text
    assert [(t.artikel, t.lid, t.onderdeel) for t in found[0].targets] == targets


def test_artikelen_numbered_within_a_chapter_that_has_a_letter() -> None:
    text = "Artikel I 2\n1. De tekst.\n\nArtikel Y 35a\nDe artikelen I 2, eerste lid, en Y 35a gelden, en onderdeel I 200 keer.\n"
    document = structure.build(readers.read_text(text, "kieswet.txt", "txt"))
    found = [(t.artikel, t.lid) for r in document.references for t in r.targets if r.resolved]
    assert found == [("I 2", "1"), ("Y 35a", None)]


def test_references_are_resolved_to_units() -> None:
    _, found = references("Zie artikel 3, eerste lid, onderdeel b.")
    assert found[0].resolved
    assert [(u.kind, u.number) for u in found[0].units] == [(UnitKind.ONDERDEEL, "b")]
    _, missing = references("Zie artikel 99.")
    assert not missing[0].resolved
    assert missing[0].units == ()


@pytest.mark.parametrize(
    ("sentence", "text", "regeling"),
    [
        (
            "Zie artikel 6:7 van de Algemene wet bestuursrecht over termijnen.",
            "artikel 6:7 van de Algemene wet bestuursrecht",
            "Algemene wet bestuursrecht",
        ),
        ("Zie artikel 4:84 Awb.", "artikel 4:84 Awb", "Algemene wet bestuursrecht"),
        (
            "Op grond van artikel 8 van de Wet op het zwemwater is dit verboden.",
            "artikel 8 van de Wet op het zwemwater",
            "Wet op het zwemwater",
        ),
        ("Volgens artikel 2, eerste lid, van de Badwet, is dit zo.", "artikel 2, eerste lid, van de Badwet", "Badwet"),
        ("Zie artikel 2 van het Besluit zwembaden 2020.", "artikel 2 van het Besluit zwembaden 2020", "Besluit zwembaden 2020"),
        (
            "Zie artikel 160 van Boek 1 van het Burgerlijk Wetboek.",
            "artikel 160 van Boek 1 van het Burgerlijk Wetboek",
            "Boek 1 van het Burgerlijk Wetboek",
        ),
    ],
)
def test_references_to_other_regulations(sentence: str, text: str, regeling: str) -> None:
    document, found = references(sentence)
    assert document.text[found[0].span] == text
    assert found[0].targets[0].regeling == regeling
    assert found[0].resolved


def test_that_law_is_the_last_one_named() -> None:
    document, found = references("Zie artikel 2 van de Badwet en artikel 7, tweede lid, van die wet.")
    assert document.text[found[1].span] == "artikel 7, tweede lid, van die wet"
    assert found[1].targets[0].regeling == "Badwet"


@pytest.mark.parametrize(
    "sentence",
    [
        "Dit duurt langer dan 3, 4 of 5 weken.",
        "Onder de wet valt dit niet.",
        "De verzekerde, bedoelde en laatste mens.",
        "Een lid van de raad stemt.",
    ],
)
def test_what_is_no_reference(sentence: str) -> None:
    assert references(sentence)[1] == []


def test_an_enumeration_stops_before_an_amount() -> None:
    document, found = references("Volgens artikel 3, 12 weken na de start.")
    assert document.text[found[0].span] == "artikel 3"


def test_divisions_and_bijlage() -> None:
    text = "Hoofdstuk 2 Iets\n\nArtikel 1\nZie hoofdstuk 2, paragraaf 3.1 en de bijlage.\n\nBijlage\n\nTekst.\n"
    document = structure.build(readers.read_text(text, "x.txt", "txt"))
    assert [(document.text[r.span], r.targets[0].kind, bool(r.units)) for r in document.references] == [
        ("hoofdstuk 2, paragraaf 3.1", UnitKind.HOOFDSTUK, True),
        ("de bijlage", UnitKind.BIJLAGE, True),
    ]


def test_in_inserted_text_an_artikel_is_that_of_the_amended_law() -> None:
    text = "ARTIKEL I\nDe Badwet wordt als volgt gewijzigd:\n\nA\nArtikel 4 komt te luiden:\n\nArtikel 4\nArtikel 9 is van toepassing.\n"
    document = structure.build(readers.read_text(text, "x.txt", "txt"))
    last = document.references[-1]
    assert (last.targets[0].artikel, last.targets[0].regeling) == ("9", "Badwet")


def test_rank_words_and_roman_numbers() -> None:
    assert len(ORDINALS) == 99
    assert [ordinal(w) for w in ("eerste", "Derde", "achtste", "negentiende", "tweeëntwintigste", "eenentachtigste", "gewone")] == [
        1,
        3,
        8,
        19,
        22,
        81,
        None,
    ]
    assert all(ordinal(ordinal_word(n)) == n for n in range(1, 100))
    assert [roman(t) for t in ("I", "iv", "XXIII", "XC", "IIII", "A", "")] == [1, 4, 23, 90, None, None, None]
