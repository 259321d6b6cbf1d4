import pytest

from doenvermogentoets import readers, structure
from doenvermogentoets.document import DocumentKind, Unit, UnitKind
from doenvermogentoets.structure.labels import label, unit_id, unit_json


def build(text: str):
    return structure.build(readers.read_text(text, "ontwerp.txt", "txt"))


def shape(unit: Unit) -> list[str]:
    """Each artikel, lid and onderdeel as a path of numbers."""
    out = []
    for node in unit.walk():
        if node.kind in (UnitKind.ARTIKEL, UnitKind.LID, UnitKind.ONDERDEEL):
            path = [node.number]
            for above in node.ancestors():
                if above.kind in (UnitKind.ARTIKEL, UnitKind.LID, UnitKind.ONDERDEEL):
                    path.insert(0, above.number)
            out.append("/".join(path))
    return out


def test_leden_onderdelen_and_deeper_lists() -> None:
    text = (
        "Artikel 3\n1. De aanvraag bevat:\na. de naam;\nb. een bewijs van:\n1°. inkomen;\n2°. adres:\n– huidig;\n– vorig;\nc. de datum.\n"
        "2. Het college besluit.\n2a. Het deelt dit mee.\n3. Slot.\n"
    )
    assert shape(build(text).root) == [
        "3", "3/1", "3/1/a", "3/1/b", "3/1/b/1", "3/1/b/2", "3/1/b/2/–", "3/1/b/2/–", "3/1/c", "3/2", "3/2a", "3/3",
    ]  # fmt: skip


def test_an_i_after_an_h_is_a_letter_and_after_a_colon_a_roman_number() -> None:
    letters = "".join(f"{c}. zaak;\n" for c in "abcdefgh")
    assert shape(build(f"Artikel 1\nDaaronder valt:\n{letters}i. slot.\n").root)[-1] == "1/i"
    roman = "Artikel 1\nDaaronder valt:\na. dit:\ni. een;\nii. twee;\niii. drie;\nb. dat.\n"
    assert shape(build(roman).root) == ["1", "1/a", "1/a/i", "1/a/ii", "1/a/iii", "1/b"]


def test_numbers_in_an_onderdeel_are_no_leden() -> None:
    text = "Artikel 1\n1. Er geldt:\na. voor dieren:\n1. honden;\n2. katten;\nb. voor planten.\n2. Verder niets.\n"
    assert shape(build(text).root) == ["1", "1/1", "1/1/a", "1/1/a/1", "1/1/a/2", "1/1/b", "1/2"]


def test_a_list_after_a_text_with_a_colon_has_no_leden() -> None:
    root = build("Artikel 4\nIn deze wet wordt verstaan onder:\n1. dier: levend wezen;\n2. plant: gewas.\n").root
    assert [u.kind for u in root.children[0].children] == [UnitKind.ONDERDEEL, UnitKind.ONDERDEEL]


def test_a_list_in_a_list_with_the_same_labels_goes_back_to_the_outer_one() -> None:
    text = "Artikel 1\nHet register bevat:\na. van de ouder:\na. de naam;\nb. het adres;\nb. van het kind:\na. de naam;\nb. het adres.\n"
    assert shape(build(text).root) == ["1", "1/a", "1/a/a", "1/a/b", "1/b", "1/b/a", "1/b/b"]


def test_lists_in_a_row_that_start_again_each_time_stand_beside_each_other() -> None:
    text = (
        "Artikel 1\nBeroep staat open tegen besluiten op grond van de Zeewet:\na. artikel 1;\nb. artikel 2 Bergwet:\na. artikel 3;\n"
        "b. artikel 4;\nc. artikel 5 Boswet:\na. artikel 6;\nb. voor zover het betreft:\n1°. een weigering;\n2°. een intrekking Duinwet:\n"
        "a. artikel 7;\nb. artikel 8 Heidewet:\na. artikel 9.\nArtikel 2\nSlot.\n"
    )
    assert shape(build(text).root) == [
        "1", "1/a", "1/b", "1/a", "1/b", "1/c", "1/a", "1/b", "1/b/1", "1/b/2", "1/b/2/a", "1/b/2/b", "1/b/2/a", "2",
    ]  # fmt: skip


def test_a_row_of_lists_in_one_lid_says_nothing_about_the_next_lid() -> None:
    text = "Artikel 1\n1. Zeewet:\na. dit Bergwet:\na. dat Boswet:\na. zus.\n2. Er is:\na. een lijst:\na. eerst;\nb. dan;\nb. slot.\n"
    assert shape(build(text).root) == ["1", "1/1", "1/1/a", "1/1/a", "1/1/a", "1/2", "1/2/a", "1/2/a/a", "1/2/a/b", "1/2/b"]


def test_a_dash_is_no_name() -> None:
    text = "Artikel 1\nHierin wordt verstaan onder:\n– ouder: de ouder;\n– formule:\na. de teller;\n"
    items = [u for u in build(text).root.walk() if u.kind is UnitKind.ONDERDEEL]
    assert [label(u) for u in items] == ["artikel 1", "artikel 1", "artikel 1, onderdeel a"]
    assert [unit_json(u)["onderdeel"] for u in items] == [None, None, "a"]
    assert len({unit_id(u) for u in items}) == 3


def test_an_artikel_that_only_says_what_law_it_amends_has_its_own_number() -> None:
    document = build("Artikel 1\nDe ouder meldt dit.\n\nArtikel 2\nWijzigt de Wet op de zee.\n\nArtikel 3\nSlot.\n")
    unit = next(u for u in document.root.walk() if u.instruction)
    shown = unit_json(unit)
    assert (shown["label"], shown["artikel"], shown["wijziging"]) == ("artikel 2", "2", {"artikel": "2", "onderdeel": None})


def test_text_after_a_list_belongs_to_the_lid() -> None:
    document = build("Artikel 1\n1. Wie:\na. kan;\nb. wil;\nmoet dit melden.\n2. Slot.\n")
    lid = next(u for u in document.root.walk() if u.kind is UnitKind.LID)
    assert [document.text[s] for s in lid.own] == ["Wie:", "moet dit melden."]


@pytest.mark.parametrize("number", ["1", "12a", "1:2", "2.1", "2.1.3", "18pa", "IV", "IA", "10bis.5", "12.1a0", "78ee*", "Y 35a", "I 2"])
def test_artikel_numbers(number: str) -> None:
    artikel = build(f"Artikel {number}\nDe tekst.\n").root.children[0]
    assert (artikel.kind, artikel.number) == (UnitKind.ARTIKEL, number)


@pytest.mark.parametrize(
    ("head", "heading"),
    [
        ("Artikel 2 Begripsbepalingen", "Begripsbepalingen"),
        ("Artikel 2. Begripsbepalingen", "Begripsbepalingen"),
        ("Artikel 2 (begripsbepalingen)", "(begripsbepalingen)"),
        ("ARTIKEL 2 – Begripsbepalingen", "Begripsbepalingen"),
        ("Artikel 2\nBegripsbepalingen", "Begripsbepalingen"),
    ],
)
def test_headings_of_artikelen(head: str, heading: str) -> None:
    artikel = build(f"{head}\n1. De tekst.\n2. Meer.\n").root.children[0]
    assert (artikel.number, artikel.heading) == ("2", heading)
    assert [c.number for c in artikel.children] == ["1", "2"]


@pytest.mark.parametrize(
    "line", ["Artikel 3, tweede lid, is van toepassing.", "Artikel 3 is van toepassing.", "Hoofdstuk 2 blijft buiten toepassing."]
)
def test_a_sentence_that_starts_with_a_citation_is_no_heading(line: str) -> None:
    root = build(f"Artikel 1\n{line}\n\nArtikel 2\nTekst.\n").root
    assert [u.number for u in root.children] == ["1", "2"]
    assert root.children[0].own


@pytest.mark.parametrize("lids", ["De tekst.", "1. De tekst.\n2. Meer.", "1. De tekst.\n2. Meer:\na. een;\nb. twee."])
@pytest.mark.parametrize("number", ["3", "5"])
def test_a_numbered_heading_between_two_artikelen_is_no_lid(lids: str, number: str) -> None:
    text = f"1. Algemeen\n\nArtikel 1\n{lids}\n\n{number}. Plichten van de ontvanger\n\nArtikel 2\nTekst.\n"
    artikel, paragraaf = (u for u in build(text).root.children if u.kind in (UnitKind.ARTIKEL, UnitKind.PARAGRAAF))
    assert not [c for c in artikel.children if c.number == number]
    assert (paragraaf.number, paragraaf.heading) == (number, "Plichten van de ontvanger")
    assert [c.number for c in paragraaf.children] == ["2"]


@pytest.mark.parametrize(
    "text",
    [
        "Artikel 1\n\n1. De tekst.\n\n2. Meer.\n\n3. Een lid zonder punt aan het eind\n\nArtikel 2\nTekst.\n",
        "Artikel 1\n1. De tekst.\n2. Meer.\n\n3. Een lid dat een zin is.\n\nArtikel 2\nTekst.\n",
        "Artikel 1\n1. De tekst.\n2. Meer.\n\n3. Een lid zonder punt\n\n4. Nog een.\n\nArtikel 2\nTekst.\n",
    ],
)
def test_a_lid_that_looks_like_a_heading_stays_a_lid(text: str) -> None:
    assert "3" in [c.number for c in build(text).root.children[0].children]


def test_divisions_nest_and_close() -> None:
    text = (
        "Hoofdstuk 1 Algemeen\n\nArtikel 1\nTekst.\n\n§ 1.1 Begrippen\n\nArtikel 2\nTekst.\n\nHoofdstuk 2 Slot\n\n"
        "Titel 2.1\n\nAfdeling 2.1.1 Einde\n\nArtikel 3\nTekst.\n"
    )
    root = build(text).root
    assert [(u.kind.value, u.number) for u in root.children] == [("hoofdstuk", "1"), ("hoofdstuk", "2")]
    assert [u.kind.value for u in root.children[0].children] == ["artikel", "paragraaf"]
    assert root.children[1].children[0].children[0].children[0].number == "3"


@pytest.mark.parametrize(("word", "number"), [("drie", "3"), ("tien", "10"), ("elf", "11"), ("Twintig", "20"), ("derde", "3")])
def test_a_division_may_be_numbered_in_words(word: str, number: str) -> None:
    (hoofdstuk,) = build(f"Hoofdstuk {word}. Slot\n\nArtikel 1\nEen regel.\n").root.children
    assert (hoofdstuk.kind, hoofdstuk.number, hoofdstuk.heading) == (UnitKind.HOOFDSTUK, number, "Slot")


def test_ranked_headings() -> None:
    root = build("Eerste afdeling. Algemeen\n\nArtikel 1\nTekst.\n\nTweede afdeling. Slot\n\nArtikel 2\nTekst.\n").root
    assert [(u.kind.value, u.number, u.heading) for u in root.children] == [("afdeling", "1", "Algemeen"), ("afdeling", "2", "Slot")]


BILL = """Nr. 2
VOORSTEL VAN WET

Regels over zwemwater (Zwemwaterwet)

Wij Willem-Alexander, bij de gratie Gods, Koning der Nederlanden, Prins van Oranje-Nassau, enz. enz. enz.
Allen, die deze zullen zien of horen lezen, saluut! doen te weten:
Alzo Wij in overweging genomen hebben, dat het wenselijk is regels te stellen over zwemwater;
Zo is het, dat Wij, met gemeen overleg der Staten-Generaal, hebben goedgevonden en verstaan:

Artikel 1
Het college wijst zwemwater aan.

Artikel 2
Deze wet wordt aangehaald als: Zwemwaterwet.

Lasten en bevelen dat deze in het Staatsblad zal worden geplaatst.

Gegeven

De Minister van Infrastructuur en Waterstaat,

Bijlage I bij artikel 1

Lijst van wateren
"""


def test_what_stands_around_the_artikelen() -> None:
    document = build(BILL)
    kinds = [u.kind.value for u in document.root.children]
    assert kinds == ["opschrift", "aanhef", "considerans", "aanhef", "artikel", "artikel", "slotformulier", "bijlage"]
    assert (document.kind, document.title) == (DocumentKind.WETSVOORSTEL, "Zwemwaterwet")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Besluit van 3 mei 2026, houdende regels over zwemwater\nOp de voordracht van Onze Minister van 1 mei 2026;\n"
            "Hebben goedgevonden en verstaan:\n\nArtikel 1\nTekst.\n",
            DocumentKind.AMVB,
        ),
        (
            "Regeling van de Minister van Financiën van 3 mei 2026 over zwemgeld\nDe Minister van Financiën,\n"
            "Gelet op artikel 4 van de Zwemwet;\nBesluit:\n\nArtikel 1\nTekst.\n",
            DocumentKind.REGELING,
        ),
        (
            "Zwemverordening Waterdam 2026\nDe raad van de gemeente Waterdam;\ngelet op artikel 149 van de Gemeentewet;\n"
            "besluit:\n\nArtikel 1\nTekst.\n",
            DocumentKind.VERORDENING,
        ),
        ("MEMORIE VAN TOELICHTING\n\n1. Inleiding\nDit voorstel regelt zwemwater.\n", DocumentKind.TOELICHTING),
        ("Losse tekst zonder enige opbouw.\n", DocumentKind.ONBEKEND),
        (
            "Circulaire zwembadtarieven\nDe gemeenteraad stelt tarieven vast in een verordening.\n\nParagraaf 1. Tarieven\nTekst.\n",
            DocumentKind.REGELING,
        ),
        (
            "Besluit van 3 mei 2024, houdende regels over de gemeenteraad\nOp de voordracht van Onze Minister;\n\nArtikel 1\nTekst.\n",
            DocumentKind.AMVB,
        ),
        ("Parkeren\nDe raad;\ngelet op artikel 149 Gemeentewet;\nbesluit:\n\nArtikel 1\nTekst.\n", DocumentKind.VERORDENING),
        ("Artikel 1\nTekst.\n\nArtikel 2\nDeze verordening treedt in werking op 1 mei.\n", DocumentKind.VERORDENING),
        ("Artikel 1\nIn deze wet wordt verstaan onder bad: een zwembad.\n", DocumentKind.WETSVOORSTEL),
        ("Beleidsregel zwembaden gemeente Plas\n\n1. Inleiding\nHet college weegt per geval.\n", DocumentKind.REGELING),
    ],
)
def test_kinds_of_document(text: str, kind: DocumentKind) -> None:
    assert build(text).kind is kind


def test_tables_are_units_of_their_own() -> None:
    root = build("Artikel 1\nDe tarieven zijn:\n| Soort | Bedrag |\n| hond | € 5 |\n\nArtikel 2\nTekst.\n").root
    assert [c.kind for c in root.children[0].children] == [UnitKind.TABEL]
    assert len(root.children[0].children[0].own) == 2


def test_labels_ids_and_json() -> None:
    document = build("Artikel 12a\n1. De houder:\na. meldt:\n1°. dit.\n2. Slot.\n")
    deepest = [u for u in document.root.walk() if u.kind is UnitKind.ONDERDEEL][-1]
    assert label(deepest) == "artikel 12a, eerste lid, onderdeel a, onder 1"
    assert unit_id(deepest) == "art_12a__lid_1__ond_a__ond_1"
    assert unit_json(deepest) == {"id": unit_id(deepest), "label": label(deepest), "artikel": "12a", "lid": "1", "onderdeel": "a.1"}


def test_provisions_are_leden_and_artikelen_without_leden() -> None:
    document = build("Artikel 1\n1. Een.\n2. Twee.\n\nArtikel 2\nDrie:\na. vier.\n")
    assert [label(u) for u in document.provisions()] == ["artikel 1, eerste lid", "artikel 1, tweede lid", "artikel 2"]


def test_an_id_is_unique_also_when_a_number_occurs_twice() -> None:
    text = "Artikel 1\n1. Een.\n\nArtikel 2\n1. Twee.\n1. Nog eens.\n\nArtikel 1\n1. Dubbel.\n"
    leden = [unit_id(u) for u in build(text).root.walk() if u.kind is UnitKind.LID]
    assert leden == ["art_1__lid_1", "art_2__lid_1", "art_2__lid_1_2", "art_1_2__lid_1"]


def test_units_without_number_have_ids_of_their_own() -> None:
    ids = [unit_id(u) for u in build("Artikel 1\n1. Een.\n\nMEMORIE VAN TOELICHTING\n\nEerste alinea.\n\nTweede alinea.\n").root.walk()]
    assert len(set(ids)) == len(ids)


def test_a_list_under_a_label_that_stands_alone_is_no_row_of_leden() -> None:
    text = "Artikel 3\n1. Hieronder vallen:\na. de burger;\nb.\n1. de gast;\n2. de bezoeker;\nc. de ander.\n2. De raad beslist.\n"
    root = build(text).root
    artikel = next(u for u in root.walk() if u.kind is UnitKind.ARTIKEL)
    assert [(u.kind, u.number) for u in artikel.children] == [(UnitKind.LID, "1"), (UnitKind.LID, "2")]
    b = next(u for u in artikel.walk() if u.kind is UnitKind.ONDERDEEL and u.number == "b")
    assert [u.number for u in b.children] == ["1", "2"]


def test_a_bare_number_does_not_begin_in_the_middle() -> None:
    text = (
        "Artikel 1\nIn dit besluit wordt verstaan onder:\n1 afronding: het einde van een onderzoek;\n2 Awb: Algemene wet bestuursrecht.\n"
    )
    root = build(text).root
    assert not [u for u in root.walk() if u.kind is UnitKind.LID]


def test_a_dash_may_touch_its_item() -> None:
    text = "Artikel 1\nAmbtenaar is niet:\n–de voorzitter van de raad;\n–de leden van de raad.\n"
    root = build(text).root
    assert len([u for u in root.walk() if u.kind is UnitKind.ONDERDEEL]) == 2
