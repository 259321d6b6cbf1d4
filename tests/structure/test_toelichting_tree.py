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


ORDINANCE = """Verordening op de moestuinen

De raad van de gemeente Eikendal;

Artikel 1. Tuin
De gebruiker spit de tuin om.

Artikel 2. Naam
Deze verordening wordt aangehaald als: Moestuinverordening.
{close}
{heading}

Artikel 1. Tuin
Omspitten houdt de grond los.

Artikel 5
Er is geen artikel 5.
"""


def test_artikelsgewijze_toelichting_as_first_heading_opens_the_toelichting() -> None:
    for close in ("\nAldus vastgesteld in de vergadering van 3 maart 2031.\n", ""):
        for heading in ("Artikelsgewijze toelichting", "ARTIKELSGEWIJS", "II. Artikelsgewijze toelichting"):
            dossier = structure.dossier(source(ORDINANCE.format(close=close, heading=heading)))
            assert [u.number for u in dossier.bill.root.walk() if u.kind is UnitKind.ARTIKEL] == ["1", "2"]
            assert dossier.toelichting is not None
            assert headings(dossier.toelichting.root)[-2:] == ["  Artikel 1. Tuin", "  Artikel 5"]


def test_such_a_heading_between_artikelen_that_go_on_does_not() -> None:
    text = "Artikel 1. Tuin\nDe gebruiker spit.\n\nArtikelsgewijze toelichting\n\nArtikel 2. Schuur\nDe gebruiker veegt.\n"
    dossier = structure.dossier(source(text))
    assert dossier.toelichting is None
    assert [u.number for u in dossier.bill.root.walk() if u.kind is UnitKind.ARTIKEL] == ["1", "2"]


def test_headings_without_an_empty_line_above_them() -> None:
    text = (
        "MEMORIE VAN TOELICHTING\n\nI. ALGEMEEN\n1. Aanleiding\nDe tuinen liggen braak.\n2. Gevolgen\nDe gebruiker moet spitten.\n\n"
        "II. ARTIKELSGEWIJS\nArtikel 1\nOmspitten houdt de grond los.\nArtikel 2\nDe naam is kort.\nHet gaat om\nartikel 3\nvan de wet.\n"
    )
    root = structure.build(source(text)).root
    assert headings(root.children[0]) == [
        "I ALGEMEEN", "  1 Aanleiding", "  2 Gevolgen", "II ARTIKELSGEWIJS", "  Artikel 1", "  Artikel 2",
    ]  # fmt: skip


def test_a_numbered_list_in_running_text_stays_a_list() -> None:
    text = (
        "MEMORIE VAN TOELICHTING\n\nI. ALGEMEEN\n\n1. Aanleiding\n\nDaarvoor zijn drie redenen:\n1. de grond is hard;\n"
        "2. de schop is stuk;\n3. de gebruiker is moe.\n\n2. Gevolgen\n\nDe gebruiker moet spitten.\n"
    )
    assert headings(structure.build(source(text)).root.children[0]) == ["I ALGEMEEN", "  1 Aanleiding", "  2 Gevolgen"]


def test_markdown_heading_of_the_part_opens_it_too() -> None:
    text = "# Memorie van toelichting\n\n## Artikelsgewijs\n**Artikel 1**\nDe grond is hard.\n**Artikel 2**\nDe naam is kort.\n"
    root = structure.build(readers.read_text(text, "t.md", "md")).root
    assert [h.strip() for h in headings(root)][-2:] == ["Artikel 1", "Artikel 2"]


def test_a_number_of_the_header_and_the_mark_of_a_version_are_no_title() -> None:
    text = "{}\n\nRegels over het spitten van tuinen\n\nVoorstel van wet\n\nArtikel 1\nDe gebruiker spit.\n"
    for first in ("Tweede Kamer der Staten-Generaal\n2\nVergaderjaar 2031–2032", "CONSULTATIEVERSIE 4 mei 2031 – geen rechten"):
        assert structure.build(source(text.format(first))).title == "Regels over het spitten van tuinen"
