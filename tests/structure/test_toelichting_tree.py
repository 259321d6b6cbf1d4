from doenvermogentoets import readers, structure
from doenvermogentoets.document import DocumentKind, Unit, UnitKind


def source(text: str):
    return readers.read_text(text, "stuk.txt", "txt")


def headings(unit: Unit, depth: int = 0) -> list[str]:
    out = []
    for child in unit.children:
        if child.kind is UnitKind.KOP:
            out.append("  " * depth + f"{child.number} {child.heading}".strip())
            out += headings(child, depth + 1)
    return out


TOELICHTING = """MEMORIE VAN TOELICHTING

I. ALGEMEEN

1. Inleiding
De wet regelt zwemwater. Daarvoor zijn drie redenen:
1. het water is vuil;
2. de badmeester is ziek.

2. Hoofdlijnen

2.1 Doenvermogen
De houder moet veel doen.

2.2 Gevolgen
Een korte regel.

Evaluatie
De wet wordt na vijf jaar geëvalueerd. Dat gebeurt door een onafhankelijk bureau.

II. ARTIKELSGEWIJS

Artikel 3, tweede lid
Dit lid is nieuw.

Artikel I, onderdeel B (artikel 18)

Onderdeel 2
Dit is technisch.

De Minister van Infrastructuur en Waterstaat,

A.B. Jansen
"""


def test_headings_by_number_and_typography() -> None:
    root = structure.build(source(TOELICHTING)).root
    assert headings(root) == [
        "MEMORIE VAN TOELICHTING",
        "  I ALGEMEEN",
        "    1 Inleiding",
        "    2 Hoofdlijnen",
        "      2.1 Doenvermogen",
        "      2.2 Gevolgen",
        "        Evaluatie",
        "  II ARTIKELSGEWIJS",
        "    Artikel 3, tweede lid",
        "    Artikel I, onderdeel B (artikel 18)",
        "      Onderdeel 2",
    ]


def test_items_of_a_list_are_no_headings() -> None:
    root = structure.build(source(TOELICHTING)).root
    items = [u for u in root.walk() if u.kind is UnitKind.ONDERDEEL]
    assert [u.number for u in items] == ["1", "2"]
    assert items[0].parent is not None and items[0].parent.kind is UnitKind.ALINEA


def test_a_toelichting_carries_no_norms() -> None:
    document = structure.build(source(TOELICHTING))
    assert document.kind is DocumentKind.TOELICHTING
    assert list(document.provisions()) == []


BILL = (
    "Besluit zwemwater\n\nOp de voordracht van Onze Minister;\n\nArtikel 1\nHet college besluit.\n\n"
    "De Minister van Infrastructuur en Waterstaat,\n\nNOTA VAN TOELICHTING\n\n1. Inleiding\n"
    "Dit besluit regelt zwemwater.\n"
)


def test_the_toelichting_after_the_bill_is_split_off() -> None:
    bill = source(BILL)
    dossier = structure.dossier(bill)
    assert dossier.toelichting is not None
    assert dossier.toelichting.source is bill
    assert headings(dossier.toelichting.root) == ["NOTA VAN TOELICHTING", "  1 Inleiding"]
    assert all(u.kind is not UnitKind.KOP for u in dossier.bill.root.walk())
    assert dossier.bill.kind is DocumentKind.AMVB


def test_a_toelichting_of_its_own_goes_first() -> None:
    dossier = structure.dossier(source(BILL), source(TOELICHTING))
    assert dossier.toelichting is not None
    assert dossier.toelichting.root.span.end == len(TOELICHTING.rstrip())


def test_without_toelichting() -> None:
    assert structure.dossier(source("Artikel 1\nTekst.\n")).toelichting is None


def test_a_bare_toelichting_inside_an_annex_belongs_to_the_annex() -> None:
    text = """Artikel 1
De houder meldt zich.

Bijlage 1 Puntentabel

Toelichting

Per kolom staat het aantal punten.
"""
    assert structure.dossier(source(text)).toelichting is None


def test_a_toelichting_after_an_annex_that_opens_like_one_is_the_toelichting() -> None:
    text = """Artikel 1
De houder meldt zich.

Bijlage 1 Puntentabel

Per kolom staat het aantal punten.

Toelichting

Algemeen

De regeling stelt punten vast.
"""
    dossier = structure.dossier(source(text))
    assert dossier.toelichting is not None
    assert "De regeling stelt punten vast." in dossier.toelichting.text.content


def test_a_toelichting_under_each_provision_is_part_of_the_regulation() -> None:
    parts = "\n\n".join(
        f"Artikel {n}\nPartijen overleggen over onderwerp {n}.\n\nToelichting\n\nDit spreekt van overleg {n}." for n in (1, 2, 3)
    )
    dossier = structure.dossier(source(f"{parts}\n"))
    assert dossier.toelichting is None or "Partijen overleggen" not in dossier.toelichting.text[dossier.toelichting.root.span]


def test_what_precedes_an_annex_is_no_toelichting_of_the_regulation() -> None:
    text = """Artikel 1
De houder meldt zich.

Toelichting

Algemeen

Vul het formulier in met blauwe inkt.

Bijlage 2

Een tabel.
"""
    assert structure.dossier(source(text)).toelichting is None
    assert structure.dossier(source(text.replace("Toelichting", "Nota van toelichting"))).toelichting is not None


def test_a_toelichting_on_a_part_is_no_toelichting_of_the_regulation() -> None:
    head = "Artikel 1\nDe houder meldt zich.\n\n"
    assert structure.dossier(source(f"{head}Toelichting op de balans\n\nArtikel 2\nDe balans is volledig.\n")).toelichting is None
    annotated = "\n\n".join(
        f"Artikel {n}\nDe houder meldt zaak {n}.\n\nToelichting op artikel {n}\n\nZaak {n} is van belang." for n in (1, 2, 3)
    )
    assert structure.dossier(source(f"{annotated}\n\nToelichting\n\nOok dit hoort erbij.\n")).toelichting is None
    counting = f"{head}Toelichting\n\nDe grens is vast.\n\n5.2 Schade\n\nDe schade telt mee.\n"
    assert structure.dossier(source(counting)).toelichting is None
    assert (
        structure.dossier(source(f"{head}Toelichting op de Marktverordening\n\nAlgemeen\n\nDe raad stelt regels.\n")).toelichting
        is not None
    )
